//! Calculates each term for a block of draws.
//!
//! Numbers that vary are deviations from their values in the scenario. Names that end
//! in `_at`, and `value`, are those values themselves.

use crate::model::simulation::blocks::{
    Columns, DrawBlock, F32x8Block, PairDeviation, ZERO_BLOCK, as_f32x8, as_f32x8_mut,
};
use crate::model::simulation::factor::Factor;
use crate::model::simulation::lanes::F32x8;
use crate::model::simulation::term_cache::{KernelTerm, LineTerm};

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
        (_, too_few) => debug_assert!(false, "{} results of {}", too_few.len(), term.width()),
    }
}

#[cfg_attr(speed, optimize(speed))]
fn costs<'a>(products: &[[Factor; 2]], columns: &Columns<'a>, costs: &mut F32x8Block) {
    let mut has_sum = false;
    // A term waits for another one, since a pass over the block takes two as easily.
    let mut waiting: Option<PairDeviation<'a>> = None;
    let mut add = |term: PairDeviation<'a>| match waiting.take() {
        None => waiting = Some(term),
        Some(other) => {
            for (place, sum) in costs.iter_mut().enumerate() {
                let terms = other.deviation(place) + term.deviation(place);
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
        for (place, sum) in costs.iter_mut().enumerate() {
            let term = last.deviation(place);
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
