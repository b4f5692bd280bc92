//! The workspace slice: the scenarios, all figures that are calculated from the
//! one that is shown, and the steps that can be undone.

use crate::evidence::grade::{EvidenceSummary, evidence_summary};
use crate::evidence::user_sources::UserSources;
use crate::model::{General, InputId, Inputs, Line, LineField, Outcome, SavingKind, evaluate};
use crate::scenario::Scenario;
use crate::scenario::changes::{self, Change};
pub use crate::scenario::workspace::Workspace;
use crate::ui::lazy::SERVICES;
use crate::ui::state::history::Snapshot;
use std::rc::Rc;

/// The scenarios, the figures of the one that is shown, and undo.
#[derive(Clone, Debug)]
pub struct WorkspaceState {
    /// The scenarios, the index of the one that is shown, and of the one that
    /// the others are compared with.
    pub current: Rc<Workspace>,
    /// The inputs of the scenario that is shown; always valid.
    pub inputs: Rc<Inputs>,
    /// The outcome of these inputs.
    pub outcome: Rc<Outcome>,
    /// The inputs of that scenario's preset, in the scenario's prices.
    pub preset_inputs: Rc<Inputs>,
    /// The figures that are marked as the user's own.
    pub user_sources: Rc<UserSources>,
    /// The evidence grade of the outcome.
    pub evidence: Rc<EvidenceSummary>,
    /// Keys of the funders of the dekkingsplan, in their order, so that a field
    /// keeps its element when funders move; never saved. See
    /// [`crate::ui::state::State::funder_keys`].
    pub funder_keys: Rc<Vec<u32>>,
    /// The number of changes of the scenarios so far.
    pub revision: u32,
    /// The state before each step that can be undone, the last step at the end.
    pub past: Vec<Snapshot>,
    /// The state to return to with each redo, the next one at the end.
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
            preset_inputs: Rc::new(scenario.base_inputs()),
            user_sources: Rc::new(user_sources),
            current: Rc::new(Workspace::single(scenario)),
            funder_keys: Rc::default(),
            revision: 0,
            past: Vec::new(),
            future: Vec::new(),
        }
    }

    /// Replaces the scenarios, and calculates all figures of the one that is shown.
    pub fn replace(&mut self, workspace: Rc<Workspace>) {
        let scenario = &workspace.scenarios[workspace.shown];
        let inputs = scenario.inputs();
        let outcome = evaluate(&inputs);
        let user_sources = user_sources(scenario);
        self.evidence = Rc::new(evidence_summary(&inputs, &outcome, &user_sources));
        self.outcome = Rc::new(outcome);
        self.preset_inputs = Rc::new(scenario.base_inputs());
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

    /// Returns whether an input differs from the preset's value; never for an own
    /// line, which the preset does not have.
    pub fn is_changed(&self, id: InputId) -> bool {
        !matches!(id, InputId::Own(..)) && self.inputs.get(id) != self.preset_value(id)
    }

    /// Returns whether the user marked an input as their own, with or without a source.
    pub fn is_marked_own(&self, id: InputId) -> bool {
        self.user_sources.iter().any(|(marked, _)| *marked == id)
    }

    /// Returns the value that an input is reset to, in the scenario's prices; that of an
    /// own line is neutral. What sets the prices is reset to the preset's own.
    pub fn preset_value(&self, id: InputId) -> f64 {
        let prices = self.scenario().base.prices();
        match id {
            InputId::General(General::Prijspeil) => f64::from(prices.year),
            InputId::General(General::VerwachteInflatie) => prices.expected_inflation,
            InputId::General(_) | InputId::Line(..) | InputId::Own(..) => {
                self.preset_inputs.get_or_neutral(id)
            }
        }
    }

    /// Returns all differences from the preset; each own line counts as one.
    pub fn changes(&self) -> Vec<Change> {
        changes::changes(self.scenario(), &self.inputs, &self.preset_inputs)
    }

    /// Returns whether the user filled in which share of every counted saving is
    /// cashable. An own line always has its share from the user.
    pub fn knows_cashable(&self) -> bool {
        let counted = Line::ALL.into_iter().filter(|line| {
            self.inputs.line(*line).counted && line.definition().kind == SavingKind::Besparing
        });
        let values = &self.scenario().values;
        counted.into_iter().all(|line| values.contains_key(&InputId::Line(line, LineField::Verzilverbaar)))
    }
}

/// Returns which figures of a scenario are the user's own; its `meta` says so. The
/// function that reads `meta` is in the wasm file of the lazy features. It is loaded
/// whenever it is needed: a scenario has a `meta` only if it came from a link, a scenario
/// file, the browser's storage or a lazy feature, and the code for all four is in that
/// same wasm file (0018).
fn user_sources(scenario: &Scenario) -> UserSources {
    let services = SERVICES.get().filter(|_| scenario.meta.is_some());
    services.map(|services| (services.reducers.user_sources)(scenario)).unwrap_or_default()
}
