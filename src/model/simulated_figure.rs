//! The figures that are simulated and varied, in the order of every list of them.

use crate::model::outcome::Outcome;
use crate::model::perspective::Perspective;
use crate::model::quantity::Euro;

/// A figure that is simulated, and for which the sensitivity is calculated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SimulatedFigure {
    /// Saldo of a full-effect year, all parties together.
    Net,
    /// Net present value of the perspective.
    Npv,
    /// Saldo of the gemeente, with only the cashable share of savings.
    Gemeente,
    /// Saldo of society, in which transfers drop out and welfare counts.
    Society,
}

impl SimulatedFigure {
    /// List of all figures, in their order.
    pub const ALL: [SimulatedFigure; SimulatedFigure::COUNT] =
        [SimulatedFigure::Net, SimulatedFigure::Npv, SimulatedFigure::Gemeente, SimulatedFigure::Society];
    /// Number of all figures.
    pub const COUNT: usize = 4;

    /// Returns the name in results.
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
        match perspective {
            Perspective::Partijen => SimulatedFigure::Net,
            Perspective::Gemeente => SimulatedFigure::Gemeente,
            Perspective::Samenleving => SimulatedFigure::Society,
        }
    }

    /// Returns the figure of an outcome, in a scenario with this perspective.
    pub fn of(self, outcome: &Outcome, perspective: Perspective) -> Euro {
        match self {
            SimulatedFigure::Net => outcome.saldo(Perspective::Partijen),
            SimulatedFigure::Npv => outcome.npv(perspective),
            SimulatedFigure::Gemeente => outcome.saldo(Perspective::Gemeente),
            SimulatedFigure::Society => outcome.saldo(Perspective::Samenleving),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lists of figures are indexed by them.
    #[test]
    fn the_list_is_in_the_order_of_the_variants() {
        for (index, figure) in SimulatedFigure::ALL.into_iter().enumerate() {
            assert_eq!(figure as usize, index);
        }
    }
}
