use super::*;
use crate::model::{General, LineField};
use crate::scenario::link::Address;
use crate::ui::features::certainty::state::{Refusal, Rest, Uncertain};
use crate::ui::state::Action;
use crate::uncertainty::SimulationSummary;
use std::rc::Rc;

const DAG: InputId = InputId::Line(Line::Dagbesteding, LineField::Aantal);

fn state() -> State {
    State::at(&Address { view: "onzekerheid".into(), scenario: None })
}

fn act(state: &mut State, what: Uncertain) {
    state.act(Action::Uncertain(what));
}

fn typed(state: &mut State, setting: Setting, text: &str) {
    act(state, Uncertain::Type(setting, text.into()));
}

fn simulated(asked: u32) -> Rc<SimulationSummary> {
    let packed = crate::api::Answers::default().answer("{}", 1000).unwrap();
    Rc::new(SimulationSummary::unpack(asked, &packed.numbers, &packed.names).unwrap())
}

#[test]
fn a_range_is_typed_undone_and_reset() {
    let mut state = state();
    let usual = state.set_range(DAG);
    for text in ["1", "12"] {
        typed(&mut state, Setting::Low(DAG), text);
    }
    assert_eq!(state.inputs.range(DAG), Range { shape: Shape::Pert, low: 12.0, high: usual.high });
    assert_eq!(state.scenario().ranges.len(), 1);
    state.act(Action::Undo);
    assert_eq!(state.inputs.range(DAG), usual);
    state.act(Action::Redo);
    act(&mut state, Uncertain::Reset(DAG));
    assert!(!state.has_own_range(DAG));
}

#[test]
fn a_low_end_above_the_high_end_is_refused_and_kept_until_it_fits() {
    let mut state = state();
    let usual = state.set_range(DAG);
    typed(&mut state, Setting::Low(DAG), "40");
    assert!(state.settings[&Setting::Low(DAG)].problem.as_ref().unwrap().contains("hoger"));
    assert_eq!(state.set_range(DAG), usual);
    typed(&mut state, Setting::High(DAG), "60");
    assert!(!state.has_bad_setting());
    assert_eq!((state.set_range(DAG).low, state.set_range(DAG).high), (40.0, 60.0));
    // The value lies outside: the range that counts includes it.
    assert_eq!(state.inputs.range(DAG).low, state.inputs.get(DAG));
    typed(&mut state, Setting::High(DAG), "veel");
    assert_eq!(state.settings[&Setting::High(DAG)].text, "veel");
    assert!(state.has_bad_setting());
}

#[test]
fn shapes_go_to_fixed_and_back() {
    let mut state = state();
    let usual = state.set_range(DAG);
    act(&mut state, Uncertain::Shape(DAG, Shape::Fixed));
    assert_eq!(state.inputs.range(DAG).shape, Shape::Fixed);
    // What a link keeps of a fixed range is its shape only.
    let again = Scenario::parse(&state.scenario().to_json()).unwrap();
    state.act(Action::Open(again.to_json()));
    act(&mut state, Uncertain::Shape(DAG, Shape::Uniform));
    assert_eq!(state.set_range(DAG), Range { shape: Shape::Uniform, ..usual });
    let start = InputId::General(General::Startkosten);
    act(&mut state, Uncertain::Shape(start, Shape::Pert));
    assert!(state.scenario().issues().is_empty());
}

#[test]
fn draws_and_seed_are_whole_and_within_limits() {
    let mut state = state();
    typed(&mut state, Setting::Draws, "10.000");
    typed(&mut state, Setting::Seed, "7");
    assert_eq!(state.scenario().simulation, SimulationSettings { draws: 10_000, seed: 7 });
    for bad in ["999", "1.000.001", "1.000,5", "-3", ""] {
        typed(&mut state, Setting::Draws, bad);
        assert!(state.settings[&Setting::Draws].problem.is_some(), "{bad}");
        assert_eq!(state.scenario().simulation.draws, 10_000);
    }
}

#[test]
fn a_late_answer_never_replaces_a_newer_one() {
    let mut state = state();
    act(&mut state, Uncertain::SimulationSummary(simulated(5)));
    act(&mut state, Uncertain::SimulationSummary(simulated(4)));
    assert_eq!(state.uncertainty.simulated.as_ref().unwrap().request, 5);
    act(&mut state, Uncertain::Refused(3, Refusal::Failed));
    assert_eq!(state.uncertainty.refused, None);
    act(&mut state, Uncertain::SimulationSummary(simulated(5)));
    act(&mut state, Uncertain::Refused(6, Refusal::Failed));
    assert!(state.uncertainty.refused.is_some());
    act(&mut state, Uncertain::SimulationSummary(simulated(7)));
    assert_eq!(state.uncertainty.refused, None);
    // What was drawn at rest stays until the next rest.
    let settled = |state: &State| state.uncertainty.settled.each_ref().map(|of| of.as_ref().unwrap().request);
    act(&mut state, Uncertain::Rested(6, Rest::First));
    assert_eq!(settled(&state), [5, 5, 5, 5]);
    act(&mut state, Uncertain::Rested(7, Rest::First));
    assert_eq!(settled(&state), [7, 5, 5, 5]);
    act(&mut state, Uncertain::Rested(7, Rest::Last));
    assert_eq!(settled(&state), [7, 5, 5, 7]);
}

#[test]
fn what_cannot_move_the_outcome_has_no_range() {
    let mut state = state();
    let zorg = InputId::Line(Line::Zorggebruik, LineField::Aantal);
    assert!(state.ranged().contains(&DAG) && !state.ranged().contains(&zorg));
    state.act(Action::Counted(Line::Zorggebruik, true));
    assert!(state.ranged().contains(&zorg));
    let all = crate::model::uncertain_inputs::uncertain_inputs(&state.inputs);
    assert!(all.iter().all(|one| state.ranged().contains(&one.id)));
}
