//! Costs against figured savings: two columns that are equally high, the
//! difference made visible.
//!
//! Everything that costs stands left, everything that pays for it right, all
//! of it upwards: harm is a cost, own income is a cover. So the columns differ
//! by the gap exactly, whatever the signs of the lines.

use crate::chart::layout::{Scale, spread, stacked};
use crate::chart::line_amounts::{Part, Role, Source, is_nothing, merged};
use crate::chart::mark_style::TINTS;
use crate::chart::shape::{Path, label, open_block};
use crate::chart::text_metrics::{cut, wrap};
use crate::chart::{Anchor, Chart, Ink, Mark, Picture, SIZE, SMALL, Table, WIDTH};
use crate::model::Outcome;
use crate::text::Text;

/// Its name, for ids in the page and for files.
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
/// From a column to its labels.
const LEADER: f64 = 14.0;
/// Height of a line of words.
pub(crate) const LINE: f64 = 17.0;
/// Between two labels.
const SPACE: f64 = 4.0;
/// Between two segments.
const SEAM: f64 = 1.5;

/// Costs against figured savings.
pub fn against(outcome: &Outcome, text: &Text, own: &dyn Fn(usize) -> String) -> Chart {
    let source = Source { outcome, text, own };
    let mut sentence = (text.sentences.against)(outcome);
    sentence.push_str(&(text.charts.against_note)(outcome));
    Chart {
        id: ID,
        title: (text.sentences.against_title)(outcome),
        sentence,
        picture: picture(&source),
        table: None,
        spots: Vec::new(),
    }
}

/// What stands beside a column.
struct Block {
    /// The middle of what it belongs to, from the base upwards in euros.
    middle: f64,
    lines: Vec<(String, bool, Ink)>,
    /// Whether a line runs from it to the column.
    leader: bool,
}

impl Block {
    fn height(&self) -> f64 {
        self.lines.len() as f64 * LINE
    }
}

/// One column: its parts from the base upwards.
pub(crate) struct Column {
    pub parts: Vec<(Part, Ink)>,
    pub total: f64,
    left: bool,
}

impl Column {
    fn new(first: Vec<Part>, then: Vec<Part>, left: bool, source: &Source) -> Column {
        let others = source.text.charts.others;
        let room = TINTS - usize::from(!first.is_empty() && !then.is_empty());
        let (first, then) = if left {
            (merged(first, room, others), merged(then, 2, others))
        } else {
            (merged(first, 2, others), merged(then, room, others))
        };
        let ink = |place: usize, part: &Part| match part.role {
            Role::Cost => Ink::Cost(place as u8),
            Role::Saving => Ink::Saving(place as u8),
            Role::Income => Ink::Income,
            Role::Harm => Ink::Harm,
        };
        let inked = |parts: Vec<Part>| {
            parts.into_iter().enumerate().map(move |(place, part)| (ink(place, &part), part))
        };
        let parts: Vec<_> = inked(first).chain(inked(then)).map(|(ink, part)| (part, ink)).collect();
        let total = parts.iter().map(|(part, _)| part.amount).sum();
        Column { parts, total, left }
    }

    /// Left end of the column.
    fn x(&self) -> f64 {
        if self.left { WIDTH / 2.0 - HALF - COLUMN } else { WIDTH / 2.0 + HALF }
    }

    /// Where its labels begin, and how.
    fn labels(&self) -> (f64, Anchor) {
        if self.left { (self.x() - LEADER, Anchor::End) } else { (self.x() + COLUMN + LEADER, Anchor::Start) }
    }

    fn room(&self) -> f64 {
        WIDTH / 2.0 - HALF - COLUMN - LEADER
    }

    fn blocks(&self, source: &Source) -> Vec<Block> {
        let mut base = 0.0;
        let parts = self.parts.iter().map(|(part, ink)| {
            let middle = base + part.amount / 2.0;
            base += part.amount;
            let ink = if *ink == Ink::Harm { Ink::Harm } else { Ink::Words };
            self.block(middle, &part.name, part.amount, ink, source)
        });
        parts.collect()
    }

    fn block(&self, middle: f64, name: &str, amount: f64, ink: Ink, source: &Source) -> Block {
        let most = if ink == Ink::Harm { 3 } else { 2 };
        let ink = if ink == Ink::Harm { Ink::Words } else { ink };
        let names = wrap(name, self.room(), SIZE, false, most).into_iter();
        let amount = source.euro(amount);
        let mut lines: Vec<_> = names.map(|line| (line, false, ink)).collect();
        lines.push((amount, true, ink));
        Block { middle, lines, leader: true }
    }
}

/// The left and the right column, and whether there are harm and own income.
pub(crate) fn columns(source: &Source) -> ([Column; 2], bool, bool) {
    let split = |parts: Vec<Part>, role| parts.into_iter().partition(|part: &Part| part.role == role);
    let (costs, income): (Vec<_>, Vec<_>) = split(source.costs(), Role::Cost);
    let (savings, harm): (Vec<_>, Vec<_>) = split(source.savings(), Role::Saving);
    let (has_income, has_harm) = (!income.is_empty(), !harm.is_empty());
    let columns = [Column::new(costs, harm, true, source), Column::new(income, savings, false, source)];
    (columns, has_harm, has_income)
}

fn picture(source: &Source) -> Picture {
    let charts = source.text.charts;
    let ([left, right], has_harm, has_income) = columns(source);
    // What is open: beside the lower column, up to the higher one.
    let gap = left.total - right.total;
    let (lower, name, ink) =
        if gap > 0.0 { (&right, charts.gap, Ink::Words) } else { (&left, charts.surplus, Ink::Accent) };
    let open = !is_nothing(gap);
    let (mut left_blocks, mut right_blocks) = (left.blocks(source), right.blocks(source));
    if open {
        let middle = (left.total + right.total) / 2.0;
        let block = lower.block(middle, name, gap.abs(), ink, source);
        if gap > 0.0 { &mut right_blocks } else { &mut left_blocks }.push(block);
    }
    if let Some(lines) = pm_lines(source, right.room()) {
        match right_blocks.last_mut() {
            Some(block) if gap > 0.0 && open => block.lines.extend(lines),
            _ => right_blocks.push(Block { middle: right.total, lines, leader: false }),
        }
    }

    let stack = |blocks: &[Block]| stacked(blocks.iter().map(Block::height), SPACE);
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
        let rect = (lower.x() + 0.75, top + 0.75, COLUMN - 1.5, (bottom - top - 1.5 - SEAM).max(0.5));
        marks.extend(open_block(rect, gap < 0.0).into_iter().flatten());
    }
    let mut labels = Vec::new();
    for (column, blocks) in [(&left, &left_blocks), (&right, &right_blocks)] {
        labels.extend(beside(column, blocks, scale, (TOP, base), &mut leaders));
    }
    marks.extend(leaders.mark(Ink::Leader));
    let mut zero = Path::default();
    zero.line(&[(left.x() - LEADER, base), (right.x() + COLUMN + LEADER, base)]);
    marks.extend(zero.mark(Ink::Zero));
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
fn pm_lines(source: &Source, room: f64) -> Option<Vec<(String, bool, Ink)>> {
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
    Some(lines.into_iter().map(|line| (line, false, Ink::Muted)).collect())
}

fn segments(column: &Column, scale: Scale) -> Vec<Mark> {
    let mut base = 0.0;
    let segment = |(part, ink): &(Part, Ink)| {
        let bottom = scale.at(base);
        base += part.amount;
        let top = scale.at(base);
        // A seam between segments, but none is made invisible by it. An
        // outline lies half outside its shape.
        let edge = ink.paint().width / 2.0;
        let height = (bottom - top - SEAM).max(0.75);
        let height = if height > 2.0 * edge { height - 2.0 * edge } else { height };
        Mark::Rect { x: column.x() + edge, y: top + edge, width: COLUMN - 2.0 * edge, height, ink: *ink }
    };
    column.parts.iter().map(segment).collect()
}

fn beside(
    column: &Column,
    blocks: &[Block],
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
            let named = block.lines.iter().filter(|(.., ink)| *ink != Ink::Muted).count() as f64 * LINE;
            let (edge, bend) =
                if column.left { (column.x() - 1.0, -1.0) } else { (column.x() + COLUMN + 1.0, 1.0) };
            let from = scale.at(block.middle);
            leaders.line(&[
                (edge, from),
                (edge + bend * 3.0, from),
                (edge + bend * (LEADER - 5.0), top + named / 2.0),
            ]);
        }
        for (place, (text, bold, ink)) in block.lines.iter().enumerate() {
            let mut line = label(x, top + LINE * (place as f64 + 0.78), anchor, text.clone()).ink(*ink);
            line.bold = *bold;
            if *ink == Ink::Muted {
                line.size = SMALL;
            }
            marks.push(line.mark());
        }
    }
    marks
}

/// The same data.
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
    let head = charts.against_head.map(str::to_owned).to_vec();
    Table { caption: (source.text.sentences.against_title)(outcome), head, rows }
}
