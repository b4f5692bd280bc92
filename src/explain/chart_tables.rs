//! The figures in the tables that belong to the charts, cell by cell.

use crate::explain::{Account, AccountFigure, FigureId, LineFigure, PlanFigure, YearFigure};
use crate::model::{Outcome, Party};

/// The figures of one row, without its name; `None` for an empty cell, and for a
/// cell that is an input or a running subtotal, which have no explanation of their own.
type FigureRow = Vec<Option<FigureId>>;

/// Lists the figures in the table of the chart with this id; empty for a chart of values
/// that are not in the outcome. No figure occurs twice in a table, since the elements of
/// the page are identified by their figures.
pub fn chart_cells(chart: &str, outcome: &Outcome) -> Vec<FigureRow> {
    match chart {
        "kosten-en-besparingen" => costs_vs_savings(outcome),
        "van-kosten-naar-verschil" => waterfall(outcome),
        "wie-betaalt-wie-bespaart" => parties(outcome),
        "saldo-over-de-jaren" => cumulative(outcome),
        "dekkingsplan" => plan(outcome),
        _ => Vec::new(),
    }
}

/// Returns the indexes in `outcome.savings` of the savings and transfers that count.
fn counted_lines(outcome: &Outcome) -> impl Iterator<Item = usize> {
    lines(outcome, true)
}

/// Returns the indexes in `outcome.savings` of the savings and transfers that are p.m.
fn pm_lines(outcome: &Outcome) -> impl Iterator<Item = usize> {
    lines(outcome, false)
}

fn lines(outcome: &Outcome, counted: bool) -> impl Iterator<Item = usize> {
    let all = outcome.savings.iter().enumerate();
    let found = move |(_, line): &(usize, &crate::model::savings::Saving)| {
        line.counted == counted && line.kind.counts_for_payers()
    };
    all.filter(found).map(|(index, _)| index)
}

fn net(index: usize) -> Option<FigureId> {
    Some(FigureId::Line(index, LineFigure::Net))
}

/// Returns the number of units needed, which is shown for a p.m. line, since such a line
/// has no amount; `None` where no unit of the line can add to the saldo of the perspective.
fn needed(outcome: &Outcome, index: usize) -> Option<FigureId> {
    let id = &outcome.savings[index].id;
    let is_listed = outcome.break_even.per_line.iter().any(|line| line.id == *id);
    is_listed.then_some(FigureId::Line(index, LineFigure::Needed))
}

fn has_income(outcome: &Outcome) -> bool {
    outcome.costs.own_income.euros() > 0.0
}

/// Rows with a column of costs and a column of savings.
fn costs_vs_savings(outcome: &Outcome) -> Vec<FigureRow> {
    let mut rows: Vec<FigureRow> =
        (0..outcome.costs.lines.len()).map(|index| vec![Some(FigureId::Cost(index)), None]).collect();
    if has_income(outcome) {
        rows.push(vec![None, None]);
    }
    rows.extend(counted_lines(outcome).map(|index| vec![None, net(index)]));
    rows.extend(pm_lines(outcome).map(|index| vec![None, needed(outcome, index)]));
    rows.push(vec![Some(FigureId::Costs), Some(FigureId::Savings)]);
    rows.push(vec![None, Some(FigureId::Gap)]);
    rows
}

/// Rows with a column of amounts and a column of subtotals.
fn waterfall(outcome: &Outcome) -> Vec<FigureRow> {
    let mut rows: Vec<FigureRow> = vec![vec![Some(FigureId::Gross), None]];
    if has_income(outcome) {
        rows.push(vec![None, Some(FigureId::Costs)]);
    }
    rows.extend(counted_lines(outcome).map(|index| vec![net(index), None]));
    rows.extend(pm_lines(outcome).map(|index| vec![needed(outcome, index), None]));
    rows.push(vec![None, Some(FigureId::Gap)]);
    rows
}

/// Rows per party, with its costs, savings and saldo.
fn parties(outcome: &Outcome) -> Vec<FigureRow> {
    let figures = [AccountFigure::Costs, AccountFigure::Savings, AccountFigure::Net];
    let row = |party| figures.map(|figure| Some(FigureId::Account(Account::Party(party), figure))).to_vec();
    let mut rows: Vec<FigureRow> = Party::ALL.map(row).to_vec();
    // Costs that no party pays, and payments beyond the costs.
    if let Some(plan) = &outcome.financing {
        let all = [(plan.uncovered, PlanFigure::Uncovered), (plan.surplus, PlanFigure::Surplus)];
        let nonzero = all.into_iter().filter(|(amount, _)| amount.euros() > 0.0);
        rows.extend(nonzero.map(|(_, figure)| vec![Some(FigureId::Plan(figure, None)), None, None]));
    }
    // The totals: all parties together bear the net costs. The sum of their savings is not
    // a figure of the outcome.
    rows.push(vec![Some(FigureId::Costs), None, None]);
    rows
}

/// Rows per year, with the payment of each funder, and the costs last.
fn plan(outcome: &Outcome) -> Vec<FigureRow> {
    let Some(plan) = &outcome.financing else { return Vec::new() };
    let row = |year: u32| {
        let remainder = [PlanFigure::Uncovered, PlanFigure::Surplus];
        let figures = (0..plan.funders.len()).map(PlanFigure::Funder).chain(remainder);
        let figures = figures.map(|figure| Some(FigureId::Plan(figure, Some(year))));
        figures.chain([Some(FigureId::Year(Account::All, year, YearFigure::Costs))]).collect()
    };
    plan.years.iter().map(|year| row(year.year)).collect()
}

/// Rows per year, for all parties together.
fn cumulative(outcome: &Outcome) -> Vec<FigureRow> {
    let figures = [YearFigure::Costs, YearFigure::Savings, YearFigure::Net, YearFigure::Cumulative];
    let years = outcome.years.iter().map(|year| year.year);
    years
        .map(|year| figures.map(|figure| Some(FigureId::Year(Account::All, year, figure))).to_vec())
        .collect()
}
