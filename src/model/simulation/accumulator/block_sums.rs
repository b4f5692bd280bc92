//! Sums and counts of one block of draws.

use crate::model::simulation::lanes::{F32x4, U32x4};

/// Sums and counts of a block, four draws at a time.
pub struct BlockSums {
    /// Deviation at which the figure itself is zero.
    pub zero_figure: F32x4,
    pub zero: F32x4,
    pub sum: F32x4,
    pub squares: F32x4,
    pub lowest: F32x4,
    pub highest: F32x4,
    pub positive: U32x4,
    pub below: U32x4,
}

impl BlockSums {
    /// Makes sums of zero draws, from the ends so far, with the deviation at which the
    /// figure itself is zero.
    pub fn new(ends: [f32; 2], zero_figure: f32) -> BlockSums {
        let zero = F32x4::splat(0.0);
        BlockSums {
            zero_figure: F32x4::splat(zero_figure),
            zero,
            sum: zero,
            squares: zero,
            lowest: F32x4::splat(ends[0]),
            highest: F32x4::splat(ends[1]),
            positive: U32x4::splat(0),
            below: U32x4::splat(0),
        }
    }

    /// Adds four draws; there is no effect where `effect` is below zero.
    #[inline(always)]
    pub fn add<const STATISTICS: bool>(&mut self, deviation: F32x4, effect: F32x4) {
        self.lowest = self.lowest.min(deviation);
        self.highest = self.highest.max(deviation);
        if STATISTICS {
            let with_effect = effect.if_negative(self.zero, deviation);
            self.sum = self.sum + with_effect;
            self.squares = self.squares + with_effect * with_effect;
            self.positive = self.positive + deviation.at_least(self.zero_figure);
            self.below = self.below + deviation.below(self.zero);
        }
    }
}

/// Adds up lanes in which each one counted is a minus one.
pub fn counted(ones: U32x4) -> u32 {
    ones.array().iter().map(|lane| lane.wrapping_neg()).sum()
}
