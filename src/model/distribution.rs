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
pub struct Table {
    /// Per cell the position at tail probability zero, and its slope.
    cells: Box<[[f32; 2]; 2048]>,
}

/// Twice the probability of a tail is counted in this.
const TAIL_UNIT: f64 = 1.0 / 4_294_967_296.0;
/// Cells per doubling of the tail's probability.
const PER_OCTAVE: usize = 32;
/// The powers of two that random numbers lie between, the last one included.
const OCTAVES: std::ops::Range<i32> = 10..31;
/// How many cells each half has.
const CELLS: usize = PER_OCTAVE * (OCTAVES.end - OCTAVES.start) as usize;

impl Table {
    /// The smallest random number there is a cell for.
    pub const SMALLEST: u32 = 1 << OCTAVES.start;
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
        let position = |place: usize| if upper { 1.0 - distances[place] } else { distances[place] };
        let offset = if upper { Table::HALF } else { 0 };
        for place in 0..CELLS {
            let (from, to) = (tail(place), tail(place + 1));
            let slope = (position(place + 1) - position(place)) / (to - from);
            let start = position(place) - slope * from;
            self.cells[cell(from) + offset as usize] = [start as f32, (slope * TAIL_UNIT) as f32];
        }
        // Rounding to single precision can give exactly one half.
        self.cells[cell(tail(CELLS)) + offset as usize] = [position(CELLS) as f32, 0.0];
    }

    /// Every cell, for looking up.
    pub fn cells(&self) -> &[[f32; 2]; 2048] {
        &self.cells
    }

    /// The expectation of a function of the position that is a straight line
    /// wherever the table is one: gives probability and both ends of each cell.
    pub fn pieces(&self) -> impl Iterator<Item = (f64, f64, f64)> + '_ {
        [0, Table::HALF as usize].into_iter().flat_map(move |offset| {
            (0..CELLS).map(move |place| {
                let (from, to) = (tail(place), tail(place + 1));
                let [start, slope] = self.cells[cell(from) + offset].map(f64::from);
                let at = |tail: f64| (start + slope * (tail / TAIL_UNIT)).clamp(0.0, 1.0);
                // The first cell stands for all that is below it.
                let probability = if place == 0 { to } else { to - from };
                (probability, at(from), at(to))
            })
        })
    }
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
