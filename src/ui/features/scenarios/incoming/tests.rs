use super::*;
use crate::model::{General, InputId, Preset};
use crate::scenario::stored_format;
use crate::ui::features::scenarios::state::{Manage, Said};
use crate::ui::state::Action;

const FTE: InputId = InputId::General(General::Fte);

fn at(scenario: Option<Result<Scenario, LinkProblem>>) -> (State, Address) {
    let address = Address { view: "rekenen".into(), scenario };
    (State::at(&address), address)
}

fn named(name: &str) -> Scenario {
    Scenario { name: name.to_owned(), ..Scenario::new(Preset::Gunstig) }
}

/// As many as there are letters.
fn several(names: &str) -> Workspace {
    let mut all = Workspace::single(named(&names[..1]));
    names[1..].chars().for_each(|name| all.add(named(&name.to_string())));
    all
}

fn text(all: &Workspace) -> String {
    stored_format::write(&all.to_json())
}

/// What the notice says, where it is about scenarios.
fn said(state: &State) -> Option<Said> {
    let ours = matches!(state.notice, Some(Notice::Told | Notice::Trouble));
    state.beside().said.clone().filter(|_| ours)
}

fn names(state: &State) -> String {
    state.workspace.scenarios.iter().map(|one| one.name.as_str()).collect()
}

fn recalled(scenario: Option<Result<Scenario, LinkProblem>>, kept: &str) -> State {
    let (mut state, address) = at(scenario);
    state.recall(&address, Ok(several(kept)));
    state
}

#[test]
fn what_was_kept_comes_back_and_is_said() {
    let state = recalled(None, "abc");
    assert_eq!((names(&state).as_str(), state.workspace.shown), ("abc", 2));
    assert_eq!(said(&state), Some(Said::Told(Told::Back)));
    assert!(!state.can_undo());
    // The page's own address after a reload says nothing new.
    let state = recalled(Some(Ok(named("b"))), "abc");
    assert_eq!((names(&state).as_str(), state.workspace.shown, state.notice), ("abc", 1, None));
}

#[test]
fn a_link_stands_beside_what_was_kept() {
    let mut state = recalled(Some(Ok(named("x"))), "ab");
    assert_eq!((names(&state).as_str(), state.workspace.shown), ("abx", 2));
    assert_eq!(said(&state), Some(Said::Told(Told::Link("x".into()))));
    state.act(Action::Undo);
    assert_eq!(names(&state), "ab");
    let state = recalled(Some(Err(LinkProblem::Damaged)), "ab");
    assert_eq!(names(&state), "ab");
    assert_eq!(state.notice, Some(Notice::Link(LinkProblem::Damaged)));
}

#[test]
fn beside_twelve_a_link_stands_apart() {
    let state = recalled(Some(Ok(named("x"))), "abcdefghijkl");
    assert_eq!(names(&state), "x");
    assert_eq!(state.beside().unkept, Some(Unkept::Apart));
    assert_eq!(said(&state), Some(Said::Trouble(Trouble::Apart)));
    // In a page that is there it is refused, and nothing changes.
    let mut state = recalled(None, "abcdefghijkl");
    let before = state.workspace.clone();
    state.act(Manage::Link(link::fragment("rekenen", &named("y"))).into());
    assert_eq!(state.workspace, before);
    assert_eq!(said(&state), Some(Said::Trouble(Trouble::NoRoom(13))));
}

#[test]
fn what_cannot_be_read_shows_the_brochure_and_says_so() {
    for problem in [LinkProblem::Damaged, LinkProblem::Newer, LinkProblem::Invalid(vec![])] {
        let (mut state, address) = at(None);
        state.recall(&address, Err(problem.clone()));
        assert!(state.workspace.is_untouched());
        assert_eq!(said(&state), Some(Said::Trouble(Trouble::Kept(problem))));
    }
}

#[test]
fn a_file_never_replaces_what_is_there() {
    let (mut state, _) = at(None);
    state.act(Action::Open(named("a").to_json()));
    assert_eq!(names(&state), "a");
    state.act(Action::Open(named("b").to_json()));
    assert_eq!((names(&state).as_str(), state.workspace.shown), ("ab", 1));
    state.act(Action::Open(several("bxy").to_json()));
    assert_eq!(names(&state), "abxy");
    assert_eq!(said(&state), Some(Said::Told(Told::Several(3))));
    let before = state.workspace.clone();
    state.act(Action::Open(several("klmnopqrs").to_json()));
    assert_eq!(state.workspace, before);
    assert_eq!(said(&state), Some(Said::Trouble(Trouble::NoRoom(13))));
    state.act(Action::Open(r#"{"scenarios":[{"fte":1}]}"#.into()));
    assert!(matches!(state.notice, Some(Notice::File(_))));
}

#[test]
fn another_window_is_followed_and_can_be_undone() {
    let mut state = recalled(None, "ab");
    state.act(Manage::Show(0).into());
    let hear = |state: &mut State, all: &Workspace| {
        state.act(Manage::Elsewhere(Some(text(all))).into());
    };
    // Another one changed there: what is shown here stays, without a word.
    let mut theirs = several("ab");
    theirs.scenarios[1].values.insert(FTE, 4.0);
    state.notice = None;
    hear(&mut state, &theirs);
    assert_eq!((state.workspace.shown, said(&state)), (0, None));
    assert_eq!(state.workspace.scenarios, theirs.scenarios);
    // What is shown here changed there.
    theirs.scenarios[0].values.insert(FTE, 5.0);
    hear(&mut state, &theirs);
    assert_eq!((state.inputs.get(FTE), state.workspace.shown), (5.0, 0));
    assert_eq!(said(&state), Some(Said::Told(Told::Elsewhere)));
    assert_eq!(state.beside().adopted, state.changed);
    state.act(Action::Undo);
    assert_eq!(state.workspace.scenarios, several("ab").scenarios);
    // What is erased there stays here.
    state.act(Manage::Elsewhere(None).into());
    assert_eq!((names(&state).as_str(), said(&state)), ("ab", Some(Said::Trouble(Trouble::ErasedElsewhere))));
    // What a newer version keeps is left alone.
    state.act(Manage::Elsewhere(Some("2.x.y".into())).into());
    assert_eq!((names(&state).as_str(), state.beside().unkept), ("ab", Some(Unkept::Newer)));
}

#[test]
fn what_two_windows_kept_is_united() {
    let mut state = recalled(None, "ab");
    state.act(Manage::Unite(text(&several("bc"))).into());
    assert_eq!(names(&state), "bca");
    assert_eq!(said(&state), Some(Said::Told(Told::United)));
    state.act(Manage::Unite(text(&several("mnopqrstuv"))).into());
    assert_eq!((names(&state).as_str(), state.beside().unkept), ("bca", Some(Unkept::Crowded)));
    assert_eq!(said(&state), Some(Said::Trouble(Trouble::Crowded(13))));
    // With fewer here there is room again.
    state.act(Manage::Remove.into());
    state.act(Manage::Unite(text(&several("mnopqrstuv"))).into());
    assert_eq!((state.workspace.scenarios.len(), state.beside().unkept), (12, None));
}
