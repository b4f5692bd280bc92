use super::*;
use crate::scenario::link::Address;
use crate::ui::state::{ViewAction, WorkspaceAction};

fn state(json: &str) -> State {
    let scenario = Scenario::parse(json).unwrap();
    State::from_address(&Address::of_scenario("wat-als", scenario))
}

fn view(state: &mut State, action: WhatIfAction) {
    state.apply(ViewAction::WhatIf(action).into());
}

fn change(state: &mut State, change: WhatIfChange) {
    state.apply(WorkspaceAction::WhatIf(change).into());
}

#[test]
fn nothing_is_kept_before_it_is_taken_over_and_that_is_one_step() {
    let mut state = state("{}");
    let before = state.scenario().clone();
    view(&mut state, WhatIfAction::Ask(WhatIfQuestion::Deadweight));
    view(&mut state, WhatIfAction::Set(0.25));
    assert_eq!(*state.scenario(), before);
    let figures = state.what_if_figures(WhatIfQuestion::Deadweight).unwrap();
    change(&mut state, WhatIfChange::TakeOver);
    assert_eq!(state.workspace.outcome.total.savings.euros(), 0.75 * 154_000.0);
    assert_eq!(figures.then.covered, 116_000.0);
    state.apply(WorkspaceAction::Undo.into());
    assert_eq!(*state.scenario(), before);
    assert!(!state.workspace.can_undo());
}

#[test]
fn what_is_added_beside_is_not_shown_and_has_a_name() {
    let mut state = state(r#"{"name":"De Brug"}"#);
    view(&mut state, WhatIfAction::Ask(WhatIfQuestion::NoEffect));
    change(&mut state, WhatIfChange::AddBeside);
    let workspace = &state.workspace.current;
    assert_eq!((workspace.scenarios.len(), workspace.shown), (2, 0));
    assert_eq!(workspace.scenarios[1].name, "Zonder effect");
    state.apply(WorkspaceAction::Undo.into());
    assert_eq!(state.workspace.current.scenarios.len(), 1);
}

#[test]
fn a_setting_that_the_question_no_longer_has_becomes_one_that_it_has() {
    let mut state = state(r#"{"values":{"bezoekers":300}}"#);
    view(&mut state, WhatIfAction::Ask(WhatIfQuestion::FewerVisitors));
    view(&mut state, WhatIfAction::Set(250.0));
    assert_eq!(state.what_if_setting(WhatIfQuestion::FewerVisitors), 250.0);
    state.set_input(crate::model::InputId::General(crate::model::General::Bezoekers), 41.0);
    assert_eq!(state.what_if_setting(WhatIfQuestion::FewerVisitors), 40.0);
    let mut none = self::state(r#"{"counted":{"uitkeringen":false,"dagbesteding":false}}"#);
    view(&mut none, WhatIfAction::Ask(WhatIfQuestion::DoubleCounting));
    change(&mut none, WhatIfChange::TakeOver);
    assert!(!none.workspace.can_undo());
}

#[test]
fn what_changes_nothing_is_no_step_and_says_nothing() {
    let mut state = state(r#"{"values":{"uitkeringen.autonoom":0.5,"dagbesteding.autonoom":0.5}}"#);
    view(&mut state, WhatIfAction::Ask(WhatIfQuestion::Deadweight));
    change(&mut state, WhatIfChange::TakeOver);
    assert!(!state.workspace.can_undo() && state.view.notice.is_none());
}

#[test]
fn what_was_taken_over_does_not_count_twice_and_is_said_of_its_question_only() {
    let mut state = state("{}");
    view(&mut state, WhatIfAction::Ask(WhatIfQuestion::OwnEstimates));
    change(&mut state, WhatIfChange::TakeOver);
    let figures = state.what_if_figures(WhatIfQuestion::OwnEstimates).unwrap();
    assert_eq!((figures.now, figures.then.covered), (figures.then, 77_000.0));
    assert!(state.view.notice.is_some());
    view(&mut state, WhatIfAction::Ask(WhatIfQuestion::NoEffect));
    assert!(state.view.notice.is_none());
}

#[test]
fn what_was_set_for_one_scenario_is_not_set_for_another() {
    let mut state = state("{}");
    view(&mut state, WhatIfAction::Ask(WhatIfQuestion::DoubleCounting));
    view(&mut state, WhatIfAction::Set(1.0));
    change(&mut state, WhatIfChange::AddBeside);
    state.apply(crate::ui::features::scenarios::state::ScenarioAction::Show(1).into());
    assert_eq!(state.what_if_setting(WhatIfQuestion::DoubleCounting), 0.0);
}
