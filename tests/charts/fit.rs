//! Checks that hold for the charts of every scenario: everything is inside the frame, no
//! label overlaps another, every coordinate is a number, and the SVG is well-formed.

use super::{answer_pictures, charts, count_pictures, gallery::scenarios, labels, what_if_pictures};
use proptest::prelude::*;
use rekenmodel::chart::{Chart, Mark, svg};
use rekenmodel::scenario::Scenario;
use rekenmodel::ui::features::compare::counts;
use rekenmodel::ui::features::what_if;

/// Returns a line for everything that is wrong with a chart; empty if it is right.
pub fn faults(chart: &Chart) -> Vec<String> {
    let mut found = faults_of_drawing(chart);
    found.extend(super::hotspots::check_hotspots(chart).err());
    found
}

/// Returns a line for everything that is wrong with the drawing of a chart.
pub fn faults_of_drawing(chart: &Chart) -> Vec<String> {
    let (width, height) = (chart.drawing.width, chart.drawing.height);
    let mut found = Vec::new();
    let mut check_inside = |name: &str, left: f64, top: f64, right: f64, bottom: f64| {
        let edges = [left, top, right, bottom];
        if !edges.iter().all(|edge| edge.is_finite()) {
            found.push(format!("{name}: {edges:?}"));
        } else if left < -0.01 || top < -0.01 || right > width + 0.01 || bottom > height + 0.01 {
            found.push(format!("{name} outside {width} × {height}: {edges:?}"));
        }
    };
    for mark in &chart.drawing.marks {
        match mark {
            Mark::Rect { x, y, width, height, .. } => {
                check_inside("bar", *x, *y, x + width, y + height);
                // As left and top, so that a negative size is a fault.
                check_inside("size of bar", *width, *height, 0.0, 0.0);
            }
            Mark::Path { d, .. } => {
                for (x, y) in points(d) {
                    check_inside(d, x, y, x, y);
                }
            }
            Mark::Text(label) => {
                let (left, right) = label.span();
                check_inside(
                    &label.text,
                    left,
                    label.y - label.size * 0.75,
                    right,
                    label.y + label.size * 0.25,
                );
            }
        }
    }
    let labels = labels(chart);
    for (index, one) in labels.iter().enumerate() {
        for other in &labels[index + 1..] {
            let ((left, right), (other_left, other_right)) = (one.span(), other.span());
            // Lines of one text are 16 apart. Labels that overlap horizontally must be at
            // least 12 apart.
            if left < other_right && other_left < right && (one.y - other.y).abs() < 12.0 {
                found.push(format!("‘{}’ on ‘{}’", one.text, other.text));
            }
        }
        // A name may be cut, and may contain a euro sign. Only in an amount a no-break space
        // follows the sign.
        if one.bold && one.text.contains("€\u{a0}") && one.text.contains('…') {
            found.push(format!("an amount is cut: {}", one.text));
        }
    }
    if chart.table.as_ref().is_none_or(|table| table.rows.iter().any(|row| row.len() != table.head.len())) {
        found.push("no table, or a row of another length".into());
    }
    found
}

/// Returns the points of path data that are absolute: of its `M` and `L` commands. The
/// arcs of dots, which are relative, and `Z` are left out.
fn points(d: &str) -> Vec<(f64, f64)> {
    let commands = d.split(['M', 'L']).filter(|command| !command.is_empty());
    let number = |text: &str| text.parse::<f64>().unwrap_or(f64::NAN);
    commands
        .map(|command| {
            let point = command.split(['a', 'Z']).next().unwrap();
            let (x, y) = point.split_once(' ').unwrap();
            (number(x), number(y))
        })
        .collect()
}

/// Checks all charts of a scenario; the error says what is wrong with the first faulty one.
fn check_charts(scenario: &Scenario) -> Result<(), String> {
    for chart in charts(scenario)
        .into_iter()
        .chain(answer_pictures(scenario))
        .chain(what_if_pictures(scenario))
        .chain(count_pictures(scenario))
    {
        // A case is no figure of the scenario, so its bars open no explanation.
        let is_case = what_if::view::WIDTHS.iter().chain(&counts::WIDTHS).any(|(id, _)| *id == chart.id);
        let mut found = if is_case { faults_of_drawing(&chart) } else { faults(&chart) };
        let file = svg::file(&chart, &["Bron.".into(), format!("https://voorbeeld.nl/#{}", "a".repeat(900))]);
        match roxmltree::Document::parse(&file.text) {
            Err(problem) => found.push(problem.to_string()),
            Ok(parsed) => {
                let attributes = parsed.descendants().flat_map(|node| node.attributes());
                let numbers = attributes.filter(|attribute| attribute.name() != "font-family");
                let wrong = |value: &str| value.contains("NaN") || value.contains("inf");
                found.extend(
                    numbers
                        .filter(|attribute| wrong(attribute.value()))
                        .map(|attribute| format!("{attribute:?}")),
                );
            }
        }
        if !found.is_empty() {
            return Err(format!("{}: {}", chart.id, found.join("\n")));
        }
    }
    Ok(())
}

#[test]
fn the_charts_of_every_gallery_scenario_fit() {
    for (name, json) in scenarios() {
        check_charts(&Scenario::parse(&json).unwrap()).unwrap_or_else(|found| panic!("{name}: {found}"));
    }
}

/// Returns amounts: mostly of the usual size, sometimes negative or extreme.
fn any_amount() -> impl Strategy<Value = f64> {
    prop_oneof![4 => 0.0..200_000.0_f64, 1 => -200_000.0..0.0_f64, 1 => -1e9..1e9_f64, 1 => Just(0.0), 1 => Just(1e9)]
}

/// Returns up to 23 own lines as JSON, costs and savings, with names of any length.
fn any_own_lines() -> impl Strategy<Value = Vec<serde_json::Value>> {
    let quantity = prop_oneof![3 => Just(1.0), 1 => -1e9..1e9_f64];
    let label = prop_oneof!["\\PC{0,60}", "[a-z]{1,200}", "([A-Z][a-z]{1,14} ){1,12}"];
    let line = (label, any_amount(), quantity, any::<bool>(), any::<bool>(), 0..3_usize);
    prop::collection::vec(line, 0..24).prop_map(|lines| {
        let line = |(index, (label, amount, quantity, is_cost, counted, kind)): (usize, (String, _, _, _, _, usize))| {
            let label: String = label.chars().take(200).collect();
            let id = format!("e{index}");
            if is_cost {
                serde_json::json!({"id": id, "side": "cost", "label": label, "quantity": quantity, "amount": amount})
            } else {
                let kind = ["besparing", "overdracht", "welvaart"][kind];
                serde_json::json!({"id": id, "side": "saving", "label": label, "kind": kind, "counted": counted, "quantity": quantity, "amount": amount, "unit": "keer"})
            }
        };
        lines.into_iter().enumerate().map(line).collect()
    })
}

/// Returns valid scenarios with random own lines, shares, growth and amounts.
pub fn any_scenario() -> impl Strategy<Value = Scenario> {
    let shares = (0.0..=0.5_f64, 0.0..=0.5_f64);
    let growth = (prop_oneof![Just(0.0), -0.2..=0.2_f64], prop_oneof![Just(0.0), -0.2..=0.2_f64]);
    let amounts = (0.0..1e9_f64, any_amount(), any_amount(), any_amount());
    (any_own_lines(), shares, growth, amounts, 1..=20_u32, any::<[bool; 4]>()).prop_map(
        |(own, (gemeente, rijk), (cost_growth, savings_growth), amounts, horizon, flags)| {
            let (income, per_benefit, per_client, start_up) = amounts;
            let [has_income, has_start_up, counts_care, counts_benefits] = flags;
            let mut values = serde_json::json!({
                "horizon": horizon, "financiering.gemeente": gemeente, "financiering.rijk": rijk,
                "kostenstijging": cost_growth, "batenstijging": savings_growth,
                "uitkeringen.bedrag": per_benefit, "dagbesteding.bedrag": per_client,
            });
            if has_income {
                values["eigen-inkomsten"] = income.into();
            }
            if has_start_up {
                values["startkosten"] = start_up.abs().into();
            }
            let json = serde_json::json!({
                "values": values, "custom": own,
                "counted": { "zorggebruik": counts_care, "uitkeringen": counts_benefits },
            });
            Scenario::parse(&json.to_string()).expect("a valid scenario")
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_charts_of_every_scenario_fit(scenario in any_scenario()) {
        let checked = check_charts(&scenario);
        prop_assert!(checked.is_ok(), "{}", checked.unwrap_err());
    }
}
