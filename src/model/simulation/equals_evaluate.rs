//! Tests that the kernel equals the calculation: the figures of each draw are those
//! that `evaluate` gives for the inputs that were drawn.

use crate::model::distribution::QuantileTable;
use crate::model::financing::{FinancingPlan, Funder, FunderContribution};
use crate::model::simulated_figure::SimulatedFigure;
use crate::model::simulation::PmDraws;
use crate::model::simulation::kernel::{
    Columns, DRAWS_PER_BLOCK, QUADS_PER_BLOCK, RunningTotals, ZERO_BLOCK, add_block, calculate,
};
use crate::model::simulation::rng::Rng;
use crate::model::simulation::setup::{NPV, set_up};
use crate::model::simulation::steps::SharedDraws;
use crate::model::uncertain_inputs::{uncertain_inputs, with_drawn_lines};
use crate::model::{
    CostBasis, Euro, General, InputId, Inputs, Line, LineField, Outcome, Party, Perspective, Phase, Preset,
    Range, Shape, Share, evaluate,
};
use crate::scenario::Scenario;
use proptest::prelude::*;

/// Returns the size in euros of the largest term of an outcome: a line, a cost or a year.
fn largest(outcome: &Outcome) -> f64 {
    let lines = outcome.savings.iter().filter(|line| line.counted).map(|line| line.gross.euros().abs());
    let costs = outcome.costs.lines.iter().map(|line| line.amount.euros().abs());
    let years = outcome.years.iter().map(|year| year.costs.euros().abs().max(year.savings.euros().abs()));
    lines.chain(costs).chain(years).fold(1.0, f64::max)
}

/// Checks some draws of the first block. Deviations from the deterministic figure are
/// calculated in single precision, so the tolerance is 4e-5 of the largest term of the
/// draw, which is far less than the effect of one draw on any result. Where the
/// deterministic figure is much larger than the draw, so is the deviation; then the
/// tolerance is a millionth of that figure.
fn check(inputs: &Inputs, seed: u64) {
    let uncertain_inputs = uncertain_inputs(inputs);
    let setup = set_up(inputs, &uncertain_inputs);
    let deterministic_size = largest(&evaluate(inputs)).max(setup.deterministic[NPV].value.abs());
    let ties = setup.sampled.iter().filter_map(|sampled| sampled.tie);
    let mut shared = SharedDraws::new(setup.no_effect_chance, ties, seed);
    shared.fill(1);
    let positions: Vec<Vec<[f32; 4]>> = setup
        .sampled
        .iter()
        .map(|sampled| {
            let mut column = vec![[0.0; 4]; QUADS_PER_BLOCK];
            let table = QuantileTable::new(sampled.shape, sampled.mode);
            Rng::new(&sampled.name, seed).fill(&table, &mut column, shared.words(sampled.tie));
            column
        })
        .collect();
    let columns: Vec<_> = positions.iter().map(Vec::as_slice).collect();
    for draw in [0, 1, 2, 3, 100, DRAWS_PER_BLOCK - 1] {
        let mut drawn = inputs.clone();
        for one in &uncertain_inputs {
            if let Some(index) = setup.sampled.iter().position(|sampled| sampled.name == one.name) {
                let position = f64::from(positions[index][draw / 4][draw % 4]);
                drawn.set(one.id, one.range.low + (one.range.high - one.range.low) * position);
            }
        }
        if shared.effect(0)[draw / 4][draw % 4] < 0.0 {
            drawn = drawn.without_effects();
        }
        let outcome = evaluate(&drawn);
        let expected = [
            outcome.total.net.euros(),
            outcome.npv(inputs.perspective).euros(),
            outcome.parties.gemeente.net.euros(),
            outcome.society.net.euros(),
            outcome.break_even.perspectives.get(inputs.perspective).gap_per_visitor.euros(),
        ];
        let tolerance = (4e-5 * largest(&outcome)).max(1e-6 * deterministic_size);
        let mut totals = RunningTotals::new(&setup);
        let columns = Columns::new(&columns, 0);
        let mut results = vec![[ZERO_BLOCK; 2]; setup.terms.len()];
        for (index, term) in setup.terms.iter().enumerate() {
            let (before, results) = results.split_at_mut(index);
            let before = before.last().map(|results| &results[..]);
            calculate(term, &columns, before, &mut results[0]);
        }
        let draws = (shared.effect(0), DRAWS_PER_BLOCK);
        add_block(&setup, &columns, &|term| &results[term][..], None, draws, &mut totals);
        for (figure, expected) in expected.into_iter().enumerate() {
            let figure_of_draw = |figure: usize| {
                setup.deterministic[figure].value + totals.accumulators[figure].deviation_of_draw(draw)
            };
            let by_saldo = setup.npv_by_saldo.filter(|_| figure == NPV);
            let found = by_saldo.map_or_else(
                || figure_of_draw(figure),
                |by| by * figure_of_draw(SimulatedFigure::saldo(setup.perspective) as usize),
            );
            assert!(
                (found - expected).abs() <= tolerance,
                "figure {figure}, draw {draw}: {found} for {expected}"
            );
        }
    }
}

#[test]
fn the_presets() {
    for preset in Preset::ALL {
        for perspective in Perspective::ALL {
            let mut inputs = preset.inputs();
            inputs.perspective = perspective;
            inputs.set(InputId::General(General::InwonersGemeente), 21_000.0);
            check(&inputs, 1);
            check(&with_drawn_lines(&inputs, PmDraws::Trekken), 2);
        }
    }
}

/// Generates inputs of which every one that may vary does, anywhere in its limits.
fn arbitrary_inputs() -> impl Strategy<Value = Inputs> {
    const OWN: &str = r#"{"custom":[
        {"id":"a","side":"saving","quantity":3,"amount":-200,"parties":{"gemeente":0.3}},
        {"id":"b","side":"saving","kind":"welvaart","quantity":-3,"amount":50},
        {"id":"c","side":"cost","quantity":2,"amount":900}]}"#;
    let inputs = Scenario::parse(OWN).unwrap().inputs();
    let ids: Vec<InputId> = inputs.ids().filter(|id| id.definition().may_vary).collect();
    let ranges: Vec<_> = ids
        .iter()
        .map(|id| {
            let (low, high) = id.definition().limits;
            // With amounts up to their limits of 1e9 only rounding errors would be seen.
            let (low, high) = (low.max(-1e4), high.min(1e4));
            let shape = prop::sample::select(Shape::ALL.to_vec());
            (low..=high, low..=high, low..=high, shape)
        })
        .collect();
    let counted: Vec<_> = Line::ALL.iter().map(|_| any::<bool>()).collect();
    let dependence = (0.0..=1.0, prop::sample::select(vec![0.0, 0.3, 1.0]), 0..60_000_u32);
    let choices = (
        prop::sample::select(Perspective::ALL.to_vec()),
        prop::sample::select(Phase::ALL.to_vec()),
        dependence,
    );
    (ranges, counted, any::<bool>(), 1..=20_u32, 0.0..=1.0, any::<bool>(), choices).prop_map(
        move |(ranges, counted, basis, horizon, share, planned, choices)| {
            let mut inputs = inputs.clone();
            let (tied, no_effect, inhabitants);
            (inputs.perspective, inputs.phase, (tied, no_effect, inhabitants)) = choices;
            for (id, value) in [
                (General::Samenhang, tied),
                (General::KansGeenEffect, no_effect),
                (General::InwonersGemeente, f64::from(inhabitants)),
                (General::Startkosten, 1e4 * share),
                (General::EigenInkomsten, 5e3 * share),
                (General::Kostenstijging, 0.1 * share),
                (General::Batenstijging, -0.1 * share),
            ] {
                inputs.set(InputId::General(id), value);
            }
            for (id, (a, b, value, shape)) in ids.iter().zip(ranges) {
                inputs.set(*id, value);
                inputs.set_range(*id, Range { shape, low: f64::min(a, b), high: f64::max(a, b) });
            }
            for (line, counted) in Line::ALL.into_iter().zip(counted) {
                inputs.set_counted(line, counted);
            }
            inputs.basis = if basis { CostBasis::Begroting } else { CostBasis::Kengetal };
            inputs.set(InputId::General(General::Horizon), f64::from(horizon));
            inputs.set(InputId::General(General::FinancieringGemeente), share);
            inputs.set(InputId::Line(Line::Uitkeringen, LineField::Gemeente), share);
            if planned {
                let funder =
                    |pays, until| Funder { label: String::new(), party: Party::Gemeente, pays, until };
                inputs.plan = FinancingPlan::new(vec![
                    funder(FunderContribution::Share(Share::new(share)), Some(1)),
                    funder(FunderContribution::Amount(Euro::new(1e4 * share)), None),
                    funder(FunderContribution::Share(Share::new(0.25)), None),
                ]);
            }
            inputs
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn anything_that_may_vary(inputs in arbitrary_inputs(), seed in 0..1_000_000_u64) {
        prop_assert_eq!(inputs.issues(|value| value.to_string()), vec![]);
        check(&inputs, seed);
    }
}
