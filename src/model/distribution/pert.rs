//! Quantiles of the PERT distribution, from the tail to the middle.
//!
//! The density is x^a (1 − x)^b ÷ B, with a + b = 4. The position x at
//! probability u has dx/du = p, and dp/du = −g(x) p², where p is one over the
//! density and g its logarithmic slope, (a − 4x) ÷ (x (1 − x)). So the density
//! is integrated from knot to knot with no more than + − × ÷. An error at the
//! start keeps its size as a probability, so it is negligible in the middle.

use crate::model::distribution::quantile_table_pool::Knots;
use crate::model::distribution::{CELLS, PER_OCTAVE, tail};
use crate::model::simulation::lanes::F64x4;

/// Calculates the positions at the knots of the lower halves of groups of four
/// distributions. Each step depends on the one before it, so a processor does two
/// groups in hardly more time than one.
#[cfg_attr(speed, optimize(speed))]
pub fn lower_halves<const GROUPS: usize>(modes: [[f64; 4]; GROUPS], knots: &mut [Knots; GROUPS]) {
    let [two, four, half, eighth, one] = [2.0, 4.0, 0.5, 0.125, 1.0].map(F64x4::splat);
    let mut states = modes.map(|modes| {
        let starts = modes.map(|mode| start(4.0 * mode, tail(0)));
        let [x, p] = [starts.map(|(x, _)| x), starts.map(|(_, p)| p)].map(|start| F64x4::load(&start));
        (x, p, four * F64x4::load(&modes))
    });
    for (knots, (x, ..)) in knots.iter_mut().zip(states) {
        knots[0] = x.array();
    }
    for octave in 0..CELLS / PER_OCTAVE {
        let first = octave * PER_OCTAVE;
        let h = F64x4::splat(tail(first + STEP) - tail(first));
        let (halfway, sixth) = (half * h, h / F64x4::splat(6.0));
        for place in (first..first + PER_OCTAVE).step_by(STEP) {
            for (knots, (x0, p0, a)) in knots.iter_mut().zip(&mut states) {
                // Runge and Kutta's method of order four.
                let slopes = |x: F64x4, p: F64x4| (p, (four * x - *a) / (x * (one - x)) * (p * p));
                let (x1, p1) = slopes(*x0, *p0);
                let (x2, p2) = slopes(*x0 + halfway * x1, *p0 + halfway * p1);
                let (x3, p3) = slopes(*x0 + halfway * x2, *p0 + halfway * p2);
                let (x4, p4) = slopes(*x0 + h * x3, *p0 + h * p3);
                let x1 = *x0 + sixth * (x1 + two * (x2 + x3) + x4);
                let p1 = *p0 + sixth * (p1 + two * (p2 + p3) + p4);
                // The knot halfway, on the cubic with these ends and slopes (Hermite's).
                knots[place + 1] = (half * (*x0 + x1) + eighth * h * (*p0 - p1)).array();
                knots[place + STEP] = x1.array();
                (*x0, *p0) = (x1, p1);
            }
        }
    }
}

/// Number of cells that one step crosses; the knot between them is interpolated.
const STEP: usize = 2;

/// Position and one over the density at a small probability, from the series
/// x^(a+1) ÷ B × Σ (−b over k) x^k ÷ (a + 1 + k).
fn start(a: f64, probability: f64) -> (f64, f64) {
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
        // Newton's method: the probability below x is scale × x × sum, and the
        // density at x is scale × (1 − x)^b.
        let scale = libm::pow(x, a) / beta;
        x -= (scale * x * sum - probability) / (scale * libm::pow(1.0 - x, b));
    }
    (x, beta / (libm::pow(x, a) * libm::pow(1.0 - x, b)))
}
