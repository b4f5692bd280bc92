//! Lanes as plain arrays, for targets with neither SSE 4.1 nor wasm simd128.

use crate::model::simulation::lanes::{Cells, Counts, INDEX_BITS};
use std::array::from_fn;
use std::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Sub};

/// Four whole numbers without sign.
#[derive(Clone, Copy, Debug)]
pub struct U32x4([u32; 4]);

/// Four single-precision numbers.
#[derive(Clone, Copy, Debug)]
pub struct F32x4([f32; 4]);

/// Four double-precision numbers.
#[derive(Clone, Copy, Debug)]
pub struct F64x4([f64; 4]);

macro_rules! operator {
    ($lanes:ident, $trait:ident, $method:ident, |$a:ident, $b:ident| $result:expr) => {
        impl $trait for $lanes {
            type Output = $lanes;
            #[inline(always)]
            fn $method(self, other: $lanes) -> $lanes {
                $lanes(from_fn(|lane| {
                    let ($a, $b) = (self.0[lane], other.0[lane]);
                    $result
                }))
            }
        }
    };
}

operator!(U32x4, Add, add, |a, b| a.wrapping_add(b));
operator!(U32x4, BitXor, bitxor, |a, b| a ^ b);
operator!(U32x4, BitAnd, bitand, |a, b| a & b);
operator!(U32x4, BitOr, bitor, |a, b| a | b);
operator!(F32x4, Add, add, |a, b| a + b);
operator!(F32x4, Sub, sub, |a, b| a - b);
operator!(F32x4, Mul, mul, |a, b| a * b);
operator!(F32x4, Div, div, |a, b| a / b);
operator!(F64x4, Add, add, |a, b| a + b);
operator!(F64x4, Sub, sub, |a, b| a - b);
operator!(F64x4, Mul, mul, |a, b| a * b);
operator!(F64x4, Div, div, |a, b| a / b);

impl U32x4 {
    /// Makes a vector of these four numbers.
    #[inline(always)]
    pub fn new(lanes: [u32; 4]) -> U32x4 {
        U32x4(lanes)
    }

    /// Makes a vector of one number four times.
    #[inline(always)]
    pub fn splat(value: u32) -> U32x4 {
        U32x4([value; 4])
    }

    /// Returns the four numbers.
    #[inline(always)]
    pub fn array(self) -> [u32; 4] {
        self.0
    }

    /// Shifts the bits of each number up.
    #[inline(always)]
    pub fn left<const BITS: u32>(self) -> U32x4 {
        U32x4(self.0.map(|lane| lane << BITS))
    }

    /// Shifts the bits of each number down.
    #[inline(always)]
    pub fn right<const BITS: u32>(self) -> U32x4 {
        U32x4(self.0.map(|lane| lane >> BITS))
    }

    /// Rotates the bits of each number up.
    #[inline(always)]
    pub fn rotate<const BITS: u32>(self) -> U32x4 {
        U32x4(self.0.map(|lane| lane.rotate_left(BITS)))
    }

    /// Returns the nearest single-precision numbers, taking the highest bit as a sign.
    #[inline(always)]
    pub fn to_f32(self) -> F32x4 {
        F32x4(self.0.map(|lane| lane as i32 as f32))
    }
}

impl F32x4 {
    /// Loads four numbers from memory.
    #[inline(always)]
    pub fn load(from: &[f32; 4]) -> F32x4 {
        F32x4(*from)
    }

    /// Makes a vector of one number four times.
    #[inline(always)]
    pub fn splat(value: f32) -> F32x4 {
        F32x4([value; 4])
    }

    /// Returns the four numbers.
    #[inline(always)]
    pub fn array(self) -> [f32; 4] {
        self.0
    }

    /// Returns the bits of the four numbers.
    #[inline(always)]
    pub fn bits(self) -> U32x4 {
        U32x4(self.0.map(f32::to_bits))
    }

    /// Returns for each lane the smaller of the two numbers.
    #[inline(always)]
    pub fn min(self, other: F32x4) -> F32x4 {
        F32x4(from_fn(|i| if other.0[i] < self.0[i] { other.0[i] } else { self.0[i] }))
    }

    /// Returns for each lane the larger of the two numbers.
    #[inline(always)]
    pub fn max(self, other: F32x4) -> F32x4 {
        F32x4(from_fn(|i| if self.0[i] < other.0[i] { other.0[i] } else { self.0[i] }))
    }

    /// Compares each lane: all bits (minus one) where this is at least the other, else
    /// zero.
    #[inline(always)]
    pub fn at_least(self, other: F32x4) -> U32x4 {
        U32x4(from_fn(|i| u32::from(self.0[i] >= other.0[i]).wrapping_neg()))
    }

    /// Compares each lane: all bits (minus one) where this is below the other, else
    /// zero.
    #[inline(always)]
    pub fn below(self, other: F32x4) -> U32x4 {
        U32x4(from_fn(|i| u32::from(self.0[i] < other.0[i]).wrapping_neg()))
    }

    /// Chooses for each lane: `yes` where this is below zero, else `no`.
    #[inline(always)]
    pub fn if_negative(self, yes: F32x4, no: F32x4) -> F32x4 {
        F32x4(from_fn(|i| if self.0[i] < 0.0 { yes.0[i] } else { no.0[i] }))
    }
}

impl F64x4 {
    /// Loads four numbers from memory.
    #[inline(always)]
    pub fn load(from: &[f64; 4]) -> F64x4 {
        F64x4(*from)
    }

    /// Returns the four numbers.
    #[inline(always)]
    pub fn array(self) -> [f64; 4] {
        self.0
    }

    /// Makes a vector of one number four times.
    #[inline(always)]
    pub fn splat(value: f64) -> F64x4 {
        F64x4([value; 4])
    }

    /// Returns the nearest single-precision numbers.
    #[inline(always)]
    pub fn narrow(self) -> F32x4 {
        F32x4(self.0.map(|lane| lane as f32))
    }
}

/// Looks up four pairs of a table, and returns the first numbers of the pairs and the
/// second ones. Offsets are in bytes, eight to a pair; bits outside the table are ignored.
#[inline(always)]
pub fn look_up(table: &Cells, offsets: U32x4) -> (F32x4, F32x4) {
    let cells = offsets.0.map(|offset| table[(offset >> 3 & INDEX_BITS) as usize]);
    (F32x4(cells.map(|cell| cell[0])), F32x4(cells.map(|cell| cell[1])))
}

/// Adds one to a count for each of these numbers; the function gives the offset of that
/// count, in bytes, four to a count. Bits outside the counts are ignored.
#[inline(always)]
pub fn count(counts: &mut Counts, quads: &[[f32; 4]], offset: impl Fn(F32x4) -> U32x4) {
    for quad in quads {
        for offset in offset(F32x4(*quad)).0 {
            counts[(offset >> 2) as usize % counts.len()] += 1;
        }
    }
}
