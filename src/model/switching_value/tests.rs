//! Switching values, worked out by hand.

use super::*;
use crate::model::Perspective;
use crate::model::outcome::saldo;
use crate::model::{CostBasis, General, Line, Preset, Range};

const CLIENTS: InputId = InputId::Line(Line::Dagbesteding, LineField::Aantal);
const HOUSING: InputId = InputId::General(General::Huisvesting);

/// By hand: (100,000 + 146,000) ÷ 6,250 = 39.36, above 20 and below any limit.
#[test]
fn no_single_input_turns_the_conclusion_of_the_brochure() {
    let inputs = Preset::Brochure.inputs();
    assert_eq!(
        switching_value(&inputs, CLIENTS),
        InputSolution {
            id: CLIENTS,
            value: 16.0,
            range: Some((8.0, 20.0)),
            required: RequiredValue::At(39.36),
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

/// A range that the user set is used, and other ranges follow the price year.
#[test]
fn ranges() {
    let mut inputs = Preset::Brochure.inputs();
    inputs.set_range(CLIENTS, Range { shape: Shape::Uniform, low: 10.0, high: 40.0 });
    assert_eq!(switching_inputs(&inputs), [CLIENTS]);
    let later = Preset::Prijspeil2025.inputs();
    let expected = 40_000.0 * crate::model::price::factor(2025);
    assert!((switching_value(&later, HOUSING).range.unwrap().0 - expected).abs() < 1e-9);
}

/// Checks that every input that changes the saldo is listed, and that the saldo is
/// zero at its switching value.
#[test]
fn every_input_that_changes_the_saldo_is_listed() {
    for preset in Preset::ALL {
        for basis in [CostBasis::Begroting, CostBasis::Kengetal] {
            let mut inputs = preset.inputs();
            inputs.basis = basis;
            let saldo_inputs = saldo_inputs(&inputs);
            for id in InputId::fixed() {
                let found = switching_value(&inputs, id);
                let (low, high) = id.definition().limits;
                let changes_saldo = [low, high].into_iter().any(|end| {
                    let mut other = inputs.clone();
                    other.set(id, end);
                    saldo(&other, Perspective::Partijen) != saldo(&inputs, Perspective::Partijen)
                });
                assert!(!changes_saldo || saldo_inputs.contains(&id), "{id:?}");
                if let RequiredValue::At(value) = found.required {
                    let mut changed = inputs.clone();
                    changed.set(id, value);
                    assert!(saldo(&changed, Perspective::Partijen).euros().abs() < 1e-3, "{id:?} at {value}");
                }
            }
        }
    }
}
