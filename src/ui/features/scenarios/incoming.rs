//! Scenarios that come in from a link, a file, the browser's storage or another
//! window. They never replace scenarios of the user: they are added, or refused
//! where there is no room.

use crate::scenario::Scenario;
use crate::scenario::link::{Address, LinkProblem};
use crate::scenario::stored_format;
use crate::scenario::version_1::Conversion;
use crate::scenario::workspace::ScenarioFile;
use crate::ui::features::scenarios::messages::{ScenarioMessage, ScenarioProblem};
use crate::ui::features::storage::state::StorageBlocker;
use crate::ui::routes::{Route, read_address};
use crate::ui::state::{ChangeOrigin, Notice, State, Workspace};
use std::rc::Rc;

impl State {
    /// Shows a scenario that comes in. It is added to the others, or replaces a
    /// list that the user did not change yet. Returns false where there was no
    /// room.
    pub(crate) fn add_incoming(&mut self, scenario: Scenario) -> bool {
        let mut workspace = (*self.workspace.current).clone();
        if let Some(index) = workspace.index_of(&scenario) {
            if index == workspace.shown {
                // Committing it drops refused texts in its fields.
                self.commit_everything(scenario)
            } else {
                self.show_scenario(index)
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

    /// Shows the scenario or scenarios of a link that was opened, with a message where
    /// they were added to others. The changes that reading made to scenarios of version 1
    /// are shown with them; none where there was no room.
    fn add_linked(&mut self, content: ScenarioFile, conversions: Vec<Conversion>) {
        let count = self.workspace.current.scenarios.len();
        match content {
            ScenarioFile::One(scenario) => {
                if !self.add_incoming(scenario) {
                    return;
                }
                if self.workspace.current.scenarios.len() > count {
                    self.notify(ScenarioMessage::LinkAdded(self.label(self.workspace.current.shown)));
                }
            }
            ScenarioFile::Workspace(linked) => {
                let was_untouched = self.workspace.current.is_untouched();
                let linked_count = linked.scenarios.len();
                if !self.add_workspace(linked) {
                    return;
                }
                if !was_untouched {
                    self.notify(ScenarioMessage::AllOfLinkAdded(linked_count));
                }
            }
        }
        self.view.conversions = conversions;
    }

    /// Reports that a link cannot be read. Its address stays until something changes.
    pub(crate) fn refuse_link(&mut self, problem: LinkProblem) {
        self.view.notice = Some(Notice::LinkRefused(problem));
        self.view.refused_link_revision = Some(self.workspace.revision);
    }

    /// Reads the text of a file that was opened.
    pub(crate) fn open_file(&mut self, text: &str) {
        match ScenarioFile::parse_any_version(text) {
            Ok((ScenarioFile::One(scenario), conversions)) => {
                let name = scenario.name.clone();
                if self.add_incoming(scenario) {
                    self.view.notice = Some(Notice::FileOpened(name));
                    self.view.conversions = conversions;
                }
            }
            Ok((ScenarioFile::Workspace(opened), conversions)) => {
                let count = opened.scenarios.len();
                if self.add_workspace(opened) {
                    self.notify(ScenarioMessage::FileOpened(count));
                    self.view.conversions = conversions;
                }
            }
            Err(issues) => self.view.notice = Some(Notice::FileRefused(issues)),
        }
    }

    /// Adds all scenarios of a file or link; returns whether there was room.
    fn add_workspace(&mut self, opened: Workspace) -> bool {
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
                true
            }
            Err(count) => {
                self.warn(ScenarioProblem::TooManyScenarios(count));
                false
            }
        }
    }

    /// Adds the saved scenarios to the state of a page that begins with this
    /// address, which may have scenarios too.
    pub(crate) fn restore_saved(&mut self, address: &Address, saved: Result<Workspace, LinkProblem>) {
        let mut saved = match saved {
            Ok(saved) => saved,
            Err(problem) => {
                // The notice about a broken link is not replaced; the saved text
                // is still unreadable at the next visit, which shows this one.
                if self.view.notice.is_none() {
                    self.warn(ScenarioProblem::SavedUnreadable(problem));
                }
                return;
            }
        };
        let content = match &address.content {
            None => {
                self.workspace.replace(Rc::new(saved));
                self.notify(ScenarioMessage::Restored);
                return;
            }
            Some(Err(problem)) => {
                self.workspace.replace(Rc::new(saved));
                self.refuse_link(problem.clone());
                return;
            }
            Some(Ok(content)) => content,
        };
        let linked = match content {
            ScenarioFile::One(scenario) => Workspace::single(scenario.clone()),
            ScenarioFile::Workspace(linked) => linked.clone(),
        };
        let mut all = saved.clone();
        if all.merge(&linked).is_err() {
            self.storage.blocker = Some(StorageBlocker::Apart);
            self.warn(ScenarioProblem::LinkShownUnsaved);
        } else if all.scenarios.len() == saved.scenarios.len() {
            // The scenarios of the link are saved already.
            saved.shown = all.shown;
            self.workspace.replace(Rc::new(saved));
        } else {
            // Saved scenarios of version 1 may have been changed too.
            let conversions = self.view.conversions.clone();
            self.workspace.replace(Rc::new(saved));
            self.add_linked(content.clone(), conversions);
        }
    }

    /// Opens the fragment of an address, with its view and scenario, in a page that
    /// is already running.
    pub(crate) fn open_link(&mut self, fragment: &str) {
        let address = read_address(fragment);
        self.view.show(Route::from_id(&address.view).unwrap_or(Route::Calculation));
        if matches!(self.view.notice, Some(Notice::LinkRefused(_))) {
            self.view.notice = None;
        }
        // Counting a request makes the page write its own address again, which may
        // differ from the one that was opened.
        self.simulation.refresh_count += 1;
        match address.content {
            Some(Ok(content)) => self.add_linked(content, address.conversions),
            Some(Err(problem)) => self.refuse_link(problem),
            None => {}
        }
    }

    /// Merges the scenarios that another window saved, without this one being told,
    /// with those of this window.
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

    /// Adopts the scenarios that another window saves at this moment, so that the
    /// next save of this window does not undo them. `None` says that the other
    /// window erased everything.
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
        // Each window goes on showing the scenario that it showed.
        let same = theirs.index_of(self.scenario());
        theirs.shown = same.unwrap_or(self.workspace.current.shown.min(theirs.scenarios.len() - 1));
        if theirs != *self.workspace.current {
            self.begin_step(Some(ChangeOrigin::OtherWindow));
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
