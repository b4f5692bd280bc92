//! Counts of one's own centre equal the reference on all its scenarios.

mod common;

use rekenmodel::model::{General, Shape};
use rekenmodel::scenario::Scenario;
use rekenmodel::scenario::counts::CountMethod;
use serde_json::Value;

#[test]
fn counts_of_the_reference() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("reference/counts.json")).unwrap();
    assert!(cases.len() >= 100, "{} cases", cases.len());
    for case in &cases {
        let name = case["name"].as_str().unwrap();
        let scenario = Scenario::parse(&case["scenario"].to_string());
        let scenario = scenario.unwrap_or_else(|issues| panic!("{name}: {issues:?}"));
        let method = CountMethod::ALL.into_iter().find(|method| case["count"] == method.id()).unwrap();
        let counted = method.apply(&scenario);
        assert_eq!(counted.issues(), [], "{name}");
        let (before, after) = (scenario.inputs(), counted.inputs());
        // Effects only: inputs of which the user is sure and all general ones stay.
        assert!(
            General::ALL.iter().all(|general| before.general(*general) == after.general(*general)),
            "{name}"
        );
        assert_eq!((before.basis, &before.plan), (after.basis, &after.plan), "{name}");
        for (id, range) in before.ranges.iter().filter(|(_, range)| range.shape == Shape::Fixed) {
            assert_eq!(before.get(*id), after.get(*id), "{name}: {range:?}");
        }
        if method != CountMethod::Gunstig {
            assert_eq!(method.apply(&counted), counted, "{name}: counted twice");
        }
        let counted: Value = serde_json::from_str(&counted.to_json()).unwrap();
        common::assert_outcome(name, &counted, &case["outcome"]);
    }
}
