//! Costs against figured savings: two columns that are equally high, the
//! difference made visible.
//!
//! Everything that costs stands left, everything that pays for it right, all
//! of it upwards: harm is a cost, own income is a cover. So the columns differ
//! by the gap exactly, whatever the signs of the lines.

use crate::chart::layout::{Scale, spread, stacked};
use crate::chart::line_amounts::{LineAmount, Role, Source, is_nothing, merge_smallest};
use crate::chart::mark_style::TINTS;
use crate::chart::shape::{Path, label, open_block};
use crate::chart::text_metrics::{cut, wrap};
use crate::chart::{Anchor, Chart, Mark, MarkStyle, Picture, SIZE, SMALL, Table, WIDTH};
use crate::model::Outcome;
use crate::text::Text;

/// Name, for ids in the page and for files.
pub const ID: &str = "kosten-en-besparingen";
/// Top of the columns.
const TOP: f64 = 6.0;
/// The least height of the higher column.
const HEIGHT: f64 = 232.0;
/// The height where there is nothing to show.
const EMPTY: f64 = 24.0;
/// Width of a column.
const COLUMN: f64 = 40.0;
/// Half of the space between the columns.
const HALF: f64 = 4.0;
/// Distance from a column to its labels.
const LEADER: f64 = 14.0;
/// Height of a line of words.
pub(crate) const LINE: f64 = 17.0;
/// Space between two labels.
const SPACE: f64 = 4.0;
/// Space between two segments.
const SEGMENT_GAP: f64 = 1.5;

/// Costs against figured savings.
pub fn costs_vs_savings(outcome: &Outcome, text: &Text, own: &dyn Fn(usize) -> String) -> Chart {
    let source = Source { outcome, text, own };
    let mut sentence = (text.sentences.costs_vs_savings)(outcome);
    sentence.push_str(&(text.charts.costs_vs_savings_note)(outcome));
    Chart {
        id: ID,
        title: (text.sentences.costs_vs_savings_title)(outcome),
        sentence,
        picture: picture(&source),
        table: None,
        hotspots: Vec::new(),
    }
}

/// Lines of text beside a column.
struct LabelBlock {
    /// The middle of what it belongs to, from the base upwards in euros.
    middle: f64,
    lines: Vec<(String, bool, MarkStyle)>,
    /// Tells whether a line runs from it to the column.
    leader: bool,
}

impl LabelBlock {
    fn height(&self) -> f64 {
        self.lines.len() as f64 * LINE
    }
}

/// One column: its parts from the base upwards.
pub(crate) struct StackedColumn {
    pub parts: Vec<(LineAmount, MarkStyle)>,
    pub total: f64,
    left: bool,
}

impl StackedColumn {
    fn new(first: Vec<LineAmount>, then: Vec<LineAmount>, left: bool, source: &Source) -> StackedColumn {
        let others = source.text.charts.others;
        let room = TINTS - usize::from(!first.is_empty() && !then.is_empty());
        let (first, then) = if left {
            (merge_smallest(first, room, others), merge_smallest(then, 2, others))
        } else {
            (merge_smallest(first, 2, others), merge_smallest(then, room, others))
        };
        let style = |place: usize, part: &LineAmount| match part.role {
            Role::Cost => MarkStyle::Cost(place as u8),
            Role::Saving => MarkStyle::Saving(place as u8),
            Role::Income => MarkStyle::Income,
            Role::Harm => MarkStyle::Harm,
        };
        let styled = |parts: Vec<LineAmount>| {
            parts.into_iter().enumerate().map(move |(place, part)| (style(place, &part), part))
        };
        let parts: Vec<_> = styled(first).chain(styled(then)).map(|(style, part)| (part, style)).collect();
        let total = parts.iter().map(|(part, _)| part.amount).sum();
        StackedColumn { parts, total, left }
    }

    /// Left end of the column.
    fn x(&self) -> f64 {
        if self.left { WIDTH / 2.0 - HALF - COLUMN } else { WIDTH / 2.0 + HALF }
    }

    /// Returns where its labels begin, and how.
    fn labels(&self) -> (f64, Anchor) {
        if self.left { (self.x() - LEADER, Anchor::End) } else { (self.x() + COLUMN + LEADER, Anchor::Start) }
    }

    fn room(&self) -> f64 {
        WIDTH / 2.0 - HALF - COLUMN - LEADER
    }

    fn blocks(&self, source: &Source) -> Vec<LabelBlock> {
        let mut base = 0.0;
        let parts = self.parts.iter().map(|(part, style)| {
            let middle = base + part.amount / 2.0;
            base += part.amount;
            let style = if *style == MarkStyle::Harm { MarkStyle::Harm } else { MarkStyle::Words };
            self.block(middle, &part.name, part.amount, style, source)
        });
        parts.collect()
    }

    fn block(&self, middle: f64, name: &str, amount: f64, style: MarkStyle, source: &Source) -> LabelBlock {
        let most = if style == MarkStyle::Harm { 3 } else { 2 };
        let style = if style == MarkStyle::Harm { MarkStyle::Words } else { style };
        let names = wrap(name, self.room(), SIZE, false, most).into_iter();
        let amount = source.euro(amount);
        let mut lines: Vec<_> = names.map(|line| (line, false, style)).collect();
        lines.push((amount, true, style));
        LabelBlock { middle, lines, leader: true }
    }
}

/// The left and the right column, and whether there are harm and own income.
pub(crate) fn columns(source: &Source) -> ([StackedColumn; 2], bool, bool) {
    let split =
        |parts: Vec<LineAmount>, role| parts.into_iter().partition(|part: &LineAmount| part.role == role);
    let (costs, income): (Vec<_>, Vec<_>) = split(source.costs(), Role::Cost);
    let (savings, harm): (Vec<_>, Vec<_>) = split(source.savings(), Role::Saving);
    let (has_income, has_harm) = (!income.is_empty(), !harm.is_empty());
    let columns =
        [StackedColumn::new(costs, harm, true, source), StackedColumn::new(income, savings, false, source)];
    (columns, has_harm, has_income)
}

fn picture(source: &Source) -> Picture {
    let charts = source.text.charts;
    let ([left, right], has_harm, has_income) = columns(source);
    // What is open: beside the lower column, up to the higher one.
    let gap = left.total - right.total;
    let (lower, name, style) = if gap > 0.0 {
        (&right, charts.gap, MarkStyle::Words)
    } else {
        (&left, charts.surplus, MarkStyle::Accent)
    };
    let open = !is_nothing(gap);
    let (mut left_blocks, mut right_blocks) = (left.blocks(source), right.blocks(source));
    if open {
        let middle = (left.total + right.total) / 2.0;
        let block = lower.block(middle, name, gap.abs(), style, source);
        if gap > 0.0 { &mut right_blocks } else { &mut left_blocks }.push(block);
    }
    if let Some(lines) = pm_lines(source, right.room()) {
        match right_blocks.last_mut() {
            Some(block) if gap > 0.0 && open => block.lines.extend(lines),
            _ => right_blocks.push(LabelBlock { middle: right.total, lines, leader: false }),
        }
    }

    let stack = |blocks: &[LabelBlock]| stacked(blocks.iter().map(LabelBlock::height), SPACE);
    let empty = is_nothing(left.total.max(right.total));
    let least = if empty { EMPTY } else { HEIGHT };
    let height = least.max(stack(&left_blocks)).max(stack(&right_blocks));
    let base = TOP + height;
    let scale = Scale::new((0.0, left.total.max(right.total)), (base, TOP));

    let mut marks = Vec::new();
    let mut leaders = Path::default();
    for column in [&left, &right] {
        marks.extend(segments(column, scale));
    }
    if open {
        let (top, bottom) = (scale.at(lower.total + gap.abs()), scale.at(lower.total));
        let rect = (lower.x() + 0.75, top + 0.75, COLUMN - 1.5, (bottom - top - 1.5 - SEGMENT_GAP).max(0.5));
        marks.extend(open_block(rect, gap < 0.0).into_iter().flatten());
    }
    let mut labels = Vec::new();
    for (column, blocks) in [(&left, &left_blocks), (&right, &right_blocks)] {
        labels.extend(labels_beside(column, blocks, scale, (TOP, base), &mut leaders));
    }
    marks.extend(leaders.mark(MarkStyle::Leader));
    let mut zero = Path::default();
    zero.line(&[(left.x() - LEADER, base), (right.x() + COLUMN + LEADER, base)]);
    marks.extend(zero.mark(MarkStyle::Zero));
    marks.extend(labels);

    let left_name = if has_harm { charts.costs_and_harm } else { charts.costs };
    let right_name = if has_income { charts.income_and_savings } else { charts.savings };
    for (column, name) in [(&left, left_name), (&right, right_name)] {
        let (x, anchor) =
            if column.left { (WIDTH / 2.0 - HALF, Anchor::End) } else { (WIDTH / 2.0 + HALF, Anchor::Start) };
        let room = WIDTH / 2.0 - HALF;
        marks.push(label(x, base + 19.0, anchor, cut(name, room, SIZE, false)).mark());
        let total = source.euro(column.total);
        marks.push(label(x, base + 36.0, anchor, total).bold().mark());
    }
    Picture { width: WIDTH, height: (base + 42.0).ceil(), marks }
}

/// 'p.m.' with the names, or their number where they are many.
fn pm_lines(source: &Source, room: f64) -> Option<Vec<(String, bool, MarkStyle)>> {
    let names = source.pm();
    if names.is_empty() {
        return None;
    }
    let charts = source.text.charts;
    let wrapped = |listed: &str| wrap(&format!("{}: {listed}", charts.pm), room, SMALL, false, 3);
    let mut lines = wrapped(&names.join(", "));
    // Half a list would hide that there are more.
    if lines.iter().any(|line| line.ends_with('…')) && names.len() > 1 {
        lines = wrapped(&(charts.pm_lines)(names.len()));
    }
    Some(lines.into_iter().map(|line| (line, false, MarkStyle::Muted)).collect())
}

fn segments(column: &StackedColumn, scale: Scale) -> Vec<Mark> {
    let mut base = 0.0;
    let segment = |(part, style): &(LineAmount, MarkStyle)| {
        let bottom = scale.at(base);
        base += part.amount;
        let top = scale.at(base);
        // A seam between segments, but none is made invisible by it. An
        // outline lies half outside its shape.
        let edge = style.paint().width / 2.0;
        let height = (bottom - top - SEGMENT_GAP).max(0.75);
        let height = if height > 2.0 * edge { height - 2.0 * edge } else { height };
        Mark::Rect { x: column.x() + edge, y: top + edge, width: COLUMN - 2.0 * edge, height, style: *style }
    };
    column.parts.iter().map(segment).collect()
}

fn labels_beside(
    column: &StackedColumn,
    blocks: &[LabelBlock],
    scale: Scale,
    ends: (f64, f64),
    leaders: &mut Path,
) -> Vec<Mark> {
    // From top to bottom: the last part is the highest.
    let wanted: Vec<_> = blocks.iter().rev().map(|block| (scale.at(block.middle), block.height())).collect();
    let (x, anchor) = column.labels();
    let mut marks = Vec::new();
    for (block, top) in blocks.iter().rev().zip(spread(&wanted, SPACE, ends)) {
        if block.leader {
            let named =
                block.lines.iter().filter(|(.., style)| *style != MarkStyle::Muted).count() as f64 * LINE;
            let (edge, bend) =
                if column.left { (column.x() - 1.0, -1.0) } else { (column.x() + COLUMN + 1.0, 1.0) };
            let from = scale.at(block.middle);
            leaders.line(&[
                (edge, from),
                (edge + bend * 3.0, from),
                (edge + bend * (LEADER - 5.0), top + named / 2.0),
            ]);
        }
        for (place, (text, bold, style)) in block.lines.iter().enumerate() {
            let mut line = label(x, top + LINE * (place as f64 + 0.78), anchor, text.clone()).style(*style);
            line.bold = *bold;
            if *style == MarkStyle::Muted {
                line.size = SMALL;
            }
            marks.push(line.mark());
        }
    }
    marks
}

/// Lists the data of the picture as a table.
pub fn table(source: &Source) -> Table {
    let (outcome, charts) = (source.outcome, source.text.charts);
    let none = || "–".to_owned();
    let mut rows = Vec::new();
    for part in source.costs() {
        let amount = if part.role == Role::Income { -part.amount } else { part.amount };
        rows.push(vec![part.name, source.exact(amount), none()]);
    }
    for part in source.savings() {
        let amount = if part.role == Role::Harm { -part.amount } else { part.amount };
        rows.push(vec![part.name, none(), source.exact(amount)]);
    }
    rows.extend(source.pm().into_iter().map(|name| vec![name, none(), charts.pm.to_owned()]));
    let total = |amount: crate::model::Euro| source.exact(amount.euros());
    rows.push(vec![charts.total.to_owned(), total(outcome.costs.net), total(outcome.total.savings)]);
    let gap = outcome.break_even.gap.euros();
    let name = if gap < 0.0 { charts.surplus } else { charts.gap };
    rows.push(vec![name.to_owned(), none(), source.exact(gap.abs())]);
    let head = charts.costs_vs_savings_head.map(str::to_owned).to_vec();
    Table { caption: (source.text.sentences.costs_vs_savings_title)(outcome), head, rows }
}
