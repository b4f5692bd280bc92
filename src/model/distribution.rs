//! Distributions on a range, as tables that turn a random number into a
//! position: 0 at the low end, 1 at the high end.
//!
//! A table depends only on the shape and on the position of the value in its range
//! (the mode), so inputs that have these in common share a table. Cells get finer
//! towards both tails: the index of a cell is cut from the bits of the tail's
//! probability as a float, namely its exponent and the first bits of its mantissa.
//! Within a cell the position is a straight line.

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
/// same, which leaves a gap between the cells of both tails; that gap holds the cells
/// of other tables.
pub struct QuantileTable {
    /// Cells of all tables of the pool. Each is a straight line: the position at a
    /// random number of zero, and the slope.
    pool: Rc<Vec<[f32; 2]>>,
    /// Index of this table in the pool.
    place: usize,
}

/// Unit of the probability of a tail.
const TAIL_UNIT: f64 = 1.0 / 4_294_967_296.0;
/// Cells per doubling of the tail's probability.
const PER_OCTAVE: usize = 32;
/// Exponents of the random numbers that have cells of their own; all smaller ones
/// share one cell.
const OCTAVES: std::ops::Range<i32> = 10..31;
/// Number of cells with numbers of their own in each half (tail) of a table.
const CELLS: usize = PER_OCTAVE * (OCTAVES.end - OCTAVES.start) as usize;
/// Number of cells that a half takes up: as many as ten bits can address.
const HALF: usize = 1024;
/// Distance from the half of the lower tail to that of the upper one, in cells.
const UPPER: usize = 8 * HALF;
/// Number of tables in a pool.
const TABLES_PER_POOL: usize = UPPER / HALF;

/// Knots per doubling of the tail's probability: few far out, where hardly any
/// probability is, and more in the last octaves.
const FEW: usize = 4;
const MANY: usize = 16;
/// Octaves that have few knots.
const FAR_OCTAVES: usize = 15;
/// Number of knots of each tail, both ends included. Between two knots a curve over
/// the probability counts as straight, which changes no integral by a ten-thousandth.
pub const KNOTS: usize = 2 + FEW * FAR_OCTAVES + MANY * (CELLS / PER_OCTAVE - FAR_OCTAVES);
/// Probabilities of the tail at the knots: zero, then those of [`knot_place`].
pub static KNOT_TAILS: [f64; KNOTS] = knot_tails();

const fn knot_tails() -> [f64; KNOTS] {
    let mut tails = [0.0; KNOTS];
    let mut knot = 1;
    while knot < KNOTS {
        tails[knot] = tail(knot_place(knot - 1));
        knot += 1;
    }
    tails
}

/// The cell that a knot after the first one is the start of.
const fn knot_place(knot: usize) -> usize {
    const FAR: usize = FEW * FAR_OCTAVES;
    if knot < FAR {
        knot * (PER_OCTAVE / FEW)
    } else {
        PER_OCTAVE * FAR_OCTAVES + (knot - FAR) * (PER_OCTAVE / MANY)
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

    /// The cells from the first to the last of this table, for [`lanes::look_up`].
    /// Those in between belong to other tables.
    pub fn cells(&self) -> &Cells {
        let from = self.place * HALF;
        self.pool[from..from + lanes::CELLS].try_into().expect("a pool ends with a whole table")
    }

    /// Calculates the positions at the knots of all tables: of the lower tail, then of
    /// the upper one, each from its end to the middle.
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
                if let Some(place) = knot.checked_sub(1).map(knot_place).filter(|place| *place < CELLS) {
                    [start, slope] = cells[first + cell(self::tail(place))];
                }
                let at = f64::from(start) + sign * f64::from(slope) * (tail / TAIL_UNIT);
                *position = at.clamp(0.0, 1.0);
            }
        }
        knots
    }

    /// The straight lines that the table is made of: the probability of each,
    /// and the positions at both its ends.
    pub fn segments(&self) -> impl Iterator<Item = (f64, f64, f64)> + '_ {
        let cells = self.cells();
        [false, true].into_iter().flat_map(move |upper| {
            let segment = move |from: f64, to: f64| {
                let [start, slope] = cells[cell(from) + half_start(upper)].map(f64::from);
                let sign = if upper { -1.0 } else { 1.0 };
                let at = |tail: f64| (start + sign * slope * (tail / TAIL_UNIT)).clamp(0.0, 1.0);
                (to - from, at(from), at(to))
            };
            let cells = (0..CELLS).map(move |place| segment(tail(place), tail(place + 1)));
            std::iter::once(segment(0.0, tail(0))).chain(cells)
        })
    }
}

/// Returns the index in a table at which the cells of a half begin.
fn half_start(upper: bool) -> usize {
    if upper { UPPER } else { 0 }
}

/// The tail probability at which a cell begins; at most one half.
const fn tail(place: usize) -> f64 {
    let octave = OCTAVES.start + (place / PER_OCTAVE) as i32;
    let mantissa = 1.0 + (place % PER_OCTAVE) as f64 / PER_OCTAVE as f64;
    (1_u64 << octave) as f64 * mantissa * TAIL_UNIT
}

/// The index in its half of the cell that begins at this tail probability.
fn cell(tail: f64) -> usize {
    let bits = ((tail / TAIL_UNIT) as f32).to_bits();
    (bits >> QuantileTable::SHIFT) as usize & (HALF - 1)
}

/// Returns mean and variance of the position, exactly.
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
                let whole: f64 = table.segments().map(|(weight, ..)| weight).sum();
                let first: f64 = table.segments().map(|(weight, a, b)| weight * (a + b) / 2.0).sum();
                let second: f64 =
                    table.segments().map(|(weight, a, b)| weight * (a * a + a * b + b * b) / 3.0).sum();
                assert!((whole - 1.0).abs() < 1e-12);
                let sd = variance.sqrt();
                assert!((first - mean).abs() < 5e-5 * sd, "{shape:?} {mode}: {first} for {mean}");
                let found = second - first * first;
                assert!((found / variance - 1.0).abs() < 2e-4, "{shape:?} {mode}: {found} for {variance}");
            }
        }
    }

    /// Where the mode is at an end the quantiles are roots: 1 − (1 − u)^(1/5).
    #[test]
    fn quantiles_at_the_ends() {
        let mut knots = [[[0.0; 4]; CELLS + 1]];
        pert::lower_halves([[0.0, 1.0, 0.5, 0.25]], &mut knots);
        for (place, [low, high, ..]) in knots[0].into_iter().enumerate() {
            let tail = tail(place);
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
        let mut knots = [[[0.0; 4]; CELLS + 1]];
        for step in 0..=1000 {
            let mode = f64::from(step) / 1000.0;
            pert::lower_halves([[mode, 1.0 - mode, 0.0, 0.0]], &mut knots);
            let [low, high, ..] = knots[0][CELLS];
            assert!((low + high - 1.0).abs() < 1e-6, "{mode}: {low} + {high}");
        }
    }
}
