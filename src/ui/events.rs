//! What a person does on the page, as actions on the state.
//!
//! The listeners stand on the page as a whole, and elements say in their
//! attributes what they are: a text field by its `name`, a slider by
//! `data-slider`, a button by `data-do`. That keeps a hundred fields light, to
//! load and to draw.

use crate::model::{CostBasis, InputId, Line, Preset};
use crate::number::digits;
use crate::ui::commands::Changed;
use crate::ui::components::lazy_block;
use crate::ui::lazy;
use crate::ui::state::{Action, State, View};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// What a button asks for: a change of the state, or something of the browser.
#[derive(Debug, PartialEq)]
pub enum Command {
    /// A change of the state.
    Act(Action),
    /// Bring the focus to the element with this id.
    Reveal(String),
    /// Show the view of inputs and results, and there the same.
    Go(String),
    /// Show this view.
    View(View),
    /// Try again to load what could not be loaded.
    Load,
    /// What only [`crate::ui::commands`] knows, which is loaded lazily.
    Other(String),
}

impl Command {
    /// Reads the `data-do` of a button: a word, or a word and what it is about.
    pub fn read(state: &State, text: &str) -> Option<Command> {
        let (word, about) = text.split_once(' ').unwrap_or((text, ""));
        let action = match word {
            "undo" => Action::Undo,
            "redo" => Action::Redo,
            "dismiss" => Action::Dismiss,
            "reset-all" => Action::ResetAll,
            "reset" => Action::Reset(state.scenario().input(about)?),
            "preset" => Action::Choose(Preset::from_id(about)?),
            "go" => return Some(Command::Go(about.to_owned())),
            "view" => return Some(Command::View(View::from_id(about))),
            lazy_block::LOAD => return Some(Command::Load),
            "reveal" => return Some(Command::Reveal(about.to_owned())),
            _ => return Some(Command::Other(text.to_owned())),
        };
        Some(Command::Act(action))
    }
}

/// The action of a text that was typed in the field with this name.
pub fn typed(state: &State, name: &str, text: String) -> Option<Action> {
    match state.scenario().input(name) {
        Some(id) => Some(Action::Type(id, text)),
        None => lazy::changed(state, Changed::Text(name, text)),
    }
}

/// The action of a choice in the list with this name.
pub fn chosen(state: &State, name: &str, value: String) -> Option<Action> {
    if name == "kostenbasis" {
        return CostBasis::ALL.into_iter().find(|basis| basis.id() == value).map(Action::Basis);
    }
    lazy::changed(state, Changed::Choice(name, value))
}

/// The action of a box with this name that was ticked or not.
pub fn ticked(state: &State, name: &str, on: bool) -> Option<Action> {
    match name.strip_suffix(".counted").and_then(Line::from_id) {
        Some(line) => Some(Action::Counted(line, on)),
        None => lazy::changed(state, Changed::Box(name, on)),
    }
}

fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target()?.dyn_into().ok()
}

/// The input that an event on a slider or a text field is about.
fn input_of(state: &State, element: &Element) -> Option<InputId> {
    let name = element.get_attribute("data-slider").or_else(|| element.get_attribute("name"))?;
    state.scenario().input(&name)
}

/// What a slider says it is about.
fn slider_of(input: &HtmlInputElement) -> String {
    input.get_attribute("data-slider").unwrap_or_default()
}

/// Something was typed, or a slider moved.
pub fn on_input(state: &State, event: &Event) -> Option<Action> {
    let input: HtmlInputElement = target(event)?;
    if input.has_attribute("data-slider") {
        // The browser only gives finite numbers here.
        let position = digits::read(&input.value())?;
        return match input_of(state, &input) {
            Some(id) => Some(Action::Slide(id, crate::ui::components::slider::value_at(id, position))),
            None => lazy::changed(state, Changed::Slider(&slider_of(&input), Some(position))),
        };
    }
    if input.type_() == "text" { typed(state, &input.name(), input.value()) } else { None }
}

/// A list, a box or a slider was left at a choice.
pub fn on_change(state: &State, event: &Event) -> Option<Action> {
    if let Some(list) = target::<HtmlSelectElement>(event) {
        return chosen(state, &list.name(), list.value());
    }
    let input: HtmlInputElement = target(event)?;
    match input.type_().as_str() {
        "checkbox" => ticked(state, &input.name(), input.checked()),
        "range" => input_of(state, &input)
            .map(Action::Leave)
            .or_else(|| lazy::changed(state, Changed::Slider(&slider_of(&input), None))),
        _ => None,
    }
}

/// A field was left, or Enter pressed in it: its text may be tidied.
pub fn on_leave(state: &State, event: &Event) -> Option<Action> {
    let input: HtmlInputElement = target(event)?;
    let name = input.name();
    let setting = || lazy::changed(state, Changed::Left(&name));
    let other = || (input.type_() == "text").then_some(Action::Left);
    input_of(state, &input).map(Action::Leave).or_else(setting).or_else(other)
}

/// A button was pressed.
pub fn on_click(state: &State, event: &Event) -> Option<Command> {
    let element: Element = target(event)?;
    let button = element.closest("[data-do]").ok().flatten()?;
    // The parts of the page behind # are links for the eye only.
    event.prevent_default();
    Command::read(state, &button.get_attribute("data-do")?)
}

/// Undo and redo by keyboard, in text fields too: what a browser has of its
/// own knows nothing of the texts that the page puts there.
pub fn on_key(event: &KeyboardEvent) -> Option<Action> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Action::Undo),
        ("z", true) | ("y", false) => Some(Action::Redo),
        _ => None,
    }
}
