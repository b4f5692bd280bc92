//! The calculation as a wasm module of its own, for pages, workers and Node.
//!
//! `evaluate(scenarioJson)` takes a scenario and gives its outcome, both JSON.
//! Bad input throws an `Error` whose message names the field, what was given
//! and what is allowed; the module stays usable.

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

fn main() {}
