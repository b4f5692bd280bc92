//! What is said of the list of scenarios, above everything.

use crate::scenario::link::LinkProblem;

/// What is said of the list of scenarios.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// What happened.
    Told(Told),
    /// What is wrong.
    Trouble(Trouble),
}

/// What happened to the list of scenarios; undoing the last step is an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// What was kept is shown again.
    Back,
    /// The scenario of a link stands beside those that were there.
    Link(String),
    /// A file with so many scenarios was opened.
    Several(usize),
    /// One was removed.
    Removed(String),
    /// Texts of the one that was left that were no good are not used.
    Texts(String),
    /// Another window changed what is shown.
    Elsewhere,
    /// Another window had kept others; all of them are here now.
    United,
    /// Everything that the browser kept is gone.
    Erased,
}

/// What is wrong with keeping, or with what was to come in.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// What was kept cannot be read.
    Kept(LinkProblem),
    /// It would be so many scenarios.
    NoRoom(usize),
    /// It would be so many with the brochure, which a network asked for. That
    /// is said below the button that asked: the notice is far above it.
    NoNational(usize),
    /// There is no room for the scenario of a link, which stands apart.
    Apart,
    /// With those that another window kept it would be so many scenarios.
    Crowded(usize),
    /// The browser has no room.
    Full,
    /// Another window of a newer version keeps its own.
    Newer,
    /// Another window erased what was kept.
    ErasedElsewhere,
}
