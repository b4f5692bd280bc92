//! Expectations of an input on its range, separately above and below zero, since a
//! saving below zero is harm, to which no corrections apply.

use crate::model::distribution::{QuantileTable, Segment, moments};
use crate::model::range::Range;

/// Moments of one number, and its range.
#[derive(Clone, Copy, Debug)]
pub struct Moments {
    /// Low end of the range.
    pub low: f64,
    /// High end of the range.
    pub high: f64,
    /// Expectation of the number.
    pub mean: f64,
    /// Variance of the number.
    pub variance: f64,
    /// Expectations of max(x, 0) and of its square.
    pub above: [f64; 2],
    /// Expectations of min(x, 0) and of its square.
    pub below: [f64; 2],
}

impl Moments {
    /// Calculates the moments of an input whose value lies at position `mode` in its
    /// range. `table` is only called where the range has zero inside.
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
            let table = table();
            let one_side = |sign: f64| {
                let value = |position: f64| (sign * (low + width * position)).max(0.0);
                table.segments().fold([0.0; 2], |[first, second], Segment { probability, start, end }| {
                    let (a, b) = (value(start), value(end));
                    [
                        first + probability * (a + b) / 2.0,
                        second + probability * (a * a + a * b + b * b) / 3.0,
                    ]
                })
            };
            let ([first, second], [first_below, second_below]) = (one_side(1.0), one_side(-1.0));
            ([first, second], [-first_below, second_below])
        };
        Moments { low, high, mean, variance, above, below }
    }

    /// Returns the moments of a number without spread.
    pub fn fixed(value: f64) -> Moments {
        let [above, below] = [value.max(0.0), value.min(0.0)].map(|value| [value, value * value]);
        Moments { low: value, high: value, mean: value, variance: 0.0, above, below }
    }
}

/// Returns mean and variance of a product of independent numbers, from the mean and
/// variance of each.
pub fn product(factors: &[(f64, f64)]) -> (f64, f64) {
    factors.iter().fold((1.0, 0.0), |(mean, variance), (m, v)| {
        (mean * m, variance * m * m + v * mean * mean + variance * v)
    })
}
