//! Distributions on a range, as tables that turn a random number into a
//! position: 0 at the low end, 1 at the high end.
//!
//! A table depends on nothing but the shape and on where in its range the
//! value lies, so ranges of the same form share one. Its cells get finer
//! towards both tails: the cell of a random number is read from the bits of
//! the probability of its tail as a float, exponent and first bits of the
//! mantissa. Within a cell the position is a straight line.

mod pert;

use super::range::Shape;
use super::simulation::lanes::{self, Cells, F32x4, F64x4};
use std::rc::Rc;

/// The inverse of a distribution's cumulative probability.
///
/// It is asked with a whole random number as a float: the sign says which tail
/// (below zero the upper one), and its size is the probability of that tail in
/// 2^-32. Exponent and first bits of the mantissa are the cell. Between them and
/// the sign are three bits that never differ; what those leave unused between
/// the halves of a table is filled with other tables.
pub struct Table {
    /// Per cell the position at a random number of zero, and its slope; a shelf
    /// of tables.
    shelf: Rc<Vec<[f32; 2]>>,
    /// Which table of the shelf this is.
    place: usize,
}

/// The probability of a tail is counted in this.
const TAIL_UNIT: f64 = 1.0 / 4_294_967_296.0;
/// Cells per doubling of the tail's probability.
const PER_OCTAVE: usize = 32;
/// The powers of two that random numbers lie between, the last one included.
const OCTAVES: std::ops::Range<i32> = 10..31;
/// How many cells each half has.
const CELLS: usize = PER_OCTAVE * (OCTAVES.end - OCTAVES.start) as usize;
/// Cells that a half has room for.
const HALF: usize = 1024;
/// The first cell of a half that is not for all that is smaller.
const FIRST: usize = (127 + OCTAVES.start as usize) * PER_OCTAVE % HALF;
/// Where the half of the upper tail begins.
const UPPER: usize = 8 * HALF;
/// Tables that fit on a shelf.
const PER_SHELF: usize = UPPER / HALF;

/// The distance from the end of the range at each knot, of four halves of tables.
type Knots = [[f64; 4]; CELLS + 1];

impl Table {
    /// How far the bits of a float are moved to give its cell.
    pub const SHIFT: u32 = 18;

    /// Calculates the table of a shape whose value lies at this position.
    pub fn new(shape: Shape, mode: f64) -> Table {
        Table::several(&[(shape, mode)]).remove(0)
    }

    /// Calculates tables of shapes with their positions, which takes far less
    /// than one after the other: halves of tables go side by side.
    pub fn several(wanted: &[(Shape, f64)]) -> Vec<Table> {
        wanted.chunks(PER_SHELF).flat_map(shelf).collect()
    }

    /// Every cell, for looking up.
    pub fn cells(&self) -> &Cells {
        let from = self.place * HALF;
        self.shelf[from..from + lanes::CELLS].try_into().expect("a shelf ends with a whole table")
    }

    /// The straight lines that the table is made of: the probability of each,
    /// and the positions at both its ends.
    pub fn pieces(&self) -> impl Iterator<Item = (f64, f64, f64)> + '_ {
        let cells = self.cells();
        [false, true].into_iter().flat_map(move |upper| {
            let piece = move |from: f64, to: f64| {
                let [start, slope] = cells[cell(from) + half(upper)].map(f64::from);
                let sign = if upper { -1.0 } else { 1.0 };
                let at = |tail: f64| (start + sign * slope * (tail / TAIL_UNIT)).clamp(0.0, 1.0);
                (to - from, at(from), at(to))
            };
            let cells = (0..CELLS).map(move |place| piece(tail(place), tail(place + 1)));
            std::iter::once(piece(0.0, tail(0))).chain(cells)
        })
    }
}

/// Tables that share memory.
fn shelf(wanted: &[(Shape, f64)]) -> impl Iterator<Item = Table> + use<> {
    let mut cells = vec![[0.0; 2]; UPPER + wanted.len() * HALF];
    for (four, wanted) in wanted.chunks(4).enumerate() {
        let cells = &mut cells[4 * four * HALF..];
        if wanted.len() > 2 {
            set_tables::<2>(cells, wanted);
        } else {
            set_tables::<1>(cells, wanted);
        }
    }
    let shelf = Rc::new(cells);
    (0..wanted.len()).map(move |place| Table { shelf: shelf.clone(), place })
}

/// Fills tables from here on, two to a group: the lower and the upper half of
/// one and of another, the last one over and over where there are fewer.
fn set_tables<const GROUPS: usize>(cells: &mut [[f32; 2]], wanted: &[(Shape, f64)]) {
    let place = |group: usize, lane: usize| (2 * group + lane / 2).min(wanted.len() - 1);
    let halves: [[_; 4]; GROUPS] = std::array::from_fn(|group| {
        std::array::from_fn(|lane| {
            let (shape, mode) = wanted[place(group, lane)];
            // The upper tail is the lower one of the mirrored distribution.
            (shape, if lane % 2 == 1 { 1.0 - mode } else { mode })
        })
    });
    let mut knots = [[[0.0; 4]; CELLS + 1]; GROUPS];
    if wanted.iter().any(|(shape, _)| *shape == Shape::Pert) {
        pert::lower_halves(halves.map(|halves| halves.map(|(_, mode)| mode)), &mut knots);
    }
    for (group, (halves, knots)) in halves.iter().zip(&mut knots).enumerate() {
        halves.iter().enumerate().for_each(|(lane, (shape, mode))| other(*shape, *mode, lane, knots));
        set_halves(cells, std::array::from_fn(|lane| place(group, lane) * HALF + half(lane % 2 == 1)), knots);
    }
}

/// The knots of a lower half that is no PERT.
fn other(shape: Shape, mode: f64, lane: usize, knots: &mut Knots) {
    let distance: fn(f64, f64) -> f64 = match shape {
        Shape::Pert => return,
        Shape::Triangular => triangular,
        Shape::Uniform => |_, tail| tail,
        Shape::Fixed => |mode, _| mode,
    };
    for (place, knots) in knots.iter_mut().enumerate() {
        knots[lane] = distance(mode, tail(place));
    }
}

/// Fills the cells of four halves, lower and upper ones in turn, each from its
/// start.
fn set_halves(cells: &mut [[f32; 2]], starts: [usize; 4], knots: &Knots) {
    let end = F64x4::load(&[0.0, 1.0, 0.0, 1.0]);
    let sign = F64x4::load(&[1.0, -1.0, 1.0, -1.0]);
    let mut put = |slot: usize, lines: &[[f32; 2]; 4]| {
        for lane in 0..4 {
            cells[starts[lane] + slot] = lines[lane];
        }
    };
    let (mut from, mut first) = (0.0, end);
    for (place, distances) in knots.iter().enumerate() {
        let (to, last) = (tail(place), end + sign * F64x4::load(distances));
        let lines = lines(first, last, from, to, sign);
        if place > 0 {
            put(FIRST + place - 1, &lines);
        } else {
            // All that is smaller than the first cell, also where its bits wrap.
            (0..HALF).for_each(|slot| put(slot, &lines));
        }
        (from, first) = (to, last);
    }
    // Rounding to single precision can give exactly one half.
    put(FIRST + CELLS, &lines(first, first, from, 1.0, sign));
}

/// The lines from these positions to those, between these probabilities of the
/// tail: the position at a random number of zero, and the slope.
#[inline(always)]
fn lines(first: F64x4, last: F64x4, from: f64, to: f64, sign: F64x4) -> [[f32; 2]; 4] {
    // Cells are as wide as a power of two, so this is exact.
    let slope = (last - first) * F64x4::splat(1.0 / (to - from));
    let start = (first - slope * F64x4::splat(from)).narrow();
    let slope = (sign * slope * F64x4::splat(TAIL_UNIT)).narrow();
    let least = (sign * F64x4::splat(from / TAIL_UNIT)).narrow();
    let most = (sign * F64x4::splat(to / TAIL_UNIT)).narrow();
    let (a, b) = (start + slope * least, start + slope * most);
    let outside = a.min(b).below(F32x4::splat(0.0)) | a.max(b).at_least(F32x4::splat(1.0));
    let ([a, b, c, d], [e, f, g, h]) = (start.array(), slope.array());
    let mut lines = [[a, e], [b, f], [c, g], [d, h]];
    if outside.array() != [0; 4] {
        // Where single precision leaves the range.
        let (least, most) = (least.array(), most.array());
        for lane in 0..4 {
            lines[lane] = within(lines[lane], [least[lane], most[lane]]);
        }
    }
    lines
}

/// Where the cells of a half begin.
fn half(upper: bool) -> usize {
    if upper { UPPER } else { 0 }
}

/// A line moved by as little as it takes for no random number between these
/// to leave the range from 0 to 1.
fn within([mut start, slope]: [f32; 2], tails: [f32; 2]) -> [f32; 2] {
    let ends = |start: f32| tails.map(|tail| start + slope * tail);
    // Rounding keeps the order, so what holds at both ends holds between them.
    while ends(start).iter().any(|position| *position < 0.0) {
        start = start.next_up();
    }
    while ends(start).iter().any(|position| *position > 1.0) {
        start = start.next_down();
    }
    [start, slope]
}

/// The tail probability at which a cell begins; at most one half.
fn tail(place: usize) -> f64 {
    let octave = OCTAVES.start + (place / PER_OCTAVE) as i32;
    let part = 1.0 + (place % PER_OCTAVE) as f64 / PER_OCTAVE as f64;
    (1_u64 << octave) as f64 * part * TAIL_UNIT
}

/// The place of the cell that begins at this tail probability.
fn cell(tail: f64) -> usize {
    let bits = ((tail / TAIL_UNIT) as f32).to_bits();
    (bits >> Table::SHIFT) as usize & (HALF - 1)
}

/// The position below which a triangle with this top has this probability.
fn triangular(mode: f64, probability: f64) -> f64 {
    if probability < mode {
        (probability * mode).sqrt()
    } else {
        1.0 - ((1.0 - probability) * (1.0 - mode)).sqrt()
    }
}

/// Mean and variance of the position, exactly.
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

    /// A millionth of the spread is a thousandth of what a million draws show.
    #[test]
    fn tables_have_the_mean_and_variance_of_their_distribution() {
        for shape in [Shape::Pert, Shape::Triangular, Shape::Uniform] {
            for step in 0..=40 {
                let mode = f64::from(step) / 40.0;
                let (mean, variance) = moments(shape, mode);
                let table = Table::new(shape, mode);
                let whole: f64 = table.pieces().map(|(weight, ..)| weight).sum();
                let first: f64 = table.pieces().map(|(weight, a, b)| weight * (a + b) / 2.0).sum();
                let second: f64 =
                    table.pieces().map(|(weight, a, b)| weight * (a * a + a * b + b * b) / 3.0).sum();
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

    /// Tables that are calculated together are those that are calculated alone.
    #[test]
    fn a_table_is_the_same_whatever_stands_beside_it() {
        let shapes = [Shape::Pert, Shape::Uniform, Shape::Triangular];
        let wanted: Vec<_> = (0..19).map(|n| (shapes[n % 4 % 3], n as f64 / 18.0)).collect();
        let together = Table::several(&wanted);
        assert_eq!(together.len(), wanted.len());
        for ((shape, mode), table) in wanted.into_iter().zip(together) {
            let alone = Table::new(shape, mode);
            assert!(table.pieces().eq(alone.pieces()), "{shape:?} {mode}");
        }
    }

    /// Both halves are calculated apart, from their own ends.
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
