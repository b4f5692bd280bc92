//! Drawings of charts as SVG elements.

use crate::chart::{Chart, Label, Mark, Picture, number};
use crate::ui::components::element::{attributes, element};
use crate::ui::components::figure::{figure_attributes, figure_element};
use yew::prelude::*;

/// Returns the drawing of a chart, named by the elements with the ids `title`
/// and `sentence`, with what can be pressed over it.
pub fn drawing(chart: &Chart, title: AttrValue, sentence: AttrValue, hotspots: Html) -> Html {
    // An image has nothing inside that can be pressed, so the image is only a
    // part of the drawing.
    let image = attributes! { "role" => "img", "aria-labelledby" => title, "aria-describedby" => sentence };
    let marks = element("g", image, marks(&chart.picture));
    let frame = attributes! { "class" => "chart-picture", "viewBox" => view_box(&chart.picture) };
    element("svg", frame, vec![marks, hotspots])
}

/// Returns a drawing beside words that say everything that it shows.
pub fn decorative(picture: &Picture) -> Html {
    let frame = attributes! {
        "class" => "chart-picture", "aria-hidden" => "true", "viewBox" => view_box(picture),
    };
    element("svg", frame, marks(picture))
}

fn view_box(picture: &Picture) -> String {
    format!("0 0 {} {}", number(picture.width), number(picture.height))
}

fn marks(picture: &Picture) -> Vec<Html> {
    picture.marks.iter().map(mark).collect()
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
