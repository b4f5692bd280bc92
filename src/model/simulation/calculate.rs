//! Calculates each term for a block of draws.
//!
//! Numbers that vary are deviations from their values in the scenario. Names that end
//! in `_at`, and `value`, are those values themselves.

use crate::model::simulation::blocks::{
    Columns, DrawBlock, F32x8Block, PairDeviation, ZERO_BLOCK, as_f32x8, as_f32x8_mut,
};
use crate::model::simulation::lanes::{F32x4, F32x8};
use crate::model::simulation::plan::Factor;
use crate::model::simulation::term_cache::{KernelTerm, LineTerm, YearsTerm};

/// Calculates the results of one term for a block of draws. `results` has at least
/// [`KernelTerm::width`] blocks; `before` are the results of the preceding term, which
/// for a line is its net factor.
#[cfg_attr(speed, optimize(speed))]
pub fn calculate(
    term: &KernelTerm,
    columns: &Columns,
    before: Option<&[DrawBlock]>,
    results: &mut [DrawBlock],
) {
    match (term, results) {
        (KernelTerm::Costs { products }, [first, ..]) => costs(products, columns, as_f32x8_mut(first)),
        (KernelTerm::NetFactor(factors), [first, ..]) => net_factor(*factors, columns, as_f32x8_mut(first)),
        (KernelTerm::Line(line), [first, second, ..]) => {
            let below_zero = |factor: &Factor| factor.value + factor.from < 0.0;
            let net_factor = as_f32x8(before.map_or(&ZERO_BLOCK, |net_factor| &net_factor[0]));
            let (worth, cash) = (as_f32x8_mut(first), as_f32x8_mut(second));
            if line.factors[..2].iter().any(below_zero) {
                saving::<true>(line, columns, net_factor, worth, cash);
            } else {
                saving::<false>(line, columns, net_factor, worth, cash);
            }
        }
        (KernelTerm::Years(years), [first, second, ..]) => {
            if years.factors[3..].iter().all(|growth| growth.is_fixed()) {
                present_value_factors::<false>(years, columns, first, second);
            } else {
                present_value_factors::<true>(years, columns, first, second);
            }
        }
        (_, too_few) => debug_assert!(false, "{} results of {}", too_few.len(), term.width()),
    }
}

#[cfg_attr(speed, optimize(speed))]
fn costs(products: &[[Factor; 2]], columns: &Columns, costs: &mut F32x8Block) {
    let mut has_sum = false;
    let mut add = |term: PairDeviation| {
        for (place, sum) in costs.iter_mut().enumerate() {
            let term = term.deviation(place);
            *sum = if has_sum { F32x8::load(sum) + term } else { term }.array();
        }
        has_sum = true;
    };
    // A product with a fixed factor is a single factor; those are added in pairs.
    let mut unpaired = None;
    for [quantity, price] in products {
        let factor = if quantity.is_fixed() {
            price.times(quantity.value)
        } else if price.is_fixed() {
            quantity.times(price.value)
        } else {
            add(columns.product(*quantity, *price));
            continue;
        };
        match unpaired.take() {
            None => unpaired = Some(factor),
            Some(other) => add(columns.sum(other, factor)),
        }
    }
    if unpaired.is_some() || products.is_empty() {
        add(columns.sum(unpaired.unwrap_or(Factor::fixed(0.0)), Factor::fixed(0.0)));
    }
}

/// Calculates the net factor: the share of a gain that remains after the corrections.
#[cfg_attr(speed, optimize(speed))]
fn net_factor(
    [autonoom, toerekening, verdringing]: [Factor; 3],
    columns: &Columns,
    net_factor: &mut F32x8Block,
) {
    let [not_autonoom, not_displaced] = [autonoom, verdringing].map(Factor::complement);
    let due_at = F32x8::splat(not_autonoom.value * toerekening.value);
    let due = columns.product(not_autonoom, toerekening);
    let not_displaced = columns.single(not_displaced);
    for (place, net_factor) in net_factor.iter_mut().enumerate() {
        let (due, complement) = (due.deviation(place), not_displaced.deviation(place));
        *net_factor = (due_at * complement + due * (not_displaced.value + complement)).array();
    }
}

/// Calculates the net value of a line, and how much of it is cash of the gemeente.
/// With `HARM`, where the gross value can be below zero, draws of harm count in full:
/// their net factor and cashable share are one.
#[cfg_attr(speed, optimize(speed))]
fn saving<const HARM: bool>(
    line: &LineTerm,
    columns: &Columns,
    net_factor: &F32x8Block,
    worth: &mut F32x8Block,
    cash: &mut F32x8Block,
) {
    let [quantity, price, autonoom, toerekening, verdringing, cashable] = line.factors;
    let gross_deterministic = quantity.value * price.value;
    let net_factor_of_gain = autonoom.complement().value * toerekening.value * verdringing.complement().value;
    let harm = gross_deterministic < 0.0;
    let (net_factor_deterministic, cashable_deterministic) =
        if harm { (1.0, 1.0) } else { (net_factor_of_gain, cashable.value) };
    let gross_at = F32x8::splat(gross_deterministic);
    let (net_factor_at, net_at) = (
        F32x8::splat(net_factor_deterministic),
        F32x8::splat(gross_deterministic * net_factor_deterministic),
    );
    // Of the cash of all parties only the gemeente's is simulated.
    let share = line.gemeente;
    let cash_at = F32x8::splat(share * cashable_deterministic);
    let harm_net_factor = F32x8::splat(1.0 - net_factor_deterministic);
    let gain_net_factor = F32x8::splat(net_factor_of_gain - net_factor_deterministic);
    let harm_cash = F32x8::splat(share * (1.0 - cashable_deterministic));
    let gain_cash = F32x8::splat(share * (cashable.value - cashable_deterministic));
    let (gross, cashable) = (columns.product(quantity, price), columns.single(cashable.times(share)));
    for (place, ((worth, cash), net_factor)) in worth.iter_mut().zip(cash).zip(net_factor).enumerate() {
        let (gross, mut net_factor) = (gross.deviation(place), F32x8::load(net_factor));
        let mut cash_share = cashable.deviation(place);
        if HARM {
            let sign = gross_at + gross;
            net_factor = sign.if_negative(harm_net_factor, gain_net_factor + net_factor);
            cash_share = sign.if_negative(harm_cash, gain_cash + cash_share);
        }
        let net = gross_at * net_factor + gross * (net_factor_at + net_factor);
        *worth = net.array();
        *cash = (net_at * cash_share + net * (cash_at + cash_share)).array();
    }
}

/// Calculates the present values over the horizon of a euro of savings a year and of
/// a euro of costs a year. The sums run from the last year back, since each year adds
/// its own to the discounted sum of the years after it. Four draws at a time, since
/// eight would need more registers than there are.
#[cfg_attr(speed, optimize(speed))]
fn present_value_factors<const GROWTH: bool>(
    years: &YearsTerm,
    columns: &Columns,
    savings: &mut DrawBlock,
    costs: &mut DrawBlock,
) {
    let [discount, first, second, cost_growth, saving_growth] = years.factors;
    let splat = |value: f64| F32x4::splat(value as f32);
    let rate = splat(1.0 + discount.value);
    let (cost_rate, saving_rate) = (splat(1.0 + cost_growth.value), splat(1.0 + saving_growth.value));
    let (discount, first, second) = (columns.single(discount), columns.single(first), columns.single(second));
    let (cost_growth, saving_growth) = (columns.single(cost_growth), columns.single(saving_growth));
    let [step, cost_step, saving_step] = years.steps;
    let (minus_step, step) = (splat(-step), splat(step));
    let (cost_step, saving_step) = (splat(cost_step), splat(saving_step));
    let (early, late) = years.follows.split_at(years.follows.len().min(2));
    for (quad, (savings, costs)) in savings.iter_mut().zip(costs).enumerate() {
        let rate_deviation = discount.quad(quad);
        let step_deviation = minus_step * rate_deviation / (rate + rate_deviation);
        let (mut cost_deviation, mut saving_deviation) =
            (step_deviation * cost_rate, step_deviation * saving_rate);
        if GROWTH {
            cost_deviation = cost_deviation + cost_growth.quad(quad) * (step + step_deviation);
            saving_deviation = saving_deviation + saving_growth.quad(quad) * (step + step_deviation);
        }
        let (mut saved, mut cost) = (splat(0.0), splat(0.0));
        for [saved_at, cost_at] in late.iter().rev() {
            saved = previous_year(saved, *saved_at, saving_step, saving_deviation);
            cost = previous_year(cost, *cost_at, cost_step, cost_deviation);
        }
        if let [_, [saved_at, cost_at]] = early {
            saved = previous_year(saved, *saved_at, saving_step, saving_deviation);
            cost = previous_year(cost, *cost_at, cost_step, cost_deviation);
        }
        if let [[saved_at, cost_at], ..] = early {
            saved = previous_year(saved + second.quad(quad), *saved_at, saving_step, saving_deviation);
            cost = previous_year(cost, *cost_at, cost_step, cost_deviation);
        }
        *savings = (saved + first.quad(quad)).array();
        *costs = cost.array();
    }
}

/// Returns the deviation of `sum × step`: a sum over the following years, discounted
/// by one year more. `sum` and `step_deviation` are deviations, `at` and `step` the
/// values that they deviate from.
#[inline(always)]
fn previous_year(sum: F32x4, at: f32, step: F32x4, step_deviation: F32x4) -> F32x4 {
    step * sum + step_deviation * (F32x4::splat(at) + sum)
}
