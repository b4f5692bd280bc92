//! Numbers in the calculation of a draw, as deviations from their values in the scenario.

/// A number in the calculation, `value + from + width × position`. The positions, from
/// 0 to 1, are in one of the columns of draws. Most factors are multiplied with each other;
/// ramps and the number of visitors are used by themselves.
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
    /// Makes a factor without spread.
    pub fn fixed(value: f64) -> Factor {
        Factor { value, from: 0.0, width: 0.0, column: 0 }
    }

    /// Returns whether the factor has no spread.
    pub fn is_fixed(self) -> bool {
        self.column == 0
    }

    /// Returns the factor multiplied by a number.
    pub fn times(self, number: f64) -> Factor {
        Factor {
            value: self.value * number,
            from: self.from * number,
            width: self.width * number,
            column: self.column,
        }
    }

    /// Returns one minus this factor.
    pub fn complement(self) -> Factor {
        Factor { value: 1.0 - self.value, from: -self.from, width: -self.width, column: self.column }
    }

    /// Returns the largest absolute value that the factor can have.
    pub fn largest(self) -> f64 {
        let low = self.value + self.from;
        low.abs().max((low + self.width).abs())
    }
}
