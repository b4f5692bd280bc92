//! Texts of the plausibility warnings: the problem, and the inputs to check.

use crate::checks::WarningKind;

/// Texts of the plausibility warnings.
#[allow(missing_docs)]
pub struct ChecksText {
    /// Number of warnings, and how many of them are probable errors.
    pub count: fn(all: usize, probable_errors: usize) -> String,
    /// Explains that warnings block nothing.
    pub intro: &'static str,
    /// Shown where there are no warnings.
    pub none: &'static str,
    /// Label before the links to the inputs to check.
    pub look_at: &'static str,
    /// Link to the conditions on the page of sources.
    pub to_conditions: &'static str,
    /// The plausible range of an input to check, after its name.
    pub plausible: fn(low: &str, high: &str) -> String,
    /// Label of a warning that is a probable error.
    pub probable_error: &'static str,
    /// Title and text of a warning; `lines` lists the names of the lines that it is about.
    pub warning: fn(&WarningKind, lines: &str) -> (&'static str, String),
    /// Name of a line inside a sentence, in quotes.
    pub line: fn(name: &str) -> String,
    /// Names joined to a list, such as 'a, b en c'.
    pub list: fn(&[String]) -> String,
}
