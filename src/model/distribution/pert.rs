//! Quantiles of the PERT distribution, from the tail to the middle.
//!
//! The density is x^a (1 − x)^b ÷ B, with a + b = 4. The position x at
//! probability u has dx/du = p, and dp/du = −g(x) p², where p is one over the
//! density and g its logarithmic slope, (a − 4x) ÷ (x (1 − x)). So the density
//! is integrated from knot to knot with no more than + − × ÷. An error at the
//! start keeps its size as a probability, so it is nothing in the middle.

use super::{CELLS, PER_OCTAVE, tail};

/// The positions at the knots of the lower half.
pub fn lower_half(mode: f64) -> [f64; CELLS + 1] {
    let a = 4.0 * mode;
    let slope = |x: f64| (a - 4.0 * x) / (x * (1.0 - x));
    let step = |(x, p): (f64, f64), h: f64| {
        // Runge and Kutta's method of order four.
        let at = |x: f64, p: f64| (p, -slope(x) * p * p);
        let (x1, p1) = at(x, p);
        let (x2, p2) = at(x + 0.5 * h * x1, p + 0.5 * h * p1);
        let (x3, p3) = at(x + 0.5 * h * x2, p + 0.5 * h * p2);
        let (x4, p4) = at(x + h * x3, p + h * p3);
        let sixth = h / 6.0;
        (x + sixth * (x1 + 2.0 * (x2 + x3) + x4), p + sixth * (p1 + 2.0 * (p2 + p3) + p4))
    };
    let mut at = start(a, tail(0));
    let mut knots = [0.0; CELLS + 1];
    knots[0] = at.0;
    for octave in 0..CELLS / PER_OCTAVE {
        let first = octave * PER_OCTAVE;
        let h = tail(first + STEP) - tail(first);
        for knots in knots[first + 1..=first + PER_OCTAVE].chunks_exact_mut(STEP) {
            let ((x0, p0), next) = (at, step(at, h));
            let (x1, p1) = next;
            // Halfway the cubic with the same ends and slopes (Hermite's).
            knots[0] = 0.5 * (x0 + x1) + 0.125 * h * (p0 - p1);
            knots[STEP - 1] = x1;
            at = next;
        }
    }
    knots
}

/// Cells that are crossed in one step; the knot between is filled in.
const STEP: usize = 2;

/// Position and one over the density at a small probability, from the series
/// x^(a+1) ÷ B × Σ (−b over k) x^k ÷ (a + 1 + k).
fn start(a: f64, probability: f64) -> (f64, f64) {
    let b = 4.0 - a;
    let beta = libm::tgamma(a + 1.0) * libm::tgamma(b + 1.0) / 120.0;
    let scale = |x: f64| libm::pow(x, a) / beta;
    let mut x = libm::pow(probability * (a + 1.0) * beta, 1.0 / (a + 1.0));
    for _ in 0..4 {
        let (mut term, mut sum) = (1.0, 1.0 / (a + 1.0));
        for k in 1..12 {
            let k = f64::from(k);
            term *= (k - 1.0 - b) / k * x;
            sum += term / (a + 1.0 + k);
        }
        let density = scale(x) * libm::pow(1.0 - x, b);
        x -= (scale(x) * x * sum - probability) / density;
    }
    (x, beta / (libm::pow(x, a) * libm::pow(1.0 - x, b)))
}
