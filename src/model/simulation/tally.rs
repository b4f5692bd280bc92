//! What is kept of one figure over all draws: sums, extremes, counts, and each
//! draw's distance from the point for the fine histogram.

use super::kernel::Block;
use super::lanes::{F32x4, U32x4, count};
use super::summary::BINS;

/// The running totals of one figure.
pub struct Tally {
    /// The figure at the values of the scenario.
    point: f64,
    /// Whether it is uncertain; else nothing is kept.
    moves: bool,
    /// Euros in the unit of all distances.
    unit: f64,
    /// Draws so far.
    pub draws: usize,
    /// The sum of the distances from the point, and of their squares.
    sums: [f64; 2],
    /// The lowest and the highest distance from the point.
    ends: [f32; 2],
    /// Draws at or above zero, and below the point.
    pub counts: [u32; 2],
    /// The distance from the point of each draw.
    distances: Vec<[[f32; 4]; 2]>,
}

/// What is kept of a block, four draws at a time.
struct Lanes {
    zero: F32x4,
    nothing: F32x4,
    sum: F32x4,
    squares: F32x4,
    lowest: F32x4,
    highest: F32x4,
    positive: U32x4,
    below: U32x4,
}

impl Lanes {
    fn new(ends: [f32; 2], zero: f32) -> Lanes {
        let nothing = F32x4::splat(0.0);
        Lanes {
            zero: F32x4::splat(zero),
            nothing,
            sum: nothing,
            squares: nothing,
            lowest: F32x4::splat(ends[0]),
            highest: F32x4::splat(ends[1]),
            positive: U32x4::splat(0),
            below: U32x4::splat(0),
        }
    }

    #[inline(always)]
    fn add<const SUMS: bool>(&mut self, distance: F32x4) {
        self.lowest = self.lowest.min(distance);
        self.highest = self.highest.max(distance);
        if SUMS {
            self.sum = self.sum + distance;
            self.squares = self.squares + distance * distance;
            self.positive = self.positive + distance.at_least(self.zero);
            self.below = self.below + distance.below(self.nothing);
        }
    }
}

impl Tally {
    /// Nothing yet, of so many draws to come, with distances in this unit.
    pub fn new(point: f64, moves: bool, unit: f64, draws: usize) -> Tally {
        let distances = Vec::with_capacity(if moves { draws.div_ceil(8) } else { 0 });
        let ends = [f32::INFINITY, f32::NEG_INFINITY];
        Tally { point, moves, unit, draws: 0, sums: [0.0; 2], ends, counts: [0; 2], distances }
    }

    /// The figure at the values of the scenario.
    pub fn point(&self) -> f64 {
        self.point
    }

    /// Whether all draws so far are the same.
    pub fn is_certain(&self) -> bool {
        !self.moves || self.ends[0] >= self.ends[1]
    }

    /// The lowest and the highest draw.
    pub fn ends(&self) -> [f64; 2] {
        if self.moves {
            self.ends.map(|end| self.point + self.unit * f64::from(end))
        } else {
            [self.point; 2]
        }
    }

    /// The mean distance from the point, and the standard deviation.
    pub fn mean_and_sd(&self) -> [f64; 2] {
        let draws = self.draws as f64;
        let mean = self.sums[0] / draws;
        let variance = (self.sums[1] - self.sums[0] * mean) / (draws - 1.0);
        [mean, variance.max(0.0).sqrt()].map(|distance| self.unit * distance)
    }

    /// Adds the first `draws` distances of a block; sums and counts only where
    /// they are asked for.
    pub fn add<const SUMS: bool>(&mut self, block: &Block, draws: usize) {
        self.draws += draws;
        if !self.moves {
            return;
        }
        let zero_lies = ((0.0 - self.point) / self.unit) as f32;
        let mut of = Lanes::new(self.ends, zero_lies);
        let (eights, _) = block.as_chunks::<2>();
        let (whole, rest) = (draws / 8, draws % 8);
        self.distances.extend(eights[..whole].iter().map(|eight| {
            of.add::<SUMS>(F32x4::load(&eight[0]));
            of.add::<SUMS>(F32x4::load(&eight[1]));
            *eight
        }));
        let Lanes { sum, squares, lowest, highest, positive, below, .. } = of;
        self.sums[0] += sum.total();
        self.sums[1] += squares.total();
        // Each one counted is a minus one.
        let count = |ones: U32x4| ones.array().iter().map(|lane| lane.wrapping_neg()).sum::<u32>();
        self.counts[0] += count(positive);
        self.counts[1] += count(below);
        let fold = |lanes: F32x4, with: fn(f32, f32) -> f32| lanes.array().into_iter().reduce(with);
        self.ends = [fold(lowest, f32::min), fold(highest, f32::max)].map(Option::unwrap_or_default);
        if rest > 0 {
            self.add_rest(&eights[whole].as_flattened()[..rest], zero_lies);
        }
    }

    /// The last one to seven draws of a run.
    fn add_rest(&mut self, rest: &[f32], zero_lies: f32) {
        let mut eight = [[0.0; 4]; 2];
        for (distance, kept) in rest.iter().zip(eight.as_flattened_mut()) {
            let wide = f64::from(*distance);
            self.sums[0] += wide;
            self.sums[1] += wide * wide;
            self.ends = [self.ends[0].min(*distance), self.ends[1].max(*distance)];
            self.counts[0] += u32::from(*distance >= zero_lies);
            self.counts[1] += u32::from(*distance < 0.0);
            *kept = *distance;
        }
        self.distances.push(eight);
    }

    /// How far one draw lies from the point, in euros.
    #[cfg(test)]
    pub fn distance(&self, draw: usize) -> f64 {
        if self.moves { self.unit * f64::from(self.distances[draw / 8].as_flattened()[draw % 8]) } else { 0.0 }
    }

    /// Counts the draws in equal bins from the lowest to the highest.
    pub fn bins(&self) -> Box<[u32; BINS]> {
        let mut bins = Box::new([0; BINS]);
        let [low, high] = self.ends;
        let scale = BINS as f32 / (high - low);
        if self.is_certain() || !scale.is_finite() {
            bins[0] = self.draws as u32;
            return bins;
        }
        // From 4096 up to 8192 the first bits of a float are its whole part.
        const WHOLE: u32 = f32::MANTISSA_DIGITS - 1 - BINS.ilog2();
        let (lowest, scale, first) = (F32x4::splat(low), F32x4::splat(scale), F32x4::splat(BINS as f32));
        let last = F32x4::splat((2.0 * BINS as f32).next_down());
        let place = |quad: &[f32; 4]| {
            let place = (first + (F32x4::load(quad) - lowest) * scale).min(last);
            // Times the four bytes of a number.
            place.bits().right::<{ WHOLE - 2 }>()
        };
        let quads = self.distances.as_flattened();
        let (whole, rest) = (&quads[..self.draws / 4], &quads[self.draws / 4..]);
        count(&mut bins, whole.iter().map(place));
        for quad in rest.iter().take(1) {
            for place in &place(quad).array()[..self.draws % 4] {
                bins[(*place >> 2) as usize % BINS] += 1;
            }
        }
        bins
    }
}
