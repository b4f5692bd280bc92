//! What follows from the inputs: pictures, ledgers, years, break-even.

use super::element::{button, div, element, heading, list, section};
use super::picture::ChartCard;
use super::state::{State, View};
use super::{break_even, changes, ledgers, own};
use crate::chart::{self, Chart};
use crate::{link, platform};
use std::rc::Rc;
use yew::prelude::*;

/// All results.
pub fn view(state: &State, shell: bool) -> Html {
    let words = state.text();
    let page = words.page;
    let outcome = &*state.outcome;
    let mut head = vec![heading("h2", "uitkomst-titel", page.results)];
    if !shell {
        head.push(button("jump", "reveal invoer", page.to_inputs));
    }
    let method = vec![heading("h3", "methode", page.method), list(page.method_points)];
    let waterfall = chart::waterfall(outcome, words, &|place| own::label(state, place));
    let pictures = vec![
        card(state, shell, waterfall),
        card(state, shell, chart::parties(outcome, words)),
        card(state, shell, chart::cumulative(outcome, words)),
        section("card method", "methode", method),
    ];
    let content = vec![
        div("results-head", head),
        div("pictures", pictures),
        changes::view(state),
        ledgers::ledgers(state),
        break_even::view(state),
        ledgers::years(state),
    ];
    let values = ["results", "uitkomst", "uitkomst-titel", "-1"].map(|value| Some(value.into()));
    element("section", &["class", "id", "aria-labelledby", "tabindex"], values.into(), content)
}

/// The main picture: costs against savings.
pub fn main_picture(state: &State, shell: bool) -> Html {
    let chart = chart::against(&state.outcome, state.text(), &|place| own::label(state, place));
    card(state, shell, chart)
}

/// A picture in its card, with what its files say of the figures.
fn card(state: &State, shell: bool, chart: Chart) -> Html {
    let scenario = state.scenario();
    let link = platform::address(&link::fragment(View::Rekenen.id(), scenario));
    let year = (state.text().page.price_year)(state.inputs.year());
    let about = if scenario.name.is_empty() { year } else { format!("{}, {year}", scenario.name) };
    div("card", vec![html! { <ChartCard chart={Rc::new(chart)} {link} {about} {shell} /> }])
}
