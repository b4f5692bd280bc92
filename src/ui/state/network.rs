//! How the scenarios make up a network of initiatives: its numbers as they are
//! typed, the choice of luck, and the brochure's national case.

use super::own::along;
use super::ranges::Setting;
use super::scenarios::Trouble;
use super::{Action, Draft, Editing, State, Workspace};
use crate::model::Preset;
use crate::scenario::Scenario;
use crate::scenario::several::Network;
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
            Number::Count(_) => (0.0, Network::MOST),
            Number::Inhabitants => Network::PEOPLE,
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
        Action::Scenarios(super::scenarios::Manage::Network(what))
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

impl State {
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

    pub(super) fn try_network(&mut self, number: Number, value: f64) -> Result<(), String> {
        let words = self.text();
        let (low, high) = number.limits();
        let shown = |value| words.notation.number(value, 0);
        let inside = (low..=high).contains(&value);
        let mut network = self.workspace.network.clone();
        match number {
            Number::Count(place) => {
                let count = network.counts.get_mut(place).filter(|_| inside && value.fract() == 0.0);
                let Some(count) = count else {
                    return Err((words.uncertainty().not_whole)(&shown(low), &shown(high)));
                };
                *count = value as u32;
            }
            Number::Inhabitants if inside => network.inhabitants = Some(value),
            Number::Inhabitants => {
                let allowed = (words.sentences.limits)(&shown(low), &shown(high));
                return Err((words.plan().out_of_limits)(&allowed, false));
            }
        }
        self.commit_network(network, Some(Editing::Setting(Setting::Network(number))));
        Ok(())
    }

    /// The field of the inhabitants is empty: none are given.
    pub(super) fn without_inhabitants(&mut self, text: String) {
        let setting = Setting::Network(Number::Inhabitants);
        let network = Network { inhabitants: None, ..self.workspace.network.clone() };
        self.commit_network(network, Some(Editing::Setting(setting)));
        self.settings.insert(setting, Draft { text, problem: None, note: None });
    }

    fn commit_network(&mut self, network: Network, editing: Option<Editing>) {
        if network != self.workspace.network {
            self.begin_step(editing);
            self.show(Rc::new(Workspace { network, ..(*self.workspace).clone() }));
        }
    }

    pub(super) fn act_network(&mut self, what: Networking) {
        match what {
            Networking::Together(together) => {
                let network = Network { together, ..self.workspace.network.clone() };
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
                return self.warn(Trouble::NoRoom(workspace.scenarios.len() + 1));
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
    pub(super) fn swap_numbers(&mut self, one: usize, other: usize) {
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
mod tests {
    use super::*;
    use crate::link::Address;
    use crate::model::{General, InputId};
    use crate::ui::state::ranges::Uncertain;
    use crate::ui::state::scenarios::Manage;

    fn state() -> State {
        State::at(&Address { view: String::new(), scenario: None })
    }

    fn typed(state: &mut State, number: Number, text: &str) {
        state.act(Action::Uncertain(Uncertain::Type(Setting::Network(number), text.into())));
    }

    fn draft(state: &State, number: Number) -> Option<Draft> {
        state.settings.get(&Setting::Network(number)).cloned()
    }

    fn changed() -> State {
        let mut state = state();
        state.act(Action::Type(InputId::General(General::Fte), "4".into()));
        state
    }

    #[test]
    fn a_number_applies_at_once_and_a_bad_one_keeps_the_last_good_one() {
        let mut state = state();
        typed(&mut state, Number::Count(0), "1.000");
        assert_eq!(state.workspace.network.counts, [1000]);
        for (number, bad, part) in [
            (Number::Count(0), "10.001", "10.000"),
            (Number::Count(0), "2,5", "heel getal"),
            (Number::Count(0), "-1", "0 tot en met"),
            (Number::Count(0), "veel", "getal"),
            (Number::Count(0), "", "10.000"),
            (Number::Inhabitants, "0", "1.000.000.000"),
            (Number::Inhabitants, "veel", "getal"),
        ] {
            typed(&mut state, number, bad);
            let Draft { text, problem, .. } = draft(&state, number).unwrap();
            assert_eq!(text, bad);
            let problem = problem.unwrap();
            assert!(problem.contains(part), "{bad}: {problem}");
            assert_eq!(
                (state.workspace.network.counts[0], state.workspace.network.inhabitants),
                (1000, None)
            );
        }
        state.act(Action::Undo);
        state.act(Action::Undo);
        assert_eq!((state.workspace.network.counts[0], draft(&state, Number::Count(0))), (0, None));
    }

    #[test]
    fn inhabitants_may_be_left_out() {
        let mut state = state();
        typed(&mut state, Number::Inhabitants, "25.000");
        assert_eq!(state.workspace.network.inhabitants, Some(25_000.0));
        typed(&mut state, Number::Inhabitants, " ");
        assert_eq!((state.workspace.network.inhabitants, state.has_bad_number()), (None, false));
        state.act(Action::Left);
        state.act(Networking::Together(true).into());
        assert!(state.workspace.network.together);
        state.act(Action::Undo);
        assert!(!state.workspace.network.together);
    }

    /// The brochure stands beside what the user has, which stays shown, with
    /// what is being typed.
    #[test]
    fn the_national_case_is_one_step_and_takes_nothing_away() {
        let mut plain = state();
        plain.act(Networking::National.into());
        assert_eq!(
            (plain.workspace.network.counts.as_slice(), is_national(&plain.workspace)),
            (&[31][..], true)
        );

        let mut state = changed();
        typed(&mut state, Number::Count(0), "3x");
        let fte = InputId::General(General::Fte);
        state.act(Action::Type(fte, "4x".into()));
        let before = state.workspace.clone();
        state.act(Networking::National.into());
        assert!(is_national(&state.workspace));
        assert_eq!((state.workspace.network.counts.as_slice(), state.workspace.shown), (&[0, 31][..], 0));
        assert_eq!((state.drafts[&fte].text.as_str(), draft(&state, Number::Count(0))), ("4x", None));
        state.act(Action::Undo);
        assert_eq!(state.workspace, before);
        assert_eq!(draft(&state, Number::Count(0)).unwrap().text, "3x");
        // Another number of them is another case.
        typed(&mut plain, Number::Count(0), "32");
        assert!(!is_national(&plain.workspace));
    }

    #[test]
    fn a_bad_text_stays_with_its_scenario() {
        let mut state = changed();
        state.act(Manage::Duplicate.into());
        typed(&mut state, Number::Count(1), "drie");
        state.act(Manage::Show(0).into());
        assert_eq!(draft(&state, Number::Count(1)).unwrap().text, "drie");
        state.act(Manage::Move(false).into());
        assert_eq!(draft(&state, Number::Count(0)).unwrap().text, "drie");
        assert_eq!(draft(&state, Number::Count(1)), None);
        state.act(Manage::Remove.into());
        state.act(Action::Undo);
        assert_eq!(draft(&state, Number::Count(0)).unwrap().text, "drie");
    }

    #[test]
    fn there_is_no_room_for_a_thirteenth() {
        let mut state = changed();
        for _ in 1..12 {
            state.act(Manage::Duplicate.into());
        }
        let before = state.workspace.clone();
        state.act(Networking::National.into());
        assert_eq!(state.workspace, before);
        assert!(state.notice.is_some());
    }
}
