//! The client of the simulation: sends questions, and takes in the answers. The
//! page's own program holds no simulation; `static/simulation.js` has it done,
//! in a worker where it can.
//!
//! # Design
//! The view of uncertainty asks for the scenario that is shown. The comparison
//! asks for one scenario after the other, and shows together what came in. All
//! questions share one row of numbers, and each answer goes to whoever asked.

use crate::model::{General, InputId};
use crate::platform;
use crate::scenario::link;
use crate::ui::app::page;
use crate::ui::context::PageContext;
use crate::ui::features::centre::field::field;
use crate::ui::features::certainty::state::{IdleStage, Refusal};
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

/// The event of the window that carries a question.
const QUESTION: &str = "rekenmodel-simulate";

/// The event of the window that carries an answer.
const ANSWER: &str = "rekenmodel-simulated";

/// The milliseconds between two stages of the idle page.
const STAGE_DELAY: u32 = 50;

/// The milliseconds that a spread waits for others: each time that spreads are
/// shown, the whole comparison is drawn.
const SPREADS_DELAY: u32 = 200;

thread_local! {
    static CLIENT: RefCell<Client> = RefCell::default();
}

/// Questions and answers that are under way.
#[derive(Default)]
struct Client {
    /// The number of the last question.
    last_question: u32,
    /// The scenario that the view of uncertainty asked for last, by its
    /// position; none where the comparison asked since.
    shown: Option<usize>,
    /// The last question before that scenario was asked for: answers up to this
    /// one are about others.
    outdated: u32,
    /// The question of the comparison that has no answer: its number, and the
    /// key of its scenario.
    spread_question: Option<(u32, String)>,
    /// Keys of the scenarios that the comparison waits for, the one that was
    /// asked for included.
    missing_spreads: Vec<String>,
    /// Spreads that came in and are not shown yet.
    new_spreads: Vec<(String, Option<Spread>)>,
    /// Whether [`warm_up`] was done.
    is_warm: bool,
}

/// Takes in every answer, as long as the listener lives.
pub fn listen(dispatcher: UseReducerDispatcher<SharedState>) -> Option<EventListener> {
    let window = platform::window()?;
    Some(EventListener::new(&window, ANSWER, move |event| {
        let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
        if let Some(action) = detail.and_then(|detail| read_answer(&detail, &dispatcher)) {
            dispatcher.dispatch(action.into());
        }
    }))
}

/// Asks for what the view that is shown has no answer to.
pub fn ask(ctx: &PageContext) {
    match ctx.view.route {
        Route::Compare => ask_for_spreads(ctx),
        Route::Certainty if !ctx.deterministic_only() => ask_for_results(ctx),
        Route::Centre
        | Route::Certainty
        | Route::Sources
        | Route::Share
        | Route::BuildingBlocks
        | Route::Embed => {}
    }
}

/// Asks for the scenario that is shown.
fn ask_for_results(ctx: &PageContext) {
    let shown = ctx.workspace.current.shown;
    let is_cold = CLIENT.with_borrow_mut(|client| {
        if client.shown != Some(shown) {
            client.shown = Some(shown);
            client.outdated = client.last_question;
        }
        client.spread_question = None;
        !std::mem::replace(&mut client.is_warm, true)
    });
    if is_cold {
        let ctx = ctx.clone();
        platform::when_idle(move || warm_up(&ctx));
    }
    let scenario = ctx.scenario();
    send_question(&scenario.to_json(), scenario.simulation.draws);
}

/// Does what a first change does, with a state that is never shown. A browser
/// compiles a function when it is first called, and the slider that is moved
/// first would wait for a hundred of them.
fn warm_up(ctx: &PageContext) {
    let moved = InputId::General(General::Drempel);
    let mut changed = State::clone(ctx);
    let value = changed.workspace.inputs.get(moved) + 1.0;
    changed.apply(EditingAction::Slide(FieldId::Input(moved), value).into());
    let ctx = ctx.with_state(changed);
    drop((page(&ctx), field(&ctx, moved), link::fragment(ctx.view.route.id(), ctx.scenario())));
}

/// Asks for the first spread that is not known.
fn ask_for_spreads(state: &State) {
    let workspace = &state.workspace.current;
    // A scenario by itself is compared with nothing, but may be a network.
    let is_alone = workspace.scenarios.len() == 1 && workspace.network.counts == [0];
    CLIENT.with_borrow_mut(|client| {
        let is_missing = |key: &String| {
            let mut known = state.simulation.spreads.iter().chain(&client.new_spreads);
            !is_alone && !known.any(|(of, _)| of == key)
        };
        client.missing_spreads = workspace.scenarios.iter().map(spread_key).filter(is_missing).collect();
    });
    ask_for_next_spread();
}

fn ask_for_next_spread() {
    let next = CLIENT.with_borrow(|client| {
        let asked = client.spread_question.as_ref().map(|(_, key)| key);
        client.missing_spreads.first().filter(|key| asked != Some(*key)).cloned()
    });
    let Some(key) = next else { return };
    // Not while the client is borrowed: whoever listens is called at once.
    let asked = send_question(&key, SPREAD_DRAWS);
    CLIENT.with_borrow_mut(|client| {
        client.spread_question = Some((asked, key));
        client.shown = None;
        client.outdated = asked;
    });
}

/// Takes in the spread of a scenario, and asks for the next one. The last
/// spread is shown at once; others are shown together with those that follow
/// soon.
fn receive_spread(
    key: String,
    spread: Option<Spread>,
    dispatcher: &UseReducerDispatcher<SharedState>,
) -> Option<SimulationAction> {
    let (is_first, is_last) = CLIENT.with_borrow_mut(|client| {
        client.missing_spreads.retain(|of| *of != key);
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

/// Returns the action that shows the spreads that came in; none without any.
fn take_new_spreads() -> Option<SimulationAction> {
    let spreads = CLIENT.with_borrow_mut(|client| std::mem::take(&mut client.new_spreads));
    (!spreads.is_empty()).then_some(SimulationAction::ReceiveSpreads(spreads))
}

/// Sends a question, and returns its number; later ones have higher numbers.
fn send_question(scenario: &str, draws: u32) -> u32 {
    let id = CLIENT.with_borrow_mut(|client| {
        client.last_question += 1;
        client.last_question
    });
    // A question that the browser cannot send stays without an answer.
    if let (Some(window), Ok(event)) = (platform::window(), question(id, scenario, draws)) {
        let _ = window.dispatch_event(&event);
    }
    id
}

/// Returns the event of a question.
///
/// # Errors
/// What the browser threw.
fn question(id: u32, scenario: &str, draws: u32) -> Result<CustomEvent, JsValue> {
    let detail = Object::new();
    Reflect::set(&detail, &"id".into(), &id.into())?;
    Reflect::set(&detail, &"scenario".into(), &scenario.into())?;
    Reflect::set(&detail, &"draws".into(), &draws.into())?;
    let options = CustomEventInit::new();
    options.set_detail(&detail);
    CustomEvent::new_with_event_init_dict(QUESTION, &options)
}

/// Returns what an answer says; none where it is not about what is shown, or
/// waits for others.
fn read_answer(detail: &JsValue, dispatcher: &UseReducerDispatcher<SharedState>) -> Option<SimulationAction> {
    let member = |name: &str| Reflect::get(detail, &name.into()).ok();
    let is_set = |name: &str| member(name).is_some_and(|value| value.is_truthy());
    let id = member("id")?.as_f64()? as u32;
    let numbers = member("numbers").and_then(|numbers| numbers.dyn_into::<Float64Array>().ok());
    let numbers = numbers.map(|numbers| numbers.to_vec()).unwrap_or_default();
    let names = member("names").and_then(|names| names.as_string()).unwrap_or_default();
    let results = || SimulationSummary::unpack(id, &numbers, &names);
    let of_spread =
        CLIENT.with_borrow_mut(|client| client.spread_question.take_if(|(asked, _)| *asked == id));
    if let Some((_, key)) = of_spread {
        let spread = results().map(|results| results.spread(SimulatedFigure::Net).clone());
        return receive_spread(key, spread, dispatcher);
    }
    if id <= CLIENT.with_borrow(|client| client.outdated) {
        return None;
    }
    Some(if is_set("rested") {
        let [first, later @ ..] = IdleStage::ALL;
        for (count, stage) in (1..).zip(later) {
            let dispatcher = dispatcher.clone();
            platform::after_delay(count * STAGE_DELAY, move || {
                dispatcher.dispatch(SimulationAction::Rest(id, stage).into());
            });
        }
        SimulationAction::Rest(id, first)
    } else if is_set("refused") {
        SimulationAction::Refuse(id, Refusal::Unsupported)
    } else {
        match results() {
            Some(results) => SimulationAction::Receive(Rc::new(results)),
            None => SimulationAction::Refuse(id, Refusal::Failed),
        }
    })
}
