//! The value of knowing one input: its share in the variance of the saldo, and its
//! EVPPI. Both are calculated, not estimated from draws.
//!
//! The saldo is a sum of products of independent numbers, so its expectation given
//! one input is a straight line in that input, with at most one bend: at zero, where a
//! saving becomes harm.

use crate::model::distribution::{QuantileTable, Segment};
use crate::model::simulation::moments::{Moments, product};
use crate::model::uncertain_inputs::{CostTerm, UncertainInput, cost_terms, counted_lines};
use crate::model::{General, InputId, Inputs, LineField};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Effect of one input on the expected saldo.
#[derive(Clone, Copy, Debug, Default)]
struct SaldoEffect {
    /// Slopes of the expected saldo in the input, above and below zero.
    slopes: [f64; 2],
}

/// The value of knowing one input.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct ValueOfInformation {
    /// The share of the variance of the saldo that disappears when the input is known.
    pub variance_share: f64,
    /// Expected value of knowing the input before deciding on funding, euros a
    /// year.
    pub evppi: f64,
}

/// Expected saldo of all parties, its variance, and the effects of inputs on it.
#[derive(Default)]
struct ExpectedSaldo {
    mean: f64,
    variance: f64,
    /// Effect of each input that changes the saldo.
    effects: BTreeMap<InputId, SaldoEffect>,
}

/// Calculates the value of knowing each of the uncertain inputs, in their order.
pub fn values_of_information(
    inputs: &Inputs,
    uncertain_inputs: &[UncertainInput],
    mut table: impl FnMut(&UncertainInput) -> Rc<QuantileTable>,
) -> Vec<ValueOfInformation> {
    let mut moments = BTreeMap::new();
    for input in uncertain_inputs {
        moments.insert(input.id, Moments::new(input.range, input.mode(), || table(input)));
    }
    let moments_of = |id| moments.get(&id).copied().unwrap_or_else(|| Moments::fixed(inputs.get(id)));
    let expected = expected_saldo(inputs, moments_of);
    let drempel = inputs.general(General::Drempel);
    let visitors = InputId::General(General::Bezoekers);
    let net_benefit = expected.mean + drempel * moments_of(visitors).mean;
    let value_of = |input: &UncertainInput| {
        let moments = moments_of(input.id);
        let effect = expected.effects.get(&input.id).copied().unwrap_or_default();
        let explained = effect.variance(&moments);
        let variance_share = if explained > 0.0 { (explained / expected.variance).min(1.0) } else { 0.0 };
        // The number of visitors also changes the net benefit of funding, by the drempel.
        let extra = if input.affects.visitors { drempel } else { 0.0 };
        let slopes = effect.slopes.map(|slope| slope + extra);
        let evppi = SaldoEffect { slopes }.evppi(net_benefit, &moments, input, &mut table);
        ValueOfInformation { variance_share, evppi }
    };
    uncertain_inputs.iter().map(value_of).collect()
}

/// Calculates mean and variance of the saldo, and the effect of each input on it.
fn expected_saldo(inputs: &Inputs, moments_of: impl Fn(InputId) -> Moments) -> ExpectedSaldo {
    let mut all = ExpectedSaldo::default();
    for CostTerm { quantity, price, income } in cost_terms(inputs) {
        let sign = if income { 1.0 } else { -1.0 };
        let quantity = quantity.map(|id| (id, moments_of(id)));
        let (q, p) = (quantity.map_or(Moments::fixed(1.0), |(_, moments)| moments), moments_of(price));
        let (mean, variance) = product(&[(q.mean, q.variance), (p.mean, p.variance)]);
        all.mean += sign * mean;
        all.variance += variance;
        all.effects.insert(price, SaldoEffect { slopes: [sign * q.mean; 2] });
        if let Some((id, _)) = quantity {
            all.effects.insert(id, SaldoEffect { slopes: [sign * p.mean; 2] });
        }
    }
    for (line, id) in counted_lines(inputs) {
        if line.kind.counts_for_payers() {
            add_line(&mut all, |field| moments_of(id(field)), &id);
        }
    }
    all
}

/// Adds a savings line: its number of units n times its price p, and for a gain times
/// three corrections.
fn add_line(
    all: &mut ExpectedSaldo,
    moments_of: impl Fn(LineField) -> Moments,
    id: impl Fn(LineField) -> InputId,
) {
    let [n, p] = [LineField::Aantal, LineField::Bedrag].map(&moments_of);
    let [autonoom, toerekening, verdringing] =
        [LineField::Autonoom, LineField::Toerekening, LineField::Verdringing].map(&moments_of);
    let corrections = [
        (1.0 - autonoom.mean, autonoom.variance),
        (toerekening.mean, toerekening.variance),
        (1.0 - verdringing.mean, verdringing.variance),
    ];
    let (net_factor, net_factor_variance) = product(&corrections);
    // Gross above zero is a gain, of which `net_factor` remains; below zero is harm.
    let gain = n.above[0] * p.above[0] + n.below[0] * p.below[0];
    let harm = n.above[0] * p.below[0] + n.below[0] * p.above[0];
    let quantity = (n.mean, n.variance);
    let price = (p.mean, p.variance);
    let (mean, variance) = if harm == 0.0 {
        product(&[quantity, price, (net_factor, net_factor_variance)])
    } else if gain == 0.0 {
        product(&[quantity, price])
    } else {
        let gain_squared = n.above[1] * p.above[1] + n.below[1] * p.below[1];
        let harm_squared = n.above[1] * p.below[1] + n.below[1] * p.above[1];
        let mean = net_factor * gain + harm;
        let net_factor_squared = net_factor * net_factor + net_factor_variance;
        (mean, net_factor_squared * gain_squared + harm_squared - mean * mean)
    };
    all.mean += mean;
    all.variance += variance;
    let slopes = |other: Moments| {
        let ([above, _], [below, _]) = (other.above, other.below);
        [net_factor * above + below, net_factor * below + above]
    };
    let [a, t, v] = corrections.map(|(mean, _)| mean);
    for (field, slopes) in [
        (LineField::Aantal, slopes(p)),
        (LineField::Bedrag, slopes(n)),
        (LineField::Autonoom, [-gain * t * v; 2]),
        (LineField::Toerekening, [gain * a * v; 2]),
        (LineField::Verdringing, [-gain * a * t; 2]),
    ] {
        all.effects.insert(id(field), SaldoEffect { slopes });
    }
}

impl SaldoEffect {
    /// Returns the change of the expected saldo when the input goes from zero to `x`.
    fn change_at(&self, x: f64) -> f64 {
        self.slopes[0] * x.max(0.0) + self.slopes[1] * x.min(0.0)
    }

    /// Returns the variance of the expected saldo given the input.
    fn variance(&self, x: &Moments) -> f64 {
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
    fn evppi(
        &self,
        net_benefit: f64,
        x: &Moments,
        input: &UncertainInput,
        table: &mut impl FnMut(&UncertainInput) -> Rc<QuantileTable>,
    ) -> f64 {
        let mean = self.slopes[0] * x.above[0] + self.slopes[1] * x.below[0];
        let net_benefit_given = |x: f64| net_benefit + (self.change_at(x) - mean);
        let bend = if x.low < 0.0 && x.high > 0.0 { 0.0 } else { x.low };
        let ends = [x.low, bend, x.high].map(net_benefit_given);
        if ends.iter().all(|net_benefit| *net_benefit >= 0.0)
            || ends.iter().all(|net_benefit| *net_benefit <= 0.0)
        {
            return 0.0;
        }
        let width = x.high - x.low;
        let [mut above, mut below] = [0.0; 2];
        for Segment { probability, start, end } in table(input).segments() {
            let [a, b] = [start, end].map(|position| net_benefit_given(x.low + width * position));
            if a >= 0.0 && b >= 0.0 {
                above += probability * (a + b) / 2.0;
            } else if a <= 0.0 && b <= 0.0 {
                below -= probability * (a + b) / 2.0;
            } else {
                // The line crosses zero within the cell.
                let (positive, negative) = (a.max(b), a.min(b));
                let scale = probability / (2.0 * (positive - negative));
                above += scale * positive * positive;
                below += scale * negative * negative;
            }
        }
        above.min(below)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::uncertain_inputs::uncertain_inputs;
    use crate::model::{Line, Preset, Range, Shape};

    /// By hand: with a net factor of 20% for gains and 100% for harm, the net benefit of
    /// funding is 12,500 + 1,250 n where n is above zero and 12,500 + 6,250 n where it is
    /// below. n is uniform from −20 to 20, so the expected net benefit is −12,500; the
    /// expectation of the net benefit where it is positive is (12,500 + 500,000) ÷ 40.
    #[test]
    fn harm_bends_the_line() {
        let mut inputs = Preset::Brochure.inputs();
        let id = |field| InputId::Line(Line::Dagbesteding, field);
        inputs.set(InputId::General(General::Drempel), 517.0);
        inputs.set(id(LineField::Autonoom), 0.8);
        let ids: Vec<_> = inputs.ids().collect();
        for id in ids {
            inputs.set_range(id, Range::fixed(0.0));
        }
        inputs.set_range(id(LineField::Aantal), Range { shape: Shape::Uniform, low: -20.0, high: 20.0 });
        let uncertain_inputs = uncertain_inputs(&inputs);
        let table = |one: &UncertainInput| Rc::new(QuantileTable::new(one.range.shape, one.mode()));
        let information = values_of_information(&inputs, &uncertain_inputs, table);
        assert_eq!(information.len(), 1);
        assert!((information[0].variance_share - 1.0).abs() < 1e-9, "{information:?}");
        assert!((information[0].evppi - 12_812.5).abs() < 0.1, "{information:?}");
    }
}
