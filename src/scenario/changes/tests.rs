//! Changes and their effects, worked out by hand.

use super::*;

/// Returns the names of the changes of a scenario, and their effects.
fn names_and_effects(text: &str) -> (Vec<String>, Vec<Effect>) {
    let scenario = Scenario::parse(text).unwrap();
    let (inputs, base) = (scenario.inputs(), scenario.base_inputs());
    let all = changes(&scenario, &inputs, &base);
    (all.iter().map(|change| change.name(&inputs)).collect(), effects(&all, &inputs, &base))
}

#[test]
fn a_preset_has_no_changes() {
    for base in ["brochure", "prijspeil-2025", "voorzichtig", "gunstig"] {
        assert_eq!(names_and_effects(&format!(r#"{{"base":"{base}"}}"#)).0, Vec::<String>::new());
    }
    // Values that the scenario sets, but which equal the preset's.
    let unchanged = r#"{"values":{"bezoekers":500,"kostenbasis":"begroting"},"counted":{"overlast":false},
            "ranges":{"bezoekers":{"low":400,"high":650}},"simulation":{"draws":100000}}"#;
    assert_eq!(names_and_effects(unchanged).0, Vec::<String>::new());
}

/// By hand: 0.25 × 48,800; 2 × 13,500; half of 16 × 6,250 that is not cashable;
/// 2 × 9,000; 3 × 100.
#[test]
fn each_change_has_its_own_effect() {
    let (names, effects) = names_and_effects(
        r#"{"values":{"fte":4,"uitkeringen.aantal":6,"dagbesteding.verzilverbaar":0.5},
            "custom":[{"id":"c1","side":"saving","label":"x","quantity":2,"amount":9000},
                      {"id":"c2","side":"cost","label":"y","quantity":3,"amount":100}]}"#,
    );
    assert_eq!(names, ["fte", "uitkeringen.aantal", "dagbesteding.verzilverbaar", "custom.c1", "custom.c2"]);
    let euros: Vec<(MovedFigure, f64)> = effects
        .iter()
        .map(|effect| match effect {
            Effect::Moves(figure, by) => (*figure, by.euros()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        euros,
        [
            (MovedFigure::Net, -12_200.0),
            (MovedFigure::Net, 27_000.0),
            (MovedFigure::Party(Party::Gemeente), -50_000.0),
            (MovedFigure::Net, 18_000.0),
            (MovedFigure::Net, -300.0)
        ]
    );
    let helps: Vec<Option<bool>> = effects.iter().map(|effect| effect.helps()).collect();
    assert_eq!(helps, [Some(false), Some(true), Some(false), Some(true), Some(false)]);
}

/// By hand: the brochure's gemeente pays all € 300,000; here half of it, and
/// the Rijk € 100,000.
#[test]
fn a_shift_between_parties_is_neither_better_nor_worse() {
    let (names, effects) = names_and_effects(
        r#"{"plan":[{"party":"gemeente","share":0.5},
            {"party":"rijk","amount":100000}]}"#,
    );
    let euros = Euro::new;
    let shifts = |party, by, uncovered| Effect::Shifts { party, by: euros(by), uncovered: euros(uncovered) };
    assert_eq!(names, ["plan"]);
    assert_eq!(effects, [shifts(Party::Gemeente, 150_000.0, 50_000.0)]);
    assert_eq!(effects[0].helps(), None);
    assert_eq!(effects[0].moved(), Some((MovedFigure::Party(Party::Gemeente), euros(150_000.0))));
    // The gemeente pays more than the costs.
    let effects = names_and_effects(r#"{"plan":[{"party":"gemeente","amount":310000}]}"#).1;
    assert_eq!(effects, [shifts(Party::Gemeente, -10_000.0, 0.0)]);
    let whole = r#"{"plan":[{"party":"gemeente","share":1}]}"#;
    assert_eq!(names_and_effects(whole).1, [Effect::NoEffect]);
    // Savings shift too. The party shown is the Rijk where the gemeente is not affected.
    let effects = names_and_effects(r#"{"values":{"dagbesteding.gemeente":0.5}}"#).1;
    assert_eq!(effects, [shifts(Party::Gemeente, -50_000.0, 0.0)]);
    let effects = names_and_effects(
        r#"{"counted":{"zorggebruik":true},"values":{"zorggebruik.aantal":10,
            "zorggebruik.zorgverzekeraar":0,"zorggebruik.rijk":1}}"#,
    )
    .1;
    assert!(effects.contains(&shifts(Party::Rijk, 23_000.0, 0.0)), "{effects:?}");
    // Savings that are not cashable are in no party's ledger, so this is no shift.
    let effects = names_and_effects(
        r#"{"counted":{"zorggebruik":true},"values":{"zorggebruik.aantal":10,
            "zorggebruik.verzilverbaar":0}}"#,
    )
    .1;
    let lost = Effect::Moves(MovedFigure::Party(Party::Zorgverzekeraar), euros(-23_000.0));
    assert!(effects.contains(&lost), "{effects:?}");
}

#[test]
fn changes_without_effect_on_the_saldo() {
    let (names, effects) = names_and_effects(
        r#"{"values":{"prijspeil":2025,"drempel":300,"discontovoet":0},
            "counted":{"overlast":true},
            "ranges":{"fte":{"kind":"uniform","low":3,"high":5},"huisvesting":{"kind":"fixed"}},
            "simulation":{"draws":5000,"seed":1}}"#,
    );
    let expected = [
        ("discontovoet", None),
        ("drempel", Some(Effect::NoEffect)),
        ("prijspeil", Some(Effect::Prices)),
        ("counted.overlast", Some(Effect::NoEffect)),
        ("ranges.fte", Some(Effect::SpreadOnly)),
        ("ranges.huisvesting", Some(Effect::SpreadOnly)),
        ("simulation.draws", Some(Effect::SpreadOnly)),
        ("simulation.seed", Some(Effect::SpreadOnly)),
    ];
    assert_eq!(names, expected.map(|(name, _)| name));
    for (effect, (name, expected)) in effects.iter().zip(expected) {
        match expected {
            Some(expected) => assert_eq!(*effect, expected, "{name}"),
            None => assert!(matches!(effect, Effect::Moves(MovedFigure::Npv, _)), "{name}: {effect:?}"),
        }
    }
}

/// After the last known year another inflation gives other prices; before it, nothing.
#[test]
fn an_expected_inflation_is_a_change_of_prices() {
    let of = |year: i32| {
        names_and_effects(&format!(r#"{{"values":{{"prijspeil":{year},"verwachte-inflatie":0.03}}}}"#))
    };
    assert_eq!(of(2027).0, ["prijspeil", "verwachte-inflatie"]);
    assert_eq!(of(2027).1, [Effect::Prices, Effect::Prices]);
    assert_eq!(of(2025).1, [Effect::Prices, Effect::NoEffect]);
    let default = r#"{"values":{"prijspeil":2027,"verwachte-inflatie":0.02}}"#;
    assert_eq!(names_and_effects(default).0, ["prijspeil"]);
}
