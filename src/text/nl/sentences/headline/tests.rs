//! Checks the headline of each perspective against figures worked out by hand, and what
//! no headline may say.

use super::*;
use crate::model::{Preset, evaluate};
use crate::scenario::Scenario;

/// Writes the headline of a scenario.
fn sentence(scenario: &str, perspective: Perspective, grade: EvidenceGrade) -> String {
    sentence_where(false, scenario, perspective, grade)
}

/// Writes the headline of a scenario of which the user filled in, or did not, what is cash.
fn sentence_where(
    knows_cashable: bool,
    scenario: &str,
    perspective: Perspective,
    grade: EvidenceGrade,
) -> String {
    let outcome = evaluate(&Scenario::parse(scenario).unwrap().inputs());
    let text = headline(&HeadlineFacts { outcome: &outcome, perspective, grade, knows_cashable });
    text.replace('\u{a0}', " ")
}

const GRADES: [EvidenceGrade; 4] =
    [EvidenceGrade::Assumed, EvidenceGrade::Estimated, EvidenceGrade::Reasonable, EvidenceGrade::Sound];

/// By hand: 54,000 + 100,000 of 300,000; society counts the 100,000 only.
#[test]
fn the_brochure_is_stated_for_each_perspective() {
    let brochure = |perspective| sentence("{}", perspective, EvidenceGrade::Estimated);
    assert_eq!(
        brochure(Perspective::Partijen),
        "Een gewoon jaar kost € 300.000. Naar schatting bespaart de gemeente daarmee € 154.000. Het verschil is naar schatting € 146.000: € 292 per bezoeker."
    );
    assert_eq!(
        brochure(Perspective::Gemeente),
        "De gemeente betaalt € 300.000 per jaar. Naar schatting bespaart zij daarmee € 154.000, als alles echt geld oplevert. Het verschil voor de gemeente is naar schatting € 146.000: € 292 per bezoeker."
    );
    assert_eq!(
        brochure(Perspective::Samenleving),
        "Een gewoon jaar kost € 300.000. Naar schatting bespaart de samenleving daarmee € 100.000. Een uitkering minder is hier geen winst. Wat niet in geld is uitgedrukt, zoals minder zorg, minder overlast en een beter leven, moet de samenleving naar schatting minstens € 200.000 per jaar waard zijn: € 400 per bezoeker. De uren van vrijwilligers tellen niet mee."
    );
}

/// By hand: costs of 300,000 less own income of 400,000; savings of 154,000.
#[test]
fn own_income_above_the_costs_is_not_stated_as_negative_costs() {
    let profitable = r#"{"values":{"eigen-inkomsten":400000}}"#;
    let sentence = sentence(profitable, Perspective::Partijen, EvidenceGrade::Estimated);
    assert_eq!(
        sentence,
        "Een gewoon jaar brengt zelf € 100.000 meer op dan het kost. Naar schatting bespaart de gemeente daarmee € 154.000. Het overschot is naar schatting € 254.000: € 508 per bezoeker."
    );
}

/// By hand: 40 client-years of 6,250 are 250,000; with 54,000 that is 4,000 above the
/// costs. However sound the evidence, savings and surplus remain estimates.
#[test]
fn a_surplus_has_the_reservation_of_a_gap_in_every_grade() {
    let covered = r#"{"values":{"dagbesteding.aantal":40}}"#;
    for grade in GRADES {
        for scenario in ["{}", covered] {
            for perspective in [Perspective::Partijen, Perspective::Gemeente] {
                let sentence = sentence(scenario, perspective, grade);
                assert!(sentence.contains("Naar schatting bespaart"), "{grade:?}: {sentence}");
                let (_, conclusion) = sentence.rsplit_once(". Het ").unwrap();
                assert!(conclusion.contains("naar schatting"), "{grade:?}: {sentence}");
            }
        }
    }
    let sentence = sentence(covered, Perspective::Partijen, EvidenceGrade::Assumed);
    assert!(sentence.contains("Het overschot is naar schatting € 4.000: € 8 per bezoeker."), "{sentence}");
}

#[test]
fn welfare_is_weighed_for_society_only() {
    for preset in Preset::ALL {
        for grade in GRADES {
            let scenario = format!(r#"{{"base":"{}"}}"#, preset.id());
            for perspective in Perspective::ALL {
                let sentence = sentence(&scenario, perspective, grade);
                let is_society = perspective == Perspective::Samenleving;
                assert_eq!(sentence.contains("moet de samenleving"), is_society, "{sentence}");
                assert_eq!(sentence.contains("een beter leven"), is_society, "{sentence}");
            }
        }
    }
}

/// A threshold that 'at least' precedes is rounded up: 300,000.4 − 100,000 is above 200,000.
#[test]
fn a_threshold_is_rounded_up() {
    let scenario = r#"{"values":{"activiteiten":30000.4}}"#;
    let sentence = sentence(scenario, Perspective::Samenleving, EvidenceGrade::Estimated);
    assert!(sentence.contains("minstens € 200.001 per jaar waard zijn: € 401 per bezoeker"), "{sentence}");
}

/// An example of what has no price must not be counted already.
#[test]
fn examples_without_a_price_do_not_count() {
    let all = r#"{"counted":{"zorggebruik":true,"overlast":true,"kwaliteit-van-leven":true}}"#;
    let sentence = sentence(all, Perspective::Samenleving, EvidenceGrade::Estimated);
    assert!(sentence.contains("Wat verder niet in geld is uitgedrukt, moet"), "{sentence}");
}

/// Others than the gemeente pay or save: the sentence speaks of all payers.
#[test]
fn the_gemeente_is_named_only_where_everything_is_hers() {
    for scenario in [
        r#"{"values":{"financiering.gemeente":0.5}}"#,
        r#"{"values":{"uitkeringen.gemeente":0.5}}"#,
        r#"{"base":"gunstig"}"#,
    ] {
        let sentence = sentence(scenario, Perspective::Partijen, EvidenceGrade::Estimated);
        assert!(sentence.contains("besparen alle betalers samen daarmee"), "{sentence}");
    }
}

/// By hand: half of the 100,000 of dagbesteding is cashable. In the favourable preset some care
/// use is no cash, and 6 × 13,500 + 20 × 6,250 are the gemeente's: nobody filled in that it is.
#[test]
fn savings_that_yield_no_money_are_named() {
    let half = r#"{"values":{"dagbesteding.verzilverbaar":0.5}}"#;
    let payers = sentence(half, Perspective::Partijen, EvidenceGrade::Estimated);
    assert!(payers.contains("Daarvan levert € 50.000 geen geld op"), "{payers}");
    let gemeente = sentence_where(true, half, Perspective::Gemeente, EvidenceGrade::Estimated);
    let preset = sentence(r#"{"base":"gunstig"}"#, Perspective::Gemeente, EvidenceGrade::Estimated);
    assert!(preset.contains("bespaart zij daarmee € 206.000, als dat echt geld oplevert."), "{preset}");
    assert!(
        gemeente.contains("bespaart zij daarmee € 104.000.") && !gemeente.contains("als alles"),
        "{gemeente}"
    );
}

#[test]
fn zero_savings_and_extra_costs_are_no_savings() {
    let none = sentence(r#"{"base":"geen-effect"}"#, Perspective::Partijen, EvidenceGrade::Estimated);
    assert!(none.contains("Daar staan geen geschatte besparingen tegenover."), "{none}");
    let harm = r#"{"values":{"uitkeringen.aantal":-40}}"#;
    let harm = sentence(harm, Perspective::Partijen, EvidenceGrade::Estimated);
    assert!(harm.contains("Daar komt naar schatting € 440.000 aan extra kosten bij."), "{harm}");
}

/// By hand: own income of 400,000 against costs of 300,000; a plan in which others pay all.
#[test]
fn the_gemeente_does_not_pay_zero_or_less() {
    let of = |scenario: &str| sentence(scenario, Perspective::Gemeente, EvidenceGrade::Estimated);
    let profitable = of(r#"{"values":{"eigen-inkomsten":400000}}"#);
    assert_eq!(
        profitable,
        "Een gewoon jaar brengt de gemeente zelf € 100.000 meer op dan het haar kost. Naar schatting bespaart zij daarnaast € 154.000, als alles echt geld oplevert. Het overschot voor de gemeente is naar schatting € 254.000: € 508 per bezoeker."
    );
    let others = of(r#"{"plan":[{"party":"rijk","share":1}]}"#);
    assert_eq!(
        others,
        "De gemeente betaalt niets aan een gewoon jaar. Naar schatting bespaart zij € 154.000, als alles echt geld oplevert. Het overschot voor de gemeente is naar schatting € 154.000: € 308 per bezoeker."
    );
    let nothing = of(r#"{"base":"geen-effect","plan":[{"party":"rijk","share":1}]}"#);
    assert!(nothing.contains("aan een gewoon jaar. Geschatte besparingen zijn er niet."), "{nothing}");
    for grade in GRADES {
        let scenario = r#"{"values":{"financiering.gemeente":0}}"#;
        let sentence = sentence(scenario, Perspective::Gemeente, grade);
        assert!(!sentence.contains("daarmee") && !sentence.contains("Daarmee"), "{sentence}");
    }
}

/// By hand: 48 client-years of 6,250 are the costs of 300,000.
#[test]
fn society_without_a_gap_needs_no_worth() {
    let even = r#"{"values":{"dagbesteding.aantal":48}}"#;
    let sentence = sentence(even, Perspective::Samenleving, EvidenceGrade::Estimated);
    assert!(!sentence.contains("€ 0") && !sentence.contains("minstens"), "{sentence}");
    assert!(sentence.contains("voor de samenleving zijn even groot."), "{sentence}");
}

/// By hand: 100,000 of dagbesteding and 2 QALYs of 50,000.
#[test]
fn welfare_that_counts_is_no_saving() {
    let counted = r#"{"values":{"kwaliteit-van-leven.aantal":2},"counted":{"kwaliteit-van-leven":true}}"#;
    let sentence = sentence(counted, Perspective::Samenleving, EvidenceGrade::Estimated);
    assert!(sentence.contains("Naar schatting is dat de samenleving € 200.000 waard."), "{sentence}");
    assert!(!sentence.contains("bespaart"), "{sentence}");
}
