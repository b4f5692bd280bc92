//! The worked examples, calculated apart from the product: a test each, and
//! the random scenarios, with a plan and without, from the reference in tests/reference.

mod common;

use serde_json::Value;

macro_rules! examples {
    ($($test:ident: $file:literal,)*) => {$(
        #[test]
        fn $test() {
            let example: Value = serde_json::from_str(include_str!(concat!("examples/", $file))).unwrap();
            common::check($file, &example["scenario"], &example["outcome"]);
        }
    )*};
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
    let count = std::fs::read_dir("tests/examples").unwrap().count();
    assert_eq!(count, 13, "add the new example to the list above");
}

#[test]
fn random_scenarios_of_the_reference() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("reference/cases.json")).unwrap();
    assert!(cases.len() >= 400);
    for case in &cases {
        common::check(case["name"].as_str().unwrap(), &case["scenario"], &case["outcome"]);
    }
}

#[test]
fn scenarios_of_the_reference_with_a_plan() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("reference/plans.json")).unwrap();
    assert!(cases.len() >= 120);
    for case in &cases {
        common::check(case["name"].as_str().unwrap(), &case["scenario"], &case["outcome"]);
    }
}

/// The whole rest, and no rounding of it: 0.1 + 0.2 + 0.7 leaves nothing.
#[test]
fn a_rest_that_is_only_rounding_is_exactly_nothing() {
    let text = r#"{"values":{"financiering.gemeente":0.1,"financiering.rijk":0.2,"financiering.zorgverzekeraar":0.7}}"#;
    let outcome: Value = serde_json::from_str(&rekenmodel::api::evaluate(text).unwrap()).unwrap();
    assert_eq!(outcome["parties"]["overig"]["costs"], 0.0);
}
