//! Counts, by hand; tests/counts.rs holds them to the reference.

use super::*;
use crate::model::{Shape, evaluate};

fn parsed(text: &str) -> Scenario {
    Scenario::parse(text).unwrap_or_else(|issues| panic!("{text}: {issues:?}"))
}

fn value(scenario: &Scenario, name: &str) -> f64 {
    scenario.inputs().get(scenario.input(name).unwrap())
}

#[test]
fn on_the_brochure_a_count_gives_its_preset() {
    for year in [2016, 2025] {
        let brochure = parsed(&format!(r#"{{"values":{{"prijspeil":{year}}}}}"#));
        for method in CountMethod::ALL {
            let preset = Preset::from_id(method.id()).unwrap().inputs_in(year);
            let counted = method.apply(&brochure);
            assert_eq!(evaluate(&counted.inputs()), evaluate(&preset), "{method:?}");
            assert_eq!(counted.issues(), []);
        }
    }
}

/// Stricter is less of `toerekening` and `verzilverbaar`, more of the others.
#[test]
fn a_cautious_count_takes_the_stricter_correction() {
    let own = parsed(
        r#"{"values":{"uitkeringen.autonoom":0.6,"uitkeringen.toerekening":0.9,
        "dagbesteding.verzilverbaar":0.4,"overlast.aantal":3,"betaald-werk.aantal":100},
        "counted":{"betaald-werk":true},
        "custom":[{"id":"o","side":"saving","kind":"overdracht","counted":true,"quantity":1,"amount":9},
        {"id":"b","side":"saving","kind":"besparing","counted":true,"quantity":1,"amount":9},
        {"id":"u","side":"saving","kind":"besparing","counted":false,"quantity":1,"amount":9},
        {"id":"k","side":"cost","quantity":1,"amount":9}]}"#,
    );
    let counted = voorzichtig(&own);
    for (name, expected) in [
        ("uitkeringen.autonoom", 0.6),
        ("uitkeringen.toerekening", 0.7),
        ("uitkeringen.verdringing", 0.1),
        ("dagbesteding.verzilverbaar", 0.4),
        ("dagbesteding.toerekening", 0.8),
        // Not counted.
        ("overlast.autonoom", 0.0),
        ("u.autonoom", 0.0),
        ("betaald-werk.autonoom", 0.25),
        ("o.autonoom", 0.5),
        ("o.verdringing", 0.1),
        ("b.autonoom", 0.25),
        ("b.verzilverbaar", 0.7),
    ] {
        assert_eq!(value(&counted, name), expected, "{name}");
    }
}

/// Own lines with an effect of zero; the cost line stays, and p.m. as well.
#[test]
fn without_effect_every_counted_number_is_zero_and_sure() {
    let own = parsed(
        r#"{"values":{"zorggebruik.aantal":5},
        "custom":[{"id":"a","side":"saving","quantity":2,"amount":9},{"id":"k","side":"cost","quantity":1,"amount":9}]}"#,
    );
    let counted = geen_effect(&own);
    let outcome = evaluate(&counted.inputs());
    assert_eq!((outcome.total.savings.euros(), outcome.costs.net.euros()), (0.0, 300_009.0));
    assert_eq!(value(&counted, "zorggebruik.aantal"), 5.0);
    let sure: Vec<&str> = counted.ranges.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(sure, ["a.aantal", "dagbesteding.aantal", "uitkeringen.aantal"]);
    assert!(counted.ranges.iter().all(|(_, range)| range.shape == Shape::Fixed));
}

/// By hand, for 120 visitors: 2 × 1.5, 8 × 1.25 and 10 × 120 ÷ 500.
#[test]
fn a_favourable_count_goes_along_with_the_visitors() {
    let own = parsed(
        r#"{"values":{"bezoekers":120,"uitkeringen.aantal":2,"dagbesteding.aantal":8,"overlast.aantal":7}}"#,
    );
    let counted = gunstig(&own);
    for (name, expected) in [
        ("uitkeringen.aantal", 3.0),
        ("dagbesteding.aantal", 10.0),
        ("zorggebruik.aantal", 2.4),
        ("overlast.aantal", 7.0),
    ] {
        assert!((value(&counted, name) - expected).abs() < 1e-12, "{name}");
    }
    let counts = counted.inputs();
    assert!(counts.line(Line::Zorggebruik).counted && counts.line(Line::Overlast).counted);
}

#[test]
fn what_is_sure_and_what_is_harm_stays() {
    let sure = parsed(
        r#"{"ranges":{"uitkeringen.aantal":{"kind":"fixed"},"uitkeringen.autonoom":{"kind":"fixed"},
        "dagbesteding.aantal":{"kind":"fixed"},"zorggebruik.aantal":{"kind":"fixed"}}}"#,
    );
    assert_eq!(geen_effect(&sure), sure);
    assert_eq!(value(&voorzichtig(&sure), "uitkeringen.autonoom"), 0.0);
    let counted = gunstig(&sure);
    assert_eq!(value(&counted, "uitkeringen.aantal"), 4.0);
    assert_eq!((value(&counted, "zorggebruik.aantal"), value(&counted, "overlast.aantal")), (0.0, 10.0));
    let harm = parsed(
        r#"{"values":{"uitkeringen.aantal":-2,"dagbesteding.bedrag":-300,"zorggebruik.aantal":-1,"overlast.bedrag":-9},
        "counted":{"zorggebruik":true}}"#,
    );
    for method in CountMethod::ALL {
        assert_eq!(method.apply(&harm), harm, "{method:?}");
    }
}

/// Twice cautious is once; twice without effect too. A favourable count is not.
#[test]
fn cautious_and_without_effect_change_nothing_the_second_time() {
    let base = |id: &str| parsed(&format!(r#"{{"base":"{id}","meta":{{"eigen":{{"fte":"x"}}}}}}"#));
    for scenario in Preset::ALL.map(|preset| base(preset.id())) {
        for method in [CountMethod::Voorzichtig, CountMethod::GeenEffect] {
            let once = method.apply(&scenario);
            assert_eq!(method.apply(&once), once, "{method:?}");
            assert_eq!(once.meta, scenario.meta);
        }
    }
    let twice = gunstig(&gunstig(&parsed("{}")));
    assert_eq!(value(&twice, "uitkeringen.aantal"), 9.0);
    let largest = parsed(r#"{"values":{"uitkeringen.aantal":1e9}}"#);
    assert_eq!(gunstig(&largest).issues(), []);
}
