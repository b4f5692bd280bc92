//! Saving a chart as a file: finds the chart by its id, and adds a line below it that
//! says which scenario its figures are from.

use crate::platform;
use crate::scenario::link;
use crate::ui::features::charts::file::{self, FileKind};
use crate::ui::features::charts::outcome::{DrawChart, OTHER_CHARTS, costs_vs_savings};
use crate::ui::features::{centre, certainty, changes, compare, financing, what_if};
use crate::ui::state::State;

/// Saves the chart with this id; does nothing where there is no such chart, and
/// calls `failed` where the browser cannot save.
pub fn save(state: &State, kind: FileKind, id: &str, failed: impl FnOnce() + 'static) {
    let found = [centre::picture::wide as DrawChart, costs_vs_savings]
        .into_iter()
        .chain(OTHER_CHARTS)
        .map(|draw| draw(state))
        .find(|chart| chart.id == id);
    let found =
        found.or_else(|| certainty::charts::chart(state, id)).or_else(|| compare::view::chart(state, id));
    let found = found.or_else(|| financing::results::chart(state).filter(|chart| chart.id == id));
    let found = found.or_else(|| what_if::view::chart(state).filter(|chart| chart.id == id));
    let Some(chart) = found else { return };
    let scenario = state.scenario();
    let (view, json) = (state.view.route.id(), scenario.to_json());
    // No messenger cuts off the link in a file, so it may be long.
    let link = link::write(view, &json).unwrap_or_else(|_| link::write_plain(view, &json));
    let link = platform::address_with_fragment(&link);
    let year = (state.text().results().price_year)(state.workspace.inputs.year());
    let basis = format!("{year}; {}", count_of_changes(state));
    let about = if scenario.name.is_empty() { basis } else { format!("{}, {basis}", scenario.name) };
    let about = compare::view::about(state, id).unwrap_or(about);
    file::save(&chart, &about, &link, state.text().result_charts(), kind, failed);
}

/// Returns how far the scenario is the user's own, as the view that is shown says it.
fn count_of_changes(state: &State) -> String {
    if state.view.shows_rounded_amounts() {
        (state.text().centre().own_figures)(centre::state::own_figures(state))
    } else {
        changes::view::count(state)
    }
}
