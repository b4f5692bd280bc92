//! The parts of pictures that open: inside the frame, none on another, one for
//! everything that is drawn, each called by the value of its figure.

use super::fit::any_scenario;
use super::gallery::scenarios;
use super::{bars, charts};
use proptest::prelude::*;
use rekenmodel::chart::aggregates::{Aggregate, FigureTarget, addends, cells};
use rekenmodel::chart::hit_regions::Area;
use rekenmodel::chart::hit_regions::Role;
use rekenmodel::chart::{Chart, HitRegion, Mark, hit_regions};
use rekenmodel::explain::{FigureId, sum};
use rekenmodel::model::{General, Line, Preset, evaluate};
use rekenmodel::scenario::Scenario;
use rekenmodel::text::catalogue;

fn of(chart: &Chart, scenario: &Scenario) -> Vec<HitRegion> {
    let own = |place: usize| scenario.own[place].label.clone();
    hit_regions(chart, &evaluate(&scenario.inputs()), catalogue(), &own)
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

/// What a sum of a picture comes to, from its members.
fn comes_to(group: Aggregate, scenario: &Scenario) -> Option<f64> {
    let own = |place: usize| scenario.own[place].label.clone();
    let inputs = scenario.inputs();
    let outcome = evaluate(&inputs);
    let (name, addends) = addends(group, &outcome, catalogue(), &own)?;
    assert!(!name.is_empty());
    assert_eq!(Aggregate::from_id(&group.id()), Some(group));
    sum(&addends, &inputs, &outcome).value
}

/// Whether a part is called by this amount; millions are written short.
fn shows(name: &str, amount: f64) -> bool {
    let short = ["joen", "jard", "mln", "mld", "bln"].iter().any(|word| name.contains(word));
    short || name.ends_with(&catalogue().notation.euro(amount))
}

fn check(scenario: &Scenario) -> Result<usize, String> {
    let inputs = scenario.inputs();
    let outcome = evaluate(&inputs);
    let mut count = 0;
    for chart in charts(scenario) {
        let found = of(&chart, scenario);
        let (width, height) = (chart.picture.width, chart.picture.height);
        for (place, region) in found.iter().enumerate() {
            let areas = || [Some(region.area), region.shape].into_iter().flatten();
            for area in areas() {
                let inside = area.0 >= 0.0
                    && area.1 >= 0.0
                    && area.0 + area.2 <= width + 1e-6
                    && area.1 + area.3 <= height + 1e-6
                    && area.2 >= 0.0
                    && area.3 >= 0.0;
                if !inside {
                    return Err(format!("{}: {region:?} outside {width} × {height}", chart.id));
                }
            }
            for other in &found[place + 1..] {
                if overlap(region.area, other.area) {
                    return Err(format!("{}: {region:?} on {other:?}", chart.id));
                }
            }
            let known = match region.figure {
                FigureTarget::Figure(figure) => figure.value(&outcome).is_some(),
                FigureTarget::OwnIncome => inputs.general(General::EigenInkomsten) > 0.0,
                FigureTarget::Aggregate(group) => {
                    comes_to(group, scenario).is_some_and(|sum| shows(&region.name, sum))
                }
            };
            if !known {
                return Err(format!("{}: {region:?} is no figure", chart.id));
            }
            count += 1;
        }
        // No bar without its part.
        for bar in bars(&chart, |_| true) {
            let opens = |region: &HitRegion| holds(region.shape.unwrap_or(region.area), bar);
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
        let hit_regions = of(chart, &scenario).into_iter();
        hit_regions.map(|region| (region.figure.name(&outcome), region.name.replace('\u{a0}', " "))).collect()
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
    let mut expected = pairs(&[
        ("costs.gross", "Kosten: € 300.000"),
        ("savings.uitkeringen.net", "Minder uitkeringen: € −54.000"),
        ("savings.dagbesteding.net", "Minder dagbesteding: € −100.000"),
    ]);
    let pm_row = |line: &Line| {
        (format!("break_even.per_line.{}", line.id()), format!("{}: p.m.", (catalogue().line)(*line).label))
    };
    match pm_lines().as_slice() {
        few @ ([] | [_] | [_, _] | [_, _, _]) => expected.extend(few.iter().map(pm_row)),
        many => {
            expected.push(("break_even.pm_threshold".to_owned(), format!("{} posten: p.m.", many.len())));
        }
    }
    expected.extend(pairs(&[("break_even.gap", "Verschil: € 146.000")]));
    assert_eq!(said(&waterfall), expected);
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
    for (region, x) in parts.iter().zip(years) {
        assert!(region.area.0 <= x && x <= region.area.0 + region.area.2, "{region:?} without {x}");
    }
}

/// Twenty small lines are one bar, which opens their sum.
#[test]
fn what_is_put_together_opens_as_the_sum_that_it_is() {
    let (_, json) = scenarios().into_iter().find(|(name, _)| *name == "twintig").unwrap();
    let scenario = Scenario::parse(&json).unwrap();
    let [against, ..] = charts(&scenario);
    let together: Vec<FigureTarget> = of(&against, &scenario)
        .into_iter()
        .filter(|region| region.name.starts_with("Overige posten"))
        .map(|region| region.figure)
        .collect();
    assert!(together.contains(&FigureTarget::Aggregate(Aggregate::MergedLines(Role::Cost))), "{together:?}");
}

/// By hand: 300,000 and harm of 2 × 6,250 against 20,000 and 54,000.
#[test]
fn columns_with_harm_and_income_open() {
    let json = r#"{"values":{"eigen-inkomsten":20000,"dagbesteding.aantal":-2}}"#;
    let scenario = Scenario::parse(json).unwrap();
    assert_eq!(comes_to(Aggregate::LeftColumn, &scenario), Some(312_500.0));
    assert_eq!(comes_to(Aggregate::RightColumn, &scenario), Some(74_000.0));
    let [against, waterfall, ..] = charts(&scenario);
    for group in [Aggregate::LeftColumn, Aggregate::RightColumn].map(FigureTarget::Aggregate) {
        assert!(of(&against, &scenario).iter().any(|region| region.figure == group), "{group:?}");
    }
    let steps: Vec<FigureTarget> =
        of(&waterfall, &scenario).into_iter().map(|region| region.figure).collect();
    assert_eq!(steps[1], FigureTarget::OwnIncome);
}

/// The fixed lines that the brochure leaves p.m. and that save money.
fn pm_lines() -> Vec<Line> {
    let is_pm = |line: &Line| !line.definition().counted && line.definition().kind.is_saving();
    Line::ALL.into_iter().filter(is_pm).collect()
}

/// Many p.m. lines have one row, which opens what they must be worth.
#[test]
fn the_row_of_many_pm_lines_opens() {
    let own = |id: usize| {
        format!(
            r#"{{"id":"c{id}","side":"saving","label":"Post {id}","counted":false,"quantity":1,"amount":5}}"#
        )
    };
    let all: Vec<String> = (1..=3).map(own).collect();
    let scenario = Scenario::parse(&format!(r#"{{"custom":[{}]}}"#, all.join(","))).unwrap();
    let [_, waterfall, ..] = charts(&scenario);
    let found = of(&waterfall, &scenario);
    let row = found.iter().find(|region| region.figure == FigureTarget::Figure(FigureId::PmThreshold));
    assert_eq!(row.unwrap().name, format!("{} posten: p.m.", pm_lines().len() + all.len()));
}

/// Every cell with an amount stands for something that comes to it.
#[test]
fn the_tables_open_in_every_cell_with_an_amount() {
    let text = catalogue();
    let plan = r#"{"plan":[{"label":"Fonds","party":"overig","amount":100000},{"label":"Wmo","party":"gemeente","share":0.5,"until":2}]}"#;
    let more = [("plan", plan.to_owned()), ("begin", "{}".to_owned())];
    let all = scenarios().into_iter().chain(more);
    let mut count = 0;
    for (name, json) in all {
        let Ok(scenario) = Scenario::parse(&json) else { panic!("{name}") };
        let inputs = scenario.inputs();
        let outcome = evaluate(&inputs);
        for chart in charts(&scenario) {
            let table = chart.table.unwrap();
            let rows = cells(chart.id, &outcome);
            assert_eq!(rows.len(), table.rows.len(), "{name}: {}", chart.id);
            for (shown, row) in table.rows.iter().zip(rows) {
                for (cell, opens) in shown[1..].iter().zip(row) {
                    assert_eq!(
                        opens.is_some(),
                        cell.chars().any(|c| c != '–'),
                        "{name}: {}: {shown:?}",
                        chart.id
                    );
                    let value = match opens {
                        Some(FigureTarget::Aggregate(group)) => comes_to(group, &scenario).unwrap(),
                        Some(FigureTarget::OwnIncome) => -inputs.general(General::EigenInkomsten),
                        _ => continue,
                    };
                    assert!(
                        [value, -value].map(|value| text.notation.euro(value)).contains(cell),
                        "{name}: {}: {cell} is {value}",
                        chart.id
                    );
                    count += 1;
                }
            }
        }
    }
    assert!(count > 40, "only {count}");
    assert!(cells("tornado", &evaluate(&Preset::Brochure.inputs())).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_bar_of_every_scenario_opens(scenario in any_scenario()) {
        let checked = check(&scenario);
        prop_assert!(checked.is_ok(), "{}", checked.unwrap_err());
    }
}
