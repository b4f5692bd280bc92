//! Runs simulations one after the other, and does again only what changed.

use super::kernel::{BLOCK, Block, Columns, NOTHING, QUADS, Totals, add, calculate};
use super::knowing::knowing;
use super::part::Part;
use super::plan::{Drawn, Plan, plan};
use super::steps::Steps;
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
        let mut totals = Totals::new(&plan, draws);
        self.run_keeping(&plan, draws, settings.seed, &mut totals);
        self.sum_up(inputs, settings, &uncertain, plan.unit, &totals)
    }

    /// Begins a simulation that is done a few draws at a time, for whoever has
    /// something else to do as well. What was kept stays.
    pub fn begin(&mut self, inputs: &Inputs, settings: Settings) -> Steps {
        Steps::new(inputs, settings, |drawn| self.table(drawn.shape, drawn.mode))
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

    fn table(&mut self, shape: Shape, mode: f64) -> Rc<Table> {
        let new = || Rc::new(Table::new(shape, mode));
        self.tables.entry(key_of(shape, mode)).or_insert_with(new).clone()
    }

    /// Draws and calculates only what changed since the last run.
    fn run_keeping(&mut self, plan: &Plan, draws: usize, seed: u64, totals: &mut Totals) {
        let blocks = draws.div_ceil(BLOCK);
        self.keep_columns(plan, blocks * QUADS, seed);
        let columns: Vec<_> =
            plan.drawn.iter().map(|drawn| self.columns[&drawn.name].positions.as_slice()).collect();
        let source = |column: usize| {
            let drawn = plan.drawn.get(column.checked_sub(1)?)?;
            Some(Source { drawn: drawn.clone(), seed })
        };
        let mut kept = std::mem::take(&mut self.parts);
        for part in &plan.parts {
            let sources: Vec<_> = part.factors().iter().map(|factor| source(factor.column)).collect();
            let same = |kept: &KeptPart| {
                kept.results.len() >= blocks && kept.sources == sources && same_but_columns(&kept.part, part)
            };
            let found = kept.iter().position(same).map(|place| kept.swap_remove(place));
            self.parts.push(found.unwrap_or_else(|| {
                let mut results = vec![[NOTHING; 2]; blocks];
                for (place, results) in results.iter_mut().enumerate() {
                    calculate(part, &Columns::new(&columns, place), results);
                }
                KeptPart { part: part.clone(), sources, results }
            }));
        }
        for place in 0..blocks {
            let columns = Columns::new(&columns, place);
            let results = |part: usize| &self.parts[part].results[place];
            add(plan, &columns, &results, (draws - place * BLOCK).min(BLOCK), totals);
        }
    }

    /// Makes sure that there is a column for all that is drawn, long enough,
    /// and lets the other columns go.
    fn keep_columns(&mut self, plan: &Plan, quads: usize, seed: u64) {
        let mut kept = std::mem::take(&mut self.columns);
        for drawn in &plan.drawn {
            let source = Source { drawn: drawn.clone(), seed };
            let same = |column: &Column| column.source == source && column.positions.len() >= quads;
            let column = match kept.remove(&drawn.name) {
                Some(column) if same(&column) => column,
                old => {
                    let mut positions = old.map_or_else(Vec::new, |column| column.positions);
                    positions.resize(quads, [0.0; 4]);
                    let table = self.table(drawn.shape, drawn.mode);
                    Stream::new(&drawn.name, seed).fill(&table, &mut positions);
                    Column { source, positions }
                }
            };
            self.columns.insert(drawn.name.clone(), column);
        }
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
