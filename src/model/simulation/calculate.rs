//! Calculates each term for a block of draws.
//!
//! Numbers that vary are deviations from their values in the scenario. Names that begin
//! with `base_`, and `value`, are those values themselves.

use crate::model::simulation::blocks::{
    Columns, DrawBlock, F32x8Block, PairDeviation, ZERO_BLOCK, as_f32x8, as_f32x8_mut,
};
use crate::model::simulation::lanes::{F32x4, F32x8};
use crate::model::simulation::plan::Factor;
use crate::model::simulation::term_cache::{KernelTerm, LineTerm, YearsTerm};

/// Calculates the results of one term for a block of draws. `results` has at least
/// [`KernelTerm::result_count`] blocks; `preceding` are the results of the term before it,
/// which for a line is its net factor.
#[cfg_attr(speed, optimize(speed))]
pub fn calculate(
    term: &KernelTerm,
    columns: &Columns,
    preceding: Option<&[DrawBlock]>,
    results: &mut [DrawBlock],
) {
    match (term, results) {
        (KernelTerm::Costs { products }, [first, ..]) => costs(products, columns, as_f32x8_mut(first)),
        (KernelTerm::NetFactor(factors), [first, ..]) => net_factor(*factors, columns, as_f32x8_mut(first)),
        (KernelTerm::Line(line), [first, second, ..]) => {
            let below_zero = |factor: &Factor| factor.value + factor.from < 0.0;
            let net_factor = as_f32x8(preceding.map_or(&ZERO_BLOCK, |net_factor| &net_factor[0]));
            let (net_value, cashable_gemeente) = (as_f32x8_mut(first), as_f32x8_mut(second));
            if line.factors[..2].iter().any(below_zero) {
                saving::<true>(line, columns, net_factor, net_value, cashable_gemeente);
            } else {
                saving::<false>(line, columns, net_factor, net_value, cashable_gemeente);
            }
        }
        (KernelTerm::Years(years), [first, second, ..]) => {
            if years.factors[3..].iter().all(|growth| growth.is_fixed()) {
                present_value_factors::<false>(years, columns, first, second);
            } else {
                present_value_factors::<true>(years, columns, first, second);
            }
        }
        (_, too_few) => debug_assert!(false, "{} results of {}", too_few.len(), term.result_count()),
    }
}

/// Calculates the uncertain net costs.
#[cfg_attr(speed, optimize(speed))]
fn costs(products: &[[Factor; 2]], columns: &Columns, costs: &mut F32x8Block) {
    let mut has_sum = false;
    let mut add = |term: PairDeviation| {
        for (index, sum) in costs.iter_mut().enumerate() {
            let term = term.deviation(index);
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
    let base_due = F32x8::splat(not_autonoom.value * toerekening.value);
    let due = columns.product(not_autonoom, toerekening);
    let not_displaced = columns.single(not_displaced);
    for (index, net_factor) in net_factor.iter_mut().enumerate() {
        let (due, complement) = (due.deviation(index), not_displaced.deviation(index));
        *net_factor = (base_due * complement + due * (not_displaced.value + complement)).array();
    }
}

/// Calculates the net value of a line, and the amount of it that is cashable for the
/// gemeente.
/// With `HARM`, where the gross value can be below zero, draws of harm count in full:
/// their net factor and cashable share are one.
#[cfg_attr(speed, optimize(speed))]
fn saving<const HARM: bool>(
    line: &LineTerm,
    columns: &Columns,
    net_factor: &F32x8Block,
    net_value: &mut F32x8Block,
    cashable_gemeente: &mut F32x8Block,
) {
    let [quantity, price, autonoom, toerekening, verdringing, cashable] = line.factors;
    let gross_value = quantity.value * price.value;
    let net_factor_of_gain = autonoom.complement().value * toerekening.value * verdringing.complement().value;
    let harm = gross_value < 0.0;
    let (net_factor_value, cashable_value) =
        if harm { (1.0, 1.0) } else { (net_factor_of_gain, cashable.value) };
    let base_gross = F32x8::splat(gross_value);
    let (base_net_factor, base_net) =
        (F32x8::splat(net_factor_value), F32x8::splat(gross_value * net_factor_value));
    // Of the cashable amounts of the parties only the gemeente's is simulated.
    let share = line.gemeente;
    let base_cash_share = F32x8::splat(share * cashable_value);
    let harm_net_factor = F32x8::splat(1.0 - net_factor_value);
    let gain_net_factor = F32x8::splat(net_factor_of_gain - net_factor_value);
    let harm_cash = F32x8::splat(share * (1.0 - cashable_value));
    let gain_cash = F32x8::splat(share * (cashable.value - cashable_value));
    let (gross, cashable) = (columns.product(quantity, price), columns.single(cashable.times(share)));
    for (index, ((net_value, cashable_gemeente), net_factor)) in
        net_value.iter_mut().zip(cashable_gemeente).zip(net_factor).enumerate()
    {
        let (gross, mut net_factor) = (gross.deviation(index), F32x8::load(net_factor));
        let mut cash_share = cashable.deviation(index);
        if HARM {
            let sign = base_gross + gross;
            net_factor = sign.if_negative(harm_net_factor, gain_net_factor + net_factor);
            cash_share = sign.if_negative(harm_cash, gain_cash + cash_share);
        }
        let net = base_gross * net_factor + gross * (base_net_factor + net_factor);
        *net_value = net.array();
        *cashable_gemeente = (base_net * cash_share + net * (base_cash_share + cash_share)).array();
    }
}

/// Calculates the present values over the horizon of a euro of savings a year and of
/// a euro of costs a year. The sums run from the last year back, since each year adds
/// its own euro to the discounted sum of the years after it. It takes four draws at a time,
/// since eight would need more registers than there are.
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
    let [step, cost_step, saving_step] = years.base_steps;
    let (minus_step, step) = (splat(-step), splat(step));
    let (cost_step, saving_step) = (splat(cost_step), splat(saving_step));
    let (early, late) = years.base_later_years.split_at(years.base_later_years.len().min(2));
    for (quad, (savings, costs)) in savings.iter_mut().zip(costs).enumerate() {
        let rate_deviation = discount.quad_deviation(quad);
        let step_deviation = minus_step * rate_deviation / (rate + rate_deviation);
        let (mut cost_deviation, mut saving_deviation) =
            (step_deviation * cost_rate, step_deviation * saving_rate);
        if GROWTH {
            cost_deviation = cost_deviation + cost_growth.quad_deviation(quad) * (step + step_deviation);
            saving_deviation =
                saving_deviation + saving_growth.quad_deviation(quad) * (step + step_deviation);
        }
        let (mut saved, mut cost) = (splat(0.0), splat(0.0));
        for [base_saved, base_cost] in late.iter().rev() {
            saved = previous_year(saved, *base_saved, saving_step, saving_deviation);
            cost = previous_year(cost, *base_cost, cost_step, cost_deviation);
        }
        if let [_, [base_saved, base_cost]] = early {
            saved = previous_year(saved, *base_saved, saving_step, saving_deviation);
            cost = previous_year(cost, *base_cost, cost_step, cost_deviation);
        }
        if let [[base_saved, base_cost], ..] = early {
            saved = previous_year(
                saved + second.quad_deviation(quad),
                *base_saved,
                saving_step,
                saving_deviation,
            );
            cost = previous_year(cost, *base_cost, cost_step, cost_deviation);
        }
        *savings = (saved + first.quad_deviation(quad)).array();
        *costs = cost.array();
    }
}

/// Returns the deviation of `sum × step`: a sum over the following years, discounted
/// by one year more. `sum` and `step_deviation` are deviations, `base_sum` and `step` the
/// values that they deviate from.
#[inline(always)]
fn previous_year(sum: F32x4, base_sum: f32, step: F32x4, step_deviation: F32x4) -> F32x4 {
    step * sum + step_deviation * (F32x4::splat(base_sum) + sum)
}
