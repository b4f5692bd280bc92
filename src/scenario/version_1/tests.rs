//! Scenarios of version 1, read as version 2, with figures worked out by hand.

use super::*;
use crate::model::{Outcome, Perspective, evaluate};

fn read(text: &str) -> (Scenario, Vec<Conversion>) {
    Scenario::parse_any_version(text).unwrap_or_else(|issues| panic!("{text}: {issues:?}"))
}

fn outcome(text: &str) -> Outcome {
    evaluate(&read(text).0.inputs())
}

/// By hand: costs of 300,000, of which the gemeente pays 200,000 for good. The fund pays
/// 100,000 in each of the first two years; in a full-effect year that is uncovered.
#[test]
fn a_funder_that_stops_is_told() {
    let plan = |schema: u32, until: &str| {
        format!(
            r#"{{"schema":{schema},"plan":[{{"label":"Gemeente","party":"gemeente","amount":200000}},
                {{"label":"Fonds","party":"overig","amount":100000{until}}}]}}"#
        )
    };
    let stops = plan(1, r#","until":2"#);
    assert!(read(&stops).1.contains(&Conversion::TemporaryFunders));
    let financing = outcome(&stops).financing.unwrap();
    assert_eq!(financing.uncovered.euros(), 100_000.0);
    // The plan of each year is that of version 1.
    let by_year: Vec<f64> = financing.years.iter().map(|year| year.uncovered.euros()).collect();
    assert_eq!(by_year, [0.0, 0.0, 100_000.0, 100_000.0]);
    assert!(!read(&plan(1, "")).1.contains(&Conversion::TemporaryFunders));
    assert_eq!(read(&plan(2, r#","until":2"#)).1, []);
}

/// A transfer of the user's own, of which a fifth was not cashable in version 1.
const OWN_TRANSFER: &str = r#"{"schema":1,"custom":[{"id":"c1","side":"saving","kind":"overdracht",
    "label":"Toeslag","quantity":2,"amount":5000,"verzilverbaar":0.8}]}"#;

/// By hand: the Rijk saves a fifth of 10,000, the gemeente the rest.
#[test]
fn an_own_transfer_is_read_back_as_it_is() {
    let (scenario, conversions) = read(OWN_TRANSFER);
    assert!(conversions.contains(&Conversion::TransfersToRijk));
    assert_eq!(Scenario::parse(&scenario.to_json()).as_ref(), Ok(&scenario));
    let parties = outcome(OWN_TRANSFER).savings.last().unwrap().parties;
    assert!((parties.rijk.euros() - 2_000.0).abs() < 1e-6);
    assert!((parties.gemeente.euros() - 8_000.0).abs() < 1e-6);
}

/// Version 2 knows no cashable share of a transfer: neither a value nor a range of it.
#[test]
fn a_cashable_share_of_a_transfer_tells_version_1() {
    let with_range = OWN_TRANSFER
        .replace(r#""schema":1,"#, "")
        .replace(r#","verzilverbaar":0.8}]"#, r#"}],"ranges":{"c1.verzilverbaar":{"low":0.5,"high":1}}"#);
    for text in [
        OWN_TRANSFER.replace(r#""schema":1,"#, ""),
        r#"{"values":{"uitkeringen.verzilverbaar":1}}"#.to_owned(),
        r#"{"ranges":{"uitkeringen.verzilverbaar":{"low":0.5,"high":1}}}"#.to_owned(),
        with_range.clone(),
    ] {
        let (scenario, conversions) = read(&text);
        assert_eq!(scenario.phase, Some(Phase::Nieuw), "{text}");
        assert!(conversions.contains(&Conversion::DiscountRate), "{text}");
    }
    let issues = Scenario::parse(&with_range.replacen('{', r#"{"schema":2,"#, 1)).unwrap_err();
    assert_eq!(issues[0].field, "ranges.c1.verzilverbaar");
}

/// The saldo of every perspective is that of version 1, but for the Rijk's part.
#[test]
fn the_brochure_keeps_its_figures() {
    let found = outcome(r#"{"schema":1}"#);
    let saldi = Perspective::ALL.map(|perspective| found.saldo(perspective).euros());
    assert_eq!(saldi, [-146_000.0, -146_000.0, -200_000.0]);
    // From version 1's own test of the brochure.
    assert!((found.npv.euros() + 672_127.0).abs() < 1.0);
}
