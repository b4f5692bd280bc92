//! A valid text applies at once; a refused one stays in its field.

use crate::model::{General, InputId};
use crate::scenario::link::Address;
use crate::ui::state::{EditingAction, FieldId, State, WorkspaceAction};

const BEZOEKERS: InputId = InputId::General(General::Bezoekers);

fn state() -> State {
    State::from_address(&Address::of_view(""))
}

fn type_text(state: &mut State, id: InputId, text: &str) {
    state.apply(EditingAction::Type(FieldId::Input(id), text.to_owned()).into());
}

#[test]
fn a_good_text_applies_at_once_and_a_bad_one_keeps_the_outcome() {
    let mut state = state();
    type_text(&mut state, BEZOEKERS, "600");
    assert_eq!(state.workspace.outcome.costs.per_visitor.euros(), 500.0);
    type_text(&mut state, BEZOEKERS, "60x");
    assert_eq!(state.workspace.outcome.costs.per_visitor.euros(), 500.0);
    assert_eq!(state.editing.input_drafts[&BEZOEKERS].text, "60x");
    assert_eq!(state.editing.refused_inputs().count(), 1);
}

#[test]
fn typing_one_number_is_one_step() {
    let mut state = state();
    for text in ["5", "52", "520"] {
        type_text(&mut state, BEZOEKERS, text);
    }
    state.apply(WorkspaceAction::Undo.into());
    assert_eq!(state.workspace.inputs.get(BEZOEKERS), 500.0);
    state.apply(WorkspaceAction::Redo.into());
    assert_eq!(state.workspace.inputs.get(BEZOEKERS), 520.0);
}

#[test]
fn shares_that_fit_together_become_good_together() {
    let (gemeente, rijk) =
        (InputId::General(General::FinancieringGemeente), InputId::General(General::FinancieringRijk));
    let mut state = state();
    type_text(&mut state, rijk, "40");
    assert_eq!(state.editing.refused_inputs().count(), 1);
    type_text(&mut state, gemeente, "60");
    assert_eq!(state.editing.refused_inputs().count(), 0);
    assert_eq!(state.workspace.outcome.parties.rijk.costs.euros(), 120_000.0);
}
