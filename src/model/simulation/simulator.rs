//! Runs simulations one after the other, and does again only what changed.

use super::kernel::{BLOCK, Block, Columns, NOTHING, QUADS, Totals, add, calculate};
use super::knowing::knowing;
use super::part::Part;
use super::plan::{Drawn, Plan, plan};
use super::steps::{BLOCKS_AT_ONCE, Steps};
use super::stream::Stream;
use super::{Settings, Simulation, results};
use crate::model::Inputs;
use crate::model::distribution::Table;
use crate::model::range::Shape;
use crate::model::uncertain::{Uncertain, uncertain};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Runs simulations one after the other. It keeps tables and, up to 131,072
/// draws, what was drawn and calculated of each input and part; the results are
/// those of [`super::simulate`] to the last bit.
pub struct Simulator {
    tables: BTreeMap<(u8, u64), Rc<Table>>,
    columns: BTreeMap<String, Column>,
    parts: Vec<KeptPart>,
    most_kept: usize,
}

/// The draws of one input that were kept.
struct Column {
    source: Source,
    positions: Vec<[f32; 4]>,
}

/// What a column's draws follow from.
#[derive(Clone, PartialEq)]
struct Source {
    drawn: Drawn,
    seed: u64,
}

/// The place of a column that is still to be filled, and from what.
type Unfilled = (usize, Stream, Rc<Table>);

/// The results of one part that were kept.
struct KeptPart {
    part: Part,
    sources: Vec<Option<Source>>,
    results: Vec<[Block; 2]>,
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
        Simulator { tables: BTreeMap::new(), columns: BTreeMap::new(), parts: Vec::new(), most_kept }
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
    fn run_keeping(&mut self, plan: &Plan, draws: usize, seed: u64, totals: &mut Totals) {
        let blocks = draws.div_ceil(BLOCK);
        let (mut columns, mut streams) = self.take_columns(plan, blocks * QUADS, seed);
        let mut parts = self.take_parts(plan, blocks, seed);
        for start in (0..blocks).step_by(BLOCKS_AT_ONCE) {
            let end = (start + BLOCKS_AT_ONCE).min(blocks);
            for (column, stream, table) in &mut streams {
                stream.fill(table, &mut columns[*column].positions[start * QUADS..end * QUADS]);
            }
            let positions: Vec<_> = columns.iter().map(|column| column.positions.as_slice()).collect();
            for place in start..end {
                let columns = Columns::new(&positions, place);
                for (kept, _) in parts.iter_mut().filter(|(_, is_new)| *is_new) {
                    calculate(&kept.part, &columns, &mut kept.results[place]);
                }
                let results = |part: usize| &parts[part].0.results[place];
                add(plan, &columns, &results, (draws - place * BLOCK).min(BLOCK), totals);
            }
        }
        let names = plan.drawn.iter().map(|drawn| drawn.name.clone());
        self.columns = names.zip(columns).collect();
        self.parts = parts.into_iter().map(|(kept, _)| kept).collect();
    }

    /// A column for all that is drawn, long enough, and the streams of those that
    /// are still to be filled; other columns go.
    fn take_columns(&mut self, plan: &Plan, quads: usize, seed: u64) -> (Vec<Column>, Vec<Unfilled>) {
        let mut kept = std::mem::take(&mut self.columns);
        let (mut columns, mut streams) = (Vec::new(), Vec::new());
        for drawn in &plan.drawn {
            let source = Source { drawn: drawn.clone(), seed };
            let same = |column: &Column| column.source == source && column.positions.len() >= quads;
            columns.push(match kept.remove(&drawn.name) {
                Some(column) if same(&column) => column,
                old => {
                    let table = self.table(drawn.shape, drawn.mode);
                    streams.push((columns.len(), Stream::new(&drawn.name, seed), table));
                    let mut positions = old.map_or_else(Vec::new, |column| column.positions);
                    positions.resize(quads, [0.0; 4]);
                    Column { source, positions }
                }
            });
        }
        (columns, streams)
    }

    /// The parts of the plan, and whether they are new, and so are still to be
    /// calculated; other parts go.
    fn take_parts(&mut self, plan: &Plan, blocks: usize, seed: u64) -> Vec<(KeptPart, bool)> {
        let source = |column: usize| {
            let drawn = plan.drawn.get(column.checked_sub(1)?)?;
            Some(Source { drawn: drawn.clone(), seed })
        };
        let mut kept = std::mem::take(&mut self.parts);
        let mut found = Vec::new();
        for part in &plan.parts {
            let sources: Vec<_> = part.factors().iter().map(|factor| source(factor.column)).collect();
            let same = |kept: &KeptPart| {
                kept.results.len() >= blocks && kept.sources == sources && same_but_columns(&kept.part, part)
            };
            let place = kept.iter().position(same).map(|place| kept.swap_remove(place));
            found.push(place.ok_or((part, sources)));
        }
        let parts = found.into_iter().map(|found| match found {
            Ok(kept) => (kept, false),
            Err((part, sources)) => {
                // In the memory of one that is of no more use.
                let mut results = kept.pop().map_or_else(Vec::new, |old| old.results);
                results.resize(blocks, [NOTHING; 2]);
                (KeptPart { part: part.clone(), sources, results }, true)
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
