//! The figures of every draw, in blocks that stay in the fastest memory.
//!
//! A block is calculated in parts that have no input in common: the costs,
//! each savings line, the years. So what did not change can be kept.
//! Sums run per lane within a block, the lanes are added in a fixed order, and
//! the blocks one after the other: the same order whatever computes them.

use super::lanes::{F32x4, F64x4};
use super::part::{LinePart, Part, YearsPart};
use super::plan::{FIGURES, Factor, Plan};
use super::tally::Tally;
use crate::model::Kind;

/// Four draws at a time; so many times makes a block.
pub const QUADS: usize = 64;
/// Draws in a block.
pub const BLOCK: usize = 4 * QUADS;

/// Positions of one column for a block of draws.
type Positions = [[f32; 4]; QUADS];
/// One number of each draw of a block.
pub type Block = [[f64; 4]; QUADS];

static NOTHING: Positions = [[0.0; 4]; QUADS];

/// One block of the columns of positions, from column 1 on.
pub struct Columns<'a> {
    columns: &'a [&'a [[f32; 4]]],
    block: usize,
}

impl<'a> Columns<'a> {
    /// One block of these columns, which reach to the end of a block.
    pub fn new(columns: &'a [&'a [[f32; 4]]], block: usize) -> Columns<'a> {
        Columns { columns, block }
    }

    fn of(&self, factor: Factor) -> Value<'a> {
        let positions = match factor.column.checked_sub(1) {
            None => &NOTHING,
            Some(place) => {
                let from = self.block * QUADS;
                let block = self.columns[place][from..from + QUADS].try_into();
                block.expect("a block has QUADS quads")
            }
        };
        let (low, width) = (F64x4::splat(factor.low), F64x4::splat(factor.width));
        Value { low, width, positions, fixed: factor.is_fixed() }
    }
}

/// A factor for a block of draws.
#[derive(Clone, Copy)]
struct Value<'a> {
    low: F64x4,
    width: F64x4,
    positions: &'a Positions,
    fixed: bool,
}

impl Value<'_> {
    #[inline(always)]
    fn at(&self, quad: usize) -> F64x4 {
        if self.fixed {
            return self.low;
        }
        self.low + self.width * F32x4::load(&self.positions[quad]).widen()
    }
}

/// What all draws so far come to.
pub struct Totals {
    /// For each figure.
    pub tallies: [Tally; FIGURES],
    /// The sum of what funding is worth where that is above nothing, and of
    /// what it costs where it is below.
    pub worth: [f64; 2],
}

/// Calculates the results of one part for a block.
pub fn calculate(part: &Part, columns: &Columns, results: &mut [Block; 2]) {
    match part {
        Part::Costs { fixed, terms } => {
            results[0] = [[*fixed; 4]; QUADS];
            for [quantity, price] in terms {
                cost(columns.of(*quantity), columns.of(*price), &mut results[0]);
            }
        }
        Part::Line(line) => saving(line, columns, results),
        Part::Years(years) => over_years(years, columns, results),
    }
}

fn cost(quantity: Value, price: Value, costs: &mut Block) {
    for (quad, sum) in costs.iter_mut().enumerate() {
        *sum = (F64x4::load(sum) + quantity.at(quad) * price.at(quad)).array();
    }
}

/// What a line is worth, and what of it is cash of the gemeente.
fn saving(line: &LinePart, columns: &Columns, [worth, cash]: &mut [Block; 2]) {
    let [quantity, price, autonoom, toerekening, verdringing, cashable] =
        line.factors.map(|factor| columns.of(factor));
    let (one, share) = (F64x4::splat(1.0), F64x4::splat(line.gemeente));
    for quad in 0..QUADS {
        let gross = quantity.at(quad) * price.at(quad);
        let left = (one - autonoom.at(quad)) * toerekening.at(quad) * (one - verdringing.at(quad));
        // Harm counts in full.
        let net = gross.if_negative(gross, gross * left);
        worth[quad] = net.array();
        cash[quad] = (gross.if_negative(gross, net * cashable.at(quad)) * share).array();
    }
}

/// What a euro of savings and a euro of costs a year come to over the years,
/// from the last year back to the first.
fn over_years(years: &YearsPart, columns: &Columns, [savings, costs]: &mut [Block; 2]) {
    let [discount, first, second, cost_growth, saving_growth] =
        years.factors.map(|factor| columns.of(factor));
    let one = F64x4::splat(1.0);
    for quad in 0..QUADS {
        let step = one / (one + discount.at(quad));
        let cost_step = step * (one + cost_growth.at(quad));
        let saving_step = step * (one + saving_growth.at(quad));
        let mut sum = one;
        for _ in 1..years.horizon {
            sum = one + cost_step * sum;
        }
        costs[quad] = sum.array();
        let mut sum = one;
        for _ in 3..years.horizon {
            sum = one + saving_step * sum;
        }
        if years.horizon >= 3 {
            sum = second.at(quad) + saving_step * sum;
        } else {
            sum = second.at(quad);
        }
        sum = if years.horizon >= 2 { first.at(quad) + saving_step * sum } else { first.at(quad) };
        savings[quad] = sum.array();
    }
}

/// Adds the first `draws` draws of a block to the totals, from its parts.
pub fn add(plan: &Plan, columns: &Columns, parts: &[&[Block; 2]], draws: usize, totals: &mut Totals) {
    let (mut costs, mut years) = (&NOTHING_YET, None);
    let mut lines = Vec::with_capacity(parts.len());
    for (part, results) in plan.parts.iter().zip(parts) {
        match part {
            Part::Costs { .. } => costs = &results[0],
            Part::Years(_) => years = Some(results),
            Part::Line(line) => lines.push((line.kind, results)),
        }
    }
    let mut figures = [NOTHING_YET; FIGURES];
    saldi(plan, columns, &lines, costs, &mut figures);
    if let Some([savings_factor, costs_factor]) = years {
        let start_up = columns.of(plan.start_up);
        for (quad, npv) in figures[1].iter_mut().enumerate() {
            let savings = F64x4::load(npv) * F64x4::load(&savings_factor[quad]);
            let costs = F64x4::load(&costs[quad]) * F64x4::load(&costs_factor[quad]);
            *npv = (savings - costs - start_up.at(quad)).array();
        }
    }
    let [saldi @ .., gap] = &figures;
    let [tallies @ .., gaps] = &mut totals.tallies;
    for (tally, saldi) in tallies.iter_mut().zip(saldi) {
        tally.add::<true>(saldi, draws);
    }
    gaps.add::<false>(gap, draws);
    let value = worth(columns.of(plan.visitors), plan.drempel, &figures[0], draws);
    totals.worth[0] += value[0];
    totals.worth[1] += value[1];
}

static NOTHING_YET: Block = [[0.0; 4]; QUADS];

/// The saldi, and the gap per visitor; in place of the net present value the
/// savings of all parties together, which it follows from.
fn saldi(
    plan: &Plan,
    columns: &Columns,
    lines: &[(Kind, &&[Block; 2])],
    costs: &Block,
    [net, all_saved, gemeente, society, gap]: &mut [Block; FIGURES],
) {
    let financing = F64x4::splat(plan.financing_gemeente);
    let visitors = columns.of(plan.visitors);
    let fixed = plan.saved.map(F64x4::splat);
    for quad in 0..QUADS {
        let [mut saved, mut cash, mut welfare] = fixed;
        for (kind, [worth, cashable]) in lines {
            let worth = F64x4::load(&worth[quad]);
            if kind.is_saving() {
                saved = saved + worth;
                cash = cash + F64x4::load(&cashable[quad]);
            }
            if kind.counts_for_society() {
                welfare = welfare + worth;
            }
        }
        let costs = F64x4::load(&costs[quad]);
        let saldo = saved - costs;
        net[quad] = saldo.array();
        all_saved[quad] = saved.array();
        gemeente[quad] = (cash - costs * financing).array();
        society[quad] = (welfare - costs).array();
        gap[quad] = ((F64x4::splat(0.0) - saldo) / visitors.at(quad)).array();
    }
}

fn worth(visitors: Value, drempel: f64, net: &Block, draws: usize) -> [f64; 2] {
    let (zero, drempel) = (F64x4::splat(0.0), F64x4::splat(drempel));
    let [mut above, mut below] = [zero; 2];
    for (quad, net) in net.iter().enumerate().take(draws.div_ceil(4)) {
        let mut value = F64x4::load(net) + drempel * visitors.at(quad);
        if draws < 4 * quad + 4 {
            // What is past the last draw counts for nothing.
            let mut lanes = value.array();
            lanes[draws - 4 * quad..].fill(0.0);
            value = F64x4::load(&lanes);
        }
        above = above + value.max(zero);
        below = below + (zero - value).max(zero);
    }
    [above.total(), below.total()]
}
