//! The comparison of scenarios: what comes out of each, and why they differ.
//! Every figure is read from the outcome of its own scenario, by the one
//! calculation that there is.

use crate::chart;
use crate::chart::Chart;
use crate::chart::scenario_bars::ScenarioBar;
use crate::compare::ComparedFigure;
use crate::model::{Inputs, Outcome, Preset, evaluate};
use crate::scenario::{Scenario, changes};
use crate::text::compare::ScenarioFigures;
use crate::ui::blocks::{block, memo_block};
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{attributes, button, div, element, heading, p, section, text};
use crate::ui::context::{Message, PageContext};
use crate::ui::controls::select;
use crate::ui::features::compare::{reasons, table};
use crate::ui::features::scenarios::state::{ComparisonAction, SPREAD_DRAWS, ScenarioAction, spread_key};
use crate::ui::features::{charts, network};
use crate::ui::state::State;
use crate::uncertainty::Spread;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The name of the list of figures to draw.
const MEASURE: &str = "vergelijk-cijfer";
/// The name of the list of scenarios to explain.
const DIFFERENCE: &str = "vergelijk-met";
/// The value of the chance in the list of figures, which is no measure of an
/// outcome.
const CHANCE: &str = "kans";

/// A scenario with what came out.
pub struct ComparedScenario<'a> {
    /// The name of the scenario in the list.
    pub label: String,
    /// The scenario itself.
    pub scenario: &'a Scenario,
    /// The inputs of the scenario.
    pub inputs: Rc<Inputs>,
    /// The outcome of these inputs.
    pub outcome: Rc<Outcome>,
    /// The chance that costs are covered: not known yet, or known, or none.
    pub chance: Option<Option<f64>>,
    /// The spread of the saldo, where that is known.
    pub spread: Option<&'a Spread>,
    /// The number of differences from its preset.
    pub changes: usize,
}

/// Everything that follows from a scenario by itself.
struct EvaluatedScenario {
    scenario: Scenario,
    inputs: Rc<Inputs>,
    outcome: Rc<Outcome>,
    key: String,
    changes: usize,
}

impl EvaluatedScenario {
    fn new(scenario: &Scenario) -> EvaluatedScenario {
        let inputs = scenario.inputs();
        EvaluatedScenario {
            outcome: Rc::new(evaluate(&inputs)),
            key: spread_key(scenario),
            changes: changes::changes(scenario, &inputs, &scenario.base_inputs()).len(),
            scenario: scenario.clone(),
            inputs: Rc::new(inputs),
        }
    }
}

thread_local! {
    /// The scenarios when they were drawn last: every part of the view asks for
    /// all of them, and seldom has more than one changed.
    static EVALUATED: RefCell<Vec<Rc<EvaluatedScenario>>> = const { RefCell::new(Vec::new()) };
}

/// Evaluates the scenarios that changed since the last time.
fn evaluated(scenarios: &[Scenario]) -> Vec<Rc<EvaluatedScenario>> {
    let before = EVALUATED.take();
    let known = |scenario: &Scenario| before.iter().find(|of| of.scenario == *scenario).cloned();
    let evaluate =
        |scenario: &Scenario| known(scenario).unwrap_or_else(|| Rc::new(EvaluatedScenario::new(scenario)));
    let all: Vec<Rc<EvaluatedScenario>> = scenarios.iter().map(evaluate).collect();
    EVALUATED.set(all.clone());
    all
}

/// Returns all scenarios, with what came out of each.
pub(crate) fn entries(state: &State) -> Vec<ComparedScenario<'_>> {
    let all = &state.workspace.current.scenarios;
    let scenarios = all.iter().zip(state.labels()).zip(evaluated(all));
    let entry = |((scenario, label), evaluated): ((_, String), Rc<EvaluatedScenario>)| {
        let spread = state.simulation.spreads.iter().find(|(key, _)| *key == evaluated.key);
        let spread = spread.map(|(_, spread)| spread.as_ref());
        ComparedScenario {
            label,
            scenario,
            inputs: evaluated.inputs.clone(),
            outcome: evaluated.outcome.clone(),
            changes: evaluated.changes,
            chance: spread.map(|spread| spread.map(|spread| spread.positive)),
            spread: spread.flatten(),
        }
    };
    scenarios.map(entry).collect()
}

/// Draws the comparison, with the network below it.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().compare();
    let mut head = vec![heading("h1", "vergelijk", words.title), p("reading", words.intro)];
    // A name that is typed does not wait for all of these.
    let deferred = |draw| block(ctx, false, 0, draw);
    // An answer of the simulation redraws only what shows one.
    let without_answers = |draw| memo_block(ctx, |a, b| a.same_except_simulation(b), draw);
    if ctx.editing.refused_inputs().next().is_some() {
        head.push(p("stale", words.stale));
    }
    if ctx.workspace.current.scenarios.len() == 1 {
        let question = section("question", "vergelijk", head);
        return div("uncertain", vec![question, alone(ctx), deferred(network_part)]);
    }
    head.push(price_years(ctx).map_or_else(Html::default, |sentence| p("differs", sentence)));
    let measures =
        if ctx.view.compared_measure.is_none() { deferred(measures) } else { without_answers(measures) };
    let pictures = div("uncertain-pictures", vec![without_answers(costs), measures]);
    let pictures = vec![heading("h2", "vergelijk-beeld", words.pictures), pictures];
    let content = vec![
        section("question", "vergelijk", head),
        section("story", "vergelijk-beeld", pictures),
        without_answers(difference_part),
        deferred(table_part),
        deferred(network_part),
    ];
    div("uncertain", content)
}

/// Draws the ways to add a second scenario, while there is nothing to compare.
fn alone(ctx: &PageContext) -> Html {
    let (words, strip) = (ctx.text().compare(), ctx.text().workspace());
    let mut buttons = vec![button("button", ctx.press(ScenarioAction::Duplicate), strip.duplicate)];
    buttons.extend(Preset::ALL.map(|preset| {
        let name = (ctx.text().preset)(preset).0;
        button("button", ctx.press(ScenarioAction::Add(preset)), name)
    }));
    let content = vec![p("", words.only_one), p("small", words.only_one_hint), div("buttons", buttons)];
    div("card nothing-yet", content)
}

/// Returns a warning where amounts are in prices of several years.
fn price_years(state: &State) -> Option<String> {
    let mut years: Vec<i32> = state.workspace.current.scenarios.iter().map(Scenario::year).collect();
    years.sort_unstable();
    years.dedup();
    let shown: Vec<String> = years.iter().map(i32::to_string).collect();
    (years.len() > 1).then(|| (state.text().compare().prices)(&shown.join(", ")))
}

/// Draws the network of initiatives.
fn network_part(ctx: &PageContext, _: usize) -> Html {
    div("uncertain", network::view::view(ctx, &entries(ctx)).into())
}

/// Returns the chart of this view with this id.
pub fn chart(state: &State, id: &str) -> Option<Chart> {
    let entries = entries(state);
    match id {
        chart::network::ID => network::view::chart(state, &entries),
        _ if entries.len() == 1 => None,
        chart::scenario_bars::ID => Some(costs_chart(state, &entries)),
        chart::scenario_bars::COMPARED_FIGURE_ID => Some(measure_chart(state, &entries)),
        chart::difference::ID => reasons::chart(state, &entries),
        _ => None,
    }
}

/// Returns what a saved chart of this view says of the figures.
pub fn about(state: &State, id: &str) -> Option<String> {
    if id == chart::network::ID {
        return network::view::about(state, &entries(state));
    }
    let compares =
        [chart::scenario_bars::ID, chart::scenario_bars::COMPARED_FIGURE_ID, chart::difference::ID]
            .contains(&id);
    let workspace = &state.workspace.current;
    compares.then(|| {
        let others = (0..workspace.scenarios.len()).filter(|position| *position != workspace.reference);
        let labels = state.labels();
        let others: Vec<&str> = others.map(|position| &*labels[position]).collect();
        (state.text().compare().description)(&labels[workspace.reference], &others.join(", "))
    })
}

fn costs_chart(state: &State, entries: &[ComparedScenario]) -> Chart {
    let all = entries.iter().map(|entry| ScenarioFigures {
        name: entry.label.clone(),
        costs: entry.outcome.costs.net.euros(),
        savings: entry.outcome.total.savings.euros(),
        net: entry.outcome.total.net.euros(),
    });
    chart::scenario_bars(&all.collect::<Vec<_>>(), state.workspace.current.reference, state.text())
}

/// Draws costs, savings and saldo of each scenario.
fn costs(ctx: &PageContext, _: usize) -> Html {
    div("card", vec![charts::view::with_data(ctx, &costs_chart(ctx, &entries(ctx)))])
}

fn measure_chart(state: &State, entries: &[ComparedScenario]) -> Chart {
    let words = state.text().compare();
    let measure = state.view.compared_measure;
    let reference = &entries[state.workspace.current.reference];
    let bars = entries.iter().map(|entry| {
        let cell = table::cell(state, measure, entry, reference);
        ScenarioBar {
            name: entry.label.clone(),
            value: cell.value,
            shown: cell.shown,
            difference: cell.difference,
        }
    });
    let name = measure.map_or(words.chance, |measure| (words.measure)(measure));
    let most = measure.is_none().then_some(1.0);
    chart::compared_figure(
        name,
        &bars.collect::<Vec<_>>(),
        state.workspace.current.reference,
        most,
        state.text(),
    )
}

/// Draws one figure of each scenario, to choose from a list.
fn measures(ctx: &PageContext, _: usize) -> Html {
    let words = ctx.text().compare();
    let entries = entries(ctx);
    let chosen = ctx.view.compared_measure;
    let option = |value: String, name: &'static str, measure: Option<ComparedFigure>| {
        ChoiceOption::new(value, name, chosen == measure, ComparisonAction::ChooseMeasure(measure))
    };
    let options = table::measures(&entries, chosen)
        .map(|(index, measure)| option(index.to_string(), (words.measure)(measure), Some(measure)));
    let chance = option(CHANCE.to_owned(), words.chance, None);
    let list = choice(ctx, MEASURE, words.choose_measure, options.chain([chance]).collect());
    let note = if chosen.is_none() { p("small", (words.chance_note)(SPREAD_DRAWS)) } else { Html::default() };
    div("card", vec![list, charts::view::with_data(ctx, &measure_chart(ctx, &entries)), note])
}

/// Draws a list to choose from, with its label.
fn choice(
    ctx: &PageContext,
    name: &'static str,
    label: &'static str,
    options: Vec<ChoiceOption<Message>>,
) -> Html {
    let label = element("label", attributes! { "class" => "label", "for" => name }, vec![text(label)]);
    div("field", vec![label, select(ctx, name.to_owned(), name.to_owned(), options)])
}

/// Draws why a scenario differs from the reference.
fn difference_part(ctx: &PageContext, _: usize) -> Html {
    let entries = entries(ctx);
    let words = ctx.text().compare();
    let mut content = vec![heading("h2", "vergelijk-waarom", words.why)];
    let explained = reasons::explained(ctx);
    if entries.len() > 2 {
        let others =
            entries.iter().enumerate().filter(|(position, _)| *position != ctx.workspace.current.reference);
        let options = others.map(|(position, entry)| {
            let action = ComparisonAction::ExplainDifference(position);
            let chosen = explained == Some(position);
            ChoiceOption::new(position.to_string(), entry.label.clone(), chosen, action)
        });
        content.push(choice(ctx, DIFFERENCE, words.choose_why, options.collect()));
    }
    if let Some(chart) = reasons::chart(ctx, &entries) {
        content.push(charts::view::with_data(ctx, &chart));
    }
    let idle = reasons::idle(ctx, &entries);
    content.push(idle.map_or_else(Html::default, |sentence| p("small", sentence)));
    section("card", "vergelijk-waarom", content)
}

/// Draws every figure of every scenario.
fn table_part(ctx: &PageContext, _: usize) -> Html {
    let words = ctx.text().compare();
    let content = vec![
        heading("h2", "vergelijk-cijfers", words.table),
        p("small", words.table_hint),
        table::view(ctx, &entries(ctx)),
        p("small", (words.chance_note)(SPREAD_DRAWS)),
    ];
    section("card", "vergelijk-cijfers", content)
}
