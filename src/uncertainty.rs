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
//! assert_eq!(found.saldo_ranges()[0].id, "dagbesteding.bedrag");
//! assert!(SimulationSummary::unpack(2, &packed.numbers[1..], &packed.names).is_none());
//! ```

mod dots;
mod no_effect;
mod packed;
mod spread;

use crate::model::Perspective;
pub use crate::model::SimulatedFigure;
use crate::model::sensitivity;
use crate::model::sensitivity::Sensitivity;
use crate::model::simulation::SimulationResult;
pub use crate::model::simulation::summary::MeanAndSd;
pub use crate::uncertainty::dots::Dot;
pub use crate::uncertainty::no_effect::AtNoEffectChance;
pub use crate::uncertainty::packed::PackedSimulation;
use crate::uncertainty::spread::spread;
pub use crate::uncertainty::spread::{QUANTILES, Spread};

/// Value of knowing one input.
#[derive(Clone, Debug, PartialEq)]
pub struct InformationValue {
    /// The input's name in files.
    pub id: String,
    /// The share of the variance of the saldo that disappears when the input is known.
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
    /// Saldo of the perspective.
    pub saldo: SimulatedFigure,
    /// Expected value of perfect information before deciding, euros a year.
    pub evpi: f64,
    /// The figures, in the order of [`SimulatedFigure::ALL`].
    pub spreads: Vec<Spread>,
    /// The value of knowing each uncertain input.
    pub information_values: Vec<InformationValue>,
    /// The drempels at which the chance that funding is worth its while is 50% and 80%, in
    /// euros per visitor and year; none where that depends only on the chance that there is
    /// no effect.
    pub drempels: [Option<f64>; 2],
    /// Points of the acceptability curve: a drempel, and the chance at it. Both ascend.
    pub curve: Vec<(f64, f64)>,
    /// Sensitivity ranges of the figures, in the order of [`SimulatedFigure::ALL`]; the
    /// largest swing first. An input is listed under the saldo of the perspective where it changes that, else under the
    /// first figure that it changes.
    pub sensitivity_ranges: [Vec<SensitivityRange>; SimulatedFigure::COUNT],
}

impl SimulationSummary {
    /// Summarises results, as the answer to the request with this number.
    pub fn new(
        request: u32,
        perspective: Perspective,
        simulation: &SimulationResult,
        sensitivity: &Sensitivity,
    ) -> SimulationSummary {
        let figures = &simulation.quantities;
        let information_values = simulation.parameters.iter().map(|(id, information)| InformationValue {
            id: id.clone(),
            variance_share: information.variance_share,
            evppi: information.evppi,
        });
        SimulationSummary {
            request,
            draws: simulation.draws,
            saldo: SimulatedFigure::saldo(perspective),
            evpi: simulation.evpi,
            spreads: SimulatedFigure::ALL.map(|figure| spread(figures.get(figure))).to_vec(),
            information_values: information_values.collect(),
            drempels: [simulation.drempel50, simulation.drempel80],
            curve: simulation.acceptability.iter().map(|point| (point.drempel, point.chance)).collect(),
            sensitivity_ranges: SimulatedFigure::ALL
                .map(|figure| sensitivity.get(figure).iter().map(sensitivity_range).collect()),
        }
    }

    /// Returns the sensitivity ranges of the saldo of the perspective.
    pub fn saldo_ranges(&self) -> &[SensitivityRange] {
        &self.sensitivity_ranges[self.saldo as usize]
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

fn sensitivity_range(row: &sensitivity::SensitivityRow) -> SensitivityRange {
    SensitivityRange { id: row.id.clone(), ends: [row.low, row.high], at: [row.at_low, row.at_high] }
}

#[cfg(test)]
mod tests;
