//! The distribution of the chosen figure once more, small, above the list of
//! ranges: it shows what a slider there does.

use crate::chart;
use crate::ui::components::chart_drawing::decorative_drawing;
use crate::ui::components::element::{attributes, classed, div, element, span, text};
use crate::ui::context::PageContext;
use crate::ui::features::certainty::charts::{euro, point};
use crate::ui::features::certainty::view::simulated_value;
use crate::ui::features::explain;
use crate::ui::features::explain::simulation_figures;
use crate::uncertainty::{SimulationSummary, three_digits};
use std::rc::Rc;
use yew::prelude::*;

/// The id of the strip, and the anchor of what its figures explain.
pub(super) const STRIP: &str = "strook";

/// Returns the strip: the draws of the chosen figure, how likely it is not
/// below zero, and its median.
pub(super) fn view(ctx: &PageContext, results: &Rc<SimulationSummary>) -> Html {
    let words = ctx.text().uncertainty();
    let figure = ctx.view.distribution;
    let spread = results.spread(figure);
    let drawing = decorative_drawing(&chart::small_histogram(spread, point(ctx, figure)));
    let part = |label: &'static str, quantity: &str, path: &'static str, value: f64, shown: String| {
        let name = simulation_figures::name(quantity, figure);
        let value = simulated_value(path, Some(value), shown);
        let opens = explain::figure(ctx, STRIP, &name, true, value);
        classed("span", "strip-part", vec![span("small", label), opens])
    };
    let chance = (words.chance)(spread.positive);
    let median = spread.quantiles[2];
    let parts = vec![
        classed("strong", "", vec![text((words.figure)(figure))]),
        part(words.summary_chance, "kans", "strip.chance", spread.positive, chance),
        part(words.summary_median, "p50", "strip.p50", median, euro(three_digits(median))),
    ];
    let attributes = attributes! {
        "class" => "strip", "id" => STRIP, "role" => "group", "aria-label" => words.summary,
    };
    element("div", attributes, vec![drawing, div("strip-said", parts), explain::under(ctx, STRIP)])
}
