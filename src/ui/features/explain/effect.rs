//! The sentence at a field on how the change of its input moves the saldo. It opens
//! the explanation that the change has in the list of changes.

use crate::model::InputId;
use crate::scenario::changes::{Change, Effect, MovedFigure, effects};
use crate::ui::components::element::{classed, div};
use crate::ui::components::figure::sentence_text;
use crate::ui::context::PageContext;
use crate::ui::features::explain::simulation_figures::change_name;
use crate::ui::features::explain::state::Explained;
use crate::ui::features::explain::{explanation_at_figure, figure_with_explanation, is_open};
use crate::ui::features::inputs;
use crate::ui::state::State;
use yew::prelude::*;

/// The anchor of the explanations below fields, which all fields share.
const ANCHOR: &str = "bij-veld";

/// Returns the explanation that is open below a field; `None` where none is.
/// Fields that are drawn only when something changed compare it.
pub fn open_effect(state: &State) -> Option<&Explained> {
    state.view.explained.as_ref().filter(|explained| explained.anchor == ANCHOR)
}

/// Returns whether an explanation is open below the field of this input.
pub fn is_open_at(state: &State, id: InputId) -> bool {
    is_open(state, ANCHOR, &change_name(&Change::Value(id).name(&state.workspace.inputs)))
}

/// Returns the sentence, with its explanation below it where that is open.
pub fn view(ctx: &PageContext, id: InputId) -> Html {
    let change = Change::Value(id);
    let sentence = sentence_text(inputs::field::effect_sentence(ctx, id));
    let moves = effects(&[change], &ctx.workspace.inputs, &ctx.workspace.preset_inputs);
    // A change that does not move the saldo has no explanation here. If it moves
    // another figure, the list of changes explains that.
    if !matches!(moves[..], [Effect::Moves(MovedFigure::Net, _)]) {
        return classed("p", "effect", vec![sentence]);
    }
    let name = change_name(&change.name(&ctx.workspace.inputs));
    let button = figure_with_explanation(ctx, ANCHOR, &name, true, sentence);
    div("", vec![classed("p", "effect", vec![button]), explanation_at_figure(ctx, ANCHOR, &name)])
}
