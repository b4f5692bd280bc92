//! The calculation as a wasm module of its own, for pages, workers and Node.
//!
//! `evaluate(scenario)` takes a scenario and returns its outcome, both as JSON text or both
//! as objects; so do `simulate` and `sensitivity`. The method `simulate` of a `Simulator` returns the same
//! as the function, faster where little changes from one call to the next. Invalid input
//! throws an `Error` whose message names the field, the given value and the allowed
//! values; the module stays usable.

use rekenmodel::api;
use rekenmodel::api::ScenarioSimulator;
use rekenmodel::uncertainty::PackedSimulation;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("rekenmodel.d.ts");

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = JSON, js_name = stringify, catch)]
    fn to_json(value: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = JSON, js_name = parse, catch)]
    fn from_json(text: &str) -> Result<JsValue, JsValue>;
}

/// Calls a function of JSON text with a scenario as text, whose result is text too, or as
/// any other value, whose result is an object.
fn call(
    scenario: &JsValue,
    calculate: impl FnOnce(&str) -> Result<String, String>,
) -> Result<JsValue, JsValue> {
    let calculate = |text: &str| calculate(text).map_err(|message| JsError::new(&message).into());
    if let Some(text) = scenario.as_string() {
        return calculate(&text).map(JsValue::from);
    }
    // Without a value `JSON.stringify` returns no text.
    let text = to_json(scenario)?.as_string().unwrap_or_else(|| "null".to_owned());
    from_json(&calculate(&text)?)
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

/// Simulates scenarios one after another, and draws again only the inputs that changed
/// since the previous call. `simulate` is a stable method; the others serve the page and
/// can change with it.
#[wasm_bindgen]
#[derive(Default)]
pub struct Simulator {
    simulator: ScenarioSimulator,
    /// Names of the inputs of the last result, until they are taken.
    names: String,
}

#[wasm_bindgen]
impl Simulator {
    /// Makes a simulator without cached draws.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Simulator {
        Simulator::default()
    }

    /// Returns exactly what the function `simulate` returns for JSON text.
    ///
    /// # Errors
    /// Throws an `Error` that says what is wrong with the scenario.
    pub fn simulate(&mut self, scenario: &str) -> Result<String, JsError> {
        self.simulator.simulate(scenario).map_err(|message| JsError::new(&message))
    }

    /// Simulates with at most this number of draws; returns the simulation and the
    /// sensitivity as a row of numbers.
    ///
    /// # Errors
    /// Throws an `Error` that says what is wrong with the scenario.
    #[wasm_bindgen(js_name = simulatePacked)]
    pub fn simulate_packed(&mut self, scenario: &str, draws: u32) -> Result<Vec<f64>, JsError> {
        let packed =
            self.simulator.simulate_packed(scenario, draws).map_err(|message| JsError::new(&message))?;
        Ok(self.unpack(packed))
    }

    /// Begins a simulation in steps, with the same result as `simulatePacked`.
    ///
    /// # Errors
    /// Throws an `Error` that says what is wrong with the scenario.
    pub fn begin(&mut self, scenario: &str, draws: u32) -> Result<(), JsError> {
        self.simulator.begin(scenario, draws).map_err(|message| JsError::new(&message))
    }

    /// Does the next step; returns whether all steps are done.
    pub fn step(&mut self) -> bool {
        self.simulator.step()
    }

    /// Completes the simulation that was begun and returns its row of numbers; empty where
    /// none was begun.
    pub fn finish(&mut self) -> Vec<f64> {
        let packed = self.simulator.finish().unwrap_or_default();
        self.unpack(packed)
    }

    /// Returns the names of the inputs of the last row of numbers, one per line, and clears
    /// them.
    pub fn names(&mut self) -> String {
        std::mem::take(&mut self.names)
    }

    /// Stores the names and returns the numbers.
    fn unpack(&mut self, packed: PackedSimulation) -> Vec<f64> {
        self.names = packed.names;
        packed.numbers
    }
}

/// Does nothing: JavaScript calls the exported functions.
fn main() {}
