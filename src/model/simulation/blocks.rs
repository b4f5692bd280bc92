//! Blocks of 256 draws, and the deviations of inputs in each draw from their values in
//! the scenario.

use crate::model::simulation::factor::Factor;
use crate::model::simulation::lanes::F32x8;

/// Number of groups of four draws in a block.
pub const QUADS_PER_BLOCK: usize = 64;
/// Number of draws in a block.
pub const DRAWS_PER_BLOCK: usize = 4 * QUADS_PER_BLOCK;

/// One number of each draw of a block.
pub type DrawBlock = [[f32; 4]; QUADS_PER_BLOCK];

/// A block of zeros only.
pub static ZERO_BLOCK: DrawBlock = [[0.0; 4]; QUADS_PER_BLOCK];

/// A [`DrawBlock`] as groups of eight draws.
pub type F32x8Block = [[[f32; 4]; 2]; F32X8_PER_BLOCK];
const F32X8_PER_BLOCK: usize = QUADS_PER_BLOCK / 2;

/// One block of draws of all columns. A column has the positions of one input in its
/// range, 0 to 1; the first one stored is column 1, since column 0 is all zeros.
pub struct Columns<'a> {
    columns: &'a [&'a [[f32; 4]]],
    block: usize,
}

impl<'a> Columns<'a> {
    /// Chooses the block with this index of these columns, whose lengths are whole blocks.
    pub fn new(columns: &'a [&'a [[f32; 4]]], block: usize) -> Columns<'a> {
        Columns { columns, block }
    }

    /// Returns the positions of a factor's draws in its range.
    fn positions(&self, factor: Factor) -> &'a F32x8Block {
        match factor.column.checked_sub(1) {
            None => as_f32x8(&ZERO_BLOCK),
            Some(index) => {
                let from = self.block * QUADS_PER_BLOCK;
                let block = self.columns[index][from..from + QUADS_PER_BLOCK].try_into();
                as_f32x8(block.expect("a block has a fixed number of quads"))
            }
        }
    }

    /// Returns the deviations of a single factor from its value.
    pub fn single(&self, factor: Factor) -> FactorDeviation<'a> {
        FactorDeviation {
            value: F32x8::splat(factor.value),
            from: F32x8::splat(factor.from),
            width: F32x8::splat(factor.width),
            positions: self.positions(factor),
        }
    }

    /// Returns the deviations of the product of two factors from the product of their values.
    #[inline(always)]
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

    /// Returns the deviations of the sum of two factors from the sum of their values.
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

/// Regroups a block for calculating with eight draws at a time.
pub fn as_f32x8(block: &DrawBlock) -> &F32x8Block {
    block.as_chunks().0.try_into().expect("a block has an even number of quads")
}

/// Regroups a block for writing eight draws at a time.
pub fn as_f32x8_mut(block: &mut DrawBlock) -> &mut F32x8Block {
    block.as_chunks_mut().0.try_into().expect("a block has an even number of quads")
}

/// Deviations of a factor from its value, for a block of draws.
#[derive(Clone, Copy)]
pub struct FactorDeviation<'a> {
    /// The value in the scenario.
    pub value: F32x8,
    from: F32x8,
    width: F32x8,
    positions: &'a F32x8Block,
}

impl FactorDeviation<'_> {
    /// Returns the deviations of eight draws, the group of eight with this index.
    #[inline(always)]
    pub fn deviation(&self, index: usize) -> F32x8 {
        self.from + self.width * F32x8::load(&self.positions[index])
    }
}

/// Deviations of the product or the sum of two factors, for a block of draws.
#[derive(Clone, Copy)]
pub struct PairDeviation<'a> {
    /// Deviation where both factors are at their low ends.
    low: F32x8,
    /// Slope by the position of the first factor.
    first: F32x8,
    /// Slope by the position of the second factor.
    second: F32x8,
    /// Slope by the product of both positions.
    both: F32x8,
    positions: (&'a F32x8Block, &'a F32x8Block),
}

impl PairDeviation<'_> {
    /// Returns the deviations of eight draws, the group of eight with this index.
    #[inline(always)]
    pub fn deviation(&self, index: usize) -> F32x8 {
        let a = F32x8::load(&self.positions.0[index]);
        let b = F32x8::load(&self.positions.1[index]);
        (self.low + self.second * b) + a * (self.first + self.both * b)
    }
}
