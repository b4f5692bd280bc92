//! The simulation slice: the newest results of the simulation, and which of them
//! the slow charts show.

use crate::ui::features::certainty::state::{IdleStage, NoResultsReason};
use crate::uncertainty::{SimulationSummary, Spread};
use std::rc::Rc;

/// Answers of the simulation to the page's requests.
#[derive(Clone, Debug, Default)]
pub struct SimulationState {
    /// The newest results.
    pub results: Option<Rc<SimulationSummary>>,
    /// The results that the charts and tables of each [`IdleStage`] show. These are not
    /// always the newest ones, but the newest after which no request followed for a
    /// while, so that slow charts do not hold up a slider that is being moved.
    pub idle_snapshots: [Option<Rc<SimulationSummary>>; IdleStage::ALL.len()],
    /// The [`super::workspace::WorkspaceState::revision`] of the figures that
    /// content outside the visible part of the page shows; it is brought up to
    /// date only when the page is idle.
    pub drawn_revision: u32,
    /// The number of the last request for which there are no results, and why;
    /// `None` once a later request has results.
    pub no_results: Option<(u32, NoResultsReason)>,
    /// The number of times that the simulation had to be asked, or the address
    /// written, although no figure of the scenario changed: for instance because
    /// another scenario is shown. A new number triggers both.
    pub refresh_count: u32,
    /// The spread of the saldo of each scenario in the comparison, with the
    /// scenario's inputs as JSON for a key; `None` where a scenario could not be
    /// simulated.
    pub spreads: Rc<Vec<(String, Option<Spread>)>>,
}

impl SimulationState {
    /// Returns the number of the last request that was answered, with results or
    /// with the reason why there are none.
    pub fn last_answer(&self) -> u32 {
        let answered = self.results.as_ref().map_or(0, |results| results.request);
        answered.max(self.no_results.map_or(0, |(request, _)| request))
    }

    /// Removes the results, which belong to a scenario that is no longer shown.
    pub fn clear_results(&mut self) {
        self.results = None;
        self.idle_snapshots = Default::default();
        self.no_results = None;
    }
}
