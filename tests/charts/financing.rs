//! The charts of a scenario with a dekkingsplan (who pays what): the chart of the plan over
//! the years, and the chart of the parties. Sizes are worked out by hand; for random plans
//! everything is inside the frame.

use super::fit::{any_scenario, faults};
use super::{OUTLINE, SPACE, bars, is_cost, is_gap, labels};
use proptest::prelude::*;
use rekenmodel::chart;
use rekenmodel::chart::{Chart, MarkStyle};
use rekenmodel::model::evaluate;
use rekenmodel::scenario::Scenario;
use rekenmodel::text::catalogue;

/// Returns the chart of the plan over the years, and the chart of what each party pays and
/// saves, both with their tables.
fn charts(scenario: &Scenario) -> [Chart; 2] {
    let inputs = scenario.inputs();
    let outcome = evaluate(&inputs);
    let text = catalogue();
    let parties = chart::parties::parties_with_plan(&outcome, text);
    let table = chart::table(parties.id, &outcome, text, &|_| String::new());
    [
        chart::financing(&inputs.plan, outcome.financing.as_ref().expect("a plan"), text),
        Chart { table, ..parties },
    ]
}

fn charts_of(json: &str) -> [Chart; 2] {
    charts(&Scenario::parse(json).unwrap())
}

const PLAN: &str = r#"{"plan":[{"label":"Gemeente","party":"gemeente","amount":150000},
    {"label":"Fonds","party":"overig","amount":90000,"until":2}]}"#;

/// Of costs of 300,000 the gemeente pays 150,000 and the fund 90,000, for two years. So
/// 60,000 is uncovered in the first two years, and 150,000 after that. The bar of uncovered
/// costs has an outline.
#[test]
fn bars_are_as_high_as_their_amounts() {
    let [plan, parties] = charts_of(PLAN);
    let paid: Vec<f64> = bars(&plan, is_cost).iter().map(|bar| bar.height + SPACE).collect();
    let [gemeente, fund] = [paid[0], paid[1]];
    // The gemeente in four years, and the fund in two.
    assert_eq!(paid.len(), 6);
    assert!((fund / gemeente - 90.0 / 150.0).abs() < 1e-9, "{paid:?}");
    let uncovered: Vec<f64> = bars(&plan, is_gap).iter().map(|bar| bar.height + SPACE + OUTLINE).collect();
    // In the four years, and the sample in the legend.
    assert!((uncovered[0] / gemeente - 60.0 / 150.0).abs() < 1e-9, "{uncovered:?}");
    assert!((uncovered[3] / gemeente - 1.0).abs() < 1e-9 && uncovered.len() == 5, "{uncovered:?}");
    let texts: Vec<&str> = labels(&plan).iter().map(|label| label.text.as_str()).collect();
    assert!(
        texts.contains(&"Fonds") && texts.contains(&"€\u{a0}90.000") && texts.contains(&"Ongedekt"),
        "{texts:?}"
    );

    // In the chart of the parties, which is of a full-effect year, only the gemeente pays:
    // the other 150,000 is uncovered, and has the scale of the payments. The bars are
    // horizontal, without space between them.
    let width = |has_style: fn(MarkStyle) -> bool| bars(&parties, has_style)[0].width;
    assert!((width(is_gap) + OUTLINE - width(is_cost)).abs() < 0.5);
    let rows = parties.table.unwrap().rows;
    assert_eq!(rows[4][0], "Ongedekt");
    // 150,000 + 150,000, and 154,000 − 300,000.
    assert_eq!((rows[5][1].as_str(), rows[5][3].as_str()), ("€\u{a0}300.000", "€\u{a0}−146.000"));
}

#[test]
fn many_funders_share_a_bar_and_a_surplus_rises_above_the_costs() {
    let funders: Vec<String> =
        (0..9).map(|n| format!(r#"{{"label":"F{n}","party":"overig","amount":{}}}"#, 40_000 + n)).collect();
    let [plan, _] = charts_of(&format!(r#"{{"plan":[{}]}}"#, funders.join(",")));
    assert!(labels(&plan).iter().any(|label| label.text == "4 andere financiers"));
    assert_eq!(bars(&plan, is_cost).len(), 6 * 4);
    assert!(bars(&plan, is_gap).is_empty());
    // The costs of a year are a short thick line across its bar, in the style of dots. There is
    // one in each of the four years, and a sample in the legend.
    let cost_lines = bars(&plan, |style| style == MarkStyle::WhiteEdged);
    assert_eq!(cost_lines.len(), 5);
    let level = cost_lines[0].top;
    let top = bars(&plan, is_cost).iter().map(|bar| bar.top).fold(f64::MAX, f64::min);
    assert!(level > top, "{level} {top}");
}

fn any_plan() -> impl Strategy<Value = Vec<serde_json::Value>> {
    let label = prop_oneof!["\\PC{0,60}", "[a-z]{1,200}", "([A-Z][a-z]{1,14} ){1,12}"];
    let amount = prop_oneof![3 => 0.0..200_000.0_f64, 1 => Just(0.0), 1 => Just(1e9)];
    let funder = (label, amount, prop::option::of(0.0..=1.0_f64), prop::option::of(1..=20_u32));
    prop::collection::vec(funder, 1..=20).prop_map(|funders| {
        let funder = |(label, amount, share, until): (String, f64, Option<f64>, Option<u32>)| {
            let label: String = label.chars().take(200).collect();
            let mut funder = serde_json::json!({ "label": label, "party": "overig" });
            match share {
                Some(share) => funder["share"] = share.into(),
                None => funder["amount"] = amount.into(),
            }
            if let Some(until) = until {
                funder["until"] = until.into();
            }
            funder
        };
        funders.into_iter().map(funder).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_charts_of_every_plan_fit(scenario in any_scenario(), plan in any_plan()) {
        let mut json: serde_json::Value = serde_json::from_str(&scenario.to_json()).unwrap();
        json["plan"] = plan.into();
        for chart in charts(&Scenario::parse(&json.to_string()).unwrap()) {
            let found = faults(&chart);
            prop_assert!(found.is_empty(), "{}: {}", chart.id, found.join("\n"));
        }
    }
}
