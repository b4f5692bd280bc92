//! Scenarios that come in from a link, a file, the browser's storage or another
//! window. They never replace scenarios of the user: they are added, or refused
//! where there is no room.

use crate::model::{InputId, Inputs};
use crate::number::Style;
use crate::scenario::link::{Address, LinkProblem};
use crate::scenario::merge::{MergeConflict, MergeSide, merge};
use crate::scenario::workspace::ScenarioFile;
use crate::scenario::{Scenario, link, meta};
use crate::ui::features::changes;
use crate::ui::features::scenarios::messages::{ConflictWords, ScenarioMessage, ScenarioProblem};
use crate::ui::features::storage::state::StorageBlocker;
use crate::ui::features::storage::versions::ReceivedVersion;
use crate::ui::routes::Route;
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

    /// Shows the scenario of a link that was opened, with a message where it was
    /// added to others.
    fn add_linked(&mut self, scenario: Scenario) {
        let count = self.workspace.current.scenarios.len();
        if self.add_incoming(scenario) && self.workspace.current.scenarios.len() > count {
            self.notify(ScenarioMessage::LinkAdded(self.label(self.workspace.current.shown)));
        }
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
                if self.add_workspace(opened) {
                    self.view.conversions = conversions;
                }
            }
            Err(issues) => self.view.notice = Some(Notice::FileRefused(issues)),
        }
    }

    /// Adds all scenarios of a file; returns whether there was room.
    fn add_workspace(&mut self, opened: Workspace) -> bool {
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
                true
            }
            Err(count) => {
                self.warn(ScenarioProblem::TooManyScenarios(count));
                false
            }
        }
    }

    /// Adds the saved scenarios to the state of a page that begins with this
    /// address, which may hold a scenario too.
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
        let Some(scenario) = &address.scenario else {
            self.workspace.replace(Rc::new(saved));
            self.notify(ScenarioMessage::Restored);
            return;
        };
        let Ok(scenario) = scenario else { return self.workspace.replace(Rc::new(saved)) };
        if let Some(index) = saved.index_of(scenario) {
            saved.shown = index;
            self.workspace.replace(Rc::new(saved));
        } else if saved.is_full() {
            self.storage.blocker = Some(StorageBlocker::Apart);
            self.warn(ScenarioProblem::LinkShownUnsaved);
        } else {
            self.workspace.replace(Rc::new(saved));
            self.add_linked(scenario.clone());
        }
    }

    /// Opens the fragment of an address, with its view and scenario, in a page that
    /// is already running.
    pub(crate) fn open_link(&mut self, fragment: &str) {
        let address = link::read(fragment);
        self.view.show(Route::from_id(&address.view));
        // Counting a request makes the page write its own address again, which may
        // differ from the one that was opened.
        self.simulation.refresh_count += 1;
        self.view.conversions = address.conversions;
        match address.scenario {
            Some(Ok(scenario)) => self.add_linked(scenario),
            Some(Err(problem)) => self.view.notice = Some(Notice::LinkRefused(problem)),
            None => {}
        }
    }

    /// Merges the scenarios that another window saved with those of this one, so that the
    /// changes of both stay. `None` says that the other window erased everything.
    pub(crate) fn receive_stored(&mut self, text: Option<String>) {
        if matches!(self.storage.blocker, Some(StorageBlocker::Embedded | StorageBlocker::Apart))
            || self.storage.versions.is_known(text.as_deref())
        {
            return;
        }
        let Some(text) = text else {
            self.storage.versions_mut().forget(self.workspace.current.clone());
            return self.warn(ScenarioProblem::ErasedElsewhere);
        };
        let before = self.storage.versions.clone();
        match self.storage.versions_mut().receive(&text) {
            Ok(received) => {
                if let Err(count) = self.merge_received(received) {
                    // The text counts as not seen: the next save tries to merge it again.
                    self.storage.versions = before;
                    if self.storage.blocker != Some(StorageBlocker::Crowded) {
                        self.warn(ScenarioProblem::NoRoomToMerge(count));
                        self.storage.blocker = Some(StorageBlocker::Crowded);
                    }
                }
            }
            Err(LinkProblem::Newer) => {
                self.storage.blocker = Some(StorageBlocker::SavedByNewer);
                self.warn(ScenarioProblem::SavedByNewer);
            }
            Err(problem) => {
                self.storage.versions_mut().see_unreadable(&text);
                self.storage.damaged = Some(text);
                self.warn(ScenarioProblem::SavedUnreadable(problem));
            }
        }
    }

    /// Merges the changes of this window that are not saved yet with scenarios of another
    /// one. The window goes on showing the scenario that it showed.
    ///
    /// # Errors
    /// The number of scenarios that there would be, where there is no room for them.
    fn merge_received(&mut self, received: ReceivedVersion) -> Result<(), usize> {
        let ReceivedVersion { base, theirs, stored, mut conflicts, mut is_split } = received;
        let ours = self.workspace.current.clone();
        let merged = match base {
            Some(base) => merge(&base, &ours, &theirs, MergeSide::Ours).map(|merged| {
                self.storage.versions_mut().report_conflicts(merged.conflicts.clone());
                conflicts.extend(merged.conflicts);
                is_split |= merged.is_split;
                merged.workspace
            }),
            None if ours.is_untouched() => Ok((*theirs).clone()),
            None => {
                let mut all = (*theirs).clone();
                is_split = true;
                all.merge(&ours).map(|()| all)
            }
        };
        let merged = merged?;
        if self.storage.blocker == Some(StorageBlocker::Crowded) {
            self.storage.blocker = None;
        }
        if merged != *ours {
            self.begin_step(Some(ChangeOrigin::OtherWindow));
            let before = (self.scenario().clone(), self.workspace.inputs.clone());
            self.workspace.replace(Rc::new(merged));
            if *self.scenario() != before.0 {
                self.keep_drafts(&before.1);
                self.notify(ScenarioMessage::ChangedElsewhere);
            }
        }
        if is_split {
            self.notify(ScenarioMessage::Merged);
        }
        if !conflicts.is_empty() {
            let words = conflicts.iter().map(|conflict| self.conflict_words(conflict)).collect();
            self.warn(ScenarioProblem::Conflicted(words));
        }
        let workspace = self.workspace.current.clone();
        self.storage.versions_mut().settle_if_stored(&workspace, &stored);
        Ok(())
    }

    /// Keeps the texts in the fields of inputs after another window changed the scenario:
    /// refused ones, and those whose value is what it was. `before` are the inputs until
    /// then, in which an own line may have had another place.
    fn keep_drafts(&mut self, before: &Inputs) {
        let drafts = std::mem::take(&mut self.editing.input_drafts);
        let inputs = self.workspace.inputs.clone();
        for (id, draft) in drafts.iter() {
            let now = self.scenario().input(&before.name(*id));
            if let Some(now) = now.filter(|now| draft.is_refused() || inputs.get(*now) == before.get(*id)) {
                self.editing.input_drafts.insert(now, draft.clone());
            }
        }
    }

    /// Returns a conflict in words.
    fn conflict_words(&self, conflict: &MergeConflict) -> ConflictWords {
        let words = self.text().workspace();
        let index = conflict.scenario.min(self.workspace.current.scenarios.len() - 1);
        let input = conflict.field.strip_prefix("values/").and_then(InputId::from_fixed_id);
        let field = match (input, conflict.field.as_str()) {
            (Some(id), _) => changes::view::input_name(self, id),
            (None, "name") => words.conflict_name.to_owned(),
            (None, _) => words.conflict_other.to_owned(),
        };
        let value = |json: &Option<String>| match json {
            None => words.conflict_default.to_owned(),
            Some(json) => match (input, meta::number(json), meta::text(json)) {
                (Some(id), Some(value), _) => {
                    let style = State::input_style(id);
                    let sign = if style == Style::Percent { "%" } else { "" };
                    format!("{}{sign}", self.text().notation.shown(value, style))
                }
                (_, _, Some(text)) => format!("‘{text}’"),
                _ => words.conflict_value.to_owned(),
            },
        };
        ConflictWords {
            scenario: self.label(index),
            field,
            taken: value(&conflict.taken),
            dropped: value(&conflict.dropped),
        }
    }
}

#[cfg(test)]
mod tests;
