//! The view of certainty: for a councillor first, dots to count and what the outcome depends on;
//! then, in a group that can be unfolded, the analysis and the ranges.

use crate::number::digits;
use crate::ui::components::element::{
    attributes, button, classed, div, element, heading, on_open, p, section, span, text_in, with_listeners,
};
use crate::ui::components::figure::{figure_attributes, figure_element, name_in, term};
use crate::ui::context::PageContext;
use crate::ui::controls::checkbox;
use crate::ui::features::certainty::charts::{deterministic_value, euro};
use crate::ui::features::certainty::distribution_strip::STRIP;
use crate::ui::features::certainty::ranges::POINT_ONLY;
use crate::ui::features::certainty::simulated_block::{
    BlockContent, block, distribution_block, idle_results, results_in_sight,
};
use crate::ui::features::certainty::state::{ANALYSIS, IdleStage, NoResultsReason};
use crate::ui::features::certainty::{analysis, distribution_strip, overview, ranges};
use crate::ui::features::changes;
use crate::ui::features::explain;
use crate::ui::features::explain::{anchor, simulation_figures};
use crate::ui::lazy::lazy_block::reload_button;
use crate::ui::state::{SimulationAction, State, ViewAction, WorkspaceAction};
use crate::uncertainty::SimulatedFigure;
use yew::prelude::*;

/// The id of the part with the dots.
const OVERVIEW: &str = "overzicht";

/// Returns the whole view.
pub fn view(ctx: &PageContext) -> Html {
    let results = ctx.results();
    let changes = match results.map(|newest| idle_results(ctx, IdleStage::Details, newest)) {
        Some(idle) => block(ctx, idle, idle, BlockContent::Results(|ctx, _| changes::view::on_paper(ctx))),
        None => changes::view::on_paper(ctx),
    };
    let first = match results {
        Some(newest) => {
            let shown = results_in_sight(ctx, OVERVIEW, newest);
            block(ctx, shown, shown, BlockContent::Results(overview::view))
        }
        None => without_results(ctx),
    };
    let first = element("div", attributes! { "id" => OVERVIEW }, vec![stale(ctx), first]);
    div("uncertain", vec![first, for_analysts(ctx), changes])
}

/// Returns a remark where something that was typed is refused, so that the outcome is the last good
/// one.
fn stale(ctx: &PageContext) -> Html {
    let is_stale = ctx.editing.refused_inputs().next().is_some() || ctx.has_refused_setting();
    if is_stale { p("stale", ctx.text().uncertainty().stale) } else { Html::default() }
}

/// Returns what is shown without results of the simulation: that it is under way or why there are
/// none, and the outcome without uncertainty.
fn without_results(ctx: &PageContext) -> Html {
    let words = ctx.text().uncertainty();
    let mut content = vec![heading("h1", "onzeker", words.title), p("reading", words.intro)];
    if ctx.deterministic_only() {
        content.push(p("small", words.deterministic_hint));
    } else if ctx.simulation.no_results.is_none() {
        content.push(element("p", attributes! { "role" => "status" }, vec![span("", words.waiting)]));
    }
    let notice = if ctx.deterministic_only() { Html::default() } else { no_results_notice(ctx) };
    div("certainty", vec![section("question", "onzeker", content), notice, point_figures(ctx)])
}

/// Returns the group for whoever reckons. Its charts are drawn once it is unfolded; its fields are
/// always there, so that other views can lead to them.
fn for_analysts(ctx: &PageContext) -> Html {
    let words = ctx.text().uncertainty();
    let is_open = is_table_open(ctx, ANALYSIS);
    let results = ctx.results();
    let strip = results.map(|newest| {
        let shown = results_in_sight(ctx, STRIP, newest);
        let idle = idle_results(ctx, IdleStage::Charts, newest);
        distribution_block(ctx, shown, idle, BlockContent::Results(distribution_strip::view))
    });
    let checkbox = checkbox(ctx, POINT_ONLY, ctx.deterministic_only(), |on| {
        WorkspaceAction::SetDeterministicOnly(on).into()
    });
    let sender = ctx.sender();
    let opened = on_open(move || sender.emit(ViewAction::OpenTable(ANALYSIS.to_owned()).into()));
    let mut content = vec![
        element("summary", attributes! {}, vec![text_in("h2", "", ctx.text().certainty().for_analysts)]),
        p("reading", words.intro),
        classed("label", "check", vec![checkbox, span("", words.deterministic_only)]),
    ];
    content.push(analysis::view(ctx, results.filter(|_| is_open)));
    content.push(ranges::view(ctx, strip.filter(|_| is_open).unwrap_or_default()));
    let open = is_open.then_some(AttrValue::Static(""));
    let attributes = attributes! { "class" => "for-analysts", "open" => open };
    with_listeners("details", attributes, [opened], content)
}

/// Returns a notice on why there are no results, with a button to try again where that
/// can help; empty unless the simulation failed or the browser cannot run it.
pub fn no_results_notice(ctx: &PageContext) -> Html {
    let (page, words) = (ctx.text().page, ctx.text().uncertainty());
    let again = || button("button", ctx.press(SimulationAction::AskAgain), page.start_again);
    let (message, button) = match ctx.simulation.no_results {
        Some((_, NoResultsReason::Unsupported)) => (words.unsupported.to_owned(), None),
        Some((_, NoResultsReason::Failed)) => (words.failed.to_owned(), Some(again())),
        Some((_, NoResultsReason::NotLoaded(problem))) => {
            let button = if problem.needs_reload() { reload_button(page) } else { again() };
            ((words.not_loaded)((page.loading_problem)(problem)), Some(button))
        }
        None => return Html::default(),
    };
    let buttons = button.map_or_else(Html::default, |button| div("buttons", vec![button]));
    let attributes = attributes! { "class" => "notice is-problem", "role" => "status" };
    element("div", attributes, vec![name_in("p", "", message), buttons])
}

/// Returns the four figures without uncertainty.
fn point_figures(ctx: &PageContext) -> Html {
    let words = ctx.text().uncertainty();
    let perspective = ctx.workspace.inputs.perspective;
    let terms = SimulatedFigure::ALL.map(|figure| {
        let value = deterministic_value(ctx, figure);
        let name = simulation_figures::outcome_figure(figure, perspective).name(&ctx.workspace.outcome);
        let shown = simulated_value("", Some(value), euro(value));
        let button = explain::figure_with_explanation(ctx, anchor::POINTS, &name, true, shown);
        term("figure", (words.figure)(figure, perspective), button)
    });
    let list = classed("dl", "facts", terms.into());
    let explanation = explain::explanation_at(ctx, anchor::POINTS);
    section("card", "punt", vec![heading("h2", "punt", words.deterministic), list, explanation])
}

/// Returns a `<data>` element with the unrounded value of a figure and its path
/// in the results, which browser tests read; an empty path is left out.
pub(super) fn simulated_value(path: &'static str, value: Option<f64>, shown: String) -> Html {
    let path = (!path.is_empty()).then_some(AttrValue::Static(path));
    let value = value.map(digits::format).unwrap_or_default();
    figure_element("data", figure_attributes! { "data-simulated" => path, "value" => value }, shown)
}

/// Returns whether the table or the group with this id was opened; it is not drawn before.
pub(super) fn is_table_open(state: &State, id: &str) -> bool {
    state.view.open_tables.iter().any(|opened| opened == id)
}
