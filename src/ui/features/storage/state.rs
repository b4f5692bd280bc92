//! State of saving the scenarios in the browser: the reason why they are not saved,
//! and the reducer of news from the browser's storage.

use crate::model::Preset;
use crate::scenario::Scenario;
use crate::ui::features::scenarios::messages::ScenarioMessage;
use crate::ui::features::storage::versions::StoredVersions;
use crate::ui::routes::Route;
use crate::ui::state::storage::StorageState;
use crate::ui::state::{State, StorageAction, Workspace};
use std::rc::Rc;

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

impl StorageState {
    /// Returns what this window knows of the stored text, to change it.
    pub(crate) fn versions_mut(&mut self) -> &mut StoredVersions {
        Rc::make_mut(&mut self.versions)
    }
}

impl State {
    pub(crate) fn reduce_storage(&mut self, action: StorageAction) {
        match action {
            StorageAction::Begin(window) => {
                if self.storage.versions.is_new() {
                    let start = Workspace::single(Scenario::new(Preset::Brochure));
                    self.storage.versions = Rc::new(StoredVersions::unstored(window, None, &start));
                }
            }
            StorageAction::Receive(text) => self.receive_stored(text),
            StorageAction::RecordSaved(written) => {
                let count = self.storage.versions.stored_count();
                self.storage.versions_mut().record(written);
                self.revision += u32::from(self.storage.versions.stored_count() != count);
            }
            StorageAction::Forget => {
                self.storage.versions_mut().forget(self.workspace.current.clone());
            }
            StorageAction::CloseWarning => {
                self.storage.warning_closed_at = self.workspace.current.scenarios.len();
            }
            StorageAction::SetBlocker(blocker) => {
                if blocker.is_none() {
                    self.storage.warning_closed_at = 0;
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
                self.storage.versions_mut().forget(self.workspace.current.clone());
                self.notify(ScenarioMessage::Erased);
            }
        }
    }

    /// Returns whether the storage may be read and written: not in an embedded page, nor
    /// while something is shown that must not be mixed with what is stored.
    pub(crate) fn may_save(&self) -> bool {
        let allowed = match self.storage.blocker {
            Some(StorageBlocker::Embedded | StorageBlocker::Apart | StorageBlocker::SavedByNewer) => false,
            // Each attempt may succeed.
            Some(StorageBlocker::Blocked | StorageBlocker::Full | StorageBlocker::Crowded) | None => true,
        };
        allowed && self.view.route != Route::Compact
    }

    /// Returns whether what the user changes is saved, as far as the page knows.
    pub(crate) fn saves_changes(&self) -> bool {
        self.storage.blocker.is_none()
    }

    /// Returns whether the page warns that work is not saved: where the browser saves
    /// nothing, from the first change on. What a link brought is still in that link.
    pub(crate) fn warns_of_unsaved_work(&self) -> bool {
        let workspace = &self.workspace.current;
        let count = workspace.scenarios.len();
        let is_unsaved = match self.storage.blocker {
            Some(StorageBlocker::Blocked) => {
                !workspace.is_untouched() && self.storage.versions.need_saving(workspace)
            }
            Some(StorageBlocker::Full) => !workspace.is_untouched(),
            Some(
                StorageBlocker::Embedded
                | StorageBlocker::Apart
                | StorageBlocker::Crowded
                | StorageBlocker::SavedByNewer,
            )
            | None => false,
        };
        is_unsaved && self.storage.warning_closed_at < count
    }
}
