//! Texts of the page of sources, apart from the content of the file `bronnen.json`.

mod nl;

use crate::sources::Direction;
use crate::text::feature_text;

/// Texts of the page of sources.
#[allow(missing_docs)]
pub struct SourcesText {
    pub title: &'static str,
    /// Who says so, in one line.
    pub answer: &'static str,
    pub contents: &'static str,
    pub loading: &'static str,
    /// Message that the file could not be fetched, with the reason.
    pub missing: fn(why: &str) -> String,
    /// The reason that the file is not on the server.
    pub not_found: &'static str,
    pub broken: &'static str,
    pub try_again: &'static str,
    pub studies: &'static str,
    pub studies_intro: &'static str,
    /// How many studies there are, and how many of each direction.
    pub tally: fn(all: usize, counts: &[(Direction, usize)]) -> String,
    /// Explains the words that studies use.
    pub studies_terms: &'static str,
    pub objections: &'static str,
    pub figures: &'static str,
    pub figures_table: &'static str,
    pub figures_intro: &'static str,
    pub inputs: &'static str,
    pub inputs_intro: &'static str,
    /// The columns of the table of figures.
    pub columns: [&'static str; 5],
    /// Label before the reason for the default.
    pub reason: &'static str,
    /// Label before where users find their own figure.
    pub local_figure: &'static str,
    pub publication: &'static str,
    pub caveat: &'static str,
    /// Author, year and extent of what was read of a publication.
    pub provenance: fn(by: &str, year: &str, read: &str) -> String,
    /// Default of an input, and its plausible range where that is known.
    pub default_value: fn(value: &str, plausible: Option<(&str, &str)>) -> String,
    /// Title of the studies with this direction.
    pub direction_title: fn(Direction) -> &'static str,
    pub background: &'static str,
    pub background_intro: &'static str,
    /// Place within a publication, before its title.
    pub place: fn(place: &str) -> String,
    /// Which conditions the warnings are about.
    pub conditions_checked: &'static str,
    pub to_plan: &'static str,
}

feature_text! {
    /// Returns the texts of the page of sources.
    sources: SourcesText = nl::SOURCES;
}
