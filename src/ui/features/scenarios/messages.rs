//! Messages about the list of scenarios.

use crate::scenario::link::LinkProblem;

/// An event in the list of scenarios that the page reports with an undo button.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioMessage {
    /// The saved scenarios are shown again.
    Restored,
    /// The scenario of a link stands beside those that were there; its name.
    LinkAdded(String),
    /// A file with this number of scenarios was opened.
    FileOpened(usize),
    /// A scenario was removed; its name.
    Removed(String),
    /// The user switched away from the scenario with this name while fields held
    /// text that was not accepted; that text was dropped.
    InvalidTextDropped(String),
    /// Another window changed what is shown.
    ChangedElsewhere,
    /// Another window had saved others; all of them are here now.
    Merged,
    /// Everything that the browser saved is erased.
    Erased,
}

/// A problem with saving scenarios, or with one that comes in.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioProblem {
    /// The saved text cannot be read.
    SavedUnreadable(LinkProblem),
    /// Adding would give this number of scenarios, more than the list may hold.
    TooManyScenarios(usize),
    /// The list of scenarios is full: the scenario of the link is shown alone and is
    /// not saved.
    LinkShownUnsaved,
    /// There would be this number of scenarios with those of another window.
    NoRoomToMerge(usize),
    /// The browser has no room left.
    StorageFull,
    /// Another window runs a newer version and saves in a format that this one cannot
    /// read.
    SavedByNewer,
    /// Another window erased what was saved.
    ErasedElsewhere,
}
