//! Blocks of draws, and what the inputs are in them.

use crate::model::simulation::factor::Factor;
use crate::model::simulation::lanes::F32x8;

/// Four draws at a time; so many times makes a block.
pub const QUADS_PER_BLOCK: usize = 64;
/// Draws in a block.
pub const DRAWS_PER_BLOCK: usize = 4 * QUADS_PER_BLOCK;

/// One number of each draw of a block.
pub type DrawBlock = [[f32; 4]; QUADS_PER_BLOCK];

/// A block of zeros.
pub static ZERO_BLOCK: DrawBlock = [[0.0; 4]; QUADS_PER_BLOCK];

/// A block for calculating with eight draws at a time.
pub type F32x8Block = [[[f32; 4]; 2]; F32X8_PER_BLOCK];
const F32X8_PER_BLOCK: usize = QUADS_PER_BLOCK / 2;

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

    /// Returns where a factor's draws lie in its range.
    fn positions(&self, factor: Factor) -> &'a F32x8Block {
        match factor.column.checked_sub(1) {
            None => as_f32x8(&ZERO_BLOCK),
            Some(place) => {
                let from = self.block * QUADS_PER_BLOCK;
                let block = self.columns[place][from..from + QUADS_PER_BLOCK].try_into();
                as_f32x8(block.expect("a block has QUADS quads"))
            }
        }
    }

    pub fn of(&self, factor: Factor) -> FactorDeviation<'a> {
        FactorDeviation {
            value: F32x8::splat(factor.value),
            from: F32x8::splat(factor.from),
            width: F32x8::splat(factor.width),
            positions: self.positions(factor),
        }
    }

    #[inline(always)]
    /// Returns how far the product of two factors is from that of their values.
    pub fn product(&self, a: Factor, b: Factor) -> PairDeviation<'a> {
        let (a_low, b_low) = (a.value + a.from, b.value + b.from);
        PairDeviation {
            low: F32x8::splat(a.value * b.from + a.from * b_low),
            first: F32x8::splat(a.width * b_low),
            second: F32x8::splat(a_low * b.width),
            both: F32x8::splat(a.width * b.width),
            positions: (self.positions(a), self.positions(b)),
        }
    }

    /// Returns how far the sum of two factors is from that of their values.
    pub fn sum(&self, a: Factor, b: Factor) -> PairDeviation<'a> {
        PairDeviation {
            low: F32x8::splat(a.from + b.from),
            first: F32x8::splat(a.width),
            second: F32x8::splat(b.width),
            both: F32x8::splat(0.0),
            positions: (self.positions(a), self.positions(b)),
        }
    }
}

/// Eight draws at a time.
pub fn as_f32x8(block: &DrawBlock) -> &F32x8Block {
    block.as_chunks().0.try_into().expect("a block has an even number of quads")
}

/// Eight draws at a time.
pub fn as_f32x8_mut(block: &mut DrawBlock) -> &mut F32x8Block {
    block.as_chunks_mut().0.try_into().expect("a block has an even number of quads")
}

/// A factor for a block of draws.
#[derive(Clone, Copy)]
pub struct FactorDeviation<'a> {
    pub value: F32x8,
    from: F32x8,
    width: F32x8,
    positions: &'a F32x8Block,
}

impl FactorDeviation<'_> {
    /// Returns how far eight draws are from the value.
    #[inline(always)]
    pub fn deviation(&self, place: usize) -> F32x8 {
        self.from + self.width * F32x8::load(&self.positions[place])
    }
}

/// The product or the sum of two factors, for a block of draws.
#[derive(Clone, Copy)]
pub struct PairDeviation<'a> {
    /// Deviation where both are at their low ends.
    low: F32x8,
    /// Slopes by the position of each, and of both.
    first: F32x8,
    second: F32x8,
    both: F32x8,
    positions: (&'a F32x8Block, &'a F32x8Block),
}

impl PairDeviation<'_> {
    /// Returns how far eight draws are from the value.
    #[inline(always)]
    pub fn deviation(&self, place: usize) -> F32x8 {
        let a = F32x8::load(&self.positions.0[place]);
        let b = F32x8::load(&self.positions.1[place]);
        (self.low + self.second * b) + a * (self.first + self.both * b)
    }
}
