//! Messages and problems of the list of scenarios that the page shows in its
//! notice. Their words are in `storage::messages`.

use crate::scenario::link::LinkProblem;

/// An event in the list of scenarios that the page reports with an undo button.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioMessage {
    /// The saved scenarios are shown again.
    Restored,
    /// The scenario of a link, with this name, was added to the list.
    LinkAdded(String),
    /// A link with this number of scenarios was added to the list.
    AllOfLinkAdded(usize),
    /// A file with this number of scenarios was opened.
    FileOpened(usize),
    /// A scenario with this name was added, and the scenario `shown` is still the one on the page.
    Added { added: String, shown: String },
    /// The case of a councillor's question became the scenario that is shown.
    WhatIfTakenOver,
    /// The scenario with this name was removed.
    Removed(String),
    /// The user switched away from the scenario with this name while fields held
    /// text that was not accepted; that text was dropped.
    InvalidTextDropped(String),
    /// Another window changed the scenario that is shown.
    ChangedElsewhere,
    /// The scenarios that another window saved were added to the list.
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
    /// There is no room for the scenarios of the link: they are shown alone and are not
    /// saved.
    LinkShownUnsaved,
    /// There would be this number of scenarios with those of another window.
    NoRoomToMerge(usize),
    /// Another window runs a newer version and saves in a format that this one cannot
    /// read.
    SavedByNewer,
    /// Another window erased all saved scenarios.
    ErasedElsewhere,
    /// This window and others changed the same fields; each field once.
    Conflicted(Vec<ConflictWords>),
}

/// A field that several windows changed to different values, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct ConflictWords {
    /// Index of the scenario, and the keys of the field as in
    /// [`MergeConflict`](crate::scenario::merge::MergeConflict).
    pub place: (usize, String),
    /// Label of the scenario.
    pub scenario: String,
    /// Name of the field.
    pub field: String,
    /// The value that all windows show now.
    pub taken: String,
    /// The values that are not used, each once.
    pub dropped: Vec<String>,
}
