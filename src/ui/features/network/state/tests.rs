//! The numbers of a network as they are typed.

use super::*;
use crate::model::{General, InputId};
use crate::scenario::link::Address;
use crate::ui::features::certainty::state::Uncertain;
use crate::ui::features::scenarios::state::Manage;

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
        assert_eq!((state.workspace.network.counts[0], state.workspace.network.inhabitants), (1000, None));
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
    assert!(state.workspace.network.correlated);
    state.act(Action::Undo);
    assert!(!state.workspace.network.correlated);
}

/// The brochure stands beside what the user has, which stays shown, with
/// what is being typed.
#[test]
fn the_national_case_is_one_step_and_takes_nothing_away() {
    let mut plain = state();
    plain.act(Networking::National.into());
    assert_eq!((plain.workspace.network.counts.as_slice(), is_national(&plain.workspace)), (&[31][..], true));

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
    // It is said where it was asked for, until there is room.
    assert!(state.notice.is_none() && state.is_without_national());
    state.act(Action::Undo);
    assert!(!state.is_without_national());
    state.act(Action::Redo);
    assert!(state.is_without_national());
    state.act(Manage::Add(Preset::Gunstig).into());
    assert!(state.notice.is_some() && !state.is_without_national());
}
