//! Blocks of draws, and what the inputs are in them.

use crate::model::simulation::lanes::{F32x4, F32x8};
use crate::model::simulation::plan::Factor;

/// Four draws at a time; so many times makes a block.
pub const QUADS: usize = 64;
/// Draws in a block.
pub const BLOCK: usize = 4 * QUADS;

/// One number of each draw of a block.
pub type Block = [[f32; 4]; QUADS];

/// A block of nothing.
pub static NOTHING: Block = [[0.0; 4]; QUADS];

/// A block for calculating with eight draws at a time.
pub type Eights = [[[f32; 4]; 2]; EIGHTS];
const EIGHTS: usize = QUADS / 2;

/// One block of the columns of positions, from column 1 on.
pub struct Columns<'a> {
    columns: &'a [&'a [[f32; 4]]],
    block: usize,
}

impl<'a> Columns<'a> {
    /// One block of these columns, which reach to the end of a block.
    pub fn new(columns: &'a [&'a [[f32; 4]]], block: usize) -> Columns<'a> {
        Columns { columns, block }
    }

    /// Where a factor's draws lie in its range.
    fn positions(&self, factor: Factor) -> &'a Eights {
        match factor.column.checked_sub(1) {
            None => eights(&NOTHING),
            Some(place) => {
                let from = self.block * QUADS;
                let block = self.columns[place][from..from + QUADS].try_into();
                eights(block.expect("a block has QUADS quads"))
            }
        }
    }

    pub fn of(&self, factor: Factor) -> Away<'a> {
        Away {
            value: F32x8::splat(factor.value),
            from: F32x8::splat(factor.from),
            width: F32x8::splat(factor.width),
            positions: self.positions(factor),
        }
    }

    #[inline(always)]
    /// How far the product of two factors is from that of their values.
    pub fn product(&self, a: Factor, b: Factor) -> Pair<'a> {
        let (a_low, b_low) = (a.value + a.from, b.value + b.from);
        Pair {
            low: F32x8::splat(a.value * b.from + a.from * b_low),
            first: F32x8::splat(a.width * b_low),
            second: F32x8::splat(a_low * b.width),
            both: F32x8::splat(a.width * b.width),
            positions: (self.positions(a), self.positions(b)),
        }
    }

    /// How far the sum of two factors is from that of their values.
    pub fn sum(&self, a: Factor, b: Factor) -> Pair<'a> {
        Pair {
            low: F32x8::splat(a.from + b.from),
            first: F32x8::splat(a.width),
            second: F32x8::splat(b.width),
            both: F32x8::splat(0.0),
            positions: (self.positions(a), self.positions(b)),
        }
    }
}

/// Eight draws at a time.
pub fn eights(block: &Block) -> &Eights {
    block.as_chunks().0.try_into().expect("a block has an even number of quads")
}

/// Eight draws at a time.
pub fn eights_mut(block: &mut Block) -> &mut Eights {
    block.as_chunks_mut().0.try_into().expect("a block has an even number of quads")
}

/// A factor for a block of draws.
#[derive(Clone, Copy)]
pub struct Away<'a> {
    pub value: F32x8,
    from: F32x8,
    width: F32x8,
    positions: &'a Eights,
}

impl Away<'_> {
    /// How far eight draws are from the value.
    #[inline(always)]
    pub fn away(&self, place: usize) -> F32x8 {
        self.from + self.width * F32x8::load(&self.positions[place])
    }

    /// How far four draws are from the value.
    #[inline(always)]
    pub fn quad(&self, quad: usize) -> F32x4 {
        self.from.0 + self.width.0 * F32x4::load(&self.positions[quad / 2][quad % 2])
    }
}

/// The product or the sum of two factors, for a block of draws.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    /// How far it is from the value where both are at their low ends.
    low: F32x8,
    /// How it moves with the position of each, and of both.
    first: F32x8,
    second: F32x8,
    both: F32x8,
    positions: (&'a Eights, &'a Eights),
}

impl Pair<'_> {
    /// How far eight draws are from the value.
    #[inline(always)]
    pub fn away(&self, place: usize) -> F32x8 {
        let a = F32x8::load(&self.positions.0[place]);
        let b = F32x8::load(&self.positions.1[place]);
        (self.low + self.second * b) + a * (self.first + self.both * b)
    }
}
