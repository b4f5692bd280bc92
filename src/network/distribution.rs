//! Distribution of a figure of a network, from the simulation of each scenario.

use crate::uncertainty::Spread;

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

/// P95 of the standard normal distribution.
const STANDARD_NORMAL_P95: f64 = 1.644_853_626_951_472_2;

/// Spread of the initiatives of one scenario in a network.
#[derive(Clone, Copy, Debug)]
pub struct MemberSpread<'a> {
    /// Number of initiatives of the scenario.
    pub count: u32,
    /// Factor that converts amounts of the scenario to the prices of the network.
    pub price_conversion: f64,
    /// Spread of one initiative, in the prices of the scenario.
    pub spread: &'a Spread,
}

/// Returns the distribution of a sum of initiatives; `None` where there are none.
///
/// A single initiative keeps its own distribution. With `correlated` all initiatives turn
/// out well or badly together, which gives the largest possible spread: their standard
/// deviations and quantiles are summed. Otherwise they are independent: variances are summed,
/// and the sum is assumed to be normally distributed, which is nearly true for many
/// initiatives. The chance of correlated initiatives of several scenarios is calculated
/// from a normal distribution too.
pub fn network_distribution(spreads: &[MemberSpread], correlated: bool) -> Option<NetworkDistribution> {
    let spreads: Vec<MemberSpread> = spreads.iter().copied().filter(|member| member.count > 0).collect();
    if let [MemberSpread { count: 1, price_conversion: factor, spread: only }] = spreads[..] {
        let [low, .., high] = only.quantiles.map(|value| value * factor);
        return Some(NetworkDistribution {
            mean: only.mean * factor,
            sd: only.sd * factor,
            ends: [low, high],
            positive: only.positive,
        });
    }
    if spreads.is_empty() {
        return None;
    }
    let mut mean = 0.0;
    let (mut variance, mut sum_of_sds) = (0.0, 0.0);
    let mut ends = [0.0; 2];
    for MemberSpread { count, price_conversion: factor, spread } in &spreads {
        let initiatives = f64::from(*count);
        mean += initiatives * factor * spread.mean;
        let sd = factor * spread.sd;
        variance += initiatives * sd * sd;
        sum_of_sds += initiatives * sd;
        let [low, .., high] = spread.quantiles;
        ends = [ends[0] + initiatives * factor * low, ends[1] + initiatives * factor * high];
    }
    let sd = if correlated { sum_of_sds } else { variance.sqrt() };
    // Fully correlated initiatives of one scenario all have the same value, so the sum has
    // the distribution of one initiative, scaled.
    if let ([only], true) = (&spreads[..], correlated) {
        return Some(NetworkDistribution { mean, sd, ends, positive: only.spread.positive });
    }
    if !correlated {
        ends = [mean - STANDARD_NORMAL_P95 * sd, mean + STANDARD_NORMAL_P95 * sd];
    }
    let without_spread = if mean >= 0.0 { 1.0 } else { 0.0 };
    let positive =
        if sd > 0.0 { 0.5 * libm::erfc(-mean / sd / std::f64::consts::SQRT_2) } else { without_spread };
    Some(NetworkDistribution { mean, sd, ends, positive })
}
