//! Which figures there are, their names, and where the outcome has them.
//!
//! A name is the figure's path in the public JSON of the outcome, with lines
//! by their id and years by their number.

use super::Measure;
use crate::model::costs::CostId;
use crate::model::outcome::Ledger;
use crate::model::savings::{Saving, SavingId};
use crate::model::years::{Payback, Year};
use crate::model::{Outcome, Party};

/// Whose money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Account {
    /// All parties together.
    All,
    /// One party's.
    Party(Party),
    /// Society's.
    Society,
}

/// A figure of an account. Those of all parties together have names of their
/// own, but for the last two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountPart {
    /// Costs of a full-effect year.
    Costs,
    /// Savings of a full-effect year.
    Savings,
    /// Savings less costs.
    Net,
    /// Net present value.
    Npv,
    /// The year from which it has paid itself back.
    Payback,
}

/// A figure of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// The share of the full effect.
    Ramp,
    /// Costs, start-up costs included.
    Costs,
    /// Savings.
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

impl Cell {
    /// All of them, in the order of the outcome.
    pub const ALL: [Cell; 7] =
        [Cell::Ramp, Cell::Costs, Cell::Savings, Cell::Net, Cell::Cumulative, Cell::Discount, Cell::Present];

    fn name(self) -> &'static str {
        match self {
            Cell::Ramp => "ramp",
            Cell::Costs => "costs",
            Cell::Savings => "savings",
            Cell::Net => "net",
            Cell::Cumulative => "cumulative",
            Cell::Discount => "discount",
            Cell::Present => "present",
        }
    }
}

/// A figure of one savings line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinePart {
    /// Number times amount.
    Gross,
    /// What remains after the corrections.
    Net,
    /// What of that frees money.
    Cashable,
    /// What of that is a party's.
    Party(Party),
    /// What one more is worth after the corrections.
    NetPrice,
    /// How many would close the gap by themselves.
    Needed,
}

/// A figure of an outcome. Lines go by their place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureId {
    /// A cost line.
    Cost(usize),
    /// All cost lines.
    Gross,
    /// Net costs.
    Costs,
    /// Net costs per visitor.
    CostsPerVisitor,
    /// A savings line.
    Line(usize, LinePart),
    /// All counted savings and transfers.
    Savings,
    /// Savings less costs.
    Saldo,
    /// The same per visitor.
    SaldoPerVisitor,
    /// Savings as a part of costs.
    Coverage,
    /// What frees no money: the bridge.
    NotCashable,
    /// One account.
    Account(Account, AccountPart),
    /// One year of an account, counted from 1.
    Year(Account, u32, Cell),
    /// Costs less savings.
    Gap,
    /// The same per visitor.
    GapPerVisitor,
    /// How many times as large the savings must be.
    SavingsFactor,
    /// What the p.m. lines must be worth.
    PmThreshold,
}

/// Names that stand by themselves.
const PLAIN: [(&str, FigureId); 12] = [
    ("costs.gross", FigureId::Gross),
    ("costs.net", FigureId::Costs),
    ("costs.per_visitor", FigureId::CostsPerVisitor),
    ("total.savings", FigureId::Savings),
    ("total.net", FigureId::Saldo),
    ("total.net_per_visitor", FigureId::SaldoPerVisitor),
    ("total.coverage", FigureId::Coverage),
    ("total.not_cashable", FigureId::NotCashable),
    ("break_even.gap", FigureId::Gap),
    ("break_even.gap_per_visitor", FigureId::GapPerVisitor),
    ("break_even.savings_factor", FigureId::SavingsFactor),
    ("break_even.pm_threshold", FigureId::PmThreshold),
];

const ACCOUNT_PARTS: [(&str, AccountPart); 5] = [
    ("costs", AccountPart::Costs),
    ("savings", AccountPart::Savings),
    ("net", AccountPart::Net),
    ("npv", AccountPart::Npv),
    ("payback_year", AccountPart::Payback),
];

const LINE_PARTS: [(&str, LinePart); 4] = [
    ("gross", LinePart::Gross),
    ("net", LinePart::Net),
    ("cashable", LinePart::Cashable),
    ("net_price", LinePart::NetPrice),
];

fn named<T: Copy>(list: &[(&str, T)], name: &str) -> Option<T> {
    list.iter().find(|(known, _)| *known == name).map(|(_, item)| *item)
}

fn party(name: &str) -> Option<Party> {
    Party::ALL.into_iter().find(|party| party.id() == name)
}

impl FigureId {
    /// Every figure of an outcome.
    pub fn all(outcome: &Outcome) -> Vec<FigureId> {
        let mut all: Vec<FigureId> = PLAIN.iter().map(|(_, figure)| *figure).collect();
        all.extend((0..outcome.costs.lines.len()).map(FigureId::Cost));
        for place in 0..outcome.savings.len() {
            let parts = LINE_PARTS.iter().map(|(_, part)| *part);
            let parts = parts.chain(Party::ALL.map(LinePart::Party)).chain([LinePart::Needed]);
            all.extend(parts.map(|part| FigureId::Line(place, part)));
        }
        let accounts = Party::ALL.map(Account::Party);
        for account in accounts.into_iter().chain([Account::All, Account::Society]) {
            all.extend(ACCOUNT_PARTS.iter().map(|(_, part)| FigureId::Account(account, *part)));
            for year in &outcome.years {
                all.extend(Cell::ALL.map(|cell| FigureId::Year(account, year.year, cell)));
            }
        }
        all.retain(|figure| figure.value(outcome).is_some());
        all
    }

    /// Its name, by which [`FigureId::read`] finds it again.
    pub fn name(self, outcome: &Outcome) -> String {
        let of = |account: Account| match account {
            Account::All => String::new(),
            Account::Party(party) => format!("parties.{}.", party.id()),
            Account::Society => "society.".to_owned(),
        };
        match self {
            FigureId::Cost(place) => {
                format!("costs.lines.{}", outcome.costs.lines.get(place).map_or("", |line| line.id.name()))
            }
            FigureId::Line(place, part) => {
                let line = outcome.savings.get(place).map_or("", |line| line.id.name());
                match part {
                    LinePart::Needed => format!("break_even.per_line.{line}"),
                    LinePart::Party(party) => format!("savings.{line}.parties.{}", party.id()),
                    part => {
                        let name = LINE_PARTS.iter().find(|(_, of)| *of == part).map_or("", |(name, _)| name);
                        format!("savings.{line}.{name}")
                    }
                }
            }
            FigureId::Account(account, part) => {
                let name = ACCOUNT_PARTS.iter().find(|(_, of)| *of == part).map_or("", |(name, _)| name);
                of(account) + name
            }
            FigureId::Year(account, year, cell) => format!("{}years.{year}.{}", of(account), cell.name()),
            plain => PLAIN.iter().find(|(_, of)| *of == plain).map_or("", |(name, _)| name).to_owned(),
        }
    }

    /// The figure with this name, if the outcome has it.
    pub fn read(name: &str, outcome: &Outcome) -> Option<FigureId> {
        let parts: Vec<&str> = name.split('.').collect();
        let line = |id: &str| outcome.savings.iter().position(|line| line.id.name() == id);
        let found = match parts.as_slice() {
            ["costs", "lines", id] => {
                FigureId::Cost(outcome.costs.lines.iter().position(|line| line.id.name() == *id)?)
            }
            ["savings", id, "parties", of] => FigureId::Line(line(id)?, LinePart::Party(party(of)?)),
            ["savings", id, part] => FigureId::Line(line(id)?, named(&LINE_PARTS, part)?),
            ["break_even", "per_line", id] => FigureId::Line(line(id)?, LinePart::Needed),
            ["parties", of, rest @ ..] => of_account(Account::Party(party(of)?), rest)?,
            ["society", rest @ ..] => of_account(Account::Society, rest)?,
            rest => match named(&PLAIN, name) {
                Some(figure) => figure,
                None => of_account(Account::All, rest)?,
            },
        };
        found.value(outcome).map(|_| found)
    }

    /// What the outcome says: none where it has no such figure, none inside
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
            FigureId::Gap => Some(break_even.gap.euros()),
            FigureId::GapPerVisitor => Some(break_even.gap_per_visitor.euros()),
            FigureId::SavingsFactor => break_even.savings_factor.times(),
            FigureId::PmThreshold => Some(break_even.pm_threshold.euros()),
        })
    }

    /// What it counts.
    pub fn measure(self) -> Measure {
        match self {
            FigureId::Coverage | FigureId::Year(_, _, Cell::Ramp) => Measure::Share,
            FigureId::SavingsFactor | FigureId::Line(_, LinePart::Needed) => Measure::Number,
            FigureId::Year(_, _, Cell::Discount) => Measure::Factor,
            FigureId::Account(_, AccountPart::Payback) => Measure::Year,
            _ => Measure::Euro,
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

fn of_account(account: Account, rest: &[&str]) -> Option<FigureId> {
    match rest {
        ["years", year, cell] => {
            let cell = Cell::ALL.into_iter().find(|one| one.name() == *cell)?;
            Some(FigureId::Year(account, year.parse().ok()?, cell))
        }
        [part] => Some(FigureId::Account(account, named(&ACCOUNT_PARTS, part)?)),
        _ => None,
    }
}

fn of_line(outcome: &Outcome, place: usize, part: LinePart) -> Option<Option<f64>> {
    let line: &Saving = outcome.savings.get(place)?;
    Some(match part {
        LinePart::Gross => Some(line.gross.euros()),
        LinePart::Net => Some(line.net.euros()),
        LinePart::Cashable => Some(line.cashable.euros()),
        LinePart::Party(party) => Some(line.parties.get(party).euros()),
        LinePart::NetPrice => Some(line.net_price.euros()),
        LinePart::Needed => {
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
pub(super) fn years(outcome: &Outcome, account: Account) -> &[Year] {
    ledger(outcome, account).map_or(&outcome.years, |ledger| &ledger.course.years)
}

fn in_account(outcome: &Outcome, account: Account, part: AccountPart) -> Option<Option<f64>> {
    let ledger = ledger(outcome, account);
    let payback = ledger.map_or(outcome.payback_year, |ledger| ledger.course.payback);
    Some(match part {
        AccountPart::Costs => Some(ledger?.costs.euros()),
        AccountPart::Savings => Some(ledger?.savings.euros()),
        AccountPart::Net => Some(ledger?.net.euros()),
        AccountPart::Npv => Some(ledger.map_or(outcome.npv, |ledger| ledger.npv).euros()),
        AccountPart::Payback => match payback {
            Payback::Year(year) => Some(f64::from(year)),
            Payback::NotWithinHorizon => None,
        },
    })
}

fn in_year(year: &Year, cell: Cell) -> f64 {
    match cell {
        Cell::Ramp => year.ramp.fraction(),
        Cell::Costs => year.costs.euros(),
        Cell::Savings => year.savings.euros(),
        Cell::Net => year.net.euros(),
        Cell::Cumulative => year.cumulative.euros(),
        Cell::Discount => year.discount.fraction(),
        Cell::Present => year.present.euros(),
    }
}
