//! Figures of the simulation, and what a change does: explained in words where
//! no formula can.

use crate::chart::acceptability::{DREMPEL, MARKED};
use crate::chart::histogram::ROWS;
use crate::explain::{Account, AccountFigure, FigureId, ValueUnit};
use crate::model::{General, Party};
use crate::scenario::changes::{Change, MovedFigure, effects};
use crate::text::explain::{bracketed, shown};
use crate::text::explain_extra::DrawStatistic;
use crate::ui::commands::Command;
use crate::ui::features::centre::field::field_id;
use crate::ui::features::certainty::ranges::{DRAWS, SEED};
use crate::ui::features::changes;
use crate::ui::features::explain::break_even::measure;
use crate::ui::features::explain::panel::{ExplanationView, with_naming};
use crate::ui::features::explain::range_bounds;
use crate::ui::features::explain::range_bounds::{case, limit};
use crate::ui::features::explain::terms::{TermLink, TermView, entered, further};
use crate::ui::state::State;
use crate::uncertainty::{QUANTILES, SimulatedFigure, SimulationSummary, Spread};

/// The percentages of [`Spread::quantiles`].
const PERCENT: [u32; 5] = [5, 25, 50, 75, 95];

/// Returns the figure of the outcome without uncertainty.
pub fn point(figure: SimulatedFigure) -> FigureId {
    match figure {
        SimulatedFigure::Net => FigureId::Saldo,
        SimulatedFigure::Npv => FigureId::Account(Account::All, AccountFigure::Npv),
        SimulatedFigure::Gemeente => FigureId::Account(Account::Party(Party::Gemeente), AccountFigure::Net),
        SimulatedFigure::Society => FigureId::Account(Account::Society, AccountFigure::Net),
    }
}

/// Returns the name of a figure of the draws: `trekking.p50.net`.
pub fn name(what: &str, figure: SimulatedFigure) -> String {
    format!("trekking.{what}.{}", figure.id())
}

/// Returns the name of what a change does.
pub fn change_name(change: &str) -> String {
    format!("wijziging.{change}")
}

/// Returns the names of the figures in the table of a picture of the
/// simulation, cell by cell after the name of the row.
pub fn chart_cells(state: &State, chart: &str) -> Vec<Vec<Option<String>>> {
    let Some(simulated) = state.simulation.results.as_deref() else { return Vec::new() };
    let figure = state.view.distribution;
    let one = |name: String| vec![Some(name)];
    match chart {
        "spreiding" => {
            let drawn = |what: &str| one(name(what, figure));
            let mut rows = vec![drawn("kans"), one(point(figure).name(&state.workspace.outcome))];
            rows.extend(["onder", "gemiddeld", "spreiding"].map(drawn));
            rows.extend(QUANTILES.map(drawn));
            let parts = simulated.spread(figure).parts(ROWS).len();
            rows.extend((0..parts).map(|index| drawn(&format!("deel{index}"))));
            rows
        }
        "waarde-per-bezoeker" => {
            (0..simulated.curve.len()).map(|index| one(format!("{DREMPEL}.{index}"))).collect()
        }
        "tornado" => {
            let row = |id: &str| {
                let list = simulated.saldo as usize;
                let [low, high] =
                    [false, true].map(|high| [limit(list, high, id), case(list, high, id)].map(Some));
                low.into_iter().chain(high).chain([None]).collect()
            };
            simulated.saldo_ranges().iter().map(|sensitivity_range| row(&sensitivity_range.id)).collect()
        }
        "wat-meten-we-eerst" => {
            simulated.ranking().into_iter().map(|known| one(format!("weten.{}", known.id))).collect()
        }
        _ => Vec::new(),
    }
}

/// Explains a figure of the simulation, or what a change does.
pub fn explain(state: &State, kind: &str, about: &str) -> Option<ExplanationView> {
    if kind == "wijziging" {
        return explain_change(state, about);
    }
    let simulated = state.simulation.results.as_deref()?;
    match kind {
        "trekking" => explain_draws(state, simulated, about),
        DREMPEL => match MARKED.iter().position(|(_, name)| *name == about) {
            Some(index) => explain_threshold(state, simulated, index),
            None => explain_chance_at(state, simulated, about.parse().ok()?),
        },
        range_bounds::LIMIT | range_bounds::CASE => range_bounds::explain(state, simulated, kind, about),
        "weten" => explain_knowing(state, simulated, about),
        _ => None,
    }
}

fn euro(state: &State, value: f64) -> String {
    state.text().notation.euro(value)
}

/// Adds how the draws were made, with links to what they were made with.
fn with_draws(state: &State, simulated: &SimulationSummary, mut view: ExplanationView) -> ExplanationView {
    let words = state.text().explain_extra();
    let seed = state.scenario().simulation.seed;
    view.notes.push((words.draws)(simulated.draws, seed, simulated.information_values.len()).into());
    view.notes.push(words.honest.into());
    let link = |name: &str, field: &str| {
        let words = (state.text().explain().to_field)(name);
        TermView::Link(TermLink::new(Command::Reveal(field_id(field)), words))
    };
    view.terms.extend([link(words.draws_term, DRAWS), link(words.seed_term, SEED)]);
    view
}

fn explain_draws(state: &State, simulated: &SimulationSummary, about: &str) -> Option<ExplanationView> {
    let (what, figure) = about.split_once('.')?;
    let figure = SimulatedFigure::ALL.into_iter().find(|one| one.id() == figure)?;
    let spread: &Spread = simulated.spread(figure);
    let (words, chance) = (state.text().explain_extra(), state.text().uncertainty().chance);
    let quantile = QUANTILES.iter().position(|name| *name == what);
    let (what, value, share) = match (what, quantile) {
        ("kans", _) => (DrawStatistic::Chance, chance(spread.positive), Some(spread.positive)),
        ("onder", _) => {
            let share = spread.below_deterministic?;
            (DrawStatistic::BelowDeterministic, chance(share), Some(share))
        }
        ("gemiddeld", _) => (DrawStatistic::Mean, euro(state, spread.mean), None),
        ("spreiding", _) => (DrawStatistic::Deviation, euro(state, spread.sd), None),
        ("tussen", _) => {
            let [low, .., high] = spread.quantiles;
            (DrawStatistic::Middle, (state.text().uncertainty().between_shown)(low, high), None)
        }
        (_, Some(index)) => {
            (DrawStatistic::Quantile(PERCENT[index]), euro(state, spread.quantiles[index]), None)
        }
        (part, None) => {
            let index: usize = part.strip_prefix("deel")?.parse().ok()?;
            let (from, to, count) = *spread.parts(ROWS).get(index)?;
            let share = count / f64::from(simulated.draws);
            let between = (state.text().uncertainty().share_of_draws)(&euro(state, from), &euro(state, to));
            (DrawStatistic::Part, format!("{between}: {}", chance(share)), Some(share))
        }
    };
    let mut lines = vec![(words.how, (words.drawn)(what, figure).to_owned())];
    lines.extend(share.map(|share| {
        let count = (share * f64::from(simulated.draws)).round();
        let shown = shown(state.text().notation, share, ValueUnit::Share);
        (state.text().explain().filled, (words.counted)(count, simulated.draws, &shown))
    }));
    let at = point(figure).value(&state.workspace.outcome).flatten().unwrap_or_default();
    let terms = vec![further(state, point(figure), euro(state, at))];
    let name = (words.drawn_name)(what, figure);
    Some(with_draws(state, simulated, ExplanationView { name, value, lines, notes: vec![], terms }))
}

/// Explains the chance at one point of the curve.
fn explain_chance_at(state: &State, simulated: &SimulationSummary, index: usize) -> Option<ExplanationView> {
    let (drempel, share) = *simulated.curve.get(index)?;
    let words = state.text().explain_extra();
    let notation = state.text().notation;
    let count = (share * f64::from(simulated.draws)).round();
    let filled = (words.counted)(count, simulated.draws, &shown(notation, share, ValueUnit::Share));
    let visitors = crate::model::InputId::General(General::Bezoekers);
    Some(with_draws(
        state,
        simulated,
        ExplanationView {
            name: (words.curve_name)(&shown(notation, drempel, ValueUnit::Euro)),
            value: (state.text().uncertainty().chance)(share),
            lines: vec![(words.how, words.curve.to_owned()), (state.text().explain().filled, filled)],
            notes: vec![],
            terms: vec![entered(
                state,
                visitors,
                shown(notation, state.workspace.inputs.get(visitors), ValueUnit::Number),
            )],
        },
    ))
}

/// Explains from what worth per visitor on the chance is 50% or 80%.
fn explain_threshold(state: &State, simulated: &SimulationSummary, index: usize) -> Option<ExplanationView> {
    let words = state.text().explain_extra();
    let notation = state.text().notation;
    let share = shown(notation, MARKED[index].0, ValueUnit::Share);
    let visitors = crate::model::InputId::General(General::Bezoekers);
    let bezoekers = shown(notation, state.workspace.inputs.get(visitors), ValueUnit::Number);
    let view = ExplanationView {
        name: (words.on_curve_name)(&share),
        value: shown(notation, simulated.drempels[index]?, ValueUnit::Euro),
        lines: vec![(words.how, (words.on_curve)(&share))],
        notes: vec![words.on_curve_note.into()],
        terms: vec![entered(state, visitors, bezoekers)],
    };
    Some(with_draws(state, simulated, view))
}

/// Explains what knowing one input is worth, or which part of the spread it
/// explains.
fn explain_knowing(state: &State, simulated: &SimulationSummary, input: &str) -> Option<ExplanationView> {
    let id = state.scenario().input(input)?;
    let known = simulated.information_values.iter().find(|known| known.id == input)?;
    let (words, notation) = (state.text().explain_extra(), state.text().notation);
    let label = with_naming(state, |naming| naming.input(id));
    let terms = vec![entered(state, id, shown(notation, state.workspace.inputs.get(id), measure(id)))];
    let drempel = shown(notation, state.workspace.inputs.general(General::Drempel), ValueUnit::Euro);
    let view = if simulated.can_change_decision() {
        ExplanationView {
            name: (words.worth_name)(&label),
            value: euro(state, known.evppi),
            lines: vec![(words.how, (words.worth)(&drempel))],
            notes: vec![words.worth_note.into()],
            terms,
        }
    } else {
        ExplanationView {
            name: (words.share_name)(&label),
            value: (state.text().uncertainty().chance)(known.variance_share),
            lines: vec![(words.how, words.share.to_owned())],
            notes: vec![words.share_note.into()],
            terms,
        }
    };
    Some(with_draws(state, simulated, view))
}

/// Explains what one change does to the figure that it moves.
fn explain_change(state: &State, about: &str) -> Option<ExplanationView> {
    let change = changes::view::change_with_name(state, about)?;
    let (moved, by) = effects(&[change], &state.workspace.inputs, &state.workspace.base).first()?.moved()?;
    let figure = match moved {
        MovedFigure::Net => FigureId::Saldo,
        MovedFigure::Party(party) => FigureId::Account(Account::Party(party), AccountFigure::Net),
        MovedFigure::Npv => FigureId::Account(Account::All, AccountFigure::Npv),
        MovedFigure::Society => FigureId::Account(Account::Society, AccountFigure::Net),
    };
    let (words, notation) = (state.text().explain_extra(), state.text().notation);
    let value = figure.value(&state.workspace.outcome).flatten()?;
    let before = value - by.euros();
    let [now, without, by] =
        [value, before, by.euros()].map(|amount| shown(notation, amount, ValueUnit::Euro));
    let subtracted = bracketed(before, without.clone());
    let mut terms =
        vec![further(state, figure, now.clone()), TermView::plain(words.effect_without.to_owned(), without)];
    if let Change::Value(id) = change {
        terms.push(entered(state, id, shown(notation, state.workspace.inputs.get(id), measure(id))));
    }
    let name = with_naming(state, |naming| naming.figure(figure));
    Some(ExplanationView {
        name: (words.effect_name)(&name, &changes::view::label(state, change)),
        value: by.clone(),
        lines: vec![
            (words.how, words.effect.to_owned()),
            (state.text().explain().filled, format!("{now} − {subtracted} = {by}")),
        ],
        notes: vec![words.effect_note.into()],
        terms,
    })
}
