//! Rounding of amounts for sentences and pictures, so that what is shown adds up: the parts
//! to their total, and a difference to the two amounts beside it.
//!
//! The values of `<data>` elements are exact, and so are the tables of 'Rekenblad'.
//!
//! ```
//! use rekenmodel::number::rounding::{Part, rounded, rounded_parts};
//!
//! let total = rounded(291_107.0);
//! assert_eq!(total, 291_000.0);
//! // A rent that was typed is shown as typed; the others are rounded to what is left.
//! let parts = [Part::new(160_011.0), Part::new(20_511.0), Part::typed(36_500.0), Part::new(74_085.0)];
//! assert_eq!(rounded_parts(&parts, total), [160_000.0, 20_500.0, 36_500.0, 74_000.0]);
//! ```

use crate::number::round_up;

/// Amount below which amounts are rounded to [`FINE_STEP`].
const SMALL: f64 = 10_000.0;
/// Step to which an amount is rounded, in euros.
const STEP: f64 = 1_000.0;
/// Step to which an amount below [`SMALL`] is rounded, in euros.
const FINE_STEP: f64 = 100.0;
/// Steps for parts, in euros; the first that leaves no rest is used.
const PART_STEPS: [f64; 5] = [1_000.0, 500.0, 100.0, 50.0, 10.0];

/// One part of a total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Exact amount in euros, at least 0.
    pub amount: f64,
    /// Whether the user typed exactly this amount.
    pub is_typed: bool,
}

impl Part {
    /// Makes a part that was calculated.
    pub fn new(amount: f64) -> Part {
        Part { amount, is_typed: false }
    }

    /// Makes a part that the user typed, which is not rounded.
    pub fn typed(amount: f64) -> Part {
        Part { amount, is_typed: true }
    }
}

/// Returns the step to which an amount is rounded, in euros.
fn step_of(amount: f64) -> f64 {
    if amount.abs() < SMALL { FINE_STEP } else { STEP }
}

/// Rounds an amount to € 1,000, and below € 10,000 to € 100.
pub fn rounded(amount: f64) -> f64 {
    let step = step_of(amount);
    // Adding zero makes a minus zero a zero.
    (amount / step).round() * step + 0.0
}

/// Rounds a threshold up in the steps of [`rounded`], so that 'at least' is true.
pub fn rounded_up(amount: f64) -> f64 {
    let step = step_of(amount);
    round_up(amount / step, 0) * step + 0.0
}

/// Rounds the parts of a total so that they add up to `total`, which is rounded already:
/// typed parts stay as they are, and the others get what is left by largest remainder.
/// Where that is impossible, as without any part that may be rounded, all parts are exact.
pub fn rounded_parts(parts: &[Part], total: f64) -> Vec<f64> {
    let exact = || parts.iter().map(|part| part.amount).collect();
    let typed: f64 = parts.iter().filter(|part| part.is_typed).map(|part| part.amount).sum();
    let left = total - typed;
    let free: Vec<usize> = (0..parts.len()).filter(|index| !parts[*index].is_typed).collect();
    if free.is_empty() || left < 0.0 {
        return exact();
    }
    let is_multiple = |step: f64| (left / step - (left / step).round()).abs() < 1e-9;
    let first = if total.abs() < SMALL { FINE_STEP } else { STEP };
    let step =
        PART_STEPS.into_iter().filter(|step| *step <= first).find(|step| is_multiple(*step)).unwrap_or(1.0);
    let mut shown: Vec<f64> = parts.iter().map(|part| part.amount).collect();
    let mut rest = left;
    for index in &free {
        shown[*index] = (shown[*index] / step).floor() * step;
        rest -= shown[*index];
    }
    let remainder = |index: &usize| parts[*index].amount - (parts[*index].amount / step).floor() * step;
    let mut by_remainder = free.clone();
    by_remainder.sort_by(|a, b| remainder(b).total_cmp(&remainder(a)));
    let largest = free.into_iter().max_by(|a, b| shown[*a].total_cmp(&shown[*b]));
    for index in by_remainder {
        if rest < step / 2.0 {
            break;
        }
        shown[index] += step;
        rest -= step;
    }
    // What is left is less than a step, or the difference between the total and the exact sum.
    if let Some(largest) = largest {
        shown[largest] += rest;
    }
    if shown.iter().any(|amount| *amount < 0.0) { exact() } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_rounded_to_thousands_and_small_ones_to_hundreds() {
        assert_eq!(
            [291_107.0, 9_949.0, 9_960.0, -146_400.0, -30.0].map(rounded),
            [291_000.0, 9_900.0, 10_000.0, -146_000.0, 0.0]
        );
        assert_eq!([200_000.0, 200_000.4, 8_001.0].map(rounded_up), [200_000.0, 201_000.0, 8_100.0]);
    }

    #[test]
    fn all_typed_parts_stay_as_they_are() {
        let parts = [Part::typed(100.0), Part::typed(23.0)];
        assert_eq!(rounded_parts(&parts, 100.0), [100.0, 23.0]);
    }

    proptest! {
        #[test]
        fn parts_add_up_to_the_total_and_are_near_their_amounts(
            amounts in proptest::collection::vec((0.0..400_000.0_f64, any::<bool>()), 1..9)
        ) {
            let parts: Vec<Part> = amounts
                .iter()
                .map(|(amount, is_typed)| if *is_typed { Part::typed(amount.round()) } else { Part::new(*amount) })
                .collect();
            let total = rounded(parts.iter().map(|part| part.amount).sum());
            let shown = rounded_parts(&parts, total);
            let typed: f64 = parts.iter().filter(|part| part.is_typed).map(|part| part.amount).sum();
            if parts.iter().any(|part| !part.is_typed) && typed <= total {
                prop_assert!((shown.iter().sum::<f64>() - total).abs() < 1e-6, "{shown:?} {total}");
            }
            for (shown, part) in shown.iter().zip(&parts) {
                prop_assert!(!part.is_typed || *shown == part.amount);
                prop_assert!((shown - part.amount).abs() <= 2_000.0, "{shown} {}", part.amount);
            }
        }
    }
}
