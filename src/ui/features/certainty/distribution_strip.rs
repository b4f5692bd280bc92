//! The distribution once more, small, above the list of ranges: whoever moves
//! a slider there sees what it does.

use crate::chart;
use crate::ui::components::chart_view;
use crate::ui::components::element::{classed, div, element, span, text};
use crate::ui::features::certainty::charts::{euro, point};
use crate::ui::features::certainty::view::data;
use crate::ui::features::explain;
use crate::ui::state::State;
use crate::uncertainty::{SimulationSummary, three_digits};
use std::rc::Rc;
use yew::prelude::*;

/// Its id, and the block that its figures stand in.
pub const PLACE: &str = "strook";

/// The figure that was chosen: its draws, how likely it is not below zero, and
/// its middle.
pub fn strip(state: &Rc<State>, simulated: &Rc<SimulationSummary>) -> Html {
    let words = state.text().uncertainty;
    let figure = state.uncertainty.figure;
    let spread = simulated.spread(figure);
    let drawing = chart_view::bare(&chart::strip(spread, point(state, figure)));
    let part = |name: &'static str, path: &'static str, value: f64, shown: String| {
        let figure =
            explain::simulation_figures::name(if path == "strip.chance" { "kans" } else { "p50" }, figure);
        let shown = explain::figure(state, PLACE, &figure, true, data(path, Some(value), shown));
        classed("span", "strip-part", vec![span("small", name), shown])
    };
    let middle = spread.quantiles[2];
    let said = [
        part(words.strip_chance, "strip.chance", spread.positive, (words.chance)(spread.positive)),
        part(words.strip_middle, "strip.p50", middle, euro(three_digits(middle))),
    ];
    let [chance, middle] = said;
    let name = classed("strong", "", vec![text((words.figure)(figure))]);
    let values =
        vec![Some("strip".into()), Some(PLACE.into()), Some("group".into()), Some(words.strip.into())];
    let said = div("strip-said", vec![name, chance, middle]);
    let content = vec![drawing, said, explain::under(state, PLACE)];
    element("div", &["class", "id", "role", "aria-label"], values, content)
}
