//! The figures of every draw, in blocks that stay in the fastest memory.
//!
//! Every number is calculated as its deviation from the value that it has with the
//! scenario's values: for a product a b that is a₀ Δb + Δa b. So single precision is
//! enough, however small the spread is compared with the amounts, and eight draws can
//! be calculated at a time.
//!
//! A block is calculated in terms that have no input in common: the costs, each
//! savings line, the years. So the results of terms that did not change can be cached.
//! Sums run per lane within a block, the lanes are added in a fixed order, and the
//! blocks one after the other: the same order on every processor.

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
    /// Sums of the worth of funding (saldo + drempel × visitors) over the draws in
    /// which it is above zero, and of minus the worth over the other draws; in units
    /// of the plan.
    pub worth: [f64; 2],
    /// Figures of the block that is being added.
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

/// Adds the first `draws` draws of a block to the totals. `results` gives the results
/// of each term of the plan by its index; `known` are the sums of all savings, where
/// they are known already.
#[cfg_attr(speed, optimize(speed))]
pub fn add_block<'a>(
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
    // Draws past the last one must not count.
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

/// Calculates the figures of a block, as distances from the deterministic figure, and
/// the worth of funding.
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
    if let Some((years, [savings_factors, costs_factors, ..])) = years {
        let (savings_factor_at, costs_factor_at) = (F32x8::splat(years.at[0]), F32x8::splat(years.at[1]));
        let (costs_flow, savings_flow) = (F32x8::splat(plan.flows[0]), F32x8::splat(plan.flows[1]));
        let (savings_factors, costs_factors) = (as_f32x8(savings_factors), as_f32x8(costs_factors));
        let start_up = columns.single(plan.start_up);
        for (place, npv) in npv.iter_mut().enumerate() {
            let savings_factor = F32x8::load(&savings_factors[place]);
            let costs_factor = F32x8::load(&costs_factors[place]);
            let (saved, costs) = (F32x8::load(&saved[place]), F32x8::load(&costs[place]));
            let savings = savings_flow * savings_factor + saved * (savings_factor_at + savings_factor);
            let costs = costs_flow * costs_factor + costs * (costs_factor_at + costs_factor);
            *npv = (savings - costs - start_up.deviation(place)).array();
        }
    }
    let financing = F32x8::splat(plan.financing_gemeente);
    for (place, (gemeente, society)) in gemeente.iter_mut().zip(society).enumerate() {
        let costs = F32x8::load(&costs[place]);
        *gemeente = (F32x8::load(&cash[place]) - costs * financing).array();
        *society = (F32x8::load(&welfare[place]) - costs).array();
    }
    let visitors = columns.single(plan.visitors);
    let gap_at = F32x8::splat(-plan.deterministic[4] / plan.unit);
    let drempel = F32x8::splat(plan.drempel);
    let worth_at = F32x8::splat(plan.deterministic[0] / plan.unit + plan.drempel * plan.visitors.value);
    let worth = as_f32x8_mut(worth);
    for (place, ((net, gap), worth)) in net.iter_mut().zip(gap).zip(worth).enumerate() {
        let saldo = F32x8::load(&saved[place]) - F32x8::load(&costs[place]);
        let more_visitors = visitors.deviation(place);
        *net = saldo.array();
        *gap = ((gap_at * more_visitors - saldo) / (visitors.value + more_visitors)).array();
        *worth = (worth_at + (saldo + drempel * more_visitors)).array();
    }
}

/// Adds up all savings of a block, for a caller that caches the sums.
#[cfg_attr(speed, optimize(speed))]
pub fn savings<'a>(plan: &SimulationPlan, results: &dyn Fn(usize) -> &'a [DrawBlock]) -> Savings {
    let mut sums = [*as_f32x8(&ZERO_BLOCK); 3];
    sum_lines(plan, results, &mut sums).map(|sum| *sum)
}

/// Adds up the lines in `sums`; returns the sums, some of which may be the block of a
/// single line or [`ZERO_BLOCK`] instead.
#[cfg_attr(speed, optimize(speed))]
fn sum_lines<'a, 'b: 'a>(
    plan: &SimulationPlan,
    results: &dyn Fn(usize) -> &'b [DrawBlock],
    sums: &'a mut Savings,
) -> [&'a F32x8Block; 3] {
    let lines = |counts: fn(SavingKind) -> bool, result: usize| {
        let counted = move |term: &KernelTerm| matches!(term, KernelTerm::Line(line) if counts(line.kind));
        let places = plan.terms.iter().enumerate().filter(move |(_, term)| counted(term));
        places.map(move |(place, _)| &results(place)[result])
    };
    let [saved, cash, welfare] = sums;
    [
        sum(lines(SavingKind::is_saving, 0), saved),
        sum(lines(SavingKind::is_saving, 1), cash),
        sum(lines(SavingKind::counts_for_society, 0), welfare),
    ]
}

/// Returns the sum of these blocks, calculated in `sums` unless there is only one.
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
