//! The simulation is as precise as the draws allow however small the spread is
//! beside the amounts: what is drawn is a distance, never a rounded amount.

use rekenmodel::model::simulation::{SimulationSettings, simulate};
use rekenmodel::model::{General, InputId, Line, LineField, Preset, Range, Shape, evaluate};

const DRAWS: u32 = 100_000;

/// An input of the brochure, its value, and what one unit more does to the
/// saldo: by hand, from the formula alone.
const INPUTS: [(InputId, f64, f64); 5] = [
    (InputId::General(General::Fte), 3.75, -48_800.0),
    (InputId::General(General::Huisvesting), 48_000.0, -1.0),
    (InputId::Line(Line::Dagbesteding, LineField::Aantal), 16.0, 6_250.0),
    (InputId::Line(Line::Dagbesteding, LineField::Bedrag), 6_250.0, 16.0),
    (InputId::Line(Line::Dagbesteding, LineField::Toerekening), 1.0, 100_000.0),
];

/// Mean and variance of a position between low (0) and high (1), by hand:
/// uniform; triangular and PERT with the value at `mode`.
fn moments(shape: Shape, mode: f64) -> (f64, f64) {
    match shape {
        Shape::Fixed => (mode, 0.0),
        Shape::Uniform => (0.5, 1.0 / 12.0),
        Shape::Triangular => ((1.0 + mode) / 3.0, (1.0 + mode * mode - mode) / 18.0),
        Shape::Pert => {
            let (a, b) = (1.0 + 4.0 * mode, 1.0 + 4.0 * (1.0 - mode));
            (a / 6.0, a * b / (36.0 * 7.0))
        }
    }
}

#[test]
fn mean_and_spread_are_right_however_small_the_spread() {
    for shape in [Shape::Uniform, Shape::Triangular, Shape::Pert] {
        for width in [1e-9, 1e-7, 1e-5, 1e-3] {
            let mut inputs = Preset::Brochure.inputs();
            inputs.set(InputId::General(General::KansGeenEffect), 0.0);
            inputs.set(InputId::General(General::Samenhang), 0.0);
            let ids: Vec<InputId> = inputs.ids().collect();
            for id in ids {
                inputs.set_range(id, Range::fixed(inputs.get(id)));
            }
            let (mut away, mut variance) = (0.0, 0.0);
            for (id, value, slope) in INPUTS {
                assert_eq!(inputs.get(id), value);
                // A share of 1 has room below only.
                let mode = if value == 1.0 { 1.0 } else { 0.25 };
                let wide = value * width;
                let range = Range { shape, low: value - mode * wide, high: value + (1.0 - mode) * wide };
                inputs.set_range(id, range);
                let (mean, spread) = moments(shape, mode);
                away += slope * (mean - mode) * wide;
                variance += slope * slope * spread * wide * wide;
            }
            let found = simulate(
                &inputs,
                SimulationSettings { draws: DRAWS, seed: 2017, ..SimulationSettings::default() },
            );
            let outcome = evaluate(&inputs);
            let sd = variance.sqrt();
            let figures = [
                ("net", &found.quantities.net, outcome.total.net),
                ("gemeente", &found.quantities.gemeente, outcome.parties.gemeente.net),
                ("society", &found.quantities.society, outcome.society.net),
            ];
            for (name, of, point) in figures {
                let what = format!("{name}, {shape:?}, width {width:e}");
                // An amount of 146,000 is itself known to 3e-11 in double precision;
                // products of two small distances count from a width of 1e-3 on.
                let known = 1e-10 + width * sd;
                let error = 4.5 * sd / f64::from(DRAWS).sqrt() + known;
                let moved = of.mean - point.euros();
                assert!((moved - away).abs() < error, "{what}: {moved:e} for {away:e}, sd {sd:e}");
                assert!((of.sd / sd - 1.0).abs() < 0.012, "{what}: sd {:e} for {sd:e}", of.sd);
                let ends = (of.p95 - of.p5) / sd;
                assert!((3.1..3.5).contains(&ends), "{what}: {ends} sd from P5 to P95");
                assert!(of.histogram.counts.len() > 50, "{what}: {:?}", of.histogram.counts);
            }
        }
    }
}

/// The mean of many is known better than any of them: a spread of nothing but
/// one input, far below single precision of the amount, keeps its whole shape.
#[test]
fn a_tiny_range_is_not_rounded_into_steps() {
    let mut inputs = Preset::Brochure.inputs();
    inputs.set(InputId::General(General::KansGeenEffect), 0.0);
    let ids: Vec<InputId> = inputs.ids().collect();
    for id in ids {
        inputs.set_range(id, Range::fixed(inputs.get(id)));
    }
    let fte = InputId::General(General::Fte);
    let wide = 3.75e-9;
    inputs.set_range(fte, Range { shape: Shape::Uniform, low: 3.75 - wide / 2.0, high: 3.75 + wide / 2.0 });
    let net =
        simulate(&inputs, SimulationSettings { draws: DRAWS, seed: 1, ..SimulationSettings::default() })
            .quantities
            .net;
    let expected = f64::from(DRAWS) / net.histogram.counts.len() as f64;
    for (place, count) in net.histogram.counts.iter().enumerate() {
        let apart = (f64::from(*count) - expected).abs() / expected.sqrt();
        assert!(apart < 5.5, "part {place}: {count} draws for {expected}");
    }
}
