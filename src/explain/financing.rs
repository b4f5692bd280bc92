//! Explains the figures of the dekkingsplan.

use crate::explain::{
    Account, ExplanationBuilder, Expression, FigureId, Note, Origin, PlanFigure, Term, ValueUnit, YearFigure,
};
use crate::model::Party;
use crate::model::financing::{FunderContribution, Period};

impl ExplanationBuilder<'_> {
    /// Explains a figure of the plan in a year, or in a full-effect year (`None`).
    pub(crate) fn plan(&mut self, figure: PlanFigure, year: Option<u32>) -> Expression {
        let costs = match year {
            None => FigureId::Costs,
            Some(year) => FigureId::Year(Account::All, year, YearFigure::Costs),
        };
        let paid = FigureId::Plan(PlanFigure::Paid, year);
        match figure {
            PlanFigure::Funder(index) => self.funder(index, year, costs),
            PlanFigure::Paid => {
                let all = (0..self.inputs.plan.len()).map(|index| self.funder_payment(index, year));
                Expression::Sum(all.collect())
            }
            PlanFigure::Uncovered => self.excess(costs, paid),
            PlanFigure::Surplus => self.excess(paid, costs),
        }
    }

    /// Explains the costs of a party under a plan: the payments of its funders.
    pub(crate) fn party_costs_in_plan(&mut self, party: Party, year: Option<u32>) -> Expression {
        self.note_if(year.is_none(), Note::NotForGood);
        let inputs = self.inputs;
        let all = inputs.plan.iter().enumerate().filter(|(_, funder)| funder.party == party);
        let all: Vec<Expression> = all.map(|(index, _)| self.funder_payment(index, year)).collect();
        if all.is_empty() {
            self.notes.push(Note::NoFunder);
            return Expression::Zero;
        }
        Expression::Sum(all)
    }

    fn funder_payment(&mut self, index: usize, year: Option<u32>) -> Expression {
        self.figure(FigureId::Plan(PlanFigure::Funder(index), year))
    }

    /// Returns the first figure less the second, or zero where that is negative.
    fn excess(&mut self, first: FigureId, second: FigureId) -> Expression {
        let difference = Expression::Difference(vec![self.figure(first), self.figure(second)]);
        Expression::AtLeastZero(Box::new(difference))
    }

    /// Explains the payment of a funder in a year, or in a full-effect year; `costs` are
    /// the costs of that year.
    fn funder(&mut self, index: usize, year: Option<u32>, costs: FigureId) -> Expression {
        let funder = &self.inputs.plan[index];
        if !funder.pays_in(year.map_or(Period::FullEffect, Period::Year)) {
            self.notes.push(Note::Stopped);
            return Expression::Zero;
        }
        let origin = Origin::Funder(index);
        match funder.pays {
            FunderContribution::Amount(amount) => {
                self.term(Term { value: amount.euros(), unit: ValueUnit::Euro, origin })
            }
            FunderContribution::Share(share) => {
                let costs = self.figure(costs);
                let share = self.term(Term { value: share.fraction(), unit: ValueUnit::Share, origin });
                Expression::Product(vec![costs, share])
            }
        }
    }
}
