//! Sensitivity (the tornado): the outcome with each uncertain input at the low and at the
//! high end of its range, and all other inputs at their values.

use crate::model::inputs::Inputs;
use crate::model::outcome::evaluate;
use crate::model::simulated_figure::SimulatedFigure;
use crate::model::simulation::PmDraws;
use crate::model::uncertain_inputs::{UncertainInput, varied_inputs, with_drawn_lines};
use serde::Serialize;

/// A figure with one input at the low and at the high end of the input's range.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SensitivityRow {
    /// The input's name in files.
    pub id: String,
    /// The low end of its range, in the input's unit.
    pub low: f64,
    /// The high end of its range, in the input's unit.
    pub high: f64,
    /// The figure with the input at its low end, in euros.
    pub at_low: f64,
    /// The figure with the input at its high end, in euros.
    pub at_high: f64,
}

/// Smallest swing of a figure, as a share of its size, that counts as one.
const SMALLEST_SWING: f64 = 1e-9;

impl SensitivityRow {
    /// Returns the swing: the difference of the figure between the low and the high end of
    /// the input, at least zero.
    pub fn swing(&self) -> f64 {
        (self.at_high - self.at_low).abs()
    }

    /// Returns whether the figure changes by more than rounding.
    fn moves(&self) -> bool {
        self.swing() > SMALLEST_SWING * self.at_low.abs().max(self.at_high.abs()).max(1.0)
    }
}

/// Sensitivity of the figures to each input, the largest swing first. An input that
/// changes the saldo of the perspective is listed under that figure only, any other
/// under the first figure that it changes.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Sensitivity {
    /// Swings of the saldo of a full-effect year, all parties together.
    pub net: Vec<SensitivityRow>,
    /// Swings of the net present value of the perspective.
    pub npv: Vec<SensitivityRow>,
    /// Swings of the saldo of the gemeente.
    pub gemeente: Vec<SensitivityRow>,
    /// Swings of the saldo of society.
    pub society: Vec<SensitivityRow>,
}

impl Sensitivity {
    /// Returns the swings of one figure.
    pub fn get(&self, figure: SimulatedFigure) -> &[SensitivityRow] {
        match figure {
            SimulatedFigure::Net => &self.net,
            SimulatedFigure::Npv => &self.npv,
            SimulatedFigure::Gemeente => &self.gemeente,
            SimulatedFigure::Society => &self.society,
        }
    }

    fn get_mut(&mut self, figure: SimulatedFigure) -> &mut Vec<SensitivityRow> {
        match figure {
            SimulatedFigure::Net => &mut self.net,
            SimulatedFigure::Npv => &mut self.npv,
            SimulatedFigure::Gemeente => &mut self.gemeente,
            SimulatedFigure::Society => &mut self.society,
        }
    }
}

/// Calculates the sensitivity to every uncertain input, with the p.m. lines that are
/// drawn counted.
pub fn sensitivity(inputs: &Inputs, pm: PmDraws) -> Sensitivity {
    let inputs = with_drawn_lines(inputs, pm);
    let mut sensitivity = Sensitivity::default();
    let mut changed = inputs.clone().into_owned();
    for UncertainInput { id, name, value, range, .. } in varied_inputs(&inputs) {
        let mut outcome = |x| {
            changed.set(id, x);
            evaluate(&changed)
        };
        let (low, high) = (outcome(range.low), outcome(range.high));
        changed.set(id, value);
        let row = |figure: SimulatedFigure| {
            let [at_low, at_high] =
                [&low, &high].map(|outcome| figure.of(outcome, inputs.perspective).euros());
            SensitivityRow { id: name.clone(), low: range.low, high: range.high, at_low, at_high }
        };
        let order = [SimulatedFigure::saldo(inputs.perspective)].into_iter().chain(SimulatedFigure::ALL);
        let moved = order.map(|figure| (figure, row(figure))).find(|(_, row)| row.moves());
        if let Some((figure, row)) = moved {
            sensitivity.get_mut(figure).push(row);
        }
    }
    for figure in SimulatedFigure::ALL {
        sensitivity.get_mut(figure).sort_by(|a, b| b.swing().total_cmp(&a.swing()));
    }
    sensitivity
}

#[cfg(test)]
mod tests;
