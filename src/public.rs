//! The public functions on text, as the wasm module and the tests call them.

use crate::model;
use crate::model::simulation::{Settings, Simulator};
use crate::scenario::Scenario;
use crate::text::Language;

/// The most problems that one message names.
const MOST_NAMED: usize = 10;

/// Calculates one scenario: JSON in, JSON out.
///
/// # Errors
/// A message with a line per problem, naming field, value and what is allowed.
pub fn evaluate(scenario: &str) -> Result<String, String> {
    json(&model::evaluate(&parse(scenario)?.inputs()))
}

/// Simulates one scenario with its own number of draws and seed: JSON in,
/// JSON out.
///
/// # Errors
/// As [`evaluate`].
pub fn simulate(scenario: &str) -> Result<String, String> {
    let scenario = parse(scenario)?;
    json(&model::simulation::simulate(&scenario.inputs(), settings(&scenario)))
}

/// As [`simulate`], drawing again only what changed since the last time.
///
/// # Errors
/// As [`evaluate`].
pub fn simulate_with(simulator: &mut Simulator, scenario: &str) -> Result<String, String> {
    let scenario = parse(scenario)?;
    json(&simulator.simulate(&scenario.inputs(), settings(&scenario)))
}

/// What moves when one input goes through its range: JSON in, JSON out.
///
/// # Errors
/// As [`evaluate`].
pub fn sensitivity(scenario: &str) -> Result<String, String> {
    json(&model::sensitivity::sensitivity(&parse(scenario)?.inputs()))
}

fn settings(scenario: &Scenario) -> Settings {
    let crate::scenario::Simulation { draws, seed } = scenario.simulation;
    Settings { draws, seed }
}

fn json(result: &impl serde::Serialize) -> Result<String, String> {
    serde_json::to_string(result).map_err(|error| error.to_string())
}

fn parse(scenario: &str) -> Result<Scenario, String> {
    Scenario::parse(scenario).map_err(|issues| {
        let text = Language::Nl.text();
        let lines: Vec<String> = issues.iter().take(MOST_NAMED).map(text.issue).collect();
        lines.join("\n")
    })
}
