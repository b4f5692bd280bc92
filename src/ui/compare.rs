//! Scenarios beside each other: what comes out of each, and why they differ.

use super::element::{div, heading, p};
use super::state::{Action, State};
use yew::prelude::*;

/// The whole view.
pub fn view(state: &State) -> Html {
    let _ = state;
    div("beside", vec![heading("h1", "", ""), p("", "")])
}

/// The action of a choice in a list of this view.
pub fn chosen(_state: &State, _name: &str, _value: &str) -> Option<Action> {
    None
}
