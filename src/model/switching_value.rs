//! Which inputs could turn the conclusion by themselves: where each breaks
//! even, and whether that lies in its plausible range.

use crate::model::break_even::{BreakEvenValue, break_even_value};
use crate::model::inputs::{Inputs, default_range};
use crate::model::parameter::{InputId, LineField};
use crate::model::range::Shape;
use crate::model::uncertain_inputs::{cost_terms, counted_lines};

/// Plausibility of the value at which the saldo is zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plausibility {
    /// Value in the plausible range.
    Plausible,
    /// Possible, but outside the plausible range.
    Implausible,
    /// Possible, where no plausible range is known.
    NoRange,
    /// No value that the input accepts.
    NotWithinLimits,
    /// The saldo does not depend on it.
    NoEffect,
}

/// One input: its value, its plausible range and where it breaks even.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SwitchingValue {
    /// Identity of the input.
    pub id: InputId,
    /// Value of the input now.
    pub value: f64,
    /// Range of [`plausible_range`]; none where no range is known.
    pub range: Option<(f64, f64)>,
    /// Place where the saldo is zero.
    pub at: BreakEvenValue,
    /// Plausibility of that value.
    pub plausibility: Plausibility,
}

/// Returns where one input breaks even.
pub fn switching_value(inputs: &Inputs, id: InputId) -> SwitchingValue {
    classify(inputs, id, break_even_value(inputs, id))
}

/// A value of one input, compared with its plausible range.
pub(crate) fn classify(inputs: &Inputs, id: InputId, at: BreakEvenValue) -> SwitchingValue {
    let range = plausible_range(inputs, id);
    let plausibility = match (at, range) {
        (BreakEvenValue::NoEffect, _) => Plausibility::NoEffect,
        (BreakEvenValue::NotWithinLimits, _) => Plausibility::NotWithinLimits,
        (BreakEvenValue::At(_), None) => Plausibility::NoRange,
        (BreakEvenValue::At(value), Some((low, high))) if (low..=high).contains(&value) => {
            Plausibility::Plausible
        }
        (BreakEvenValue::At(_), Some(_)) => Plausibility::Implausible,
    };
    SwitchingValue { id, value: inputs.get(id), range, at, plausibility }
}

/// The range of an input, low and high, in the scenario's prices: the user's
/// own, or else the plausible one. Not widened by its value.
pub fn plausible_range(inputs: &Inputs, id: InputId) -> Option<(f64, f64)> {
    match inputs.named_range(id) {
        Some(own) => (own.shape != Shape::Fixed).then_some((own.low, own.high)),
        None => default_range(inputs, id),
    }
}

/// The inputs that the saldo of this scenario is made of, costs first.
pub fn saldo_inputs(inputs: &Inputs) -> Vec<InputId> {
    const PARTS: [LineField; 5] = [
        LineField::Aantal,
        LineField::Bedrag,
        LineField::Autonoom,
        LineField::Toerekening,
        LineField::Verdringing,
    ];
    let mut all: Vec<InputId> = Vec::new();
    for term in cost_terms(inputs) {
        all.extend(term.quantity);
        all.push(term.price);
    }
    for (line, id) in counted_lines(inputs) {
        if line.kind.is_saving() {
            all.extend(PARTS.map(&id));
        }
    }
    all
}

/// The inputs that turn the conclusion by themselves, each within its
/// plausible range.
pub fn switching_inputs(inputs: &Inputs) -> Vec<InputId> {
    let plausible = |id: &InputId| {
        plausible_range(inputs, *id).is_some()
            && switching_value(inputs, *id).plausibility == Plausibility::Plausible
    };
    saldo_inputs(inputs).into_iter().filter(plausible).collect()
}

#[cfg(test)]
mod tests;
