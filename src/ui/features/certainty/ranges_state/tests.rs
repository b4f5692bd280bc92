use super::*;
use crate::model::LineField;
use crate::model::uncertain_inputs::uncertain_inputs;
use crate::scenario::link::Address;
use crate::ui::features::certainty::state::{IdleStage, NoResultsReason};
use crate::ui::state::{Action, EditingAction, SimulationAction, WorkspaceAction};
use crate::uncertainty::SimulationSummary;
use std::rc::Rc;

const DAG: InputId = InputId::Line(Line::Dagbesteding, LineField::Aantal);

fn state() -> State {
    State::from_address(&Address::of_view("onzekerheid"))
}

fn act(state: &mut State, action: impl Into<Action>) {
    state.apply(action.into());
}

fn typed(state: &mut State, setting: Setting, text: &str) {
    act(state, EditingAction::Type(FieldId::Setting(setting), text.into()));
}

fn simulated(asked: u32) -> Rc<SimulationSummary> {
    let packed = crate::api::ScenarioSimulator::default().simulate_packed("{}", 1000).unwrap();
    Rc::new(SimulationSummary::unpack(asked, &packed.numbers, &packed.names).unwrap())
}

#[test]
fn a_range_is_typed_undone_and_reset() {
    let mut state = state();
    let usual = state.unwidened_range(DAG);
    for text in ["1", "12"] {
        typed(&mut state, Setting::Low(DAG), text);
    }
    assert_eq!(state.workspace.inputs.range(DAG), Range { shape: Shape::Pert, low: 12.0, high: usual.high });
    assert_eq!(state.scenario().ranges.len(), 1);
    act(&mut state, WorkspaceAction::Undo);
    assert_eq!(state.workspace.inputs.range(DAG), usual);
    act(&mut state, WorkspaceAction::Redo);
    act(&mut state, WorkspaceAction::ResetRange(DAG));
    assert!(!state.has_own_range(DAG));
}

#[test]
fn a_low_end_above_the_high_end_is_refused_until_it_fits() {
    let mut state = state();
    let usual = state.unwidened_range(DAG);
    typed(&mut state, Setting::Low(DAG), "40");
    assert!(state.editing.setting_drafts[&Setting::Low(DAG)].problem.as_ref().unwrap().contains("hoger"));
    assert_eq!(state.unwidened_range(DAG), usual);
    typed(&mut state, Setting::High(DAG), "60");
    assert!(!state.has_refused_setting());
    assert_eq!((state.unwidened_range(DAG).low, state.unwidened_range(DAG).high), (40.0, 60.0));
    // The value lies outside, so the range that is calculated with includes it.
    assert_eq!(state.workspace.inputs.range(DAG).low, state.workspace.inputs.get(DAG));
    typed(&mut state, Setting::High(DAG), "veel");
    assert_eq!(state.editing.setting_drafts[&Setting::High(DAG)].text, "veel");
    assert!(state.has_refused_setting());
}

#[test]
fn shapes_go_to_fixed_and_back() {
    let mut state = state();
    let usual = state.unwidened_range(DAG);
    act(&mut state, WorkspaceAction::SetRangeShape(DAG, Shape::Fixed));
    assert_eq!(state.workspace.inputs.range(DAG).shape, Shape::Fixed);
    // A file holds only the shape of a fixed range, and not its ends.
    let parsed = Scenario::parse(&state.scenario().to_json()).unwrap();
    act(&mut state, WorkspaceAction::OpenFile(parsed.to_json()));
    act(&mut state, WorkspaceAction::SetRangeShape(DAG, Shape::Uniform));
    assert_eq!(state.unwidened_range(DAG), Range { shape: Shape::Uniform, ..usual });
    // An own line has no default range; it begins with 20% around its value.
    let own = r#"{"custom":[{"id":"c1","side":"cost","label":"Scholing","quantity":1,"amount":5000}]}"#;
    act(&mut state, WorkspaceAction::OpenFile(own.to_owned()));
    let amount = InputId::Own(0, LineField::Bedrag);
    act(&mut state, WorkspaceAction::SetRangeShape(amount, Shape::Pert));
    assert!(state.scenario().issues().is_empty());
    assert_eq!(state.unwidened_range(amount), Range { shape: Shape::Pert, low: 4_000.0, high: 6_000.0 });
}

#[test]
fn draws_and_seed_are_whole_and_within_limits() {
    let mut state = state();
    typed(&mut state, Setting::Draws, "10.000");
    typed(&mut state, Setting::Seed, "7");
    assert_eq!(
        state.scenario().simulation,
        SimulationSettings { draws: 10_000, seed: 7, ..SimulationSettings::default() }
    );
    for bad in ["999", "1.000.001", "1.000,5", "-3", ""] {
        typed(&mut state, Setting::Draws, bad);
        assert!(state.editing.setting_drafts[&Setting::Draws].problem.is_some(), "{bad}");
        assert_eq!(state.scenario().simulation.draws, 10_000);
    }
}

#[test]
fn a_late_answer_never_replaces_a_newer_one() {
    let mut state = state();
    act(&mut state, SimulationAction::Receive(simulated(5)));
    act(&mut state, SimulationAction::Receive(simulated(4)));
    assert_eq!(state.simulation.results.as_ref().unwrap().request, 5);
    act(&mut state, SimulationAction::ReportNoResults(3, NoResultsReason::Failed));
    assert_eq!(state.simulation.no_results, None);
    act(&mut state, SimulationAction::Receive(simulated(5)));
    act(&mut state, SimulationAction::ReportNoResults(6, NoResultsReason::Failed));
    assert!(state.simulation.no_results.is_some());
    act(&mut state, SimulationAction::Receive(simulated(7)));
    assert_eq!(state.simulation.no_results, None);
    // A snapshot for the idle page is replaced when the page is idle again.
    let drawn = |state: &State| {
        state.simulation.idle_snapshots.each_ref().map(|results| results.as_ref().unwrap().request)
    };
    act(&mut state, SimulationAction::EnterIdleStage(6, IdleStage::Charts));
    assert_eq!(drawn(&state), [5, 5]);
    act(&mut state, SimulationAction::EnterIdleStage(7, IdleStage::Charts));
    assert_eq!(drawn(&state), [7, 5]);
    act(&mut state, SimulationAction::EnterIdleStage(7, IdleStage::Details));
    assert_eq!(drawn(&state), [7, 7]);
}

#[test]
fn inputs_that_cannot_move_the_outcome_have_no_range() {
    let mut state = state();
    let zorg = InputId::Line(Line::Zorggebruik, LineField::Aantal);
    assert!(state.inputs_with_range().contains(&DAG) && !state.inputs_with_range().contains(&zorg));
    act(&mut state, WorkspaceAction::SetCounted(Line::Zorggebruik, true));
    assert!(state.inputs_with_range().contains(&zorg));
    // Amounts and growth that are the user's own choice are never uncertain; the full
    // effect of an existing initiative is there from year 1.
    let choices =
        [General::EigenInkomsten, General::Startkosten, General::Kostenstijging, General::Batenstijging];
    let offered = |state: &State, general| state.inputs_with_range().contains(&InputId::General(general));
    assert!(choices.into_iter().all(|general| !offered(&state, general)));
    assert!(!offered(&state, General::IngroeiJaar1));
    act(&mut state, WorkspaceAction::OpenFile(r#"{"values":{"fase":"nieuw"}}"#.to_owned()));
    assert!(offered(&state, General::IngroeiJaar1));
    let all = uncertain_inputs(&state.workspace.inputs);
    assert!(all.iter().all(|one| state.inputs_with_range().contains(&one.id)));
}

/// By hand: with 900,000 visitors the default range is 720,000 to 1,170,000, above the limit
/// of 1,000,000. The end that the user did not choose stays within the limit, so that the
/// scenario stays valid and can be read back.
#[test]
fn an_end_that_the_user_did_not_choose_stays_within_the_limits() {
    let visitors = InputId::General(General::Bezoekers);
    let low = FieldId::Setting(Setting::Low(visitors));
    let actions: [Action; 3] = [
        WorkspaceAction::SetRangeShape(visitors, Shape::Uniform).into(),
        EditingAction::Type(low, "800.000".into()).into(),
        EditingAction::Slide(low, 800_000.0).into(),
    ];
    for action in actions {
        let mut state = state();
        act(&mut state, EditingAction::Type(FieldId::Input(visitors), "900.000".into()));
        assert_eq!(state.unwidened_range(visitors).high, 1_170_000.0);
        act(&mut state, action.clone());
        assert_eq!(state.unwidened_range(visitors).high, 1_000_000.0, "{action:?}");
        assert_eq!(Scenario::parse(&state.scenario().to_json()).as_ref(), Ok(state.scenario()));
        // Every other field can still be changed.
        act(&mut state, EditingAction::Type(FieldId::Input(InputId::General(General::Fte)), "5".into()));
        assert_eq!(state.workspace.inputs.general(General::Fte), 5.0);
    }
}
