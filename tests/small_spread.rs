//! The simulation stays as precise as its number of draws allows, however small the
//! ranges are compared with the amounts. This holds since it draws the deviation from an
//! input's value, and not the value itself, which would be rounded.

use rekenmodel::model::simulation::{SimulationSettings, simulate};
use rekenmodel::model::{General, InputId, Line, LineField, Preset, Range, Shape, evaluate};

const DRAWS: u32 = 100_000;

/// Uncertain inputs of the brochure: the input, its value, and the slope: the change of the
/// saldo if the input rises by 1. Worked out by hand from the formula.
const INPUTS: [(InputId, f64, f64); 5] = [
    (InputId::General(General::Fte), 3.75, -48_800.0),
    (InputId::General(General::Huisvesting), 48_000.0, -1.0),
    (InputId::Line(Line::Dagbesteding, LineField::Aantal), 16.0, 6_250.0),
    (InputId::Line(Line::Dagbesteding, LineField::Bedrag), 6_250.0, 16.0),
    (InputId::Line(Line::Dagbesteding, LineField::Toerekening), 1.0, 100_000.0),
];

/// Returns the mean and the variance of a distribution between 0 and 1 of this shape;
/// a triangular or PERT one has its top at `mode`. From the textbook formulas.
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
fn mean_and_standard_deviation_are_right_however_small_the_ranges() {
    for shape in [Shape::Uniform, Shape::Triangular, Shape::Pert] {
        for width in [1e-9, 1e-7, 1e-5, 1e-3] {
            let mut inputs = Preset::Brochure.inputs();
            inputs.set(InputId::General(General::KansGeenEffect), 0.0);
            inputs.set(InputId::General(General::Samenhang), 0.0);
            let ids: Vec<InputId> = inputs.ids().collect();
            for id in ids {
                inputs.set_range(id, Range::fixed(inputs.get(id)));
            }
            let (mut expected_deviation, mut variance) = (0.0, 0.0);
            for (id, value, slope) in INPUTS {
                assert_eq!(inputs.get(id), value);
                // A share of 1 can only be lower, so its value is the high end of its range.
                let mode = if value == 1.0 { 1.0 } else { 0.25 };
                let size = value * width;
                let range = Range { shape, low: value - mode * size, high: value + (1.0 - mode) * size };
                inputs.set_range(id, range);
                let (mean, unit_variance) = moments(shape, mode);
                expected_deviation += slope * (mean - mode) * size;
                variance += slope * slope * unit_variance * size * size;
            }
            let result = simulate(
                &inputs,
                SimulationSettings { draws: DRAWS, seed: 2017, ..SimulationSettings::default() },
            );
            let outcome = evaluate(&inputs);
            let sd = variance.sqrt();
            // The three saldi change alike: in the brochure the gemeente pays all costs, and these
            // savings are its own and cashable.
            let figures = [
                ("net", &result.quantities.net, outcome.total.net),
                ("gemeente", &result.quantities.gemeente, outcome.parties.gemeente.net),
                ("society", &result.quantities.society, outcome.society.net),
            ];
            for (name, found, point) in figures {
                let case = format!("{name}, {shape:?}, width {width:e}");
                // An amount of 146,000 is precise to 3e-11 in double precision. The
                // expected values leave out products of two deviations, which matter
                // from a width of 1e-3 on.
                let slack = 1e-10 + width * sd;
                let error = 4.5 * sd / f64::from(DRAWS).sqrt() + slack;
                let deviation = found.mean - point.euros();
                assert!(
                    (deviation - expected_deviation).abs() < error,
                    "{case}: {deviation:e} for {expected_deviation:e}, sd {sd:e}"
                );
                assert!((found.sd / sd - 1.0).abs() < 0.012, "{case}: sd {:e} for {sd:e}", found.sd);
                let p5_to_p95 = (found.p95 - found.p5) / sd;
                assert!((3.1..3.5).contains(&p5_to_p95), "{case}: {p5_to_p95} sd from P5 to P95");
                assert!(found.histogram.counts.len() > 50, "{case}: {:?}", found.histogram.counts);
            }
        }
    }
}

/// One uncertain input, with a range far below the single precision of the amount. Its
/// uniform distribution stays even, where rounding would leave only a few values.
#[test]
fn a_tiny_range_is_not_rounded_to_a_few_values() {
    let mut inputs = Preset::Brochure.inputs();
    inputs.set(InputId::General(General::KansGeenEffect), 0.0);
    let ids: Vec<InputId> = inputs.ids().collect();
    for id in ids {
        inputs.set_range(id, Range::fixed(inputs.get(id)));
    }
    let fte = InputId::General(General::Fte);
    let size = 3.75e-9;
    inputs.set_range(fte, Range { shape: Shape::Uniform, low: 3.75 - size / 2.0, high: 3.75 + size / 2.0 });
    let net =
        simulate(&inputs, SimulationSettings { draws: DRAWS, seed: 1, ..SimulationSettings::default() })
            .quantities
            .net;
    let expected = f64::from(DRAWS) / net.histogram.counts.len() as f64;
    for (bin, count) in net.histogram.counts.iter().enumerate() {
        let deviation = (f64::from(*count) - expected).abs() / expected.sqrt();
        assert!(deviation < 5.5, "bin {bin}: {count} draws for {expected}");
    }
}
