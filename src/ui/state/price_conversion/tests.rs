//! Amounts follow the price year to another year and back.

use crate::model::{General, InputId, price};
use crate::scenario::link::Address;
use crate::ui::state::{EditingAction, FieldId, Notice, State, WorkspaceAction};

const PRIJSPEIL: InputId = InputId::General(General::Prijspeil);
const HUUR: InputId = InputId::General(General::Huisvesting);

fn state() -> State {
    State::from_address(&Address { view: String::new(), scenario: None })
}

fn type_text(state: &mut State, id: InputId, text: &str) {
    state.apply(EditingAction::Type(FieldId::Input(id), text.to_owned()).into());
}

#[test]
fn own_amounts_follow_the_price_year_there_and_back() {
    let mut state = state();
    type_text(&mut state, HUUR, "50.000");
    type_text(&mut state, PRIJSPEIL, "2025");
    assert!((state.workspace.inputs.get(HUUR) - 50_000.0 * price::factor(2025)).abs() < 1e-6);
    assert!(matches!(state.view.notice, Some(Notice::Converted { amounts: 1, from: 2016, to: 2025, .. })));
    type_text(&mut state, PRIJSPEIL, "2016");
    assert_eq!(state.workspace.inputs.get(HUUR), 50_000.0);
}

/// The year goes back with the amounts that were named in its prices.
#[test]
fn the_price_year_goes_back_with_its_amounts() {
    let mut state = state();
    type_text(&mut state, HUUR, "50.000");
    type_text(&mut state, PRIJSPEIL, "2025");
    assert!(state.workspace.is_changed(PRIJSPEIL));
    state.apply(WorkspaceAction::Reset(PRIJSPEIL).into());
    assert_eq!((state.workspace.inputs.year(), state.workspace.inputs.get(HUUR)), (2016, 50_000.0));
    assert_eq!(state.workspace.changes().len(), 1);
}
