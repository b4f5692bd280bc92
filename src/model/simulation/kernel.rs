//! The figures of every draw, in blocks that stay in the fastest memory.
//!
//! Everything is calculated as its distance from the value at the scenario's values: of a
//! product a b that is a₀ Δb + Δa b. So single precision is enough, eight draws
//! at a time, however small the spread is beside the amounts.
//!
//! A block is calculated in parts that have no input in common: the costs,
//! each savings line, the years. So what did not change can be kept.
//! Sums run per lane within a block, the lanes are added in a fixed order, and
//! the blocks one after the other: the same order whatever computes them.

use crate::model::SavingKind;
use crate::model::simulation::accumulator::Accumulator;
pub use crate::model::simulation::blocks::{
    Columns, DRAWS_PER_BLOCK, DrawBlock, QUADS_PER_BLOCK, ZERO_BLOCK,
};
use crate::model::simulation::blocks::{F32x8Block, as_f32x8, as_f32x8_mut};
pub use crate::model::simulation::calculate::calculate;
use crate::model::simulation::lanes::{F32x4, F32x8};
use crate::model::simulation::plan::{FIGURES, SimulationPlan};
use crate::model::simulation::term_cache::KernelTerm;

/// Totals of all draws so far.
pub struct RunningTotals {
    /// Accumulator of each figure.
    pub accumulators: [Accumulator; FIGURES],
    /// The sum of what funding is worth where that is above nothing, and of
    /// what it costs where it is below; in units.
    pub worth: [f64; 2],
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
}

impl RunningTotals {
    /// Makes totals of no draws.
    pub fn new(plan: &SimulationPlan) -> RunningTotals {
        let accumulator =
            |figure: usize| Accumulator::new(plan.deterministic[figure], plan.varies[figure], plan.unit);
        let buffers = BlockBuffers {
            savings: [*as_f32x8(&ZERO_BLOCK); 3],
            figures: [ZERO_BLOCK; FIGURES],
            worth: ZERO_BLOCK,
        };
        RunningTotals {
            accumulators: std::array::from_fn(accumulator),
            worth: [0.0; 2],
            buffers: Box::new(buffers),
        }
    }
}

/// Adds the first `draws` draws of a block to the totals, from the results of
/// each of the plan's parts, and from all savings where they are `known`.
#[cfg_attr(speed, optimize(speed))]
pub fn add<'a>(
    plan: &SimulationPlan,
    columns: &Columns,
    results: &dyn Fn(usize) -> &'a [DrawBlock],
    known: Option<&Savings>,
    draws: usize,
    totals: &mut RunningTotals,
) {
    saldi(plan, columns, results, known, &mut totals.buffers);
    let BlockBuffers { figures: [saldi @ .., gap], worth, .. } = &mut *totals.buffers;
    let [accumulators @ .., gaps] = &mut totals.accumulators;
    for (accumulator, saldi) in accumulators.iter_mut().zip(saldi) {
        accumulator.add::<true>(saldi, draws);
    }
    gaps.add::<false>(gap, draws);
    // What is past the last draw counts for nothing.
    worth.as_flattened_mut()[draws..].fill(0.0);
    let zero = F32x4::splat(0.0);
    let [mut above, mut below] = [zero; 2];
    for eight in as_f32x8(worth) {
        let F32x8(a, b) = F32x8::load(eight);
        above = above + a.max(zero) + b.max(zero);
        below = below + (zero - a).max(zero) + (zero - b).max(zero);
    }
    totals.worth[0] += above.total();
    totals.worth[1] += below.total();
}

/// The figures as distances from the deterministic figure, and what funding is worth.
#[cfg_attr(speed, optimize(speed))]
fn saldi<'a>(
    plan: &SimulationPlan,
    columns: &Columns,
    results: &dyn Fn(usize) -> &'a [DrawBlock],
    known: Option<&Savings>,
    buffers: &mut BlockBuffers,
) {
    let BlockBuffers { savings: sums, figures, worth } = buffers;
    let [saved, cash, welfare] = match known {
        Some(known) => known.each_ref(),
        None => sum_lines(plan, results, sums),
    };
    let (mut costs, mut years) = (&ZERO_BLOCK, None);
    for (place, term) in plan.terms.iter().enumerate() {
        match term {
            KernelTerm::Costs { .. } => costs = &results(place)[0],
            KernelTerm::Years(term) => years = Some((term, results(place))),
            KernelTerm::NetFactor(_) | KernelTerm::Line(_) => {}
        }
    }
    let costs = as_f32x8(costs);

    let [net, npv, gemeente, society, gap] = figures.each_mut().map(as_f32x8_mut);
    if let Some((years, [savings_by, costs_by, ..])) = years {
        let (savings_at, costs_at) = (F32x8::splat(years.at[0]), F32x8::splat(years.at[1]));
        let (costs_flow, savings_flow) = (F32x8::splat(plan.flows[0]), F32x8::splat(plan.flows[1]));
        let (savings_by, costs_by) = (as_f32x8(savings_by), as_f32x8(costs_by));
        let start_up = columns.of(plan.start_up);
        for (place, npv) in npv.iter_mut().enumerate() {
            let (by, cost_by) = (F32x8::load(&savings_by[place]), F32x8::load(&costs_by[place]));
            let (saved, costs) = (F32x8::load(&saved[place]), F32x8::load(&costs[place]));
            let savings = savings_flow * by + saved * (savings_at + by);
            let costs = costs_flow * cost_by + costs * (costs_at + cost_by);
            *npv = (savings - costs - start_up.deviation(place)).array();
        }
    }
    let financing = F32x8::splat(plan.financing_gemeente);
    for (place, (gemeente, society)) in gemeente.iter_mut().zip(society).enumerate() {
        let costs = F32x8::load(&costs[place]);
        *gemeente = (F32x8::load(&cash[place]) - costs * financing).array();
        *society = (F32x8::load(&welfare[place]) - costs).array();
    }
    let visitors = columns.of(plan.visitors);
    let gap_at = F32x8::splat(-plan.deterministic[4] / plan.unit);
    let drempel = F32x8::splat(plan.drempel);
    let worth_at = F32x8::splat(plan.deterministic[0] / plan.unit + plan.drempel * plan.visitors.value);
    let worth = as_f32x8_mut(worth);
    for (place, ((net, gap), worth)) in net.iter_mut().zip(gap).zip(worth).enumerate() {
        let saldo = F32x8::load(&saved[place]) - F32x8::load(&costs[place]);
        let more = visitors.deviation(place);
        *net = saldo.array();
        *gap = ((gap_at * more - saldo) / (visitors.value + more)).array();
        *worth = (worth_at + (saldo + drempel * more)).array();
    }
}

/// Returns what all savings of a block come to, for whoever keeps it.
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
