//! The reducer of the simulation. It stores the results that the simulation sends.
//! When the page is idle it also copies them to the snapshots from which slow
//! charts are drawn.

use crate::text::page::LoadingProblem;
use crate::ui::state::{SimulationAction, State};
use crate::uncertainty::SimulationSummary;
use std::rc::Rc;

/// The id under which the state stores that the group for whoever reckons was unfolded.
pub const ANALYSIS: &str = "analyse";

/// The reason why there are no simulated figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoResultsReason {
    /// The browser cannot run the wasm module of the simulation.
    Unsupported,
    /// The simulation failed.
    Failed,
    /// A file of the simulation could not be loaded.
    NotLoaded(LoadingProblem),
}

/// A stage of drawing while the page is idle: when it has sent no request to the
/// simulation for a while. There are stages because drawing everything at once
/// takes too long for one task of the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdleStage {
    /// Draws the tornado, and charts that are out of sight while a slider moves.
    Charts,
    /// Draws hotspots and tables of charts, the ranking, the measurement advice
    /// and the list of changes.
    Details,
}

impl IdleStage {
    /// All stages, in the order in which they are drawn.
    pub const ALL: [IdleStage; 2] = [IdleStage::Charts, IdleStage::Details];
}

impl State {
    pub(crate) fn reduce_simulation(&mut self, action: SimulationAction) {
        match action {
            SimulationAction::Receive(results) => {
                // The answer to an older request never replaces a newer answer.
                if self.simulation.last_answer() <= results.request {
                    for snapshot in &mut self.simulation.idle_snapshots {
                        snapshot.get_or_insert_with(|| results.clone());
                    }
                    self.simulation.results = Some(results);
                    self.simulation.no_results = None;
                    self.simulation_revision += 1;
                }
            }
            SimulationAction::ReportNoResults(request, why) => {
                if self.simulation.last_answer() <= request {
                    self.simulation.no_results = Some((request, why));
                }
            }
            SimulationAction::EnterIdleStage(request, stage) => {
                self.simulation_revision += 1;
                if self.simulation.last_answer() == request {
                    self.simulation.idle_snapshots[stage as usize].clone_from(&self.simulation.results);
                    if stage == IdleStage::Charts {
                        self.simulation.drawn_revision = self.workspace.revision;
                    }
                }
            }
            SimulationAction::ReceiveSpreads(found) => {
                self.simulation.no_results = None;
                self.receive_spreads(found);
            }
            SimulationAction::AskAgain => {
                self.simulation.no_results = None;
                self.simulation.refresh_count += 1;
            }
        }
    }

    /// Returns the newest results; `None` before the first answer, while the newest
    /// request has no results, and while the user hides uncertainty.
    pub fn results(&self) -> Option<&Rc<SimulationSummary>> {
        let simulation = &self.simulation;
        simulation.results.as_ref().filter(|_| simulation.no_results.is_none() && !self.deterministic_only())
    }
}
