//! How the scenarios make up a network of initiatives: its numbers as they are
//! typed, the choice of network_distribution, and the brochure's national case.

use crate::model::Preset;
use crate::scenario::Scenario;
use crate::scenario::workspace::NetworkComposition;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::own_lines::state::along;
use crate::ui::features::scenarios::state::{Said, Trouble};
use crate::ui::state::{Action, Draft, Editing, State, Workspace};
use std::rc::Rc;

/// A number of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Number {
    /// How many initiatives there are of the scenario at this place.
    Count(usize),
    /// People who live in the region; may be left out.
    Inhabitants,
}

impl Number {
    /// The numbers that it accepts.
    pub fn limits(self) -> (f64, f64) {
        match self {
            Number::Count(_) => (0.0, NetworkComposition::MOST),
            Number::Inhabitants => NetworkComposition::PEOPLE,
        }
    }
}

/// Something else that happens to the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Networking {
    /// Whether all initiatives are lucky or unlucky at once.
    Together(bool),
    /// It becomes the brochure's national case.
    National,
}

impl From<Networking> for Action {
    fn from(what: Networking) -> Action {
        Action::Scenarios(crate::ui::features::scenarios::state::Manage::Network(what))
    }
}

/// How many initiatives there are in the Netherlands (brochure, early 2017).
pub const NATIONAL: u32 = 31;

/// Whether this is the brochure's initiative, whatever it is called.
fn is_brochure(scenario: &Scenario) -> bool {
    let plain = Scenario { name: String::new(), meta: None, ..scenario.clone() };
    plain == Scenario::new(Preset::Brochure)
}

/// Whether the network of these scenarios is the brochure's national case.
pub fn is_national(workspace: &Workspace) -> bool {
    let counts = &workspace.network.counts;
    let mut there = counts.iter().zip(&workspace.scenarios).filter(|(count, _)| **count > 0);
    matches!((there.next(), there.next()), (Some((&NATIONAL, of)), None) if is_brochure(of))
}

/// Whether there is no room for the brochure's national case.
fn is_crowded(workspace: &Workspace) -> bool {
    workspace.is_full() && !workspace.scenarios.iter().any(is_brochure)
}

impl State {
    /// Whether the national case was asked for, and there still is no room.
    pub fn is_without_national(&self) -> bool {
        let refused = matches!(self.beside().said, Some(Said::Trouble(Trouble::NoNational(_))));
        refused && is_crowded(&self.workspace)
    }

    /// A number of the network; none where none is given.
    pub fn network_number(&self, number: Number) -> Option<f64> {
        let network = &self.workspace.network;
        match number {
            Number::Count(place) => network.counts.get(place).copied().map(f64::from),
            Number::Inhabitants => network.inhabitants,
        }
    }

    /// Whether the text of a number of the network is no good.
    pub fn has_bad_number(&self) -> bool {
        let bad = |(setting, draft): (&Setting, &Draft)| {
            matches!(setting, Setting::Network(_)) && draft.problem.is_some()
        };
        self.settings.iter().any(bad)
    }

    pub(crate) fn try_network(&mut self, number: Number, value: f64) -> Result<(), String> {
        let words = self.text();
        let (low, high) = number.limits();
        let shown = |value| words.notation.number(value, 0);
        let inside = (low..=high).contains(&value);
        let mut network = self.workspace.network.clone();
        match number {
            Number::Count(place) => {
                let count = network.counts.get_mut(place).filter(|_| inside && value.fract() == 0.0);
                let Some(count) = count else {
                    return Err((words.uncertainty.not_whole)(&shown(low), &shown(high)));
                };
                *count = value as u32;
            }
            Number::Inhabitants if inside => network.inhabitants = Some(value),
            Number::Inhabitants => {
                let allowed = (words.sentences.limits)(&shown(low), &shown(high));
                return Err((words.financing.out_of_limits)(&allowed, false));
            }
        }
        self.commit_network(network, Some(Editing::Setting(Setting::Network(number))));
        Ok(())
    }

    /// The field of the inhabitants is empty: none are given.
    pub(crate) fn without_inhabitants(&mut self, text: String) {
        let setting = Setting::Network(Number::Inhabitants);
        let network = NetworkComposition { inhabitants: None, ..self.workspace.network.clone() };
        self.commit_network(network, Some(Editing::Setting(setting)));
        self.settings.insert(setting, Draft { text, problem: None, note: None });
    }

    fn commit_network(&mut self, network: NetworkComposition, editing: Option<Editing>) {
        if network != self.workspace.network {
            self.begin_step(editing);
            self.show(Rc::new(Workspace { network, ..(*self.workspace).clone() }));
        }
    }

    pub(crate) fn act_network(&mut self, what: Networking) {
        match what {
            Networking::Together(together) => {
                let network = NetworkComposition { correlated: together, ..self.workspace.network.clone() };
                self.commit_network(network, None);
            }
            Networking::National => self.make_national(),
        }
    }

    /// So many initiatives of the brochure, and none of the others. Where no
    /// scenario has its figures, one is put beside the one that is shown.
    fn make_national(&mut self) {
        let mut workspace = (*self.workspace).clone();
        let there = workspace.scenarios.iter().position(is_brochure);
        let place = match there {
            Some(place) => place,
            None if workspace.is_full() => {
                let trouble = Trouble::NoNational(workspace.scenarios.len() + 1);
                self.notice = None;
                return self.know(|beside| beside.said = Some(Said::Trouble(trouble)));
            }
            None => {
                let name = self.free_name((self.text().preset)(Preset::Brochure).0);
                workspace.add(Scenario { name, ..Scenario::new(Preset::Brochure) });
                workspace.shown -= 1;
                workspace.shown + 1
            }
        };
        workspace.network.counts.fill(0);
        workspace.network.counts[place] = NATIONAL;
        if workspace != *self.workspace || self.has_bad_number() {
            self.commit_list(workspace);
        }
        self.settings.retain(|setting, _| !matches!(setting, Setting::Network(Number::Count(_))));
    }

    /// What is being typed goes along with two scenarios that change places.
    pub(crate) fn swap_numbers(&mut self, one: usize, other: usize) {
        self.settings = along(&self.settings, |setting| match setting {
            Setting::Network(Number::Count(place)) if place == one => {
                Some(Setting::Network(Number::Count(other)))
            }
            Setting::Network(Number::Count(place)) if place == other => {
                Some(Setting::Network(Number::Count(one)))
            }
            same => Some(same),
        });
    }
}

#[cfg(test)]
mod tests;
