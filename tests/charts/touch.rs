//! The parts of pictures that open: inside the frame, none on another, one for
//! everything that is drawn, each called by the value of its figure.

use super::fit::any_scenario;
use super::gallery::scenarios;
use super::{bars, charts};
use proptest::prelude::*;
use rekenmodel::chart::touch::Area;
use rekenmodel::chart::{Chart, Mark, Touch, touches};
use rekenmodel::explain::FigureId;
use rekenmodel::model::evaluate;
use rekenmodel::scenario::Scenario;
use rekenmodel::text::Language;

fn of(chart: &Chart, scenario: &Scenario) -> Vec<Touch> {
    let own = |place: usize| scenario.own[place].label.clone();
    touches(chart, &evaluate(&scenario.inputs()), Language::Nl.text(), &own)
}

fn overlap(a: Area, b: Area) -> bool {
    const DUST: f64 = 1e-6;
    a.0 + DUST < b.0 + b.2 && b.0 + DUST < a.0 + a.2 && a.1 + DUST < b.1 + b.3 && b.1 + DUST < a.1 + a.3
}

fn holds(outer: Area, inner: Area) -> bool {
    let by = 1.5;
    inner.0 >= outer.0 - by
        && inner.1 >= outer.1 - by
        && inner.0 + inner.2 <= outer.0 + outer.2 + by
        && inner.1 + inner.3 <= outer.1 + outer.3 + by
}

fn check(scenario: &Scenario) -> Result<usize, String> {
    let outcome = evaluate(&scenario.inputs());
    let mut count = 0;
    for chart in charts(scenario) {
        let found = of(&chart, scenario);
        let (width, height) = (chart.picture.width, chart.picture.height);
        for (place, touch) in found.iter().enumerate() {
            let areas = || [Some(touch.area), touch.drawn].into_iter().flatten();
            for area in areas() {
                let inside = area.0 >= 0.0
                    && area.1 >= 0.0
                    && area.0 + area.2 <= width + 1e-6
                    && area.1 + area.3 <= height + 1e-6
                    && area.2 >= 0.0
                    && area.3 >= 0.0;
                if !inside {
                    return Err(format!("{}: {touch:?} outside {width} × {height}", chart.id));
                }
            }
            for other in &found[place + 1..] {
                if overlap(touch.area, other.area) {
                    return Err(format!("{}: {touch:?} on {other:?}", chart.id));
                }
            }
            if touch.figure.value(&outcome).is_none() {
                return Err(format!("{}: {touch:?} is no figure", chart.id));
            }
            count += 1;
        }
        // No bar without its part.
        for bar in bars(&chart, |_| true) {
            let opens = |touch: &Touch| holds(touch.drawn.unwrap_or(touch.area), bar);
            if !found.iter().any(opens) {
                return Err(format!("{}: nothing opens the bar at {bar:?}", chart.id));
            }
        }
    }
    Ok(count)
}

#[test]
fn every_bar_of_every_known_scenario_opens() {
    for (name, json) in scenarios() {
        let count = check(&Scenario::parse(&json).unwrap()).unwrap_or_else(|found| panic!("{name}: {found}"));
        assert!(count > 5, "{name}: only {count}");
    }
}

/// By hand: what the brochure's pictures say, in reading order.
#[test]
fn the_parts_of_the_brochure() {
    let scenario = Scenario::parse("{}").unwrap();
    let outcome = evaluate(&scenario.inputs());
    let [against, waterfall, cumulative, parties] = charts(&scenario);
    let said = |chart: &Chart| -> Vec<(String, String)> {
        let touches = of(chart, &scenario).into_iter();
        touches.map(|touch| (touch.figure.name(&outcome), touch.name.replace('\u{a0}', " "))).collect()
    };
    let pairs = |all: &[(&str, &str)]| -> Vec<(String, String)> {
        all.iter().map(|(figure, name)| ((*figure).to_owned(), (*name).to_owned())).collect()
    };
    let expected = [
        ("costs.lines.organisatie", "Organisatie: € 24.000"),
        ("costs.lines.activiteiten", "Activiteiten: € 30.000"),
        ("costs.lines.huisvesting", "Huisvesting: € 48.000"),
        ("costs.lines.vrijwilligers", "Vrijwilligers: € 15.000"),
        ("costs.lines.personeel", "Personeel: € 183.000"),
        ("costs.net", "Kosten: € 300.000"),
        ("break_even.gap", "Verschil: € 146.000"),
        ("savings.dagbesteding.net", "Minder dagbesteding: € 100.000"),
        ("savings.uitkeringen.net", "Minder uitkeringen: € 54.000"),
        ("total.savings", "Besparingen: € 154.000"),
    ];
    assert_eq!(said(&against), pairs(&expected));
    let expected = [
        ("costs.gross", "Kosten: € 300.000"),
        ("savings.uitkeringen.net", "Minder uitkeringen: € −54.000"),
        ("savings.dagbesteding.net", "Minder dagbesteding: € −100.000"),
        ("break_even.per_line.zorggebruik", "Minder zorg (ggz): p.m."),
        ("break_even.per_line.overlast", "Minder overlast: p.m."),
        ("break_even.gap", "Verschil: € 146.000"),
    ];
    assert_eq!(said(&waterfall), pairs(&expected));
    let expected = [
        ("parties.gemeente.net", "Gemeente: saldo € −146.000"),
        ("parties.gemeente.costs", "Gemeente: betaalt € 300.000"),
        ("parties.gemeente.savings", "Gemeente: bespaart € 154.000"),
    ];
    assert_eq!(said(&parties), pairs(&expected));
    let years = said(&cumulative);
    assert_eq!((years.len(), years[1].0.as_str()), (4, "years.2.cumulative"));
    // −223,000 and 154,000 × 0.8 − 300,000 together.
    assert_eq!(years[1].1, "Jaar 2, Opgeteld saldo: € −399.800");
}

/// A point of the line lies in the part of its year.
#[test]
fn the_parts_of_the_years_follow_the_line() {
    let scenario = Scenario::parse(r#"{"values":{"horizon":6}}"#).unwrap();
    let [_, _, cumulative, _] = charts(&scenario);
    let years: Vec<f64> = (1..=6)
        .filter_map(|year: u32| {
            let words = year.to_string();
            cumulative.picture.marks.iter().find_map(|mark| match mark {
                Mark::Text(label) if label.text == words => Some(label.x),
                _ => None,
            })
        })
        .collect();
    let parts = of(&cumulative, &scenario);
    assert_eq!((parts.len(), years.len()), (6, 6));
    for (touch, x) in parts.iter().zip(years) {
        assert!(touch.area.0 <= x && x <= touch.area.0 + touch.area.2, "{touch:?} without {x}");
    }
}

/// Twenty small lines are one bar, which opens all of them together.
#[test]
fn what_is_put_together_opens_what_holds_it() {
    let (_, json) = scenarios().into_iter().find(|(name, _)| *name == "twintig").unwrap();
    let scenario = Scenario::parse(&json).unwrap();
    let [against, ..] = charts(&scenario);
    let together: Vec<FigureId> = of(&against, &scenario)
        .into_iter()
        .filter(|touch| touch.name.starts_with("Overige posten"))
        .map(|touch| touch.figure)
        .collect();
    assert!(together.contains(&FigureId::Gross), "{together:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_bar_of_every_scenario_opens(scenario in any_scenario()) {
        let checked = check(&scenario);
        prop_assert!(checked.is_ok(), "{}", checked.unwrap_err());
    }
}
