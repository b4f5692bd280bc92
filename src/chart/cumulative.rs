//! The saldo added up over the years, with the end of the council term.

use super::layout::{Scale, round_ticks};
use super::parts::{Source, is_nothing};
use super::shape::{Path, label};
use super::words::width;
use super::{Anchor, Chart, Ink, Mark, Picture, SIZE, SMALL, Table, WIDTH, amount};
use crate::model::Outcome;
use crate::text::Text;

/// The year at whose end the council term ends.
pub const TERM: u32 = 4;

/// Top and bottom of the plot.
const PLOT: (f64, f64) = (30.0, 226.0);
/// Right end of the plot.
const RIGHT: f64 = WIDTH - 10.0;

/// The saldo added up over the years.
pub fn cumulative(outcome: &Outcome, text: &Text) -> Chart {
    let own = |_| String::new();
    let source = Source { outcome, text, own: &own };
    Chart {
        id: "saldo-over-de-jaren",
        title: (text.sentences.cumulative_title)(outcome),
        sentence: (text.sentences.cumulative)(outcome),
        picture: picture(&source),
        table: table(&source),
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
    let margin = names.iter().map(|name| width(name, SMALL, false)).fold(0.0, f64::max) + 8.0;
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
    marks.extend(below.mark(Ink::Below));
    marks.extend(above.mark(Ink::Above));
    marks.extend(grid.mark(Ink::Grid));
    for (tick, name) in ticks.iter().zip(names) {
        marks.push(label(margin - 6.0, up(*tick) + 4.5, Anchor::End, name).muted().mark());
    }
    let mut zero = Path::default();
    zero.line(&[(margin, up(0.0)), (WIDTH, up(0.0))]);
    marks.extend(zero.mark(Ink::Zero));
    if horizon as u32 >= TERM {
        marks.extend(term(across.at(f64::from(TERM)), charts.term_end));
    }
    let mut line = Path::default();
    line.line(&places);
    marks.extend(line.mark(Ink::Course));
    let mut dots = Path::default();
    let radius = if horizon > 10 { 3.0 } else { 4.0 };
    for (x, y) in &places[places.len() - horizon..] {
        dots.dot(*x, *y, radius);
    }
    marks.extend(dots.mark(Ink::Dot));
    marks.extend(values_at(source, &places[places.len() - horizon..], margin));
    let step = if horizon > 10 { 2 } else { 1 };
    for year in (step..=horizon).step_by(step) {
        let words = label(across.at(year as f64), PLOT.1 + 22.0, Anchor::Middle, year.to_string());
        let words = if year as u32 == TERM { words.bold() } else { words };
        marks.push(words.small().mark());
    }
    marks.push(label(margin - 6.0, PLOT.1 + 22.0, Anchor::End, charts.year).muted().mark());
    Picture { width: WIDTH, height: PLOT.1 + 30.0, marks }
}

/// A dashed line at the end of the council term, with its words above.
fn term(x: f64, words: &str) -> Vec<Mark> {
    let mut moment = Path::default();
    moment.line(&[(x, 20.0), (x, PLOT.1)]);
    let half = width(words, SMALL, false) / 2.0;
    let middle = x.clamp(half, WIDTH - half);
    let words = label(middle, 13.0, Anchor::Middle, words).muted().mark();
    moment.mark(Ink::Moment).into_iter().chain([words]).collect()
}

/// The amounts at the end of the term and at the last year.
fn values_at(source: &Source, points: &[(f64, f64)], left: f64) -> Vec<Mark> {
    let years = &source.outcome.years;
    let mut marks = Vec::new();
    let mut taken: Option<(f64, f64, f64)> = None;
    // The last year first: it must be there, the term only where it fits.
    let last = years.len() - 1;
    let wanted = [Some(last), (last >= TERM as usize).then_some(TERM as usize - 1)];
    for place in wanted.into_iter().flatten() {
        let (x, y) = points[place];
        let text = source.euro(years[place].cumulative.euros());
        let wide = width(&text, SIZE, true);
        // Above the line where it rises to the point, below where it falls,
        // and always inside the plot.
        let rises = place > 0 && points[place - 1].1 > y;
        let under = if rises { y + 20.0 < PLOT.1 } else { y - 14.0 < PLOT.0 + 12.0 };
        let baseline = if under { y + 20.0 } else { y - 11.0 };
        let right = (x + wide / 2.0).min(WIDTH - 1.0).max(left + 4.0 + wide);
        let free = taken.is_none_or(|(a, b, c)| right < a - 6.0 || right - wide > b + 6.0 || (c - baseline).abs() > 18.0);
        if free {
            taken = Some((right - wide, right, baseline));
            marks.push(label(right, baseline, Anchor::End, text).bold().mark());
        }
    }
    marks
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

fn table(source: &Source) -> Table {
    let rows = source.outcome.years.iter().map(|year| {
        let amounts = [year.costs, year.savings, year.net, year.cumulative];
        let amounts = amounts.map(|amount| source.exact(amount.euros()));
        [year.year.to_string()].into_iter().chain(amounts).collect()
    });
    Table {
        caption: (source.text.sentences.cumulative_title)(source.outcome),
        head: source.text.charts.cumulative_head.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}
