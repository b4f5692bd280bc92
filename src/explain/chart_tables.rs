//! Which figures stand in the tables of the pictures, cell by cell.

use crate::explain::{Account, AccountFigure, FigureId, LineFigure, PlanFigure, YearFigure};
use crate::model::{Outcome, Party};

/// The figures of one row, without its name; none where a cell holds what was
/// entered, or a step between two figures.
type FigureRow = Vec<Option<FigureId>>;

/// The figures in the table of the picture with this id; empty for pictures
/// whose figures are no part of the outcome. No figure stands there twice.
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

/// The places of the savings and transfers that count, or that are p.m.
fn lines(outcome: &Outcome, counted: bool) -> impl Iterator<Item = usize> {
    let all = outcome.savings.iter().enumerate();
    let found = move |(_, line): &(usize, &crate::model::savings::Saving)| {
        line.counted == counted && line.kind.is_saving()
    };
    all.filter(found).map(|(place, _)| place)
}

fn net(place: usize) -> Option<FigureId> {
    Some(FigureId::Line(place, LineFigure::Net))
}

/// A p.m. line has no amount; what it would have to be says more.
fn needed(place: usize) -> Option<FigureId> {
    Some(FigureId::Line(place, LineFigure::Needed))
}

fn has_income(outcome: &Outcome) -> bool {
    outcome.costs.own_income.euros() > 0.0
}

fn costs_vs_savings(outcome: &Outcome) -> Vec<FigureRow> {
    let mut rows: Vec<FigureRow> =
        (0..outcome.costs.lines.len()).map(|place| vec![Some(FigureId::Cost(place)), None]).collect();
    if has_income(outcome) {
        rows.push(vec![None, None]);
    }
    rows.extend(lines(outcome, true).map(|place| vec![None, net(place)]));
    rows.extend(lines(outcome, false).map(|place| vec![None, needed(place)]));
    rows.push(vec![Some(FigureId::Costs), Some(FigureId::Savings)]);
    rows.push(vec![None, Some(FigureId::Gap)]);
    rows
}

fn waterfall(outcome: &Outcome) -> Vec<FigureRow> {
    let mut rows: Vec<FigureRow> = vec![vec![Some(FigureId::Gross), None]];
    if has_income(outcome) {
        rows.push(vec![None, Some(FigureId::Costs)]);
    }
    rows.extend(lines(outcome, true).map(|place| vec![net(place), None]));
    rows.extend(lines(outcome, false).map(|place| vec![needed(place), None]));
    rows.push(vec![None, Some(FigureId::Gap)]);
    rows
}

fn parties(outcome: &Outcome) -> Vec<FigureRow> {
    let parts = [AccountFigure::Costs, AccountFigure::Savings, AccountFigure::Net];
    let of = |party| parts.map(|part| Some(FigureId::Account(Account::Party(party), part))).to_vec();
    let mut rows: Vec<FigureRow> = Party::ALL.map(of).to_vec();
    // What no party pays, and what they pay too much.
    if let Some(plan) = &outcome.financing {
        let rest = [(plan.uncovered, PlanFigure::Uncovered), (plan.surplus, PlanFigure::Surplus)];
        let there = rest.into_iter().filter(|(amount, _)| amount.euros() > 0.0);
        rows.extend(there.map(|(_, part)| vec![Some(FigureId::Plan(part, None)), None, None]));
    }
    // All parties together pay what it costs; what they save has no name.
    rows.push(vec![Some(FigureId::Costs), None, None]);
    rows
}

fn plan(outcome: &Outcome) -> Vec<FigureRow> {
    let Some(plan) = &outcome.financing else { return Vec::new() };
    let row = |year: u32| {
        let rest = [PlanFigure::Uncovered, PlanFigure::Surplus];
        let parts = (0..plan.funders.len()).map(PlanFigure::Funder).chain(rest);
        let parts = parts.map(|part| Some(FigureId::Plan(part, Some(year))));
        parts.chain([Some(FigureId::Year(Account::All, year, YearFigure::Costs))]).collect()
    };
    plan.years.iter().map(|year| row(year.year)).collect()
}

fn cumulative(outcome: &Outcome) -> Vec<FigureRow> {
    let cells = [YearFigure::Costs, YearFigure::Savings, YearFigure::Net, YearFigure::Cumulative];
    let years = outcome.years.iter().map(|year| year.year);
    years.map(|year| cells.map(|cell| Some(FigureId::Year(Account::All, year, cell))).to_vec()).collect()
}
