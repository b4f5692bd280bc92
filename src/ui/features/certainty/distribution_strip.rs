//! A small copy of the histogram of the chosen figure, above the list of ranges,
//! so that the effect of the sliders in that list stays in view.

use crate::chart;
use crate::ui::components::chart_drawing::decorative_drawing;
use crate::ui::components::element::{attributes, classed, div, element, span};
use crate::ui::components::figure::name_in;
use crate::ui::context::PageContext;
use crate::ui::features::certainty::charts::{deterministic_value, euro};
use crate::ui::features::certainty::view::simulated_value;
use crate::ui::features::explain;
use crate::ui::features::explain::simulation_figures;
use crate::uncertainty::{SimulationSummary, three_digits};
use std::rc::Rc;
use yew::prelude::*;

/// The id of the strip, and the anchor of the explanations of its figures.
pub(super) const STRIP: &str = "strook";

/// Returns the strip: the histogram of the chosen figure, the chance that the
/// figure is zero or more, and its median.
pub(super) fn view(ctx: &PageContext, results: &Rc<SimulationSummary>) -> Html {
    let words = ctx.text().uncertainty();
    let figure = ctx.distribution();
    let spread = results.spread(figure);
    let drawing = decorative_drawing(&chart::small_histogram(spread, deterministic_value(ctx, figure)));
    let labelled_figure =
        |label: &'static str, quantity: &str, path: &'static str, value: f64, shown: String| {
            let name = simulation_figures::name(quantity, figure);
            let value = simulated_value(path, Some(value), shown);
            let button = explain::figure_with_explanation(ctx, STRIP, &name, true, value);
            classed("span", "strip-part", vec![span("small", label), button])
        };
    let chance = (words.chance)(spread.positive);
    let [_, _, median, _, _] = spread.quantiles;
    let figures = vec![
        name_in("strong", "", (words.figure)(figure, ctx.workspace.inputs.perspective)),
        labelled_figure(words.summary_chance, "kans", "strip.chance", spread.positive, chance),
        labelled_figure(words.summary_median, "p50", "strip.p50", median, euro(three_digits(median))),
    ];
    let attributes = attributes! {
        "class" => "strip", "id" => STRIP, "role" => "group", "aria-label" => words.summary,
    };
    element(
        "div",
        attributes,
        vec![drawing, div("strip-figures", figures), explain::explanation_at(ctx, STRIP)],
    )
}
