//! The public functions on text, as the wasm module and the tests call them.

mod simulator;

pub use crate::api::simulator::Answers;
use crate::model;
use crate::number::digits;
use crate::scenario::Scenario;
use crate::text::catalogue;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{Result as Written, Write};

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
    json(&model::simulation::simulate(&scenario.inputs(), scenario.simulation))
}

/// Calculates the figures with each input at both ends of its range: JSON in, JSON
/// out.
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
        let lines: Vec<String> = issues.iter().take(MOST_NAMED).map(text.issue).collect();
        lines.join("\n")
    })
}

/// Writes JSON. Only numbers that are not finite cannot be written, and an outcome
/// of checked inputs has none.
fn json(value: &impl Serialize) -> Result<String, String> {
    // Enough for a simulation's answer, which then need not move as it grows.
    let mut bytes = Vec::with_capacity(1 << 13);
    value
        .serialize(&mut Serializer::with_formatter(&mut bytes, Digits))
        .map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// JSON as serde_json writes it, with our way to write numbers instead of its
/// own, which is 10 kB of tables.
struct Digits;

impl Formatter for Digits {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> Written<()> {
        let digits = digits::written(value);
        writer.write_all(digits.as_bytes())?;
        // A whole number keeps its point: it is an amount, not a count.
        if digits.contains('.') { Ok(()) } else { writer.write_all(b".0") }
    }
}
