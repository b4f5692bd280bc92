use super::*;
use crate::model::{General, InputId, evaluate};
use crate::scenario::MAX_CHARACTERS;
use crate::scenario::link::Address;
use crate::ui::features::network::state::NetworkField;
use crate::ui::state::{Action, EditingAction, FieldId, SimulationAction, StorageAction, WorkspaceAction};

const FTE: InputId = InputId::General(General::Fte);

fn state() -> State {
    State::from_address(&Address::of_view(""))
}

fn act(state: &mut State, action: ScenarioAction) {
    state.apply(action.into());
}

fn show_next(state: &mut State) {
    let next = state.workspace.current.shown + 1;
    act(state, ScenarioAction::Show(next));
}

/// Adds a copy of the scenario that is shown, and shows the copy.
fn duplicate_and_show(state: &mut State) {
    act(state, ScenarioAction::Duplicate);
    show_next(state);
}

fn type_text(state: &mut State, field: FieldId, text: &str) {
    state.apply(EditingAction::Type(field, text.into()).into());
}

fn type_fte(state: &mut State, text: &str) {
    type_text(state, FieldId::Input(FTE), text);
}

fn rename(state: &mut State, name: &str) {
    type_text(state, FieldId::ScenarioName, name);
}

fn undo(state: &mut State) {
    state.apply(WorkspaceAction::Undo.into());
}

fn redo(state: &mut State) {
    state.apply(WorkspaceAction::Redo.into());
}

fn shown_fte(state: &State) -> (usize, f64) {
    (state.workspace.current.shown, state.workspace.inputs.get(FTE))
}

#[test]
fn every_change_of_the_list_is_one_step() {
    let begin = || {
        let mut state = state();
        act(&mut state, ScenarioAction::Add(Preset::Gunstig));
        act(&mut state, ScenarioAction::Add(Preset::Voorzichtig));
        act(&mut state, ScenarioAction::Show(1));
        type_fte(&mut state, "4");
        state
    };
    let actions: [Action; 8] = [
        ScenarioAction::Add(Preset::Brochure).into(),
        ScenarioAction::Duplicate.into(),
        ScenarioAction::AddCautiousCount.into(),
        ScenarioAction::Remove.into(),
        ScenarioAction::MoveEarlier.into(),
        ScenarioAction::MoveLater.into(),
        ScenarioAction::MakeReference.into(),
        StorageAction::Erase.into(),
    ];
    for action in actions {
        let mut state = begin();
        let before = state.workspace.current.clone();
        state.apply(action.clone());
        let after = state.workspace.current.clone();
        assert_ne!(before, after, "{action:?}");
        undo(&mut state);
        assert_eq!(state.workspace.current, before, "{action:?}");
        assert_eq!(*state.workspace.outcome, evaluate(&state.scenario().inputs()));
        redo(&mut state);
        assert_eq!(state.workspace.current, after, "{action:?}");
    }
}

/// By hand: of 54,000 remain 17,010 and of 100,000 remain 60,000.
#[test]
fn the_cautious_count_is_added_and_not_shown() {
    let mut state = state();
    rename(&mut state, "De Brug");
    type_fte(&mut state, "4");
    let own = state.scenario().clone();
    act(&mut state, ScenarioAction::AddCautiousCount);
    assert_eq!(*state.scenario(), own);
    assert_eq!(state.labels(), ["De Brug", "De Brug, voorzichtig geteld"]);
    let counted = &state.workspace.current.scenarios[1];
    assert_eq!(counted.inputs().get(FTE), 4.0);
    assert!((evaluate(&counted.inputs()).total.savings.euros() - 77_010.0).abs() < 1e-6);
    let added =
        ScenarioMessage::Added { added: "De Brug, voorzichtig geteld".into(), shown: "De Brug".into() };
    assert_eq!(state.view.notice, Some(Notice::Scenarios(added)));
}

#[test]
fn undo_shows_the_scenario_that_it_changes() {
    let mut state = state();
    type_fte(&mut state, "4");
    duplicate_and_show(&mut state);
    type_fte(&mut state, "5");
    assert_eq!(state.labels(), ["Brochure, aangepast", "Kopie van Brochure, aangepast"]);
    act(&mut state, ScenarioAction::Show(0));
    assert_eq!(state.workspace.inputs.get(FTE), 4.0);
    // Showing is no step: the last step was in the copy, which undo shows.
    undo(&mut state);
    assert_eq!(shown_fte(&state), (1, 4.0));
    // Redo restores the list, with the original shown.
    redo(&mut state);
    assert_eq!(shown_fte(&state), (0, 4.0));
    assert_eq!(state.workspace.current.scenarios[1].inputs().get(FTE), 5.0);
}

#[test]
fn a_refused_text_comes_back_with_undo() {
    let mut state = state();
    act(&mut state, ScenarioAction::Add(Preset::Gunstig));
    act(&mut state, ScenarioAction::Show(1));
    type_fte(&mut state, "vier");
    act(&mut state, ScenarioAction::Show(0));
    assert_eq!(state.editing.refused_inputs().count(), 0);
    assert_eq!(
        state.view.notice,
        Some(Notice::Scenarios(ScenarioMessage::InvalidTextDropped("Gunstig".into())))
    );
    undo(&mut state);
    assert_eq!((state.workspace.current.shown, state.editing.input_drafts[&FTE].text.as_str()), (1, "vier"));
}

#[test]
fn a_thirteenth_scenario_is_refused_with_a_problem() {
    let mut state = state();
    for _ in 1..12 {
        act(&mut state, ScenarioAction::Duplicate);
    }
    let before = state.workspace.current.clone();
    let all = state.labels();
    let mut unique = all.clone();
    unique.sort();
    unique.dedup();
    assert_eq!((all.len(), unique.len()), (12, 12), "{all:?}");
    for action in [ScenarioAction::Duplicate, ScenarioAction::Add(Preset::Gunstig)] {
        state.view.notice = None;
        act(&mut state, action);
        assert_eq!(state.workspace.current, before);
        assert_eq!(state.view.notice, Some(Notice::ScenarioProblem(ScenarioProblem::TooManyScenarios(13))));
    }
}

#[test]
fn a_copy_leaves_what_is_shown_and_typed() {
    let mut state = state();
    act(&mut state, ScenarioAction::Add(Preset::Gunstig));
    act(&mut state, ScenarioAction::Show(0));
    type_fte(&mut state, "vier");
    let count = |index| FieldId::Setting(Setting::Network(NetworkField::Count(index)));
    type_text(&mut state, count(1), "3x");
    act(&mut state, ScenarioAction::Duplicate);
    assert_eq!(state.labels(), ["Brochure", "Kopie van Brochure", "Gunstig"]);
    assert_eq!(state.workspace.current.shown, 0);
    assert_eq!(state.editing.input_drafts[&FTE].text, "vier");
    let drafts: Vec<&Setting> = state.editing.setting_drafts.keys().collect();
    assert_eq!(drafts, [&Setting::Network(NetworkField::Count(2))]);
    let [added, shown] = ["Kopie van Brochure", "Brochure"].map(String::from);
    assert_eq!(state.view.notice, Some(Notice::Scenarios(ScenarioMessage::Added { added, shown })));
    undo(&mut state);
    assert_eq!(state.labels(), ["Brochure", "Gunstig"]);
}

/// So that the amounts of both can be compared.
#[test]
fn a_preset_is_added_in_the_prices_of_what_is_shown() {
    let year = |state: &State| state.workspace.current.scenarios[1].inputs().year();
    for (shown, added) in [("2016", 2016), ("2026", 2026)] {
        let mut state = state();
        type_text(&mut state, FieldId::Input(InputId::General(General::Prijspeil)), shown);
        act(&mut state, ScenarioAction::Add(Preset::Voorzichtig));
        assert_eq!((state.workspace.current.shown, year(&state)), (0, added));
    }
    let mut state = state();
    act(&mut state, ScenarioAction::Add(Preset::Prijspeil2025));
    assert_eq!(year(&state), 2025);
}

#[test]
fn copies_of_copies_are_numbered() {
    let mut state = state();
    rename(&mut state, "Ons");
    for _ in 0..3 {
        duplicate_and_show(&mut state);
    }
    assert_eq!(state.labels(), ["Ons", "Kopie van Ons", "Kopie 2 van Ons", "Kopie 3 van Ons"]);
    // A new copy gets the lowest number that is free.
    act(&mut state, ScenarioAction::Show(2));
    act(&mut state, ScenarioAction::Remove);
    duplicate_and_show(&mut state);
    assert!(state.labels().contains(&"Kopie 2 van Ons".to_owned()), "{:?}", state.labels());
}

#[test]
fn copies_of_the_longest_name_have_different_labels() {
    let mut state = state();
    rename(&mut state, &"é".repeat(MAX_CHARACTERS));
    duplicate_and_show(&mut state);
    duplicate_and_show(&mut state);
    let names: Vec<&str> = state.workspace.current.scenarios.iter().map(|one| one.name.as_str()).collect();
    assert!(names[1].starts_with("Kopie van é") && names[2].starts_with("Kopie 2 van é"), "{names:?}");
    assert!(names.iter().all(|name| name.chars().count() == MAX_CHARACTERS), "{names:?}");
}

#[test]
fn two_of_one_name_have_different_labels() {
    let mut state = state();
    for name in ["Ons", "Ons"] {
        rename(&mut state, name);
        act(&mut state, ScenarioAction::Add(Preset::Gunstig));
        show_next(&mut state);
    }
    assert_eq!(state.labels(), ["Ons", "Ons (2)", "Gunstig"]);
    // A name as long as it may be leaves room for the number.
    rename(&mut state, &"é".repeat(MAX_CHARACTERS));
    duplicate_and_show(&mut state);
    duplicate_and_show(&mut state);
    let scenarios = &state.workspace.current.scenarios;
    assert!(scenarios.iter().all(|one| one.name.chars().count() <= MAX_CHARACTERS));
    assert_eq!(Ok(()), Scenario::parse(&state.scenario().to_json()).map(|_| ()));
}

#[test]
fn a_spread_is_stored_as_long_as_its_scenario_exists() {
    let mut state = state();
    let key = spread_key(state.scenario());
    let spread = Spread {
        mean: -1.0,
        sd: 2.0,
        quantiles: [-4.0, -2.0, -1.0, 0.0, 2.0],
        positive: 0.25,
        below_deterministic: Some(0.5),
        effect: None,
        no_effect: None,
        low: -5.0,
        high: 3.0,
        counts: vec![1.0],
    };
    state.apply(SimulationAction::ReceiveSpreads(vec![(key.clone(), Some(spread.clone()))]).into());
    assert_eq!(*state.simulation.spreads, [(key.clone(), Some(spread))]);
    rename(&mut state, "Ons");
    assert_eq!(spread_key(state.scenario()), key, "a name moves nothing");
    type_fte(&mut state, "4");
    let other = spread_key(state.scenario());
    assert_ne!(other, key);
    // The answer also has the spread of the former scenario, which is dropped.
    state.apply(SimulationAction::ReceiveSpreads(vec![(other.clone(), None), (key, None)]).into());
    assert_eq!(*state.simulation.spreads, [(other, None)]);
}
