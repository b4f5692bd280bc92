//! Distribution of a figure of a network, from the simulation of each scenario.

use crate::uncertainty::{MeanAndSd, Spread};

/// Distribution of a figure of the network, in euros, given the ranges of the inputs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NetworkDistribution {
    /// Mean of the network's figure.
    pub mean: f64,
    /// Standard deviation of the network's figure.
    pub sd: f64,
    /// P5 and P95: the values below which 5% and 95% of the distribution lies.
    pub ends: [f64; 2],
    /// Chance that the figure is at or above zero.
    pub positive: f64,
}

/// Spread of the initiatives of one scenario in a network.
#[derive(Clone, Copy, Debug)]
pub struct MemberSpread<'a> {
    /// Number of initiatives of the scenario.
    pub count: u32,
    /// Factor that converts amounts of the scenario to the prices of the network.
    pub price_conversion: f64,
    /// Spread of one initiative, in the prices of the scenario.
    pub spread: &'a Spread,
    /// Chance that there is no effect in the scenario.
    pub no_effect_chance: f64,
}

impl MemberSpread<'_> {
    /// Returns the moments of one initiative with or without an effect, in the prices of the
    /// scenario; those of the other kind where no draw was of this one.
    fn moments(&self, has_effect: bool) -> MeanAndSd {
        let Spread { effect, no_effect, mean, sd, .. } = *self.spread;
        let both = if has_effect { [effect, no_effect] } else { [no_effect, effect] };
        both[0].or(both[1]).unwrap_or(MeanAndSd { mean, sd })
    }

    /// Returns the mean of one initiative in the prices of the scenario, with the chance of no
    /// effect that the scenario names instead of the share of the draws that had none.
    pub fn mean_by_chance(&self) -> f64 {
        (1.0 - self.no_effect_chance) * self.moments(true).mean
            + self.no_effect_chance * self.moments(false).mean
    }
}

/// Returns the distribution of a sum of initiatives; `None` where there are none.
///
/// A single initiative keeps its own distribution. With `correlated` all initiatives turn
/// out well or badly together, which gives the largest possible spread: their standard
/// deviations and quantiles are summed. Otherwise they are independent, except for whether
/// there is any effect, for which all have one draw in common: the sum is assumed to be a
/// mixture of normal distributions, which is nearly true for many initiatives; within each
/// of these, variances are summed. The chance of correlated initiatives of several scenarios
/// is calculated from a normal distribution.
pub fn network_distribution(spreads: &[MemberSpread], correlated: bool) -> Option<NetworkDistribution> {
    let spreads: Vec<MemberSpread> = spreads.iter().copied().filter(|member| member.count > 0).collect();
    match &spreads[..] {
        [] => None,
        [MemberSpread { count: 1, price_conversion: factor, spread, .. }] => Some(scaled(spread, *factor)),
        // Fully correlated initiatives of one scenario all have the same value, so the sum
        // has the distribution of one initiative, scaled.
        [MemberSpread { count, price_conversion: factor, spread, .. }] if correlated => {
            Some(scaled(spread, f64::from(*count) * factor))
        }
        several if correlated => Some(together(several)),
        several => Some(mixture(several).distribution()),
    }
}

/// Returns the distribution of one initiative, multiplied by a factor.
fn scaled(spread: &Spread, factor: f64) -> NetworkDistribution {
    let [low, .., high] = spread.quantiles.map(|value| value * factor);
    NetworkDistribution {
        mean: spread.mean * factor,
        sd: spread.sd * factor,
        ends: [low, high],
        positive: spread.positive,
    }
}

/// Returns the distribution of initiatives that turn out well or badly together.
fn together(spreads: &[MemberSpread]) -> NetworkDistribution {
    let sum = |of: fn(&Spread) -> f64| {
        spreads
            .iter()
            .map(|member| f64::from(member.count) * member.price_conversion * of(member.spread))
            .sum::<f64>()
    };
    let (mean, sd) = (sum(|spread| spread.mean), sum(|spread| spread.sd));
    let ends = [sum(|spread| spread.quantiles[0]), sum(|spread| spread.quantiles[4])];
    NetworkDistribution { mean, sd, ends, positive: Normal { weight: 1.0, mean, sd }.at_least(0.0) }
}

/// Returns the mixture of normal distributions for initiatives that are not `correlated`.
fn mixture(spreads: &[MemberSpread]) -> Mixture {
    // A scenario is without effect where the common draw lies below its own chance.
    let mut edges: Vec<f64> = spreads.iter().map(|member| member.no_effect_chance).collect();
    edges.extend([0.0, 1.0]);
    edges.sort_by(f64::total_cmp);
    let parts = edges.windows(2).filter(|edges| edges[1] > edges[0]);
    Mixture(parts.map(|edges| part(spreads, edges[1] - edges[0], edges[0])).collect())
}

/// Returns the part of the mixture with this weight, for common draws above this edge.
fn part(spreads: &[MemberSpread], weight: f64, edge: f64) -> Normal {
    let (mut mean, mut variance) = (0.0, 0.0);
    for member in spreads {
        let moments = member.moments(edge >= member.no_effect_chance);
        let (count, sd) = (f64::from(member.count), member.price_conversion * moments.sd);
        mean += count * member.price_conversion * moments.mean;
        variance += count * sd * sd;
    }
    Normal { weight, mean, sd: variance.sqrt() }
}

/// Normal distribution with its weight in a mixture.
#[derive(Clone, Copy, Debug)]
struct Normal {
    weight: f64,
    mean: f64,
    sd: f64,
}

impl Normal {
    /// Returns the chance of a value at or above this one.
    fn at_least(&self, value: f64) -> f64 {
        let away = value - self.mean;
        if self.sd > 0.0 {
            0.5 * libm::erfc(away / self.sd / std::f64::consts::SQRT_2)
        } else if away <= 0.0 {
            1.0
        } else {
            0.0
        }
    }
}

/// Standard deviations from a mean beyond which no percentile lies.
const FAR: f64 = 10.0;
/// Halvings of a range, after which both its ends are one number.
const HALVINGS: u32 = 100;

/// Mixture of normal distributions, whose weights sum to one.
struct Mixture(Vec<Normal>);

impl Mixture {
    fn sum(&self, of: impl Fn(&Normal) -> f64) -> f64 {
        self.0.iter().map(|normal| normal.weight * of(normal)).sum()
    }

    fn distribution(&self) -> NetworkDistribution {
        let mean = self.sum(|normal| normal.mean);
        let variance = self.sum(|normal| {
            let away = normal.mean - mean;
            normal.sd * normal.sd + away * away
        });
        NetworkDistribution {
            mean,
            sd: variance.sqrt(),
            ends: [0.05, 0.95].map(|share| self.percentile(share)),
            positive: self.sum(|normal| normal.at_least(0.0)).min(1.0),
        }
    }

    /// Returns the value below which this share lies.
    fn percentile(&self, share: f64) -> f64 {
        let ends = self.0.iter().map(|normal| (normal.mean - FAR * normal.sd, normal.mean + FAR * normal.sd));
        let (mut low, mut high) =
            ends.reduce(|(low, high), (a, b)| (low.min(a), high.max(b))).unwrap_or_default();
        for _ in 0..HALVINGS {
            let middle = low + (high - low) / 2.0;
            if 1.0 - self.sum(|normal| normal.at_least(middle)) < share {
                low = middle;
            } else {
                high = middle;
            }
        }
        high
    }
}
