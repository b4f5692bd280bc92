//! The calculation as a wasm module of its own, for pages, workers and Node.
//!
//! `evaluate(scenarioJson)` takes a scenario and gives its outcome, both JSON;
//! so do `simulate` and `sensitivity`. A `Simulator` gives what `simulate`
//! gives, faster when little changes from one time to the next.
//! Bad input throws an `Error` whose message names the field, what was given
//! and what is allowed; the module stays usable.

use rekenmodel::model::simulation;
use rekenmodel::public;
use wasm_bindgen::prelude::*;

/// Calculates one scenario: JSON in, JSON out. Amounts in euros a year in
/// prices of the scenario's `prijspeil`; shares as fractions.
///
/// # Errors
/// Throws an `Error` that says what is wrong with the scenario.
#[wasm_bindgen]
pub fn evaluate(scenario: &str) -> Result<String, JsError> {
    public::evaluate(scenario).map_err(|message| JsError::new(&message))
}

/// Simulates one scenario with its own number of draws and seed: JSON in, JSON
/// out. Amounts as in `evaluate`; chances and shares as fractions.
///
/// # Errors
/// Throws an `Error` that says what is wrong with the scenario.
#[wasm_bindgen]
pub fn simulate(scenario: &str) -> Result<String, JsError> {
    public::simulate(scenario).map_err(|message| JsError::new(&message))
}

/// What the saldo, or else the net present value or the gemeente's saldo, is
/// with each uncertain input at both ends of its range: JSON in, JSON out.
///
/// # Errors
/// Throws an `Error` that says what is wrong with the scenario.
#[wasm_bindgen]
pub fn sensitivity(scenario: &str) -> Result<String, JsError> {
    public::sensitivity(scenario).map_err(|message| JsError::new(&message))
}

/// Simulates again and again, drawing only what changed since the last time.
#[wasm_bindgen]
#[derive(Default)]
pub struct Simulator(simulation::Simulator);

#[wasm_bindgen]
impl Simulator {
    /// One that has drawn nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Simulator {
        Simulator::default()
    }

    /// Exactly what the function `simulate` gives.
    ///
    /// # Errors
    /// Throws an `Error` that says what is wrong with the scenario.
    pub fn simulate(&mut self, scenario: &str) -> Result<String, JsError> {
        public::simulate_with(&mut self.0, scenario).map_err(|message| JsError::new(&message))
    }
}

fn main() {}
