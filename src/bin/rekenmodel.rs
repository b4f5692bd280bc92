//! The calculation as a wasm module of its own, for pages, workers and Node.
//!
//! `evaluate(scenario)` takes a scenario and returns its outcome, both as JSON text or both
//! as objects; so do `simulate` and `sensitivity`. The method `simulate` of a `Simulator`
//! returns the same as the function, faster where little changes from one call to the next.
//! Invalid input throws an `Error` whose message names the field, the given value and the
//! allowed values; so does a value that is neither text nor an object. The module stays
//! usable.

use rekenmodel::api;
use rekenmodel::api::ScenarioSimulator;
use rekenmodel::scenario::MAX_BYTES;
use rekenmodel::text::catalogue;
use rekenmodel::text::module::GivenKind;
use rekenmodel::uncertainty::PackedSimulation;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("rekenmodel.d.ts");

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = JSON, js_name = stringify, catch)]
    fn to_json(
        value: &JsValue,
        replacer: &dyn Fn(JsValue, JsValue) -> Result<JsValue, JsValue>,
    ) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = JSON, js_name = parse, catch)]
    fn from_json(text: &str) -> Result<JsValue, JsValue>;
    /// Returns whether a value is an array; a proxy that is revoked throws.
    #[wasm_bindgen(js_namespace = Array, js_name = isArray, catch)]
    fn is_list(value: &JsValue) -> Result<bool, JsValue>;
    /// Writes any value as text; a hostile object can throw.
    #[wasm_bindgen(js_name = String, catch)]
    fn to_text(value: &JsValue) -> Result<JsValue, JsValue>;
    /// Returns what an object inherits from; a hostile proxy throws.
    #[wasm_bindgen(js_namespace = Reflect, js_name = getPrototypeOf, catch)]
    fn prototype(object: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["String", "prototype", "slice"], js_name = call)]
    fn slice(text: &JsValue, start: u32, end: u32) -> String;
    type Map;
    type Set;
}

/// The number of characters of a reason of the JavaScript engine that a message repeats.
const REASON_LENGTH: u32 = 120;

/// Throws an `Error` with this message.
fn error(message: &str) -> JsValue {
    JsError::new(message).into()
}

/// Returns the text of a JavaScript string, and `None` for another value. A text that is
/// longer than any scenario is cut off where it is certainly refused, so that a huge one
/// does not fill the memory.
fn text(value: &JsValue) -> Option<String> {
    value.is_string().then(|| slice(value, 0, MAX_BYTES as u32 + 1))
}

/// Returns the kind of a value that is no scenario, and no value within one; `None` for
/// text and for an object.
fn kind(value: &JsValue) -> Option<GivenKind> {
    if value.is_undefined() {
        Some(GivenKind::Undefined)
    } else if value.is_null() {
        Some(GivenKind::Null)
    } else if let Some(number) = value.as_f64() {
        Some(if number.is_finite() { GivenKind::Number } else { GivenKind::NotFinite })
    } else if value.as_bool().is_some() {
        Some(GivenKind::Boolean)
    } else if value.is_function() {
        Some(GivenKind::Function)
    } else if value.is_symbol() {
        Some(GivenKind::Symbol)
    } else if value.is_bigint() {
        Some(GivenKind::BigInt)
    } else if value.is_instance_of::<Map>() || value.is_instance_of::<Set>() {
        Some(GivenKind::Collection)
    } else if is_list(value).unwrap_or(false) {
        Some(GivenKind::List)
    } else {
        (value.is_object() && !is_plain(value)).then_some(GivenKind::SpecialObject)
    }
}

/// Returns whether an object is one that JSON has: it inherits from nothing, or from the root of
/// all objects, which inherits from nothing itself. (That root is another one in each frame.) An
/// object that cannot be asked is called unreadable later, with the reason.
fn is_plain(object: &JsValue) -> bool {
    match prototype(object) {
        Ok(parent) => parent.is_null() || prototype(&parent).is_ok_and(|root| root.is_null()),
        Err(_) => true,
    }
}

/// Writes an object as JSON. A field that is `undefined` is left out, as JSON does; other
/// values that JSON would leave out or replace are refused with their field.
fn object_to_json(object: &JsValue) -> Result<String, JsValue> {
    let words = catalogue().module();
    let refusal = RefCell::new(None);
    let check = |key: JsValue, value: JsValue| match kind(&value) {
        Some(
            given @ (GivenKind::NotFinite
            | GivenKind::Function
            | GivenKind::Symbol
            | GivenKind::BigInt
            | GivenKind::Collection
            | GivenKind::SpecialObject),
        ) => {
            let field = slice(&key, 0, REASON_LENGTH);
            *refusal.borrow_mut() = Some((words.no_json_value)(&field, given));
            Err(JsValue::NULL)
        }
        _ => Ok(value),
    };
    match to_json(object, &check) {
        // An object whose `toJSON` returns nothing has no text.
        Ok(json) => text(&json).ok_or_else(|| error(&(words.no_scenario)(GivenKind::Undefined))),
        Err(thrown) => {
            if let Some(message) = refusal.take() {
                return Err(error(&message));
            }
            let reason = to_text(&thrown).ok().filter(JsValue::is_string).unwrap_or_else(|| "?".into());
            let reason = slice(&reason, 0, REASON_LENGTH).replace('\n', " ");
            // Engines have their own words for it: 'circular structure', 'cyclic object value'.
            let is_cyclic = ["circular", "cyclic"].iter().any(|word| reason.contains(word));
            Err(error(&if is_cyclic { words.cyclic.to_owned() } else { (words.unreadable)(&reason) }))
        }
    }
}

/// Calls a function of JSON text with a scenario: as text, whose result is text too, or as
/// an object, whose result is an object.
fn call(
    scenario: &JsValue,
    calculate: impl FnOnce(&str) -> Result<String, String>,
) -> Result<JsValue, JsValue> {
    let calculate = |text: &str| calculate(text).map_err(|message| error(&message));
    if let Some(text) = text(scenario) {
        return calculate(&text).map(JsValue::from);
    }
    if let Some(given) = kind(scenario) {
        return Err(error(&(catalogue().module().no_scenario)(given)));
    }
    from_json(&calculate(&object_to_json(scenario)?)?)
}

/// Calculates one scenario.
///
/// # Errors
/// Throws an `Error` that says what is wrong with the scenario.
#[wasm_bindgen(skip_typescript)]
pub fn evaluate(scenario: &JsValue) -> Result<JsValue, JsValue> {
    call(scenario, api::evaluate)
}

/// Simulates one scenario with its own number of draws and seed.
///
/// # Errors
/// Throws an `Error` that says what is wrong with the scenario.
#[wasm_bindgen(skip_typescript)]
pub fn simulate(scenario: &JsValue) -> Result<JsValue, JsValue> {
    call(scenario, api::simulate)
}

/// Calculates the outcome with each uncertain input at both ends of its range.
///
/// # Errors
/// Throws an `Error` that says what is wrong with the scenario.
#[wasm_bindgen(skip_typescript)]
pub fn sensitivity(scenario: &JsValue) -> Result<JsValue, JsValue> {
    call(scenario, api::sensitivity)
}

thread_local! {
    /// The simulator that all objects of [`Simulator`] share for `simulate`: its memory stays
    /// the same however many of them a program makes and forgets. JavaScript frees forgotten
    /// ones only between tasks, so not within a loop.
    static SHARED: RefCell<ScenarioSimulator> = RefCell::default();
}

/// Simulates scenarios one after another, and draws again only the inputs that changed
/// since the previous call. `simulate` is a stable method; the others serve the page and
/// can change with it.
#[wasm_bindgen]
#[derive(Default)]
pub struct Simulator {
    /// The simulator for the page's methods, from their first call on.
    simulator: Option<Box<ScenarioSimulator>>,
    /// Names of the inputs of the last result, until they are taken.
    names: String,
}

#[wasm_bindgen]
impl Simulator {
    /// Makes a simulator.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Simulator {
        Simulator::default()
    }

    /// Returns exactly what the function `simulate` returns.
    ///
    /// # Errors
    /// Throws an `Error` that says what is wrong with the scenario.
    #[wasm_bindgen(skip_typescript)]
    pub fn simulate(&self, scenario: &JsValue) -> Result<JsValue, JsValue> {
        call(scenario, |text| SHARED.with_borrow_mut(|simulator| simulator.simulate(text)))
    }

    /// Simulates with at most this number of draws; returns the simulation and the
    /// sensitivity as a row of numbers.
    ///
    /// # Errors
    /// Throws an `Error` that says what is wrong with the scenario.
    #[wasm_bindgen(js_name = simulatePacked)]
    pub fn simulate_packed(&mut self, scenario: &str, draws: u32) -> Result<Vec<f64>, JsError> {
        let packed =
            self.simulator().simulate_packed(scenario, draws).map_err(|message| JsError::new(&message))?;
        Ok(self.unpack(packed))
    }

    /// Begins a simulation in steps, with the same result as `simulatePacked`.
    ///
    /// # Errors
    /// Throws an `Error` that says what is wrong with the scenario.
    pub fn begin(&mut self, scenario: &str, draws: u32) -> Result<(), JsError> {
        self.simulator().begin(scenario, draws).map_err(|message| JsError::new(&message))
    }

    /// Does the next step; returns whether all steps are done.
    pub fn step(&mut self) -> bool {
        self.simulator().step()
    }

    /// Completes the simulation that was begun and returns its row of numbers; empty where
    /// none was begun.
    pub fn finish(&mut self) -> Vec<f64> {
        let packed = self.simulator().finish().unwrap_or_default();
        self.unpack(packed)
    }

    /// Returns the names of the inputs of the last row of numbers, one per line, and clears
    /// them.
    pub fn names(&mut self) -> String {
        std::mem::take(&mut self.names)
    }

    fn simulator(&mut self) -> &mut ScenarioSimulator {
        self.simulator.get_or_insert_default()
    }

    /// Stores the names and returns the numbers.
    fn unpack(&mut self, packed: PackedSimulation) -> Vec<f64> {
        self.names = packed.names;
        packed.numbers
    }
}

/// Does nothing: JavaScript calls the exported functions.
fn main() {}
