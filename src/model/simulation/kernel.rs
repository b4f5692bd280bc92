//! The figures of every draw, in blocks that stay in the fastest memory.
//!
//! Everything is calculated as its distance from the value at the point: of a
//! product a b that is a₀ Δb + Δa b. So single precision is enough, four draws
//! at a time, however small the spread is beside the amounts.
//!
//! A block is calculated in parts that have no input in common: the costs,
//! each savings line, the years. So what did not change can be kept.
//! Sums run per lane within a block, the lanes are added in a fixed order, and
//! the blocks one after the other: the same order whatever computes them.

use super::lanes::{F32x4, F64x4};
use super::part::{LinePart, Part, YearsPart};
use super::plan::{FIGURES, Factor, Plan};
use super::tally::Tally;

/// Four draws at a time; so many times makes a block.
pub const QUADS: usize = 64;
/// Draws in a block.
pub const BLOCK: usize = 4 * QUADS;

/// One number of each draw of a block.
pub type Block = [[f32; 4]; QUADS];

/// A block of nothing.
pub static NOTHING: Block = [[0.0; 4]; QUADS];

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
        let [value, from, width] =
            [factor.value, factor.from, factor.width].map(|number| F32x4::splat(number as f32));
        Value { value, from, width, positions }
    }
}

/// A factor for a block of draws.
#[derive(Clone, Copy)]
struct Value<'a> {
    value: F32x4,
    from: F32x4,
    width: F32x4,
    positions: &'a Block,
}

impl Value<'_> {
    /// How far four draws are from the value.
    #[inline(always)]
    fn away(&self, quad: usize) -> F32x4 {
        self.from + self.width * F32x4::load(&self.positions[quad])
    }
}

/// What all draws so far come to.
pub struct Totals {
    /// For each figure.
    pub tallies: [Tally; FIGURES],
    /// The sum of what funding is worth where that is above nothing, and of
    /// what it costs where it is below; in units.
    pub worth: [f64; 2],
    /// The figures of the block in hand, and what funding is worth in it.
    figures: Box<([Block; FIGURES], Block)>,
}

impl Totals {
    /// Nothing yet, of so many draws to come.
    pub fn new(plan: &Plan, draws: usize) -> Totals {
        let tally = |figure: usize| Tally::new(plan.point[figure], plan.moves[figure], plan.unit, draws);
        let figures = Box::new(([NOTHING; FIGURES], NOTHING));
        Totals { tallies: std::array::from_fn(tally), worth: [0.0; 2], figures }
    }
}

/// Calculates the results of one part for a block.
pub fn calculate(part: &Part, columns: &Columns, results: &mut [Block; 2]) {
    match part {
        Part::Costs { terms } => {
            results[0] = NOTHING;
            for [quantity, price] in terms {
                cost(*quantity, *price, columns, &mut results[0]);
            }
        }
        Part::Line(line) => {
            let below_zero = |factor: &Factor| factor.value + factor.from < 0.0;
            if line.factors[..2].iter().any(below_zero) {
                saving::<true>(line, columns, results);
            } else {
                saving::<false>(line, columns, results);
            }
        }
        Part::Years(years) => over_years(years, columns, results),
    }
}

fn cost(quantity: Factor, price: Factor, columns: &Columns, costs: &mut Block) {
    let linear = |factor: Factor, costs: &mut Block| {
        let factor = columns.of(factor);
        for (quad, sum) in costs.iter_mut().enumerate() {
            *sum = (F32x4::load(sum) + factor.away(quad)).array();
        }
    };
    if quantity.is_fixed() {
        linear(price.times(quantity.value), costs);
    } else if price.is_fixed() {
        linear(quantity.times(price.value), costs);
    } else {
        let (quantity, price) = (columns.of(quantity), columns.of(price));
        for (quad, sum) in costs.iter_mut().enumerate() {
            let (more, dearer) = (quantity.away(quad), price.away(quad));
            let cost = quantity.value * dearer + more * (price.value + dearer);
            *sum = (F32x4::load(sum) + cost).array();
        }
    }
}

/// What a line is worth, and what of it is cash of the gemeente. Harm counts in
/// full, so where there can be any, what is left of it and what is cash of it
/// is one.
fn saving<const HARM: bool>(line: &LinePart, columns: &Columns, [worth, cash]: &mut [Block; 2]) {
    let [n, p, a, t, v, c] = line.factors.map(|factor| factor.value);
    let gross_point = n * p;
    let all_left = (1.0 - a) * t * (1.0 - v);
    let [left_point, cashable_point] = if gross_point < 0.0 { [1.0; 2] } else { [all_left, c] };
    let splat = |number: f64| F32x4::splat(number as f32);
    let gross_at = splat(gross_point);
    let net_at = splat(gross_point * left_point);
    let (not_autonoom, kept_at, not_verdrongen) = (splat(1.0 - a), splat((1.0 - a) * t), splat(1.0 - v));
    let (left_at, cashable_at) = (splat(left_point), splat(cashable_point));
    let harm_away = [left_point, cashable_point].map(|point| splat(1.0 - point));
    let gain_away = [splat(all_left - left_point), splat(c - cashable_point)];
    let share = splat(line.gemeente);
    let [quantity, price, autonoom, toerekening, verdringing, cashable] =
        line.factors.map(|factor| columns.of(factor));
    for quad in 0..QUADS {
        let (more, dearer) = (quantity.away(quad), price.away(quad));
        let gross = quantity.value * dearer + more * (price.value + dearer);
        let toerekening_away = toerekening.away(quad);
        let kept =
            not_autonoom * toerekening_away - autonoom.away(quad) * (toerekening.value + toerekening_away);
        let mut left = not_verdrongen * kept - verdringing.away(quad) * (kept_at + kept);
        let mut cashable = cashable.away(quad);
        if HARM {
            let sign = gross_at + gross;
            left = sign.if_negative(harm_away[0], gain_away[0] + left);
            cashable = sign.if_negative(harm_away[1], gain_away[1] + cashable);
        }
        let net = gross_at * left + gross * (left_at + left);
        worth[quad] = net.array();
        cash[quad] = (share * (net_at * cashable + net * (cashable_at + cashable))).array();
    }
}

/// What a euro of savings and a euro of costs a year come to over the years,
/// in double precision up to their distance from the point.
fn over_years(years: &YearsPart, columns: &Columns, [savings, costs]: &mut [Block; 2]) {
    let values = years.factors.map(|factor| columns.of(factor));
    let low = years.factors.map(|factor| F64x4::splat(factor.value + factor.from));
    let width = years.factors.map(|factor| F64x4::splat(factor.width));
    let point = sums_of_years(years.horizon, years.factors.map(|factor| F64x4::splat(factor.value)));
    for quad in 0..QUADS {
        let at =
            |place: usize| low[place] + width[place] * F32x4::load(&values[place].positions[quad]).widen();
        let sums = sums_of_years(years.horizon, [at(0), at(1), at(2), at(3), at(4)]);
        savings[quad] = (sums[0] - point[0]).narrow().array();
        costs[quad] = (sums[1] - point[1]).narrow().array();
    }
}

/// Of savings and of costs, from the last year back to the first.
#[inline(always)]
fn sums_of_years(horizon: u32, of: [F64x4; 5]) -> [F64x4; 2] {
    let [discount, first, second, cost_growth, saving_growth] = of;
    let one = F64x4::splat(1.0);
    let step = one / (one + discount);
    let cost_step = step * (one + cost_growth);
    let saving_step = step * (one + saving_growth);
    let mut costs = one;
    for _ in 1..horizon {
        costs = one + cost_step * costs;
    }
    let mut savings = one;
    for _ in 3..horizon {
        savings = one + saving_step * savings;
    }
    savings = if horizon >= 3 { second + saving_step * savings } else { second };
    savings = if horizon >= 2 { first + saving_step * savings } else { first };
    [savings, costs]
}

/// Adds the first `draws` draws of a block to the totals, from the results of
/// each of the plan's parts.
pub fn add<'a>(
    plan: &Plan,
    columns: &Columns,
    results: &dyn Fn(usize) -> &'a [Block; 2],
    draws: usize,
    totals: &mut Totals,
) {
    let (figures, worth) = &mut *totals.figures;
    saldi(plan, columns, results, figures, worth);
    let [saldi @ .., gap] = figures;
    let [tallies @ .., gaps] = &mut totals.tallies;
    for (tally, saldi) in tallies.iter_mut().zip(saldi) {
        tally.add::<true>(saldi, draws);
    }
    gaps.add::<false>(gap, draws);
    // What is past the last draw counts for nothing.
    worth.as_flattened_mut()[draws..].fill(0.0);
    let zero = F32x4::splat(0.0);
    let [mut above, mut below] = [zero; 2];
    for value in &*worth {
        let value = F32x4::load(value);
        above = above + value.max(zero);
        below = below + (zero - value).max(zero);
    }
    totals.worth[0] += above.total();
    totals.worth[1] += below.total();
}

/// The figures as distances from the point, and what funding is worth.
fn saldi<'a>(
    plan: &Plan,
    columns: &Columns,
    results: &dyn Fn(usize) -> &'a [Block; 2],
    [net, npv, gemeente, society, gap]: &mut [Block; FIGURES],
    worth: &mut Block,
) {
    // Savings first, from which costs are taken away.
    for sums in [&mut *net, &mut *gemeente, &mut *society] {
        *sums = NOTHING;
    }
    let (mut costs, mut years) = (&NOTHING, None);
    for (place, part) in plan.parts.iter().enumerate() {
        let found = results(place);
        match part {
            Part::Costs { .. } => costs = &found[0],
            Part::Years(part) => years = Some((part, found)),
            Part::Line(line) => {
                if line.kind.is_saving() {
                    sum(net, &found[0]);
                    sum(gemeente, &found[1]);
                }
                if line.kind.counts_for_society() {
                    sum(society, &found[0]);
                }
            }
        }
    }
    let splat = |number: f64| F32x4::splat(number as f32);
    if let Some((years, [savings_factor, costs_factor])) = years {
        let at = sums_of_years(years.horizon, years.factors.map(|factor| F64x4::splat(factor.value)));
        let [savings_at, costs_at] = at.map(F64x4::narrow);
        let [costs_flow, savings_flow] = plan.flows.map(splat);
        let start_up = columns.of(plan.start_up);
        for quad in 0..QUADS {
            let [by, cost_by] = [savings_factor, costs_factor].map(|factor| F32x4::load(&factor[quad]));
            let savings = savings_flow * by + F32x4::load(&net[quad]) * (savings_at + by);
            let costs = costs_flow * cost_by + F32x4::load(&costs[quad]) * (costs_at + cost_by);
            npv[quad] = (savings - costs - start_up.away(quad)).array();
        }
    }
    let financing = splat(plan.financing_gemeente);
    let visitors = columns.of(plan.visitors);
    let gap_at = splat(plan.point[4] / plan.unit);
    let drempel = splat(plan.drempel);
    let worth_at = splat(plan.point[0] / plan.unit + plan.drempel * plan.visitors.value);
    for quad in 0..QUADS {
        let costs = F32x4::load(&costs[quad]);
        let saldo = F32x4::load(&net[quad]) - costs;
        let more = visitors.away(quad);
        net[quad] = saldo.array();
        gemeente[quad] = (F32x4::load(&gemeente[quad]) - costs * financing).array();
        society[quad] = (F32x4::load(&society[quad]) - costs).array();
        gap[quad] = ((F32x4::splat(0.0) - saldo - gap_at * more) / (visitors.value + more)).array();
        worth[quad] = (worth_at + (saldo + drempel * more)).array();
    }
}

fn sum(sums: &mut Block, of: &Block) {
    for (sum, of) in sums.iter_mut().zip(of) {
        *sum = (F32x4::load(sum) + F32x4::load(of)).array();
    }
}
