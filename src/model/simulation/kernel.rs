//! The figures of every draw, in blocks that stay in the fastest memory.
//!
//! Every number is calculated as its deviation from the value that it has with the
//! scenario's values: for a product a b that is a₀ Δb + Δa b. So single precision is
//! enough, however small the spread is compared with the amounts, and eight draws can
//! be calculated at a time.
//!
//! The calculation of a block is split into terms: the costs, each savings line, and the net
//! factor of each line. No two of them have an input in common, except that a line has the
//! inputs of its net factor too. So the results of terms whose inputs did not change can be
//! cached. Where there is no effect, a figure is that of its costs alone. A name that begins
//! with `base_` is a number at the values of the scenario; other numbers are deviations.
//!
//! Sums run per lane within a block, the lanes are added in a fixed order, and the
//! blocks one after the other: the same order on every processor.

mod savings;

use crate::model::Perspective;
use crate::model::simulated_figure::SimulatedFigure;
use crate::model::simulation::accumulator::{ALL_STATISTICS, Accumulator, QUANTILES_ONLY};
pub use crate::model::simulation::blocks::{
    Columns, DRAWS_PER_BLOCK, DrawBlock, QUADS_PER_BLOCK, ZERO_BLOCK,
};
use crate::model::simulation::blocks::{F32x8Block, as_f32x8, as_f32x8_mut};
pub use crate::model::simulation::calculate::calculate;
use crate::model::simulation::costs_without_effect::CostsWithoutEffect;
use crate::model::simulation::kernel::savings::sum_lines;
pub use crate::model::simulation::kernel::savings::{Savings, savings};
use crate::model::simulation::lanes::{F32x4, F32x8};
use crate::model::simulation::setup::{
    FIGURES, GAP_PER_VISITOR, GEMEENTE, NET, NPV, SOCIETY, SimulationSetup,
};
use crate::model::simulation::term_cache::KernelTerm;

/// Totals of all draws so far.
pub struct RunningTotals {
    /// Accumulator of each figure.
    pub accumulators: [Accumulator; FIGURES],
    /// Sums of the net benefit of funding (saldo + drempel × visitors) over the draws in
    /// which it is above zero, and of minus the net benefit over the other draws; in
    /// multiples of the setup's `euros_per_unit`.
    pub net_benefit: [f64; 2],
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
    /// Whether there is an effect in the draws of a block that is not full: below zero where
    /// there is none.
    effect: DrawBlock,
}

impl RunningTotals {
    /// Makes totals of zero draws.
    pub fn new(setup: &SimulationSetup) -> RunningTotals {
        let accumulator = |figure: usize| {
            let cost_share = setup.cost_shares.get(figure).copied().unwrap_or(0.0);
            Accumulator::new(
                setup.deterministic[figure],
                cost_share,
                setup.no_effect_chance,
                setup.euros_per_unit,
            )
        };
        let buffers = BlockBuffers {
            savings: [*as_f32x8(&ZERO_BLOCK); 3],
            figures: [ZERO_BLOCK; FIGURES],
            effect: ZERO_BLOCK,
        };
        RunningTotals {
            accumulators: std::array::from_fn(accumulator),
            net_benefit: [0.0; 2],
            without_effect: CostsWithoutEffect::default(),
            buffers: Box::new(buffers),
        }
    }
}

/// Adds the first `draws` draws of a block to the totals. `results` gives the results
/// of each term of the setup by its index; `cached_savings` are the sums of all savings,
/// where they are known already. There is no effect where `effect` is below zero.
#[cfg_attr(speed, optimize(speed))]
pub fn add_block<'a>(
    setup: &SimulationSetup,
    columns: &Columns,
    results: &dyn Fn(usize) -> &'a [DrawBlock],
    cached_savings: Option<&Savings>,
    (effect, draws): (&DrawBlock, usize),
    totals: &mut RunningTotals,
) {
    calculate_figures(setup, columns, results, cached_savings, effect, &mut totals.buffers);
    let buffers = &mut *totals.buffers;
    let net_benefit = gap_and_net_benefit(setup, columns, &mut buffers.figures, draws);
    totals.net_benefit = [0, 1].map(|index| totals.net_benefit[index] + net_benefit[index]);
    let effect = if draws < DRAWS_PER_BLOCK {
        // Draws past the last one are left out.
        buffers.effect = *effect;
        buffers.effect.as_flattened_mut()[draws..].fill(0.0);
        &buffers.effect
    } else {
        effect
    };
    let [other_figures @ .., gap_per_visitor] = &buffers.figures;
    let [accumulators @ .., gap_accumulator] = &mut totals.accumulators;
    for (index, (accumulator, figure)) in accumulators.iter_mut().zip(other_figures).enumerate() {
        if index != NPV || setup.npv_by_saldo.is_none() {
            accumulator.add::<ALL_STATISTICS>(figure, effect, draws);
        }
    }
    gap_accumulator.add::<QUANTILES_ONLY>(gap_per_visitor, effect, draws);
    if setup.no_effect_chance > 0.0 {
        totals.without_effect.add(costs(setup, results), effect);
    }
}

/// Returns the deviations of the net costs.
fn costs<'a>(setup: &SimulationSetup, results: &dyn Fn(usize) -> &'a [DrawBlock]) -> &'a DrawBlock {
    let index = setup.terms.iter().position(|term| matches!(term, KernelTerm::Costs { .. }));
    index.map_or(&ZERO_BLOCK, |index| &results(index)[0])
}

/// Calculates the figures of a block but the gap per visitor, as deviations from the
/// deterministic figures.
#[cfg_attr(speed, optimize(speed))]
fn calculate_figures<'a>(
    setup: &SimulationSetup,
    columns: &Columns,
    results: &dyn Fn(usize) -> &'a [DrawBlock],
    cached_savings: Option<&Savings>,
    effect: &DrawBlock,
    buffers: &mut BlockBuffers,
) {
    let BlockBuffers { savings: sums, figures, .. } = buffers;
    let [saved, cashable, for_society] = match cached_savings {
        Some(cached_savings) => cached_savings.each_ref(),
        None => sum_lines(setup, results, sums),
    };
    let (costs, effect) = (as_f32x8(costs(setup, results)), as_f32x8(effect));
    let without_effect = |figure: usize| setup.deviation_without_effect(figure);
    let [net, npv, gemeente, society, _] = figures.each_mut().map(as_f32x8_mut);

    let (net_without, gemeente_without, society_without) =
        (without_effect(NET), without_effect(GEMEENTE), without_effect(SOCIETY));
    let cost_share = F32x8::splat(setup.cost_shares[GEMEENTE]);
    for (index, ((net, gemeente), society)) in net.iter_mut().zip(gemeente).zip(society).enumerate() {
        let (effect, costs) = (F32x8::load(&effect[index]), F32x8::load(&costs[index]));
        let [saved, cashable, for_society] =
            [saved, cashable, for_society].map(|savings| F32x8::load(&savings[index]));
        *net = (effect.if_negative(net_without, saved) - costs).array();
        *gemeente = (effect.if_negative(gemeente_without, cashable) - costs * cost_share).array();
        *society = (effect.if_negative(society_without, for_society) - costs).array();
    }
    if setup.npv_by_saldo.is_none() && setup.deterministic[NPV].is_uncertain(setup.no_effect_chance) {
        let savings = match setup.perspective {
            Perspective::Partijen => saved,
            Perspective::Gemeente => cashable,
            Perspective::Samenleving => for_society,
        };
        present_values(setup, columns, results, savings, npv);
        let (npv_without, cost_share) = (without_effect(NPV), F32x8::splat(setup.cost_shares[NPV]));
        for (index, npv) in npv.iter_mut().enumerate() {
            let (effect, costs) = (F32x8::load(&effect[index]), F32x8::load(&costs[index]));
            *npv = (effect.if_negative(npv_without, F32x8::load(npv)) - costs * cost_share).array();
        }
    }
}

/// Calculates the gap per visitor from the saldo of the perspective, as deviations, and
/// returns the sums of the net benefit of funding itself above zero and below it over the
/// first `draws` draws.
#[cfg_attr(speed, optimize(speed))]
fn gap_and_net_benefit(
    setup: &SimulationSetup,
    columns: &Columns,
    figures: &mut [DrawBlock; FIGURES],
    draws: usize,
) -> [f64; 2] {
    let (other_figures, gap_per_visitor) = figures.split_at_mut(GAP_PER_VISITOR);
    let saldo = SimulatedFigure::saldo(setup.perspective) as usize;
    let base_saldo = setup.deterministic[saldo].value / setup.euros_per_unit;
    let (saldi, gap_per_visitor) = (as_f32x8(&other_figures[saldo]), as_f32x8_mut(&mut gap_per_visitor[0]));
    let visitors = columns.single(setup.visitors);
    // With g the gap per visitor, Δg = (−g₀ Δvisitors − Δsaldo) ÷ visitors.
    let minus_base_gap = F32x8::splat(-setup.deterministic[GAP_PER_VISITOR].value / setup.euros_per_unit);
    let drempel = F32x8::splat(setup.drempel);
    let base_net_benefit = F32x8::splat(base_saldo + setup.drempel * setup.visitors.value);
    let zero = F32x4::splat(0.0);
    let [mut above, mut below] = [zero; 2];
    for (index, (saldo, gap_per_visitor)) in saldi.iter().zip(gap_per_visitor).enumerate() {
        let (saldo, visitors_deviation) = (F32x8::load(saldo), visitors.deviation(index));
        *gap_per_visitor =
            ((minus_base_gap * visitors_deviation - saldo) / (visitors.value + visitors_deviation)).array();
        let mut net_benefit = base_net_benefit + (saldo + drempel * visitors_deviation);
        if 8 * (index + 1) > draws {
            // Draws past the last one must not count.
            let mut eight = net_benefit.array();
            eight.as_flattened_mut()[draws.saturating_sub(8 * index)..].fill(0.0);
            net_benefit = F32x8::load(&eight);
        }
        let F32x8(a, b) = net_benefit;
        above = above + a.max(zero) + b.max(zero);
        below = below + (zero - a).max(zero) + (zero - b).max(zero);
    }
    [above.total(), below.total()]
}

/// Calculates the present value of the savings, as deviations.
#[cfg_attr(speed, optimize(speed))]
fn present_values<'a>(
    setup: &SimulationSetup,
    columns: &Columns,
    results: &dyn Fn(usize) -> &'a [DrawBlock],
    savings: &F32x8Block,
    npv: &mut F32x8Block,
) {
    let (present_value, base_savings) = &setup.savings;
    let [base_present_value, base_savings] = [present_value.value, *base_savings].map(F32x8::splat);
    let ramp = columns.sum(present_value.ramps[0], present_value.ramps[1]);
    for (index, npv) in npv.iter_mut().enumerate() {
        let (saved, ramp) = (F32x8::load(&savings[index]), ramp.deviation(index));
        *npv = (base_savings * ramp + saved * (base_present_value + ramp)).array();
    }
    let Some((present_value, base_followed)) = &setup.followed else { return };
    let ramp = columns.sum(present_value.ramps[0], present_value.ramps[1]);
    let [base_present_value, base_followed] = [present_value.value, *base_followed].map(F32x8::splat);
    let line =
        |(_, term): &(usize, &KernelTerm)| matches!(term, KernelTerm::Line(line) if line.followed > 0.0);
    let line = setup.terms.iter().enumerate().find(line);
    let (net_value, share) = match line {
        Some((index, KernelTerm::Line(line))) => (&results(index)[0], line.followed),
        _ => (&ZERO_BLOCK, 0.0),
    };
    let (net_value, share) = (as_f32x8(net_value), F32x8::splat(share));
    for (index, npv) in npv.iter_mut().enumerate() {
        let (followed, ramp) = (F32x8::load(&net_value[index]) * share, ramp.deviation(index));
        *npv = (F32x8::load(npv) + base_followed * ramp + followed * (base_present_value + ramp)).array();
    }
}
