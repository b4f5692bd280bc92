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

use super::lanes::{F32x4, F32x8};
use super::part::{LinePart, Part, YearsPart};
use super::plan::{FIGURES, Factor, Plan};
use super::tally::Tally;
use crate::model::Kind;

/// Four draws at a time; so many times makes a block.
pub const QUADS: usize = 64;
/// Draws in a block.
pub const BLOCK: usize = 4 * QUADS;

/// One number of each draw of a block.
pub type Block = [[f32; 4]; QUADS];

/// A block of nothing.
pub static NOTHING: Block = [[0.0; 4]; QUADS];

/// A block for calculating with eight draws at a time.
type Eights = [[[f32; 4]; 2]; EIGHTS];
const EIGHTS: usize = QUADS / 2;

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

    /// Where a factor's draws lie in its range.
    fn positions(&self, factor: Factor) -> &'a Eights {
        match factor.column.checked_sub(1) {
            None => eights(&NOTHING),
            Some(place) => {
                let from = self.block * QUADS;
                let block = self.columns[place][from..from + QUADS].try_into();
                eights(block.expect("a block has QUADS quads"))
            }
        }
    }

    fn of(&self, factor: Factor) -> Away<'a> {
        Away {
            value: F32x8::splat(factor.value),
            from: F32x8::splat(factor.from),
            width: F32x8::splat(factor.width),
            positions: self.positions(factor),
        }
    }

    #[inline(always)]
    fn product(&self, a: Factor, b: Factor) -> Pair<'a> {
        let (a_low, b_low) = (a.value + a.from, b.value + b.from);
        Pair {
            low: F32x8::splat(a.value * b.from + a.from * b_low),
            first: F32x8::splat(a.width * b_low),
            second: F32x8::splat(a_low * b.width),
            both: F32x8::splat(a.width * b.width),
            positions: (self.positions(a), self.positions(b)),
        }
    }

    fn sum(&self, a: Factor, b: Factor) -> Pair<'a> {
        Pair {
            low: F32x8::splat(a.from + b.from),
            first: F32x8::splat(a.width),
            second: F32x8::splat(b.width),
            both: F32x8::splat(0.0),
            positions: (self.positions(a), self.positions(b)),
        }
    }
}

fn eights(block: &Block) -> &Eights {
    block.as_chunks().0.try_into().expect("a block has an even number of quads")
}

fn eights_mut(block: &mut Block) -> &mut Eights {
    block.as_chunks_mut().0.try_into().expect("a block has an even number of quads")
}

/// A factor for a block of draws.
#[derive(Clone, Copy)]
struct Away<'a> {
    value: F32x8,
    from: F32x8,
    width: F32x8,
    positions: &'a Eights,
}

impl Away<'_> {
    /// How far eight draws are from the value.
    #[inline(always)]
    fn away(&self, place: usize) -> F32x8 {
        self.from + self.width * F32x8::load(&self.positions[place])
    }

    /// How far four draws are from the value.
    #[inline(always)]
    fn quad(&self, quad: usize) -> F32x4 {
        self.from.0 + self.width.0 * F32x4::load(&self.positions[quad / 2][quad % 2])
    }
}

/// The product or the sum of two factors, for a block of draws.
#[derive(Clone, Copy)]
struct Pair<'a> {
    /// How far it is from the value where both are at their low ends.
    low: F32x8,
    /// How it moves with the position of each, and of both.
    first: F32x8,
    second: F32x8,
    both: F32x8,
    positions: (&'a Eights, &'a Eights),
}

impl Pair<'_> {
    /// How far eight draws are from the value.
    #[inline(always)]
    fn away(&self, place: usize) -> F32x8 {
        let a = F32x8::load(&self.positions.0[place]);
        let b = F32x8::load(&self.positions.1[place]);
        (self.low + self.second * b) + a * (self.first + self.both * b)
    }
}

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

/// What a block comes to.
struct Work {
    /// What all savings come to: net, in cash of the gemeente, for society.
    savings: [Block; 3],
    /// The figures.
    figures: [Block; FIGURES],
    /// What funding is worth.
    worth: Block,
}

impl Totals {
    /// Nothing yet.
    pub fn new(plan: &Plan) -> Totals {
        let tally = |figure: usize| Tally::new(plan.point[figure], plan.moves[figure], plan.unit);
        let work = Work { savings: [NOTHING; 3], figures: [NOTHING; FIGURES], worth: NOTHING };
        Totals { tallies: std::array::from_fn(tally), worth: [0.0; 2], work: Box::new(work) }
    }
}

/// Calculates the results of one part for a block.
pub fn calculate(part: &Part, columns: &Columns, results: &mut [Block; 2]) {
    let [first, second] = results;
    match part {
        Part::Costs { terms } => costs(terms, columns, eights_mut(first)),
        Part::Line(line) => {
            let below_zero = |factor: &Factor| factor.value + factor.from < 0.0;
            let (worth, cash) = (eights_mut(first), eights_mut(second));
            if line.factors[..2].iter().any(below_zero) {
                saving::<true>(line, columns, worth, cash);
            } else {
                saving::<false>(line, columns, worth, cash);
            }
        }
        Part::Years(years) => {
            if years.factors[3..].iter().all(|growth| growth.is_fixed()) {
                over_years::<false>(years, columns, first, second);
            } else {
                over_years::<true>(years, columns, first, second);
            }
        }
    }
}

fn costs(terms: &[[Factor; 2]], columns: &Columns, costs: &mut Eights) {
    *costs = *eights(&NOTHING);
    let mut add = |term: Pair| {
        for (place, sum) in costs.iter_mut().enumerate() {
            *sum = (F32x8::load(sum) + term.away(place)).array();
        }
    };
    // What is but one factor, until there is another to go with it.
    let mut single = None;
    for [quantity, price] in terms {
        let one = if quantity.is_fixed() {
            price.times(quantity.value)
        } else if price.is_fixed() {
            quantity.times(price.value)
        } else {
            add(columns.product(*quantity, *price));
            continue;
        };
        match single.take() {
            None => single = Some(one),
            Some(other) => add(columns.sum(other, one)),
        }
    }
    if let Some(one) = single {
        add(columns.sum(one, Factor::fixed(0.0)));
    }
}

/// What a line is worth, and what of it is cash of the gemeente. Harm counts in
/// full, so where there can be any, what is left of it and what is cash of it
/// is one.
fn saving<const HARM: bool>(line: &LinePart, columns: &Columns, worth: &mut Eights, cash: &mut Eights) {
    let [quantity, price, autonoom, toerekening, verdringing, cashable] = line.factors;
    let [not_autonoom, not_verdrongen] = [autonoom, verdringing].map(Factor::rest);
    let gross_point = quantity.value * price.value;
    let kept_point = not_autonoom.value * toerekening.value;
    let all_left = kept_point * not_verdrongen.value;
    let harm = gross_point < 0.0;
    let (left_point, cashable_point) = if harm { (1.0, 1.0) } else { (all_left, cashable.value) };
    let (gross_at, kept_at) = (F32x8::splat(gross_point), F32x8::splat(kept_point));
    let (left_at, net_at) = (F32x8::splat(left_point), F32x8::splat(gross_point * left_point));
    // Of cash, only what is the gemeente's.
    let share = line.gemeente;
    let cash_at = F32x8::splat(share * cashable_point);
    let harm_left = F32x8::splat(1.0 - left_point);
    let gain_left = F32x8::splat(all_left - left_point);
    let harm_cash = F32x8::splat(share * (1.0 - cashable_point));
    let gain_cash = F32x8::splat(share * (cashable.value - cashable_point));
    let (gross, kept) = (columns.product(quantity, price), columns.product(not_autonoom, toerekening));
    let (rest, cashable) = (columns.of(not_verdrongen), columns.of(cashable.times(share)));
    for (place, (worth, cash)) in worth.iter_mut().zip(cash).enumerate() {
        let (gross, kept, rest_away) = (gross.away(place), kept.away(place), rest.away(place));
        let mut left = kept_at * rest_away + kept * (rest.value + rest_away);
        let mut of_it = cashable.away(place);
        if HARM {
            let sign = gross_at + gross;
            left = sign.if_negative(harm_left, gain_left + left);
            of_it = sign.if_negative(harm_cash, gain_cash + of_it);
        }
        let net = gross_at * left + gross * (left_at + left);
        *worth = net.array();
        *cash = (net_at * of_it + net * (cash_at + of_it)).array();
    }
}

/// What a euro of savings and a euro of costs a year come to over the years:
/// from the last year back, each with what follows it. Four draws at a time,
/// since so many numbers are at hand.
fn over_years<const GROWTH: bool>(
    years: &YearsPart,
    columns: &Columns,
    savings: &mut Block,
    costs: &mut Block,
) {
    let [discount, first, second, cost_growth, saving_growth] = years.factors;
    let splat = |value: f64| F32x4::splat(value as f32);
    let rate = splat(1.0 + discount.value);
    let (cost_rate, saving_rate) = (splat(1.0 + cost_growth.value), splat(1.0 + saving_growth.value));
    let (discount, first, second) = (columns.of(discount), columns.of(first), columns.of(second));
    let (cost_growth, saving_growth) = (columns.of(cost_growth), columns.of(saving_growth));
    let [step, cost_step, saving_step] = years.steps;
    let (minus_step, step) = (splat(-step), splat(step));
    let (cost_step, saving_step) = (splat(cost_step), splat(saving_step));
    let (early, late) = years.follows.split_at(years.follows.len().min(2));
    for (quad, (savings, costs)) in savings.iter_mut().zip(costs).enumerate() {
        let dearer = discount.quad(quad);
        let step_away = minus_step * dearer / (rate + dearer);
        let (mut cost_away, mut saving_away) = (step_away * cost_rate, step_away * saving_rate);
        if GROWTH {
            cost_away = cost_away + cost_growth.quad(quad) * (step + step_away);
            saving_away = saving_away + saving_growth.quad(quad) * (step + step_away);
        }
        let (mut saved, mut cost) = (splat(0.0), splat(0.0));
        for [saved_at, cost_at] in late.iter().rev() {
            saved = a_year_before(saved, *saved_at, saving_step, saving_away);
            cost = a_year_before(cost, *cost_at, cost_step, cost_away);
        }
        if let [_, [saved_at, cost_at]] = early {
            saved = a_year_before(saved, *saved_at, saving_step, saving_away);
            cost = a_year_before(cost, *cost_at, cost_step, cost_away);
        }
        if let [[saved_at, cost_at], ..] = early {
            saved = a_year_before(saved + second.quad(quad), *saved_at, saving_step, saving_away);
            cost = a_year_before(cost, *cost_at, cost_step, cost_away);
        }
        *savings = (saved + first.quad(quad)).array();
        *costs = cost.array();
    }
}

/// How far a sum over years times a year's step is from the value.
#[inline(always)]
fn a_year_before(sum: F32x4, at: f32, step: F32x4, step_away: F32x4) -> F32x4 {
    step * sum + step_away * (F32x4::splat(at) + sum)
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
    saldi(plan, columns, results, &mut totals.work);
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
fn saldi<'a>(plan: &Plan, columns: &Columns, results: &dyn Fn(usize) -> &'a [Block; 2], work: &mut Work) {
    let (mut costs, mut years) = (&NOTHING, None);
    for (place, part) in plan.parts.iter().enumerate() {
        match part {
            Part::Costs { .. } => costs = &results(place)[0],
            Part::Years(part) => years = Some((part, results(place))),
            Part::Line(_) => {}
        }
    }
    let lines = |counts: fn(Kind) -> bool, which: usize| {
        let counted = move |part: &Part| matches!(part, Part::Line(line) if counts(line.kind));
        let places = plan.parts.iter().enumerate().filter(move |(_, part)| counted(part));
        places.map(move |(place, _)| &results(place)[which])
    };
    let [saved, cash, welfare] = &mut work.savings;
    let saved = sum(lines(Kind::is_saving, 0), saved);
    let cash = sum(lines(Kind::is_saving, 1), cash);
    let welfare = sum(lines(Kind::counts_for_society, 0), welfare);
    let costs = eights(costs);

    let [net, npv, gemeente, society, gap] = work.figures.each_mut().map(eights_mut);
    if let Some((years, [savings_by, costs_by])) = years {
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
    let worth = eights_mut(&mut work.worth);
    for (place, ((net, gap), worth)) in net.iter_mut().zip(gap).zip(worth).enumerate() {
        let saldo = F32x8::load(&saved[place]) - F32x8::load(&costs[place]);
        let more = visitors.away(place);
        *net = saldo.array();
        *gap = ((gap_at * more - saldo) / (visitors.value + more)).array();
        *worth = (worth_at + (saldo + drempel * more)).array();
    }
}

/// The sum of these blocks, in `sums` where there are more than one.
fn sum<'a>(mut blocks: impl Iterator<Item = &'a Block>, sums: &'a mut Block) -> &'a Eights {
    let Some(first) = blocks.next() else { return eights(&NOTHING) };
    let Some(second) = blocks.next() else { return eights(first) };
    let sums = eights_mut(sums);
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
