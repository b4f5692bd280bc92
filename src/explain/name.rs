//! The names of figures, such as `savings.dagbesteding.net`: paths in the public JSON of
//! the outcome, with lines by their id and years by their number. Figures that are not in
//! that JSON have names of the same form.

use crate::explain::{Account, AccountFigure, FigureId, LineFigure, PlanFigure, YearFigure};
use crate::model::{Outcome, Party, Perspective};

/// Names of the figures that are not of a line, an account, a year or a plan.
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

const ACCOUNT_FIGURES: [(&str, AccountFigure); 7] = [
    ("costs", AccountFigure::Costs),
    ("savings", AccountFigure::Savings),
    ("before_budget", AccountFigure::BeforeBudget),
    ("followed", AccountFigure::Followed),
    ("net", AccountFigure::Net),
    ("npv", AccountFigure::Npv),
    ("payback_year", AccountFigure::Payback),
];

const LINE_FIGURES: [(&str, LineFigure); 6] = [
    ("gross", LineFigure::Gross),
    ("net", LineFigure::Net),
    ("cashable", LineFigure::Cashable),
    ("followed", LineFigure::Followed),
    ("net_price", LineFigure::NetPrice),
    ("gemeente_price", LineFigure::GemeentePrice),
];

const PLAN_FIGURES: [(&str, PlanFigure); 3] =
    [("paid", PlanFigure::Paid), ("uncovered", PlanFigure::Uncovered), ("surplus", PlanFigure::Surplus)];

fn find_by_name<T: Copy>(list: &[(&str, T)], name: &str) -> Option<T> {
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
    /// Lists every figure of an outcome.
    pub fn all(outcome: &Outcome) -> Vec<FigureId> {
        let mut all: Vec<FigureId> = PLAIN.iter().map(|(_, figure)| *figure).collect();
        all.extend((0..outcome.costs.lines.len()).map(FigureId::Cost));
        for index in 0..outcome.savings.len() {
            let figures = LINE_FIGURES.iter().map(|(_, figure)| *figure);
            let figures = figures.chain(Party::ALL.map(LineFigure::Party)).chain([LineFigure::Needed]);
            all.extend(figures.map(|figure| FigureId::Line(index, figure)));
        }
        let accounts = Party::ALL.map(Account::Party);
        for account in accounts.into_iter().chain([Account::All, Account::Society]) {
            all.extend(ACCOUNT_FIGURES.iter().map(|(_, figure)| FigureId::Account(account, *figure)));
            for year in &outcome.years {
                all.extend(YearFigure::ALL.map(|figure| FigureId::Year(account, year.year, figure)));
            }
        }
        if let Some(plan) = &outcome.financing {
            let years = plan.years.iter().map(|year| Some(year.year));
            for year in [None].into_iter().chain(years) {
                let funders = (0..plan.funders.len()).map(PlanFigure::Funder);
                let figures = funders.chain(PLAN_FIGURES.map(|(_, figure)| figure));
                all.extend(figures.map(|figure| FigureId::Plan(figure, year)));
            }
        }
        all.retain(|figure| figure.value(outcome).is_some());
        all
    }

    /// Returns the name of the figure, from which [`FigureId::read`] finds it.
    pub fn name(self, outcome: &Outcome) -> String {
        let account_prefix = |account: Account| match account {
            Account::All => String::new(),
            Account::Party(party) => format!("parties.{}.", party.id()),
            Account::Society => "society.".to_owned(),
        };
        match self {
            FigureId::Cost(index) => {
                format!("costs.lines.{}", outcome.costs.lines.get(index).map_or("", |line| line.id.name()))
            }
            FigureId::Line(index, figure) => {
                let line = outcome.savings.get(index).map_or("", |line| line.id.name());
                match figure {
                    LineFigure::Needed => format!("break_even.per_line.{line}"),
                    LineFigure::Party(party) => format!("savings.{line}.parties.{}", party.id()),
                    figure => {
                        let name = LINE_FIGURES
                            .iter()
                            .find(|(_, other)| *other == figure)
                            .map_or("", |(name, _)| name);
                        format!("savings.{line}.{name}")
                    }
                }
            }
            FigureId::Account(account, figure) => {
                let name =
                    ACCOUNT_FIGURES.iter().find(|(_, other)| *other == figure).map_or("", |(name, _)| name);
                account_prefix(account) + name
            }
            FigureId::Year(account, year, figure) => {
                format!("{}years.{year}.{}", account_prefix(account), figure.name())
            }
            FigureId::Plan(figure, year) => {
                let year_prefix = year.map_or_else(String::new, |year| format!("years.{year}."));
                match figure {
                    PlanFigure::Funder(index) => format!("financing.{year_prefix}funders.{index}"),
                    figure => {
                        let name = PLAN_FIGURES
                            .iter()
                            .find(|(_, other)| *other == figure)
                            .map_or("", |(name, _)| name);
                        format!("financing.{year_prefix}{name}")
                    }
                }
            }
            plain => PLAIN.iter().find(|(_, other)| *other == plain).map_or("", |(name, _)| name).to_owned(),
        }
    }

    /// Finds the figure with this name; `None` where the outcome has no such figure.
    pub fn read(name: &str, outcome: &Outcome) -> Option<FigureId> {
        let segments: Vec<&str> = name.split('.').collect();
        let line = |id: &str| outcome.savings.iter().position(|line| line.id.name() == id);
        let found = match segments.as_slice() {
            ["costs", "lines", id] => {
                FigureId::Cost(outcome.costs.lines.iter().position(|line| line.id.name() == *id)?)
            }
            ["savings", id, "parties", owner] => FigureId::Line(line(id)?, LineFigure::Party(party(owner)?)),
            ["savings", id, figure] => FigureId::Line(line(id)?, find_by_name(&LINE_FIGURES, figure)?),
            ["break_even", "per_line", id] => FigureId::Line(line(id)?, LineFigure::Needed),
            ["financing", "years", year, rest @ ..] => read_plan_figure(Some(year.parse().ok()?), rest)?,
            ["financing", rest @ ..] => read_plan_figure(None, rest)?,
            ["parties", owner, rest @ ..] => read_account_figure(Account::Party(party(owner)?), rest)?,
            ["society", rest @ ..] => read_account_figure(Account::Society, rest)?,
            rest => match find_by_name(&PLAIN, name) {
                Some(figure) => figure,
                None => read_account_figure(Account::All, rest)?,
            },
        };
        found.value(outcome).map(|_| found)
    }
}

fn read_account_figure(account: Account, rest: &[&str]) -> Option<FigureId> {
    match rest {
        ["years", year, name] => {
            let figure = YearFigure::ALL.into_iter().find(|figure| figure.name() == *name)?;
            Some(FigureId::Year(account, year.parse().ok()?, figure))
        }
        [figure] => Some(FigureId::Account(account, find_by_name(&ACCOUNT_FIGURES, figure)?)),
        _ => None,
    }
}

fn read_plan_figure(year: Option<u32>, rest: &[&str]) -> Option<FigureId> {
    let figure = match rest {
        ["funders", index] => PlanFigure::Funder(index.parse().ok()?),
        [figure] => find_by_name(&PLAN_FIGURES, figure)?,
        _ => return None,
    };
    Some(FigureId::Plan(figure, year))
}
