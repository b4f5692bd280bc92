//! Line chart of the cumulative saldo over the years, with the end of the council term
//! marked.

use crate::chart::layout::{Scale, round_ticks};
use crate::chart::line_amounts::{ChartContext, is_shown_as_zero};
use crate::chart::shape::{Path, label};
use crate::chart::text_metrics::width;
use crate::chart::{Anchor, Chart, Drawing, Label, Mark, MarkStyle, SMALL_TEXT_SIZE, Table, WIDTH, amount};
use crate::model::Outcome;
use crate::text::Text;

/// Length of the term of a municipal council (raadsperiode), in years.
pub const COUNCIL_TERM: u32 = 4;

/// Id of the chart, in the page and in names of saved files.
pub const ID: &str = "saldo-over-de-jaren";

/// Top and bottom of the plot.
pub(super) const PLOT: (f64, f64) = (42.0, 220.0);
/// Lowest baseline of an amount below the line, so that it stays clear of the years.
const LOWEST_LABEL: f64 = PLOT.1 + 19.0;
/// Baseline of the numbers of the years.
pub(super) const YEARS_BASELINE: f64 = PLOT.1 + 38.0;
/// Right end of the plot.
pub(super) const RIGHT: f64 = WIDTH - 10.0;

/// Draws the cumulative saldo over the years of the horizon.
pub fn cumulative(outcome: &Outcome, text: &Text) -> Chart {
    let own_name = |_| String::new();
    let context = ChartContext { outcome, text, own_name: &own_name };
    Chart {
        id: ID,
        title: (text.result_sentences().cumulative_title)(outcome),
        sentence: (text.result_sentences().cumulative)(outcome),
        drawing: draw(&context),
        table: None,
        hotspots: Vec::new(),
    }
}

fn draw(context: &ChartContext) -> Drawing {
    let (outcome, charts) = (context.outcome, context.text.charts);
    let result_charts = context.text.result_charts();
    let start_up = outcome.costs.start_up.euros();
    // Each point is a year and the cumulative saldo at its end. Start-up costs are paid
    // before year 1, so they are a second point at zero.
    let mut points = vec![(0.0, 0.0)];
    if !is_shown_as_zero(start_up) {
        points.push((0.0, -start_up));
    }
    points.extend(outcome.years.iter().map(|year| (f64::from(year.year), year.cumulative.euros())));
    let horizon = outcome.years.len();

    let values = || points.iter().map(|point| point.1);
    let ticks = round_ticks(values().fold(0.0, f64::min), values().fold(0.0, f64::max), 4.0);
    let (low, high) = (ticks[0], ticks[ticks.len() - 1]);
    let names: Vec<String> =
        ticks.iter().map(|tick| amount::tick(*tick, context.text.notation, charts)).collect();
    let text_width = |name: &str| width(name, SMALL_TEXT_SIZE, false);
    let margin =
        names.iter().map(|name| text_width(name)).fold(text_width(result_charts.year), f64::max) + 8.0;
    let y_scale = Scale::new((low, high), (PLOT.1, PLOT.0));
    let y = |value| if low == high { (PLOT.0 + PLOT.1) / 2.0 } else { y_scale.position(value) };
    let x_scale = Scale::new((0.0, horizon as f64), (margin, RIGHT));
    let line_points: Vec<(f64, f64)> =
        points.iter().map(|(year, value)| (x_scale.position(*year), y(*value))).collect();

    let mut marks = Vec::new();
    let (mut below, mut above) = (Path::default(), Path::default());
    add_areas(&line_points, y(0.0), &mut below, &mut above);
    let mut grid = Path::default();
    for tick in ticks.iter().filter(|tick| **tick != 0.0) {
        grid.line(&[(margin, y(*tick)), (WIDTH, y(*tick))]);
    }
    marks.extend(below.mark(MarkStyle::AreaBelowZero));
    marks.extend(above.mark(MarkStyle::AreaAboveZero));
    marks.extend(grid.mark(MarkStyle::Grid));
    for (tick, name) in ticks.iter().zip(names) {
        marks.push(label(margin - 6.0, y(*tick) + 4.5, Anchor::End, name).muted().mark());
    }
    let mut zero = Path::default();
    zero.line(&[(margin, y(0.0)), (WIDTH, y(0.0))]);
    marks.extend(zero.mark(MarkStyle::Zero));
    if horizon as u32 >= COUNCIL_TERM {
        marks.extend(council_term_end(x_scale.position(f64::from(COUNCIL_TERM)), result_charts.term_end));
    }
    let mut line = Path::default();
    line.line(&line_points);
    marks.extend(line.mark(MarkStyle::DataLine));
    let mut dots = Path::default();
    let year_points = &line_points[line_points.len() - horizon..];
    for (index, (x, y)) in year_points.iter().enumerate() {
        let has_amount = index + 1 == horizon || index + 1 == COUNCIL_TERM as usize;
        if has_amount || horizon <= 10 {
            dots.dot(*x, *y, 4.0);
        }
    }
    marks.extend(dots.mark(MarkStyle::WhiteEdged));
    marks.extend(amount_labels(context, &line_points, y(0.0), margin));
    let step = if horizon > 10 { 2 } else { 1 };
    for year in (step..=horizon).step_by(step) {
        let number = label(x_scale.position(year as f64), YEARS_BASELINE, Anchor::Middle, year.to_string());
        let number = if year as u32 == COUNCIL_TERM { number.bold() } else { number };
        marks.push(number.small().mark());
    }
    marks.push(label(margin - 6.0, YEARS_BASELINE, Anchor::End, result_charts.year).muted().mark());
    Drawing { width: WIDTH, height: YEARS_BASELINE + 8.0, marks }
}

/// Returns a dashed line at the end of the council term, with its name above.
fn council_term_end(x: f64, name: &str) -> Vec<Mark> {
    let mut marker_line = Path::default();
    marker_line.line(&[(x, 20.0), (x, YEARS_BASELINE - 14.0)]);
    let half = width(name, SMALL_TEXT_SIZE, false) / 2.0;
    let middle = x.clamp(half, WIDTH - half - 1.0);
    let name = label(middle, 13.0, Anchor::Middle, name).muted().mark();
    marker_line.mark(MarkStyle::MarkerLine).into_iter().chain([name]).collect()
}

/// Returns the amounts next to their points: the cumulative saldo of the last year and
/// of the end of the council term, and the start-up costs. The last year is always
/// labelled, the others only where there is room. `zero` is the height of the zero
/// line, `left` the left end of the plot.
fn amount_labels(context: &ChartContext, line_points: &[(f64, f64)], zero: f64, left: f64) -> Vec<Mark> {
    let outcome = context.outcome;
    let years = &outcome.years;
    let year_points = &line_points[line_points.len() - years.len()..];
    let last = years.len() - 1;
    let (x, y) = year_points[last];
    let amount = |index: usize| context.euro(years[index].cumulative.euros());
    let below = y + 20.0;
    let above = y - 11.0;
    // Keeps the text clear of the dashed line at the end of the term.
    let right = if last + 1 == COUNCIL_TERM as usize { x - 6.0 } else { x + 6.0 };
    let below_point = label(right, below, Anchor::End, amount(last)).bold();
    let options = [below_point.clone(), Label { y: above, ..below_point }];
    let is_free = |option: &&Label| !intersects_line(option, line_points, zero) && option.y < LOWEST_LABEL;
    // Where both options cross the line, takes the side from which the line does not come.
    let comes_from_above = line_points[line_points.len() - 2].1 < y;
    let fallback = if comes_from_above && below < LOWEST_LABEL { &options[0] } else { &options[1] };
    let mut labels = vec![options.iter().find(is_free).unwrap_or(fallback).clone()];

    let term_end_x = year_points.get(COUNCIL_TERM as usize - 1).map(|point| point.0);
    // For each other amount its possible positions, the best first.
    let mut others = Vec::new();
    if last >= COUNCIL_TERM as usize {
        let index = COUNCIL_TERM as usize - 1;
        let (x, y) = year_points[index];
        let right_above = label(x + 7.0, y - 8.0, Anchor::Start, amount(index)).bold();
        others.push(vec![Label { y: y + 19.0, ..right_above.clone() }, right_above]);
    }
    let start_up = outcome.costs.start_up.euros();
    if !is_shown_as_zero(start_up) {
        let short = context.text.result_charts().start_up;
        let long = format!("{short} {}", context.euro(start_up));
        let (_, y) = line_points[1];
        let middle = (zero + y) / 2.0 + 4.5;
        let start_up_label = |y, text: &str| label(left + 7.0, y, Anchor::Start, text).muted();
        others.push(vec![
            start_up_label(middle, &long),
            start_up_label(middle, short),
            start_up_label(y + 22.0, &long),
            start_up_label(y + 22.0, short),
        ]);
    }
    for options in others {
        let fits = |option: &&Label| {
            let clear = term_end_x.is_none_or(|x| bounding_box(option).0 > x || bounding_box(option).2 < x);
            is_free(option)
                && clear
                && option.span().1 < WIDTH
                && labels.iter().all(|other| !overlap(option, other))
        };
        if let Some(found) = options.iter().find(fits) {
            labels.push(found.clone());
        }
    }
    labels.into_iter().map(Label::mark).collect()
}

/// Returns left, top, right and bottom of a label, with a small margin.
fn bounding_box(label: &Label) -> (f64, f64, f64, f64) {
    let (left, right) = label.span();
    (left - 3.0, label.y - label.size * 0.8, right + 3.0, label.y + label.size * 0.28)
}

/// Returns whether two labels overlap.
fn overlap(one: &Label, other: &Label) -> bool {
    let (a, b) = (bounding_box(one), bounding_box(other));
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}

/// Returns whether the data line or the zero line runs through a label.
fn intersects_line(label: &Label, line_points: &[(f64, f64)], zero: f64) -> bool {
    let (left, top, right, bottom) = bounding_box(label);
    let crosses = |pair: &[(f64, f64)]| {
        let ((x1, y1), (x2, y2)) = (pair[0], pair[1]);
        if x2 < left || x1 > right {
            return false;
        }
        let slope = if x2 > x1 { (y2 - y1) / (x2 - x1) } else { 0.0 };
        let (a, b) = if x2 > x1 {
            (y1 + slope * (left.max(x1) - x1), y1 + slope * (right.min(x2) - x1))
        } else {
            (y1, y2)
        };
        a.min(b) < bottom && a.max(b) > top
    };
    (top < zero && zero < bottom) || line_points.windows(2).any(crosses)
}

/// Adds the areas between the data line and zero to `below` and `above`; where the
/// line crosses zero, the area is split.
fn add_areas(line_points: &[(f64, f64)], zero: f64, below: &mut Path, above: &mut Path) {
    for pair in line_points.windows(2) {
        let ((x1, y1), (x2, y2)) = (pair[0], pair[1]);
        let (a, b) = (y1 - zero, y2 - zero);
        let mut add_area = |(x1, y1): (f64, f64), (x2, y2): (f64, f64)| {
            if (y1 - zero).abs() + (y2 - zero).abs() < 0.05 || x2 - x1 < 0.05 {
                return;
            }
            let path = if y1 + y2 > 2.0 * zero { &mut *below } else { &mut *above };
            path.area(&[(x1, zero), (x1, y1), (x2, y2), (x2, zero)]);
        };
        if a * b < 0.0 {
            let crossing = x1 + (x2 - x1) * (a / (a - b));
            add_area((x1, y1), (crossing, zero));
            add_area((crossing, zero), (x2, y2));
        } else {
            add_area((x1, y1), (x2, y2));
        }
    }
}

/// Returns the data of the chart as a table.
pub fn table(context: &ChartContext) -> Table {
    let rows = context.outcome.years.iter().map(|year| {
        let amounts = [year.costs, year.savings, year.net, year.cumulative];
        let amounts = amounts.map(|amount| context.whole_euros(amount.euros()));
        [year.year.to_string()].into_iter().chain(amounts).collect()
    });
    Table {
        caption: (context.text.result_sentences().cumulative_title)(context.outcome),
        head: context.text.result_charts().cumulative_head.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}
