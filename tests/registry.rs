//! The lists that everything else follows from: ids, defaults, ranges, words,
//! examples. A parameter or line that is only half there fails here.

use rekenmodel::api;
use rekenmodel::model::inputs::value_problem;
use rekenmodel::model::quantity::EuroPer;
use rekenmodel::model::{
    CostBasis, General, InputId, Line, LineField, Party, Preset, SavingKind, Status, evaluate, price,
};
use rekenmodel::text::{HelpText, ParameterText, catalogue};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const STATUSES: [Status; 5] =
    [Status::Brochure, Status::Derived, Status::Published, Status::Proposal, Status::Choice];

/// Inputs that move no figure, and why: `drempel` weighs the outcome, which
/// only a sentence says.
const MOVES_NO_FIGURE: [General; 1] = [General::Drempel];

fn name(id: InputId) -> String {
    id.fixed_id().expect("a fixed input has an id")
}

fn unique<T: Ord + std::fmt::Debug>(names: impl IntoIterator<Item = T>) {
    let mut seen = BTreeSet::new();
    for name in names {
        let shown = format!("{name:?}");
        assert!(seen.insert(name), "{shown} stands twice");
    }
}

#[test]
fn ids_are_unique_and_lead_back_to_their_input() {
    unique(InputId::fixed().map(name));
    unique(Line::ALL.map(Line::id));
    unique(LineField::ALL.map(LineField::id));
    unique(SavingKind::ALL.map(SavingKind::id));
    unique(Party::ALL.map(Party::id));
    unique(Preset::ALL.map(Preset::id));
    unique(CostBasis::ALL.map(CostBasis::id));
    for id in InputId::fixed() {
        let name = name(id);
        assert_eq!(InputId::from_fixed_id(&name), Some(id), "{name}");
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
        assert!(name.chars().all(plain), "{name} does not fit in a link");
    }
}

/// A line's file is named after it, and none lies beside the list.
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
fn defaults_and_ranges_lie_where_they_may() {
    for id in InputId::fixed() {
        let (name, definition) = (name(id), id.definition());
        let (low, high) = definition.limits;
        assert!(low < high && low.is_finite() && high.is_finite(), "{name}: limits");
        for year in price::BASE_YEAR..=price::LAST_YEAR {
            let factor = if definition.indexed { price::factor(year) } else { 1.0 };
            assert_eq!(value_problem(id, definition.default * factor), None, "{name}: default in {year}");
        }
        let Some((from, to)) = definition.plausible else { continue };
        assert!(from < to, "{name}: plausible range is none");
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

fn words(id: InputId) -> ParameterText {
    let text = catalogue();
    match id {
        InputId::General(general) => (text.general)(general),
        InputId::Line(line, LineField::Aantal) => (text.line)(line).aantal,
        InputId::Line(line, LineField::Bedrag) => (text.line)(line).bedrag,
        InputId::Line(_, part) | InputId::Own(_, part) => (text.line_field)(part),
    }
}

#[test]
fn everything_has_its_words() {
    let text = catalogue();
    let said = |what: String, words: &[&str]| {
        for word in words {
            assert!(!word.trim().is_empty(), "{what} lacks a word");
            assert_eq!(word.trim(), *word, "{what}: spaces around");
        }
    };
    let own = LineField::ALL.map(|part| InputId::Own(0, part));
    for id in InputId::fixed().chain(own) {
        let ParameterText { label, unit } = words(id);
        let HelpText { help, source } = text.input_help(id);
        said(format!("{id:?}"), &[label, unit, help, source, (text.status)(id.definition().status)]);
    }
    for line in Line::ALL {
        let line_text = (text.line)(line);
        said(format!("{line:?}"), &[line_text.label, line_text.what, line_text.one, line_text.many]);
    }
    unique(Line::ALL.map(|line| (text.line)(line).label));
    unique(General::ALL.map(|general| (text.general)(general).label));
    unique(STATUSES.map(text.status));
    for party in Party::ALL {
        said(format!("{party:?}"), &[(text.party)(party), (text.sentences.party_short)(party)]);
    }
    for preset in Preset::ALL {
        let (label, what) = (text.preset)(preset);
        said(format!("{preset:?}"), &[label, what]);
    }
    for kind in SavingKind::ALL {
        let (label, what) = (text.kind)(kind);
        said(format!("{kind:?}"), &[label, what]);
    }
}

/// A default that we only propose says so, and no other does.
#[test]
fn a_proposal_calls_itself_an_assumption() {
    for general in General::ALL {
        let source = catalogue().input_help(InputId::General(general)).source;
        let proposal = general.definition().status == Status::Proposal;
        assert_eq!(source.starts_with("Aanname"), proposal, "{}: {source}", general.id());
    }
}

fn examples() -> Vec<Value> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let read = |path: &Path| -> Value { serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap() };
    let mut all: Vec<Value> =
        fs::read_dir(tests.join("examples")).unwrap().map(|entry| read(&entry.unwrap().path())).collect();
    let Value::Array(cases) = read(&tests.join("reference/cases.json")) else { panic!("no list of cases") };
    all.extend(cases);
    all
}

/// An example where the line counts and is worth something, calculated apart.
#[test]
fn every_line_has_an_example() {
    let examples = examples();
    for line in Line::ALL {
        let shown = examples.iter().any(|example| {
            let savings = example["outcome"]["savings"].as_array().unwrap();
            savings.iter().any(|saving| {
                saving["id"] == line.id() && saving["counted"] == true && saving["net"].as_f64() != Some(0.0)
            })
        });
        assert!(shown, "no example counts {}", line.id());
    }
}

/// The figures of an outcome, apart from the lines themselves: a line that
/// reaches no sum would go unnoticed there.
fn sums(scenario: &Value) -> Option<Value> {
    let outcome = api::evaluate(&scenario.to_string()).ok()?;
    let Value::Object(mut outcome) = serde_json::from_str(&outcome).unwrap() else { panic!("no object") };
    outcome.remove("savings");
    outcome.remove("price_factor");
    Some(Value::Object(outcome))
}

/// Where every input has something to do: all lines count, and every share
/// leaves room for another.
fn bases() -> [Value; 2] {
    let mut values = Map::new();
    let counted: Map<String, Value> =
        Line::ALL.iter().map(|line| (line.id().to_owned(), json!(true))).collect();
    for id in InputId::fixed() {
        let value = match id {
            InputId::Line(_, LineField::Aantal) => 7.0,
            InputId::Line(_, LineField::Bedrag) | InputId::General(_) if !is_share_of_whole(id) => continue,
            _ => 0.25,
        };
        values.insert(name(id), json!(value));
    }
    let of = |basis: &str| {
        let mut values = values.clone();
        values.insert("kostenbasis".to_owned(), json!(basis));
        json!({ "values": values, "counted": counted })
    };
    [of("begroting"), of("kengetal")]
}

fn is_share_of_whole(id: InputId) -> bool {
    use General::{FinancieringGemeente, FinancieringRijk, FinancieringZorgverzekeraar};
    matches!(id, InputId::General(FinancieringGemeente | FinancieringRijk | FinancieringZorgverzekeraar))
}

/// Whether a scenario with another value for this input has other figures.
fn moves(id: InputId, base: &Value) -> bool {
    let before = sums(base).expect("the base is valid");
    let (low, high) = id.definition().limits;
    [low, high, 0.4, 2019.0].into_iter().any(|value| {
        let mut scenario = base.clone();
        scenario["values"][name(id)] = json!(value);
        sums(&scenario).is_some_and(|after| after != before)
    })
}

#[test]
fn every_input_moves_some_figure() {
    let bases = bases();
    for id in InputId::fixed() {
        let expected = !MOVES_NO_FIGURE.iter().any(|general| id == InputId::General(*general));
        assert_eq!(bases.iter().any(|base| moves(id, base)), expected, "{}", name(id));
    }
    assert_ne!(sums(&bases[0]), sums(&bases[1]), "kostenbasis");
}

/// What moves no figure says something: whether it makes up for the gap, which
/// is € 292 per visitor.
#[test]
fn drempel_moves_the_sentence_of_the_weighing() {
    let outcome = evaluate(&Preset::Brochure.inputs());
    let said = |euros: f64| {
        let sentence = (catalogue().sentences.drempel)(EuroPer::new(euros), &outcome);
        sentence.chars().filter(|c| !c.is_ascii_digit()).collect::<String>()
    };
    unique([said(0.0), said(291.0), said(292.0)]);
    assert_eq!(said(292.0), said(293.0));
}
