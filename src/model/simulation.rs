//! The simulation: many draws of all uncertain inputs at once, independent of
//! each other, which understates the spread.
//!
//! Same inputs, draws and seed give the same numbers to the last bit, with
//! vector instructions ([`lanes`]) or without, in one go or from columns that
//! a [`Simulator`] kept. A run with more draws begins with the draws of a run
//! with fewer.
//!
//! ```
//! use rekenmodel::model::{Preset, simulation::{Settings, simulate}};
//!
//! let inputs = Preset::Brochure.inputs();
//! let found = simulate(&inputs, Settings { draws: 10_000, seed: 2017 });
//! assert!(found.quantities.net.mean < -146_000.0);
//! assert!(found.quantities.net.share_below_point > 0.5);
//! ```

pub mod acceptability;
#[cfg(test)]
mod against_evaluate;
mod kernel;
pub mod knowing;
mod lanes;
mod moments;
mod plan;
mod stream;
pub mod summary;
mod tally;

use super::distribution::Table;
use super::inputs::Inputs;
use super::parameters::General;
use super::range::Shape;
use super::uncertain::uncertain;
use acceptability::Acceptability;
use kernel::{BLOCK, Columns, QUADS, Totals, block};
use knowing::{Knowing, knowing};
use plan::{Drawn, Plan, plan};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::rc::Rc;
use stream::Stream;
use summary::{Cumulative, Summary, summary};
use tally::Tally;

/// How a simulation is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How many draws.
    pub draws: u32,
    /// Where the random numbers start.
    pub seed: u64,
}

/// The figures that are simulated.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quantities {
    /// Saldo of a full-effect year, all parties together.
    pub net: Summary,
    /// Net present value, all parties together.
    pub npv: Summary,
    /// Saldo of a full-effect year of the gemeente, in cash.
    pub gemeente: Summary,
    /// Saldo of a full-effect year of society, in welfare.
    pub society: Summary,
}

/// What the draws say.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Simulation {
    /// How many draws there were.
    pub draws: u32,
    /// Where the random numbers started.
    pub seed: u64,
    /// What knowing everything is worth before deciding on funding, euros a
    /// year, where funding is worth saldo + drempel × bezoekers.
    pub evpi: f64,
    /// The figures.
    pub quantities: Quantities,
    /// Every input that takes part, by name, in the order of the inputs.
    #[serde(serialize_with = "by_name")]
    pub parameters: Vec<(String, Knowing)>,
    /// The drempel at which the chance is 50%, euros per visitor and year.
    pub drempel50: f64,
    /// The drempel at which the chance is 80%.
    pub drempel80: f64,
    /// The chance that saldo + drempel × bezoekers is not below zero.
    pub acceptability: Vec<Acceptability>,
}

fn by_name<S: Serializer>(parameters: &[(String, Knowing)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(parameters.iter().map(|(name, knowing)| (name, knowing)))
}

/// Runs a simulation.
pub fn simulate(inputs: &Inputs, settings: Settings) -> Simulation {
    Simulator { most_kept: 0, ..Simulator::default() }.simulate(inputs, settings)
}

/// Runs simulations one after the other, and draws again only what changed:
/// keeps the tables and, up to a number of draws, a column per input.
pub struct Simulator {
    tables: BTreeMap<(u8, u64), Rc<Table>>,
    columns: BTreeMap<String, Column>,
    most_kept: usize,
}

/// The draws of one input that were kept.
struct Column {
    drawn: Drawn,
    seed: u64,
    positions: Vec<[f32; 4]>,
}

/// The most draws whose columns are kept: some ten megabytes.
const MOST_KEPT: usize = 1 << 17;
/// The blocks that are drawn at once where nothing is kept.
const BLOCKS_AT_ONCE: usize = 16;

impl Default for Simulator {
    fn default() -> Simulator {
        Simulator { tables: BTreeMap::new(), columns: BTreeMap::new(), most_kept: MOST_KEPT }
    }
}

impl Simulator {
    /// Runs a simulation; the result is that of [`simulate`].
    pub fn simulate(&mut self, inputs: &Inputs, settings: Settings) -> Simulation {
        let uncertain = uncertain(inputs);
        let plan = plan(inputs, &uncertain);
        let totals = self.run(&plan, settings);
        let known = knowing(inputs, &uncertain, |one| self.table(one.range.shape, one.mode()));
        let used = |key: &(u8, u64)| uncertain.iter().any(|one| key_of(one.range.shape, one.mode()) == *key);
        self.tables.retain(|key, _| used(key));

        let draws = f64::from(settings.draws);
        let [net, npv, gemeente, society, gap] = &totals.tallies;
        let [above, below] = totals.worth.map(|sum| sum / draws);
        // E[max(worth, 0)] − max(E[worth], 0) is the smaller of the two.
        let evpi = above.min(below);
        let quantities = Quantities {
            net: summary(net),
            npv: summary(npv),
            gemeente: summary(gemeente),
            society: summary(society),
        };
        let gap = Cumulative::new(gap);
        let drempel = inputs.general(General::Drempel);
        let at_most_all = |known: Knowing| Knowing { evppi: known.evppi.min(evpi), ..known };
        Simulation {
            draws: settings.draws,
            seed: settings.seed,
            evpi,
            parameters: uncertain
                .into_iter()
                .map(|one| one.name)
                .zip(known.into_iter().map(at_most_all))
                .collect(),
            drempel50: gap.quantile(0.5).max(0.0),
            drempel80: gap.quantile(0.8).max(0.0),
            acceptability: acceptability::curve(&gap, quantities.net.share_positive, drempel),
            quantities,
        }
    }

    fn table(&mut self, shape: Shape, mode: f64) -> Rc<Table> {
        let new = || Rc::new(Table::new(shape, mode));
        self.tables.entry(key_of(shape, mode)).or_insert_with(new).clone()
    }

    fn run(&mut self, plan: &Plan, Settings { draws, seed }: Settings) -> Totals {
        let draws = draws as usize;
        let tally = |figure: usize| Tally::new(plan.point[figure], plan.moves[figure], draws);
        let mut totals = Totals { tallies: std::array::from_fn(tally), worth: [0.0; 2] };
        if draws <= self.most_kept {
            self.keep(plan, draws, seed);
            let columns: Vec<_> =
                plan.drawn.iter().map(|drawn| self.columns[&drawn.name].positions.as_slice()).collect();
            add(plan, &columns, draws, &mut totals);
        } else {
            self.columns.clear();
            let mut streams: Vec<_> = plan
                .drawn
                .iter()
                .map(|drawn| (Stream::new(&drawn.name, seed), self.table(drawn.shape, drawn.mode)))
                .collect();
            let mut positions = vec![[0.0_f32; 4]; streams.len() * BLOCKS_AT_ONCE * QUADS];
            for start in (0..draws).step_by(BLOCKS_AT_ONCE * BLOCK) {
                let mut columns = Vec::with_capacity(streams.len());
                for ((stream, table), column) in
                    streams.iter_mut().zip(positions.chunks_exact_mut(BLOCKS_AT_ONCE * QUADS))
                {
                    stream.fill(table, column);
                    columns.push(&*column);
                }
                add(plan, &columns, (draws - start).min(BLOCKS_AT_ONCE * BLOCK), &mut totals);
            }
        }
        totals
    }

    /// Makes sure that there is a column for all that is drawn, long enough,
    /// and lets the other columns go.
    fn keep(&mut self, plan: &Plan, draws: usize, seed: u64) {
        let quads = draws.div_ceil(BLOCK) * QUADS;
        let mut kept = std::mem::take(&mut self.columns);
        for drawn in &plan.drawn {
            let same = |column: &Column| {
                column.drawn == *drawn && column.seed == seed && column.positions.len() >= quads
            };
            let column = kept.remove(&drawn.name).filter(same).unwrap_or_else(|| {
                let mut positions = vec![[0.0; 4]; quads];
                Stream::new(&drawn.name, seed).fill(&self.table(drawn.shape, drawn.mode), &mut positions);
                Column { drawn: drawn.clone(), seed, positions }
            });
            self.columns.insert(drawn.name.clone(), column);
        }
    }
}

fn key_of(shape: Shape, mode: f64) -> (u8, u64) {
    (shape as u8, mode.to_bits())
}

/// Adds draws that stand in columns, block by block.
fn add(plan: &Plan, columns: &[&[[f32; 4]]], draws: usize, totals: &mut Totals) {
    for place in 0..draws.div_ceil(BLOCK) {
        block(plan, &Columns::new(columns, place), (draws - place * BLOCK).min(BLOCK), totals);
    }
}
