//! The figures in which scenarios are compared.

use crate::model::years::Payback;
use crate::model::{Euro, Outcome, Party};

/// One figure of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparedFigure {
    /// Costs of a full-effect year.
    Costs,
    /// Figured savings of a full-effect year.
    Savings,
    /// Savings less costs.
    Net,
    /// Costs per visitor.
    CostsPerVisitor,
    /// Saldo per visitor.
    NetPerVisitor,
    /// Savings as a part of the costs.
    Coverage,
    /// The saldo of a party, in cash.
    Party(Party),
    /// Amount that nobody pays by the dekkingsplan; nothing without one.
    Uncovered,
    /// Costs that nobody pays over all years of the horizon.
    UncoveredInAll,
    /// The saldo of society, in welfare.
    Society,
    /// Net present value over the horizon.
    Npv,
    /// The year from which it has paid itself back.
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
        ComparedFigure::UncoveredInAll,
        ComparedFigure::Society,
        ComparedFigure::Npv,
        ComparedFigure::Payback,
    ];

    /// The figure, in euros, as a fraction or as a year; none where there is
    /// none: no costs to cover, or not paid back within the horizon.
    pub fn of(self, outcome: &Outcome) -> Option<f64> {
        let amount = match self {
            ComparedFigure::Costs => outcome.costs.net,
            ComparedFigure::Savings => outcome.total.savings,
            ComparedFigure::Net => outcome.total.net,
            ComparedFigure::CostsPerVisitor => return Some(outcome.costs.per_visitor.euros()),
            ComparedFigure::NetPerVisitor => return Some(outcome.total.net_per_visitor.euros()),
            ComparedFigure::Coverage => return outcome.total.coverage.times(),
            ComparedFigure::Party(party) => outcome.parties.get(party).net,
            ComparedFigure::Uncovered => outcome.financing.as_ref().map_or(Euro::ZERO, |plan| plan.uncovered),
            ComparedFigure::UncoveredInAll => {
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

    /// Returns whether it says something only where there is a dekkingsplan.
    pub fn is_of_plan(self) -> bool {
        matches!(self, ComparedFigure::Uncovered | ComparedFigure::UncoveredInAll)
    }

    /// Returns whether it is an amount in euros.
    pub fn is_amount(self) -> bool {
        !matches!(self, ComparedFigure::Coverage | ComparedFigure::Payback)
    }
}
