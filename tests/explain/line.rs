//! Calculates a line of text as a person with a calculator would: what is
//! rounded in it may be anything that rounds to it, so the answer is a range.

/// Every value between two ends.
#[derive(Clone, Copy, Debug)]
pub struct Range(pub f64, pub f64);

impl Range {
    fn of(ends: &[f64]) -> Range {
        let lowest = ends.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = ends.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        // The operations themselves round as well.
        let slack = 1e-12 * lowest.abs().max(highest.abs());
        Range(lowest - slack, highest + slack)
    }

    fn with(self, other: Range, operation: fn(f64, f64) -> f64) -> Range {
        let ends = [(self.0, other.0), (self.0, other.1), (self.1, other.0), (self.1, other.1)];
        Range::of(&ends.map(|(a, b)| operation(a, b)))
    }

    /// Whether the two have a value in common.
    pub fn meets(self, other: Range) -> bool {
        self.0 <= other.1 && other.0 <= self.1
    }
}

/// What a line of text comes to.
pub fn calculated(line: &str) -> Range {
    let (line, ceiling) = match line.strip_suffix(", hoogstens 100%") {
        Some(line) => (line, 1.0),
        None => (line, f64::INFINITY),
    };
    let (line, floor) = match line.strip_suffix(", minstens €\u{a0}0") {
        Some(line) => (line, true),
        None => (line, false),
    };
    let mut reader = Reader { rest: line };
    let found = reader.sum();
    assert_eq!(reader.rest.trim(), "", "not read to the end: {line}");
    let found = if floor { Range(found.0.max(0.0), found.1.max(0.0)) } else { found };
    Range(found.0.min(ceiling), found.1.min(ceiling))
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn takes(&mut self, sign: &str) -> bool {
        let rest = self.rest.trim_start().strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn sum(&mut self) -> Range {
        let mut found = self.product();
        loop {
            if self.takes("+ ") {
                found = found.with(self.product(), |a, b| a + b);
            } else if self.takes("− ") {
                found = found.with(self.product(), |a, b| a - b);
            } else {
                return found;
            }
        }
    }

    fn product(&mut self) -> Range {
        let mut found = self.power();
        loop {
            if self.takes("× ") {
                found = found.with(self.power(), |a, b| a * b);
            } else if self.takes("÷ ") {
                let by = self.power();
                // What may be nothing divides to anything.
                let nothing = by.0 <= 0.0 && by.1 >= 0.0;
                found = if nothing {
                    Range(f64::NEG_INFINITY, f64::INFINITY)
                } else {
                    found.with(by, |a, b| a / b)
                };
            } else {
                return found;
            }
        }
    }

    fn power(&mut self) -> Range {
        let base = if self.takes("(") {
            let inside = self.sum();
            assert!(self.takes(")"), "a bracket is not closed before {:?}", self.rest);
            inside
        } else {
            self.number()
        };
        let mut times = 0;
        while let Some(digit) =
            self.rest.chars().next().and_then(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|d| d == c))
        {
            times = times * 10 + digit;
            self.rest = &self.rest[self.rest.chars().next().unwrap().len_utf8()..];
        }
        (1..times).fold(base, |product, _| product.with(base, |a, b| a * b))
    }

    /// `€ 1.234,56`, `−50%`, `3,75`.
    fn number(&mut self) -> Range {
        self.takes("€\u{a0}");
        let minus = self.takes("−");
        let allowed = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
        let end = self.rest.find(|c| !allowed(c)).unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        self.rest = rest;
        let value: f64 = digits
            .replace('.', "")
            .replace(',', ".")
            .parse()
            .unwrap_or_else(|_| panic!("{digits:?} {rest:?}"));
        let decimals = digits.split_once(',').map_or(0, |(_, decimals)| decimals.len());
        // Exact where it is short; else rounded to two decimals, a factor to six.
        let off = match decimals {
            2 => 0.005_000_1,
            6.. => 0.000_000_500_1,
            // Zeros at the end of a rounded number are left out.
            1 => 0.005_000_1,
            _ => {
                if value >= 1e15 {
                    value * 1e-15
                } else {
                    0.005_000_1
                }
            }
        };
        let scale = if self.takes("%") { 0.01 } else { 1.0 };
        let value = if minus { -value } else { value };
        Range((value - off) * scale, (value + off) * scale)
    }
}
