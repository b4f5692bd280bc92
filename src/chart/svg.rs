//! A picture as a file that stands on its own: with its title, its sentence,
//! where it comes from, and fixed colours.

use crate::chart::shape::{label, number};
use crate::chart::text_metrics::wrap;
use crate::chart::{Anchor, Chart, Label, Mark, MarkStyle, WIDTH};
use std::fmt::Write;

/// Space around the picture and its words.
const MARGIN: f64 = 20.0;
/// Size of the title.
const TITLE: f64 = 18.0;
/// Size of the words under the picture.
const FOOT: f64 = 9.0;
/// Shown units per unit of the picture: a slide's width.
const SHOWN: f64 = 3.0;
/// The fonts of whichever system opens the file.
const FONTS: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/// A picture as a file.
#[derive(Clone, Debug, PartialEq)]
pub struct SvgFile {
    /// The SVG document.
    pub text: String,
    /// Width in its own units.
    pub width: f64,
    /// Height in its own units.
    pub height: f64,
}

/// Writes the picture with these lines under it: source, date, link.
pub fn file(chart: &Chart, foot: &[String]) -> SvgFile {
    let mut top = MARGIN + TITLE;
    let mut words = Vec::new();
    for line in wrap(&chart.title, WIDTH, TITLE, true, 4) {
        let line = Label { size: TITLE, ..label(MARGIN, top, Anchor::Start, line).bold() };
        words.push(line);
        top += TITLE * 1.25;
    }
    top -= 4.0;
    for line in wrap(&chart.sentence, WIDTH, 11.5, false, 8) {
        words.push(Label { size: 11.5, ..label(MARGIN, top, Anchor::Start, line).muted() });
        top += 15.0;
    }
    let picture = top + 6.0;
    top = picture + chart.picture.height + 26.0;
    for line in foot.iter().flat_map(|text| foot_lines(text)) {
        words.push(Label { size: FOOT, ..label(MARGIN, top, Anchor::Start, line).muted() });
        top += FOOT * 1.35;
    }
    let (width, height) = (WIDTH + 2.0 * MARGIN, (top + MARGIN - FOOT).ceil());

    let [shown_width, shown_height] = [width, height].map(|size| number(size * SHOWN));
    let [wide, high] = [width, height].map(number);
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{shown_width}\" height=\"{shown_height}\" viewBox=\"0 0 {wide} {high}\" font-family=\"{FONTS}\" role=\"img\" aria-labelledby=\"titel uitleg\"><title id=\"titel\">{}</title><desc id=\"uitleg\">{} {}</desc><rect width=\"{wide}\" height=\"{high}\" fill=\"#ffffff\"/>",
        escaped(&chart.title),
        escaped(&chart.sentence),
        escaped(&foot.join(" ")),
    );
    words.iter().for_each(|word| write_label(&mut text, word));
    let _ = write!(text, "<g transform=\"translate({} {})\">", number(MARGIN), number(picture));
    chart.picture.marks.iter().for_each(|mark| write_mark(&mut text, mark));
    text.push_str("</g></svg>");
    SvgFile { text, width, height }
}

/// A line under the picture. An address has no spaces to break at, so it is
/// broken anywhere; what is too long for the picture is whole in the
/// description.
fn foot_lines(text: &str) -> Vec<String> {
    const MOST: usize = 5;
    let mut lines = Vec::new();
    for word_line in wrap_anywhere(text) {
        lines.push(word_line);
        if lines.len() == MOST {
            break;
        }
    }
    lines
}

fn wrap_anywhere(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut add = |piece: &str, space: bool| {
        let last = lines.last_mut().expect("starts with one");
        let gap = if space && !last.is_empty() { " " } else { "" };
        if crate::chart::text_metrics::width(&format!("{last}{gap}{piece}"), FOOT, false) <= WIDTH {
            last.push_str(gap);
            last.push_str(piece);
        } else {
            lines.push(piece.to_owned());
        }
    };
    for word in text.split(' ') {
        if crate::chart::text_metrics::width(word, FOOT, false) <= WIDTH {
            add(word, true);
        } else {
            word.chars().enumerate().for_each(|(place, c)| add(c.encode_utf8(&mut [0; 4]), place == 0));
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
    if matches!(style, MarkStyle::Course) {
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

/// Text as it may stand in XML: what XML cannot hold is left out.
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

    #[test]
    fn labels_cannot_break_the_file() {
        assert_eq!(escaped("<b>&\"\u{0}é"), "&lt;b&gt;&amp;&quot; é");
    }

    #[test]
    fn long_addresses_are_broken() {
        let lines = foot_lines(&format!("Narekenen: https://voorbeeld.nl/#{}", "a1b2".repeat(50)));
        assert!(lines.len() > 1);
        assert!(lines.iter().all(|line| crate::chart::text_metrics::width(line, FOOT, false) <= WIDTH));
    }
}
