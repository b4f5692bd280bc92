//! A number as a curve over the probability of a common uniform, at the knots that
//! all tables of quantiles share: a straight line between two of them.

use crate::model::distribution::{KNOT_TAILS, KNOTS, QuantileTable};

/// Number at each knot of the lower tail and of the upper one.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve([[f64; KNOTS]; 2]);

impl Curve {
    /// Makes the curve of the position of an input in its range.
    pub fn of(table: &QuantileTable) -> Curve {
        Curve(table.knots())
    }

    /// Makes the curve of a number that does not depend on anything.
    pub fn constant(value: f64) -> Curve {
        Curve([[value; KNOTS]; 2])
    }

    /// Makes a curve of the numbers of this one.
    pub fn map(mut self, value: impl Fn(f64) -> f64) -> Curve {
        self.0.as_flattened_mut().iter_mut().for_each(|number| *number = value(*number));
        self
    }

    /// Multiplies it by another curve of the same uniform.
    #[inline(never)]
    #[cfg_attr(speed, optimize(speed))]
    pub fn times(mut self, other: &Curve) -> Curve {
        for (number, other) in self.0.as_flattened_mut().iter_mut().zip(other.0.as_flattened()) {
            *number *= other;
        }
        self
    }

    /// Adds a multiple of another curve.
    #[inline(never)]
    #[cfg_attr(speed, optimize(speed))]
    pub fn add(&mut self, times: f64, other: &Curve) {
        for (number, other) in self.0.as_flattened_mut().iter_mut().zip(other.0.as_flattened()) {
            *number += times * other;
        }
    }

    /// Returns the curve over one less the uniform.
    pub fn mirrored(self) -> Curve {
        let [lower, upper] = self.0;
        Curve([upper, lower])
    }

    /// Returns the mean.
    #[inline(never)]
    #[cfg_attr(speed, optimize(speed))]
    pub fn mean(&self) -> f64 {
        let mut sum = 0.0;
        for half in &self.0 {
            for (tails, [a, b]) in KNOT_TAILS.array_windows::<2>().zip(half.array_windows::<2>()) {
                sum += (tails[1] - tails[0]) * (a + b);
            }
        }
        sum / 2.0
    }

    /// Returns the mean of the product with another curve.
    #[inline(never)]
    #[cfg_attr(speed, optimize(speed))]
    pub fn mean_product(&self, other: &Curve) -> f64 {
        let mut sum = 0.0;
        for (half, other) in self.0.iter().zip(&other.0) {
            let both = half.array_windows::<2>().zip(other.array_windows::<2>());
            for (tails, ([a, b], [c, d])) in KNOT_TAILS.array_windows::<2>().zip(both) {
                sum += (tails[1] - tails[0]) * (2.0 * (a * c + b * d) + (a * d + b * c));
            }
        }
        sum / 6.0
    }

    /// Returns the curve less its mean.
    pub fn centred(self) -> Curve {
        let mean = self.mean();
        self.map(|value| value - mean)
    }

    /// Returns the means of the parts above and below zero, both as numbers above
    /// zero, for the curve and a number added to it.
    #[inline(never)]
    #[cfg_attr(speed, optimize(speed))]
    pub fn above_and_below(&self, added: f64) -> [f64; 2] {
        let [mut above, mut below] = [0.0; 2];
        let numbers = || self.0.as_flattened().iter().map(|number| added + number);
        if numbers().all(|number| number >= 0.0) || numbers().all(|number| number <= 0.0) {
            let mean = added + self.mean();
            return [mean.max(0.0), (0.0 - mean).max(0.0)];
        }
        for half in &self.0 {
            for (tails, ends) in KNOT_TAILS.array_windows::<2>().zip(half.array_windows::<2>()) {
                let (probability, [a, b]) = (tails[1] - tails[0], ends.map(|end| added + end));
                if a >= 0.0 && b >= 0.0 {
                    above += probability * (a + b) / 2.0;
                } else if a <= 0.0 && b <= 0.0 {
                    below -= probability * (a + b) / 2.0;
                } else {
                    // The line crosses zero between the knots.
                    let (positive, negative) = (a.max(b), a.min(b));
                    let scale = probability / (2.0 * (positive - negative));
                    above += scale * positive * positive;
                    below += scale * negative * negative;
                }
            }
        }
        [above, below]
    }
}
