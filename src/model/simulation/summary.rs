//! Statistics of the draws of one figure: mean, standard deviation, quantiles, chances.

use crate::model::simulation::PmDraws;
use crate::model::simulation::accumulator::Accumulator;
use crate::model::simulation::costs_without_effect::CostsWithoutEffect;
use crate::model::simulation::cumulative_distribution::CumulativeDistribution;
use serde::Serialize;

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

/// Mean and standard deviation of some draws, in euros.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct MeanAndSd {
    /// Mean of the draws.
    pub mean: f64,
    /// The standard deviation.
    pub sd: f64,
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
    /// The share of draws below the deterministic figure; none where p.m. lines are
    /// drawn, since that figure leaves them out.
    pub share_below_point: Option<f64>,
    /// Moments of the draws with an effect; none where there are none.
    pub effect: Option<MeanAndSd>,
    /// Moments of the draws without an effect; none where there are none.
    pub no_effect: Option<MeanAndSd>,
    /// Histogram of the draws.
    pub histogram: Histogram,
}

impl Summary {
    /// Returns the summary of a figure that is this many times this one in every draw;
    /// a number above zero.
    pub fn times(&self, number: f64) -> Summary {
        let times = |moments: MeanAndSd| MeanAndSd { mean: number * moments.mean, sd: number * moments.sd };
        let Histogram { low, high, counts } = &self.histogram;
        Summary {
            mean: number * self.mean,
            sd: number * self.sd,
            p5: number * self.p5,
            p25: number * self.p25,
            p50: number * self.p50,
            p75: number * self.p75,
            p95: number * self.p95,
            share_positive: self.share_positive,
            share_below_point: self.share_below_point,
            effect: self.effect.map(times),
            no_effect: self.no_effect.map(times),
            histogram: Histogram { low: number * low, high: number * high, counts: counts.clone() },
        }
    }
}

/// Calculates the statistics of one figure, from its draws and from the costs of the
/// draws without an effect.
pub fn summary(accumulator: &Accumulator, costs: &CostsWithoutEffect, pm: PmDraws) -> Summary {
    let draws = accumulator.draws as f64;
    let distribution = CumulativeDistribution::new(accumulator, costs);
    let [positive, below] = if accumulator.is_certain() {
        let [value, _] = accumulator.ends();
        [value >= 0.0, value < accumulator.deterministic()].map(|holds| f64::from(u8::from(holds)))
    } else {
        accumulator.counts.map(|count| f64::from(count) / draws)
    };
    let [moments, effect, no_effect] = accumulator.moments(costs);
    let certain = MeanAndSd { mean: accumulator.ends()[0], sd: 0.0 };
    let MeanAndSd { mean, sd } = moments.filter(|_| !accumulator.is_certain()).unwrap_or(certain);
    Summary {
        mean,
        sd,
        p5: distribution.quantile(0.05),
        p25: distribution.quantile(0.25),
        p50: distribution.quantile(0.5),
        p75: distribution.quantile(0.75),
        p95: distribution.quantile(0.95),
        share_positive: positive,
        share_below_point: (pm == PmDraws::Weglaten).then_some(below),
        effect,
        no_effect,
        histogram: distribution.histogram(),
    }
}
