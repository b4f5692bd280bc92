//! The strip of scenarios: buttons that choose the one that is shown, and controls
//! to rename, copy, move and remove it. With a single scenario there is no strip;
//! a second one is added on the view that compares scenarios.

use crate::model::Preset;
use crate::scenario::workspace::MAX_SCENARIOS;
use crate::ui::blocks;
use crate::ui::commands::CONTENT;
use crate::ui::components::element::{
    attributes, button_if, classed, details, disabled, div, element, input, keyed, span, text_in,
    with_listeners,
};
use crate::ui::components::figure::{name_in, name_text, sentence_in, space};
use crate::ui::context::PageContext;
use crate::ui::features::scenarios::state::ScenarioAction;
use crate::ui::features::storage;
use crate::ui::state::{FieldId, FocusRequest, State};
use yew::prelude::*;

/// The id of the field with the name of the scenario that is shown.
const NAME: &str = "scenario-hernoem";

/// The number of characters of a name that a button shows.
const LONGEST: usize = 28;

/// Returns the id of the button that shows the scenario at this index.
fn choice_id(index: usize) -> String {
    format!("scenario-{index}")
}

/// Returns the strip as a deferred block, so that typing a figure does not wait
/// for it.
pub fn block(ctx: &PageContext) -> Html {
    blocks::deferred_block(ctx, 0, |ctx, _| view(ctx))
}

/// Draws the strip; empty with one scenario.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().workspace();
    let workspace = &ctx.workspace.current;
    if workspace.scenarios.len() == 1 {
        return Html::default();
    }
    let labels = ctx.labels();
    let choices = labels.iter().enumerate().map(|(index, label)| choice(ctx, index, label)).collect();
    let group =
        attributes! { "class" => "choices", "role" => "group", "aria-label" => words.choose_scenario };
    let choices = element("div", group, choices);
    let summary = vec![name_text((words.manage)(&labels[workspace.shown]))];
    let controls = details("sub", false, summary, controls(ctx));
    // A label and no heading, since the strip comes before the view's `<h1>`.
    let section = attributes! { "class" => "card scenarios", "aria-label" => words.scenarios };
    element("section", section, vec![choices, controls])
}

/// Draws the button that shows the scenario at this index.
fn choice(ctx: &PageContext, index: usize, label: &str) -> Html {
    let workspace = &ctx.workspace.current;
    let mut content = vec![name_text(shortened(label)), space()];
    if index == workspace.reference {
        content.push(span("tag", ctx.text().workspace().reference));
    }
    let attributes = attributes! {
        "type" => "button",
        "class" => "choice",
        "id" => choice_id(index),
        "title" => label.to_owned(),
        "aria-pressed" => if index == workspace.shown { "true" } else { "false" },
    };
    let show = ctx.on_press(ScenarioAction::Show(index));
    keyed(&index.to_string(), with_listeners("button", attributes, [show], content))
}

/// Returns a name, cut to fit on a button; the button's title has the whole name.
fn shortened(label: &str) -> String {
    match label.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", label[..end].trim_end()),
        None => label.to_owned(),
    }
}

/// Returns the words before the address on paper. They name the scenario that is
/// shown, since the address holds only that one of several.
pub fn printed_from(state: &State) -> String {
    (state.text().workspace().printed_from)(&state.label(state.workspace.current.shown))
}

/// Draws the field with the name of the scenario that is shown. Without a
/// `<label>`, it is named by the element with the id `labelled_by`.
pub fn name_input(ctx: &PageContext, id: &'static str, labelled_by: Option<&'static str>) -> Html {
    let attributes = attributes! {
        "id" => id,
        "name" => id,
        "class" => "wide",
        "type" => "text",
        "maxlength" => "200",
        "autocomplete" => "off",
        "aria-labelledby" => labelled_by,
    };
    input(attributes, ctx.scenario().name.clone(), ctx.text_listeners(FieldId::ScenarioName))
}

/// Draws the controls for the scenario that is shown, and the buttons that add
/// one.
fn controls(ctx: &PageContext) -> Vec<Html> {
    let words = ctx.text().workspace();
    let workspace = &ctx.workspace.current;
    let (shown, count) = (workspace.shown, workspace.scenarios.len());
    let room = !workspace.is_full();
    let label =
        element("label", attributes! { "for" => NAME, "class" => "label" }, vec![span("", words.name)]);
    let buttons = [
        (ScenarioAction::Duplicate, words.duplicate, room),
        (ScenarioAction::MoveEarlier, words.move_earlier, shown > 0),
        (ScenarioAction::MoveLater, words.move_later, shown + 1 < count),
        (ScenarioAction::MakeReference, words.make_reference, shown != workspace.reference),
        (ScenarioAction::Remove, words.remove, true),
    ];
    let buttons =
        buttons.map(|(action, name, possible)| button_if(possible, "button", ctx.press(action), name));
    let start = |preset: Preset| {
        let (name, description) = (ctx.text().preset)(preset);
        let attributes = attributes! {
            "type" => "button",
            "class" => "button",
            "title" => description,
            "disabled" => disabled(!room),
        };
        let add = ctx.on_press(ScenarioAction::Add(preset));
        with_listeners("button", attributes, [add], vec![span("", name)])
    };
    let legend = text_in("legend", "label", words.add);
    let hint = if room { (words.add_hint)(MAX_SCENARIOS) } else { (words.full)(MAX_SCENARIOS) };
    let add = vec![legend, div("buttons", Preset::ALL.map(start).into()), sentence_in("p", "small", hint)];
    let reference = if shown == workspace.reference { words.is_reference } else { "" };
    vec![
        div("field", vec![label, name_input(ctx, NAME, None)]),
        div("buttons", buttons.into()),
        name_in("p", "small", reference),
        classed("fieldset", "", add),
        sentence_in("p", "small", storage::messages::status(ctx)),
    ]
}

/// Returns where the focus goes after an action: to the button of the scenario that is
/// shown then or was added, or to the page where the strip disappears. `None` where the button that was
/// pressed keeps the focus. `state` is the state before the action.
pub fn focus_after(state: &State, action: &ScenarioAction) -> Option<FocusRequest> {
    let workspace = &state.workspace.current;
    let (shown, count) = (workspace.shown, workspace.scenarios.len());
    let index = match action {
        ScenarioAction::Show(_) => None,
        ScenarioAction::Add(_) | ScenarioAction::Duplicate | ScenarioAction::AddCautiousCount => {
            (!workspace.is_full()).then_some(shown + 1)
        }
        // With one scenario left there is no strip.
        ScenarioAction::Remove if count == 2 => return Some(FocusRequest::Element(CONTENT.to_owned())),
        ScenarioAction::Remove => Some(shown.min(count.saturating_sub(2))),
        // The button is disabled once the scenario is the first or the last.
        ScenarioAction::MoveEarlier => (shown == 1).then_some(0),
        ScenarioAction::MoveLater => (shown + 2 == count).then_some(shown + 1),
        ScenarioAction::MakeReference => Some(shown),
    };
    index.map(|index| FocusRequest::Element(choice_id(index)))
}
