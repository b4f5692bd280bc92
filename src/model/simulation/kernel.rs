//! The figures of every draw, in blocks that stay in the fastest memory.
//!
//! Everything is calculated as its distance from the value at the scenario's values: of a
//! product a b that is a₀ Δb + Δa b. So single precision is enough, eight draws
//! at a time, however small the spread is beside the amounts.
//!
//! A block is calculated in parts that have no input in common: the costs and
//! each savings line. So the parts that did not change can be kept. Where there is
//! no effect, a figure is that of its costs alone.
//! Sums run per lane within a block, the lanes are added in a fixed order, and
//! the blocks one after the other: the same order whatever computes them.

use crate::model::sensitivity::saldo_figure;
use crate::model::simulation::accumulator::{Accumulator, CostsWithoutEffect};
pub use crate::model::simulation::blocks::{
    Columns, DRAWS_PER_BLOCK, DrawBlock, QUADS_PER_BLOCK, ZERO_BLOCK,
};
use crate::model::simulation::blocks::{F32x8Block, as_f32x8, as_f32x8_mut};
pub use crate::model::simulation::calculate::calculate;
use crate::model::simulation::lanes::{F32x4, F32x8};
use crate::model::simulation::plan::{FIGURES, SimulationPlan};
use crate::model::simulation::term_cache::KernelTerm;
use crate::model::{Perspective, SavingKind};

/// Totals of all draws so far.
pub struct RunningTotals {
    /// Accumulator of each figure.
    pub accumulators: [Accumulator; FIGURES],
    /// The sum of the worth of funding where that is above zero, and of its
    /// costs where it is below; in units.
    pub worth: [f64; 2],
    /// Costs of the draws without an effect.
    pub without_effect: CostsWithoutEffect,
    /// The block in hand.
    buffers: Box<BlockBuffers>,
}

/// Sums of all savings: net, in cash of the gemeente, for society.
pub type Savings = [F32x8Block; 3];

/// Buffers for the figures of one block.
struct BlockBuffers {
    savings: Savings,
    /// Figures of each draw.
    figures: [DrawBlock; FIGURES],
    /// Worth of funding in each draw.
    worth: DrawBlock,
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
            worth: ZERO_BLOCK,
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

/// Adds the first `draws` draws of a block to the totals, from the results of
/// each of the plan's parts, and from all savings where they are `known`. There is
/// no effect where `effect` is below zero.
#[cfg_attr(speed, optimize(speed))]
pub fn add<'a>(
    plan: &SimulationPlan,
    columns: &Columns,
    results: &dyn Fn(usize) -> &'a [DrawBlock],
    known: Option<&Savings>,
    (effect, draws): (&DrawBlock, usize),
    totals: &mut RunningTotals,
) {
    saldi(plan, columns, results, known, effect, &mut totals.buffers);
    let buffers = &mut *totals.buffers;
    let effect = if draws < DRAWS_PER_BLOCK {
        // Draws past the last one count for nothing.
        buffers.worth.as_flattened_mut()[draws..].fill(0.0);
        buffers.effect = *effect;
        buffers.effect.as_flattened_mut()[draws..].fill(0.0);
        &buffers.effect
    } else {
        effect
    };
    let [saldi @ .., gap] = &buffers.figures;
    let [accumulators @ .., gaps] = &mut totals.accumulators;
    for (accumulator, saldi) in accumulators.iter_mut().zip(saldi) {
        accumulator.add::<true>(saldi, effect, draws);
    }
    gaps.add::<false>(gap, effect, draws);
    if plan.no_effect > 0.0 {
        totals.without_effect.add(costs(plan, results), effect);
    }
    let zero = F32x4::splat(0.0);
    let [mut above, mut below] = [zero; 2];
    for eight in as_f32x8(&buffers.worth) {
        let F32x8(a, b) = F32x8::load(eight);
        above = above + a.max(zero) + b.max(zero);
        below = below + (zero - a).max(zero) + (zero - b).max(zero);
    }
    totals.worth[0] += above.total();
    totals.worth[1] += below.total();
}

/// Distances of the net costs from their value.
fn costs<'a>(plan: &SimulationPlan, results: &dyn Fn(usize) -> &'a [DrawBlock]) -> &'a DrawBlock {
    let place = plan.terms.iter().position(|term| matches!(term, KernelTerm::Costs { .. }));
    place.map_or(&ZERO_BLOCK, |place| &results(place)[0])
}

/// The figures as distances from the deterministic figure, and the worth of
/// funding.
#[cfg_attr(speed, optimize(speed))]
fn saldi<'a>(
    plan: &SimulationPlan,
    columns: &Columns,
    results: &dyn Fn(usize) -> &'a [DrawBlock],
    known: Option<&Savings>,
    effect: &DrawBlock,
    buffers: &mut BlockBuffers,
) {
    let BlockBuffers { savings: sums, figures, worth, .. } = buffers;
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
    if plan.deterministic[1].is_uncertain(plan.no_effect) {
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
    let saldo = saldo_figure(plan.perspective);
    let (visitors, saldi) = (columns.of(plan.visitors), as_f32x8(&figures[saldo]));
    let gap_at = F32x8::splat(-plan.deterministic[4].value / plan.unit);
    let drempel = F32x8::splat(plan.drempel);
    let at = plan.deterministic[saldo].value / plan.unit;
    let worth_at = F32x8::splat(at + plan.drempel * plan.visitors.value);
    let worth = as_f32x8_mut(worth);
    for (place, (saldo, worth)) in saldi.iter().zip(worth).enumerate() {
        let (saldo, more) = (F32x8::load(saldo), visitors.deviation(place));
        *worth = (worth_at + (saldo + drempel * more)).array();
    }
    let (saldi, gaps) = figures.split_at_mut(FIGURES - 1);
    for (place, (saldo, gap)) in as_f32x8(&saldi[saldo]).iter().zip(as_f32x8_mut(&mut gaps[0])).enumerate() {
        let (saldo, more) = (F32x8::load(saldo), visitors.deviation(place));
        *gap = ((gap_at * more - saldo) / (visitors.value + more)).array();
    }
}

/// Returns the present value of the savings, as distances from its value.
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
    let line = |(_, term): &(usize, &KernelTerm)| matches!(term, KernelTerm::Line(line) if line.followed > 0.0);
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

/// Returns the sums of all savings of a block, for whoever keeps it.
#[cfg_attr(speed, optimize(speed))]
pub fn savings<'a>(plan: &SimulationPlan, results: &dyn Fn(usize) -> &'a [DrawBlock]) -> Savings {
    let mut sums = [*as_f32x8(&ZERO_BLOCK); 3];
    sum_lines(plan, results, &mut sums).map(|sum| *sum)
}

#[cfg_attr(speed, optimize(speed))]
fn sum_lines<'a, 'b: 'a>(
    plan: &SimulationPlan,
    results: &dyn Fn(usize) -> &'b [DrawBlock],
    sums: &'a mut Savings,
) -> [&'a F32x8Block; 3] {
    let lines = |counts: fn(SavingKind) -> bool, which: usize| {
        let counted = move |term: &KernelTerm| matches!(term, KernelTerm::Line(line) if counts(line.kind));
        let places = plan.terms.iter().enumerate().filter(move |(_, term)| counted(term));
        places.map(move |(place, _)| &results(place)[which])
    };
    let [saved, cash, welfare] = sums;
    [
        sum(lines(SavingKind::is_saving, 0), saved),
        sum(lines(SavingKind::is_saving, 1), cash),
        sum(lines(SavingKind::counts_for_society, 0), welfare),
    ]
}

/// The sum of these blocks, in `sums` where there are more than one.
#[cfg_attr(speed, optimize(speed))]
fn sum<'a>(mut blocks: impl Iterator<Item = &'a DrawBlock>, sums: &'a mut F32x8Block) -> &'a F32x8Block {
    let Some(first) = blocks.next() else { return as_f32x8(&ZERO_BLOCK) };
    let Some(second) = blocks.next() else { return as_f32x8(first) };
    for (sum, (a, b)) in sums.iter_mut().zip(as_f32x8(first).iter().zip(as_f32x8(second))) {
        *sum = (F32x8::load(a) + F32x8::load(b)).array();
    }
    for block in blocks {
        for (sum, more) in sums.iter_mut().zip(as_f32x8(block)) {
            *sum = (F32x8::load(sum) + F32x8::load(more)).array();
        }
    }
    sums
}
