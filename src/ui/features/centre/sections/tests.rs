use super::*;
use crate::model::Line;
use crate::scenario::Scenario;
use crate::ui::components::element::tests::rendered;
use crate::ui::state::State;

/// Returns what the page calls the weakest input of a scenario with these values.
fn weakest(values: &str) -> String {
    let scenario = Scenario::parse(&format!(r#"{{"schema":2,"values":{{{values}}}}}"#)).unwrap();
    let ctx = PageContext::inert(State::new(Route::Centre, scenario));
    let evidence = &ctx.workspace.evidence;
    let weakest_lines = evidence.lines.iter().filter(|line| line.grade == evidence.grade);
    assert!(weakest_lines.count() > 1, "otherwise there is nothing to choose from: {evidence:?}");
    weakest_name(&ctx).unwrap()
}

#[test]
fn that_there_is_no_effect_is_supposed_and_not_well_founded() {
    let said = |json: &str| {
        let state = State::new(Route::Centre, Scenario::parse(json).unwrap());
        rendered(how_sure(&PageContext::inert(state)))
    };
    let none = said(r#"{"base":"geen-effect"}"#);
    assert!(none.contains("Hier nemen wij aan dat er geen effect is. Alleen de kosten zijn"), "{none}");
    assert!(!none.contains("De uitkomst is"), "{none}");
    let unknown = said(r#"{"counted":{"uitkeringen":false,"dagbesteding":false}}"#);
    assert!(unknown.contains("Hier telt nog geen besparing mee."), "{unknown}");
    assert!(said("{}").contains("De uitkomst rust voor een deel op aannames."));
}

#[test]
fn a_share_of_a_party_is_named_by_what_it_decides() {
    let scenario = Scenario::parse("{}").unwrap();
    let ctx = PageContext::inert(State::new(Route::Centre, scenario));
    let id = InputId::Line(Line::Dagbesteding, LineField::Gemeente);
    assert_eq!(name_of_input(&ctx, id), "wie de besparing bij ‘Minder dagbesteding’ krijgt");
}

/// By hand: 4 × 146,000 for the gemeente, which pays everything and saves everything; for
/// society 4 × (300,000 − 100,000). With 40 clients the gemeente saves 4 × 4,000 more.
#[test]
fn the_years_are_also_said_in_the_perspective_that_is_chosen() {
    let said = |values: &str| {
        let scenario = Scenario::parse(&format!(r#"{{"values":{{{values}}}}}"#)).unwrap();
        let ctx = PageContext::inert(State::new(Route::Centre, scenario));
        let perspective = ctx.workspace.inputs.perspective;
        let (years, saldo) = cumulative_saldo(&ctx.workspace.outcome, perspective).unwrap();
        (ctx.text().centre_sections().when_of)(perspective, years, saldo).replace('\u{a0}', " ")
    };
    assert_eq!(said(""), "");
    assert_eq!(
        said(r#""perspectief":"gemeente""#),
        "Voor de gemeente alleen zijn de kosten na 4 jaar naar schatting € 584.000 hoger dan de besparingen."
    );
    assert_eq!(
        said(r#""perspectief":"samenleving""#),
        "Voor de samenleving zijn de kosten na 4 jaar naar schatting € 800.000 hoger dan de besparingen. Een uitkering minder telt daar niet."
    );
    let surplus = said(r#""perspectief":"gemeente","dagbesteding.aantal":40"#);
    assert!(surplus.contains("€ 16.000 lager dan de besparingen"), "{surplus}");
}

#[test]
fn of_lines_with_the_same_grade_the_input_that_changes_the_outcome_most_is_named() {
    assert_eq!(
        weakest(r#""vrijwilligers":30,"uitkeringen.aantal":3"#),
        "‘Hoeveel mensen hadden een jaar geen uitkering meer nodig?’"
    );
    assert_eq!(weakest(r#""vrijwilligers":30"#), "Minder dagbesteding, Was toch al gebeurd");
}
