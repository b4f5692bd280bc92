//! State of saving the scenarios in the browser: the reason why they are not saved,
//! and the reducer of news from the browser's storage.

use crate::model::Preset;
use crate::scenario::Scenario;
use crate::ui::features::scenarios::messages::{ScenarioMessage, ScenarioProblem};
use crate::ui::state::{State, StorageAction, Workspace};

/// A reason why the scenarios are not saved at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageBlocker {
    /// The page is the compact view inside another web page.
    Embedded,
    /// The browser does not allow this page to use its storage.
    Blocked,
    /// The browser has no room for the text.
    Full,
    /// The scenario of a link is shown apart from the saved ones, since their list
    /// is full.
    Apart,
    /// The scenarios of this window and those that another one saved are together
    /// more than the list may hold.
    Crowded,
    /// The saved scenarios were written by a newer version of this page, which this
    /// one must not overwrite.
    SavedByNewer,
}

impl State {
    pub(crate) fn reduce_storage(&mut self, action: StorageAction) {
        match action {
            StorageAction::AdoptOtherWindow(text) => self.adopt_other_window(text),
            StorageAction::MergeOtherWindow(text) => self.merge_other_window(&text),
            StorageAction::SetBlocker(blocker) => {
                if blocker == Some(StorageBlocker::Full) && self.storage.blocker != blocker {
                    self.warn(ScenarioProblem::StorageFull);
                }
                self.storage.blocker = blocker;
            }
            StorageAction::SetQuarantined(count) => {
                self.storage.quarantined = count;
                self.storage.damaged = None;
            }
            StorageAction::Erase => {
                self.storage.damaged = None;
                self.storage.quarantined = 0;
                self.storage.has_version_1 = false;
                let blocker = self.storage.blocker;
                self.storage.blocker = blocker.filter(|blocker| *blocker == StorageBlocker::Blocked);
                self.commit_workspace(Workspace::single(Scenario::new(Preset::Brochure)));
                self.notify(ScenarioMessage::Erased);
            }
        }
    }
}
