//! Costs in the draws without an effect.

use crate::model::simulation::accumulator::counted;
use crate::model::simulation::kernel::DrawBlock;
use crate::model::simulation::lanes::{F32x4, U32x4};

/// Costs of the draws without an effect, as deviations from the costs of the
/// scenario. No other input changes a figure without effect.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CostsWithoutEffect {
    /// Number of draws without an effect.
    pub draws: u32,
    /// The sum of the deviations, and of their squares.
    pub sums: [f64; 2],
}

impl CostsWithoutEffect {
    /// Adds a block of draws; those with an effect are left out.
    #[cfg_attr(speed, optimize(speed))]
    pub fn add(&mut self, costs: &DrawBlock, effect: &DrawBlock) {
        let zero = F32x4::splat(0.0);
        let [mut sum, mut squares] = [zero; 2];
        let mut draws = U32x4::splat(0);
        for (costs, effect) in costs.iter().zip(effect) {
            let effect = F32x4::load(effect);
            let costs = effect.if_negative(F32x4::load(costs), zero);
            sum = sum + costs;
            squares = squares + costs * costs;
            draws = draws + effect.below(zero);
        }
        self.sums[0] += sum.total();
        self.sums[1] += squares.total();
        self.draws += counted(draws);
    }
}
