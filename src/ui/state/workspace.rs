//! The workspace slice: the scenarios, what follows from the one that is shown,
//! and the steps that can be undone.

use crate::evidence::grade::{EvidenceSummary, evidence_summary};
use crate::evidence::user_sources::UserSources;
use crate::model::{General, InputId, Inputs, Outcome, evaluate};
use crate::scenario::Scenario;
use crate::scenario::changes::{self, Change};
pub use crate::scenario::workspace::Workspace;
use crate::ui::lazy::SERVICES;
use crate::ui::state::history::Snapshot;
use std::rc::Rc;

/// The scenarios, with what follows from the one that is shown.
#[derive(Clone, Debug)]
pub struct WorkspaceState {
    /// The scenarios, which one is shown, and which one they are compared with.
    pub current: Rc<Workspace>,
    /// Inputs of the scenario that is shown; always valid.
    pub inputs: Rc<Inputs>,
    /// The outcome of these inputs.
    pub outcome: Rc<Outcome>,
    /// Inputs of the preset, in the scenario's prices.
    pub base: Rc<Inputs>,
    /// The figures that are marked as the user's own.
    pub user_sources: Rc<UserSources>,
    /// The evidence grade of the outcome.
    pub evidence: Rc<EvidenceSummary>,
    /// Keys of the funders of the dekkingsplan, in their order; no part of any
    /// file. See [`crate::ui::state::State::funder_keys`].
    pub funder_keys: Rc<Vec<u32>>,
    /// The number of times that the scenario that is shown became another one.
    pub revision: u32,
    /// What was there before each step that can be undone.
    pub past: Vec<Snapshot>,
    /// What was there before each step that was undone.
    pub future: Vec<Snapshot>,
}

impl WorkspaceState {
    /// Returns the state of a page that shows one scenario.
    pub fn new(scenario: Scenario) -> WorkspaceState {
        let inputs = scenario.inputs();
        let outcome = evaluate(&inputs);
        let user_sources = user_sources(&scenario);
        WorkspaceState {
            evidence: Rc::new(evidence_summary(&inputs, &outcome, &user_sources)),
            outcome: Rc::new(outcome),
            inputs: Rc::new(inputs),
            base: Rc::new(scenario.base_inputs()),
            user_sources: Rc::new(user_sources),
            current: Rc::new(Workspace::single(scenario)),
            funder_keys: Rc::default(),
            revision: 0,
            past: Vec::new(),
            future: Vec::new(),
        }
    }

    /// Replaces the scenarios, and calculates everything that follows.
    pub fn replace(&mut self, workspace: Rc<Workspace>) {
        let scenario = &workspace.scenarios[workspace.shown];
        let inputs = scenario.inputs();
        let outcome = evaluate(&inputs);
        let user_sources = user_sources(scenario);
        self.evidence = Rc::new(evidence_summary(&inputs, &outcome, &user_sources));
        self.outcome = Rc::new(outcome);
        self.base = Rc::new(scenario.base_inputs());
        self.user_sources = Rc::new(user_sources);
        self.inputs = Rc::new(inputs);
        self.current = workspace;
        self.revision += 1;
    }

    /// Returns the scenario that is shown.
    pub fn scenario(&self) -> &Scenario {
        &self.current.scenarios[self.current.shown]
    }

    /// Returns whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Returns whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Returns whether an input differs from the preset's value.
    pub fn is_changed(&self, id: InputId) -> bool {
        !matches!(id, InputId::Own(..)) && self.inputs.get(id) != self.preset_value(id)
    }

    /// Returns the value that an input is reset to, in the scenario's prices;
    /// the price year is the preset's own.
    pub fn preset_value(&self, id: InputId) -> f64 {
        match id {
            InputId::General(General::Prijspeil) => f64::from(self.scenario().base.year()),
            InputId::General(_) | InputId::Line(..) | InputId::Own(..) => self.base.get(id),
        }
    }

    /// Returns every difference from the preset; each own line is one.
    pub fn changes(&self) -> Vec<Change> {
        changes::changes(self.scenario(), &self.inputs, &self.base)
    }
}

/// Reads which figures of a scenario are the user's own. What reads them is
/// loaded before any scenario that has some.
fn user_sources(scenario: &Scenario) -> UserSources {
    let services = SERVICES.get().filter(|_| scenario.meta.is_some());
    services.map(|services| (services.reducers.user_sources)(scenario)).unwrap_or_default()
}
