//! The parts of a picture that stand for a figure: where they are, what they
//! are called, and which figure it is. In the page a click opens the explanation of
//! the figure; saved picture files have no regions.
//!
//! Parts come in reading order, and only where something is drawn. Small amounts
//! that the picture merges open as their sum.

use crate::chart::aggregates::{Aggregate, FigureTarget};
use crate::chart::cumulative;
use crate::chart::cumulative::{PLOT, RIGHT, YEARS};
pub use crate::chart::line_amounts::Role;
use crate::chart::line_amounts::{LineAmount, Source, is_nothing};
use crate::chart::{Anchor, Chart, Mark, MarkStyle, Picture, WIDTH, costs_vs_savings, parties, waterfall};
use crate::explain::{Account, AccountFigure, FigureId, LineFigure, PlanFigure, YearFigure};
use crate::model::{Outcome, Party};
use crate::text::Text;

/// Margin around a block of text, in the picture's units: it makes two lines of text a
/// touch target of at least 24 pixels high on the smallest screen.
const EDGE: f64 = 1.0;

/// Left, top, width and height, in the picture's units.
pub type Area = (f64, f64, f64, f64);

/// A part of a picture that stands for a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct HitRegion {
    /// Figure that opens.
    pub figure: FigureTarget,
    /// Name and value as the picture has them.
    pub name: String,
    /// Area of the words, or of all of it; never smaller than a line of words.
    pub area: Area,
    /// Area of the shape, where it stands apart from its words.
    pub drawn: Option<Area>,
}

/// Returns the parts of a picture that open a figure of the outcome; empty for
/// pictures that show other figures. Positions are read from the marks of the
/// picture, so they follow its layout.
pub fn hit_regions(
    chart: &Chart,
    outcome: &Outcome,
    text: &Text,
    own: &dyn Fn(usize) -> String,
) -> Vec<HitRegion> {
    let source = Source { outcome, text, own };
    match chart.id {
        costs_vs_savings::ID => columns(&source, &chart.picture),
        waterfall::ID => steps(&source),
        parties::ID => accounts(&source, &chart.picture),
        cumulative::ID => years(&source, &chart.picture),
        _ => Vec::new(),
    }
}

fn label(name: &str, value: &str) -> String {
    format!("{name}: {value}")
}

/// The figure of a part of a column.
fn part_figure(part: &LineAmount) -> FigureTarget {
    match (part.role, part.place) {
        (Role::Saving | Role::Harm, Some(place)) => {
            FigureTarget::Figure(FigureId::Line(place, LineFigure::Net))
        }
        (Role::Cost | Role::Income, Some(place)) => FigureTarget::Figure(FigureId::Cost(place)),
        (role, None) if part.many => FigureTarget::Aggregate(Aggregate::Rest(role)),
        (_, None) => FigureTarget::Income,
    }
}

/// Lists the regions of both columns: each part from top to bottom, then the total.
fn columns(source: &Source, picture: &Picture) -> Vec<HitRegion> {
    let charts = source.text.charts;
    let ([left, right], has_harm, has_income) = costs_vs_savings::columns(source);
    // Bars in drawing order: parts from the base upwards, then the gap or surplus.
    let mut bars = picture.marks.iter().filter_map(|mark| match mark {
        Mark::Rect { x, y, width, height, .. } => Some((*x, *y, *width, *height)),
        _ => None,
    });
    let gap = left.total - right.total;
    let open = !is_nothing(gap);
    let mut sides = [(left, Vec::new()), (right, Vec::new())];
    for (column, found) in &mut sides {
        for ((part, _), bar) in column.parts.iter().zip(&mut bars) {
            found.push((part_figure(part), label(&part.name, &source.euro(part.amount)), bar));
        }
    }
    if open && let Some(bar) = bars.next() {
        let name = if gap > 0.0 { charts.gap } else { charts.surplus };
        let name = label(name, &source.euro(gap.abs()));
        sides[usize::from(gap > 0.0)].1.push((FigureTarget::Figure(FigureId::Gap), name, bar));
    }
    let mut words = blocks(picture).into_iter();
    let mut all = Vec::new();
    for (place, (column, found)) in sides.into_iter().enumerate() {
        // Words stand from top to bottom.
        for ((figure, name, bar), area) in found.into_iter().rev().zip(&mut words) {
            all.push(HitRegion { figure, name, area, drawn: Some(bar) });
        }
        // With harm or own income the total of a column is not a figure of the outcome.
        let plain = !(has_income || has_harm);
        let left_name = if has_harm { charts.costs_and_harm } else { charts.costs };
        let right_name = if has_income { charts.income_and_savings } else { charts.savings };
        let (figure, group, name) = [
            (FigureId::Costs, Aggregate::Left, left_name),
            (FigureId::Savings, Aggregate::Right, right_name),
        ][place];
        let figure = if plain { FigureTarget::Figure(figure) } else { FigureTarget::Aggregate(group) };
        let half = WIDTH / 2.0;
        let (left, height) = (half * place as f64, 2.0 * costs_vs_savings::LINE + 2.0);
        let area = (left, picture.height - height - 4.0, half, height);
        all.push(HitRegion { figure, name: label(name, &source.euro(column.total)), area, drawn: None });
    }
    all
}

/// Returns where the words beside the columns are, in the order of the picture:
/// lines of a name and a bold amount each.
fn blocks(picture: &Picture) -> Vec<Area> {
    let lines = picture.marks.iter().filter_map(|mark| match mark {
        Mark::Text(line) => Some(line),
        _ => None,
    });
    let mut found = Vec::new();
    let mut top = None;
    for line in lines.filter(|line| line.style != MarkStyle::Muted) {
        let above = line.y - costs_vs_savings::LINE * 0.78;
        let top_of = *top.get_or_insert(above);
        if line.bold {
            let (left, right) = match line.anchor {
                Anchor::End => (0.0, line.x),
                _ => (line.x, WIDTH),
            };
            let height = above + costs_vs_savings::LINE - top_of + 2.0 * EDGE;
            found.push((left, top_of - EDGE, right - left, height));
            top = None;
        }
    }
    found
}

/// The steps of the waterfall, a row each.
fn steps(source: &Source) -> Vec<HitRegion> {
    let (outcome, charts) = (source.outcome, source.text.charts);
    let steps = waterfall::steps(source);
    let shown = waterfall::drawn_steps(&steps, source);
    let mut figures = vec![FigureTarget::Figure(FigureId::Gross)];
    if outcome.costs.own_income.euros() > 0.0 {
        figures.push(FigureTarget::Income);
    }
    figures.extend(source.savings().iter().map(part_figure));
    // Many p.m. lines share one row: what they must be worth.
    if shown.len() == steps.len() {
        let lines = outcome.savings.iter().enumerate();
        let pm = lines.filter(|(_, line)| !line.counted && line.kind.is_saving());
        figures.extend(pm.map(|(place, _)| FigureTarget::Figure(FigureId::Line(place, LineFigure::Needed))));
    } else {
        figures.push(FigureTarget::Figure(FigureId::PmThreshold));
    }
    let mut below = 2.0;
    let mut row = |lines: usize| {
        let (top, height) = (below, (lines as f64 + 1.0) * waterfall::LINE);
        below = top + height + waterfall::SPACE;
        (0.0, top - EDGE, WIDTH, height + 2.0 * EDGE)
    };
    let mut figures = figures.into_iter();
    let mut all = Vec::new();
    for step in &shown {
        let area = row(waterfall::names(step).len());
        let value = step.change.map_or_else(|| charts.pm.to_owned(), |change| source.euro(change));
        let name = label(&step.name, &value);
        all.extend(figures.next().map(|figure| HitRegion { figure, name, area, drawn: None }));
    }
    let gap = outcome.break_even.gap.euros();
    let name = if gap < 0.0 && !is_nothing(gap) { charts.surplus } else { charts.gap };
    let name = label(name, &source.euro(gap.abs()));
    all.push(HitRegion { figure: FigureTarget::Figure(FigureId::Gap), name, area: row(1), drawn: None });
    all
}

/// Lists the saldo of each party, what it pays and what it saves.
fn accounts(source: &Source, picture: &Picture) -> Vec<HitRegion> {
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
            let figure = FigureTarget::Figure(FigureId::Account(Account::Party(party), part));
            all.push(HitRegion { figure, name, area: (0.0, top, WIDTH, height), drawn: None });
        };
        add(AccountFigure::Net, charts.saldo, ledger.net.euros(), top, parties::NAME);
        let pays = if costs < 0.0 { charts.receives } else { charts.pays };
        let saves = if savings < 0.0 { charts.extra } else { charts.saves };
        let first = top + parties::NAME;
        add(AccountFigure::Costs, pays, costs.abs(), first, parties::PITCH);
        add(AccountFigure::Savings, saves, savings.abs(), first + parties::PITCH, parties::PITCH);
        top += parties::ROW;
    }
    all.extend(uncovered_region(source, picture));
    all
}

/// Returns the region of the uncovered costs, where the picture has that row.
fn uncovered_region(source: &Source, picture: &Picture) -> Option<HitRegion> {
    let words = source.text.financing().uncovered;
    let amount = source.outcome.financing.as_ref()?.uncovered.euros();
    let top = picture.marks.iter().find_map(|mark| match mark {
        Mark::Text(line) if line.bold && line.text == words => Some(line.y - 14.0),
        _ => None,
    })?;
    let figure = FigureTarget::Figure(FigureId::Plan(PlanFigure::Uncovered, None));
    let area = (0.0, top, WIDTH, picture.height - top);
    Some(HitRegion { figure, name: label(words, &source.euro(amount)), area, drawn: None })
}

/// Returns a region around the point of each year, for the cumulative saldo.
fn years(source: &Source, picture: &Picture) -> Vec<HitRegion> {
    let charts = source.text.charts;
    let years = &source.outcome.years;
    // The last year is at the right end; the first one that is named says how
    // far apart they are.
    let step = if years.len() > 10 { 2 } else { 1 };
    let named = step.to_string();
    let at = picture.marks.iter().find_map(|mark| match mark {
        Mark::Text(line) if line.y == YEARS && line.text == named => Some(line.x),
        _ => None,
    });
    let apart = match at {
        Some(x) if years.len() > step => (RIGHT - x) / (years.len() - step) as f64,
        _ => RIGHT,
    };
    let [year_name, _, _, _, what] = charts.cumulative_head;
    let region = |year: &crate::model::years::YearResult| {
        let x = RIGHT - apart * (years.len() as f64 - f64::from(year.year));
        let (left, right) = ((x - apart / 2.0).max(0.0), (x + apart / 2.0).min(WIDTH));
        let value = source.euro(year.cumulative.euros());
        HitRegion {
            figure: FigureTarget::Figure(FigureId::Year(Account::All, year.year, YearFigure::Cumulative)),
            name: format!("{year_name} {}, {what}: {value}", year.year),
            area: (left, PLOT.0, right - left, YEARS - PLOT.0),
            drawn: None,
        }
    };
    years.iter().map(region).collect()
}
