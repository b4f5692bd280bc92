//! Asks for simulations and takes in the answers. The page's own program holds
//! no simulation: `static/simulation.js` has it done, in a worker where it can.
//!
//! The view of uncertainty asks for the scenario that is shown; the comparison
//! asks for one scenario after the other, and shows what comes in together. All
//! questions are numbered together, and each answer goes to whoever asked for it.

use crate::model::{General, InputId};
use crate::platform;
use crate::scenario::link;
use crate::ui::app::page;
use crate::ui::components::chart_view::TABLE;
use crate::ui::features::centre;
use crate::ui::features::certainty::state::{Refusal, Rest, Uncertain};
use crate::ui::features::scenarios::state::{CHANCE_DRAWS, Manage, chance_key};
use crate::ui::state::{Action, State, View};
use crate::uncertainty::{Figure, SimulationSummary, Spread};
use gloo::events::EventListener;
use js_sys::{Float64Array, Object, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit};
use yew::prelude::*;

/// Takes in every answer, as long as the page is there.
pub fn listen(page: UseReducerDispatcher<State>) {
    let Some(window) = platform::window() else { return };
    let opener = page.clone();
    let listener = EventListener::new(&window, "rekenmodel-simulated", move |event| {
        let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
        if let Some(action) = detail.and_then(|detail| read(&detail, &page)) {
            page.dispatch(action);
        }
    });
    listener.forget();
    let opened = move |id| opener.dispatch(Action::Uncertain(Uncertain::Opened(id)));
    if let Some(listener) = platform::when_opened(TABLE, opened) {
        listener.forget();
    }
}

thread_local! {
    static ASKED: Cell<u32> = const { Cell::new(0) };
    /// What the comparison asked for last and has no answer to: the number of
    /// the question, and the scenario.
    static CHANCE: RefCell<Option<(u32, String)>> = const { RefCell::new(None) };
    /// The scenarios that it waits for, the one that was asked for included.
    static WANTED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    /// Answers that are not shown yet.
    static FOUND: RefCell<Vec<(String, Option<Spread>)>> = const { RefCell::new(Vec::new()) };
    /// The scenario that the view of uncertainty asked for last, by its place
    /// (none for the comparison), and the last question before: answers up to
    /// there are about others.
    static SHOWN: Cell<(usize, u32)> = const { Cell::new((usize::MAX, 0)) };
    /// Whether a first change was tried.
    static WARM: Cell<bool> = const { Cell::new(false) };
}

/// Does what a first change does, with a state that is never shown. A browser
/// compiles a function when it is first called, and the slider that is moved
/// first would wait for a hundred of them.
fn warm_up(state: &Rc<State>) {
    let moved = InputId::General(General::Drempel);
    let changed = state.clone().reduce(Action::Slide(moved, state.inputs.get(moved) + 1.0));
    let field = centre::field::field_over(&changed, false, moved, Html::default());
    drop((page(&changed), field, link::fragment(changed.view.id(), changed.scenario())));
    // An event of a slider of no input goes the way of all others, and changes nothing.
    let options = CustomEventInit::new();
    options.set_bubbles(true);
    if let Ok(event) = CustomEvent::new_with_event_init_dict("input", &options) {
        let _ = platform::send_as_slider("inhoud", &event);
    }
}

/// Asks for what the view that is shown has no answer to.
pub fn ask(state: &State) {
    match state.view {
        View::Vergelijken => return ask_chance(state),
        View::Onzekerheid if !state.deterministic_only() => {}
        _ => return,
    }
    let shown = state.workspace.shown;
    if SHOWN.get().0 != shown {
        SHOWN.set((shown, ASKED.get()));
    }
    CHANCE.set(None);
    if !WARM.replace(true) {
        let state = state.shared();
        platform::when_idle(move || warm_up(&state));
    }
    put(state.scenario().to_json(), state.scenario().simulation.draws);
}

/// How long after one go at rest the next one is, in milliseconds.
const REST: u32 = 50;

/// How long a chance that came in waits for others, in milliseconds.
const TOGETHER: u32 = 200;

/// Asks for the first chance that is not known.
fn ask_chance(state: &State) {
    let workspace = &state.workspace;
    // One by itself is compared with nothing, but may be a network.
    if workspace.scenarios.len() == 1 && workspace.network.counts == [0] {
        WANTED.take();
        return;
    }
    let here = |key: &String| FOUND.with_borrow(|found| found.iter().any(|(of, _)| of == key));
    let known = |key: &String| state.beside().chances.iter().any(|(of, _)| of == key) || here(key);
    WANTED.set(workspace.scenarios.iter().map(chance_key).filter(|key| !known(key)).collect());
    ask_next();
}

fn ask_next() {
    let Some(key) = WANTED.with_borrow(|wanted| wanted.first().cloned()) else { return };
    let waiting = |asked: &Option<(u32, String)>| asked.as_ref().is_some_and(|(_, of)| *of == key);
    if !CHANCE.with_borrow(waiting) {
        let asked = put(key.clone(), CHANCE_DRAWS);
        CHANCE.set(Some((asked, key)));
        SHOWN.set((usize::MAX, asked));
    }
}

/// A chance came in, and the next one is asked for. They are shown at once when
/// it was the last, or else together with those that follow soon: each drawing
/// is one of the whole table.
fn hear(key: String, spread: Option<Spread>, page: &UseReducerDispatcher<State>) -> Option<Action> {
    let last = WANTED.with_borrow_mut(|wanted| {
        wanted.retain(|of| *of != key);
        wanted.is_empty()
    });
    let first = FOUND.with_borrow_mut(|found| {
        found.push((key, spread));
        found.len() == 1
    });
    if last {
        return shown();
    }
    if first {
        let page = page.clone();
        platform::after(TOGETHER, move || {
            if let Some(action) = shown() {
                page.dispatch(action);
            }
        });
    }
    ask_next();
    None
}

/// The chances that came in and are not shown yet.
fn shown() -> Option<Action> {
    let found = FOUND.take();
    (!found.is_empty()).then(|| Manage::Chances(found).into())
}

/// Asks a question; later ones have higher numbers. Gives its number.
fn put(scenario: String, draws: u32) -> u32 {
    let id = ASKED.get() + 1;
    ASKED.set(id);
    let Some(window) = platform::window() else { return id };
    let detail = Object::new();
    let put = |name: &str, value: JsValue| Reflect::set(&detail, &name.into(), &value);
    let all = put("id", id.into()).and(put("scenario", scenario.into())).and(put("draws", draws.into()));
    if all.is_err() {
        return id;
    }
    let options = CustomEventInit::new();
    options.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict("rekenmodel-simulate", &options) {
        let _ = window.dispatch_event(&event);
    }
    id
}

/// What an answer says; nothing where it is none.
fn read(detail: &JsValue, page: &UseReducerDispatcher<State>) -> Option<Action> {
    let field = |name: &str| Reflect::get(detail, &name.into()).ok();
    let says = |name: &str| field(name).is_some_and(|said| said.is_truthy());
    let id = field("id")?.as_f64()? as u32;
    let numbers = field("numbers").and_then(|numbers| numbers.dyn_into::<Float64Array>().ok());
    let numbers = numbers.map(|numbers| numbers.to_vec()).unwrap_or_default();
    let names = field("names").and_then(|names| names.as_string()).unwrap_or_default();
    let found = || SimulationSummary::unpack(id, &numbers, &names);
    if let Some((_, key)) = CHANCE.with_borrow_mut(|asked| asked.take_if(|(of, _)| *of == id)) {
        let spread = found().map(|found| found.spread(Figure::Net).clone());
        return hear(key, spread, page);
    }
    // One that was asked for another scenario, or for the comparison.
    if id <= SHOWN.get().1 {
        return None;
    }
    Some(Action::Uncertain(if says("rested") {
        let [first, later @ ..] = Rest::ALL;
        for (goes, rest) in (1..).zip(later) {
            let page = page.clone();
            let come = move || page.dispatch(Action::Uncertain(Uncertain::Rested(id, rest)));
            platform::after(goes * REST, come);
        }
        Uncertain::Rested(id, first)
    } else if says("refused") {
        Uncertain::Refused(id, Refusal::Unable)
    } else {
        found().map_or(Uncertain::Refused(id, Refusal::Failed), |found| {
            Uncertain::SimulationSummary(Rc::new(found))
        })
    }))
}
