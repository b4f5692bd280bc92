//! Outcomes far from any source.

use crate::checks::{BEZOEKERS, MANY_VISITORS, WarningKind, WarningList, gains};
use crate::model::savings::Saving;
use crate::model::{EuroPer, General, InputId, Inputs, LineField, Outcome};

/// Costs per visitor: below and above the middle half of English recovery
/// colleges (£ 275–840, 2021), which includes the brochure's range; euros and
/// pounds taken for equal.
pub const COST_PER_VISITOR: (f64, f64) = (275.0, 840.0);

/// A quarter of them lies above that half and a quarter below it, so it takes
/// this many times more, or less, to be far off: a choice of ours.
const FAR: f64 = 2.0;

/// Savings per visitor: the largest European figure (£ 1,200, Sussex, before
/// and after without controls), pounds taken for euros.
pub const MOST_SAVED: f64 = 1_200.0;

pub fn results(inputs: &Inputs, outcome: &Outcome, warnings: &mut WarningList) {
    costs(inputs, outcome, warnings);
    let mut largest: Vec<&Saving> =
        outcome.savings.iter().filter(|saving| gains(saving) && saving.kind.is_saving()).collect();
    largest.sort_by(|a, b| b.net.euros().total_cmp(&a.net.euros()));
    let largest: Vec<InputId> =
        largest.into_iter().take(2).map(|saving| saving.id.input(LineField::Aantal)).collect();
    let saved = EuroPer::new(outcome.total.savings.euros() / inputs.general(General::Bezoekers));
    let beyond = saved.euros() > MOST_SAVED * outcome.price_factor;
    warnings.note_if(beyond, WarningKind::BeyondSources { per_visitor: saved }, &largest);
    if let Some(coverage) = outcome.total.coverage.times().filter(|coverage| *coverage > 1.0) {
        warnings.note(WarningKind::MoreThanCosts { coverage }, largest);
    }
}

fn costs(inputs: &Inputs, outcome: &Outcome, warnings: &mut WarningList) {
    let per_visitor = outcome.costs.per_visitor;
    let known = per_visitor.euros() / outcome.price_factor;
    let (below, above) = COST_PER_VISITOR;
    let (low, high) = (known < below, known > above);
    // There is a warning about so many visitors already.
    let told = low && inputs.general(General::Bezoekers) >= MANY_VISITORS;
    let far = known < below / FAR || known > above * FAR;
    let largest = outcome.costs.lines.iter().max_by(|a, b| a.amount.euros().total_cmp(&b.amount.euros()));
    let mut look = vec![BEZOEKERS];
    look.extend(
        largest.map_or_else(Vec::new, |line| line.id.inputs()).into_iter().filter(|id| *id != BEZOEKERS),
    );
    warnings.note_if((low || high) && !told, WarningKind::CostPerVisitor { per_visitor, high, far }, &look);
}
