//! Running statistics of one figure over all draws: sums, extremes, counts, and a
//! fine histogram. The bins span three times the range of the first block, so draws
//! are counted at once and not stored. The few draws outside that span go to the first
//! or the last bin, which extend to the lowest and the highest draw.

use crate::model::simulation::kernel::DrawBlock;
use crate::model::simulation::lanes::{Counts, F32x4, U32x4, count};
use crate::model::simulation::summary::BINS;

/// The running totals of one figure.
pub struct Accumulator {
    /// The figure at the values of the scenario.
    deterministic: f64,
    /// Whether the figure is uncertain; else draws are only counted.
    varies: bool,
    /// Number of euros in one unit of the deviations, which the kernel gives in a unit of
    /// its own so that single precision is enough.
    euros_per_unit: f64,
    /// Number of draws so far.
    pub draws: usize,
    /// The sum of the deviations from the deterministic figure, and of their squares.
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

/// Sums and counts of a block, four draws at a time.
struct Lanes {
    /// Deviation at which the figure itself is zero.
    zero_figure: F32x4,
    zero: F32x4,
    sum: F32x4,
    squares: F32x4,
    lowest: F32x4,
    highest: F32x4,
    positive: U32x4,
    below: U32x4,
}

impl Lanes {
    fn new(ends: [f32; 2], zero_figure: f32) -> Lanes {
        let zero = F32x4::splat(0.0);
        Lanes {
            zero_figure: F32x4::splat(zero_figure),
            zero,
            sum: zero,
            squares: zero,
            lowest: F32x4::splat(ends[0]),
            highest: F32x4::splat(ends[1]),
            positive: U32x4::splat(0),
            below: U32x4::splat(0),
        }
    }

    #[inline(always)]
    fn add<const STATISTICS: bool>(&mut self, deviation: F32x4) {
        self.lowest = self.lowest.min(deviation);
        self.highest = self.highest.max(deviation);
        if STATISTICS {
            self.sum = self.sum + deviation;
            self.squares = self.squares + deviation * deviation;
            self.positive = self.positive + deviation.at_least(self.zero_figure);
            self.below = self.below + deviation.below(self.zero);
        }
    }
}

impl Accumulator {
    /// Makes an accumulator with zero draws; `varies` is whether the figure is uncertain.
    pub fn new(deterministic: f64, varies: bool, euros_per_unit: f64) -> Accumulator {
        Accumulator {
            deterministic,
            varies,
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
        self.deterministic
    }

    /// Returns whether all draws so far are the same.
    pub fn is_certain(&self) -> bool {
        !self.varies || self.ends[0] >= self.ends[1]
    }

    /// Returns the lowest and the highest draw, in euros.
    pub fn ends(&self) -> [f64; 2] {
        if self.varies {
            self.ends.map(|end| self.deterministic + self.euros_per_unit * f64::from(end))
        } else {
            [self.deterministic; 2]
        }
    }

    /// Returns the mean deviation from the deterministic figure, and the standard
    /// deviation of the draws, in euros.
    pub fn mean_and_sd(&self) -> [f64; 2] {
        let draws = self.draws as f64;
        let mean = self.sums[0] / draws;
        let variance = (self.sums[1] - self.sums[0] * mean) / (draws - 1.0);
        [mean, variance.max(0.0).sqrt()].map(|deviation| self.euros_per_unit * deviation)
    }

    /// Adds the first `draws` deviations of a block. With [`QUANTILES_ONLY`] the sums and
    /// counts are incomplete and must not be used, which saves time where only quantiles
    /// are needed.
    #[cfg_attr(speed, optimize(speed))]
    pub fn add<const STATISTICS: bool>(&mut self, block: &DrawBlock, draws: usize) {
        let first = self.draws == 0;
        self.draws += draws;
        if !self.varies {
            self.bins[0] += draws as u32;
            return;
        }
        let zero_figure = ((0.0 - self.deterministic) / self.euros_per_unit) as f32;
        let mut lanes = Lanes::new(self.ends, zero_figure);
        let (whole, rest) = block.split_at(draws / 4);
        for quad in whole {
            lanes.add::<STATISTICS>(F32x4::load(quad));
        }
        let Lanes { sum, squares, lowest, highest, positive, below, .. } = lanes;
        self.sums[0] += sum.total();
        self.sums[1] += squares.total();
        // A comparison that holds gives minus one.
        let count = |ones: U32x4| ones.array().iter().map(|lane| lane.wrapping_neg()).sum::<u32>();
        self.counts[0] += count(positive);
        self.counts[1] += count(below);
        let fold = |lanes: F32x4, with: fn(f32, f32) -> f32| lanes.array().into_iter().reduce(with);
        self.ends = [fold(lowest, f32::min), fold(highest, f32::max)].map(Option::unwrap_or_default);
        let rest = &rest.as_flattened()[..draws % 4];
        self.add_rest(rest, zero_figure);
        if first {
            self.grid = grid(self.ends);
        }
        self.count_in_bins(whole, rest);
        #[cfg(test)]
        self.deviations.extend(&block.as_flattened()[..draws]);
    }

    /// Adds the last draws of a run, at most three.
    fn add_rest(&mut self, rest: &[f32], zero_figure: f32) {
        for deviation in rest {
            let wide = f64::from(*deviation);
            self.sums[0] += wide;
            self.sums[1] += wide * wide;
            self.ends = [self.ends[0].min(*deviation), self.ends[1].max(*deviation)];
            self.counts[0] += u32::from(*deviation >= zero_figure);
            self.counts[1] += u32::from(*deviation < 0.0);
        }
    }

    /// Counts deviations in their bins.
    #[cfg_attr(speed, optimize(speed))]
    fn count_in_bins(&mut self, quads: &[[f32; 4]], rest: &[f32]) {
        // A float from BINS, a power of two, up to twice that has the number of its bin in
        // the first bits of the mantissa, and its position within the bin in the others.
        const FRACTION_BITS: u32 = f32::MANTISSA_DIGITS - 1 - BINS.ilog2();
        let [low, scale] = self.grid.map(F32x4::splat);
        let first = F32x4::splat(BINS as f32);
        let last = F32x4::splat((2.0 * BINS as f32).next_down());
        let offset = |deviations: F32x4| {
            let position = first + (deviations - low) * scale;
            // Two more bits remain, since `lanes::count` takes offsets in bytes, and a count
            // has four bytes.
            position.max(first).min(last).bits().right::<{ FRACTION_BITS - 2 }>()
        };
        count(&mut self.bins, quads, offset);
        for deviation in rest {
            let [offset, ..] = offset(F32x4::splat(*deviation)).array();
            self.bins[(offset >> 2) as usize % BINS] += 1;
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
        [self.deterministic + self.euros_per_unit * low, self.euros_per_unit * width]
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
