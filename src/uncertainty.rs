//! Summary of the simulation and the sensitivity of a scenario, in the form that the page
//! shows. Another wasm module simulates, and sends the summary to the page as plain
//! numbers (`packed`).
//!
//! ```
//! use rekenmodel::{api::ScenarioSimulator, uncertainty::{SimulatedFigure, SimulationSummary}};
//!
//! let scenario = r#"{ "simulation": { "draws": 1000 } }"#;
//! let packed = ScenarioSimulator::default().simulate_packed(scenario, 1000).unwrap();
//! let found = SimulationSummary::unpack(1, &packed.numbers, &packed.names).unwrap();
//! assert_eq!(found.draws, 1000);
//! assert_eq!(found.spread(SimulatedFigure::Net).counts.iter().sum::<f64>(), 1000.0);
//! assert_eq!(found.sensitivity_ranges[0][0].id, "dagbesteding.bedrag");
//! assert!(SimulationSummary::unpack(2, &packed.numbers[1..], &packed.names).is_none());
//! ```

mod packed;

use crate::model::sensitivity;
use crate::model::sensitivity::Sensitivity;
use crate::model::simulation::SimulationResult;
use crate::model::simulation::summary::Summary;
pub use crate::uncertainty::packed::PackedSimulation;

/// A figure that is simulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SimulatedFigure {
    /// Saldo of a full-effect year.
    Net,
    /// Net present value.
    Npv,
    /// Saldo of the gemeente, with only the cashable share of savings.
    Gemeente,
    /// Saldo of society, in which transfers drop out and welfare counts.
    Society,
}

impl SimulatedFigure {
    /// List of all variants.
    pub const ALL: [SimulatedFigure; 4] =
        [SimulatedFigure::Net, SimulatedFigure::Npv, SimulatedFigure::Gemeente, SimulatedFigure::Society];

    /// Returns the name in results.
    pub fn id(self) -> &'static str {
        match self {
            SimulatedFigure::Net => "net",
            SimulatedFigure::Npv => "npv",
            SimulatedFigure::Gemeente => "gemeente",
            SimulatedFigure::Society => "society",
        }
    }
}

/// Distribution of one figure over all draws, in euros.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// Mean of the draws.
    pub mean: f64,
    /// The standard deviation.
    pub sd: f64,
    /// Quantiles of the draws at 5, 25, 50, 75 and 95%.
    pub quantiles: [f64; 5],
    /// The share of draws at or above zero.
    pub positive: f64,
    /// The share of draws below the deterministic figure.
    pub below_deterministic: f64,
    /// The lowest draw.
    pub low: f64,
    /// The highest draw.
    pub high: f64,
    /// Number of draws in each of the equally wide bins from `low` to `high`.
    pub counts: Vec<f64>,
}

/// The names of [`Spread::quantiles`].
pub const QUANTILES: [&str; 5] = ["p5", "p25", "p50", "p75", "p95"];

impl Spread {
    /// Joins the bins to at most `max_count` wider ones. Returns for each its start and its end,
    /// in euros, and its number of draws, in this order.
    pub fn bins(&self, max_count: usize) -> Vec<(f64, f64, f64)> {
        let joined = self.counts.len().div_ceil(max_count);
        let width = (self.high - self.low) / self.counts.len() as f64;
        let bin = |(index, counts): (usize, &[f64])| {
            let from = self.low + width * (index * joined) as f64;
            (from, from + width * counts.len() as f64, counts.iter().sum())
        };
        self.counts.chunks(joined).enumerate().map(bin).collect()
    }

    /// Returns whether all draws are one value.
    pub fn is_certain(&self) -> bool {
        self.low == self.high
    }
}

/// Value of knowing one input.
#[derive(Clone, Debug, PartialEq)]
pub struct InformationValue {
    /// The input's name in files.
    pub id: String,
    /// The share of the variance of the saldo that disappears when the input is information.
    pub variance_share: f64,
    /// Expected value of knowing the input before deciding, euros a year.
    pub evppi: f64,
}

/// A figure with one input at the low and at the high end of the input's range.
#[derive(Clone, Debug, PartialEq)]
pub struct SensitivityRange {
    /// The input's name in files.
    pub id: String,
    /// Low and high end of its range, in its unit.
    pub ends: [f64; 2],
    /// The figure, in euros, with the input at its low and at its high end.
    pub at: [f64; 2],
}

impl SensitivityRange {
    /// Returns whether the figure is below this level at one end, and not at the other.
    pub fn crosses(&self, level: f64) -> bool {
        (self.at[0] >= level) != (self.at[1] >= level)
    }
}

/// Summary of a simulation and of the sensitivity ranges.
#[derive(Clone, Debug, PartialEq)]
pub struct SimulationSummary {
    /// Number of the page's request to which this is the answer; they are ascending.
    pub request: u32,
    /// Number of draws.
    pub draws: u32,
    /// Expected value of perfect information before deciding, euros a year.
    pub evpi: f64,
    /// The figures, in the order of [`SimulatedFigure::ALL`].
    pub spreads: Vec<Spread>,
    /// The value of knowing each uncertain input.
    pub information_values: Vec<InformationValue>,
    /// The drempels at which the chance that funding is worth its while is 50% and 80%, in
    /// euros per visitor and year.
    pub drempels: [f64; 2],
    /// Points of the acceptability curve: a drempel, and the chance at it. Both ascend.
    pub curve: Vec<(f64, f64)>,
    /// Sensitivity ranges of the saldo, of the net present value and of the gemeente's saldo,
    /// in this order; the largest swing first.
    pub sensitivity_ranges: [Vec<SensitivityRange>; 3],
}

impl SimulationSummary {
    /// Summarises results, as the answer to the request with this number.
    pub fn new(request: u32, simulation: &SimulationResult, sensitivity: &Sensitivity) -> SimulationSummary {
        let figures = &simulation.quantities;
        let information_values = simulation.parameters.iter().map(|(id, information)| InformationValue {
            id: id.clone(),
            variance_share: information.variance_share,
            evppi: information.evppi,
        });
        let sensitivity_ranges =
            |rows: &[sensitivity::SensitivityRow]| rows.iter().map(sensitivity_range).collect();
        SimulationSummary {
            request,
            draws: simulation.draws,
            evpi: simulation.evpi,
            spreads: [&figures.net, &figures.npv, &figures.gemeente, &figures.society].map(spread).to_vec(),
            information_values: information_values.collect(),
            drempels: [simulation.drempel50, simulation.drempel80],
            curve: simulation.acceptability.iter().map(|point| (point.drempel, point.chance)).collect(),
            sensitivity_ranges: [&sensitivity.net, &sensitivity.npv, &sensitivity.gemeente]
                .map(|rows| sensitivity_ranges(rows)),
        }
    }

    /// Returns the distribution of one figure over all draws.
    pub fn spread(&self, figure: SimulatedFigure) -> &Spread {
        &self.spreads[figure as usize]
    }

    /// Returns the chance at a drempel that funding is worth its while, interpolated between the
    /// points of the curve.
    pub fn chance_at(&self, drempel: f64) -> f64 {
        let mut before = self.curve[0];
        for &(at, chance) in &self.curve {
            if at >= drempel {
                let fraction = if at > before.0 { (drempel - before.0) / (at - before.0) } else { 1.0 };
                return before.1 + (chance - before.1) * fraction.clamp(0.0, 1.0);
            }
            before = (at, chance);
        }
        before.1
    }

    /// Returns whether knowing any single input could change the decision on funding: its
    /// EVPPI rounds to at least one euro.
    pub fn can_change_decision(&self) -> bool {
        self.information_values.iter().any(|information| information.evppi >= 0.5)
    }

    /// Ranks the inputs by the value of knowing them: by EVPPI where that could change the
    /// decision, else by their share of the variance. Inputs for which that is shown as
    /// zero are left out.
    pub fn ranking(&self) -> Vec<&InformationValue> {
        let can_change = self.can_change_decision();
        let rank = |information: &&InformationValue| {
            if can_change { information.evppi } else { information.variance_share }
        };
        let least = if can_change { 0.5 } else { 0.0005 };
        let mut ranked: Vec<&InformationValue> =
            self.information_values.iter().filter(|information| rank(information) >= least).collect();
        ranked.sort_unstable_by(|a, b| rank(b).total_cmp(&rank(a)));
        ranked
    }
}

/// Rounds a simulated amount to three significant digits, since further ones are within
/// the sampling error.
pub fn three_digits(value: f64) -> f64 {
    let mut step = 1.0;
    while value.abs() / step >= 1000.0 {
        step *= 10.0;
    }
    (value / step).round() * step
}

fn spread(summary: &Summary) -> Spread {
    let Summary { p5, p25, p50, p75, p95, histogram, .. } = summary;
    Spread {
        mean: summary.mean,
        sd: summary.sd,
        quantiles: [*p5, *p25, *p50, *p75, *p95],
        positive: summary.share_positive,
        below_deterministic: summary.share_below_point,
        low: histogram.low,
        high: histogram.high,
        counts: histogram.counts.iter().map(|count| f64::from(*count)).collect(),
    }
}

fn sensitivity_range(row: &sensitivity::SensitivityRow) -> SensitivityRange {
    SensitivityRange { id: row.id.clone(), ends: [row.low, row.high], at: [row.at_low, row.at_high] }
}

#[cfg(test)]
mod tests;
