//! What the saldo hangs on, and what other figures hang on.

use crate::ui::components::chart_view;
use crate::ui::components::element::{classed, div, element, p, row, row_name, table, text};
use crate::ui::features::certainty::charts::{euro, named, swing_chart};
use crate::ui::features::certainty::view::{card, is_open};
use crate::ui::features::explain;
use crate::ui::features::explain::place;
use crate::ui::state::State;
use crate::uncertainty::{SensitivityRange, SimulationSummary};
use std::rc::Rc;
use yew::prelude::*;

/// The tables of what other figures hang on.
const APART: &str = "los";

/// What the saldo hangs on.
pub fn hangs(state: &Rc<State>, simulated: &Rc<SimulationSummary>) -> Html {
    let words = state.text().uncertainty;
    let mut content = vec![card(state, simulated, simulated, swing_chart)];
    if simulated.sensitivity_ranges[1..].iter().any(|sensitivity_ranges| !sensitivity_ranges.is_empty()) {
        let summary = classed("summary", "", vec![text(words.apart)]);
        let all = if is_open(state, APART) { apart(state, simulated) } else { Html::default() };
        let values = vec![Some("sub".into()), Some(APART.into())];
        content.push(element("details", &["class", chart_view::TABLE], values, vec![summary, all]));
    }
    div("card", content)
}

/// What the net present value and the gemeente's saldo hang on.
fn apart(state: &State, simulated: &SimulationSummary) -> Html {
    let words = state.text().uncertainty;
    let part = |list: usize, name: &'static str| {
        let line = |(nth, sensitivity_range): (usize, &SensitivityRange)| {
            let of = named(state, &sensitivity_range.id);
            let cell = |name: String, first: bool, shown: String| {
                let opens = explain::figure(state, place::APART, &name, first, text(shown));
                classed("td", "number", vec![opens])
            };
            let at = [false, true].map(|high| {
                let [end, result] =
                    [sensitivity_range.ends, sensitivity_range.at].map(|of| of[usize::from(high)]);
                let first = nth == 0 && !high;
                [
                    cell(
                        explain::range_bounds::limit(list, high, &sensitivity_range.id),
                        first,
                        (of.shown)(end),
                    ),
                    cell(explain::range_bounds::case(list, high, &sensitivity_range.id), false, euro(result)),
                ]
            });
            let name = row_name(vec![text(of.name)]);
            row([name].into_iter().chain(at.into_iter().flatten()).collect())
        };
        let sensitivity_ranges = &simulated.sensitivity_ranges[list];
        if sensitivity_ranges.is_empty() {
            return vec![];
        }
        let rows = sensitivity_ranges.iter().enumerate().map(line).collect();
        vec![p("small", name), table(name, &words.apart_head, 1, rows)]
    };
    let mut all = vec![p("small", words.apart_intro)];
    all.extend(part(1, words.apart_npv));
    all.extend(part(2, words.apart_gemeente));
    all.push(explain::under(state, place::APART));
    all.into_iter().collect()
}
