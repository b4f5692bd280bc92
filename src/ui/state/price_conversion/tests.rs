//! Amounts stay when the price year changes, and follow it when the user asks.

use crate::model::{General, InputId, Line, LineField, price};
use crate::scenario::link::Address;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::state::{EditingAction, FieldId, Notice, PriceOffer, State, WorkspaceAction};

const PRIJSPEIL: InputId = InputId::General(General::Prijspeil);
const HUUR: InputId = InputId::General(General::Huisvesting);

fn state() -> State {
    State::from_address(&Address::of_view("rekenblad"))
}

fn type_text(state: &mut State, id: InputId, text: &str) {
    state.apply(EditingAction::Type(FieldId::Input(id), text.to_owned()).into());
}

fn convert(state: &mut State) {
    state.apply(WorkspaceAction::ConvertPrices.into());
}

/// Amounts stay until the user accepts the offer.
#[test]
fn own_amounts_follow_the_price_year_there_and_back() {
    let mut state = state();
    type_text(&mut state, HUUR, "50.000");
    type_text(&mut state, PRIJSPEIL, "2025");
    assert_eq!(state.workspace.inputs.get(HUUR), 50_000.0);
    convert(&mut state);
    assert!((state.workspace.inputs.get(HUUR) - 50_000.0 * price::factor(2025)).abs() < 1e-6);
    assert!(matches!(state.view.notice, Some(Notice::Converted { amounts: 1, from: 2016, to: 2025, .. })));
    type_text(&mut state, PRIJSPEIL, "2016");
    convert(&mut state);
    assert_eq!(state.workspace.inputs.get(HUUR), 50_000.0);
}

/// Two changes of the year are one conversion; back at the first year there is none.
#[test]
fn the_offer_keeps_the_year_in_which_amounts_were_entered() {
    let mut state = state();
    type_text(&mut state, HUUR, "50.000");
    type_text(&mut state, PRIJSPEIL, "2020");
    type_text(&mut state, PRIJSPEIL, "2025");
    assert!(matches!(state.editing.price_offer, Some(PriceOffer { from: 2016, to: 2025, amounts: 1, .. })));
    type_text(&mut state, PRIJSPEIL, "2016");
    assert_eq!(state.editing.price_offer, None);
}

/// An amount that is typed after the year changed is in its prices.
#[test]
fn the_offer_ends_when_amounts_change() {
    let mut state = state();
    type_text(&mut state, HUUR, "50.000");
    type_text(&mut state, PRIJSPEIL, "2025");
    type_text(&mut state, InputId::General(General::Fte), "4");
    assert!(state.editing.price_offer.is_some());
    type_text(&mut state, InputId::General(General::Organisatie), "30.000");
    assert_eq!(state.editing.price_offer, None);
}

/// The price year goes back, and the amounts stay.
#[test]
fn the_price_year_goes_back_without_its_amounts() {
    let mut state = state();
    type_text(&mut state, HUUR, "50.000");
    type_text(&mut state, PRIJSPEIL, "2025");
    assert!(state.workspace.is_changed(PRIJSPEIL));
    state.apply(WorkspaceAction::Reset(PRIJSPEIL).into());
    assert_eq!((state.workspace.inputs.year(), state.workspace.inputs.get(HUUR)), (2016, 50_000.0));
    assert_eq!(state.workspace.changes().len(), 1);
}

/// By hand: an own line's € 1,000 of 2016 is € 1,014 in 2017. The price of a QALY stays, as
/// does its range: the thresholds behind it are not indexed.
#[test]
fn the_price_of_a_qaly_stays() {
    let qaly = InputId::Line(Line::KwaliteitVanLeven, LineField::Bedrag);
    let mut state = state();
    let file = r#"{"values":{"kwaliteit-van-leven.bedrag":60000},
        "ranges":{"kwaliteit-van-leven.bedrag":{"low":30000,"high":80000}},
        "custom":[{"id":"c1","side":"cost","label":"Scholing","quantity":1,"amount":1000}]}"#;
    state.apply(WorkspaceAction::OpenFile(file.to_owned()).into());
    type_text(&mut state, PRIJSPEIL, "2017");
    convert(&mut state);
    let inputs = &state.workspace.inputs;
    assert_eq!(inputs.get(InputId::Own(0, LineField::Bedrag)), 1_014.0);
    assert_eq!(inputs.get(qaly), 60_000.0);
    assert_eq!((inputs.range(qaly).low, inputs.range(qaly).high), (30_000.0, 80_000.0));
    assert!(matches!(state.view.notice, Some(Notice::Converted { amounts: 1, .. })));
}

/// By hand: after 2025, the last year that is known, the scenario's expected inflation of
/// 10% a year: € 1,000 of 2025 is € 1,210 in 2027.
#[test]
fn amounts_follow_the_expected_inflation() {
    let mut state = state();
    let file = r#"{"base":"prijspeil-2025","values":{"verwachte-inflatie":0.1},
        "custom":[{"id":"c1","side":"cost","label":"Scholing","quantity":1,"amount":1000}]}"#;
    state.apply(WorkspaceAction::OpenFile(file.to_owned()).into());
    type_text(&mut state, PRIJSPEIL, "2027");
    convert(&mut state);
    assert_eq!(state.workspace.inputs.get(InputId::Own(0, LineField::Bedrag)), 1_210.0);
}

fn opened(file: &str) -> State {
    let mut state = state();
    state.apply(WorkspaceAction::OpenFile(file.to_owned()).into());
    state
}

/// By hand: the amounts are in prices of 2025, and are to be in those of 2027. The inflation
/// that is expected is changed while the offer stands: € 1,000 becomes € 1,210.
#[test]
fn the_offer_follows_the_expected_inflation() {
    let mut state = opened(
        r#"{"base":"prijspeil-2025","custom":[{"id":"c1","side":"cost","label":"","quantity":1,"amount":1000}]}"#,
    );
    type_text(&mut state, PRIJSPEIL, "2027");
    type_text(&mut state, InputId::General(General::VerwachteInflatie), "10");
    convert(&mut state);
    assert_eq!(state.workspace.inputs.get(InputId::Own(0, LineField::Bedrag)), 1_210.0);
    let Some(Notice::Converted { factor, .. }) = state.view.notice else { panic!("{:?}", state.view.notice) };
    assert!((factor - 1.21).abs() < 1e-12);
}

/// Bounds are amounts too: typed after the year changed, they are in its prices already.
#[test]
fn the_offer_ends_when_bounds_change() {
    let mut state = state();
    type_text(&mut state, HUUR, "50.000");
    type_text(&mut state, PRIJSPEIL, "2025");
    let low = FieldId::Setting(Setting::Low(HUUR));
    state.apply(EditingAction::Type(low, "48.000".to_owned()).into());
    assert_eq!(state.editing.price_offer, None);
}

/// By hand: 40,000 and 60,000 of 2016 are 40,560 and 60,840 in 2017.
#[test]
fn bounds_alone_are_offered_and_converted() {
    let mut state = opened(r#"{"ranges":{"huisvesting":{"low":40000,"high":60000}}}"#);
    type_text(&mut state, PRIJSPEIL, "2017");
    assert!(matches!(state.editing.price_offer, Some(PriceOffer { amounts: 2, .. })));
    convert(&mut state);
    let range = state.unwidened_range(HUUR);
    assert_eq!((range.low, range.high), (40_560.0, 60_840.0));
}

/// A rent of 900 million in 2016 would be 1.2 billion in 2025, above the limit.
#[test]
fn an_amount_beyond_its_limit_stays_and_is_named() {
    let mut state = opened(r#"{"values":{"huisvesting":900000000}}"#);
    type_text(&mut state, PRIJSPEIL, "2025");
    convert(&mut state);
    assert_eq!(state.workspace.inputs.get(HUUR), 900_000_000.0);
    assert!(state.view.notice.as_ref().is_some_and(|notice| !notice.can_be_undone()));
    assert!(state.editing.price_offer.is_some());
}
