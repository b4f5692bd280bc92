//! Which figures there are, and where the outcome has them.

use crate::explain::ValueUnit;
use crate::model::costs::CostId;
use crate::model::outcome::Ledger;
use crate::model::savings::{Saving, SavingId};
use crate::model::years::{Payback, YearResult};
use crate::model::{Outcome, Party, Perspective};

/// Owner of the money that an account is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Account {
    /// Account of all parties together.
    All,
    /// Account of one party.
    Party(Party),
    /// Account of society.
    Society,
}

/// A figure of an account. Those of all parties together have names of their
/// own, but for the last two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountFigure {
    /// Costs of a full-effect year.
    Costs,
    /// Savings of a full-effect year.
    Savings,
    /// Savings of a full-effect year before the bijstand budget follows them.
    BeforeBudget,
    /// Amount of them that the bijstand budget follows; below zero for the Rijk.
    Followed,
    /// Savings less costs.
    Net,
    /// Net present value.
    Npv,
    /// The year from which it has paid itself back.
    Payback,
}

/// A figure of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearFigure {
    /// The share of the full effect.
    Ramp,
    /// Costs, start-up costs included.
    Costs,
    /// Amount that the bijstand budget takes off the savings of this year.
    Followed,
    /// Savings of this year.
    Savings,
    /// Savings less costs.
    Net,
    /// The sum of `Net` up to and with this year.
    Cumulative,
    /// The discount factor.
    Discount,
    /// The discounted `Net`.
    Present,
}

impl YearFigure {
    /// List of all variants, in the order of the outcome.
    pub const ALL: [YearFigure; 8] = [
        YearFigure::Ramp,
        YearFigure::Costs,
        YearFigure::Followed,
        YearFigure::Savings,
        YearFigure::Net,
        YearFigure::Cumulative,
        YearFigure::Discount,
        YearFigure::Present,
    ];
}

/// A figure of one savings line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineFigure {
    /// Number times amount.
    Gross,
    /// Amount that remains after the corrections.
    Net,
    /// Part of the net amount that frees money.
    Cashable,
    /// Share of one party.
    Party(Party),
    /// Amount of the gemeente's saving that its bijstand budget follows.
    Followed,
    /// Amount that one more is worth after the corrections.
    NetPrice,
    /// Cash of the gemeente for one more, after the corrections and its budget.
    GemeentePrice,
    /// Number of units that would close the gap by themselves.
    Needed,
}

/// A figure of the dekkingsplan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanFigure {
    /// Amount that the funder at this place pays.
    Funder(usize),
    /// Amount that all funders pay.
    Paid,
    /// Amount that nobody pays.
    Uncovered,
    /// Amount that is paid beyond the costs.
    Surplus,
}

/// A figure of an outcome. Lines go by their place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureId {
    /// A cost line.
    Cost(usize),
    /// Sum of all cost lines.
    Gross,
    /// Net costs of a full-effect year.
    Costs,
    /// Net costs per visitor.
    CostsPerVisitor,
    /// A savings line.
    Line(usize, LineFigure),
    /// Sum of all counted savings and transfers.
    Savings,
    /// Savings less costs.
    Saldo,
    /// Saldo per visitor.
    SaldoPerVisitor,
    /// Savings as a part of costs.
    Coverage,
    /// Amount that frees no money: the bridge.
    NotCashable,
    /// Figure of one account.
    Account(Account, AccountFigure),
    /// One year of an account, counted from 1.
    Year(Account, u32, YearFigure),
    /// Figure of the dekkingsplan in one year, counted from 1, or in a full-effect
    /// year.
    Plan(PlanFigure, Option<u32>),
    /// Costs less savings.
    Gap,
    /// Gap per visitor.
    GapPerVisitor,
    /// Factor by which the savings must grow to close the gap.
    SavingsFactor,
    /// Amount that the p.m. lines must be worth.
    PmThreshold,
    /// Minus the saldo of a perspective.
    PerspectiveGap(Perspective),
    /// Gap of a perspective per visitor.
    PerspectiveGapPerVisitor(Perspective),
    /// Amount that everything without a figure must be worth to society.
    SocietyThreshold,
    /// Society's threshold per visitor.
    SocietyThresholdPerVisitor,
    /// Share of a bijstand saving that the gemeente's budget follows.
    FollowedShare,
}

impl FigureId {
    /// Returns what the outcome says: none where it has no such figure, none inside
    /// where the figure does not exist in this scenario.
    pub fn value(self, outcome: &Outcome) -> Option<Option<f64>> {
        let Outcome { costs, total, break_even, .. } = outcome;
        Some(match self {
            FigureId::Cost(place) => Some(costs.lines.get(place)?.amount.euros()),
            FigureId::Gross => Some(costs.gross.euros()),
            FigureId::Costs => Some(costs.net.euros()),
            FigureId::CostsPerVisitor => Some(costs.per_visitor.euros()),
            FigureId::Line(place, part) => of_line(outcome, place, part)?,
            FigureId::Savings => Some(total.savings.euros()),
            FigureId::Saldo => Some(total.net.euros()),
            FigureId::SaldoPerVisitor => Some(total.net_per_visitor.euros()),
            FigureId::Coverage => total.coverage.times(),
            FigureId::NotCashable => Some(total.not_cashable.euros()),
            FigureId::Account(account, part) => in_account(outcome, account, part)?,
            FigureId::Year(account, year, cell) => {
                let place = usize::try_from(year.checked_sub(1)?).ok()?;
                Some(in_year(years(outcome, account).get(place)?, cell))
            }
            FigureId::Plan(part, year) => Some(in_plan(outcome, part, year)?),
            FigureId::Gap => Some(break_even.gap.euros()),
            FigureId::GapPerVisitor => Some(break_even.gap_per_visitor.euros()),
            FigureId::SavingsFactor => break_even.savings_factor.times(),
            FigureId::PmThreshold => Some(break_even.pm_threshold.euros()),
            FigureId::PerspectiveGap(perspective) => Some(break_even.gap_of(perspective).gap.euros()),
            FigureId::PerspectiveGapPerVisitor(perspective) => {
                Some(break_even.gap_of(perspective).gap_per_visitor.euros())
            }
            FigureId::SocietyThreshold => Some(break_even.society_threshold.euros()),
            FigureId::SocietyThresholdPerVisitor => Some(break_even.society_threshold_per_visitor.euros()),
            FigureId::FollowedShare => Some(outcome.followed_share.fraction()),
        })
    }

    /// Returns what it counts.
    pub fn unit(self) -> ValueUnit {
        match self {
            FigureId::Coverage | FigureId::Year(_, _, YearFigure::Ramp) | FigureId::FollowedShare => {
                ValueUnit::Share
            }
            FigureId::SavingsFactor | FigureId::Line(_, LineFigure::Needed) => ValueUnit::Number,
            FigureId::Year(_, _, YearFigure::Discount) => ValueUnit::Factor,
            FigureId::Account(_, AccountFigure::Payback) => ValueUnit::Year,
            _ => ValueUnit::Euro,
        }
    }

    /// The user's own line that it is about, by its place in their list.
    pub fn own_line(self, outcome: &Outcome) -> Option<usize> {
        match self {
            FigureId::Cost(place) => match outcome.costs.lines.get(place)?.id {
                CostId::Own(own, _) => Some(own),
                _ => None,
            },
            FigureId::Line(place, _) => match outcome.savings.get(place)?.id {
                SavingId::Own(own, _) => Some(own),
                SavingId::Fixed(_) => None,
            },
            _ => None,
        }
    }
}

fn of_line(outcome: &Outcome, place: usize, part: LineFigure) -> Option<Option<f64>> {
    let line: &Saving = outcome.savings.get(place)?;
    Some(match part {
        LineFigure::Gross => Some(line.gross.euros()),
        LineFigure::Net => Some(line.net.euros()),
        LineFigure::Cashable => Some(line.cashable.euros()),
        LineFigure::Party(party) => Some(line.parties.get(party).euros()),
        LineFigure::Followed => Some(line.followed.euros()),
        LineFigure::NetPrice => Some(line.net_price.euros()),
        LineFigure::GemeentePrice => Some(line.gemeente_price.euros()),
        LineFigure::Needed => {
            let needed = outcome.break_even.per_line.iter().find(|needed| needed.id == line.id)?;
            needed.needed.map(|count| count.units())
        }
    })
}

/// The ledger of an account that has one.
pub(super) fn ledger(outcome: &Outcome, account: Account) -> Option<&Ledger> {
    match account {
        Account::All => None,
        Account::Party(party) => Some(outcome.parties.get(party)),
        Account::Society => Some(&outcome.society),
    }
}

/// The years of an account.
pub(super) fn years(outcome: &Outcome, account: Account) -> &[YearResult] {
    ledger(outcome, account).map_or(&outcome.years, |ledger| &ledger.projection.years)
}

fn in_account(outcome: &Outcome, account: Account, part: AccountFigure) -> Option<Option<f64>> {
    let ledger = ledger(outcome, account);
    let payback = ledger.map_or(outcome.payback_year, |ledger| ledger.projection.payback);
    Some(match part {
        AccountFigure::Costs => Some(ledger?.costs.euros()),
        AccountFigure::Savings => Some(ledger?.savings.euros()),
        AccountFigure::BeforeBudget => Some(ledger?.budget.before_budget.euros()),
        AccountFigure::Followed => Some(ledger?.budget.followed.euros()),
        AccountFigure::Net => Some(ledger?.net.euros()),
        AccountFigure::Npv => Some(ledger.map_or(outcome.npv, |ledger| ledger.npv).euros()),
        AccountFigure::Payback => match payback {
            Payback::Year(year) => Some(f64::from(year)),
            Payback::NotWithinHorizon => None,
        },
    })
}

fn in_year(year: &YearResult, cell: YearFigure) -> f64 {
    match cell {
        YearFigure::Ramp => year.ramp.fraction(),
        YearFigure::Costs => year.costs.euros(),
        YearFigure::Followed => year.followed.euros(),
        YearFigure::Savings => year.savings.euros(),
        YearFigure::Net => year.net.euros(),
        YearFigure::Cumulative => year.cumulative.euros(),
        YearFigure::Discount => year.discount.fraction(),
        YearFigure::Present => year.present.euros(),
    }
}

fn in_plan(outcome: &Outcome, part: PlanFigure, year: Option<u32>) -> Option<f64> {
    let plan = outcome.financing.as_ref()?;
    let amount = match year {
        None => match part {
            PlanFigure::Funder(place) => plan.funders.get(place)?.pays,
            PlanFigure::Paid => plan.paid,
            PlanFigure::Uncovered => plan.uncovered,
            PlanFigure::Surplus => plan.surplus,
        },
        Some(year) => {
            let year = plan.years.iter().find(|of| of.year == year)?;
            match part {
                PlanFigure::Funder(place) => *year.pays.get(place)?,
                PlanFigure::Paid => year.paid,
                PlanFigure::Uncovered => year.uncovered,
                PlanFigure::Surplus => year.surplus,
            }
        }
    };
    Some(amount.euros())
}
