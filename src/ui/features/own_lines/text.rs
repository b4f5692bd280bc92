//! Texts of the user's own lines.

mod nl;

use crate::text::feature_text;

/// Texts of the user's own lines.
#[allow(missing_docs)]
pub struct OwnLinesText {
    /// Shown where there are no own lines yet.
    pub empty: &'static str,
    pub intro: &'static str,
    /// Shown where there is no room for another line.
    pub full: &'static str,
    // The heading above the examples and the remark below them.
    pub examples_title: &'static str,
    pub examples_note: &'static str,
    /// Name and unit of each example, in the order of the list.
    pub examples: [(&'static str, &'static str); 3],
    /// Source of the figures of an example.
    pub example_source: &'static str,
    // Help text and source of the amount of an own cost line.
    pub cost_amount: &'static str,
    pub cost_amount_source: &'static str,
    /// Sentence about the evidence of a line; `grade` is the name of its grade.
    pub evidence_grade: fn(grade: &str) -> String,
    /// Name of a copy of a line.
    pub copy_of: fn(label: &str) -> String,
    pub duplicate: fn(label: &str) -> String,
    /// Buttons that move a line, with its name, its number in the list (from 1) and the
    /// number of lines.
    pub up: fn(label: &str, number: usize, count: usize) -> String,
    pub down: fn(label: &str, number: usize, count: usize) -> String,
}

feature_text! {
    /// Returns the texts of the user's own lines.
    own_lines: OwnLinesText = nl::OWN_LINES;
}
