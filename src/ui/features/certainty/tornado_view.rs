//! What the saldo depends on, and what other figures depend on.

use crate::ui::components::element::{
    attributes, classed, div, on_open, p, row, row_name, table, text, with_listeners,
};
use crate::ui::context::PageContext;
use crate::ui::features::certainty::charts::{euro, named_input, tornado_chart};
use crate::ui::features::certainty::view::{card, is_table_open};
use crate::ui::features::explain;
use crate::ui::features::explain::{anchor, range_bounds};
use crate::ui::state::ViewAction;
use crate::uncertainty::{SensitivityRange, SimulationSummary};
use std::rc::Rc;
use yew::prelude::*;

/// The id of the tables of other figures, among tables that open.
const OTHER_FIGURES: &str = "los";

/// Returns the chart of what the saldo depends on, with the tables of other
/// figures below it.
pub(super) fn view(ctx: &PageContext, results: &Rc<SimulationSummary>) -> Html {
    let words = ctx.text().uncertainty();
    let mut content = vec![card(ctx, results, results, tornado_chart)];
    let other = |list: &usize| *list != results.saldo as usize;
    if (0..results.sensitivity_ranges.len())
        .filter(other)
        .any(|list| !results.sensitivity_ranges[list].is_empty())
    {
        let summary = classed("summary", "", vec![text(words.apart)]);
        let open = is_table_open(ctx, OTHER_FIGURES);
        let tables = if open { other_figures(ctx, results) } else { Html::default() };
        let sender = ctx.sender();
        let opened = on_open(move || sender.emit(ViewAction::OpenTable(OTHER_FIGURES.to_owned()).into()));
        let attributes = attributes! { "class" => "sub" };
        content.push(with_listeners("details", attributes, [opened], vec![summary, tables]));
    }
    div("card", content)
}

/// Returns the swings of the figures other than the saldo of the perspective.
fn other_figures(ctx: &PageContext, results: &SimulationSummary) -> Html {
    let words = ctx.text().uncertainty();
    let swings_table = |list: usize, name: &'static str| {
        let sensitivity_ranges = &results.sensitivity_ranges[list];
        if sensitivity_ranges.is_empty() || list == results.saldo as usize {
            return vec![];
        }
        let rows = sensitivity_ranges
            .iter()
            .enumerate()
            .map(|(index, sensitivity_range)| swing_row(ctx, list, index == 0, sensitivity_range));
        vec![p("small", name), table(name, &words.apart_head, 1, rows.collect())]
    };
    let mut content = vec![p("small", words.apart_intro)];
    for (list, name) in words.apart_figures.into_iter().enumerate() {
        content.extend(swings_table(list, name));
    }
    content.push(explain::under(ctx, anchor::APART));
    content.into_iter().collect()
}

/// Returns a row: both ends of the range of an input, each with the result
/// there.
fn swing_row(ctx: &PageContext, list: usize, first_row: bool, sensitivity_range: &SensitivityRange) -> Html {
    let named = named_input(ctx, &sensitivity_range.id);
    let cell = |name: String, by_tab: bool, shown: String| {
        let opens = explain::figure(ctx, anchor::APART, &name, by_tab, text(shown));
        classed("td", "number", vec![opens])
    };
    let ends = [false, true].map(|high| {
        let [end, result] = [sensitivity_range.ends, sensitivity_range.at].map(|of| of[usize::from(high)]);
        let limit = range_bounds::limit(list, high, &sensitivity_range.id);
        let case = range_bounds::case(list, high, &sensitivity_range.id);
        [cell(limit, first_row && !high, (named.shown)(end)), cell(case, false, euro(result))]
    });
    row([row_name(vec![text(named.name)])].into_iter().chain(ends.into_iter().flatten()).collect())
}
