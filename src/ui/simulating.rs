//! Asks for simulations and takes in the answers. The page's own program holds
//! no simulation: `static/simulation.js` has it done, in a worker where it can.

use super::state::ranges::{Refusal, Uncertain};
use super::state::{Action, State};
use crate::platform;
use crate::scenario::Scenario;
use crate::uncertainty::Simulated;
use gloo::events::EventListener;
use js_sys::{Object, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit};
use yew::prelude::*;

/// Takes in every answer, as long as the page is there.
pub fn listen(page: UseReducerDispatcher<State>) {
    let Some(window) = platform::window() else { return };
    let listener = EventListener::new(&window, "rekenmodel-simulated", move |event| {
        let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
        if let Some(answer) = detail.and_then(|detail| read(&detail)) {
            page.dispatch(Action::Uncertain(answer));
        }
    });
    listener.forget();
}

thread_local! {
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

/// Asks for a simulation; later questions have higher numbers.
pub fn ask(scenario: &Scenario) {
    let id = ASKED.get() + 1;
    ASKED.set(id);
    let scenario = scenario.to_json();
    let Some(window) = platform::window() else { return };
    let detail = Object::new();
    let put = |name: &str, value: JsValue| Reflect::set(&detail, &name.into(), &value);
    if put("id", id.into()).and(put("scenario", scenario.into())).is_err() {
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
    let id = field("id")?.as_f64()? as u32;
    let text = |name| field(name).and_then(|value| value.as_string());
    if field("refused").is_some_and(|refused| refused.is_truthy()) {
        return Some(Uncertain::Refused(id, Refusal::Unable));
    }
    let found = Simulated::read(
        id,
        &text("simulation").unwrap_or_default(),
        &text("sensitivity").unwrap_or_default(),
    );
    Some(found.map_or(Uncertain::Refused(id, Refusal::Failed), |found| Uncertain::Simulated(Rc::new(found))))
}
