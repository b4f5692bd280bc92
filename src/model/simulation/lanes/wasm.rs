//! Lanes in the 128-bit vectors of WebAssembly; `portable` defines the results.

use crate::model::simulation::lanes::{Cells, Counts, INDEX_BITS, QUADS_AT_ONCE};
use core::arch::wasm32::*;
use std::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Sub};

/// Four whole numbers without sign.
#[derive(Clone, Copy, Debug)]
pub struct U32x4(v128);

/// Four single-precision numbers.
#[derive(Clone, Copy, Debug)]
pub struct F32x4(v128);

/// Four double-precision numbers, in two vectors.
#[derive(Clone, Copy, Debug)]
pub struct F64x4(v128, v128);

macro_rules! operator {
    ($lanes:ident, $trait:ident, $method:ident, $instruction:ident) => {
        impl $trait for $lanes {
            type Output = $lanes;
            #[inline(always)]
            fn $method(self, other: $lanes) -> $lanes {
                $lanes($instruction(self.0, other.0))
            }
        }
    };
}

macro_rules! double {
    ($trait:ident, $method:ident, $instruction:ident) => {
        impl $trait for F64x4 {
            type Output = F64x4;
            #[inline(always)]
            fn $method(self, other: F64x4) -> F64x4 {
                F64x4($instruction(self.0, other.0), $instruction(self.1, other.1))
            }
        }
    };
}

operator!(U32x4, Add, add, u32x4_add);
operator!(U32x4, BitXor, bitxor, v128_xor);
operator!(U32x4, BitAnd, bitand, v128_and);
operator!(U32x4, BitOr, bitor, v128_or);
operator!(F32x4, Add, add, f32x4_add);
operator!(F32x4, Sub, sub, f32x4_sub);
operator!(F32x4, Mul, mul, f32x4_mul);
operator!(F32x4, Div, div, f32x4_div);
double!(Add, add, f64x2_add);
double!(Sub, sub, f64x2_sub);
double!(Mul, mul, f64x2_mul);
double!(Div, div, f64x2_div);

impl U32x4 {
    /// Makes a vector of these four numbers.
    #[inline(always)]
    pub fn new([a, b, c, d]: [u32; 4]) -> U32x4 {
        U32x4(u32x4(a, b, c, d))
    }

    /// Makes a vector of one number four times.
    #[inline(always)]
    pub fn splat(value: u32) -> U32x4 {
        U32x4(u32x4_splat(value))
    }

    /// Returns the four numbers.
    #[inline(always)]
    pub fn array(self) -> [u32; 4] {
        let x = self.0;
        [
            u32x4_extract_lane::<0>(x),
            u32x4_extract_lane::<1>(x),
            u32x4_extract_lane::<2>(x),
            u32x4_extract_lane::<3>(x),
        ]
    }

    /// Shifts the bits of each number up.
    #[inline(always)]
    pub fn left<const BITS: u32>(self) -> U32x4 {
        U32x4(u32x4_shl(self.0, BITS))
    }

    /// Shifts the bits of each number down.
    #[inline(always)]
    pub fn right<const BITS: u32>(self) -> U32x4 {
        U32x4(u32x4_shr(self.0, BITS))
    }

    /// Rotates the bits of each number up.
    #[inline(always)]
    pub fn rotate<const BITS: u32>(self) -> U32x4 {
        U32x4(v128_or(u32x4_shl(self.0, BITS), u32x4_shr(self.0, 32 - BITS)))
    }

    /// Returns the nearest single-precision numbers, taking the highest bit as a sign.
    #[inline(always)]
    pub fn to_f32(self) -> F32x4 {
        F32x4(f32x4_convert_i32x4(self.0))
    }
}

impl F32x4 {
    /// Loads four numbers from memory.
    #[inline(always)]
    pub fn load(from: &[f32; 4]) -> F32x4 {
        // SAFETY: the reference holds the 16 bytes that are read; wasm asks
        // for no alignment.
        F32x4(unsafe { v128_load(from.as_ptr().cast()) })
    }

    /// Makes a vector of one number four times.
    #[inline(always)]
    pub fn splat(value: f32) -> F32x4 {
        F32x4(f32x4_splat(value))
    }

    /// Returns the four numbers.
    #[inline(always)]
    pub fn array(self) -> [f32; 4] {
        let x = self.0;
        [
            f32x4_extract_lane::<0>(x),
            f32x4_extract_lane::<1>(x),
            f32x4_extract_lane::<2>(x),
            f32x4_extract_lane::<3>(x),
        ]
    }

    /// Returns the bits of the four numbers.
    #[inline(always)]
    pub fn bits(self) -> U32x4 {
        U32x4(self.0)
    }

    /// Returns for each lane the smaller of the two numbers.
    #[inline(always)]
    pub fn min(self, other: F32x4) -> F32x4 {
        F32x4(f32x4_pmin(self.0, other.0))
    }

    /// Returns for each lane the larger of the two numbers.
    #[inline(always)]
    pub fn max(self, other: F32x4) -> F32x4 {
        F32x4(f32x4_pmax(self.0, other.0))
    }

    /// Compares each lane: all bits (minus one) where this is at least the other, else
    /// zero.
    #[inline(always)]
    pub fn at_least(self, other: F32x4) -> U32x4 {
        U32x4(f32x4_ge(self.0, other.0))
    }

    /// Compares each lane: all bits (minus one) where this is below the other, else
    /// zero.
    #[inline(always)]
    pub fn below(self, other: F32x4) -> U32x4 {
        U32x4(f32x4_lt(self.0, other.0))
    }

    /// Chooses for each lane: `yes` where this is below zero, else `no`.
    #[inline(always)]
    pub fn if_negative(self, yes: F32x4, no: F32x4) -> F32x4 {
        F32x4(v128_bitselect(yes.0, no.0, f32x4_lt(self.0, f32x4_splat(0.0))))
    }
}

impl F64x4 {
    /// Loads four numbers from memory.
    #[inline(always)]
    pub fn load(from: &[f64; 4]) -> F64x4 {
        let start = from.as_ptr().cast::<v128>();
        // SAFETY: the reference holds the 32 bytes that are read; wasm asks
        // for no alignment.
        unsafe { F64x4(v128_load(start), v128_load(start.add(1))) }
    }

    /// Returns the four numbers.
    #[inline(always)]
    pub fn array(self) -> [f64; 4] {
        let (a, b) = (self.0, self.1);
        [
            f64x2_extract_lane::<0>(a),
            f64x2_extract_lane::<1>(a),
            f64x2_extract_lane::<0>(b),
            f64x2_extract_lane::<1>(b),
        ]
    }

    /// Makes a vector of one number four times.
    #[inline(always)]
    pub fn splat(value: f64) -> F64x4 {
        F64x4(f64x2_splat(value), f64x2_splat(value))
    }

    /// Returns the nearest single-precision numbers.
    #[inline(always)]
    pub fn narrow(self) -> F32x4 {
        let (lower, upper) = (f32x4_demote_f64x2_zero(self.0), f32x4_demote_f64x2_zero(self.1));
        F32x4(i64x2_shuffle::<0, 2>(lower, upper))
    }
}

/// Looks up four pairs of a table, and returns the first numbers of the pairs and the
/// second ones. Offsets are in bytes, eight to a pair; bits outside the table are ignored.
#[inline(always)]
pub fn look_up(table: &Cells, offsets: U32x4) -> (F32x4, F32x4) {
    // Addresses are calculated four at a time.
    let start = table.as_ptr();
    let addresses = ((offsets & U32x4::splat(INDEX_BITS << 3)) + U32x4::splat(start as u32)).array();
    let pair_at = |lane: usize| start.with_addr(addresses[lane] as usize).cast::<u64>();
    // SAFETY: every address is that of a whole pair within the table.
    let two_pairs =
        |lane: usize| unsafe { v128_load64_lane::<1>(v128_load64_zero(pair_at(lane)), pair_at(lane + 1)) };
    let (lower, upper) = (two_pairs(0), two_pairs(2));
    (F32x4(i32x4_shuffle::<0, 2, 4, 6>(lower, upper)), F32x4(i32x4_shuffle::<1, 3, 5, 7>(lower, upper)))
}

/// Adds one to a count for each of these numbers; the function gives the offset of that
/// count, in bytes, four to a count. Bits outside the counts are ignored.
#[inline(always)]
pub fn count(counts: &mut Counts, quads: &[[f32; 4]], offset: impl Fn(F32x4) -> U32x4) {
    let start = counts.as_mut_ptr();
    let (most, first) = (U32x4::splat(4 * (counts.len() as u32 - 1)), U32x4::splat(start as u32));
    // Storing the addresses takes fewer instructions than extracting lane by lane.
    let mut addresses = [[0; 4]; QUADS_AT_ONCE];
    for quads in quads.chunks(QUADS_AT_ONCE) {
        for (addresses, quad) in addresses.iter_mut().zip(quads) {
            *addresses = ((offset(F32x4::load(quad)) & most) + first).array();
        }
        for [a, b, c, d] in &addresses[..quads.len()] {
            // SAFETY: every address is that of a whole number within the counts,
            // whose length is a power of two.
            unsafe {
                *start.with_addr(*a as usize) += 1;
                *start.with_addr(*b as usize) += 1;
                *start.with_addr(*c as usize) += 1;
                *start.with_addr(*d as usize) += 1;
            }
        }
    }
}
