//! A number as a curve over the probability of a common uniform, in the cells that
//! all tables of quantiles share: a straight line within each.

use crate::model::distribution::QuantileTable;

/// Number at both ends of each cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve(pub Vec<[f64; 2]>);

impl Curve {
    /// Makes the curve of a number that depends on the position of an input in its
    /// range.
    pub fn of(table: &QuantileTable, value: impl Fn(f64) -> f64) -> Curve {
        Curve(table.segments().map(|(_, from, to)| [value(from), value(to)]).collect())
    }

    /// Makes the curve of a number that does not depend on anything.
    pub fn constant(value: f64) -> Curve {
        Curve(QuantileTable::probabilities().map(|_| [value; 2]).collect())
    }

    /// Makes a curve of the numbers of this one.
    pub fn map(&self, value: impl Fn(f64) -> f64) -> Curve {
        Curve(self.0.iter().map(|ends| ends.map(&value)).collect())
    }

    /// Multiplies it by another curve of the same uniform.
    pub fn times(mut self, other: &Curve) -> Curve {
        for (ends, [a, b]) in self.0.iter_mut().zip(&other.0) {
            *ends = [ends[0] * a, ends[1] * b];
        }
        self
    }

    /// Adds a multiple of another curve.
    pub fn add(&mut self, times: f64, other: &Curve) {
        for (ends, [a, b]) in self.0.iter_mut().zip(&other.0) {
            *ends = [ends[0] + times * a, ends[1] + times * b];
        }
    }

    /// Returns the curve over one less the uniform.
    pub fn mirrored(&self) -> Curve {
        // The cells of the upper tail come after those of the lower one.
        let (lower, upper) = self.0.split_at(self.0.len() / 2);
        Curve([upper, lower].concat())
    }

    /// Returns the mean.
    pub fn mean(&self) -> f64 {
        let cells = QuantileTable::probabilities().zip(&self.0);
        cells.map(|(weight, [a, b])| weight * (a + b) / 2.0).sum()
    }

    /// Returns the mean of the product with another curve.
    #[cfg_attr(speed, optimize(speed))]
    pub fn mean_product(&self, other: &Curve) -> f64 {
        let cells = QuantileTable::probabilities().zip(self.0.iter().zip(&other.0));
        cells.map(|(weight, ([a, b], [c, d]))| weight * (2.0 * (a * c + b * d) + (a * d + b * c)) / 6.0).sum()
    }

    /// Returns the curve less its mean.
    pub fn centred(self) -> Curve {
        let mean = self.mean();
        self.map(|value| value - mean)
    }

    /// Returns the means of what lies above and below zero, both as numbers above
    /// zero, for the curve and a number added to it.
    pub fn above_and_below(&self, added: f64) -> [f64; 2] {
        let [mut above, mut below] = [0.0; 2];
        for (weight, ends) in QuantileTable::probabilities().zip(&self.0) {
            let [a, b] = ends.map(|end| added + end);
            if a >= 0.0 && b >= 0.0 {
                above += weight * (a + b) / 2.0;
            } else if a <= 0.0 && b <= 0.0 {
                below -= weight * (a + b) / 2.0;
            } else {
                // The line crosses zero within the cell.
                let (positive, negative) = (a.max(b), a.min(b));
                let part = weight / (2.0 * (positive - negative));
                above += part * positive * positive;
                below += part * negative * negative;
            }
        }
        [above, below]
    }
}
