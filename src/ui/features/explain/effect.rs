//! What a change does to the saldo, said at its field, opens as it does in the
//! list of changes.

use crate::model::InputId;
use crate::scenario::changes::{Change, Effect, MovedFigure, effects};
use crate::ui::components::element::{classed, div, text};
use crate::ui::features::centre;
use crate::ui::features::explain::simulation_figures::of_change;
use crate::ui::features::explain::state::Explained;
use crate::ui::features::explain::{figure, is_open, under_figure};
use crate::ui::state::State;
use yew::prelude::*;

/// The block that these stand in.
const PLACE: &str = "bij-veld";

/// What is open below a field, for who draws fields only when that changes.
pub fn opened(state: &State) -> Option<&Explained> {
    state.explained.as_ref().filter(|explained| explained.place == PLACE)
}

/// Whether it is open at the field of this input.
pub fn is_open_at(state: &State, id: InputId) -> bool {
    is_open(state, PLACE, &of_change(&Change::Value(id).name(&state.inputs)))
}

/// The sentence, and the explanation that it opened.
pub fn view(state: &State, id: InputId) -> Html {
    let change = Change::Value(id);
    let said = text(centre::field::effect(state, id));
    let moves = effects(&[change], &state.inputs, &state.base);
    // What leaves the saldo as it is may move another figure: that is in the list.
    if !matches!(moves[..], [Effect::Moves(MovedFigure::Net, _)]) {
        return classed("p", "effect", vec![said]);
    }
    let name = of_change(&change.name(&state.inputs));
    let opens = classed("p", "effect", vec![figure(state, PLACE, &name, true, said)]);
    div("", vec![opens, under_figure(state, PLACE, &name)])
}
