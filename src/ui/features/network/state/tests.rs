//! Tests of typing the numbers of a network, and of the national case.

use super::*;
use crate::model::{General, InputId};
use crate::scenario::link::Address;
use crate::ui::features::scenarios::state::ScenarioAction;
use crate::ui::state::{EditingAction, WorkspaceAction};

const FTE: InputId = InputId::General(General::Fte);

fn state() -> State {
    State::from_address(&Address::of_view(""))
}

fn type_text(state: &mut State, field: FieldId, text: &str) {
    state.apply(EditingAction::Type(field, text.into()).into());
}

fn type_number(state: &mut State, number: NetworkField, text: &str) {
    type_text(state, FieldId::Setting(Setting::Network(number)), text);
}

fn undo(state: &mut State) {
    state.apply(WorkspaceAction::Undo.into());
}

fn workspace(state: &State) -> Workspace {
    (*state.workspace.current).clone()
}

fn network(state: &State) -> &NetworkComposition {
    &state.workspace.current.network
}

fn draft(state: &State, number: NetworkField) -> Option<Draft> {
    state.editing.setting_drafts.get(&Setting::Network(number)).cloned()
}

fn changed() -> State {
    let mut state = state();
    type_text(&mut state, FieldId::Input(FTE), "4");
    state
}

#[test]
fn a_number_applies_at_once_and_a_bad_one_keeps_the_last_good_one() {
    let mut state = state();
    type_number(&mut state, NetworkField::Count(0), "1.000");
    assert_eq!(network(&state).counts, [1000]);
    for (number, bad, part) in [
        (NetworkField::Count(0), "10.001", "10.000"),
        (NetworkField::Count(0), "2,5", "heel getal"),
        (NetworkField::Count(0), "-1", "0 tot en met"),
        (NetworkField::Count(0), "veel", "getal"),
        (NetworkField::Count(0), "", "10.000"),
        (NetworkField::Inhabitants, "0", "1.000.000.000"),
        (NetworkField::Inhabitants, "veel", "getal"),
    ] {
        type_number(&mut state, number, bad);
        let Draft { text, problem, .. } = draft(&state, number).unwrap();
        assert_eq!(text, bad);
        let problem = problem.unwrap();
        assert!(problem.contains(part), "{bad}: {problem}");
        assert_eq!((network(&state).counts[0], network(&state).inhabitants), (1000, None));
    }
    undo(&mut state);
    undo(&mut state);
    assert_eq!((network(&state).counts[0], draft(&state, NetworkField::Count(0))), (0, None));
}

#[test]
fn inhabitants_may_be_left_out() {
    let mut state = state();
    type_number(&mut state, NetworkField::Inhabitants, "25.000");
    assert_eq!(network(&state).inhabitants, Some(25_000.0));
    type_number(&mut state, NetworkField::Inhabitants, " ");
    assert_eq!((network(&state).inhabitants, state.has_refused_network_number()), (None, false));
    let field = FieldId::Setting(Setting::Network(NetworkField::Inhabitants));
    state.apply(EditingAction::Leave(field).into());
    state.apply(NetworkAction::SetCorrelated(true).into());
    assert!(network(&state).correlated);
    undo(&mut state);
    assert!(!network(&state).correlated);
}

/// The brochure's scenario is added after the user's own, which stays shown, and
/// drafts are not dropped.
#[test]
fn the_national_case_is_one_step_and_takes_nothing_away() {
    let mut plain = state();
    plain.apply(NetworkAction::MakeNational.into());
    assert_eq!((network(&plain).counts.as_slice(), is_national(&plain.workspace.current)), (&[31][..], true));

    let mut state = changed();
    type_number(&mut state, NetworkField::Count(0), "3x");
    type_text(&mut state, FieldId::Input(FTE), "4x");
    let before = workspace(&state);
    state.apply(NetworkAction::MakeNational.into());
    assert!(is_national(&state.workspace.current));
    assert_eq!((network(&state).counts.as_slice(), state.workspace.current.shown), (&[0, 31][..], 0));
    assert_eq!(state.editing.input_drafts[&FTE].text, "4x");
    assert_eq!(draft(&state, NetworkField::Count(0)), None);
    undo(&mut state);
    assert_eq!(workspace(&state), before);
    assert_eq!(draft(&state, NetworkField::Count(0)).unwrap().text, "3x");
    // With another number of initiatives it is no longer the national case.
    type_number(&mut plain, NetworkField::Count(0), "32");
    assert!(!is_national(&plain.workspace.current));
}

#[test]
fn a_refused_text_stays_with_its_scenario() {
    let mut state = changed();
    state.apply(ScenarioAction::Duplicate.into());
    type_number(&mut state, NetworkField::Count(1), "drie");
    state.apply(ScenarioAction::Show(0).into());
    assert_eq!(draft(&state, NetworkField::Count(1)).unwrap().text, "drie");
    state.apply(ScenarioAction::MoveLater.into());
    assert_eq!(draft(&state, NetworkField::Count(0)).unwrap().text, "drie");
    assert_eq!(draft(&state, NetworkField::Count(1)), None);
    state.apply(ScenarioAction::Remove.into());
    undo(&mut state);
    assert_eq!(draft(&state, NetworkField::Count(0)).unwrap().text, "drie");
}

#[test]
fn there_is_no_room_for_a_thirteenth() {
    let mut state = changed();
    for _ in 1..12 {
        state.apply(ScenarioAction::Duplicate.into());
    }
    let before = workspace(&state);
    state.apply(NetworkAction::MakeNational.into());
    assert_eq!(workspace(&state), before);
    // The problem is shown at the button, not in the notice, until there is room.
    assert_eq!(state.view.notice, None);
    assert_eq!(state.network_problem(), Some(&ScenarioProblem::TooManyScenarios(13)));
    undo(&mut state);
    assert_eq!(state.network_problem(), None);
    state.apply(WorkspaceAction::Redo.into());
    assert_eq!(state.network_problem(), Some(&ScenarioProblem::TooManyScenarios(13)));
    state.apply(ScenarioAction::Add(Preset::Gunstig).into());
    assert!(state.view.notice.is_some() && state.network_problem().is_none());
}
