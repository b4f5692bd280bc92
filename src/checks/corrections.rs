//! What the corrections leave out.

use crate::checks::{WarningKind, WarningList, gains};
use crate::model::savings::{Saving, SavingId};
use crate::model::{Euro, InputId, Inputs, LineField, Outcome, SavingKind};

/// Net value from which it matters whether all of it frees money.
const LARGE: f64 = 25_000.0;

pub fn corrections(inputs: &Inputs, outcome: &Outcome, warnings: &mut WarningList) {
    let (_, lines) = group(outcome, |saving| saving.gross == Euro::ZERO, LineField::Aantal);
    warnings.note(WarningKind::CountedAsNothing, lines);
    uncorrected(inputs, outcome, warnings);
    let all_cash = |saving: &Saving| {
        let large = saving.net.euros() >= LARGE * outcome.price_factor;
        // A benefit that is not paid is always cash; nobody fills that in.
        large
            && saving.kind == SavingKind::Besparing
            && inputs.get(saving.id.input(LineField::Verzilverbaar)) == 1.0
    };
    let (amount, lines) = group(outcome, all_cash, LineField::Verzilverbaar);
    warnings.note(WarningKind::AllCash { amount }, lines);
}

/// Savings apart from welfare: the two are never one amount.
fn uncorrected(inputs: &Inputs, outcome: &Outcome, warnings: &mut WarningList) {
    let untouched = |saving: &Saving| {
        let share = |part| inputs.get(saving.id.input(part));
        gains(saving) && share(LineField::Autonoom) == 0.0 && share(LineField::Toerekening) == 1.0
    };
    let saves = |saving: &Saving| saving.kind.is_saving() && untouched(saving);
    let as_brochure = outcome.savings.iter().filter(|saving| saves(saving)).all(in_brochure);
    let (amount, lines) = group(outcome, saves, LineField::Autonoom);
    warnings.note(WarningKind::NoCorrection { amount, as_brochure }, lines);
    let welfare = |saving: &Saving| saving.kind == SavingKind::Welvaart && untouched(saving);
    let (amount, lines) = group(outcome, welfare, LineField::Autonoom);
    warnings.note(WarningKind::WelfareUncorrected { amount }, lines);
}

/// The brochure leaves all other lines p.m.
fn in_brochure(saving: &Saving) -> bool {
    matches!(saving.id, SavingId::Fixed(line) if line.definition().counted)
}

/// Returns what such lines come to, and where that can be changed.
fn group(outcome: &Outcome, is_so: impl Fn(&Saving) -> bool, part: LineField) -> (Euro, Vec<InputId>) {
    let lines = || outcome.savings.iter().filter(|saving| saving.counted && is_so(saving));
    (lines().map(|saving| saving.net).sum(), lines().map(|saving| saving.id.input(part)).collect())
}
