//! The simulation slice: what was simulated, and how far the page has come to
//! rest since.

use crate::ui::features::certainty::state::{IdleStage, Refusal};
use crate::uncertainty::{SimulationSummary, Spread};
use std::rc::Rc;

/// Answers of the simulation.
#[derive(Clone, Debug, Default)]
pub struct SimulationState {
    /// The newest results.
    pub results: Option<Rc<SimulationSummary>>,
    /// The newest results after which no question followed for a while, one
    /// for each [`IdleStage`]: what takes long to draw follows these.
    pub idle_snapshots: [Option<Rc<SimulationSummary>>; IdleStage::ALL.len()],
    /// [`super::workspace::WorkspaceState::revision`] when what is out of
    /// sight was drawn last.
    pub drawn_revision: u32,
    /// Why there are no results, with the number of the question.
    pub refused: Option<(u32, Refusal)>,
    /// The number of times that questions became necessary for another reason
    /// than a change of figures.
    pub questions: u32,
    /// The spread of the saldo of each scenario of the comparison, by its
    /// figures as JSON; none where that could not be simulated.
    pub spreads: Rc<Vec<(String, Option<Spread>)>>,
}

impl SimulationState {
    /// Returns the number of the last question that was answered or refused.
    pub fn last_answer(&self) -> u32 {
        let answered = self.results.as_ref().map_or(0, |results| results.request);
        answered.max(self.refused.map_or(0, |(asked, _)| asked))
    }

    /// Forgets the results, which are of another scenario.
    pub fn clear_results(&mut self) {
        self.results = None;
        self.idle_snapshots = Default::default();
        self.refused = None;
    }
}
