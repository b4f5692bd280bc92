//! Switching values: for each input, the value at which the saldo is zero. An input
//! whose switching value is plausible could turn the conclusion by itself.

use crate::model::break_even::{RequiredValue, break_even_value};
use crate::model::financing::Period;
use crate::model::inputs::{Inputs, default_range};
use crate::model::lines::Line;
use crate::model::parameter::{InputId, LineField};
use crate::model::parameters::General;
use crate::model::party::Party;
use crate::model::perspective::Perspective;
use crate::model::quantity::Share;
use crate::model::range::Shape;
use crate::model::uncertain_inputs::{cost_terms, counted_lines};

/// Plausibility of the value of an input that meets a condition: that the saldo is zero, or
/// that a goal is met. It is plausible within the [`unwidened_range`], which for a quantity or
/// an amount is that of a centre of this size, and not that of the average initiative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plausibility {
    /// The value is in the range.
    Plausible,
    /// The value is within the limits, but outside the range.
    Implausible,
    /// The value is within the limits, and no range is known.
    NoRange,
    /// The condition is met at no value that the input accepts.
    NotWithinLimits,
    /// The input does not change whether the condition is met.
    NoEffect,
}

/// One input, with the value of it that meets a condition, or the reason why there is none.
/// The condition is that the saldo is zero (then it is a switching value) or that a goal is
/// met.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InputSolution {
    /// Identity of the input.
    pub id: InputId,
    /// Value of the input in the scenario.
    pub value: f64,
    /// Low and high end of the [`unwidened_range`]; `None` where no range is known.
    pub range: Option<(f64, f64)>,
    /// Value that meets the condition, or why there is none.
    pub required: RequiredValue,
    /// Plausibility of the required value.
    pub plausibility: Plausibility,
}

/// Finds the switching value of one input.
pub fn switching_value(inputs: &Inputs, id: InputId) -> InputSolution {
    classify(inputs, id, break_even_value(inputs, id))
}

/// Compares a required value of one input with its range.
pub(crate) fn classify(inputs: &Inputs, id: InputId, required: RequiredValue) -> InputSolution {
    let range = unwidened_range(inputs, id);
    let plausibility = match (required, range) {
        (RequiredValue::NoEffect, _) => Plausibility::NoEffect,
        (RequiredValue::NotWithinLimits, _) => Plausibility::NotWithinLimits,
        (RequiredValue::At(_), None) => Plausibility::NoRange,
        (RequiredValue::At(value), Some((low, high))) if (low..=high).contains(&value) => {
            Plausibility::Plausible
        }
        (RequiredValue::At(_), Some(_)) => Plausibility::Implausible,
    };
    InputSolution { id, value: inputs.get(id), range, required, plausibility }
}

/// Returns the range of an input, low and high, in the scenario's prices: the user's own, or
/// else the [`default_range`], which goes along with the value; `None` where the input is
/// fixed. A range of the user's own, or of a share, is not widened where the value lies
/// outside it.
pub fn unwidened_range(inputs: &Inputs, id: InputId) -> Option<(f64, f64)> {
    match inputs.named_range(id) {
        Some(own) => (own.shape != Shape::Fixed).then_some((own.low, own.high)),
        None => default_range(inputs, id),
    }
}

/// Lists the inputs from which the saldo of the scenario's perspective is calculated, costs
/// first. All other inputs leave it as it is.
pub fn saldo_inputs(inputs: &Inputs) -> Vec<InputId> {
    let perspective = inputs.perspective;
    let is_of_gemeente = perspective == Perspective::Gemeente;
    let mut all: Vec<InputId> = Vec::new();
    if !is_of_gemeente || inputs.cost_allocation(Party::Gemeente, Period::FullEffect).share != Share::ZERO {
        for term in cost_terms(inputs) {
            all.extend(term.quantity);
            all.push(term.price);
        }
    }
    // With a dekkingsplan its funders pay, and not these shares.
    if is_of_gemeente && inputs.plan.is_empty() {
        all.push(InputId::General(General::FinancieringGemeente));
    }
    for (line, id) in counted_lines(inputs) {
        let affects = |field: &LineField| field.affects_saldo(line.kind, perspective);
        all.extend(LineField::ALL.into_iter().filter(affects).map(&id));
    }
    if is_of_gemeente && inputs.line(Line::Uitkeringen).counted {
        all.push(InputId::General(General::InwonersGemeente));
    }
    all
}

/// Lists the inputs that could turn the conclusion by themselves: those with a
/// plausible switching value.
pub fn switching_inputs(inputs: &Inputs) -> Vec<InputId> {
    let plausible = |id: &InputId| {
        unwidened_range(inputs, *id).is_some()
            && switching_value(inputs, *id).plausibility == Plausibility::Plausible
    };
    saldo_inputs(inputs).into_iter().filter(plausible).collect()
}

#[cfg(test)]
mod tests;
