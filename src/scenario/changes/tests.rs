//! Changes and their effects, worked out by hand.

use super::*;

fn of(text: &str) -> (Vec<String>, Vec<Effect>) {
    let scenario = Scenario::parse(text).unwrap();
    let (inputs, base) = (scenario.inputs(), scenario.base_inputs());
    let all = changes(&scenario, &inputs, &base);
    (all.iter().map(|change| change.name(&inputs)).collect(), effects(&all, &inputs, &base))
}

#[test]
fn a_preset_differs_in_nothing() {
    for base in ["brochure", "prijspeil-2025", "voorzichtig", "gunstig"] {
        assert_eq!(of(&format!(r#"{{"base":"{base}"}}"#)).0, Vec::<String>::new());
    }
    // Named, but as they were.
    let named = r#"{"values":{"bezoekers":500,"kostenbasis":"begroting"},"counted":{"overlast":false},
            "ranges":{"bezoekers":{"low":400,"high":650}},"simulation":{"draws":100000}}"#;
    assert_eq!(of(named).0, Vec::<String>::new());
}

/// By hand: 0.25 × 48,800; 2 × 13,500; half of 16 × 6,250 that frees no
/// money; 2 × 9,000; 3 × 100.
#[test]
fn each_change_has_its_own_effect() {
    let (names, effects) =
        of(r#"{"values":{"fte":4,"uitkeringen.aantal":6,"dagbesteding.verzilverbaar":0.5},
            "custom":[{"id":"c1","side":"saving","label":"x","quantity":2,"amount":9000},
                      {"id":"c2","side":"cost","label":"y","quantity":3,"amount":100}]}"#);
    assert_eq!(names, ["fte", "uitkeringen.aantal", "dagbesteding.verzilverbaar", "custom.c1", "custom.c2"]);
    let euros: Vec<(MovedFigure, f64)> = effects
        .iter()
        .map(|effect| match effect {
            Effect::Moves(what, by) => (*what, by.euros()),
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
fn what_shifts_between_parties_is_neither_better_nor_worse() {
    let (names, effects) = of(r#"{"plan":[{"party":"gemeente","share":0.5},
            {"party":"rijk","amount":100000}]}"#);
    let euros = Euro::new;
    let shifts = |party, by, uncovered| Effect::Shifts { party, by: euros(by), uncovered: euros(uncovered) };
    assert_eq!(names, ["plan"]);
    assert_eq!(effects, [shifts(Party::Gemeente, 150_000.0, 50_000.0)]);
    assert_eq!(effects[0].helps(), None);
    assert_eq!(effects[0].moved(), Some((MovedFigure::Party(Party::Gemeente), euros(150_000.0))));
    // More than there is to pay.
    let effects = of(r#"{"plan":[{"party":"gemeente","amount":310000}]}"#).1;
    assert_eq!(effects, [shifts(Party::Gemeente, -10_000.0, 0.0)]);
    assert_eq!(of(r#"{"plan":[{"party":"gemeente","share":1}]}"#).1, [Effect::Nothing]);
    // Who saves, too; and it is the Rijk's where the gemeente has no part in it.
    let effects = of(r#"{"values":{"dagbesteding.gemeente":0.5}}"#).1;
    assert_eq!(effects, [shifts(Party::Gemeente, -50_000.0, 0.0)]);
    let effects = of(r#"{"counted":{"zorggebruik":true},"values":{"zorggebruik.aantal":10,
            "zorggebruik.zorgverzekeraar":0,"zorggebruik.rijk":1}}"#)
    .1;
    assert!(effects.contains(&shifts(Party::Rijk, 23_000.0, 0.0)), "{effects:?}");
    // Money that is not freed is nobody's, and no shift.
    let effects = of(r#"{"counted":{"zorggebruik":true},"values":{"zorggebruik.aantal":10,
            "zorggebruik.verzilverbaar":0}}"#)
    .1;
    let lost = Effect::Moves(MovedFigure::Party(Party::Zorgverzekeraar), euros(-23_000.0));
    assert!(effects.contains(&lost), "{effects:?}");
}

#[test]
fn what_moves_no_point_says_so() {
    let (names, effects) = of(r#"{"values":{"prijspeil":2025,"drempel":300,"discontovoet":0},
            "counted":{"overlast":true},
            "ranges":{"fte":{"kind":"uniform","low":3,"high":5},"huisvesting":{"kind":"fixed"}},
            "simulation":{"draws":5000,"seed":1}}"#);
    let expected = [
        ("discontovoet", None),
        ("drempel", Some(Effect::Nothing)),
        ("prijspeil", Some(Effect::Prices)),
        ("counted.overlast", Some(Effect::Nothing)),
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
