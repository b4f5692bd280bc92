//! Distributions on a range, as tables that turn a random number into a
//! position: 0 at the low end, 1 at the high end.
//!
//! A table depends only on the shape and on the position of the value in its range
//! (the mode), so inputs that have these in common share a table. A table consists of
//! cells, within which the position is a straight line. Cells are smaller towards the lower
//! and the upper tail: the exponent and the first bits of the mantissa of the tail's
//! probability, as a float, are the index of the cell, so every doubling of the probability
//! has as many cells.

mod pert;
mod quantile_table_pool;

use crate::model::range::Shape;
use crate::model::simulation::lanes;
use crate::model::simulation::lanes::Cells;
use std::rc::Rc;

/// The inverse of a distribution's cumulative probability.
///
/// Its argument is a random 32-bit integer with sign, converted to a float. The sign
/// chooses the tail (below zero the upper one); the size is the probability of that
/// tail, in units of 2^-32. The exponent and the first bits of the mantissa are the
/// index of the cell. Between those and the sign are three bits that are always the
/// same, which leaves room between the cells of the lower and of the upper tail; that
/// room has the cells of other tables.
pub struct QuantileTable {
    /// Cells of all tables of the pool. Each is a straight line: the position at a
    /// random number of zero, and the slope.
    pool: Rc<Vec<[f32; 2]>>,
    /// Index of this table in the pool.
    index: usize,
}

/// Unit of the probability of a tail.
const TAIL_UNIT: f64 = 1.0 / 4_294_967_296.0;
/// Cells per doubling of the tail's probability.
const CELLS_PER_DOUBLING: usize = 32;
/// Exponents of the random numbers that have [`CELLS_PER_DOUBLING`] cells each; all
/// smaller exponents share one cell.
const DOUBLINGS: std::ops::Range<i32> = 10..31;
/// Number of cells of [`DOUBLINGS`] in each half (tail) of a table.
const FINE_CELLS: usize = CELLS_PER_DOUBLING * (DOUBLINGS.end - DOUBLINGS.start) as usize;
/// Number of cells that a half takes up in memory: as many as ten bits can address.
const CELLS_PER_HALF: usize = 1024;
/// Index in a table at which the half of the upper tail begins, in cells.
const UPPER_HALF_START: usize = 8 * CELLS_PER_HALF;
/// Number of tables in a pool.
const TABLES_PER_POOL: usize = UPPER_HALF_START / CELLS_PER_HALF;

/// Straight line of a [`QuantileTable`], from one tail probability to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// Probability of a draw on this line.
    pub probability: f64,
    /// Position in the range, 0 to 1, at the line's end that is farther in the tail.
    pub start: f64,
    /// Position in the range, 0 to 1, at the line's other end.
    pub end: f64,
}

/// Knots per doubling of the tail's probability: few in the far tail, where hardly any
/// probability is, and more in the last doublings.
const FEW: usize = 4;
const MANY: usize = 16;
/// Number of [`DOUBLINGS`] that have few knots.
const FAR_DOUBLINGS: usize = 15;
/// Number of knots of each tail, both ends included. Between two knots a curve over
/// the probability counts as straight, which changes no integral by a ten-thousandth.
pub const KNOTS: usize = 2 + FEW * FAR_DOUBLINGS + MANY * (FINE_CELLS / CELLS_PER_DOUBLING - FAR_DOUBLINGS);
/// Tail probabilities at the knots: zero, then those of [`knot_cell`].
pub static KNOT_TAILS: [f64; KNOTS] = knot_tails();

const fn knot_tails() -> [f64; KNOTS] {
    let mut tails = [0.0; KNOTS];
    let mut knot = 1;
    while knot < KNOTS {
        tails[knot] = tail_probability(knot_cell(knot - 1));
        knot += 1;
    }
    tails
}

/// Returns the index of the cell that begins at a knot; the first knot, at zero, is not
/// counted.
const fn knot_cell(knot: usize) -> usize {
    const FAR: usize = FEW * FAR_DOUBLINGS;
    if knot < FAR {
        knot * (CELLS_PER_DOUBLING / FEW)
    } else {
        CELLS_PER_DOUBLING * FAR_DOUBLINGS + (knot - FAR) * (CELLS_PER_DOUBLING / MANY)
    }
}

impl QuantileTable {
    /// Number of bits by which the bits of a float are shifted to give its cell.
    pub const SHIFT: u32 = 18;

    /// Calculates the table of a shape with this mode, the position of the value in
    /// its range.
    pub fn new(shape: Shape, mode: f64) -> QuantileTable {
        QuantileTable::batch(&[(shape, mode)]).remove(0)
    }

    /// Calculates tables of several shapes with their modes. This takes far less time
    /// than one by one, since the halves of tables are calculated in parallel.
    pub fn batch(shapes: &[(Shape, f64)]) -> Vec<QuantileTable> {
        shapes.chunks(TABLES_PER_POOL).flat_map(quantile_table_pool::pool).collect()
    }

    /// Returns the cells from the first to the last of this table, for
    /// [`lanes::look_up`]. Between its two halves are cells of other tables.
    pub fn cells(&self) -> &Cells {
        let from = self.index * CELLS_PER_HALF;
        self.pool[from..from + lanes::CELLS_OF_TABLE].try_into().expect("a pool ends with a whole table")
    }

    /// Returns the positions at the knots, which all tables have in common: of the lower
    /// tail, then of the upper one, each from its end to the middle.
    #[cfg_attr(speed, optimize(speed))]
    pub fn knots(&self) -> [[f64; KNOTS]; 2] {
        let cells = self.cells();
        let mut knots = [[0.0; KNOTS]; 2];
        for (upper, knots) in [false, true].into_iter().zip(&mut knots) {
            let first = half_start(upper);
            let [mut start, mut slope] = cells[first + cell(0.0)];
            let sign = if upper { -1.0 } else { 1.0 };
            for (knot, position) in knots.iter_mut().enumerate() {
                let tail = KNOT_TAILS[knot];
                if let Some(index) = knot.checked_sub(1).map(knot_cell).filter(|index| *index < FINE_CELLS) {
                    [start, slope] = cells[first + cell(tail_probability(index))];
                }
                let straight = f64::from(start) + sign * f64::from(slope) * (tail / TAIL_UNIT);
                *position = straight.clamp(0.0, 1.0);
            }
        }
        knots
    }

    /// Returns the straight lines that the table is made of.
    pub fn segments(&self) -> impl Iterator<Item = Segment> + '_ {
        let cells = self.cells();
        [false, true].into_iter().flat_map(move |upper| {
            let segment = move |from: f64, to: f64| {
                let [start, slope] = cells[cell(from) + half_start(upper)].map(f64::from);
                let sign = if upper { -1.0 } else { 1.0 };
                let position = |tail: f64| (start + sign * slope * (tail / TAIL_UNIT)).clamp(0.0, 1.0);
                Segment { probability: to - from, start: position(from), end: position(to) }
            };
            let cells = (0..FINE_CELLS)
                .map(move |index| segment(tail_probability(index), tail_probability(index + 1)));
            std::iter::once(segment(0.0, tail_probability(0))).chain(cells)
        })
    }
}

/// Returns the index in a table at which the cells of a half begin.
fn half_start(upper: bool) -> usize {
    if upper { UPPER_HALF_START } else { 0 }
}

/// Returns the tail probability at which the cell of [`DOUBLINGS`] with this index
/// begins; at most one half.
const fn tail_probability(index: usize) -> f64 {
    let doubling = DOUBLINGS.start + (index / CELLS_PER_DOUBLING) as i32;
    let mantissa = 1.0 + (index % CELLS_PER_DOUBLING) as f64 / CELLS_PER_DOUBLING as f64;
    (1_u64 << doubling) as f64 * mantissa * TAIL_UNIT
}

/// Returns the index in its half of the cell that begins at this tail probability.
fn cell(tail: f64) -> usize {
    let bits = ((tail / TAIL_UNIT) as f32).to_bits();
    (bits >> QuantileTable::SHIFT) as usize & (CELLS_PER_HALF - 1)
}

/// Returns mean and variance of the position, exactly, in a distribution of this shape
/// and mode.
pub fn moments(shape: Shape, mode: f64) -> (f64, f64) {
    match shape {
        Shape::Pert => {
            let mean = (1.0 + 4.0 * mode) / 6.0;
            (mean, mean * (1.0 - mean) / 7.0)
        }
        Shape::Triangular => ((1.0 + mode) / 3.0, (1.0 - mode * (1.0 - mode)) / 18.0),
        Shape::Uniform => (0.5, 1.0 / 12.0),
        Shape::Fixed => (mode, 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tolerances are small compared with the sampling errors of a million draws:
    /// a thousandth of the standard deviation, and 0.14% of the variance.
    #[test]
    fn tables_have_the_mean_and_variance_of_their_distribution() {
        for shape in [Shape::Pert, Shape::Triangular, Shape::Uniform] {
            for step in 0..=40 {
                let mode = f64::from(step) / 40.0;
                let (mean, variance) = moments(shape, mode);
                let table = QuantileTable::new(shape, mode);
                let whole: f64 = table.segments().map(|segment| segment.probability).sum();
                let first: f64 = table
                    .segments()
                    .map(|Segment { probability, start, end }| probability * (start + end) / 2.0)
                    .sum();
                let second: f64 = table
                    .segments()
                    .map(|Segment { probability, start: a, end: b }| {
                        probability * (a * a + a * b + b * b) / 3.0
                    })
                    .sum();
                assert!((whole - 1.0).abs() < 1e-12);
                let sd = variance.sqrt();
                assert!((first - mean).abs() < 5e-5 * sd, "{shape:?} {mode}: {first} for {mean}");
                let found = second - first * first;
                assert!((found / variance - 1.0).abs() < 2e-4, "{shape:?} {mode}: {found} for {variance}");
            }
        }
    }

    /// Where the mode is at an end of the range, the quantiles are roots: 1 − (1 − u)^(1/5)
    /// at the low end, and u^(1/5) at the high end.
    #[test]
    fn quantiles_at_the_ends() {
        let mut knots = [[[0.0; 4]; FINE_CELLS + 1]];
        pert::lower_halves([[0.0, 1.0, 0.5, 0.25]], &mut knots);
        for (index, [low, high, ..]) in knots[0].into_iter().enumerate() {
            let tail = tail_probability(index);
            let expected = 1.0 - libm::pow(1.0 - tail, 0.2);
            assert!((low / expected - 1.0).abs() < 1e-6, "{tail}: {low} {expected}");
            let expected = libm::pow(tail, 0.2);
            assert!((high / expected - 1.0).abs() < 1e-6, "{tail}: {high} {expected}");
        }
    }

    /// A table that is calculated in a batch equals the one that is calculated alone.
    #[test]
    fn a_table_does_not_depend_on_the_rest_of_its_batch() {
        let shapes = [Shape::Pert, Shape::Uniform, Shape::Triangular];
        let modes: Vec<_> = (0..19).map(|n| (shapes[n % 4 % 3], n as f64 / 18.0)).collect();
        let batch = QuantileTable::batch(&modes);
        assert_eq!(batch.len(), modes.len());
        for ((shape, mode), table) in modes.into_iter().zip(batch) {
            let alone = QuantileTable::new(shape, mode);
            assert!(table.segments().eq(alone.segments()), "{shape:?} {mode}");
        }
    }

    /// Each half is calculated from its own end of the range, so both must give the
    /// same median.
    #[test]
    fn the_halves_meet_in_the_middle() {
        let mut knots = [[[0.0; 4]; FINE_CELLS + 1]];
        for step in 0..=1000 {
            let mode = f64::from(step) / 1000.0;
            pert::lower_halves([[mode, 1.0 - mode, 0.0, 0.0]], &mut knots);
            let [low, high, ..] = knots[0][FINE_CELLS];
            assert!((low + high - 1.0).abs() < 1e-6, "{mode}: {low} + {high}");
        }
    }
}
