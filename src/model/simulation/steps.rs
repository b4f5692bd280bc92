//! A simulation in steps of a few blocks of draws, which stay in the processor's cache.
//! The draws themselves are not stored.

use crate::model::Inputs;
use crate::model::distribution::QuantileTable;
use crate::model::simulation::SimulationSettings;
use crate::model::simulation::dependence::{CommonDraws, EffectDraws, Tie, TiedWords};
use crate::model::simulation::kernel::{
    Columns, DRAWS_PER_BLOCK, DrawBlock, QUADS_PER_BLOCK, RunningTotals, ZERO_BLOCK, add_block, calculate,
};
use crate::model::simulation::rng::Rng;
use crate::model::simulation::setup::{SampledInput, SimulationSetup};
use crate::model::uncertain_inputs::UncertainInput;
use std::rc::Rc;

/// Number of blocks that are drawn in one step.
pub(super) const BLOCKS_PER_STEP: usize = 8;

/// Draws of a step that the inputs have in common.
pub(super) struct SharedDraws {
    effect: EffectDraws,
    effects: Vec<[f32; 4]>,
    common: Option<CommonDraws>,
}

impl SharedDraws {
    /// Makes the streams for a chance that there is no effect, and for these ties.
    pub fn new(no_effect_chance: f64, ties: impl Iterator<Item = Tie>, seed: u64) -> SharedDraws {
        let quads = BLOCKS_PER_STEP * QUADS_PER_BLOCK;
        let (effect, common) =
            (EffectDraws::new(no_effect_chance, seed), CommonDraws::new(ties, seed, quads));
        SharedDraws { effect, effects: vec![[0.0; 4]; quads], common }
    }

    /// Draws the next blocks, at most those of a step.
    pub fn fill(&mut self, blocks: usize) {
        let quads = blocks * QUADS_PER_BLOCK;
        self.effect.fill(&mut self.effects[..quads]);
        if let Some(common) = &mut self.common {
            common.fill(quads);
        }
    }

    /// Returns the words for an input with this tie.
    pub fn words(&self, tie: Option<Tie>) -> Option<TiedWords<'_>> {
        Some(self.common.as_ref()?.words(tie?))
    }

    /// Returns whether there is an effect in each draw of a block: below zero where
    /// there is none.
    pub fn effect(&self, block: usize) -> &DrawBlock {
        &self.effects.as_chunks::<QUADS_PER_BLOCK>().0[block]
    }
}

/// A simulation that is under way; [`crate::model::simulation::CachingSimulator::begin`]
/// makes one. Its result equals that of a simulation at once, to the last bit.
pub struct SteppedSimulation {
    pub(super) inputs: Inputs,
    pub(super) settings: SimulationSettings,
    pub(super) uncertain_inputs: Vec<UncertainInput>,
    pub(super) setup: SimulationSetup,
    pub(super) totals: RunningTotals,
    /// Generator and quantile table of each sampled input.
    rngs: Vec<(Rng, Rc<QuantileTable>)>,
    /// Draws that the inputs have in common.
    shared: SharedDraws,
    /// Positions that were drawn in this step: those of the first sampled input, then those
    /// of the next ones.
    positions: Vec<[f32; 4]>,
    /// Results of each term for one block.
    terms: Vec<[DrawBlock; 2]>,
    /// Number of draws that were calculated so far.
    calculated_draws: usize,
}

impl SteppedSimulation {
    /// Makes a simulation with zero draws; `table` gives the quantile table of an input.
    pub(super) fn new(
        (inputs, settings): (Inputs, SimulationSettings),
        uncertain_inputs: Vec<UncertainInput>,
        setup: SimulationSetup,
        mut table: impl FnMut(&SampledInput) -> Rc<QuantileTable>,
    ) -> SteppedSimulation {
        let source = |sampled: &SampledInput| (Rng::new(&sampled.name, settings.seed), table(sampled));
        let rngs: Vec<_> = setup.sampled.iter().map(source).collect();
        let ties = setup.sampled.iter().filter_map(|sampled| sampled.tie);
        SteppedSimulation {
            totals: RunningTotals::new(&setup),
            positions: vec![[0.0; 4]; rngs.len() * BLOCKS_PER_STEP * QUADS_PER_BLOCK],
            terms: vec![[ZERO_BLOCK; 2]; setup.terms.len()],
            inputs,
            shared: SharedDraws::new(setup.no_effect_chance, ties, settings.seed),
            calculated_draws: 0,
            settings,
            uncertain_inputs,
            setup,
            rngs,
        }
    }

    /// Draws and adds the next blocks, and returns whether all draws are done. After
    /// that a further call changes nothing.
    pub fn step(&mut self) -> bool {
        let remaining = self.settings.draws as usize - self.calculated_draws;
        let draws = remaining.min(BLOCKS_PER_STEP * DRAWS_PER_BLOCK);
        let blocks = draws.div_ceil(DRAWS_PER_BLOCK);
        let mut columns = Vec::with_capacity(self.rngs.len());
        let chunks = self.positions.chunks_exact_mut(BLOCKS_PER_STEP * QUADS_PER_BLOCK);
        self.shared.fill(blocks);
        for (((rng, table), column), sampled) in self.rngs.iter_mut().zip(chunks).zip(&self.setup.sampled) {
            rng.fill(table, &mut column[..blocks * QUADS_PER_BLOCK], self.shared.words(sampled.tie));
            columns.push(&*column);
        }
        for block in 0..blocks {
            let columns = Columns::new(&columns, block);
            for (index, term) in self.setup.terms.iter().enumerate() {
                let (before, results) = self.terms.split_at_mut(index);
                let before = before.last().map(|results| &results[..]);
                calculate(term, &columns, before, &mut results[0]);
            }
            let terms = &self.terms;
            let draws = (draws - block * DRAWS_PER_BLOCK).min(DRAWS_PER_BLOCK);
            let draws = (self.shared.effect(block), draws);
            add_block(&self.setup, &columns, &|term| &terms[term][..], None, draws, &mut self.totals);
        }
        self.calculated_draws += draws;
        draws == remaining
    }
}
