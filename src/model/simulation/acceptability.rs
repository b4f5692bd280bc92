//! The acceptability curve: for each drempel (the worth of all effects without a
//! price, per visitor and year) the chance that funding is worth its while.

use crate::model::simulation::cumulative_distribution::CumulativeDistribution;
use serde::Serialize;

/// One point of the curve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct AcceptabilityPoint {
    /// Worth of all effects without a price, in euros per visitor and year.
    pub drempel: f64,
    /// The chance that saldo + drempel × bezoekers is not below zero.
    pub chance: f64,
}

/// Smallest number of steps from the start to the end of the curve.
const STEPS: f64 = 40.0;

/// Calculates the curve from the distribution of the gap per visitor, from € 0 to beyond
/// the P95 of that gap and the scenario's own `drempel`. At € 0 it is `share_positive`, the
/// share of draws in which the savings alone cover the costs.
pub fn curve(
    gap_per_visitor: &CumulativeDistribution,
    share_positive: f64,
    drempel: f64,
) -> Vec<AcceptabilityPoint> {
    let end = gap_per_visitor.quantile(0.95).max(drempel).max(1.0) * 1.1;
    let step = round_step(end / STEPS);
    let indexes = 0..=(end / step).ceil() as u32;
    let drempel_at = |index: u32| f64::from(index) * step;
    let mut chances = gap_per_visitor.shares(indexes.clone().map(drempel_at));
    chances[0] = share_positive;
    // The chance cannot fall as the drempel rises. But the first chance is exact and the
    // others are interpolated, so the second could come out lower than the first.
    let mut highest = 0.0_f64;
    let points = indexes.zip(chances).map(|(index, chance)| {
        highest = highest.max(chance);
        AcceptabilityPoint { drempel: drempel_at(index), chance: highest }
    });
    points.collect()
}

/// Returns the largest of 1, 2 and 5 times a power of ten that is at most `limit`.
fn round_step(limit: f64) -> f64 {
    let mut power = 1.0;
    while power > limit {
        power /= 10.0;
    }
    while power * 10.0 <= limit {
        power *= 10.0;
    }
    [5.0, 2.0].into_iter().map(|times| times * power).find(|step| *step <= limit).unwrap_or(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        for (limit, step) in [(9.6, 5.0), (2.0, 2.0), (0.0275, 0.02), (1.0, 1.0), (123_456.0, 100_000.0)] {
            assert!((round_step(limit) / step - 1.0).abs() < 1e-12, "{limit}");
        }
    }
}
