//! State of the network of initiatives that the scenarios make up: its numbers
//! as they are typed, whether initiatives turn out alike, and the brochure's
//! national case.

use crate::model::Preset;
use crate::scenario::Scenario;
use crate::scenario::workspace::NetworkComposition;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::own_lines::state::along;
use crate::ui::features::scenarios::messages::ScenarioProblem;
use crate::ui::state::{Draft, EditSource, FieldId, State, Workspace};
use std::rc::Rc;

/// A number of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NetworkField {
    /// The number of initiatives of the scenario at this position.
    Count(usize),
    /// The number of people who live in the region; may be left out.
    Inhabitants,
}

impl NetworkField {
    /// Returns the lowest and the highest number that is accepted.
    pub fn limits(self) -> (f64, f64) {
        match self {
            NetworkField::Count(_) => (0.0, NetworkComposition::MOST_INITIATIVES),
            NetworkField::Inhabitants => NetworkComposition::INHABITANTS,
        }
    }
}

/// A change of the network other than its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetworkAction {
    /// Lets all initiatives turn out well or badly together, or each by itself.
    SetTogether(bool),
    /// Makes it the brochure's national case.
    MakeNational,
}

/// The number of initiatives in the Netherlands (brochure, early 2017).
pub const NATIONAL: u32 = 31;

/// Returns whether this is the brochure's initiative, whatever it is called.
fn is_brochure(scenario: &Scenario) -> bool {
    let plain = Scenario { name: String::new(), meta: None, ..scenario.clone() };
    plain == Scenario::new(Preset::Brochure)
}

/// Returns whether the network of these scenarios is the brochure's national
/// case.
pub fn is_national(workspace: &Workspace) -> bool {
    let counts = &workspace.network.counts;
    let mut members = counts.iter().zip(&workspace.scenarios).filter(|(count, _)| **count > 0);
    matches!((members.next(), members.next()), (Some((&NATIONAL, of)), None) if is_brochure(of))
}

/// Returns whether there is no room for the brochure's national case.
fn lacks_room_for_national(workspace: &Workspace) -> bool {
    workspace.is_full() && !workspace.scenarios.iter().any(is_brochure)
}

impl State {
    /// Returns why the national case that was asked for is not there, as long as
    /// there is no room.
    pub fn network_problem(&self) -> Option<&ScenarioProblem> {
        self.view.network_problem.as_ref().filter(|_| lacks_room_for_national(&self.workspace.current))
    }

    /// Returns a number of the network; none where none is given.
    pub fn network_number(&self, number: NetworkField) -> Option<f64> {
        let network = &self.workspace.current.network;
        match number {
            NetworkField::Count(position) => network.counts.get(position).copied().map(f64::from),
            NetworkField::Inhabitants => network.inhabitants,
        }
    }

    /// Returns whether the text of a number of the network is refused.
    pub fn has_refused_network_number(&self) -> bool {
        let refused = |(setting, draft): (&Setting, &Draft)| {
            matches!(setting, Setting::Network(_)) && draft.is_refused()
        };
        self.editing.setting_drafts.iter().any(refused)
    }

    /// Gives a number of the network a value, or says what is wrong with it.
    pub(crate) fn try_network(&mut self, number: NetworkField, value: f64) -> Result<(), String> {
        let words = self.text();
        let (low, high) = number.limits();
        let shown = |value| words.notation.number(value, 0);
        let inside = (low..=high).contains(&value);
        let mut network = self.workspace.current.network.clone();
        match number {
            NetworkField::Count(position) => {
                let count = network.counts.get_mut(position).filter(|_| inside && value.fract() == 0.0);
                let Some(count) = count else {
                    return Err((words.uncertainty().not_whole)(&shown(low), &shown(high)));
                };
                *count = value as u32;
            }
            NetworkField::Inhabitants if inside => network.inhabitants = Some(value),
            NetworkField::Inhabitants => {
                let allowed = (words.sentences.limits)(&shown(low), &shown(high));
                return Err((words.financing().out_of_limits)(&allowed, false));
            }
        }
        self.commit_network(network, Some(FieldId::Setting(Setting::Network(number)).into()));
        Ok(())
    }

    /// Removes the number of inhabitants, whose field was emptied.
    pub(crate) fn without_inhabitants(&mut self, text: String) {
        let setting = Setting::Network(NetworkField::Inhabitants);
        let network = NetworkComposition { inhabitants: None, ..self.workspace.current.network.clone() };
        self.commit_network(network, Some(FieldId::Setting(setting).into()));
        self.editing.setting_drafts.insert(setting, Draft { text, problem: None, note: None });
    }

    /// Replaces the network: a step that can be undone, or a part of the last one
    /// while the same source goes on changing.
    fn commit_network(&mut self, network: NetworkComposition, source: Option<EditSource>) {
        if network != self.workspace.current.network {
            self.begin_step(source);
            self.workspace.replace(Rc::new(Workspace { network, ..(*self.workspace.current).clone() }));
        }
    }

    pub(crate) fn reduce_network(&mut self, action: NetworkAction) {
        match action {
            NetworkAction::SetTogether(together) => {
                let network =
                    NetworkComposition { correlated: together, ..self.workspace.current.network.clone() };
                self.commit_network(network, None);
            }
            NetworkAction::MakeNational => self.make_national(),
        }
    }

    /// Makes the network so many initiatives of the brochure, and none of the
    /// others. Where no scenario has its figures, one is added behind the one
    /// that is shown.
    fn make_national(&mut self) {
        let mut workspace = (*self.workspace.current).clone();
        let brochure = workspace.scenarios.iter().position(is_brochure);
        let position = match brochure {
            Some(position) => position,
            None if workspace.is_full() => {
                self.view.notice = None;
                self.view.network_problem =
                    Some(ScenarioProblem::TooManyScenarios(workspace.scenarios.len() + 1));
                return;
            }
            None => {
                let name = self.free_name((self.text().preset)(Preset::Brochure).0);
                workspace.add(Scenario { name, ..Scenario::new(Preset::Brochure) });
                // The scenario that was shown stays in view.
                workspace.shown -= 1;
                workspace.shown + 1
            }
        };
        workspace.network.counts.fill(0);
        workspace.network.counts[position] = NATIONAL;
        if workspace != *self.workspace.current || self.has_refused_network_number() {
            self.commit_list(workspace);
        }
        self.editing
            .setting_drafts
            .retain(|setting, _| !matches!(setting, Setting::Network(NetworkField::Count(_))));
    }

    /// Swaps the texts of the numbers of two scenarios that were swapped.
    pub(crate) fn swap_numbers(&mut self, one: usize, other: usize) {
        self.editing.setting_drafts = along(&self.editing.setting_drafts, |setting| match setting {
            Setting::Network(NetworkField::Count(position)) if position == one => {
                Some(Setting::Network(NetworkField::Count(other)))
            }
            Setting::Network(NetworkField::Count(position)) if position == other => {
                Some(Setting::Network(NetworkField::Count(one)))
            }
            Setting::Network(NetworkField::Count(_) | NetworkField::Inhabitants)
            | Setting::Low(_)
            | Setting::High(_)
            | Setting::Draws
            | Setting::Seed
            | Setting::Plan(..) => Some(setting),
        });
    }
}

#[cfg(test)]
mod tests;
