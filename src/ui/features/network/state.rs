//! State of the network of initiatives: the number of initiatives of each
//! scenario, the inhabitants of the region, whether initiatives turn out well or
//! badly together, and the brochure's national case.

use crate::model::Preset;
use crate::scenario::Scenario;
use crate::scenario::workspace::NetworkComposition;
use crate::ui::features::certainty::ranges_state::{Setting, is_whole_within};
use crate::ui::features::own_lines::state::with_new_keys;
use crate::ui::features::scenarios::messages::ScenarioProblem;
use crate::ui::state::{ChangeOrigin, Draft, FieldId, State, Workspace};
use std::rc::Rc;

/// A number of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NetworkField {
    /// The number of initiatives of the scenario at this index.
    Count(usize),
    /// The number of people who live in the region; may be left out.
    Inhabitants,
}

impl NetworkField {
    /// Returns the lowest and the highest number that is accepted.
    pub fn limits(self) -> (f64, f64) {
        match self {
            NetworkField::Count(_) => (0.0, NetworkComposition::MAX_INITIATIVES),
            NetworkField::Inhabitants => NetworkComposition::INHABITANTS,
        }
    }

    /// Returns whether the network can have this number.
    pub fn accepts(self, value: f64) -> bool {
        match self {
            NetworkField::Count(_) => is_whole_within(value, self.limits()),
            NetworkField::Inhabitants => {
                let (low, high) = self.limits();
                (low..=high).contains(&value)
            }
        }
    }
}

/// A change of the network other than its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetworkAction {
    /// Sets whether all initiatives turn out well or badly together in a draw, or
    /// each independently.
    SetCorrelated(bool),
    /// Replaces the network by the brochure's national case.
    MakeNational,
}

/// The number of initiatives in the Netherlands (brochure, early 2017), and in the
/// national case.
pub const NATIONAL: u32 = 31;

/// Returns whether a scenario has the brochure's values, whatever its name.
fn is_brochure(scenario: &Scenario) -> bool {
    let plain = Scenario { name: String::new(), meta: None, ..scenario.clone() };
    plain == Scenario::new(Preset::Brochure)
}

/// Returns whether the network is the brochure's national case: the national
/// number of initiatives with the brochure's values, and no others.
pub fn is_national(workspace: &Workspace) -> bool {
    let counts = &workspace.network.counts;
    let mut members = counts.iter().zip(&workspace.scenarios).filter(|(count, _)| **count > 0);
    let (first, second) = (members.next(), members.next());
    matches!((first, second), (Some((&NATIONAL, scenario)), None) if is_brochure(scenario))
}

/// Returns whether the national case needs a scenario that cannot be added.
fn lacks_room_for_national(workspace: &Workspace) -> bool {
    workspace.is_full() && !workspace.scenarios.iter().any(is_brochure)
}

impl State {
    /// Returns why the national case could not be made when the user asked for it;
    /// `None` as soon as there is room for it.
    pub fn network_problem(&self) -> Option<&ScenarioProblem> {
        self.view.network_problem.as_ref().filter(|_| lacks_room_for_national(&self.workspace.current))
    }

    /// Returns a number of the network; `None` where it is not filled in.
    pub fn network_number(&self, field: NetworkField) -> Option<f64> {
        let network = &self.workspace.current.network;
        match field {
            NetworkField::Count(index) => network.counts.get(index).copied().map(f64::from),
            NetworkField::Inhabitants => network.inhabitants,
        }
    }

    /// Returns whether the typed text of a number of the network is refused.
    pub fn has_refused_network_number(&self) -> bool {
        let is_refused = |(setting, draft): (&Setting, &Draft)| {
            matches!(setting, Setting::Network(_)) && draft.is_refused()
        };
        self.editing.setting_drafts.iter().any(is_refused)
    }

    /// Sets a number of the network. An error is the sentence to show at the
    /// field; then nothing changed.
    pub(crate) fn try_network_number(&mut self, field: NetworkField, value: f64) -> Result<(), String> {
        let words = self.text();
        let (low, high) = field.limits();
        let shown = |value| words.notation.number(value, 0);
        let is_accepted = field.accepts(value);
        let mut network = self.workspace.current.network.clone();
        match field {
            NetworkField::Count(index) => {
                let count = network.counts.get_mut(index).filter(|_| is_accepted);
                let Some(count) = count else {
                    return Err((words.uncertainty().not_whole)(&shown(low), &shown(high)));
                };
                *count = value as u32;
            }
            NetworkField::Inhabitants if is_accepted => network.inhabitants = Some(value),
            NetworkField::Inhabitants => {
                let allowed = (words.sentences.limits)(&shown(low), &shown(high));
                return Err((words.financing().out_of_limits)(&allowed, false));
            }
        }
        self.commit_network(network, Some(FieldId::Setting(Setting::Network(field)).into()));
        Ok(())
    }

    /// Removes the number of inhabitants, whose field was emptied.
    pub(crate) fn remove_inhabitants(&mut self, text: String) {
        let setting = Setting::Network(NetworkField::Inhabitants);
        let network = NetworkComposition { inhabitants: None, ..self.workspace.current.network.clone() };
        self.commit_network(network, Some(FieldId::Setting(setting).into()));
        self.editing.setting_drafts.insert(setting, Draft { text, problem: None, read_as: None });
    }

    /// Replaces the network, as a step that can be undone. Further changes from the
    /// same origin, such as typing in one field, belong to that step.
    fn commit_network(&mut self, network: NetworkComposition, origin: Option<ChangeOrigin>) {
        if network != self.workspace.current.network {
            self.begin_step(origin);
            self.workspace.replace(Rc::new(Workspace { network, ..(*self.workspace.current).clone() }));
        }
    }

    pub(crate) fn reduce_network(&mut self, action: NetworkAction) {
        match action {
            NetworkAction::SetCorrelated(correlated) => {
                let network = NetworkComposition { correlated, ..self.workspace.current.network.clone() };
                self.commit_network(network, None);
            }
            NetworkAction::MakeNational => self.make_national(),
        }
    }

    /// Makes the network consist of [`NATIONAL`] initiatives with the brochure's
    /// values, and of no others. Where no scenario has these values, one is added
    /// after the one that is shown.
    fn make_national(&mut self) {
        let mut workspace = (*self.workspace.current).clone();
        let brochure = workspace.scenarios.iter().position(is_brochure);
        let index = match brochure {
            Some(index) => index,
            None if workspace.is_full() => {
                self.view.notice = None;
                self.view.network_problem =
                    Some(ScenarioProblem::TooManyScenarios(workspace.scenarios.len() + 1));
                return;
            }
            None => {
                let name = self.free_name((self.text().preset)(Preset::Brochure).0);
                workspace.add(Scenario { name, ..Scenario::new(Preset::Brochure) });
                // `add` shows the new scenario; the former one stays shown.
                workspace.shown -= 1;
                workspace.shown + 1
            }
        };
        workspace.network.counts.fill(0);
        workspace.network.counts[index] = NATIONAL;
        if workspace != *self.workspace.current || self.has_refused_network_number() {
            self.commit_list(workspace);
        }
        self.editing
            .setting_drafts
            .retain(|setting, _| !matches!(setting, Setting::Network(NetworkField::Count(_))));
    }

    /// Moves the drafts of the numbers of initiatives with their scenarios: `moved` returns the
    /// new index of the scenario that was at an index.
    pub(crate) fn move_network_drafts(&mut self, moved: impl Fn(usize) -> usize) {
        self.editing.setting_drafts = with_new_keys(&self.editing.setting_drafts, |setting| match setting {
            Setting::Network(NetworkField::Count(index)) => {
                Some(Setting::Network(NetworkField::Count(moved(index))))
            }
            Setting::Network(NetworkField::Inhabitants)
            | Setting::Low(_)
            | Setting::High(_)
            | Setting::Draws
            | Setting::Seed
            | Setting::Plan(..)
            | Setting::Helper(_) => Some(setting),
        });
    }
}

#[cfg(test)]
mod tests;
