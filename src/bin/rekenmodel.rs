//! The calculation as a wasm module of its own, for pages, workers and Node.
//!
//! `evaluate(scenarioJson)` takes a scenario and gives its outcome, both JSON;
//! so do `simulate` and `sensitivity`. A `Simulator` gives what `simulate`
//! gives, faster when little changes from one time to the next.
//! Bad input throws an `Error` whose message names the field, what was given
//! and what is allowed; the module stays usable.

use rekenmodel::api;
use rekenmodel::api::Answers;
use rekenmodel::uncertainty::PackedSimulation;
use wasm_bindgen::prelude::*;

/// Calculates one scenario: JSON in, JSON out. Amounts in euros a year in
/// prices of the scenario's `prijspeil`; shares as fractions.
///
/// # Errors
/// Throws an `Error` that says what is wrong with the scenario.
#[wasm_bindgen]
pub fn evaluate(scenario: &str) -> Result<String, JsError> {
    api::evaluate(scenario).map_err(|message| JsError::new(&message))
}

/// Simulates one scenario with its own number of draws and seed: JSON in, JSON
/// out. Amounts as in `evaluate`; chances and shares as fractions.
///
/// # Errors
/// Throws an `Error` that says what is wrong with the scenario.
#[wasm_bindgen]
pub fn simulate(scenario: &str) -> Result<String, JsError> {
    api::simulate(scenario).map_err(|message| JsError::new(&message))
}

/// Returns what the saldo, or else the net present value or the gemeente's saldo,
/// is with each uncertain input at both ends of its range: JSON in, JSON out.
///
/// # Errors
/// Throws an `Error` that says what is wrong with the scenario.
#[wasm_bindgen]
pub fn sensitivity(scenario: &str) -> Result<String, JsError> {
    api::sensitivity(scenario).map_err(|message| JsError::new(&message))
}

/// Simulates again and again, drawing only what changed since the last time.
/// But for `simulate` it serves the page, and may change with it.
#[wasm_bindgen]
#[derive(Default)]
pub struct Simulator {
    answers: Answers,
    names: String,
}

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
        self.answers.simulate(scenario).map_err(|message| JsError::new(&message))
    }

    /// Simulation and sensitivity as a row of numbers, of at most so many draws.
    ///
    /// # Errors
    /// Throws an `Error` that says what is wrong with the scenario.
    pub fn answer(&mut self, scenario: &str, draws: u32) -> Result<Vec<f64>, JsError> {
        let packed = self.answers.answer(scenario, draws).map_err(|message| JsError::new(&message))?;
        Ok(self.give(packed))
    }

    /// Begins the same in steps.
    ///
    /// # Errors
    /// Throws an `Error` that says what is wrong with the scenario.
    pub fn begin(&mut self, scenario: &str, draws: u32) -> Result<(), JsError> {
        self.answers.begin(scenario, draws).map_err(|message| JsError::new(&message))
    }

    /// The next step; tells whether all are done.
    pub fn step(&mut self) -> bool {
        self.answers.step()
    }

    /// The row of numbers of what was begun; empty where nothing was.
    pub fn finish(&mut self) -> Vec<f64> {
        let packed = self.answers.finish().unwrap_or_default();
        self.give(packed)
    }

    /// The names of the inputs that the last row is about, a line each.
    pub fn names(&mut self) -> String {
        std::mem::take(&mut self.names)
    }

    fn give(&mut self, packed: PackedSimulation) -> Vec<f64> {
        self.names = packed.names;
        packed.numbers
    }
}

fn main() {}
