//! State of saving scenarios in the browser.

use crate::model::Preset;
use crate::scenario::Scenario;
use crate::ui::features::scenarios::messages::{ScenarioMessage, ScenarioProblem};
use crate::ui::state::{State, StorageAction, Workspace};

/// A reason why the browser saves nothing at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageBlocker {
    /// The page stands inside another one, in its compact form.
    Embedded,
    /// The browser does not allow it.
    Blocked,
    /// There is no room for so much.
    Full,
    /// The scenario of a link is shown and not saved: there are as many saved
    /// scenarios as there can be.
    Apart,
    /// Together with what another window saved there would be too many.
    Crowded,
    /// A newer version of this page saved the scenarios that are there.
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
                self.storage.blocker = self.storage.blocker.filter(|why| *why == StorageBlocker::Blocked);
                self.commit_workspace(Workspace::single(Scenario::new(Preset::Brochure)));
                self.notify(ScenarioMessage::Erased);
            }
        }
    }
}
