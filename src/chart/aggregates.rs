//! What pictures and their tables put together that is no figure of an outcome
//! by itself, and the figures that it is a sum of.

use crate::chart::line_amounts::{Part, Role, Source, is_nothing};
use crate::chart::{costs_vs_savings, parties, waterfall};
use crate::compare::Measure;
use crate::explain::{Account, AccountPart, FigureId, LinePart, Member, PlanPart, chart_cells};
use crate::model::{General, InputId, Outcome, Party};
use crate::text::Text;

/// What the name of such a sum begins with.
pub const KIND: &str = "samen";
/// What the name of what was entered begins with; the input's name follows.
pub const ENTERED: &str = "invoer";

/// What was got by the initiative itself.
const INCOME: InputId = InputId::General(General::EigenInkomsten);

/// Something that is put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The left column: costs, and harm.
    Left,
    /// The right column: own income, and savings.
    Right,
    /// The smallest parts of a column.
    Rest(Role),
    /// What is left after so many steps of the waterfall.
    Level(usize),
    /// This of all parties.
    Parties(AccountPart),
    /// The saldi of all parties by themselves.
    Net,
    /// What nobody pays, as nobody's saldo.
    Uncovered,
    /// What is paid too much, as nobody's saldo.
    Surplus,
    /// What nobody pays in all years.
    UncoveredInAll,
}

/// What a part of a picture, or a cell of its table, stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// A figure of the outcome.
    Figure(FigureId),
    /// The initiative's own income, as it was entered.
    Income,
    /// A sum that is none.
    Group(Group),
}

impl Opens {
    /// Its name, by which its explanation is found.
    pub fn name(self, outcome: &Outcome) -> String {
        match self {
            Opens::Figure(figure) => figure.name(outcome),
            Opens::Income => format!("{ENTERED}.{}", General::EigenInkomsten.id()),
            Opens::Group(group) => format!("{KIND}.{}", group.name()),
        }
    }
}

const PLAIN: [(&str, Group); 12] = [
    ("links", Group::Left),
    ("rechts", Group::Right),
    ("kosten", Group::Rest(Role::Cost)),
    ("inkomsten", Group::Rest(Role::Income)),
    ("besparingen", Group::Rest(Role::Saving)),
    ("schade", Group::Rest(Role::Harm)),
    ("partijen.besparingen", Group::Parties(AccountPart::Savings)),
    ("partijen.saldo", Group::Parties(AccountPart::Net)),
    ("saldi", Group::Net),
    ("ongedekt", Group::Uncovered),
    ("overschot", Group::Surplus),
    ("ongedekt.jaren", Group::UncoveredInAll),
];

impl Group {
    /// Its name, by which [`Group::read`] finds it again.
    pub fn name(self) -> String {
        match self {
            Group::Level(steps) => format!("stap.{steps}"),
            plain => PLAIN.iter().find(|(_, of)| *of == plain).map_or("", |(name, _)| name).to_owned(),
        }
    }

    /// The group with this name.
    pub fn read(name: &str) -> Option<Group> {
        match name.strip_prefix("stap.") {
            Some(steps) => Some(Group::Level(steps.parse().ok()?)),
            None => PLAIN.iter().find(|(of, _)| *of == name).map(|(_, group)| *group),
        }
    }
}

/// What a group is called, and what is added up in it; none where this outcome
/// has no such group.
pub fn members(
    group: Group,
    outcome: &Outcome,
    text: &Text,
    own: &dyn Fn(usize) -> String,
) -> Option<(String, Vec<Member>)> {
    let source = Source { outcome, text, own };
    let charts = text.charts;
    let (name, members) = match group {
        Group::Left => (charts.costs_and_harm.to_owned(), side(&source, [Role::Cost, Role::Harm])),
        Group::Right => (charts.income_and_savings.to_owned(), side(&source, [Role::Income, Role::Saving])),
        Group::Rest(role) => rest(&source, role)?,
        Group::Level(steps) => level(&source, steps)?,
        Group::Net => {
            let of = |party| Member::plus(FigureId::Account(Account::Party(party), AccountPart::Net));
            (text.explain_extra.parties_net.to_owned(), Party::ALL.map(of).into())
        }
        Group::Parties(part) => {
            let word = if part == AccountPart::Net { charts.saldo } else { charts.saves };
            let of = |party| Member::plus(FigureId::Account(Account::Party(party), part));
            let mut all: Vec<Member> = Party::ALL.map(of).into();
            if part == AccountPart::Net {
                all.extend(nobody(outcome));
            }
            (format!("{}: {word}", charts.together), all)
        }
        Group::Uncovered => (format!("{}: {}", text.financing.uncovered, charts.saldo), vec![uncovered()]),
        Group::Surplus => (format!("{}: {}", text.financing.surplus, charts.saldo), vec![surplus()]),
        Group::UncoveredInAll => {
            let years = outcome.financing.as_ref()?.years.iter();
            let of = |year| Member::plus(FigureId::Plan(PlanPart::Uncovered, Some(year)));
            let name = (text.compare.measure)(Measure::UncoveredInAll);
            (name.to_owned(), years.map(|year| of(year.year)).collect())
        }
    };
    Some((name, members))
}

fn uncovered() -> Member {
    Member::less(FigureId::Plan(PlanPart::Uncovered, None))
}

fn surplus() -> Member {
    Member::plus(FigureId::Plan(PlanPart::Surplus, None))
}

/// What no party pays, and what they pay too much.
fn nobody(outcome: &Outcome) -> Vec<Member> {
    let Some(plan) = &outcome.financing else { return Vec::new() };
    let both = [(plan.uncovered, uncovered()), (plan.surplus, surplus())];
    both.into_iter().filter(|(amount, _)| amount.euros() != 0.0).map(|(_, member)| member).collect()
}

/// A part of a column, as it adds to that.
fn member(part: &Part) -> Member {
    let net = |place| FigureId::Line(place, LinePart::Net);
    match (part.role, part.place) {
        (Role::Cost, Some(place)) => Member::plus(FigureId::Cost(place)),
        // A cost line below zero is an income.
        (Role::Income, Some(place)) => Member::less(FigureId::Cost(place)),
        (Role::Saving, Some(place)) => Member::plus(net(place)),
        (Role::Harm, Some(place)) => Member::less(net(place)),
        (_, None) => Member::entered(INCOME, false),
    }
}

/// All parts of these two roles, one by one.
fn parts(source: &Source, roles: [Role; 2]) -> Vec<Part> {
    let all = [source.costs(), source.savings()].concat();
    let there = |part: &Part| roles.contains(&part.role) && !is_nothing(part.amount);
    all.into_iter().filter(there).collect()
}

fn side(source: &Source, roles: [Role; 2]) -> Vec<Member> {
    parts(source, roles).iter().map(member).collect()
}

/// What the picture puts together of one role, under its name there.
fn rest(source: &Source, role: Role) -> Option<(String, Vec<Member>)> {
    let (columns, ..) = costs_vs_savings::columns(source);
    let drawn = columns.iter().flat_map(|column| &column.parts).map(|(part, _)| part);
    let drawn: Vec<&Part> = drawn.filter(|part| part.role == role).collect();
    let name = drawn.iter().find(|part| part.many)?.name.clone();
    let alone = |part: &Part| drawn.iter().any(|one| !one.many && one.place == part.place);
    let rest = parts(source, [role; 2]).into_iter().filter(|part| !alone(part));
    let rest: Vec<Member> = rest.map(|part| member(&part)).collect();
    (!rest.is_empty()).then_some((name, rest))
}

/// What is left after so many steps: costs, less what came off since.
fn level(source: &Source, steps: usize) -> Option<(String, Vec<Member>)> {
    let step = waterfall::steps(source).into_iter().nth(steps)?;
    let mut all = vec![Member::plus(FigureId::Gross)];
    if source.outcome.costs.own_income.euros() > 0.0 {
        all.push(Member::entered(INCOME, true));
    }
    let lines = source.savings().into_iter().filter_map(|part| part.place);
    all.extend(lines.map(|place| Member::less(FigureId::Line(place, LinePart::Net))));
    // Steps that are p.m. take nothing off.
    all.truncate(steps + 1);
    Some(((source.text.explain_extra.left_after)(&step.name), all))
}

/// A row of a table without its name, as what its cells stand for.
type Row = Vec<Option<Opens>>;

/// What the cells of the table of this picture of an outcome stand for; none
/// where a cell says that there is nothing.
pub fn cells(id: &str, outcome: &Outcome) -> Vec<Row> {
    let opened =
        |row: Vec<Option<FigureId>>| row.into_iter().map(|figure| figure.map(Opens::Figure)).collect();
    let mut rows: Vec<Row> = chart_cells(id, outcome).into_iter().map(opened).collect();
    let has_income = outcome.costs.own_income.euros() > 0.0;
    match id {
        costs_vs_savings::ID if has_income => {
            if let Some(row) = rows.get_mut(outcome.costs.lines.len()) {
                row[0] = Some(Opens::Income);
            }
        }
        waterfall::ID => {
            for (step, row) in rows.iter_mut().enumerate() {
                // The last one is the gap, and the second may be own income.
                if row[0].is_none() && row[1] == Some(Opens::Figure(FigureId::Costs)) {
                    row[0] = Some(Opens::Income);
                }
                row[1] = row[1].or(Some(Opens::Group(Group::Level(step))));
            }
        }
        parties::ID => {
            let both = [AccountPart::Savings, AccountPart::Net].map(Group::Parties);
            for row in &mut rows {
                let groups = match row[0] {
                    Some(Opens::Figure(FigureId::Costs)) => both.map(Some),
                    Some(Opens::Figure(FigureId::Plan(PlanPart::Uncovered, _))) => {
                        [None, Some(Group::Uncovered)]
                    }
                    Some(Opens::Figure(FigureId::Plan(PlanPart::Surplus, _))) => [None, Some(Group::Surplus)],
                    _ => continue,
                };
                row[1..].copy_from_slice(&groups.map(|group| group.map(Opens::Group)));
            }
        }
        _ => {}
    }
    rows
}
