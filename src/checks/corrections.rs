//! Checks of the corrections: lines without any, lines that are fully cashable, and lines
//! that count with a value of zero.

use crate::checks::{WarningKind, WarningList, has_gain};
use crate::model::savings::{Saving, SavingId};
use crate::model::{Euro, InputId, Inputs, LineField, Outcome, SavingKind};

/// Net value in euros from which a fully cashable line gets a warning.
const LARGE_AMOUNT: f64 = 25_000.0;

/// Adds the warnings about corrections.
pub fn corrections(inputs: &Inputs, outcome: &Outcome, warnings: &mut WarningList) {
    let (_, lines) = group(outcome, |saving| saving.gross == Euro::ZERO, LineField::Aantal);
    warnings.add(WarningKind::CountedAsZero, lines);
    uncorrected(inputs, outcome, warnings);
    let is_all_cash = |saving: &Saving| {
        let is_large = saving.net.euros() >= LARGE_AMOUNT * outcome.price_factor;
        // A benefit that is not paid is always cashable, so it has no share to enter.
        is_large
            && saving.kind == SavingKind::Besparing
            && inputs.get(saving.id.input(LineField::Verzilverbaar)) == 1.0
    };
    let (amount, lines) = group(outcome, is_all_cash, LineField::Verzilverbaar);
    warnings.add(WarningKind::AllCash { amount }, lines);
}

/// Adds the warnings about lines without corrections: one about savings and one about
/// welfare, whose amounts are never added up.
fn uncorrected(inputs: &Inputs, outcome: &Outcome, warnings: &mut WarningList) {
    let is_uncorrected = |saving: &Saving| {
        let share = |field| inputs.get(saving.id.input(field));
        has_gain(saving) && share(LineField::Autonoom) == 0.0 && share(LineField::Toerekening) == 1.0
    };
    let is_uncorrected_saving = |saving: &Saving| saving.kind.counts_for_payers() && is_uncorrected(saving);
    let as_brochure = outcome.savings.iter().filter(|saving| is_uncorrected_saving(saving)).all(in_brochure);
    let (amount, lines) = group(outcome, is_uncorrected_saving, LineField::Autonoom);
    warnings.add(WarningKind::NoCorrection { amount, as_brochure }, lines);
    let is_uncorrected_welfare =
        |saving: &Saving| saving.kind == SavingKind::Welvaart && is_uncorrected(saving);
    let (amount, lines) = group(outcome, is_uncorrected_welfare, LineField::Autonoom);
    warnings.add(WarningKind::WelfareUncorrected { amount }, lines);
}

/// Returns whether the brochure counts this line; it leaves all others p.m.
fn in_brochure(saving: &Saving) -> bool {
    matches!(saving.id, SavingId::Fixed(line) if line.definition().counted)
}

/// Returns the net value of the counted lines for which a condition holds, and the given
/// field of each line as the input to look at.
fn group(outcome: &Outcome, condition: impl Fn(&Saving) -> bool, field: LineField) -> (Euro, Vec<InputId>) {
    let lines = || outcome.savings.iter().filter(|saving| saving.counted && condition(saving));
    (lines().map(|saving| saving.net).sum(), lines().map(|saving| saving.id.input(field)).collect())
}
