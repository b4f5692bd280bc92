//! State of the list of scenarios: how it changes. What comes in from elsewhere
//! stands in `incoming`.

use crate::compare::ComparedFigure;
use crate::model::Preset;
use crate::model::simulation::SimulationSettings;
use crate::scenario::Scenario;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::scenarios::messages::{ScenarioMessage, ScenarioProblem};
use crate::ui::state::{Draft, Notice, State, Workspace};
use crate::uncertainty::Spread;
use std::rc::Rc;

/// A change of the list of scenarios.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioAction {
    /// Shows the scenario at this position; not a step that is undone.
    Show(usize),
    /// Adds a scenario with the values of a preset.
    Add(Preset),
    /// Adds a copy of the scenario that is shown.
    Duplicate,
    /// Removes the scenario that is shown.
    Remove,
    /// Swaps the scenario that is shown with the one before it.
    MoveForward,
    /// Swaps the scenario that is shown with the one behind it.
    MoveBackward,
    /// Compares the others with the scenario that is shown.
    MakeReference,
}

/// A choice of what the comparison shows.
#[derive(Clone, Debug, PartialEq)]
pub enum ComparisonAction {
    /// Draws this figure for each scenario; none for the chance.
    ChooseMeasure(Option<ComparedFigure>),
    /// Explains the difference of the scenario at this position.
    ExplainDifference(usize),
}

impl State {
    /// Shows a message.
    pub(crate) fn notify(&mut self, message: ScenarioMessage) {
        self.view.network_problem = None;
        self.view.notice = Some(Notice::Scenarios(message));
    }

    /// Shows a problem.
    pub(crate) fn warn(&mut self, problem: ScenarioProblem) {
        self.view.network_problem = None;
        self.view.notice = Some(Notice::ScenarioProblem(problem));
    }

    pub(crate) fn reduce_scenario(&mut self, action: ScenarioAction) {
        let mut workspace = (*self.workspace.current).clone();
        let shown = workspace.shown;
        match action {
            ScenarioAction::Show(position) => self.show_scenario(position),
            ScenarioAction::Add(preset) => {
                if self.has_room() {
                    let name = self.free_name((self.text().preset)(preset).0);
                    workspace.add(Scenario { name, ..Scenario::new(preset) });
                    self.commit_workspace(workspace);
                }
            }
            ScenarioAction::Duplicate => {
                if self.has_room() {
                    let name = self.free_copy(&self.label(shown));
                    workspace.add(Scenario { name, ..self.scenario().clone() });
                    self.commit_workspace(workspace);
                }
            }
            ScenarioAction::Remove => {
                if workspace.scenarios.len() > 1 {
                    let name = self.label(shown);
                    workspace.remove(shown);
                    self.commit_workspace(workspace);
                    self.notify(ScenarioMessage::Removed(name));
                }
            }
            ScenarioAction::MoveForward => self.swap_scenarios(shown, shown.wrapping_sub(1)),
            ScenarioAction::MoveBackward => self.swap_scenarios(shown, shown + 1),
            ScenarioAction::MakeReference => {
                if workspace.reference != shown {
                    workspace.reference = shown;
                    self.commit_list(workspace);
                }
            }
        }
    }

    pub(crate) fn reduce_comparison(&mut self, action: ComparisonAction) {
        match action {
            ComparisonAction::ChooseMeasure(measure) => self.view.compared_measure = measure,
            ComparisonAction::ExplainDifference(position) => {
                self.view.explained_difference = Some(position);
            }
        }
    }

    /// Adds the spreads of scenarios, and drops those of scenarios that are not
    /// there any more.
    pub(crate) fn receive_spreads(&mut self, received: Vec<(String, Option<Spread>)>) {
        let wanted: Vec<String> = self.workspace.current.scenarios.iter().map(spread_key).collect();
        let spreads = Rc::make_mut(&mut self.simulation.spreads);
        let is_replaced = |key: &String| received.iter().any(|(new, _)| new == key);
        spreads.retain(|(key, _)| !is_replaced(key) && wanted.contains(key));
        spreads.extend(received.into_iter().filter(|(key, _)| wanted.contains(key)));
        self.simulation.refresh_count += 1;
        self.simulation_revision += 1;
    }

    /// Returns whether another scenario can be added; says so where not.
    fn has_room(&mut self) -> bool {
        let full = self.workspace.current.is_full();
        if full {
            self.warn(ScenarioProblem::TooManyScenarios(self.workspace.current.scenarios.len() + 1));
        }
        !full
    }

    /// Swaps two scenarios, where both exist.
    fn swap_scenarios(&mut self, position: usize, other: usize) {
        let mut workspace = (*self.workspace.current).clone();
        if other < workspace.scenarios.len() {
            workspace.swap(position, other);
            self.commit_list(workspace);
            self.swap_numbers(position, other);
        }
    }

    /// Replaces the list where another scenario may be shown then: texts that
    /// are being typed go, and come back with undo.
    pub(crate) fn commit_workspace(&mut self, workspace: Workspace) {
        self.begin_step(None);
        self.clear_scenario_texts();
        self.editing.setting_drafts.clear();
        self.workspace.replace(Rc::new(workspace));
    }

    /// Replaces the list where the scenario that is shown stays.
    pub(crate) fn commit_list(&mut self, workspace: Workspace) {
        self.begin_step(None);
        self.workspace.replace(Rc::new(workspace));
    }

    /// Clears what belongs to the scenario that is shown only.
    fn clear_scenario_texts(&mut self) {
        self.editing.input_drafts.clear();
        self.editing.setting_drafts.retain(|setting, _| matches!(setting, Setting::Network(_)));
        self.editing.ladder_drafts.clear();
        self.workspace.funder_keys = Rc::new(Vec::new());
        self.editing.scale_offer = None;
        self.view.explained = None;
        self.simulation.clear_results();
    }

    /// Shows another scenario. Looking is no step, unless refused texts would be
    /// lost by it.
    pub(crate) fn show_scenario(&mut self, position: usize) {
        let workspace = &self.workspace.current;
        if position == workspace.shown || position >= workspace.scenarios.len() {
            return;
        }
        if self.has_refused_texts() {
            let label = self.label(workspace.shown);
            self.begin_step(None);
            self.notify(ScenarioMessage::InvalidTextDropped(label));
        }
        self.editing.active_source = None;
        self.clear_scenario_texts();
        self.workspace.replace(Rc::new(Workspace { shown: position, ..(*self.workspace.current).clone() }));
    }

    /// Returns whether a field holds a refused text.
    fn has_refused_texts(&self) -> bool {
        let editing = &self.editing;
        let mut rungs = editing.ladder_drafts.iter().map(|(_, draft)| draft);
        let mut settings = editing.setting_drafts.iter().map(|(_, draft)| draft);
        editing.refused_inputs().next().is_some()
            || settings.any(Draft::is_refused)
            || rungs.any(Draft::is_refused)
    }

    /// Returns the state with the scenario at this position shown, to explain
    /// its figures; none where there is no such scenario.
    pub fn with_scenario_shown(&self, position: usize) -> Option<State> {
        let workspace = &self.workspace.current;
        if position >= workspace.scenarios.len() {
            return None;
        }
        let mut other = self.clone();
        if position != workspace.shown {
            other.workspace.replace(Rc::new(Workspace { shown: position, ..(**workspace).clone() }));
        }
        Some(other)
    }
}

/// Returns the figures of a scenario as the simulation is asked for them: its
/// name and what is saved with it move nothing.
pub fn spread_key(scenario: &Scenario) -> String {
    let simulation = SimulationSettings { draws: SPREAD_DRAWS, ..scenario.simulation };
    Scenario { name: String::new(), meta: None, simulation, ..scenario.clone() }.to_json()
}

/// The number of draws from which the spread of each scenario follows.
pub const SPREAD_DRAWS: u32 = 10_000;

#[cfg(test)]
mod tests;
