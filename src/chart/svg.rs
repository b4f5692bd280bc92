//! Writes a chart as a self-contained SVG file: with its title, its sentence, a
//! footer with source, date and link, and fixed colours.

use crate::chart::shape::{label, number};
use crate::chart::text_metrics::wrap;
use crate::chart::{Anchor, Chart, Label, Mark, MarkStyle};
use std::fmt::Write;

/// Space around the drawing and its text.
const MARGIN: f64 = 20.0;
/// Font size of the title.
const TITLE_SIZE: f64 = 18.0;
/// Font size of the footer.
const FOOTER_SIZE: f64 = 9.0;
/// Pixels per drawing unit: the file then opens as wide as a slide.
const PIXELS_PER_UNIT: f64 = 3.0;
/// Font families: those of the system on which the file is opened.
const FONTS: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/// A chart as an SVG file.
#[derive(Clone, Debug, PartialEq)]
pub struct SvgFile {
    /// The SVG document.
    pub text: String,
    /// Width of the view box, in drawing units.
    pub width: f64,
    /// Height of the view box, in drawing units.
    pub height: f64,
}

/// Writes a chart as a file, with the footer below the drawing.
pub fn file(chart: &Chart, footer: &[String]) -> SvgFile {
    let drawing_width = chart.drawing.width;
    let mut top = MARGIN + TITLE_SIZE;
    let mut labels = Vec::new();
    for line in wrap(&chart.title, drawing_width, TITLE_SIZE, true, 4) {
        let line = Label { size: TITLE_SIZE, ..label(MARGIN, top, Anchor::Start, line).bold() };
        labels.push(line);
        top += TITLE_SIZE * 1.25;
    }
    top -= 4.0;
    for line in wrap(&chart.sentence, drawing_width, 11.5, false, 8) {
        labels.push(Label { size: 11.5, ..label(MARGIN, top, Anchor::Start, line).muted() });
        top += 15.0;
    }
    let drawing_top = top + 6.0;
    top = drawing_top + chart.drawing.height + 26.0;
    for line in footer.iter().flat_map(|text| footer_lines(text, drawing_width)) {
        labels.push(Label { size: FOOTER_SIZE, ..label(MARGIN, top, Anchor::Start, line).muted() });
        top += FOOTER_SIZE * 1.35;
    }
    let (width, height) = (drawing_width + 2.0 * MARGIN, (top + MARGIN - FOOTER_SIZE).ceil());

    let [pixel_width, pixel_height] = [width, height].map(|size| number(size * PIXELS_PER_UNIT));
    let [view_width, view_height] = [width, height].map(number);
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{pixel_width}\" height=\"{pixel_height}\" viewBox=\"0 0 {view_width} {view_height}\" font-family=\"{FONTS}\" role=\"img\" aria-labelledby=\"titel uitleg\"><title id=\"titel\">{}</title><desc id=\"uitleg\">{} {}</desc><rect width=\"{view_width}\" height=\"{view_height}\" fill=\"#ffffff\"/>",
        escaped(&chart.title),
        escaped(&chart.sentence),
        escaped(&footer.join(" ")),
    );
    labels.iter().for_each(|label| write_label(&mut text, label));
    let _ = write!(text, "<g transform=\"translate({} {})\">", number(MARGIN), number(drawing_top));
    chart.drawing.marks.iter().for_each(|mark| write_mark(&mut text, mark));
    text.push_str("</g></svg>");
    SvgFile { text, width, height }
}

/// Breaks a text of the footer into at most five lines. A longer text, such as a long
/// link, is cut off in the drawing and complete in the `desc` element.
fn footer_lines(text: &str, width: f64) -> Vec<String> {
    const MAX_LINES: usize = 5;
    let mut lines = wrap_anywhere(text, width);
    lines.truncate(MAX_LINES);
    lines
}

/// Breaks a text into lines that fit below the drawing: between words, and inside a
/// word that is too long for one line, such as a link.
fn wrap_anywhere(text: &str, width: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut add = |piece: &str, space: bool| {
        let last = lines.last_mut().expect("there is always a line");
        let separator = if space && !last.is_empty() { " " } else { "" };
        if crate::chart::text_metrics::width(&format!("{last}{separator}{piece}"), FOOTER_SIZE, false)
            <= width
        {
            last.push_str(separator);
            last.push_str(piece);
        } else {
            lines.push(piece.to_owned());
        }
    };
    for word in text.split(' ') {
        if crate::chart::text_metrics::width(word, FOOTER_SIZE, false) <= width {
            add(word, true);
        } else {
            word.chars().enumerate().for_each(|(index, c)| add(c.encode_utf8(&mut [0; 4]), index == 0));
        }
    }
    lines
}

fn write_mark(out: &mut String, mark: &Mark) {
    match mark {
        Mark::Rect { x, y, width, height, style } => {
            let [x, y, width, height] = [x, y, width, height].map(|value| number(*value));
            let _ = write!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
            write_paint(out, *style);
        }
        Mark::Path { d, style } => {
            let _ = write!(out, "<path d=\"{d}\"");
            write_paint(out, *style);
        }
        Mark::Text(label) => write_label(out, label),
    }
}

fn write_paint(out: &mut String, style: MarkStyle) {
    let paint = style.paint();
    let _ = write!(out, " fill=\"{}\"", paint.fill);
    if paint.stroke != "none" {
        let _ = write!(out, " stroke=\"{}\" stroke-width=\"{}\"", paint.stroke, number(paint.width));
    }
    if !paint.dashes.is_empty() {
        let _ = write!(out, " stroke-dasharray=\"{}\"", paint.dashes);
    }
    if matches!(style, MarkStyle::DataLine) {
        out.push_str(" stroke-linejoin=\"round\" stroke-linecap=\"round\"");
    }
    out.push_str("/>");
}

fn write_label(out: &mut String, label: &Label) {
    let (x, y) = (number(label.x), number(label.y));
    let weight = if label.bold { " font-weight=\"600\"" } else { "" };
    let _ = write!(
        out,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\" text-anchor=\"{}\"{weight} fill=\"{}\">{}</text>",
        number(label.size),
        label.anchor.name(),
        label.style.paint().fill,
        escaped(&label.text)
    );
}

/// Escapes a text for XML; control characters become spaces, and the other characters
/// that XML does not allow are dropped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Drawing, WIDTH};

    /// A file that is narrower than its drawing would lack the end of it.
    #[test]
    fn a_file_is_as_wide_as_its_drawing() {
        let chart = Chart {
            id: "wide",
            title: "Wide".to_owned(),
            sentence: String::new(),
            drawing: Drawing { width: 840.0, height: 100.0, marks: Vec::new() },
            table: None,
            hotspots: Vec::new(),
        };
        assert!(file(&chart, &[]).text.contains("viewBox=\"0 0 880 "));
    }

    #[test]
    fn texts_are_escaped() {
        assert_eq!(escaped("<b>&\"\u{0}é"), "&lt;b&gt;&amp;&quot; é");
    }

    #[test]
    fn long_addresses_are_broken() {
        let lines = footer_lines(&format!("Narekenen: https://voorbeeld.nl/#{}", "a1b2".repeat(50)), WIDTH);
        assert!(lines.len() > 1);
        assert!(
            lines.iter().all(|line| crate::chart::text_metrics::width(line, FOOTER_SIZE, false) <= WIDTH)
        );
    }
}
