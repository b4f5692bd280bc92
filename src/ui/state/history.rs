//! Undo and redo of the workspace, with the refused texts of its fields: what
//! was typed is never lost. Changes of one field in a row are one step; so is
//! every other action.

use crate::model::InputId;
use crate::participation_ladder::LadderEntry;
use crate::scenario::Scenario;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::state::State;
use crate::ui::state::editing::{Draft, EditSource};
use crate::ui::state::workspace::Workspace;
use litemap::LiteMap;
use std::rc::Rc;

/// The most steps that can be undone.
const MOST_STEPS: usize = 200;

/// The workspace before a step, with the refused texts of its fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    workspace: Rc<Workspace>,
    drafts: LiteMap<InputId, Draft>,
    settings: LiteMap<Setting, Draft>,
    rungs: LiteMap<LadderEntry, Draft>,
    funder_keys: Rc<Vec<u32>>,
}

impl Snapshot {
    /// Returns the scenario that was shown.
    pub fn scenario(&self) -> Option<&Scenario> {
        self.workspace.scenarios.get(self.workspace.shown)
    }

    fn has_texts(&self) -> bool {
        !(self.drafts.is_empty() && self.settings.is_empty() && self.rungs.is_empty())
    }
}

fn refused<K: Ord + Clone>(drafts: &LiteMap<K, Draft>) -> LiteMap<K, Draft> {
    let mut refused = drafts.clone();
    refused.retain(|_, draft| draft.is_refused());
    refused
}

impl State {
    fn snapshot(&self) -> Snapshot {
        Snapshot {
            workspace: self.workspace.current.clone(),
            drafts: refused(&self.editing.drafts),
            settings: refused(&self.editing.settings),
            rungs: refused(&self.editing.rungs),
            funder_keys: self.workspace.funder_keys.clone(),
        }
    }

    /// Begins a step that can be undone, unless the last one goes on because
    /// the same source goes on changing. Comes before the change itself.
    pub fn begin_step(&mut self, source: Option<EditSource>) {
        if source.is_none() || source != self.editing.active {
            self.workspace.past.push(self.snapshot());
            if self.workspace.past.len() > MOST_STEPS {
                self.workspace.past.remove(0);
            }
        }
        self.workspace.future.clear();
        self.editing.active = source;
    }

    /// Replaces the scenario that is shown: a step that can be undone, or a
    /// part of the last one while the same source goes on changing.
    pub fn commit(&mut self, scenario: Scenario, source: Option<EditSource>) {
        if scenario == *self.scenario() {
            return;
        }
        self.begin_step(source);
        let mut workspace = (*self.workspace.current).clone();
        workspace.scenarios[workspace.shown] = scenario;
        self.workspace.replace(Rc::new(workspace));
    }

    /// Replaces the scenario where refused texts go afterwards: that is a step
    /// as well when nothing else changes.
    pub fn commit_over_texts(&mut self, scenario: Scenario) {
        let now = self.snapshot();
        if scenario != *self.scenario() {
            self.commit(scenario, None);
        } else if now.has_texts() {
            self.begin_step(None);
        }
    }

    /// Replaces the whole scenario: what is being typed goes as well, and
    /// comes back with undo.
    pub fn commit_everything(&mut self, scenario: Scenario) {
        self.commit_over_texts(scenario);
        self.editing.drafts.clear();
        self.editing.settings.clear();
        self.editing.rungs.clear();
        self.editing.scale_offer = None;
    }

    /// Undoes the last step.
    pub fn undo(&mut self) {
        let now = self.snapshot();
        if let Some(snapshot) = pop_other(&mut self.workspace.past, &now) {
            self.workspace.future.push(now);
            self.restore(snapshot);
        }
    }

    /// Redoes the step that was undone last.
    pub fn redo(&mut self) {
        let now = self.snapshot();
        if let Some(snapshot) = pop_other(&mut self.workspace.future, &now) {
            self.workspace.past.push(now);
            self.restore(snapshot);
        }
    }

    fn restore(&mut self, snapshot: Snapshot) {
        self.editing.active = None;
        self.editing.scale_offer = None;
        self.view.notice = None;
        self.editing.drafts = snapshot.drafts;
        self.editing.settings = snapshot.settings;
        self.editing.rungs = snapshot.rungs;
        self.workspace.funder_keys = snapshot.funder_keys;
        self.workspace.replace(snapshot.workspace);
    }

    /// Returns the scenario as it was before what is being changed now.
    pub fn scenario_before_step(&self) -> Option<&Scenario> {
        self.editing.active.and(self.workspace.past.last())?.scenario()
    }
}

/// Takes the newest snapshot that differs from what there is now: a text that
/// became what it was is no step.
fn pop_other(from: &mut Vec<Snapshot>, now: &Snapshot) -> Option<Snapshot> {
    std::iter::from_fn(|| from.pop()).find(|snapshot| snapshot != now)
}

#[cfg(test)]
mod tests;
