//! Shapes as path data, with short numbers.

use crate::chart::{Anchor, Label, Mark, MarkStyle};
use crate::number::digits;
use std::fmt::Write;

/// Writes a length with at most one decimal. A picture has hundreds of them, so
/// the ordinary ones are written as whole tenths.
pub fn number(value: f64) -> String {
    let tenths = (value * 10.0).round();
    if tenths.abs() >= 1e9 {
        return digits::format(tenths / 10.0 + 0.0);
    }
    let tenths = tenths as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, part) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if part == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

/// Path data, built up shape by shape.
#[derive(Default)]
pub struct Path(String);

impl Path {
    /// A line through these points.
    pub fn line(&mut self, points: &[(f64, f64)]) {
        for (place, (x, y)) in points.iter().enumerate() {
            let step = if place == 0 { 'M' } else { 'L' };
            let _ = write!(self.0, "{step}{} {}", number(*x), number(*y));
        }
    }

    /// The area inside these points.
    pub fn area(&mut self, points: &[(f64, f64)]) {
        self.line(points);
        self.0.push('Z');
    }

    /// Adds a dot with this radius.
    pub fn dot(&mut self, x: f64, y: f64, radius: f64) {
        let (left, across) = (number(x - radius), number(2.0 * radius));
        let r = number(radius);
        let _ = write!(self.0, "M{left} {}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0Z", number(y));
    }

    /// Slanting stripes inside a rectangle, drawn as lines so that every
    /// program that opens the file shows them.
    pub fn stripes(&mut self, (x, y, width, height): (f64, f64, f64, f64)) {
        const STEP: f64 = 7.0;
        let mut sum = STEP / 2.0;
        // The line on which the distances from left and top add up to `sum`.
        while sum < width + height {
            let from = (x + sum.min(width), y + (sum - width).max(0.0));
            let to = (x + (sum - height).max(0.0), y + sum.min(height));
            self.line(&[from, to]);
            sum += STEP;
        }
    }

    /// Makes a mark of the path, unless the path is empty.
    pub fn mark(self, style: MarkStyle) -> Option<Mark> {
        (!self.0.is_empty()).then_some(Mark::Path { d: self.0, style })
    }
}

/// Returns a label with this text at this point.
pub fn label(x: f64, y: f64, anchor: Anchor, text: impl Into<String>) -> Label {
    Label { x, y, anchor, size: crate::chart::SIZE, bold: false, text: text.into(), style: MarkStyle::Words }
}

impl Label {
    /// Makes the label stand out.
    pub fn bold(self) -> Label {
        Label { bold: true, ..self }
    }

    /// Makes the label small and less visible.
    pub fn muted(self) -> Label {
        Label { style: MarkStyle::Muted, size: crate::chart::SMALL, ..self }
    }

    /// Makes the label small.
    pub fn small(self) -> Label {
        Label { size: crate::chart::SMALL, ..self }
    }

    /// Draws the label in another style.
    pub fn style(self, style: MarkStyle) -> Label {
        Label { style, ..self }
    }

    /// Makes a mark of the label.
    pub fn mark(self) -> Mark {
        Mark::Text(self)
    }

    /// Returns the left and right end of the label, from the table of letter widths.
    pub fn span(&self) -> (f64, f64) {
        let width = crate::chart::text_metrics::width(&self.text, self.size, self.bold);
        match self.anchor {
            Anchor::Start => (self.x, self.x + width),
            Anchor::Middle => (self.x - width / 2.0, self.x + width / 2.0),
            Anchor::End => (self.x - width, self.x),
        }
    }
}

/// Returns the block that shows the gap or the surplus: stripes with a dashed outline.
pub fn open_block(rect: (f64, f64, f64, f64), surplus: bool) -> [Option<Mark>; 2] {
    let (outline, hatch) = if surplus {
        (MarkStyle::Surplus, MarkStyle::SurplusHatch)
    } else {
        (MarkStyle::Gap, MarkStyle::Hatch)
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
    fn lengths_are_written_as_any_other_number_is() {
        let written = |value: f64| digits::format((value * 10.0).round() / 10.0 + 0.0);
        for value in
            [0.0, -0.0, 0.04, -0.04, 0.05, -0.05, 12.0, 12.34, -7.96, 99_999_999.9, 1e8, -1e12, 3e300]
        {
            assert_eq!(number(value), written(value), "{value}");
        }
        assert_eq!([12.5, -0.5, 480.0].map(number), ["12.5", "-0.5", "480"]);
    }
}
