//! A simulation in steps: a few blocks of draws at a time, which stay in fast
//! memory. Nothing of the draws themselves is kept.

use crate::model::Inputs;
use crate::model::distribution::Table;
use crate::model::simulation::Settings;
use crate::model::simulation::kernel::{BLOCK, Block, Columns, NOTHING, QUADS, Totals, add, calculate};
use crate::model::simulation::plan::{Drawn, Plan};
use crate::model::simulation::rng::Stream;
use crate::model::uncertain_inputs::Uncertain;
use std::rc::Rc;

/// The blocks that are drawn at once.
pub(super) const BLOCKS_AT_ONCE: usize = 8;

/// A simulation that is under way; [`crate::model::simulation::Simulator::begin`] makes one. Step
/// by step it gives what a simulation in one go gives, to the last bit.
pub struct Steps {
    pub(super) inputs: Inputs,
    pub(super) settings: Settings,
    pub(super) uncertain: Vec<Uncertain>,
    pub(super) plan: Plan,
    pub(super) totals: Totals,
    streams: Vec<(Stream, Rc<Table>)>,
    positions: Vec<[f32; 4]>,
    parts: Vec<[Block; 2]>,
    done: usize,
}

impl Steps {
    pub(super) fn new(
        (inputs, settings): (&Inputs, Settings),
        uncertain: Vec<Uncertain>,
        plan: Plan,
        mut table: impl FnMut(&Drawn) -> Rc<Table>,
    ) -> Steps {
        let source = |drawn: &Drawn| (Stream::new(&drawn.name, settings.seed), table(drawn));
        let streams: Vec<_> = plan.drawn.iter().map(source).collect();
        Steps {
            totals: Totals::new(&plan),
            positions: vec![[0.0; 4]; streams.len() * BLOCKS_AT_ONCE * QUADS],
            parts: vec![[NOTHING; 2]; plan.parts.len()],
            inputs: inputs.clone(),
            done: 0,
            settings,
            uncertain,
            plan,
            streams,
        }
    }

    /// Some more draws; tells whether all are done. After that it does nothing.
    pub fn step(&mut self) -> bool {
        let left = self.settings.draws as usize - self.done;
        let draws = left.min(BLOCKS_AT_ONCE * BLOCK);
        let blocks = draws.div_ceil(BLOCK);
        let mut columns = Vec::with_capacity(self.streams.len());
        let chunks = self.positions.chunks_exact_mut(BLOCKS_AT_ONCE * QUADS);
        for ((stream, table), column) in self.streams.iter_mut().zip(chunks) {
            stream.fill(table, &mut column[..blocks * QUADS]);
            columns.push(&*column);
        }
        for place in 0..blocks {
            let columns = Columns::new(&columns, place);
            for (which, part) in self.plan.parts.iter().enumerate() {
                let (before, results) = self.parts.split_at_mut(which);
                let before = before.last().map(|results| &results[..]);
                calculate(part, &columns, before, &mut results[0]);
            }
            let parts = &self.parts;
            let draws = (draws - place * BLOCK).min(BLOCK);
            add(&self.plan, &columns, &|part| &parts[part][..], None, draws, &mut self.totals);
        }
        self.done += draws;
        draws == left
    }
}
