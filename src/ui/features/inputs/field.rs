//! The field of one input of the model: collects from the state everything that
//! `components::field` shows.

use crate::model::Perspective;
use crate::model::inputs::plausible_range;
use crate::model::outcome::saldo;
use crate::model::{InputId, LineField};
use crate::number::Style;
use crate::text::ParameterText;
pub use crate::ui::components::field::field_id;
use crate::ui::components::field::{self, BelowField, FieldProps};
use crate::ui::context::{Message, PageContext};
use crate::ui::features::inputs::slider::slider_of;
use crate::ui::features::{explain, helpers, own_lines};
use crate::ui::lazy::SERVICES;
use crate::ui::lazy::lazy_block::lazy_block;
use crate::ui::state::State;
use yew::prelude::*;

/// Returns the label and unit of an input.
pub fn label_and_unit(state: &State, id: InputId) -> ParameterText {
    let text = state.text();
    match id {
        InputId::General(general) => (text.general)(general, state.workspace.inputs.perspective),
        InputId::Line(line, LineField::Aantal) => (text.line)(line).aantal,
        InputId::Line(line, LineField::Bedrag) => (text.line)(line).bedrag,
        InputId::Line(_, field) | InputId::Own(_, field) => (text.line_field)(field),
    }
}

/// Writes a value of an input for use in a sentence: with a percent sign where
/// it is a share, otherwise without a unit.
pub fn value_text(state: &State, id: InputId, value: f64) -> String {
    let style = State::input_style(id);
    let sign = if style == Style::Percent { "%" } else { "" };
    format!("{}{sign}", state.text().notation.shown(value, style))
}

/// Writes an end of a range as [`value_text`], but an amount from € 100 in whole euros: converted
/// prices have cents, which say nothing here.
pub fn range_end_text(state: &State, id: InputId, end: f64) -> String {
    let is_amount = State::input_style(id) == Style::Plain;
    value_text(state, id, if is_amount && end >= 100.0 { end.round() } else { end })
}

/// Writes the ends of the plausible range of an input, low and high; `None` where it has none.
pub fn plausible_text(state: &State, id: InputId) -> Option<[String; 2]> {
    let (low, high) = plausible_range(&state.workspace.inputs, id)?;
    Some([low, high].map(|end| range_end_text(state, id, end)))
}

/// Returns a sentence on how much the saldo changes because this input differs
/// from the preset.
pub fn effect_sentence(state: &State, id: InputId) -> String {
    let mut unchanged = (*state.workspace.inputs).clone();
    unchanged.set(id, state.workspace.preset_inputs.get(id));
    (state.text().sentences.effect)(
        state.workspace.outcome.total.net - saldo(&unchanged, Perspective::Partijen),
    )
}

/// Returns the field of one input.
pub fn field(ctx: &PageContext, id: InputId) -> Html {
    field_with_extra(ctx, id, Html::default())
}

/// Returns the word for the status of the value of an input, which says where the value
/// is from, such as 'aanname'. A value that the user changed is 'filled in', whatever the status
/// of the default was. Not for inputs of the user's own lines; see
/// [`own_lines::view::status`].
pub fn status_word(state: &State, id: InputId) -> &'static str {
    let text = state.text();
    if state.workspace.is_changed(id) { text.page.filled_in } else { (text.status)(id.definition().status) }
}

/// Returns the field of one input, with `extra` below its slider.
pub fn field_with_extra(ctx: &PageContext, id: InputId, extra: Html) -> Html {
    // Other prices express the same case in other euros, so its saldo is neither
    // better nor worse.
    let sets_prices = matches!(id, InputId::General(general) if general.sets_prices());
    let has_effect = ctx.workspace.is_changed(id) && !sets_prices;
    let effect = if has_effect { explain::effect::view(ctx, id) } else { Html::default() };
    field::field(
        properties(ctx, id),
        BelowField { slider: extra, helper: helpers::below_field(ctx, id), effect, help: help(ctx, id) },
    )
}

/// Returns everything that the controls of an input's field show.
pub(crate) fn properties(ctx: &PageContext, id: InputId) -> FieldProps<Message> {
    let text = ctx.text();
    let draft = ctx.editing.input_drafts.get(&id);
    let value = ctx.workspace.inputs.get(id);
    let shown =
        draft.map_or_else(|| text.notation.field(value, State::input_style(id)), |draft| draft.text.clone());
    let changed = ctx.workspace.is_changed(id);
    let reset_to = (changed
        || draft.is_some_and(|draft| draft.problem.is_some()) && !matches!(id, InputId::Own(..)))
    .then(|| value_text(ctx, id, ctx.workspace.preset_value(id)).into());
    let attribute = |words: &String| AttrValue::from(words.clone());
    FieldProps {
        id,
        name: ctx.workspace.inputs.name(id).into(),
        text: label_and_unit(ctx, id),
        status: match id {
            InputId::Own(index, field) => own_lines::view::status(ctx, index, field),
            InputId::General(_) | InputId::Line(..) => status_word(ctx, id),
        },
        value_text: shown.into(),
        problem: draft.and_then(|draft| draft.problem.as_ref()).map(|problem| {
            let counts = (text.sentences.counts_instead)(&value_text(ctx, id, value));
            format!("{problem} {counts}").into()
        }),
        counted_text: text.notation.field(value, State::input_style(id)).into(),
        note: draft.and_then(|draft| draft.note(text)).map(AttrValue::from),
        reset_to,
        inactive: ctx.workspace.inputs.ignore_reason(id).map(text.page.inactive),
        user_source: ctx
            .workspace
            .user_sources
            .iter()
            .find(|(input, _)| *input == id)
            .map(|(_, source)| attribute(source)),
        slider: slider_of(ctx, id),
        shell: ctx.is_shell(),
        send: ctx.sender(),
    }
}

/// Returns the meaning and the sources of an input once the user opened them.
/// The static shell, where no program can open anything, always has them.
fn help(ctx: &PageContext, id: InputId) -> Html {
    if ctx.is_shell() || ctx.view.sources.opened.contains(&id) {
        lazy_block(&SERVICES, ctx.text().page, |loaded| (loaded.explanations.help)(ctx, id))
    } else {
        Html::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::General;
    use crate::scenario::Scenario;
    use crate::ui::features::explain::state::ExplainAction;
    use crate::ui::features::sources::state::SourcesAction;
    use crate::ui::routes::Route;
    use crate::ui::state::{Action, EditingAction, FieldId, WorkspaceAction};

    /// By hand: the range of the rent is € 40,000 to € 58,000, in prices of 2026 times 1.36797.
    #[test]
    fn a_range_in_other_prices_has_no_cents() {
        let state = |text: &str| State::new(Route::Worksheet, Scenario::parse(text).unwrap());
        let rent = InputId::General(General::Huisvesting);
        let shown = plausible_text(&state(r#"{"values":{"prijspeil":2026}}"#), rent).unwrap();
        assert_eq!(shown, ["54.719", "79.342"]);
        let fte = InputId::General(General::Fte);
        assert_eq!(plausible_text(&state("{}"), fte).unwrap(), ["3,5", "4"]);
    }

    /// Otherwise a field is drawn again at every action of its block.
    #[test]
    fn two_renderings_of_one_state_have_equal_properties() {
        let text = r#"{"values":{"bezoekers":600,"fte":3},"ranges":{"fte":{"low":2,"high":5}}}"#;
        let mut state = State::new(Route::Worksheet, Scenario::parse(text).unwrap());
        let fte = InputId::General(General::Fte);
        let actions: [Action; 4] = [
            WorkspaceAction::SetUserSource(fte, Some("jaarrekening".to_owned())).into(),
            SourcesAction::Open(fte).into(),
            ExplainAction::Open("bij-veld".to_owned(), "wijziging.fte".to_owned()).into(),
            EditingAction::Type(FieldId::Input(InputId::General(General::Bezoekers)), "veel".to_owned())
                .into(),
        ];
        actions.into_iter().for_each(|action| state.apply(action));
        let ctx = PageContext::inert(state.clone());
        // The saldo is another one, and so is each effect on it.
        let mut later = state;
        later.apply(WorkspaceAction::SetCounted(crate::model::Line::Uitkeringen, false).into());
        let later = ctx.with_state(later);
        for id in ctx.workspace.inputs.ids() {
            assert!(properties(&ctx, id) == properties(&ctx, id), "{}", ctx.workspace.inputs.name(id));
        }
        assert!(properties(&ctx, fte) == properties(&later, fte));
        assert!(properties(&ctx, fte) != properties(&ctx, InputId::General(General::Bezoekers)));
    }
}
