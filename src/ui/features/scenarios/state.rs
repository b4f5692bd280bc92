//! The reducers of the list of scenarios and of the comparison. Scenarios from
//! files, links and other windows are added in `incoming`.

use crate::compare::ComparedFigure;
use crate::model::Preset;
use crate::model::price::BASE_YEAR;
use crate::model::simulation::SimulationSettings;
use crate::scenario::counts::CountMethod;
use crate::scenario::{MAX_CHARACTERS, Scenario};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::scenarios::messages::{ScenarioMessage, ScenarioProblem};
use crate::ui::state::price_conversion::set_price_year;
use crate::ui::state::{Draft, FieldId, Notice, State, Workspace};
use crate::uncertainty::Spread;
use std::rc::Rc;

/// A change of the list of scenarios.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioAction {
    /// Shows the scenario at this index, which is no step that can be undone.
    Show(usize),
    /// Adds a scenario with the values of a preset, in the prices of the scenario that is shown,
    /// which stays shown.
    Add(Preset),
    /// Adds a copy of the scenario that is shown, which stays shown.
    Duplicate,
    /// Adds the scenario that is shown, counted cautiously; what is shown stays.
    AddCautiousCount,
    /// Removes the scenario that is shown.
    Remove,
    /// Swaps the scenario that is shown with the one before it.
    MoveEarlier,
    /// Swaps the scenario that is shown with the one after it.
    MoveLater,
    /// Makes the scenario that is shown the reference scenario with which the others are
    /// compared.
    MakeReference,
}

/// A choice of what the comparison shows.
#[derive(Clone, Debug, PartialEq)]
pub enum ComparisonAction {
    /// Draws this figure for each scenario; `None` draws the chance.
    ChooseMeasure(Option<ComparedFigure>),
    /// Explains how the scenario at this index differs from the reference scenario.
    ExplainDifference(usize),
}

impl State {
    /// Shows a message in the notice.
    pub(crate) fn notify(&mut self, message: ScenarioMessage) {
        self.view.network_problem = None;
        self.view.notice = Some(Notice::Scenarios(message));
    }

    /// Shows a problem in the notice.
    pub(crate) fn warn(&mut self, problem: ScenarioProblem) {
        self.view.network_problem = None;
        self.view.notice = Some(Notice::ScenarioProblem(problem));
    }

    pub(crate) fn reduce_scenario(&mut self, action: ScenarioAction) {
        let mut workspace = (*self.workspace.current).clone();
        let shown = workspace.shown;
        match action {
            ScenarioAction::Show(index) => self.show_scenario(index),
            ScenarioAction::Add(preset) => {
                if self.has_room() {
                    let name = self.free_name((self.text().preset)(preset).0);
                    let mut scenario = Scenario { name, ..Scenario::new(preset) };
                    // The preset of another year is chosen for its prices.
                    if preset.year() == BASE_YEAR {
                        set_price_year(&mut scenario, self.workspace.inputs.year());
                    }
                    self.add_unshown(scenario);
                }
            }
            ScenarioAction::Duplicate => {
                if self.has_room() {
                    let name = self.free_copy(&self.label(shown));
                    self.add_unshown(Scenario { name, ..self.scenario().clone() });
                }
            }
            ScenarioAction::AddCautiousCount => {
                if self.has_room() {
                    let method = CountMethod::Voorzichtig;
                    let name = (self.text().counts().scenario_name)(&self.label(shown), method);
                    let counted = method.apply(self.scenario());
                    self.add_unshown(Scenario { name: self.free_name(&name), ..counted });
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
            ScenarioAction::MoveEarlier => self.swap_scenarios(shown, shown.wrapping_sub(1)),
            ScenarioAction::MoveLater => self.swap_scenarios(shown, shown + 1),
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
            ComparisonAction::ExplainDifference(index) => {
                self.view.explained_scenario = Some(index);
            }
        }
    }

    /// Applies the name of the scenario as it is typed.
    pub(crate) fn rename_scenario(&mut self, text: &str) {
        let name: String = text.chars().take(MAX_CHARACTERS).collect();
        let word_ended = text.ends_with(' ');
        self.commit(Scenario { name, ..self.scenario().clone() }, Some(FieldId::ScenarioName.into()));
        if word_ended {
            self.end_step();
        }
    }

    /// Stores the spreads that the simulation answered, by the key of their
    /// scenario, and drops those of scenarios that no longer exist.
    pub(crate) fn receive_spreads(&mut self, received: Vec<(String, Option<Spread>)>) {
        let wanted: Vec<String> = self.workspace.current.scenarios.iter().map(spread_key).collect();
        let spreads = Rc::make_mut(&mut self.simulation.spreads);
        let is_replaced = |key: &String| received.iter().any(|(new, _)| new == key);
        spreads.retain(|(key, _)| !is_replaced(key) && wanted.contains(key));
        spreads.extend(received.into_iter().filter(|(key, _)| wanted.contains(key)));
        self.simulation.refresh_count += 1;
        self.simulation_revision += 1;
    }

    /// Adds a scenario to the list, and leaves what is shown as it is.
    pub(crate) fn add_unshown(&mut self, scenario: Scenario) {
        let mut workspace = (*self.workspace.current).clone();
        let shown = workspace.shown;
        workspace.add_unshown(scenario);
        self.commit_list(workspace);
        self.move_network_drafts(|index| if index > shown { index + 1 } else { index });
        let [added, shown] = [shown + 1, shown].map(|index| self.label(index));
        self.notify(ScenarioMessage::Added { added, shown });
    }

    /// Returns whether another scenario can be added; shows a problem where not.
    pub(crate) fn has_room(&mut self) -> bool {
        let full = self.workspace.current.is_full();
        if full {
            self.warn(ScenarioProblem::TooManyScenarios(self.workspace.current.scenarios.len() + 1));
        }
        !full
    }

    /// Swaps two scenarios, where both exist.
    fn swap_scenarios(&mut self, index: usize, other: usize) {
        let mut workspace = (*self.workspace.current).clone();
        if other < workspace.scenarios.len() {
            workspace.swap(index, other);
            self.commit_list(workspace);
            self.move_network_drafts(|moved| match moved {
                _ if moved == index => other,
                _ if moved == other => index,
                _ => moved,
            });
        }
    }

    /// Replaces the list by one in which another scenario may be shown. All drafts
    /// are dropped; undo restores them.
    pub(crate) fn commit_workspace(&mut self, workspace: Workspace) {
        self.begin_step(None);
        self.clear_scenario_state();
        self.editing.setting_drafts.clear();
        self.workspace.replace(Rc::new(workspace));
    }

    /// Replaces the list by one in which the same scenario is shown.
    pub(crate) fn commit_list(&mut self, workspace: Workspace) {
        self.begin_step(None);
        self.workspace.replace(Rc::new(workspace));
    }

    /// Clears the drafts, the explanation, the results and the notice about version 1,
    /// which belong only to the scenario that is shown.
    fn clear_scenario_state(&mut self) {
        self.editing.input_drafts.clear();
        self.editing.setting_drafts.retain(|setting, _| matches!(setting, Setting::Network(_)));
        self.editing.ladder_drafts.clear();
        self.view.what_if.settings.clear();
        self.workspace.funder_keys = Rc::new(Vec::new());
        self.editing.scale_offer = None;
        self.editing.price_offer = None;
        self.view.explained = None;
        self.view.conversions.clear();
        self.simulation.clear_results();
    }

    /// Shows another scenario. That is no step, unless it drops refused texts,
    /// which undo must be able to restore.
    pub(crate) fn show_scenario(&mut self, index: usize) {
        let workspace = &self.workspace.current;
        if index == workspace.shown || index >= workspace.scenarios.len() {
            return;
        }
        if self.has_refused_texts() {
            let label = self.label(workspace.shown);
            self.begin_step(None);
            self.notify(ScenarioMessage::InvalidTextDropped(label));
        }
        self.editing.open_step = None;
        self.clear_scenario_state();
        self.workspace.replace(Rc::new(Workspace { shown: index, ..(*self.workspace.current).clone() }));
    }

    /// Returns whether a field holds a refused text.
    pub(crate) fn has_refused_texts(&self) -> bool {
        let editing = &self.editing;
        let mut rungs = editing.ladder_drafts.iter().map(|(_, draft)| draft);
        let mut settings = editing.setting_drafts.iter().map(|(_, draft)| draft);
        editing.refused_inputs().next().is_some()
            || settings.any(Draft::is_refused)
            || rungs.any(Draft::is_refused)
    }

    /// Returns the state with the scenario at this index shown, so that its
    /// figures can be explained; `None` where there is no such scenario.
    pub fn with_scenario_shown(&self, index: usize) -> Option<State> {
        let workspace = &self.workspace.current;
        if index >= workspace.scenarios.len() {
            return None;
        }
        let mut other = self.clone();
        if index != workspace.shown {
            other.workspace.replace(Rc::new(Workspace { shown: index, ..(**workspace).clone() }));
        }
        Some(other)
    }
}

/// Returns the key of a scenario's spread: its JSON as it is sent to the
/// simulation, without the name and `meta`, on which no figure depends.
pub fn spread_key(scenario: &Scenario) -> String {
    let simulation = SimulationSettings { draws: SPREAD_DRAWS, ..scenario.simulation };
    Scenario { name: String::new(), meta: None, simulation, ..scenario.clone() }.to_json()
}

/// The number of draws for the spread of each scenario in the comparison.
pub const SPREAD_DRAWS: u32 = 10_000;

#[cfg(test)]
mod tests;
