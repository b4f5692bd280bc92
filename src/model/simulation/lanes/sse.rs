//! Lanes in the 128-bit vectors of x86, for builds with SSE 4.1; `portable` defines
//! the results. The benchmark compares the speed of the wasm module with it.

use crate::model::simulation::lanes::{Cells, Counts, INDEX_BITS};
use std::arch::x86_64::*;
use std::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Sub};

// SAFETY, for all of this file: it is compiled only where the target has SSE
// 4.1, so every instruction used is there. Loads and stores are unaligned ones
// of references to as many bytes.

/// Four whole numbers without sign.
#[derive(Clone, Copy, Debug)]
pub struct U32x4(__m128i);

/// Four single-precision numbers.
#[derive(Clone, Copy, Debug)]
pub struct F32x4(__m128);

/// Four double-precision numbers, in two vectors.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct F64x4(__m128d, __m128d);

macro_rules! operator {
    ($lanes:ident, $trait:ident, $method:ident, $instruction:ident) => {
        impl $trait for $lanes {
            type Output = $lanes;
            #[inline(always)]
            fn $method(self, other: $lanes) -> $lanes {
                $lanes(unsafe { $instruction(self.0, other.0) })
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
                unsafe { F64x4($instruction(self.0, other.0), $instruction(self.1, other.1)) }
            }
        }
    };
}

operator!(U32x4, Add, add, _mm_add_epi32);
operator!(U32x4, BitXor, bitxor, _mm_xor_si128);
operator!(U32x4, BitAnd, bitand, _mm_and_si128);
operator!(U32x4, BitOr, bitor, _mm_or_si128);
operator!(F32x4, Add, add, _mm_add_ps);
operator!(F32x4, Sub, sub, _mm_sub_ps);
operator!(F32x4, Mul, mul, _mm_mul_ps);
operator!(F32x4, Div, div, _mm_div_ps);
double!(Add, add, _mm_add_pd);
double!(Sub, sub, _mm_sub_pd);
double!(Mul, mul, _mm_mul_pd);
double!(Div, div, _mm_div_pd);

impl U32x4 {
    /// Makes a vector of these four numbers.
    #[inline(always)]
    pub fn new([a, b, c, d]: [u32; 4]) -> U32x4 {
        U32x4(unsafe { _mm_setr_epi32(a as i32, b as i32, c as i32, d as i32) })
    }

    /// Makes a vector of one number four times.
    #[inline(always)]
    pub fn splat(value: u32) -> U32x4 {
        U32x4(unsafe { _mm_set1_epi32(value as i32) })
    }

    /// Returns the four numbers.
    #[inline(always)]
    pub fn array(self) -> [u32; 4] {
        unsafe { std::mem::transmute(self.0) }
    }

    /// Shifts the bits of each number up.
    #[inline(always)]
    pub fn left<const BITS: u32>(self) -> U32x4 {
        U32x4(unsafe { _mm_sll_epi32(self.0, _mm_cvtsi32_si128(BITS as i32)) })
    }

    /// Shifts the bits of each number down.
    #[inline(always)]
    pub fn right<const BITS: u32>(self) -> U32x4 {
        U32x4(unsafe { _mm_srl_epi32(self.0, _mm_cvtsi32_si128(BITS as i32)) })
    }

    /// Rotates the bits of each number up.
    #[inline(always)]
    pub fn rotate<const BITS: u32>(self) -> U32x4 {
        let up = self.left::<BITS>();
        up | U32x4(unsafe { _mm_srl_epi32(self.0, _mm_cvtsi32_si128(32 - BITS as i32)) })
    }

    /// Returns the nearest single-precision numbers, taking the highest bit as a sign.
    #[inline(always)]
    pub fn to_f32(self) -> F32x4 {
        F32x4(unsafe { _mm_cvtepi32_ps(self.0) })
    }
}

impl F32x4 {
    /// Loads four numbers from memory.
    #[inline(always)]
    pub fn load(from: &[f32; 4]) -> F32x4 {
        F32x4(unsafe { _mm_loadu_ps(from.as_ptr()) })
    }

    /// Makes a vector of one number four times.
    #[inline(always)]
    pub fn splat(value: f32) -> F32x4 {
        F32x4(unsafe { _mm_set1_ps(value) })
    }

    /// Returns the four numbers.
    #[inline(always)]
    pub fn array(self) -> [f32; 4] {
        unsafe { std::mem::transmute(self.0) }
    }

    /// Returns the bits of the four numbers.
    #[inline(always)]
    pub fn bits(self) -> U32x4 {
        U32x4(unsafe { _mm_castps_si128(self.0) })
    }

    /// Returns for each lane the smaller of the two numbers.
    #[inline(always)]
    pub fn min(self, other: F32x4) -> F32x4 {
        F32x4(unsafe { _mm_min_ps(other.0, self.0) })
    }

    /// Returns for each lane the larger of the two numbers.
    #[inline(always)]
    pub fn max(self, other: F32x4) -> F32x4 {
        F32x4(unsafe { _mm_max_ps(other.0, self.0) })
    }

    /// Compares each lane: all bits (minus one) where this is at least the other, else
    /// zero.
    #[inline(always)]
    pub fn at_least(self, other: F32x4) -> U32x4 {
        U32x4(unsafe { _mm_castps_si128(_mm_cmpge_ps(self.0, other.0)) })
    }

    /// Compares each lane: all bits (minus one) where this is below the other, else
    /// zero.
    #[inline(always)]
    pub fn below(self, other: F32x4) -> U32x4 {
        U32x4(unsafe { _mm_castps_si128(_mm_cmplt_ps(self.0, other.0)) })
    }

    /// Chooses for each lane: `yes` where this is below zero, else `no`.
    #[inline(always)]
    pub fn if_negative(self, yes: F32x4, no: F32x4) -> F32x4 {
        F32x4(unsafe { _mm_blendv_ps(no.0, yes.0, _mm_cmplt_ps(self.0, _mm_setzero_ps())) })
    }
}

impl F64x4 {
    /// Loads four numbers from memory.
    #[inline(always)]
    pub fn load(from: &[f64; 4]) -> F64x4 {
        unsafe { F64x4(_mm_loadu_pd(from.as_ptr()), _mm_loadu_pd(from.as_ptr().add(2))) }
    }

    /// Returns the four numbers.
    #[inline(always)]
    pub fn array(self) -> [f64; 4] {
        unsafe { std::mem::transmute(self) }
    }

    /// Makes a vector of one number four times.
    #[inline(always)]
    pub fn splat(value: f64) -> F64x4 {
        unsafe { F64x4(_mm_set1_pd(value), _mm_set1_pd(value)) }
    }

    /// Returns the nearest single-precision numbers.
    #[inline(always)]
    pub fn narrow(self) -> F32x4 {
        F32x4(unsafe { _mm_movelh_ps(_mm_cvtpd_ps(self.0), _mm_cvtpd_ps(self.1)) })
    }
}

/// Looks up four pairs of a table, and returns the first numbers of the pairs and the
/// second ones. Offsets are in bytes, eight to a pair; bits outside the table are ignored.
#[inline(always)]
pub fn look_up(table: &Cells, offsets: U32x4) -> (F32x4, F32x4) {
    let indexes = (offsets & U32x4::splat(INDEX_BITS << 3)).right::<3>();
    let [lower, upper] =
        unsafe { [_mm_extract_epi64::<0>(indexes.0) as u64, _mm_extract_epi64::<1>(indexes.0) as u64] };
    let two_pairs = |indexes: u64| unsafe {
        let pair_at = |index: usize| table.as_ptr().add(index).cast::<f64>();
        _mm_castpd_ps(_mm_loadh_pd(
            _mm_load_sd(pair_at(indexes as u32 as usize)),
            pair_at((indexes >> 32) as usize),
        ))
    };
    let (lower, upper) = (two_pairs(lower), two_pairs(upper));
    unsafe {
        (
            F32x4(_mm_shuffle_ps::<0b10_00_10_00>(lower, upper)),
            F32x4(_mm_shuffle_ps::<0b11_01_11_01>(lower, upper)),
        )
    }
}

/// Adds one to a count for each of these numbers; the function gives the offset of that
/// count, in bytes, four to a count. Bits outside the counts are ignored.
#[inline(always)]
pub fn count(counts: &mut Counts, quads: &[[f32; 4]], offset: impl Fn(F32x4) -> U32x4) {
    for quad in quads {
        for index in offset(F32x4::load(quad)).right::<2>().array() {
            counts[index as usize % counts.len()] += 1;
        }
    }
}
