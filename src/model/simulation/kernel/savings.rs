//! Sums of the savings lines of a block.

use crate::model::SavingKind;
use crate::model::simulation::blocks::{DrawBlock, F32x8Block, ZERO_BLOCK, as_f32x8};
use crate::model::simulation::lanes::F32x8;
use crate::model::simulation::plan::SimulationPlan;
use crate::model::simulation::term_cache::KernelTerm;

/// Sums of all savings: net, in cash of the gemeente, for society.
pub type Savings = [F32x8Block; 3];

/// Adds up all savings of a block, for a caller that caches the sums.
#[cfg_attr(speed, optimize(speed))]
pub fn savings<'a>(plan: &SimulationPlan, results: &dyn Fn(usize) -> &'a [DrawBlock]) -> Savings {
    let mut sums = [*as_f32x8(&ZERO_BLOCK); 3];
    sum_lines(plan, results, &mut sums).map(|sum| *sum)
}

/// Adds up the lines in `sums`; returns the sums, some of which may be the block of a
/// single line or [`ZERO_BLOCK`] instead.
#[cfg_attr(speed, optimize(speed))]
pub fn sum_lines<'a, 'b: 'a>(
    plan: &SimulationPlan,
    results: &dyn Fn(usize) -> &'b [DrawBlock],
    sums: &'a mut Savings,
) -> [&'a F32x8Block; 3] {
    let lines = |counts: fn(SavingKind) -> bool, result: usize| {
        let counted = move |term: &KernelTerm| matches!(term, KernelTerm::Line(line) if counts(line.kind));
        let places = plan.terms.iter().enumerate().filter(move |(_, term)| counted(term));
        places.map(move |(place, _)| &results(place)[result])
    };
    let [saved, cash, welfare] = sums;
    [
        sum(lines(SavingKind::is_saving, 0), saved),
        sum(lines(SavingKind::is_saving, 1), cash),
        sum(lines(SavingKind::counts_for_society, 0), welfare),
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
