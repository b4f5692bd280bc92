//! Tests of adding, moving and removing own lines, with their ranges and drafts.

use super::*;
use crate::model::{General, LineField, Range, Shape};
use crate::scenario::link::Address;
use crate::ui::state::{EditingAction, WorkspaceAction};

fn state(custom: &str, ranges: &str) -> State {
    let mut state = State::from_address(&Address::of_view(""));
    state
        .apply(WorkspaceAction::OpenFile(format!(r#"{{"custom":[{custom}],"ranges":{{{ranges}}}}}"#)).into());
    state
}

const THREE: &str = r#"{"id":"a","side":"cost","label":"A","quantity":1,"amount":1},
    {"id":"b","side":"saving","label":"B","quantity":2,"amount":10,"verzilverbaar":0.5},
    {"id":"c1","side":"cost","label":"C","quantity":3,"amount":100}"#;
const RANGE: &str = r#""b.bedrag":{"low":5,"high":20},"b.verzilverbaar":{"kind":"uniform","low":0,"high":1}"#;

fn ids(state: &State) -> String {
    state.workspace.inputs.own.iter().map(|line| line.id.as_str()).collect::<Vec<_>>().join(" ")
}

fn assert_valid(state: &State) {
    let scenario = state.scenario();
    assert_eq!(Scenario::parse(&scenario.to_json()).as_ref(), Ok(scenario));
}

#[test]
fn own_lines_are_added_and_removed() {
    let mut state = State::from_address(&Address::of_view(""));
    state.apply(OwnLineAction::AddCost.into());
    state.apply(OwnLineAction::AddSaving.into());
    state.apply(
        EditingAction::Type(FieldId::Input(InputId::Own(1, LineField::Bedrag)), "1.000".into()).into(),
    );
    assert_eq!(state.workspace.outcome.total.savings.euros(), 155_000.0);
    state.apply(OwnLineAction::Remove(0).into());
    assert_eq!(ids(&state), "c2");
    state.apply(OwnLineAction::AddCost.into());
    assert_eq!(ids(&state), "c2 c1");
    assert_valid(&state);
}

#[test]
fn ranges_and_drafts_move_with_their_line() {
    let mut state = state(THREE, RANGE);
    let (b, range) = (InputId::Own(1, LineField::Bedrag), Range { shape: Shape::Pert, low: 5.0, high: 20.0 });
    state.apply(EditingAction::Type(FieldId::Input(b), "tien".into()).into());
    state.apply(EditingAction::Type(FieldId::Setting(Setting::Low(b)), "vijf".into()).into());
    state.apply(OwnLineAction::MoveUp(1).into());
    assert_eq!(ids(&state), "b a c1");
    let b = InputId::Own(0, LineField::Bedrag);
    assert_eq!(
        (state.workspace.inputs.range(b), state.editing.input_drafts[&b].text.as_str()),
        (range, "tien")
    );
    assert_eq!(state.editing.setting_drafts[&Setting::Low(b)].text, "vijf");
    state.apply(OwnLineAction::MoveUp(0).into());
    state.apply(OwnLineAction::MoveDown(2).into());
    assert_eq!(ids(&state), "b a c1");
    state.apply(OwnLineAction::Duplicate(0).into());
    assert_eq!(ids(&state), "b c2 a c1");
    assert_eq!(state.workspace.inputs.own[1].label, "B (kopie)");
    assert_eq!(state.workspace.inputs.range(InputId::Own(1, LineField::Bedrag)), range);
    state.apply(OwnLineAction::Remove(0).into());
    assert_eq!(
        state.scenario().ranges.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        ["c2.bedrag", "c2.verzilverbaar"]
    );
    assert!(state.editing.input_drafts.is_empty() && state.editing.setting_drafts.is_empty());
    assert_valid(&state);
    // The draft comes back with its line.
    state.apply(WorkspaceAction::Undo.into());
    assert_eq!(state.editing.input_drafts[&b].text, "tien");
    state.apply(WorkspaceAction::Undo.into());
    state.apply(WorkspaceAction::Undo.into());
    assert_eq!(
        (ids(&state).as_str(), state.editing.input_drafts[&InputId::Own(1, LineField::Bedrag)].text.as_str()),
        ("a b c1", "tien")
    );
}

/// Otherwise a link would hold a range of a field that the line does not have.
#[test]
fn a_line_that_becomes_welfare_loses_the_ranges_of_other_fields() {
    let mut state = state(THREE, RANGE);
    state.apply(EditingAction::Type(FieldId::Input(InputId::Own(1, LineField::Rijk)), "40".into()).into());
    assert_eq!(state.editing.refused_inputs().count(), 1);
    state.apply(OwnLineAction::SetKind(1, SavingKind::Welvaart).into());
    assert_eq!(state.editing.refused_inputs().count(), 0);
    assert_eq!(state.scenario().ranges.len(), 1);
    assert_valid(&state);
    state.apply(WorkspaceAction::Undo.into());
    assert_eq!((state.scenario().ranges.len(), state.editing.refused_inputs().count()), (2, 1));
}

/// A benefit that is not paid is always cash: the line loses its cashable share, with the
/// range of it, and is read back as it was written.
#[test]
fn a_line_that_becomes_a_transfer_loses_its_cashable_share() {
    let mut state = state(THREE, RANGE);
    let share = InputId::Own(1, LineField::Verzilverbaar);
    assert_eq!(state.workspace.inputs.get(share), 0.5);
    state.apply(OwnLineAction::SetKind(1, SavingKind::Overdracht).into());
    assert_eq!((state.workspace.inputs.get(share), state.scenario().ranges.len()), (1.0, 1));
    assert!(!state.workspace.inputs.own[1].has(LineField::Verzilverbaar));
    // 154,000 of the brochure and 2 × 10, all in cash.
    assert_eq!(state.workspace.outcome.total.savings.euros(), 154_020.0);
    assert_eq!(state.workspace.outcome.total.not_cashable.euros(), 0.0);
    assert_valid(&state);
}

#[test]
fn examples_are_added_in_the_prices_of_the_scenario() {
    let mut state = state("", "");
    state.apply(
        EditingAction::Type(FieldId::Input(InputId::General(General::Prijspeil)), "2025".into()).into(),
    );
    for _ in 0..2 {
        (0..EXAMPLES.len()).for_each(|index| state.apply(OwnLineAction::AddExample(index).into()));
    }
    assert_eq!(
        ids(&state),
        "huisuitzetting beschermd-wonen scholing huisuitzetting-2 beschermd-wonen-2 scholing-2"
    );
    let year = state.workspace.inputs.year();
    assert!(state.workspace.inputs.own.iter().all(|line| crate::scenario::examples::is_example_value(
        line,
        LineField::Bedrag,
        year
    )));
    state.apply(
        EditingAction::Type(FieldId::Input(InputId::General(General::Prijspeil)), "2016".into()).into(),
    );
    state.apply(WorkspaceAction::ConvertPrices.into());
    assert!(state.workspace.inputs.own.iter().all(|line| crate::scenario::examples::is_example_value(
        line,
        LineField::Bedrag,
        2016
    )));
    assert_eq!(state.workspace.inputs.own[3].get(LineField::Bedrag), 9_000.0);
    state.apply(OwnLineAction::AddExample(99).into());
    assert_valid(&state);
}

/// By hand: € 250 in prices of 2028, with an inflation of 10% a year after 2025.
#[test]
fn examples_are_added_with_the_expected_inflation() {
    let mut state = state("", "");
    let general = |general| FieldId::Input(InputId::General(general));
    state.apply(EditingAction::Type(general(General::Prijspeil), "2028".into()).into());
    state.apply(EditingAction::Type(general(General::VerwachteInflatie), "10".into()).into());
    state.apply(OwnLineAction::AddExample(2).into());
    let amount = state.workspace.inputs.get(InputId::Own(0, LineField::Bedrag));
    assert!((amount - 250.0 * crate::model::price::factor(2025) * 1.331).abs() < 1e-9);
    let status = crate::ui::features::own_lines::view::status(&state, 0, LineField::Bedrag);
    assert_eq!(status, (state.text().status)(crate::model::Status::Proposal));
}
