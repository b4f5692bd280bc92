//! Running statistics of one figure over all draws: sums, extremes, counts, and a
//! fine histogram. The bins span three times the range of the first block, so draws
//! are counted at once and not stored. The few draws outside that span go to the first
//! or the last bin, which extend to the lowest and the highest draw.

mod block_sums;
mod statistics;

use crate::model::simulation::accumulator::block_sums::BlockSums;
pub use crate::model::simulation::accumulator::block_sums::counted;
use crate::model::simulation::cumulative_distribution::BINS;
use crate::model::simulation::kernel::DrawBlock;
use crate::model::simulation::lanes::{Counts, F32x4, U32x4, count};
use crate::model::simulation::setup::DeterministicFigure;

/// The running totals of one figure.
pub struct Accumulator {
    /// The figure at the values of the scenario.
    figure: DeterministicFigure,
    /// Share of a change in the costs that it bears.
    cost_share: f64,
    /// Chance that there is no effect.
    no_effect_chance: f64,
    /// Whether the figure is uncertain; else draws are only counted.
    varies: bool,
    /// Number of euros in one unit of the deviations, which the kernel gives in a unit of
    /// its own so that single precision is enough.
    euros_per_unit: f64,
    /// Number of draws so far.
    pub draws: usize,
    /// The sum of the deviations from the deterministic figure of the draws with an
    /// effect, and of their squares.
    sums: [f64; 2],
    /// The lowest and the highest deviation from the deterministic figure.
    ends: [f32; 2],
    /// Number of draws in which the figure is at or above zero, and in which it is below
    /// the deterministic figure.
    pub counts: [u32; 2],
    /// Deviation at which the first bin begins, and number of bins per unit.
    grid: [f32; 2],
    /// Number of draws in each bin.
    bins: Box<Counts>,
    /// The deviation from the deterministic figure of each draw.
    #[cfg(test)]
    deviations: Vec<f32>,
}

/// Argument of [`Accumulator::add`]: adds to all statistics.
pub const ALL_STATISTICS: bool = true;
/// Argument of [`Accumulator::add`]: adds only to the statistics that quantiles need.
pub const QUANTILES_ONLY: bool = false;

impl Accumulator {
    /// Makes an accumulator with zero draws; `no_effect_chance` is the chance that there is no
    /// effect.
    pub fn new(
        figure: DeterministicFigure,
        cost_share: f64,
        no_effect_chance: f64,
        euros_per_unit: f64,
    ) -> Accumulator {
        Accumulator {
            figure,
            cost_share,
            no_effect_chance,
            varies: figure.is_uncertain(no_effect_chance),
            euros_per_unit,
            draws: 0,
            sums: [0.0; 2],
            ends: [f32::INFINITY, f32::NEG_INFINITY],
            counts: [0; 2],
            grid: [0.0; 2],
            bins: Box::new([0; BINS]),
            #[cfg(test)]
            deviations: Vec::new(),
        }
    }

    /// Returns the figure at the values of the scenario.
    pub fn deterministic(&self) -> f64 {
        self.figure.value
    }

    /// Returns whether all draws so far are the same.
    pub fn is_certain(&self) -> bool {
        !self.varies || self.ends[0] >= self.ends[1]
    }

    /// Returns the lowest and the highest draw, in euros.
    pub fn ends(&self) -> [f64; 2] {
        if self.varies { self.ends.map(|end| self.value(end)) } else { [self.figure.value; 2] }
    }

    /// Returns the figure at a deviation, in euros. It is exact at the deviation of the draws
    /// without effect, where those are all equal.
    fn value(&self, deviation: f32) -> f64 {
        if !self.figure.varies_without_effect && deviation == self.deviation_without_effect() {
            self.figure.without_effect
        } else {
            self.figure.value + self.euros_per_unit * f64::from(deviation)
        }
    }

    /// Returns the deviation of all draws without effect at the costs of the scenario.
    fn deviation_without_effect(&self) -> f32 {
        (self.figure.deviation_without_effect() / self.euros_per_unit) as f32
    }

    /// Adds the first `draws` deviations of a block. With [`QUANTILES_ONLY`] the sums and
    /// counts are incomplete and must not be used, which saves time where only quantiles
    /// are needed.
    #[cfg_attr(speed, optimize(speed))]
    pub fn add<const STATISTICS: bool>(&mut self, block: &DrawBlock, effect: &DrawBlock, draws: usize) {
        let first = self.draws == 0;
        self.draws += draws;
        if !self.varies {
            self.bins[0] += draws as u32;
            return;
        }
        let zero_figure = ((0.0 - self.figure.value) / self.euros_per_unit) as f32;
        let mut lanes = BlockSums::new(self.ends, zero_figure);
        let (whole, rest) = block.split_at(draws / 4);
        for (quad, effect) in whole.iter().zip(effect) {
            lanes.add::<STATISTICS>(F32x4::load(quad), F32x4::load(effect));
        }
        let BlockSums { sum, squares, lowest, highest, positive, below, .. } = lanes;
        self.sums[0] += sum.total();
        self.sums[1] += squares.total();
        self.counts[0] += counted(positive);
        self.counts[1] += counted(below);
        let fold = |lanes: F32x4, with: fn(f32, f32) -> f32| lanes.array().into_iter().reduce(with);
        self.ends = [fold(lowest, f32::min), fold(highest, f32::max)].map(Option::unwrap_or_default);
        let rest = &rest.as_flattened()[..draws % 4];
        self.add_rest(rest, &effect.as_flattened()[draws - rest.len()..], zero_figure);
        if first {
            self.grid = grid(self.first_ends());
        }
        self.count_in_bins(whole, rest);
        #[cfg(test)]
        self.deviations.extend(&block.as_flattened()[..draws]);
    }

    /// Adds the last draws of a run, at most three.
    fn add_rest(&mut self, rest: &[f32], effect: &[f32], zero_figure: f32) {
        for (deviation, effect) in rest.iter().zip(effect) {
            if *effect >= 0.0 {
                let wide = f64::from(*deviation);
                self.sums[0] += wide;
                self.sums[1] += wide * wide;
            }
            self.ends = [self.ends[0].min(*deviation), self.ends[1].max(*deviation)];
            self.counts[0] += u32::from(*deviation >= zero_figure);
            self.counts[1] += u32::from(*deviation < 0.0);
        }
    }

    /// Returns the ends of the first draws, and of the figure with and without effect
    /// where both are possible.
    fn first_ends(&self) -> [f32; 2] {
        let [low, high] = self.ends;
        if self.no_effect_chance <= 0.0 {
            return [low, high];
        }
        let without = self.deviation_without_effect();
        if self.no_effect_chance >= 1.0 {
            return [low.min(without), high.max(without)];
        }
        [low.min(without).min(0.0), high.max(without).max(0.0)]
    }

    /// Returns a function that gives the offset of the bin of each deviation, in bytes.
    #[inline(always)]
    fn bin_offset(&self) -> impl Fn(F32x4) -> U32x4 + use<> {
        // A float from BINS, a power of two, up to twice that has the number of its bin in
        // the first bits of the mantissa, and its position within the bin in the others.
        const FRACTION_BITS: u32 = f32::MANTISSA_DIGITS - 1 - BINS.ilog2();
        let [low, scale] = self.grid.map(F32x4::splat);
        let first = F32x4::splat(BINS as f32);
        let last = F32x4::splat((2.0 * BINS as f32).next_down());
        move |deviations: F32x4| {
            let position = first + (deviations - low) * scale;
            // Two more bits remain, since `lanes::count` takes offsets in bytes, and a count
            // has four bytes.
            position.max(first).min(last).bits().right::<{ FRACTION_BITS - 2 }>()
        }
    }

    /// Returns the index of the bin of a deviation.
    fn bin(&self, deviation: f32) -> usize {
        let [offset, ..] = self.bin_offset()(F32x4::splat(deviation)).array();
        (offset >> 2) as usize % BINS
    }

    /// Counts deviations in their bins.
    #[cfg_attr(speed, optimize(speed))]
    fn count_in_bins(&mut self, quads: &[[f32; 4]], rest: &[f32]) {
        let offset = self.bin_offset();
        count(&mut self.bins, quads, offset);
        for deviation in rest {
            self.bins[self.bin(*deviation)] += 1;
        }
    }

    /// Returns the deviation of one draw from the deterministic figure, in euros.
    #[cfg(test)]
    pub fn deviation_of_draw(&self, draw: usize) -> f64 {
        if self.varies { self.euros_per_unit * f64::from(self.deviations[draw]) } else { 0.0 }
    }

    /// Returns the start of the first bin and the width of the bins, in euros.
    pub fn grid(&self) -> [f64; 2] {
        let [low, scale] = self.grid.map(f64::from);
        let width = if scale > 0.0 { 1.0 / scale } else { 0.0 };
        [self.figure.value + self.euros_per_unit * low, self.euros_per_unit * width]
    }

    /// Returns the number of draws in each bin; all are in the first one where the figure is
    /// certain.
    pub fn bins(&self) -> &Counts {
        &self.bins
    }
}

/// Lays out the bins over three times a range: returns the start of the first bin,
/// and the number of bins per unit.
fn grid([low, high]: [f32; 2]) -> [f32; 2] {
    let range = if high > low { high - low } else { 1e-6 * high.abs() };
    let scale = BINS as f32 / (3.0 * range);
    [low - range, if scale.is_finite() { scale } else { 0.0 }]
}
