//! Messages about the list of scenarios.

use crate::scenario::link::LinkProblem;

/// An event in the list of scenarios; undoing the last step answers it.
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
    /// Refused texts of the scenario that was left are not used; its name.
    TextsLeft(String),
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
    /// There would be this number of scenarios, which is too many.
    NoRoom(usize),
    /// There is no room for the scenario of a link, which is not saved.
    LinkApart,
    /// There would be this number of scenarios with those of another window.
    NoRoomToMerge(usize),
    /// The browser has no room left.
    StorageFull,
    /// Another window of a newer version saves its own.
    SavedByNewer,
    /// Another window erased what was saved.
    ErasedElsewhere,
}
