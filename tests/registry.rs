//! Checks the lists of parameters and saving lines for completeness. Every entry has a
//! unique id, a valid default and range, and texts; every line has an example; every input
//! but those of [`INPUTS_WITHOUT_EFFECT`] changes a total of the outcome. An entry that was
//! added only partly fails here.

use rekenmodel::api;
use rekenmodel::model::inputs::value_problem;
use rekenmodel::model::quantity::EuroPer;
use rekenmodel::model::{
    CostBasis, General, InputId, Line, LineField, Party, Perspective, Preset, SavingKind, Status, evaluate,
    price,
};
use rekenmodel::text::{HelpText, ParameterText, catalogue};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const STATUSES: [Status; 5] =
    [Status::Brochure, Status::Derived, Status::Published, Status::Proposal, Status::Choice];

/// Inputs that change no figure of the outcome. The drempel only changes the sentence that
/// compares it with the gap per visitor; the others are about the draws of the simulation.
const INPUTS_WITHOUT_EFFECT: [General; 3] = [General::Drempel, General::Samenhang, General::KansGeenEffect];

fn id_of(id: InputId) -> String {
    id.fixed_id().expect("a fixed input has an id")
}

fn assert_unique<T: Ord + std::fmt::Debug>(values: impl IntoIterator<Item = T>) {
    let mut seen = BTreeSet::new();
    for value in values {
        let text = format!("{value:?}");
        assert!(seen.insert(value), "{text} occurs twice");
    }
}

#[test]
fn ids_are_unique_and_lead_back_to_their_input() {
    assert_unique(InputId::fixed().map(id_of));
    assert_unique(Line::ALL.map(Line::id));
    assert_unique(LineField::ALL.map(LineField::id));
    assert_unique(SavingKind::ALL.map(SavingKind::id));
    assert_unique(Party::ALL.map(Party::id));
    assert_unique(Preset::ALL.map(Preset::id));
    assert_unique(CostBasis::ALL.map(CostBasis::id));
    for id in InputId::fixed() {
        let name = id_of(id);
        assert_eq!(InputId::from_fixed_id(&name), Some(id), "{name}");
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
        assert!(name.chars().all(plain), "{name} does not fit in a link");
    }
}

/// Each saving line has a file in `src/model/lines` that is named after its id, and the
/// folder has no other files.
#[test]
fn every_line_has_a_file_and_every_file_a_row() {
    let mut listed: Vec<String> = Line::ALL.map(|line| format!("{}.rs", line.id().replace('-', "_"))).into();
    listed.sort();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/model/lines");
    let mut files: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    assert_eq!(listed, files);
}

#[test]
fn defaults_and_ranges_are_within_the_limits() {
    for id in InputId::fixed() {
        let (name, definition) = (id_of(id), id.definition());
        let (low, high) = definition.limits;
        assert!(low < high && low.is_finite() && high.is_finite(), "{name}: limits");
        for year in price::BASE_YEAR..=price::LAST_YEAR {
            let factor = if definition.indexed { price::factor(year) } else { 1.0 };
            assert_eq!(value_problem(id, definition.default * factor), None, "{name}: default in {year}");
        }
        let Some((from, to)) = definition.plausible else { continue };
        assert!(from < to, "{name}: plausible range is empty");
        assert!(low <= from && to <= high, "{name}: plausible range outside limits");
        assert!((from..=to).contains(&definition.default), "{name}: default outside plausible range");
        assert!(definition.may_vary, "{name}: has a range and may not vary");
    }
    for preset in Preset::ALL {
        for year in price::BASE_YEAR..=price::LAST_YEAR {
            assert_eq!(
                preset.inputs_in(year).issues(|value| value.to_string()),
                [],
                "{} in {year}",
                preset.id()
            );
        }
    }
}

/// Returns the label and unit of an input.
fn parameter_text(id: InputId) -> ParameterText {
    let text = catalogue();
    match id {
        InputId::General(general) => (text.general)(general, Perspective::Partijen),
        InputId::Line(line, LineField::Aantal) => (text.line)(line).aantal,
        InputId::Line(line, LineField::Bedrag) => (text.line)(line).bedrag,
        InputId::Line(_, field) | InputId::Own(_, field) => (text.line_field)(field),
    }
}

#[test]
fn every_entry_has_its_texts() {
    let text = catalogue();
    let check_texts = |entry: String, texts: &[&str]| {
        for text in texts {
            assert!(!text.trim().is_empty(), "{entry} lacks a text");
            assert_eq!(text.trim(), *text, "{entry}: spaces around");
        }
    };
    let own = LineField::ALL.map(|field| InputId::Own(0, field));
    for id in InputId::fixed().chain(own) {
        let ParameterText { label, unit } = parameter_text(id);
        let HelpText { help, source } = text.input_help(id);
        check_texts(format!("{id:?}"), &[label, unit, help, source, (text.status)(id.definition().status)]);
    }
    for line in Line::ALL {
        let line_text = (text.line)(line);
        check_texts(format!("{line:?}"), &[line_text.label, line_text.what, line_text.one, line_text.many]);
    }
    assert_unique(Line::ALL.map(|line| (text.line)(line).label));
    assert_unique(General::ALL.map(|general| (text.general)(general, Perspective::Partijen).label));
    assert_unique(STATUSES.map(text.status));
    for party in Party::ALL {
        check_texts(
            format!("{party:?}"),
            &[(text.party)(party), (text.result_sentences().party_short)(party)],
        );
    }
    for preset in Preset::ALL {
        let (label, what) = (text.preset)(preset);
        check_texts(format!("{preset:?}"), &[label, what]);
    }
    for kind in SavingKind::ALL {
        let (label, what) = (text.kind)(kind);
        check_texts(format!("{kind:?}"), &[label, what]);
    }
}

/// The source of a default that is our own proposal calls it an assumption ('Aanname'),
/// and no other source does.
#[test]
fn only_proposals_are_called_assumptions() {
    for general in General::ALL {
        let source = catalogue().input_help(InputId::General(general)).source;
        let proposal = general.definition().status == Status::Proposal;
        assert_eq!(source.starts_with("Aanname"), proposal, "{}: {source}", general.id());
    }
}

/// Returns the worked examples and the random scenarios, all with an outcome of the reference.
fn examples() -> Vec<Value> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let read = |path: &Path| -> Value { serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap() };
    let mut all: Vec<Value> =
        fs::read_dir(tests.join("examples")).unwrap().map(|entry| read(&entry.unwrap().path())).collect();
    let Value::Array(cases) = read(&tests.join("reference/cases.json")) else { panic!("no list of cases") };
    all.extend(cases);
    all
}

/// For each saving line there is an example, with an outcome of the reference, in which
/// the line counts and its amount is not zero.
#[test]
fn every_line_has_an_example() {
    let examples = examples();
    for line in Line::ALL {
        let has_example = examples.iter().any(|example| {
            let savings = example["outcome"]["savings"].as_array().unwrap();
            savings.iter().any(|saving| {
                saving["id"] == line.id() && saving["counted"] == true && saving["net"].as_f64() != Some(0.0)
            })
        });
        assert!(has_example, "no example counts {}", line.id());
    }
}

/// Returns the outcome without the figures of single saving lines and without the price
/// factor; `None` if the scenario is invalid. They are left out so that an input that changes
/// only its own line counts as one without effect.
fn totals(scenario: &Value) -> Option<Value> {
    let outcome = api::evaluate(&scenario.to_string()).ok()?;
    let Value::Object(mut outcome) = serde_json::from_str(&outcome).unwrap() else { panic!("no object") };
    outcome.remove("savings");
    outcome.remove("price_factor");
    Some(Value::Object(outcome))
}

/// Returns two scenarios, one for each `kostenbasis`, so that every input that can change a
/// figure does so in one of them. All lines count, with 7 units each. Their shares and the
/// shares of financing are a quarter. The initiative is new, and prices are those of a year
/// in which inflation is only expected. The other inputs have their defaults.
fn base_scenarios() -> [Value; 2] {
    let mut values = Map::new();
    let counted: Map<String, Value> =
        Line::ALL.iter().map(|line| (line.id().to_owned(), json!(true))).collect();
    for id in InputId::fixed() {
        let value = match id {
            InputId::Line(_, LineField::Aantal) => 7.0,
            InputId::Line(_, LineField::Bedrag) => continue,
            InputId::General(_) if !is_financing_share(id) => continue,
            _ => 0.25,
        };
        values.insert(id_of(id), json!(value));
    }
    let with_basis = |basis: &str| {
        let mut values = values.clone();
        values.insert("kostenbasis".to_owned(), json!(basis));
        values.insert("fase".to_owned(), json!("nieuw"));
        values.insert("prijspeil".to_owned(), json!(2027));
        json!({ "values": values, "counted": counted })
    };
    [with_basis("begroting"), with_basis("kengetal")]
}

fn is_financing_share(id: InputId) -> bool {
    use General::{FinancieringGemeente, FinancieringRijk, FinancieringZorgverzekeraar};
    matches!(id, InputId::General(FinancieringGemeente | FinancieringRijk | FinancieringZorgverzekeraar))
}

/// Whether some other value of this input changes a total of the scenario.
fn has_effect(id: InputId, base: &Value) -> bool {
    let before = totals(base).expect("the base is valid");
    let (low, high) = id.definition().limits;
    // A limit may be the input's value already, or be invalid together with other values; 0.4 is
    // another value of a share, and 2019 of the price year.
    [low, high, 0.4, 2019.0].into_iter().any(|value| {
        let mut scenario = base.clone();
        scenario["values"][id_of(id)] = json!(value);
        totals(&scenario).is_some_and(|after| after != before)
    })
}

#[test]
fn every_input_changes_some_total() {
    let bases = base_scenarios();
    for id in InputId::fixed() {
        let expected = !INPUTS_WITHOUT_EFFECT.iter().any(|general| id == InputId::General(*general));
        assert_eq!(bases.iter().any(|base| has_effect(id, base)), expected, "{}", id_of(id));
    }
    assert_ne!(totals(&bases[0]), totals(&bases[1]), "kostenbasis");
}

/// The drempel changes no figure, but the sentence that compares it with the gap per
/// visitor, € 292 in the brochure: zero, below the gap, or at least the gap.
#[test]
fn the_drempel_changes_the_sentence_that_weighs_the_gap() {
    let outcome = evaluate(&Preset::Brochure.inputs());
    let sentence_for = |euros: f64| {
        let sentence =
            (catalogue().result_sentences().drempel)(EuroPer::new(euros), &outcome, Perspective::Partijen);
        sentence.chars().filter(|c| !c.is_ascii_digit()).collect::<String>()
    };
    assert_unique([sentence_for(0.0), sentence_for(291.0), sentence_for(292.0)]);
    assert_eq!(sentence_for(292.0), sentence_for(293.0));
}
