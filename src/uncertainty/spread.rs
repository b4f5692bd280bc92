//! One figure over all draws.

use crate::model::simulation::summary::Summary;
use crate::uncertainty::MeanAndSd;

/// One figure over all draws, in euros.
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
    /// Draws in each of the equal parts from lowest to highest.
    pub counts: Vec<f64>,
}

/// The names of [`Spread::quantiles`].
pub const QUANTILES: [&str; 5] = ["p5", "p25", "p50", "p75", "p95"];

impl Spread {
    /// The draws in at most so many parts: from, to, and how many in between.
    pub fn parts(&self, most: usize) -> Vec<(f64, f64, f64)> {
        let together = self.counts.len().div_ceil(most);
        let width = (self.high - self.low) / self.counts.len() as f64;
        let part = |(place, counts): (usize, &[f64])| {
            let from = self.low + width * (place * together) as f64;
            (from, from + width * counts.len() as f64, counts.iter().sum())
        };
        self.counts.chunks(together).enumerate().map(part).collect()
    }

    /// Returns whether all draws are one value.
    pub fn is_certain(&self) -> bool {
        self.low == self.high
    }
}

/// Takes the summary of a figure.
pub fn spread(of: &Summary) -> Spread {
    Spread {
        mean: of.mean,
        sd: of.sd,
        quantiles: [of.p5, of.p25, of.p50, of.p75, of.p95],
        positive: of.share_positive,
        below_deterministic: of.share_below_point,
        effect: of.effect,
        no_effect: of.no_effect,
        low: of.histogram.low,
        high: of.histogram.high,
        counts: of.histogram.counts.iter().map(|count| f64::from(*count)).collect(),
    }
}
