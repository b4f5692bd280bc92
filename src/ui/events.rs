//! What a person does on the page, as actions on the state.
//!
//! The listeners stand on the page as a whole, and elements say in their
//! attributes what they are: a text field by its `name`, a slider by
//! `data-slider`, a button by `data-do`. That keeps a hundred fields light, to
//! load and to draw.

use super::state::explained::Explaining;
use super::state::offer::Offer;
use super::state::sourced::Sourcing;
use super::state::{Action, OwnEdit, State, View};
use super::{changes, explorer, offer, picture, ranges};
use crate::blocks::Presence;
use crate::model::{CostBasis, InputId, Kind, Line, Preset};
use crate::number::digits;
use crate::scenario::examples::EXAMPLES;
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
    /// Show the outcome and print it.
    Print,
    /// Save the scenario as a file.
    Save,
    /// Make a file of the picture with this id.
    Picture(picture::Kind, String),
    /// Copy the text of the field with this id.
    Copy(String),
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
            "scale" => Action::ScaleSavings,
            "explain" => {
                let (place, figure) = about.split_once(' ')?;
                Action::Explain(Explaining::Open(place.to_owned(), figure.to_owned()))
            }
            "explain-further" => Action::Explain(Explaining::Further(about.to_owned())),
            "explain-back" => Action::Explain(Explaining::Back),
            "explain-close" => Action::Explain(Explaining::Close),
            "sources" => Action::Sources(Sourcing::Again),
            "add-cost" => Action::AddCost,
            "add-saving" => Action::AddSaving,
            "reset" => Action::Reset(state.scenario().input(about)?),
            "put-back" => Action::PutBack(changes::named(state, about)?),
            "break-even" => Action::BreakEven(state.scenario().input(about)?),
            "preset" => Action::Choose(Preset::from_id(about)?),
            "remove" => Action::Remove(own_place(state, about)?),
            "duplicate" => Action::Duplicate(own_place(state, about)?),
            "up" | "down" => Action::Move(own_place(state, about)?, word == "up"),
            "example" => Action::AddExample(EXAMPLES.iter().position(|example| example.id == about)?),
            "start-over" => Action::StartOver,
            "range" | "figure" | "drempel" => ranges::pressed(state, word, about)?,
            "go" => return Some(Command::Go(about.to_owned())),
            "view" => return Some(Command::View(View::from_id(about))),
            "reveal" => return Some(Command::Reveal(about.to_owned())),
            "copy" => return Some(Command::Copy(about.to_owned())),
            "png" => return Some(Command::Picture(picture::Kind::Png, about.to_owned())),
            "svg" => return Some(Command::Picture(picture::Kind::Svg, about.to_owned())),
            "print" => return Some(Command::Print),
            "save" => return Some(Command::Save),
            _ => return None,
        };
        Some(Command::Act(action))
    }
}

fn own_place(state: &State, id: &str) -> Option<usize> {
    state.inputs.own.iter().position(|line| line.id == id)
}

/// The action of a text that was typed in the field with this name.
pub fn typed(state: &State, name: &str, text: String) -> Option<Action> {
    if name == "scenario-naam" {
        return Some(Action::Name(text));
    }
    if let Some(id) = state.scenario().input(name) {
        return Some(Action::Type(id, text));
    }
    if let Some(setting) = ranges::setting(state, name) {
        return Some(ranges::typed(setting, text));
    }
    if let Some(rung) = offer::rung_named(name) {
        return Some(Action::Offer(Offer::People(rung, text)));
    }
    let (own, what) = name.split_once('.')?;
    let edit = match what {
        "label" => OwnEdit::Label(text),
        "unit" => OwnEdit::Unit(text),
        _ => return None,
    };
    Some(Action::Own(own_place(state, own)?, edit))
}

/// The action of a choice in the list with this name.
pub fn chosen(state: &State, name: &str, value: &str) -> Option<Action> {
    if name == "kostenbasis" {
        return CostBasis::ALL.into_iter().find(|basis| basis.id() == value).map(Action::Basis);
    }
    if name == explorer::CHOICE {
        return state.scenario().input(value).map(Action::Explore);
    }
    if let Some(action) = ranges::chosen(state, name, value) {
        return Some(action);
    }
    if let Some(block) = offer::block_named(name) {
        return Some(Action::Offer(Offer::Block(block, Presence::from_id(value))));
    }
    let own = own_place(state, name.strip_suffix(".kind")?)?;
    let kind = Kind::ALL.into_iter().find(|kind| kind.id() == value)?;
    Some(Action::Own(own, OwnEdit::Kind(kind)))
}

/// The action of a box with this name that was ticked or not.
pub fn ticked(state: &State, name: &str, on: bool) -> Option<Action> {
    if name == ranges::POINT_ONLY {
        return Some(ranges::point_only(on));
    }
    let line = name.strip_suffix(".counted")?;
    match Line::from_id(line) {
        Some(line) => Some(Action::Counted(line, on)),
        None => Some(Action::Own(own_place(state, line)?, OwnEdit::Counted(on))),
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

/// Something was typed, or a slider moved.
pub fn on_input(state: &State, event: &Event) -> Option<Action> {
    let input: HtmlInputElement = target(event)?;
    if input.has_attribute("data-slider") {
        // The browser only gives finite numbers here.
        let position = digits::read(&input.value())?;
        let id = input_of(state, &input)?;
        return Some(Action::Slide(id, super::slider::value_at(id, position)));
    }
    if input.type_() == "text" { typed(state, &input.name(), input.value()) } else { None }
}

/// A list, a box or a slider was left at a choice.
pub fn on_change(state: &State, event: &Event) -> Option<Action> {
    if let Some(list) = target::<HtmlSelectElement>(event) {
        return chosen(state, &list.name(), &list.value());
    }
    let input: HtmlInputElement = target(event)?;
    match input.type_().as_str() {
        "checkbox" => ticked(state, &input.name(), input.checked()),
        "range" => input_of(state, &input).map(Action::Leave),
        _ => None,
    }
}

/// A field was left, or Enter pressed in it: its text may be tidied.
pub fn on_leave(state: &State, event: &Event) -> Option<Action> {
    let input: HtmlInputElement = target(event)?;
    let setting = || ranges::setting(state, &input.name()).map(ranges::left);
    if let Some(rung) = offer::rung_named(&input.name()) {
        return Some(Action::Offer(Offer::Leave(rung)));
    }
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
