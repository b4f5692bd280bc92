//! The parts of a picture that stand for a figure: where they are, what they
//! are called, and which figure it is. The page makes them open; files of
//! pictures have nothing of it.
//!
//! Parts come in reading order, and only where something is drawn. What the
//! picture puts together since it is small goes by the figure that holds it.

use super::cumulative::{self, PLOT, YEARS};
use super::parts::{Part, Role, Source, is_nothing};
use super::{WIDTH, against, parties, waterfall};
use crate::explain::{Account, AccountPart, Cell, FigureId, LinePart};
use crate::model::{Outcome, Party};
use crate::text::Text;

/// Left, top, width and height, in the picture's units.
pub type Area = (f64, f64, f64, f64);

/// A part of a picture that stands for a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Touch {
    /// The figure.
    pub figure: FigureId,
    /// Its name and value as the picture has them.
    pub name: String,
    /// Its words, or all of it; never smaller than a line of words.
    pub area: Area,
    /// What is drawn, where that stands apart from its words.
    pub drawn: Option<Area>,
}

/// The parts of the picture with this id that stand for a figure; none for
/// pictures whose figures are no part of an outcome.
pub fn touches(id: &str, outcome: &Outcome, text: &Text, own: &dyn Fn(usize) -> String) -> Vec<Touch> {
    let source = Source { outcome, text, own };
    match id {
        against::ID => columns(&source),
        waterfall::ID => steps(&source),
        parties::ID => accounts(&source),
        cumulative::ID => years(&source),
        _ => Vec::new(),
    }
}

fn named(name: &str, value: &str) -> String {
    format!("{name}: {value}")
}

/// The figure of a part of a column.
fn part_figure(part: &Part) -> FigureId {
    match (part.role, part.place) {
        (Role::Saving | Role::Harm, Some(place)) => FigureId::Line(place, LinePart::Net),
        (Role::Saving | Role::Harm, None) => FigureId::Savings,
        (Role::Cost | Role::Income, Some(place)) => FigureId::Cost(place),
        (Role::Cost, None) => FigureId::Gross,
        // Own income is what the net costs differ by.
        (Role::Income, None) => FigureId::Costs,
    }
}

/// Both columns: each part from top to bottom, then what the column comes to.
fn columns(source: &Source) -> Vec<Touch> {
    let charts = source.text.charts;
    let layout = against::layout(source);
    let mut all = Vec::new();
    for (side, column) in layout.columns.iter().enumerate() {
        let left = if column.left { 0.0 } else { column.labels().0 };
        let width = column.room();
        let mut found = Vec::new();
        let blocks = layout.blocks[side].iter().zip(layout.tops(side));
        let mut blocks = blocks.map(|(block, top)| (left, top, width, block.height()));
        for ((part, _), (top, bottom)) in column.parts.iter().zip(layout.ends(side)) {
            let Some(area) = blocks.next() else { break };
            let drawn = Some((column.x(), top, against::COLUMN, bottom - top));
            let name = named(&part.name, &source.euro(part.amount));
            found.push(Touch { figure: part_figure(part), name, area, drawn });
        }
        if layout.lower() == Some(side)
            && let Some(area) = blocks.next()
        {
            let name = if layout.gap > 0.0 { charts.gap } else { charts.surplus };
            let name = named(name, &source.euro(layout.gap.abs()));
            found.push(Touch { figure: FigureId::Gap, name, area, drawn: Some(layout.open(side)) });
        }
        found.reverse();
        // With harm or own income in it, what it comes to is no figure.
        if !(layout.has_income || layout.has_harm) {
            let (figure, name) = if column.left {
                (FigureId::Costs, charts.costs)
            } else {
                (FigureId::Savings, charts.savings)
            };
            let half = WIDTH / 2.0 - against::HALF;
            let left = if column.left { 0.0 } else { WIDTH / 2.0 + against::HALF };
            let area = (left, layout.base + 4.0, half, 36.0);
            found.push(Touch { figure, name: named(name, &source.euro(column.total)), area, drawn: None });
        }
        all.append(&mut found);
    }
    all
}

/// The steps of the waterfall, a row each.
fn steps(source: &Source) -> Vec<Touch> {
    let (outcome, charts) = (source.outcome, source.text.charts);
    let steps = waterfall::steps(source);
    let shown = waterfall::short(&steps, source);
    let mut figures = vec![FigureId::Gross];
    if outcome.costs.own_income.euros() > 0.0 {
        figures.push(FigureId::Costs);
    }
    figures.extend(source.savings().iter().map(part_figure));
    // Many p.m. lines have one row together, which is no figure.
    if shown.len() == steps.len() {
        let lines = outcome.savings.iter().enumerate();
        let pm = lines.filter(|(_, line)| !line.counted && line.kind.is_saving());
        figures.extend(pm.map(|(place, _)| FigureId::Line(place, LinePart::Needed)));
    }
    let (rows, last) = waterfall::rows(&shown);
    let row = |top: f64, height: f64| (0.0, top, WIDTH, height);
    let parts = figures.into_iter().zip(&shown).zip(rows);
    let touch = |((figure, step), (_, top, height)): ((FigureId, &waterfall::Step), (_, f64, f64))| {
        let value = step.change.map_or_else(|| charts.pm.to_owned(), |change| source.euro(change));
        Touch { figure, name: named(&step.name, &value), area: row(top, height), drawn: None }
    };
    let mut all: Vec<Touch> = parts.map(touch).collect();
    let gap = outcome.break_even.gap.euros();
    let name = if gap < 0.0 && !is_nothing(gap) { charts.surplus } else { charts.gap };
    let name = named(name, &source.euro(gap.abs()));
    let area = row(last, 2.0 * waterfall::LINE);
    all.push(Touch { figure: FigureId::Gap, name, area, drawn: None });
    all
}

/// Per party its saldo, what it pays and what it saves.
fn accounts(source: &Source) -> Vec<Touch> {
    let charts = source.text.charts;
    let mut all = Vec::new();
    let mut top = 0.0;
    for party in Party::ALL {
        let ledger = source.outcome.parties.get(party);
        let [costs, savings] = [ledger.costs, ledger.savings].map(|amount| amount.euros());
        if is_nothing(costs) && is_nothing(savings) {
            continue;
        }
        let mut add = |part, words: &str, value: f64, top: f64, height: f64| {
            let who = (source.text.sentences.party_short)(party);
            let name = format!("{who}: {words} {}", source.euro(value));
            let figure = FigureId::Account(Account::Party(party), part);
            all.push(Touch { figure, name, area: (0.0, top, WIDTH, height), drawn: None });
        };
        add(AccountPart::Net, charts.saldo, ledger.net.euros(), top, parties::NAME);
        let pays = if costs < 0.0 { charts.receives } else { charts.pays };
        let saves = if savings < 0.0 { charts.extra } else { charts.saves };
        let first = top + parties::NAME;
        add(AccountPart::Costs, pays, costs.abs(), first, parties::PITCH);
        add(AccountPart::Savings, saves, savings.abs(), first + parties::PITCH, parties::PITCH);
        top += parties::ROW;
    }
    all
}

/// The saldo added up to each year, around the point of that year.
fn years(source: &Source) -> Vec<Touch> {
    let charts = source.text.charts;
    let plane = cumulative::plane(source);
    let [year_name, _, _, _, what] = charts.cumulative_head;
    let touch = |year: &crate::model::years::Year| {
        let number = f64::from(year.year);
        let left = plane.across.at(number - 0.5).max(plane.margin);
        let right = plane.across.at(number + 0.5).min(WIDTH);
        let value = source.euro(year.cumulative.euros());
        Touch {
            figure: FigureId::Year(Account::All, year.year, Cell::Cumulative),
            name: format!("{year_name} {}, {what}: {value}", year.year),
            area: (left, PLOT.0, right - left, YEARS - PLOT.0),
            drawn: None,
        }
    };
    source.outcome.years.iter().map(touch).collect()
}
