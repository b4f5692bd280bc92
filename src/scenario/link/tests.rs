use super::*;
use crate::model::Preset;
use crate::scenario::workspace::Workspace;

/// Links as people have sent them, one on a line, each after the JSON that it leads to.
const SENT_LINKS: &str = include_str!("../../../tests/links.txt");

fn scenario() -> Scenario {
    let text = r#"{"name":"Café ‘Ons’","base":"gunstig","values":{"fte":4.25},"counted":{"overlast":false}}"#;
    Scenario::parse(text).unwrap()
}

fn workspace() -> Workspace {
    let mut all = Workspace::single(scenario());
    all.add(Scenario::new(Preset::Voorzichtig));
    all.network.counts = vec![3, 7];
    all
}

/// Returns links in both forms, to one scenario and to all of a workspace.
fn links() -> [String; 4] {
    let (one, all) = (scenario().to_json(), workspace().to_json());
    [
        write_plain("delen", &one),
        write_plain("delen", &all),
        write("delen", &one).unwrap(),
        write("delen", &all).unwrap(),
    ]
}

/// Returns the content of a fragment whose link must be readable.
fn content(fragment: &str) -> ScenarioFile {
    read(fragment).content.unwrap_or_else(|| panic!("{fragment}")).unwrap_or_else(|_| panic!("{fragment}"))
}

#[test]
fn each_form_restores_scenarios_and_view() {
    let [one, all] = [ScenarioFile::One(scenario()), ScenarioFile::Workspace(workspace())];
    for (link, expected) in links().iter().zip([&one, &all, &one, &all]) {
        assert_eq!((read(link).view.as_str(), &content(link)), ("delen", expected), "{link}");
    }
}

#[test]
fn any_damage_is_noticed() {
    for whole in links() {
        for end in whole.find('/').unwrap() + 1..whole.len() {
            assert_eq!(read(&whole[..end]).content, Some(Err(LinkProblem::Damaged)), "cut at {end}");
        }
        for index in whole.find('/').unwrap() + 1..whole.len() {
            for letter in ["A", "B", ".", "3"] {
                let mut other = whole.clone();
                other.replace_range(index..=index, letter);
                let found = read(&other).content.unwrap();
                // The last bits of compressed data may mean nothing.
                let is_harmless = found.is_ok_and(|found| found == content(&whole));
                assert!(
                    is_harmless || read(&other).content.unwrap().is_err(),
                    "{letter} at {index}: {whole}"
                );
            }
        }
    }
}

#[test]
fn only_larger_versions_are_newer() {
    let [plain, .., compressed] = links();
    for (version, problem) in [
        ("3", LinkProblem::Newer),
        ("999", LinkProblem::Newer),
        ("0", LinkProblem::Damaged),
        ("01", LinkProblem::Damaged),
        ("1000", LinkProblem::Damaged),
        ("x", LinkProblem::Damaged),
        ("", LinkProblem::Damaged),
    ] {
        for link in [
            plain.replacen("/1.", &format!("/{version}."), 1),
            compressed.replacen("/2.", &format!("/{version}."), 1),
        ] {
            assert_eq!(read(&link).content, Some(Err(problem.clone())), "{link}");
        }
    }
    let newer = write("delen", r#"{"schema":3,"anders":1}"#).unwrap();
    assert_eq!(read(&newer).content, Some(Err(LinkProblem::Newer)));
    let invalid = write_plain("delen", r#"{"values":{"fte":-1}}"#);
    assert!(matches!(read(&invalid).content, Some(Err(LinkProblem::Invalid(_)))));
}

/// Checks the promise that links which people have sent stay readable: each line of the
/// file is the expected JSON and a link. A line is never changed or removed.
#[test]
fn links_of_before_are_readable() {
    for line in SENT_LINKS.lines() {
        let (json, link) = line.rsplit_once(' ').unwrap();
        let found = match content(link) {
            ScenarioFile::One(scenario) => scenario.to_json(),
            ScenarioFile::Workspace(workspace) => workspace.to_json(),
        };
        assert_eq!(found, json, "{link}");
    }
}

/// Returns the JSON of a scenario with a name, ten values of its own and five of them
/// marked as certain.
fn typical(name: &str, values: [f64; 10]) -> String {
    let ids = [
        "bezoekers",
        "fte",
        "vrijwilligers",
        "loonkosten-per-fte",
        "huisvesting",
        "activiteiten",
        "organisatie",
        "uitkeringen.aantal",
        "dagbesteding.aantal",
        "dagbesteding.bedrag",
    ];
    let list = |items: Vec<String>| items.join(",");
    let values = list(ids.iter().zip(values).map(|(id, value)| format!(r#""{id}":{value}"#)).collect());
    let sure: Vec<&str> = ids.into_iter().step_by(2).collect();
    let ranges = list(sure.iter().map(|id| format!(r#""{id}":{{"kind":"fixed"}}"#)).collect());
    let own = list(sure.iter().map(|id| format!(r#""{id}":"""#)).collect());
    let json = format!(
        r#"{{"name":"{name}","values":{{{values}}},"ranges":{{{ranges}}},"meta":{{"eigen":{{{own}}}}}}}"#
    );
    Scenario::parse(&json).unwrap().to_json()
}

#[test]
fn links_are_short() {
    let scenarios = [
        typical(
            "Zelfregiecentrum De Brug in Zwolle",
            [342.0, 2.85, 37.0, 52_350.0, 41_875.0, 18_250.0, 21_430.0, 3.5, 11.5, 7_345.0],
        ),
        typical(
            "Met een tweede locatie",
            [410.0, 3.4, 43.0, 52_350.0, 58_200.0, 24_600.0, 23_915.0, 5.0, 14.25, 7_345.0],
        ),
        typical(
            "Voorzichtige begroting 2027",
            [275.0, 2.1, 22.0, 49_900.0, 33_333.0, 12_345.0, 17_171.0, 2.25, 7.75, 6_890.0],
        ),
    ];
    for json in &scenarios {
        let length = write("vergelijken", json).unwrap().len();
        assert!(length <= 250, "{length} characters");
    }
    let all = format!(r#"{{"scenarios":[{}],"reference":0}}"#, scenarios.join(","));
    let length = write("vergelijken", &all).unwrap().len();
    assert!(length <= 900, "{length} characters");
}

#[test]
fn what_does_not_fit_is_refused_with_its_length() {
    // Text without repetitions, which cannot be compressed much.
    let mut number = 1_u32;
    let mut letter = || {
        number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + (number >> 24) as u8 % 26)
    };
    let text: String = (0..20_000).map(|_| letter()).collect();
    let json = format!(r#"{{"schema":2,"meta":{{"van":"{text}"}}}}"#);
    let LinkTooLong(length) = write("delen", &json).unwrap_err();
    assert!(length > MAX_LENGTH && length < 20_000, "{length}");
    assert_eq!(content(&write_plain("delen", &json)), ScenarioFile::One(Scenario::parse(&json).unwrap()));
    // A text of which a link would be short, but that is too long to be read.
    let long = format!(r#"{{"meta":{{"van":"{}"}}}}"#, "a".repeat(MAX_BYTES));
    assert!(write("delen", &long).is_err());
}
