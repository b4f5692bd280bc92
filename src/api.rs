//! The public functions of the model with JSON text in and out. The wasm module exports
//! them; tests call them too.

mod simulator;

pub use crate::api::simulator::ScenarioSimulator;
use crate::model;
use crate::number::digits;
use crate::scenario::Scenario;
use crate::text::catalogue;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io;
use std::io::Write;

/// The most problems in one error message.
const MAX_PROBLEMS: usize = 10;

/// Calculates one scenario: JSON in, JSON out.
///
/// # Errors
/// A message with a line per problem, which names the field, the value and the allowed
/// values.
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
    json(&model::simulation::simulate(&scenario.inputs(), scenario.simulation))
}

/// Calculates the outcome with each uncertain input at both ends of its range: JSON in,
/// JSON out.
///
/// # Errors
/// As [`evaluate`].
pub fn sensitivity(scenario: &str) -> Result<String, String> {
    let scenario = parse(scenario)?;
    json(&model::sensitivity::sensitivity(&scenario.inputs(), scenario.simulation.pm))
}

fn parse(scenario: &str) -> Result<Scenario, String> {
    Scenario::parse(scenario).map_err(|issues| {
        let text = catalogue();
        let lines: Vec<String> = issues.iter().take(MAX_PROBLEMS).map(text.issue).collect();
        lines.join("\n")
    })
}

/// Writes JSON. It fails only for numbers that are not finite, and an outcome of checked
/// inputs has none.
fn json(value: &impl Serialize) -> Result<String, String> {
    // Large enough for the result of a simulation, so that the buffer need not grow.
    let mut bytes = Vec::with_capacity(1 << 13);
    value
        .serialize(&mut Serializer::with_formatter(&mut bytes, ShortNumbers))
        .map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// Formatter that writes numbers with [`digits::format`]; the number writer of serde_json
/// would add 10 kB of tables to the wasm module.
struct ShortNumbers;

impl Formatter for ShortNumbers {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        // Adding zero makes zero of minus zero, which no figure is.
        let digits = digits::format(value + 0.0);
        writer.write_all(digits.as_bytes())?;
        // A whole amount is written with '.0', as serde_json does, to differ from a count.
        if digits.contains('.') { Ok(()) } else { writer.write_all(b".0") }
    }
}
