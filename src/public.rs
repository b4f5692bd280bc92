//! The public functions on text, as the wasm module and the tests call them.

use crate::model;
use crate::scenario::Scenario;
use crate::text::Language;

/// The most problems that one message names.
const MOST_NAMED: usize = 10;

/// Calculates one scenario: JSON in, JSON out.
///
/// # Errors
/// A message with a line per problem, naming field, value and what is allowed.
pub fn evaluate(scenario: &str) -> Result<String, String> {
    let issues = match Scenario::parse(scenario) {
        Ok(scenario) => {
            let outcome = model::evaluate(&scenario.inputs());
            return serde_json::to_string(&outcome).map_err(|error| error.to_string());
        }
        Err(issues) => issues,
    };
    let text = Language::Nl.text();
    let lines: Vec<String> = issues.iter().take(MOST_NAMED).map(text.issue).collect();
    Err(lines.join("\n"))
}
