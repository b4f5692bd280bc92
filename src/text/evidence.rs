//! The words of the strength of the evidence, and of figures that are one's own.

use crate::evidence::grade::EvidenceGrade;

/// Words and sentences. A field's words are its own documentation.
#[allow(missing_docs)]
pub struct EvidenceText {
    pub title: &'static str,
    pub intro: fn(EvidenceGrade) -> String,
    pub costs: &'static str,
    pub no_weakest: &'static str,
    pub head: [&'static str; 3],
    /// Says how it is decided.
    pub rule: &'static str,
    pub rule_points: &'static [&'static str],
    // Figures of one's own.
    pub own_title: &'static str,
    pub mark: &'static str,
    pub unmark: &'static str,
    pub from_words: &'static str,
    pub from_hint: &'static str,
}
