//! Effect of one input by itself on the expected saldo: a straight line, bent at
//! most at zero, where a saving becomes harm.

use crate::model::distribution::QuantileTable;
use crate::model::simulation::dependence::CommonUniform;
use crate::model::simulation::moments::Moments;
use crate::model::simulation::value_of_information::curve::Curve;
use std::rc::Rc;

/// Effect of one input on the expected saldo.
#[derive(Clone, Copy, Debug, Default)]
pub struct InputEffect {
    /// Slopes of the expected saldo in the input by itself, above and below zero.
    pub slopes: [f64; 2],
    /// Uniform that it tells of.
    pub common: Option<CommonUniform>,
}

impl InputEffect {
    /// Returns the change of the expected saldo when the input goes from zero to `x`.
    pub fn change_at(&self, x: f64) -> f64 {
        self.slopes[0] * x.max(0.0) + self.slopes[1] * x.min(0.0)
    }

    /// The variance of the expected saldo given the input.
    pub fn variance(&self, x: &Moments) -> f64 {
        let [above, below] = self.slopes;
        if x.low >= 0.0 || above == below {
            return above * above * x.variance;
        }
        if x.high <= 0.0 {
            return below * below * x.variance;
        }
        let mean = above * x.above[0] + below * x.below[0];
        (above * above * x.above[1] + below * below * x.below[1] - mean * mean).max(0.0)
    }

    /// The EVPPI: with w the expected worth of funding given the input, E[max(w, 0)] −
    /// max(E[w], 0), which equals the smaller of E[max(w, 0)] and E[max(−w, 0)].
    pub fn evppi(&self, worth: f64, x: &Moments, table: impl FnOnce() -> Rc<QuantileTable>) -> f64 {
        let mean = self.slopes[0] * x.above[0] + self.slopes[1] * x.below[0];
        let distance = |x: f64| self.change_at(x) - mean;
        let bend = if x.low < 0.0 && x.high > 0.0 { 0.0 } else { x.low };
        let ends = [x.low, bend, x.high].map(|x| worth + distance(x));
        if ends.iter().all(|worth| *worth >= 0.0) || ends.iter().all(|worth| *worth <= 0.0) {
            return 0.0;
        }
        let [above, below] = Curve::of(&table())
            .map(|position| distance(x.low + (x.high - x.low) * position))
            .above_and_below(worth);
        above.min(below)
    }
}
