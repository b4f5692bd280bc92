//! Tests of making, typing and undoing a plan.

use super::*;
use crate::model::{InputId, price};
use crate::scenario::link::Address;
use crate::ui::state::{EditingAction, Notice, WorkspaceAction};

fn state() -> State {
    let mut state = State::from_address(&Address::of_view(""));
    act(&mut state, FinancingAction::Begin);
    state
}

fn act(state: &mut State, action: FinancingAction) {
    state.apply(action.into());
}

fn type_in(state: &mut State, field: FieldId, text: &str) {
    state.apply(EditingAction::Type(field, text.to_owned()).into());
}

fn type_number(state: &mut State, index: usize, field: FunderField, text: &str) {
    type_in(state, FieldId::Setting(Setting::Plan(index, field)), text);
}

fn type_input(state: &mut State, general: General, text: &str) {
    type_in(state, FieldId::Input(InputId::General(general)), text);
}

fn draft(state: &State, index: usize, field: FunderField) -> &str {
    &state.editing.setting_drafts[&Setting::Plan(index, field)].text
}

fn uncovered(state: &State) -> Vec<f64> {
    let years = &state.workspace.outcome.financing.as_ref().unwrap().years;
    years.iter().map(|year| year.uncovered.euros()).collect()
}

#[test]
fn a_new_plan_has_the_shares_and_changes_no_figure() {
    let mut state = State::from_address(&Address::of_view(""));
    type_input(&mut state, General::FinancieringGemeente, "60");
    type_input(&mut state, General::FinancieringRijk, "10");
    let before = state.workspace.outcome.clone();
    act(&mut state, FinancingAction::Begin);
    let labels: Vec<&str> = state.workspace.inputs.plan.iter().map(|funder| funder.label.as_str()).collect();
    assert_eq!(labels, ["Gemeente", "Rijk", "Overig"]);
    assert_eq!(state.workspace.outcome.parties, before.parties);
    assert_eq!(uncovered(&state), [0.0; 4]);
    assert_eq!(state.workspace.changes().len(), 3);
    act(&mut state, FinancingAction::Drop);
    assert_eq!(state.workspace.outcome, before);
}

#[test]
fn a_funder_is_typed_moved_removed_and_undone() {
    let mut state = state();
    act(&mut state, FinancingAction::PayByShare(0, false));
    type_number(&mut state, 0, FunderField::Amount, "200.000");
    act(&mut state, FinancingAction::Add);
    type_number(&mut state, 1, FunderField::Amount, "100.000");
    type_in(&mut state, FieldId::FunderLabel(1), "Fonds Y");
    act(&mut state, FinancingAction::SetTemporary(1, true));
    type_number(&mut state, 1, FunderField::Until, "2");
    assert_eq!(uncovered(&state), [0.0, 0.0, 100_000.0, 100_000.0]);
    // A refused text moves with its funder, and comes back with undo.
    type_number(&mut state, 1, FunderField::Amount, "veel");
    assert_eq!(uncovered(&state), [0.0, 0.0, 100_000.0, 100_000.0]);
    act(&mut state, FinancingAction::MoveUp(1));
    assert_eq!(draft(&state, 0, FunderField::Amount), "veel");
    act(&mut state, FinancingAction::Remove(0));
    assert_eq!(draft(&state, 0, FunderField::Amount), "200.000");
    state.apply(WorkspaceAction::Undo.into());
    assert_eq!(draft(&state, 0, FunderField::Amount), "veel");
    assert_eq!(state.workspace.inputs.plan[0].label, "Fonds Y");
    let scenario = state.scenario().clone();
    assert_eq!(Scenario::parse(&scenario.to_json()), Ok(scenario));
}

/// Checks the keys of funders that are equal, and the keys after undo.
#[test]
fn a_key_stays_with_its_funder() {
    let mut state = state();
    (0..3).for_each(|_| act(&mut state, FinancingAction::Add));
    assert_eq!(*state.funder_keys(), [0, 1, 2, 3]);
    act(&mut state, FinancingAction::MoveUp(3));
    act(&mut state, FinancingAction::Remove(0));
    assert_eq!(*state.funder_keys(), [1, 3, 2]);
    act(&mut state, FinancingAction::Add);
    type_number(&mut state, 3, FunderField::Amount, "5");
    assert_eq!(*state.funder_keys(), [1, 3, 2, 4]);
    // Swapping two equal funders was no step, so it is not undone.
    for expected in [vec![1, 3, 2, 4], vec![1, 3, 2], vec![0, 1, 3, 2], vec![0, 1, 2]] {
        state.apply(WorkspaceAction::Undo.into());
        assert_eq!(*state.funder_keys(), expected);
    }
    act(&mut state, FinancingAction::Drop);
    act(&mut state, FinancingAction::Begin);
    assert_eq!(*state.funder_keys(), [0]);
}

#[test]
fn limits_are_named_beside_the_field() {
    let mut state = state();
    for (field, bad, allowed) in [
        (FunderField::Share, "101", "100%"),
        (FunderField::Until, "2,5", "20"),
        (FunderField::Amount, "-1", "1.000.000.000"),
    ] {
        type_number(&mut state, 0, field, bad);
        let problem = state.editing.setting_drafts[&Setting::Plan(0, field)].problem.clone().unwrap();
        assert!(problem.contains(allowed), "{problem}");
    }
    assert_eq!(state.workspace.inputs.plan[0].pays, FunderContribution::Share(Share::ONE));
    for _ in 0..30 {
        act(&mut state, FinancingAction::Add);
    }
    assert_eq!(state.workspace.inputs.plan.len(), MAX_FUNDERS);
    let before = state.workspace.current.clone();
    for action in [
        FinancingAction::Remove(99),
        FinancingAction::MoveUp(0),
        FinancingAction::MoveUp(99),
        FinancingAction::MoveDown(MAX_FUNDERS - 1),
        FinancingAction::SetParty(99, Party::Rijk),
        FinancingAction::PayByShare(99, true),
        FinancingAction::SetTemporary(99, true),
    ] {
        act(&mut state, action);
    }
    assert_eq!(state.workspace.current, before);
}

#[test]
fn amounts_follow_the_price_year() {
    let mut state = state();
    act(&mut state, FinancingAction::PayByShare(0, false));
    type_input(&mut state, General::Prijspeil, "2025");
    state.apply(WorkspaceAction::ConvertPrices.into());
    let FunderContribution::Amount(amount) = state.workspace.inputs.plan[0].pays else { panic!() };
    assert!((amount.euros() - 300_000.0 * price::factor(2025)).abs() < 1e-6);
    assert!(matches!(state.view.notice, Some(Notice::Converted { amounts: 1, .. })));
    assert!(uncovered(&state).iter().all(|euros| *euros == 0.0));
}
