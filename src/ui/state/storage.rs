//! The storage slice: what is known of saving the scenarios in the browser.

use crate::ui::features::storage::state::StorageBlocker;

/// State of the scenarios that the browser saves.
#[derive(Clone, Debug, Default)]
pub struct StorageState {
    /// Why nothing is saved; none where all is well.
    pub blocker: Option<StorageBlocker>,
    /// A saved text that could not be read, while it stands where the
    /// scenarios should be.
    pub damaged: Option<String>,
    /// The number of unreadable texts in quarantine.
    pub quarantined: usize,
    /// [`super::workspace::WorkspaceState::revision`] when the scenarios became
    /// those that another window saved.
    pub adopted_revision: u32,
}
