//! Waterfall chart: from the costs, step by step, to the gap or the positive saldo.

use crate::chart::layout::Scale;
use crate::chart::line_amounts::{ChartContext, Role, is_shown_as_zero};
use crate::chart::shape::{Path, hatched_block, label};
use crate::chart::text_metrics::wrap;
use crate::chart::{Anchor, Chart, Drawing, LINE_HEIGHT, Mark, MarkStyle, TEXT_SIZE, Table, WIDTH, amount};
use crate::model::Outcome;
use crate::text::Text;

/// Id of the chart, in the page and in names of saved files.
pub const ID: &str = "van-kosten-naar-verschil";
/// Width of the column with names.
pub(super) const NAME_WIDTH: f64 = 140.0;
/// Left and right end of the bars.
pub(super) const BARS: (f64, f64) = (149.0, WIDTH - 2.0);
/// Height of a bar.
pub(super) const BAR: f64 = 24.0;
/// The most p.m. lines that have a row each; more of them share one row.
const MAX_PM_ROWS: usize = 3;
/// Space between two rows.
pub(super) const SPACE: f64 = 11.0;

/// Draws the waterfall of a full-effect year.
pub fn waterfall(outcome: &Outcome, text: &Text, own_name: &dyn Fn(usize) -> String) -> Chart {
    let context = ChartContext { outcome, text, own_name };
    let steps = steps(&context);
    let shown = drawn_steps(&steps, &context);
    Chart {
        id: ID,
        title: (text.result_sentences().waterfall_title)(outcome),
        sentence: (text.result_sentences().waterfall)(outcome),
        drawing: draw(&context, &shown),
        table: None,
        hotspots: Vec::new(),
    }
}

/// A step of the waterfall, which is one row.
#[derive(Clone)]
pub(super) struct WaterfallStep {
    /// Name of the cost or savings line.
    pub name: String,
    /// Euros by which the step changes the level; `None` for a p.m. line.
    pub change: Option<f64>,
    /// Costs that remain after this step, in euros.
    level: f64,
    style: MarkStyle,
}

/// Returns the steps in order: the costs, own income where there is any, the counted
/// savings, and the p.m. lines.
pub(super) fn steps(context: &ChartContext) -> Vec<WaterfallStep> {
    let (outcome, charts) = (context.outcome, context.text.charts);
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
    for line in context.savings() {
        let is_harm = line.role == Role::Harm;
        let change = if is_harm { line.amount } else { -line.amount };
        level += change;
        let style = if is_harm { MarkStyle::Harm } else { MarkStyle::Saving(1) };
        steps.push(WaterfallStep { name: line.name, change: Some(change), level, style });
    }
    let level = outcome.break_even.gap.euros();
    let pm = context.pm().into_iter().map(|name| WaterfallStep {
        name,
        change: None,
        level,
        style: MarkStyle::MarkerLine,
    });
    steps.extend(pm);
    steps
}

/// Returns the steps that are drawn: all of them, but with one step for all p.m. lines
/// where there are many.
pub(super) fn drawn_steps(steps: &[WaterfallStep], context: &ChartContext) -> Vec<WaterfallStep> {
    let (mut shown, pm): (Vec<WaterfallStep>, Vec<WaterfallStep>) =
        steps.iter().cloned().partition(|step| step.change.is_some());
    let count = pm.len();
    shown.extend(pm.into_iter().take(if count > MAX_PM_ROWS { 1 } else { count }));
    if count > MAX_PM_ROWS
        && let Some(last) = shown.last_mut()
    {
        last.name = (context.text.charts.pm_lines)(count);
    }
    shown
}

/// Returns the name of a step, broken into lines.
pub(super) fn name_lines(step: &WaterfallStep) -> Vec<String> {
    wrap(&step.name, NAME_WIDTH, TEXT_SIZE, false, 2)
}

fn draw(context: &ChartContext, steps: &[WaterfallStep]) -> Drawing {
    let charts = context.text.charts;
    let gap = context.outcome.break_even.gap.euros();
    let levels = || steps.iter().map(|step| step.level).chain([0.0, gap]);
    let low = levels().fold(0.0, f64::min);
    let high = levels().fold(0.0, f64::max);
    let scale = Scale::new((low, high), BARS);

    let (mut bars, mut labels) = (Vec::new(), Vec::new());
    let (mut leaders, mut marker_lines) = (Path::default(), Path::default());
    let mut top = 2.0;
    // The lower end of the previous row, from which a leader runs to the next one.
    let mut previous_end: Option<(f64, f64)> = None;
    let mut previous_level = 0.0;
    for step in steps {
        let names = name_lines(step);
        let height = (names.len() as f64 + 1.0) * LINE_HEIGHT;
        let middle = top + height / 2.0;
        let value = step.change.map(|change| {
            let is_first = std::ptr::eq(step, &steps[0]);
            if is_first {
                context.euro(change)
            } else {
                amount::change(change, context.text.notation, charts)
            }
        });
        labels.extend(row_labels(top, &names, value.as_deref().unwrap_or(charts.pm), step.change.is_none()));
        let level = scale.position(step.level);
        if let Some((x, y)) = previous_end {
            leaders.line(&[(x, y), (x, middle - BAR / 2.0)]);
        }
        if step.change.is_some() {
            let rect = bar(scale.position(previous_level), level, middle);
            if step.change.is_some_and(|change| !is_shown_as_zero(change)) {
                bars.push(rect_mark(rect, step.style));
            } else {
                leaders.line(&[(level, rect.1), (level, rect.1 + BAR)]);
            }
            previous_end = Some((level, middle + BAR / 2.0));
        } else {
            marker_lines.line(&[(level, middle - BAR / 2.0), (level, middle + BAR / 2.0)]);
            previous_end = Some((level, middle + BAR / 2.0));
        }
        previous_level = step.level;
        top += height + SPACE;
    }

    let name = if gap < 0.0 && !is_shown_as_zero(gap) { charts.positive_saldo } else { charts.gap };
    let middle = top + LINE_HEIGHT;
    if let Some((x, y)) = previous_end {
        leaders.line(&[(x, y), (x, middle - BAR / 2.0)]);
    }
    for mark in row_labels(top, &[name.to_owned()], &context.euro(gap.abs()), false) {
        labels.push(match mark {
            Mark::Text(label) if gap < 0.0 => label.style(MarkStyle::AccentText).mark(),
            other => other,
        });
    }
    let (x, y, width, height) = bar(scale.position(0.0), scale.position(gap), middle);
    if !is_shown_as_zero(gap) {
        let inner = (x + 0.75, y + 0.75, (width - 1.5).max(0.5), height - 1.5);
        bars.extend(hatched_block(inner, gap < 0.0).into_iter().flatten());
    }
    let bottom = top + 2.0 * LINE_HEIGHT + 4.0;

    let mut zero = Path::default();
    zero.line(&[(scale.position(0.0), 0.0), (scale.position(0.0), bottom)]);
    let mut marks = bars;
    marks.extend(leaders.mark(MarkStyle::Leader));
    marks.extend(marker_lines.mark(MarkStyle::MarkerLine));
    marks.extend(zero.mark(MarkStyle::Zero));
    marks.extend(labels);
    Drawing { width: WIDTH, height: bottom.ceil(), marks }
}

/// Returns left, top, width and height of a bar between two horizontal positions;
/// `middle` is its vertical middle.
pub(super) fn bar(from: f64, to: f64, middle: f64) -> (f64, f64, f64, f64) {
    let left = from.min(to).min(BARS.1 - 1.0);
    (left, middle - BAR / 2.0, (from.max(to) - left).max(1.0), BAR)
}

/// Returns a bar that fills the rectangle, with its outline inside it.
pub(super) fn rect_mark((x, y, width, height): (f64, f64, f64, f64), style: MarkStyle) -> Mark {
    // Half of an outline lies outside its shape.
    let edge = if width > 4.0 { style.paint().width / 2.0 } else { 0.0 };
    let (width, height) = (width - 2.0 * edge, height - 2.0 * edge);
    Mark::Rect { x: x + edge, y: y + edge, width, height, style }
}

/// Returns the name of a row with its value below; the value of a p.m. line is muted
/// and others are bold.
pub(super) fn row_labels(top: f64, names: &[String], value: &str, is_pm: bool) -> Vec<Mark> {
    let baseline = |index: usize| top + LINE_HEIGHT * (index as f64 + 0.78);
    let name_labels = names
        .iter()
        .enumerate()
        .map(|(index, name)| label(0.0, baseline(index), Anchor::Start, name.as_str()));
    let value = label(0.0, baseline(names.len()), Anchor::Start, value);
    let value = if is_pm { value.muted() } else { value.bold() };
    name_labels.chain([value]).map(crate::chart::Label::mark).collect()
}

/// Returns the data of the chart as a table.
pub fn table(context: &ChartContext) -> Table {
    let charts = context.text.charts;
    let steps = steps(context);
    let rows = steps.iter().map(|step| {
        let change = step.change.map_or_else(|| charts.pm.to_owned(), |change| context.whole_euros(change));
        vec![step.name.clone(), change, context.whole_euros(step.level)]
    });
    let gap = context.outcome.break_even.gap.euros();
    let name = if gap < 0.0 { charts.positive_saldo } else { charts.gap };
    let last = vec![name.to_owned(), "–".to_owned(), context.whole_euros(gap.abs())];
    Table {
        caption: (context.text.result_sentences().waterfall_title)(context.outcome),
        head: context.text.result_charts().waterfall_head.map(str::to_owned).to_vec(),
        rows: rows.chain([last]).collect(),
    }
}
