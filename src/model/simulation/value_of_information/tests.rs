//! The value of knowing an input, by hand and against independent draws.

use super::*;
use crate::model::uncertain_inputs::uncertain_inputs;
use crate::model::{CostBasis, Line, Phase, Preset, Range, Shape, evaluate};
use crate::scenario::Scenario;

fn information_of(inputs: &Inputs) -> Vec<(String, ValueOfInformation)> {
    let table = |one: &UncertainInput| Rc::new(QuantileTable::new(one.range.shape, one.mode()));
    values_of_information(inputs, &uncertain_inputs(inputs), table)
}

/// By hand: with a net factor of 20% for gains and 100% for harm, the net benefit of
/// funding is 12,500 + 1,250 n where n is above zero and 12,500 + 6,250 n where it is
/// below. n is uniform from −20 to 20, so the expected net benefit is −12,500; the
/// expectation of the net benefit where it is positive is (12,500 + 500,000) ÷ 40. Tied
/// or not makes no difference to one input.
#[test]
fn harm_bends_the_line() {
    for tied in [0.0, 0.5, 1.0] {
        let mut inputs = Preset::Brochure.inputs();
        let id = |field| InputId::Line(Line::Dagbesteding, field);
        inputs.set(InputId::General(General::Drempel), 517.0);
        inputs.set(InputId::General(General::KansGeenEffect), 0.0);
        inputs.set(InputId::General(General::Samenhang), tied);
        inputs.set(id(LineField::Autonoom), 0.8);
        let ids: Vec<_> = inputs.ids().collect();
        for id in ids {
            inputs.set_range(id, Range::fixed(0.0));
        }
        inputs.set_range(id(LineField::Aantal), Range { shape: Shape::Uniform, low: -20.0, high: 20.0 });
        let information = information_of(&inputs);
        assert_eq!(information.len(), 1);
        let (_, information) = &information[0];
        assert!((information.variance_share - 1.0).abs() < 1e-9, "{tied} {information:?}");
        assert!((information.evppi - 12_812.5).abs() < 0.1, "{tied} {information:?}");
    }
}

/// By hand: at a drempel of 400 the net benefit of funding is 54,000 with the effect of
/// 154,000 and −100,000 without. Half of the time each: −23,000 on the whole, and 27,000
/// where it is known.
#[test]
fn whether_there_is_an_effect() {
    let mut inputs = Preset::Brochure.inputs();
    inputs.set(InputId::General(General::Drempel), 400.0);
    inputs.set(InputId::General(General::KansGeenEffect), 0.5);
    let ids: Vec<_> = inputs.ids().collect();
    for id in ids {
        inputs.set_range(id, Range::fixed(0.0));
    }
    let information = information_of(&inputs);
    assert_eq!((information.len(), information[0].0.as_str()), (1, "kans-geen-effect"));
    let (_, information) = &information[0];
    assert!((information.variance_share - 1.0).abs() < 1e-12);
    assert!((information.evppi - 27_000.0).abs() < 1e-9);
    for chance in [0.0, 1.0] {
        inputs.set(InputId::General(General::KansGeenEffect), chance);
        assert_eq!(information_of(&inputs), []);
    }
}

/// Random numbers that have nothing to do with those of the simulation.
struct Numbers(u64);

impl Numbers {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let word = (self.0 ^ (self.0 >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 11;
        (word as f64 + 0.5) / (1_u64 << 53) as f64
    }
}

/// Position of a uniform in a range, for the shapes whose quantiles need no table.
fn quantile(shape: Shape, mode: f64, u: f64) -> f64 {
    match shape {
        Shape::Uniform => u,
        Shape::Triangular if u < mode => (u * mode).sqrt(),
        Shape::Triangular => 1.0 - ((1.0 - u) * (1.0 - mode)).sqrt(),
        Shape::Pert | Shape::Fixed => panic!("{shape:?} has no closed form"),
    }
}

/// Bins by the value of an input, and draws.
const BINS: usize = 60;
const DRAWS: usize = if cfg!(debug_assertions) { 60_000 } else { 400_000 };

/// Draws a scenario by the words of docs/model.md and `evaluate` alone, and compares
/// the value of knowing each input with the mean net benefit of the draws in bins of it.
fn compare(inputs: &Inputs, label: &str) {
    let all = uncertain_inputs(inputs);
    let general = |id| inputs.general(id);
    let (tied, no_effect) = (general(General::Samenhang), general(General::KansGeenEffect));
    let mut numbers = Numbers(99);
    let mut bins = vec![[[0.0; 3]; BINS]; all.len()];
    let (mut sum, mut squares, mut net_benefit_sum, mut above) = (0.0, 0.0, 0.0, 0.0);
    for _ in 0..DRAWS {
        let [u, v] = [(); 2].map(|()| numbers.uniform());
        let (tie, effect) = (numbers.uniform() < tied, numbers.uniform() >= no_effect);
        let mut at = inputs.clone();
        let mut bin_indexes = Vec::with_capacity(all.len());
        for one in &all {
            let own = numbers.uniform();
            let field = match one.id {
                InputId::Line(_, field) => Some(field),
                InputId::Own(index, field) => inputs.own[index].kind().map(|_| field),
                InputId::General(_) => None,
            };
            let uniform = match field {
                Some(LineField::Aantal) if tie => u,
                Some(LineField::Toerekening) if tie => v,
                Some(LineField::Autonoom | LineField::Verdringing) if tie => 1.0 - v,
                _ => own,
            };
            bin_indexes.push((uniform * BINS as f64) as usize);
            let position = quantile(one.range.shape, one.mode(), uniform);
            at.set(one.id, one.range.low + (one.range.high - one.range.low) * position);
        }
        if !effect {
            at = at.without_effects();
        }
        let saldo = crate::model::outcome::saldo(&at, inputs.perspective).euros();
        let net_benefit = saldo + general(General::Drempel) * at.general(General::Bezoekers);
        sum += saldo;
        squares += saldo * saldo;
        net_benefit_sum += net_benefit;
        above += net_benefit.max(0.0);
        for (bins, index) in bins.iter_mut().zip(bin_indexes) {
            let bin = &mut bins[index];
            *bin = [bin[0] + 1.0, bin[1] + saldo, bin[2] + net_benefit];
        }
    }
    let draws = DRAWS as f64;
    let variance = squares / draws - (sum / draws) * (sum / draws);
    let net_benefit = net_benefit_sum / draws;
    let evpi = above / draws - net_benefit.max(0.0);
    let information = information_of(inputs);
    assert_eq!(information.len(), all.len() + usize::from(no_effect > 0.0 && no_effect < 1.0), "{label}");
    for ((name, found), bins) in information.iter().zip(&bins) {
        let means =
            bins.map(|[count, saldo, net_benefit]| [count / draws, saldo / count, net_benefit / count]);
        let explained: f64 =
            means.iter().map(|[share, saldo, _]| share * (saldo - sum / draws) * (saldo - sum / draws)).sum();
        // Means of bins differ by chance as well.
        let share = (explained - BINS as f64 * variance / draws) / variance;
        let evppi: f64 = means.iter().map(|[share, _, net_benefit]| share * net_benefit.max(0.0)).sum();
        let evppi = evppi - net_benefit.max(0.0);
        let slack = if cfg!(debug_assertions) { 0.03 } else { 0.012 };
        assert!(
            (found.variance_share - share).abs() < slack,
            "{label} {name}: share {} for {share}",
            found.variance_share
        );
        assert!(
            (found.evppi - evppi).abs() < slack * evpi + 0.002 * variance.sqrt(),
            "{label} {name}: EVPPI {} for {evppi}, of {evpi}",
            found.evppi
        );
    }
}

/// A scenario with gains, harm and both, in closed forms.
fn mixed() -> Inputs {
    let text = r#"{"values":{"drempel":430,"dagbesteding.autonoom":0.1,"inwoners-gemeente":24000,
        "uitkeringen.gemeente":0.9,"financiering.gemeente":0.8},
        "counted":{"zorggebruik":true,"betaald-werk":true},
        "ranges":{"dagbesteding.aantal":{"kind":"uniform","low":-6,"high":24},
            "dagbesteding.bedrag":{"kind":"triangular","low":3000,"high":10000},
            "dagbesteding.toerekening":{"kind":"triangular","low":0.3,"high":1},
            "dagbesteding.autonoom":{"kind":"uniform","low":0,"high":0.6},
            "dagbesteding.verzilverbaar":{"kind":"triangular","low":0.2,"high":1},
            "uitkeringen.aantal":{"kind":"triangular","low":0,"high":9},
            "uitkeringen.bedrag":{"kind":"uniform","low":-2000,"high":20000},
            "uitkeringen.toerekening":{"kind":"uniform","low":0.5,"high":1},
            "betaald-werk.aantal":{"kind":"uniform","low":0,"high":4000},
            "c1.aantal":{"kind":"triangular","low":0,"high":9},
            "c1.verdringing":{"kind":"uniform","low":0,"high":0.5},
            "bezoekers":{"kind":"uniform","low":400,"high":650},
            "huisvesting":{"kind":"triangular","low":30000,"high":90000}},
        "custom":[{"id":"c1","side":"saving","quantity":3,"amount":-4000,"verzilverbaar":0.5},
                  {"id":"c2","side":"saving","kind":"welvaart","quantity":3,"amount":2000}]}"#;
    let mut inputs = Scenario::parse(text).unwrap().inputs();
    let named: Vec<InputId> = inputs.ranges.iter().map(|(id, _)| *id).collect();
    let others: Vec<InputId> = inputs.ids().filter(|id| !named.contains(id)).collect();
    others.into_iter().for_each(|id| inputs.set_range(id, Range::fixed(0.0)));
    inputs
}

#[test]
fn the_value_of_knowing_agrees_with_draws_in_bins() {
    for perspective in Perspective::ALL {
        for (tied, no_effect) in [(0.0, 0.0), (0.5, 0.15), (1.0, 0.15)] {
            let mut inputs = mixed();
            inputs.perspective = perspective;
            inputs.phase = Phase::Nieuw;
            inputs.set(InputId::General(General::Samenhang), tied);
            inputs.set(InputId::General(General::KansGeenEffect), no_effect);
            compare(&inputs, &format!("{perspective:?} {tied} {no_effect}"));
        }
    }
    let mut inputs = mixed();
    inputs.basis = CostBasis::Kengetal;
    compare(&inputs, "kengetal");
    assert!(evaluate(&inputs).total.net.euros() < 0.0);
}
