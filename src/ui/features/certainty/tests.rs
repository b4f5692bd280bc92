//! Renders the whole view natively for scenarios of every kind.

use crate::api::ScenarioSimulator;
use crate::model::Preset;
use crate::scenario::Scenario;
use crate::scenario::link::Address;
use crate::ui::context::PageContext;
use crate::ui::features::certainty::state::{ANALYSIS, IdleStage};
use crate::ui::features::certainty::tornado_view::OTHER_FIGURES;
use crate::ui::features::certainty::view::view;
use crate::ui::state::{SimulationAction, State, ViewAction};
use crate::uncertainty::{SimulatedFigure, SimulationSummary};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct Props {
    ctx: PageContext,
}

#[component]
fn RenderedView(props: &Props) -> Html {
    view(&props.ctx)
}

fn rendered(json: &str, figure: SimulatedFigure) -> String {
    let scenario = Scenario::parse(json).unwrap();
    let mut state = State::from_address(&Address::of_scenario("onzekerheid", scenario));
    let packed = ScenarioSimulator::default().simulate_packed(json, 1000).unwrap();
    let results = SimulationSummary::unpack(1, &packed.numbers, &packed.names).unwrap();
    state.apply(SimulationAction::Receive(Rc::new(results)).into());
    for stage in IdleStage::ALL {
        state.apply(SimulationAction::EnterIdleStage(1, stage).into());
    }
    state.apply(ViewAction::ChooseDistribution(figure).into());
    for id in ["spreiding", "waarde-per-bezoeker", "tornado", "wat-meten-we-eerst", OTHER_FIGURES, ANALYSIS] {
        state.apply(ViewAction::OpenTable(id.into()).into());
    }
    let ctx = PageContext::inert(state);
    let renderer = yew::LocalServerRenderer::<RenderedView>::with_props(Props { ctx }).hydratable(false);
    pollster::block_on(renderer.render())
}

/// At a chance of no effect of half, nothing says that the costs are covered: whether they
/// are depends on that chance alone. Where every draw covers them it does say so.
#[test]
fn costs_that_no_draw_covers_are_never_said_to_be_covered() {
    let claim = "dekken de kosten al";
    let half = rendered(r#"{"values":{"kans-geen-effect":0.5}}"#, SimulatedFigure::Net);
    assert!(half.contains("kan geen enkele aanname in haar eentje de beslissing veranderen"));
    assert!(!half.contains(claim));
    let income = rendered(r#"{"values":{"eigen-inkomsten":900000}}"#, SimulatedFigure::Net);
    assert!(income.contains(claim));
}

#[test]
fn every_kind_of_scenario_is_drawn() {
    let own = r#"{"custom":[{"id":"c1","side":"saving","label":"Huis","quantity":2,"amount":9000},
        {"id":"c2","side":"cost","label":"Les","quantity":1,"amount":5000}],"ranges":{"c1.aantal":{"low":1,"high":3}}}"#;
    let all = Preset::ALL.map(|preset| format!(r#"{{"base":"{}"}}"#, preset.id()));
    let kengetal = r#"{"values":{"kostenbasis":"kengetal","drempel":300}}"#.to_owned();
    for json in all.into_iter().chain([own.to_owned(), kengetal]) {
        for figure in SimulatedFigure::ALL {
            let html = rendered(&json, figure);
            assert_eq!(html.matches("<figure").count(), 5, "{json}");
            assert!(!html.contains("NaN") && html.matches("<tbody").count() >= 5, "{json}");
            assert_eq!(html.matches("Huis: aantal").count() > 0, json.contains("Huis"));
        }
    }
}
