//! The strip of scenarios: which one is shown, and what can be done with it.
//! It is there as soon as there is more than one; the view that compares makes
//! the second.

use crate::model::Preset;
use crate::scenario::workspace::MOST;
use crate::ui::components::element::{classed, details, div, element, input, keyed, p, span, text};
use crate::ui::features::scenarios::state::Manage;
use crate::ui::features::storage;
use crate::ui::state::{Action, State};
use yew::prelude::*;

/// The field of the name of the scenario that is shown.
pub const NAME: &str = "scenario-hernoem";

/// How much of a name a button shows, in characters.
const LONGEST: usize = 28;

/// The id of the choice of the scenario at this place.
pub fn choice_id(place: usize) -> String {
    format!("scenario-{place}")
}

/// The strip; nothing with one scenario.
pub fn view(state: &State) -> Html {
    let words = state.text().workspace;
    let workspace = &state.workspace;
    let count = workspace.scenarios.len();
    if count == 1 {
        return Html::default();
    }
    let labels = state.labels();
    let choices = labels.iter().enumerate().map(|(place, label)| choice(state, place, label)).collect();
    let values = vec![Some("choices".into()), Some("group".into()), Some(words.which.into())];
    let choices = element("div", &["class", "role", "aria-label"], values, choices);
    let summary = vec![text((words.manage)(&labels[workspace.shown]))];
    let manage = details("sub", false, summary, manage(state));
    // No heading: it may stand before the first one of the view.
    let values = vec![Some("card scenarios".into()), Some(words.scenarios.into())];
    element("section", &["class", "aria-label"], values, vec![choices, manage])
}

fn choice(state: &State, place: usize, label: &str) -> Html {
    let workspace = &state.workspace;
    let pressed = if place == workspace.shown { "true" } else { "false" };
    let mut content = vec![text(short(label)), text(" ")];
    if place == workspace.reference {
        content.push(span("tag", state.text().workspace.reference));
    }
    let values = [
        "button".into(),
        "choice".into(),
        choice_id(place).into(),
        label.to_owned().into(),
        pressed.into(),
        format!("scenario-show {place}").into(),
    ];
    let keys = &["type", "class", "id", "title", "aria-pressed", "data-do"];
    keyed(&place.to_string(), element("button", keys, values.map(Some).into(), content))
}

/// A name that fits on a button; its title has the whole.
fn short(label: &str) -> String {
    match label.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", label[..end].trim_end()),
        None => label.to_owned(),
    }
}

/// What stands before the address on paper, which is only of the one that is
/// shown.
pub fn printed_from(state: &State) -> String {
    (state.text().workspace.printed_from)(&state.label(state.workspace.shown))
}

/// What can be done with the one that is shown, and a new one.
fn manage(state: &State) -> Vec<Html> {
    let words = state.text().workspace;
    let workspace = &state.workspace;
    let (shown, count) = (workspace.shown, workspace.scenarios.len());
    let way = |command: &'static str, name: &'static str, possible: bool| {
        let disabled = (!possible).then_some(AttrValue::Static("disabled"));
        let values = vec![Some("button".into()), Some("button".into()), Some(command.into()), disabled];
        element("button", &["type", "class", "data-do", "disabled"], values, vec![text(name)])
    };
    let values = [NAME, NAME, "wide", "text", "200", "off"].map(|value| Some(value.into()));
    let keys = &["id", "name", "class", "type", "maxlength", "autocomplete"];
    let name = input(keys, values.into(), state.scenario().name.clone());
    let label = element(
        "label",
        &["for", "class"],
        vec![Some(NAME.into()), Some("label".into())],
        vec![text(words.name)],
    );
    let room = count < MOST;
    let ways = vec![
        way("scenario-duplicate", words.duplicate, room),
        way("scenario-front", words.to_front, shown > 0),
        way("scenario-back", words.to_back, shown + 1 < count),
        way("scenario-refer", words.refer, shown != workspace.reference),
        way("scenario-remove", words.remove, true),
    ];
    let begin = |preset: Preset| {
        let command = format!("scenario-add {}", preset.id());
        let (name, what) = (state.text().preset)(preset);
        let disabled = (!room).then_some(AttrValue::Static("disabled"));
        let values = vec![
            Some("button".into()),
            Some("button".into()),
            Some(command.into()),
            Some(what.into()),
            disabled,
        ];
        element("button", &["type", "class", "data-do", "title", "disabled"], values, vec![text(name)])
    };
    let legend = classed("legend", "label", vec![text(words.add)]);
    let hint = if room { (words.add_hint)(MOST) } else { (words.full)(MOST) };
    let add = vec![legend, div("buttons", Preset::ALL.map(begin).into()), p("small", hint)];
    let reference = if shown == workspace.reference { words.is_reference } else { "" };
    vec![
        div("field", vec![label, name]),
        div("buttons", ways),
        p("small", reference),
        classed("fieldset", "", add),
        p("small", storage::persistence::status(state)),
    ]
}

/// The action of a button of the strip.
pub fn action(word: &str, about: &str) -> Option<Action> {
    let manage = match word {
        "scenario-show" => Manage::Show(about.parse().ok()?),
        "scenario-add" => Manage::Add(Preset::from_id(about)?),
        "scenario-duplicate" => Manage::Duplicate,
        "scenario-remove" => Manage::Remove,
        "scenario-front" => Manage::Move(true),
        "scenario-back" => Manage::Move(false),
        "scenario-refer" => Manage::Refer,
        _ => return None,
    };
    Some(manage.into())
}

/// Where the focus goes after what a button did: the scenario that is shown
/// then. Where the button stays, so does the focus.
pub fn focus_after(state: &State, action: &Action) -> Option<String> {
    let Action::Scenarios(what) = action else { return None };
    let workspace = &state.workspace;
    let place = match what {
        Manage::Add(_) | Manage::Duplicate if !workspace.is_full() => workspace.shown + 1,
        // With one left there is no strip.
        Manage::Remove if workspace.scenarios.len() == 2 => return Some("inhoud".to_owned()),
        Manage::Remove => workspace.shown.min(workspace.scenarios.len().saturating_sub(2)),
        Manage::Move(true) if workspace.shown == 1 => 0,
        Manage::Move(false) if workspace.shown + 2 == workspace.scenarios.len() => workspace.shown + 1,
        Manage::Refer => workspace.shown,
        _ => return None,
    };
    Some(choice_id(place))
}
