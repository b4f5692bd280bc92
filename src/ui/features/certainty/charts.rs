//! The four charts of the simulation, and how inputs and figures are named in
//! them.

use crate::chart;
use crate::chart::Chart;
use crate::model::{General, InputId, Unit};
use crate::text::catalogue;
use crate::text::uncertainty::{CurveFacts, InputLabel};
use crate::ui::features::own_lines;
use crate::ui::state::State;
use crate::uncertainty::{SimulatedFigure, SimulationSummary};

/// Draws a chart from the state and these results.
pub type DrawResults = fn(&State, &SimulationSummary) -> Chart;

/// Returns the label of an input for places where its line is not beside it.
pub(super) fn input_label(state: &State, id: InputId) -> String {
    let text = state.text();
    let (line, part) = match id {
        InputId::General(general) => return (text.general)(general).label.to_owned(),
        InputId::Line(line, part) => ((text.line)(line).label.to_owned(), part),
        InputId::Own(position, part) => (own_lines::view::label(state, position), part),
    };
    let mut part = (text.line_field)(part).label.to_owned();
    // All of these labels begin with a letter without an accent.
    if let Some(first) = part.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    format!("{line}: {part}")
}

fn plain(value: f64) -> String {
    catalogue().notation.number(value, 2)
}

fn percent(value: f64) -> String {
    format!("{}%", catalogue().notation.number(value * 100.0, 2))
}

pub(super) fn euro(value: f64) -> String {
    catalogue().notation.euro(value)
}

/// Returns an input by its name in files, with how its values are written. An
/// input that the scenario no longer has keeps its name in files.
pub(super) fn named_input(state: &State, id: &str) -> InputLabel {
    let input = state.scenario().input(id);
    let shown: fn(f64) -> String = match input.map(|input| input.definition().unit) {
        Some(Unit::Share) => percent,
        Some(Unit::Euro | Unit::EuroPer) => euro,
        Some(Unit::Persons | Unit::Inhabitants | Unit::Fte | Unit::Years | Unit::Year | Unit::Count)
        | None => plain,
    };
    let name = input.map_or_else(|| id.to_owned(), |input| input_label(state, input));
    InputLabel { id: id.to_owned(), name, shown, input }
}

/// Returns a figure as it is calculated without uncertainty.
pub(super) fn point(state: &State, figure: SimulatedFigure) -> f64 {
    let outcome = &state.workspace.outcome;
    match figure {
        SimulatedFigure::Net => outcome.total.net,
        SimulatedFigure::Npv => outcome.npv(state.workspace.inputs.perspective),
        SimulatedFigure::Gemeente => outcome.parties.gemeente.net,
        SimulatedFigure::Society => outcome.society.net,
    }
    .euros()
}

/// Returns the chart with this id; none where it is not of the simulation, or
/// there are no results.
pub fn chart(state: &State, id: &str) -> Option<Chart> {
    const CHARTS: [DrawResults; 4] = [distribution_chart, acceptability_chart, tornado_chart, ranking_chart];
    let results = state.simulation.results.as_deref()?;
    CHARTS.into_iter().map(|draw| draw(state, results)).find(|chart| chart.id == id)
}

/// Draws how the draws of the chosen figure are spread.
pub(super) fn distribution_chart(state: &State, results: &SimulationSummary) -> Chart {
    let figure = state.view.distribution;
    chart::histogram(figure, results.spread(figure), point(state, figure), state.text())
}

/// Returns what the sentence on the acceptability curve states.
pub(super) fn curve_facts(state: &State, results: &SimulationSummary) -> CurveFacts {
    let drempel = state.workspace.inputs.general(General::Drempel);
    CurveFacts {
        drempels: results.drempels,
        drempel,
        chance: results.chance_at(drempel),
        society: -point(state, SimulatedFigure::Society) / state.workspace.inputs.general(General::Bezoekers),
    }
}

/// Draws how likely the saldo is enough, for each worth of what is not counted.
pub(super) fn acceptability_chart(state: &State, results: &SimulationSummary) -> Chart {
    chart::acceptability(&results.curve, &curve_facts(state, results), state.text())
}

/// Draws what the saldo depends on.
pub(super) fn tornado_chart(state: &State, results: &SimulationSummary) -> Chart {
    let drempel = state.workspace.inputs.general(General::Drempel);
    let level = 0.0 - drempel * state.workspace.inputs.general(General::Bezoekers);
    let named = |id: &str| named_input(state, id);
    chart::tornado(
        results.saldo_ranges(),
        point(state, results.saldo),
        (level, drempel),
        &named,
        state.text(),
    )
}

/// Draws what is best measured first.
pub(super) fn ranking_chart(state: &State, results: &SimulationSummary) -> Chart {
    let named = |id: &str| named_input(state, id);
    chart::ranking(results, state.workspace.inputs.general(General::Drempel), &named, state.text())
}
