//! What follows from the inputs: pictures, ledgers, years, break-even.

use super::element::{button, div, element, heading, list, section};
use super::later::{self, Panel};
use super::picture::{self, Kind};
use super::state::State;
use super::{break_even, changes, ledgers, own, plan_results, uncertain};
use crate::chart::{self, Chart};
use crate::{link, platform};
use yew::prelude::*;

/// All results.
pub fn view(state: &State, shell: bool) -> Html {
    let words = state.text();
    let page = words.page;
    let mut head = vec![heading("h2", "uitkomst-titel", page.results)];
    if !shell {
        head.push(button("jump", "reveal invoer", page.to_inputs));
    }
    let method = vec![heading("h3", "methode", page.method), list(page.method_points)];
    let mut pictures: Vec<Html> = MORE.iter().map(|make| card(state, *make)).collect();
    pictures.push(section("card method", "methode", method));
    let content = vec![
        div("results-head", head),
        div("pictures", pictures),
        later::panel(state, Panel::Guards),
        changes::view(state),
        ledgers::ledgers(state),
        break_even::view(state),
        ledgers::years(state),
        if shell { Html::default() } else { later::panel(state, Panel::Plan) },
        if shell { Html::default() } else { later::panel(state, Panel::Firmness) },
        if shell { Html::default() } else { later::panel(state, Panel::Offer) },
        if shell { Html::default() } else { later::panel(state, Panel::Explorer) },
        if shell { Html::default() } else { later::panel(state, Panel::Goal) },
    ];
    let values = ["results", "uitkomst", "uitkomst-titel", "-1"].map(|value| Some(value.into()));
    element("section", &["class", "id", "aria-labelledby", "tabindex"], values.into(), content)
}

/// How a picture is made.
type Make = fn(&State) -> Chart;

/// The pictures below the main one.
const MORE: [Make; 3] = [
    |state| chart::waterfall(&state.outcome, state.text(), &|place| own::label(state, place)),
    later::parties,
    |state| chart::cumulative(&state.outcome, state.text()),
];

fn against(state: &State) -> Chart {
    chart::against(&state.outcome, state.text(), &|place| own::label(state, place))
}

/// The main picture: costs against savings.
pub fn main_picture(state: &State) -> Html {
    card(state, against)
}

/// A picture in its card.
fn card(state: &State, make: Make) -> Html {
    let chart = make(state);
    let failed = state.has_failed(chart.id);
    let data = if state.shell { Html::default() } else { later::chart_data(state, chart.id) };
    div("card", vec![picture::figure(state, &chart, failed, data)])
}

/// The data of the picture with this id, as a table.
pub fn data(state: &State, id: &'static str) -> Html {
    let own = |place| own::label(state, place);
    let table = chart::table(id, &state.outcome, state.text(), &own);
    table.map(|table| picture::table(state, id, &table)).unwrap_or_default()
}

/// Makes a file of the picture with this id, with what it says of the figures.
pub fn save(state: &State, kind: Kind, id: &str, failed: impl FnOnce() + 'static) {
    let mut charts = [against as Make].into_iter().chain(MORE).map(|make| make(state));
    let found = charts.find(|chart| chart.id == id).or_else(|| uncertain::chart(state, id));
    let found = found.or_else(|| plan_results::chart(state).filter(|chart| chart.id == id));
    let Some(chart) = found else { return };
    let scenario = state.scenario();
    let link = platform::address(&link::fragment(state.view.id(), scenario));
    let year = (state.text().page.price_year)(state.inputs.year());
    let year = format!("{year}; {}", changes::count(state));
    let about = if scenario.name.is_empty() { year } else { format!("{}, {year}", scenario.name) };
    picture::save(&chart, &about, &link, state.text().charts, kind, failed);
}
