//! Compares the results of the simulation with those stored in `tests/golden`, so that
//! any change is noticed, if only of the last bit. `tests/node/simulation.test.mjs`
//! compares the wasm module with the same files.
//!
//! `UPDATE_GOLDEN=1 cargo test --test golden` writes the files again. Then the
//! CHANGELOG must say so, since the charts of every user change a little.

use rekenmodel::api;
use std::path::PathBuf;

/// A golden file: a scenario as JSON, and the JSON texts that `simulate` and `sensitivity`
/// return for it.
#[derive(serde::Serialize, serde::Deserialize, PartialEq, Debug)]
struct Golden {
    scenario: String,
    simulate: String,
    sensitivity: String,
}

/// Name, which is part of the file name, and JSON of each scenario.
const SCENARIOS: [(&str, &str); 7] = [
    ("brochure", "{}"),
    (
        "gunstig",
        r#"{"base":"gunstig","values":{"drempel":220,"samenhang":1,"kans-geen-effect":0},"simulation":{"draws":140003,"seed":9007199254740991}}"#,
    ),
    (
        "schade",
        r#"{"values":{"drempel":300,"dagbesteding.aantal":4},"ranges":{"dagbesteding.aantal":{"low":-12,"high":20},"uitkeringen.aantal":{"kind":"uniform","low":-6,"high":9},"uitkeringen.bedrag":{"kind":"triangular","low":-9000,"high":16000}},"simulation":{"draws":20001,"seed":0}}"#,
    ),
    (
        "eigen-regels",
        r#"{"base":"voorzichtig","values":{"horizon":20,"kostenbasis":"kengetal","prijspeil":2024,"kostenstijging":0.01,"samenhang":0},"ranges":{"c1.aantal":{"low":1,"high":9},"c1.verzilverbaar":{"kind":"triangular","low":0,"high":1},"c2.bedrag":{"kind":"uniform","low":-500,"high":9000}},"custom":[{"id":"c1","side":"saving","quantity":3,"amount":2500,"autonoom":0.1,"parties":{"gemeente":0.4}},{"id":"c2","side":"cost","quantity":2,"amount":4000}],"simulation":{"draws":1002,"seed":1}}"#,
    ),
    (
        "gemeente",
        r#"{"values":{"perspectief":"gemeente","inwoners-gemeente":22000,"fase":"nieuw","horizon":6,"uitkeringen.gemeente":0.8,"drempel":300,"kans-geen-effect":0.2},"plan":[{"party":"gemeente","share":0.5},{"party":"gemeente","amount":50000,"until":3}],"simulation":{"draws":30000,"seed":4}}"#,
    ),
    (
        "pm-getrokken",
        r#"{"values":{"perspectief":"samenleving","bezoekers":300,"drempel":250},"ranges":{"c1.aantal":{"low":0,"high":4}},"custom":[{"id":"c1","side":"saving","kind":"welvaart","counted":false,"quantity":1,"amount":900}],"simulation":{"draws":25003,"seed":5,"pm":"trekken"}}"#,
    ),
    (
        "groot",
        r#"{"ranges":{"c1.aantal":{"low":-1000000000,"high":1000000000},"c1.bedrag":{"kind":"uniform","low":-1000000000,"high":1000000000}},"custom":[{"id":"c1","side":"saving","quantity":1000000000,"amount":1000000000},{"id":"c2","side":"cost","quantity":1000000000,"amount":1000000000}],"simulation":{"draws":10000}}"#,
    ),
];

#[test]
fn simulations_have_not_changed_by_a_bit() {
    for (name, scenario) in SCENARIOS {
        let found = Golden {
            scenario: scenario.to_owned(),
            simulate: api::simulate(scenario).unwrap(),
            sensitivity: api::sensitivity(scenario).unwrap(),
        };
        // A figure that is not a number would be one as well.
        let nulls =
            ["\"effect\":null", "\"no_effect\":null", "\"share_below_point\":null", "\"drempel80\":null"];
        let rest = nulls.iter().fold(found.simulate.clone(), |text, null| text.replace(null, ""));
        assert!(!rest.contains("null") && !rest.contains("-0.0,"), "{name}");
        let path = PathBuf::from(format!("tests/golden/simulation-{name}.json"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, serde_json::to_string_pretty(&found).unwrap() + "\n").unwrap();
        }
        let golden: Golden = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        assert!(
            golden == found,
            "{name} has changed: {}",
            first_difference(&golden.simulate, &found.simulate)
        );
    }
}

/// Returns an excerpt of either text around the first byte that differs.
fn first_difference(a: &str, b: &str) -> String {
    let index = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let excerpt = |text: &str| text[index.saturating_sub(60)..(index + 30).min(text.len())].to_owned();
    format!("{}\n{}", excerpt(a), excerpt(b))
}
