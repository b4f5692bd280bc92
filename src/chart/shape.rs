//! Building blocks of drawings: SVG paths, labels, and the hatched block for a gap,
//! uncovered costs or a positive saldo. Coordinates are written with at most one decimal,
//! to keep them short.

use crate::chart::{Anchor, Label, Mark, MarkStyle};
use crate::number::digits;
use std::fmt::Write;

/// Writes a length with at most one decimal. A drawing has hundreds of lengths, so
/// this uses fast integer arithmetic on tenths; only very large lengths take the
/// general way of writing a number.
pub fn number(value: f64) -> String {
    let tenths = (value * 10.0).round();
    if tenths.abs() >= 1e9 {
        return digits::format(tenths / 10.0 + 0.0);
    }
    let tenths = tenths as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, decimal) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if decimal == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimal}") }
}

/// SVG path data, to which shapes are added one by one.
#[derive(Default)]
pub struct Path(String);

impl Path {
    /// Adds a line through these points.
    pub fn line(&mut self, points: &[(f64, f64)]) {
        for (index, (x, y)) in points.iter().enumerate() {
            let step = if index == 0 { 'M' } else { 'L' };
            let _ = write!(self.0, "{step}{} {}", number(*x), number(*y));
        }
    }

    /// Adds the polygon with these corners.
    pub fn area(&mut self, points: &[(f64, f64)]) {
        self.line(points);
        self.0.push('Z');
    }

    /// Adds a circle around this centre.
    pub fn dot(&mut self, x: f64, y: f64, radius: f64) {
        let (left, diameter) = (number(x - radius), number(2.0 * radius));
        let r = number(radius);
        let _ =
            write!(self.0, "M{left} {}a{r} {r} 0 1 0 {diameter} 0a{r} {r} 0 1 0 -{diameter} 0Z", number(y));
    }

    /// Adds slanting stripes inside a rectangle (left, top, width, height). They are
    /// lines and no SVG pattern, so that every program that opens a saved file shows
    /// them.
    pub fn stripes(&mut self, (x, y, width, height): (f64, f64, f64, f64)) {
        const STEP: f64 = 7.0;
        let mut sum = STEP / 2.0;
        // Each stripe is the line on which the distances from the left edge and from
        // the top edge add up to `sum`.
        while sum < width + height {
            let from = (x + sum.min(width), y + (sum - width).max(0.0));
            let to = (x + (sum - height).max(0.0), y + sum.min(height));
            self.line(&[from, to]);
            sum += STEP;
        }
    }

    /// Returns the path as a mark; `None` where it is empty.
    pub fn mark(self, style: MarkStyle) -> Option<Mark> {
        (!self.0.is_empty()).then_some(Mark::Path { d: self.0, style })
    }
}

/// Returns a label of ordinary size and colour with this text at this point.
pub fn label(x: f64, y: f64, anchor: Anchor, text: impl Into<String>) -> Label {
    Label {
        x,
        y,
        anchor,
        size: crate::chart::TEXT_SIZE,
        bold: false,
        text: text.into(),
        style: MarkStyle::PlainText,
    }
}

impl Label {
    /// Makes the label bold.
    pub fn bold(self) -> Label {
        Label { bold: true, ..self }
    }

    /// Makes the label small and grey.
    pub fn muted(self) -> Label {
        Label { style: MarkStyle::MutedText, size: crate::chart::SMALL_TEXT_SIZE, ..self }
    }

    /// Makes the label small.
    pub fn small(self) -> Label {
        Label { size: crate::chart::SMALL_TEXT_SIZE, ..self }
    }

    /// Returns the label in another style.
    pub fn style(self, style: MarkStyle) -> Label {
        Label { style, ..self }
    }

    /// Returns the label as a mark.
    pub fn mark(self) -> Mark {
        Mark::Text(self)
    }

    /// Returns the left and right end of the label, estimated by
    /// [`text_metrics`](crate::chart::text_metrics).
    pub fn span(&self) -> (f64, f64) {
        let width = crate::chart::text_metrics::width(&self.text, self.size, self.bold);
        match self.anchor {
            Anchor::Start => (self.x, self.x + width),
            Anchor::Middle => (self.x - width / 2.0, self.x + width / 2.0),
            Anchor::End => (self.x - width, self.x),
        }
    }
}

/// Returns the marks of the block for a positive saldo, or else for a gap or uncovered costs:
/// stripes inside a dashed outline. The rectangle is left, top, width and height.
pub fn hatched_block(rect: (f64, f64, f64, f64), is_positive_saldo: bool) -> [Option<Mark>; 2] {
    let (outline, hatch) = if is_positive_saldo {
        (MarkStyle::AccentDashed, MarkStyle::AccentHatch)
    } else {
        (MarkStyle::Dashed, MarkStyle::Hatch)
    };
    let (x, y, width, height) = rect;
    let mut stripes = Path::default();
    stripes.stripes(rect);
    let outline = Mark::Rect { x, y, width, height, style: outline };
    [stripes.mark(hatch), Some(outline)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_as_other_numbers_are() {
        let expected = |value: f64| digits::format((value * 10.0).round() / 10.0 + 0.0);
        for value in
            [0.0, -0.0, 0.04, -0.04, 0.05, -0.05, 12.0, 12.34, -7.96, 99_999_999.9, 1e8, -1e12, 3e300]
        {
            assert_eq!(number(value), expected(value), "{value}");
        }
        assert_eq!([12.5, -0.5, 480.0].map(number), ["12.5", "-0.5", "480"]);
    }
}
