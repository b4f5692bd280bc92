//! The saldo added up over the years, with the end of the council term.

use crate::chart::layout::{Scale, round_ticks};
use crate::chart::line_amounts::{Source, is_nothing};
use crate::chart::shape::{Path, label};
use crate::chart::text_metrics::width;
use crate::chart::{Anchor, Chart, Label, Mark, MarkStyle, Picture, SMALL, Table, WIDTH, amount};
use crate::model::Outcome;
use crate::text::Text;

/// The year at whose end the council term ends.
pub const COUNCIL_TERM: u32 = 4;

/// Name, for ids in the page and for files.
pub const ID: &str = "saldo-over-de-jaren";

/// Top and bottom of the plot.
pub(super) const PLOT: (f64, f64) = (42.0, 220.0);
/// Position where labels below the line must stay above.
const BOTTOM: f64 = PLOT.1 + 19.0;
/// Baseline of the years.
pub(super) const YEARS: f64 = PLOT.1 + 38.0;
/// Right end of the plot.
pub(super) const RIGHT: f64 = WIDTH - 10.0;

/// The saldo added up over the years.
pub fn cumulative(outcome: &Outcome, text: &Text) -> Chart {
    let own = |_| String::new();
    let source = Source { outcome, text, own: &own };
    Chart {
        id: ID,
        title: (text.result_sentences().cumulative_title)(outcome),
        sentence: (text.result_sentences().cumulative)(outcome),
        picture: picture(&source),
        table: None,
        hotspots: Vec::new(),
    }
}

fn picture(source: &Source) -> Picture {
    let (outcome, charts) = (source.outcome, source.text.charts);
    let start_up = outcome.costs.start_up.euros();
    // Start-up costs come first of all, then the years each end at a point.
    let mut course = vec![(0.0, 0.0)];
    if !is_nothing(start_up) {
        course.push((0.0, -start_up));
    }
    course.extend(outcome.years.iter().map(|year| (f64::from(year.year), year.cumulative.euros())));
    let horizon = outcome.years.len();

    let values = || course.iter().map(|point| point.1);
    let ticks = round_ticks(values().fold(0.0, f64::min), values().fold(0.0, f64::max), 4.0);
    let (low, high) = (ticks[0], ticks[ticks.len() - 1]);
    let names: Vec<String> =
        ticks.iter().map(|tick| amount::tick(*tick, source.text.notation, charts)).collect();
    let wide = |name: &str| width(name, SMALL, false);
    let margin = names.iter().map(|name| wide(name)).fold(wide(charts.year), f64::max) + 8.0;
    let up = Scale::new((low, high), (PLOT.1, PLOT.0));
    let up = |value| if low == high { (PLOT.0 + PLOT.1) / 2.0 } else { up.at(value) };
    let across = Scale::new((0.0, horizon as f64), (margin, RIGHT));
    let places: Vec<(f64, f64)> = course.iter().map(|(year, value)| (across.at(*year), up(*value))).collect();

    let mut marks = Vec::new();
    let (mut below, mut above) = (Path::default(), Path::default());
    areas(&places, up(0.0), &mut below, &mut above);
    let mut grid = Path::default();
    for tick in ticks.iter().filter(|tick| **tick != 0.0) {
        grid.line(&[(margin, up(*tick)), (WIDTH, up(*tick))]);
    }
    marks.extend(below.mark(MarkStyle::Below));
    marks.extend(above.mark(MarkStyle::Above));
    marks.extend(grid.mark(MarkStyle::Grid));
    for (tick, name) in ticks.iter().zip(names) {
        marks.push(label(margin - 6.0, up(*tick) + 4.5, Anchor::End, name).muted().mark());
    }
    let mut zero = Path::default();
    zero.line(&[(margin, up(0.0)), (WIDTH, up(0.0))]);
    marks.extend(zero.mark(MarkStyle::Zero));
    if horizon as u32 >= COUNCIL_TERM {
        marks.extend(term(across.at(f64::from(COUNCIL_TERM)), charts.term_end));
    }
    let mut line = Path::default();
    line.line(&places);
    marks.extend(line.mark(MarkStyle::Course));
    let mut dots = Path::default();
    let points = &places[places.len() - horizon..];
    for (place, (x, y)) in points.iter().enumerate() {
        let marked = place + 1 == horizon || place + 1 == COUNCIL_TERM as usize;
        if marked || horizon <= 10 {
            dots.dot(*x, *y, 4.0);
        }
    }
    marks.extend(dots.mark(MarkStyle::Dot));
    marks.extend(values_at(source, &places, up(0.0), margin));
    let step = if horizon > 10 { 2 } else { 1 };
    for year in (step..=horizon).step_by(step) {
        let words = label(across.at(year as f64), YEARS, Anchor::Middle, year.to_string());
        let words = if year as u32 == COUNCIL_TERM { words.bold() } else { words };
        marks.push(words.small().mark());
    }
    marks.push(label(margin - 6.0, YEARS, Anchor::End, charts.year).muted().mark());
    Picture { width: WIDTH, height: YEARS + 8.0, marks }
}

/// A dashed line at the end of the council term, with its words above.
fn term(x: f64, words: &str) -> Vec<Mark> {
    let mut marker_line = Path::default();
    marker_line.line(&[(x, 20.0), (x, YEARS - 14.0)]);
    let half = width(words, SMALL, false) / 2.0;
    let middle = x.clamp(half, WIDTH - half - 1.0);
    let words = label(middle, 13.0, Anchor::Middle, words).muted().mark();
    marker_line.mark(MarkStyle::MarkerLine).into_iter().chain([words]).collect()
}

/// The amounts that are named at their points: the last year, the end of the
/// term, and what was paid before year 1; each where there is room.
fn values_at(source: &Source, places: &[(f64, f64)], zero: f64, left: f64) -> Vec<Mark> {
    let outcome = source.outcome;
    let years = &outcome.years;
    let points = &places[places.len() - years.len()..];
    let last = years.len() - 1;
    let (x, y) = points[last];
    let amount = |place: usize| source.euro(years[place].cumulative.euros());
    let under = y + 20.0;
    let over = y - 11.0;
    // Clear of the line at the end of the term.
    let right = if last + 1 == COUNCIL_TERM as usize { x - 6.0 } else { x + 6.0 };
    let ends = label(right, under, Anchor::End, amount(last)).bold();
    let options = [ends.clone(), Label { y: over, ..ends }];
    let free = |option: &&Label| !intersects_line(option, places, zero) && option.y < BOTTOM;
    // Where the line is everywhere, on the side that it does not come from.
    let comes_from_above = places[places.len() - 2].1 < y;
    let worst = if comes_from_above && under < BOTTOM { &options[0] } else { &options[1] };
    let mut labels = vec![options.iter().find(free).unwrap_or(worst).clone()];

    let marker_line = points.get(COUNCIL_TERM as usize - 1).map(|point| point.0);
    let mut others = Vec::new();
    if last >= COUNCIL_TERM as usize {
        let place = COUNCIL_TERM as usize - 1;
        let (x, y) = points[place];
        let beside = label(x + 7.0, y - 8.0, Anchor::Start, amount(place)).bold();
        others.push(vec![Label { y: y + 19.0, ..beside.clone() }, beside]);
    }
    let start_up = outcome.costs.start_up.euros();
    if !is_nothing(start_up) {
        let short = source.text.charts.start_up;
        let long = format!("{short} {}", source.euro(start_up));
        let (_, y) = places[1];
        let middle = (zero + y) / 2.0 + 4.5;
        let at = |y, text: &str| label(left + 7.0, y, Anchor::Start, text).muted();
        others.push(vec![at(middle, &long), at(middle, short), at(y + 22.0, &long), at(y + 22.0, short)]);
    }
    for options in others {
        let fits = |option: &&Label| {
            let clear = marker_line.is_none_or(|x| bounding_box(option).0 > x || bounding_box(option).2 < x);
            free(option)
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

/// Left, top, right and bottom of a label, with a little around it.
fn bounding_box(label: &Label) -> (f64, f64, f64, f64) {
    let (left, right) = label.span();
    (left - 3.0, label.y - label.size * 0.8, right + 3.0, label.y + label.size * 0.28)
}

fn overlap(one: &Label, other: &Label) -> bool {
    let (a, b) = (bounding_box(one), bounding_box(other));
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}

/// Returns whether the line of the data or that of zero runs through a label.
fn intersects_line(label: &Label, places: &[(f64, f64)], zero: f64) -> bool {
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
    (top < zero && zero < bottom) || places.windows(2).any(crosses)
}

/// The areas between a line and zero, cut where the line crosses zero.
fn areas(places: &[(f64, f64)], zero: f64, below: &mut Path, above: &mut Path) {
    for pair in places.windows(2) {
        let ((x1, y1), (x2, y2)) = (pair[0], pair[1]);
        let (a, b) = (y1 - zero, y2 - zero);
        let mut part = |(x1, y1): (f64, f64), (x2, y2): (f64, f64)| {
            if (y1 - zero).abs() + (y2 - zero).abs() < 0.05 || x2 - x1 < 0.05 {
                return;
            }
            let path = if y1 + y2 > 2.0 * zero { &mut *below } else { &mut *above };
            path.area(&[(x1, zero), (x1, y1), (x2, y2), (x2, zero)]);
        };
        if a * b < 0.0 {
            let crossing = x1 + (x2 - x1) * (a / (a - b));
            part((x1, y1), (crossing, zero));
            part((crossing, zero), (x2, y2));
        } else {
            part((x1, y1), (x2, y2));
        }
    }
}

/// Lists the data of the picture as a table.
pub fn table(source: &Source) -> Table {
    let rows = source.outcome.years.iter().map(|year| {
        let amounts = [year.costs, year.savings, year.net, year.cumulative];
        let amounts = amounts.map(|amount| source.exact(amount.euros()));
        [year.year.to_string()].into_iter().chain(amounts).collect()
    });
    Table {
        caption: (source.text.result_sentences().cumulative_title)(source.outcome),
        head: source.text.charts.cumulative_head.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}
