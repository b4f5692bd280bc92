//! A number in the calculation of a draw, as its distance from its value.

/// A number in the calculation: `value + from + width × position`, with the
/// positions in one of the columns. Column 0 is all zeros, for what is fixed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor {
    /// The value in the scenario.
    pub value: f64,
    /// Distance from the value to the low end of the range.
    pub from: f64,
    pub width: f64,
    pub column: usize,
}

impl Factor {
    pub fn fixed(value: f64) -> Factor {
        Factor { value, from: 0.0, width: 0.0, column: 0 }
    }

    pub fn is_fixed(self) -> bool {
        self.column == 0
    }

    /// Multiplies the factor by a number.
    pub fn times(self, by: f64) -> Factor {
        Factor { value: self.value * by, from: self.from * by, width: self.width * by, column: self.column }
    }

    /// One less this factor.
    pub fn complement(self) -> Factor {
        Factor { value: 1.0 - self.value, from: -self.from, width: -self.width, column: self.column }
    }

    /// The size that it never exceeds.
    pub fn largest(self) -> f64 {
        let low = self.value + self.from;
        low.abs().max((low + self.width).abs())
    }
}
