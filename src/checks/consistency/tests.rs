//! For each inconsistency a scenario that gives it, with its figures by hand, and
//! a nearby one that does not.

use super::*;
use crate::checks::plausibility_checks;
use crate::model::evaluate;
use crate::scenario::Scenario;
use crate::scenario::counts::CountMethod;

fn inputs(text: &str) -> Inputs {
    Scenario::parse(text).unwrap_or_else(|issues| panic!("{text}: {issues:?}")).inputs()
}

fn find(text: &str, is: fn(&Inconsistency) -> bool) -> Option<(Inconsistency, String)> {
    let inputs = inputs(text);
    for warning in plausibility_checks(&inputs, &evaluate(&inputs)) {
        if let WarningKind::Inconsistent(kind) = warning.kind
            && is(&kind)
        {
            let names: Vec<String> = warning.inputs.iter().map(|id| inputs.name(*id)).collect();
            return Some((kind, names.join(" ")));
        }
    }
    None
}

/// 5% of 500 is 25.
#[test]
fn as_many_as_all_who_ever_left() {
    let is_kind = |found: &Inconsistency| matches!(found, Inconsistency::AllWhoLeft { .. });
    let text = |people: f64| format!(r#"{{"values":{{"uitkeringen.aantal":{people}}}}}"#);
    let kind = Inconsistency::AllWhoLeft { people: 25.5, visitors: 500.0 };
    assert_eq!(find(&text(25.5), is_kind), Some((kind, "uitkeringen.aantal bezoekers".to_owned())));
    assert_eq!(find(&text(25.0), is_kind), None);
    // There is another warning for that many.
    assert_eq!(find(&text(501.0), is_kind), None);
    let uncounted = r#"{"values":{"uitkeringen.aantal":30},"counted":{"uitkeringen":false}}"#;
    assert_eq!(find(uncounted, is_kind), None);
}

#[test]
fn fewer_staff_and_as_many_people() {
    let is_kind = |found: &Inconsistency| matches!(found, Inconsistency::FewerStaffSameEffects { .. });
    let text = |values: &str| format!(r#"{{"values":{{{values}}}}}"#);
    let expected = (
        Inconsistency::FewerStaffSameEffects { fte: 3.4 },
        "fte uitkeringen.aantal dagbesteding.aantal".to_owned(),
    );
    assert_eq!(find(&text(r#""fte":3.4"#), is_kind), Some(expected));
    assert_eq!(find(&text(r#""fte":3.5"#), is_kind), None);
    // Fewer people too, of one effect; or a budget without staff.
    assert_eq!(find(&text(r#""fte":2,"dagbesteding.aantal":15"#), is_kind), None);
    assert_eq!(find(&text(r#""fte":2,"kostenbasis":"kengetal""#), is_kind), None);
}

/// 540 × 500 = 270,000; in prices of 2025 it is × 1.341.
#[test]
fn lower_costs_and_as_many_people() {
    let is_kind = |found: &Inconsistency| matches!(found, Inconsistency::LowerCostsSameEffects { .. });
    let text = |base: &str, costs: f64| {
        format!(r#"{{"base":"{base}","values":{{"kostenbasis":"kengetal","kosten-per-bezoeker":{costs}}}}}"#)
    };
    let (costs, brochure) = (Euro::new(269_500.0), Euro::new(300_000.0));
    let expected = (
        Inconsistency::LowerCostsSameEffects { costs, brochure },
        "kosten-per-bezoeker uitkeringen.aantal dagbesteding.aantal".to_owned(),
    );
    assert_eq!(find(&text("brochure", 539.0), is_kind), Some(expected));
    assert_eq!(find(&text("brochure", 540.0), is_kind), None);
    assert!(find(&text("prijspeil-2025", 724.0), is_kind).is_some());
    assert!(find(&text("prijspeil-2025", 725.0), is_kind).is_none());
    assert_eq!(find(&text("geen-effect", 100.0), is_kind), None);
}

#[test]
fn inhabitants_while_the_gemeente_is_in_front() {
    let is_kind = |found: &Inconsistency| matches!(found, Inconsistency::InhabitantsNotGiven { .. });
    let text = |values: &str| format!(r#"{{"values":{{{values}}}}}"#);
    let kind = Inconsistency::InhabitantsNotGiven { amount: Euro::new(54_000.0) };
    let gemeente = r#""perspectief":"gemeente""#;
    assert_eq!(find(&text(gemeente), is_kind), Some((kind, "inwoners-gemeente".to_owned())));
    assert_eq!(find("{}", is_kind), None);
    assert_eq!(find(&text(&format!(r#"{gemeente},"inwoners-gemeente":18000"#)), is_kind), None);
    assert_eq!(find(&text(&format!(r#"{gemeente},"uitkeringen.aantal":0"#)), is_kind), None);
    assert_eq!(find(&text(&format!(r#"{gemeente},"uitkeringen.gemeente":0"#)), is_kind), None);
}

#[test]
fn a_count_that_is_taken_over_doubts_twice() {
    let warning = |scenario: &Scenario| {
        let inputs = scenario.inputs();
        doubt_counted_twice(&inputs, &evaluate(&inputs))
    };
    let warning_kind = |scenario: &Scenario| warning(scenario).map(|found| found.kind);
    let own = |chance: f64| {
        let values = format!(r#""kans-geen-effect":{chance},"zorggebruik.aantal":3"#);
        Scenario::parse(&format!(r#"{{"values":{{{values}}},"counted":{{"zorggebruik":true}}}}"#)).unwrap()
    };
    for (method, without_effect) in [(CountMethod::Voorzichtig, false), (CountMethod::GeenEffect, true)] {
        let twice = Inconsistency::DoubtCountedTwice { chance: 0.15, without_effect };
        let twice = WarningKind::Inconsistent(twice);
        assert_eq!(warning_kind(&method.apply(&own(0.15))), Some(twice));
        assert_eq!(warning_kind(&method.apply(&own(0.0))), None);
    }
    assert_eq!(warning_kind(&CountMethod::Gunstig.apply(&own(0.15))), None);
    assert_eq!(warning_kind(&own(0.15)), None);
    let counted = CountMethod::Voorzichtig.apply(&own(0.15));
    assert_eq!(warning(&counted).unwrap().inputs[0], InputId::General(General::KansGeenEffect));
    // Own lines take part; without any effect that counts there is no doubt to enter.
    let line = r#""custom":[{"id":"a","side":"saving","quantity":2,"amount":9}]"#;
    let nothing = r#""uitkeringen":false,"dagbesteding":false"#;
    let own_line = Scenario::parse(&format!(r#"{{"counted":{{{nothing}}},{line}}}"#)).unwrap();
    assert_eq!(warning_kind(&own_line), None);
    assert!(warning_kind(&CountMethod::Voorzichtig.apply(&own_line)).is_some());
    assert_eq!(warning_kind(&Scenario::parse(&format!(r#"{{"counted":{{{nothing}}}}}"#)).unwrap()), None);
    // A correction of which the user is sure stays, as after the helper for person-years.
    let sure = r#"{"ranges":{"uitkeringen.autonoom":{"kind":"fixed"}}}"#;
    let sure = Scenario::parse(sure).unwrap();
    assert!(warning_kind(&CountMethod::Voorzichtig.apply(&sure)).is_some() && warning_kind(&sure).is_none());
}
