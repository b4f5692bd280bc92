//! The value of knowing one input: its share in the variance of the saldo of the
//! perspective, and its EVPPI. Both are calculated, not estimated from draws.
//!
//! The saldo is a sum of products. Knowing an input changes the expectation of the terms
//! that it is a factor of, and where effects are tied also that of every other term: then
//! the expected saldo is a curve over the common uniform, which all tied inputs share
//! (`curve`). An input is tied in a share of the draws, so its expectation is a mixture of
//! both; and in a share of the draws there is no effect, in which only costs vary.

mod curve;
mod input_effect;
mod line_net_value;
mod savings;
#[cfg(test)]
mod tests;

use crate::model::distribution::QuantileTable;
use crate::model::financing::Period;
use crate::model::simulation::moments::{Moments, product};
use crate::model::simulation::setup::terms::tie;
use crate::model::simulation::value_of_information::curve::Curve;
use crate::model::simulation::value_of_information::input_effect::InputEffect;
use crate::model::simulation::value_of_information::line_net_value::LineNetValue;
use crate::model::simulation::value_of_information::savings::{add_line, common_curves, savings_moments};
use crate::model::uncertain_inputs::{CostTerm, GemeenteShares, UncertainInput, cost_terms, counted_lines};
use crate::model::{General, InputId, Inputs, LineField, Party, Perspective};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The value of knowing one input.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct ValueOfInformation {
    /// The share of the variance of the saldo that disappears when the input is known.
    pub variance_share: f64,
    /// Expected value of knowing the input before deciding on funding, euros a
    /// year.
    pub evppi: f64,
}

/// Expected saldo of the perspective, its variance, and the effects of inputs on it.
struct ExpectedSaldo {
    mean: f64,
    variance: f64,
    /// Mean of all savings, given an effect.
    savings: f64,
    /// Chance that there is no effect.
    no_effect_chance: f64,
    /// Effect of each input that changes the saldo.
    effects: BTreeMap<InputId, InputEffect>,
    /// Deviation of the expected saldo from its mean over each common uniform.
    common: [Curve; 3],
}

/// Chances of the mixture that the saldo is.
#[derive(Clone, Copy)]
struct Chances {
    /// Chance that there is an effect.
    effect: f64,
    /// Chance that effects are tied, given that there are any.
    tied: f64,
}

/// Calculates the value of knowing each of the uncertain inputs, by name and in their
/// order; then that of knowing whether there is an effect, where that is uncertain.
pub fn values_of_information(
    inputs: &Inputs,
    uncertain_inputs: &[UncertainInput],
    mut table: impl FnMut(&UncertainInput) -> Rc<QuantileTable>,
) -> Vec<(String, ValueOfInformation)> {
    let mut moments = BTreeMap::new();
    for input in uncertain_inputs {
        moments.insert(input.id, Moments::new(input.range, input.mode(), || table(input)));
    }
    let moments_of = |id| moments.get(&id).copied().unwrap_or_else(|| Moments::fixed(inputs.get(id)));
    let mut positions = BTreeMap::new();
    for input in uncertain_inputs.iter().filter(|input| tie(inputs, input.id).is_some()) {
        positions.insert(input.id, Curve::of(&table(input)));
    }
    let expected = ExpectedSaldo::new(inputs, moments_of, &positions);
    let drempel = inputs.general(General::Drempel);
    let visitors = InputId::General(General::Bezoekers);
    let net_benefit = expected.mean + drempel * moments_of(visitors).mean;
    let value_of = |input: &UncertainInput| {
        // The number of visitors also changes the net benefit of funding, by the drempel.
        let extra = if input.affects.visitors { drempel } else { 0.0 };
        let moments = (&moments_of(input.id), positions.get(&input.id));
        (input.name.clone(), expected.value_of(input, moments, (net_benefit, extra), &mut table))
    };
    let mut values: Vec<_> = uncertain_inputs.iter().map(value_of).collect();
    if expected.no_effect_chance > 0.0 && expected.no_effect_chance < 1.0 {
        values.push((General::KansGeenEffect.id().to_owned(), expected.value_of_effect(net_benefit)));
    }
    values
}

impl ExpectedSaldo {
    /// Calculates mean and variance of the saldo, and the effect of each input on it.
    fn new(
        inputs: &Inputs,
        moments_of: impl Fn(InputId) -> Moments,
        positions: &BTreeMap<InputId, Curve>,
    ) -> ExpectedSaldo {
        let no_effect_chance = inputs.general(General::KansGeenEffect);
        let chances = Chances { effect: 1.0 - no_effect_chance, tied: inputs.general(General::Samenhang) };
        let mut effects = BTreeMap::new();
        let (costs, costs_variance) = add_costs(inputs, &moments_of, &mut effects);
        let mut lines = Vec::new();
        for (line, id) in counted_lines(inputs) {
            let mut net_value = LineNetValue {
                weight: match inputs.perspective {
                    Perspective::Partijen => f64::from(u8::from(line.kind.counts_for_payers())),
                    Perspective::Gemeente => GemeenteShares::of(inputs, line, &id).kept,
                    Perspective::Samenleving => f64::from(u8::from(line.kind.counts_for_society())),
                },
                quantity: moments_of(id(LineField::Aantal)),
                price: moments_of(id(LineField::Bedrag)),
                corrections: [LineField::Autonoom, LineField::Toerekening, LineField::Verdringing]
                    .map(|field| moments_of(id(field))),
                cashable: if inputs.perspective == Perspective::Gemeente
                    && LineField::Verzilverbaar.applies_to(line.kind)
                {
                    moments_of(id(LineField::Verzilverbaar))
                } else {
                    Moments::fixed(1.0)
                },
                tied: None,
            };
            if chances.tied > 0.0 {
                net_value.tie(|field| positions.get(&id(field)));
            }
            // The inputs of a line that is no part of the saldo can be tied to those of other
            // lines.
            add_line(&net_value, id, chances, &mut effects);
            lines.push(net_value);
        }
        let [quantity, attribution] = common_curves(&lines);
        let (savings, variance) = savings_moments(&lines, chances.tied, &quantity);
        let scale = |curve: Curve| curve.map(|value| chances.effect * chances.tied * value);
        let mirrored = attribution.clone().mirrored();
        ExpectedSaldo {
            mean: costs + chances.effect * savings,
            variance: costs_variance
                + chances.effect * (variance + (1.0 - chances.effect) * savings * savings),
            savings,
            no_effect_chance,
            effects,
            common: [quantity, attribution, mirrored].map(scale),
        }
    }

    /// Returns the value of knowing an input with these moments and, where it is tied, these
    /// positions, at this expected net benefit of funding. The input also changes that net
    /// benefit directly, by `extra` times its value.
    fn value_of(
        &self,
        input: &UncertainInput,
        (x, positions): (&Moments, Option<&Curve>),
        (net_benefit, extra): (f64, f64),
        table: &mut impl FnMut(&UncertainInput) -> Rc<QuantileTable>,
    ) -> ValueOfInformation {
        let effect = self.effects.get(&input.id).copied().unwrap_or_default();
        if let (Some(uniform), Some(positions)) = (effect.common, positions) {
            let change = |position: f64| effect.change_at(x.low + (x.high - x.low) * position);
            let mut curve = positions.clone().map(change);
            curve.add(1.0, &self.common[uniform as usize]);
            let curve = curve.centred();
            let [above, below] = curve.above_and_below(net_benefit);
            return ValueOfInformation {
                variance_share: self.share(curve.mean_product(&curve)),
                evppi: above.min(below),
            };
        }
        let variance_share = self.share(effect.variance(x));
        let effect = InputEffect { slopes: effect.slopes.map(|slope| slope + extra), common: None };
        ValueOfInformation { variance_share, evppi: effect.evppi(net_benefit, x, || table(input)) }
    }

    /// Returns the value of knowing whether there is any effect.
    fn value_of_effect(&self, net_benefit: f64) -> ValueOfInformation {
        let effect = 1.0 - self.no_effect_chance;
        let variance = self.no_effect_chance * effect * self.savings * self.savings;
        let without = net_benefit - effect * self.savings;
        let known = effect * (without + self.savings).max(0.0) + self.no_effect_chance * without.max(0.0);
        let evppi = (known - net_benefit.max(0.0)).max(0.0);
        ValueOfInformation { variance_share: self.share(variance), evppi }
    }

    /// Returns the part of the variance that this is.
    fn share(&self, explained: f64) -> f64 {
        if explained > 0.0 { (explained / self.variance).min(1.0) } else { 0.0 }
    }
}

/// Calculates mean and variance of the costs in the saldo, as a number below zero.
fn add_costs(
    inputs: &Inputs,
    moments_of: impl Fn(InputId) -> Moments,
    effects: &mut BTreeMap<InputId, InputEffect>,
) -> (f64, f64) {
    let (share, amount) = match inputs.perspective {
        Perspective::Gemeente => {
            let allocation = inputs.cost_allocation(Party::Gemeente, Period::FullEffect);
            (allocation.share.fraction(), allocation.amount.euros())
        }
        Perspective::Partijen | Perspective::Samenleving => (1.0, 0.0),
    };
    let (mut mean, mut variance) = (-amount, 0.0);
    for CostTerm { quantity, price, income } in cost_terms(inputs) {
        let sign = if income { share } else { -share };
        let quantity = quantity.map(|id| (id, moments_of(id)));
        let (q, p) = (quantity.map_or(Moments::fixed(1.0), |(_, moments)| moments), moments_of(price));
        let (term_mean, term_variance) = product(&[(q.mean, q.variance), (p.mean, p.variance)]);
        mean += sign * term_mean;
        variance += share * share * term_variance;
        effects.insert(price, InputEffect { slopes: [sign * q.mean; 2], common: None });
        if let Some((id, _)) = quantity {
            effects.insert(id, InputEffect { slopes: [sign * p.mean; 2], common: None });
        }
    }
    (mean, variance)
}
