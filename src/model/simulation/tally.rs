//! What is kept of one figure over all draws: sums, extremes, counts, and each
//! draw's distance from the point for the fine histogram.

use super::kernel::QUADS;
use super::lanes::{F32x4, F64x4, U32x4};

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
    ends: [f32; 2],
    /// Draws at or above zero, and below the point.
    pub counts: [u32; 2],
    /// The distance from the point of each draw.
    distances: Vec<[f32; 4]>,
}

impl Tally {
    /// Nothing yet, of so many draws to come.
    pub fn new(point: f64, moves: bool, draws: usize) -> Tally {
        let distances = Vec::with_capacity(if moves { draws.div_ceil(4) } else { 0 });
        let ends = [f32::INFINITY, f32::NEG_INFINITY];
        Tally { point, moves, draws: 0, sums: [0.0; 2], ends, counts: [0; 2], distances }
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
        if self.moves { self.ends.map(|end| self.point + f64::from(end)) } else { [self.point; 2] }
    }

    /// Adds the first `draws` values of a block; sums and counts only where
    /// they are asked for.
    pub fn add<const SUMS: bool>(&mut self, values: &[[f64; 4]; QUADS], draws: usize) {
        if !self.moves {
            self.draws += draws;
            return;
        }
        let point = F64x4::splat(self.point);
        // Both are compared as single-precision distances, the same for all.
        let zero_lies = F32x4::splat((0.0 - self.point) as f32);
        let nothing = F32x4::splat(0.0);
        let [mut sum, mut squares] = [F64x4::splat(0.0); 2];
        let [mut lowest, mut highest] = self.ends.map(F32x4::splat);
        let [mut positive, mut below] = [U32x4::splat(0); 2];
        let (whole, rest) = (draws / 4, draws % 4);
        let mut kept = [[0.0; 4]; QUADS];
        for (values, kept) in values[..whole].iter().zip(&mut kept) {
            let distance = F64x4::load(values) - point;
            if SUMS {
                sum = sum + distance;
                squares = squares + distance * distance;
            }
            let distance = distance.narrow();
            lowest = lowest.min(distance);
            highest = highest.max(distance);
            if SUMS {
                positive = positive + distance.at_least(zero_lies);
                below = below + distance.below(nothing);
            }
            *kept = distance.array();
        }
        self.distances.extend_from_slice(&kept[..whole]);
        self.draws += 4 * whole;
        self.sums[0] += sum.total();
        self.sums[1] += squares.total();
        self.counts[0] += positive.array().iter().sum::<u32>();
        self.counts[1] += below.array().iter().sum::<u32>();
        let fold = |lanes: F32x4, with: fn(f32, f32) -> f32| lanes.array().into_iter().reduce(with);
        self.ends = [fold(lowest, f32::min), fold(highest, f32::max)].map(Option::unwrap_or_default);
        if rest > 0 {
            self.add_rest(&values[whole][..rest], (0.0 - self.point) as f32);
        }
    }

    /// The last one to three draws of a run.
    fn add_rest(&mut self, values: &[f64], zero_lies: f32) {
        let mut quad = [0.0; 4];
        for (value, kept) in values.iter().zip(&mut quad) {
            let distance = value - self.point;
            self.sums[0] += distance;
            self.sums[1] += distance * distance;
            let distance = distance as f32;
            self.ends = [self.ends[0].min(distance), self.ends[1].max(distance)];
            self.counts[0] += u32::from(distance >= zero_lies);
            self.counts[1] += u32::from(distance < 0.0);
            *kept = distance;
        }
        self.distances.push(quad);
        self.draws += values.len();
    }

    /// How far one draw lies from the point.
    #[cfg(test)]
    pub fn distance(&self, draw: usize) -> f32 {
        self.distances[draw / 4][draw % 4]
    }

    /// Counts the draws in equal bins from the lowest to the highest.
    pub fn bins<const BINS: usize>(&self) -> Box<[u32; BINS]> {
        let mut bins = Box::new([0; BINS]);
        let [low, high] = self.ends;
        let scale = BINS as f32 / (high - low);
        if self.is_certain() || !scale.is_finite() {
            bins[0] = self.draws as u32;
            return bins;
        }
        let (lowest, scale) = (F32x4::splat(low), F32x4::splat(scale));
        let last = F32x4::splat((BINS - 1) as f32);
        let mut count = |quad: &[f32; 4], lanes: usize| {
            let places = ((F32x4::load(quad) - lowest) * scale).min(last).whole();
            for place in &places[..lanes] {
                bins[*place as usize % BINS] += 1;
            }
        };
        let (whole, rest) = self.distances.split_at(self.draws / 4);
        whole.iter().for_each(|quad| count(quad, 4));
        rest.iter().for_each(|quad| count(quad, self.draws % 4));
        bins
    }
}
