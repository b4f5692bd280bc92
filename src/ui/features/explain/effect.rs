//! What a change does to the saldo, in words at its field; it opens as it does
//! in the list of changes.

use crate::model::InputId;
use crate::scenario::changes::{Change, Effect, MovedFigure, effects};
use crate::ui::components::element::{classed, div};
use crate::ui::components::figure::sentence_text;
use crate::ui::context::PageContext;
use crate::ui::features::centre;
use crate::ui::features::explain::simulation_figures::change_name;
use crate::ui::features::explain::state::Explained;
use crate::ui::features::explain::{figure, is_open, under_figure};
use crate::ui::state::State;
use yew::prelude::*;

/// The anchor of explanations of effects, at their fields.
const ANCHOR: &str = "bij-veld";

/// Returns what is open below a field, for those who draw fields only when that
/// changes.
pub fn opened(state: &State) -> Option<&Explained> {
    state.view.explained.as_ref().filter(|explained| explained.anchor == ANCHOR)
}

/// Returns whether an explanation is open at the field of this input.
pub fn is_open_at(state: &State, id: InputId) -> bool {
    is_open(state, ANCHOR, &change_name(&Change::Value(id).name(&state.workspace.inputs)))
}

/// Returns the sentence, and the explanation that it opened.
pub fn view(ctx: &PageContext, id: InputId) -> Html {
    let change = Change::Value(id);
    let sentence = sentence_text(centre::field::effect(ctx, id));
    let moves = effects(&[change], &ctx.workspace.inputs, &ctx.workspace.preset_inputs);
    // What leaves the saldo as it is may move another figure: that is in the list.
    if !matches!(moves[..], [Effect::Moves(MovedFigure::Net, _)]) {
        return classed("p", "effect", vec![sentence]);
    }
    let name = change_name(&change.name(&ctx.workspace.inputs));
    let opens = classed("p", "effect", vec![figure(ctx, ANCHOR, &name, true, sentence)]);
    div("", vec![opens, under_figure(ctx, ANCHOR, &name)])
}
