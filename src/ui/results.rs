//! What follows from the inputs: pictures, ledgers, years, break-even.

use super::element::{button, div, element, heading, list, section};
use super::picture::{self, Kind};
use super::state::State;
use super::{break_even, changes, explorer, guards, ledgers, offer, own, uncertain};
use crate::chart::{self, Chart};
use crate::{link, platform};
use yew::prelude::*;

/// All results.
pub fn view(state: &State, shell: bool, failed: Option<&str>) -> Html {
    let words = state.text();
    let page = words.page;
    let mut head = vec![heading("h2", "uitkomst-titel", page.results)];
    if !shell {
        head.push(button("jump", "reveal invoer", page.to_inputs));
    }
    let method = vec![heading("h3", "methode", page.method), list(page.method_points)];
    let mut pictures: Vec<Html> = MORE.iter().map(|make| card(state, failed, *make)).collect();
    pictures.push(section("card method", "methode", method));
    let content = vec![
        div("results-head", head),
        div("pictures", pictures),
        guards::view(state),
        changes::view(state),
        ledgers::ledgers(state),
        break_even::view(state),
        explorer::view(state),
        ledgers::years(state),
        if shell { Html::default() } else { offer::summary(state) },
    ];
    let values = ["results", "uitkomst", "uitkomst-titel", "-1"].map(|value| Some(value.into()));
    element("section", &["class", "id", "aria-labelledby", "tabindex"], values.into(), content)
}

/// How a picture is made.
type Make = fn(&State) -> Chart;

/// The pictures below the main one.
const MORE: [Make; 3] = [
    |state| chart::waterfall(&state.outcome, state.text(), &|place| own::label(state, place)),
    |state| chart::parties(&state.outcome, state.text()),
    |state| chart::cumulative(&state.outcome, state.text()),
];

fn against(state: &State) -> Chart {
    chart::against(&state.outcome, state.text(), &|place| own::label(state, place))
}

/// The main picture: costs against savings.
pub fn main_picture(state: &State, failed: Option<&str>) -> Html {
    card(state, failed, against)
}

/// A picture in its card; `failed` is the one whose file could not be made.
fn card(state: &State, failed: Option<&str>, make: Make) -> Html {
    let chart = make(state);
    let failed = failed == Some(chart.id);
    div("card", vec![picture::figure(state, &chart, failed)])
}

/// Makes a file of the picture with this id, with what it says of the figures.
pub fn save(state: &State, kind: Kind, id: &str, failed: impl FnOnce() + 'static) {
    let mut charts = [against as Make].into_iter().chain(MORE).map(|make| make(state));
    let found = charts.find(|chart| chart.id == id).or_else(|| uncertain::chart(state, id));
    let Some(chart) = found else { return };
    let scenario = state.scenario();
    let link = platform::address(&link::fragment(state.view.id(), scenario));
    let year = (state.text().page.price_year)(state.inputs.year());
    let year = format!("{year}; {}", changes::count(state));
    let about = if scenario.name.is_empty() { year } else { format!("{}, {year}", scenario.name) };
    picture::save(&chart, &about, &link, state.text().charts, kind, failed);
}
