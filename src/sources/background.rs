//! What the publications say besides figures: principles, conditions, terms.

/// A subject of the background.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackgroundPart {
    /// Name of the part within the file, to which other views can lead.
    pub id: String,
    /// Title of the part.
    pub title: String,
    /// Sentences before the points.
    pub intro: String,
    /// Index of its publication in [`Sources::publications`](super::Sources::publications).
    pub publication: usize,
    /// Place in the publication, such as a chapter.
    pub place: String,
    /// How the points are shown.
    pub shape: BackgroundShape,
    /// Points of the part.
    pub points: Vec<BackgroundPoint>,
}

impl BackgroundPart {
    /// Id of the part with the conditions, to which warnings about funders lead.
    pub const CONDITIONS: &'static str = "voorwaarden";
}

/// A point of a part: a term with what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackgroundPoint {
    /// The term or name.
    pub name: String,
    /// What is said of it; sentences, or the place of a named initiative.
    pub lines: Vec<String>,
}

/// How the points of a part are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackgroundShape {
    /// One below the other, each with its sentences.
    List,
    /// Side by side, since none comes first.
    SideBySide,
    /// Short names, several on a line.
    Names,
}

impl BackgroundShape {
    /// List of all variants.
    pub const ALL: [BackgroundShape; 3] =
        [BackgroundShape::List, BackgroundShape::SideBySide, BackgroundShape::Names];

    /// Returns the id in the file.
    pub fn id(self) -> &'static str {
        match self {
            BackgroundShape::List => "lijst",
            BackgroundShape::SideBySide => "naast-elkaar",
            BackgroundShape::Names => "namen",
        }
    }
}
