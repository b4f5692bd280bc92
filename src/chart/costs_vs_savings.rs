//! Chart of costs against counted savings: two columns that are equally high, since
//! their difference is drawn as a segment of its own.
//!
//! The left column holds all that costs money, the right column all that pays for it,
//! and every segment points upwards: harm (a savings line that costs money instead) is
//! in the left column, own income in the right one. So the difference is the gap or
//! the positive saldo, whatever the signs of the lines; lines below half a euro are left out.

use crate::chart::layout::Scale;
use crate::chart::line_amounts::{ChartContext, LineAmount, Role, is_shown_as_zero, styled_lines};
use crate::chart::shape::{Path, label};
use crate::chart::stacked_bar::{
    LEADER, LabelBlock, LabelLine, LabelSide, draw_labels, hatched_segment, labels_height, segment,
};
use crate::chart::text_metrics::{truncate, wrap};
use crate::chart::{Anchor, Chart, Drawing, Mark, MarkStyle, SMALL_TEXT_SIZE, TEXT_SIZE, Table, WIDTH};
use crate::model::Outcome;
use crate::text::Text;

/// Id of the chart, in the page and in names of saved files.
pub const ID: &str = "kosten-en-besparingen";
/// Top of the columns.
const TOP: f64 = 6.0;
/// Least height of the columns; they are higher where the labels need it.
const MIN_HEIGHT: f64 = 232.0;
/// Height of the columns where neither has a segment.
const EMPTY_HEIGHT: f64 = 24.0;
/// Width of a column.
const COLUMN: f64 = 40.0;
/// Distance from the middle of the chart to each column.
const HALF_SPACE: f64 = 4.0;

/// Draws the costs against the counted savings of a full-effect year.
pub fn costs_vs_savings(outcome: &Outcome, text: &Text, own_name: &dyn Fn(usize) -> String) -> Chart {
    let context = ChartContext { outcome, text, own_name };
    let mut sentence = (text.result_sentences().costs_vs_savings)(outcome);
    sentence.push_str(&(text.charts.costs_vs_savings_note)(outcome));
    Chart {
        id: ID,
        title: (text.result_sentences().costs_vs_savings_title)(outcome),
        sentence,
        drawing: draw(&context),
        table: None,
        hotspots: Vec::new(),
    }
}

/// One column of the chart.
pub(crate) struct StackedColumn {
    /// Lines with the style of their segments, from the bottom upwards.
    pub segments: Vec<(LineAmount, MarkStyle)>,
    /// Sum of the segments, in euros.
    pub total: f64,
    is_left: bool,
}

impl StackedColumn {
    /// Makes a column of `main` lines, which are the costs at the bottom of the left column and
    /// the savings at the top of the right one, and the `other` lines in it (harm, own income).
    fn new(
        main: Vec<LineAmount>,
        other: Vec<LineAmount>,
        is_left: bool,
        context: &ChartContext,
    ) -> StackedColumn {
        let [main, other] = styled_lines(main, other, context.text.charts.others);
        let segments: Vec<_> =
            if is_left { main.into_iter().chain(other) } else { other.into_iter().chain(main) }.collect();
        let total = segments.iter().map(|(line, _)| line.amount).sum();
        StackedColumn { segments, total, is_left }
    }

    /// Returns the left edge of the column.
    fn x(&self) -> f64 {
        if self.is_left { WIDTH / 2.0 - HALF_SPACE - COLUMN } else { WIDTH / 2.0 + HALF_SPACE }
    }

    /// Returns the position of the labels, which are on the outer side of the column.
    fn label_side(&self) -> LabelSide {
        if self.is_left {
            LabelSide { x: self.x() - LEADER, anchor: Anchor::End, bar_edge: self.x() }
        } else {
            let bar_edge = self.x() + COLUMN;
            LabelSide { x: bar_edge + LEADER, anchor: Anchor::Start, bar_edge }
        }
    }

    /// Returns the labels of all segments, from the bottom upwards.
    fn label_blocks(&self, context: &ChartContext) -> Vec<LabelBlock> {
        let mut base = 0.0;
        let blocks = self.segments.iter().map(|(line, style)| {
            let middle = base + line.amount / 2.0;
            base += line.amount;
            // The name of harm is longer, since it says that the line costs money.
            let max_lines = if *style == MarkStyle::Harm { 3 } else { 2 };
            label_block(middle, &line.name, line.amount, max_lines, MarkStyle::PlainText, context)
        });
        blocks.collect()
    }
}

/// Returns the width that is left for labels next to a column.
fn label_width() -> f64 {
    WIDTH / 2.0 - HALF_SPACE - COLUMN - LEADER
}

/// Returns a label with a name on at most `max_lines` lines, and an amount below it.
fn label_block(
    middle: f64,
    name: &str,
    amount: f64,
    max_lines: usize,
    style: MarkStyle,
    context: &ChartContext,
) -> LabelBlock {
    let names = wrap(name, label_width(), TEXT_SIZE, false, max_lines).into_iter();
    let mut lines: Vec<_> = names.map(|text| LabelLine { text, bold: false, style }).collect();
    lines.push(LabelLine { text: context.euro(amount), bold: true, style });
    LabelBlock { middle, lines, has_leader: true }
}

/// Both columns of the chart.
pub(crate) struct ChartColumns {
    /// Costs, with harm on top.
    pub left: StackedColumn,
    /// Savings, on top of own income.
    pub right: StackedColumn,
    /// Whether the left column contains harm.
    pub has_harm: bool,
    /// Whether the right column contains own income.
    pub has_income: bool,
}

impl ChartColumns {
    /// Sorts the lines of an outcome into the two columns.
    pub fn new(context: &ChartContext) -> ChartColumns {
        let split =
            |lines: Vec<LineAmount>, role| lines.into_iter().partition(|line: &LineAmount| line.role == role);
        let (costs, income): (Vec<_>, Vec<_>) = split(context.costs(), Role::Cost);
        let (savings, harm): (Vec<_>, Vec<_>) = split(context.savings(), Role::Saving);
        ChartColumns {
            has_harm: !harm.is_empty(),
            has_income: !income.is_empty(),
            left: StackedColumn::new(costs, harm, true, context),
            right: StackedColumn::new(savings, income, false, context),
        }
    }

    /// Returns the names of the left and the right column.
    pub fn names(&self, context: &ChartContext) -> [&'static str; 2] {
        let charts = context.text.charts;
        [
            if self.has_harm { charts.costs_and_harm } else { charts.costs },
            if self.has_income { charts.income_and_savings } else { charts.savings },
        ]
    }
}

fn draw(context: &ChartContext) -> Drawing {
    let charts = context.text.charts;
    let columns = ChartColumns::new(context);
    let names = columns.names(context);
    let (left, right) = (&columns.left, &columns.right);
    // The gap or the positive saldo is drawn on top of the lower column, up to the higher one.
    let gap = left.total - right.total;
    let (lower, name, style) = if gap > 0.0 {
        (right, charts.gap, MarkStyle::PlainText)
    } else {
        (left, charts.positive_saldo, MarkStyle::AccentText)
    };
    let has_gap_segment = !is_shown_as_zero(gap);
    let (mut left_blocks, mut right_blocks) = (left.label_blocks(context), right.label_blocks(context));
    if has_gap_segment {
        let middle = (left.total + right.total) / 2.0;
        let block = label_block(middle, name, gap.abs(), 2, style, context);
        if gap > 0.0 { &mut right_blocks } else { &mut left_blocks }.push(block);
    }
    if let Some(lines) = pm_lines(context) {
        match right_blocks.last_mut() {
            Some(block) if gap > 0.0 && has_gap_segment => block.lines.extend(lines),
            _ => right_blocks.push(LabelBlock { middle: right.total, lines, has_leader: false }),
        }
    }

    let is_empty = is_shown_as_zero(left.total.max(right.total));
    let min_height = if is_empty { EMPTY_HEIGHT } else { MIN_HEIGHT };
    let height = min_height.max(labels_height(&left_blocks)).max(labels_height(&right_blocks));
    let base = TOP + height;
    let scale = Scale::new((0.0, left.total.max(right.total)), (base, TOP));

    let mut marks = Vec::new();
    let mut leaders = Path::default();
    for column in [left, right] {
        marks.extend(column_segments(column, scale));
    }
    if has_gap_segment {
        let heights = (scale.position(lower.total), scale.position(lower.total + gap.abs()));
        marks.extend(hatched_segment(lower.x(), COLUMN, heights, gap < 0.0));
    }
    let mut labels = Vec::new();
    for (column, blocks) in [(left, &left_blocks), (right, &right_blocks)] {
        labels.extend(draw_labels(blocks, column.label_side(), scale, (TOP, base), &mut leaders));
    }
    marks.extend(leaders.mark(MarkStyle::Leader));
    let mut zero = Path::default();
    zero.line(&[(left.x() - LEADER, base), (right.x() + COLUMN + LEADER, base)]);
    marks.extend(zero.mark(MarkStyle::Zero));
    marks.extend(labels);

    for (column, name) in [left, right].into_iter().zip(names) {
        let (x, anchor) = if column.is_left {
            (WIDTH / 2.0 - HALF_SPACE, Anchor::End)
        } else {
            (WIDTH / 2.0 + HALF_SPACE, Anchor::Start)
        };
        let max_width = WIDTH / 2.0 - HALF_SPACE;
        marks.push(label(x, base + 19.0, anchor, truncate(name, max_width, TEXT_SIZE, false)).mark());
        let total = context.euro(column.total);
        marks.push(label(x, base + 36.0, anchor, total).bold().mark());
    }
    Drawing { width: WIDTH, height: (base + 42.0).ceil(), marks }
}

/// Returns the lines that say which savings are p.m.: their names, or their number
/// where the names do not fit; `None` where no line is p.m.
fn pm_lines(context: &ChartContext) -> Option<Vec<LabelLine>> {
    let names = context.pm();
    if names.is_empty() {
        return None;
    }
    let charts = context.text.charts;
    let wrapped =
        |list: &str| wrap(&format!("{}: {list}", charts.pm), label_width(), SMALL_TEXT_SIZE, false, 3);
    let mut lines = wrapped(&names.join(", "));
    // A list that is cut off would hide that there are more.
    if lines.iter().any(|line| line.ends_with('…')) && names.len() > 1 {
        lines = wrapped(&(charts.pm_lines)(names.len()));
    }
    Some(lines.into_iter().map(|text| LabelLine { text, bold: false, style: MarkStyle::MutedText }).collect())
}

fn column_segments(column: &StackedColumn, scale: Scale) -> Vec<Mark> {
    let mut base = 0.0;
    let draw = |(line, style): &(LineAmount, MarkStyle)| {
        let bottom = scale.position(base);
        base += line.amount;
        segment(column.x(), COLUMN, (bottom, scale.position(base)), *style)
    };
    column.segments.iter().map(draw).collect()
}

/// Returns the data of the chart as a table.
pub fn table(context: &ChartContext) -> Table {
    let (outcome, charts) = (context.outcome, context.text.charts);
    let result_charts = context.text.result_charts();
    let dash = || "–".to_owned();
    let mut rows = Vec::new();
    for line in context.costs() {
        let amount = if line.role == Role::Income { -line.amount } else { line.amount };
        rows.push(vec![line.name, context.whole_euros(amount), dash()]);
    }
    for line in context.savings() {
        let amount = if line.role == Role::Harm { -line.amount } else { line.amount };
        rows.push(vec![line.name, dash(), context.whole_euros(amount)]);
    }
    rows.extend(context.pm().into_iter().map(|name| vec![name, dash(), charts.pm.to_owned()]));
    let total = |amount: crate::model::Euro| context.whole_euros(amount.euros());
    rows.push(vec![result_charts.total.to_owned(), total(outcome.costs.net), total(outcome.total.savings)]);
    let gap = outcome.break_even.gap.euros();
    let name = if gap < 0.0 { charts.positive_saldo } else { charts.gap };
    rows.push(vec![name.to_owned(), dash(), context.whole_euros(gap.abs())]);
    let head = result_charts.costs_vs_savings_head.map(str::to_owned).to_vec();
    Table { caption: (context.text.result_sentences().costs_vs_savings_title)(outcome), head, rows }
}
