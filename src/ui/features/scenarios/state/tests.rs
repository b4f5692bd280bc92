use super::*;
use crate::model::{General, InputId};
use crate::scenario::MOST_CHARACTERS;
use crate::scenario::link::Address;

const FTE: InputId = InputId::General(General::Fte);

fn state() -> State {
    State::at(&Address { view: String::new(), scenario: None })
}

fn act(state: &mut State, what: Manage) {
    state.act(Action::Scenarios(what));
}

fn said(state: &State) -> Option<Said> {
    state.beside().said.clone()
}

#[test]
fn every_change_of_the_list_is_one_step() {
    let begin = || {
        let mut state = state();
        act(&mut state, Manage::Add(Preset::Gunstig));
        act(&mut state, Manage::Add(Preset::Voorzichtig));
        act(&mut state, Manage::Show(1));
        state.act(Action::Type(FTE, "4".into()));
        state
    };
    for what in [
        Manage::Add(Preset::Brochure),
        Manage::Duplicate,
        Manage::Remove,
        Manage::Move(true),
        Manage::Move(false),
        Manage::Refer,
        Manage::Erased,
    ] {
        let mut state = begin();
        let before = state.workspace.clone();
        act(&mut state, what.clone());
        let after = state.workspace.clone();
        assert_ne!(before, after, "{what:?}");
        state.act(Action::Undo);
        assert_eq!(state.workspace, before, "{what:?}");
        assert_eq!(*state.outcome, crate::model::evaluate(&state.scenario().inputs()));
        state.act(Action::Redo);
        assert_eq!(state.workspace, after, "{what:?}");
    }
}

#[test]
fn each_has_its_own_figures_and_undo_shows_what_it_undoes() {
    let mut state = state();
    state.act(Action::Type(FTE, "4".into()));
    act(&mut state, Manage::Duplicate);
    state.act(Action::Type(FTE, "5".into()));
    assert_eq!(state.labels(), ["Brochure, aangepast", "Kopie van Brochure, aangepast"]);
    act(&mut state, Manage::Show(0));
    assert_eq!(state.inputs.get(FTE), 4.0);
    // To look is no step: the last one was in the copy, which is shown then.
    state.act(Action::Undo);
    assert_eq!((state.workspace.shown, state.inputs.get(FTE)), (1, 4.0));
    // And forward again is how it was.
    state.act(Action::Redo);
    assert_eq!((state.workspace.shown, state.inputs.get(FTE)), (0, 4.0));
    assert_eq!(state.workspace.scenarios[1].inputs().get(FTE), 5.0);
}

#[test]
fn a_text_that_is_no_good_comes_back_with_undo() {
    let mut state = state();
    act(&mut state, Manage::Add(Preset::Gunstig));
    state.act(Action::Type(FTE, "vier".into()));
    act(&mut state, Manage::Show(0));
    assert_eq!(state.problems().count(), 0);
    assert_eq!(said(&state), Some(Said::Told(Told::Texts("Gunstig".into()))));
    state.act(Action::Undo);
    assert_eq!((state.workspace.shown, state.drafts[&FTE].text.as_str()), (1, "vier"));
}

#[test]
fn twelve_is_the_most_and_that_is_said() {
    let mut state = state();
    for _ in 1..12 {
        act(&mut state, Manage::Duplicate);
    }
    let before = state.workspace.clone();
    let all = state.labels();
    let mut unique = all.clone();
    unique.sort();
    unique.dedup();
    assert_eq!((all.len(), unique.len()), (12, 12), "{all:?}");
    for what in [Manage::Duplicate, Manage::Add(Preset::Gunstig)] {
        act(&mut state, what);
        assert_eq!(state.workspace, before);
        assert_eq!(said(&state), Some(Said::Trouble(Trouble::NoRoom(13))));
    }
}

#[test]
fn copies_of_copies_are_numbered() {
    let mut state = state();
    state.act(Action::Name("Ons".into()));
    for _ in 0..3 {
        act(&mut state, Manage::Duplicate);
    }
    assert_eq!(state.labels(), ["Ons", "Kopie van Ons", "Kopie 2 van Ons", "Kopie 3 van Ons"]);
    // The first number that is free.
    act(&mut state, Manage::Show(2));
    act(&mut state, Manage::Remove);
    act(&mut state, Manage::Duplicate);
    assert!(state.labels().contains(&"Kopie 2 van Ons".to_owned()), "{:?}", state.labels());
}

#[test]
fn copies_of_the_longest_name_are_told_apart() {
    let mut state = state();
    state.act(Action::Name("é".repeat(MOST_CHARACTERS)));
    act(&mut state, Manage::Duplicate);
    act(&mut state, Manage::Duplicate);
    let names: Vec<&str> = state.workspace.scenarios.iter().map(|one| one.name.as_str()).collect();
    assert!(names[1].starts_with("Kopie van é") && names[2].starts_with("Kopie 2 van é"), "{names:?}");
    assert!(names.iter().all(|name| name.chars().count() == MOST_CHARACTERS), "{names:?}");
}

#[test]
fn two_of_one_name_are_told_apart() {
    let mut state = state();
    for name in ["Ons", "Ons"] {
        state.act(Action::Name(name.into()));
        act(&mut state, Manage::Add(Preset::Gunstig));
    }
    assert_eq!(state.labels(), ["Ons", "Ons (2)", "Gunstig"]);
    // A name as long as it may be leaves room for the number.
    state.act(Action::Name("é".repeat(MOST_CHARACTERS)));
    act(&mut state, Manage::Duplicate);
    act(&mut state, Manage::Duplicate);
    assert!(state.workspace.scenarios.iter().all(|one| one.name.chars().count() <= MOST_CHARACTERS));
    assert_eq!(Ok(()), Scenario::parse(&state.scenario().to_json()).map(|_| ()));
}

#[test]
fn a_chance_is_kept_as_long_as_its_figures_are_there() {
    let mut state = state();
    let key = chance_key(state.scenario());
    let spread = Spread {
        mean: -1.0,
        sd: 2.0,
        quantiles: [-4.0, -2.0, -1.0, 0.0, 2.0],
        positive: 0.25,
        below_deterministic: 0.5,
        low: -5.0,
        high: 3.0,
        counts: vec![1.0],
    };
    act(&mut state, Manage::Chances(vec![(key.clone(), Some(spread))]));
    state.act(Action::Name("Ons".into()));
    assert_eq!(chance_key(state.scenario()), key, "a name moves nothing");
    state.act(Action::Type(FTE, "4".into()));
    let other = chance_key(state.scenario());
    assert_ne!(other, key);
    // That of figures that are gone came too late.
    let found = vec![(other.clone(), None), (key, None)];
    act(&mut state, Manage::Chances(found));
    assert_eq!(state.beside().chances, [(other, None)]);
}
