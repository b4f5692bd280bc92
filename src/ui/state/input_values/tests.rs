//! Each way to change a value, and how it is undone.

use crate::model::{CostBasis, General, InputId, Line, LineField, Perspective, Preset};
use crate::scenario::changes::Change;
use crate::scenario::link::Address;
use crate::ui::features::own_lines::state::OwnLineAction;
use crate::ui::state::{EditingAction, FieldId, Notice, State, WorkspaceAction};

const BEZOEKERS: InputId = InputId::General(General::Bezoekers);
const HUUR: InputId = InputId::General(General::Huisvesting);

fn state() -> State {
    State::from_address(&Address::of_view("rekenblad"))
}

fn type_text(state: &mut State, id: InputId, text: &str) {
    state.apply(EditingAction::Type(FieldId::Input(id), text.to_owned()).into());
}

#[test]
fn savings_scale_with_visitors_only_when_asked() {
    let mut state = state();
    state.apply(WorkspaceAction::SetCostBasis(CostBasis::Kengetal).into());
    type_text(&mut state, BEZOEKERS, "1000");
    assert_eq!(state.workspace.outcome.total.savings.euros(), 154_000.0);
    state.apply(WorkspaceAction::ScaleSavings.into());
    assert_eq!(state.workspace.outcome.total.savings.euros(), 308_000.0);
    assert_eq!(state.editing.scale_offer, None);
}

#[test]
fn another_preset_keeps_the_users_figures_and_can_be_undone() {
    let mut state = state();
    type_text(&mut state, BEZOEKERS, "600");
    let uitkeringen = InputId::Line(Line::Uitkeringen, LineField::Aantal);
    state.apply(WorkspaceAction::ChoosePreset(Preset::Gunstig).into());
    assert_eq!(state.workspace.inputs.get(BEZOEKERS), 600.0);
    assert_eq!(state.workspace.inputs.get(uitkeringen), 6.0);
    assert_eq!(state.workspace.changes().len(), 1);
    assert_eq!(state.view.notice, Some(Notice::PresetBeneath(Preset::Gunstig)));
    state.apply(WorkspaceAction::Undo.into());
    assert_eq!(state.workspace.inputs.get(uitkeringen), 4.0);
    assert_eq!(state.workspace.inputs.get(BEZOEKERS), 600.0);
}

/// Otherwise a notice would offer to undo a step that is not there.
#[test]
fn the_same_preset_changes_nothing() {
    let mut state = state();
    type_text(&mut state, BEZOEKERS, "600");
    state.apply(WorkspaceAction::ChoosePreset(Preset::Brochure).into());
    assert_eq!((state.workspace.inputs.get(BEZOEKERS), state.view.notice), (600.0, None));
}

/// In prices of 2025 the user's own rent of 2016 stays as it was typed, and is offered to be
/// converted.
#[test]
fn a_preset_in_other_prices_offers_to_convert_own_amounts() {
    let mut state = state();
    let rent = InputId::General(General::Huisvesting);
    type_text(&mut state, rent, "36500");
    state.apply(WorkspaceAction::ChoosePreset(Preset::Prijspeil2025).into());
    assert_eq!((state.workspace.inputs.get(rent), state.workspace.inputs.year()), (36_500.0, 2025));
    assert!(state.editing.price_offer.is_some_and(|offer| (offer.from, offer.to) == (2016, 2025)));
}

#[test]
fn each_change_is_put_back_by_itself_and_undone() {
    let text = r#"{"values":{"bezoekers":600,"kostenbasis":"kengetal","prijspeil":2025,"huisvesting":50000},
        "counted":{"overlast":true},"custom":[{"id":"c1","side":"cost","label":"","quantity":1,"amount":5}],
        "ranges":{"bezoekers":{"kind":"uniform","low":1,"high":900}},"simulation":{"draws":5000,"seed":1}}"#;
    let mut state = state();
    state.apply(WorkspaceAction::OpenFile(text.to_owned()).into());
    let all = state.workspace.changes();
    assert_eq!(all.len(), 9);
    for change in all {
        let before = state.workspace.current.clone();
        state.apply(WorkspaceAction::Revert(change).into());
        assert_eq!(state.workspace.changes().len(), 8, "{change:?}");
        assert!(!state.workspace.changes().contains(&change), "{change:?}");
        state.apply(WorkspaceAction::Undo.into());
        assert_eq!(state.workspace.current, before);
    }
}

#[test]
fn a_mark_is_made_typed_undone_and_goes_with_its_line() {
    let mut state = state();
    state.apply(WorkspaceAction::SetUserSource(HUUR, Some(String::new())).into());
    for text in ["h", "hu", "huur"] {
        state.apply(EditingAction::Type(FieldId::UserSource(HUUR), text.into()).into());
    }
    assert_eq!(*state.workspace.user_sources, [(HUUR, "huur".to_owned())]);
    assert_eq!(state.workspace.changes().len(), 0);
    state.apply(WorkspaceAction::Undo.into());
    assert_eq!(*state.workspace.user_sources, [(HUUR, String::new())]);
    state.apply(WorkspaceAction::Redo.into());
    state.apply(WorkspaceAction::SetUserSource(HUUR, None).into());
    assert_eq!((state.workspace.user_sources.len(), state.scenario().meta.is_none()), (0, true));
    state.apply(OwnLineAction::AddCost.into());
    let amount = InputId::Own(0, LineField::Bedrag);
    state.apply(WorkspaceAction::SetUserSource(amount, Some("offerte".to_owned())).into());
    assert_eq!(state.workspace.user_sources.len(), 1);
    state.apply(OwnLineAction::Remove(0).into());
    assert_eq!(state.scenario().meta, None);
}

/// The user's own inflation can be seen, listed and reset like every other figure.
#[test]
fn an_expected_inflation_is_reset() {
    let inflation = InputId::General(General::VerwachteInflatie);
    let mut state = state();
    type_text(&mut state, InputId::General(General::Prijspeil), "2028");
    type_text(&mut state, inflation, "4");
    assert!(state.workspace.is_changed(inflation));
    assert!(state.workspace.changes().contains(&Change::Value(inflation)));
    assert_eq!(state.workspace.preset_value(inflation), 0.02);
    state.apply(WorkspaceAction::Reset(inflation).into());
    assert_eq!(state.workspace.inputs.get(inflation), 0.02);
    assert!(!state.scenario().values.contains_key(&inflation));
}

/// Choosing where to start from keeps whose saldo is put in front: that is a choice of what
/// to look at, and no figure of the user's.
#[test]
fn the_perspective_stays_with_another_preset() {
    let mut state = state();
    state.apply(WorkspaceAction::SetPerspective(Perspective::Samenleving).into());
    assert_eq!(state.workspace.changes(), []);
    state.apply(WorkspaceAction::ChoosePreset(Preset::Gunstig).into());
    assert_eq!(state.workspace.inputs.perspective, Perspective::Samenleving);
    state.apply(WorkspaceAction::ResetAll.into());
    assert_eq!(state.workspace.inputs.perspective, Perspective::Samenleving);
    state.apply(WorkspaceAction::StartOver.into());
    assert_eq!(state.workspace.inputs.perspective, Perspective::Partijen);
}

/// By hand: ten times 900,000,000 is above the highest number of an own line, 1,000,000,000.
#[test]
fn savings_that_cannot_scale_say_so() {
    let own = r#"{"values":{"kostenbasis":"kengetal"},"custom":[{"id":"c1","side":"saving",
        "label":"Bezoeken","quantity":900000000,"amount":1}]}"#;
    let mut state = state();
    state.apply(WorkspaceAction::OpenFile(own.to_owned()).into());
    type_text(&mut state, BEZOEKERS, "5000");
    let before = state.workspace.current.clone();
    state.apply(WorkspaceAction::ScaleSavings.into());
    assert_eq!(state.workspace.current, before);
    assert!(state.view.notice.as_ref().is_some_and(|notice| !notice.can_be_undone()));
    assert!(state.editing.scale_offer.is_some());
}
