//! Answers are kept, values are filled in as one step, and 'weet ik niet' fills in nothing.

use super::*;
use crate::model::{General, Line, LineField};
use crate::scenario::link;
use crate::scenario::workspace::ScenarioFile;
use crate::ui::features::helpers::calculation;
use crate::ui::routes::Route;
use crate::ui::state::{EditingAction, ViewAction, WorkspaceAction};
use NumberQuestion::*;

const PEOPLE: InputId = InputId::Line(Line::Uitkeringen, LineField::Aantal);
const ANYWAY: InputId = InputId::Line(Line::Uitkeringen, LineField::Autonoom);
const DAY_CARE: InputId = InputId::Line(Line::Dagbesteding, LineField::Aantal);
const PLACE: InputId = InputId::Line(Line::Dagbesteding, LineField::Bedrag);
const CASHABLE: InputId = InputId::Line(Line::Dagbesteding, LineField::Verzilverbaar);

fn opened(scenario: &str) -> State {
    State::new(Route::Centre, Scenario::parse(scenario).unwrap())
}

fn act(state: &mut State, action: HelperAction) {
    state.apply(action.into());
}

fn type_in(state: &mut State, question: NumberQuestion, text: &str) {
    let field = FieldId::Setting(Setting::Helper(question));
    state.apply(EditingAction::Type(field, text.to_owned()).into());
    state.apply(EditingAction::Leave(field).into());
}

fn answer(state: &mut State, answers: &[(NumberQuestion, &str)]) {
    answers.iter().for_each(|(question, text)| type_in(state, *question, text));
}

const DAY_CARE_ANSWERS: [(NumberQuestion, &str); 5] = [
    (DayCarePeople, "11"),
    (DagdelenPerWeek, "3,6"),
    (WeeksPerYear, "46,7"),
    (PricePerDagdeel, "€ 35,76"),
    (OwnContribution, "21"),
];

fn undo(state: &mut State) {
    state.apply(WorkspaceAction::Undo.into());
}

fn is_ready(state: &State, helper: Helper) -> bool {
    matches!(readiness(state, helper, &state.helper_answers()), Readiness::Ready(_))
}

/// By hand: 3.6 × 46.7 × 35.76 − 12 × 21 = 5,759.97, in whole euros 5,760.
#[test]
fn a_helper_fills_in_its_values_as_one_step() {
    let mut state = opened("{}");
    answer(&mut state, &DAY_CARE_ANSWERS);
    let before = state.scenario().clone();
    assert_eq!(before.values.len(), 0);
    let answers = state.helper_answers();
    let product = calculation::calculation_lines(&state, Helper::DayCare, &answers);
    let expected = "3,6 dagdelen × 46,7 weken × € 35,76 − 12 maanden × € 21 = ongeveer € 5.760 per plek"
        .replace("€ ", "€\u{a0}");
    assert_eq!(product, [expected]);
    act(&mut state, HelperAction::FillIn(Helper::DayCare));
    let inputs = state.workspace.inputs.clone();
    assert_eq!((inputs.get(DAY_CARE), inputs.get(PLACE)), (11.0, 5_760.0));
    undo(&mut state);
    assert_eq!(*state.scenario(), before);
    undo(&mut state);
    assert_eq!(state.helper_answers().given(OwnContribution), None);
    assert_eq!(state.helper_answers().given(PricePerDagdeel), Some(35.76));
}

/// docs/model.md: two years, 4.22 people, of which 1.91 of this year. What would have happened
/// anyway is in it.
#[test]
fn what_would_have_happened_anyway_is_fixed_at_zero() {
    let mut state =
        opened(r#"{"values":{"uitkeringen.autonoom":0.4},"ranges":{"uitkeringen.aantal":{"kind":"fixed"}}}"#);
    answer(&mut state, &[(Exits, "4"), (StillOff, "70"), (LeaveAnyway, "8,4%"), (YearsInOperation, "2")]);
    assert!(!is_ready(&state, Helper::Benefits));
    act(&mut state, HelperAction::SetExitKind(Answer::Given(ExitKind::ToWork)));
    let product = calculation::calculation_lines(&state, Helper::Benefits, &state.helper_answers());
    assert_eq!(product[..2], ["Wie dit jaar stopte: 1,91", "Wie vorig jaar stopte: 2,31"]);
    assert!(product[2].starts_with("1,91 + 2,31 = 4,22 mensen"), "{product:?}");
    act(&mut state, HelperAction::FillIn(Helper::Benefits));
    assert_eq!((state.workspace.inputs.get(PEOPLE), state.workspace.inputs.get(ANYWAY)), (4.22, 0.0));
    assert!(state.workspace.inputs.is_fixed(ANYWAY));
    assert_eq!(state.scenario().ranges.get("uitkeringen.aantal"), Some(&Range::fixed(4.22)));
}

#[test]
fn weet_ik_niet_is_kept_and_fills_in_nothing() {
    let mut state = opened("{}");
    answer(&mut state, &DAY_CARE_ANSWERS);
    assert!(is_ready(&state, Helper::DayCare));
    type_in(&mut state, WeeksPerYear, "60");
    assert_eq!(readiness(&state, Helper::DayCare, &state.helper_answers()), Readiness::Refused);
    act(&mut state, HelperAction::SetUnknown(WeeksPerYear, true));
    assert!(state.editing.setting_drafts.is_empty());
    assert_eq!(readiness(&state, Helper::DayCare, &state.helper_answers()), Readiness::Unknown);
    let before = state.scenario().clone();
    act(&mut state, HelperAction::FillIn(Helper::DayCare));
    assert_eq!(*state.scenario(), before);
    assert_eq!(before.values.len(), 0);
    // A number is an answer again, and so is none.
    type_in(&mut state, WeeksPerYear, "40");
    assert!(is_ready(&state, Helper::DayCare));
    type_in(&mut state, WeeksPerYear, "");
    assert_eq!(state.helper_answers().number(WeeksPerYear), Answer::Open);
    act(&mut state, HelperAction::SetUnknown(WeeksPerYear, true));
    act(&mut state, HelperAction::SetUnknown(WeeksPerYear, false));
    assert_eq!(state.helper_answers().number(WeeksPerYear), Answer::Open);
}

/// The scenario holds the answers: in a file, in a link, and after undo.
#[test]
fn answers_are_kept_with_the_scenario() {
    let mut state = opened(r#"{"meta":{"van":"ons"}}"#);
    answer(&mut state, &[(Salary, "45.284"), (Surcharge, "44")]);
    act(&mut state, HelperAction::SetPurchase(Answer::Unknown));
    let kept = state.helper_answers();
    assert_eq!(
        (kept.given(Salary), kept.given(Surcharge), kept.purchase),
        (Some(45_284.0), Some(0.44), Answer::Unknown)
    );
    let json = state.scenario().to_json();
    let from_link = link::read(&link::write("centrum", &json).unwrap());
    let Some(Ok(ScenarioFile::One(linked))) = from_link.content else { panic!("{json}") };
    for scenario in [Scenario::parse(&json).unwrap(), linked] {
        assert_eq!(State::new(Route::Worksheet, scenario).helper_answers(), kept);
    }
    undo(&mut state);
    assert_eq!(state.helper_answers().purchase, Answer::Open);
    act(&mut state, HelperAction::FillIn(Helper::WageCost));
    // By hand: 45,284 × 1.44 = 65,208.96.
    assert_eq!(state.workspace.inputs.general(General::LoonkostenPerFte), 65_209.0);
}

#[test]
fn a_refused_answer_stays_in_its_field_with_what_is_allowed() {
    let mut state = opened("{}");
    answer(&mut state, &[(DagdelenPerWeek, "4"), (DagdelenPerWeek, "40")]);
    let draft = state.editing.setting_drafts[&Setting::Helper(DagdelenPerWeek)].clone();
    assert_eq!((draft.text.as_str(), draft.is_refused()), ("40", true));
    assert!(draft.problem.unwrap().contains("0 tot en met 21"));
    assert_eq!(state.helper_answers().given(DagdelenPerWeek), Some(4.0));
    for (question, bad, allowed) in [
        (StillOff, "170", "0% tot en met 100%"),
        (YearsInOperation, "2,5", "heel getal"),
        (GroupSize, "acht", "1 tot en met 1.000"),
    ] {
        type_in(&mut state, question, bad);
        let problem = state.editing.setting_drafts[&Setting::Helper(question)].problem.clone().unwrap();
        assert!(problem.contains(allowed), "{problem}");
    }
}

/// By hand: of 10 people in groups of 8 one group closes.
#[test]
fn groups_need_people() {
    let mut state = opened(r#"{"values":{"dagbesteding.aantal":0}}"#);
    act(&mut state, HelperAction::SetPurchase(Answer::Given(PurchaseForm::Groups)));
    type_in(&mut state, GroupSize, "8");
    assert_eq!(readiness(&state, Helper::Purchase, &state.helper_answers()), Readiness::NoPeople);
    state.apply(EditingAction::Type(FieldId::Input(DAY_CARE), "10".to_owned()).into());
    act(&mut state, HelperAction::FillIn(Helper::Purchase));
    assert_eq!(state.workspace.inputs.get(CASHABLE), 0.8);
}

/// The prices are those of docs/figures.md, in prices of 2016 and of 2023.
#[test]
fn a_reference_price_is_filled_in_as_one_step() {
    let hour = ReferencePrice::from_id("uur-betaald-werk").unwrap();
    let id = InputId::Line(Line::BetaaldWerk, LineField::Bedrag);
    let mut state = opened(r#"{"values":{"betaald-werk.bedrag":50}}"#);
    state.apply(EditingAction::Type(FieldId::Input(id), "veel".to_owned()).into());
    act(&mut state, HelperAction::SetToPrice(id, hour));
    assert_eq!((state.workspace.inputs.get(id), state.editing.input_drafts.len()), (33.0, 0));
    undo(&mut state);
    assert_eq!(state.workspace.inputs.get(id), 50.0);
    // As an answer, in cents: 35.76 of 2023 in prices of 2023.
    let mut state = opened(r#"{"values":{"prijspeil":2023}}"#);
    let light = ReferencePrice::from_id("dagbesteding-licht").unwrap();
    act(&mut state, HelperAction::AnswerWithPrice(PricePerDagdeel, light));
    assert_eq!(state.helper_answers().given(PricePerDagdeel), Some(35.76));
}

/// What equals the brochure's value is the user's own all the same.
#[test]
fn the_brochures_value_can_come_out() {
    let mut state = opened(r#"{"values":{"bezoekers":320}}"#);
    answer(&mut state, &[(DayCarePeople, "16"), (DagdelenPerWeek, "5"), (WeeksPerYear, "50")]);
    answer(&mut state, &[(PricePerDagdeel, "25"), (OwnContribution, "0")]);
    act(&mut state, HelperAction::FillIn(Helper::DayCare));
    assert!(state.workspace.is_marked_own(DAY_CARE));
    assert!(!state.scenario().values.contains_key(&PLACE));
}

#[test]
fn one_helper_is_open_at_a_time_and_none_in_another_view() {
    let mut state = opened("{}");
    state.apply(ViewAction::OpenHelper(Some(PEOPLE)).into());
    state.apply(ViewAction::OpenHelper(Some(PLACE)).into());
    assert_eq!(state.view.open_helper, Some(PLACE));
    assert!(!state.workspace.can_undo());
    state.apply(ViewAction::Show(Route::Worksheet).into());
    assert_eq!(state.view.open_helper, None);
}
