//! Drawings of charts, as SVG elements on the page.

use crate::chart::{Chart, Drawing, Label, Mark, number};
use crate::ui::components::element::{attributes, element};
use crate::ui::components::figure::{figure_attributes, figure_element};
use yew::prelude::*;

/// Returns the drawing of a chart, with the `hotspots` on top of it: transparent
/// buttons that open explanations. Screen readers read the chart's title and
/// sentence, which are the elements with these ids.
pub fn drawing(chart: &Chart, title_id: AttrValue, sentence_id: AttrValue, hotspots: Html) -> Html {
    // Buttons are not allowed inside an element with the role of an image, so only
    // the marks are in that element.
    let image =
        attributes! { "role" => "img", "aria-labelledby" => title_id, "aria-describedby" => sentence_id };
    let marks = element("g", image, marks(&chart.drawing));
    let frame = attributes! { "class" => "chart-picture", "viewBox" => view_box(&chart.drawing) };
    element("svg", frame, vec![marks, hotspots])
}

/// Returns a drawing that screen readers skip, since the text next to it says
/// everything that it shows.
pub fn decorative_drawing(drawing: &Drawing) -> Html {
    let frame = attributes! {
        "class" => "chart-picture", "aria-hidden" => "true", "viewBox" => view_box(drawing),
    };
    element("svg", frame, marks(drawing))
}

/// Returns a decorative drawing that is stretched to the size of its element.
pub fn stretched_drawing(drawing: &Drawing) -> Html {
    let frame = attributes! {
        "class" => "chart-picture",
        "aria-hidden" => "true",
        "viewBox" => view_box(drawing),
        "preserveAspectRatio" => "none",
    };
    element("svg", frame, marks(drawing))
}

fn view_box(drawing: &Drawing) -> String {
    format!("0 0 {} {}", number(drawing.width), number(drawing.height))
}

fn marks(drawing: &Drawing) -> Vec<Html> {
    drawing.marks.iter().map(mark).collect()
}

fn mark(mark: &Mark) -> Html {
    match mark {
        Mark::Rect { x, y, width, height, style } => {
            let attributes = attributes! {
                "class" => style.class(),
                "x" => number(*x),
                "y" => number(*y),
                "width" => number(*width),
                "height" => number(*height),
            };
            element("rect", attributes, vec![])
        }
        Mark::Path { d, style } => {
            element("path", attributes! { "class" => style.class(), "d" => d.clone() }, vec![])
        }
        Mark::Text(Label { x, y, anchor, size, bold, text: words, style }) => {
            let weight = bold.then_some(AttrValue::Static("600"));
            let attributes = figure_attributes! {
                "class" => style.class(),
                "x" => number(*x),
                "y" => number(*y),
                "text-anchor" => anchor.name(),
                "font-size" => number(*size),
                "font-weight" => weight,
            };
            figure_element("text", attributes, words.clone())
        }
    }
}
