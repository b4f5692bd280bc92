//! The drawing of the two bars, for one width.

use crate::chart::answer_bars::{Bar, BarSegment, Remainder};
use crate::chart::hit_regions::accessible_name;
use crate::chart::shape::{hatched_block, label};
use crate::chart::text_metrics::{truncate, width, wrap};
use crate::chart::{Anchor, Drawing, Hotspot, HotspotTarget, Label, Mark, MarkStyle};

/// Width from which a segment has its name and its amount, on two lines.
const WIDE: f64 = 500.0;
/// Space between two segments.
const SPACE: f64 = 3.0;
/// Space between the edge of a segment and its text.
const PADDING: f64 = 10.0;
/// Space between the two bars.
const BAR_SPACE: f64 = 12.0;
/// Font size of the names that do not fit in their segments.
const OUTSIDE_SIZE: f64 = 13.0;
/// Fewest letters of a name that is cut off and can still be recognized.
const FEWEST_LETTERS: usize = 12;

/// Draws the costs above the savings. The second part of the result has the areas that open
/// explanations.
pub(super) fn draw(costs: &Bar, savings: &Bar, width: f64) -> (Drawing, Vec<Hotspot>) {
    let longest = costs.total().max(savings.total());
    let scale = if longest > 0.0 { width / longest } else { 0.0 };
    let mut canvas = Canvas { width, scale, marks: Vec::new(), hotspots: Vec::new(), y: 0.0 };
    canvas.bar(costs);
    canvas.y += BAR_SPACE;
    canvas.bar(savings);
    let height = (canvas.y + 4.0).ceil();
    (Drawing { width, height, marks: canvas.marks }, canvas.hotspots)
}

/// A picture while it is being drawn, from top to bottom.
struct Canvas {
    width: f64,
    /// Width per euro.
    scale: f64,
    marks: Vec<Mark>,
    hotspots: Vec<Hotspot>,
    /// Where the next element begins.
    y: f64,
}

impl Canvas {
    fn is_wide(&self) -> bool {
        self.width >= WIDE
    }

    /// Returns the font size of the labels in a bar.
    fn label_size(&self) -> f64 {
        if self.is_wide() { 15.0 } else { 13.0 }
    }

    /// Draws a bar with its title, and what does not fit in its segments below it.
    fn bar(&mut self, bar: &Bar) {
        let title_size = if self.is_wide() { 16.0 } else { 14.0 };
        for line in wrap(&bar.title, self.width, title_size, true, 2) {
            self.y += title_size + 2.0;
            self.write(label(0.0, self.y, Anchor::Start, line).bold().style(bar.title_style), title_size);
        }
        self.y += 7.0;
        let (top, height) = (self.y, if self.is_wide() { 58.0 } else { 34.0 });
        let mut x = 0.0;
        let mut outside = Vec::new();
        for segment in &bar.segments {
            let end = x + segment.amount * self.scale;
            let shown_width = (end - x - SPACE).max(1.0);
            // A part too small to be seen is a line, which may cover its neighbour's edge.
            let left = x.min(self.width - shown_width);
            self.marks.push(Mark::Rect { x: left, y: top, width: shown_width, height, style: segment.style });
            // The title of the bar says it already.
            let is_in_title = bar.title == format!("{} {}", segment.name, segment.shown);
            if !is_in_title && !self.segment_label(segment, (x, top), shown_width) {
                outside.push(format!("{} {}", segment.name, segment.shown));
            }
            let name = accessible_name(&segment.name, &segment.shown);
            self.hotspot(segment.figure.clone(), name, (x, top, shown_width.min(end - x), height));
            x = end;
        }
        self.y = top + height;
        match &bar.remainder {
            Some(remainder) => self.remainder(remainder, (x, top, (self.width - x).max(0.0), height)),
            None if bar.segments.is_empty() => {
                let baseline = top + height / 2.0 + 5.0;
                self.marks.push(label(0.0, baseline, Anchor::Start, bar.empty).muted().mark());
            }
            None => {}
        }
        if !outside.is_empty() {
            for line in wrap(&outside.join(" · "), self.width, OUTSIDE_SIZE, false, 3) {
                self.y += OUTSIDE_SIZE + 5.0;
                self.write(label(0.0, self.y, Anchor::Start, line).muted(), OUTSIDE_SIZE);
            }
        }
    }

    /// Draws the hatched end of a bar, with its label on it, or below it where it does not fit.
    fn remainder(&mut self, remainder: &Remainder, area: (f64, f64, f64, f64)) {
        let (x, top, end_width, height) = area;
        // A difference too small to be seen is a line.
        let shown_width = end_width.max(2.0);
        let block = (self.width - shown_width + 0.75, top + 0.75, shown_width - 1.5, height - 1.5);
        self.marks.extend(hatched_block(block, remainder.is_surplus).into_iter().flatten());
        let size = self.label_size();
        let text_width = width(&remainder.label, size, true);
        if text_width + 3.0 * PADDING <= end_width {
            let (middle, box_width, box_height) =
                (x + end_width / 2.0, text_width + 2.0 * PADDING, size + 12.0);
            self.marks.push(Mark::Rect {
                x: middle - box_width / 2.0,
                y: top + (height - box_height) / 2.0,
                width: box_width,
                height: box_height,
                style: MarkStyle::Background,
            });
            let baseline = top + height / 2.0 + size * 0.35;
            self.write(label(middle, baseline, Anchor::Middle, remainder.label.clone()).bold(), size);
        } else {
            self.y += size + 5.0;
            let text = truncate(&remainder.label, self.width, size, true);
            self.write(label(self.width, self.y, Anchor::End, text).bold(), size);
        }
        self.hotspot(remainder.figure.clone(), remainder.label.clone(), area);
    }

    /// Writes a segment's name and amount in it; returns whether the name fits.
    fn segment_label(&mut self, segment: &BarSegment, (x, top): (f64, f64), segment_width: f64) -> bool {
        let room = segment_width - 2.0 * PADDING;
        let size = self.label_size();
        // Own income has a light fill.
        let style =
            if segment.style == MarkStyle::Income { MarkStyle::PlainText } else { MarkStyle::TextOnFill };
        let line = |y: f64, text: String| label(x + PADDING, top + y, Anchor::Start, text).style(style);
        if !self.is_wide() {
            let fits = width(&segment.name, size, true) <= room;
            if fits {
                self.write(line(22.0, segment.name.clone()).bold(), size);
            }
            return fits;
        }
        let detail = segment.quantity.as_ref().map(|quantity| format!("{quantity} · {}", segment.shown));
        let detail = detail.filter(|detail| width(detail, size, false) <= room);
        let detail = detail.unwrap_or_else(|| segment.shown.clone());
        let name = truncate(&segment.name, room, size, true);
        let is_recognizable = name == segment.name || name.chars().count() >= FEWEST_LETTERS;
        if !is_recognizable || width(&detail, size, false) > room {
            return false;
        }
        self.write(line(24.0, name).bold(), size);
        self.write(line(44.0, detail), size);
        true
    }

    fn write(&mut self, label: Label, size: f64) {
        self.marks.push(Label { size, ..label }.mark());
    }

    fn hotspot(&mut self, explanation: String, label: String, area: (f64, f64, f64, f64)) {
        self.hotspots.push(Hotspot { target: HotspotTarget::Other { explanation, label }, area });
    }
}
