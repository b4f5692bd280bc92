//! The four pictures of this view, and what inputs and figures are called in
//! them.

use crate::chart;
use crate::chart::Chart;
use crate::model::{General, InputId};
use crate::text::catalogue;
use crate::text::uncertainty::{CurveFacts, InputLabel};
use crate::ui::features::own_lines;
use crate::ui::state::State;
use crate::uncertainty::{Figure, SimulationSummary};

/// The name of an input where its line is not beside it.
pub fn name_of(state: &State, id: InputId) -> String {
    let text = state.text();
    let (line, part) = match id {
        InputId::General(general) => return (text.general)(general).label.to_owned(),
        InputId::Line(line, part) => ((text.line)(line).label.to_owned(), part),
        InputId::Own(place, part) => (own_lines::view::label(state, place), part),
    };
    let label = (text.line_field)(part).label;
    let mut small = label.to_owned();
    // All of them begin with a plain letter.
    if let Some(first) = small.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    format!("{line}: {small}")
}

fn plain(value: f64) -> String {
    catalogue().notation.number(value, 2)
}

fn percent(value: f64) -> String {
    format!("{}%", catalogue().notation.number(value * 100.0, 2))
}

pub(crate) fn euro(value: f64) -> String {
    catalogue().notation.euro(value)
}

/// An input by its name in files; one that is no longer there keeps that name.
pub(crate) fn named(state: &State, id: &str) -> InputLabel {
    use crate::model::Unit;
    let input = state.scenario().input(id);
    let shown: fn(f64) -> String = match input.map(|input| input.definition().unit) {
        Some(Unit::Share) => percent,
        Some(Unit::Euro | Unit::EuroPer) => euro,
        _ => plain,
    };
    let name = input.map_or_else(|| id.to_owned(), |input| name_of(state, input));
    InputLabel { id: id.to_owned(), name, shown, input }
}

/// A figure of the point calculation.
pub(crate) fn point(state: &State, figure: Figure) -> f64 {
    let outcome = &state.outcome;
    match figure {
        Figure::Net => outcome.total.net,
        Figure::Npv => outcome.npv,
        Figure::Gemeente => outcome.parties.gemeente.net,
        Figure::Society => outcome.society.net,
    }
    .euros()
}

/// The picture of this view with this id, while it is shown.
pub fn chart(state: &State, id: &str) -> Option<Chart> {
    let simulated = state.uncertainty.simulated.as_deref()?;
    let makes: [fn(&State, &SimulationSummary) -> Chart; 4] =
        [spread_chart, curve_chart, swing_chart, ranking_chart];
    makes.into_iter().map(|make| make(state, simulated)).find(|chart| chart.id == id)
}

/// How the draws of the chosen figure are spread.
pub(crate) fn spread_chart(state: &State, simulated: &SimulationSummary) -> Chart {
    let figure = state.uncertainty.figure;
    chart::histogram(figure, simulated.spread(figure), point(state, figure), state.text())
}

pub(crate) fn curve_facts(state: &State, simulated: &SimulationSummary) -> CurveFacts {
    let drempel = state.inputs.general(General::Drempel);
    CurveFacts {
        drempels: simulated.drempels,
        drempel,
        chance: simulated.chance_at(drempel),
        society: -point(state, Figure::Society) / state.inputs.general(General::Bezoekers),
    }
}

/// What the rest must be worth.
pub(crate) fn curve_chart(state: &State, simulated: &SimulationSummary) -> Chart {
    chart::acceptability(&simulated.curve, &curve_facts(state, simulated), state.text())
}

/// What the saldo hangs on.
pub(crate) fn swing_chart(state: &State, simulated: &SimulationSummary) -> Chart {
    let drempel = state.inputs.general(General::Drempel);
    let level = 0.0 - drempel * state.inputs.general(General::Bezoekers);
    let named = |id: &str| named(state, id);
    chart::tornado(
        &simulated.sensitivity_ranges[0],
        point(state, Figure::Net),
        (level, drempel),
        &named,
        state.text(),
    )
}

/// What to measure first.
pub(crate) fn ranking_chart(state: &State, simulated: &SimulationSummary) -> Chart {
    let named = |id: &str| named(state, id);
    chart::ranking(simulated, state.inputs.general(General::Drempel), &named, state.text())
}
