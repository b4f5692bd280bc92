//! A valid text applies at once; a refused one stays in its field.

use crate::model::{CostBasis, General, InputId};
use crate::participation_ladder::{LadderEntry, MeasuringPoint};
use crate::scenario::link::Address;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::financing::state::FunderField;
use crate::ui::features::network::state::NetworkField;
use crate::ui::state::{Action, EditingAction, FieldId, ScaleOffer, State, WorkspaceAction};

const BEZOEKERS: InputId = InputId::General(General::Bezoekers);

fn state() -> State {
    State::from_address(&Address::of_view(""))
}

fn type_text(state: &mut State, id: InputId, text: &str) {
    state.apply(EditingAction::Type(FieldId::Input(id), text.to_owned()).into());
}

#[test]
fn a_good_text_applies_at_once_and_a_bad_one_keeps_the_outcome() {
    let mut state = state();
    type_text(&mut state, BEZOEKERS, "600");
    assert_eq!(state.workspace.outcome.costs.per_visitor.euros(), 500.0);
    leave(&mut state, BEZOEKERS);
    type_text(&mut state, BEZOEKERS, "60x");
    assert_eq!(state.workspace.outcome.costs.per_visitor.euros(), 500.0);
    assert_eq!(state.editing.input_drafts[&BEZOEKERS].text, "60x");
    assert_eq!(state.editing.refused_inputs().count(), 1);
}

/// Types a text as a person does, character by character.
fn type_slowly(state: &mut State, field: FieldId, text: &str) {
    for (index, c) in text.char_indices() {
        let so_far = text[..index + c.len_utf8()].to_owned();
        state.apply(EditingAction::Type(field, so_far).into());
    }
}

fn leave(state: &mut State, id: InputId) {
    state.apply(EditingAction::Leave(FieldId::Input(id)).into());
}

#[test]
fn nothing_of_a_refused_text_counts() {
    for text in ["60k", "1e3", "7½", "10%", "36,500", "5 000 0", "12 euro", "0,5.5"] {
        let mut state = state();
        let before = state.workspace.current.clone();
        type_slowly(&mut state, FieldId::Input(BEZOEKERS), text);
        assert!(state.editing.input_drafts[&BEZOEKERS].is_refused(), "{text}");
        assert_eq!(state.workspace.current, before, "{text}");
        leave(&mut state, BEZOEKERS);
        assert_eq!(state.workspace.current, before, "{text}");
        assert_eq!(state.editing.input_drafts[&BEZOEKERS].text, text);
        state.apply(WorkspaceAction::Undo.into());
        assert_eq!(state.editing.input_drafts.len(), 0, "{text}");
        assert_eq!((state.workspace.current.clone(), state.workspace.can_undo()), (before, false), "{text}");
        state.apply(WorkspaceAction::Redo.into());
        assert_eq!(state.editing.input_drafts[&BEZOEKERS].text, text);
    }
}

/// What an earlier edit of the field gave stays, also after a refused text.
#[test]
fn a_refused_text_returns_to_the_edit_before() {
    let mut state = state();
    type_slowly(&mut state, FieldId::Input(BEZOEKERS), "600");
    leave(&mut state, BEZOEKERS);
    type_slowly(&mut state, FieldId::Input(BEZOEKERS), "7000x");
    assert_eq!(state.workspace.inputs.get(BEZOEKERS), 600.0);
    type_text(&mut state, BEZOEKERS, "7000");
    assert_eq!(state.workspace.inputs.get(BEZOEKERS), 7_000.0);
    state.apply(WorkspaceAction::Undo.into());
    assert_eq!(state.workspace.inputs.get(BEZOEKERS), 600.0);
}

/// The offer to scale savings is about the number of visitors that counts.
#[test]
fn offers_are_those_of_the_figure_that_counts() {
    let mut state = state();
    state.apply(WorkspaceAction::SetCostBasis(CostBasis::Kengetal).into());
    type_slowly(&mut state, FieldId::Input(BEZOEKERS), "60k");
    assert_eq!(state.editing.scale_offer, None);
    type_text(&mut state, BEZOEKERS, "600");
    leave(&mut state, BEZOEKERS);
    type_slowly(&mut state, FieldId::Input(BEZOEKERS), "9x");
    assert_eq!(state.editing.scale_offer, Some(ScaleOffer { from: 500.0, to: 600.0 }));
}

/// Shares that became valid by half of a text are refused again.
#[test]
fn shares_accepted_on_the_way_to_a_refused_text_are_refused_again() {
    let (gemeente, rijk) =
        (InputId::General(General::FinancieringGemeente), InputId::General(General::FinancieringRijk));
    let mut state = state();
    type_text(&mut state, rijk, "40");
    leave(&mut state, rijk);
    type_slowly(&mut state, FieldId::Input(gemeente), "60x");
    assert_eq!([gemeente, rijk].map(|id| state.workspace.inputs.get(id)), [1.0, 0.0]);
    assert_eq!(state.editing.refused_inputs().count(), 2);
    type_slowly(&mut state, FieldId::Input(gemeente), "60");
    assert_eq!([gemeente, rijk].map(|id| state.workspace.inputs.get(id)), [0.6, 0.4]);
    state.apply(WorkspaceAction::Undo.into());
    assert_eq!([gemeente, rijk].map(|id| state.workspace.inputs.get(id)), [1.0, 0.0]);
}

/// Numbers that are no inputs follow the same rule.
#[test]
fn nothing_of_a_refused_setting_counts() {
    let rung = FieldId::LadderEntry(LadderEntry { when: MeasuringPoint::Now, step: 2 });
    let setting = FieldId::Setting;
    let fields = [
        (setting(Setting::Low(BEZOEKERS)), "450x"),
        (setting(Setting::Low(BEZOEKERS)), "1,250"),
        (setting(Setting::High(BEZOEKERS)), "6e2"),
        (setting(Setting::Draws), "2000 x"),
        (setting(Setting::Seed), "7½"),
        (setting(Setting::Plan(0, FunderField::Amount)), "60k"),
        (setting(Setting::Plan(0, FunderField::Amount)), "36,500"),
        (setting(Setting::Network(NetworkField::Count(0))), "3x"),
        (setting(Setting::Network(NetworkField::Inhabitants)), "36,500"),
        (rung, "12x"),
    ];
    for (field, text) in fields {
        let mut state = state();
        let plan = r#"{"plan":[{"party":"rijk","amount":5}]}"#;
        state.apply(WorkspaceAction::OpenFile(plan.to_owned()).into());
        let before = state.workspace.current.clone();
        type_slowly(&mut state, field, text);
        assert_eq!(state.workspace.current, before, "{field:?} {text}");
        state.apply(EditingAction::Leave(field).into());
        assert_eq!(state.workspace.current, before, "{field:?} {text}");
    }
}

/// A comma before three digits separates thousands in other languages.
#[test]
fn a_number_with_two_readings_is_asked_about() {
    let housing = InputId::General(General::Huisvesting);
    let discount = InputId::General(General::Discontovoet);
    let years = InputId::General(General::Horizon);
    let mut state = state();
    for (id, text, question) in [
        (housing, "36,500", "Bedoelt u 36.500 of 36,5? Schrijf 36500 of 36,5."),
        (housing, "€ 1,234", "Bedoelt u 1.234 of 1,234? Schrijf 1234 of 1,2340."),
        (InputId::General(General::Prijspeil), "2,025", "Bedoelt u 2025? Schrijf 2025."),
    ] {
        type_text(&mut state, id, text);
        assert_eq!(state.editing.input_drafts[&id].problem.as_deref(), Some(question), "{text}");
    }
    // In these one reading is possible.
    for (id, text, value) in [
        (housing, "36500", 36_500.0),
        (housing, "36,5", 36.5),
        (housing, "1,2340", 1.234),
        (housing, "0,125", 0.125),
        (housing, "36.500", 36_500.0),
        (housing, "1,000,000", 1_000_000.0),
        (discount, "2,125", 0.02125),
    ] {
        type_text(&mut state, id, text);
        assert_eq!(state.editing.input_drafts[&id].problem, None, "{text}");
        assert_eq!(state.workspace.inputs.get(id), value, "{text}");
    }
    // A number of years is at most 20.
    type_text(&mut state, years, "3,000");
    assert_eq!(state.workspace.inputs.get(years), 3.0);
}

/// A text with two readings is not read in one of them when another field changes.
#[test]
fn a_question_stays_when_another_field_changes() {
    let mut state = state();
    type_text(&mut state, BEZOEKERS, "1,250");
    leave(&mut state, BEZOEKERS);
    type_text(&mut state, InputId::General(General::Fte), "4");
    assert!(state.editing.input_drafts[&BEZOEKERS].is_refused());
    assert_eq!(state.workspace.inputs.get(BEZOEKERS), 500.0);
}

#[test]
fn typing_one_number_is_one_step() {
    let mut state = state();
    for text in ["5", "52", "520"] {
        type_text(&mut state, BEZOEKERS, text);
    }
    state.apply(WorkspaceAction::Undo.into());
    assert_eq!(state.workspace.inputs.get(BEZOEKERS), 500.0);
    state.apply(WorkspaceAction::Redo.into());
    assert_eq!(state.workspace.inputs.get(BEZOEKERS), 520.0);
}

#[test]
fn shares_that_fit_together_become_good_together() {
    let (gemeente, rijk) =
        (InputId::General(General::FinancieringGemeente), InputId::General(General::FinancieringRijk));
    let mut state = state();
    type_text(&mut state, rijk, "40");
    assert_eq!(state.editing.refused_inputs().count(), 1);
    type_text(&mut state, gemeente, "60");
    assert_eq!(state.editing.refused_inputs().count(), 0);
    assert_eq!(state.workspace.outcome.parties.rijk.costs.euros(), 120_000.0);
}

/// Returns the text of a draft and the remark on how it was read; `None` where there is none.
fn remark(state: &State, id: InputId) -> Option<(&str, String)> {
    let draft = state.editing.input_drafts.get(&id)?;
    Some((draft.text.as_str(), draft.note(state.text())?))
}

#[test]
fn the_remark_on_how_a_number_was_read_stays_until_the_value_changes() {
    let rent = InputId::General(General::Huisvesting);
    let expected = "Gelezen als 1,5. Schrijf een punt tussen duizendtallen en een komma voor decimalen.";
    for (text, tidy) in [("1.5", "1,5"), ("1.0000", "1"), ("36.50", "36,5"), ("1,000,000", "1.000.000")] {
        let mut state = state();
        type_slowly(&mut state, FieldId::Input(rent), text);
        assert_eq!(remark(&state, rent).unwrap().0, text);
        leave(&mut state, rent);
        let (shown, note) = remark(&state, rent).unwrap();
        assert_eq!((shown, note), (tidy, expected.replace("1,5", tidy)));
        // Another field leaves it as it is.
        type_text(&mut state, BEZOEKERS, "600");
        leave(&mut state, BEZOEKERS);
        assert!(remark(&state, rent).is_some() && remark(&state, BEZOEKERS).is_none());
    }
    let changes: [Action; 5] = [
        WorkspaceAction::Undo.into(),
        WorkspaceAction::Reset(rent).into(),
        WorkspaceAction::ResetAll.into(),
        EditingAction::Slide(FieldId::Input(rent), 50_000.0).into(),
        EditingAction::Type(FieldId::Input(rent), "1500".to_owned()).into(),
    ];
    for change in changes {
        let mut state = state();
        type_text(&mut state, rent, "1.5");
        leave(&mut state, rent);
        state.apply(change.clone());
        assert_eq!(remark(&state, rent), None, "{change:?}");
        leave(&mut state, rent);
        assert!(state.editing.input_drafts.is_empty(), "{change:?}");
    }
    let mut state = state();
    let low = Setting::Low(rent);
    state.apply(EditingAction::Type(FieldId::Setting(low), "40.5".to_owned()).into());
    state.apply(EditingAction::Leave(FieldId::Setting(low)).into());
    assert_eq!(state.editing.setting_drafts[&low].text, "40,5");
    state.apply(WorkspaceAction::ResetRange(rent).into());
    assert!(state.editing.setting_drafts.is_empty());
}

/// A remark does not survive a conversion of prices, which changes the value.
#[test]
fn converted_amounts_have_no_remark() {
    let rent = InputId::General(General::Huisvesting);
    let mut state = state();
    type_text(&mut state, rent, "60000.5");
    leave(&mut state, rent);
    let year = InputId::General(General::Prijspeil);
    type_text(&mut state, year, "2025");
    leave(&mut state, year);
    assert!(remark(&state, rent).is_some());
    state.apply(WorkspaceAction::ConvertPrices.into());
    assert_ne!(state.workspace.inputs.get(rent), 60_000.5);
    assert_eq!(remark(&state, rent), None);
}
