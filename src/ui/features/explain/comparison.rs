//! Explains figures of the comparison of scenarios: a figure from the inputs of
//! its own scenario, and a difference as one figure less the other.
//!
//! A *measure* is an `Option<ComparedFigure>`, as in the table of the comparison:
//! `None` is the chance that the costs are covered.

use crate::chart;
use crate::chart::aggregates::{Aggregate, FigureTarget};
use crate::chart::difference;
use crate::compare::ComparedFigure;
use crate::explain::{Account, AccountFigure, FigureId, PlanFigure, ValueUnit};
use crate::scenario::Scenario;
use crate::scenario::counts::CountMethod;
use crate::text::explain::{bracketed, shown};
use crate::text::explain_extra::DrawStatistic;
use crate::ui::features::compare;
use crate::ui::features::compare::compared_scenario::entries;
use crate::ui::features::explain::contribution;
use crate::ui::features::explain::panel::{ExplanationView, explain_figure};
use crate::ui::features::explain::state::ExplainAction;
use crate::ui::features::explain::terms::{TermLink, TermView, figure_term};
use crate::ui::features::scenarios::state::{SPREAD_DRAWS, spread_key};
use crate::ui::state::State;
use crate::uncertainty::SimulatedFigure;
use std::rc::Rc;

/// The kind of a figure of the scenario at an index: `bij.2.costs.net`.
pub const IN_SCENARIO: &str = "bij";
/// The kind of the difference between a figure of the scenario at an index and
/// the same figure of the reference scenario: `verschil.2.costs.net`.
pub const DIFFERENCE: &str = "verschil";
/// The counts of the scenario that is shown, in the order of their indices behind the scenarios.
const COUNTS: [CountMethod; 2] = [CountMethod::Voorzichtig, CountMethod::GeenEffect];
/// The path of the chance that costs are covered, which is no figure of an
/// outcome.
const CHANCE: &str = "kans";

/// Returns the figure of the outcome that is compared; `None` for the costs that
/// are uncovered in all years together, which are the sum of several figures.
fn figure(compared: ComparedFigure) -> Option<FigureId> {
    Some(match compared {
        ComparedFigure::Costs => FigureId::Costs,
        ComparedFigure::Savings => FigureId::Savings,
        ComparedFigure::Net => FigureId::Saldo,
        ComparedFigure::CostsPerVisitor => FigureId::CostsPerVisitor,
        ComparedFigure::NetPerVisitor => FigureId::SaldoPerVisitor,
        ComparedFigure::Coverage => FigureId::Coverage,
        ComparedFigure::Party(party) => FigureId::Account(Account::Party(party), AccountFigure::Net),
        ComparedFigure::Society => FigureId::Account(Account::Society, AccountFigure::Net),
        ComparedFigure::Npv => FigureId::Account(Account::All, AccountFigure::Npv),
        ComparedFigure::Payback => FigureId::Account(Account::All, AccountFigure::Payback),
        ComparedFigure::Uncovered => FigureId::Plan(PlanFigure::Uncovered, None),
        ComparedFigure::UncoveredAllYears => return None,
    })
}

/// Returns the name of a measure of the scenario at an index.
pub fn name(state: &State, index: usize, measure: Option<ComparedFigure>) -> String {
    format!("{IN_SCENARIO}.{index}.{}", path(state, measure))
}

/// Returns the name of the difference between a measure of the scenario at a
/// index and the same measure of the reference scenario, which both must have.
pub fn difference_name(state: &State, index: usize, measure: Option<ComparedFigure>) -> String {
    format!("{DIFFERENCE}.{index}.{}", path(state, measure))
}

/// Returns the name of a difference if it can be explained; `None` for the
/// reference scenario itself, and where one of the two scenarios lacks the figure.
fn existing_difference_name(state: &State, index: usize, measure: Option<ComparedFigure>) -> Option<String> {
    let path = path(state, measure);
    let reference = state.workspace.current.reference;
    let both_exist = || has_figure(state, index, &path) && has_figure(state, reference, &path);
    (index != reference && both_exist()).then(|| difference_name(state, index, measure))
}

/// Returns whether a measure of the scenario at an index can be explained.
pub fn has_explanation(state: &State, index: usize, measure: Option<ComparedFigure>) -> bool {
    match measure {
        // Every outcome has these figures; an absent payback is explained too.
        Some(compared) if !compared.needs_plan() => true,
        // The chance may not be known yet, and the scenario may have no plan.
        measure => has_figure(state, index, &path(state, measure)),
    }
}

/// Returns whether the scenario at an index has this figure.
fn has_figure(state: &State, index: usize, path: &str) -> bool {
    state.with_scenario_shown(index).is_some_and(|other| value(&other, path).is_some())
}

/// Returns the path of a measure, which is the last part of its name.
fn path(state: &State, measure: Option<ComparedFigure>) -> String {
    let Some(compared) = measure else { return CHANCE.to_owned() };
    // Only the costs that are uncovered in all years are no figure by themselves.
    let target =
        figure(compared).map_or(FigureTarget::Aggregate(Aggregate::UncoveredAllYears), FigureTarget::Figure);
    target.name(&state.workspace.outcome)
}

/// Returns the value of a figure in the scenario that this state shows, and its
/// unit; `None` where the scenario does not have it.
fn value(state: &State, path: &str) -> Option<(f64, ValueUnit)> {
    if path == CHANCE {
        let key = spread_key(state.scenario());
        let (_, spread) = state.simulation.spreads.iter().find(|(known, _)| *known == key)?;
        return Some((spread.as_ref()?.positive, ValueUnit::Share));
    }
    if path == FigureTarget::Aggregate(Aggregate::UncoveredAllYears).name(&state.workspace.outcome) {
        state.workspace.outcome.financing.as_ref()?;
        return Some((ComparedFigure::UncoveredAllYears.value(&state.workspace.outcome)?, ValueUnit::Euro));
    }
    let figure = FigureId::read(path, &state.workspace.outcome)?;
    Some((figure.value(&state.workspace.outcome).flatten()?, figure.unit()))
}

/// Returns the state in which the scenario at an index is shown. Behind the scenarios come the
/// counts of the one that is shown, as if they were in the list.
fn with_shown(state: &State, index: usize) -> Option<State> {
    let mut workspace = (*state.workspace.current).clone();
    let Some(count) = index.checked_sub(workspace.scenarios.len()) else {
        return state.with_scenario_shown(index);
    };
    for method in COUNTS.iter().take(count + 1) {
        let name = (state.text().counts().scenario_name)(&state.label(workspace.shown), *method);
        let counted = method.apply(state.scenario());
        workspace.scenarios.push(Scenario { name, ..counted });
        workspace.network.counts.push(0);
    }
    workspace.shown = index;
    let mut other = state.clone();
    other.workspace.replace(Rc::new(workspace));
    Some(other)
}

/// Returns the names of a figure of the scenario that is shown: as it is, counted cautiously, and
/// without effect.
pub fn names_in_counts(state: &State, figure: FigureId) -> [String; 1 + COUNTS.len()] {
    let workspace = &state.workspace.current;
    let behind = workspace.scenarios.len();
    [workspace.shown, behind, behind + 1]
        .map(|index| format!("{IN_SCENARIO}.{index}.{}", figure.name(&state.workspace.outcome)))
}

/// Returns the names of the figures in the table of a chart of the comparison;
/// see [`crate::ui::features::explain::chart_cells`].
pub fn chart_cells(state: &State, id: &str) -> Vec<Vec<Option<String>>> {
    let indices = 0..state.workspace.current.scenarios.len();
    match id {
        _ if id == compare::counts::WIDTHS[0].0 => {
            let perspective = compare::counts::perspective(state);
            let figures = [
                FigureId::costs_of(perspective),
                FigureId::savings_of(perspective),
                FigureId::gap_of(perspective),
            ];
            figures.map(|figure| names_in_counts(state, figure).map(Some).into()).into()
        }
        chart::scenario_bars::ID => indices
            .map(|index| {
                let perspective = compare::counts::perspective(state);
                let path = |figure: FigureId| figure.name(&state.workspace.outcome);
                let [costs, savings, saldo] = [
                    FigureId::costs_of(perspective),
                    FigureId::savings_of(perspective),
                    FigureId::saldo_of(perspective),
                ]
                .map(path);
                let of_scenario = |path: &String| Some(format!("{IN_SCENARIO}.{index}.{path}"));
                let is_other = index != state.workspace.current.reference;
                let difference = is_other.then(|| format!("{DIFFERENCE}.{index}.{saldo}"));
                vec![of_scenario(&costs), of_scenario(&savings), of_scenario(&saldo), difference]
            })
            .collect(),
        chart::scenario_bars::COMPARED_FIGURE_ID => {
            let measure = state.view.compared_measure;
            let row = |index| {
                let value = has_explanation(state, index, measure).then(|| name(state, index, measure));
                vec![value, existing_difference_name(state, index, measure)]
            };
            indices.map(row).collect()
        }
        difference::ID => {
            let entries = entries(state);
            let Some(explained) = compare::reasons::explained_difference(state, &entries) else {
                return Vec::new();
            };
            let step = |index: usize| vec![None, None, Some(format!("{}.{index}", contribution::KIND))];
            let mut rows: Vec<_> = (0..explained.steps.len()).map(step).collect();
            if rows.is_empty() {
                rows.push(vec![None; 3]);
            }
            rows.push(contribution::ENDS.map(|end| Some(format!("{}.{end}", contribution::KIND))).to_vec());
            rows
        }
        _ => Vec::new(),
    }
}

/// Explains a figure of the comparison, or a difference.
pub fn explain(state: &State, kind: &str, subject: &str) -> Option<ExplanationView> {
    match kind {
        IN_SCENARIO => {
            let (index, path) = read_index(state, subject)?;
            explain_in_scenario(state, index, path)
        }
        DIFFERENCE => {
            let (index, path) = read_index(state, subject)?;
            explain_difference(state, index, path)
        }
        _ => None,
    }
}

/// Reads the index of a scenario, or of a count behind the scenarios, and the path of a figure in it.
fn read_index<'a>(state: &State, subject: &'a str) -> Option<(usize, &'a str)> {
    let (index, path) = subject.split_once('.')?;
    let index = index.parse().ok()?;
    let count = state.workspace.current.scenarios.len() + COUNTS.len();
    (index < count).then_some((index, path))
}

/// Explains a figure from the inputs of its own scenario, and names that scenario
/// in the title.
fn explain_in_scenario(state: &State, index: usize, path: &str) -> Option<ExplanationView> {
    let other = with_shown(state, index)?;
    let view = match path {
        CHANCE => explain_chance(&other)?,
        _ => explain_figure(&other, path)?,
    };
    let name = (state.text().explain_extra().in_scenario)(&view.name, &other.label(index));
    Some(ExplanationView { name, ..view })
}

/// Explains the chance that the costs of the scenario that this state shows are
/// covered, as the share of draws with a saldo of zero or more.
fn explain_chance(state: &State) -> Option<ExplanationView> {
    let (share, unit) = value(state, CHANCE)?;
    let (words, all) = (state.text().explain_extra(), state.text());
    let count = (share * f64::from(SPREAD_DRAWS)).round();
    let filled = (words.draw_count)(count, SPREAD_DRAWS, &shown(all.notation, share, unit));
    let (saldo, unit) = value(state, &FigureId::Saldo.name(&state.workspace.outcome))?;
    let saldo = figure_term(state, FigureId::Saldo, shown(all.notation, saldo, unit));
    Some(ExplanationView {
        name: all.compare().chance.to_owned(),
        value: (all.uncertainty().chance)(share),
        lines: vec![
            (words.method, (words.statistic_method)(DrawStatistic::Chance, SimulatedFigure::Net).to_owned()),
            (all.explain().formula_with_numbers, filled),
        ],
        notes: vec![(all.compare().chance_note)(SPREAD_DRAWS).into(), words.ranges_caveat.into()],
        terms: vec![saldo],
    })
}

/// Returns a term with a figure of the scenario at an index, and a link to its explanation.
pub fn scenario_term(state: &State, index: usize, path: &str) -> Option<TermView> {
    let view = explain_in_scenario(state, index, path)?;
    let action = ExplainAction::Follow(format!("{IN_SCENARIO}.{index}.{path}"));
    let words = (state.text().explain().to_figure)(&view.name);
    Some(TermView::with_link(view.name, view.value, TermLink::new(action, words)))
}

fn explain_difference(state: &State, index: usize, path: &str) -> Option<ExplanationView> {
    let reference = state.workspace.current.reference;
    let (words, all) = (state.text().explain_extra(), state.text());
    let [(value_here, unit), (value_there, _)] = [
        value(&state.with_scenario_shown(index)?, path)?,
        value(&state.with_scenario_shown(reference)?, path)?,
    ];
    let value_text = |value| shown(all.notation, value, unit);
    let names = [index, reference]
        .map(|index| explain_in_scenario(state, index, path).map_or_else(String::new, |view| view.name));
    // The difference between two years is a number of years.
    let difference_unit = if unit == ValueUnit::Year { ValueUnit::Number } else { unit };
    let difference = shown(all.notation, value_here - value_there, difference_unit);
    let subtracted = bracketed(value_there, value_text(value_there));
    Some(ExplanationView {
        name: (words.difference)(&names[0], &state.label(reference)),
        value: difference.clone(),
        lines: vec![
            (all.explain().formula, format!("{} − {}", names[0], names[1])),
            (
                all.explain().formula_with_numbers,
                format!("{} − {subtracted} = {difference}", value_text(value_here)),
            ),
        ],
        notes: vec![],
        terms: [index, reference].into_iter().filter_map(|index| scenario_term(state, index, path)).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Inputs, Preset, evaluate};
    use crate::ui::routes::Route;

    fn assert_equal_values(inputs: &Inputs, is_explained: fn(ComparedFigure) -> bool) {
        let outcome = evaluate(inputs);
        for compared in ComparedFigure::ALL {
            let explained = figure(compared).and_then(|figure| figure.value(&outcome));
            let expected = is_explained(compared).then(|| compared.value(&outcome));
            assert_eq!(explained, expected, "{compared:?}");
        }
    }

    /// By hand: of 54,000 remain 17,010 and of 100,000 remain 60,000; without effect nothing does.
    #[test]
    fn counts_are_explained_behind_the_scenarios() {
        let state = State::new(Route::Compare, Scenario::parse("{}").unwrap());
        let explained = |index: usize| explain(&state, IN_SCENARIO, &format!("{index}.total.savings"));
        let values = [0, 1, 2].map(|index| explained(index).unwrap().value.replace('\u{a0}', " "));
        assert_eq!(values, ["€ 154.000", "€ 77.010", "€ 0"]);
        assert!(explained(1).unwrap().name.contains("Brochure, voorzichtig geteld"));
        assert!(explained(3).is_none());
    }

    /// Checks that the figure that is explained has the value that is compared.
    /// Without a plan its figures do not exist.
    #[test]
    fn compared_figures_have_the_values_of_the_outcome() {
        for preset in Preset::ALL {
            assert_equal_values(&preset.inputs(), |compared| !compared.needs_plan());
        }
        let planned = Scenario::parse(r#"{"plan":[{"party":"gemeente","share":0.4}]}"#).unwrap();
        assert_equal_values(&planned.inputs(), |compared| compared != ComparedFigure::UncoveredAllYears);
    }
}
