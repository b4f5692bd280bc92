//! The identities of all figures of an outcome, and their values in it.

use crate::explain::ValueUnit;
use crate::model::costs::CostId;
use crate::model::outcome::Ledger;
use crate::model::savings::{Saving, SavingId};
use crate::model::years::{Payback, YearResult};
use crate::model::{Outcome, Party, Perspective};

/// Account: one party, all parties together or society, whose costs and savings are
/// compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Account {
    /// Account of all parties together.
    All,
    /// Account of one party.
    Party(Party),
    /// Account of society.
    Society,
}

/// A figure of an account. [`Account::All`] has only `Npv` and `Payback`; its other figures
/// are [`FigureId::Costs`], [`FigureId::Savings`] and [`FigureId::Saldo`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountFigure {
    /// Costs of a full-effect year.
    Costs,
    /// Savings of a full-effect year.
    Savings,
    /// Savings of a full-effect year before the bijstand budget follows them.
    BeforeBudget,
    /// Amount of those savings that the bijstand budget follows; below zero for the Rijk.
    Followed,
    /// Savings less costs.
    Net,
    /// Net present value.
    Npv,
    /// The payback year.
    Payback,
}

/// A figure of an account in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearFigure {
    /// The share of the full effect that is reached.
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
    /// Quantity times amount per unit.
    Gross,
    /// Amount that remains after the corrections.
    Net,
    /// Amount of the net value that frees money in a budget.
    Cashable,
    /// Amount of the cashable savings that one party saves.
    Party(Party),
    /// Amount of the gemeente's saving that its bijstand budget follows.
    Followed,
    /// Net value of one unit, after the corrections.
    NetPrice,
    /// Cash of the gemeente for one unit, after the corrections and its bijstand budget.
    GemeentePrice,
    /// Number of units by which this line alone would close the gap.
    Needed,
}

/// A figure of the dekkingsplan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanFigure {
    /// Payment of the funder with this index in the plan.
    Funder(usize),
    /// Amount that all funders pay.
    Paid,
    /// Amount that nobody pays.
    Uncovered,
    /// Amount that is paid beyond the costs.
    Surplus,
}

/// Identity of a figure of an outcome. Lines are identified by their index in the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureId {
    /// Amount of the cost line with this index.
    Cost(usize),
    /// Sum of all cost lines.
    Gross,
    /// Net costs of a full-effect year.
    Costs,
    /// Net costs per visitor.
    CostsPerVisitor,
    /// Figure of the savings line with this index.
    Line(usize, LineFigure),
    /// Sum of all counted savings and transfers.
    Savings,
    /// Savings less costs.
    Saldo,
    /// Saldo per visitor.
    SaldoPerVisitor,
    /// Savings divided by costs.
    Coverage,
    /// Counted savings that free no money in any budget.
    NotCashable,
    /// Figure of one account.
    Account(Account, AccountFigure),
    /// Figure of an account in one year, counted from 1.
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
    /// Amount that the p.m. lines must be worth together to close the gap.
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
    /// Returns the figure of the costs in a perspective.
    pub fn costs_of(perspective: Perspective) -> FigureId {
        account_of(perspective)
            .map_or(FigureId::Costs, |account| FigureId::Account(account, AccountFigure::Costs))
    }

    /// Returns the figure of the savings in a perspective.
    pub fn savings_of(perspective: Perspective) -> FigureId {
        account_of(perspective)
            .map_or(FigureId::Savings, |account| FigureId::Account(account, AccountFigure::Savings))
    }

    /// Returns the figure of the saldo of a perspective.
    pub fn saldo_of(perspective: Perspective) -> FigureId {
        account_of(perspective)
            .map_or(FigureId::Saldo, |account| FigureId::Account(account, AccountFigure::Net))
    }

    /// Returns the figure of the net present value in a perspective.
    pub fn npv_of(perspective: Perspective) -> FigureId {
        FigureId::Account(account_of(perspective).unwrap_or(Account::All), AccountFigure::Npv)
    }

    /// Returns the figure of the gap of a perspective.
    pub fn gap_of(perspective: Perspective) -> FigureId {
        match perspective {
            Perspective::Partijen => FigureId::Gap,
            Perspective::Gemeente | Perspective::Samenleving => FigureId::PerspectiveGap(perspective),
        }
    }

    /// Returns the figure of the gap per visitor of a perspective.
    pub fn gap_per_visitor_of(perspective: Perspective) -> FigureId {
        match perspective {
            Perspective::Partijen => FigureId::GapPerVisitor,
            Perspective::Gemeente | Perspective::Samenleving => {
                FigureId::PerspectiveGapPerVisitor(perspective)
            }
        }
    }

    /// Returns the value in an outcome: `None` where the outcome has no such figure, and
    /// `Some(None)` where the figure has no value, such as a coverage without costs.
    pub fn value(self, outcome: &Outcome) -> Option<Option<f64>> {
        let Outcome { costs, total, break_even, .. } = outcome;
        Some(match self {
            FigureId::Cost(index) => Some(costs.lines.get(index)?.amount.euros()),
            FigureId::Gross => Some(costs.gross.euros()),
            FigureId::Costs => Some(costs.net.euros()),
            FigureId::CostsPerVisitor => Some(costs.per_visitor.euros()),
            FigureId::Line(index, figure) => line_value(outcome, index, figure)?,
            FigureId::Savings => Some(total.savings.euros()),
            FigureId::Saldo => Some(total.net.euros()),
            FigureId::SaldoPerVisitor => Some(total.net_per_visitor.euros()),
            FigureId::Coverage => total.coverage.times(),
            FigureId::NotCashable => Some(total.not_cashable.euros()),
            FigureId::Account(account, figure) => account_value(outcome, account, figure)?,
            FigureId::Year(account, year, figure) => {
                let index = usize::try_from(year.checked_sub(1)?).ok()?;
                Some(year_value(years(outcome, account).get(index)?, figure))
            }
            FigureId::Plan(figure, year) => Some(plan_value(outcome, figure, year)?),
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

    /// Returns the unit of its value.
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

    /// Returns the index, among the user's own lines, of the line that the figure is about;
    /// `None` for a figure of anything else.
    pub fn own_line(self, outcome: &Outcome) -> Option<usize> {
        match self {
            FigureId::Cost(index) => match outcome.costs.lines.get(index)?.id {
                CostId::Own(own, _) => Some(own),
                _ => None,
            },
            FigureId::Line(index, _) => match outcome.savings.get(index)?.id {
                SavingId::Own(own, _) => Some(own),
                SavingId::Fixed(_) => None,
            },
            _ => None,
        }
    }
}

/// Returns the account of a perspective; `None` for all payers together, whose costs, savings
/// and saldo are figures of their own.
fn account_of(perspective: Perspective) -> Option<Account> {
    match perspective {
        Perspective::Partijen => None,
        Perspective::Gemeente => Some(Account::Party(Party::Gemeente)),
        Perspective::Samenleving => Some(Account::Society),
    }
}

fn line_value(outcome: &Outcome, index: usize, figure: LineFigure) -> Option<Option<f64>> {
    let line: &Saving = outcome.savings.get(index)?;
    Some(match figure {
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

/// Returns the ledger of an account; `None` for all parties together, which have no ledger.
pub(super) fn ledger(outcome: &Outcome, account: Account) -> Option<&Ledger> {
    match account {
        Account::All => None,
        Account::Party(party) => Some(outcome.parties.get(party)),
        Account::Society => Some(&outcome.society),
    }
}

/// Returns the years of an account.
pub(super) fn years(outcome: &Outcome, account: Account) -> &[YearResult] {
    ledger(outcome, account).map_or(&outcome.years, |ledger| &ledger.projection.years)
}

fn account_value(outcome: &Outcome, account: Account, figure: AccountFigure) -> Option<Option<f64>> {
    let ledger = ledger(outcome, account);
    let payback = ledger.map_or(outcome.payback_year, |ledger| ledger.projection.payback);
    Some(match figure {
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

fn year_value(year: &YearResult, figure: YearFigure) -> f64 {
    match figure {
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

fn plan_value(outcome: &Outcome, figure: PlanFigure, year: Option<u32>) -> Option<f64> {
    let plan = outcome.financing.as_ref()?;
    let amount = match year {
        None => match figure {
            PlanFigure::Funder(index) => plan.funders.get(index)?.pays,
            PlanFigure::Paid => plan.paid,
            PlanFigure::Uncovered => plan.uncovered,
            PlanFigure::Surplus => plan.surplus,
        },
        Some(year) => {
            let year = plan.years.iter().find(|result| result.year == year)?;
            match figure {
                PlanFigure::Funder(index) => *year.pays.get(index)?,
                PlanFigure::Paid => year.paid,
                PlanFigure::Uncovered => year.uncovered,
                PlanFigure::Surplus => year.surplus,
            }
        }
    };
    Some(amount.euros())
}
