use super::*;
use crate::model::{General, Party};
use crate::scenario::Scenario;
use crate::what_if::{WhatIfControl, WhatIfFigures, volunteer_hour};

/// Returns the sentences to say for every question and setting of these scenarios.
fn sentences() -> Vec<String> {
    let scenarios = [
        "{}",
        r#"{"values":{"perspectief":"gemeente","bezoekers":320,"vrijwilligers":1250}}"#,
        r#"{"values":{"perspectief":"samenleving","dagbesteding.aantal":90}}"#,
        r#"{"values":{"dagbesteding.aantal":40}}"#,
    ];
    let mut sentences = Vec::new();
    for scenario in scenarios.map(|json| Scenario::parse(json).unwrap()) {
        for question in WhatIfQuestion::ALL {
            let settings = match question.control(&scenario).unwrap() {
                WhatIfControl::Number { low, high, step } => {
                    (0..=((high - low) / step).round() as usize).map(|n| low + n as f64 * step).collect()
                }
                WhatIfControl::Options(options) => (0..options.len()).map(|index| index as f64).collect(),
                WhatIfControl::Nothing => vec![0.0],
            };
            for setting in settings {
                let figures = WhatIfFigures::new(question, &scenario, setting, "Uren").unwrap();
                let facts = WhatIfFacts {
                    question,
                    setting,
                    option: "Dagbesteding",
                    party: None,
                    perspective: figures.perspective,
                    then: figures.then,
                    gap: GapKind::of(figures.then.gap(), &figures),
                    volunteers: scenario.inputs().general(General::Vrijwilligers),
                    volunteer_hour: volunteer_hour(&scenario.inputs()),
                    horizon: scenario.inputs().general(General::Horizon),
                    has_benefits: true,
                };
                sentences.extend(to_say(&facts));
            }
        }
    }
    sentences
}

/// What somebody says aloud has at most fifteen words; an amount is one.
#[test]
fn sentences_to_say_are_short_and_end_once() {
    for sentence in sentences() {
        let words = sentence.split(' ').count();
        assert!(words <= 15, "{words}: {sentence}");
        assert!(sentence.ends_with('.') && !sentence.ends_with(".."), "{sentence}");
        assert!(!sentence.contains("  ") && !sentence.contains('−'), "{sentence}");
    }
}

/// By hand: with 40 clients a surplus of 4,000; of 304,000 half is left, so 148,000 more costs than
/// savings. In the brochure both are a difference.
#[test]
fn a_difference_beside_a_surplus_says_which_is_higher() {
    let named = |json: &str| {
        let scenario = Scenario::parse(json).unwrap();
        let figures = WhatIfFigures::new(WhatIfQuestion::Deadweight, &scenario, 0.5, "").unwrap();
        [figures.now.gap(), figures.then.gap()]
            .map(|gap| ((WHAT_IF.gap)(WhatIfMeasure::Year, GapKind::of(gap, &figures)), gap.abs()))
    };
    assert_eq!(
        named(r#"{"values":{"dagbesteding.aantal":40}}"#),
        [("overschot", 4_000.0), ("meer kosten dan besparingen", 148_000.0)]
    );
    assert_eq!(named("{}"), [("verschil", 146_000.0), ("verschil", 223_000.0)]);
}

#[test]
fn who_pays_more_or_saves_is_said_of_what_is_estimated() {
    let said = |now, then| saved_by("de zorgverzekeraar", "die", now, then).replace('\u{a0}', " ");
    assert_eq!(
        said(None, Some(-23_000.0)),
        "Nu is nog niet geschat wat de zorgverzekeraar bespaart. Dan betaalt die naar schatting € 23.000 extra."
    );
    assert_eq!(
        said(Some(0.0), Some(32_000.0)),
        "Nu bespaart de zorgverzekeraar naar schatting niets. Dan bespaart die naar schatting € 32.000."
    );
}

/// By hand: with 40 clients a surplus of 4,000 is 8 for each of 500 visitors, and 9 for each of 450.
#[test]
fn a_surplus_that_fewer_people_share_is_no_gain() {
    let remark = |json: &str| {
        let scenario = Scenario::parse(json).unwrap();
        let question = WhatIfQuestion::FewerVisitors;
        let figures = WhatIfFigures::new(question, &scenario, 50.0, "").unwrap();
        ((figures.now.gap(), figures.then.gap()), (WHAT_IF.remark)(question, &figures))
    };
    let (gaps, surplus) = remark(r#"{"values":{"dagbesteding.aantal":40}}"#);
    assert_eq!(gaps, (-8.0, -9.0));
    assert!(surplus.ends_with("De besparing groeit daar niet door."), "{surplus}");
    assert!(!remark("{}").1.contains("gunstiger"));
}

#[test]
fn what_is_supposed_reads_as_speech() {
    let leaves = |party| {
        suppose(WhatIfQuestion::FunderLeaves, 0.0, &Details { option: "Fonds", party, ..Details::default() })
    };
    assert_eq!(leaves(Some(Party::Gemeente)), "Stel dat de gemeente stopt met betalen.");
    assert_eq!(leaves(None), "Stel dat ‘Fonds’ stopt met betalen.");
    let left = |share| suppose(WhatIfQuestion::Durability, share, &Details::default());
    assert_eq!(left(0.5), "Stel dat elk jaar de helft van het effect wegvalt.");
    // Of a quarter that is left, three quarters are lost.
    assert_eq!(left(0.25), "Stel dat elk jaar driekwart van het effect wegvalt.");
    assert_eq!(left(0.6), "Stel dat elk jaar 40% van het effect wegvalt.");
}

#[test]
fn results_are_estimates() {
    let all = sentences();
    let is_result = |sentence: &&String| !sentence.starts_with("Stel dat") && !sentence.contains("geld");
    let results: Vec<&String> = all.iter().filter(is_result).collect();
    assert!(results.iter().any(|sentence| sentence.contains("overschot")));
    for sentence in results {
        assert!(sentence.contains("naar schatting"), "{sentence}");
        let whose = ["alle betalers samen", "de gemeente", "de samenleving"];
        assert!(whose.iter().any(|whose| sentence.contains(whose)), "{sentence}");
    }
}
