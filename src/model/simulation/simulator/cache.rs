//! Draws and results that a simulator keeps from one run to the next.

use crate::model::distribution::QuantileTable;
use crate::model::simulation::kernel::{DrawBlock, ZERO_BLOCK};
use crate::model::simulation::plan::{SampledInput, SimulationPlan};
use crate::model::simulation::rng::Rng;
use crate::model::simulation::simulator::CachingSimulator;
use crate::model::simulation::term_cache::KernelTerm;
use std::rc::Rc;

/// The draws of one input that were kept.
pub struct PositionColumn {
    /// Input that was drawn.
    pub sampled: SampledInput,
    pub seed: u64,
    /// Number of this filling of a column.
    pub filling: u64,
    pub positions: Vec<[f32; 4]>,
}

/// The place of a column that is still to be filled, and from what.
pub type PendingColumn = (usize, Rng, Rc<QuantileTable>);

/// The results of one part that were kept.
pub struct CachedTerm {
    pub term: KernelTerm,
    /// The filling of the column of each factor, 0 where it has none.
    pub fillings: Vec<u64>,
    /// Number of this calculation of a term.
    pub calculation: u64,
    pub results: Vec<DrawBlock>,
}

impl CachedTerm {
    /// Returns where its results for one block are.
    pub fn within(&self, block: usize) -> std::ops::Range<usize> {
        let width = self.term.width();
        width * block..width * (block + 1)
    }

    /// Results for one block.
    pub fn of_block(&self, block: usize) -> &[DrawBlock] {
        &self.results[self.within(block)]
    }
}

impl CachingSimulator {
    /// A column for all that is drawn, long enough, and the generators of those that
    /// are still to be filled; other columns go.
    pub(super) fn take_columns(
        &mut self,
        plan: &SimulationPlan,
        quads: usize,
        seed: u64,
    ) -> (Vec<PositionColumn>, Vec<PendingColumn>) {
        let mut cached = std::mem::take(&mut self.columns);
        let (mut columns, mut rngs) = (Vec::with_capacity(plan.sampled.len()), Vec::new());
        for sampled in &plan.sampled {
            let same = |column: &PositionColumn| {
                column.sampled == *sampled && column.seed == seed && column.positions.len() >= quads
            };
            // Mostly the first one that is left, since they have an order.
            let old = cached.iter().position(|column| column.sampled.name == sampled.name);
            columns.push(match old.map(|place| cached.remove(place)) {
                Some(column) if same(&column) => column,
                old => {
                    let table = self.table(sampled.shape, sampled.mode);
                    rngs.push((columns.len(), Rng::new(&sampled.name, seed), table));
                    let mut positions = old.map_or_else(Vec::new, |column| column.positions);
                    positions.resize(quads, [0.0; 4]);
                    self.done += 1;
                    PositionColumn { sampled: sampled.clone(), seed, filling: self.done, positions }
                }
            });
        }
        (columns, rngs)
    }

    /// The parts of the plan, and whether they are new, and so are still to be
    /// calculated; other parts go.
    pub(super) fn take_terms(
        &mut self,
        plan: &SimulationPlan,
        columns: &[PositionColumn],
        blocks: usize,
    ) -> Vec<(CachedTerm, bool)> {
        let filling = |column: usize| column.checked_sub(1).map_or(0, |place| columns[place].filling);
        let mut cached = std::mem::take(&mut self.terms);
        let mut found = Vec::new();
        for term in &plan.terms {
            let fillings: Vec<_> = term.factors().iter().map(|factor| filling(factor.column)).collect();
            let same = |cached: &CachedTerm| {
                cached.results.len() >= blocks * term.width()
                    && cached.fillings == fillings
                    && same_except_columns(&cached.term, term)
            };
            let place = cached.iter().position(same).map(|place| cached.swap_remove(place));
            found.push(place.ok_or((term, fillings)));
        }
        let terms = found.into_iter().map(|found| match found {
            Ok(cached) => (cached, false),
            Err((term, fillings)) => {
                // In the memory of one that is of no more use.
                let mut results = cached.pop().map_or_else(Vec::new, |old| old.results);
                results.resize(blocks * term.width(), ZERO_BLOCK);
                self.done += 1;
                (CachedTerm { term: term.clone(), fillings, calculation: self.done, results }, true)
            }
        });
        terms.collect()
    }
}

/// Returns whether two parts with the same sources calculate the same: the places
/// of their columns may differ.
fn same_except_columns(a: &KernelTerm, b: &KernelTerm) -> bool {
    a.without_columns() == b.without_columns()
}
