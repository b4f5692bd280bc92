//! The charts of the simulation, and the names and values of inputs and
//! figures in them.

use crate::chart;
use crate::chart::Chart;
use crate::model::{General, InputId, Unit};
use crate::text::catalogue;
use crate::text::uncertainty::{CurveFacts, InputLabel};
use crate::ui::features::certainty::overview;
use crate::ui::features::own_lines;
use crate::ui::state::State;
use crate::uncertainty::{SimulatedFigure, SimulationSummary};

/// Draws a chart from the state and these results.
pub type DrawResults = fn(&State, &SimulationSummary) -> Chart;

/// Returns the label of an input with the name of its line before it, for places
/// that do not show the line otherwise: 'Dagbesteding: aantal'.
pub(super) fn input_label(state: &State, id: InputId) -> String {
    let text = state.text();
    let (line, field) = match id {
        InputId::General(general) => {
            return (text.general)(general, state.workspace.inputs.perspective).label.to_owned();
        }
        InputId::Line(line, field) => ((text.line)(line).label.to_owned(), field),
        InputId::Own(index, field) => (own_lines::view::label(state, index), field),
    };
    let mut label = (text.line_field)(field).label.to_owned();
    // All of these labels begin with an ASCII letter.
    if let Some(first) = label.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    format!("{line}: {label}")
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

/// Returns the label of the input with this name in files, and the function that
/// writes its values. An input that the scenario no longer has is called by its
/// name in files.
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

/// Returns the value in euros of a simulated figure without uncertainty.
pub(super) fn deterministic_value(state: &State, figure: SimulatedFigure) -> f64 {
    figure.of(&state.workspace.outcome, state.workspace.inputs.perspective).euros()
}

/// Returns the chart of the simulation with this id; `None` where no chart of
/// the simulation has this id, or there are no results.
pub fn chart(state: &State, id: &str) -> Option<Chart> {
    const CHARTS: [DrawResults; 5] =
        [overview::chart, distribution_chart, acceptability_chart, tornado_chart, ranking_chart];
    let results = state.simulation.results.as_deref()?;
    CHARTS.into_iter().map(|draw| draw(state, results)).find(|chart| chart.id == id)
}

/// Draws the histogram of the chosen figure.
pub(super) fn distribution_chart(state: &State, results: &SimulationSummary) -> Chart {
    let figure = state.distribution();
    let perspective = state.workspace.inputs.perspective;
    let point = deterministic_value(state, figure);
    chart::histogram(figure, perspective, results.spread(figure), point, state.text())
}

/// Returns the figures that the sentence on the acceptability curve states.
pub(super) fn curve_facts(state: &State, results: &SimulationSummary) -> CurveFacts {
    let drempel = state.workspace.inputs.general(General::Drempel);
    CurveFacts {
        perspective: state.workspace.inputs.perspective,
        drempels: results.drempels,
        drempel,
        chance: results.chance_at(drempel),
        society_gap_per_visitor: -deterministic_value(state, SimulatedFigure::Society)
            / state.workspace.inputs.general(General::Bezoekers),
    }
}

/// Draws the acceptability curve: for each worth of the effects that are not
/// counted, the chance that the savings and that worth cover the costs.
pub(super) fn acceptability_chart(state: &State, results: &SimulationSummary) -> Chart {
    chart::acceptability(&results.curve, &curve_facts(state, results), state.text())
}

/// Draws the tornado: how far each input moves the saldo over its range.
pub(super) fn tornado_chart(state: &State, results: &SimulationSummary) -> Chart {
    let drempel = state.workspace.inputs.general(General::Drempel);
    // With this saldo, the worth of the effects that are not counted exactly
    // makes up for the gap.
    let level = 0.0 - drempel * state.workspace.inputs.general(General::Bezoekers);
    let named = |id: &str| named_input(state, id);
    chart::tornado(
        results.saldo_ranges(),
        deterministic_value(state, results.saldo),
        state.workspace.inputs.perspective,
        (level, drempel),
        &named,
        state.text(),
    )
}

/// Draws the ranking of inputs by how useful it is to measure them first.
pub(super) fn ranking_chart(state: &State, results: &SimulationSummary) -> Chart {
    let named = |id: &str| named_input(state, id);
    let inputs = &state.workspace.inputs;
    chart::ranking(results, inputs.general(General::Drempel), inputs.perspective, &named, state.text())
}
