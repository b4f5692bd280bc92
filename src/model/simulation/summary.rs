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
    bins: Box<[u32; BINS]>,
}

impl Cumulative {
    /// Of all draws in a tally.
    pub fn new(tally: &Tally) -> Cumulative {
        let [low, high] = tally.ends();
        Cumulative { low, width: (high - low) / BINS as f64, draws: tally.draws as f64, bins: tally.bins() }
    }

    /// The value that this share of the draws lies below.
    pub fn quantile(&self, share: f64) -> f64 {
        let wanted = share * self.draws;
        let mut below = 0.0;
        for (place, count) in self.bins.iter().enumerate() {
            let count = f64::from(*count);
            if count > 0.0 && below + count >= wanted {
                return self.low + self.width * (place as f64 + (wanted - below) / count) + 0.0;
            }
            below += count;
        }
        self.low + self.width * BINS as f64 + 0.0
    }

    /// The share of the draws at or below each of these values, which rise.
    pub fn shares(&self, values: impl Iterator<Item = f64>) -> Vec<f64> {
        let (mut place, mut below) = (0, 0.0);
        let shares = values.map(|value| {
            while place < BINS && self.low + self.width * (place + 1) as f64 <= value {
                below += f64::from(self.bins[place]);
                place += 1;
            }
            if place == BINS {
                return 1.0;
            }
            let part = ((value - self.low) / self.width - place as f64).max(0.0);
            (below + part * f64::from(self.bins[place])) / self.draws
        });
        shares.collect()
    }

    fn histogram(&self) -> Histogram {
        let high = self.low + self.width * BINS as f64;
        let counts = if self.width > 0.0 {
            self.bins.chunks(BINS / SHOWN).map(|bins| bins.iter().sum()).collect()
        } else {
            vec![self.draws as u32]
        };
        Histogram { low: self.low, high: high + 0.0, counts }
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
