//! Explains the figures of the ledgers and of their years.

use crate::explain::figure::years;
use crate::explain::{
    Account, AccountFigure, Condition, ExplanationBuilder, Expression, FigureId, LineFigure, Note, YearFigure,
};
use crate::model::{General, InputId, Party, Phase, bijstand_budget};

/// Shares of the costs by party, which apply without a plan.
const FINANCING: [InputId; 3] = [
    InputId::General(General::FinancieringGemeente),
    InputId::General(General::FinancieringRijk),
    InputId::General(General::FinancieringZorgverzekeraar),
];

/// Returns the figure of an account in a full-effect year. For all parties together costs and
/// savings have identities of their own.
fn full_effect_figure(account: Account, figure: AccountFigure) -> FigureId {
    match (account, figure) {
        (Account::All, AccountFigure::Costs) => FigureId::Costs,
        (Account::All, AccountFigure::Savings) => FigureId::Savings,
        _ => FigureId::Account(account, figure),
    }
}

impl ExplanationBuilder<'_> {
    /// Explains a figure of an account.
    pub(crate) fn account(&mut self, account: Account, figure: AccountFigure) -> Expression {
        match (figure, account) {
            (AccountFigure::Costs, Account::Party(party)) if !self.inputs.plan.is_empty() => {
                self.party_costs_in_plan(party, None)
            }
            (AccountFigure::Costs, Account::Party(party)) => {
                let costs = self.figure(FigureId::Costs);
                Expression::Product(vec![costs, self.party_share(party, FINANCING)])
            }
            (AccountFigure::Costs, _) => self.figure(FigureId::Costs),
            (AccountFigure::Savings, Account::Party(party)) => self.party_lines(party),
            (AccountFigure::BeforeBudget, _) => {
                let savings = self.figure(full_effect_figure(account, AccountFigure::Savings));
                Expression::Sum(vec![
                    savings,
                    self.figure(FigureId::Account(account, AccountFigure::Followed)),
                ])
            }
            (AccountFigure::Followed, Account::Party(Party::Gemeente)) => {
                self.lines(LineFigure::Followed, |line| line.follows_budget)
            }
            (AccountFigure::Followed, Account::Party(Party::Rijk)) => {
                let lines = self.lines(LineFigure::Followed, |line| line.follows_budget);
                Expression::Difference(vec![Expression::Zero, lines])
            }
            (AccountFigure::Followed, _) => Expression::Zero,
            (AccountFigure::Savings, _) => {
                self.notes.push(Note::WithoutTransfers);
                self.lines(LineFigure::Net, |line| line.kind.counts_for_society())
            }
            (AccountFigure::Net, _) => {
                let savings = self.figure(full_effect_figure(account, AccountFigure::Savings));
                let costs = self.figure(full_effect_figure(account, AccountFigure::Costs));
                Expression::Difference(vec![savings, costs])
            }
            (AccountFigure::Npv, _) => Expression::Sum(self.each_year(account, YearFigure::Present)),
            (AccountFigure::Payback, _) => {
                let years = self.each_year(account, YearFigure::Cumulative);
                let value = FigureId::Account(account, figure).value(self.outcome).flatten();
                self.notes.push(if value.is_some() { Note::Payback } else { Note::NoPayback });
                Expression::FirstStayingNonNegative(years)
            }
        }
    }

    /// Adds up the savings of a party on every counted line, except lines of the kind
    /// `welvaart`, which are in no budget.
    fn party_lines(&mut self, party: Party) -> Expression {
        self.lines(LineFigure::Party(party), |line| line.kind.counts_for_payers())
    }

    /// Adds a figure of an account as a term for each year.
    fn each_year(&mut self, account: Account, figure: YearFigure) -> Vec<Expression> {
        let numbers: Vec<u32> = years(self.outcome, account).iter().map(|year| year.year).collect();
        numbers.into_iter().map(|year| self.figure(FigureId::Year(account, year, figure))).collect()
    }

    /// Explains a figure of an account in one year, counted from 1.
    pub(crate) fn year(&mut self, account: Account, year: u32, figure: YearFigure) -> Expression {
        let year_figure = |figure| FigureId::Year(account, year, figure);
        match figure {
            YearFigure::Ramp => {
                let new = self.inputs.phase == Phase::Nieuw;
                self.note_if(!new, Note::ExistingInitiative);
                self.note_if(new && year > 2, Note::FromYearThree);
                self.ramp(year).unwrap_or(Expression::Whole)
            }
            YearFigure::Costs => {
                if let Account::Party(party) = account
                    && !self.inputs.plan.is_empty()
                {
                    return self.party_costs_in_plan(party, Some(year));
                }
                let mut factors = vec![self.figure(full_effect_figure(account, AccountFigure::Costs))];
                factors.extend(self.growth(General::Kostenstijging, year));
                self.with_start_up(account, year, product(factors))
            }
            YearFigure::Followed => self.followed(account, year),
            YearFigure::Savings => {
                let has_budget = matches!(account, Account::Party(Party::Gemeente | Party::Rijk));
                let full_effect =
                    if has_budget { AccountFigure::BeforeBudget } else { AccountFigure::Savings };
                let mut factors = vec![self.figure(full_effect_figure(account, full_effect))];
                factors.extend(self.ramp(year));
                factors.extend(self.growth(General::Batenstijging, year));
                let savings = product(factors);
                if !has_budget || year <= bijstand_budget::DELAY {
                    return savings;
                }
                let share = self.figure_index(FigureId::FollowedShare);
                let followed = self.figure(year_figure(YearFigure::Followed));
                let less = Expression::Difference(vec![savings.clone(), followed]);
                Expression::choose(Condition::Positive(share), less, savings)
            }
            YearFigure::Net => Expression::Difference(vec![
                self.figure(year_figure(YearFigure::Savings)),
                self.figure(year_figure(YearFigure::Costs)),
            ]),
            YearFigure::Cumulative if year == 1 => self.figure(year_figure(YearFigure::Net)),
            YearFigure::Cumulative => {
                let before = self.figure(FigureId::Year(account, year - 1, YearFigure::Cumulative));
                Expression::Sum(vec![before, self.figure(year_figure(YearFigure::Net))])
            }
            YearFigure::Discount if year == 1 => {
                self.notes.push(Note::BaseYear);
                Expression::Whole
            }
            YearFigure::Discount => {
                let rate = self.general(General::Discontovoet);
                let step = Expression::Sum(vec![Expression::Whole, rate]);
                Expression::Quotient(Box::new([Expression::Whole, power(step, year - 1)]))
            }
            YearFigure::Present => Expression::Product(vec![
                self.figure(year_figure(YearFigure::Net)),
                self.figure(year_figure(YearFigure::Discount)),
            ]),
        }
    }

    /// Explains the amount that the bijstand budget takes off the savings of a year: a
    /// share of the savings of two years before.
    fn followed(&mut self, account: Account, year: u32) -> Expression {
        let has_budget = matches!(account, Account::Party(Party::Gemeente | Party::Rijk));
        let Some(earlier) = year.checked_sub(bijstand_budget::DELAY).filter(|earlier| *earlier > 0) else {
            return Expression::Zero;
        };
        if !has_budget {
            return Expression::Zero;
        }
        self.notes.push(Note::BudgetFollows);
        let mut factors = vec![self.figure(FigureId::Account(account, AccountFigure::Followed))];
        factors.extend(self.ramp(earlier));
        factors.extend(self.growth(General::Batenstijging, earlier));
        product(factors)
    }

    /// Returns the share of the full effect in a year, by the phase; `None` from the
    /// third year on, when it is complete.
    fn ramp(&mut self, year: u32) -> Option<Expression> {
        let general = match year {
            1 => General::IngroeiJaar1,
            2 => General::IngroeiJaar2,
            _ => return None,
        };
        let phase = self.phase();
        let share = self.general(general);
        Some(Expression::choose(Condition::Positive(phase), share, Expression::Whole))
    }

    /// Returns the factor of growth up to this year, which is 1 where nothing grows; `None` for
    /// year 1.
    fn growth(&mut self, rate: General, year: u32) -> Option<Expression> {
        if year == 1 {
            return None;
        }
        let (index, rate) = self.general_index(rate);
        let grown = power(Expression::Sum(vec![Expression::Whole, rate]), year - 1);
        let shrunk = Expression::choose(Condition::Negative(index), grown.clone(), Expression::Whole);
        Some(Expression::choose(Condition::Positive(index), grown, shrunk))
    }

    /// Adds the account's share of the start-up costs, where there are any, to the costs of the
    /// first year.
    fn with_start_up(&mut self, account: Account, year: u32, costs: Expression) -> Expression {
        if year > 1 {
            return costs;
        }
        let (index, all) = self.general_index(General::Startkosten);
        let start_up = match account {
            Account::Party(party) => Expression::Product(vec![all, self.party_share(party, FINANCING)]),
            _ => all,
        };
        let both = Expression::Sum(vec![costs.clone(), start_up]);
        Expression::choose(Condition::Positive(index), both, costs)
    }

    /// Adds an input as a term, and returns its index for a condition too.
    fn general_index(&mut self, general: General) -> (usize, Expression) {
        let term = self.general(general);
        (self.terms.len() - 1, term)
    }
}

/// Returns the product of these factors, or the factor itself where it is the only one.
fn product(mut factors: Vec<Expression>) -> Expression {
    if factors.len() == 1 { factors.swap_remove(0) } else { Expression::Product(factors) }
}

/// Returns a power of an expression, or the expression itself where the exponent is one.
fn power(base: Expression, exponent: u32) -> Expression {
    if exponent == 1 { base } else { Expression::Power(Box::new(base), exponent) }
}
