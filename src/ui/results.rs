//! What follows from the inputs: pictures, ledgers, years, break-even.

use super::element::{button, div, element, heading, list, section};
use super::state::State;
use super::{break_even, ledgers};
use yew::prelude::*;

/// All results.
pub fn view(state: &State, shell: bool) -> Html {
    let page = state.text().page;
    let mut head = vec![heading("h2", "uitkomst-titel", page.results)];
    if !shell {
        head.push(button("jump", "reveal invoer", page.to_inputs));
    }
    let method = vec![heading("h3", "methode", page.method), list(page.method_points)];
    let content = vec![
        div("results-head", head),
        ledgers::ledgers(state),
        ledgers::years(state),
        break_even::view(state),
        section("card method", "methode", method),
    ];
    let values = ["results", "uitkomst", "uitkomst-titel", "-1"].map(|value| Some(value.into()));
    element("section", &["class", "id", "aria-labelledby", "tabindex"], values.into(), content)
}
