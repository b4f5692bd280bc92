//! What the draws of one figure say: mean, spread, quantiles, chances.

use super::tally::Tally;
use serde::Serialize;

/// Bins that quantiles are read from, a power of two; a thousandth of a
/// quantile's own sampling error at a million draws.
pub const BINS: usize = 4096;
/// Bins that are shown.
const SHOWN: usize = 64;

/// How often the figure fell where.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Histogram {
    /// Where the first bin begins: the lowest draw, in euros.
    pub low: f64,
    /// Where the last bin ends: the highest draw, in euros.
    pub high: f64,
    /// Draws in each of the bins, which are equally wide.
    pub counts: Vec<u32>,
}

/// One figure over all draws, in euros.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Summary {
    /// The mean.
    pub mean: f64,
    /// The standard deviation.
    pub sd: f64,
    /// What 5% of the draws lie below.
    pub p5: f64,
    /// What 25% of the draws lie below.
    pub p25: f64,
    /// The median.
    pub p50: f64,
    /// What 75% of the draws lie below.
    pub p75: f64,
    /// What 95% of the draws lie below.
    pub p95: f64,
    /// The share of draws at or above zero.
    pub share_positive: f64,
    /// The share of draws below the figure without uncertainty.
    pub share_below_point: f64,
    /// How often the figure fell where.
    pub histogram: Histogram,
}

/// The cumulative distribution of the draws of one figure.
pub struct Cumulative {
    low: f64,
    width: f64,
    draws: f64,
    /// How many draws lie below each bin, and below the end of the last one.
    below: Vec<u32>,
}

impl Cumulative {
    /// Of all draws in a tally.
    pub fn new(tally: &Tally) -> Cumulative {
        let [low, high] = tally.ends();
        let mut below = Vec::with_capacity(BINS + 1);
        let mut sum = 0;
        below.push(sum);
        below.extend(tally.bins().iter().map(|count| {
            sum += count;
            sum
        }));
        Cumulative { low, width: (high - low) / BINS as f64, draws: tally.draws as f64, below }
    }

    /// The value that this share of the draws lies below.
    pub fn quantile(&self, share: f64) -> f64 {
        let wanted = share * self.draws;
        let place = self.below[1..BINS].partition_point(|below| f64::from(*below) < wanted);
        self.low + self.width * (place as f64 + self.part(place, wanted)) + 0.0
    }

    /// How far into a bin so many draws have been.
    fn part(&self, place: usize, draws: f64) -> f64 {
        let [from, to] = [place, place + 1].map(|place| f64::from(self.below[place]));
        if to > from { (draws - from) / (to - from) } else { 0.0 }
    }

    /// The share of the draws at or below each of these values.
    pub fn shares(&self, values: impl Iterator<Item = f64>) -> Vec<f64> {
        let high = self.high();
        let share = |value: f64| {
            if value >= high {
                return 1.0;
            } else if value < self.low {
                return 0.0;
            }
            let at = ((value - self.low) / self.width).min(BINS as f64);
            let place = (at as usize).min(BINS - 1);
            let [from, to] = [place, place + 1].map(|place| f64::from(self.below[place]));
            (from + (at - place as f64) * (to - from)) / self.draws
        };
        values.map(share).collect()
    }

    fn high(&self) -> f64 {
        self.low + self.width * BINS as f64 + 0.0
    }

    fn histogram(&self) -> Histogram {
        let counts = if self.width > 0.0 {
            let ends = self.below.iter().step_by(BINS / SHOWN);
            ends.clone().zip(ends.skip(1)).map(|(from, to)| to - from).collect()
        } else {
            vec![self.draws as u32]
        };
        Histogram { low: self.low, high: self.high(), counts }
    }
}

/// Sums up one figure.
pub fn summary(tally: &Tally) -> Summary {
    let draws = tally.draws as f64;
    let all = Cumulative::new(tally);
    let [positive, below] = if tally.is_certain() {
        let [value, _] = tally.ends();
        [value >= 0.0, value < tally.point()].map(|whether| f64::from(u8::from(whether)))
    } else {
        tally.counts.map(|count| f64::from(count) / draws)
    };
    let [mean, sd] = if tally.is_certain() {
        [tally.ends()[0], 0.0]
    } else {
        let [distance, sd] = tally.mean_and_sd();
        [tally.point() + distance + 0.0, sd]
    };
    Summary {
        mean,
        sd,
        p5: all.quantile(0.05),
        p25: all.quantile(0.25),
        p50: all.quantile(0.5),
        p75: all.quantile(0.75),
        p95: all.quantile(0.95),
        share_positive: positive,
        share_below_point: below,
        histogram: all.histogram(),
    }
}
