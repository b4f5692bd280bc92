//! The outcomes of `evaluate` against those of the independent reference in
//! `tests/reference`: a test for each worked example in `tests/examples`, one for the
//! random scenarios, and one for random scenarios with a dekkingsplan.

mod common;

use serde_json::Value;

macro_rules! examples {
    ($($test:ident: $file:literal,)*) => {
        /// The files that have a test.
        const FILES: &[&str] = &[$($file),*];

        $(
            #[test]
            fn $test() {
                let example: Value = serde_json::from_str(include_str!(concat!("examples/", $file))).unwrap();
                common::assert_outcome($file, &example["scenario"], &example["outcome"]);
            }
        )*
    };
}

examples! {
    brochure: "brochure.json",
    prijspeil_2025: "prijspeil-2025.json",
    voorzichtig: "voorzichtig.json",
    gunstig: "gunstig.json",
    eigen_regels: "eigen-regels.json",
    kengetal_groot: "kengetal-groot.json",
    dekkingsplan: "dekkingsplan.json",
    geen_effect: "geen-effect.json",
    prijspeil_2027: "prijspeil-2027.json",
    bestaand_klein_gemeente: "bestaand-klein-gemeente.json",
    nieuw_klein_gemeente: "nieuw-klein-gemeente.json",
    samenleving_perspectief: "samenleving-perspectief.json",
    versie_1: "versie-1.json",
}

#[test]
fn every_example_file_has_a_test() {
    for entry in std::fs::read_dir("tests/examples").unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(FILES.contains(&name.as_str()), "add {name} to the list above");
    }
}

#[test]
fn random_scenarios_of_the_reference() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("reference/cases.json")).unwrap();
    assert!(cases.len() >= 400);
    for case in &cases {
        common::assert_outcome(case["name"].as_str().unwrap(), &case["scenario"], &case["outcome"]);
    }
}

#[test]
fn scenarios_of_the_reference_with_a_plan() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("reference/plans.json")).unwrap();
    assert!(cases.len() >= 120);
    for case in &cases {
        common::assert_outcome(case["name"].as_str().unwrap(), &case["scenario"], &case["outcome"]);
    }
}

/// `overig` pays the remaining share of the costs. Where the others pay 0.1, 0.2 and 0.7,
/// that is zero, though 1 − 0.1 − 0.2 − 0.7 is not zero in floating point.
#[test]
fn a_remaining_share_that_is_only_rounding_is_exactly_zero() {
    let text = r#"{"values":{"financiering.gemeente":0.1,"financiering.rijk":0.2,"financiering.zorgverzekeraar":0.7}}"#;
    let outcome: Value = serde_json::from_str(&rekenmodel::api::evaluate(text).unwrap()).unwrap();
    assert_eq!(outcome["parties"]["overig"]["costs"], 0.0);
}
