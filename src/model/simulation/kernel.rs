//! The figures of every draw, in blocks that stay in the fastest memory.
//!
//! Sums run per lane within a block, the lanes are added in a fixed order, and
//! the blocks one after the other: the same order whatever computes them.

use super::lanes::{F32x4, F64x4};
use super::plan::{FIGURES, Factor, LinePlan, Plan};
use super::tally::Tally;

/// Four draws at a time; so many times makes a block.
pub const QUADS: usize = 64;
/// Draws in a block.
pub const BLOCK: usize = 4 * QUADS;

/// Positions of one column for a block of draws.
type Positions = [[f32; 4]; QUADS];
/// One figure for a block of draws.
type Figures = [[f64; 4]; QUADS];

static NOTHING: Positions = [[0.0; 4]; QUADS];

/// Columns of positions: column 0 is [`Factor::fixed`]'s and is not among them.
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
        Value { low: F64x4::splat(factor.low), width: F64x4::splat(factor.width), positions }
    }
}

/// A factor for a block of draws.
#[derive(Clone, Copy)]
struct Value<'a> {
    low: F64x4,
    width: F64x4,
    positions: &'a Positions,
}

impl Value<'_> {
    #[inline(always)]
    fn at(&self, quad: usize) -> F64x4 {
        self.low + self.width * F32x4::load(&self.positions[quad]).widen()
    }
}

/// Sums over the terms of each draw.
struct Sums {
    costs: Figures,
    /// All parties together, the gemeente's cash, society's.
    saved: [Figures; 3],
}

/// What all draws so far come to.
pub struct Totals {
    /// For each figure.
    pub tallies: [Tally; FIGURES],
    /// The sum of what funding is worth where that is above nothing, and of
    /// what it costs where it is below.
    pub worth: [f64; 2],
}

/// Calculates one block and adds its first `draws` draws to the totals.
pub fn block(plan: &Plan, columns: &Columns, draws: usize, totals: &mut Totals) {
    let mut sums =
        Sums { costs: [[plan.costs; 4]; QUADS], saved: plan.saved.map(|saved| [[saved; 4]; QUADS]) };
    for [quantity, price] in &plan.terms {
        cost(columns.of(*quantity), columns.of(*price), &mut sums.costs);
    }
    for line in &plan.lines {
        saving(line, columns, &mut sums);
    }
    let mut figures = [[[0.0; 4]; QUADS]; FIGURES];
    combine(plan, columns, &sums, &mut figures);
    if plan.moves[1] {
        present(plan, columns, &sums, &mut figures[1]);
    }
    for (figure, tally) in totals.tallies.iter_mut().enumerate().map(|(i, tally)| (&figures[i], tally)) {
        tally.add(figure, draws);
    }
    let value = worth(columns.of(plan.visitors), plan.drempel, &figures[0], draws);
    totals.worth[0] += value[0];
    totals.worth[1] += value[1];
}

fn cost(quantity: Value, price: Value, costs: &mut Figures) {
    for (quad, sum) in costs.iter_mut().enumerate() {
        *sum = (F64x4::load(sum) + quantity.at(quad) * price.at(quad)).array();
    }
}

fn saving(line: &LinePlan, columns: &Columns, sums: &mut Sums) {
    let [quantity, price] = [columns.of(line.quantity), columns.of(line.price)];
    let corrections = [line.autonoom, line.toerekening, line.verdringing].map(|factor| columns.of(factor));
    let cashable = columns.of(line.verzilverbaar);
    let [all, gemeente, society] = &mut sums.saved;
    let one = F64x4::splat(1.0);
    let share = F64x4::splat(line.gemeente);
    for quad in 0..QUADS {
        let gross = quantity.at(quad) * price.at(quad);
        let [autonoom, toerekening, verdringing] = corrections.map(|value| value.at(quad));
        let corrected = gross * (one - autonoom) * toerekening * (one - verdringing);
        // Harm counts in full.
        let net = gross.if_negative(gross, corrected);
        if line.kind.is_saving() {
            all[quad] = (F64x4::load(&all[quad]) + net).array();
            let cash = gross.if_negative(gross, net * cashable.at(quad));
            gemeente[quad] = (F64x4::load(&gemeente[quad]) + cash * share).array();
        }
        if line.kind.counts_for_society() {
            society[quad] = (F64x4::load(&society[quad]) + net).array();
        }
    }
}

/// The saldi, and the gap per visitor.
fn combine(plan: &Plan, columns: &Columns, sums: &Sums, figures: &mut [Figures; FIGURES]) {
    let financing = F64x4::splat(plan.financing_gemeente);
    let visitors = columns.of(plan.visitors);
    let [net, _, gemeente, society, gap] = figures;
    let [saved, cash, welfare] = &sums.saved;
    for quad in 0..QUADS {
        let costs = F64x4::load(&sums.costs[quad]);
        let saldo = F64x4::load(&saved[quad]) - costs;
        net[quad] = saldo.array();
        gemeente[quad] = (F64x4::load(&cash[quad]) - costs * financing).array();
        society[quad] = (F64x4::load(&welfare[quad]) - costs).array();
        gap[quad] = ((F64x4::splat(0.0) - saldo) / visitors.at(quad)).array();
    }
}

/// The net present value: what a euro of savings and a euro of costs a year
/// come to over the years, from the last year back to the first.
fn present(plan: &Plan, columns: &Columns, sums: &Sums, npv: &mut Figures) {
    let years = &plan.years;
    let of = |factor| columns.of(factor);
    let [discount, cost_growth, saving_growth] =
        [of(years.discount), of(years.cost_growth), of(years.saving_growth)];
    let ([first, second], start_up) = (years.ramp.map(of), of(years.start_up));
    let one = F64x4::splat(1.0);
    for (quad, value) in npv.iter_mut().enumerate() {
        let step = one / (one + discount.at(quad));
        let cost_step = step * (one + cost_growth.at(quad));
        let saving_step = step * (one + saving_growth.at(quad));
        let mut costs = one;
        for _ in 1..years.horizon {
            costs = one + cost_step * costs;
        }
        let mut savings = one;
        for _ in 3..years.horizon {
            savings = one + saving_step * savings;
        }
        if years.horizon >= 3 {
            savings = second.at(quad) + saving_step * savings;
        } else if years.horizon == 2 {
            savings = second.at(quad);
        }
        savings = if years.horizon >= 2 { first.at(quad) + saving_step * savings } else { first.at(quad) };
        let all = F64x4::load(&sums.saved[0][quad]) * savings;
        *value = (all - F64x4::load(&sums.costs[quad]) * costs - start_up.at(quad)).array();
    }
}

fn worth(visitors: Value, drempel: f64, net: &Figures, draws: usize) -> [f64; 2] {
    let (zero, drempel) = (F64x4::splat(0.0), F64x4::splat(drempel));
    let [mut above, mut below] = [zero; 2];
    for (quad, net) in net.iter().enumerate().take(draws.div_ceil(4)) {
        let mut value = (F64x4::load(net) + drempel * visitors.at(quad)).array();
        // What is past the last draw counts for nothing.
        value[(draws - 4 * quad).min(4)..].fill(0.0);
        let value = F64x4::load(&value);
        above = above + value.max(zero);
        below = below + (zero - value).max(zero);
    }
    [above.total(), below.total()]
}
