//! How a network is spread, from the simulation of each scenario.

use crate::uncertainty::Spread;

/// A figure of the network within the ranges, in euros.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NetworkDistribution {
    /// Mean of the network's figure.
    pub mean: f64,
    /// The standard deviation.
    pub sd: f64,
    /// 5th and 95th percentile.
    pub ends: [f64; 2],
    /// The chance that it is at or above zero.
    pub positive: f64,
}

/// 95% of a normal distribution lies below its mean and this many times its
/// standard deviation.
const P95: f64 = 1.644_853_626_951_472_2;

/// Adds up the distributions of initiatives: for each scenario how many, the
/// factor to the network's prices, and the spread of one. A single initiative has
/// its own distribution; for more, the sum is taken to be normal, which a sum of
/// many independent ones nearly is. `correlated` lets all of them turn out well
/// or badly together, which is the largest spread that they can have.
pub fn network_distribution(
    spreads: &[(u32, f64, &Spread)],
    correlated: bool,
) -> Option<NetworkDistribution> {
    let spreads: Vec<_> = spreads.iter().filter(|(count, ..)| *count > 0).collect();
    if let [(1, times, only)] = spreads[..] {
        let [low, .., high] = only.quantiles.map(|value| value * times);
        return Some(NetworkDistribution {
            mean: only.mean * times,
            sd: only.sd * times,
            ends: [low, high],
            positive: only.positive,
        });
    }
    if spreads.is_empty() {
        return None;
    }
    let mut mean = 0.0;
    let (mut variance, mut shared) = (0.0, 0.0);
    let mut ends = [0.0; 2];
    for (count, times, spread) in &spreads {
        let many = f64::from(*count);
        mean += many * times * spread.mean;
        let sd = times * spread.sd;
        variance += many * sd * sd;
        shared += many * sd;
        let [low, .., high] = spread.quantiles;
        ends = [ends[0] + many * times * low, ends[1] + many * times * high];
    }
    let sd = if correlated { shared } else { variance.sqrt() };
    // Lucky at once, each is at the same part of its own spread.
    if let ([(_, _, only)], true) = (&spreads[..], correlated) {
        return Some(NetworkDistribution { mean, sd, ends, positive: only.positive });
    }
    if !correlated {
        ends = [mean - P95 * sd, mean + P95 * sd];
    }
    let certain = if mean >= 0.0 { 1.0 } else { 0.0 };
    let positive = if sd > 0.0 { 0.5 * libm::erfc(-mean / sd / std::f64::consts::SQRT_2) } else { certain };
    Some(NetworkDistribution { mean, sd, ends, positive })
}
