//! The setup of a simulation: the inputs that are drawn, and the terms that the kernel
//! calculates for every draw.

pub(super) mod terms;

use crate::model::bijstand_budget::followed_share;
use crate::model::financing::Period;
use crate::model::outcome::{Outcome, evaluate};
use crate::model::range::Shape;
use crate::model::simulated_figure::SimulatedFigure;
use crate::model::simulation::dependence::Tie;
use crate::model::simulation::factor::Factor;
use crate::model::simulation::lanes::F32x8;
use crate::model::simulation::present_value::{PresentValue, of_costs};
use crate::model::simulation::setup::terms::{terms, tie};
use crate::model::simulation::term_cache::KernelTerm;
use crate::model::uncertain_inputs::UncertainInput;
use crate::model::{General, InputId, Inputs, Party, Perspective, Share};
use std::collections::BTreeMap;

/// Input that is drawn into one column.
#[derive(Clone, Debug, PartialEq)]
pub struct SampledInput {
    /// The input's name in files, from which its random numbers follow.
    pub name: String,
    /// The shape of its spread.
    pub shape: Shape,
    /// Position of its value in its range, 0 to 1.
    pub mode: f64,
    /// Uniform that it has in common with other inputs in some draws.
    pub tie: Option<Tie>,
}

/// Index of the saldo of all parties in lists of simulated figures.
pub const NET: usize = SimulatedFigure::Net as usize;
/// Index of the net present value in lists of simulated figures.
pub const NPV: usize = SimulatedFigure::Npv as usize;
/// Index of the saldo of the gemeente in lists of simulated figures.
pub const GEMEENTE: usize = SimulatedFigure::Gemeente as usize;
/// Index of the saldo of society in lists of simulated figures.
pub const SOCIETY: usize = SimulatedFigure::Society as usize;
/// Index of the gap per visitor in lists of simulated figures.
pub const GAP_PER_VISITOR: usize = SimulatedFigure::COUNT;
/// Number of figures that are calculated in a draw: those of [`SimulatedFigure::ALL`], and
/// then the gap per visitor of the perspective.
pub const FIGURES: usize = SimulatedFigure::COUNT + 1;

/// All that a draw is calculated from. A name that begins with `base_` is a number at the
/// values of the scenario.
pub struct SimulationSetup {
    /// The input of each column, from column 1 on.
    pub sampled: Vec<SampledInput>,
    /// Costs first, then the uncertain lines, each after its net factor (net ÷ gross).
    pub terms: Vec<KernelTerm>,
    /// Perspective of the net present value, the gap and the net benefit of funding.
    pub perspective: Perspective,
    /// Number of visitors.
    pub visitors: Factor,
    /// The drempel per visitor, in multiples of `euros_per_unit`.
    pub drempel: f64,
    /// Share of a change in the costs that each figure but the gap bears, in the order of
    /// [`FIGURES`]; for the net present value, the present value of that share of a euro a
    /// year.
    pub cost_shares: [f64; SimulatedFigure::COUNT],
    /// Present value of savings, and their amount in a full-effect year, in multiples of
    /// `euros_per_unit`.
    pub savings: (PresentValue, f64),
    /// Present value of savings that the bijstand budget follows, and their amount in a
    /// full-effect year, in multiples of `euros_per_unit`; `None` where it follows none.
    pub followed: Option<(PresentValue, f64)>,
    /// Number that the net present value is times the saldo, where it is that in every
    /// draw; then it is not calculated by itself.
    pub npv_by_saldo: Option<f64>,
    /// Chance that there is no effect.
    pub no_effect_chance: f64,
    /// The figures at the values of the scenario, in the order of [`FIGURES`].
    pub deterministic: [DeterministicFigure; FIGURES],
    /// Number of euros that amounts of draws are multiples of: one, or a power of two that
    /// is large enough for no square to overflow single precision.
    pub euros_per_unit: f64,
}

/// A figure at the values of the scenario, in euros, and in which draws it varies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DeterministicFigure {
    /// The figure with all effects.
    pub value: f64,
    /// The figure without any effect.
    pub without_effect: f64,
    /// Whether it varies in draws with an effect.
    pub varies: bool,
    /// Whether it varies in draws without an effect.
    pub varies_without_effect: bool,
}

impl DeterministicFigure {
    /// Returns the deviation of the figure without effect from the figure, in euros.
    pub fn deviation_without_effect(&self) -> f64 {
        self.without_effect - self.value
    }

    /// Returns whether it differs between any draws, or from the figure at the
    /// values of the scenario.
    pub fn is_uncertain(&self, no_effect_chance: f64) -> bool {
        let without = self.varies_without_effect || self.without_effect != self.value;
        no_effect_chance < 1.0 && self.varies || no_effect_chance > 0.0 && without
    }
}

impl SimulationSetup {
    /// Returns the deviation of a figure without effect, at the costs of the scenario,
    /// from the figure with it, in multiples of `euros_per_unit`.
    pub fn deviation_without_effect(&self, figure: usize) -> F32x8 {
        F32x8::splat(self.deterministic[figure].deviation_without_effect() / self.euros_per_unit)
    }
}

/// No deviation from the deterministic figure exceeds this many units, so that the sum
/// of the squares over a block is finite in single precision.
const MAX_UNITS: f64 = (1_u64 << 50) as f64;

/// Sets up the simulation of a scenario with these uncertain inputs.
pub fn set_up(inputs: &Inputs, uncertain_inputs: &[UncertainInput]) -> SimulationSetup {
    let perspective = inputs.perspective;
    let saldo = SimulatedFigure::saldo(perspective) as usize;
    let mut sampled = Vec::new();
    let mut factors = BTreeMap::new();
    let mut varies = [false; FIGURES];
    for input in uncertain_inputs {
        let affects = input.affects;
        let mut figures = [false; FIGURES];
        for figure in SimulatedFigure::ALL {
            figures[figure as usize] = affects.get(figure);
        }
        figures[GAP_PER_VISITOR] = figures[saldo] || affects.visitors;
        if !figures.contains(&true) {
            continue;
        }
        varies.iter_mut().zip(figures).for_each(|(any, figure)| *any |= figure);
        sampled.push(SampledInput {
            name: input.name.clone(),
            shape: input.range.shape,
            mode: input.mode(),
            tie: tie(inputs, input.id),
        });
        let (low, width) = (input.range.low, input.range.high - input.range.low);
        let (value, column) = (input.value, sampled.len());
        factors.insert(input.id, Factor { value, from: low - value, width, column });
    }
    let factor = |id| factors.get(&id).copied().unwrap_or_else(|| Factor::fixed(inputs.get(id)));

    let outcome = evaluate(inputs);
    // An upper bound of the deviation of any figure, in euros.
    let mut max_amount = outcome.costs.net.euros().abs() + outcome.total.savings.euros().abs();
    let (mut terms, max_terms) = terms(inputs, &factor);
    max_amount += max_terms;
    let share = |period| inputs.cost_allocation(Party::Gemeente, period).share.fraction();
    let gemeente = perspective == Perspective::Gemeente;
    let present_costs = of_costs(&outcome, |year| if gemeente { share(Period::Year(year)) } else { 1.0 });
    // Fixed amounts that the gemeente pays under a dekkingsplan are the same in every
    // draw, so they cause no deviation.
    let cost_shares = SimulatedFigure::ALL.map(|figure| match figure {
        SimulatedFigure::Net | SimulatedFigure::Society => 1.0,
        SimulatedFigure::Npv => present_costs,
        SimulatedFigure::Gemeente => share(Period::FullEffect),
    });

    let ramps = [General::IngroeiJaar1, General::IngroeiJaar2].map(|ramp| factor(InputId::General(ramp)));
    let savings = PresentValue::of_savings(&outcome, ramps);
    let base_savings = match perspective {
        Perspective::Partijen => outcome.total.savings,
        Perspective::Gemeente => outcome.parties.gemeente.savings,
        Perspective::Samenleving => outcome.society.savings,
    };
    let counted = outcome.savings.iter().filter(|saving| saving.counted);
    let base_followed: f64 = counted.map(|saving| saving.followed.euros()).sum();
    let follows = gemeente && followed_share(inputs) > Share::ZERO;
    let followed = PresentValue::of_followed(&outcome, ramps);
    max_amount *= 1.0 + present_costs + savings.largest() + if follows { followed.largest() } else { 0.0 };

    let visitors = factor(InputId::General(General::Bezoekers));
    let drempel = inputs.general(General::Drempel);
    max_amount += drempel * visitors.largest();
    let mut euros_per_unit = 1.0;
    while max_amount > MAX_UNITS * euros_per_unit {
        euros_per_unit *= 2.0;
    }
    terms.iter_mut().for_each(|term| term.scale_amounts(euros_per_unit));
    let costs_vary = matches!(&terms[0], KernelTerm::Costs { products } if !products.is_empty());
    let with = figures(&outcome, perspective);
    let without = figures(&evaluate(&inputs.without_effects()), perspective);
    let deterministic = std::array::from_fn(|figure| {
        let varies_without_effect = match cost_shares.get(figure) {
            Some(share) => costs_vary && *share != 0.0,
            // Where the gap is always zero, so is the gap per visitor, for any number of
            // visitors.
            None => costs_vary && cost_shares[saldo] != 0.0 || !visitors.is_fixed() && without[saldo] != 0.0,
        };
        let gap_varies = figure != GAP_PER_VISITOR || varies[saldo] || with[saldo] != 0.0;
        DeterministicFigure {
            value: with[figure],
            without_effect: without[figure],
            varies: varies[figure] && gap_varies,
            varies_without_effect,
        }
    });
    let npv_by_saldo =
        proportional_npv(&savings, (present_costs, cost_shares[saldo]), [with, without], saldo)
            .filter(|_| !follows && (varies[saldo] || costs_vary));
    SimulationSetup {
        npv_by_saldo,
        sampled,
        terms,
        perspective,
        visitors,
        drempel: drempel / euros_per_unit,
        cost_shares,
        savings: (savings, base_savings.euros() / euros_per_unit),
        followed: follows.then_some((followed, base_followed / euros_per_unit)),
        no_effect_chance: inputs.general(General::KansGeenEffect),
        deterministic,
        euros_per_unit,
    }
}

/// Returns the number that the net present value is times the saldo in every draw:
/// no ramp moves it, costs and savings grow alike, and no amount is paid besides.
fn proportional_npv(
    savings: &PresentValue,
    (costs, cost_share): (f64, f64),
    figures: [[f64; FIGURES]; 2],
    saldo: usize,
) -> Option<f64> {
    const ROUNDING: f64 = 1e-12;
    let by = savings.value;
    let equal = |a: f64, b: f64| (a - b).abs() <= ROUNDING * a.abs().max(b.abs());
    let fixed = savings.ramps.iter().all(|ramp| ramp.is_fixed());
    let all = fixed
        && equal(costs, by * cost_share)
        && figures.iter().all(|figures| equal(figures[NPV], by * figures[saldo]));
    all.then_some(by)
}

/// Returns the figures of an outcome, in euros, in the order of [`FIGURES`].
fn figures(outcome: &Outcome, perspective: Perspective) -> [f64; FIGURES] {
    let gap = outcome.break_even.perspectives.get(perspective).gap_per_visitor.euros();
    let mut figures = [gap; FIGURES];
    for figure in SimulatedFigure::ALL {
        figures[figure as usize] = figure.of(outcome, perspective).euros();
    }
    figures
}
