//! Helpers fill in inputs, and their answers are stored with the scenario.

use super::*;
use crate::model::{General, Line, LineField, evaluate};
use crate::scenario::link;
use crate::scenario::workspace::ScenarioFile;
use proptest::prelude::*;

const PEOPLE: InputId = InputId::Line(Line::Uitkeringen, LineField::Aantal);

/// Returns answers with these numbers.
fn with_numbers(mut answers: HelperAnswers, numbers: &[(NumberQuestion, f64)]) -> HelperAnswers {
    for (question, number) in numbers {
        assert!(answers.set(*question, Answer::Given(*number)));
    }
    answers
}

fn benefits() -> HelperAnswers {
    let to_work = HelperAnswers { exit_kind: Answer::Given(ExitKind::ToWork), ..HelperAnswers::default() };
    let numbers = [
        (NumberQuestion::Exits, 4.0),
        (NumberQuestion::StillOff, 0.7),
        (NumberQuestion::LeaveAnyway, 0.084),
        (NumberQuestion::YearsInOperation, 2.0),
    ];
    with_numbers(to_work, &numbers)
}

/// Two years: 4.22 people, deadweight included.
#[test]
fn person_years_fix_what_would_have_happened_anyway() {
    let mut scenario = Scenario::parse(r#"{"values":{"uitkeringen.autonoom":0.4}}"#).unwrap();
    assert!(Helper::Benefits.apply(&benefits(), &mut scenario));
    assert!((scenario.inputs().get(PEOPLE) - 4.220_894_827_978).abs() < 1e-9);
    assert_eq!(scenario.values[&InputId::Line(Line::Uitkeringen, LineField::Autonoom)], 0.0);
    assert_eq!(scenario.ranges.get("uitkeringen.autonoom"), Some(&Range::fixed(0.0)));
    assert_eq!(scenario.issues(), []);
    // Opened again, by file and by link.
    let file = Scenario::parse(&scenario.to_json()).unwrap();
    let link = link::write("centrum", &scenario.to_json()).unwrap();
    let Some(Ok(ScenarioFile::One(linked))) = link::read(&link).content else { panic!("{link}") };
    for kept in [file, linked] {
        assert_eq!(kept, scenario);
        assert_eq!(HelperAnswers::read(kept.meta.as_deref()), benefits());
    }
}

#[test]
fn weet_ik_niet_fills_in_nothing_and_is_kept() {
    let mut unknown = benefits();
    assert!(unknown.set(NumberQuestion::LeaveAnyway, Answer::Unknown));
    let mut without_kind = benefits();
    without_kind.exit_kind = Answer::Unknown;
    let open = HelperAnswers::default();
    for answers in [unknown, without_kind, open] {
        let mut scenario = Scenario::parse("{}").unwrap();
        for helper in Helper::ALL {
            assert!(!helper.apply(&answers, &mut scenario), "{helper:?}");
        }
        assert_eq!(HelperAnswers::read(scenario.meta.as_deref()), answers);
        assert_eq!((scenario.values.len(), scenario.ranges.len()), (0, 0));
    }
}

/// By hand: 10 people × (4 × 40 × € 50 − 12 × € 20) = 10 × € 7,760, of which 8 in
/// a group that closes; € 50,000 and 30% more.
#[test]
fn the_other_helpers() {
    let groups = HelperAnswers { purchase: Answer::Given(PurchaseForm::Groups), ..HelperAnswers::default() };
    let numbers = [
        (NumberQuestion::DayCarePeople, 10.0),
        (NumberQuestion::DagdelenPerWeek, 4.0),
        (NumberQuestion::WeeksPerYear, 40.0),
        (NumberQuestion::PricePerDagdeel, 50.0),
        (NumberQuestion::OwnContribution, 20.0),
        (NumberQuestion::GroupSize, 8.0),
        (NumberQuestion::Salary, 50_000.0),
        (NumberQuestion::Surcharge, 0.3),
    ];
    let mut answers = with_numbers(groups, &numbers);
    let mut scenario = Scenario::parse("{}").unwrap();
    for helper in [Helper::DayCare, Helper::WageCost, Helper::Purchase] {
        assert!(helper.apply(&answers, &mut scenario), "{helper:?}");
    }
    let outcome = evaluate(&scenario.inputs());
    let saving = &outcome.savings[Line::Dagbesteding as usize];
    assert!(
        (saving.net.euros() - 77_600.0).abs() < 1e-9 && (saving.cashable.euros() - 62_080.0).abs() < 1e-9
    );
    assert_eq!(scenario.inputs().general(General::LoonkostenPerFte), 65_000.0);
    for (form, share) in [(PurchaseForm::PerDagdeel, 1.0), (PurchaseForm::FixedSum, 0.0)] {
        answers.purchase = Answer::Given(form);
        let filled = Helper::Purchase.filled_values(&answers, &scenario.inputs()).unwrap();
        assert_eq!(filled[0].value, share, "{form:?}");
    }
}

#[test]
fn hostile_answers_are_ignored_and_stay() {
    let hostile = r#"{"hulpvragen":{"uitkeringen.uitstroom":-1,"uitkeringen.blijft-uit":1e999,"uitkeringen.zonder-ons":"0.1","uitkeringen.jaren-open":2.5,"uitkeringen.telt":"x","dagbesteding.inkoop":7,"later":[1]},"x":1}"#;
    let read = HelperAnswers::read(Some(hostile));
    assert_eq!(read, HelperAnswers::default());
    assert_eq!(read.write(Some(hostile)).as_deref(), Some(hostile));
    let mut one = read;
    assert!(one.set(NumberQuestion::Exits, Answer::Given(4.0)));
    let written = one.write(Some(hostile)).unwrap();
    assert_eq!(written, hostile.replace("-1", "4"));
    for other in ["[1]", "null", "\"x\"", "{}"] {
        let meta = format!(r#"{{"hulpvragen":{other}}}"#);
        assert_eq!(HelperAnswers::read(Some(&meta)), HelperAnswers::default());
        let written = benefits().write(Some(&meta));
        assert_eq!(HelperAnswers::read(written.as_deref()), benefits());
    }
    let long = format!(r#"{{"hulpvragen":{{"uitkeringen.uitstroom":4,"x":"{}"}}}}"#, "x".repeat(5_000));
    assert_eq!(HelperAnswers::read(Some(&long)), HelperAnswers::default());
    let mut answers = HelperAnswers::default();
    assert!(!answers.set(NumberQuestion::YearsInOperation, Answer::Given(0.0)));
    assert!(!answers.set(NumberQuestion::Exits, Answer::Given(f64::NAN)));
}

proptest! {
    /// All answers are read back as they were, and the values that are filled in are valid.
    #[test]
    fn answers_read_back_and_fill_in_valid_values(
        shares in prop::collection::vec(prop::option::of(0.0..=1.0_f64), NumberQuestion::ALL.len()),
        exit_kind in 0..3_usize, purchase in 0..4_usize, pad in any::<bool>(),
    ) {
        let mut answers = HelperAnswers {
            exit_kind: ExitKind::ALL.get(exit_kind).map_or(Answer::Unknown, |kind| Answer::Given(*kind)),
            purchase: PurchaseForm::ALL.get(purchase).map_or(Answer::Open, |form| Answer::Given(*form)),
            ..HelperAnswers::default()
        };
        for (question, share) in NumberQuestion::ALL.into_iter().zip(&shares) {
            let (low, high) = question.limits();
            let number = share.map(|share| low + share * (high - low));
            let number = number.map(|number| if question.is_whole() { number.round() } else { number });
            prop_assert!(answers.set(question, number.map_or(Answer::Unknown, Answer::Given)));
        }
        let mut scenario = Scenario::parse(if pad { r#"{"meta":{"x":[1]}}"# } else { "{}" }).unwrap();
        for helper in Helper::ALL {
            helper.apply(&answers, &mut scenario);
        }
        prop_assert_eq!(HelperAnswers::read(scenario.meta.as_deref()), answers);
        prop_assert_eq!(scenario.issues(), []);
    }
}
