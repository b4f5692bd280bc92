//! From costs, step by step, to what is left over.

use crate::chart::layout::Scale;
use crate::chart::line_amounts::{Role, Source, is_nothing};
use crate::chart::shape::{Path, label, open_block};
use crate::chart::text_metrics::wrap;
use crate::chart::{Anchor, Chart, Mark, MarkStyle, Picture, SIZE, Table, WIDTH, amount};
use crate::model::Outcome;
use crate::text::Text;

/// Name, for ids in the page and for files.
pub const ID: &str = "van-kosten-naar-verschil";
/// Width of the column with names.
pub(super) const NAMES: f64 = 140.0;
/// Left and right end of the bars.
pub(super) const BARS: (f64, f64) = (149.0, WIDTH - 2.0);
/// Height of a bar.
pub(super) const BAR: f64 = 24.0;
/// Height of a line of words.
pub(super) const LINE: f64 = 17.0;
/// Up to this number of p.m. lines each has a row of its own.
const MOST_PM: usize = 3;
/// Space between two rows.
pub(super) const SPACE: f64 = 11.0;

/// The waterfall from costs to the gap.
pub fn waterfall(outcome: &Outcome, text: &Text, own: &dyn Fn(usize) -> String) -> Chart {
    let source = Source { outcome, text, own };
    let steps = steps(&source);
    let shown = drawn_steps(&steps, &source);
    Chart {
        id: ID,
        title: (text.result_sentences().waterfall_title)(outcome),
        sentence: (text.result_sentences().waterfall)(outcome),
        picture: picture(&source, &shown),
        table: None,
        hotspots: Vec::new(),
    }
}

/// Step of the waterfall, one row.
#[derive(Clone)]
pub(super) struct WaterfallStep {
    pub name: String,
    /// Amount by which it changes the level; `None` for a p.m. line.
    pub change: Option<f64>,
    /// Amount that is left after this step.
    level: f64,
    style: MarkStyle,
}

pub(super) fn steps(source: &Source) -> Vec<WaterfallStep> {
    let (outcome, charts) = (source.outcome, source.text.charts);
    let gross = outcome.costs.gross.euros();
    let mut level = gross;
    let mut steps = vec![WaterfallStep {
        name: charts.costs.to_owned(),
        change: Some(gross),
        level,
        style: MarkStyle::Cost(1),
    }];
    let income = outcome.costs.own_income.euros();
    if income > 0.0 {
        level = outcome.costs.net.euros();
        let name = charts.income.to_owned();
        steps.push(WaterfallStep { name, change: Some(-income), level, style: MarkStyle::Income });
    }
    for part in source.savings() {
        let harm = part.role == Role::Harm;
        let change = if harm { part.amount } else { -part.amount };
        level += change;
        let style = if harm { MarkStyle::Harm } else { MarkStyle::Saving(1) };
        steps.push(WaterfallStep { name: part.name, change: Some(change), level, style });
    }
    let level = outcome.break_even.gap.euros();
    let pm = source.pm().into_iter().map(|name| WaterfallStep {
        name,
        change: None,
        level,
        style: MarkStyle::MarkerLine,
    });
    steps.extend(pm);
    steps
}

/// The steps as they are drawn: many p.m. lines share one row.
pub(super) fn drawn_steps(steps: &[WaterfallStep], source: &Source) -> Vec<WaterfallStep> {
    let (mut shown, pm): (Vec<WaterfallStep>, Vec<WaterfallStep>) =
        steps.iter().cloned().partition(|step| step.change.is_some());
    let count = pm.len();
    shown.extend(pm.into_iter().take(if count > MOST_PM { 1 } else { count }));
    if count > MOST_PM
        && let Some(last) = shown.last_mut()
    {
        last.name = (source.text.charts.pm_lines)(count);
    }
    shown
}

/// The name of a step, in as many lines as it needs.
pub(super) fn names(step: &WaterfallStep) -> Vec<String> {
    wrap(&step.name, NAMES, SIZE, false, 2)
}

fn picture(source: &Source, steps: &[WaterfallStep]) -> Picture {
    let charts = source.text.charts;
    let gap = source.outcome.break_even.gap.euros();
    let levels = || steps.iter().map(|step| step.level).chain([0.0, gap]);
    let low = levels().fold(0.0, f64::min);
    let high = levels().fold(0.0, f64::max);
    let scale = Scale::new((low, high), BARS);

    let (mut bars, mut labels) = (Vec::new(), Vec::new());
    let (mut leaders, mut marker_lines) = (Path::default(), Path::default());
    let mut top = 2.0;
    let mut before: Option<(f64, f64)> = None;
    let mut from = 0.0;
    for step in steps {
        let names = names(step);
        let height = (names.len() as f64 + 1.0) * LINE;
        let middle = top + height / 2.0;
        let value = step.change.map(|change| {
            let first = std::ptr::eq(step, &steps[0]);
            if first { source.euro(change) } else { amount::change(change, source.text.notation, charts) }
        });
        labels.extend(row_labels(top, &names, value.as_deref().unwrap_or(charts.pm), step.change.is_none()));
        let level = scale.at(step.level);
        if let Some((x, y)) = before {
            leaders.line(&[(x, y), (x, middle - BAR / 2.0)]);
        }
        if step.change.is_some() {
            let rect = bar(scale.at(from), level, middle);
            if step.change.is_some_and(|change| !is_nothing(change)) {
                bars.push(rect_mark(rect, step.style));
            } else {
                leaders.line(&[(level, rect.1), (level, rect.1 + BAR)]);
            }
            before = Some((level, middle + BAR / 2.0));
        } else {
            marker_lines.line(&[(level, middle - BAR / 2.0), (level, middle + BAR / 2.0)]);
            before = Some((level, middle + BAR / 2.0));
        }
        from = step.level;
        top += height + SPACE;
    }

    let name = if gap < 0.0 && !is_nothing(gap) { charts.surplus } else { charts.gap };
    let middle = top + LINE;
    if let Some((x, y)) = before {
        leaders.line(&[(x, y), (x, middle - BAR / 2.0)]);
    }
    for mark in row_labels(top, &[name.to_owned()], &source.euro(gap.abs()), false) {
        labels.push(match mark {
            Mark::Text(words) if gap < 0.0 => words.style(MarkStyle::Accent).mark(),
            other => other,
        });
    }
    let (x, y, width, height) = bar(scale.at(0.0), scale.at(gap), middle);
    if !is_nothing(gap) {
        let inner = (x + 0.75, y + 0.75, (width - 1.5).max(0.5), height - 1.5);
        bars.extend(open_block(inner, gap < 0.0).into_iter().flatten());
    }
    let bottom = top + 2.0 * LINE + 4.0;

    let mut zero = Path::default();
    zero.line(&[(scale.at(0.0), 0.0), (scale.at(0.0), bottom)]);
    let mut marks = bars;
    marks.extend(leaders.mark(MarkStyle::Leader));
    marks.extend(marker_lines.mark(MarkStyle::MarkerLine));
    marks.extend(zero.mark(MarkStyle::Zero));
    marks.extend(labels);
    Picture { width: WIDTH, height: bottom.ceil(), marks }
}

/// Left, top, width and height of a bar between two places.
pub(super) fn bar(from: f64, to: f64, middle: f64) -> (f64, f64, f64, f64) {
    let left = from.min(to).min(BARS.1 - 1.0);
    (left, middle - BAR / 2.0, (from.max(to) - left).max(1.0), BAR)
}

/// Returns a bar whose outline lies inside the rectangle.
pub(super) fn rect_mark((x, y, width, height): (f64, f64, f64, f64), style: MarkStyle) -> Mark {
    // An outline lies half outside its shape.
    let edge = if width > 4.0 { style.paint().width / 2.0 } else { 0.0 };
    let (width, height) = (width - 2.0 * edge, height - 2.0 * edge);
    Mark::Rect { x: x + edge, y: y + edge, width, height, style }
}

/// The name of a row, and its value below.
pub(super) fn row_labels(top: f64, names: &[String], value: &str, pm: bool) -> Vec<Mark> {
    let at = |place: usize| top + LINE * (place as f64 + 0.78);
    let named =
        names.iter().enumerate().map(|(place, name)| label(0.0, at(place), Anchor::Start, name.as_str()));
    let value = label(0.0, at(names.len()), Anchor::Start, value);
    let value = if pm { value.muted() } else { value.bold() };
    named.chain([value]).map(crate::chart::Label::mark).collect()
}

/// Lists the data of the picture as a table.
pub fn table(source: &Source) -> Table {
    let charts = source.text.charts;
    let steps = steps(source);
    let rows = steps.iter().map(|step| {
        let change = step.change.map_or_else(|| charts.pm.to_owned(), |change| source.exact(change));
        vec![step.name.clone(), change, source.exact(step.level)]
    });
    let gap = source.outcome.break_even.gap.euros();
    let name = if gap < 0.0 { charts.surplus } else { charts.gap };
    let last = vec![name.to_owned(), "–".to_owned(), source.exact(gap.abs())];
    Table {
        caption: (source.text.result_sentences().waterfall_title)(source.outcome),
        head: charts.waterfall_head.map(str::to_owned).to_vec(),
        rows: rows.chain([last]).collect(),
    }
}
