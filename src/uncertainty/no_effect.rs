//! A figure at another chance that there is no effect than the one that was simulated.

use crate::uncertainty::dots::share_below;
use crate::uncertainty::{MeanAndSd, Spread};

/// What the draws say of a figure at a chance that there is no effect.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AtNoEffectChance {
    /// Mean of the draws, in euros.
    pub mean: f64,
    /// Share of the draws at or above zero.
    pub positive: f64,
}

impl Spread {
    /// Returns the figure at the chance `other`, from draws that were made at the chance
    /// `simulated`: the same draws with and without an effect, in another proportion. Where no
    /// draw is without effect, `without` is used, the figure without effect at the costs of the
    /// scenario. `None` where all draws are without effect, and `other` is below 1.
    pub fn at_no_effect_chance(&self, simulated: f64, other: f64, without: f64) -> Option<AtNoEffectChance> {
        if other == simulated {
            let Spread { mean, positive, .. } = *self;
            return Some(AtNoEffectChance { mean, positive });
        }
        let without = self.no_effect.unwrap_or(MeanAndSd { mean: without, sd: 0.0 });
        // Without effect only the costs vary, so that almost always all of these draws are at or
        // above zero, or none.
        let positive_without = 1.0 - share_below(without, 0.0);
        let with = match self.effect {
            Some(draws) => {
                let positive = (self.positive - simulated * positive_without) / (1.0 - simulated);
                (draws.mean, positive.clamp(0.0, 1.0))
            }
            None if other >= 1.0 => (0.0, 0.0),
            None => return None,
        };
        let mixed = |with: f64, without: f64| (1.0 - other) * with + other * without;
        let (mean, positive) = (mixed(with.0, without.mean), mixed(with.1, positive_without));
        Some(AtNoEffectChance { mean, positive })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::ScenarioSimulator;
    use crate::uncertainty::{SimulatedFigure, SimulationSummary};

    fn spread(json: &str, chance: f64) -> Spread {
        let json = format!(r#"{{"values":{{"kans-geen-effect":{chance},{json}}}}}"#);
        let packed = ScenarioSimulator::default().simulate_packed(&json, 20_000).unwrap();
        let summary = SimulationSummary::unpack(1, &packed.numbers, &packed.names).unwrap();
        summary.spread(SimulatedFigure::Net).clone()
    }

    /// Simulated at that chance itself, the figure is the same but for the sampling error.
    #[test]
    fn another_chance_gives_what_a_simulation_at_that_chance_gives() {
        for (json, without) in [
            (r#""fte":3.75"#, -300_000.0),
            (r#""dagbesteding.aantal":40"#, -300_000.0),
            (r#""eigen-inkomsten":290000"#, -10_000.0),
        ] {
            for (simulated, others) in [(0.15, [0.0, 0.5, 1.0]), (0.0, [0.0, 0.5, 1.0])] {
                let from = spread(json, simulated);
                for other in others {
                    let found = from.at_no_effect_chance(simulated, other, without).unwrap();
                    let expected = spread(json, other);
                    let (mean, positive) = (found.mean - expected.mean, found.positive - expected.positive);
                    // The costs at their values are not exactly their mean.
                    let error = if simulated > 0.0 { expected.sd / 25.0 } else { 4_000.0 };
                    assert!(mean.abs() < error, "{json} {simulated} {other}: {found:?} {expected:?}");
                    let error = if simulated > 0.0 { 0.02 } else { 0.2 };
                    assert!(positive.abs() < error, "{json} {simulated} {other}: {found:?}");
                }
            }
        }
    }

    #[test]
    fn draws_without_any_effect_say_nothing_of_those_with_one() {
        let none = spread(r#""fte":3.75"#, 1.0);
        assert_eq!(none.at_no_effect_chance(1.0, 0.5, -300_000.0), None);
        assert_eq!(none.at_no_effect_chance(1.0, 1.0, -300_000.0).unwrap().mean, none.mean);
    }
}
