//! Distribution of the draws of one figure, from their numbers in bins.

use crate::model::simulation::accumulator::Accumulator;
use crate::model::simulation::costs_without_effect::CostsWithoutEffect;
use crate::model::simulation::summary::Histogram;

/// Number of bins that quantiles are read from, a power of two. Draws count as evenly
/// spread within a bin, but for those that have the same value; the error of that is
/// far below a hundredth of a quantile's own sampling error at a million draws.
pub const BINS: usize = 4096;
/// Number of bins of the histogram that is shown.
const SHOWN: u32 = 64;

/// A value that more draws than one have exactly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Atom {
    /// The value, in euros.
    pub value: f64,
    /// Bin that its draws are counted in.
    pub bin: usize,
    /// Number of its draws.
    pub draws: f64,
}

/// The cumulative distribution of the draws of one figure.
pub struct CumulativeDistribution {
    /// The lowest and the highest draw.
    ends: [f64; 2],
    /// Start of the first bin, and width of the bins.
    grid: [f64; 2],
    /// Number of draws that lie below each bin, and below the end of the last one.
    below: Vec<u32>,
    /// Values that more draws than one have, in rising order.
    atoms: Vec<Atom>,
}

/// A bin of a distribution.
struct Bin<'a> {
    /// The ends of the bin, no further than the draws reach.
    from: f64,
    to: f64,
    /// Draws below the bin.
    below: f64,
    /// Draws per euro within it, but for those of its atoms.
    density: f64,
    /// Draws within it, but for those of its atoms.
    spread: f64,
    atoms: &'a [Atom],
}

impl CumulativeDistribution {
    /// Makes the distribution of the draws in an accumulator.
    #[cfg_attr(speed, optimize(speed))]
    pub fn new(accumulator: &Accumulator, costs: &CostsWithoutEffect) -> CumulativeDistribution {
        let mut below = vec![0; BINS + 1];
        let mut sum = 0;
        for (below, count) in below[1..].iter_mut().zip(accumulator.bins()) {
            sum += count;
            *below = sum;
        }
        let (ends, grid) = (accumulator.ends(), accumulator.grid());
        CumulativeDistribution { ends, grid, below, atoms: accumulator.atoms(costs) }
    }

    fn draws(&self) -> f64 {
        f64::from(self.below[BINS])
    }

    fn bin(&self, place: usize) -> Bin<'_> {
        let ([low, high], [start, width]) = (self.ends, self.grid);
        let from = if place == 0 { low } else { (start + width * place as f64).clamp(low, high) };
        let end = start + width * (place + 1) as f64;
        let to = if place + 1 == BINS { high } else { end.clamp(low, high) };
        let [below, all] = [place, place + 1].map(|place| f64::from(self.below[place]));
        let first = self.atoms.partition_point(|atom| atom.bin < place);
        let atoms = &self.atoms[first..];
        let atoms = &atoms[..atoms.partition_point(|atom| atom.bin <= place)];
        let spread = (all - below - atoms.iter().map(|atom| atom.draws).sum::<f64>()).max(0.0);
        let density = if to > from { spread / (to - from) } else { 0.0 };
        Bin { from, to, below, density, spread, atoms }
    }

    /// The value below which this share of the draws lies.
    pub fn quantile(&self, share: f64) -> f64 {
        let target = share * self.draws();
        let place = self.below[1..BINS].partition_point(|below| f64::from(*below) < target);
        let bin = self.bin(place);
        let (mut at, mut left) = (bin.from, target - bin.below);
        for atom in bin.atoms {
            let between = bin.density * (atom.value - at).max(0.0);
            if left < between {
                break;
            }
            (at, left) = (at.max(atom.value), left - between - atom.draws);
            if left <= 0.0 {
                return at + 0.0;
            }
        }
        let further = if bin.density > 0.0 { left / bin.density } else { 0.0 };
        (at + further).min(bin.to).max(bin.from) + 0.0
    }

    /// Returns the number of draws at or below a value.
    fn at_most(&self, value: f64) -> f64 {
        let ([low, high], [start, width]) = (self.ends, self.grid);
        if value >= high {
            return self.draws();
        } else if value < low {
            return 0.0;
        }
        let place = if width > 0.0 { ((value - start) / width) as usize } else { 0 };
        let bin = self.bin(place.min(BINS - 1));
        let fraction =
            if bin.to > bin.from { ((value - bin.from) / (bin.to - bin.from)).clamp(0.0, 1.0) } else { 1.0 };
        let atoms = bin.atoms.iter().filter(|atom| atom.value <= value);
        bin.below + fraction * bin.spread + atoms.map(|atom| atom.draws).sum::<f64>()
    }

    /// The share of the draws at or below each of these values.
    pub fn shares(&self, values: impl Iterator<Item = f64>) -> Vec<f64> {
        values.map(|value| self.at_most(value) / self.draws()).collect()
    }

    /// Returns the histogram of the draws.
    pub fn histogram(&self) -> Histogram {
        let [low, high] = self.ends;
        let shown = if high > low { SHOWN } else { 1 };
        let width = (high - low) / f64::from(shown);
        let mut before = 0;
        let counts = (1..=shown).map(|place| {
            let end = if place == shown { high } else { low + width * f64::from(place) };
            let below = (self.at_most(end) + 0.5) as u32;
            let count = below.saturating_sub(before);
            before = below.max(before);
            count
        });
        Histogram { low, high, counts: counts.collect() }
    }
}
