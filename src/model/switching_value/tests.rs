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

/// Scenarios in which each perspective has another saldo, with a line of each kind that counts.
const SCENARIOS: [&str; 4] = [
    r#"{"base":"gunstig","counted":{"kwaliteit-van-leven":true},"values":{"kwaliteit-van-leven.aantal":2,"inwoners-gemeente":20000,"financiering.gemeente":0.6,"dagbesteding.verzilverbaar":0.5,"uitkeringen.gemeente":0.4,"uitkeringen.rijk":0.2}}"#,
    r#"{"values":{"uitkeringen.aantal":-3,"inwoners-gemeente":50000}}"#,
    r#"{"base":"voorzichtig","custom":[{"id":"c1","side":"saving","label":"x","kind":"overdracht","quantity":3,"amount":900},{"id":"c2","side":"saving","label":"x","kind":"welvaart","quantity":3,"amount":900},{"id":"c3","side":"cost","label":"x","quantity":3,"amount":900}]}"#,
    r#"{"values":{"financiering.gemeente":0},"plan":[{"party":"gemeente","amount":90000},{"party":"gemeente","share":0.3,"until":2}]}"#,
];

/// Returns the presets and the scenarios, in every perspective and with both bases of costs.
fn cases() -> Vec<Inputs> {
    let scenarios = SCENARIOS.map(|text| crate::scenario::Scenario::parse(text).unwrap().inputs());
    let all: Vec<Inputs> = Preset::ALL.map(|preset| preset.inputs()).into_iter().chain(scenarios).collect();
    let mut cases = Vec::new();
    for basis in [CostBasis::Begroting, CostBasis::Kengetal] {
        for perspective in Perspective::ALL {
            cases.extend(all.iter().cloned().map(|mut inputs| {
                (inputs.basis, inputs.perspective) = (basis, perspective);
                inputs
            }));
        }
    }
    cases
}

/// Checks that every input that changes the saldo of the perspective is listed, and that this
/// saldo is zero at its switching value.
#[test]
fn every_input_that_changes_the_saldo_is_listed() {
    let mut values = 0;
    for inputs in cases() {
        let saldo_inputs = saldo_inputs(&inputs);
        let saldo = |inputs: &Inputs| saldo(inputs, inputs.perspective);
        for id in inputs.ids() {
            let found = switching_value(&inputs, id);
            let (low, high) = id.definition().limits;
            let changes_saldo = [low, high, 17_000.0].into_iter().any(|end| {
                let mut other = inputs.clone();
                other.set(id, end.min(high));
                saldo(&other) != saldo(&inputs)
            });
            assert!(!changes_saldo || saldo_inputs.contains(&id), "{:?}: {id:?}", inputs.perspective);
            if let RequiredValue::At(value) = found.required {
                let mut changed = inputs.clone();
                changed.set(id, value);
                assert!(saldo(&changed).euros().abs() < 1e-3, "{:?}: {id:?} at {value}", inputs.perspective);
                assert!(changed.issues(|_| String::new()).is_empty(), "{id:?} at {value}");
                values += 1;
            }
        }
    }
    assert!(values > 300, "only {values} switching values");
}
