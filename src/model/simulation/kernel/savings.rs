//! Sums of the savings lines of a block.

use crate::model::SavingKind;
use crate::model::simulation::blocks::{DrawBlock, F32x8Block, ZERO_BLOCK, as_f32x8};
use crate::model::simulation::lanes::F32x8;
use crate::model::simulation::setup::SimulationSetup;
use crate::model::simulation::term_cache::KernelTerm;

/// Sums over the savings lines: the net value of those that count for the payers, the
/// gemeente's cashable share of that, and the net value of those that count for society.
pub type Savings = [F32x8Block; 3];

/// Adds up all savings of a block, for a caller that caches the sums.
#[cfg_attr(speed, optimize(speed))]
pub fn savings<'a>(setup: &SimulationSetup, results: &dyn Fn(usize) -> &'a [DrawBlock]) -> Savings {
    let mut sums = [*as_f32x8(&ZERO_BLOCK); 3];
    sum_lines(setup, results, &mut sums).map(|sum| *sum)
}

/// Adds up the lines in `sums`; returns the sums, some of which may be the block of a
/// single line or [`ZERO_BLOCK`] instead.
#[cfg_attr(speed, optimize(speed))]
pub fn sum_lines<'a, 'b: 'a>(
    setup: &SimulationSetup,
    results: &dyn Fn(usize) -> &'b [DrawBlock],
    sums: &'a mut Savings,
) -> [&'a F32x8Block; 3] {
    let lines = |counts: fn(SavingKind) -> bool, result: usize| {
        let counted = move |term: &KernelTerm| matches!(term, KernelTerm::Line(line) if counts(line.kind));
        let indexes = setup.terms.iter().enumerate().filter(move |(_, term)| counted(term));
        indexes.map(move |(index, _)| &results(index)[result])
    };
    let [saved, cashable, for_society] = sums;
    [
        sum(lines(SavingKind::counts_for_payers, 0), saved),
        sum(lines(SavingKind::counts_for_payers, 1), cashable),
        sum(lines(SavingKind::counts_for_society, 0), for_society),
    ]
}

/// Returns the sum of these blocks, calculated in `sums` unless there is only one.
#[cfg_attr(speed, optimize(speed))]
fn sum<'a>(mut blocks: impl Iterator<Item = &'a DrawBlock>, sums: &'a mut F32x8Block) -> &'a F32x8Block {
    let Some(first) = blocks.next() else { return as_f32x8(&ZERO_BLOCK) };
    let Some(second) = blocks.next() else { return as_f32x8(first) };
    for (sum, (a, b)) in sums.iter_mut().zip(as_f32x8(first).iter().zip(as_f32x8(second))) {
        *sum = (F32x8::load(a) + F32x8::load(b)).array();
    }
    for block in blocks {
        for (sum, more) in sums.iter_mut().zip(as_f32x8(block)) {
            *sum = (F32x8::load(sum) + F32x8::load(more)).array();
        }
    }
    sums
}
