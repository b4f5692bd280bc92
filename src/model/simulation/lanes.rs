//! Four numbers at a time, with the same results everywhere.
//!
//! The implementations (plain, SSE 4.1, wasm simd128) do the same operations in the same order, each of
//! them exact by IEEE 754, and never one fused or reordered; so what is built
//! of them is equal to the last bit, with or without vector instructions.

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

pub use imp::{F32x4, F64x4, U32x4, look_up};

impl F32x4 {
    /// The sum of the four, in double precision and always in this order.
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
    fn narrowing_and_widening() {
        let wide = F32x4::load(&[0.25, 1.5, -1.0, 4096.0]).widen();
        assert_eq!((wide + wide).narrow().array(), [0.5, 3.0, -2.0, 8192.0]);
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
