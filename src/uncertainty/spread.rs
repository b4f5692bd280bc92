//! Distribution of one figure over all draws.

use crate::model::simulation::summary::Summary;
use crate::uncertainty::MeanAndSd;

/// Distribution of one figure over all draws, in euros.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// Mean of the draws.
    pub mean: f64,
    /// The standard deviation.
    pub sd: f64,
    /// Quantiles of the draws at 5, 25, 50, 75 and 95%.
    pub quantiles: [f64; 5],
    /// The share of draws at or above zero.
    pub positive: f64,
    /// The share of draws below the deterministic figure; none where p.m. lines are
    /// drawn.
    pub below_deterministic: Option<f64>,
    /// Moments of the draws with an effect; none where there are none.
    pub effect: Option<MeanAndSd>,
    /// Moments of the draws without an effect; none where there are none.
    pub no_effect: Option<MeanAndSd>,
    /// The lowest draw.
    pub low: f64,
    /// The highest draw.
    pub high: f64,
    /// Number of draws in each of the equally wide bins from `low` to `high`.
    pub counts: Vec<f64>,
}

/// The names of [`Spread::quantiles`].
pub const QUANTILES: [&str; 5] = ["p5", "p25", "p50", "p75", "p95"];

impl Spread {
    /// Joins the bins to at most `max_count` wider ones. Returns for each its start and its end,
    /// in euros, and its number of draws, in this order.
    pub fn bins(&self, max_count: usize) -> Vec<(f64, f64, f64)> {
        let joined = self.counts.len().div_ceil(max_count);
        let width = (self.high - self.low) / self.counts.len() as f64;
        let bin = |(index, counts): (usize, &[f64])| {
            let from = self.low + width * (index * joined) as f64;
            (from, from + width * counts.len() as f64, counts.iter().sum())
        };
        self.counts.chunks(joined).enumerate().map(bin).collect()
    }

    /// Returns whether all draws are one value.
    pub fn is_certain(&self) -> bool {
        self.low == self.high
    }
}

/// Makes the spread of a figure from its statistics.
pub fn spread(summary: &Summary) -> Spread {
    let Summary { p5, p25, p50, p75, p95, histogram, .. } = summary;
    Spread {
        mean: summary.mean,
        sd: summary.sd,
        quantiles: [*p5, *p25, *p50, *p75, *p95],
        positive: summary.share_positive,
        below_deterministic: summary.share_below_point,
        effect: summary.effect,
        no_effect: summary.no_effect,
        low: histogram.low,
        high: histogram.high,
        counts: histogram.counts.iter().map(|count| f64::from(*count)).collect(),
    }
}
