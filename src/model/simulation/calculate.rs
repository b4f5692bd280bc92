//! Calculates each term for a block of draws.
//!
//! Numbers that vary are deviations from their values in the scenario. Names that begin
//! with `base_`, and `value`, are those values themselves.

use crate::model::simulation::blocks::{
    Columns, DrawBlock, F32x8Block, PairDeviation, ZERO_BLOCK, as_f32x8, as_f32x8_mut,
};
use crate::model::simulation::factor::Factor;
use crate::model::simulation::lanes::F32x8;
use crate::model::simulation::term_cache::{KernelTerm, LineTerm};

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
        (_, too_few) => debug_assert!(false, "{} results of {}", too_few.len(), term.result_count()),
    }
}

/// Calculates the uncertain net costs.
#[cfg_attr(speed, optimize(speed))]
fn costs<'a>(products: &[[Factor; 2]], columns: &Columns<'a>, costs: &mut F32x8Block) {
    let mut has_sum = false;
    // A term waits for another one, since a pass over the block takes two as easily.
    let mut waiting: Option<PairDeviation<'a>> = None;
    let mut add = |term: PairDeviation<'a>| match waiting.take() {
        None => waiting = Some(term),
        Some(other) => {
            for (index, sum) in costs.iter_mut().enumerate() {
                let terms = other.deviation(index) + term.deviation(index);
                *sum = if has_sum { F32x8::load(sum) + terms } else { terms }.array();
            }
            has_sum = true;
        }
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
    let zero = Factor::fixed(0.0);
    if let Some(factor) = unpaired {
        add(columns.sum(factor, zero));
    }
    if waiting.is_some() || !has_sum {
        let last = waiting.unwrap_or_else(|| columns.sum(zero, zero));
        for (index, sum) in costs.iter_mut().enumerate() {
            let term = last.deviation(index);
            *sum = if has_sum { F32x8::load(sum) + term } else { term }.array();
        }
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
