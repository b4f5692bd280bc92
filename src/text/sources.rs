//! The words of the page of sources that are not in its file.

use crate::sources::Direction;

/// Single words and fixed sentences about sources.
#[allow(missing_docs)]
pub struct SourcesText {
    pub title: &'static str,
    pub intro: &'static str,
    pub contents: &'static str,
    pub loading: &'static str,
    pub missing: &'static str,
    pub broken: &'static str,
    pub again: &'static str,
    pub studies: &'static str,
    pub studies_intro: &'static str,
    pub objections: &'static str,
    pub figures: &'static str,
    pub figures_intro: &'static str,
    pub inputs: &'static str,
    pub inputs_intro: &'static str,
    /// The columns of the table of figures.
    pub columns: [&'static str; 5],
    pub why: &'static str,
    pub local: &'static str,
    pub publication: &'static str,
    pub caveat: &'static str,
    /// Place where a publication was found and what was read of it.
    pub read: fn(by: &str, year: &str, read: &str) -> String,
    /// The default of an input and what is plausible.
    pub begins: fn(value: &str, plausible: Option<(&str, &str)>) -> String,
    /// Says which way a study points.
    pub direction: fn(Direction) -> &'static str,
}
