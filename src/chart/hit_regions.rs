//! Clickable regions of the charts of an outcome: their area, their name and their
//! figure. On the page a click opens the explanation of the figure; saved files have no
//! regions.
//!
//! Regions are in reading order, and only where something is drawn. Small lines that
//! the chart merges are one region, which opens their sum.

use crate::chart::aggregates::{Aggregate, FigureTarget};
use crate::chart::costs_vs_savings::ChartColumns;
use crate::chart::cumulative;
use crate::chart::cumulative::{PLOT, RIGHT, YEARS_BASELINE};
pub use crate::chart::line_amounts::Role;
use crate::chart::line_amounts::{ChartContext, LineAmount, is_shown_as_zero};
use crate::chart::{
    Anchor, Chart, Drawing, LINE_HEIGHT, Mark, MarkStyle, WIDTH, costs_vs_savings, parties, waterfall,
};
use crate::explain::{Account, AccountFigure, FigureId, LineFigure, PlanFigure, YearFigure};
use crate::model::{Outcome, Party};
use crate::text::Text;

/// Margin around a block of text, in drawing units: it makes two lines of text a touch
/// target of at least 24 pixels high on the smallest screen.
const TOUCH_MARGIN: f64 = 1.0;

/// A rectangle: left, top, width and height, in drawing units.
pub type Area = (f64, f64, f64, f64);

/// A clickable region of a drawing, for one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct HitRegion {
    /// Figure whose explanation opens.
    pub figure: FigureTarget,
    /// Name and value of the figure, as the drawing shows them.
    pub name: String,
    /// Area of the text, or of text and shape together; at least a line of text high.
    pub area: Area,
    /// Area of the shape, where it is separate from its text.
    pub shape: Option<Area>,
}

/// Returns the clickable regions of a chart of an outcome; empty for any other chart.
/// Positions are read from the marks of the drawing, so they follow its layout.
/// `own_name` returns the user's name for the own line at an index.
pub fn hit_regions(
    chart: &Chart,
    outcome: &Outcome,
    text: &Text,
    own_name: &dyn Fn(usize) -> String,
) -> Vec<HitRegion> {
    let context = ChartContext { outcome, text, own_name };
    match chart.id {
        costs_vs_savings::ID => column_regions(&context, &chart.drawing),
        waterfall::ID => waterfall_regions(&context),
        parties::ID => party_regions(&context, &chart.drawing),
        cumulative::ID => year_regions(&context, &chart.drawing),
        _ => Vec::new(),
    }
}

/// Returns the name of a region for screen readers.
pub(crate) fn accessible_name(name: &str, value: &str) -> String {
    format!("{name}: {value}")
}

/// Returns the figure of a line of a column.
pub(crate) fn line_figure(line: &LineAmount) -> FigureTarget {
    match (line.role, line.index) {
        (Role::Saving | Role::Harm, Some(index)) => {
            FigureTarget::Figure(FigureId::Line(index, LineFigure::Net))
        }
        (Role::Cost | Role::Income, Some(index)) => FigureTarget::Figure(FigureId::Cost(index)),
        (role, None) if line.is_merged => FigureTarget::Aggregate(Aggregate::MergedLines(role)),
        (_, None) => FigureTarget::OwnIncome,
    }
}

/// Returns the regions of both columns of costs against savings: for each column its
/// segments from top to bottom, then its total.
fn column_regions(context: &ChartContext, drawing: &Drawing) -> Vec<HitRegion> {
    let charts = context.text.charts;
    let columns = ChartColumns::new(context);
    let names = columns.names(context);
    let ChartColumns { left, right, has_harm, has_income } = columns;
    // The bars in the drawing are the segments of the left column from the bottom upwards,
    // then the segments of the right column, then the gap or the positive saldo.
    let mut bars = drawing.marks.iter().filter_map(|mark| match mark {
        Mark::Rect { x, y, width, height, .. } => Some((*x, *y, *width, *height)),
        _ => None,
    });
    let gap = left.total - right.total;
    // Figure, name and bar of each segment, per column.
    let mut segments = [Vec::new(), Vec::new()];
    for (column, column_segments) in [&left, &right].into_iter().zip(&mut segments) {
        for ((line, _), bar) in column.segments.iter().zip(&mut bars) {
            column_segments.push((
                line_figure(line),
                accessible_name(&line.name, &context.euro(line.amount)),
                bar,
            ));
        }
    }
    if !is_shown_as_zero(gap)
        && let Some(bar) = bars.next()
    {
        let name = if gap > 0.0 { charts.gap } else { charts.positive_saldo };
        let name = accessible_name(name, &context.euro(gap.abs()));
        segments[usize::from(gap > 0.0)].push((FigureTarget::Figure(FigureId::Gap), name, bar));
    }
    let totals = [left.total, right.total];
    // With harm or own income the total of a column is not a figure of the outcome.
    let total_figures = if has_income || has_harm {
        [Aggregate::LeftColumn, Aggregate::RightColumn].map(FigureTarget::Aggregate)
    } else {
        [FigureId::Costs, FigureId::Savings].map(FigureTarget::Figure)
    };
    let mut text_areas = text_areas(drawing).into_iter();
    let mut regions = Vec::new();
    for (index, column_segments) in segments.into_iter().enumerate() {
        // The texts are from top to bottom.
        for ((figure, name, bar), area) in column_segments.into_iter().rev().zip(&mut text_areas) {
            regions.push(HitRegion { figure, name, area, shape: Some(bar) });
        }
        let half = WIDTH / 2.0;
        let (left, height) = (half * index as f64, 2.0 * LINE_HEIGHT + 2.0);
        regions.push(HitRegion {
            figure: total_figures[index],
            name: accessible_name(names[index], &context.euro(totals[index])),
            area: (left, drawing.height - height - 4.0, half, height),
            shape: None,
        });
    }
    regions
}

/// Returns the areas of the labels next to the columns, in the order in which they are
/// drawn. Each label is one or more lines of a name and then a bold amount.
fn text_areas(drawing: &Drawing) -> Vec<Area> {
    let lines = drawing.marks.iter().filter_map(|mark| match mark {
        Mark::Text(line) => Some(line),
        _ => None,
    });
    let mut areas = Vec::new();
    let mut label_top = None;
    for line in lines.filter(|line| line.style != MarkStyle::MutedText) {
        let line_top = line.y - LINE_HEIGHT * 0.78;
        let top = *label_top.get_or_insert(line_top);
        if line.bold {
            let (left, right) = match line.anchor {
                Anchor::End => (0.0, line.x),
                _ => (line.x, WIDTH),
            };
            let height = line_top + LINE_HEIGHT - top + 2.0 * TOUCH_MARGIN;
            areas.push((left, top - TOUCH_MARGIN, right - left, height));
            label_top = None;
        }
    }
    areas
}

/// Returns the regions of the waterfall, one per row.
fn waterfall_regions(context: &ChartContext) -> Vec<HitRegion> {
    let (outcome, charts) = (context.outcome, context.text.charts);
    let steps = waterfall::steps(context);
    let shown = waterfall::drawn_steps(&steps, context);
    let mut figures = vec![FigureTarget::Figure(FigureId::Gross)];
    if outcome.costs.own_income.euros() > 0.0 {
        figures.push(FigureTarget::OwnIncome);
    }
    figures.extend(context.savings().iter().map(line_figure));
    // Where many p.m. lines share one row, the row opens the amount that they must be worth.
    if shown.len() == steps.len() {
        let lines = outcome.savings.iter().enumerate();
        let pm = lines.filter(|(_, line)| !line.counted && line.kind.counts_for_payers());
        figures.extend(pm.map(|(index, line)| {
            // A benefit less is no gain for society, so no number of them is needed.
            let has_needed = outcome.break_even.per_line.iter().any(|needed| needed.id == line.id);
            let figure = if has_needed { LineFigure::Needed } else { LineFigure::Net };
            FigureTarget::Figure(FigureId::Line(index, figure))
        }));
    } else {
        figures.push(FigureTarget::Figure(FigureId::PmThreshold));
    }
    let mut next_top = 2.0;
    let mut next_row = |name_lines: usize| {
        let (top, height) = (next_top, (name_lines as f64 + 1.0) * LINE_HEIGHT);
        next_top = top + height + waterfall::SPACE;
        (0.0, top - TOUCH_MARGIN, WIDTH, height + 2.0 * TOUCH_MARGIN)
    };
    let mut figures = figures.into_iter();
    let mut regions = Vec::new();
    for step in &shown {
        let area = next_row(waterfall::name_lines(step).len());
        let value = step.change.map_or_else(|| charts.pm.to_owned(), |change| context.euro(change));
        let name = accessible_name(&step.name, &value);
        regions.extend(figures.next().map(|figure| HitRegion { figure, name, area, shape: None }));
    }
    let gap = outcome.break_even.gap.euros();
    let name = if gap < 0.0 && !is_shown_as_zero(gap) { charts.positive_saldo } else { charts.gap };
    let name = accessible_name(name, &context.euro(gap.abs()));
    regions.push(HitRegion {
        figure: FigureTarget::Figure(FigureId::Gap),
        name,
        area: next_row(1),
        shape: None,
    });
    regions
}

/// Returns the regions of the chart of parties: for each its saldo, costs and savings, and
/// then the uncovered costs.
fn party_regions(context: &ChartContext, drawing: &Drawing) -> Vec<HitRegion> {
    let result_charts = context.text.result_charts();
    let mut regions = Vec::new();
    let mut top = 0.0;
    for party in Party::ALL {
        let ledger = context.outcome.parties.get(party);
        let [costs, savings] = [ledger.costs, ledger.savings].map(|amount| amount.euros());
        if is_shown_as_zero(costs) && is_shown_as_zero(savings) {
            continue;
        }
        let mut add = |account_figure, word: &str, value: f64, top: f64, height: f64| {
            let party_name = (context.text.result_sentences().party_short)(party);
            let name = format!("{party_name}: {word} {}", context.euro(value));
            let figure = FigureTarget::Figure(FigureId::Account(Account::Party(party), account_figure));
            regions.push(HitRegion { figure, name, area: (0.0, top, WIDTH, height), shape: None });
        };
        add(AccountFigure::Net, result_charts.saldo, ledger.net.euros(), top, parties::NAME_HEIGHT);
        let pays = if costs < 0.0 { result_charts.receives } else { result_charts.pays };
        let saves = if savings < 0.0 { result_charts.extra } else { result_charts.saves };
        let first_bar = top + parties::NAME_HEIGHT;
        add(AccountFigure::Costs, pays, costs.abs(), first_bar, parties::PITCH);
        add(AccountFigure::Savings, saves, savings.abs(), first_bar + parties::PITCH, parties::PITCH);
        top += parties::PARTY_HEIGHT;
    }
    regions.extend(uncovered_region(context, drawing));
    regions
}

/// Returns the region of the uncovered costs; `None` where the drawing has no such row.
fn uncovered_region(context: &ChartContext, drawing: &Drawing) -> Option<HitRegion> {
    let row_name = context.text.financing().uncovered;
    let amount = context.outcome.financing.as_ref()?.uncovered.euros();
    let top = drawing.marks.iter().find_map(|mark| match mark {
        Mark::Text(line) if line.bold && line.text == row_name => Some(line.y - 14.0),
        _ => None,
    })?;
    let figure = FigureTarget::Figure(FigureId::Plan(PlanFigure::Uncovered, None));
    let area = (0.0, top, WIDTH, drawing.height - top);
    Some(HitRegion { figure, name: accessible_name(row_name, &context.euro(amount)), area, shape: None })
}

/// Returns a region around the point of each year, for its cumulative saldo.
fn year_regions(context: &ChartContext, drawing: &Drawing) -> Vec<HitRegion> {
    let result_charts = context.text.result_charts();
    let years = &context.outcome.years;
    // The last year is at the right end of the plot. The distance between two years
    // follows from the position of the first year that has a number on the axis.
    let step = if years.len() > 10 { 2 } else { 1 };
    let first_number = step.to_string();
    let first_x = drawing.marks.iter().find_map(|mark| match mark {
        Mark::Text(line) if line.y == YEARS_BASELINE && line.text == first_number => Some(line.x),
        _ => None,
    });
    let pitch = match first_x {
        Some(x) if years.len() > step => (RIGHT - x) / (years.len() - step) as f64,
        _ => RIGHT,
    };
    let [year_name, _, _, _, cumulative_name] = result_charts.cumulative_head;
    let region = |year: &crate::model::years::YearResult| {
        let x = RIGHT - pitch * (years.len() as f64 - f64::from(year.year));
        let (left, right) = ((x - pitch / 2.0).max(0.0), (x + pitch / 2.0).min(WIDTH));
        let value = context.euro(year.cumulative.euros());
        HitRegion {
            figure: FigureTarget::Figure(FigureId::Year(Account::All, year.year, YearFigure::Cumulative)),
            name: format!("{year_name} {}, {cumulative_name}: {value}", year.year),
            area: (left, PLOT.0, right - left, YEARS_BASELINE - PLOT.0),
            shape: None,
        }
    };
    years.iter().map(region).collect()
}
