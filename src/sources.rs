//! Where every figure comes from: the file `static/bronnen.json`, read strictly.
//!
//! Whoever hosts the page may edit that file without building anything, so it
//! is read when it is asked for, and every mistake in it is named by place.

mod read;

use crate::model::{InputId, Issue, Status};

/// The largest number of characters of one text.
pub const MOST_CHARACTERS: usize = 400;

/// A publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Its name within the file.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who made it, and through whom it was found.
    pub by: String,
    /// The year that it is of, in words.
    pub year: String,
    /// Where it stands, if that is known.
    pub link: Option<String>,
    /// What was read of it: all, an excerpt, a press report.
    pub read: String,
}

/// What is known of one input, or of one property of every line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputSource {
    /// The input's name, or `*.autonoom` for every line without its own.
    pub input: String,
    /// How sure the default is.
    pub status: Status,
    /// The places of its publications in [`Sources::publications`].
    pub publications: Vec<usize>,
    /// Why this is the default.
    pub why: String,
    /// What a local figure is, and where an initiative finds it.
    pub local: String,
}

/// A figure from a publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFigure {
    /// What it is of.
    pub what: String,
    /// The figure, in words.
    pub value: String,
    /// The year that it is of, in words.
    pub year: String,
    /// How sure it is.
    pub status: Status,
    /// The place of its publication in [`Sources::publications`].
    pub publication: usize,
}

/// Which way the evidence of a study points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Better with, or less spent.
    Favourable,
    /// Better in one thing, not in another.
    Mixed,
    /// No difference.
    None,
    /// Worse, or more spent.
    Adverse,
    /// It measures no effect.
    Descriptive,
}

impl Direction {
    /// All of them.
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
    /// What was studied.
    pub what: String,
    /// What was found.
    pub found: String,
    /// Which way that points.
    pub direction: Direction,
    /// What to keep in mind with it.
    pub caveat: String,
    /// The place of its publication in [`Sources::publications`].
    pub publication: usize,
}

/// What critics say, and what the model does about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// What they say.
    pub objection: String,
    /// What the model does about it.
    pub answer: String,
}

/// A part of the account: a title and its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Its title.
    pub title: String,
    /// Its points, each a sentence or more.
    pub points: Vec<String>,
}

/// Everything that the file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// Every publication.
    pub publications: Vec<Publication>,
    /// What is known of the inputs.
    pub entries: Vec<InputSource>,
    /// Figures to compare with.
    pub figures: Vec<PublishedFigure>,
    /// Studies of the effects.
    pub studies: Vec<Study>,
    /// What critics say.
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

    /// What is known of this input: its own entry, or that of the property.
    pub fn of(&self, id: InputId) -> Option<&InputSource> {
        let name = id.fixed_id()?;
        let part = name.split_once('.').map(|(_, part)| format!("*.{part}"));
        let entry = |name: &str| self.entries.iter().find(|entry| entry.input == name);
        entry(&name).or_else(|| entry(&part?))
    }
}
