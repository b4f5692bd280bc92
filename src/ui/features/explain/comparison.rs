//! Figures of the comparison: each is explained from the inputs of its own
//! scenario, a difference by its two figures, and what adds to a difference by
//! all orders in which the changes could be made.

use crate::chart;
use crate::chart::aggregates::{Aggregate, FigureTarget};
use crate::chart::difference;
use crate::compare::ComparedFigure as SimulatedFigure;
use crate::explain::{Account, AccountFigure, FigureId, PlanFigure, ValueUnit};
use crate::text::explain::{bracketed, shown};
use crate::text::explain_extra::DrawStatistic;
use crate::ui::features::compare;
use crate::ui::features::compare::view::entries;
use crate::ui::features::explain::panel::{ExplanationView, explain_figure};
use crate::ui::features::explain::state::ExplainAction;
use crate::ui::features::explain::terms::{TermLink, TermView, further};
use crate::ui::features::scenarios::state::{SPREAD_DRAWS, spread_key};
use crate::ui::state::State;
use crate::uncertainty::SimulatedFigure as Quantity;

/// The prefix of a figure of the scenario at a position: `bij.2.costs.net`.
pub const KIND: &str = "bij";
/// The prefix of how a figure differs from that of the reference:
/// `verschil.2.costs.net`.
pub const DIFFERENCE: &str = "verschil";
/// The prefix of what one change adds to a difference: `waarom.0`, or
/// `waarom.rest` for all that share a row.
pub const WHY: &str = "waarom";
/// The path of the chance that costs are covered, which is no figure of an
/// outcome.
const CHANCE: &str = "kans";

/// Returns the figure of an outcome that is compared; none where that is no
/// single one.
fn figure(measure: SimulatedFigure) -> Option<FigureId> {
    Some(match measure {
        SimulatedFigure::Costs => FigureId::Costs,
        SimulatedFigure::Savings => FigureId::Savings,
        SimulatedFigure::Net => FigureId::Saldo,
        SimulatedFigure::CostsPerVisitor => FigureId::CostsPerVisitor,
        SimulatedFigure::NetPerVisitor => FigureId::SaldoPerVisitor,
        SimulatedFigure::Coverage => FigureId::Coverage,
        SimulatedFigure::Party(party) => FigureId::Account(Account::Party(party), AccountFigure::Net),
        SimulatedFigure::Society => FigureId::Account(Account::Society, AccountFigure::Net),
        SimulatedFigure::Npv => FigureId::Account(Account::All, AccountFigure::Npv),
        SimulatedFigure::Payback => FigureId::Account(Account::All, AccountFigure::Payback),
        SimulatedFigure::Uncovered => FigureId::Plan(PlanFigure::Uncovered, None),
        SimulatedFigure::UncoveredAllYears => return None,
    })
}

/// Returns the name of a figure of the scenario at a position; no measure is the
/// chance.
pub fn name(state: &State, position: usize, measure: Option<SimulatedFigure>) -> String {
    format!("{KIND}.{position}.{}", path(state, measure))
}

/// Returns the name of how a figure differs from that of the reference; none for
/// the reference itself, and where one of the two has no such figure.
pub fn difference(state: &State, position: usize, measure: Option<SimulatedFigure>) -> Option<String> {
    let path = path(state, measure);
    let reference = state.workspace.current.reference;
    let both = || has(state, position, &path) && has(state, reference, &path);
    (position != reference && both()).then(|| difference_of(state, position, measure))
}

/// Returns whether there is something to explain of a figure of the scenario at
/// a position.
pub fn opens(state: &State, position: usize, measure: Option<SimulatedFigure>) -> bool {
    match measure {
        // A payback that is none says so.
        Some(measure) if !measure.needs_plan() => true,
        // Of a chance that is not known yet nothing can be said, nor of no plan.
        measure => has(state, position, &path(state, measure)),
    }
}

/// Returns whether the scenario at a position has this figure.
fn has(state: &State, position: usize, path: &str) -> bool {
    state.with_scenario_shown(position).is_some_and(|other| value(&other, path).is_some())
}

/// Returns the name of a difference that is known to exist.
pub fn difference_of(state: &State, position: usize, measure: Option<SimulatedFigure>) -> String {
    format!("{DIFFERENCE}.{position}.{}", path(state, measure))
}

/// Returns the path of a figure within the names of this module.
fn path(state: &State, measure: Option<SimulatedFigure>) -> String {
    let Some(measure) = measure else { return CHANCE.to_owned() };
    // The outcome has by year what is uncovered in all of them.
    let opens =
        figure(measure).map_or(FigureTarget::Aggregate(Aggregate::UncoveredAllYears), FigureTarget::Figure);
    opens.name(&state.workspace.outcome)
}

/// Returns a figure of the scenario that this state shows, and what it counts.
fn value(state: &State, path: &str) -> Option<(f64, ValueUnit)> {
    if path == CHANCE {
        let key = spread_key(state.scenario());
        let (_, spread) = state.simulation.spreads.iter().find(|(of, _)| *of == key)?;
        return Some((spread.as_ref()?.positive, ValueUnit::Share));
    }
    if path == FigureTarget::Aggregate(Aggregate::UncoveredAllYears).name(&state.workspace.outcome) {
        state.workspace.outcome.financing.as_ref()?;
        return Some((SimulatedFigure::UncoveredAllYears.value(&state.workspace.outcome)?, ValueUnit::Euro));
    }
    let figure = FigureId::read(path, &state.workspace.outcome)?;
    Some((figure.value(&state.workspace.outcome).flatten()?, figure.unit()))
}

/// Returns the names of the figures in the table of a picture of the
/// comparison, cell by cell after the name of the row.
pub fn chart_cells(state: &State, id: &str) -> Vec<Vec<Option<String>>> {
    let positions = 0..state.workspace.current.scenarios.len();
    let of = |position, measure| Some(name(state, position, Some(measure)));
    match id {
        chart::scenario_bars::ID => positions
            .map(|position| {
                let mut row = [SimulatedFigure::Costs, SimulatedFigure::Savings, SimulatedFigure::Net]
                    .map(|one| of(position, one))
                    .to_vec();
                row.push(difference(state, position, Some(SimulatedFigure::Net)));
                row
            })
            .collect(),
        chart::scenario_bars::COMPARED_FIGURE_ID => {
            let measure = state.view.compared_measure;
            let own = |position| opens(state, position, measure).then(|| name(state, position, measure));
            positions.map(|position| vec![own(position), difference(state, position, measure)]).collect()
        }
        difference::ID => {
            let entries = entries(state);
            let Some(found) = compare::reasons::found(state, &entries) else { return Vec::new() };
            let step = |index: usize| vec![None, None, Some(format!("{WHY}.{index}"))];
            let mut rows: Vec<_> = (0..found.steps.len()).map(step).collect();
            if rows.is_empty() {
                rows.push(vec![None; 3]);
            }
            let net = Some(SimulatedFigure::Net);
            let ends = [found.from, found.to].map(|position| Some(name(state, position, net)));
            rows.push(ends.into_iter().chain([difference(state, found.to, net)]).collect());
            rows
        }
        _ => Vec::new(),
    }
}

/// Explains a figure of the comparison, a difference, or what adds to one.
pub fn explain(state: &State, kind: &str, about: &str) -> Option<ExplanationView> {
    match kind {
        KIND => {
            let (position, path) = read(state, about)?;
            explain_in_scenario(state, position, path)
        }
        DIFFERENCE => {
            let (position, path) = read(state, about)?;
            explain_difference(state, position, path)
        }
        WHY => explain_contribution(state, about),
        _ => None,
    }
}

/// Reads the position of a scenario and the path of a figure in it.
fn read<'a>(state: &State, about: &'a str) -> Option<(usize, &'a str)> {
    let (position, path) = about.split_once('.')?;
    let position = position.parse().ok()?;
    (position < state.workspace.current.scenarios.len()).then_some((position, path))
}

/// Explains a figure from the inputs of its own scenario, which the title names.
fn explain_in_scenario(state: &State, position: usize, path: &str) -> Option<ExplanationView> {
    let other = state.with_scenario_shown(position)?;
    let view = match path {
        CHANCE => explain_chance(&other)?,
        _ => explain_figure(&other, path)?,
    };
    let name = (state.text().explain_extra().in_scenario)(&view.name, &state.label(position));
    Some(ExplanationView { name, ..view })
}

/// Explains the chance of the scenario that is shown, by draws of its own.
fn explain_chance(other: &State) -> Option<ExplanationView> {
    let (share, measure) = value(other, CHANCE)?;
    let (words, all) = (other.text().explain_extra(), other.text());
    let count = (share * f64::from(SPREAD_DRAWS)).round();
    let filled = (words.draw_count)(count, SPREAD_DRAWS, &shown(all.notation, share, measure));
    let (saldo, measure) = value(other, &FigureId::Saldo.name(&other.workspace.outcome))?;
    let saldo = further(other, FigureId::Saldo, shown(all.notation, saldo, measure));
    Some(ExplanationView {
        name: all.compare().chance.to_owned(),
        value: (all.uncertainty().chance)(share),
        lines: vec![
            (words.method, (words.statistic_method)(DrawStatistic::Chance, Quantity::Net).to_owned()),
            (all.explain().formula_with_numbers, filled),
        ],
        notes: vec![(all.compare().chance_note)(SPREAD_DRAWS).into(), words.ranges_caveat.into()],
        terms: vec![saldo],
    })
}

/// Describes a value with a link to the explanation of this figure of a
/// scenario.
pub fn linked_value(state: &State, position: usize, path: &str, value: String) -> Option<TermView> {
    let view = explain_in_scenario(state, position, path)?;
    let action = ExplainAction::Further(format!("{KIND}.{position}.{path}"));
    let words = (state.text().explain().to_figure)(&view.name);
    Some(TermView::with_link(view.name, value, TermLink::new(action, words)))
}

fn explain_difference(state: &State, position: usize, path: &str) -> Option<ExplanationView> {
    let reference = state.workspace.current.reference;
    let (words, all) = (state.text().explain_extra(), state.text());
    let both = [position, reference];
    let [(this, measure), (that, _)] = [
        value(&state.with_scenario_shown(position)?, path)?,
        value(&state.with_scenario_shown(reference)?, path)?,
    ];
    let of = |value| shown(all.notation, value, measure);
    let names = both.map(|position| {
        explain_in_scenario(state, position, path).map_or_else(String::new, |view| view.name)
    });
    // Years have a number of them between them.
    let by = shown(
        all.notation,
        this - that,
        if measure == ValueUnit::Year { ValueUnit::Number } else { measure },
    );
    let terms = [(position, this), (reference, that)];
    Some(ExplanationView {
        name: (words.difference)(&names[0], &state.label(reference)),
        value: by.clone(),
        lines: vec![
            (all.explain().formula, format!("{} − {}", names[0], names[1])),
            (
                all.explain().formula_with_numbers,
                format!("{} − {} = {by}", of(this), bracketed(that, of(that))),
            ),
        ],
        notes: vec![],
        terms: terms
            .into_iter()
            .filter_map(|(position, value)| linked_value(state, position, path, of(value)))
            .collect(),
    })
}

/// Explains what one change adds to the difference of two saldi, or what all
/// that share one row add.
fn explain_contribution(state: &State, about: &str) -> Option<ExplanationView> {
    let (words, all) = (state.text().explain_extra(), state.text());
    let entries = entries(state);
    let found = compare::reasons::found(state, &entries)?;
    let euro = |value: f64| shown(all.notation, value, ValueUnit::Euro);
    let labels = [found.from, found.to].map(|position| state.label(position));
    if about == "rest" {
        let rest = &found.steps[difference::merged_steps(found.steps.len())];
        if rest.is_empty() {
            return None;
        }
        let total: f64 = rest.iter().map(|step| step.amount).sum();
        let filled: Vec<String> = rest.iter().map(|step| bracketed(step.amount, euro(step.amount))).collect();
        return Some(ExplanationView {
            name: (all.compare().others)(rest.len()),
            value: euro(total),
            lines: vec![
                (all.explain().formula, rest.iter().map(|step| &*step.name).collect::<Vec<_>>().join(" + ")),
                (all.explain().formula_with_numbers, format!("{} = {}", filled.join(" + "), euro(total))),
            ],
            notes: vec![words.merged_differences.into()],
            terms: rest.iter().map(|step| TermView::plain(step.name.clone(), euro(step.amount))).collect(),
        });
    }
    let index: usize = about.parse().ok()?;
    let (step, part) = (found.steps.get(index)?, found.why.shares.get(index)?);
    let [first, last] = crate::compare::first_and_last_effect(found.inputs[0], found.inputs[1], part.player);
    let net = FigureId::Saldo.name(&state.workspace.outcome);
    let terms = [(found.from, found.why.from), (found.to, found.why.to)];
    Some(ExplanationView {
        name: (words.contribution_name)(&step.name),
        value: euro(step.amount),
        lines: vec![
            (words.method, words.contribution.to_owned()),
            (
                all.explain().formula_with_numbers,
                (words.contribution_by_order)(&euro(first), &euro(last), &euro(part.amount)),
            ),
        ],
        notes: vec![
            (words.contribution_note)(&step.name, [&labels[0], &step.from], [&labels[1], &step.to]).into(),
            words.contribution_rounding.into(),
        ],
        terms: terms
            .into_iter()
            .filter_map(|(position, value)| linked_value(state, position, &net, euro(value)))
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Inputs, Preset, evaluate};
    use crate::scenario::Scenario;

    fn compared(inputs: &Inputs, is_explained: fn(SimulatedFigure) -> bool) {
        let outcome = evaluate(inputs);
        for measure in SimulatedFigure::ALL {
            let explained = figure(measure).and_then(|figure| figure.value(&outcome));
            let expected = is_explained(measure).then(|| measure.value(&outcome));
            assert_eq!(explained, expected, "{measure:?}");
        }
    }

    /// Compares each figure with the one that is explained; without a plan there
    /// is none of its figures.
    #[test]
    fn the_figures_compared_are_those_of_the_outcome() {
        for preset in Preset::ALL {
            compared(&preset.inputs(), |measure| !measure.needs_plan());
        }
        let planned = Scenario::parse(r#"{"plan":[{"party":"gemeente","share":0.4}]}"#).unwrap();
        compared(&planned.inputs(), |measure| measure != SimulatedFigure::UncoveredAllYears);
    }
}
