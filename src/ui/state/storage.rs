//! The storage slice: whether the browser saves the scenarios, and why not.

use crate::ui::features::storage::state::StorageBlocker;
use crate::ui::features::storage::versions::StoredVersions;
use std::rc::Rc;

/// The state of saving the scenarios in the browser.
#[derive(Clone, Debug, Default)]
pub struct StorageState {
    /// Why nothing is saved; `None` while saving works.
    pub blocker: Option<StorageBlocker>,
    /// The saved text, if it could not be read; `None` once it is moved to
    /// quarantine, so that scenarios can be saved under its name again.
    pub damaged: Option<String>,
    /// The number of unreadable texts in quarantine: under keys of their own in the
    /// browser's storage, to be saved as files or erased.
    pub quarantined: usize,
    /// Whether the browser still has the scenarios that version 1 of the model saved.
    pub has_version_1: bool,
    /// What this window knows of the stored text, and which scenarios need no saving.
    pub versions: Rc<StoredVersions>,
    /// The number of scenarios when a person closed the warning that they are not saved;
    /// with more scenarios it is shown again. 0 if it was not closed.
    pub warning_closed_at: usize,
}
