//! Effect of one input by itself on the expected saldo: a straight line, with at most one
//! bend: at zero, where a saving becomes harm.

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
    /// Uniform that it shares with other inputs.
    pub common: Option<CommonUniform>,
}

impl InputEffect {
    /// Returns the change of the expected saldo when the input goes from zero to `x`.
    pub fn change_at(&self, x: f64) -> f64 {
        self.slopes[0] * x.max(0.0) + self.slopes[1] * x.min(0.0)
    }

    /// Returns the variance of the expected saldo given the input.
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

    /// Returns the EVPPI: with w the expected net benefit of funding given the input,
    /// E[max(w, 0)] − max(E[w], 0), which equals the smaller of E[max(w, 0)] and E[max(−w, 0)].
    pub fn evppi(&self, net_benefit: f64, x: &Moments, table: impl FnOnce() -> Rc<QuantileTable>) -> f64 {
        let mean = self.slopes[0] * x.above[0] + self.slopes[1] * x.below[0];
        let deviation = |x: f64| self.change_at(x) - mean;
        let bend = if x.low < 0.0 && x.high > 0.0 { 0.0 } else { x.low };
        let ends = [x.low, bend, x.high].map(|x| net_benefit + deviation(x));
        if ends.iter().all(|net_benefit| *net_benefit >= 0.0)
            || ends.iter().all(|net_benefit| *net_benefit <= 0.0)
        {
            return 0.0;
        }
        let [above, below] = Curve::of(&table())
            .map(|position| deviation(x.low + (x.high - x.low) * position))
            .above_and_below(net_benefit);
        above.min(below)
    }
}
