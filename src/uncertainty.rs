//! What a simulation and the sensitivity ranges of a scenario say, for the page: it does
//! not simulate itself, but gets them as plain numbers (`packed`).
//!
//! ```
//! use rekenmodel::{api::Answers, uncertainty::{SimulatedFigure, SimulationSummary}};
//!
//! let scenario = r#"{ "simulation": { "draws": 1000 } }"#;
//! let packed = Answers::default().answer(scenario, 1000).unwrap();
//! let found = SimulationSummary::unpack(1, &packed.numbers, &packed.names).unwrap();
//! assert_eq!(found.draws, 1000);
//! assert_eq!(found.spread(SimulatedFigure::Net).counts.iter().sum::<f64>(), 1000.0);
//! assert_eq!(found.saldo_ranges()[0].id, "dagbesteding.bedrag");
//! assert!(SimulationSummary::unpack(2, &packed.numbers[1..], &packed.names).is_none());
//! ```

mod packed;
mod spread;

use crate::model::Perspective;
use crate::model::sensitivity;
use crate::model::sensitivity::{Sensitivity, saldo_figure};
use crate::model::simulation::SimulationResult;
pub use crate::model::simulation::summary::MeanAndSd;
pub use crate::uncertainty::packed::PackedSimulation;
use crate::uncertainty::spread::spread;
pub use crate::uncertainty::spread::{QUANTILES, Spread};

/// A figure that is simulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SimulatedFigure {
    /// Saldo of a full-effect year.
    Net,
    /// Net present value of the perspective.
    Npv,
    /// Saldo of the gemeente, in cash.
    Gemeente,
    /// Saldo of society, in welfare.
    Society,
}

impl SimulatedFigure {
    /// List of all variants.
    pub const ALL: [SimulatedFigure; 4] =
        [SimulatedFigure::Net, SimulatedFigure::Npv, SimulatedFigure::Gemeente, SimulatedFigure::Society];

    /// The name in results.
    pub fn id(self) -> &'static str {
        match self {
            SimulatedFigure::Net => "net",
            SimulatedFigure::Npv => "npv",
            SimulatedFigure::Gemeente => "gemeente",
            SimulatedFigure::Society => "society",
        }
    }

    /// Returns the saldo of a perspective.
    pub fn saldo(perspective: Perspective) -> SimulatedFigure {
        SimulatedFigure::ALL[saldo_figure(perspective)]
    }
}

/// Value of knowing one input.
#[derive(Clone, Debug, PartialEq)]
pub struct InformationValue {
    /// The input's name in files.
    pub id: String,
    /// The part of the variance of the saldo that goes when it is known.
    pub variance_share: f64,
    /// Expected value of knowing the input before deciding, euros a year.
    pub evppi: f64,
}

/// One input at both ends of its range.
#[derive(Clone, Debug, PartialEq)]
pub struct SensitivityRange {
    /// The input's name in files.
    pub id: String,
    /// The ends of its range, in its unit.
    pub ends: [f64; 2],
    /// The figure at those ends, in euros.
    pub at: [f64; 2],
}

impl SensitivityRange {
    /// Returns whether the figure is on the other side of this level at one end.
    pub fn crosses(&self, level: f64) -> bool {
        (self.at[0] >= level) != (self.at[1] >= level)
    }
}

/// Summary of a simulation and of the sensitivity ranges.
#[derive(Clone, Debug, PartialEq)]
pub struct SimulationSummary {
    /// Number of the request that this answers; later ones have higher numbers.
    pub request: u32,
    /// Number of draws.
    pub draws: u32,
    /// Saldo of the perspective.
    pub saldo: SimulatedFigure,
    /// Expected value of perfect information before deciding, euros a year.
    pub evpi: f64,
    /// The figures, in the order of [`SimulatedFigure::ALL`].
    pub spreads: Vec<Spread>,
    /// Every input that takes part.
    pub information_values: Vec<InformationValue>,
    /// Worth per visitor at which the chances are 50% and 80%; none where that hangs
    /// on the chance that there is no effect.
    pub drempels: [Option<f64>; 2],
    /// Worth per visitor, and the chance at it; both rise.
    pub curve: Vec<(f64, f64)>,
    /// Swings of the figures, in the order of [`SimulatedFigure::ALL`]. An input
    /// stands under the saldo of the perspective where it moves that, else under
    /// the first figure that it moves.
    pub sensitivity_ranges: [Vec<SensitivityRange>; 4],
}

impl SimulationSummary {
    /// Returns what these results say, as the answer to the question of this
    /// number.
    pub fn of(
        request: u32,
        perspective: Perspective,
        simulation: &SimulationResult,
        sensitivity: &Sensitivity,
    ) -> SimulationSummary {
        let all = &simulation.quantities;
        let known = simulation.parameters.iter().map(|(id, known)| InformationValue {
            id: id.clone(),
            variance_share: known.variance_share,
            evppi: known.evppi,
        });
        let sensitivity_ranges =
            |all: &[sensitivity::SensitivityRow]| all.iter().map(sensitivity_range).collect();
        SimulationSummary {
            request,
            draws: simulation.draws,
            saldo: SimulatedFigure::saldo(perspective),
            evpi: simulation.evpi,
            spreads: [&all.net, &all.npv, &all.gemeente, &all.society].map(spread).to_vec(),
            information_values: known.collect(),
            drempels: [simulation.drempel50, simulation.drempel80],
            curve: simulation.acceptability.iter().map(|point| (point.drempel, point.chance)).collect(),
            sensitivity_ranges: [
                &sensitivity.net,
                &sensitivity.npv,
                &sensitivity.gemeente,
                &sensitivity.society,
            ]
            .map(|all| sensitivity_ranges(all)),
        }
    }

    /// Returns the swings of the saldo of the perspective.
    pub fn saldo_ranges(&self) -> &[SensitivityRange] {
        &self.sensitivity_ranges[self.saldo as usize]
    }

    /// One figure over all draws.
    pub fn spread(&self, figure: SimulatedFigure) -> &Spread {
        &self.spreads[figure as usize]
    }

    /// The chance at a worth per visitor, between the points of the curve.
    pub fn chance_at(&self, drempel: f64) -> f64 {
        let mut before = self.curve[0];
        for &(at, chance) in &self.curve {
            if at >= drempel {
                let part = if at > before.0 { (drempel - before.0) / (at - before.0) } else { 1.0 };
                return before.1 + (chance - before.1) * part.clamp(0.0, 1.0);
            }
            before = (at, chance);
        }
        before.1
    }

    /// Returns whether knowing any input could change the decision at this drempel.
    pub fn can_change_decision(&self) -> bool {
        self.information_values.iter().any(|known| known.evppi >= 0.5)
    }

    /// Returns what to know first: by the worth of knowing, or else by the part of
    /// the spread that it explains; zeros are left out.
    pub fn ranking(&self) -> Vec<&InformationValue> {
        let can_change = self.can_change_decision();
        let worth = |known: &&InformationValue| if can_change { known.evppi } else { known.variance_share };
        let least = if can_change { 0.5 } else { 0.0005 };
        let mut all: Vec<&InformationValue> =
            self.information_values.iter().filter(|known| worth(known) >= least).collect();
        all.sort_unstable_by(|a, b| worth(b).total_cmp(&worth(a)));
        all
    }
}

/// A drawn amount as it is shown: three digits say enough.
pub fn three_digits(value: f64) -> f64 {
    let mut step = 1.0;
    while value.abs() / step >= 1000.0 {
        step *= 10.0;
    }
    (value / step).round() * step
}

fn sensitivity_range(of: &sensitivity::SensitivityRow) -> SensitivityRange {
    SensitivityRange { id: of.id.clone(), ends: [of.low, of.high], at: [of.at_low, of.at_high] }
}

#[cfg(test)]
mod tests;
