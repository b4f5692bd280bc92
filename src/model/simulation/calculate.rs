//! What each part of the calculation comes to, for a block of draws.

use crate::model::simulation::blocks::{Block, Columns, Eights, NOTHING, Pair, eights, eights_mut};
use crate::model::simulation::lanes::{F32x4, F32x8};
use crate::model::simulation::plan::Factor;
use crate::model::simulation::term_cache::{LinePart, Part, YearsPart};

/// Calculates the results of one part for a block, as many as its width or more;
/// `before` are the results of the part before it.
#[cfg_attr(speed, optimize(speed))]
pub fn calculate(part: &Part, columns: &Columns, before: Option<&[Block]>, results: &mut [Block]) {
    match (part, results) {
        (Part::Costs { terms }, [first, ..]) => costs(terms, columns, eights_mut(first)),
        (Part::Left(factors), [first, ..]) => left(*factors, columns, eights_mut(first)),
        (Part::Line(line), [first, second, ..]) => {
            let below_zero = |factor: &Factor| factor.value + factor.from < 0.0;
            let left = eights(before.map_or(&NOTHING, |left| &left[0]));
            let (worth, cash) = (eights_mut(first), eights_mut(second));
            if line.factors[..2].iter().any(below_zero) {
                saving::<true>(line, columns, left, worth, cash);
            } else {
                saving::<false>(line, columns, left, worth, cash);
            }
        }
        (Part::Years(years), [first, second, ..]) => {
            if years.factors[3..].iter().all(|growth| growth.is_fixed()) {
                over_years::<false>(years, columns, first, second);
            } else {
                over_years::<true>(years, columns, first, second);
            }
        }
        (_, too_few) => debug_assert!(false, "{} results of {}", too_few.len(), part.width()),
    }
}

#[cfg_attr(speed, optimize(speed))]
fn costs(terms: &[[Factor; 2]], columns: &Columns, costs: &mut Eights) {
    let mut begun = false;
    let mut add = |term: Pair| {
        for (place, sum) in costs.iter_mut().enumerate() {
            let term = term.away(place);
            *sum = if begun { F32x8::load(sum) + term } else { term }.array();
        }
        begun = true;
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
    if single.is_some() || terms.is_empty() {
        add(columns.sum(single.unwrap_or(Factor::fixed(0.0)), Factor::fixed(0.0)));
    }
}

/// What is left of a gain.
#[cfg_attr(speed, optimize(speed))]
fn left([autonoom, toerekening, verdringing]: [Factor; 3], columns: &Columns, left: &mut Eights) {
    let [not_autonoom, not_verdrongen] = [autonoom, verdringing].map(Factor::rest);
    let kept_at = F32x8::splat(not_autonoom.value * toerekening.value);
    let (kept, rest) = (columns.product(not_autonoom, toerekening), columns.of(not_verdrongen));
    for (place, left) in left.iter_mut().enumerate() {
        let (kept, rest_away) = (kept.away(place), rest.away(place));
        *left = (kept_at * rest_away + kept * (rest.value + rest_away)).array();
    }
}

/// What a line is worth, and what of it is cash of the gemeente. Harm counts in
/// full, so where there can be any, what is left of it and what is cash of it
/// is one.
#[cfg_attr(speed, optimize(speed))]
fn saving<const HARM: bool>(
    line: &LinePart,
    columns: &Columns,
    left: &Eights,
    worth: &mut Eights,
    cash: &mut Eights,
) {
    let [quantity, price, autonoom, toerekening, verdringing, cashable] = line.factors;
    let gross_point = quantity.value * price.value;
    let all_left = autonoom.rest().value * toerekening.value * verdringing.rest().value;
    let harm = gross_point < 0.0;
    let (left_point, cashable_point) = if harm { (1.0, 1.0) } else { (all_left, cashable.value) };
    let gross_at = F32x8::splat(gross_point);
    let (left_at, net_at) = (F32x8::splat(left_point), F32x8::splat(gross_point * left_point));
    // Of cash, only what is the gemeente's.
    let share = line.gemeente;
    let cash_at = F32x8::splat(share * cashable_point);
    let harm_left = F32x8::splat(1.0 - left_point);
    let gain_left = F32x8::splat(all_left - left_point);
    let harm_cash = F32x8::splat(share * (1.0 - cashable_point));
    let gain_cash = F32x8::splat(share * (cashable.value - cashable_point));
    let (gross, cashable) = (columns.product(quantity, price), columns.of(cashable.times(share)));
    for (place, ((worth, cash), left)) in worth.iter_mut().zip(cash).zip(left).enumerate() {
        let (gross, mut left) = (gross.away(place), F32x8::load(left));
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
#[cfg_attr(speed, optimize(speed))]
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
