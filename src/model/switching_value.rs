//! Which inputs could turn the conclusion by themselves: where each breaks
//! even, and whether that lies in its plausible range.

use crate::model::break_even::{BreakEvenValue, break_even_value};
use crate::model::inputs::Inputs;
use crate::model::parameter::{InputId, LineField};
use crate::model::price;
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
    if let Some((_, own)) = inputs.ranges.iter().find(|(of, _)| *of == id) {
        return (own.shape != Shape::Fixed).then_some((own.low, own.high));
    }
    let definition = id.definition();
    let factor = if definition.unit.is_amount() { price::factor(inputs.year()) } else { 1.0 };
    definition.plausible.map(|(low, high)| (low * factor, high * factor))
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
mod tests {
    use super::*;
    use crate::model::outcome::saldo;
    use crate::model::{CostBasis, General, Line, Preset, Range};

    const CLIENTS: InputId = InputId::Line(Line::Dagbesteding, LineField::Aantal);
    const HOUSING: InputId = InputId::General(General::Huisvesting);

    /// By hand: (100,000 + 146,000) ÷ 6,250 = 39.36, above 20 and below any limit.
    #[test]
    fn the_brochure_hangs_on_no_single_input() {
        let inputs = Preset::Brochure.inputs();
        assert_eq!(
            switching_value(&inputs, CLIENTS),
            SwitchingValue {
                id: CLIENTS,
                value: 16.0,
                range: Some((8.0, 20.0)),
                at: BreakEvenValue::At(39.36),
                plausibility: Plausibility::Implausible
            }
        );
        assert_eq!(switching_value(&inputs, HOUSING).plausibility, Plausibility::NotWithinLimits);
        assert_eq!(
            switching_value(&inputs, InputId::General(General::EigenInkomsten)).plausibility,
            Plausibility::NoRange
        );
        assert_eq!(
            switching_value(&inputs, InputId::General(General::Bezoekers)).plausibility,
            Plausibility::NoEffect
        );
        assert_eq!(switching_inputs(&inputs), []);
        assert_eq!(saldo_inputs(&inputs).len(), 8 + 10);
    }

    /// A range of the user's own counts, and the price year moves the others.
    #[test]
    fn ranges() {
        let mut inputs = Preset::Brochure.inputs();
        inputs.set_range(CLIENTS, Range { shape: Shape::Uniform, low: 10.0, high: 40.0 });
        assert_eq!(switching_inputs(&inputs), [CLIENTS]);
        let later = Preset::Prijspeil2025.inputs();
        let expected = 40_000.0 * price::factor(2025);
        assert!((switching_value(&later, HOUSING).range.unwrap().0 - expected).abs() < 1e-9);
    }

    /// Lists every input that moves the saldo, and at its break-even the saldo is zero.
    #[test]
    fn movers_are_what_moves_the_saldo() {
        for preset in Preset::ALL {
            for basis in [CostBasis::Begroting, CostBasis::Kengetal] {
                let mut inputs = preset.inputs();
                inputs.basis = basis;
                let saldo_inputs = saldo_inputs(&inputs);
                for id in InputId::fixed() {
                    let found = switching_value(&inputs, id);
                    let (low, high) = id.definition().limits;
                    let moves = [low, high].into_iter().any(|end| {
                        let mut other = inputs.clone();
                        other.set(id, end);
                        saldo(&other) != saldo(&inputs)
                    });
                    assert!(!moves || saldo_inputs.contains(&id), "{id:?}");
                    if let BreakEvenValue::At(value) = found.at {
                        let mut there = inputs.clone();
                        there.set(id, value);
                        assert!(saldo(&there).euros().abs() < 1e-3, "{id:?} at {value}");
                    }
                }
            }
        }
    }
}
