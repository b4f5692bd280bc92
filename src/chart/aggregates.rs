//! What pictures and their tables put together that is no figure of an outcome
//! by itself, and the figures that it is a sum of.

use crate::chart::line_amounts::{LineAmount, Role, Source, is_nothing};
use crate::chart::{costs_vs_savings, parties, waterfall};
use crate::compare::ComparedFigure;
use crate::explain::{Account, AccountFigure, Addend, FigureId, LineFigure, PlanFigure, chart_cells};
use crate::model::{General, InputId, Outcome, Party};
use crate::text::Text;

/// Beginning of the name of such a sum.
pub const KIND: &str = "samen";
/// Beginning of the name of what was entered; the input's name follows.
pub const ENTERED: &str = "invoer";

/// Input for the initiative's own income.
const INCOME: InputId = InputId::General(General::EigenInkomsten);

/// Sum of several figures in a picture or a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregate {
    /// The left column: costs, and harm.
    Left,
    /// The right column: own income, and savings.
    Right,
    /// The smallest parts of a column.
    Rest(Role),
    /// Amount that is left after so many steps of the waterfall.
    Level(usize),
    /// Sum of one figure of all parties.
    Parties(AccountFigure),
    /// The saldi of all parties by themselves.
    Net,
    /// Amount that nobody pays, as nobody's saldo.
    Uncovered,
    /// Amount that is paid too much, as nobody's saldo.
    Surplus,
    /// Amount that nobody pays in all years.
    UncoveredInAll,
}

/// Figure that a part of a picture, or a cell of its table, opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureTarget {
    /// A figure of the outcome.
    Figure(FigureId),
    /// The initiative's own income, as it was entered.
    Income,
    /// A sum that is none.
    Aggregate(Aggregate),
}

impl FigureTarget {
    /// Returns the name, by which its explanation is found.
    pub fn name(self, outcome: &Outcome) -> String {
        match self {
            FigureTarget::Figure(figure) => figure.name(outcome),
            FigureTarget::Income => format!("{ENTERED}.{}", General::EigenInkomsten.id()),
            FigureTarget::Aggregate(aggregate) => format!("{KIND}.{}", aggregate.name()),
        }
    }
}

const PLAIN: [(&str, Aggregate); 12] = [
    ("links", Aggregate::Left),
    ("rechts", Aggregate::Right),
    ("kosten", Aggregate::Rest(Role::Cost)),
    ("inkomsten", Aggregate::Rest(Role::Income)),
    ("besparingen", Aggregate::Rest(Role::Saving)),
    ("schade", Aggregate::Rest(Role::Harm)),
    ("partijen.besparingen", Aggregate::Parties(AccountFigure::Savings)),
    ("partijen.saldo", Aggregate::Parties(AccountFigure::Net)),
    ("saldi", Aggregate::Net),
    ("ongedekt", Aggregate::Uncovered),
    ("overschot", Aggregate::Surplus),
    ("ongedekt.jaren", Aggregate::UncoveredInAll),
];

impl Aggregate {
    /// Returns the name, by which [`Aggregate::read`] finds it again.
    pub fn name(self) -> String {
        match self {
            Aggregate::Level(steps) => format!("stap.{steps}"),
            plain => PLAIN.iter().find(|(_, of)| *of == plain).map_or("", |(name, _)| name).to_owned(),
        }
    }

    /// The group with this name.
    pub fn read(name: &str) -> Option<Aggregate> {
        match name.strip_prefix("stap.") {
            Some(steps) => Some(Aggregate::Level(steps.parse().ok()?)),
            None => PLAIN.iter().find(|(of, _)| *of == name).map(|(_, aggregate)| *aggregate),
        }
    }
}

/// Returns what a group is called, and what is added up in it; none where this
/// outcome has no such group.
pub fn addends(
    aggregate: Aggregate,
    outcome: &Outcome,
    text: &Text,
    own: &dyn Fn(usize) -> String,
) -> Option<(String, Vec<Addend>)> {
    let source = Source { outcome, text, own };
    let charts = text.charts;
    let (name, addends) = match aggregate {
        Aggregate::Left => (charts.costs_and_harm.to_owned(), side(&source, [Role::Cost, Role::Harm])),
        Aggregate::Right => {
            (charts.income_and_savings.to_owned(), side(&source, [Role::Income, Role::Saving]))
        }
        Aggregate::Rest(role) => rest(&source, role)?,
        Aggregate::Level(steps) => level(&source, steps)?,
        Aggregate::Net => {
            let of = |party| Addend::plus(FigureId::Account(Account::Party(party), AccountFigure::Net));
            (text.explain_extra().parties_net.to_owned(), Party::ALL.map(of).into())
        }
        Aggregate::Parties(part) => {
            let word = if part == AccountFigure::Net { charts.saldo } else { charts.saves };
            let of = |party| Addend::plus(FigureId::Account(Account::Party(party), part));
            let mut all: Vec<Addend> = Party::ALL.map(of).into();
            if part == AccountFigure::Net {
                all.extend(nobody(outcome));
            }
            (format!("{}: {word}", charts.together), all)
        }
        Aggregate::Uncovered => {
            (format!("{}: {}", text.financing().uncovered, charts.saldo), vec![uncovered()])
        }
        Aggregate::Surplus => (format!("{}: {}", text.financing().surplus, charts.saldo), vec![surplus()]),
        Aggregate::UncoveredInAll => {
            let years = outcome.financing.as_ref()?.years.iter();
            let of = |year| Addend::plus(FigureId::Plan(PlanFigure::Uncovered, Some(year)));
            let name = (text.compare().measure)(ComparedFigure::UncoveredInAll);
            (name.to_owned(), years.map(|year| of(year.year)).collect())
        }
    };
    Some((name, addends))
}

fn uncovered() -> Addend {
    Addend::minus(FigureId::Plan(PlanFigure::Uncovered, None))
}

fn surplus() -> Addend {
    Addend::plus(FigureId::Plan(PlanFigure::Surplus, None))
}

/// Returns what no party pays, and what they pay too much.
fn nobody(outcome: &Outcome) -> Vec<Addend> {
    let Some(plan) = &outcome.financing else { return Vec::new() };
    let both = [(plan.uncovered, uncovered()), (plan.surplus, surplus())];
    both.into_iter().filter(|(amount, _)| amount.euros() != 0.0).map(|(_, addend)| addend).collect()
}

/// A part of a column, as it adds to that.
fn addend(part: &LineAmount) -> Addend {
    let net = |place| FigureId::Line(place, LineFigure::Net);
    match (part.role, part.place) {
        (Role::Cost, Some(place)) => Addend::plus(FigureId::Cost(place)),
        // A cost line below zero is an income.
        (Role::Income, Some(place)) => Addend::minus(FigureId::Cost(place)),
        (Role::Saving, Some(place)) => Addend::plus(net(place)),
        (Role::Harm, Some(place)) => Addend::minus(net(place)),
        (_, None) => Addend::plus_input(INCOME),
    }
}

/// Lists all parts of these two roles, one by one.
fn parts(source: &Source, roles: [Role; 2]) -> Vec<LineAmount> {
    let all = [source.costs(), source.savings()].concat();
    let there = |part: &LineAmount| roles.contains(&part.role) && !is_nothing(part.amount);
    all.into_iter().filter(there).collect()
}

fn side(source: &Source, roles: [Role; 2]) -> Vec<Addend> {
    parts(source, roles).iter().map(addend).collect()
}

/// Returns what the picture puts together of one role, under its name there.
fn rest(source: &Source, role: Role) -> Option<(String, Vec<Addend>)> {
    let (columns, ..) = costs_vs_savings::columns(source);
    let drawn = columns.iter().flat_map(|column| &column.parts).map(|(part, _)| part);
    let drawn: Vec<&LineAmount> = drawn.filter(|part| part.role == role).collect();
    let name = drawn.iter().find(|part| part.many)?.name.clone();
    let alone = |part: &LineAmount| drawn.iter().any(|one| !one.many && one.place == part.place);
    let rest = parts(source, [role; 2]).into_iter().filter(|part| !alone(part));
    let rest: Vec<Addend> = rest.map(|part| addend(&part)).collect();
    (!rest.is_empty()).then_some((name, rest))
}

/// Returns what is left after so many steps: costs, less what came off since.
fn level(source: &Source, steps: usize) -> Option<(String, Vec<Addend>)> {
    let step = waterfall::steps(source).into_iter().nth(steps)?;
    let mut all = vec![Addend::plus(FigureId::Gross)];
    if source.outcome.costs.own_income.euros() > 0.0 {
        all.push(Addend::minus_input(INCOME));
    }
    let lines = source.savings().into_iter().filter_map(|part| part.place);
    all.extend(lines.map(|place| Addend::minus(FigureId::Line(place, LineFigure::Net))));
    // Steps that are p.m. take nothing off.
    all.truncate(steps + 1);
    Some(((source.text.explain_extra().left_after)(&step.name), all))
}

/// A row of a table without its name, as what its cells stand for.
type TargetRow = Vec<Option<FigureTarget>>;

/// Returns what the cells of the table of this picture of an outcome stand for;
/// none where a cell says that there is nothing.
pub fn cells(id: &str, outcome: &Outcome) -> Vec<TargetRow> {
    let opened =
        |row: Vec<Option<FigureId>>| row.into_iter().map(|figure| figure.map(FigureTarget::Figure)).collect();
    let mut rows: Vec<TargetRow> = chart_cells(id, outcome).into_iter().map(opened).collect();
    let has_income = outcome.costs.own_income.euros() > 0.0;
    match id {
        costs_vs_savings::ID if has_income => {
            if let Some(row) = rows.get_mut(outcome.costs.lines.len()) {
                row[0] = Some(FigureTarget::Income);
            }
        }
        waterfall::ID => {
            for (step, row) in rows.iter_mut().enumerate() {
                // The last one is the gap, and the second may be own income.
                if row[0].is_none() && row[1] == Some(FigureTarget::Figure(FigureId::Costs)) {
                    row[0] = Some(FigureTarget::Income);
                }
                row[1] = row[1].or(Some(FigureTarget::Aggregate(Aggregate::Level(step))));
            }
        }
        parties::ID => {
            let both = [AccountFigure::Savings, AccountFigure::Net].map(Aggregate::Parties);
            for row in &mut rows {
                let groups = match row[0] {
                    Some(FigureTarget::Figure(FigureId::Costs)) => both.map(Some),
                    Some(FigureTarget::Figure(FigureId::Plan(PlanFigure::Uncovered, _))) => {
                        [None, Some(Aggregate::Uncovered)]
                    }
                    Some(FigureTarget::Figure(FigureId::Plan(PlanFigure::Surplus, _))) => {
                        [None, Some(Aggregate::Surplus)]
                    }
                    _ => continue,
                };
                row[1..].copy_from_slice(&groups.map(|aggregate| aggregate.map(FigureTarget::Aggregate)));
            }
        }
        _ => {}
    }
    rows
}
