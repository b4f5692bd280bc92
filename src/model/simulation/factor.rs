//! A number in the calculation of a draw, as its deviation from its value.

/// A number in the calculation, `value + from + width × position`. The positions, from
/// 0 to 1, are in one of the columns of draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor {
    /// The value in the scenario.
    pub value: f64,
    /// Deviation from the value at position 0, where the input is at its low end.
    pub from: f64,
    /// Change from position 0 to position 1, where the input is at its high end.
    pub width: f64,
    /// Number of the column with its positions; 0 for a fixed number.
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

    /// The largest absolute value that it can have.
    pub fn largest(self) -> f64 {
        let low = self.value + self.from;
        low.abs().max((low + self.width).abs())
    }
}
