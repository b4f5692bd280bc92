//! Files of several scenarios, read and written.

use super::*;
use crate::model::Preset;

/// Returns the fields of all issues of a text.
fn issue_fields(text: &str) -> Vec<String> {
    ScenarioFile::parse(text).unwrap_err().into_iter().map(|issue| issue.field).collect()
}

#[test]
fn a_written_workspace_is_read_back() {
    let all = Preset::ALL.map(Scenario::new);
    let network = NetworkComposition {
        counts: vec![31, 0, 2, 0, 5],
        inhabitants: Some(17_000_000.0),
        correlated: true,
    };
    let mut workspace = Workspace { scenarios: all.into(), reference: 2, shown: 3, network };
    workspace.scenarios[1].name = "Café “’t Huis” \\ \n".to_owned();
    workspace.scenarios[2].meta = Some(r#"{"van":"ons"}"#.to_owned());
    assert_eq!(ScenarioFile::parse(&workspace.to_json()), Ok(ScenarioFile::Workspace(workspace)));
    let one = Scenario::new(Preset::Gunstig);
    assert_eq!(ScenarioFile::parse(&one.to_json()), Ok(ScenarioFile::One(one)));
}

#[test]
fn problems_name_the_scenario_and_the_field() {
    let text = r#"{"scenarios":[{},{"name":"Ons centrum","values":{"bezoekers":0,"onzin":1}},3]}"#;
    let expected = [
        "scenarios[1] Ons centrum: bezoekers",
        "scenarios[1] Ons centrum: onzin",
        "scenarios[2]: scenarios[2]",
    ];
    assert_eq!(issue_fields(text), expected);
    let sum = r#"{"scenarios":[{"values":{"financiering.rijk":0.5}}]}"#;
    let fields = issue_fields(sum);
    assert!(fields[0].starts_with("scenarios[0]: financiering.gemeente + "), "{fields:?}");
}

#[test]
fn the_fields_of_a_workspace_are_checked() {
    let thirteen = format!(r#"{{"scenarios":[{}]}}"#, ["{}"; 13].join(","));
    for (text, field) in [
        (r#"{"scenarios":[]}"#, "scenarios"),
        (r#"{"scenarios":{}}"#, "scenarios"),
        (&*thirteen, "scenarios"),
        (r#"{"scenarios":[{}],"reference":1}"#, "reference"),
        (r#"{"reference":0.5,"scenarios":[{},{}]}"#, "reference"),
        (r#"{"scenarios":[{}],"shown":-1}"#, "shown"),
        (r#"{"scenarios":[{}],"values":{}}"#, "values"),
        (r#"{"scenarios":[{}],"network":{"counts":[1,2]}}"#, "network.counts.length"),
        (r#"{"scenarios":[{}],"network":{"counts":[1.5]}}"#, "network.counts[0]"),
        (r#"{"scenarios":[{}],"network":{"counts":[10001]}}"#, "network.counts[0]"),
        (r#"{"scenarios":[{}],"network":{"inhabitants":0}}"#, "network.inhabitants"),
        (r#"{"scenarios":[{}],"network":{"together":1}}"#, "network.together"),
        (r#"{"scenarios":[{}],"network":{"onzin":1}}"#, "network.onzin"),
        (r#"{"schema":3,"scenarios":[{}]}"#, "schema"),
        (r#"{"scenarios":[{}],"scenarios":[{}]}"#, "scenarios"),
    ] {
        assert_eq!(issue_fields(text)[0], field, "{text}");
    }
    assert!(ScenarioFile::parse("[").is_err() && ScenarioFile::parse("3").is_err());
}
