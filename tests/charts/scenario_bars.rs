//! The charts that compare scenarios: their bars have one scale, the steps of a difference
//! lead from one saldo to the other, and everything is inside the frame.

use super::{OUTLINE, bars, fit::faults, is_cost, is_gap, is_saving, labels};
use proptest::prelude::*;
use rekenmodel::chart;
use rekenmodel::chart::Chart;
use rekenmodel::chart::difference::DifferenceStep;
use rekenmodel::chart::scenario_bars::ScenarioBar;
use rekenmodel::model::Perspective;
use rekenmodel::text::catalogue;
use rekenmodel::text::compare::ScenarioFigures;

fn scenario_figures(name: &str, costs: f64, savings: f64) -> ScenarioFigures {
    ScenarioFigures { name: name.to_owned(), costs, savings, net: savings - costs }
}

fn compare(all: &[ScenarioFigures], reference: usize) -> Chart {
    chart::scenario_bars(all, reference, Perspective::Partijen, catalogue())
}

fn step(name: &str, amount: f64) -> DifferenceStep {
    DifferenceStep { name: name.to_owned(), from: "1".into(), to: "2".into(), amount }
}

#[test]
fn all_bars_have_one_scale() {
    let all = [
        scenario_figures("Ons", 300_000.0, 154_000.0),
        scenario_figures("Klein", 30_000.0, 60_000.0),
        scenario_figures("Niets", 0.0, 0.0),
    ];
    let chart = compare(&all, 1);
    let (costs, savings) = (bars(&chart, is_cost), bars(&chart, is_saving));
    let per_euro = costs[0].width / 300_000.0;
    for (bar, amount) in [(costs[1], 30_000.0), (savings[0], 154_000.0), (savings[1], 60_000.0)] {
        assert!((bar.width - amount * per_euro).abs() < 1e-9);
        assert!((bar.left - costs[0].left).abs() < 1e-9);
    }
    assert_eq!((costs.len(), savings.len()), (2, 2));
    let rows = chart.table.unwrap().rows;
    assert_eq!(rows[0][4], "€\u{a0}−176.000");
    assert_eq!(rows[1][4], "–");
    assert_eq!(rows[2][4], "€\u{a0}−30.000");
}

#[test]
fn bars_of_one_figure_have_one_scale_and_a_missing_figure_has_no_bar() {
    let bar = |name: &str, value: Option<f64>| ScenarioBar {
        name: name.to_owned(),
        value,
        shown: value.map_or("niet te zeggen".to_owned(), |value| format!("{value}")),
        difference: String::new(),
    };
    let all = [bar("A", Some(-30.0)), bar("B", None), bar("C", Some(10.0))];
    let chart = chart::compared_figure("Saldo", &all, 0, None, catalogue());
    assert_eq!(chart.title, "Saldo: het hoogst bij ‘C’, het laagst bij ‘A’");
    let (below, above) = (bars(&chart, is_cost)[0], bars(&chart, is_saving)[0]);
    assert!((below.width / above.width - 3.0).abs() < 1e-9);
    assert!((below.right() - above.left).abs() < 1e-9, "both begin at zero");
    // The scale of a chance ends at 100%, so a chance of 25% takes a quarter of the width between
    // the margins.
    let chart = chart::compared_figure("Kans", &[bar("A", Some(0.25))], 0, Some(1.0), catalogue());
    assert!((bars(&chart, is_saving)[0].width - (360.0 - 2.0) / 4.0).abs() < 1e-9);
    assert_eq!(chart.title, "Kans: in elk scenario gelijk");
}

#[test]
fn the_steps_of_a_difference_lead_from_one_saldo_to_the_other() {
    let steps = [step("Huur", 40_000.0), step("Fte", -10_000.0)];
    let chart = chart::saldo_difference(("A", -146_000.0), ("B", -116_000.0), &steps, catalogue());
    // The saldi of both scenarios have an outline.
    let saldi = bars(&chart, is_gap);
    let (better, worse) = (bars(&chart, is_saving)[0], bars(&chart, is_cost)[0]);
    let per_euro = (saldi[0].width + OUTLINE) / 146_000.0;
    assert!((better.width - 40_000.0 * per_euro).abs() < 1e-9);
    assert!((worse.width - 10_000.0 * per_euro).abs() < 1e-9);
    assert!((better.left + OUTLINE / 2.0 - saldi[0].left).abs() < 1e-9, "it begins where the first one ends");
    assert!((better.right() - worse.right()).abs() < 1e-9);
    assert!(
        (worse.left + OUTLINE / 2.0 - saldi[1].left).abs() < 1e-9,
        "the last one ends where the steps do"
    );
    assert!(labels(&chart).iter().any(|label| label.text == "€\u{a0}+40.000"));
}

#[test]
fn many_steps_share_a_bar_but_have_their_own_rows_in_the_table() {
    let steps: Vec<DifferenceStep> = (0..30).map(|index| step(&format!("Stap {index}"), 100.0)).collect();
    let chart = chart::saldo_difference(("A", 0.0), ("B", 3_000.0), &steps, catalogue());
    assert_eq!(bars(&chart, is_saving).len(), 9);
    assert!(labels(&chart).iter().any(|label| label.text == "€\u{a0}+2.200"));
    assert_eq!(chart.table.unwrap().rows.len(), 31);
}

fn any_name() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,60}", "[a-z]{1,200}", "([A-Z][a-z]{1,14} ){1,12}"]
}

fn any_amount() -> impl Strategy<Value = f64> {
    prop_oneof![4 => -500_000.0..500_000.0_f64, 1 => -1e18..1e18_f64, 1 => Just(0.0)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_charts_of_all_scenarios_fit(
        all in prop::collection::vec((any_name(), any_amount(), any_amount()), 1..13),
        steps in prop::collection::vec((any_name(), any_amount()), 0..30),
    ) {
        let all: Vec<ScenarioFigures> = all.iter().map(|(name, costs, savings)| scenario_figures(name, *costs, *savings)).collect();
        let text = catalogue();
        let bars: Vec<ScenarioBar> = all
            .iter()
            .map(|one| ScenarioBar {
                name: one.name.clone(),
                value: (one.net != 0.0).then_some(one.net),
                shown: text.notation.euro(one.net),
                difference: String::new(),
            })
            .collect();
        let from = all[0].net.round();
        let steps: Vec<DifferenceStep> = steps.iter().map(|(name, amount)| step(name, amount.round())).collect();
        let to = from + steps.iter().map(|step| step.amount).sum::<f64>();
        for chart in [
            compare(&all, all.len() - 1),
            chart::compared_figure("Saldo gemeente", &bars, 0, None, text),
            chart::saldo_difference((&all[0].name, from), (&all[all.len() - 1].name, to), &steps, text),
        ] {
            let found = faults(&chart);
            prop_assert!(found.is_empty(), "{}: {}", chart.id, found.join("\n"));
        }
    }
}
