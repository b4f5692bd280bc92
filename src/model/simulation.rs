//! The simulation: many draws of all uncertain inputs at once, independent of
//! each other, which understates the spread.
//!
//! Same inputs, draws and seed give the same numbers to the last bit, with
//! vector instructions (`lanes`) or without, in one go or from columns that
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
mod accumulator;
mod blocks;
mod calculate;
#[cfg(test)]
mod equals_evaluate;
mod kernel;
pub(super) mod lanes;
mod moments;
mod plan;
mod rng;
mod simulator;
mod steps;
pub mod summary;
mod term_cache;
pub mod value_of_information;

use crate::model::inputs::Inputs;
use crate::model::parameters::General;
use crate::model::simulation::acceptability::Acceptability;
use crate::model::simulation::kernel::Totals;
pub use crate::model::simulation::simulator::Simulator;
pub use crate::model::simulation::steps::Steps;
use crate::model::simulation::summary::{Cumulative, Summary, summary};
use crate::model::simulation::value_of_information::Knowing;
use serde::{Serialize, Serializer};

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
    Simulator::keeping(0).simulate(inputs, settings)
}

/// Sums up what the draws came to, and what is known of each input.
fn results(
    inputs: &Inputs,
    Settings { draws, seed }: Settings,
    unit: f64,
    totals: &Totals,
    known: Vec<(String, Knowing)>,
) -> Simulation {
    let [net, npv, gemeente, society, gap] = &totals.tallies;
    let [above, below] = totals.worth.map(|sum| unit * sum / f64::from(draws));
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
    // Calculated and drawn figures differ by chance; no part exceeds the whole.
    let at_most_all = |known: Knowing| Knowing { evppi: known.evppi.min(evpi), ..known };
    Simulation {
        draws,
        seed,
        evpi,
        parameters: known.into_iter().map(|(name, known)| (name, at_most_all(known))).collect(),
        drempel50: gap.quantile(0.5).max(0.0),
        drempel80: gap.quantile(0.8).max(0.0),
        acceptability: acceptability::curve(&gap, quantities.net.share_positive, drempel),
        quantities,
    }
}
