//! Scenarios that come in from a link, a file, the browser's storage or another
//! window. What the user has is never replaced by them: both stay, or what
//! comes in is refused.

use crate::scenario::Scenario;
use crate::scenario::link::{Address, LinkProblem};
use crate::scenario::workspace::ScenarioFile;
use crate::scenario::{link, stored_format};
use crate::ui::features::scenarios::messages::{ScenarioMessage, ScenarioProblem};
use crate::ui::features::storage::state::StorageBlocker;
use crate::ui::routes::Route;
use crate::ui::state::{EditSource, Notice, State, Workspace};
use std::rc::Rc;

impl State {
    /// Shows a scenario that comes in: beside those that are there, or alone
    /// where there is nothing of the user's. Returns whether there was room.
    pub(crate) fn add_incoming(&mut self, scenario: Scenario) -> bool {
        let mut workspace = (*self.workspace.current).clone();
        if let Some(position) = workspace.position_of(&scenario) {
            if position == workspace.shown {
                // Its fields may hold refused texts.
                self.commit_everything(scenario)
            } else {
                self.show_scenario(position)
            }
        } else if workspace.is_untouched() {
            self.commit_everything(scenario);
        } else if workspace.is_full() {
            self.warn(ScenarioProblem::TooManyScenarios(workspace.scenarios.len() + 1));
            return false;
        } else {
            workspace.add(scenario);
            self.commit_workspace(workspace);
        }
        true
    }

    /// Shows the scenario of a link that was opened, and says so where it was
    /// added to others.
    fn add_linked(&mut self, scenario: Scenario) {
        let count = self.workspace.current.scenarios.len();
        if self.add_incoming(scenario) && self.workspace.current.scenarios.len() > count {
            self.notify(ScenarioMessage::LinkAdded(self.label(self.workspace.current.shown)));
        }
    }

    /// Reads the text of a file that was opened.
    pub(crate) fn open_file(&mut self, text: &str) {
        match ScenarioFile::parse(text) {
            Ok(ScenarioFile::One(scenario)) => {
                let name = scenario.name.clone();
                if self.add_incoming(scenario) {
                    self.view.notice = Some(Notice::FileOpened(name));
                }
            }
            Ok(ScenarioFile::Workspace(opened)) => self.add_several(opened),
            Err(issues) => self.view.notice = Some(Notice::FileRefused(issues)),
        }
    }

    /// Shows all scenarios of a file.
    fn add_several(&mut self, opened: Workspace) {
        let count = opened.scenarios.len();
        let mut all = (*self.workspace.current).clone();
        let added = if all.is_untouched() {
            all = opened;
            Ok(())
        } else {
            all.merge(&opened)
        };
        match added {
            Ok(()) => {
                self.commit_workspace(all);
                self.notify(ScenarioMessage::FileOpened(count));
            }
            Err(count) => self.warn(ScenarioProblem::TooManyScenarios(count)),
        }
    }

    /// Adds what the browser saved to the state that an address gave.
    pub(crate) fn restore_saved(&mut self, address: &Address, saved: Result<Workspace, LinkProblem>) {
        let mut saved = match saved {
            Ok(saved) => saved,
            Err(problem) => {
                // A broken link comes first; this is said at the next visit too.
                if self.view.notice.is_none() {
                    self.warn(ScenarioProblem::SavedUnreadable(problem));
                }
                return;
            }
        };
        let Some(scenario) = &address.scenario else {
            self.workspace.replace(Rc::new(saved));
            self.notify(ScenarioMessage::Restored);
            return;
        };
        let Ok(scenario) = scenario else { return self.workspace.replace(Rc::new(saved)) };
        if let Some(position) = saved.position_of(scenario) {
            saved.shown = position;
            self.workspace.replace(Rc::new(saved));
        } else if saved.is_full() {
            self.storage.blocker = Some(StorageBlocker::Apart);
            self.warn(ScenarioProblem::LinkShownUnsaved);
        } else {
            self.workspace.replace(Rc::new(saved));
            self.add_linked(scenario.clone());
        }
    }

    /// Opens an address with a scenario in a page that is there.
    pub(crate) fn open_link(&mut self, fragment: &str) {
        let address = link::read(fragment);
        self.view.show(Route::from_id(&address.view));
        // The address must say again what is shown.
        self.simulation.refresh_count += 1;
        match address.scenario {
            Some(Ok(scenario)) => self.add_linked(scenario),
            Some(Err(problem)) => self.view.notice = Some(Notice::LinkRefused(problem)),
            None => {}
        }
    }

    /// Adds what another window saved meanwhile: it stays, and so does what is
    /// here.
    pub(crate) fn merge_other_window(&mut self, text: &str) {
        let Ok(mut all) = stored_format::read(text) else { return };
        if let Err(count) = all.merge(&self.workspace.current) {
            if self.storage.blocker != Some(StorageBlocker::Crowded) {
                self.warn(ScenarioProblem::NoRoomToMerge(count));
                self.storage.blocker = Some(StorageBlocker::Crowded);
            }
            return;
        }
        self.storage.blocker = None;
        self.begin_step(None);
        self.workspace.replace(Rc::new(all));
        self.notify(ScenarioMessage::Merged);
    }

    /// Adopts what another window saves now, so that neither undoes the work of
    /// the other.
    pub(crate) fn adopt_other_window(&mut self, text: Option<String>) {
        if matches!(self.storage.blocker, Some(StorageBlocker::Embedded | StorageBlocker::Apart)) {
            return;
        }
        let Some(text) = text else {
            self.warn(ScenarioProblem::ErasedElsewhere);
            self.storage.adopted_revision = self.workspace.revision;
            return;
        };
        let Ok(mut theirs) = stored_format::read(&text) else {
            self.storage.blocker = Some(StorageBlocker::SavedByNewer);
            self.warn(ScenarioProblem::SavedByNewer);
            return;
        };
        // Each window looks at its own scenario.
        let same = theirs.position_of(self.scenario());
        theirs.shown = same.unwrap_or(self.workspace.current.shown.min(theirs.scenarios.len() - 1));
        if theirs != *self.workspace.current {
            self.begin_step(Some(EditSource::OtherWindow));
            if same.is_none() {
                self.editing.input_drafts.retain(|_, draft| draft.is_refused());
                self.notify(ScenarioMessage::ChangedElsewhere);
            }
            self.workspace.replace(Rc::new(theirs));
        }
        self.storage.adopted_revision = self.workspace.revision;
    }
}

#[cfg(test)]
mod tests;
