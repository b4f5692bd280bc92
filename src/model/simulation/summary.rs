//! Statistics of the draws of one figure: mean, standard deviation, quantiles, chances.

use crate::model::simulation::accumulator::Accumulator;
use serde::Serialize;

/// Number of bins that quantiles are read from, a power of two. Draws are treated as evenly
/// spread within a bin; the error that this causes is far below a hundredth of a quantile's own
/// sampling error at a million draws.
pub const BINS: usize = 4096;
/// Number of bins of the histogram that is shown.
const SHOWN_BINS: u32 = 64;

/// Histogram of the draws of one figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Histogram {
    /// Start of the first bin: the lowest draw, in euros.
    pub low: f64,
    /// End of the last bin: the highest draw, in euros.
    pub high: f64,
    /// Number of draws in each of the bins, which are equally wide. They are read from
    /// finer bins, so a draw close to an edge may be counted in the bin next to it.
    pub counts: Vec<u32>,
}

/// Statistics of one figure over all draws, in euros.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Summary {
    /// Mean of the draws.
    pub mean: f64,
    /// The standard deviation.
    pub sd: f64,
    /// The amount below which 5% of the draws lie.
    pub p5: f64,
    /// The amount below which 25% of the draws lie.
    pub p25: f64,
    /// Median of the draws.
    pub p50: f64,
    /// The amount below which 75% of the draws lie.
    pub p75: f64,
    /// The amount below which 95% of the draws lie.
    pub p95: f64,
    /// The share of draws at or above zero.
    pub share_positive: f64,
    /// The share of draws below the deterministic figure.
    pub share_below_point: f64,
    /// Histogram of the draws.
    pub histogram: Histogram,
}

/// The cumulative distribution of the draws of one figure.
pub struct CumulativeDistribution {
    /// The lowest and the highest draw.
    ends: [f64; 2],
    /// Start of the first bin, and width of the bins.
    grid: [f64; 2],
    /// Number of draws that lie below each bin, and below the end of the last one.
    below: Vec<u32>,
}

impl CumulativeDistribution {
    /// Makes the distribution of the draws in an accumulator.
    #[cfg_attr(speed, optimize(speed))]
    pub fn new(accumulator: &Accumulator) -> CumulativeDistribution {
        let mut below = vec![0; BINS + 1];
        let mut sum = 0;
        for (below, count) in below[1..].iter_mut().zip(accumulator.bins()) {
            sum += count;
            *below = sum;
        }
        CumulativeDistribution { ends: accumulator.ends(), grid: accumulator.grid(), below }
    }

    fn draws(&self) -> f64 {
        f64::from(self.below[BINS])
    }

    /// Returns the two ends of a bin, within the range of the draws, and the number of
    /// draws below each end.
    fn bin(&self, index: usize) -> [[f64; 2]; 2] {
        let ([low, high], [start, width]) = (self.ends, self.grid);
        let from = if index == 0 { low } else { (start + width * index as f64).clamp(low, high) };
        let end = start + width * (index + 1) as f64;
        let to = if index + 1 == BINS { high } else { end.clamp(low, high) };
        [[from, to], [index, index + 1].map(|edge| f64::from(self.below[edge]))]
    }

    /// Returns the value below which this share of the draws lies.
    pub fn quantile(&self, share: f64) -> f64 {
        let target = share * self.draws();
        let index = self.below[1..BINS].partition_point(|below| f64::from(*below) < target);
        let [[from, to], [below_from, below_to]] = self.bin(index);
        let fraction =
            if below_to > below_from { (target - below_from) / (below_to - below_from) } else { 0.0 };
        from + fraction * (to - from) + 0.0
    }

    /// Returns the number of draws at or below a value.
    fn draws_at_most(&self, value: f64) -> f64 {
        let ([low, high], [start, width]) = (self.ends, self.grid);
        if value >= high {
            return self.draws();
        } else if value < low {
            return 0.0;
        }
        let index = if width > 0.0 { ((value - start) / width) as usize } else { 0 };
        let [[from, to], [below_from, below_to]] = self.bin(index.min(BINS - 1));
        let fraction = if to > from { ((value - from) / (to - from)).clamp(0.0, 1.0) } else { 1.0 };
        below_from + fraction * (below_to - below_from)
    }

    /// Returns the share of the draws at or below each of these values.
    pub fn shares(&self, values: impl Iterator<Item = f64>) -> Vec<f64> {
        values.map(|value| self.draws_at_most(value) / self.draws()).collect()
    }

    fn histogram(&self) -> Histogram {
        let [low, high] = self.ends;
        let shown = if high > low { SHOWN_BINS } else { 1 };
        let width = (high - low) / f64::from(shown);
        let mut before = 0;
        let counts = (1..=shown).map(|index| {
            let end = if index == shown { high } else { low + width * f64::from(index) };
            let below = (self.draws_at_most(end) + 0.5) as u32;
            let count = below.saturating_sub(before);
            before = below.max(before);
            count
        });
        Histogram { low, high, counts: counts.collect() }
    }
}

/// Calculates the statistics of one figure.
pub fn summary(accumulator: &Accumulator) -> Summary {
    let draws = accumulator.draws as f64;
    let distribution = CumulativeDistribution::new(accumulator);
    let [positive, below] = if accumulator.is_certain() {
        let [value, _] = accumulator.ends();
        [value >= 0.0, value < accumulator.deterministic()].map(|holds| f64::from(u8::from(holds)))
    } else {
        accumulator.counts.map(|count| f64::from(count) / draws)
    };
    let [mean, sd] = if accumulator.is_certain() {
        [accumulator.ends()[0], 0.0]
    } else {
        let [mean_deviation, sd] = accumulator.mean_and_sd();
        [accumulator.deterministic() + mean_deviation + 0.0, sd]
    };
    Summary {
        mean,
        sd,
        p5: distribution.quantile(0.05),
        p25: distribution.quantile(0.25),
        p50: distribution.quantile(0.5),
        p75: distribution.quantile(0.75),
        p95: distribution.quantile(0.95),
        share_positive: positive,
        share_below_point: below,
        histogram: distribution.histogram(),
    }
}
