//! Expectations of an input on its range, apart above and below zero: a saving
//! below zero is harm, which has no corrections.

use crate::model::distribution::{QuantileTable, moments};
use crate::model::range::Range;

/// Moments of one number.
#[derive(Clone, Copy, Debug)]
pub struct Moments {
    pub low: f64,
    pub high: f64,
    pub mean: f64,
    pub variance: f64,
    /// Expectation of what is above zero, and of its square.
    pub above: [f64; 2],
    /// Expectation of what is below zero, and of its square.
    pub below: [f64; 2],
}

impl Moments {
    /// Calculates the moments of an input whose value lies at this position in its
    /// range.
    pub fn new(range: Range, mode: f64, table: impl FnOnce() -> std::rc::Rc<QuantileTable>) -> Moments {
        let Range { shape, low, high } = range;
        let width = high - low;
        let (position, spread) = moments(shape, mode);
        let (mean, variance) = (low + width * position, width * width * spread);
        let all = [mean, variance + mean * mean];
        let (above, below) = if low >= 0.0 {
            (all, [0.0; 2])
        } else if high <= 0.0 {
            ([0.0; 2], all)
        } else {
            let above = |x: f64| x.max(0.0);
            let table = table();
            let part = |sign: f64| {
                let value = |position: f64| above(sign * (low + width * position));
                table.segments().fold([0.0; 2], |[first, second], (weight, a, b)| {
                    let (a, b) = (value(a), value(b));
                    [first + weight * (a + b) / 2.0, second + weight * (a * a + a * b + b * b) / 3.0]
                })
            };
            let ([first, second], [first_below, second_below]) = (part(1.0), part(-1.0));
            ([first, second], [-first_below, second_below])
        };
        Moments { low, high, mean, variance, above, below }
    }

    /// Returns the moments of a number without spread.
    pub fn fixed(value: f64) -> Moments {
        let [above, below] = [value.max(0.0), value.min(0.0)].map(|part| [part, part * part]);
        Moments { low: value, high: value, mean: value, variance: 0.0, above, below }
    }
}

/// Mean and variance of a product of independent numbers, from theirs.
pub fn product(factors: &[(f64, f64)]) -> (f64, f64) {
    factors.iter().fold((1.0, 0.0), |(mean, variance), (m, v)| {
        (mean * m, variance * m * m + v * mean * mean + variance * v)
    })
}
