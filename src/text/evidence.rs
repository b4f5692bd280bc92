//! Texts about the strength of the evidence, and about the user's own figures.

use crate::evidence::grade::EvidenceGrade;

/// Texts about the strength of the evidence.
#[allow(missing_docs)]
pub struct EvidenceText {
    /// Sentence below the headline about the strength of the evidence.
    pub evidence_line: fn(EvidenceGrade) -> String,
    /// Name of an evidence grade, in one or two words.
    pub evidence_grade: fn(EvidenceGrade) -> &'static str,
    /// Label before the name of the input with the weakest evidence that matters.
    pub weakest_input: &'static str,
    /// Link to the explanation of the evidence grade.
    pub see_evidence: &'static str,
    /// Name of the table within the card.
    pub table: &'static str,
    pub title: &'static str,
    pub intro: fn(EvidenceGrade) -> String,
    /// Name of the row of all costs.
    pub costs: &'static str,
    /// Text in place of the weakest input of a line, where no input matters.
    pub no_weakest: &'static str,
    /// Heads of the columns: line, grade, weakest input.
    pub head: [&'static str; 3],
    /// Heading above the rules by which the grade is decided.
    pub rule: &'static str,
    pub rule_points: &'static [&'static str],
    // The user's own figures.
    pub own_title: &'static str,
    pub mark_own: &'static str,
    pub unmark_own: &'static str,
    pub source_label: &'static str,
    pub source_hint: &'static str,
}
