//! What is kept of one figure over all draws: sums, extremes, counts, and each
//! draw's distance from the point for the fine histogram.

use super::kernel::QUADS;
use super::lanes::{F32x4, F64x4};

/// The running totals of one figure.
pub struct Tally {
    /// The figure at the values of the scenario.
    point: f64,
    /// Whether it is uncertain; else nothing is kept.
    moves: bool,
    /// Draws so far.
    pub draws: usize,
    /// The sum of the distances from the point, and of their squares.
    pub sums: [f64; 2],
    /// The lowest and the highest distance from the point.
    pub ends: [f64; 2],
    /// Draws at or above zero, and below the point.
    pub counts: [f64; 2],
    /// The distance from the point of each draw.
    distances: Vec<[f32; 4]>,
}

impl Tally {
    /// Nothing yet, of so many draws to come.
    pub fn new(point: f64, moves: bool, draws: usize) -> Tally {
        let distances = Vec::with_capacity(if moves { draws.div_ceil(4) } else { 0 });
        let ends = [f64::INFINITY, f64::NEG_INFINITY];
        Tally { point, moves, draws: 0, sums: [0.0; 2], ends, counts: [0.0; 2], distances }
    }

    /// The figure at the values of the scenario.
    pub fn point(&self) -> f64 {
        self.point
    }

    /// Whether all draws so far are the same.
    pub fn is_certain(&self) -> bool {
        !self.moves || self.ends[0] >= self.ends[1]
    }

    /// The one value that the figure has where it is certain.
    pub fn certain(&self) -> f64 {
        if self.moves { self.point + self.ends[0] } else { self.point }
    }

    /// Adds the first `draws` values of a block.
    pub fn add(&mut self, values: &[[f64; 4]; QUADS], draws: usize) {
        self.draws += draws;
        if !self.moves {
            return;
        }
        let (point, zero) = (F64x4::splat(self.point), F64x4::splat(0.0));
        let [mut sum, mut squares, mut positive, mut below] = [zero; 4];
        let [mut lowest, mut highest] = self.ends.map(F64x4::splat);
        let (whole, rest) = (draws / 4, draws % 4);
        for values in &values[..whole] {
            let value = F64x4::load(values);
            let distance = value - point;
            sum = sum + distance;
            squares = squares + distance * distance;
            lowest = lowest.min(distance);
            highest = highest.max(distance);
            positive = positive + value.at_least(zero);
            below = below + value.below(point);
            self.distances.push(distance.narrow().array());
        }
        self.sums[0] += sum.total();
        self.sums[1] += squares.total();
        self.counts[0] += positive.total();
        self.counts[1] += below.total();
        self.ends = [lowest.fold(f64::min), highest.fold(f64::max)];
        if rest > 0 {
            self.add_rest(&values[whole][..rest]);
        }
    }

    /// The last one to three draws of a run.
    fn add_rest(&mut self, values: &[f64]) {
        let mut quad = [0.0; 4];
        for (value, kept) in values.iter().zip(&mut quad) {
            let distance = value - self.point;
            self.sums[0] += distance;
            self.sums[1] += distance * distance;
            self.ends = [self.ends[0].min(distance), self.ends[1].max(distance)];
            self.counts[0] += f64::from(u8::from(*value >= 0.0));
            self.counts[1] += f64::from(u8::from(*value < self.point));
            *kept = distance as f32;
        }
        self.distances.push(quad);
    }

    /// Counts the draws in equal bins from the lowest to the highest.
    pub fn bins<const BINS: usize>(&self) -> Box<[u32; BINS]> {
        let mut bins = Box::new([0; BINS]);
        let [low, high] = self.ends.map(|end| end as f32);
        let scale = BINS as f32 / (high - low);
        if self.is_certain() || !scale.is_finite() {
            bins[0] = self.draws as u32;
            return bins;
        }
        let (lowest, scale) = (F32x4::splat(low), F32x4::splat(scale));
        let mut count = |quad: &[f32; 4], lanes: usize| {
            let places = ((F32x4::load(quad) - lowest) * scale).whole();
            for place in &places[..lanes] {
                bins[(*place as usize).min(BINS - 1)] += 1;
            }
        };
        let (whole, rest) = self.distances.split_at(self.draws / 4);
        whole.iter().for_each(|quad| count(quad, 4));
        rest.iter().for_each(|quad| count(quad, self.draws % 4));
        bins
    }
}
