//! Vectors of four numbers (lanes), with the same results on every processor.
//!
//! The implementations (portable, SSE 4.1, wasm simd128) do the same operations in the
//! same order. Each is defined exactly by IEEE 754, and none is fused or reordered. So
//! results are equal to the last bit, with or without vector instructions.

#[cfg(not(any(
    all(target_arch = "wasm32", target_feature = "simd128"),
    all(target_arch = "x86_64", target_feature = "sse4.1")
)))]
#[path = "lanes/portable.rs"]
mod imp;
#[cfg(all(target_arch = "x86_64", target_feature = "sse4.1"))]
#[path = "lanes/sse.rs"]
mod imp;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[path = "lanes/wasm.rs"]
mod imp;

pub use imp::{F32x4, F64x4, U32x4, count, look_up};

/// The pairs of a table that [`look_up`] reads: the first and the last 1024. The pairs
/// in between belong to other tables in the same memory.
pub type Cells = [[f32; 2]; CELLS_OF_TABLE];
/// Number of pairs from the first to the last of a table, other tables' included.
pub const CELLS_OF_TABLE: usize = INDEX_BITS as usize + 1;
/// The bits that the index of a pair can have: ten, and one for the half that it is in.
pub const INDEX_BITS: u32 = 1 << 13 | 1023;

/// The numbers that [`count`] adds to; their number is a power of two.
pub type Counts = [u32; 4096];
/// Number of quads (groups of four) whose addresses are calculated before they are counted.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
const QUADS_AT_ONCE: usize = 32;

/// Eight numbers in two vectors. Per number this halves the overhead of a loop, and of
/// loading what does not fit in the processor's sixteen vector registers.
#[derive(Clone, Copy, Debug)]
pub struct F32x8(pub F32x4, pub F32x4);

macro_rules! eight {
    ($trait:ident, $method:ident) => {
        impl std::ops::$trait for F32x8 {
            type Output = F32x8;
            #[inline(always)]
            fn $method(self, other: F32x8) -> F32x8 {
                F32x8(self.0.$method(other.0), self.1.$method(other.1))
            }
        }
    };
}

eight!(Add, add);
eight!(Sub, sub);
eight!(Mul, mul);
eight!(Div, div);

impl F32x8 {
    /// Loads eight numbers from memory.
    #[inline(always)]
    pub fn load([a, b]: &[[f32; 4]; 2]) -> F32x8 {
        F32x8(F32x4::load(a), F32x4::load(b))
    }

    /// Makes a vector of the nearest single-precision number eight times.
    #[inline(always)]
    pub fn splat(value: f64) -> F32x8 {
        let four = F32x4::splat(value as f32);
        F32x8(four, four)
    }

    /// Returns the eight numbers.
    #[inline(always)]
    pub fn array(self) -> [[f32; 4]; 2] {
        [self.0.array(), self.1.array()]
    }

    /// Chooses for each lane: `yes` where this is below zero, else `no`.
    #[inline(always)]
    pub fn if_negative(self, yes: F32x8, no: F32x8) -> F32x8 {
        F32x8(self.0.if_negative(yes.0, no.0), self.1.if_negative(yes.1, no.1))
    }
}

impl F32x4 {
    /// Returns the sum of the four, in double precision and always in this order.
    pub fn total(self) -> f64 {
        let [a, b, c, d] = self.array().map(f64::from);
        (a + b) + (c + d)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smaller_the_larger_and_the_sign() {
        let (a, b) = (F32x4::load(&[1.0, -2.0, 0.0, 5.0]), F32x4::splat(0.0));
        assert_eq!(a.min(b).array(), [0.0, -2.0, 0.0, 0.0]);
        assert_eq!(a.max(b).array(), [1.0, 0.0, 0.0, 5.0]);
        assert_eq!(a.at_least(b).array(), [u32::MAX, 0, u32::MAX, u32::MAX]);
        assert_eq!(a.below(b).array(), [0, u32::MAX, 0, 0]);
        assert_eq!(a.if_negative(b, a).array(), [1.0, 0.0, 0.0, 5.0]);
        assert_eq!(a.total(), 4.0);
    }

    #[test]
    fn double_precision_and_eight_at_a_time() {
        let wide = F64x4::load(&[0.25, 1.5, -1.0, 4096.0]);
        assert_eq!((wide + wide).array(), [0.5, 3.0, -2.0, 8192.0]);
        assert_eq!((wide / wide - wide).narrow().array(), [0.75, -0.5, 2.0, -4095.0]);
        let eight = F32x8::load(&[[1.0, -2.0, 3.0, -4.0], [5.0, -6.0, 7.0, -8.0]]);
        let [zero, one] = [0.0, 1.0].map(F32x8::splat);
        let found = (eight * eight / (one + one) - eight).if_negative(zero, eight);
        assert_eq!(found.array(), [[0.0, -2.0, 3.0, -4.0], [5.0, -6.0, 7.0, -8.0]]);
    }

    #[test]
    fn counting_and_looking_up() {
        let mut counts = [0; 4096];
        let quads: Vec<_> =
            [[0.0, 1.0, 1.0, 4095.0], [1.0, 4096.0, 2.0, 1.0]].into_iter().cycle().take(131).collect();
        // A float from 8192 up has its whole part above its lowest ten bits.
        let offset = |quad: F32x4| (quad + F32x4::splat(8192.0)).bits().right::<8>();
        count(&mut counts, &quads, offset);
        assert_eq!((counts[0], counts[1], counts[2], counts[4095]), (66 + 65, 4 * 65 + 2, 65, 66));
        assert_eq!(counts.iter().sum::<u32>(), 4 * 131);
        let cells: Box<Cells> =
            std::array::from_fn::<_, CELLS_OF_TABLE, _>(|index| [index as f32, -1.0 - index as f32]).into();
        let (firsts, seconds) = look_up(&cells, U32x4::new([0, 8, 8 * 1023, 8 * INDEX_BITS]));
        assert_eq!(firsts.array(), [0.0, 1.0, 1023.0, 9215.0]);
        assert_eq!(seconds.array(), [-1.0, -2.0, -1024.0, -9216.0]);
    }

    #[test]
    fn bits() {
        let x = U32x4::new([1, 0x8000_0001, 0x3f80_0000, 31]);
        assert_eq!(x.rotate::<1>().array(), [2, 3, 0x7f00_0000, 62]);
        assert_eq!(x.left::<10>().array(), [1024, 1024, 0, 31 << 10]);
        assert_eq!(U32x4::new([5, 0, 1 << 30, u32::MAX]).to_f32().array(), [5.0, 0.0, 1_073_741_824.0, -1.0]);
        assert_eq!(F32x4::load(&[1.0; 4]).bits().right::<18>().array(), [0x3f80_0000 >> 18; 4]);
    }
}
