//! Results of simulation and sensitivity against those of the independent reference
//! (`tests/reference/uncertainty.py`), and properties that they must have.

use rekenmodel::api;
use rekenmodel::model::simulation;
use rekenmodel::model::simulation::{CachingSimulator, SimulationResult, SimulationSettings, simulate};
use rekenmodel::model::{General, InputId, Preset, evaluate};
use rekenmodel::scenario::Scenario;
use serde_json::Value;

/// Number of draws: fewer in a build without optimisation. `cargo xtask test` runs these tests
/// in both builds, with `--quick` without optimisation only.
const DRAWS: u32 = if cfg!(debug_assertions) { 100_000 } else { 1_000_000 };

fn run(scenario: &Value, draws: u32, seed: u64) -> SimulationResult {
    let scenario = Scenario::parse(&scenario.to_string()).unwrap();
    simulate(&scenario.inputs(), SimulationSettings { draws, seed })
}

fn reference() -> Vec<Value> {
    serde_json::from_str(include_str!("reference/uncertainty.json")).unwrap()
}

/// Adds a line to `wrong` if a simulated figure differs from the reference's estimate by more
/// than four standard errors. `expected` is that estimate and its standard error at a million
/// draws. The figure is an estimate too, so the variances of both are added up. A share, of
/// which the standard error may be zero, may differ by 1e-5 more.
fn check_estimate(name: &str, expected: &Value, given: f64, wrong: &mut Vec<String>) {
    let [value, error] = [0, 1].map(|index| expected[index].as_f64().unwrap());
    let error = error * (1.0 + 1e6 / f64::from(DRAWS)).sqrt();
    if (given - value).abs()
        > 4.0 * error + 1e-9 * value.abs() + 1e-5 * f64::from(name.contains("share") as u8)
    {
        let errors = (given - value) / error;
        wrong.push(format!("{name}: {given} for {value}, {errors:.1} standard errors"));
    }
}

#[test]
fn the_simulation_agrees_with_the_reference() {
    let mut wrong = Vec::new();
    for row in reference() {
        let name = row["name"].as_str().unwrap();
        let found = run(&row["scenario"], DRAWS, 2017);
        let json = serde_json::to_value(&found).unwrap();
        for (figure, expected) in row["quantities"].as_object().unwrap() {
            for (statistic, expected) in expected.as_object().unwrap() {
                let given = json["quantities"][figure][statistic].as_f64().unwrap();
                check_estimate(&format!("{name}: {figure}.{statistic}"), expected, given, &mut wrong);
            }
        }
        let drempels = [("drempel50", found.drempel50), ("drempel80", found.drempel80)];
        for (drempel, given) in drempels {
            let [value, error] = [0, 1].map(|index| row[drempel][index].as_f64().unwrap());
            check_estimate(
                &format!("{name}: {drempel}"),
                &serde_json::json!([value.max(0.0), error]),
                given,
                &mut wrong,
            );
        }
        check_estimate(&format!("{name}: evpi"), &row["evpi"], found.evpi, &mut wrong);
        for chance in row["chances"].as_array().unwrap() {
            let [drempel, expected] = [0, 1].map(|index| chance[index].as_f64().unwrap());
            let Some(given) = chance_at(&found, drempel) else { continue };
            let error = (expected * (1.0 - expected) / f64::from(DRAWS) * 2.0).sqrt();
            if (given - expected).abs() > 4.5 * error + 1e-4 {
                wrong.push(format!("{name}: chance at {drempel}: {given} for {expected}"));
            }
        }
        let end = found.acceptability.last().unwrap().drempel;
        assert!(end > row["p95"].as_f64().unwrap(), "{name}: the curve ends at {end}");
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

/// Returns the chance at this drempel, if it is a point of the acceptability curve.
fn chance_at(found: &SimulationResult, drempel: f64) -> Option<f64> {
    let point = found.acceptability.iter().find(|point| (point.drempel - drempel).abs() < 1e-6)?;
    Some(point.chance)
}

/// Sensitivity is not random: its rows are equal to those of the reference.
#[test]
fn the_rows_of_sensitivity_equal_those_of_the_reference() {
    for row in reference() {
        let given: Value =
            serde_json::from_str(&api::sensitivity(&row["scenario"].to_string()).unwrap()).unwrap();
        for (figure, expected) in row["swings"].as_object().unwrap() {
            let expected = expected.as_array().unwrap();
            let rows = given[figure].as_array().unwrap();
            let named = format!("{} {figure}", row["name"]);
            assert_eq!(rows.len(), expected.len(), "{named}");
            for expected in expected {
                let given = rows.iter().find(|row| row["id"] == expected["id"]);
                let given = given.unwrap_or_else(|| panic!("{named}: {} is missing", expected["id"]));
                for key in ["low", "high", "at_low", "at_high"] {
                    let (a, b) = (given[key].as_f64().unwrap(), expected[key].as_f64().unwrap());
                    assert!(
                        (a - b).abs() <= 1e-9 * b.abs().max(1e6),
                        "{named} {expected}: {key} {a} for {b}"
                    );
                }
            }
            let swing =
                |row: &Value| (row["at_high"].as_f64().unwrap() - row["at_low"].as_f64().unwrap()).abs();
            assert!(
                rows.windows(2).all(|pair| swing(&pair[0]) >= swing(&pair[1]) * (1.0 - 1e-9)),
                "{named}: not sorted"
            );
        }
    }
}

#[test]
fn the_value_of_information_agrees_with_a_nested_simulation() {
    let mut compared = 0;
    for row in reference() {
        let Some(nested) = row["nested"].as_object() else { continue };
        let found = run(&row["scenario"], DRAWS, 2017);
        assert!(found.evpi > 0.0, "{}: EVPI is zero", row["name"]);
        assert_eq!(found.parameters.len(), nested.len());
        for (name, information) in &found.parameters {
            let expected = |key: &str| nested[name][key].as_f64().unwrap();
            let (share, evppi) = (expected("variance_share"), expected("evppi"));
            let named = format!("{} {name}", row["name"]);
            assert!(
                (information.variance_share - share).abs() < 0.02,
                "{named}: {} for {share}",
                information.variance_share
            );
            let evppi_error = (information.evppi - evppi).abs();
            assert!(evppi_error < 0.02 * found.evpi, "{named}: {} for {evppi}", information.evppi);
            compared += 1;
        }
    }
    assert_eq!(compared, 22);
}

/// Without ranges every result equals the outcome of `evaluate`, to the last bit.
#[test]
fn without_ranges_every_result_is_that_of_evaluate() {
    for preset in Preset::ALL {
        let mut inputs = preset.inputs();
        let ids: Vec<_> = inputs.ids().collect();
        for id in ids {
            let value = inputs.get(id);
            inputs.set_range(id, rekenmodel::model::Range::fixed(value));
        }
        let point = evaluate(&inputs);
        let found = simulate(&inputs, SimulationSettings { draws: 1000, seed: 1 });
        assert_eq!(found.parameters, []);
        let figures = [
            (&found.quantities.net, point.total.net),
            (&found.quantities.npv, point.npv),
            (&found.quantities.gemeente, point.parties.gemeente.net),
            (&found.quantities.society, point.society.net),
        ];
        for (summary, point) in figures {
            let point = point.euros();
            let all = [summary.mean, summary.p5, summary.p25, summary.p50, summary.p75, summary.p95];
            assert_eq!(all, [point; 6]);
            assert_eq!((summary.sd, summary.share_below_point), (0.0, 0.0));
            assert_eq!(summary.share_positive, if point >= 0.0 { 1.0 } else { 0.0 });
            assert_eq!(summary.histogram.counts, [1000]);
        }
        let gap = point.break_even.gap_per_visitor.euros().max(0.0);
        assert_eq!((found.drempel50, found.drempel80, found.evpi), (gap, gap, 0.0));
        for curve_point in &found.acceptability {
            assert_eq!(curve_point.chance, if curve_point.drempel >= gap { 1.0 } else { 0.0 });
        }
    }
}

/// Mean and standard deviation are right in proportion to the spread, however small that
/// is compared with the amounts. Each uncertain input is uniform between its value
/// × (1 − `width`) and × (1 + `width`); to first order the figures are then sums of
/// independent uniform inputs, of which the standard deviation is known.
#[test]
fn a_tiny_spread_is_simulated_as_precisely_as_a_large_one() {
    use rekenmodel::model::{General, InputId, Line, LineField, Range, Shape};
    let draws = 100_000;
    let uniform = |inputs: &mut rekenmodel::model::Inputs, id, width: f64| {
        let value = inputs.get(id);
        let [low, high] = [1.0 - width, 1.0 + width].map(|factor| value * factor);
        inputs.set_range(id, Range { shape: Shape::Uniform, low, high });
        [low, high]
    };
    for width in [1e-3, 1e-5, 1e-7, 1e-9] {
        let mut certain = Preset::Brochure.inputs();
        let ids: Vec<_> = certain.ids().collect();
        ids.into_iter().for_each(|id| certain.set_range(id, Range::fixed(certain.get(id))));
        let point = evaluate(&certain);
        let check = |figure: &str, found: &simulation::summary::Summary, point: f64, sd: f64| {
            let (deviation, error) = (found.mean - point, 4.0 * sd / f64::from(draws).sqrt());
            assert!(
                deviation.abs() < error + width * sd,
                "{figure} {width}: mean {deviation} for an sd of {sd}"
            );
            assert!((found.sd / sd - 1.0).abs() < 0.01, "{figure} {width}: sd {} for {sd}", found.sd);
            let median = (found.p50 - point).abs();
            assert!(median < 0.03 * sd && found.p5 < found.p50, "{figure} {width}: P50 {median} away");
        };

        let mut inputs = certain.clone();
        let day_care = |field| InputId::Line(Line::Dagbesteding, field);
        let salaries = [General::Fte, General::LoonkostenPerFte].map(InputId::General);
        for id in salaries.into_iter().chain([LineField::Aantal, LineField::Bedrag].map(day_care)) {
            uniform(&mut inputs, id, width);
        }
        let found = simulate(&inputs, SimulationSettings { draws, seed: 1 }).quantities;
        // The NPV of one euro a year of costs, and of savings.
        let [mut cost_factor, mut saving_factor] = [0.0; 2];
        for year in &point.years {
            cost_factor += year.discount.fraction();
            saving_factor += year.ramp.fraction() * year.discount.fraction();
        }
        // Each amount is the product of two uncertain inputs.
        let sd = |amounts: [f64; 2]| {
            width / 3_f64.sqrt() * (2.0 * amounts.map(|amount| amount * amount).iter().sum::<f64>()).sqrt()
        };
        check("net", &found.net, point.total.net.euros(), sd([183_000.0, 100_000.0]));
        check("npv", &found.npv, point.npv.euros(), sd([183_000.0 * cost_factor, 100_000.0 * saving_factor]));

        let mut inputs = certain.clone();
        let discount = InputId::General(General::Discontovoet);
        let npv = uniform(&mut inputs, discount, width).map(|value| {
            let mut inputs = certain.clone();
            inputs.set(discount, value);
            evaluate(&inputs).npv.euros()
        });
        let found = simulate(&inputs, SimulationSettings { draws, seed: 2 }).quantities;
        check("discounted", &found.npv, point.npv.euros(), (npv[1] - npv[0]).abs() / 12_f64.sqrt());
    }
}

/// Adding a line with an uncertain input does not change the draws of other inputs; another
/// seed does.
#[test]
fn every_input_has_random_numbers_of_its_own() {
    let fixed = |line: &str| {
        let fields = ["aantal", "bedrag", "autonoom", "toerekening", "verdringing", "verzilverbaar"];
        fields.map(|field| format!(r#""{line}.{field}":{{"kind":"fixed"}}"#)).join(",")
    };
    let lines = format!("{},{}", fixed("dagbesteding"), fixed("uitkeringen"));
    let own = r#""custom":[{"id":"c1","side":"saving","kind":"welvaart","quantity":5,"amount":900}]"#;
    let base = run(&serde_json::from_str(&format!(r#"{{"ranges":{{{lines}}}}}"#)).unwrap(), 5000, 3);
    // The own line is of the kind welvaart, which counts for society only.
    let with_line = format!(r#"{{{own},"ranges":{{"c1.aantal":{{"low":0,"high":9}},{lines}}}}}"#);
    let with_line = run(&serde_json::from_str(&with_line).unwrap(), 5000, 3);
    assert_eq!(base.quantities.net, with_line.quantities.net);
    assert_ne!(base.quantities.society, with_line.quantities.society);
    let other_seed = run(&serde_json::from_str(&format!(r#"{{"ranges":{{{lines}}}}}"#)).unwrap(), 5000, 4);
    assert_ne!(base.quantities.net, other_seed.quantities.net);
}

#[test]
fn a_caching_simulator_gives_what_a_single_run_gives() {
    let mut simulator = CachingSimulator::default();
    for row in reference() {
        // Optimised, the last number of draws is larger than the simulator caches.
        let large = if cfg!(debug_assertions) { 3000 } else { 140_003 };
        for draws in [1000, 2501, 1001, large] {
            let inputs = Scenario::parse(&row["scenario"].to_string()).unwrap().inputs();
            let settings = SimulationSettings { draws, seed: 5 };
            assert_eq!(
                simulator.simulate(&inputs, settings),
                simulate(&inputs, settings),
                "{} {draws}",
                row["name"]
            );
        }
    }
}

/// One input after the other is changed and changed back. Each time the caching simulator
/// gives the same results as a single run, and not the cached ones of earlier inputs.
#[test]
fn a_caching_simulator_never_uses_stale_results() {
    let mut simulator = CachingSimulator::default();
    let settings = SimulationSettings { draws: 1500, seed: 8 };
    let mut inputs = Preset::Gunstig.inputs();
    let ids: Vec<_> = inputs.ids().filter(|id| id.definition().plausible.is_some()).collect();
    for id in ids {
        let value = inputs.get(id);
        let (low, high) = id.definition().plausible.unwrap();
        inputs.set(id, low + 0.3 * (high - low));
        assert_eq!(simulator.simulate(&inputs, settings), simulate(&inputs, settings), "{id:?}");
        inputs.set(id, value);
    }
    inputs.set_counted(rekenmodel::model::Line::BetaaldWerk, true);
    assert_eq!(simulator.simulate(&inputs, settings), simulate(&inputs, settings));
    inputs.set_counted(rekenmodel::model::Line::Uitkeringen, false);
    assert_eq!(simulator.simulate(&inputs, settings), simulate(&inputs, settings));
    // The savings stay the same, while the number of draws and a cost change.
    for draws in [1500, 1500, 700, 3000, 3000, 1500] {
        let settings = SimulationSettings { draws, ..settings };
        inputs.set(InputId::General(General::Huisvesting), f64::from(40_000 + draws));
        assert_eq!(simulator.simulate(&inputs, settings), simulate(&inputs, settings), "{draws}");
    }
}

/// With the limits of every uncertain input as its range, every number is finite, chances are
/// from 0 to 1, quantiles are in order, and the histogram counts every draw.
#[test]
fn extremes_stay_finite() {
    let own = r#"{"custom":[{"id":"a","side":"saving","quantity":1,"amount":1},{"id":"b","side":"cost","quantity":1,"amount":1}]}"#;
    for (variant, seed) in (0..8).map(|variant| (variant, 40 + variant)) {
        let mut inputs = Scenario::parse(own).unwrap().inputs();
        let ids: Vec<_> = inputs.ids().filter(|id| id.definition().may_vary).collect();
        for (index, id) in ids.into_iter().enumerate() {
            let (low, high) = id.definition().limits;
            let shape = rekenmodel::model::Shape::ALL[1 + (index + variant) % 3];
            inputs.set(id, [low, high, (low + high) / 2.0][(index + variant) % 3]);
            inputs.set_range(id, rekenmodel::model::Range { shape, low, high });
        }
        inputs.set(rekenmodel::model::InputId::General(rekenmodel::model::General::Horizon), 20.0);
        assert_eq!(inputs.issues(|value| value.to_string()), vec![]);
        let found = simulate(&inputs, SimulationSettings { draws: 5003, seed: seed as u64 });
        let text = serde_json::to_string(&found).unwrap();
        assert!(!text.contains("null") && !text.contains("-0.0,"), "{text}");
        let all = &found.quantities;
        for figure in [&all.net, &all.npv, &all.gemeente, &all.society] {
            let low = figure.histogram.low;
            let rising =
                [low, figure.p5, figure.p25, figure.p50, figure.p75, figure.p95, figure.histogram.high];
            assert!(rising.windows(2).all(|pair| pair[0] <= pair[1]), "{rising:?}");
            assert_eq!(figure.histogram.counts.iter().sum::<u32>(), 5003);
            assert!((0.0..=1.0).contains(&figure.share_positive) && figure.sd > 0.0);
        }
        let shares: f64 = found.parameters.iter().map(|(_, information)| information.variance_share).sum();
        assert!((0.0..=1.0 + 1e-9).contains(&shares), "{shares}");
        assert!(
            found.parameters.iter().all(|(_, information)| (0.0..=found.evpi).contains(&information.evppi))
        );
        let curve = &found.acceptability;
        assert!(curve.windows(2).all(|pair| pair[0].chance <= pair[1].chance && pair[1].chance <= 1.0));
        assert!(curve.len() < 200);
    }
}

#[test]
fn invalid_input_is_refused_by_simulation_and_sensitivity() {
    for function in [api::simulate, api::sensitivity] {
        assert!(function(r#"{"values":{"bezoekers":0}}"#).unwrap_err().contains("bezoekers"));
        assert!(function("{}").is_ok());
    }
}
