//! Explains figures of the simulation, in words since they have no formula, and
//! the effects of changes from the preset.

use crate::chart::acceptability::{DREMPEL, MARKED_CHANCES};
use crate::chart::histogram::ROWS;
use crate::explain::{Account, AccountFigure, FigureId, ValueUnit};
use crate::model::{General, Perspective};
use crate::scenario::changes::{Change, MovedFigure, effects};
use crate::text::explain::{bracketed, shown};
use crate::text::explain_extra::{DrawFacts, DrawStatistic};
use crate::ui::commands::Command;
use crate::ui::features::certainty::ranges::{DRAWS, SEED};
use crate::ui::features::changes;
use crate::ui::features::explain::break_even::value_unit;
use crate::ui::features::explain::panel::{ExplanationView, with_naming};
use crate::ui::features::explain::range_bounds;
use crate::ui::features::explain::range_bounds::{case_name, limit_name};
use crate::ui::features::explain::terms::{TermLink, TermView, figure_term, input_term};
use crate::ui::features::inputs::field::field_id;
use crate::ui::state::State;
use crate::uncertainty::{QUANTILES, SimulatedFigure, SimulationSummary, Spread};

/// The percentages of [`Spread::quantiles`].
const PERCENT: [u32; 5] = [5, 25, 50, 75, 95];

/// Returns the figure of the outcome that the simulation drew. The net present value is that of
/// the scenario's perspective.
pub fn outcome_figure(figure: SimulatedFigure, perspective: Perspective) -> FigureId {
    match figure {
        SimulatedFigure::Net => FigureId::saldo_of(Perspective::Partijen),
        SimulatedFigure::Npv => FigureId::npv_of(perspective),
        SimulatedFigure::Gemeente => FigureId::saldo_of(Perspective::Gemeente),
        SimulatedFigure::Society => FigureId::saldo_of(Perspective::Samenleving),
    }
}

/// Returns the name of a statistic of the draws of a figure: `trekking.p50.net`.
pub fn name(statistic: &str, figure: SimulatedFigure) -> String {
    format!("trekking.{statistic}.{}", figure.id())
}

/// Returns the name of the effect of a change: `wijziging.bezoekers`.
pub fn change_name(change: &str) -> String {
    format!("wijziging.{change}")
}

/// Returns the names of the figures in the table of a chart of the simulation;
/// see [`crate::ui::features::explain::chart_cells`].
pub fn chart_cells(state: &State, chart: &str) -> Vec<Vec<Option<String>>> {
    let Some(simulated) = state.simulation.results.as_deref() else { return Vec::new() };
    let figure = state.distribution();
    let row = |name: String| vec![Some(name)];
    match chart {
        "spreiding" => {
            let statistic = |statistic: &str| row(name(statistic, figure));
            let point = row(
                outcome_figure(figure, state.workspace.inputs.perspective).name(&state.workspace.outcome)
            );
            let mut rows = vec![statistic("kans"), point];
            rows.extend(["onder", "gemiddeld", "spreiding"].map(statistic));
            rows.extend(QUANTILES.map(statistic));
            let bins = simulated.spread(figure).bins(ROWS).len();
            rows.extend((0..bins).map(|index| statistic(&format!("deel{index}"))));
            rows
        }
        "waarde-per-bezoeker" => {
            (0..simulated.curve.len()).map(|index| row(format!("{DREMPEL}.{index}"))).collect()
        }
        "tornado" => {
            let row = |id: &str| {
                let list = simulated.saldo as usize;
                let [low, high] = [false, true]
                    .map(|high| [limit_name(list, high, id), case_name(list, high, id)].map(Some));
                low.into_iter().chain(high).chain([None]).collect()
            };
            simulated.saldo_ranges().iter().map(|sensitivity_range| row(&sensitivity_range.id)).collect()
        }
        "wat-meten-we-eerst" => {
            simulated.ranking().into_iter().map(|value| row(format!("weten.{}", value.id))).collect()
        }
        _ => Vec::new(),
    }
}

/// Explains a figure of the simulation, or the effect of a change.
pub fn explain(state: &State, kind: &str, subject: &str) -> Option<ExplanationView> {
    if kind == "wijziging" {
        return explain_change(state, subject);
    }
    let simulated = state.simulation.results.as_deref()?;
    match kind {
        "trekking" => explain_draws(state, simulated, subject),
        DREMPEL => match MARKED_CHANCES.iter().position(|(_, name)| *name == subject) {
            Some(index) => explain_threshold(state, simulated, index),
            None => explain_chance_at(state, simulated, subject.parse().ok()?),
        },
        range_bounds::LIMIT | range_bounds::CASE => range_bounds::explain(state, simulated, kind, subject),
        "weten" => explain_information_value(state, simulated, subject),
        _ => None,
    }
}

fn euro(state: &State, value: f64) -> String {
    state.text().notation.euro(value)
}

/// Adds a note on how the draws were made, with links to the fields of the number
/// of draws and of the seed.
fn with_draws(state: &State, simulated: &SimulationSummary, mut view: ExplanationView) -> ExplanationView {
    let words = state.text().explain_extra();
    let inputs = &state.workspace.inputs;
    let facts = DrawFacts {
        draws: simulated.draws,
        seed: state.scenario().simulation.seed,
        inputs: simulated.information_values.len(),
        dependence: inputs.general(General::Samenhang),
        no_effect: inputs.general(General::KansGeenEffect),
    };
    view.notes.push((words.draws)(&facts).into());
    view.notes.push(words.ranges_caveat.into());
    let link = |name: &str, field: &str| {
        let words = (state.text().explain().to_field)(name);
        TermView::Link(TermLink::new(Command::Reveal(field_id(field)), words))
    };
    view.terms.extend([link(words.draws_term, DRAWS), link(words.seed_term, SEED)]);
    view
}

/// Explains a statistic of the draws of a figure.
fn explain_draws(state: &State, simulated: &SimulationSummary, subject: &str) -> Option<ExplanationView> {
    let (statistic, figure_id) = subject.split_once('.')?;
    let figure = SimulatedFigure::ALL.into_iter().find(|figure| figure.id() == figure_id)?;
    let spread: &Spread = simulated.spread(figure);
    let (words, chance) = (state.text().explain_extra(), state.text().uncertainty().chance);
    let quantile = QUANTILES.iter().position(|name| *name == statistic);
    // The share of the draws that the statistic counts, if it counts any.
    let (statistic, value, share) = match (statistic, quantile) {
        ("kans", _) => (DrawStatistic::Chance, chance(spread.positive), Some(spread.positive)),
        ("onder", _) => {
            let share = spread.below_deterministic?;
            (DrawStatistic::BelowDeterministic, chance(share), Some(share))
        }
        ("gemiddeld", _) => (DrawStatistic::Mean, euro(state, spread.mean), None),
        ("spreiding", _) => (DrawStatistic::StandardDeviation, euro(state, spread.sd), None),
        ("tussen", _) => {
            let [low, .., high] = spread.quantiles;
            (DrawStatistic::Range90, (state.text().uncertainty().range_90_shown)(low, high), None)
        }
        (_, Some(index)) => {
            (DrawStatistic::Percentile(PERCENT[index]), euro(state, spread.quantiles[index]), None)
        }
        (bin, None) => {
            let index: usize = bin.strip_prefix("deel")?.parse().ok()?;
            let (from, to, count) = *spread.bins(ROWS).get(index)?;
            let share = count / f64::from(simulated.draws);
            let between = (state.text().uncertainty().share_of_draws)(&euro(state, from), &euro(state, to));
            // With the decimal of the table.
            let shown = state.text().notation.number(share * 100.0, 1);
            (DrawStatistic::BinShare, format!("{between}: {shown}%"), Some(share))
        }
    };
    let mut lines = vec![(words.method, (words.statistic_method)(statistic, figure).to_owned())];
    lines.extend(share.map(|share| {
        let count = (share * f64::from(simulated.draws)).round();
        let shown = shown(state.text().notation, share, ValueUnit::Share);
        (state.text().explain().formula_with_numbers, (words.draw_count)(count, simulated.draws, &shown))
    }));
    let perspective = state.workspace.inputs.perspective;
    let of_outcome = outcome_figure(figure, perspective);
    let point = of_outcome.value(&state.workspace.outcome).flatten().unwrap_or_default();
    let point = shown(state.text().notation, point, ValueUnit::Euro);
    let terms = vec![figure_term(state, of_outcome, point)];
    let name = (words.statistic_name)(statistic, figure, perspective);
    Some(with_draws(state, simulated, ExplanationView { name, value, lines, notes: vec![], terms }))
}

/// Explains the chance at the point of the acceptability curve with this index.
fn explain_chance_at(state: &State, simulated: &SimulationSummary, index: usize) -> Option<ExplanationView> {
    let (drempel, share) = *simulated.curve.get(index)?;
    let words = state.text().explain_extra();
    let notation = state.text().notation;
    let count = (share * f64::from(simulated.draws)).round();
    let filled = (words.draw_count)(count, simulated.draws, &shown(notation, share, ValueUnit::Share));
    let visitors = crate::model::InputId::General(General::Bezoekers);
    Some(with_draws(
        state,
        simulated,
        ExplanationView {
            name: (words.chance_name)(&shown(notation, drempel, ValueUnit::Euro)),
            value: (state.text().uncertainty().chance)(share),
            lines: vec![
                (words.method, (words.chance_method)(state.workspace.inputs.perspective).to_owned()),
                (state.text().explain().formula_with_numbers, filled),
            ],
            notes: vec![],
            terms: vec![input_term(
                state,
                visitors,
                shown(notation, state.workspace.inputs.get(visitors), ValueUnit::Number),
            )],
        },
    ))
}

/// Explains the drempel from which the chance is 50% or 80%; `index` is the index of the
/// chance in [`MARKED_CHANCES`].
fn explain_threshold(state: &State, simulated: &SimulationSummary, index: usize) -> Option<ExplanationView> {
    let words = state.text().explain_extra();
    let notation = state.text().notation;
    let share = shown(notation, MARKED_CHANCES[index].0, ValueUnit::Share);
    let visitors = crate::model::InputId::General(General::Bezoekers);
    let bezoekers = shown(notation, state.workspace.inputs.get(visitors), ValueUnit::Number);
    let view = ExplanationView {
        name: (words.drempel_for_chance_name)(&share, state.workspace.inputs.perspective),
        value: shown(notation, simulated.drempels[index]?, ValueUnit::Euro),
        lines: vec![(words.method, (words.drempel_for_chance)(&share))],
        notes: vec![words.drempel_for_chance_note.into()],
        terms: vec![input_term(state, visitors, bezoekers)],
    };
    Some(with_draws(state, simulated, view))
}

/// Explains the value of knowing one input; where knowledge cannot change the
/// decision, its share of the variance of the saldo.
fn explain_information_value(
    state: &State,
    simulated: &SimulationSummary,
    input: &str,
) -> Option<ExplanationView> {
    let id = state.scenario().input(input)?;
    let information = simulated.information_values.iter().find(|value| value.id == input)?;
    let (words, notation) = (state.text().explain_extra(), state.text().notation);
    let label = with_naming(state, |naming| naming.input(id));
    let value = shown(notation, state.workspace.inputs.get(id), value_unit(id));
    let terms = vec![input_term(state, id, value)];
    let drempel = shown(notation, state.workspace.inputs.general(General::Drempel), ValueUnit::Euro);
    let view = if simulated.can_change_decision() {
        ExplanationView {
            name: (words.evppi_name)(&label),
            value: euro(state, information.evppi),
            lines: vec![(words.method, (words.evppi)(&drempel))],
            notes: vec![words.evppi_note.into()],
            terms,
        }
    } else {
        ExplanationView {
            name: (words.variance_share_name)(&label),
            value: (state.text().uncertainty().chance)(information.variance_share),
            lines: vec![(words.method, words.variance_share.to_owned())],
            notes: vec![words.variance_share_note.into()],
            terms,
        }
    };
    Some(with_draws(state, simulated, view))
}

/// Explains the effect of one change on the figure that it moves.
fn explain_change(state: &State, subject: &str) -> Option<ExplanationView> {
    let change = changes::view::change_with_name(state, subject)?;
    let effects = effects(&[change], &state.workspace.inputs, &state.workspace.preset_inputs);
    let (moved_figure, amount) = effects.first()?.moved()?;
    let figure = match moved_figure {
        MovedFigure::Net => FigureId::Saldo,
        MovedFigure::Party(party) => FigureId::Account(Account::Party(party), AccountFigure::Net),
        MovedFigure::Npv => FigureId::Account(Account::All, AccountFigure::Npv),
        MovedFigure::Society => FigureId::Account(Account::Society, AccountFigure::Net),
    };
    let (words, notation) = (state.text().explain_extra(), state.text().notation);
    let value = figure.value(&state.workspace.outcome).flatten()?;
    let value_without = value - amount.euros();
    let [now, without, effect] =
        [value, value_without, amount.euros()].map(|amount| shown(notation, amount, ValueUnit::Euro));
    let subtracted = bracketed(value_without, without.clone());
    let mut terms = vec![
        figure_term(state, figure, now.clone()),
        TermView::plain(words.change_effect_without.to_owned(), without),
    ];
    if let Change::Value(id) = change {
        terms.push(input_term(state, id, shown(notation, state.workspace.inputs.get(id), value_unit(id))));
    }
    let name = with_naming(state, |naming| naming.figure(figure));
    Some(ExplanationView {
        name: (words.change_effect_name)(&name, &changes::view::change_label(state, change)),
        value: effect.clone(),
        lines: vec![
            (words.method, words.change_effect.to_owned()),
            (state.text().explain().formula_with_numbers, format!("{now} − {subtracted} = {effect}")),
        ],
        notes: vec![words.change_effect_note.into()],
        terms,
    })
}
