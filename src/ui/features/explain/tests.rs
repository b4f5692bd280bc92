use super::panel::explain_figure;
use super::state::ExplainAction;
use super::terms::TermView;
use crate::api::ScenarioSimulator;
use crate::chart;
use crate::model::Preset;
use crate::scenario::Scenario;
use crate::scenario::link::Address;
use crate::ui::app::page;
use crate::ui::context::{Message, PageContext};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::certainty::state::{ANALYSIS, IdleStage};
use crate::ui::features::embed;
use crate::ui::features::network::state::NetworkField;
use crate::ui::features::scenarios::state::{SPREAD_DRAWS, ScenarioAction, spread_key};
use crate::ui::routes::Route;
use crate::ui::state::{Action, EditingAction, FieldId, SimulationAction, State, ViewAction};
use crate::uncertainty::{SimulatedFigure, SimulationSummary};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// Scenarios with a dekkingsplan, a line of the user's own, changes of each kind, and
/// the other cost basis.
const SCENARIOS: [&str; 4] = [
    "{}",
    r#"{"values":{"dagbesteding.verzilverbaar":0.5,"horizon":3},"counted":{"betaald-werk":true},"plan":[{"party":"gemeente","share":0.5},{"label":"Fonds","party":"overig","amount":90000,"until":2}]}"#,
    r#"{"base":"prijspeil-2025","values":{"loonkosten-per-fte":200000,"drempel":300},"ranges":{"fte":{"low":1,"high":5}},"custom":[{"id":"c1","side":"saving","label":"Huis","kind":"besparing","counted":true,"quantity":3,"unit":"keer","amount":20000},{"id":"c2","side":"cost","label":"Bus","quantity":2,"amount":1000}]}"#,
    r#"{"values":{"kostenbasis":"kengetal","bezoekers":960,"dagbesteding.aantal":600}}"#,
];

/// Charts whose tables the states below open, by id.
const TABLES: [&str; 12] = [
    chart::costs_vs_savings::ID,
    chart::waterfall::ID,
    chart::parties::ID,
    chart::cumulative::ID,
    chart::financing::ID,
    chart::scenario_bars::ID,
    chart::difference::ID,
    chart::network::ID,
    "tornado",
    "spreiding",
    "waarde-per-bezoeker",
    "wat-meten-we-eerst",
];

#[derive(Properties, PartialEq)]
struct PageProps {
    ctx: PageContext,
}

#[component]
fn Page(PageProps { ctx }: &PageProps) -> Html {
    match ctx.view.route {
        Route::Compact => embed::view::view(ctx),
        Route::Centre
        | Route::WhatIf
        | Route::Worksheet
        | Route::Uncertainty
        | Route::Compare
        | Route::Sources
        | Route::Share
        | Route::BuildingBlocks => page(ctx),
    }
}

/// Returns the names of all figures with an explanation that the page draws.
fn drawn_names(state: &State) -> BTreeSet<String> {
    let ctx = PageContext::inert(state.clone());
    let renderer = yew::LocalServerRenderer::<Page>::with_props(PageProps { ctx });
    let html = pollster::block_on(renderer.hydratable(false).render());
    let names = html.split(" data-figure=\"").skip(1);
    names.map(|rest| rest.split_once('"').unwrap().0.to_owned()).collect()
}

/// Returns the names of the figures that the explanation of a figure leads to; `None`
/// if the figure has no explanation.
fn mentioned_names(state: &State, name: &str) -> Option<Vec<String>> {
    let links = explain_figure(state, name)?.terms.into_iter().filter_map(|term| match term {
        TermView::Link(link) => Some(link),
        TermView::Value { link, .. } => link,
    });
    let names = links.filter_map(|link| {
        let Message::Act(Action::View(ViewAction::Explain(ExplainAction::Follow(name)))) = link.message
        else {
            return None;
        };
        Some(name)
    });
    Some(names.collect())
}

fn simulated(json: &str, draws: u32) -> SimulationSummary {
    let packed = ScenarioSimulator::default().simulate_packed(json, draws).unwrap();
    SimulationSummary::unpack(1, &packed.numbers, &packed.names).unwrap()
}

/// Returns the state of a page with this scenario and a second one, as a network, with
/// all results of the simulation and all tables opened.
fn state(json: &str) -> State {
    let scenario = Scenario::parse(json).unwrap();
    let mut state = State::from_address(&Address::of_scenario("rekenen", scenario));
    state.apply(ScenarioAction::Add(Preset::Prijspeil2025).into());
    for (field, number) in
        [(NetworkField::Count(0), "7"), (NetworkField::Count(1), "2"), (NetworkField::Inhabitants, "90.000")]
    {
        let field = FieldId::Setting(Setting::Network(field));
        state.apply(EditingAction::Type(field, number.into()).into());
    }
    let spread = |scenario: &Scenario| {
        let key = spread_key(scenario);
        let found = simulated(&key, SPREAD_DRAWS).spread(SimulatedFigure::Net).clone();
        (key, Some(found))
    };
    let spreads = state.workspace.current.scenarios.iter().map(spread).collect();
    state.apply(SimulationAction::ReceiveSpreads(spreads).into());
    state.apply(ScenarioAction::Show(0).into());
    state.apply(SimulationAction::Receive(Rc::new(simulated(json, 1000))).into());
    state.apply(SimulationAction::EnterIdleStage(1, IdleStage::Details).into());
    for id in TABLES.into_iter().chain([ANALYSIS]) {
        state.apply(ViewAction::OpenTable(id.to_owned()).into());
    }
    state
}

/// Names are texts, so the compiler does not see that one of them has no explanation.
#[test]
fn every_name_that_is_drawn_or_mentioned_has_an_explanation() {
    let mut all = BTreeSet::new();
    for json in SCENARIOS {
        let mut state = state(json);
        for route in Route::ALL.iter().copied() {
            state.view.route = route;
            let mut found = drawn_names(&state);
            let mut open: Vec<String> = found.iter().cloned().collect();
            while let Some(name) = open.pop() {
                let mentioned = mentioned_names(&state, &name)
                    .unwrap_or_else(|| panic!("{json}, {}: {name} has no explanation", route.id()));
                open.extend(mentioned.into_iter().filter(|name| found.insert(name.clone())));
            }
            all.extend(found);
        }
    }
    let kinds: BTreeSet<&str> = all.iter().map(|name| name.split('.').next().unwrap()).collect();
    assert!(all.len() > 500 && kinds.len() > 25, "{} names of these kinds: {kinds:?}", all.len());
}

/// Returns the notes in the explanation of a figure on a view of this scenario.
fn notes(route: Route, json: &str, name: &str) -> String {
    let state = State::new(route, Scenario::parse(json).unwrap());
    let notes = explain_figure(&state, name).unwrap().notes;
    notes.iter().map(AttrValue::as_str).collect::<Vec<_>>().join("\n")
}

#[test]
fn on_the_first_view_the_explanation_of_a_rounded_gap_has_the_sum_that_is_seen() {
    // Costs of 300,000 and savings of 16 × 7,500 + 4 × 13,480 = 173,920.
    let brochure = r#"{"schema":2,"values":{"dagbesteding.bedrag":7500,"uitkeringen.bedrag":13480}}"#;
    let gap = "€\u{a0}300.000 − €\u{a0}174.000 = €\u{a0}126.000";
    assert!(notes(Route::Centre, brochure, "break_even.gap").contains(gap));
    let each = "€\u{a0}126.000 ÷ 500 = €\u{a0}252";
    assert!(notes(Route::Centre, brochure, "break_even.gap_per_visitor").contains(each));
    assert!(!notes(Route::Worksheet, brochure, "break_even.gap").contains("126.000"));
    assert!(!notes(Route::Centre, brochure, "costs.net").contains("300.000 −"));
    // Savings of 50 × 7,500 + 4 × 13,480 = 428,920.
    let surplus = r#"{"schema":2,"values":{"dagbesteding.aantal":50,"dagbesteding.bedrag":7500,"uitkeringen.bedrag":13480}}"#;
    let sum = "€\u{a0}429.000 − €\u{a0}300.000 = €\u{a0}129.000";
    assert!(notes(Route::Centre, surplus, "break_even.gap").contains(sum));
}
