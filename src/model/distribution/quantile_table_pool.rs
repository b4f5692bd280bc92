//! Calculates quantile tables, two at a time with vector instructions, into one
//! allocation that they share: the pool. The four lanes of a vector are the lower and
//! upper halves of two tables.

use crate::model::distribution::{
    CELLS_PER_DOUBLING, CELLS_PER_HALF, DOUBLINGS, FINE_CELLS, QuantileTable, TAIL_UNIT, UPPER_HALF_START,
    half_start, pert, tail_probability,
};
use crate::model::range::Shape;
use crate::model::simulation::lanes::{F32x4, F64x4};
use std::rc::Rc;

/// Index, within a half, of the cell for the smallest tail that has a cell of its own. The
/// index of a cell is the exponent and the first bits of the fraction of the random number
/// as an f32 (127 is the bias of that exponent), modulo the number of cells in a half.
/// [`DOUBLINGS`] are the exponents that have cells of their own: within one exponent a
/// number doubles.
const FIRST_FINE_CELL: usize = (127 + DOUBLINGS.start as usize) * CELLS_PER_DOUBLING % CELLS_PER_HALF;
/// The positions at each knot (boundary of cells) of four halves of tables, as
/// distances from the end of the range at which the half begins.
pub type Knots = [[f64; 4]; FINE_CELLS + 1];

/// Calculates the tables of at most eight shapes with their modes. They share one
/// allocation.
pub fn pool(shapes: &[(Shape, f64)]) -> impl Iterator<Item = QuantileTable> + use<> {
    let mut cells = vec![[0.0; 2]; UPPER_HALF_START + shapes.len() * CELLS_PER_HALF];
    for (index, shapes) in shapes.chunks(4).enumerate() {
        let cells = &mut cells[4 * index * CELLS_PER_HALF..];
        if shapes.len() > 2 {
            set_tables::<2>(cells, shapes);
        } else {
            set_tables::<1>(cells, shapes);
        }
    }
    let pool = Rc::new(cells);
    (0..shapes.len()).map(move |index| QuantileTable { pool: pool.clone(), index })
}

/// Fills the tables at the start of `cells`, two to a group: the lower and the upper
/// half of each. Where there are too few shapes, the last one is repeated.
#[cfg_attr(speed, optimize(speed))]
fn set_tables<const GROUPS: usize>(cells: &mut [[f32; 2]], shapes: &[(Shape, f64)]) {
    let table_index = |group: usize, lane: usize| (2 * group + lane / 2).min(shapes.len() - 1);
    let halves: [[_; 4]; GROUPS] = std::array::from_fn(|group| {
        std::array::from_fn(|lane| {
            let (shape, mode) = shapes[table_index(group, lane)];
            // The upper tail is the lower one of the mirrored distribution.
            (shape, if lane % 2 == 1 { 1.0 - mode } else { mode })
        })
    });
    let mut knots = [[[0.0; 4]; FINE_CELLS + 1]; GROUPS];
    if shapes.iter().any(|(shape, _)| *shape == Shape::Pert) {
        pert::lower_halves(halves.map(|halves| halves.map(|(_, mode)| mode)), &mut knots);
    }
    for (group, (halves, knots)) in halves.iter().zip(&mut knots).enumerate() {
        halves
            .iter()
            .enumerate()
            .for_each(|(lane, (shape, mode))| set_closed_form(*shape, *mode, lane, knots));
        let start = |lane| table_index(group, lane) * CELLS_PER_HALF + half_start(lane % 2 == 1);
        set_halves(cells, std::array::from_fn(start), knots);
    }
}

/// Sets the knots of one lane, for a shape whose quantiles have a closed form: every shape
/// but PERT, for which it does nothing.
#[cfg_attr(speed, optimize(speed))]
fn set_closed_form(shape: Shape, mode: f64, lane: usize, knots: &mut Knots) {
    let distance: fn(f64, f64) -> f64 = match shape {
        Shape::Pert => return,
        Shape::Triangular => triangular,
        Shape::Uniform => |_, tail| tail,
        Shape::Fixed => |mode, _| mode,
    };
    for (index, knots) in knots.iter_mut().enumerate() {
        knots[lane] = distance(mode, tail_probability(index));
    }
}

/// Fills the cells of four halves, alternately lower and upper ones, each from its
/// index in `starts`.
#[cfg_attr(speed, optimize(speed))]
fn set_halves(cells: &mut [[f32; 2]], starts: [usize; 4], knots: &Knots) {
    let end = F64x4::load(&[0.0, 1.0, 0.0, 1.0]);
    let sign = F64x4::load(&[1.0, -1.0, 1.0, -1.0]);
    let mut put = |slot: usize, lines: &[[f32; 2]; 4]| {
        for (start, line) in starts.iter().zip(lines) {
            cells[start + slot] = *line;
        }
    };
    let (mut from, mut first) = (0.0, end);
    for (index, distances) in knots.iter().enumerate() {
        let (to, last) = (tail_probability(index), end + sign * F64x4::load(distances));
        let lines = lines(first, last, from, to, sign);
        if index > 0 {
            put(FIRST_FINE_CELL + index - 1, &lines);
        } else {
            // The line for all random numbers below the fine cells. The index of a cell is
            // modulo CELLS_PER_HALF, so their cells are both before and after the fine ones.
            // All cells are filled here, and the next rounds overwrite the fine ones.
            (0..CELLS_PER_HALF).for_each(|slot| put(slot, &lines));
        }
        (from, first) = (to, last);
    }
    // A random number can be rounded to exactly one half, which has a cell as well.
    put(FIRST_FINE_CELL + FINE_CELLS, &lines(first, first, from, 1.0, sign));
}

/// Returns the straight lines from the positions `first` to the positions `last`,
/// between the tail probabilities `from` and `to`. Each is given as the position at a
/// random number of zero, and the slope. A random number is a tail probability in units of
/// `TAIL_UNIT`, below zero for the upper half.
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
        // Rounding to single precision has moved an end out of the range.
        let (least, most) = (least.array(), most.array());
        for (lane, line) in lines.iter_mut().enumerate() {
            *line = shift_into_range(*line, [least[lane], most[lane]]);
        }
    }
    lines
}

/// Shifts a line by as little as is needed for its positions to be from 0 to 1 for
/// all random numbers between the two in `tails`.
#[cfg_attr(speed, optimize(speed))]
fn shift_into_range([mut start, slope]: [f32; 2], tails: [f32; 2]) -> [f32; 2] {
    let ends = |start: f32| tails.map(|tail| start + slope * tail);
    // Rounding is monotone, so positions between the ends are in the range as well.
    while ends(start).iter().any(|position| *position < 0.0) {
        start = start.next_up();
    }
    while ends(start).iter().any(|position| *position > 1.0) {
        start = start.next_down();
    }
    [start, slope]
}

/// Returns the position below which a triangular distribution with its top at `mode`
/// has this probability.
fn triangular(mode: f64, probability: f64) -> f64 {
    if probability < mode {
        (probability * mode).sqrt()
    } else {
        1.0 - ((1.0 - probability) * (1.0 - mode)).sqrt()
    }
}
