//! The field of one input, from the state.

use crate::model::outcome::saldo;
use crate::model::{General, InputId, LineField};
use crate::number::Style;
use crate::text::ParameterText;
pub use crate::ui::components::field::field_id;
use crate::ui::components::field::{Field, FieldProps, PageWords};
use crate::ui::context::{Message, PageContext};
use crate::ui::features::centre::slider::slider_of;
use crate::ui::features::{explain, own_lines};
use crate::ui::lazy::SERVICES;
use crate::ui::lazy::lazy_block::lazy_block;
use crate::ui::state::State;
use yew::prelude::*;

/// Returns the label and unit of an input.
pub fn words(state: &State, id: InputId) -> ParameterText {
    let text = state.text();
    match id {
        InputId::General(general) => (text.general)(general),
        InputId::Line(line, LineField::Aantal) => (text.line)(line).aantal,
        InputId::Line(line, LineField::Bedrag) => (text.line)(line).bedrag,
        InputId::Line(_, part) | InputId::Own(_, part) => (text.line_field)(part),
    }
}

/// Returns a value with its unit sign, for sentences.
pub fn with_sign(state: &State, id: InputId, value: f64) -> String {
    let style = State::input_style(id);
    let sign = if style == Style::Percent { "%" } else { "" };
    format!("{}{sign}", state.text().notation.shown(value, style))
}

/// Returns what the change of one input does to the saldo, in words.
pub fn effect(state: &State, id: InputId) -> String {
    let mut without = (*state.workspace.inputs).clone();
    without.set(id, state.workspace.preset_inputs.get(id));
    (state.text().sentences.effect)(state.workspace.outcome.total.net - saldo(&without))
}

/// Returns the field of one input.
pub fn field(ctx: &PageContext, id: InputId) -> Html {
    field_over(ctx, id, Html::default())
}

/// Returns how sure the value of an input is that belongs to no own line: what
/// was filled in has no source any more.
pub fn how_sure(state: &State, id: InputId) -> &'static str {
    let text = state.text();
    if state.workspace.is_changed(id) { text.page.filled_in } else { (text.status)(id.definition().status) }
}

/// Returns the field of one input with more under its slider.
pub fn field_over(ctx: &PageContext, id: InputId, under: Html) -> Html {
    let text = ctx.text();
    let draft = ctx.editing.input_drafts.get(&id);
    let value = ctx.workspace.inputs.get(id);
    let shown =
        draft.map_or_else(|| text.notation.field(value, State::input_style(id)), |draft| draft.text.clone());
    let changed = ctx.workspace.is_changed(id);
    let reset_to = (changed
        || draft.is_some_and(|draft| draft.problem.is_some()) && !matches!(id, InputId::Own(..)))
    .then(|| with_sign(ctx, id, ctx.workspace.preset_value(id)).into());
    // Another price year is the same case in other euros: better nor worse.
    let compares = id != InputId::General(General::Prijspeil);
    let effect = if changed && compares { explain::effect::view(ctx, id) } else { Html::default() };
    let owned = |words: &String| AttrValue::from(words.clone());
    let props = FieldProps {
        id,
        name: ctx.workspace.inputs.name(id).into(),
        text: words(ctx, id),
        status: match id {
            InputId::Own(place, part) => own_lines::view::status(ctx, place, part),
            InputId::General(_) | InputId::Line(..) => how_sure(ctx, id),
        },
        value_text: shown.into(),
        problem: draft.and_then(|draft| draft.problem.as_ref()).map(owned),
        note: draft.and_then(|draft| draft.note.as_ref()).map(owned),
        reset_to,
        effect,
        inactive: ctx.workspace.inputs.ignores(id),
        help: help(ctx, id),
        user_source: ctx.workspace.user_sources.iter().find(|(of, _)| *of == id).map(|(_, from)| owned(from)),
        slider: slider_of(ctx, id),
        below_slider: under,
        shell: ctx.is_shell(),
        words: PageWords(text.page),
        send: ctx.sender(),
    };
    html! { <Field<Message> ..props /> }
}

/// Returns meaning and sources of an input, once they are opened; in the shell,
/// which no program opens, at once.
fn help(ctx: &PageContext, id: InputId) -> Html {
    if ctx.is_shell() || ctx.view.sources.opened.contains(&id) {
        lazy_block(&SERVICES, ctx.text().page, |loaded| (loaded.explanations.help)(ctx, id))
    } else {
        Html::default()
    }
}
