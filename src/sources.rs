//! Where every figure comes from: the file `static/bronnen.json`, read strictly.
//!
//! Whoever hosts the page may edit that file without building anything, so it
//! is read when it is asked for, and every mistake in it is named by place.

mod read;
pub mod reference_prices;

use crate::model::{InputId, Issue, Status};

/// The largest number of characters of one text.
pub const MOST_CHARACTERS: usize = 400;

/// Publication that figures come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Name within the file.
    pub id: String,
    /// Title of the publication.
    pub title: String,
    /// Author, and through whom it was found.
    pub by: String,
    /// The year that it is of, in words.
    pub year: String,
    /// Place where it stands, if that is known.
    pub link: Option<String>,
    /// Extent of what was read: all, an excerpt, a press report.
    pub read: String,
}

/// Source of one input, or of one property of every line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputSource {
    /// The input's name, or `*.autonoom` for every line without its own.
    pub input: String,
    /// Status of the figure.
    pub status: Status,
    /// The places of its publications in [`Sources::publications`].
    pub publications: Vec<usize>,
    /// Reason for the default.
    pub why: String,
    /// Meaning of a local figure, and where an initiative finds it.
    pub local: String,
}

/// A figure from a publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFigure {
    /// Subject of the figure or the study.
    pub what: String,
    /// The figure, in words.
    pub value: String,
    /// The year that it is of, in words.
    pub year: String,
    /// Status of the figure.
    pub status: Status,
    /// The place of its publication in [`Sources::publications`].
    pub publication: usize,
}

/// Direction in which the evidence of a study points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Better with, or less spent.
    Favourable,
    /// Better in one thing, not in another.
    Mixed,
    /// No difference was found.
    None,
    /// Worse, or more spent.
    Adverse,
    /// Measures no effect.
    Descriptive,
}

impl Direction {
    /// List of all variants.
    pub const ALL: [Direction; 5] = [
        Direction::Favourable,
        Direction::Mixed,
        Direction::None,
        Direction::Adverse,
        Direction::Descriptive,
    ];

    /// The name in the file.
    pub fn id(self) -> &'static str {
        match self {
            Direction::Favourable => "gunstig",
            Direction::Mixed => "gemengd",
            Direction::None => "geen-verschil",
            Direction::Adverse => "ongunstig",
            Direction::Descriptive => "beschrijvend",
        }
    }
}

/// A study of the effects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Study {
    /// Subject of the figure or the study.
    pub what: String,
    /// Finding of the study.
    pub found: String,
    /// Direction in which the study points.
    pub direction: Direction,
    /// Caveat of the study.
    pub caveat: String,
    /// The place of its publication in [`Sources::publications`].
    pub publication: usize,
}

/// Objection of critics, and what the model does about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// Objection in their words.
    pub objection: String,
    /// Answer of the model.
    pub answer: String,
}

/// A part of the account: a title and its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Title of the chapter.
    pub title: String,
    /// Points of the chapter, each a sentence or more.
    pub points: Vec<String>,
}

/// Content of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// List of the publications.
    pub publications: Vec<Publication>,
    /// Sources of the inputs.
    pub entries: Vec<InputSource>,
    /// Figures to compare with.
    pub figures: Vec<PublishedFigure>,
    /// Studies of the effects.
    pub studies: Vec<Study>,
    /// Objections of critics.
    pub objections: Vec<Objection>,
    /// The other parts of the account.
    pub chapters: Vec<Chapter>,
}

impl Sources {
    /// Reads and checks the file.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with its place; never an empty
    /// list.
    pub fn parse(text: &str) -> Result<Sources, Vec<Issue>> {
        read::file(text)
    }

    /// Returns what is known of this input: its own entry, or that of the property.
    pub fn of(&self, id: InputId) -> Option<&InputSource> {
        let name = id.fixed_id()?;
        let part = name.split_once('.').map(|(_, part)| format!("*.{part}"));
        let entry = |name: &str| self.entries.iter().find(|entry| entry.input == name);
        entry(&name).or_else(|| entry(&part?))
    }
}
