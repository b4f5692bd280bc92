//! Distribution of the draws of one figure, from their numbers in bins.

use crate::model::simulation::accumulator::Accumulator;
use crate::model::simulation::costs_without_effect::CostsWithoutEffect;
use crate::model::simulation::summary::Histogram;

/// Number of bins that quantiles are read from, a power of two. Draws are treated as evenly
/// spread within a bin, except those that have the same value; the error that this causes is
/// far below a hundredth of a quantile's own sampling error at a million draws.
pub const BINS: usize = 4096;
/// Number of bins of the histogram that is shown.
const SHOWN_BINS: u32 = 64;

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
    /// Number of draws below the bin.
    below: f64,
    /// Number of draws per euro within it, without those of its atoms.
    density: f64,
    /// Number of draws within it, without those of its atoms.
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

    /// Returns the bin with this index.
    fn bin(&self, index: usize) -> Bin<'_> {
        let ([low, high], [start, width]) = (self.ends, self.grid);
        let from = if index == 0 { low } else { (start + width * index as f64).clamp(low, high) };
        let end = start + width * (index + 1) as f64;
        let to = if index + 1 == BINS { high } else { end.clamp(low, high) };
        let [below, all] = [index, index + 1].map(|edge| f64::from(self.below[edge]));
        let first = self.atoms.partition_point(|atom| atom.bin < index);
        let atoms = &self.atoms[first..];
        let atoms = &atoms[..atoms.partition_point(|atom| atom.bin <= index)];
        let spread = (all - below - atoms.iter().map(|atom| atom.draws).sum::<f64>()).max(0.0);
        let density = if to > from { spread / (to - from) } else { 0.0 };
        Bin { from, to, below, density, spread, atoms }
    }

    /// Returns the value below which this share of the draws lies.
    pub fn quantile(&self, share: f64) -> f64 {
        let target = share * self.draws();
        let index = self.below[1..BINS].partition_point(|below| f64::from(*below) < target);
        let bin = self.bin(index);
        let (mut value, mut draws) = (bin.from, target - bin.below);
        for atom in bin.atoms {
            let between = bin.density * (atom.value - value).max(0.0);
            if draws < between {
                break;
            }
            (value, draws) = (value.max(atom.value), draws - between - atom.draws);
            if draws <= 0.0 {
                return value + 0.0;
            }
        }
        let further = if bin.density > 0.0 { draws / bin.density } else { 0.0 };
        (value + further).min(bin.to).max(bin.from) + 0.0
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
        let bin = self.bin(index.min(BINS - 1));
        let fraction =
            if bin.to > bin.from { ((value - bin.from) / (bin.to - bin.from)).clamp(0.0, 1.0) } else { 1.0 };
        let atoms = bin.atoms.iter().filter(|atom| atom.value <= value);
        bin.below + fraction * bin.spread + atoms.map(|atom| atom.draws).sum::<f64>()
    }

    /// Returns the share of the draws at or below each of these values.
    pub fn shares(&self, values: impl Iterator<Item = f64>) -> Vec<f64> {
        values.map(|value| self.draws_at_most(value) / self.draws()).collect()
    }

    /// Returns the histogram of the draws.
    pub fn histogram(&self) -> Histogram {
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
