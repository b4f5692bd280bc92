//! Properties that the results of the simulation must have; `uncertainty_reference` compares
//! its figures with those of an independent simulation.

use rekenmodel::api;
use rekenmodel::model::simulation;
use rekenmodel::model::simulation::{
    CachingSimulator, PmDraws, SimulationResult, SimulationSettings, simulate,
};
use rekenmodel::model::{General, InputId, Inputs, Line, LineField, Perspective, Phase, Preset, evaluate};
use rekenmodel::scenario::Scenario;
use serde_json::Value;

const SETTINGS: SimulationSettings = SimulationSettings { draws: 1000, seed: 1, pm: PmDraws::Weglaten };

fn run(scenario: &Value, draws: u32, seed: u64) -> SimulationResult {
    let scenario = Scenario::parse(&scenario.to_string()).unwrap();
    simulate(&scenario.inputs(), SimulationSettings { draws, seed, ..SETTINGS })
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
        inputs.set(InputId::General(General::KansGeenEffect), 0.0);
        let point = evaluate(&inputs);
        let found = simulate(&inputs, SETTINGS);
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
            assert_eq!((summary.sd, summary.share_below_point), (0.0, Some(0.0)));
            assert_eq!(summary.effect.map(|of| (of.mean, of.sd)), Some((point, 0.0)));
            assert_eq!(summary.no_effect, None);
            assert_eq!(summary.share_positive, if point >= 0.0 { 1.0 } else { 0.0 });
            assert_eq!(summary.histogram.counts, [1000]);
        }
        let gap = point.break_even.gap_per_visitor.euros().max(0.0);
        assert_eq!((found.drempel50, found.drempel80, found.evpi), (Some(gap), Some(gap), 0.0));
        for curve_point in &found.acceptability {
            assert_eq!(curve_point.chance, if curve_point.drempel >= gap { 1.0 } else { 0.0 });
        }
    }
}

/// A centre twice as large, with twice the effects, has twice the mean and twice the spread:
/// default ranges go along with the value.
#[test]
fn everything_doubled_gives_twice_the_mean_and_spread() {
    let start = Preset::Brochure.inputs();
    let mut doubled = start.clone();
    let general = [
        General::Bezoekers,
        General::Fte,
        General::Vrijwilligers,
        General::Huisvesting,
        General::Activiteiten,
        General::Organisatie,
    ];
    let quantities = Line::ALL.map(|line| InputId::Line(line, LineField::Aantal));
    for id in general.map(InputId::General).into_iter().chain(quantities) {
        doubled.set(id, 2.0 * start.get(id));
    }
    let [one, two] = [&start, &doubled].map(|inputs| simulate(inputs, SETTINGS).quantities);
    for (one, two) in [
        (&one.net, &two.net),
        (&one.npv, &two.npv),
        (&one.gemeente, &two.gemeente),
        (&one.society, &two.society),
    ] {
        let [halves, doubles] = [one, two].map(|of| [of.mean, of.sd, of.p5, of.p50, of.p95]);
        for (one, two) in halves.into_iter().zip(doubles) {
            assert!((two - 2.0 * one).abs() <= 1e-3 * one.abs(), "{one} and {two}");
        }
        assert!(one.sd > 10_000.0, "{}", one.sd);
    }
}

/// Mean and standard deviation are right in proportion to the spread, however small that
/// is compared with the amounts. Each uncertain input is uniform between its value
/// × (1 − `width`) and × (1 + `width`); to first order the figures are then sums of
/// independent uniform inputs, of which the standard deviation is known.
#[test]
fn a_tiny_spread_is_simulated_as_precisely_as_a_large_one() {
    use rekenmodel::model::{Line, LineField, Range, Shape};
    let draws = 100_000;
    let uniform = |inputs: &mut Inputs, id, width: f64| {
        let value = inputs.get(id);
        let [low, high] = [1.0 - width, 1.0 + width].map(|factor| value * factor);
        inputs.set_range(id, Range { shape: Shape::Uniform, low, high });
        [low, high]
    };
    for width in [1e-3, 1e-5, 1e-7, 1e-9] {
        let mut certain = Preset::Brochure.inputs();
        certain.set(InputId::General(General::KansGeenEffect), 0.0);
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
        let found = simulate(&inputs, SimulationSettings { draws, ..SETTINGS }).quantities;
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

/// Scenarios that differ in all that the draws depend on.
fn varied() -> Vec<(Inputs, PmDraws)> {
    let own = r#"{"base":"gunstig","values":{"inwoners-gemeente":20000},"ranges":{"c1.aantal":{"low":-4,"high":9},
        "c1.autonoom":{"kind":"uniform","low":0,"high":0.5}},
        "custom":[{"id":"c1","side":"saving","quantity":3,"amount":900,"counted":false},
                  {"id":"c2","side":"cost","quantity":2,"amount":500}]}"#;
    let base = Scenario::parse(own).unwrap().inputs();
    let mut all = Vec::new();
    for (index, perspective) in Perspective::ALL.into_iter().enumerate() {
        for (tied, no_effect) in [(0.5, 0.15), (0.0, 0.15), (0.5, 0.0), (1.0, 1.0)] {
            let mut inputs = base.clone();
            inputs.perspective = perspective;
            inputs.phase = Phase::ALL[index % 2];
            inputs.set(InputId::General(General::Samenhang), tied);
            inputs.set(InputId::General(General::KansGeenEffect), no_effect);
            all.push((inputs.clone(), PmDraws::Weglaten));
            all.push((inputs, PmDraws::Trekken));
        }
    }
    all
}

#[test]
fn a_caching_simulator_gives_what_a_single_run_gives() {
    let mut simulator = CachingSimulator::default();
    // Optimised, the last number of draws is larger than the simulator caches.
    let large = if cfg!(debug_assertions) { 3000 } else { 140_003 };
    for (inputs, pm) in varied() {
        for draws in [1000, 2501, 1001, large] {
            let settings = SimulationSettings { draws, seed: 5, pm };
            assert_eq!(simulator.simulate(&inputs, settings), simulate(&inputs, settings), "{draws}");
        }
    }
}

/// One input after the other is changed and changed back. Each time the caching simulator
/// gives the same results as a single run, and not the cached ones of earlier inputs.
#[test]
fn a_caching_simulator_never_uses_stale_results() {
    let mut simulator = CachingSimulator::default();
    let settings = SimulationSettings { draws: 1500, seed: 8, ..SimulationSettings::default() };
    let mut inputs = Preset::Gunstig.inputs();
    let ids: Vec<_> = inputs.ids().filter(|id| id.definition().plausible.is_some()).collect();
    for id in ids {
        let value = inputs.get(id);
        let (low, high) = id.definition().plausible.unwrap();
        inputs.set(id, low + 0.3 * (high - low));
        assert_eq!(simulator.simulate(&inputs, settings), simulate(&inputs, settings), "{id:?}");
        inputs.set(id, value);
    }
    for (id, value) in [
        (General::Samenhang, 0.2),
        (General::KansGeenEffect, 0.3),
        (General::Samenhang, 0.0),
        (General::Samenhang, 0.5),
    ] {
        inputs.set(InputId::General(id), value);
        assert_eq!(simulator.simulate(&inputs, settings), simulate(&inputs, settings), "{id:?}");
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
        inputs.set(InputId::General(General::Horizon), 20.0);
        inputs.set(InputId::General(General::Batenstijging), 0.2);
        inputs.set(InputId::General(General::Discontovoet), -0.05);
        inputs.set(InputId::General(General::InwonersGemeente), 10_000.0);
        inputs.perspective = Perspective::ALL[variant % 3];
        inputs.phase = Phase::ALL[variant % 2];
        assert_eq!(inputs.issues(|value| value.to_string()), vec![]);
        let found = simulate(
            &inputs,
            SimulationSettings { draws: 5003, seed: seed as u64, ..SimulationSettings::default() },
        );
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
        let shares = found.parameters.iter().map(|(_, information)| information.variance_share);
        assert!(shares.into_iter().all(|share| (0.0..=1.0).contains(&share)));
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

/// Without any other spread the draws have two values, so quantiles and means are exact: by
/// hand, −146,000 with the effect and −300,000 without.
#[test]
fn two_values_are_exact() {
    let mut inputs = Preset::Brochure.inputs();
    let ids: Vec<_> = inputs.ids().collect();
    ids.into_iter().for_each(|id| inputs.set_range(id, rekenmodel::model::Range::fixed(0.0)));
    let of = |chance: f64| {
        let mut inputs = inputs.clone();
        inputs.set(InputId::General(General::KansGeenEffect), chance);
        simulate(&inputs, SimulationSettings { draws: 20_000, ..SETTINGS })
    };
    let found = of(0.3);
    let net = &found.quantities.net;
    assert_eq!((net.p5, net.p25, net.p50, net.p95), (-300_000.0, -300_000.0, -146_000.0, -146_000.0));
    let [effect, no_effect] = [net.effect.unwrap(), net.no_effect.unwrap()];
    assert_eq!((effect.mean, effect.sd), (-146_000.0, 0.0));
    assert_eq!((no_effect.mean, no_effect.sd), (-300_000.0, 0.0));
    assert!((net.share_below_point.unwrap() - 0.3).abs() < 0.02);
    assert_eq!((found.drempel50, found.drempel80), (Some(292.0), Some(600.0)));
    assert_eq!(found.parameters.len(), 1);
    let found = of(1.0);
    let npv = evaluate(&Preset::GeenEffect.inputs()).npv.euros();
    let all = &found.quantities.npv;
    assert_eq!((all.mean, all.p5, all.p95, all.sd), (npv, npv, npv, 0.0));
    assert_eq!((all.effect, all.no_effect.unwrap().mean), (None, npv));
    assert_eq!((found.drempel50, found.evpi), (Some(600.0), 0.0));
}

/// A drempel that depends on the chance of an effect alone is not given.
#[test]
fn a_drempel_on_the_edge_is_none() {
    let of = |chance: f64| {
        let mut inputs = Preset::Brochure.inputs();
        inputs.set(InputId::General(General::KansGeenEffect), chance);
        let found = simulate(&inputs, SETTINGS);
        [found.drempel50.is_some(), found.drempel80.is_some()]
    };
    for (chance, known) in [
        (0.15, [true, true]),
        (0.189, [true, true]),
        (0.19, [true, false]),
        (0.21, [true, false]),
        (0.49, [false, true]),
        (0.51, [false, true]),
        (0.52, [true, true]),
    ] {
        assert_eq!(of(chance), known, "{chance}");
    }
}

/// Tying inputs changes neither the draws of whether there is an effect nor those of untied
/// inputs.
#[test]
fn a_tie_changes_the_draws_of_effects_alone() {
    let of = |tied: f64| {
        let mut inputs = Preset::Brochure.inputs();
        inputs.set(InputId::General(General::Samenhang), tied);
        simulate(&inputs, SETTINGS).quantities
    };
    let (one, other) = (of(0.0), of(1.0));
    assert_eq!(one.net.no_effect, other.net.no_effect);
    assert_ne!(one.net.effect, other.net.effect);
    let [apart, together] = [&one, &other].map(|of| of.net.effect.unwrap().sd);
    assert!(together > 1.1 * apart, "{together} for {apart}");
}
