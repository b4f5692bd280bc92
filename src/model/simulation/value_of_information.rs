//! What it would be worth to know one input: its share in the variance of the
//! saldo, and its EVPPI. Calculated, not drawn.
//!
//! The saldo is a sum of products of independent numbers, so what is expected
//! of it when one input is known is a straight line in that input, bent at
//! most at zero, where a saving becomes harm.

use crate::model::distribution::QuantileTable;
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
    /// The part of the variance of the saldo that goes when the input is known.
    pub variance_share: f64,
    /// Expected value of knowing the input before deciding on funding, euros a
    /// year.
    pub evppi: f64,
}

/// Expected saldo and its variance.
#[derive(Default)]
struct ExpectedSaldo {
    mean: f64,
    variance: f64,
    effects: BTreeMap<InputId, SaldoEffect>,
}

/// The value of knowing each of the uncertain inputs, in their order.
pub fn values_of_information(
    inputs: &Inputs,
    uncertain_inputs: &[UncertainInput],
    mut table: impl FnMut(&UncertainInput) -> Rc<QuantileTable>,
) -> Vec<ValueOfInformation> {
    let mut moments = BTreeMap::new();
    for one in uncertain_inputs {
        moments.insert(one.id, Moments::new(one.range, one.mode(), || table(one)));
    }
    let of = |id| moments.get(&id).copied().unwrap_or_else(|| Moments::fixed(inputs.get(id)));
    let expected = expected(inputs, of);
    let drempel = inputs.general(General::Drempel);
    let visitors = InputId::General(General::Bezoekers);
    let worth = expected.mean + drempel * of(visitors).mean;
    let value_of = |one: &UncertainInput| {
        let moments = of(one.id);
        let effect = expected.effects.get(&one.id).copied().unwrap_or_default();
        let explained = effect.variance(&moments);
        let variance_share = if explained > 0.0 { (explained / expected.variance).min(1.0) } else { 0.0 };
        // Visitors move what funding is worth by the drempel as well.
        let extra = if one.affects.visitors { drempel } else { 0.0 };
        let slopes = effect.slopes.map(|slope| slope + extra);
        let evppi = SaldoEffect { slopes }.evppi(worth, &moments, one, &mut table);
        ValueOfInformation { variance_share, evppi }
    };
    uncertain_inputs.iter().map(value_of).collect()
}

/// Mean and variance of the saldo, and the effect of each input on it.
fn expected(inputs: &Inputs, of: impl Fn(InputId) -> Moments) -> ExpectedSaldo {
    let mut all = ExpectedSaldo::default();
    for CostTerm { quantity, price, income } in cost_terms(inputs) {
        let sign = if income { 1.0 } else { -1.0 };
        let quantity = quantity.map(|id| (id, of(id)));
        let (q, p) = (quantity.map_or(Moments::fixed(1.0), |(_, moments)| moments), of(price));
        let (mean, variance) = product(&[(q.mean, q.variance), (p.mean, p.variance)]);
        all.mean += sign * mean;
        all.variance += variance;
        all.effects.insert(price, SaldoEffect { slopes: [sign * q.mean; 2] });
        if let Some((id, _)) = quantity {
            all.effects.insert(id, SaldoEffect { slopes: [sign * p.mean; 2] });
        }
    }
    for (line, id) in counted_lines(inputs) {
        if line.kind.is_saving() {
            add_line(&mut all, |part| of(id(part)), &id);
        }
    }
    all
}

fn add_line(all: &mut ExpectedSaldo, of: impl Fn(LineField) -> Moments, id: impl Fn(LineField) -> InputId) {
    let [n, p] = [of(LineField::Aantal), of(LineField::Bedrag)];
    let [autonoom, toerekening, verdringing] =
        [of(LineField::Autonoom), of(LineField::Toerekening), of(LineField::Verdringing)];
    let net_factor = [
        (1.0 - autonoom.mean, autonoom.variance),
        (toerekening.mean, toerekening.variance),
        (1.0 - verdringing.mean, verdringing.variance),
    ];
    let (kept, kept_variance) = product(&net_factor);
    // Gross above zero is a gain, of which `kept` is left; below zero is harm.
    let gain = n.above[0] * p.above[0] + n.below[0] * p.below[0];
    let harm = n.above[0] * p.below[0] + n.below[0] * p.above[0];
    let gross = (n.mean, n.variance);
    let price = (p.mean, p.variance);
    let (mean, variance) = if harm == 0.0 {
        product(&[gross, price, (kept, kept_variance)])
    } else if gain == 0.0 {
        product(&[gross, price])
    } else {
        let gain_squared = n.above[1] * p.above[1] + n.below[1] * p.below[1];
        let harm_squared = n.above[1] * p.below[1] + n.below[1] * p.above[1];
        let mean = kept * gain + harm;
        (mean, (kept * kept + kept_variance) * gain_squared + harm_squared - mean * mean)
    };
    all.mean += mean;
    all.variance += variance;
    let slopes =
        |other: Moments| [kept * other.above[0] + other.below[0], kept * other.below[0] + other.above[0]];
    let [a, t, v] = net_factor.map(|(mean, _)| mean);
    for (part, slopes) in [
        (LineField::Aantal, slopes(p)),
        (LineField::Bedrag, slopes(n)),
        (LineField::Autonoom, [-gain * t * v; 2]),
        (LineField::Toerekening, [gain * a * v; 2]),
        (LineField::Verdringing, [-gain * a * t; 2]),
    ] {
        all.effects.insert(id(part), SaldoEffect { slopes });
    }
}

impl SaldoEffect {
    /// Returns how the expected saldo moves when the input goes from nothing to
    /// `x`.
    fn at(&self, x: f64) -> f64 {
        self.slopes[0] * x.max(0.0) + self.slopes[1] * x.min(0.0)
    }

    /// The variance of what is expected of the saldo once the input is known.
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

    /// EVPPI: E[max(worth given x, 0)] − max(worth, 0), which is the smaller of
    /// what is expected above zero and of what is expected below it.
    fn evppi(
        &self,
        worth: f64,
        x: &Moments,
        one: &UncertainInput,
        table: &mut impl FnMut(&UncertainInput) -> Rc<QuantileTable>,
    ) -> f64 {
        let mean = self.slopes[0] * x.above[0] + self.slopes[1] * x.below[0];
        let given = |x: f64| worth + (self.at(x) - mean);
        let bend = if x.low < 0.0 && x.high > 0.0 { 0.0 } else { x.low };
        let ends = [x.low, bend, x.high].map(given);
        if ends.iter().all(|worth| *worth >= 0.0) || ends.iter().all(|worth| *worth <= 0.0) {
            return 0.0;
        }
        let width = x.high - x.low;
        let [mut above, mut below] = [0.0; 2];
        for (weight, from, to) in table(one).segments() {
            let [a, b] = [from, to].map(|position| given(x.low + width * position));
            if a >= 0.0 && b >= 0.0 {
                above += weight * (a + b) / 2.0;
            } else if a <= 0.0 && b <= 0.0 {
                below -= weight * (a + b) / 2.0;
            } else {
                // The line crosses zero within the cell.
                let (positive, negative) = (a.max(b), a.min(b));
                let part = weight / (2.0 * (positive - negative));
                above += part * positive * positive;
                below += part * negative * negative;
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

    /// By hand: with 20% left of gains and all of harm, funding is worth
    /// 12,500 + 1,250 n above zero and 12,500 + 6,250 n below it; n is uniform
    /// from −20 to 20, so it is worth −12,500, and (12,500 + 500,000) ÷ 40 where
    /// it is worth its while.
    #[test]
    fn harm_bends_the_line() {
        let mut inputs = Preset::Brochure.inputs();
        let id = |part| InputId::Line(Line::Dagbesteding, part);
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
