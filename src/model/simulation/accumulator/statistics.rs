//! Moments of the draws of a figure, and the values that many of them have.

use crate::model::simulation::accumulator::Accumulator;
use crate::model::simulation::costs_without_effect::CostsWithoutEffect;
use crate::model::simulation::cumulative_distribution::Atom;
use crate::model::simulation::summary::MeanAndSd;

impl Accumulator {
    /// Returns the values that more draws than one have exactly, in rising order: each with
    /// its bin and its number of draws.
    pub fn atoms(&self, costs: &CostsWithoutEffect) -> Vec<Atom> {
        let without = costs.draws;
        let with = self.draws as u32 - without;
        let both = [
            (
                self.figure.varies_without_effect,
                self.figure.without_effect,
                self.deviation_without_effect(),
                without,
            ),
            (self.figure.varies, self.figure.value, 0.0, with),
        ];
        let atoms = both.into_iter().filter(|(varies, _, _, draws)| self.varies && !varies && *draws > 0);
        let atom =
            |(_, value, deviation, draws)| Atom { value, bin: self.bin(deviation), draws: f64::from(draws) };
        let mut atoms: Vec<Atom> = atoms.map(atom).collect();
        atoms.sort_by(|a, b| a.value.total_cmp(&b.value));
        atoms
    }

    /// Returns mean and standard deviation of all draws, of those with an effect and of those
    /// without, in euros; each `None` where there are no such draws.
    pub fn moments(&self, costs: &CostsWithoutEffect) -> [Option<MeanAndSd>; 3] {
        let without = f64::from(costs.draws);
        let with = self.draws as f64 - without;
        // Without effect a figure is what it is at the costs of the scenario, less its
        // share of the deviation of the costs.
        let (deviation, share) =
            (self.figure.deviation_without_effect() / self.euros_per_unit, self.cost_share);
        let [sum, squares] = costs.sums;
        let own = [-share * sum, share * share * squares];
        let sums_without =
            [without * deviation + own[0], deviation * (without * deviation + 2.0 * own[0]) + own[1]];
        let moments = |value: f64, draws: f64, [sum, squares]: [f64; 2]| {
            let mean = sum / draws;
            // A single draw has no spread.
            let variance = (squares - sum * mean) / (draws - 1.0).max(1.0);
            let sd = self.euros_per_unit * variance.max(0.0).sqrt();
            (draws > 0.0).then_some(MeanAndSd { mean: value + self.euros_per_unit * mean + 0.0, sd })
        };
        let all = [self.sums[0] + sums_without[0], self.sums[1] + sums_without[1]];
        [
            moments(self.figure.value, with + without, all),
            moments(self.figure.value, with, self.sums),
            moments(self.figure.without_effect, without, own),
        ]
    }
}
