//! What a change does to the saldo, said at its field, opens as it does in the
//! list of changes.

use super::super::element::{classed, div, text};
use super::super::field;
use super::super::state::State;
use super::drawn::of_change;
use super::{figure, under_figure};
use crate::model::InputId;
use crate::scenario::changes::{Change, Effect, Moved, effects};
use yew::prelude::*;

/// The block that these stand in.
const PLACE: &str = "bij-veld";

/// The sentence, and the explanation that it opened.
pub fn view(state: &State, id: InputId) -> Html {
    let change = Change::Value(id);
    let said = text(field::effect(state, id));
    let moves = effects(&[change], &state.inputs, &state.base);
    // What leaves the saldo as it is may move another figure: that is in the list.
    if !matches!(moves[..], [Effect::Moves(Moved::Net, _)]) {
        return classed("p", "effect", vec![said]);
    }
    let name = of_change(&change.name(&state.inputs));
    let opens = classed("p", "effect", vec![figure(state, PLACE, &name, true, said)]);
    div("", vec![opens, under_figure(state, PLACE, &name)])
}
