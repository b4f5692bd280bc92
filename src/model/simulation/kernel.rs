//! The figures of every draw, in blocks that stay in the fastest memory.
//!
//! Every number is calculated as its deviation from the value that it has with the
//! scenario's values: for a product a b that is a₀ Δb + Δa b. So single precision is
//! enough, however small the spread is compared with the amounts, and eight draws can
//! be calculated at a time.
//!
//! The calculation of a block is split into terms: the costs, each savings line, the net
//! factor of each line, the years. No two of them have an input in common, except that a
//! line has the inputs of its net factor too. So the results of terms whose inputs did not
//! change can be cached. A name that begins with `base_` is a number at the values of the
//! scenario; other numbers are deviations.
//!
//! Sums run per lane within a block, the lanes are added in a fixed order, and the
//! blocks one after the other: the same order on every processor.

use crate::model::SavingKind;
use crate::model::simulation::accumulator::{ALL_STATISTICS, Accumulator, QUANTILES_ONLY};
pub use crate::model::simulation::blocks::{
    Columns, DRAWS_PER_BLOCK, DrawBlock, QUADS_PER_BLOCK, ZERO_BLOCK,
};
use crate::model::simulation::blocks::{F32x8Block, as_f32x8, as_f32x8_mut};
pub use crate::model::simulation::calculate::calculate;
use crate::model::simulation::lanes::{F32x4, F32x8};
use crate::model::simulation::plan::{FIGURES, GAP_PER_VISITOR, NET, SimulationSetup};
use crate::model::simulation::term_cache::KernelTerm;

/// Totals of all draws so far.
pub struct RunningTotals {
    /// Accumulator of each figure.
    pub accumulators: [Accumulator; FIGURES],
    /// Sums of the net benefit of funding (saldo + drempel × visitors) over the draws in
    /// which it is above zero, and of minus the net benefit over the other draws; in
    /// multiples of the setup's `euros_per_unit`.
    pub net_benefit: [f64; 2],
    /// Figures of the block that is being added.
    buffers: Box<BlockBuffers>,
}

/// Sums over the savings lines: the net value of those that count for the payers, the
/// gemeente's cashable share of that, and the net value of those that count for society.
pub type Savings = [F32x8Block; 3];

/// Buffers for the figures of one block.
struct BlockBuffers {
    savings: Savings,
    /// Figures of each draw.
    figures: [DrawBlock; FIGURES],
    /// Net benefit of funding in each draw.
    net_benefit: DrawBlock,
}

impl RunningTotals {
    /// Makes totals of zero draws.
    pub fn new(setup: &SimulationSetup) -> RunningTotals {
        let accumulator = |figure: usize| {
            Accumulator::new(setup.deterministic[figure], setup.varies[figure], setup.euros_per_unit)
        };
        let buffers = BlockBuffers {
            savings: [*as_f32x8(&ZERO_BLOCK); 3],
            figures: [ZERO_BLOCK; FIGURES],
            net_benefit: ZERO_BLOCK,
        };
        RunningTotals {
            accumulators: std::array::from_fn(accumulator),
            net_benefit: [0.0; 2],
            buffers: Box::new(buffers),
        }
    }
}

/// Adds the first `draws` draws of a block to the totals. `results` gives the results
/// of each term of the setup by its index; `cached_savings` are the sums of all savings,
/// where they are known already.
#[cfg_attr(speed, optimize(speed))]
pub fn add_block<'a>(
    setup: &SimulationSetup,
    columns: &Columns,
    results: &dyn Fn(usize) -> &'a [DrawBlock],
    cached_savings: Option<&Savings>,
    draws: usize,
    totals: &mut RunningTotals,
) {
    calculate_figures(setup, columns, results, cached_savings, &mut totals.buffers);
    let BlockBuffers { figures: [other_figures @ .., gap_per_visitor], net_benefit, .. } =
        &mut *totals.buffers;
    let [accumulators @ .., gap_accumulator] = &mut totals.accumulators;
    for (accumulator, figure) in accumulators.iter_mut().zip(other_figures) {
        accumulator.add::<ALL_STATISTICS>(figure, draws);
    }
    gap_accumulator.add::<QUANTILES_ONLY>(gap_per_visitor, draws);
    // Draws past the last one must not count.
    net_benefit.as_flattened_mut()[draws..].fill(0.0);
    let zero = F32x4::splat(0.0);
    let [mut above, mut below] = [zero; 2];
    for eight in as_f32x8(net_benefit) {
        let F32x8(a, b) = F32x8::load(eight);
        above = above + a.max(zero) + b.max(zero);
        below = below + (zero - a).max(zero) + (zero - b).max(zero);
    }
    totals.net_benefit[0] += above.total();
    totals.net_benefit[1] += below.total();
}

/// Calculates the figures of a block, as deviations from the deterministic figures, and
/// the net benefit of funding itself.
#[cfg_attr(speed, optimize(speed))]
fn calculate_figures<'a>(
    setup: &SimulationSetup,
    columns: &Columns,
    results: &dyn Fn(usize) -> &'a [DrawBlock],
    cached_savings: Option<&Savings>,
    buffers: &mut BlockBuffers,
) {
    let BlockBuffers { savings: sums, figures, net_benefit } = buffers;
    let [saved, cashable, for_society] = match cached_savings {
        Some(cached_savings) => cached_savings.each_ref(),
        None => sum_lines(setup, results, sums),
    };
    let (mut costs, mut years) = (&ZERO_BLOCK, None);
    for (index, term) in setup.terms.iter().enumerate() {
        match term {
            KernelTerm::Costs { .. } => costs = &results(index)[0],
            KernelTerm::Years(term) => years = Some((term, results(index))),
            KernelTerm::NetFactor(_) | KernelTerm::Line(_) => {}
        }
    }
    let costs = as_f32x8(costs);

    let [net, npv, gemeente, society, gap_per_visitor] = figures.each_mut().map(as_f32x8_mut);
    if let Some((years, [savings_factors, costs_factors, ..])) = years {
        let (base_savings_factor, base_costs_factor) =
            (F32x8::splat(years.base_factors[0]), F32x8::splat(years.base_factors[1]));
        let (base_costs, base_savings) = (F32x8::splat(setup.base_costs), F32x8::splat(setup.base_savings));
        let (savings_factors, costs_factors) = (as_f32x8(savings_factors), as_f32x8(costs_factors));
        let start_up = columns.single(setup.start_up);
        for (index, npv) in npv.iter_mut().enumerate() {
            let savings_factor = F32x8::load(&savings_factors[index]);
            let costs_factor = F32x8::load(&costs_factors[index]);
            let (saved, costs) = (F32x8::load(&saved[index]), F32x8::load(&costs[index]));
            let savings = base_savings * savings_factor + saved * (base_savings_factor + savings_factor);
            let costs = base_costs * costs_factor + costs * (base_costs_factor + costs_factor);
            *npv = (savings - costs - start_up.deviation(index)).array();
        }
    }
    let cost_share = F32x8::splat(setup.cost_share_gemeente);
    for (index, (gemeente, society)) in gemeente.iter_mut().zip(society).enumerate() {
        let costs = F32x8::load(&costs[index]);
        *gemeente = (F32x8::load(&cashable[index]) - costs * cost_share).array();
        *society = (F32x8::load(&for_society[index]) - costs).array();
    }
    let visitors = columns.single(setup.visitors);
    // With g the gap per visitor, Δg = (−g₀ Δvisitors − Δsaldo) ÷ visitors.
    let minus_base_gap = F32x8::splat(-setup.deterministic[GAP_PER_VISITOR] / setup.euros_per_unit);
    let drempel = F32x8::splat(setup.drempel);
    let base_net_benefit =
        F32x8::splat(setup.deterministic[NET] / setup.euros_per_unit + setup.drempel * setup.visitors.value);
    let net_benefit = as_f32x8_mut(net_benefit);
    for (index, ((net, gap_per_visitor), net_benefit)) in
        net.iter_mut().zip(gap_per_visitor).zip(net_benefit).enumerate()
    {
        let saldo = F32x8::load(&saved[index]) - F32x8::load(&costs[index]);
        let visitors_deviation = visitors.deviation(index);
        *net = saldo.array();
        *gap_per_visitor =
            ((minus_base_gap * visitors_deviation - saldo) / (visitors.value + visitors_deviation)).array();
        *net_benefit = (base_net_benefit + (saldo + drempel * visitors_deviation)).array();
    }
}

/// Adds up all savings of a block, for a caller that caches the sums.
#[cfg_attr(speed, optimize(speed))]
pub fn savings<'a>(setup: &SimulationSetup, results: &dyn Fn(usize) -> &'a [DrawBlock]) -> Savings {
    let mut sums = [*as_f32x8(&ZERO_BLOCK); 3];
    sum_lines(setup, results, &mut sums).map(|sum| *sum)
}

/// Adds up the lines in `sums`; returns the sums, some of which may be the block of a
/// single line or [`ZERO_BLOCK`] instead.
#[cfg_attr(speed, optimize(speed))]
fn sum_lines<'a, 'b: 'a>(
    setup: &SimulationSetup,
    results: &dyn Fn(usize) -> &'b [DrawBlock],
    sums: &'a mut Savings,
) -> [&'a F32x8Block; 3] {
    let lines = |counts: fn(SavingKind) -> bool, result: usize| {
        let counted = move |term: &KernelTerm| matches!(term, KernelTerm::Line(line) if counts(line.kind));
        let indexes = setup.terms.iter().enumerate().filter(move |(_, term)| counted(term));
        indexes.map(move |(index, _)| &results(index)[result])
    };
    let [saved, cashable, for_society] = sums;
    [
        sum(lines(SavingKind::counts_for_payers, 0), saved),
        sum(lines(SavingKind::counts_for_payers, 1), cashable),
        sum(lines(SavingKind::counts_for_society, 0), for_society),
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
