//! The figures of every draw, in blocks that stay in the fastest memory.
//!
//! Everything is calculated as its distance from the value at the point: of a
//! product a b that is a₀ Δb + Δa b. So single precision is enough, eight draws
//! at a time, however small the spread is beside the amounts.
//!
//! A block is calculated in parts that have no input in common: the costs,
//! each savings line, the years. So what did not change can be kept.
//! Sums run per lane within a block, the lanes are added in a fixed order, and
//! the blocks one after the other: the same order whatever computes them.

use crate::model::Kind;
use crate::model::simulation::accumulator::Tally;
pub use crate::model::simulation::blocks::{BLOCK, Block, Columns, NOTHING, QUADS};
use crate::model::simulation::blocks::{Eights, eights, eights_mut};
pub use crate::model::simulation::calculate::calculate;
use crate::model::simulation::lanes::{F32x4, F32x8};
use crate::model::simulation::plan::{FIGURES, Plan};
use crate::model::simulation::term_cache::Part;

/// What all draws so far come to.
pub struct Totals {
    /// For each figure.
    pub tallies: [Tally; FIGURES],
    /// The sum of what funding is worth where that is above nothing, and of
    /// what it costs where it is below; in units.
    pub worth: [f64; 2],
    /// The block in hand.
    work: Box<Work>,
}

/// What all savings come to: net, in cash of the gemeente, for society.
pub type Savings = [Eights; 3];

/// What a block comes to.
struct Work {
    savings: Savings,
    /// The figures.
    figures: [Block; FIGURES],
    /// What funding is worth.
    worth: Block,
}

impl Totals {
    /// Nothing yet.
    pub fn new(plan: &Plan) -> Totals {
        let tally = |figure: usize| Tally::new(plan.point[figure], plan.moves[figure], plan.unit);
        let work = Work { savings: [*eights(&NOTHING); 3], figures: [NOTHING; FIGURES], worth: NOTHING };
        Totals { tallies: std::array::from_fn(tally), worth: [0.0; 2], work: Box::new(work) }
    }
}

/// Adds the first `draws` draws of a block to the totals, from the results of
/// each of the plan's parts, and from all savings where they are `known`.
#[cfg_attr(speed, optimize(speed))]
pub fn add<'a>(
    plan: &Plan,
    columns: &Columns,
    results: &dyn Fn(usize) -> &'a [Block],
    known: Option<&Savings>,
    draws: usize,
    totals: &mut Totals,
) {
    saldi(plan, columns, results, known, &mut totals.work);
    let Work { figures: [saldi @ .., gap], worth, .. } = &mut *totals.work;
    let [tallies @ .., gaps] = &mut totals.tallies;
    for (tally, saldi) in tallies.iter_mut().zip(saldi) {
        tally.add::<true>(saldi, draws);
    }
    gaps.add::<false>(gap, draws);
    // What is past the last draw counts for nothing.
    worth.as_flattened_mut()[draws..].fill(0.0);
    let zero = F32x4::splat(0.0);
    let [mut above, mut below] = [zero; 2];
    for eight in eights(worth) {
        let F32x8(a, b) = F32x8::load(eight);
        above = above + a.max(zero) + b.max(zero);
        below = below + (zero - a).max(zero) + (zero - b).max(zero);
    }
    totals.worth[0] += above.total();
    totals.worth[1] += below.total();
}

/// The figures as distances from the point, and what funding is worth.
#[cfg_attr(speed, optimize(speed))]
fn saldi<'a>(
    plan: &Plan,
    columns: &Columns,
    results: &dyn Fn(usize) -> &'a [Block],
    known: Option<&Savings>,
    work: &mut Work,
) {
    let Work { savings: sums, figures, worth } = work;
    let [saved, cash, welfare] = match known {
        Some(known) => known.each_ref(),
        None => summed(plan, results, sums),
    };
    let (mut costs, mut years) = (&NOTHING, None);
    for (place, part) in plan.parts.iter().enumerate() {
        match part {
            Part::Costs { .. } => costs = &results(place)[0],
            Part::Years(part) => years = Some((part, results(place))),
            Part::Left(_) | Part::Line(_) => {}
        }
    }
    let costs = eights(costs);

    let [net, npv, gemeente, society, gap] = figures.each_mut().map(eights_mut);
    if let Some((years, [savings_by, costs_by, ..])) = years {
        let (savings_at, costs_at) = (F32x8::splat(years.at[0]), F32x8::splat(years.at[1]));
        let (costs_flow, savings_flow) = (F32x8::splat(plan.flows[0]), F32x8::splat(plan.flows[1]));
        let (savings_by, costs_by) = (eights(savings_by), eights(costs_by));
        let start_up = columns.of(plan.start_up);
        for (place, npv) in npv.iter_mut().enumerate() {
            let (by, cost_by) = (F32x8::load(&savings_by[place]), F32x8::load(&costs_by[place]));
            let (saved, costs) = (F32x8::load(&saved[place]), F32x8::load(&costs[place]));
            let savings = savings_flow * by + saved * (savings_at + by);
            let costs = costs_flow * cost_by + costs * (costs_at + cost_by);
            *npv = (savings - costs - start_up.away(place)).array();
        }
    }
    let financing = F32x8::splat(plan.financing_gemeente);
    for (place, (gemeente, society)) in gemeente.iter_mut().zip(society).enumerate() {
        let costs = F32x8::load(&costs[place]);
        *gemeente = (F32x8::load(&cash[place]) - costs * financing).array();
        *society = (F32x8::load(&welfare[place]) - costs).array();
    }
    let visitors = columns.of(plan.visitors);
    let gap_at = F32x8::splat(-plan.point[4] / plan.unit);
    let drempel = F32x8::splat(plan.drempel);
    let worth_at = F32x8::splat(plan.point[0] / plan.unit + plan.drempel * plan.visitors.value);
    let worth = eights_mut(worth);
    for (place, ((net, gap), worth)) in net.iter_mut().zip(gap).zip(worth).enumerate() {
        let saldo = F32x8::load(&saved[place]) - F32x8::load(&costs[place]);
        let more = visitors.away(place);
        *net = saldo.array();
        *gap = ((gap_at * more - saldo) / (visitors.value + more)).array();
        *worth = (worth_at + (saldo + drempel * more)).array();
    }
}

/// What all savings of a block come to, for whoever keeps it.
#[cfg_attr(speed, optimize(speed))]
pub fn savings<'a>(plan: &Plan, results: &dyn Fn(usize) -> &'a [Block]) -> Savings {
    let mut sums = [*eights(&NOTHING); 3];
    summed(plan, results, &mut sums).map(|sum| *sum)
}

#[cfg_attr(speed, optimize(speed))]
fn summed<'a, 'b: 'a>(
    plan: &Plan,
    results: &dyn Fn(usize) -> &'b [Block],
    sums: &'a mut Savings,
) -> [&'a Eights; 3] {
    let lines = |counts: fn(Kind) -> bool, which: usize| {
        let counted = move |part: &Part| matches!(part, Part::Line(line) if counts(line.kind));
        let places = plan.parts.iter().enumerate().filter(move |(_, part)| counted(part));
        places.map(move |(place, _)| &results(place)[which])
    };
    let [saved, cash, welfare] = sums;
    [
        sum(lines(Kind::is_saving, 0), saved),
        sum(lines(Kind::is_saving, 1), cash),
        sum(lines(Kind::counts_for_society, 0), welfare),
    ]
}

/// The sum of these blocks, in `sums` where there are more than one.
#[cfg_attr(speed, optimize(speed))]
fn sum<'a>(mut blocks: impl Iterator<Item = &'a Block>, sums: &'a mut Eights) -> &'a Eights {
    let Some(first) = blocks.next() else { return eights(&NOTHING) };
    let Some(second) = blocks.next() else { return eights(first) };
    for (sum, (a, b)) in sums.iter_mut().zip(eights(first).iter().zip(eights(second))) {
        *sum = (F32x8::load(a) + F32x8::load(b)).array();
    }
    for block in blocks {
        for (sum, more) in sums.iter_mut().zip(eights(block)) {
            *sum = (F32x8::load(sum) + F32x8::load(more)).array();
        }
    }
    sums
}
