//! How the figures of the dekkingsplan came about.

use crate::explain::{
    Account, ExplanationBuilder, Expression, FigureId, Note, Origin, PlanFigure, Term, ValueUnit, YearFigure,
};
use crate::model::Party;
use crate::model::financing::FunderContribution;
use crate::model::financing::Period;

impl ExplanationBuilder<'_> {
    pub(crate) fn plan(&mut self, part: PlanFigure, year: Option<u32>) -> Expression {
        let costs = match year {
            None => FigureId::Costs,
            Some(year) => FigureId::Year(Account::All, year, YearFigure::Costs),
        };
        let paid = FigureId::Plan(PlanFigure::Paid, year);
        match part {
            PlanFigure::Funder(place) => self.funder(place, year, costs),
            PlanFigure::Paid => {
                let all = (0..self.inputs.plan.len()).map(|place| self.one_of_plan(place, year));
                Expression::Sum(all.collect())
            }
            PlanFigure::Uncovered => self.excess(costs, paid),
            PlanFigure::Surplus => self.excess(paid, costs),
        }
    }

    /// Returns what a party pays: everything that its funders pay.
    pub(crate) fn party_in_plan(&mut self, party: Party, year: Option<u32>) -> Expression {
        self.note_if(year.is_none(), Note::NotForGood);
        let inputs = self.inputs;
        let all = inputs.plan.iter().enumerate().filter(|(_, funder)| funder.party == party);
        let all: Vec<Expression> = all.map(|(place, _)| self.one_of_plan(place, year)).collect();
        if all.is_empty() {
            self.notes.push(Note::NoFunder);
            return Expression::Zero;
        }
        Expression::Sum(all)
    }

    fn one_of_plan(&mut self, place: usize, year: Option<u32>) -> Expression {
        self.figure(FigureId::Plan(PlanFigure::Funder(place), year))
    }

    /// Returns what the one figure is more than the other; else nothing.
    fn excess(&mut self, one: FigureId, other: FigureId) -> Expression {
        let less = Expression::Difference(vec![self.figure(one), self.figure(other)]);
        Expression::AtLeastZero(Box::new(less))
    }

    fn funder(&mut self, place: usize, year: Option<u32>, costs: FigureId) -> Expression {
        let funder = &self.inputs.plan[place];
        if !funder.pays_in(year.map_or(Period::FullEffect, Period::Year)) {
            self.notes.push(Note::Stopped);
            return Expression::Zero;
        }
        let origin = Origin::Funder(place);
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
