//! Undo and redo: what was on the page before each step, the texts that were
//! no good included. What is typed in one field, one after the other, is one
//! step; so is every other action.

use crate::model::InputId;
use crate::participation_ladder::LadderEntry;
use crate::scenario::Scenario;
use crate::ui::features::worksheet::goal_state::Asked;
use crate::ui::state::{Draft, Editing, Setting, State, Workspace};
use litemap::LiteMap;
use std::rc::Rc;

/// The most steps that can be undone.
const MOST_STEPS: usize = 200;

/// What was on the page: the scenarios, the texts that were no good, and what
/// was asked of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    workspace: Rc<Workspace>,
    drafts: LiteMap<InputId, Draft>,
    settings: LiteMap<Setting, Draft>,
    rungs: LiteMap<LadderEntry, Draft>,
    goal: Option<Rc<Asked>>,
    funders: Rc<Vec<u32>>,
}

impl Moment {
    /// The scenario that was shown.
    pub(crate) fn scenario(&self) -> Option<&Scenario> {
        self.workspace.scenarios.get(self.workspace.shown)
    }

    fn has_texts(&self) -> bool {
        !(self.drafts.is_empty() && self.settings.is_empty() && self.rungs.is_empty())
    }
}

fn bad<K: Ord + Clone>(drafts: &LiteMap<K, Draft>) -> LiteMap<K, Draft> {
    let mut bad = drafts.clone();
    bad.retain(|_, draft| draft.problem.is_some());
    bad
}

impl State {
    fn moment(&self) -> Moment {
        Moment {
            workspace: self.workspace.clone(),
            drafts: bad(&self.drafts),
            settings: bad(&self.settings),
            rungs: bad(&self.rungs),
            goal: self.goal.clone(),
            funders: self.funders.clone(),
        }
    }

    /// Begins a step, unless the last one goes on: the same thing is being
    /// changed. To be called before anything is.
    pub(crate) fn begin_step(&mut self, editing: Option<Editing>) {
        if editing.is_none() || editing != self.editing {
            self.past.push(self.moment());
            if self.past.len() > MOST_STEPS {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.editing = editing;
    }

    /// Makes this the scenario that is shown: a step that can be undone, or a
    /// part of the last one while the same input is being changed.
    pub(crate) fn commit(&mut self, scenario: Scenario, editing: Option<Editing>) {
        if scenario == *self.scenario() {
            return;
        }
        self.begin_step(editing);
        let mut workspace = (*self.workspace).clone();
        workspace.scenarios[workspace.shown] = scenario;
        self.show(Rc::new(workspace));
    }

    /// The same where texts that were no good go afterwards: that is a step
    /// too when nothing else changes.
    pub(crate) fn commit_over(&mut self, scenario: Scenario) {
        let now = self.moment();
        if scenario != *self.scenario() {
            self.commit(scenario, None);
        } else if now.has_texts() {
            self.begin_step(None);
        }
    }

    /// A change of everything: what was being typed goes too, and comes back
    /// with undo.
    pub(crate) fn commit_all(&mut self, scenario: Scenario) {
        self.commit_over(scenario);
        self.drafts.clear();
        self.settings.clear();
        self.rungs.clear();
        self.offer = None;
    }

    /// One step back, or forward again.
    pub(crate) fn step(&mut self, back: bool) {
        let now = self.moment();
        let (from, to) =
            if back { (&mut self.past, &mut self.future) } else { (&mut self.future, &mut self.past) };
        // A text that became what it was is no step.
        let Some(moment) = std::iter::from_fn(|| from.pop()).find(|moment| *moment != now) else { return };
        to.push(now);
        self.editing = None;
        self.offer = None;
        self.notice = None;
        self.drafts = moment.drafts;
        self.settings = moment.settings;
        self.rungs = moment.rungs;
        self.goal = moment.goal;
        self.funders = moment.funders;
        self.show(moment.workspace);
    }
}

#[cfg(test)]
mod tests;
