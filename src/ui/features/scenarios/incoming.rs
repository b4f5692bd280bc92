//! Scenarios that come in from a link, a file, the browser's storage or another
//! window. They never replace scenarios of the user: they are added, or refused
//! where there is no room.

use crate::model::{InputId, Inputs};
use crate::number::Style;
use crate::scenario::link::{Address, LinkProblem};
use crate::scenario::merge::{MergeConflict, MergeSide, merge, value_of_field};
use crate::scenario::version_1::Conversion;
use crate::scenario::workspace::ScenarioFile;
use crate::scenario::{Scenario, meta};
use crate::ui::features::centre::state::is_example;
use crate::ui::features::changes;
use crate::ui::features::scenarios::messages::{ConflictWords, ScenarioMessage, ScenarioProblem};
use crate::ui::features::storage::state::StorageBlocker;
use crate::ui::features::storage::versions::ReceivedVersion;
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
        let was_untouched = self.workspace.current.is_untouched();
        let (was_added, message) = match content {
            ScenarioFile::One(scenario) => {
                let was_added = self.add_incoming(scenario);
                let name = self.label(self.workspace.current.shown);
                let is_new = self.workspace.current.scenarios.len() > count;
                (was_added, is_new.then_some(ScenarioMessage::LinkAdded(name)))
            }
            ScenarioFile::Workspace(linked) => {
                let message = ScenarioMessage::AllOfLinkAdded(linked.scenarios.len());
                (self.add_workspace(linked), (!was_untouched).then_some(message))
            }
        };
        if !was_added {
            return;
        }
        self.view.conversions = conversions;
        if let Some(message) = message {
            self.notify(message);
        }
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
                // Who only began, in the prices of a year, filled in nothing.
                if !is_example(self) || self.workspace.current.scenarios.len() > 1 {
                    self.notify(ScenarioMessage::Restored);
                }
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
        self.view.show(Route::from_id(&address.view).unwrap_or(Route::Centre));
        if matches!(self.view.notice, Some(Notice::LinkRefused(_))) {
            self.view.notice = None;
        }
        // A link that was refused before no longer keeps its address.
        self.view.refused_link_revision = None;
        // Counting a request makes the page write its own address again, which may
        // differ from the one that was opened.
        self.simulation.refresh_count += 1;
        match address.content {
            Some(Ok(content)) => self.add_linked(content, address.conversions),
            Some(Err(problem)) => self.refuse_link(problem),
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
        let reported = self.reported_conflicts();
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
        let words = self.conflicts_in_words(reported, &conflicts);
        if !words.is_empty() {
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
        self.editing.setting_drafts.retain(|_, draft| draft.is_refused() || draft.read_as.is_none());
        let drafts = std::mem::take(&mut self.editing.input_drafts);
        let inputs = self.workspace.inputs.clone();
        for (id, draft) in drafts.iter() {
            let now = self.scenario().input(&before.name(*id));
            if let Some(now) = now.filter(|now| draft.is_refused() || inputs.get(*now) == before.get(*id)) {
                self.editing.input_drafts.insert(now, draft.clone());
            }
        }
    }

    /// Returns the conflicts in the notice that is shown, as far as their scenarios are still
    /// where they were.
    fn reported_conflicts(&self) -> Vec<ConflictWords> {
        let Some(Notice::ScenarioProblem(ScenarioProblem::Conflicted(reported))) = &self.view.notice else {
            return Vec::new();
        };
        let count = self.workspace.current.scenarios.len();
        let is_there = |words: &&ConflictWords| {
            let (index, field) = &words.place;
            *index < count && (field == "name" || self.label(*index) == words.scenario)
        };
        reported.iter().filter(is_there).cloned().collect()
    }

    /// Returns conflicts in words, with those that were `reported` before: each field once, with
    /// the value that it has now. Of three windows, one may take a value of which the next
    /// merge takes another.
    fn conflicts_in_words(
        &self,
        reported: Vec<ConflictWords>,
        conflicts: &[MergeConflict],
    ) -> Vec<ConflictWords> {
        let scenarios = &self.workspace.current.scenarios;
        let mut all = reported;
        for conflict in conflicts {
            let place = (conflict.scenario.min(scenarios.len() - 1), conflict.field.clone());
            let known = all.iter().position(|words| words.place == place);
            let index = known.unwrap_or_else(|| {
                all.push(ConflictWords {
                    place,
                    scenario: String::new(),
                    field: String::new(),
                    taken: self.conflict_value(&conflict.field, conflict.taken.as_deref()),
                    dropped: Vec::new(),
                });
                all.len() - 1
            });
            let values = [&conflict.taken, &conflict.dropped];
            let words = values.map(|json| self.conflict_value(&conflict.field, json.as_deref()));
            all[index].dropped.extend(words);
        }
        for words in &mut all {
            let (index, field) = &words.place;
            let Some(scenario) = scenarios.get(*index) else { continue };
            let now = self.conflict_value(field, value_of_field(scenario, field).as_deref());
            let before = std::mem::replace(&mut words.taken, now);
            let values = std::mem::take(&mut words.dropped);
            for value in [before].into_iter().chain(values) {
                // Of a value without words it is not known whether it is the same.
                let is_other = value != words.taken || value == self.text().workspace().conflict_value;
                if is_other && !words.dropped.contains(&value) {
                    words.dropped.push(value);
                }
            }
            words.scenario = self.label(*index);
            words.field = self.conflict_field(field);
        }
        all.retain(|words| !words.dropped.is_empty());
        all
    }

    /// Returns the name of a field in a conflict.
    fn conflict_field(&self, field: &str) -> String {
        let words = self.text().workspace();
        match (conflict_input(field), field) {
            (Some(id), _) => changes::view::input_name(self, id),
            (None, "name") => words.conflict_name.to_owned(),
            (None, _) => words.conflict_other.to_owned(),
        }
    }

    /// Returns a value of a field in a conflict; `None` is the preset's.
    fn conflict_value(&self, field: &str, json: Option<&str>) -> String {
        let words = self.text().workspace();
        let Some(json) = json else { return words.conflict_default.to_owned() };
        match (conflict_input(field), meta::number(json), meta::text(json)) {
            (Some(id), Some(value), _) => {
                let style = State::input_style(id);
                let sign = if style == Style::Percent { "%" } else { "" };
                format!("{}{sign}", self.text().notation.shown(value, style))
            }
            (_, _, Some(text)) => format!("‘{text}’"),
            _ => words.conflict_value.to_owned(),
        }
    }
}

/// Returns the input whose value is this field of a scenario's JSON.
fn conflict_input(field: &str) -> Option<InputId> {
    field.strip_prefix("values/").and_then(InputId::from_fixed_id)
}

#[cfg(test)]
mod tests;
