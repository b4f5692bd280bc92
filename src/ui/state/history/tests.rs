//! Every change of the workspace is undone and redone in one step.

use crate::building_blocks::{BuildingBlock, Presence};
use crate::helpers::{Answer, ExitKind, Helper, NumberQuestion};
use crate::model::simulation::PmDraws;
use crate::model::{
    CostBasis, General, Line, LineField, Party, Perspective, Phase, Preset, SavingKind, Shape,
};
use crate::participation_ladder::MeasuringPoint;
use crate::scenario::changes::Change;
use crate::scenario::link;
use crate::scenario::link::Address;
use crate::sources::reference_prices::REFERENCE_PRICES;
use crate::ui::features::building_blocks::state::BuildingBlockAction;
use crate::ui::features::financing::state::{FinancingAction, FunderField};
use crate::ui::features::helpers::state::HelperAction;
use crate::ui::features::network::state::{NetworkAction, NetworkField};
use crate::ui::features::own_lines::state::OwnLineAction;
use crate::ui::features::scenarios::state::ScenarioAction;
use crate::ui::features::what_if::state::WhatIfChange;
use crate::ui::features::worksheet::goal_state::{GoalAction, GoalKind};
use crate::ui::routes::Route;
use crate::ui::state::history::*;
use crate::ui::state::{Action, EditingAction, FieldId, Notice, ViewAction, WorkspaceAction};

const BEZOEKERS: InputId = InputId::General(General::Bezoekers);
const FTE: InputId = InputId::General(General::Fte);

/// Returns the state of a scenario in which every kind of change is possible.
fn state() -> State {
    let text = r#"{"name":"Ons","base":"gunstig","values":{"bezoekers":600,"fase":"nieuw"},"meta":{"van":"ons","hulpvragen":{"dagbesteding.inkoop":"vast-bedrag"}},
        "custom":[{"id":"c1","side":"saving","label":"A","quantity":1,"amount":5},
                  {"id":"c2","side":"cost","label":"B","quantity":1,"amount":5}],
        "ranges":{"fte":{"kind":"uniform","low":3,"high":5}},
        "plan":[{"label":"C","party":"rijk","amount":5,"until":2},{"party":"gemeente","share":0.5}]}"#;
    let mut state = State::from_address(&Address::of_view(""));
    state.apply(WorkspaceAction::OpenFile(text.to_owned()).into());
    state
}

fn typed(field: FieldId, text: &str) -> Action {
    EditingAction::Type(field, text.to_owned()).into()
}

fn apply(state: &mut State, action: impl Into<Action>) {
    state.apply(action.into());
}

#[test]
fn every_change_is_one_step_back_and_forward() {
    let input = |id, text: &str| typed(FieldId::Input(id), text);
    let setting = |setting, text: &str| typed(FieldId::Setting(setting), text);
    let rung = FieldId::LadderEntry(LadderEntry { when: MeasuringPoint::Now, step: 2 });
    let link = link::write("rekenen", r#"{"base":"voorzichtig"}"#).unwrap();
    let actions: Vec<Action> = vec![
        input(FTE, "4"),
        input(FTE, "vier"),
        input(FTE, "-4"),
        EditingAction::Slide(FieldId::Input(BEZOEKERS), 700.0).into(),
        WorkspaceAction::Reset(BEZOEKERS).into(),
        WorkspaceAction::Revert(Change::Own(0)).into(),
        WorkspaceAction::Revert(Change::Range(FTE)).into(),
        WorkspaceAction::ResetAll.into(),
        WorkspaceAction::StartOver.into(),
        WorkspaceAction::ChoosePreset(Preset::Brochure).into(),
        WorkspaceAction::SetCostBasis(CostBasis::Kengetal).into(),
        WorkspaceAction::SetPhase(Phase::Bestaand).into(),
        WorkspaceAction::SetPerspective(Perspective::Samenleving).into(),
        WorkspaceAction::Revert(Change::Phase).into(),
        WorkspaceAction::SetPmDraws(PmDraws::Trekken).into(),
        WorkspaceAction::SetCounted(Line::Overlast, false).into(),
        WorkspaceAction::SetToBreakEven(FTE).into(),
        WorkspaceAction::ApplyGoal.into(),
        WhatIfChange::TakeOver.into(),
        WhatIfChange::AddBeside.into(),
        WorkspaceAction::SetUserSource(FTE, Some(String::new())).into(),
        typed(FieldId::UserSource(FTE), "offerte"),
        OwnLineAction::AddCost.into(),
        OwnLineAction::AddSaving.into(),
        OwnLineAction::AddExample(0).into(),
        OwnLineAction::Duplicate(1).into(),
        OwnLineAction::MoveDown(0).into(),
        OwnLineAction::MoveUp(1).into(),
        OwnLineAction::Remove(0).into(),
        typed(FieldId::OwnLabel(0), "Anders"),
        typed(FieldId::OwnUnit(0), "keer"),
        OwnLineAction::SetKind(0, SavingKind::Welvaart).into(),
        OwnLineAction::SetCounted(0, false).into(),
        input(InputId::Own(0, LineField::Autonoom), "50"),
        FinancingAction::Add.into(),
        FinancingAction::Drop.into(),
        FinancingAction::Remove(0).into(),
        FinancingAction::MoveUp(1).into(),
        FinancingAction::MoveDown(0).into(),
        typed(FieldId::FunderLabel(1), "D"),
        FinancingAction::SetParty(0, Party::Overig).into(),
        FinancingAction::PayByShare(0, true).into(),
        FinancingAction::SetTemporary(0, false).into(),
        WorkspaceAction::Revert(Change::Plan).into(),
        setting(Setting::Plan(0, FunderField::Amount), "6"),
        setting(Setting::Plan(0, FunderField::Until), "nooit"),
        typed(FieldId::ScenarioName, "Ander"),
        WorkspaceAction::OpenLink(link).into(),
        WorkspaceAction::OpenFile("{}".to_owned()).into(),
        ScenarioAction::Add(Preset::Brochure).into(),
        ScenarioAction::Duplicate.into(),
        ScenarioAction::AddCautiousCount.into(),
        setting(Setting::Low(FTE), "2"),
        setting(Setting::High(FTE), "2"),
        setting(Setting::Draws, "5000"),
        setting(Setting::Seed, "x"),
        setting(Setting::Network(NetworkField::Count(0)), "31"),
        setting(Setting::Network(NetworkField::Inhabitants), "veel"),
        NetworkAction::SetCorrelated(true).into(),
        NetworkAction::MakeNational.into(),
        setting(Setting::Helper(NumberQuestion::Exits), "4"),
        setting(Setting::Helper(NumberQuestion::StillOff), "170"),
        HelperAction::SetUnknown(NumberQuestion::Exits, true).into(),
        HelperAction::SetExitKind(Answer::Given(ExitKind::All)).into(),
        HelperAction::SetPurchase(Answer::Unknown).into(),
        HelperAction::AnswerWithPrice(NumberQuestion::PricePerDagdeel, &REFERENCE_PRICES[6]).into(),
        HelperAction::FillIn(Helper::Purchase).into(),
        HelperAction::SetToPrice(InputId::General(General::LoonkostenPerFte), &REFERENCE_PRICES[16]).into(),
        WorkspaceAction::SetRangeShape(BEZOEKERS, Shape::Fixed).into(),
        WorkspaceAction::ResetRange(FTE).into(),
        EditingAction::Slide(FieldId::Setting(Setting::High(FTE)), 6.0).into(),
        WorkspaceAction::SetDeterministicOnly(true).into(),
        BuildingBlockAction::SetPresence(BuildingBlock::Naasten, Some(Presence::Mist)).into(),
        typed(rung, "30"),
        typed(rung, "30.000"),
    ];
    for action in actions {
        let mut state = state();
        state.apply(input(InputId::General(General::Huisvesting), "duur"));
        let before = state.snapshot();
        state.apply(action.clone());
        let after = state.snapshot();
        assert_ne!(before, after, "{action:?}");
        apply(&mut state, WorkspaceAction::Undo);
        assert_eq!(state.snapshot(), before, "{action:?}");
        let outcome = crate::model::evaluate(&state.scenario().inputs());
        assert_eq!(*state.workspace.outcome, outcome, "{action:?}");
        apply(&mut state, WorkspaceAction::Redo);
        assert_eq!(state.snapshot(), after, "{action:?}");
        assert!(!state.workspace.can_redo());
    }
}

/// The question of the goal seek is about the scenario and is not saved in it, so
/// undo leaves it alone.
#[test]
fn the_question_of_the_goal_seek_is_no_step_and_stays() {
    let questions: [Action; 3] = [
        GoalAction::ChooseInput(BEZOEKERS).into(),
        GoalAction::ChooseKind(GoalKind::Saldo).into(),
        typed(FieldId::Goal(GoalKind::Coverage), "60"),
    ];
    for action in questions {
        let mut state = state();
        apply(&mut state, typed(FieldId::Input(FTE), "4"));
        let (snapshot, steps) = (state.snapshot(), state.workspace.past.len());
        let first = state.goal_question();
        state.apply(action.clone());
        let question = state.goal_question();
        assert_ne!(question, first, "{action:?}");
        assert_eq!((state.snapshot(), state.workspace.past.len()), (snapshot, steps), "{action:?}");
        apply(&mut state, WorkspaceAction::Undo);
        assert_eq!(state.workspace.inputs.get(FTE), 3.75, "{action:?}");
        assert_eq!(state.goal_question(), question, "{action:?}");
        apply(&mut state, WorkspaceAction::Redo);
        assert_eq!(state.workspace.inputs.get(FTE), 4.0, "{action:?}");
        assert_eq!(state.goal_question(), question, "{action:?}");
    }
}

#[test]
fn a_refused_text_is_undone_and_comes_back() {
    let mut state = state();
    apply(&mut state, typed(FieldId::Input(FTE), "5"));
    apply(&mut state, typed(FieldId::Input(FTE), "5x"));
    apply(&mut state, EditingAction::Leave(FieldId::Input(FTE)));
    apply(&mut state, typed(FieldId::Input(BEZOEKERS), "70"));
    let fte = |state: &State| {
        let text = state.editing.input_drafts.get(&FTE).map(|draft| draft.text.clone());
        (state.workspace.inputs.get(FTE), text)
    };
    apply(&mut state, WorkspaceAction::Undo);
    assert_eq!(state.workspace.inputs.get(BEZOEKERS), 600.0);
    assert_eq!(fte(&state), (3.75, Some("5x".to_owned())));
    apply(&mut state, WorkspaceAction::Undo);
    assert_eq!((state.workspace.inputs.get(FTE), state.editing.input_drafts.len()), (3.75, 0));
    apply(&mut state, WorkspaceAction::Redo);
    assert_eq!(fte(&state), (3.75, Some("5x".to_owned())));
    // The slider replaces it, in one step.
    apply(&mut state, EditingAction::Slide(FieldId::Input(FTE), 5.0));
    apply(&mut state, WorkspaceAction::Undo);
    assert_eq!(fte(&state), (3.75, Some("5x".to_owned())));
}

#[test]
fn a_name_is_undone_word_by_word() {
    let mut state = state();
    for end in 1..="Huis van Herstel".len() {
        apply(&mut state, typed(FieldId::ScenarioName, &"Huis van Herstel"[..end]));
    }
    for expected in ["Huis van ", "Huis ", "Ons"] {
        apply(&mut state, WorkspaceAction::Undo);
        assert_eq!(state.scenario().name, expected);
    }
    // Two names of lines are two steps, also when typed right after another.
    let label = FieldId::OwnLabel(0);
    apply(&mut state, typed(label, "X"));
    apply(&mut state, EditingAction::Leave(label));
    apply(&mut state, typed(label, "XY"));
    apply(&mut state, WorkspaceAction::Undo);
    assert_eq!(state.workspace.inputs.own[0].label, "X");
}

#[test]
fn starting_over_leaves_nothing_and_can_be_undone() {
    let mut state = state();
    let before = state.scenario().clone();
    apply(&mut state, WorkspaceAction::StartOver);
    assert_eq!(*state.scenario(), Scenario::new(Preset::Brochure));
    assert_eq!(state.view.notice, Some(Notice::StartedOver));
    apply(&mut state, WorkspaceAction::Undo);
    assert_eq!(*state.scenario(), before);
    // Another starting point keeps what is no figure of the preset.
    apply(&mut state, WorkspaceAction::ChoosePreset(Preset::Brochure));
    assert_eq!(
        (state.scenario().name.as_str(), state.scenario().meta.as_deref()),
        ("Ons", Some(r#"{"van":"ons","hulpvragen":{"dagbesteding.inkoop":"vast-bedrag"}}"#))
    );
    // And the user's own figures.
    assert_eq!(state.workspace.inputs.get(BEZOEKERS), 600.0);
}

/// The button of a notice takes back the last step: after another change that is no longer
/// the step that the notice is about.
#[test]
fn a_notice_about_a_step_goes_with_the_next_change_and_with_another_view() {
    for next in [
        Action::from(WorkspaceAction::SetCounted(Line::Overlast, true)),
        ViewAction::Show(Route::Sources).into(),
    ] {
        let mut state = state();
        apply(&mut state, WorkspaceAction::StartOver);
        assert!(state.view.notice.is_some());
        state.apply(next);
        assert_eq!(state.view.notice, None);
    }
}
