//! Runs simulations one after the other, and does again only what changed.

use crate::model::Inputs;
use crate::model::distribution::Table;
use crate::model::range::Shape;
use crate::model::simulation::kernel::{
    BLOCK, Block, Columns, NOTHING, QUADS, Savings, Totals, add, calculate, savings,
};
use crate::model::simulation::plan::{Drawn, Plan, plan};
use crate::model::simulation::rng::Stream;
use crate::model::simulation::steps::{BLOCKS_AT_ONCE, Steps};
use crate::model::simulation::term_cache::Part;
use crate::model::simulation::value_of_information::knowing;
use crate::model::simulation::{Settings, Simulation, results};
use crate::model::uncertain_inputs::{Uncertain, uncertain};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Runs simulations one after the other. It keeps tables and, up to 131,072
/// draws, what was drawn and calculated of each input and part; the results are
/// those of [`crate::model::simulation::simulate`] to the last bit.
pub struct Simulator {
    tables: BTreeMap<(u8, u64), Rc<Table>>,
    columns: Vec<Column>,
    parts: Vec<KeptPart>,
    /// What all savings come to in each block, where the lines were the same in
    /// the last two runs: then they are likely to be so in the next.
    savings: Vec<Savings>,
    /// The lines of the last run, by the number of their calculation.
    lines: Vec<u64>,
    /// How many columns were filled and parts calculated, which numbers them.
    done: u64,
    most_kept: usize,
}

/// The draws of one input that were kept.
struct Column {
    /// What they follow from.
    drawn: Drawn,
    seed: u64,
    /// Which filling of a column this is.
    filling: u64,
    positions: Vec<[f32; 4]>,
}

/// The place of a column that is still to be filled, and from what.
type Unfilled = (usize, Stream, Rc<Table>);

/// The results of one part that were kept.
struct KeptPart {
    part: Part,
    /// The filling of the column of each factor, 0 where it has none.
    fillings: Vec<u64>,
    /// Which calculation of a part this is.
    calculation: u64,
    results: Vec<Block>,
}

impl KeptPart {
    /// Where its results for one block are.
    fn within(&self, block: usize) -> std::ops::Range<usize> {
        let width = self.part.width();
        width * block..width * (block + 1)
    }

    /// Its results for one block.
    fn of_block(&self, block: usize) -> &[Block] {
        &self.results[self.within(block)]
    }
}

/// The most draws of which everything is kept: some sixteen megabytes.
const MOST_KEPT: usize = 1 << 17;

impl Default for Simulator {
    fn default() -> Simulator {
        Simulator::keeping(MOST_KEPT)
    }
}

impl Simulator {
    /// One that keeps what it drew for runs of at most so many draws.
    pub(super) fn keeping(most_kept: usize) -> Simulator {
        Simulator {
            tables: BTreeMap::new(),
            columns: Vec::new(),
            parts: Vec::new(),
            savings: Vec::new(),
            lines: Vec::new(),
            done: 0,
            most_kept,
        }
    }

    /// Runs a simulation.
    pub fn simulate(&mut self, inputs: &Inputs, settings: Settings) -> Simulation {
        let draws = settings.draws as usize;
        if draws > self.most_kept {
            let mut steps = self.begin(inputs, settings);
            while !steps.step() {}
            return self.finish(&steps);
        }
        let uncertain = uncertain(inputs);
        let plan = plan(inputs, &uncertain);
        let mut totals = Totals::new(&plan);
        self.prepare(&plan.drawn);
        self.run_keeping(&plan, draws, settings.seed, &mut totals);
        self.sum_up(inputs, settings, &uncertain, plan.unit, &totals)
    }

    /// Begins a simulation that is done a few draws at a time, for whoever has
    /// something else to do as well. What was kept stays.
    pub fn begin(&mut self, inputs: &Inputs, settings: Settings) -> Steps {
        let uncertain = uncertain(inputs);
        let plan = plan(inputs, &uncertain);
        self.prepare(&plan.drawn);
        Steps::new((inputs, settings), uncertain, plan, |drawn| self.table(drawn.shape, drawn.mode))
    }

    /// The results of a simulation whose steps are all done.
    pub fn finish(&mut self, steps: &Steps) -> Simulation {
        let Steps { inputs, settings, uncertain, plan, totals, .. } = steps;
        self.sum_up(inputs, *settings, uncertain, plan.unit, totals)
    }

    fn sum_up(
        &mut self,
        inputs: &Inputs,
        settings: Settings,
        uncertain: &[Uncertain],
        unit: f64,
        totals: &Totals,
    ) -> Simulation {
        let known = knowing(inputs, uncertain, |one| self.table(one.range.shape, one.mode()));
        let used = |key: &(u8, u64)| uncertain.iter().any(|one| key_of(one.range.shape, one.mode()) == *key);
        self.tables.retain(|key, _| used(key));
        let names = uncertain.iter().map(|one| one.name.clone());
        results(inputs, settings, unit, totals, names.zip(known).collect())
    }

    /// Calculates the tables that are not there yet, side by side.
    fn prepare(&mut self, drawn: &[Drawn]) {
        let mut missing = Vec::new();
        for Drawn { shape, mode, .. } in drawn {
            let one = (*shape, *mode);
            if !self.tables.contains_key(&key_of(*shape, *mode)) && !missing.contains(&one) {
                missing.push(one);
            }
        }
        for ((shape, mode), table) in missing.iter().zip(Table::several(&missing)) {
            self.tables.insert(key_of(*shape, *mode), Rc::new(table));
        }
    }

    fn table(&mut self, shape: Shape, mode: f64) -> Rc<Table> {
        let new = || Rc::new(Table::new(shape, mode));
        self.tables.entry(key_of(shape, mode)).or_insert_with(new).clone()
    }

    /// Draws and calculates only what changed since the last run, a few blocks at
    /// a time, which stay in fast memory until they are added.
    #[cfg_attr(speed, optimize(speed))]
    fn run_keeping(&mut self, plan: &Plan, draws: usize, seed: u64, totals: &mut Totals) {
        let blocks = draws.div_ceil(BLOCK);
        let (mut columns, mut streams) = self.take_columns(plan, blocks * QUADS, seed);
        let mut parts = self.take_parts(plan, &columns, blocks);
        let lines = parts.iter().filter(|(kept, _)| matches!(kept.part, Part::Line(_)));
        let lines: Vec<u64> = lines.map(|(kept, _)| kept.calculation).collect();
        let same_lines = lines == self.lines;
        if !same_lines {
            self.savings.clear();
            self.lines = lines;
        }
        for start in (0..blocks).step_by(BLOCKS_AT_ONCE) {
            let end = (start + BLOCKS_AT_ONCE).min(blocks);
            for (column, stream, table) in &mut streams {
                stream.fill(table, &mut columns[*column].positions[start * QUADS..end * QUADS]);
            }
            let positions: Vec<_> = columns.iter().map(|column| column.positions.as_slice()).collect();
            for place in start..end {
                let columns = Columns::new(&positions, place);
                for which in 0..parts.len() {
                    let (before, rest) = parts.split_at_mut(which);
                    if let [(kept, true), ..] = rest {
                        let before = before.last().map(|(kept, _)| kept.of_block(place));
                        let within = kept.within(place);
                        calculate(&kept.part, &columns, before, &mut kept.results[within]);
                    }
                }
                let results = |part: usize| parts[part].0.of_block(place);
                if same_lines && place == self.savings.len() {
                    self.savings.push(savings(plan, &results));
                }
                let draws = (draws - place * BLOCK).min(BLOCK);
                add(plan, &columns, &results, self.savings.get(place), draws, totals);
            }
        }
        self.columns = columns;
        self.parts = parts.into_iter().map(|(kept, _)| kept).collect();
    }

    /// A column for all that is drawn, long enough, and the streams of those that
    /// are still to be filled; other columns go.
    fn take_columns(&mut self, plan: &Plan, quads: usize, seed: u64) -> (Vec<Column>, Vec<Unfilled>) {
        let mut kept = std::mem::take(&mut self.columns);
        let (mut columns, mut streams) = (Vec::with_capacity(plan.drawn.len()), Vec::new());
        for drawn in &plan.drawn {
            let same = |column: &Column| {
                column.drawn == *drawn && column.seed == seed && column.positions.len() >= quads
            };
            // Mostly the first one that is left, since they have an order.
            let old = kept.iter().position(|column| column.drawn.name == drawn.name);
            columns.push(match old.map(|place| kept.remove(place)) {
                Some(column) if same(&column) => column,
                old => {
                    let table = self.table(drawn.shape, drawn.mode);
                    streams.push((columns.len(), Stream::new(&drawn.name, seed), table));
                    let mut positions = old.map_or_else(Vec::new, |column| column.positions);
                    positions.resize(quads, [0.0; 4]);
                    self.done += 1;
                    Column { drawn: drawn.clone(), seed, filling: self.done, positions }
                }
            });
        }
        (columns, streams)
    }

    /// The parts of the plan, and whether they are new, and so are still to be
    /// calculated; other parts go.
    fn take_parts(&mut self, plan: &Plan, columns: &[Column], blocks: usize) -> Vec<(KeptPart, bool)> {
        let filling = |column: usize| column.checked_sub(1).map_or(0, |place| columns[place].filling);
        let mut kept = std::mem::take(&mut self.parts);
        let mut found = Vec::new();
        for part in &plan.parts {
            let fillings: Vec<_> = part.factors().iter().map(|factor| filling(factor.column)).collect();
            let same = |kept: &KeptPart| {
                kept.results.len() >= blocks * part.width()
                    && kept.fillings == fillings
                    && same_but_columns(&kept.part, part)
            };
            let place = kept.iter().position(same).map(|place| kept.swap_remove(place));
            found.push(place.ok_or((part, fillings)));
        }
        let parts = found.into_iter().map(|found| match found {
            Ok(kept) => (kept, false),
            Err((part, fillings)) => {
                // In the memory of one that is of no more use.
                let mut results = kept.pop().map_or_else(Vec::new, |old| old.results);
                results.resize(blocks * part.width(), NOTHING);
                self.done += 1;
                (KeptPart { part: part.clone(), fillings, calculation: self.done, results }, true)
            }
        });
        parts.collect()
    }
}

/// Whether two parts with the same sources calculate the same: the places of
/// their columns may differ.
fn same_but_columns(a: &Part, b: &Part) -> bool {
    a.without_columns() == b.without_columns()
}

fn key_of(shape: Shape, mode: f64) -> (u8, u64) {
    (shape as u8, mode.to_bits())
}
