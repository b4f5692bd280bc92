use super::*;
use crate::model::Shape;
use crate::ui::features::centre::answer::copied_text;
use crate::ui::routes::Route;
use crate::ui::state::{EditingAction, FieldId, ViewAction, WorkspaceAction};

const VISITORS: InputId = InputId::General(General::Bezoekers);
const RENT: InputId = InputId::General(General::Huisvesting);
const PEOPLE: InputId = InputId::Line(Line::Uitkeringen, LineField::Aantal);

fn opened(scenario: &str) -> State {
    State::new(Route::Centre, Scenario::parse(scenario).unwrap())
}

fn type_in(state: &mut State, id: InputId, text: &str) {
    state.apply(EditingAction::Type(FieldId::Input(id), text.to_owned()).into());
}

/// Returns the action that confirms the value which the state shows.
fn confirm(state: &State, id: InputId) -> CentreAction {
    CentreAction::Confirm(id, state.workspace.inputs.get(id))
}

fn act(state: &mut State, action: CentreAction) {
    state.apply(WorkspaceAction::Centre(action).into());
}

#[test]
fn costs_that_are_typed_begin_as_sure_and_effects_as_an_estimate() {
    let mut state = opened("{}");
    type_in(&mut state, RENT, "36.500");
    type_in(&mut state, PEOPLE, "3");
    assert_eq!(certainty(&state, RENT), Some(Certainty::Sure));
    assert_eq!(certainty(&state, PEOPLE), Some(Certainty::Estimate));
    assert_eq!(own_range(&state, PEOPLE), None);
    // The brochure's value again has no range.
    type_in(&mut state, RENT, "48.000");
    let rent = state.workspace.preset_value(RENT);
    type_in(&mut state, RENT, &rent.to_string());
    assert_eq!(own_range(&state, RENT), None);
    // The worksheet's fields do not say how sure anybody is.
    state.apply(ViewAction::Show(Route::Worksheet).into());
    type_in(&mut state, RENT, "40.000");
    assert_eq!(own_range(&state, RENT), None);
}

#[test]
fn an_estimate_stays_an_estimate_when_its_value_changes() {
    let mut state = opened("{}");
    type_in(&mut state, RENT, "36.500");
    act(&mut state, CentreAction::SetCertainty(RENT, Certainty::Estimate));
    assert_eq!(certainty(&state, RENT), Some(Certainty::Estimate));
    type_in(&mut state, RENT, "37.000");
    assert_eq!(certainty(&state, RENT), Some(Certainty::Estimate));
}

#[test]
fn a_range_set_by_hand_is_asked_about_before_it_is_replaced() {
    let hand_set =
        r#"{"values":{"uitkeringen.aantal":6},"ranges":{"uitkeringen.aantal":{"low":2,"high":9}}}"#;
    let mut state = opened(hand_set);
    assert_eq!(certainty(&state, PEOPLE), None);
    let replace = CentreAction::SetCertainty(PEOPLE, Certainty::Sure);
    act(&mut state, replace);
    assert_eq!(own_range(&state, PEOPLE).unwrap().low, 2.0);
    act(&mut state, CentreAction::KeepRange);
    act(&mut state, replace);
    assert_eq!(own_range(&state, PEOPLE).unwrap().low, 2.0);
    act(&mut state, CentreAction::ReplaceRange(PEOPLE, Certainty::Sure));
    assert_eq!(own_range(&state, PEOPLE).unwrap().shape, Shape::Fixed);
}

/// By hand: 16 × 320 ÷ 500 = 10.24, and 4 × 320 ÷ 500 = 2.56.
#[test]
fn counts_of_the_brochure_are_asked_about_once_the_visitors_are_the_users() {
    let day_care = InputId::Line(Line::Dagbesteding, LineField::Aantal);
    let mut state = opened("{}");
    assert!(!is_out_of_proportion(&state, day_care));
    type_in(&mut state, VISITORS, "320");
    assert!(is_out_of_proportion(&state, day_care) && is_out_of_proportion(&state, PEOPLE));
    assert_eq!((in_proportion(&state, day_care), in_proportion(&state, PEOPLE)), (10.0, 2.5));
    act(&mut state, CentreAction::SetInProportion(day_care));
    assert_eq!(state.workspace.inputs.get(day_care), 10.0);
    // To leave it as it is makes it the user's own.
    let confirmed = confirm(&state, PEOPLE);
    act(&mut state, confirmed);
    assert!(!is_out_of_proportion(&state, PEOPLE) && is_own(&state, PEOPLE));
    assert_eq!(state.workspace.inputs.get(PEOPLE), 4.0);
    assert_eq!(answered(&state), 3);
}

/// By hand: 16 × 505 ÷ 500 = 16.16, in halves 16, which is the brochure's number.
#[test]
fn a_count_that_is_in_proportion_already_is_not_asked_again() {
    let day_care = InputId::Line(Line::Dagbesteding, LineField::Aantal);
    let mut state = opened("{}");
    type_in(&mut state, VISITORS, "505");
    act(&mut state, CentreAction::SetInProportion(day_care));
    assert!(!is_out_of_proportion(&state, day_care));
    assert_eq!(state.workspace.inputs.get(day_care), 16.0);
}

#[test]
fn a_confirmed_figure_is_an_own_figure() {
    let mut state = opened("{}");
    assert!(is_example(&state));
    let confirmed = confirm(&state, InputId::General(General::Vrijwilligers));
    act(&mut state, confirmed);
    assert_eq!((own_figures(&state), answered(&state), is_example(&state)), (1, 1, false));
}

/// The default range of a count begins at 0.
#[test]
fn a_large_estimate_is_asked_for_its_range() {
    let mut state = opened("{}");
    let day_care = InputId::Line(Line::Dagbesteding, LineField::Aantal);
    type_in(&mut state, day_care, "20");
    assert!(!asks_range(&state, day_care));
    type_in(&mut state, PEOPLE, "30");
    assert!(asks_range(&state, PEOPLE));
    act(&mut state, CentreAction::SetCertainty(PEOPLE, Certainty::Sure));
    assert!(!asks_range(&state, PEOPLE));
}

#[test]
fn a_new_centre_begins_in_this_years_prices_as_far_as_they_go() {
    let mut state = opened("{}");
    act(&mut state, CentreAction::Begin(2026));
    assert_eq!(state.workspace.inputs.year(), 2026);
    // A clock can stand anywhere.
    for (clock, year) in [(2040, LAST_YEAR), (1970, BASE_YEAR)] {
        act(&mut state, CentreAction::Begin(clock));
        assert_eq!(state.workspace.inputs.year(), year);
        state.apply(WorkspaceAction::Undo.into());
    }
    state.apply(WorkspaceAction::Undo.into());
    assert_eq!(state.workspace.inputs.year(), 2016);
}

#[test]
fn what_was_pressed_before_its_code_was_there_never_replaces_what_was_done_meanwhile() {
    let rent = InputId::General(General::Huisvesting);
    // First 'begin', then 'true here too' at an amount in the prices before it.
    let mut state = opened("{}");
    let confirmed = confirm(&state, rent);
    act(&mut state, CentreAction::Begin(2026));
    act(&mut state, confirmed);
    assert!(!is_own(&state, rent), "nobody confirmed {}", state.workspace.inputs.get(rent));
    // The other way round: a confirmed amount keeps its prices.
    let mut state = opened("{}");
    let confirmed = confirm(&state, rent);
    act(&mut state, confirmed);
    act(&mut state, CentreAction::Begin(2026));
    assert_eq!((state.workspace.inputs.year(), state.workspace.inputs.get(rent)), (2016, 48_000.0));
    // An amount that was typed stays as it is, and the others get the prices of this year.
    let mut state = opened("{}");
    type_in(&mut state, rent, "61250");
    act(&mut state, CentreAction::Begin(2026));
    assert_eq!((state.workspace.inputs.year(), state.workspace.inputs.get(rent)), (2026, 61_250.0));
    // A count that was typed is not put in proportion.
    let mut state = opened(r#"{"values":{"bezoekers":320}}"#);
    type_in(&mut state, PEOPLE, "7");
    act(&mut state, CentreAction::SetInProportion(PEOPLE));
    assert_eq!(state.workspace.inputs.get(PEOPLE), 7.0);
}

/// The copied sentence says what its preset supposes, until the user changes an effect.
#[test]
fn a_preset_is_named_until_an_effect_is_the_users() {
    let text = |json: &str| {
        let scenario = Scenario::parse(json).unwrap();
        copied_text(&State::new(Route::Centre, scenario)).replace('\u{a0}', " ")
    };
    let supposed = text(r#"{"base":"geen-effect","values":{"bezoekers":300}}"#);
    assert!(supposed.starts_with("Zonder effect gerekend: ons centrum kost"), "{supposed}");
    assert!(supposed.ends_with("Prijzen van 2016, afgerond."), "{supposed}");
    let own = text(r#"{"base":"geen-effect","values":{"uitkeringen.aantal":4}}"#);
    assert!(own.starts_with("Ons centrum kost € 300.000 per jaar. Naar schatting bespaart"), "{own}");
    assert!(own.contains("Prijzen van de brochure: loon, uitkering en plek dagbesteding."), "{own}");
}
