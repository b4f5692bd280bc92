//! The uncertain inputs of a scenario, and the figures that each can change.
//!
//! Inputs that cannot change the outcome are left out: those of lines that do not
//! count (for p.m. lines that are drawn, see [`with_drawn_lines`]), of the other cost
//! basis, of the ramp of an existing initiative, and of products that are always zero.

mod affected_figures;
mod drawn_lines;
mod terms;

use crate::model::inputs::Inputs;
use crate::model::parameter::InputId;
use crate::model::parameters::General;
use crate::model::range::{Range, Shape};
pub use crate::model::uncertain_inputs::affected_figures::AffectedFigures;
pub(super) use crate::model::uncertain_inputs::affected_figures::GemeenteShares;
use crate::model::uncertain_inputs::affected_figures::affected_figures;
pub use crate::model::uncertain_inputs::drawn_lines::with_drawn_lines;
use crate::model::uncertain_inputs::terms::effective_range;
pub(super) use crate::model::uncertain_inputs::terms::{CostTerm, cost_terms, counted_lines};

/// An input that is varied in the sensitivity and the simulation.
#[derive(Clone, Debug, PartialEq)]
pub struct UncertainInput {
    /// Identity of the input.
    pub id: InputId,
    /// Name in files, from which its random numbers follow too.
    pub name: String,
    /// Value in the scenario.
    pub value: f64,
    /// The range of its values, with the shape of the distribution.
    pub range: Range,
    /// Figures that can change with it.
    pub affects: AffectedFigures,
}

impl UncertainInput {
    /// Returns the position of the value in the range: 0 at the low end, 1 at the
    /// high end.
    pub fn mode(&self) -> f64 {
        ((self.value - self.range.low) / (self.range.high - self.range.low)).clamp(0.0, 1.0)
    }
}

/// Lists every uncertain input that is drawn and can change the outcome, in the order
/// of the inputs.
pub fn uncertain_inputs(inputs: &Inputs) -> Vec<UncertainInput> {
    let affects = affected_figures(inputs);
    let found = |id: InputId| affects.iter().find(|(other, _)| *other == id).map(|(_, affects)| *affects);
    inputs.ids().filter_map(|id| uncertain_input(inputs, id, found(id)?)).collect()
}

/// Lists every uncertain input that the sensitivity varies: those that are drawn, and
/// the discount rate. That is fixed in the draws, since it includes a premium for risk
/// already.
pub fn varied_inputs(inputs: &Inputs) -> Vec<UncertainInput> {
    let rate = InputId::General(General::Discontovoet);
    let npv = AffectedFigures { npv: true, ..AffectedFigures::default() };
    uncertain_inputs(inputs).into_iter().chain(uncertain_input(inputs, rate, npv)).collect()
}

fn uncertain_input(inputs: &Inputs, id: InputId, affects: AffectedFigures) -> Option<UncertainInput> {
    let range = effective_range(inputs, id);
    let (name, value) = (inputs.name(id), inputs.get(id));
    (range.shape != Shape::Fixed).then_some(UncertainInput { id, name, value, range, affects })
}

#[cfg(test)]
mod tests;
