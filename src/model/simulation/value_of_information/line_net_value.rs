//! Expected net value of one savings line, independent of the others and tied to them.
//!
//! A line is c × G + H: its gain G counts times the net factor c, and its harm H in
//! full. Both bend at zero in its quantity and in its price.

use crate::model::LineField;
use crate::model::simulation::moments::{Moments, product};
use crate::model::simulation::value_of_information::curve::Curve;

/// Moments of the inputs of a line, and its weight in the saldo.
pub struct LineNetValue {
    /// Share of its net value that counts in the saldo.
    pub weight: f64,
    pub quantity: Moments,
    pub price: Moments,
    /// Deadweight, attribution, displacement.
    pub corrections: [Moments; 3],
    /// Cashable share of a gain; 1 where that does not matter.
    pub cashable: Moments,
    /// Curves of a line that is tied.
    pub tied: Option<TiedLine>,
}

/// Curves of a line that is tied: the first two over the uniform of quantities, the
/// last one over that of attribution.
pub struct TiedLine {
    /// Gain, times weight and cashable share, before corrections.
    pub gain: Curve,
    /// Deviation of the net value from its mean.
    pub net_value: Curve,
    /// Deviation of the net factor from its mean.
    pub net_factor: Curve,
    /// Mean and variance of the net factor.
    pub net_factor_moments: (f64, f64),
}

impl LineNetValue {
    /// Returns mean and variance of the net factor, with independent corrections.
    pub fn net_factor(&self) -> (f64, f64) {
        let [autonoom, toerekening, verdringing] = &self.corrections;
        product(&[
            (1.0 - autonoom.mean, autonoom.variance),
            (toerekening.mean, toerekening.variance),
            (1.0 - verdringing.mean, verdringing.variance),
        ])
    }

    /// Returns mean and variance of the net factor, with tied corrections.
    pub fn net_factor_tied(&self) -> (f64, f64) {
        self.tied.as_ref().map_or_else(|| self.net_factor(), |tied| tied.net_factor_moments)
    }

    /// Returns the expectations of the gain and of the harm.
    pub fn gain_and_harm(&self) -> [f64; 2] {
        let (n, p) = (&self.quantity, &self.price);
        [n.above[0] * p.above[0] + n.below[0] * p.below[0], n.above[0] * p.below[0] + n.below[0] * p.above[0]]
    }

    /// Returns mean and variance of the net value of the line, with this mean and variance of
    /// the net factor.
    pub fn moments(&self, net_factor: (f64, f64)) -> (f64, f64) {
        let (n, p) = (&self.quantity, &self.price);
        let [gain, harm] = self.gain_and_harm();
        let gross = [(n.mean, n.variance), (p.mean, p.variance)];
        let (net_factor, net_factor_variance) =
            product(&[net_factor, (self.cashable.mean, self.cashable.variance)]);
        let (mean, variance) = if harm == 0.0 {
            product(&[gross[0], gross[1], (net_factor, net_factor_variance)])
        } else if gain == 0.0 {
            product(&gross)
        } else {
            let gain_squared = n.above[1] * p.above[1] + n.below[1] * p.below[1];
            let harm_squared = n.above[1] * p.below[1] + n.below[1] * p.above[1];
            let mean = net_factor * gain + harm;
            (
                mean,
                (net_factor * net_factor + net_factor_variance) * gain_squared + harm_squared - mean * mean,
            )
        };
        (self.weight * mean, self.weight * self.weight * variance)
    }

    /// Returns the slopes of the expected net value in the quantity or the price, above
    /// and below zero, from the moments of the other one and the net factor.
    pub fn slopes(&self, other: &Moments, net_factor: f64) -> [f64; 2] {
        let net_factor = net_factor * self.cashable.mean;
        [net_factor * other.above[0] + other.below[0], net_factor * other.below[0] + other.above[0]]
            .map(|slope| self.weight * slope)
    }

    /// Returns the slope of the expected net value in a correction, the others
    /// independent of it.
    pub fn correction_slope(&self, field: LineField) -> f64 {
        let [gain, _] = self.gain_and_harm();
        let [autonoom, toerekening, verdringing] = self.corrections.each_ref().map(|of| of.mean);
        let rest = match field {
            LineField::Autonoom => -toerekening * (1.0 - verdringing),
            LineField::Toerekening => (1.0 - autonoom) * (1.0 - verdringing),
            _ => -toerekening * (1.0 - autonoom),
        };
        self.weight * self.cashable.mean * gain * rest
    }

    /// Returns whether the line depends on a common uniform.
    fn depends(&self) -> bool {
        let uncertain = |of: &Moments| of.high > of.low;
        self.weight != 0.0 && (uncertain(&self.quantity) || self.corrections.iter().any(uncertain))
    }

    /// Calculates the curves of the line, with the positions of its uncertain inputs.
    pub fn tie<'a>(&mut self, positions: impl Fn(LineField) -> Option<&'a Curve>) {
        if !self.depends() {
            return;
        }
        let curve = |field: LineField, of: &Moments| {
            Some(positions(field)?.clone().map(|position| of.low + (of.high - of.low) * position))
        };
        let [autonoom, toerekening, verdringing] = &self.corrections;
        let mut net_factor =
            curve(LineField::Toerekening, toerekening).unwrap_or_else(|| Curve::constant(toerekening.mean));
        for (field, of) in [(LineField::Autonoom, autonoom), (LineField::Verdringing, verdringing)] {
            net_factor = match curve(field, of) {
                // High where attribution is low.
                Some(curve) => net_factor.times(&curve.map(|share| 1.0 - share).mirrored()),
                None => net_factor.map(|net_factor| net_factor * (1.0 - of.mean)),
            };
        }
        let mean = net_factor.mean();
        let net_factor = net_factor.map(|net_factor| net_factor - mean);
        let net_factor_moments = (mean, net_factor.mean_product(&net_factor));

        let quantity =
            curve(LineField::Aantal, &self.quantity).unwrap_or_else(|| Curve::constant(self.quantity.mean));
        let ([above], [below]) = ([self.price.above[0]], [self.price.below[0]]);
        let weight = self.weight * self.cashable.mean;
        let gain = quantity.clone().map(|n| weight * (n.max(0.0) * above + n.min(0.0) * below));
        let mut net_value = quantity.map(|n| self.weight * (n.max(0.0) * below + n.min(0.0) * above));
        net_value.add(mean, &gain);
        self.tied = Some(TiedLine { gain, net_value: net_value.centred(), net_factor, net_factor_moments });
    }
}
