//! Stacked bars: segments on top of each other, and labels next to the bar that are
//! connected with their segments by leader lines.

use crate::chart::layout::{Scale, place_without_overlap, stacked_height};
use crate::chart::shape::{Path, hatched_block, label};
use crate::chart::{Anchor, LINE_HEIGHT, Mark, MarkStyle, SMALL_TEXT_SIZE};

/// Distance from a bar to its labels, which the leader lines cross.
pub const LEADER: f64 = 14.0;
/// Space between two labels.
const LABEL_SPACE: f64 = 4.0;
/// Space between two segments, which separates them without relying on colour.
const SEGMENT_GAP: f64 = 1.5;

/// Returns a segment between these two heights; at least a thin line, so that no
/// segment becomes invisible.
pub fn segment(x: f64, width: f64, (bottom, top): (f64, f64), style: MarkStyle) -> Mark {
    // Half of an outline lies outside its shape.
    let edge = style.paint().width / 2.0;
    let height = (bottom - top - SEGMENT_GAP).max(0.75);
    let height = if height > 2.0 * edge { height - 2.0 * edge } else { height };
    Mark::Rect { x: x + edge, y: top + edge, width: width - 2.0 * edge, height, style }
}

/// Returns the hatched segment for a positive saldo, or else for a gap or uncovered
/// costs, between these two heights.
pub fn hatched_segment(
    x: f64,
    width: f64,
    (bottom, top): (f64, f64),
    is_positive_saldo: bool,
) -> impl Iterator<Item = Mark> {
    let height = (bottom - top - 1.5 - SEGMENT_GAP).max(0.5);
    hatched_block((x + 0.75, top + 0.75, width - 1.5, height), is_positive_saldo).into_iter().flatten()
}

/// A line of a label next to a bar.
pub struct LabelLine {
    /// The text, which fits the room next to the bar.
    pub text: String,
    /// Whether the text is bold.
    pub bold: bool,
    /// Style of the text; [`MarkStyle::MutedText`] is also smaller.
    pub style: MarkStyle,
}

/// A label next to a bar, of one or more lines.
pub struct LabelBlock {
    /// Height of the middle of the labelled segment, in euros above zero.
    pub middle: f64,
    /// Lines of the label, from top to bottom.
    pub lines: Vec<LabelLine>,
    /// Whether a leader line connects the label with the bar.
    pub has_leader: bool,
}

impl LabelBlock {
    fn height(&self) -> f64 {
        self.lines.len() as f64 * LINE_HEIGHT
    }
}

/// Returns the height that these labels need next to a bar.
pub fn labels_height(blocks: &[LabelBlock]) -> f64 {
    stacked_height(blocks.iter().map(LabelBlock::height), LABEL_SPACE)
}

/// Position of the labels of a bar.
#[derive(Clone, Copy)]
pub struct LabelSide {
    /// Position where the labels begin or end, by `anchor`.
    pub x: f64,
    /// [`Anchor::End`] for labels on the left of the bar, [`Anchor::Start`] for labels
    /// on the right.
    pub anchor: Anchor,
    /// Edge of the bar that faces the labels.
    pub bar_edge: f64,
}

/// Draws the labels of a bar between the heights `ends` (top and bottom), each as near
/// to its segment as the others allow, and adds their leader lines to `leaders`. The
/// blocks are given from the lowest segment upwards.
pub fn draw_labels(
    blocks: &[LabelBlock],
    side: LabelSide,
    scale: Scale,
    ends: (f64, f64),
    leaders: &mut Path,
) -> Vec<Mark> {
    let preferred: Vec<_> =
        blocks.iter().rev().map(|block| (scale.position(block.middle), block.height())).collect();
    // The direction from the bar to its labels.
    let outwards = if side.anchor == Anchor::End { -1.0 } else { 1.0 };
    let mut marks = Vec::new();
    for (block, top) in blocks.iter().rev().zip(place_without_overlap(&preferred, LABEL_SPACE, ends)) {
        if block.has_leader {
            // A leader ends at the middle of the name and amount, without muted lines.
            let main_lines = block.lines.iter().filter(|line| line.style != MarkStyle::MutedText).count();
            let middle = scale.position(block.middle);
            leaders.line(&[
                (side.bar_edge + outwards, middle),
                (side.bar_edge + outwards * 4.0, middle),
                (side.x - outwards * 4.0, top + main_lines as f64 * LINE_HEIGHT / 2.0),
            ]);
        }
        for (index, line) in block.lines.iter().enumerate() {
            let y = top + LINE_HEIGHT * (index as f64 + 0.78);
            let mut mark = label(side.x, y, side.anchor, line.text.clone()).style(line.style);
            mark.bold = line.bold;
            if line.style == MarkStyle::MutedText {
                mark.size = SMALL_TEXT_SIZE;
            }
            marks.push(mark.mark());
        }
    }
    marks
}
