//! The simulation: in each of many draws all uncertain inputs have a random value. In a
//! share of the draws all effects turn out well or badly together, and in a share there is
//! no effect at all (`dependence`); all else is independent. That understates the spread
//! where other inputs are related.
//!
//! Same inputs, draws and seed give the same numbers to the last bit, with or without
//! vector instructions (`lanes`), at once, in steps, or partly from the cache of a
//! [`CachingSimulator`]. A run with more draws begins with the draws of a run with
//! fewer.
//!
//! ```
//! use rekenmodel::model::{Preset, simulation::{SimulationSettings, simulate}};
//!
//! let inputs = Preset::Brochure.inputs();
//! let found = simulate(&inputs, SimulationSettings { draws: 10_000, ..SimulationSettings::default() });
//! assert!(found.quantities.net.mean < -146_000.0);
//! assert!(found.quantities.net.share_below_point > Some(0.5));
//! ```

pub mod acceptability;
mod accumulator;
mod blocks;
mod calculate;
mod costs_without_effect;
mod cumulative_distribution;
mod dependence;
#[cfg(test)]
mod equals_evaluate;
mod factor;
mod kernel;
pub(super) mod lanes;
mod moments;
mod present_value;
mod rng;
mod setup;
mod simulator;
mod steps;
pub mod summary;
mod term_cache;
pub mod value_of_information;

use crate::model::inputs::Inputs;
use crate::model::parameters::General;
use crate::model::simulated_figure::SimulatedFigure;
use crate::model::simulation::acceptability::AcceptabilityPoint;
use crate::model::simulation::cumulative_distribution::CumulativeDistribution;
use crate::model::simulation::kernel::RunningTotals;
use crate::model::simulation::setup::{GAP_PER_VISITOR, SimulationSetup};
pub use crate::model::simulation::simulator::CachingSimulator;
pub use crate::model::simulation::steps::SteppedSimulation;
use crate::model::simulation::summary::{Summary, summary};
use crate::model::simulation::value_of_information::ValueOfInformation;
use serde::{Serialize, Serializer};

/// Size and seed of a simulation. A scenario carries them, so that a link gives
/// everyone the same figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SimulationSettings {
    /// Number of draws, 1,000 to 1,000,000.
    pub draws: u32,
    /// Start of the random numbers, 0 to 2^53 − 1.
    pub seed: u64,
    /// Whether p.m. lines take part.
    pub pm: PmDraws,
}

/// Part that p.m. lines have in simulation and sensitivity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PmDraws {
    /// They are left out, as in the calculation.
    #[default]
    Weglaten,
    /// They take part as if they counted, each over its range: for ranking what to
    /// find out, never for a headline.
    Trekken,
}

impl PmDraws {
    /// List of both.
    pub const ALL: [PmDraws; 2] = [PmDraws::Weglaten, PmDraws::Trekken];

    /// Returns the name in files and links.
    pub fn id(self) -> &'static str {
        match self {
            PmDraws::Weglaten => "weglaten",
            PmDraws::Trekken => "trekken",
        }
    }
}

impl SimulationSettings {
    /// Limits of the number of draws, both included.
    pub const DRAWS: (f64, f64) = (1e3, 1e6);
    /// Limits of the seed, both included.
    pub const SEED: (f64, f64) = (0.0, 9_007_199_254_740_991.0);
}

impl Default for SimulationSettings {
    fn default() -> SimulationSettings {
        SimulationSettings { draws: 100_000, seed: 2017, pm: PmDraws::Weglaten }
    }
}

/// The figures that are simulated.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SimulatedFigures {
    /// Saldo of a full-effect year, all parties together.
    pub net: Summary,
    /// Net present value of the perspective.
    pub npv: Summary,
    /// Saldo of a full-effect year of the gemeente, with only the cashable share of savings.
    pub gemeente: Summary,
    /// Saldo of a full-effect year of society, in which transfers drop out and welfare
    /// counts.
    pub society: Summary,
}

impl SimulatedFigures {
    /// Returns the summary of one figure.
    pub fn get(&self, figure: SimulatedFigure) -> &Summary {
        match figure {
            SimulatedFigure::Net => &self.net,
            SimulatedFigure::Npv => &self.npv,
            SimulatedFigure::Gemeente => &self.gemeente,
            SimulatedFigure::Society => &self.society,
        }
    }
}

/// Result of all draws of a simulation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SimulationResult {
    /// Number of draws.
    pub draws: u32,
    /// Seed of the random numbers.
    pub seed: u64,
    /// Expected value of perfect information before deciding on funding, euros a
    /// year, where the net benefit of funding is the saldo of the perspective + drempel ×
    /// bezoekers.
    pub evpi: f64,
    /// Figures that were simulated.
    pub quantities: SimulatedFigures,
    /// Every uncertain input, by name, in the order of the inputs; then the chance that
    /// there is no effect, where it is between 0 and 1.
    #[serde(serialize_with = "by_name")]
    pub parameters: Vec<(String, ValueOfInformation)>,
    /// The drempel at which the chance that funding is worth its while is 50%, in
    /// euros per visitor and year; none where it depends only on the chance that there
    /// is no effect.
    pub drempel50: Option<f64>,
    /// The drempel at which the chance that funding is worth its while is 80%, in euros per
    /// visitor and year; none as above.
    pub drempel80: Option<f64>,
    /// For each drempel the chance that funding is worth its while: that the saldo of
    /// the perspective + drempel × bezoekers is at least zero.
    pub acceptability: Vec<AcceptabilityPoint>,
}

/// Writes the inputs as one object, with their names as keys.
fn by_name<S: Serializer>(
    parameters: &[(String, ValueOfInformation)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer
        .collect_map(parameters.iter().map(|(name, values_of_information)| (name, values_of_information)))
}

/// Runs a simulation.
pub fn simulate(inputs: &Inputs, settings: SimulationSettings) -> SimulationResult {
    CachingSimulator::with_cache_limit(0).simulate(inputs, settings)
}

/// Makes the result of a simulation, from the totals of all draws and the value of
/// information of each input. The totals are multiples of the setup's `euros_per_unit`.
fn results(
    inputs: &Inputs,
    SimulationSettings { draws, seed, pm }: SimulationSettings,
    (setup, totals): (&SimulationSetup, &RunningTotals),
    information: Vec<(String, ValueOfInformation)>,
) -> SimulationResult {
    let costs = &totals.without_effect;
    let totals_of = |figure: SimulatedFigure| &totals.accumulators[figure as usize];
    let [above, below] = totals.net_benefit.map(|sum| setup.euros_per_unit * sum / f64::from(draws));
    // The EVPI is E[max(w, 0)] − max(E[w], 0), with w the net benefit of funding. That equals
    // the smaller of E[max(w, 0)] and E[max(−w, 0)].
    let evpi = above.min(below);
    let summary_of = |figure| summary(totals_of(figure), costs, pm);
    let saldo = SimulatedFigure::saldo(setup.perspective);
    let by_saldo = setup.npv_by_saldo.map(|by| summary_of(saldo).times(by));
    let quantities = SimulatedFigures {
        net: summary_of(SimulatedFigure::Net),
        npv: by_saldo.unwrap_or_else(|| summary_of(SimulatedFigure::Npv)),
        gemeente: summary_of(SimulatedFigure::Gemeente),
        society: summary_of(SimulatedFigure::Society),
    };
    let gap_per_visitor = CumulativeDistribution::new(&totals.accumulators[GAP_PER_VISITOR], costs);
    let drempel = inputs.general(General::Drempel);
    // The EVPI is estimated from draws and the EVPPI calculated, so by chance the EVPPI
    // can be larger, which cannot be true.
    let at_most_all = |information: ValueOfInformation| ValueOfInformation {
        evppi: information.evppi.min(evpi),
        ..information
    };
    let drempel_at = |chance: f64| {
        let depends_on_effect = (1.0 - setup.no_effect_chance - chance).abs() <= EDGE_MARGIN;
        (!depends_on_effect).then(|| gap_per_visitor.quantile(chance).max(0.0))
    };
    SimulationResult {
        draws,
        seed,
        evpi,
        parameters: information
            .into_iter()
            .map(|(name, information)| (name, at_most_all(information)))
            .collect(),
        drempel50: drempel_at(0.5),
        drempel80: drempel_at(0.8),
        acceptability: acceptability::curve(&gap_per_visitor, quantities.get(saldo).share_positive, drempel),
        quantities,
    }
}

/// Largest difference between a chance and the chance of an effect at which no drempel is
/// given, since then it depends on that chance alone: a hundredth, and rounding.
const EDGE_MARGIN: f64 = 0.01 + 1e-9;
