//! Results of simulation and sensitivity against those of the independent reference
//! (`tests/reference/uncertainty.py`).

use rekenmodel::api;
use rekenmodel::model::simulation::{SimulationResult, SimulationSettings, simulate};
use rekenmodel::scenario::Scenario;
use serde_json::Value;

/// Number of draws: fewer in a build without optimisation. `cargo xtask test` runs these tests
/// in both builds, with `--quick` without optimisation only.
const DRAWS: u32 = if cfg!(debug_assertions) { 100_000 } else { 1_000_000 };
/// Number of draws of the reference.
const REFERENCE_DRAWS: u32 = 150_000;
/// Number of standard errors that two estimates may differ by; a thousand are compared.
const MAX_ERRORS: f64 = 5.0;

fn run(scenario: &Value) -> SimulationResult {
    let scenario = Scenario::parse(&scenario.to_string()).unwrap();
    simulate(&scenario.inputs(), SimulationSettings { draws: DRAWS, ..scenario.simulation })
}

fn reference() -> Vec<Value> {
    serde_json::from_str(include_str!("reference/uncertainty.json")).unwrap()
}

/// Adds a line to `wrong` for each simulated figure that differs from the reference's estimate
/// by more than [`MAX_ERRORS`] standard errors. `expected` is that estimate and its standard
/// error. The figure is an estimate too, so the variances of both are added up.
fn check_estimate(label: &str, expected: &Value, given: &Value, wrong: &mut Vec<String>) {
    if let Some(parts) = expected.as_object() {
        for (part, expected) in parts {
            check_estimate(&format!("{label}.{part}"), expected, &given[part], wrong);
        }
        return;
    }
    let (Some(expected), Some(given)) = (expected.as_array(), given.as_f64()) else {
        if expected != given {
            wrong.push(format!("{label}: {given} for {expected}"));
        }
        return;
    };
    let [value, error] = [0, 1].map(|index| expected[index].as_f64().unwrap());
    let error = error * (1.0 + f64::from(REFERENCE_DRAWS) / f64::from(DRAWS)).sqrt();
    // A share of which the reference saw no draw may still be one in some thousands.
    let least = if label.contains("share") { 1e-4 } else { 1e-6 + 2e-7 * value.abs() };
    if (given - value).abs() > MAX_ERRORS * error + least {
        let errors = (given - value) / error;
        wrong.push(format!("{label}: {given} for {value}, {errors:.1} standard errors"));
    }
}

#[test]
fn the_simulation_agrees_with_the_reference() {
    let mut wrong = Vec::new();
    for row in reference() {
        let name = row["name"].as_str().unwrap();
        let found = run(&row["scenario"]);
        let json = serde_json::to_value(&found).unwrap();
        for part in ["quantities", "drempel50", "drempel80", "evpi"] {
            check_estimate(&format!("{name}: {part}"), &row[part], &json[part], &mut wrong);
        }
        for chance in row["chances"].as_array().unwrap() {
            let drempel = chance[0].as_f64().unwrap();
            let points = json["acceptability"].as_array().unwrap();
            let is_at = |point: &&Value| (point["drempel"].as_f64().unwrap() - drempel).abs() < 1e-6;
            if let Some(point) = points.iter().find(is_at) {
                let expected = Value::from(vec![chance[1].clone(), chance[2].clone()]);
                let label = format!("{name}: share of draws at {drempel}");
                check_estimate(&label, &expected, &point["chance"], &mut wrong);
            }
        }
        let end = found.acceptability.last().unwrap().drempel;
        assert!(end > row["p95"][0].as_f64().unwrap(), "{name}: the curve ends at {end}");
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

/// Sensitivity is not random: its rows are equal to those of the reference.
#[test]
fn the_rows_of_sensitivity_equal_those_of_the_reference() {
    let more_rows: Vec<Value> = serde_json::from_str(include_str!("reference/sensitivity.json")).unwrap();
    for row in reference().into_iter().chain(more_rows) {
        let given: Value =
            serde_json::from_str(&api::sensitivity(&row["scenario"].to_string()).unwrap()).unwrap();
        for (figure, expected) in row["sensitivity"].as_object().unwrap() {
            let expected = expected.as_array().unwrap();
            let rows = given[figure].as_array().unwrap();
            let named = format!("{} {figure}", row["name"]);
            let ids = |rows: &[Value]| {
                let mut ids: Vec<String> = rows.iter().map(|row| row["id"].to_string()).collect();
                ids.sort();
                ids
            };
            assert_eq!(ids(rows), ids(expected), "{named}");
            for expected in expected {
                let given = rows.iter().find(|row| row["id"] == expected["id"]).unwrap();
                for key in ["low", "high", "at_low", "at_high"] {
                    let (a, b) = (given[key].as_f64().unwrap(), expected[key].as_f64().unwrap());
                    let difference = (a - b).abs();
                    assert!(difference <= 1e-9 * b.abs().max(1e6), "{named} {expected}: {key} {a} for {b}");
                }
            }
            let size =
                |row: &Value| (row["at_high"].as_f64().unwrap() - row["at_low"].as_f64().unwrap()).abs();
            let sorted = rows.windows(2).all(|pair| size(&pair[0]) >= size(&pair[1]) * (1.0 - 1e-9));
            assert!(sorted, "{named}: not sorted");
        }
    }
}

#[test]
fn the_value_of_information_agrees_with_a_nested_simulation() {
    let (mut compared, mut wrong) = (0, Vec::new());
    for row in reference() {
        let Some(nested) = row["nested"].as_object() else { continue };
        let found = run(&row["scenario"]);
        let mut names: Vec<&str> = found.parameters.iter().map(|(name, _)| name.as_str()).collect();
        let mut expected: Vec<&str> = nested.keys().map(String::as_str).collect();
        names.sort_unstable();
        expected.sort_unstable();
        assert_eq!(names, expected, "{}", row["name"]);
        for (name, information) in &found.parameters {
            for (part, given, least) in [
                ("variance_share", information.variance_share, 2e-3),
                ("evppi", information.evppi, 2e-3 * found.evpi),
            ] {
                let [value, error] = [0, 1].map(|index| nested[name][part][index].as_f64().unwrap());
                if (given - value).abs() > MAX_ERRORS * error + least {
                    wrong.push(format!("{} {name}.{part}: {given} for {value} ± {error}", row["name"]));
                }
                compared += 1;
            }
        }
    }
    assert!(compared > 300, "{compared}");
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}
