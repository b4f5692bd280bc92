//! Quantiles of the PERT distribution, from the tail to the middle.
//!
//! The density is x^a (1 − x)^b ÷ B, with a = 4 × mode, b = 4 − a, and B the beta
//! function of a + 1 and b + 1. The position x at probability u has dx/du = q, and
//! dq/du = −g(x) q², where q (the quantile density) is one over the density, and g the
//! logarithmic slope of the density, (a − 4x) ÷ (x (1 − x)). So positions are integrated
//! from knot to knot with no more than + − × ÷. An error in the first position is a shift
//! of the probability, and that shift stays equal from knot to knot. It is small compared
//! with the first probability, so it does not matter in the middle.

use crate::model::distribution::quantile_table_pool::Knots;
use crate::model::distribution::{CELLS_PER_DOUBLING, FINE_CELLS, tail_probability};
use crate::model::simulation::lanes::F64x4;

/// Calculates the positions at the knots of the lower halves of groups of four
/// distributions, from the outermost to the middle. The upper half of a distribution is
/// the lower half of its mirror image, with the mode at 1 − mode. Each step depends on the
/// one before it, so a processor does two groups in hardly more time than one.
#[cfg_attr(speed, optimize(speed))]
pub fn lower_halves<const GROUPS: usize>(modes: [[f64; 4]; GROUPS], knots: &mut [Knots; GROUPS]) {
    let [two, four, half, eighth, one] = [2.0, 4.0, 0.5, 0.125, 1.0].map(F64x4::splat);
    let mut states = modes.map(|modes| {
        let starts = modes.map(|mode| first_knot(4.0 * mode, tail_probability(0)));
        let [x, q] = [starts.map(|(x, _)| x), starts.map(|(_, q)| q)].map(|start| F64x4::load(&start));
        (x, q, four * F64x4::load(&modes))
    });
    for (knots, (x, ..)) in knots.iter_mut().zip(states) {
        knots[0] = x.array();
    }
    for doubling in 0..FINE_CELLS / CELLS_PER_DOUBLING {
        let first = doubling * CELLS_PER_DOUBLING;
        let h = F64x4::splat(tail_probability(first + STEP) - tail_probability(first));
        let (halfway, sixth) = (half * h, h / F64x4::splat(6.0));
        for index in (first..first + CELLS_PER_DOUBLING).step_by(STEP) {
            for (knots, (x0, q0, a)) in knots.iter_mut().zip(&mut states) {
                // Runge and Kutta's method of order four.
                let slopes = |x: F64x4, q: F64x4| (q, (four * x - *a) / (x * (one - x)) * (q * q));
                let (x1, q1) = slopes(*x0, *q0);
                let (x2, q2) = slopes(*x0 + halfway * x1, *q0 + halfway * q1);
                let (x3, q3) = slopes(*x0 + halfway * x2, *q0 + halfway * q2);
                let (x4, q4) = slopes(*x0 + h * x3, *q0 + h * q3);
                let x1 = *x0 + sixth * (x1 + two * (x2 + x3) + x4);
                let q1 = *q0 + sixth * (q1 + two * (q2 + q3) + q4);
                // The knot halfway, on the cubic with these ends and slopes (Hermite's).
                knots[index + 1] = (half * (*x0 + x1) + eighth * h * (*q0 - q1)).array();
                knots[index + STEP] = x1.array();
                (*x0, *q0) = (x1, q1);
            }
        }
    }
}

/// Number of cells that one step crosses; the knot between them is interpolated.
const STEP: usize = 2;

/// Returns the position at a small probability, and one over the density at that position.
/// The probability below x is x^(a+1) ÷ B × Σ (−1)^k (b over k) x^k ÷ (a + 1 + k), from the
/// binomial series of (1 − x)^b; Newton's method finds x.
fn first_knot(a: f64, probability: f64) -> (f64, f64) {
    let b = 4.0 - a;
    let beta = libm::tgamma(a + 1.0) * libm::tgamma(b + 1.0) / 120.0;
    let mut x = libm::pow(probability * (a + 1.0) * beta, 1.0 / (a + 1.0));
    for _ in 0..4 {
        let (mut term, mut sum) = (1.0, 1.0 / (a + 1.0));
        for k in 1..12 {
            let k = f64::from(k);
            term *= (k - 1.0 - b) / k * x;
            sum += term / (a + 1.0 + k);
        }
        // The probability below x is scale × x × sum, and the
        // density at x is scale × (1 − x)^b.
        let scale = libm::pow(x, a) / beta;
        x -= (scale * x * sum - probability) / (scale * libm::pow(1.0 - x, b));
    }
    (x, beta / (libm::pow(x, a) * libm::pow(1.0 - x, b)))
}
