//! A plan as it is made, typed and undone.

use super::*;
use crate::model::{InputId, price};
use crate::scenario::link::Address;
use crate::ui::features::certainty::state::Uncertain;
use crate::ui::state::{Action, Notice};

fn state() -> State {
    let mut state = State::at(&Address { view: String::new(), scenario: None });
    state.act(Action::Plan(Planning::Begin));
    state
}

fn act(state: &mut State, what: Planning) {
    state.act(Action::Plan(what));
}

fn typed(state: &mut State, place: usize, entry: Entry, text: &str) {
    state.act(Action::Uncertain(Uncertain::Type(Setting::Plan(place, entry), text.into())));
}

fn uncovered(state: &State) -> Vec<f64> {
    let years = &state.outcome.financing.as_ref().unwrap().years;
    years.iter().map(|year| year.uncovered.euros()).collect()
}

#[test]
fn it_begins_with_the_shares_and_leaves_every_figure() {
    let mut state = State::at(&Address { view: String::new(), scenario: None });
    for (id, share) in [(General::FinancieringGemeente, "60"), (General::FinancieringRijk, "10")] {
        state.act(Action::Type(InputId::General(id), share.into()));
    }
    let before = state.outcome.clone();
    act(&mut state, Planning::Begin);
    let labels: Vec<&str> = state.inputs.plan.iter().map(|funder| funder.label.as_str()).collect();
    assert_eq!(labels, ["Gemeente", "Rijk", "Overig"]);
    assert_eq!(state.outcome.parties, before.parties);
    assert_eq!(uncovered(&state), [0.0; 4]);
    assert_eq!(state.changes(), 3);
    act(&mut state, Planning::Drop);
    assert_eq!(state.outcome, before);
}

#[test]
fn a_funder_is_typed_moved_removed_and_undone() {
    let mut state = state();
    act(&mut state, Planning::ByShare(0, false));
    typed(&mut state, 0, Entry::Amount, "200.000");
    act(&mut state, Planning::Add);
    typed(&mut state, 1, Entry::Amount, "100.000");
    act(&mut state, Planning::Label(1, "Fonds Y".into()));
    act(&mut state, Planning::Temporary(1, true));
    typed(&mut state, 1, Entry::Until, "2");
    assert_eq!(uncovered(&state), [0.0, 0.0, 100_000.0, 100_000.0]);
    // What is no good waits with its funder, and comes back with undo.
    typed(&mut state, 1, Entry::Amount, "veel");
    assert_eq!(uncovered(&state), [0.0, 0.0, 100_000.0, 100_000.0]);
    act(&mut state, Planning::Move(1, true));
    assert_eq!(state.settings[&Setting::Plan(0, Entry::Amount)].text, "veel");
    act(&mut state, Planning::Remove(0));
    assert_eq!(state.settings[&Setting::Plan(0, Entry::Amount)].text, "200.000");
    state.act(Action::Undo);
    assert_eq!(state.settings[&Setting::Plan(0, Entry::Amount)].text, "veel");
    assert_eq!(state.inputs.plan[0].label, "Fonds Y");
    let scenario = state.scenario().clone();
    assert_eq!(Scenario::parse(&scenario.to_json()), Ok(scenario));
}

/// Also of funders that look alike, and after undo.
#[test]
fn a_key_stays_with_its_funder() {
    let mut state = state();
    (0..3).for_each(|_| act(&mut state, Planning::Add));
    assert_eq!(*state.funders(), [0, 1, 2, 3]);
    act(&mut state, Planning::Move(3, true));
    act(&mut state, Planning::Remove(0));
    assert_eq!(*state.funders(), [1, 3, 2]);
    act(&mut state, Planning::Add);
    typed(&mut state, 3, Entry::Amount, "5");
    assert_eq!(*state.funders(), [1, 3, 2, 4]);
    // Two that are equal changing places is no step.
    for expected in [vec![1, 3, 2, 4], vec![1, 3, 2], vec![0, 1, 3, 2], vec![0, 1, 2]] {
        state.act(Action::Undo);
        assert_eq!(*state.funders(), expected);
    }
    act(&mut state, Planning::Drop);
    act(&mut state, Planning::Begin);
    assert_eq!(*state.funders(), [0]);
}

#[test]
fn limits_are_named_beside_the_field() {
    let mut state = state();
    for (entry, bad, allowed) in
        [(Entry::Share, "101", "100%"), (Entry::Until, "2,5", "20"), (Entry::Amount, "-1", "1.000.000.000")]
    {
        typed(&mut state, 0, entry, bad);
        let problem = state.settings[&Setting::Plan(0, entry)].problem.clone().unwrap();
        assert!(problem.contains(allowed), "{problem}");
    }
    assert_eq!(state.inputs.plan[0].pays, FunderContribution::Share(Share::ALL));
    for _ in 0..30 {
        act(&mut state, Planning::Add);
    }
    assert_eq!(state.inputs.plan.len(), MOST_FUNDERS);
    act(&mut state, Planning::Remove(99));
    act(&mut state, Planning::Move(0, true));
    act(&mut state, Planning::Party(99, Party::Rijk));
    assert_eq!(state.inputs.plan.len(), MOST_FUNDERS);
}

#[test]
fn amounts_follow_the_price_year() {
    let mut state = state();
    act(&mut state, Planning::ByShare(0, false));
    state.act(Action::Type(InputId::General(General::Prijspeil), "2025".into()));
    let FunderContribution::Amount(amount) = state.inputs.plan[0].pays else { panic!() };
    assert!((amount.euros() - 300_000.0 * price::factor(2025)).abs() < 1e-6);
    assert!(matches!(state.notice, Some(Notice::Converted { amounts: 1, .. })));
    assert!(uncovered(&state).iter().all(|euros| *euros == 0.0));
}
