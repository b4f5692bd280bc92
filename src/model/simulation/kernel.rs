//! The figures of every draw, in blocks that stay in the fastest memory.
//!
//! Every number is calculated as its deviation from the value that it has with the
//! scenario's values: for a product a b that is a₀ Δb + Δa b. So single precision is
//! enough, however small the spread is compared with the amounts, and eight draws can
//! be calculated at a time.
//!
//! A block is calculated in terms that have no input in common: the costs and each
//! savings line. So the results of terms that did not change can be cached. Where there
//! is no effect, a figure is that of its costs alone.
//! Sums run per lane within a block, the lanes are added in a fixed order, and the
//! blocks one after the other: the same order on every processor.

mod savings;

use crate::model::Perspective;
use crate::model::sensitivity::saldo_figure;
use crate::model::simulation::accumulator::Accumulator;
pub use crate::model::simulation::blocks::{
    Columns, DRAWS_PER_BLOCK, DrawBlock, QUADS_PER_BLOCK, ZERO_BLOCK,
};
use crate::model::simulation::blocks::{F32x8Block, as_f32x8, as_f32x8_mut};
pub use crate::model::simulation::calculate::calculate;
use crate::model::simulation::costs_without_effect::CostsWithoutEffect;
use crate::model::simulation::kernel::savings::sum_lines;
pub use crate::model::simulation::kernel::savings::{Savings, savings};
use crate::model::simulation::lanes::{F32x4, F32x8};
use crate::model::simulation::plan::{FIGURES, SimulationPlan};
use crate::model::simulation::term_cache::KernelTerm;

/// Totals of all draws so far.
pub struct RunningTotals {
    /// Accumulator of each figure.
    pub accumulators: [Accumulator; FIGURES],
    /// Sums of the worth of funding (saldo + drempel × visitors) over the draws in
    /// which it is above zero, and of minus the worth over the other draws; in units
    /// of the plan.
    pub worth: [f64; 2],
    /// Costs of the draws without an effect.
    pub without_effect: CostsWithoutEffect,
    /// Figures of the block that is being added.
    buffers: Box<BlockBuffers>,
}

/// Buffers for the figures of one block.
struct BlockBuffers {
    savings: Savings,
    /// Figures of each draw.
    figures: [DrawBlock; FIGURES],
    /// Draws without an effect of a block that is not full.
    effect: DrawBlock,
}

impl RunningTotals {
    /// Makes totals of no draws.
    pub fn new(plan: &SimulationPlan) -> RunningTotals {
        let accumulator = |figure: usize| {
            let cost_share = plan.cost_shares.get(figure).copied().unwrap_or(0.0);
            Accumulator::new(plan.deterministic[figure], cost_share, plan.no_effect, plan.unit)
        };
        let buffers = BlockBuffers {
            savings: [*as_f32x8(&ZERO_BLOCK); 3],
            figures: [ZERO_BLOCK; FIGURES],
            effect: ZERO_BLOCK,
        };
        RunningTotals {
            accumulators: std::array::from_fn(accumulator),
            worth: [0.0; 2],
            without_effect: CostsWithoutEffect::default(),
            buffers: Box::new(buffers),
        }
    }
}

/// Adds the first `draws` draws of a block to the totals. `results` gives the results
/// of each term of the plan by its index; `known` are the sums of all savings, where
/// they are known already. There is no effect where `effect` is below zero.
#[cfg_attr(speed, optimize(speed))]
pub fn add_block<'a>(
    plan: &SimulationPlan,
    columns: &Columns,
    results: &dyn Fn(usize) -> &'a [DrawBlock],
    known: Option<&Savings>,
    (effect, draws): (&DrawBlock, usize),
    totals: &mut RunningTotals,
) {
    saldi(plan, columns, results, known, effect, &mut totals.buffers);
    let buffers = &mut *totals.buffers;
    let worth = gap_and_worth(plan, columns, &mut buffers.figures, draws);
    totals.worth = [0, 1].map(|place| totals.worth[place] + worth[place]);
    let effect = if draws < DRAWS_PER_BLOCK {
        // Draws past the last one are left out.
        buffers.effect = *effect;
        buffers.effect.as_flattened_mut()[draws..].fill(0.0);
        &buffers.effect
    } else {
        effect
    };
    let [saldi @ .., gap] = &buffers.figures;
    let [accumulators @ .., gaps] = &mut totals.accumulators;
    for (figure, (accumulator, saldi)) in accumulators.iter_mut().zip(saldi).enumerate() {
        if figure != 1 || plan.npv_by_saldo.is_none() {
            accumulator.add::<true>(saldi, effect, draws);
        }
    }
    gaps.add::<false>(gap, effect, draws);
    if plan.no_effect > 0.0 {
        totals.without_effect.add(costs(plan, results), effect);
    }
}

/// Returns the deviations of the net costs.
fn costs<'a>(plan: &SimulationPlan, results: &dyn Fn(usize) -> &'a [DrawBlock]) -> &'a DrawBlock {
    let place = plan.terms.iter().position(|term| matches!(term, KernelTerm::Costs { .. }));
    place.map_or(&ZERO_BLOCK, |place| &results(place)[0])
}

/// Calculates the figures of a block but the gap, as distances from the deterministic
/// figure.
#[cfg_attr(speed, optimize(speed))]
fn saldi<'a>(
    plan: &SimulationPlan,
    columns: &Columns,
    results: &dyn Fn(usize) -> &'a [DrawBlock],
    known: Option<&Savings>,
    effect: &DrawBlock,
    buffers: &mut BlockBuffers,
) {
    let BlockBuffers { savings: sums, figures, .. } = buffers;
    let [saved, cash, welfare] = match known {
        Some(known) => known.each_ref(),
        None => sum_lines(plan, results, sums),
    };
    let (costs, effect) = (as_f32x8(costs(plan, results)), as_f32x8(effect));
    let without = |figure: usize| plan.without_effect(figure);
    let [net, npv, gemeente, society, _] = figures.each_mut().map(as_f32x8_mut);

    let (for_net, for_gemeente, for_society) = (without(0), without(2), without(3));
    let financing = F32x8::splat(plan.cost_shares[2]);
    for (place, ((net, gemeente), society)) in net.iter_mut().zip(gemeente).zip(society).enumerate() {
        let (effect, costs) = (F32x8::load(&effect[place]), F32x8::load(&costs[place]));
        let [saved, cash, welfare] = [saved, cash, welfare].map(|savings| F32x8::load(&savings[place]));
        *net = (effect.if_negative(for_net, saved) - costs).array();
        *gemeente = (effect.if_negative(for_gemeente, cash) - costs * financing).array();
        *society = (effect.if_negative(for_society, welfare) - costs).array();
    }
    if plan.npv_by_saldo.is_none() && plan.deterministic[1].is_uncertain(plan.no_effect) {
        let savings = match plan.perspective {
            Perspective::Partijen => saved,
            Perspective::Gemeente => cash,
            Perspective::Samenleving => welfare,
        };
        present_values(plan, columns, results, savings, npv);
        let (for_npv, share) = (without(1), F32x8::splat(plan.cost_shares[1]));
        for (place, npv) in npv.iter_mut().enumerate() {
            let (effect, costs) = (F32x8::load(&effect[place]), F32x8::load(&costs[place]));
            *npv = (effect.if_negative(for_npv, F32x8::load(npv)) - costs * share).array();
        }
    }
}

/// Calculates the gap per visitor from the saldo of the perspective, and returns
/// the sums of the worth of funding above zero and below it over the first `draws` draws.
#[cfg_attr(speed, optimize(speed))]
fn gap_and_worth(
    plan: &SimulationPlan,
    columns: &Columns,
    figures: &mut [DrawBlock; FIGURES],
    draws: usize,
) -> [f64; 2] {
    let (saldi, gap) = figures.split_at_mut(FIGURES - 1);
    let saldo = saldo_figure(plan.perspective);
    let at = plan.deterministic[saldo].value / plan.unit;
    let (saldi, gap) = (as_f32x8(&saldi[saldo]), as_f32x8_mut(&mut gap[0]));
    let visitors = columns.single(plan.visitors);
    let gap_at = F32x8::splat(-plan.deterministic[4].value / plan.unit);
    let drempel = F32x8::splat(plan.drempel);
    let worth_at = F32x8::splat(at + plan.drempel * plan.visitors.value);
    let zero = F32x4::splat(0.0);
    let [mut above, mut below] = [zero; 2];
    for (place, (saldo, gap)) in saldi.iter().zip(gap).enumerate() {
        let (saldo, more_visitors) = (F32x8::load(saldo), visitors.deviation(place));
        *gap = ((gap_at * more_visitors - saldo) / (visitors.value + more_visitors)).array();
        let mut worth = worth_at + (saldo + drempel * more_visitors);
        if 8 * (place + 1) > draws {
            // Draws past the last one must not count.
            let mut some = worth.array();
            some.as_flattened_mut()[draws.saturating_sub(8 * place)..].fill(0.0);
            worth = F32x8::load(&some);
        }
        let F32x8(a, b) = worth;
        above = above + a.max(zero) + b.max(zero);
        below = below + (zero - a).max(zero) + (zero - b).max(zero);
    }
    [above.total(), below.total()]
}

/// Calculates the present value of the savings, as deviations.
#[cfg_attr(speed, optimize(speed))]
fn present_values<'a>(
    plan: &SimulationPlan,
    columns: &Columns,
    results: &dyn Fn(usize) -> &'a [DrawBlock],
    savings: &F32x8Block,
    npv: &mut F32x8Block,
) {
    let (present, flow) = &plan.savings;
    let [at, flow] = [present.value, *flow].map(F32x8::splat);
    let ramp = columns.sum(present.ramps[0], present.ramps[1]);
    for (place, npv) in npv.iter_mut().enumerate() {
        let (saved, ramp) = (F32x8::load(&savings[place]), ramp.deviation(place));
        *npv = (flow * ramp + saved * (at + ramp)).array();
    }
    let Some((present, flow)) = &plan.followed else { return };
    let ramp = columns.sum(present.ramps[0], present.ramps[1]);
    let [at, flow] = [present.value, *flow].map(F32x8::splat);
    let line =
        |(_, term): &(usize, &KernelTerm)| matches!(term, KernelTerm::Line(line) if line.followed > 0.0);
    let line = plan.terms.iter().enumerate().find(line);
    let (worth, share) = match line {
        Some((place, KernelTerm::Line(line))) => (&results(place)[0], line.followed),
        _ => (&ZERO_BLOCK, 0.0),
    };
    let (worth, share) = (as_f32x8(worth), F32x8::splat(share));
    for (place, npv) in npv.iter_mut().enumerate() {
        let (followed, ramp) = (F32x8::load(&worth[place]) * share, ramp.deviation(place));
        *npv = (F32x8::load(npv) + flow * ramp + followed * (at + ramp)).array();
    }
}
