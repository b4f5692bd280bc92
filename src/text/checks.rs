//! The words of the warnings: what is the matter, and what to look at.

use crate::checks::WarningKind;

/// Words and sentences. A field's words are its own documentation.
#[allow(missing_docs)]
pub struct ChecksText {
    /// Number of warnings, and how many of them can hardly be right.
    pub count: fn(all: usize, doubts: usize) -> String,
    /// Says what these are; what it means that there are none.
    pub intro: &'static str,
    pub none: &'static str,
    /// Stands before the inputs to look at.
    pub look: &'static str,
    /// The mark of one that can hardly be right.
    pub doubt: &'static str,
    /// Name of the warning, and what to look at; with the names of the lines it is
    /// about.
    pub say: fn(&WarningKind, lines: &str) -> (&'static str, String),
    /// The name of a line, inside a sentence.
    pub line: fn(&str) -> String,
    /// Some names as one list.
    pub list: fn(&[String]) -> String,
}
