//! The reducer of the simulation: takes in its answers, and takes the snapshots
//! of results that slow charts are drawn from when the page is idle.

use crate::ui::state::{SimulationAction, State};
use crate::uncertainty::SimulationSummary;
use std::rc::Rc;

/// The reason why there are no simulated figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The browser cannot run the wasm module of the simulation.
    Unsupported,
    /// The simulation failed.
    Failed,
}

/// A stage of drawing on the idle page, which is one where no question to the
/// simulation has followed for a while. There are stages because drawing
/// everything at once takes too long for one task of the browser.
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
                // An answer to an older question never replaces a newer answer.
                if self.simulation.last_answer() <= results.request {
                    for snapshot in &mut self.simulation.idle_snapshots {
                        snapshot.get_or_insert_with(|| results.clone());
                    }
                    self.simulation.results = Some(results);
                    self.simulation.refused = None;
                    self.simulation_revision += 1;
                }
            }
            SimulationAction::Refuse(asked, why) => {
                if self.simulation.last_answer() <= asked {
                    self.simulation.refused = Some((asked, why));
                }
            }
            SimulationAction::EnterIdleStage(asked, stage) => {
                self.simulation_revision += 1;
                if self.simulation.last_answer() == asked {
                    self.simulation.idle_snapshots[stage as usize].clone_from(&self.simulation.results);
                    if stage == IdleStage::Charts {
                        self.simulation.drawn_revision = self.workspace.revision;
                    }
                }
            }
            SimulationAction::ReceiveSpreads(found) => self.receive_spreads(found),
        }
    }

    /// Returns the newest results; `None` before the first answer, after a
    /// refusal, and while the user hides uncertainty.
    pub fn results(&self) -> Option<&Rc<SimulationSummary>> {
        let simulation = &self.simulation;
        simulation.results.as_ref().filter(|_| simulation.refused.is_none() && !self.deterministic_only())
    }
}
