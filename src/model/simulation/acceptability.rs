//! The acceptability curve: at which worth of what has no price is funding
//! more likely than not worth its while?

use crate::model::simulation::cumulative_distribution::CumulativeDistribution;
use serde::Serialize;

/// One point of the curve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct AcceptabilityPoint {
    /// Euros per visitor and year for all that is not in the figures.
    pub drempel: f64,
    /// The chance that saldo + drempel × bezoekers is not below zero.
    pub chance: f64,
}

/// Steps that the curve has at least up to its end.
const STEPS: f64 = 40.0;

/// The curve from € 0 to beyond the P95 of the gap per visitor and beyond the
/// scenario's own drempel. At € 0 it is the share of draws that need nothing.
pub fn curve(gap: &CumulativeDistribution, share_positive: f64, drempel: f64) -> Vec<AcceptabilityPoint> {
    let end = gap.quantile(0.95).max(drempel).max(1.0) * 1.1;
    let step = round_step(end / STEPS);
    let places = 0..=(end / step).ceil() as u32;
    let at = |place: u32| f64::from(place) * step;
    let mut chances = gap.shares(places.clone().map(at));
    chances[0] = share_positive;
    let mut least = 0.0_f64;
    let points = places.zip(chances).map(|(place, chance)| {
        least = least.max(chance);
        AcceptabilityPoint { drempel: at(place), chance: least }
    });
    points.collect()
}

/// The largest of 1, 2 and 5 times a power of ten that is not above this.
fn round_step(most: f64) -> f64 {
    let mut power = 1.0;
    while power > most {
        power /= 10.0;
    }
    while power * 10.0 <= most {
        power *= 10.0;
    }
    [5.0, 2.0].into_iter().map(|times| times * power).find(|step| *step <= most).unwrap_or(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        for (most, step) in [(9.6, 5.0), (2.0, 2.0), (0.0275, 0.02), (1.0, 1.0), (123_456.0, 100_000.0)] {
            assert!((round_step(most) / step - 1.0).abs() < 1e-12, "{most}");
        }
    }
}
