//! The client of the simulation: sends requests as events of the window, and
//! receives the answers. The page's own program contains no simulation;
//! `static/simulation.js` runs it, in a worker if the browser can.
//!
//! # Design
//! A request is a scenario and a number of draws. The view of uncertainty asks for
//! the scenario that is shown. The comparison asks for the spread of one scenario
//! after the other, and shows answers that arrive shortly after one another
//! together. Requests of both are numbered in one series, and an answer has the
//! number of its request, which tells which of these two views it is for.

use crate::model::{General, InputId};
use crate::platform;
use crate::scenario::link;
use crate::text::page::LoadingProblem;
use crate::ui::app::page;
use crate::ui::context::PageContext;
use crate::ui::features::certainty::state::{IdleStage, NoResultsReason};
use crate::ui::features::inputs::field::field;
use crate::ui::features::scenarios::state::{SPREAD_DRAWS, spread_key};
use crate::ui::routes::Route;
use crate::ui::state::{EditingAction, FieldId, SharedState, SimulationAction, State};
use crate::uncertainty::{SimulatedFigure, SimulationSummary, Spread};
use gloo::events::EventListener;
use js_sys::{Float64Array, Object, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit};
use yew::UseReducerDispatcher;

/// The event of the window that carries a request.
const REQUEST: &str = "rekenmodel-simulate";

/// The event of the window that carries an answer.
const ANSWER: &str = "rekenmodel-simulated";

/// The milliseconds between two [`IdleStage`]s.
const STAGE_DELAY: u32 = 50;

/// The milliseconds that a spread waits for others to be shown together with it:
/// each time, the whole comparison is drawn.
const SPREADS_DELAY: u32 = 200;

thread_local! {
    static CLIENT: RefCell<Client> = RefCell::default();
}

/// The requests that were sent and the answers that are not shown yet.
#[derive(Default)]
struct Client {
    /// The number of the last request that was sent.
    last_request: u32,
    /// The index of the scenario that the view of uncertainty asked for last;
    /// `None` if the comparison has asked since.
    asked_scenario: Option<usize>,
    /// The number of the last request about another scenario than `asked_scenario`:
    /// answers up to this number are ignored.
    last_outdated_request: u32,
    /// The request of the comparison that is not answered yet: its number, and
    /// the key of its scenario.
    spread_request: Option<(u32, String)>,
    /// Keys of the scenarios whose spread the comparison lacks, including the one
    /// of `spread_request`.
    missing_spreads: Vec<String>,
    /// Spreads that arrived and are not shown yet, by the key of their scenario.
    new_spreads: Vec<(String, Option<Spread>)>,
    /// Whether [`warm_up`] was scheduled.
    is_warmed_up: bool,
}

/// Returns a listener that passes each answer to the state; `None` natively.
pub fn listen(dispatcher: UseReducerDispatcher<SharedState>) -> Option<EventListener> {
    let window = platform::window()?;
    Some(EventListener::new(&window, ANSWER, move |event| {
        let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
        if let Some(action) = detail.and_then(|detail| read_answer(&detail, &dispatcher)) {
            dispatcher.dispatch(action.into());
        }
    }))
}

/// Sends the request whose answer the view that is shown lacks, if any.
pub fn ask(ctx: &PageContext) {
    match ctx.view.route {
        Route::Compare => ask_for_spreads(ctx),
        Route::Uncertainty if !ctx.deterministic_only() => ask_for_results(ctx),
        Route::Centre
        | Route::WhatIf
        | Route::Worksheet
        | Route::Uncertainty
        | Route::Sources
        | Route::Share
        | Route::BuildingBlocks
        | Route::Compact => {}
    }
}

/// Sends a request about the scenario that is shown.
fn ask_for_results(ctx: &PageContext) {
    let shown = ctx.workspace.current.shown;
    let is_first_request = CLIENT.with_borrow_mut(|client| {
        if client.asked_scenario != Some(shown) {
            client.asked_scenario = Some(shown);
            client.last_outdated_request = client.last_request;
        }
        client.spread_request = None;
        !std::mem::replace(&mut client.is_warmed_up, true)
    });
    if is_first_request {
        let ctx = ctx.clone();
        platform::when_idle(move || warm_up(&ctx));
    }
    let scenario = ctx.scenario();
    send_request(&scenario.to_json(), scenario.simulation.draws);
}

/// Calculates and draws a change with a state that is never shown. A browser
/// compiles a function when it is first called; without this, the first slider
/// that is moved would wait for some hundred functions to be compiled.
fn warm_up(ctx: &PageContext) {
    let input = InputId::General(General::Drempel);
    let mut changed = State::clone(ctx);
    let value = changed.workspace.inputs.get(input) + 1.0;
    changed.apply(EditingAction::Slide(FieldId::Input(input), value).into());
    let ctx = ctx.with_state(changed);
    drop((page(&ctx), field(&ctx, input), link::write_plain(ctx.view.route.id(), &ctx.scenario().to_json())));
}

/// Finds the scenarios whose spread is not known, and asks for the first one.
fn ask_for_spreads(state: &State) {
    let workspace = &state.workspace.current;
    // A single scenario needs no comparison, unless it is counted in a network.
    let is_alone = workspace.scenarios.len() == 1 && workspace.network.counts == [0];
    CLIENT.with_borrow_mut(|client| {
        let is_missing = |key: &String| {
            let mut known = state.simulation.spreads.iter().chain(&client.new_spreads);
            !is_alone && !known.any(|(known_key, _)| known_key == key)
        };
        client.missing_spreads = workspace.scenarios.iter().map(spread_key).filter(is_missing).collect();
    });
    ask_for_next_spread();
}

/// Requests the first spread that is missing, unless it is requested already.
fn ask_for_next_spread() {
    let next = CLIENT.with_borrow(|client| {
        let requested = client.spread_request.as_ref().map(|(_, key)| key);
        client.missing_spreads.first().filter(|key| requested != Some(*key)).cloned()
    });
    let Some(key) = next else { return };
    // Not while the client is borrowed: listeners of the event run at once.
    let number = send_request(&key, SPREAD_DRAWS);
    CLIENT.with_borrow_mut(|client| {
        client.spread_request = Some((number, key));
        client.asked_scenario = None;
        client.last_outdated_request = number;
    });
}

/// Stores the spread of a scenario, and asks for the next one. After the last one,
/// returns the action that shows all new spreads. Otherwise returns `None`, and the
/// spreads are shown after [`SPREADS_DELAY`].
fn receive_spread(
    key: String,
    spread: Option<Spread>,
    dispatcher: &UseReducerDispatcher<SharedState>,
) -> Option<SimulationAction> {
    let (is_first, is_last) = CLIENT.with_borrow_mut(|client| {
        client.missing_spreads.retain(|missing| *missing != key);
        client.new_spreads.push((key, spread));
        (client.new_spreads.len() == 1, client.missing_spreads.is_empty())
    });
    if is_last {
        return take_new_spreads();
    }
    if is_first {
        let dispatcher = dispatcher.clone();
        platform::after_delay(SPREADS_DELAY, move || {
            if let Some(action) = take_new_spreads() {
                dispatcher.dispatch(action.into());
            }
        });
    }
    ask_for_next_spread();
    None
}

/// Returns the action that shows the new spreads; `None` if there are none.
fn take_new_spreads() -> Option<SimulationAction> {
    let spreads = CLIENT.with_borrow_mut(|client| std::mem::take(&mut client.new_spreads));
    (!spreads.is_empty()).then_some(SimulationAction::ReceiveSpreads(spreads))
}

/// Sends a request, and returns its number; later ones have higher numbers.
fn send_request(scenario: &str, draws: u32) -> u32 {
    let id = CLIENT.with_borrow_mut(|client| {
        client.last_request += 1;
        client.last_request
    });
    // A request that the browser cannot send gets no answer.
    if let (Some(window), Ok(event)) = (platform::window(), request_event(id, scenario, draws)) {
        let _ = window.dispatch_event(&event);
    }
    id
}

/// Returns the event that carries a request.
///
/// # Errors
/// The exception of the browser, which is not expected.
fn request_event(id: u32, scenario: &str, draws: u32) -> Result<CustomEvent, JsValue> {
    let detail = Object::new();
    Reflect::set(&detail, &"id".into(), &id.into())?;
    Reflect::set(&detail, &"scenario".into(), &scenario.into())?;
    Reflect::set(&detail, &"draws".into(), &draws.into())?;
    let options = CustomEventInit::new();
    options.set_detail(&detail);
    CustomEvent::new_with_event_init_dict(REQUEST, &options)
}

/// Reads the detail of an answer's event, and returns the action that passes it to
/// the state. `None` if the answer is out of date, or is a spread that waits for
/// others.
fn read_answer(detail: &JsValue, dispatcher: &UseReducerDispatcher<SharedState>) -> Option<SimulationAction> {
    let member = |name: &str| Reflect::get(detail, &name.into()).ok();
    let is_set = |name: &str| member(name).is_some_and(|value| value.is_truthy());
    let id = member("id")?.as_f64()? as u32;
    let numbers = member("numbers").and_then(|numbers| numbers.dyn_into::<Float64Array>().ok());
    let numbers = numbers.map(|numbers| numbers.to_vec()).unwrap_or_default();
    let names = member("names").and_then(|names| names.as_string()).unwrap_or_default();
    let results = || SimulationSummary::unpack(id, &numbers, &names);
    let is_idle = is_set("idle");
    let spread_request = CLIENT
        .with_borrow_mut(|client| client.spread_request.take_if(|(number, _)| *number == id && !is_idle));
    let text = |name: &str| member(name).and_then(|text| text.as_string()).unwrap_or_default();
    // Where the simulation itself does not work, other scenarios have no spread either.
    let no_results = match text("failed").as_str() {
        "missing" | "stopped" if is_set("problem") => {
            Some(NoResultsReason::NotLoaded(LoadingProblem::from_id(&text("problem"))))
        }
        "missing" | "stopped" => Some(NoResultsReason::Failed),
        _ => is_set("unsupported").then_some(NoResultsReason::Unsupported),
    };
    if let (Some(reason), true) = (no_results, spread_request.is_some()) {
        return Some(SimulationAction::ReportNoResults(id, reason));
    }
    if let Some((_, key)) = spread_request {
        let spread = results().map(|results| results.spread(SimulatedFigure::Net).clone());
        return receive_spread(key, spread, dispatcher);
    }
    if id <= CLIENT.with_borrow(|client| client.last_outdated_request) {
        return None;
    }
    Some(if is_idle {
        let [first, later @ ..] = IdleStage::ALL;
        for (count, stage) in (1..).zip(later) {
            let dispatcher = dispatcher.clone();
            platform::after_delay(count * STAGE_DELAY, move || {
                dispatcher.dispatch(SimulationAction::EnterIdleStage(id, stage).into());
            });
        }
        SimulationAction::EnterIdleStage(id, first)
    } else if let Some(reason) = no_results {
        SimulationAction::ReportNoResults(id, reason)
    } else {
        match results() {
            Some(results) => SimulationAction::Receive(Rc::new(results)),
            None => SimulationAction::ReportNoResults(id, NoResultsReason::Failed),
        }
    })
}
