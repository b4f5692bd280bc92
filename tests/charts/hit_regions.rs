//! Hit regions: the areas of a chart that open the explanation of a figure when pressed.
//! They are inside the frame and do not overlap, each is for a figure that the scenario has,
//! and every bar has one. The name of a region for a sum ends with the value of the sum.

use super::fit::any_scenario;
use super::gallery::scenarios;
use super::{Bar, SPACE, bars, charts};
use proptest::prelude::*;
use rekenmodel::chart::aggregates::{Aggregate, FigureTarget, addends, cells};
use rekenmodel::chart::hit_regions::Area;
use rekenmodel::chart::hit_regions::Role;
use rekenmodel::chart::{Chart, HitRegion, Mark, hit_regions};
use rekenmodel::explain::{FigureId, sum};
use rekenmodel::model::{General, Line, Preset, evaluate};
use rekenmodel::scenario::Scenario;
use rekenmodel::text::catalogue;

fn regions_of(chart: &Chart, scenario: &Scenario) -> Vec<HitRegion> {
    let own = |index: usize| scenario.own[index].label.clone();
    hit_regions(chart, &evaluate(&scenario.inputs()), catalogue(), &own)
}

/// Whether two areas (left, top, width, height) overlap by more than rounding.
fn overlap(a: Area, b: Area) -> bool {
    const SLACK: f64 = 1e-6;
    let ((left, top, width, height), (other_left, other_top, other_width, other_height)) = (a, b);
    left + SLACK < other_left + other_width
        && other_left + SLACK < left + width
        && top + SLACK < other_top + other_height
        && other_top + SLACK < top + height
}

/// Whether an area contains a bar, which may reach outside by the space between bars.
fn contains((left, top, width, height): Area, bar: Bar) -> bool {
    bar.left >= left - SPACE
        && bar.top >= top - SPACE
        && bar.right() <= left + width + SPACE
        && bar.top + bar.height <= top + height + SPACE
}

/// Returns the value of a sum that a chart shows as one bar, added up from its members;
/// `None` if the scenario has no such sum.
fn aggregate_value(group: Aggregate, scenario: &Scenario) -> Option<f64> {
    let own = |index: usize| scenario.own[index].label.clone();
    let inputs = scenario.inputs();
    let outcome = evaluate(&inputs);
    let (name, addends) = addends(group, &outcome, catalogue(), &own)?;
    assert!(!name.is_empty());
    assert_eq!(Aggregate::from_id(&group.id()), Some(group));
    sum(&addends, &inputs, &outcome).value
}

/// Whether the name of a region ends with this amount. Names with an amount in millions or
/// more always pass, since they are abbreviated.
fn names_amount(name: &str, amount: f64) -> bool {
    let is_abbreviated = ["joen", "jard", "mln", "mld", "bln"].iter().any(|word| name.contains(word));
    is_abbreviated || name.ends_with(&catalogue().notation.euro(amount))
}

/// Checks the regions of all charts of a scenario. Returns their number, or the first fault.
fn check_regions(scenario: &Scenario) -> Result<usize, String> {
    let inputs = scenario.inputs();
    let outcome = evaluate(&inputs);
    let mut count = 0;
    for chart in charts(scenario) {
        let found = regions_of(&chart, scenario);
        let (width, height) = (chart.drawing.width, chart.drawing.height);
        for (index, region) in found.iter().enumerate() {
            let areas = || [Some(region.area), region.shape].into_iter().flatten();
            for (left, top, area_width, area_height) in areas() {
                let inside = left >= 0.0
                    && top >= 0.0
                    && left + area_width <= width + 1e-6
                    && top + area_height <= height + 1e-6
                    && area_width >= 0.0
                    && area_height >= 0.0;
                if !inside {
                    return Err(format!("{}: {region:?} outside {width} × {height}", chart.id));
                }
            }
            for other in &found[index + 1..] {
                if overlap(region.area, other.area) {
                    return Err(format!("{}: {region:?} on {other:?}", chart.id));
                }
            }
            let is_valid = match region.figure {
                FigureTarget::Figure(figure) => figure.value(&outcome).is_some(),
                FigureTarget::OwnIncome => inputs.general(General::EigenInkomsten) > 0.0,
                FigureTarget::Aggregate(group) => {
                    aggregate_value(group, scenario).is_some_and(|sum| names_amount(&region.name, sum))
                }
            };
            if !is_valid {
                return Err(format!("{}: {region:?} is no figure", chart.id));
            }
            count += 1;
        }
        // Every bar has a region.
        for bar in bars(&chart, |_| true) {
            let opens = |region: &HitRegion| contains(region.shape.unwrap_or(region.area), bar);
            if !found.iter().any(opens) {
                return Err(format!("{}: nothing opens the bar at {bar:?}", chart.id));
            }
        }
    }
    Ok(count)
}

#[test]
fn every_bar_of_every_gallery_scenario_opens() {
    for (name, json) in scenarios() {
        let count =
            check_regions(&Scenario::parse(&json).unwrap()).unwrap_or_else(|found| panic!("{name}: {found}"));
        assert!(count > 5, "{name}: only {count}");
    }
}

/// By hand: the figure and the name of the regions in the charts of the brochure, in reading
/// order; of the years, the number of regions and the second one.
#[test]
fn the_regions_of_the_brochure() {
    let scenario = Scenario::parse("{}").unwrap();
    let outcome = evaluate(&scenario.inputs());
    let [costs_vs_savings, waterfall, cumulative, parties] = charts(&scenario);
    let figures_and_names = |chart: &Chart| -> Vec<(String, String)> {
        let regions = regions_of(chart, &scenario).into_iter();
        regions.map(|region| (region.figure.name(&outcome), region.name.replace('\u{a0}', " "))).collect()
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
    assert_eq!(figures_and_names(&costs_vs_savings), pairs(&expected));
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
    assert_eq!(figures_and_names(&waterfall), expected);
    let expected = [
        ("parties.gemeente.net", "Gemeente: saldo € −146.000"),
        ("parties.gemeente.costs", "Gemeente: betaalt € 300.000"),
        ("parties.gemeente.savings", "Gemeente: bespaart € 154.000"),
    ];
    assert_eq!(figures_and_names(&parties), pairs(&expected));
    let years = figures_and_names(&cumulative);
    assert_eq!((years.len(), years[1].0.as_str()), (4, "years.2.cumulative"));
    // An existing initiative has its full effect from year 1: twice 154,000 − 300,000.
    assert_eq!(years[1].1, "Jaar 2, Opgeteld saldo: € −292.000");
}

/// In the chart of the cumulative saldo, the region of a year surrounds the x coordinate of
/// that year.
#[test]
fn the_regions_of_the_years_surround_their_points() {
    let scenario = Scenario::parse(r#"{"values":{"horizon":6}}"#).unwrap();
    let [_, _, cumulative, _] = charts(&scenario);
    let years: Vec<f64> = (1..=6)
        .filter_map(|year: u32| {
            let year_text = year.to_string();
            cumulative.drawing.marks.iter().find_map(|mark| match mark {
                Mark::Text(label) if label.text == year_text => Some(label.x),
                _ => None,
            })
        })
        .collect();
    let regions = regions_of(&cumulative, &scenario);
    assert_eq!((regions.len(), years.len()), (6, 6));
    for (region, x) in regions.iter().zip(years) {
        let (left, _, width, _) = region.area;
        assert!(left <= x && x <= left + width, "{region:?} without {x}");
    }
}

/// Twenty small lines share one bar, which opens the explanation of their sum.
#[test]
fn a_bar_of_many_small_lines_opens_their_sum() {
    let (_, json) = scenarios().into_iter().find(|(name, _)| *name == "twintig").unwrap();
    let scenario = Scenario::parse(&json).unwrap();
    let [costs_vs_savings, ..] = charts(&scenario);
    let targets: Vec<FigureTarget> = regions_of(&costs_vs_savings, &scenario)
        .into_iter()
        .filter(|region| region.name.starts_with("Overige posten"))
        .map(|region| region.figure)
        .collect();
    assert!(targets.contains(&FigureTarget::Aggregate(Aggregate::MergedLines(Role::Cost))), "{targets:?}");
}

/// By hand: costs of 300,000 and harm of 2 × 6,250 on the left; own income of 20,000 and
/// savings of 54,000 on the right.
#[test]
fn columns_with_harm_and_income_open() {
    let json = r#"{"values":{"eigen-inkomsten":20000,"dagbesteding.aantal":-2}}"#;
    let scenario = Scenario::parse(json).unwrap();
    assert_eq!(aggregate_value(Aggregate::LeftColumn, &scenario), Some(312_500.0));
    assert_eq!(aggregate_value(Aggregate::RightColumn, &scenario), Some(74_000.0));
    let [costs_vs_savings, waterfall, ..] = charts(&scenario);
    for group in [Aggregate::LeftColumn, Aggregate::RightColumn].map(FigureTarget::Aggregate) {
        assert!(
            regions_of(&costs_vs_savings, &scenario).iter().any(|region| region.figure == group),
            "{group:?}"
        );
    }
    let steps: Vec<FigureTarget> =
        regions_of(&waterfall, &scenario).into_iter().map(|region| region.figure).collect();
    assert_eq!(steps[1], FigureTarget::OwnIncome);
}

/// Returns the lines that could save money and that the brochure does not count (p.m.).
fn pm_lines() -> Vec<Line> {
    let is_pm = |line: &Line| !line.definition().counted && line.definition().kind.counts_for_payers();
    Line::ALL.into_iter().filter(is_pm).collect()
}

/// Many p.m. lines share one row of the waterfall. It opens the amount that they would have to
/// be worth together to close the gap.
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
    let found = regions_of(&waterfall, &scenario);
    let row = found.iter().find(|region| region.figure == FigureTarget::Figure(FigureId::PmThreshold));
    assert_eq!(row.unwrap().name, format!("{} posten: p.m.", pm_lines().len() + all.len()));
}

/// In the tables of the charts, every cell with an amount opens an explanation. Where that is
/// the explanation of a sum or of the own income, its value is the amount of the cell, apart
/// from the sign.
#[test]
fn every_table_cell_with_an_amount_opens() {
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
            for (texts, row) in table.rows.iter().zip(rows) {
                for (cell, target) in texts[1..].iter().zip(row) {
                    assert_eq!(
                        target.is_some(),
                        cell.chars().any(|c| c != '–'),
                        "{name}: {}: {texts:?}",
                        chart.id
                    );
                    let value = match target {
                        Some(FigureTarget::Aggregate(group)) => aggregate_value(group, &scenario).unwrap(),
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
        let checked = check_regions(&scenario);
        prop_assert!(checked.is_ok(), "{}", checked.unwrap_err());
    }
}
