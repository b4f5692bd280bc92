//! The figures by which scenarios are compared.

use crate::model::years::Payback;
use crate::model::{Euro, Outcome, Party};

/// A figure of an outcome by which scenarios are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparedFigure {
    /// Costs of a full-effect year.
    Costs,
    /// Counted savings of a full-effect year: those that are not p.m.
    Savings,
    /// Savings less costs.
    Net,
    /// Costs per visitor.
    CostsPerVisitor,
    /// Saldo per visitor.
    NetPerVisitor,
    /// Savings divided by costs.
    Coverage,
    /// The saldo of a party, with only the cashable share of each saving.
    Party(Party),
    /// Uncovered costs of a full-effect year; zero without a dekkingsplan.
    Uncovered,
    /// Uncovered costs of all years of the horizon together; zero without a dekkingsplan.
    UncoveredAllYears,
    /// The saldo of society, in which transfers drop out and welfare counts.
    Society,
    /// Net present value over the horizon.
    Npv,
    /// The payback year: the first from which the cumulative saldo stays at or above zero.
    Payback,
}

impl ComparedFigure {
    /// List of all variants, in the order in which they are shown.
    pub const ALL: [ComparedFigure; 15] = [
        ComparedFigure::Costs,
        ComparedFigure::Savings,
        ComparedFigure::Net,
        ComparedFigure::CostsPerVisitor,
        ComparedFigure::NetPerVisitor,
        ComparedFigure::Coverage,
        ComparedFigure::Party(Party::Gemeente),
        ComparedFigure::Party(Party::Rijk),
        ComparedFigure::Party(Party::Zorgverzekeraar),
        ComparedFigure::Party(Party::Overig),
        ComparedFigure::Uncovered,
        ComparedFigure::UncoveredAllYears,
        ComparedFigure::Society,
        ComparedFigure::Npv,
        ComparedFigure::Payback,
    ];

    /// Returns the figure: in euros, as a fraction (coverage) or as a year (payback). `None`
    /// where the outcome has no such figure: no costs to cover, or no payback within the
    /// horizon.
    pub fn value(self, outcome: &Outcome) -> Option<f64> {
        let amount = match self {
            ComparedFigure::Costs => outcome.costs.net,
            ComparedFigure::Savings => outcome.total.savings,
            ComparedFigure::Net => outcome.total.net,
            ComparedFigure::CostsPerVisitor => return Some(outcome.costs.per_visitor.euros()),
            ComparedFigure::NetPerVisitor => return Some(outcome.total.net_per_visitor.euros()),
            ComparedFigure::Coverage => return outcome.total.coverage.times(),
            ComparedFigure::Party(party) => outcome.parties.get(party).net,
            ComparedFigure::Uncovered => outcome.financing.as_ref().map_or(Euro::ZERO, |plan| plan.uncovered),
            ComparedFigure::UncoveredAllYears => {
                let years = outcome.financing.iter().flat_map(|plan| &plan.years);
                years.map(|year| year.uncovered).sum()
            }
            ComparedFigure::Society => outcome.society.net,
            ComparedFigure::Npv => outcome.npv,
            ComparedFigure::Payback => {
                return match outcome.payback_year {
                    Payback::Year(year) => Some(f64::from(year)),
                    Payback::NotWithinHorizon => None,
                };
            }
        };
        Some(amount.euros())
    }

    /// Returns whether the figure has a meaning only with a dekkingsplan.
    pub fn needs_plan(self) -> bool {
        matches!(self, ComparedFigure::Uncovered | ComparedFigure::UncoveredAllYears)
    }

    /// Returns whether the figure is an amount in euros.
    pub fn is_amount(self) -> bool {
        !matches!(self, ComparedFigure::Coverage | ComparedFigure::Payback)
    }
}
