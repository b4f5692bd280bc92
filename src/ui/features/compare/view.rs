//! Scenarios beside each other: what comes out of each, and why they differ.
//! Every figure is read from the outcome of its own scenario, by the one
//! calculation that there is.

use crate::chart;
use crate::chart::Chart;
use crate::chart::scenario_bars::ScenarioBar;
use crate::compare::ComparedFigure;
use crate::model::{Inputs, Outcome, Preset, evaluate};
use crate::scenario::{Scenario, changes};
use crate::text::compare::ScenarioFigures;
use crate::ui::components::chart_view;
use crate::ui::components::deferred_block::{block, deaf};
use crate::ui::components::element::{button, div, element, heading, option, p, section, text};
use crate::ui::features::network;
use crate::ui::features::scenarios::state::{CHANCE_DRAWS, Manage, chance_key};
use crate::ui::state::{Action, State};
use crate::uncertainty::Spread;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The list of figures to draw.
const MEASURE: &str = "vergelijk-cijfer";
/// The list of scenarios to explain.
const WHY: &str = "vergelijk-met";
/// The figure that is no measure of an outcome.
const CHANCE: &str = "kans";

/// A scenario with what came out.
pub struct Entry<'a> {
    /// What it is called in the list.
    pub label: String,
    /// What was given.
    pub scenario: &'a Scenario,
    /// All of its inputs.
    pub inputs: Rc<Inputs>,
    /// What came out.
    pub outcome: Rc<Outcome>,
    /// The chance that costs are covered: not known yet, or known, or none.
    pub chance: Option<Option<f64>>,
    /// How the saldo is spread, where that is known.
    pub spread: Option<&'a Spread>,
    /// How many things differ from its preset.
    pub changes: usize,
}

/// What follows from a scenario by itself.
struct Made {
    scenario: Scenario,
    inputs: Rc<Inputs>,
    outcome: Rc<Outcome>,
    key: String,
    changes: usize,
}

impl Made {
    fn of(scenario: &Scenario) -> Made {
        let inputs = scenario.inputs();
        Made {
            outcome: Rc::new(evaluate(&inputs)),
            key: chance_key(scenario),
            changes: changes::changes(scenario, &inputs, &scenario.base_inputs()).len(),
            scenario: scenario.clone(),
            inputs: Rc::new(inputs),
        }
    }
}

thread_local! {
    /// Of each scenario when they were drawn last: every part of the view asks
    /// for all of them, and seldom has more than one changed.
    static MADE: RefCell<Vec<Rc<Made>>> = const { RefCell::new(Vec::new()) };
}

fn made(scenarios: &[Scenario]) -> Vec<Rc<Made>> {
    let before = MADE.take();
    let known = |scenario: &Scenario| before.iter().find(|made| made.scenario == *scenario).cloned();
    let all = scenarios.iter().map(|one| known(one).unwrap_or_else(|| Rc::new(Made::of(one))));
    let all: Vec<Rc<Made>> = all.collect();
    MADE.set(all.clone());
    all
}

/// All scenarios, with what came out of each.
pub(crate) fn entries(state: &State) -> Vec<Entry<'_>> {
    let all = &state.workspace.scenarios;
    let scenarios = all.iter().zip(state.labels()).zip(made(all));
    let made = scenarios.map(|((scenario, label), made)| {
        let found = state.beside().chances.iter().find(|(of, _)| *of == made.key);
        let spread = found.map(|(_, spread)| spread.as_ref());
        Entry {
            label,
            scenario,
            inputs: made.inputs.clone(),
            outcome: made.outcome.clone(),
            changes: made.changes,
            chance: spread.map(|spread| spread.map(|spread| spread.positive)),
            spread: spread.flatten(),
        }
    });
    made.collect()
}

/// The whole view.
pub fn view(state: &State) -> Html {
    let words = state.text().compare;
    let mut head = vec![heading("h1", "vergelijk", words.title), p("reading", words.intro)];
    // A name that is typed does not wait for all of these.
    let soon = |view| block(state, false, 0, view);
    if state.problems().next().is_some() {
        head.push(p("stale", words.stale));
    }
    if state.workspace.scenarios.len() == 1 {
        let question = section("question", "vergelijk", head);
        return div("uncertain", vec![question, alone(state), soon(network_part)]);
    }
    head.push(prices(state).map_or_else(Html::default, |said| p("differs", said)));
    // Every chance that comes in is a drawing of what shows one, and no more.
    let drawn = if state.beside().measure.is_none() { soon(measures) } else { deaf(state, measures) };
    let pictures = div("uncertain-pictures", vec![deaf(state, costs), drawn]);
    let pictures = vec![heading("h2", "vergelijk-beeld", words.pictures), pictures];
    let content = vec![
        section("question", "vergelijk", head),
        section("story", "vergelijk-beeld", pictures),
        deaf(state, why_part),
        soon(table_part),
        soon(network_part),
    ];
    div("uncertain", content)
}

/// With one scenario there is nothing to compare yet.
fn alone(state: &State) -> Html {
    let (words, strip) = (state.text().compare, state.text().workspace);
    let mut buttons = vec![button("button", "scenario-duplicate", strip.duplicate)];
    buttons.extend(Preset::ALL.map(|preset| {
        let name = (state.text().preset)(preset).0;
        button("button", format!("scenario-add {}", preset.id()), name)
    }));
    let content = vec![p("", words.alone), p("small", words.alone_hint), div("buttons", buttons)];
    div("card nothing-yet", content)
}

/// Amounts of several price years are not of one kind.
fn prices(state: &State) -> Option<String> {
    let mut years: Vec<i32> = state.workspace.scenarios.iter().map(Scenario::year).collect();
    years.sort_unstable();
    years.dedup();
    let shown: Vec<String> = years.iter().map(i32::to_string).collect();
    (years.len() > 1).then(|| (state.text().compare.prices)(&shown.join(", ")))
}

/// Initiatives added up, below the comparison.
fn network_part(state: &State, _: usize) -> Html {
    div("uncertain", network::view::view(state, &entries(state)).into())
}

/// The picture of this view with this id.
pub fn chart(state: &State, id: &str) -> Option<Chart> {
    let entries = entries(state);
    match id {
        chart::network::ID => network::view::chart(state, &entries),
        _ if entries.len() == 1 => None,
        chart::scenario_bars::ID => Some(costs_chart(state, &entries)),
        chart::scenario_bars::MEASURE => Some(measure_chart(state, &entries)),
        chart::difference::ID => super::reasons::chart(state, &entries),
        _ => None,
    }
}

/// What a saved picture says of the figures.
pub fn about(state: &State, id: &str) -> Option<String> {
    if id == chart::network::ID {
        return network::view::about(state, &entries(state));
    }
    let ours = [chart::scenario_bars::ID, chart::scenario_bars::MEASURE, chart::difference::ID].contains(&id);
    let workspace = &state.workspace;
    ours.then(|| {
        let others = (0..workspace.scenarios.len()).filter(|place| *place != workspace.reference);
        let labels = state.labels();
        let others: Vec<&str> = others.map(|place| &*labels[place]).collect();
        (state.text().compare.about)(&labels[workspace.reference], &others.join(", "))
    })
}

fn costs_chart(state: &State, entries: &[Entry]) -> Chart {
    let all = entries.iter().map(|entry| ScenarioFigures {
        name: entry.label.clone(),
        costs: entry.outcome.costs.net.euros(),
        savings: entry.outcome.total.savings.euros(),
        net: entry.outcome.total.net.euros(),
    });
    chart::scenario_bars(&all.collect::<Vec<_>>(), state.workspace.reference, state.text())
}

fn costs(state: &State, _: usize) -> Html {
    div("card", vec![chart_view::with_data(state, &costs_chart(state, &entries(state)))])
}

fn measure_chart(state: &State, entries: &[Entry]) -> Chart {
    let words = state.text().compare;
    let measure = state.beside().measure;
    let reference = &entries[state.workspace.reference];
    let bars = entries.iter().map(|entry| {
        let cell = super::table::cell(state, measure, entry, reference);
        ScenarioBar {
            name: entry.label.clone(),
            value: cell.value,
            shown: cell.shown,
            difference: cell.difference,
        }
    });
    let name = measure.map_or(words.chance, |measure| (words.measure)(measure));
    let most = measure.is_none().then_some(1.0);
    chart::compared_figure(name, &bars.collect::<Vec<_>>(), state.workspace.reference, most, state.text())
}

/// The name of a figure in the list of figures.
fn measure_id(place: usize) -> String {
    place.to_string()
}

/// One figure of each, to choose.
fn measures(state: &State, _: usize) -> Html {
    let words = state.text().compare;
    let entries = entries(state);
    let chosen = state.beside().measure;
    let options = super::table::measures(&entries, chosen)
        .map(|(place, measure)| option(measure_id(place), (words.measure)(measure), chosen == Some(measure)));
    let chance = option(CHANCE, words.chance, chosen.is_none());
    let list = choice(MEASURE, words.choose_measure, options.chain([chance]).collect());
    let drawn = if chosen.is_none() { p("small", (words.drawn)(CHANCE_DRAWS)) } else { Html::default() };
    div("card", vec![list, chart_view::with_data(state, &measure_chart(state, &entries)), drawn])
}

/// A list to choose from, with its label.
fn choice(name: &'static str, label: &'static str, options: Vec<Html>) -> Html {
    let values = vec![Some("label".into()), Some(name.into())];
    let label = element("label", &["class", "for"], values, vec![text(label)]);
    let list = element("select", &["id", "name"], vec![Some(name.into()), Some(name.into())], options);
    div("field", vec![label, list])
}

fn why_part(state: &State, _: usize) -> Html {
    let entries = entries(state);
    let words = state.text().compare;
    let mut content = vec![heading("h2", "vergelijk-waarom", words.why)];
    let explained = super::reasons::explained(state);
    if entries.len() > 2 {
        let others = entries.iter().enumerate().filter(|(place, _)| *place != state.workspace.reference);
        let options = others
            .map(|(place, entry)| option(place.to_string(), entry.label.clone(), explained == Some(place)));
        content.push(choice(WHY, words.choose_why, options.collect()));
    }
    if let Some(chart) = super::reasons::chart(state, &entries) {
        content.push(chart_view::with_data(state, &chart));
    }
    content.push(super::reasons::idle(state, &entries).map_or_else(Html::default, |said| p("small", said)));
    section("card", "vergelijk-waarom", content)
}

fn table_part(state: &State, _: usize) -> Html {
    let words = state.text().compare;
    let content = vec![
        heading("h2", "vergelijk-cijfers", words.table),
        p("small", words.table_hint),
        super::table::view(state, &entries(state)),
        p("small", (words.drawn)(CHANCE_DRAWS)),
    ];
    section("card", "vergelijk-cijfers", content)
}

/// The action of a choice in a list of this view.
pub fn chosen(name: &str, value: &str) -> Option<Action> {
    if name == network::view::TOGETHER {
        return Some(network::view::chosen(value));
    }
    let manage = match (name, value) {
        (MEASURE, CHANCE) => Manage::ValueUnit(None),
        (MEASURE, place) => Manage::ValueUnit(Some(*ComparedFigure::ALL.get(place.parse::<usize>().ok()?)?)),
        (WHY, place) => Manage::Why(place.parse().ok()?),
        _ => return None,
    };
    Some(manage.into())
}
