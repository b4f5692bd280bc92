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

/// The inverse of a distribution's cumulative probability.
///
/// It is asked with a whole random number as a float: the sign says which tail
/// (below zero the upper one), and its size is the probability of that tail in
/// 2^-32. Exponent and first bits of the mantissa are the cell.
pub struct Table {
    /// Per cell the position at a random number of zero, and its slope.
    cells: Box<[[f32; 2]; 2048]>,
}

/// The probability of a tail is counted in this.
const TAIL_UNIT: f64 = 1.0 / 4_294_967_296.0;
/// Cells per doubling of the tail's probability.
const PER_OCTAVE: usize = 32;
/// The powers of two that random numbers lie between, the last one included.
const OCTAVES: std::ops::Range<i32> = 10..31;
/// How many cells each half has.
const CELLS: usize = PER_OCTAVE * (OCTAVES.end - OCTAVES.start) as usize;

impl Table {
    /// How far the bits of a float are moved to give its cell.
    pub const SHIFT: u32 = 18;
    /// Where the half of the upper tail begins.
    pub const HALF: u32 = 1024;

    /// Calculates the table of a shape whose value lies at this position.
    pub fn new(shape: Shape, mode: f64) -> Table {
        let mut table = Table { cells: Box::new([[0.0; 2]; 2048]) };
        for upper in [false, true] {
            // The upper tail is the lower one of the mirrored distribution.
            let mode = if upper { 1.0 - mode } else { mode };
            let knots = match shape {
                Shape::Pert => pert::lower_half(mode),
                Shape::Triangular => knots(|tail| triangular(mode, tail)),
                Shape::Uniform => knots(|tail| tail),
                Shape::Fixed => knots(|_| mode),
            };
            table.set_half(upper, &knots);
        }
        table
    }

    fn set_half(&mut self, upper: bool, distances: &[f64; CELLS + 1]) {
        let position = |distance: f64| if upper { 1.0 - distance } else { distance };
        let sign = if upper { -1.0 } else { 1.0 };
        let mut set = |slots: std::ops::Range<usize>, [from, to]: [f64; 2], ends: [f64; 2]| {
            let [first, last] = ends.map(position);
            let slope = (last - first) / (to - from);
            let line =
                within([first - slope * from, sign * slope * TAIL_UNIT], [from, to].map(|at| sign * at));
            self.cells[slots.start + half(upper)..slots.end + half(upper)].fill(line);
        };
        // All that is smaller than the first cell, also where its bits wrap.
        set(0..half(true), [0.0, tail(0)], [0.0, distances[0]]);
        for place in 0..CELLS {
            let slot = cell(tail(place));
            set(slot..slot + 1, [tail(place), tail(place + 1)], [distances[place], distances[place + 1]]);
        }
        // Rounding to single precision can give exactly one half.
        let slot = cell(tail(CELLS));
        set(slot..slot + 1, [tail(CELLS), 1.0], [distances[CELLS]; 2]);
    }

    /// Every cell, for looking up.
    pub fn cells(&self) -> &[[f32; 2]; 2048] {
        &self.cells
    }

    /// The straight lines that the table is made of: the probability of each,
    /// and the positions at both its ends.
    pub fn pieces(&self) -> impl Iterator<Item = (f64, f64, f64)> + '_ {
        [false, true].into_iter().flat_map(move |upper| {
            let piece = move |from: f64, to: f64| {
                let [start, slope] = self.cells[cell(from) + half(upper)].map(f64::from);
                let sign = if upper { -1.0 } else { 1.0 };
                let at = |tail: f64| (start + sign * slope * (tail / TAIL_UNIT)).clamp(0.0, 1.0);
                (to - from, at(from), at(to))
            };
            let cells = (0..CELLS).map(move |place| piece(tail(place), tail(place + 1)));
            std::iter::once(piece(0.0, tail(0))).chain(cells)
        })
    }
}

/// Where the cells of a half begin.
fn half(upper: bool) -> usize {
    if upper { Table::HALF as usize } else { 0 }
}

/// A line in single precision, moved by as little as it takes for no random
/// number between these tails to leave the range from 0 to 1.
fn within([start, slope]: [f64; 2], tails: [f64; 2]) -> [f32; 2] {
    let (mut start, slope) = (start as f32, slope as f32);
    let well_inside = |tail: &f64| {
        let position = f64::from(start) + f64::from(slope) * (tail / TAIL_UNIT);
        (1e-3..=1.0 - 1e-3).contains(&position)
    };
    if tails.iter().all(well_inside) {
        return [start, slope];
    }
    let ends = |start: f32| tails.map(|tail| start + slope * (tail / TAIL_UNIT) as f32);
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
    (bits >> Table::SHIFT) as usize & (Table::HALF as usize - 1)
}

fn knots(distance: impl Fn(f64) -> f64) -> [f64; CELLS + 1] {
    std::array::from_fn(|place| distance(tail(place)))
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
        let [low, high] = [0.0, 1.0].map(pert::lower_half);
        for place in 0..=CELLS {
            let tail = tail(place);
            let expected = 1.0 - libm::pow(1.0 - tail, 0.2);
            assert!((low[place] / expected - 1.0).abs() < 1e-6, "{tail}: {} {expected}", low[place]);
            let expected = libm::pow(tail, 0.2);
            assert!((high[place] / expected - 1.0).abs() < 1e-6, "{tail}: {} {expected}", high[place]);
        }
    }

    /// Both halves are calculated apart, from their own ends.
    #[test]
    fn the_halves_meet_in_the_middle() {
        for step in 0..=1000 {
            let mode = f64::from(step) / 1000.0;
            let (low, high) = (pert::lower_half(mode)[CELLS], pert::lower_half(1.0 - mode)[CELLS]);
            assert!((low + high - 1.0).abs() < 1e-6, "{mode}: {low} + {high}");
        }
    }
}
