//! How the figures of the ledgers and of their years came about.

use crate::explain::figure::years;
use crate::explain::{
    Account, AccountFigure, Condition, ExplanationBuilder, Expression, FigureId, LineFigure, Note, YearFigure,
};
use crate::model::{General, InputId, Party, Phase, bijstand_budget};

const FINANCING: [InputId; 3] = [
    InputId::General(General::FinancieringGemeente),
    InputId::General(General::FinancieringRijk),
    InputId::General(General::FinancieringZorgverzekeraar),
];

/// The figure of an account's full-effect year.
fn yearly(account: Account, part: AccountFigure) -> FigureId {
    match (account, part) {
        (Account::All, AccountFigure::Costs) => FigureId::Costs,
        (Account::All, AccountFigure::Savings) => FigureId::Savings,
        _ => FigureId::Account(account, part),
    }
}

impl ExplanationBuilder<'_> {
    pub(crate) fn account(&mut self, account: Account, part: AccountFigure) -> Expression {
        match (part, account) {
            (AccountFigure::Costs, Account::Party(party)) if !self.inputs.plan.is_empty() => {
                self.party_in_plan(party, None)
            }
            (AccountFigure::Costs, Account::Party(party)) => {
                let costs = self.figure(FigureId::Costs);
                Expression::Product(vec![costs, self.party_share(party, FINANCING)])
            }
            (AccountFigure::Costs, _) => self.figure(FigureId::Costs),
            (AccountFigure::Savings, Account::Party(party)) => self.party_lines(party),
            (AccountFigure::BeforeBudget, _) => {
                let savings = self.figure(yearly(account, AccountFigure::Savings));
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
                let savings = self.figure(yearly(account, AccountFigure::Savings));
                Expression::Difference(vec![savings, self.figure(yearly(account, AccountFigure::Costs))])
            }
            (AccountFigure::Npv, _) => Expression::Sum(self.each_year(account, YearFigure::Present)),
            (AccountFigure::Payback, _) => {
                let years = self.each_year(account, YearFigure::Cumulative);
                let value = FigureId::Account(account, part).value(self.outcome).flatten();
                self.notes.push(if value.is_some() { Note::Payback } else { Note::NoPayback });
                Expression::FirstNonNegativeFromHereOn(years)
            }
        }
    }

    /// Returns what a party saves on every counted line; welfare is nobody's
    /// budget.
    fn party_lines(&mut self, party: Party) -> Expression {
        self.lines(LineFigure::Party(party), |line| line.kind.is_saving())
    }

    fn each_year(&mut self, account: Account, cell: YearFigure) -> Vec<Expression> {
        let numbers: Vec<u32> = years(self.outcome, account).iter().map(|year| year.year).collect();
        numbers.into_iter().map(|year| self.figure(FigureId::Year(account, year, cell))).collect()
    }

    pub(crate) fn year(&mut self, account: Account, year: u32, cell: YearFigure) -> Expression {
        let of = |cell| FigureId::Year(account, year, cell);
        match cell {
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
                    return self.party_in_plan(party, Some(year));
                }
                let mut factors = vec![self.figure(yearly(account, AccountFigure::Costs))];
                factors.extend(self.growth(General::Kostenstijging, year));
                let costs = product(factors);
                match self.start_up(account, year) {
                    Some(start_up) => Expression::Sum(vec![costs, start_up]),
                    None => costs,
                }
            }
            YearFigure::Followed => self.followed(account, year),
            YearFigure::Savings => {
                let budget = matches!(account, Account::Party(Party::Gemeente | Party::Rijk));
                let whole_year = if budget { AccountFigure::BeforeBudget } else { AccountFigure::Savings };
                let mut factors = vec![self.figure(yearly(account, whole_year))];
                factors.extend(self.ramp(year));
                factors.extend(self.growth(General::Batenstijging, year));
                let savings = product(factors);
                if !budget || year <= bijstand_budget::DELAY {
                    return savings;
                }
                let share = self.figure_position(FigureId::FollowedShare);
                let followed = self.figure(of(YearFigure::Followed));
                let less = Expression::Difference(vec![savings.clone(), followed]);
                Expression::choose(Condition::Positive(share), less, savings)
            }
            YearFigure::Net => Expression::Difference(vec![
                self.figure(of(YearFigure::Savings)),
                self.figure(of(YearFigure::Costs)),
            ]),
            YearFigure::Cumulative if year == 1 => self.figure(of(YearFigure::Net)),
            YearFigure::Cumulative => {
                let before = self.figure(FigureId::Year(account, year - 1, YearFigure::Cumulative));
                Expression::Sum(vec![before, self.figure(of(YearFigure::Net))])
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
                self.figure(of(YearFigure::Net)),
                self.figure(of(YearFigure::Discount)),
            ]),
        }
    }

    /// Returns the amount that a budget takes off the savings of a year: a share of
    /// those of two years before.
    fn followed(&mut self, account: Account, year: u32) -> Expression {
        let budget = matches!(account, Account::Party(Party::Gemeente | Party::Rijk));
        let Some(earlier) = year.checked_sub(bijstand_budget::DELAY).filter(|earlier| *earlier > 0) else {
            return Expression::Zero;
        };
        if !budget {
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

    /// Growth up to this year; none where there is none.
    fn growth(&mut self, rate: General, year: u32) -> Option<Expression> {
        if year == 1 || self.inputs.general(rate) == 0.0 {
            return None;
        }
        let rate = self.general(rate);
        Some(power(Expression::Sum(vec![Expression::Whole, rate]), year - 1))
    }

    /// The account's part of the start-up costs; none after the first year,
    /// or where there are none.
    fn start_up(&mut self, account: Account, year: u32) -> Option<Expression> {
        if year > 1 || self.inputs.general(General::Startkosten) == 0.0 {
            return None;
        }
        let all = self.general(General::Startkosten);
        Some(match account {
            Account::Party(party) => Expression::Product(vec![all, self.party_share(party, FINANCING)]),
            _ => all,
        })
    }
}

fn product(mut factors: Vec<Expression>) -> Expression {
    if factors.len() == 1 { factors.swap_remove(0) } else { Expression::Product(factors) }
}

fn power(of: Expression, times: u32) -> Expression {
    if times == 1 { of } else { Expression::Power(Box::new(of), times) }
}
