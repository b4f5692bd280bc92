//! Asks for simulations and takes in the answers. The page's own program holds
//! no simulation: `static/simulation.js` has it done, in a worker where it can.

use super::picture::TABLE;
use super::state::ranges::{Refusal, Uncertain};
use super::state::{Action, State};
use crate::platform;
use crate::uncertainty::Simulated;
use gloo::events::EventListener;
use js_sys::{Float64Array, Object, Reflect};
use std::cell::Cell;
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
        if let Some(answer) = detail.and_then(|detail| read(&detail)) {
            page.dispatch(Action::Uncertain(answer));
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
}

/// Asks for a simulation of the scenario that is shown, unless only its point
/// is; later questions have higher numbers.
pub fn ask(state: &State) {
    if state.point_only() {
        return;
    }
    let id = ASKED.get() + 1;
    ASKED.set(id);
    let scenario = state.scenario();
    let Some(window) = platform::window() else { return };
    let detail = Object::new();
    let put = |name: &str, value: JsValue| Reflect::set(&detail, &name.into(), &value);
    let all = put("id", id.into())
        .and(put("scenario", scenario.to_json().into()))
        .and(put("draws", scenario.simulation.draws.into()));
    if all.is_err() {
        return;
    }
    let options = CustomEventInit::new();
    options.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict("rekenmodel-simulate", &options) {
        let _ = window.dispatch_event(&event);
    }
}

/// What an answer says; nothing where it is none.
fn read(detail: &JsValue) -> Option<Uncertain> {
    let field = |name: &str| Reflect::get(detail, &name.into()).ok();
    let says = |name: &str| field(name).is_some_and(|said| said.is_truthy());
    let id = field("id")?.as_f64()? as u32;
    if says("rested") {
        return Some(Uncertain::Rested(id));
    }
    if says("refused") {
        return Some(Uncertain::Refused(id, Refusal::Unable));
    }
    let numbers = field("numbers").and_then(|numbers| numbers.dyn_into::<Float64Array>().ok());
    let numbers = numbers.map(|numbers| numbers.to_vec()).unwrap_or_default();
    let names = field("names").and_then(|names| names.as_string()).unwrap_or_default();
    let found = Simulated::unpack(id, &numbers, &names);
    Some(found.map_or(Uncertain::Refused(id, Refusal::Failed), |found| Uncertain::Simulated(Rc::new(found))))
}
