//! Calculates a line of an explanation, such as `€ 54.000 + 2 × € 50.000`, from its text,
//! as a reader with a calculator would. A number in it may be any value that is rounded to
//! it, so the result is an interval of values.

/// All values from `low` to `high`, both included.
#[derive(Clone, Copy, Debug)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

impl Interval {
    /// Returns the smallest interval that contains these values, widened by the rounding of
    /// floating-point numbers.
    fn containing(values: &[f64]) -> Interval {
        let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let slack = 1e-12 * lowest.abs().max(highest.abs());
        Interval { low: lowest - slack, high: highest + slack }
    }

    /// Returns all results of an operation on a value of each interval. The operation must be
    /// monotonic, so that the ends give the extremes.
    fn combine(self, other: Interval, operation: fn(f64, f64) -> f64) -> Interval {
        let ends = [self.low, self.high].map(|a| [other.low, other.high].map(|b| operation(a, b)));
        Interval::containing(ends.as_flattened())
    }

    /// Whether the intervals have a value in common.
    pub fn overlaps(self, other: Interval) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

/// Returns the result of a line: a sum, product or quotient of Dutch numbers, with brackets
/// and powers. Panics if the line is anything else.
pub fn calculate(line: &str) -> Interval {
    let (line, ceiling) = match line.strip_suffix(", hoogstens 100%") {
        Some(line) => (line, 1.0),
        None => (line, f64::INFINITY),
    };
    let (line, at_least_zero) = match line.strip_suffix(", minstens €\u{a0}0") {
        Some(line) => (line, true),
        None => (line, false),
    };
    let mut reader = Reader { rest: line };
    let found = reader.read_sum();
    assert_eq!(reader.rest.trim(), "", "not read to the end: {line}");
    let floor = if at_least_zero { 0.0 } else { f64::NEG_INFINITY };
    let limited = |value: f64| value.max(floor).min(ceiling);
    Interval { low: limited(found.low), high: limited(found.high) }
}

/// Reads an expression from left to right.
struct Reader<'a> {
    /// The text that has not been read yet.
    rest: &'a str,
}

impl Reader<'_> {
    /// Skips this sign if it comes next, and returns whether it did.
    fn skip(&mut self, sign: &str) -> bool {
        let rest = self.rest.trim_start().strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Reads products with + or − between them.
    fn read_sum(&mut self) -> Interval {
        let mut found = self.read_product();
        loop {
            if self.skip("+ ") {
                found = found.combine(self.read_product(), |a, b| a + b);
            } else if self.skip("− ") {
                found = found.combine(self.read_product(), |a, b| a - b);
            } else {
                return found;
            }
        }
    }

    /// Reads powers with × or ÷ between them.
    fn read_product(&mut self) -> Interval {
        let mut found = self.read_power();
        loop {
            if self.skip("× ") {
                found = found.combine(self.read_power(), |a, b| a * b);
            } else if self.skip("÷ ") {
                let divisor = self.read_power();
                // Divided by a value that may be zero, the result may be anything.
                let may_be_zero = divisor.low <= 0.0 && divisor.high >= 0.0;
                found = if may_be_zero {
                    Interval { low: f64::NEG_INFINITY, high: f64::INFINITY }
                } else {
                    found.combine(divisor, |a, b| a / b)
                };
            } else {
                return found;
            }
        }
    }

    /// Reads a number or a sum in brackets, with an exponent if one follows.
    fn read_power(&mut self) -> Interval {
        let base = if self.skip("(") {
            let inside = self.read_sum();
            assert!(self.skip(")"), "a bracket is not closed before {:?}", self.rest);
            inside
        } else {
            self.read_number()
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
    fn read_number(&mut self) -> Interval {
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
        // Amounts are rounded to two decimals, factors to six; a zero at the end is left out, as
        // in 1,5 for 1,50. The margin is a little wider than half of the last digit.
        let margin = match decimals {
            6.. => 0.000_000_500_1,
            // A floating-point number of this size has no decimals.
            0 if value >= 1e15 => value * 1e-15,
            _ => 0.005_000_1,
        };
        let scale = if self.skip("%") { 0.01 } else { 1.0 };
        let value = if is_negative { -value } else { value };
        Interval { low: (value - margin) * scale, high: (value + margin) * scale }
    }
}
