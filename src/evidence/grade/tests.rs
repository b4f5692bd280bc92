//! Grades of scenarios, worked out by hand.

use super::*;
use crate::model::{General, Line, evaluate};
use crate::scenario::Scenario;

/// Grades the evidence of a scenario from its JSON text.
fn summary(scenario: &str) -> EvidenceSummary {
    let scenario = Scenario::parse(scenario).unwrap();
    let inputs = scenario.inputs();
    evidence_summary(&inputs, &evaluate(&inputs), &scenario.user_sources())
}

fn grades(evidence_summary: &EvidenceSummary) -> Vec<EvidenceGrade> {
    evidence_summary.lines.iter().map(|line| line.grade).collect()
}

const DEADWEIGHT: InputId = InputId::Line(Line::Dagbesteding, LineField::Autonoom);

#[test]
fn the_brochure() {
    let found = summary("{}");
    assert_eq!(grades(&found), [EvidenceGrade::Reasonable, EvidenceGrade::Assumed, EvidenceGrade::Assumed]);
    assert_eq!((found.grade, found.weakest), (EvidenceGrade::Assumed, Some(DEADWEIGHT)));
    // In prices of another year the grades are equal.
    assert_eq!(grades(&summary(r#"{"base":"prijspeil-2025"}"#)), grades(&found));
}

/// With another expected inflation the defaults are the same figures in other prices.
#[test]
fn the_expected_inflation_changes_no_grade() {
    let expected = |inflation: f64| {
        summary(&format!(r#"{{"values":{{"prijspeil":2028,"verwachte-inflatie":{inflation}}}}}"#))
    };
    assert_eq!(expected(0.04), expected(0.02));
    assert_eq!(expected(0.04).lines[0].grade, EvidenceGrade::Reasonable);
    let scenario = r#"{"values":{"prijspeil":2028,"verwachte-inflatie":0.04},
        "custom":[{"id":"c1","side":"cost","label":"","quantity":1,"amount":5}],
        "meta":{"eigen":{"c1.aantal":"x","c1.bedrag":"x"}}}"#;
    let scenario = Scenario::parse(scenario).unwrap();
    assert_eq!(own_line(&scenario.inputs(), &scenario.user_sources(), 0), EvidenceGrade::Sound);
}

/// Costs: 4 × 48,800 of staff and 50 × 300 for volunteers; the fee's range,
/// 0 to 600, moves the costs by 30,000 (10%); that of housing by 18,000 (6%).
#[test]
fn changed_costs_have_the_grade_of_their_weakest_input() {
    let costs = |user_sources: &str| {
        let text = format!(r#"{{"values":{{"fte":4}},"meta":{{"eigen":{{{user_sources}}}}}}}"#);
        let line = summary(&text).lines.swap_remove(0);
        (line.grade, line.weakest)
    };
    let general = |general| Some(InputId::General(general));
    assert_eq!(costs(""), (EvidenceGrade::Assumed, general(General::VergoedingPerVrijwilliger)));
    let both = r#""fte":"loonstaat","vergoeding-per-vrijwilliger":"kasboek""#;
    assert_eq!(costs(both), (EvidenceGrade::Estimated, general(General::LoonkostenPerFte)));
    let all = format!(r#"{both},"loonkosten-per-fte":"loonstaat","huisvesting":"huurcontract""#);
    assert_eq!(costs(&all).0, EvidenceGrade::Sound);
    // A user's figure without a source does not raise the grade.
    assert_eq!(
        costs(&all.replace("huurcontract", " ")),
        (EvidenceGrade::Assumed, general(General::Huisvesting))
    );
}

#[test]
fn effects_are_at_most_reasonable() {
    let fields = ["aantal", "bedrag", "autonoom", "toerekening", "verdringing"];
    let user_sources = |lines: &[&str]| -> String {
        let all = lines.iter().flat_map(|line| fields.map(|field| format!(r#""{line}.{field}":"x""#)));
        format!(r#"{{"meta":{{"eigen":{{{}}}}}}}"#, all.collect::<Vec<_>>().join(","))
    };
    let one = summary(&user_sources(&["dagbesteding"]));
    assert_eq!(grades(&one), [EvidenceGrade::Reasonable, EvidenceGrade::Assumed, EvidenceGrade::Reasonable]);
    let both = summary(&user_sources(&["dagbesteding", "uitkeringen"]));
    assert_eq!(both.grade, EvidenceGrade::Reasonable);
}

/// A cost from the user's bookkeeping is sound; a number of effects never is.
#[test]
fn own_lines_by_themselves() {
    let scenario = |user_sources: &str| {
        let text = format!(
            r#"{{"custom":[{{"id":"c1","side":"cost","label":"","quantity":1,"amount":5}},
                {{"id":"c2","side":"saving","label":"","counted":false,"quantity":1,"amount":5}}],
                "meta":{{"eigen":{{{user_sources}}}}}}}"#
        );
        let scenario = Scenario::parse(&text).unwrap();
        let inputs = scenario.inputs();
        [0, 1].map(|index| own_line(&inputs, &scenario.user_sources(), index))
    };
    assert_eq!(scenario(""), [EvidenceGrade::Assumed; 2]);
    let all = r#""c1.aantal":"x","c1.bedrag":"x","c2.aantal":"x","c2.bedrag":"x""#;
    assert_eq!(scenario(all), [EvidenceGrade::Sound, EvidenceGrade::Reasonable]);
    assert_eq!(
        scenario(&all.replace(r#""c1.bedrag":"x","#, "")),
        [EvidenceGrade::Assumed, EvidenceGrade::Reasonable]
    );
}

/// A small own line does not limit the grade: 1,000 is 0.3% of the costs.
#[test]
fn lines_that_do_not_matter_do_not_limit_the_grade() {
    let own = |amount: u32| {
        let text = format!(
            r#"{{"counted":{{"uitkeringen":false,"dagbesteding":false}},
                "custom":[{{"id":"c1","side":"saving","label":"","quantity":1,"amount":{amount}}}]}}"#
        );
        summary(&text)
    };
    let small = own(1_000);
    assert_eq!((small.grade, small.weakest), (EvidenceGrade::Reasonable, None));
    assert_eq!(small.lines[1].grade, EvidenceGrade::Assumed);
    let large = own(20_000);
    assert_eq!(
        (large.grade, large.weakest),
        (EvidenceGrade::Assumed, Some(InputId::Own(0, LineField::Aantal)))
    );
}

/// By hand: with own figures for costs and dagbesteding, 10 QALYs of 50,000 count for society
/// only, and are an assumption; a benefit less counts for all payers only, and so does its
/// grade. For the gemeente it matters too who saves, and what is cashable.
#[test]
fn the_lines_of_the_perspective_limit_the_grade() {
    let fields = ["aantal", "bedrag", "autonoom", "toerekening", "verdringing"];
    let of_line = |line: &str| fields.map(|field| format!(r#""{line}.{field}":"x""#)).join(",");
    let costs = ["fte", "loonkosten-per-fte", "vrijwilligers", "vergoeding-per-vrijwilliger", "huisvesting"];
    let costs = costs.map(|id| format!(r#""{id}":"x""#)).join(",");
    let grade = |perspective: &str, user_sources: &str| {
        let text = format!(
            r#"{{"values":{{"perspectief":"{perspective}","kwaliteit-van-leven.aantal":10}},
                "counted":{{"kwaliteit-van-leven":true}},"meta":{{"eigen":{{{user_sources}}}}}}}"#
        );
        summary(&text)
    };
    let dagbesteding = format!("{costs},{}", of_line("dagbesteding"));
    let society = grade("samenleving", &dagbesteding);
    assert_eq!(society.grade, EvidenceGrade::Assumed);
    assert!(matches!(society.weakest, Some(InputId::Line(Line::KwaliteitVanLeven, _))), "{society:?}");
    // The costs, dagbesteding and quality of life: no transfer.
    assert_eq!(society.lines.len(), 3);
    let all = format!("{dagbesteding},{}", of_line("kwaliteit-van-leven"));
    assert_eq!(grade("samenleving", &all).grade, EvidenceGrade::Reasonable);

    let payers = format!("{dagbesteding},{}", of_line("uitkeringen"));
    assert_eq!(grade("partijen", &dagbesteding).grade, EvidenceGrade::Assumed);
    assert_eq!(grade("partijen", &payers).grade, EvidenceGrade::Reasonable);
    let gemeente = grade("gemeente", &payers);
    assert_eq!(gemeente.grade, EvidenceGrade::Assumed);
    let who = r#""uitkeringen.gemeente":"x","dagbesteding.gemeente":"x","dagbesteding.verzilverbaar":"x""#;
    let paid = r#""financiering.gemeente":"x""#;
    assert_eq!(grade("gemeente", &format!("{payers},{who},{paid}")).grade, EvidenceGrade::Reasonable);
}
