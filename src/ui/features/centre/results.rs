//! What follows from the inputs: pictures, ledgers, years, break-even. All but
//! the main picture comes with the second part of the program.

use crate::chart;
use crate::chart::Chart;
use crate::platform;
use crate::scenario::link;
use crate::ui::components::chart_view;
use crate::ui::components::chart_view::Kind;
use crate::ui::components::deferred_block::block;
use crate::ui::components::element::{button, div, element, heading, list, section};
use crate::ui::features::{
    building_blocks, certainty, changes, checks, compare, evidence, explain, financing, own_lines, worksheet,
};
use crate::ui::lazy;
use crate::ui::state::State;
use yew::prelude::*;

/// All results.
pub fn view(state: &State) -> Html {
    let shell = state.is_shell();
    let words = state.text();
    let page = words.page;
    let mut head = vec![heading("h2", "uitkomst-titel", page.results)];
    if !shell {
        head.push(button("jump", "reveal invoer", page.to_inputs));
    }
    let method = vec![heading("h3", "methode", page.method), list(page.method_points)];
    let more = |place| block(state, false, place, |state, place| card(state, MORE[place]));
    let mut pictures: Vec<Html> = (0..MORE.len()).map(more).collect();
    pictures.push(section("card method", "methode", method));
    let below = |view| block(state, false, 0, view);
    let content = vec![
        div("results-head", head),
        div("pictures", pictures),
        below(|state, _| checks::view::view(state)),
        below(|state, _| changes::view::view(state)),
        below(|state, _| worksheet::ledgers::ledgers(state)),
        below(|state, _| worksheet::break_even::view(state)),
        below(|state, _| worksheet::ledgers::years(state)),
        if shell { Html::default() } else { below(|state, _| financing::results::view(state)) },
        if shell { Html::default() } else { below(|state, _| evidence::view::view(state)) },
        if shell { Html::default() } else { below(|state, _| building_blocks::view::summary(state)) },
        if shell { Html::default() } else { below(|state, _| worksheet::explorer::view(state)) },
        if shell { Html::default() } else { below(|state, _| worksheet::goal::view(state)) },
    ];
    let values = ["results", lazy::RESULTS, "uitkomst-titel", "-1"].map(|value| Some(value.into()));
    element("section", &["class", "id", "aria-labelledby", "tabindex"], values.into(), content)
}

/// How a picture is made.
type Make = fn(&State) -> Chart;

/// The pictures below the main one.
const MORE: [Make; 3] = [
    |state| chart::waterfall(&state.outcome, state.text(), &|place| own_lines::view::label(state, place)),
    parties,
    |state| chart::cumulative(&state.outcome, state.text()),
];

/// Who pays and who saves, with what a plan leaves uncovered.
fn parties(state: &State) -> Chart {
    let make = if !state.inputs.plan.is_empty() { chart::parties::parties_with_plan } else { chart::parties };
    make(&state.outcome, state.text())
}

fn against(state: &State) -> Chart {
    chart::costs_vs_savings(&state.outcome, state.text(), &|place| own_lines::view::label(state, place))
}

/// The main picture: costs against savings.
pub fn main_picture(state: &State) -> Html {
    card(state, against)
}

/// A picture in its card.
fn card(state: &State, make: Make) -> Html {
    let chart = make(state);
    let failed = state.has_failed(chart.id);
    let more = if state.is_shell() { Default::default() } else { lazy::chart_more(state, &chart) };
    div("card", vec![chart_view::figure(state, &chart, failed, more)])
}

/// What opens at a picture of the outcome.
pub fn more(state: &State, chart: &Chart) -> [Html; 3] {
    let own = |place| own_lines::view::label(state, place);
    let table = chart::table(chart.id, &state.outcome, state.text(), &own);
    let table = table.map(|table| chart_view::table(state, chart.id, &table)).unwrap_or_default();
    explain::chart_hotspots::with(state, chart, table)
}

/// Makes a file of the picture with this id, with what it says of the figures.
pub fn save(state: &State, kind: Kind, id: &str, failed: impl FnOnce() + 'static) {
    let mut charts = [against as Make].into_iter().chain(MORE).map(|make| make(state));
    let found = charts.find(|chart| chart.id == id);
    let found =
        found.or_else(|| certainty::view::chart(state, id)).or_else(|| compare::view::chart(state, id));
    let found = found.or_else(|| financing::results::chart(state).filter(|chart| chart.id == id));
    let Some(chart) = found else { return };
    let scenario = state.scenario();
    let link = platform::address(&link::fragment(state.view.id(), scenario));
    let year = (state.text().page.price_year)(state.inputs.year());
    let year = format!("{year}; {}", changes::view::count(state));
    let about = if scenario.name.is_empty() { year } else { format!("{}, {year}", scenario.name) };
    let about = compare::view::about(state, id).unwrap_or(about);
    chart_view::save(&chart, &about, &link, state.text().charts, kind, failed);
}
