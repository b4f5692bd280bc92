//! Checks of outcomes: costs and savings per visitor against published figures, and savings
//! against costs.

use crate::checks::{BEZOEKERS, MANY_VISITORS, WarningKind, WarningList, has_gain};
use crate::model::savings::Saving;
use crate::model::{EuroPer, General, InputId, Inputs, LineField, Outcome};

/// The middle half of the costs per visitor of English recovery colleges: lower and upper
/// quartile (£ 275 and £ 840, 2021). The costs per visitor in the brochure are within it. The
/// amounts are used as if they were euros of 2016: pound and year are not converted.
pub const COST_PER_VISITOR: (f64, f64) = (275.0, 840.0);

/// Factor above the upper or below the lower quartile from which costs are probably wrong.
/// A quarter of the colleges lies outside each quartile, so being outside is not enough;
/// the factor is our own choice.
const FAR_FACTOR: f64 = 2.0;

/// The largest European figure for savings per visitor (£ 1,200, Sussex; a comparison of
/// before and after, without a control group). It is used as if it were in euros of 2016.
pub const MAX_SAVED_PER_VISITOR: f64 = 1_200.0;

/// Adds the warnings about outcomes that differ much from published figures, and the warning
/// about savings that exceed the costs.
pub fn results(inputs: &Inputs, outcome: &Outcome, warnings: &mut WarningList) {
    costs_per_visitor(inputs, outcome, warnings);
    let mut largest: Vec<&Saving> =
        outcome.savings.iter().filter(|saving| has_gain(saving) && saving.kind.counts_for_payers()).collect();
    largest.sort_by(|a, b| b.net.euros().total_cmp(&a.net.euros()));
    let largest: Vec<InputId> =
        largest.into_iter().take(2).map(|saving| saving.id.input(LineField::Aantal)).collect();
    let saved = EuroPer::new(outcome.total.savings.euros() / inputs.general(General::Bezoekers));
    let is_beyond = saved.euros() > MAX_SAVED_PER_VISITOR * outcome.price_factor;
    warnings.add_if(is_beyond, WarningKind::BeyondSources { per_visitor: saved }, &largest);
    if let Some(coverage) = outcome.total.coverage.times().filter(|coverage| *coverage > 1.0) {
        warnings.add(WarningKind::MoreThanCosts { coverage }, largest);
    }
}

fn costs_per_visitor(inputs: &Inputs, outcome: &Outcome, warnings: &mut WarningList) {
    let per_visitor = outcome.costs.per_visitor;
    let in_base_prices = per_visitor.euros() / outcome.price_factor;
    let (lower_quartile, upper_quartile) = COST_PER_VISITOR;
    let (low, high) = (in_base_prices < lower_quartile, in_base_prices > upper_quartile);
    // Whether costs per visitor are low because of an implausible number of visitors, about
    // which another warning is given.
    let has_other_warning = low && inputs.general(General::Bezoekers) >= MANY_VISITORS;
    let far = in_base_prices < lower_quartile / FAR_FACTOR || in_base_prices > upper_quartile * FAR_FACTOR;
    let largest = outcome.costs.lines.iter().max_by(|a, b| a.amount.euros().total_cmp(&b.amount.euros()));
    let mut to_check = vec![BEZOEKERS];
    to_check.extend(
        largest.map_or_else(Vec::new, |line| line.id.inputs()).into_iter().filter(|id| *id != BEZOEKERS),
    );
    warnings.add_if(
        (low || high) && !has_other_warning,
        WarningKind::CostPerVisitor { per_visitor, high, far },
        &to_check,
    );
}
