//! The card on sensitivity: the tornado of the perspective's saldo, and tables of the inputs
//! that move another figure only: another saldo, or the net present value.

use crate::ui::components::element::{
    attributes, classed, div, on_open, p, row, row_name, table, text_in, with_listeners,
};
use crate::ui::components::figure::{figure_text, name_text};
use crate::ui::context::PageContext;
use crate::ui::features::certainty::analysis::card;
use crate::ui::features::certainty::charts::{euro, named_input, tornado_chart};
use crate::ui::features::certainty::view::is_table_open;
use crate::ui::features::explain;
use crate::ui::features::explain::{anchor, range_bounds};
use crate::ui::state::ViewAction;
use crate::uncertainty::{SensitivityRange, SimulatedFigure, SimulationSummary};
use std::rc::Rc;
use yew::prelude::*;

/// The id under which the state stores that the tables of other figures than the
/// saldo were opened; `los` is Dutch for separate.
pub(super) const OTHER_FIGURES: &str = "los";

/// Returns the card: the tornado, with the tables of other figures below it in a
/// group that can be unfolded.
pub(super) fn view(ctx: &PageContext, results: &Rc<SimulationSummary>) -> Html {
    let words = ctx.text().uncertainty();
    let mut content = vec![card(ctx, results, results, tornado_chart)];
    let is_other = |list: &usize| *list != results.saldo as usize;
    if (0..results.sensitivity_ranges.len())
        .filter(is_other)
        .any(|list| !results.sensitivity_ranges[list].is_empty())
    {
        let summary = text_in("summary", "", words.no_saldo_effect);
        let open = is_table_open(ctx, OTHER_FIGURES);
        let tables = if open { other_figures(ctx, results) } else { Html::default() };
        let sender = ctx.sender();
        let opened = on_open(move || sender.emit(ViewAction::OpenTable(OTHER_FIGURES.to_owned()).into()));
        let attributes = attributes! { "class" => "sub" };
        content.push(with_listeners("details", attributes, [opened], vec![summary, tables]));
    }
    div("card", content)
}

/// Returns the tables of the figures other than the saldo of the perspective.
fn other_figures(ctx: &PageContext, results: &SimulationSummary) -> Html {
    let words = ctx.text().uncertainty();
    let sensitivity_table = |list: usize, name: &'static str| {
        let sensitivity_ranges = &results.sensitivity_ranges[list];
        if sensitivity_ranges.is_empty() || list == results.saldo as usize {
            return vec![];
        }
        let rows = sensitivity_ranges
            .iter()
            .enumerate()
            .map(|(index, sensitivity_range)| sensitivity_row(ctx, list, index == 0, sensitivity_range));
        vec![p("small", name), table(name, &words.no_saldo_effect_head, 1, rows.collect())]
    };
    let mut content = vec![p("small", words.no_saldo_effect_intro)];
    for figure in SimulatedFigure::ALL {
        let name = (words.figure)(figure, ctx.workspace.inputs.perspective);
        content.extend(sensitivity_table(figure as usize, name));
    }
    content.push(explain::explanation_at(ctx, anchor::OTHER_SENSITIVITIES));
    content.into_iter().collect()
}

/// Returns the row of one input: both ends of its range, and the figure of the
/// table at each end. `list` is the index of the figure.
fn sensitivity_row(
    ctx: &PageContext,
    list: usize,
    first_row: bool,
    sensitivity_range: &SensitivityRange,
) -> Html {
    let named = named_input(ctx, &sensitivity_range.id);
    let cell = |name: String, is_tab_stop: bool, shown: String| {
        let button = explain::figure_with_explanation(
            ctx,
            anchor::OTHER_SENSITIVITIES,
            &name,
            is_tab_stop,
            figure_text(shown),
        );
        classed("td", "number", vec![button])
    };
    let ends = [false, true].map(|high| {
        let [end, result] =
            [sensitivity_range.ends, sensitivity_range.at].map(|values| values[usize::from(high)]);
        let limit = range_bounds::limit_name(list, high, &sensitivity_range.id);
        let case = range_bounds::case_name(list, high, &sensitivity_range.id);
        [cell(limit, first_row && !high, (named.shown)(end)), cell(case, false, euro(result))]
    });
    row([row_name(vec![name_text(named.name)])].into_iter().chain(ends.into_iter().flatten()).collect())
}
