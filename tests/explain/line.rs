//! Calculates a line of an explanation, such as `€ 54.000 + 2 × € 50.000`, from its text,
//! as a reader with a calculator would. A number in it may be any value that is rounded to
//! it, so the result is a range of values.

/// All values between the first and the second, both included.
#[derive(Clone, Copy, Debug)]
pub struct Range(pub f64, pub f64);

impl Range {
    /// Returns the smallest range that contains these values.
    fn around(values: &[f64]) -> Range {
        let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        // Operations on floating-point numbers round as well.
        let slack = 1e-12 * lowest.abs().max(highest.abs());
        Range(lowest - slack, highest + slack)
    }

    /// Returns all results of an operation on a value of each range. The operation must be
    /// monotonic, so that the ends give the extremes.
    fn combine(self, other: Range, operation: fn(f64, f64) -> f64) -> Range {
        let ends = [(self.0, other.0), (self.0, other.1), (self.1, other.0), (self.1, other.1)];
        Range::around(&ends.map(|(a, b)| operation(a, b)))
    }

    /// Whether the ranges have a value in common.
    pub fn overlaps(self, other: Range) -> bool {
        self.0 <= other.1 && other.0 <= self.1
    }
}

/// Returns the result of a line: a sum, product or quotient of Dutch numbers, with brackets
/// and powers. Panics if the line is anything else.
pub fn calculate(line: &str) -> Range {
    let (line, ceiling) = match line.strip_suffix(", hoogstens 100%") {
        Some(line) => (line, 1.0),
        None => (line, f64::INFINITY),
    };
    let (line, at_least_zero) = match line.strip_suffix(", minstens €\u{a0}0") {
        Some(line) => (line, true),
        None => (line, false),
    };
    let mut reader = Reader { rest: line };
    let found = reader.sum();
    assert_eq!(reader.rest.trim(), "", "not read to the end: {line}");
    let found = if at_least_zero { Range(found.0.max(0.0), found.1.max(0.0)) } else { found };
    Range(found.0.min(ceiling), found.1.min(ceiling))
}

/// Reads the expression from left to right; `rest` is what is still to be read.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    /// Skips this sign if it comes next, and returns whether it did.
    fn skip(&mut self, sign: &str) -> bool {
        let rest = self.rest.trim_start().strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn sum(&mut self) -> Range {
        let mut found = self.product();
        loop {
            if self.skip("+ ") {
                found = found.combine(self.product(), |a, b| a + b);
            } else if self.skip("− ") {
                found = found.combine(self.product(), |a, b| a - b);
            } else {
                return found;
            }
        }
    }

    fn product(&mut self) -> Range {
        let mut found = self.power();
        loop {
            if self.skip("× ") {
                found = found.combine(self.power(), |a, b| a * b);
            } else if self.skip("÷ ") {
                let divisor = self.power();
                // Divided by a value that may be zero, the result may be anything.
                let may_be_zero = divisor.0 <= 0.0 && divisor.1 >= 0.0;
                found = if may_be_zero {
                    Range(f64::NEG_INFINITY, f64::INFINITY)
                } else {
                    found.combine(divisor, |a, b| a / b)
                };
            } else {
                return found;
            }
        }
    }

    fn power(&mut self) -> Range {
        let base = if self.skip("(") {
            let inside = self.sum();
            assert!(self.skip(")"), "a bracket is not closed before {:?}", self.rest);
            inside
        } else {
            self.number()
        };
        let mut exponent = 0;
        while let Some(digit) =
            self.rest.chars().next().and_then(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|d| d == c))
        {
            exponent = exponent * 10 + digit;
            self.rest = &self.rest[self.rest.chars().next().unwrap().len_utf8()..];
        }
        (1..exponent).fold(base, |product, _| product.combine(base, |a, b| a * b))
    }

    /// Reads a number such as `€ 1.234,56`, `−50%` or `3,75`.
    fn number(&mut self) -> Range {
        self.skip("€\u{a0}");
        let is_negative = self.skip("−");
        let is_digit = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
        let end = self.rest.find(|c| !is_digit(c)).unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        self.rest = rest;
        let value: f64 = digits
            .replace('.', "")
            .replace(',', ".")
            .parse()
            .unwrap_or_else(|_| panic!("{digits:?} {rest:?}"));
        let decimals = digits.split_once(',').map_or(0, |(_, decimals)| decimals.len());
        // Amounts are rounded to two decimals, factors to six. The margin is a little wider
        // than half of the last digit.
        let margin = match decimals {
            2 => 0.005_000_1,
            6.. => 0.000_000_500_1,
            // A zero at the end is left out: 1,50 is written as 1,5.
            1 => 0.005_000_1,
            _ => {
                if value >= 1e15 {
                    value * 1e-15
                } else {
                    0.005_000_1
                }
            }
        };
        let scale = if self.skip("%") { 0.01 } else { 1.0 };
        let value = if is_negative { -value } else { value };
        Range((value - margin) * scale, (value + margin) * scale)
    }
}
