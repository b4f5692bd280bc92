//! Sums that a chart or its table shows and that are no figure of the outcome, such as
//! the merged small lines of a column: their names, and the figures that they add up.

use crate::chart::costs_vs_savings::ChartColumns;
use crate::chart::line_amounts::{ChartContext, LineAmount, Role, is_shown_as_zero};
use crate::chart::{costs_vs_savings, parties, waterfall};
use crate::compare::ComparedFigure;
use crate::explain::{Account, AccountFigure, Addend, FigureId, LineFigure, PlanFigure, chart_cells};
use crate::model::{General, InputId, Outcome, Party};
use crate::text::Text;

/// First part of the explanation id of an aggregate.
pub const AGGREGATE_KIND: &str = "samen";
/// First part of the explanation id of an input; the id of the input follows.
pub const INPUT_KIND: &str = "invoer";

/// Input for the initiative's own income.
const INCOME: InputId = InputId::General(General::EigenInkomsten);

/// A sum of several figures in a chart or its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregate {
    /// The left column of costs against savings: costs, and harm.
    LeftColumn,
    /// The right column of costs against savings: own income, and savings.
    RightColumn,
    /// The smallest lines with one role, which are merged in a column.
    MergedLines(Role),
    /// Costs that remain after the waterfall step with this index.
    WaterfallLevel(usize),
    /// Sum of one figure of all parties. For the saldo it includes the uncovered costs and
    /// the surplus of a plan, which belong to no party.
    AllParties(AccountFigure),
    /// Sum of the saldi of the parties, without amounts that belong to no party.
    PartySaldi,
    /// Uncovered costs of a plan as a saldo, so below zero.
    UncoveredSaldo,
    /// Surplus of a plan as a saldo.
    SurplusSaldo,
    /// Uncovered costs of a plan in all years of the horizon together.
    UncoveredAllYears,
}

/// Figure whose explanation a region of a chart, or a cell of its table, opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureTarget {
    /// A figure of the outcome.
    Figure(FigureId),
    /// The initiative's own income, which is an input.
    OwnIncome,
    /// A sum that is no figure of the outcome.
    Aggregate(Aggregate),
}

impl FigureTarget {
    /// Returns the name of this figure, under which the page finds its explanation.
    pub fn name(self, outcome: &Outcome) -> String {
        match self {
            FigureTarget::Figure(figure) => figure.name(outcome),
            FigureTarget::OwnIncome => format!("{INPUT_KIND}.{}", General::EigenInkomsten.id()),
            FigureTarget::Aggregate(aggregate) => format!("{AGGREGATE_KIND}.{}", aggregate.id()),
        }
    }
}

/// The ids of all aggregates except the waterfall levels.
const IDS: [(&str, Aggregate); 12] = [
    ("links", Aggregate::LeftColumn),
    ("rechts", Aggregate::RightColumn),
    ("kosten", Aggregate::MergedLines(Role::Cost)),
    ("inkomsten", Aggregate::MergedLines(Role::Income)),
    ("besparingen", Aggregate::MergedLines(Role::Saving)),
    ("schade", Aggregate::MergedLines(Role::Harm)),
    ("partijen.besparingen", Aggregate::AllParties(AccountFigure::Savings)),
    ("partijen.saldo", Aggregate::AllParties(AccountFigure::Net)),
    ("saldi", Aggregate::PartySaldi),
    ("ongedekt", Aggregate::UncoveredSaldo),
    ("overschot", Aggregate::SurplusSaldo),
    ("ongedekt.jaren", Aggregate::UncoveredAllYears),
];

impl Aggregate {
    /// Returns the id, from which [`Aggregate::from_id`] makes the aggregate again.
    pub fn id(self) -> String {
        match self {
            Aggregate::WaterfallLevel(steps) => format!("stap.{steps}"),
            other => {
                IDS.iter().find(|(_, aggregate)| *aggregate == other).map_or("", |(id, _)| id).to_owned()
            }
        }
    }

    /// Returns the aggregate with this id; `None` for an unknown id.
    pub fn from_id(id: &str) -> Option<Aggregate> {
        match id.strip_prefix("stap.") {
            Some(steps) => Some(Aggregate::WaterfallLevel(steps.parse().ok()?)),
            None => IDS.iter().find(|(other, _)| *other == id).map(|(_, aggregate)| *aggregate),
        }
    }
}

/// Returns the name of an aggregate and the figures that it adds up; `None` where this
/// outcome has no such aggregate.
pub fn addends(
    aggregate: Aggregate,
    outcome: &Outcome,
    text: &Text,
    own_name: &dyn Fn(usize) -> String,
) -> Option<(String, Vec<Addend>)> {
    let context = ChartContext { outcome, text, own_name };
    let (charts, result_charts) = (text.charts, text.result_charts());
    let (name, addends) = match aggregate {
        Aggregate::LeftColumn => {
            (charts.costs_and_harm.to_owned(), role_addends(&context, [Role::Cost, Role::Harm]))
        }
        Aggregate::RightColumn => {
            (charts.income_and_savings.to_owned(), role_addends(&context, [Role::Income, Role::Saving]))
        }
        Aggregate::MergedLines(role) => merged_lines(&context, role)?,
        Aggregate::WaterfallLevel(steps) => waterfall_level(&context, steps)?,
        Aggregate::PartySaldi => {
            let saldo = |party| Addend::plus(FigureId::Account(Account::Party(party), AccountFigure::Net));
            (text.explain_extra().parties_net.to_owned(), Party::ALL.map(saldo).into())
        }
        Aggregate::AllParties(figure) => {
            let word = if figure == AccountFigure::Net { result_charts.saldo } else { result_charts.saves };
            let addend = |party| Addend::plus(FigureId::Account(Account::Party(party), figure));
            let mut addends: Vec<Addend> = Party::ALL.map(addend).into();
            if figure == AccountFigure::Net {
                addends.extend(outside_parties(outcome));
            }
            (format!("{}: {word}", result_charts.together), addends)
        }
        Aggregate::UncoveredSaldo => {
            (format!("{}: {}", text.financing().uncovered, result_charts.saldo), vec![uncovered()])
        }
        Aggregate::SurplusSaldo => {
            (format!("{}: {}", text.financing().surplus, result_charts.saldo), vec![surplus()])
        }
        Aggregate::UncoveredAllYears => {
            let years = outcome.financing.as_ref()?.years.iter();
            let uncovered = |year| Addend::plus(FigureId::Plan(PlanFigure::Uncovered, Some(year)));
            let name = (text.compare().measure)(ComparedFigure::UncoveredAllYears);
            (name.to_owned(), years.map(|year| uncovered(year.year)).collect())
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

/// Returns the addends that belong to no party: uncovered costs and surplus of a plan,
/// where they are not zero.
fn outside_parties(outcome: &Outcome) -> Vec<Addend> {
    let Some(plan) = &outcome.financing else { return Vec::new() };
    let amounts = [(plan.uncovered, uncovered()), (plan.surplus, surplus())];
    amounts.into_iter().filter(|(amount, _)| amount.euros() != 0.0).map(|(_, addend)| addend).collect()
}

/// Returns a line of a column as an addend of the column.
fn line_addend(line: &LineAmount) -> Addend {
    let net = |index| FigureId::Line(index, LineFigure::Net);
    match (line.role, line.index) {
        (Role::Cost, Some(index)) => Addend::plus(FigureId::Cost(index)),
        // A cost line below zero is an income.
        (Role::Income, Some(index)) => Addend::minus(FigureId::Cost(index)),
        (Role::Saving, Some(index)) => Addend::plus(net(index)),
        (Role::Harm, Some(index)) => Addend::minus(net(index)),
        (_, None) => Addend::plus_input(INCOME),
    }
}

/// Returns all lines with one of these roles, unmerged, except those shown as zero.
fn lines_with_role(context: &ChartContext, roles: [Role; 2]) -> Vec<LineAmount> {
    let all = [context.costs(), context.savings()].concat();
    let is_included = |line: &LineAmount| roles.contains(&line.role) && !is_shown_as_zero(line.amount);
    all.into_iter().filter(is_included).collect()
}

fn role_addends(context: &ChartContext, roles: [Role; 2]) -> Vec<Addend> {
    lines_with_role(context, roles).iter().map(line_addend).collect()
}

/// Returns the merged segment of one role in the columns: its name, and the lines that
/// have no segment of their own; `None` where no lines are merged.
fn merged_lines(context: &ChartContext, role: Role) -> Option<(String, Vec<Addend>)> {
    let ChartColumns { left, right, .. } = ChartColumns::new(context);
    let segments = [&left, &right].into_iter().flat_map(|column| &column.segments).map(|(line, _)| line);
    let segments: Vec<&LineAmount> = segments.filter(|line| line.role == role).collect();
    let name = segments.iter().find(|line| line.is_merged)?.name.clone();
    let has_segment =
        |line: &LineAmount| segments.iter().any(|segment| !segment.is_merged && segment.index == line.index);
    let merged = lines_with_role(context, [role; 2]).into_iter().filter(|line| !has_segment(line));
    let merged: Vec<Addend> = merged.map(|line| line_addend(&line)).collect();
    (!merged.is_empty()).then_some((name, merged))
}

/// Returns the costs that remain after a number of waterfall steps: the gross costs, less
/// own income and savings of the steps so far.
fn waterfall_level(context: &ChartContext, steps: usize) -> Option<(String, Vec<Addend>)> {
    let step = waterfall::steps(context).into_iter().nth(steps)?;
    let mut addends = vec![Addend::plus(FigureId::Gross)];
    if context.outcome.costs.own_income.euros() > 0.0 {
        addends.push(Addend::minus_input(INCOME));
    }
    let lines = context.savings().into_iter().filter_map(|line| line.index);
    addends.extend(lines.map(|index| Addend::minus(FigureId::Line(index, LineFigure::Net))));
    // The p.m. steps come last and subtract nothing.
    addends.truncate(steps + 1);
    Some(((context.text.explain_extra().left_after)(&step.name), addends))
}

/// The figures in a row of a table, without the first cell, which is the name.
type TargetRow = Vec<Option<FigureTarget>>;

/// Returns the figure of each cell of the table of the chart with this id; `None` for a
/// cell without a figure. Empty for a chart that is not about an outcome.
pub fn cells(id: &str, outcome: &Outcome) -> Vec<TargetRow> {
    let to_targets =
        |row: Vec<Option<FigureId>>| row.into_iter().map(|figure| figure.map(FigureTarget::Figure)).collect();
    let mut rows: Vec<TargetRow> = chart_cells(id, outcome).into_iter().map(to_targets).collect();
    let has_income = outcome.costs.own_income.euros() > 0.0;
    match id {
        costs_vs_savings::ID if has_income => {
            if let Some(row) = rows.get_mut(outcome.costs.lines.len()) {
                row[0] = Some(FigureTarget::OwnIncome);
            }
        }
        waterfall::ID => {
            for (step, row) in rows.iter_mut().enumerate() {
                // The step to the net costs is own income, which is an input.
                if row[0].is_none() && row[1] == Some(FigureTarget::Figure(FigureId::Costs)) {
                    row[0] = Some(FigureTarget::OwnIncome);
                }
                row[1] = row[1].or(Some(FigureTarget::Aggregate(Aggregate::WaterfallLevel(step))));
            }
        }
        parties::ID => {
            let sums = [AccountFigure::Savings, AccountFigure::Net].map(Aggregate::AllParties);
            for row in &mut rows {
                let aggregates = match row[0] {
                    Some(FigureTarget::Figure(FigureId::Costs)) => sums.map(Some),
                    Some(FigureTarget::Figure(FigureId::Plan(PlanFigure::Uncovered, _))) => {
                        [None, Some(Aggregate::UncoveredSaldo)]
                    }
                    Some(FigureTarget::Figure(FigureId::Plan(PlanFigure::Surplus, _))) => {
                        [None, Some(Aggregate::SurplusSaldo)]
                    }
                    _ => continue,
                };
                row[1..].copy_from_slice(&aggregates.map(|aggregate| aggregate.map(FigureTarget::Aggregate)));
            }
        }
        _ => {}
    }
    rows
}
