//! Draws and results that a simulator caches from one run to the next.

use crate::model::distribution::QuantileTable;
use crate::model::simulation::kernel::{DrawBlock, ZERO_BLOCK};
use crate::model::simulation::rng::Rng;
use crate::model::simulation::setup::{SampledInput, SimulationSetup};
use crate::model::simulation::simulator::CachingSimulator;
use crate::model::simulation::term_cache::KernelTerm;
use std::rc::Rc;

/// The cached draws of one input.
pub struct PositionColumn {
    /// Input that was drawn.
    pub sampled: SampledInput,
    pub seed: u64,
    /// Serial number of this filling of a column.
    pub filling_number: u64,
    pub positions: Vec<[f32; 4]>,
}

/// Index of a column that is still to be filled, with the generator and the table to
/// fill it from.
pub type PendingColumn = (usize, Rng, Rc<QuantileTable>);

/// The cached results of one term.
pub struct CachedTerm {
    pub term: KernelTerm,
    /// Number of the filling of each factor's column; 0 for a factor without a column.
    pub fillings: Vec<u64>,
    /// Serial number of this calculation of a term.
    pub calculation_number: u64,
    pub results: Vec<DrawBlock>,
}

/// A term for a run.
pub struct PreparedTerm {
    pub cached: CachedTerm,
    /// Whether its results are still to be calculated.
    pub is_outdated: bool,
}

impl CachedTerm {
    /// Returns the indexes of its results for one block.
    pub fn block_range(&self, block: usize) -> std::ops::Range<usize> {
        let count = self.term.result_count();
        count * block..count * (block + 1)
    }

    /// Returns the results for one block.
    pub fn block_results(&self, block: usize) -> &[DrawBlock] {
        &self.results[self.block_range(block)]
    }
}

impl CachingSimulator {
    /// Returns a column of enough draws for each sampled input, from the cache where it
    /// has it, and a list of the columns that are still to be filled. Other cached
    /// columns are dropped.
    pub(super) fn take_columns(
        &mut self,
        setup: &SimulationSetup,
        quads: usize,
        seed: u64,
    ) -> (Vec<PositionColumn>, Vec<PendingColumn>) {
        let mut cached = std::mem::take(&mut self.columns);
        let (mut columns, mut pending) = (Vec::with_capacity(setup.sampled.len()), Vec::new());
        for sampled in &setup.sampled {
            let same = |column: &PositionColumn| {
                column.sampled == *sampled && column.seed == seed && column.positions.len() >= quads
            };
            // Usually this is the first of the columns that remain, since the order of the
            // inputs does not change.
            let old = cached.iter().position(|column| column.sampled.name == sampled.name);
            columns.push(match old.map(|index| cached.remove(index)) {
                Some(column) if same(&column) => column,
                old => {
                    let table = self.table(sampled.shape, sampled.mode);
                    pending.push((columns.len(), Rng::new(&sampled.name, seed), table));
                    let mut positions = old.map_or_else(Vec::new, |column| column.positions);
                    positions.resize(quads, [0.0; 4]);
                    self.work_count += 1;
                    PositionColumn {
                        sampled: sampled.clone(),
                        seed,
                        filling_number: self.work_count,
                        positions,
                    }
                }
            });
        }
        (columns, pending)
    }

    /// Returns the terms of the setup, from the cache where it has them. Other cached terms
    /// are dropped.
    pub(super) fn take_terms(
        &mut self,
        setup: &SimulationSetup,
        columns: &[PositionColumn],
        blocks: usize,
    ) -> Vec<PreparedTerm> {
        let filling = |column: usize| column.checked_sub(1).map_or(0, |index| columns[index].filling_number);
        let mut cached = std::mem::take(&mut self.terms);
        let mut found = Vec::new();
        for term in &setup.terms {
            let fillings: Vec<_> = term.factors().iter().map(|factor| filling(factor.column)).collect();
            let same = |cached: &CachedTerm| {
                cached.results.len() >= blocks * term.result_count()
                    && cached.fillings == fillings
                    && same_except_columns(&cached.term, term)
            };
            let same_term = cached.iter().position(same).map(|index| cached.swap_remove(index));
            found.push(same_term.ok_or((term, fillings)));
        }
        let terms = found.into_iter().map(|found| match found {
            Ok(cached) => PreparedTerm { cached, is_outdated: false },
            Err((term, fillings)) => {
                // Reuses the memory of a term that is no longer needed.
                let mut results = cached.pop().map_or_else(Vec::new, |old| old.results);
                results.resize(blocks * term.result_count(), ZERO_BLOCK);
                self.work_count += 1;
                let cached =
                    CachedTerm { term: term.clone(), fillings, calculation_number: self.work_count, results };
                PreparedTerm { cached, is_outdated: true }
            }
        });
        terms.collect()
    }
}

/// Returns whether two terms are equal but for the numbers of their columns, which
/// change when an input before them becomes uncertain or certain.
fn same_except_columns(a: &KernelTerm, b: &KernelTerm) -> bool {
    a.without_columns() == b.without_columns()
}
