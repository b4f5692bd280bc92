//! The names of figures: their paths in the public JSON of the outcome, with
//! lines by their id and years by their number.

use crate::explain::{Account, AccountFigure, FigureId, LineFigure, PlanFigure, YearFigure};
use crate::model::{Outcome, Party, Perspective};

/// Names that stand by themselves.
const PLAIN: [(&str, FigureId); 21] = [
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
    ("break_even.society_threshold", FigureId::SocietyThreshold),
    ("break_even.society_threshold_per_visitor", FigureId::SocietyThresholdPerVisitor),
    ("break_even.perspectives.partijen.gap", FigureId::PerspectiveGap(Perspective::Partijen)),
    (
        "break_even.perspectives.partijen.gap_per_visitor",
        FigureId::PerspectiveGapPerVisitor(Perspective::Partijen),
    ),
    ("break_even.perspectives.gemeente.gap", FigureId::PerspectiveGap(Perspective::Gemeente)),
    (
        "break_even.perspectives.gemeente.gap_per_visitor",
        FigureId::PerspectiveGapPerVisitor(Perspective::Gemeente),
    ),
    ("break_even.perspectives.samenleving.gap", FigureId::PerspectiveGap(Perspective::Samenleving)),
    (
        "break_even.perspectives.samenleving.gap_per_visitor",
        FigureId::PerspectiveGapPerVisitor(Perspective::Samenleving),
    ),
    ("bijstand_budget.followed_share", FigureId::FollowedShare),
];

const ACCOUNT_PARTS: [(&str, AccountFigure); 7] = [
    ("costs", AccountFigure::Costs),
    ("savings", AccountFigure::Savings),
    ("before_budget", AccountFigure::BeforeBudget),
    ("followed", AccountFigure::Followed),
    ("net", AccountFigure::Net),
    ("npv", AccountFigure::Npv),
    ("payback_year", AccountFigure::Payback),
];

const LINE_PARTS: [(&str, LineFigure); 6] = [
    ("gross", LineFigure::Gross),
    ("net", LineFigure::Net),
    ("cashable", LineFigure::Cashable),
    ("followed", LineFigure::Followed),
    ("net_price", LineFigure::NetPrice),
    ("gemeente_price", LineFigure::GemeentePrice),
];

const PLAN_PARTS: [(&str, PlanFigure); 3] =
    [("paid", PlanFigure::Paid), ("uncovered", PlanFigure::Uncovered), ("surplus", PlanFigure::Surplus)];

fn named<T: Copy>(list: &[(&str, T)], name: &str) -> Option<T> {
    list.iter().find(|(known, _)| *known == name).map(|(_, item)| *item)
}

fn party(name: &str) -> Option<Party> {
    Party::ALL.into_iter().find(|party| party.id() == name)
}

impl YearFigure {
    fn name(self) -> &'static str {
        match self {
            YearFigure::Ramp => "ramp",
            YearFigure::Costs => "costs",
            YearFigure::Followed => "followed",
            YearFigure::Savings => "savings",
            YearFigure::Net => "net",
            YearFigure::Cumulative => "cumulative",
            YearFigure::Discount => "discount",
            YearFigure::Present => "present",
        }
    }
}

impl FigureId {
    /// Every figure of an outcome.
    pub fn all(outcome: &Outcome) -> Vec<FigureId> {
        let mut all: Vec<FigureId> = PLAIN.iter().map(|(_, figure)| *figure).collect();
        all.extend((0..outcome.costs.lines.len()).map(FigureId::Cost));
        for place in 0..outcome.savings.len() {
            let parts = LINE_PARTS.iter().map(|(_, part)| *part);
            let parts = parts.chain(Party::ALL.map(LineFigure::Party)).chain([LineFigure::Needed]);
            all.extend(parts.map(|part| FigureId::Line(place, part)));
        }
        let accounts = Party::ALL.map(Account::Party);
        for account in accounts.into_iter().chain([Account::All, Account::Society]) {
            all.extend(ACCOUNT_PARTS.iter().map(|(_, part)| FigureId::Account(account, *part)));
            for year in &outcome.years {
                all.extend(YearFigure::ALL.map(|cell| FigureId::Year(account, year.year, cell)));
            }
        }
        if let Some(plan) = &outcome.financing {
            let years = plan.years.iter().map(|year| Some(year.year));
            for year in [None].into_iter().chain(years) {
                let funders = (0..plan.funders.len()).map(PlanFigure::Funder);
                let parts = funders.chain(PLAN_PARTS.map(|(_, part)| part));
                all.extend(parts.map(|part| FigureId::Plan(part, year)));
            }
        }
        all.retain(|figure| figure.value(outcome).is_some());
        all
    }

    /// Returns the name, by which [`FigureId::read`] finds it again.
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
                    LineFigure::Needed => format!("break_even.per_line.{line}"),
                    LineFigure::Party(party) => format!("savings.{line}.parties.{}", party.id()),
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
            FigureId::Plan(part, year) => {
                let of = year.map_or_else(String::new, |year| format!("years.{year}."));
                match part {
                    PlanFigure::Funder(place) => format!("financing.{of}funders.{place}"),
                    part => {
                        let name = PLAN_PARTS.iter().find(|(_, of)| *of == part).map_or("", |(name, _)| name);
                        format!("financing.{of}{name}")
                    }
                }
            }
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
            ["savings", id, "parties", of] => FigureId::Line(line(id)?, LineFigure::Party(party(of)?)),
            ["savings", id, part] => FigureId::Line(line(id)?, named(&LINE_PARTS, part)?),
            ["break_even", "per_line", id] => FigureId::Line(line(id)?, LineFigure::Needed),
            ["financing", "years", year, rest @ ..] => of_plan(Some(year.parse().ok()?), rest)?,
            ["financing", rest @ ..] => of_plan(None, rest)?,
            ["parties", of, rest @ ..] => of_account(Account::Party(party(of)?), rest)?,
            ["society", rest @ ..] => of_account(Account::Society, rest)?,
            rest => match named(&PLAIN, name) {
                Some(figure) => figure,
                None => of_account(Account::All, rest)?,
            },
        };
        found.value(outcome).map(|_| found)
    }
}

fn of_account(account: Account, rest: &[&str]) -> Option<FigureId> {
    match rest {
        ["years", year, cell] => {
            let cell = YearFigure::ALL.into_iter().find(|one| one.name() == *cell)?;
            Some(FigureId::Year(account, year.parse().ok()?, cell))
        }
        [part] => Some(FigureId::Account(account, named(&ACCOUNT_PARTS, part)?)),
        _ => None,
    }
}

fn of_plan(year: Option<u32>, rest: &[&str]) -> Option<FigureId> {
    let part = match rest {
        ["funders", place] => PlanFigure::Funder(place.parse().ok()?),
        [part] => named(&PLAN_PARTS, part)?,
        _ => return None,
    };
    Some(FigureId::Plan(part, year))
}
