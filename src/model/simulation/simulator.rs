//! Runs simulations one after the other, and recalculates only the terms that changed.

mod cache;

use crate::model::Inputs;
use crate::model::distribution::QuantileTable;
use crate::model::range::Shape;
use crate::model::simulation::kernel::{
    Columns, DRAWS_PER_BLOCK, QUADS_PER_BLOCK, RunningTotals, Savings, add_block, calculate, savings,
};
use crate::model::simulation::setup::{SampledInput, SimulationSetup, set_up};
use crate::model::simulation::simulator::cache::{CachedTerm, PositionColumn, PreparedTerm};
use crate::model::simulation::steps::{BLOCKS_PER_STEP, SharedDraws, SteppedSimulation};
use crate::model::simulation::term_cache::KernelTerm;
use crate::model::simulation::value_of_information::values_of_information;
use crate::model::simulation::{SimulationResult, SimulationSettings, results};
use crate::model::uncertain_inputs::{UncertainInput, uncertain_inputs, with_drawn_lines};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Runs simulations one after the other. It caches the quantile tables and, for runs
/// of at most 131,072 draws, the draws of each input and the results of each term. The
/// results are those of [`crate::model::simulation::simulate`] to the last bit.
pub struct CachingSimulator {
    /// Quantile tables of the last run, by [`table_key`].
    tables: BTreeMap<(u8, u64), Rc<QuantileTable>>,
    /// Draws of the last cached run.
    columns: Vec<PositionColumn>,
    /// Terms of the last cached run.
    terms: Vec<CachedTerm>,
    /// Sums of all savings in each block; only where the lines were the same in the last
    /// two runs, since then they are likely to be the same in the next one too.
    savings: Vec<Savings>,
    /// The lines of the last run, each as the number of its calculation.
    line_calculations: Vec<u64>,
    /// Number of column fillings and term calculations so far. Each of them is identified
    /// by the number that this had at the time.
    work_count: u64,
    /// Largest number of draws of a run that is cached.
    cache_limit: usize,
}

/// Largest number of draws of a run that is cached, which takes some 16 megabytes.
const CACHE_LIMIT: usize = 1 << 17;

impl Default for CachingSimulator {
    fn default() -> CachingSimulator {
        CachingSimulator::with_cache_limit(CACHE_LIMIT)
    }
}

impl CachingSimulator {
    /// Makes a simulator that caches runs of at most so many draws.
    pub(super) fn with_cache_limit(cache_limit: usize) -> CachingSimulator {
        CachingSimulator {
            tables: BTreeMap::new(),
            columns: Vec::new(),
            terms: Vec::new(),
            savings: Vec::new(),
            line_calculations: Vec::new(),
            work_count: 0,
            cache_limit,
        }
    }

    /// Runs a simulation.
    pub fn simulate(&mut self, inputs: &Inputs, settings: SimulationSettings) -> SimulationResult {
        let draws = settings.draws as usize;
        if draws > self.cache_limit {
            let mut steps = self.begin(inputs, settings);
            while !steps.step() {}
            return self.finish(&steps);
        }
        let inputs = &*with_drawn_lines(inputs, settings.pm);
        let uncertain_inputs = uncertain_inputs(inputs);
        let setup = set_up(inputs, &uncertain_inputs);
        let mut totals = RunningTotals::new(&setup);
        self.prepare_tables(&setup.sampled);
        self.run_cached(&setup, draws, settings.seed, &mut totals);
        self.make_result(inputs, settings, &uncertain_inputs, (&setup, &totals))
    }

    /// Begins a simulation that runs a few draws at a time, so that the caller can do
    /// other work in between. Cached draws and results are neither used nor dropped.
    pub fn begin(&mut self, inputs: &Inputs, settings: SimulationSettings) -> SteppedSimulation {
        let inputs = with_drawn_lines(inputs, settings.pm).into_owned();
        let uncertain_inputs = uncertain_inputs(&inputs);
        let setup = set_up(&inputs, &uncertain_inputs);
        self.prepare_tables(&setup.sampled);
        SteppedSimulation::new((inputs, settings), uncertain_inputs, setup, |sampled| {
            self.table(sampled.shape, sampled.mode)
        })
    }

    /// Returns the result of a simulation whose steps are all done.
    pub fn finish(&mut self, steps: &SteppedSimulation) -> SimulationResult {
        let SteppedSimulation { inputs, settings, uncertain_inputs, setup, totals, .. } = steps;
        self.make_result(inputs, *settings, uncertain_inputs, (setup, totals))
    }

    /// Makes the result of a run, and drops the tables that the run did not use.
    fn make_result(
        &mut self,
        inputs: &Inputs,
        settings: SimulationSettings,
        uncertain_inputs: &[UncertainInput],
        (setup, totals): (&SimulationSetup, &RunningTotals),
    ) -> SimulationResult {
        let information = values_of_information(inputs, uncertain_inputs, |input| {
            self.table(input.range.shape, input.mode())
        });
        let is_used = |key: &(u8, u64)| {
            uncertain_inputs.iter().any(|input| table_key(input.range.shape, input.mode()) == *key)
        };
        self.tables.retain(|key, _| is_used(key));
        results(inputs, settings, (setup, totals), information)
    }

    /// Calculates the tables that are not cached yet, in one batch.
    fn prepare_tables(&mut self, sampled: &[SampledInput]) {
        let mut missing = Vec::new();
        for SampledInput { shape, mode, .. } in sampled {
            let table = (*shape, *mode);
            if !self.tables.contains_key(&table_key(*shape, *mode)) && !missing.contains(&table) {
                missing.push(table);
            }
        }
        for ((shape, mode), table) in missing.iter().zip(QuantileTable::batch(&missing)) {
            self.tables.insert(table_key(*shape, *mode), Rc::new(table));
        }
    }

    /// Returns the quantile table of this shape and mode, from the cache where it has it.
    fn table(&mut self, shape: Shape, mode: f64) -> Rc<QuantileTable> {
        let new = || Rc::new(QuantileTable::new(shape, mode));
        self.tables.entry(table_key(shape, mode)).or_insert_with(new).clone()
    }

    /// Draws and calculates only the columns and terms that changed since the last run.
    /// It does so a few blocks at a time, which stay in the processor's cache until
    /// they are added.
    #[cfg_attr(speed, optimize(speed))]
    fn run_cached(&mut self, setup: &SimulationSetup, draws: usize, seed: u64, totals: &mut RunningTotals) {
        let blocks = draws.div_ceil(DRAWS_PER_BLOCK);
        let (mut columns, mut rngs) = self.take_columns(setup, blocks * QUADS_PER_BLOCK, seed);
        let mut terms = self.take_terms(setup, &columns, blocks);
        let line_calculations = terms.iter().filter(|term| matches!(term.cached.term, KernelTerm::Line(_)));
        let line_calculations: Vec<u64> =
            line_calculations.map(|term| term.cached.calculation_number).collect();
        let same_lines = line_calculations == self.line_calculations;
        if !same_lines {
            self.savings.clear();
            self.line_calculations = line_calculations;
        }
        let ties = rngs.iter().filter_map(|(column, ..)| columns[*column].sampled.tie);
        let mut shared = SharedDraws::new(setup.no_effect_chance, ties, seed);
        for start in (0..blocks).step_by(BLOCKS_PER_STEP) {
            let end = (start + BLOCKS_PER_STEP).min(blocks);
            shared.fill(end - start);
            for (column, rng, table) in &mut rngs {
                let PositionColumn { sampled, positions, .. } = &mut columns[*column];
                let positions = &mut positions[start * QUADS_PER_BLOCK..end * QUADS_PER_BLOCK];
                rng.fill(table, positions, shared.words(sampled.tie));
            }
            let positions: Vec<_> = columns.iter().map(|column| column.positions.as_slice()).collect();
            for block in start..end {
                let columns = Columns::new(&positions, block);
                for index in 0..terms.len() {
                    let (before, rest) = terms.split_at_mut(index);
                    if let [PreparedTerm { cached, is_outdated: true }, ..] = rest {
                        let before = before.last().map(|term| term.cached.block_results(block));
                        let range = cached.block_range(block);
                        calculate(&cached.term, &columns, before, &mut cached.results[range]);
                    }
                }
                let results = |term: usize| terms[term].cached.block_results(block);
                if same_lines && block == self.savings.len() {
                    self.savings.push(savings(setup, &results));
                }
                let draws = (draws - block * DRAWS_PER_BLOCK).min(DRAWS_PER_BLOCK);
                let draws = (shared.effect(block - start), draws);
                add_block(setup, &columns, &results, self.savings.get(block), draws, totals);
            }
        }
        self.columns = columns;
        self.terms = terms.into_iter().map(|term| term.cached).collect();
    }
}

/// Returns the key by which a quantile table is cached: its shape and the bits of its mode.
fn table_key(shape: Shape, mode: f64) -> (u8, u64) {
    (shape as u8, mode.to_bits())
}
