//! The picture of one's own centre counted in three ways: bars on one scale, and each difference
//! hatched up to the costs.

use super::{bars, count_pictures, is_cost, is_saving, labels};
use rekenmodel::chart::Chart;
use rekenmodel::scenario::Scenario;

fn wide(json: &str) -> Chart {
    count_pictures(&Scenario::parse(json).unwrap())[0].clone()
}

/// By hand: costs of 300,000 are 560 wide. Savings of 154,000, and of 17,010 + 60,000 counted
/// cautiously, are shown as 154 and 77 thousand; without effect there are none.
#[test]
fn the_costs_are_drawn_once_and_each_count_has_its_savings() {
    let chart = wide("{}");
    let (costs, savings) = (bars(&chart, is_cost), bars(&chart, is_saving));
    assert_eq!(costs.len(), 1);
    assert!((costs[0].width - 560.0).abs() < 1e-9);
    let expected = [154.0, 77.0].map(|thousands| thousands / 300.0 * 560.0);
    assert_eq!(savings.len(), expected.len());
    for (bar, expected) in savings.iter().zip(expected) {
        assert!((bar.width - expected).abs() < 1e-9, "{bar:?}");
    }
    let text = |wanted: &str| labels(&chart).iter().any(|label| label.text.replace('\u{a0}', " ") == wanted);
    for gap in ["verschil € 146.000", "verschil € 223.000", "verschil € 300.000"] {
        assert!(text(gap), "{gap}");
    }
    let rows = chart.table.unwrap().rows;
    assert_eq!(rows[2].join("|").replace('\u{a0}', " "), "verschil|€ 146.000|€ 223.000|€ 300.000");
}

/// The gemeente pays half; its picture says that its costs are meant.
#[test]
fn the_picture_holds_the_perspective_of_the_scenario_and_says_which() {
    let chart = wide(r#"{"values":{"perspectief":"gemeente","financiering.gemeente":0.5}}"#);
    assert!(chart.sentence.starts_with("Alleen de gemeente."), "{}", chart.sentence);
    assert_eq!(
        chart.table.unwrap().rows[0][..2].join("|").replace('\u{a0}', " "),
        "Kosten van de gemeente|€ 150.000"
    );
}
