//! Undo and redo of the workspace and of the refused texts in its fields, so
//! that nothing that was typed is lost. Consecutive changes of one field are one
//! step; every other action is a step of its own.

use crate::model::InputId;
use crate::participation_ladder::LadderEntry;
use crate::scenario::Scenario;
use crate::scenario::version_1::Conversion;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::state::State;
use crate::ui::state::editing::{ChangeOrigin, Draft, FieldId};
use crate::ui::state::workspace::Workspace;
use litemap::LiteMap;
use std::rc::Rc;

/// The maximum number of steps that can be undone; older ones are dropped.
const MAX_STEPS: usize = 200;

/// Everything that undo restores: the workspace and the refused texts in its
/// fields, as they were before a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    workspace: Rc<Workspace>,
    input_drafts: LiteMap<InputId, Draft>,
    setting_drafts: LiteMap<Setting, Draft>,
    ladder_drafts: LiteMap<LadderEntry, Draft>,
    funder_keys: Rc<Vec<u32>>,
    /// What the notice about version 1 said; it belongs to the figures that were shown.
    conversions: Vec<Conversion>,
}

impl Snapshot {
    /// Returns the scenario that was shown at that time.
    pub fn scenario(&self) -> Option<&Scenario> {
        self.workspace.scenarios.get(self.workspace.shown)
    }

    fn has_refused_texts(&self) -> bool {
        !(self.input_drafts.is_empty() && self.setting_drafts.is_empty() && self.ladder_drafts.is_empty())
    }
}

/// Returns only the drafts that were refused. Accepted ones are not part of a
/// snapshot, since the scenario already has their values.
fn refused_only<K: Ord + Clone>(drafts: &LiteMap<K, Draft>) -> LiteMap<K, Draft> {
    let mut refused = drafts.clone();
    refused.retain(|_, draft| draft.is_refused());
    refused
}

impl State {
    fn snapshot(&self) -> Snapshot {
        Snapshot {
            workspace: self.workspace.current.clone(),
            input_drafts: refused_only(&self.editing.input_drafts),
            setting_drafts: refused_only(&self.editing.setting_drafts),
            ladder_drafts: refused_only(&self.editing.ladder_drafts),
            funder_keys: self.workspace.funder_keys.clone(),
            conversions: self.view.conversions.clone(),
        }
    }

    /// Begins a step that can be undone, by saving a snapshot of the present
    /// state. Call it before the change itself. A change of the same `origin`
    /// as the one before joins that step; with `None` it is always a new step.
    pub fn begin_step(&mut self, origin: Option<ChangeOrigin>) {
        if origin.is_none() || origin != self.editing.open_step {
            self.editing.offers_before_step = (self.editing.scale_offer, self.editing.price_offer);
            self.workspace.past.push(self.snapshot());
            if self.workspace.past.len() > MAX_STEPS {
                self.workspace.past.remove(0);
            }
        }
        self.workspace.future.clear();
        self.editing.open_step = origin;
    }

    /// Begins a step for a text that is refused, or joins the one of its field. What the
    /// scenarios were before that step counts again, so that no figure of half a text
    /// remains: on the way to `60k` the texts `6` and `60` were accepted.
    pub(crate) fn refuse_text(&mut self, field: FieldId) {
        self.begin_step(Some(field.into()));
        let Some(before) = self.workspace.past.last() else { return };
        if !Rc::ptr_eq(&before.workspace, &self.workspace.current) {
            let before = before.clone();
            self.editing.input_drafts = before.input_drafts;
            self.editing.setting_drafts = before.setting_drafts;
            self.editing.ladder_drafts = before.ladder_drafts;
            (self.editing.scale_offer, self.editing.price_offer) = self.editing.offers_before_step;
            self.workspace.replace(before.workspace);
        }
    }

    /// Makes a change of another field part of the step that is going on, so that both are
    /// undone together.
    pub(crate) fn join_step<R>(&mut self, field: FieldId, change: impl FnOnce(&mut State) -> R) -> R {
        let step = self.editing.open_step;
        self.editing.open_step = step.and(Some(field.into()));
        let result = change(self);
        self.editing.open_step = step;
        result
    }

    /// Ends the step: the next change begins a new one. At the end of a word this has text
    /// undone word by word.
    pub(crate) fn end_step(&mut self) {
        self.editing.open_step = None;
    }

    /// Replaces the scenario that is shown, as a step that can be undone (see
    /// [`State::begin_step`]). Does nothing if the scenario is equal to it.
    pub fn commit(&mut self, scenario: Scenario, origin: Option<ChangeOrigin>) {
        if scenario == *self.scenario() {
            return;
        }
        // A scenario out of bounds could not be read back, and would have every field refused.
        debug_assert_eq!(scenario.issues(), []);
        self.begin_step(origin);
        let before = self.workspace.current.clone();
        let mut workspace = (*before).clone();
        workspace.scenarios[workspace.shown] = scenario;
        self.workspace.replace(Rc::new(workspace));
        self.drop_outdated_offer(&before.scenarios[before.shown]);
    }

    /// Replaces the scenario that is shown, for a caller that removes refused
    /// texts afterwards. If there are such texts, this begins a step even when
    /// the scenario stays equal, so that undo brings them back.
    pub fn commit_over_texts(&mut self, scenario: Scenario) {
        if scenario != *self.scenario() {
            self.commit(scenario, None);
        } else if self.snapshot().has_refused_texts() {
            self.begin_step(None);
        }
    }

    /// Replaces the whole scenario and removes all texts that are being typed.
    /// Undo brings back the refused ones.
    pub fn commit_everything(&mut self, scenario: Scenario) {
        self.commit_over_texts(scenario);
        self.editing.input_drafts.clear();
        self.editing.setting_drafts.clear();
        self.editing.ladder_drafts.clear();
        self.editing.scale_offer = None;
        self.editing.price_offer = None;
    }

    /// Replaces the whole scenario by one that has no figure of it; see
    /// [`State::commit_everything`].
    pub(super) fn replace_figures(&mut self, scenario: Scenario) {
        self.commit_everything(scenario);
        self.view.conversions.clear();
    }

    /// Closes the notice about version 1, also for a later undo or redo.
    pub(super) fn close_conversions(&mut self) {
        self.view.conversions.clear();
        let steps = self.workspace.past.iter_mut().chain(&mut self.workspace.future);
        steps.for_each(|snapshot| snapshot.conversions.clear());
    }

    /// Undoes the last step.
    pub fn undo(&mut self) {
        let present = self.snapshot();
        if let Some(snapshot) = pop_different(&mut self.workspace.past, &present) {
            self.workspace.future.push(present);
            self.restore(snapshot);
        }
    }

    /// Redoes the step that was undone last.
    pub fn redo(&mut self) {
        let present = self.snapshot();
        if let Some(snapshot) = pop_different(&mut self.workspace.future, &present) {
            self.workspace.past.push(present);
            self.restore(snapshot);
        }
    }

    fn restore(&mut self, snapshot: Snapshot) {
        self.editing.open_step = None;
        self.editing.scale_offer = None;
        self.editing.price_offer = None;
        self.view.notice = None;
        self.editing.input_drafts = snapshot.input_drafts;
        self.editing.setting_drafts = snapshot.setting_drafts;
        self.editing.ladder_drafts = snapshot.ladder_drafts;
        self.workspace.funder_keys = snapshot.funder_keys;
        self.view.conversions = snapshot.conversions;
        self.workspace.replace(snapshot.workspace);
    }

    /// Returns the scenario as it was before the step that is still going on,
    /// for instance before a slider was taken hold of; `None` if no step is.
    pub fn scenario_before_step(&self) -> Option<&Scenario> {
        self.editing.open_step.and(self.workspace.past.last())?.scenario()
    }
}

/// Removes snapshots from the end of `steps` up to and including the first one
/// that differs from `present`, and returns that one. Equal snapshots are
/// skipped: they are steps that changed a text and changed it back.
fn pop_different(steps: &mut Vec<Snapshot>, present: &Snapshot) -> Option<Snapshot> {
    std::iter::from_fn(|| steps.pop()).find(|snapshot| snapshot != present)
}

#[cfg(test)]
mod tests;
