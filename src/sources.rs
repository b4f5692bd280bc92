//! The sources of all figures, which are in the file `static/bronnen.json`.
//!
//! The organisation that hosts the page can edit that file without building the program.
//! So the page reads it only when it is needed, and reports each mistake with its position
//! in the file.

mod background;
mod read;
pub mod reference_prices;

pub use background::{BackgroundPart, BackgroundPoint, BackgroundShape};

use crate::model::{InputId, Issue, Status};

/// The largest number of characters of one text.
pub const MAX_CHARACTERS: usize = 400;

/// A publication from which figures are taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Id of the publication within the file.
    pub id: String,
    /// Title of the publication.
    pub title: String,
    /// Author, and through whom the publication was found.
    pub author: String,
    /// Year of publication, as text.
    pub year: String,
    /// Address of the publication; `None` where it is not known.
    pub link: Option<String>,
    /// How much of it was read: all, an excerpt, or only a press report.
    pub extent_read: String,
}

/// Source of the default of one input, or of one field of all lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputSource {
    /// Id of the input, or a pattern such as `*.autonoom` for that field of every line that
    /// has no entry of its own.
    pub input: String,
    /// Status of the figure.
    pub status: Status,
    /// Indices of its publications in [`Sources::publications`].
    pub publications: Vec<usize>,
    /// Reason for the default.
    pub reason: String,
    /// Where an initiative finds its own figure for this input.
    pub local_figure: String,
}

/// A figure from a publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFigure {
    /// Subject of the figure.
    pub subject: String,
    /// The figure, as text with its unit.
    pub value: String,
    /// Year that the figure is about, as text.
    pub year: String,
    /// Status of the figure.
    pub status: Status,
    /// Index of its publication in [`Sources::publications`].
    pub publication: usize,
}

/// Direction in which the evidence of a study points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Better results, or less spending.
    Favourable,
    /// Better results in one respect and not in another.
    Mixed,
    /// No difference was found.
    NoDifference,
    /// Worse results, or more spending.
    Adverse,
    /// The study describes and does not measure an effect.
    Descriptive,
}

impl Direction {
    /// List of all variants.
    pub const ALL: [Direction; 5] = [
        Direction::Favourable,
        Direction::Mixed,
        Direction::NoDifference,
        Direction::Adverse,
        Direction::Descriptive,
    ];

    /// Returns the id in the file.
    pub fn id(self) -> &'static str {
        match self {
            Direction::Favourable => "gunstig",
            Direction::Mixed => "gemengd",
            Direction::NoDifference => "geen-verschil",
            Direction::Adverse => "ongunstig",
            Direction::Descriptive => "beschrijvend",
        }
    }
}

/// A study of the effects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Study {
    /// Subject of the study.
    pub subject: String,
    /// Finding of the study.
    pub finding: String,
    /// Direction in which the study points.
    pub direction: Direction,
    /// Caveat of the study.
    pub caveat: String,
    /// Index of its publication in [`Sources::publications`].
    pub publication: usize,
}

/// An objection of critics, and the answer to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// The objection, in the words of the critics.
    pub objection: String,
    /// How the model deals with it.
    pub answer: String,
}

/// A chapter of the page of sources: a title and its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Title of the chapter.
    pub title: String,
    /// Points of the chapter, each a sentence or more.
    pub points: Vec<String>,
}

/// The content of the file.
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
    /// Other chapters, such as the method.
    pub chapters: Vec<Chapter>,
    /// What the publications say besides figures.
    pub background: Vec<BackgroundPart>,
}

impl Sources {
    /// Reads and checks the file.
    ///
    /// # Errors
    /// All mistakes in the file, each with its position; never an empty list.
    pub fn parse(text: &str) -> Result<Sources, Vec<Issue>> {
        read::file(text)
    }

    /// Returns the source of an input: its own entry, or else the pattern for its field.
    /// `None` for an own line, or where the file has neither.
    pub fn for_input(&self, id: InputId) -> Option<&InputSource> {
        let name = id.fixed_id()?;
        let pattern = name.split_once('.').map(|(_, field)| format!("*.{field}"));
        let entry = |name: &str| self.entries.iter().find(|entry| entry.input == name);
        entry(&name).or_else(|| entry(&pattern?))
    }
}
