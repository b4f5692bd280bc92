//! The view of uncertainty: the chance that the costs are covered, the inputs on
//! which the saldo depends most, the worth that the effects that are not counted
//! must have, and the inputs to measure first.

use crate::chart;
use crate::model::{General, InputId};
use crate::number::digits;
use crate::text::uncertainty::CaveatFacts;
use crate::ui::components::element::{
    attributes, button, classed, div, element, heading, input, p, section, span, with_listeners,
};
use crate::ui::components::figure::{
    figure_attributes, figure_button, figure_element, figure_text, name_in, sentence_in, sentence_text, term,
};
use crate::ui::components::slider::step;
use crate::ui::context::PageContext;
use crate::ui::controls::checkbox;
use crate::ui::features::certainty::charts::{
    DrawResults, acceptability_chart, curve_facts, deterministic_value, distribution_chart, euro,
    ranking_chart,
};
use crate::ui::features::certainty::distribution_strip::STRIP;
use crate::ui::features::certainty::ranges::POINT_ONLY;
use crate::ui::features::certainty::simulated_block::{
    BlockContent, block, distribution_block, idle_results, results_in_sight,
};
use crate::ui::features::certainty::state::{IdleStage, NoResultsReason};
use crate::ui::features::certainty::{distribution_strip, measurement_advice, ranges, tornado_view};
use crate::ui::features::changes;
use crate::ui::features::charts::hotspots::explanation;
use crate::ui::features::charts::view::{Hotspots, figure, framed, named_drawing};
use crate::ui::features::explain;
use crate::ui::features::explain::{anchor, simulation_figures};
use crate::ui::features::inputs;
use crate::ui::features::inputs::slider::value_at;
use crate::ui::lazy::lazy_block::reload_button;
use crate::ui::state::{EditingAction, FieldId, SimulationAction, State, ViewAction, WorkspaceAction};
use crate::uncertainty::{SimulatedFigure, SimulationSummary, three_digits};
use std::rc::Rc;
use yew::prelude::*;

const DREMPEL: InputId = InputId::General(General::Drempel);

/// The id of the card with the chance that the costs are covered.
const CHANCE_CARD: &str = "kaart-kans";

/// The id of the card with the acceptability curve.
const WORTH_CARD: &str = "kaart-rest";

/// Returns the whole view.
pub fn view(ctx: &PageContext) -> Html {
    let results = ctx.results();
    let strip = results.map(|newest| {
        let shown = results_in_sight(ctx, STRIP, newest);
        let idle = idle_results(ctx, IdleStage::Charts, newest);
        distribution_block(ctx, shown, idle, BlockContent::Results(distribution_strip::view))
    });
    let changes = match results.map(|newest| idle_results(ctx, IdleStage::Details, newest)) {
        Some(idle) => block(ctx, idle, idle, BlockContent::Results(|ctx, _| changes::view::on_paper(ctx))),
        None => changes::view::on_paper(ctx),
    };
    let figures = match results {
        Some(newest) => chart_cards(ctx, newest),
        None => point_figures(ctx),
    };
    let results_heading =
        element("h2", attributes! { "class" => "hidden" }, vec![span("", ctx.text().page.results)]);
    let content = vec![
        introduction(ctx),
        results_heading,
        if ctx.deterministic_only() { Html::default() } else { no_results_notice(ctx) },
        figures,
        ranges::view(ctx, strip.unwrap_or_default()),
        changes,
    ];
    div("uncertain", content)
}

/// Returns the introduction to this view, with the checkbox that hides
/// uncertainty.
fn introduction(ctx: &PageContext) -> Html {
    let words = ctx.text().uncertainty();
    let (simulation, deterministic_only) = (&ctx.simulation, ctx.deterministic_only());
    let checkbox =
        checkbox(ctx, POINT_ONLY, deterministic_only, |on| WorkspaceAction::SetDeterministicOnly(on).into());
    let mut content = vec![
        heading("h1", "onzeker", words.title),
        p("reading", words.intro),
        classed("label", "check", vec![checkbox, span("", words.deterministic_only)]),
    ];
    if deterministic_only {
        content.push(p("small", words.deterministic_hint));
    } else if simulation.results.is_none() && simulation.no_results.is_none() {
        content.push(element("p", attributes! { "role" => "status" }, vec![span("", words.waiting)]));
    }
    if ctx.editing.refused_inputs().next().is_some() || ctx.has_refused_setting() {
        content.push(p("stale", words.stale));
    }
    section("question", "onzeker", content)
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

/// Returns the charts with their figures and controls. The charts that a slider
/// changes are redrawn with every answer while they are in sight; slower charts
/// and texts to read are redrawn when the page is idle.
fn chart_cards(ctx: &PageContext, newest: &Rc<SimulationSummary>) -> Html {
    let [charts, details] = IdleStage::ALL.map(|stage| idle_results(ctx, stage, newest));
    let worth = vec![
        block(ctx, results_in_sight(ctx, WORTH_CARD, newest), details, BlockContent::Live(curve_with_slider)),
        div(
            "choose",
            vec![inputs::field::field(ctx, DREMPEL), p("small", ctx.text().uncertainty().curve_note)],
        ),
    ];
    let chance = results_in_sight(ctx, CHANCE_CARD, newest);
    let content = vec![
        distribution_block(ctx, chance, details, BlockContent::Live(chance_card)),
        card_with_id(WORTH_CARD, worth),
        block(ctx, charts, charts, BlockContent::Results(tornado_view::view)),
        block(ctx, details, details, BlockContent::Results(ranking_card)),
        block(ctx, details, details, BlockContent::Results(measurement_advice::view)),
    ];
    div("uncertain-pictures", content)
}

fn card_with_id(id: &'static str, content: Vec<Html>) -> Html {
    element("div", attributes! { "class" => "card", "id" => id }, content)
}

/// Returns a chart of these results, with its hotspots, explanation and table.
pub(super) fn card(
    ctx: &PageContext,
    results: &SimulationSummary,
    idle_results: &Rc<SimulationSummary>,
    draw: DrawResults,
) -> Html {
    let chart = draw(ctx, results);
    let (hotspots, table) = hotspots_and_table(ctx, chart.id, idle_results, draw);
    figure(ctx, &chart, hotspots, table)
}

/// Returns the hotspots and the table of a chart. Both show the results of the idle page,
/// since redrawing a hundred of them with every answer would take too long.
fn hotspots_and_table(
    ctx: &PageContext,
    id: &str,
    idle_results: &Rc<SimulationSummary>,
    draw: DrawResults,
) -> (Hotspots, Html) {
    let idle_block = |content| block(ctx, idle_results, idle_results, content);
    let buttons = idle_block(BlockContent::Hotspots(draw));
    let table = if is_table_open(ctx, id) { idle_block(BlockContent::Table(draw)) } else { Html::default() };
    (Hotspots { buttons, explanation: explanation(ctx, id) }, table)
}

/// Returns whether the table with this id was opened; it is not drawn before.
pub(super) fn is_table_open(state: &State, id: &str) -> bool {
    state.view.open_tables.iter().any(|opened| opened == id)
}

/// Returns the histogram of the chosen figure, the chance that it is zero or
/// more, and further figures of its distribution.
fn chance_card(
    ctx: &PageContext,
    results: &Rc<SimulationSummary>,
    idle_results: &Rc<SimulationSummary>,
) -> Html {
    let words = ctx.text().uncertainty();
    let (figure, perspective) = (ctx.distribution(), ctx.workspace.inputs.perspective);
    let spread = results.spread(figure);
    let [low, _, median, _, high] = spread.quantiles;
    let with_explanation = |quantity: &str, value: Html| {
        explain::figure_with_explanation(
            ctx,
            anchor::CHANCES,
            &simulation_figures::name(quantity, figure),
            true,
            value,
        )
    };
    let chance = simulated_value("chance", Some(spread.positive), (words.chance)(spread.positive));
    let below = spread.below_deterministic.map(|share| {
        let below = simulated_value("below_point", Some(share), (words.chance)(share));
        term("", words.below_deterministic, with_explanation("onder", below))
    });
    let median = simulated_value("p50", Some(median), euro(three_digits(median)));
    let mut facts =
        vec![term("", (words.chance_name)(figure, perspective), with_explanation("kans", chance))];
    facts.extend(below);
    facts.push(term("", words.median, with_explanation("p50", median)));
    let range_90 = figure_text((words.range_90_shown)(low, high));
    facts.push(term("", words.range_90, with_explanation("tussen", range_90)));
    let content = vec![
        figure_choices(ctx),
        card(ctx, results, idle_results, distribution_chart),
        classed("dl", "facts", facts),
        explain::explanation_at(ctx, anchor::CHANCES),
        sentence_in("p", "small", (words.caveat)(&caveat_facts(ctx))),
        sentence_in("p", "small", (words.draw_count)(results.draws)),
    ];
    card_with_id(CHANCE_CARD, content)
}

/// Returns the facts of the sentence on how the draws of the effects hang together.
fn caveat_facts(state: &State) -> CaveatFacts {
    let share = |general| state.workspace.inputs.general(general);
    let is_own = |general| state.workspace.is_changed(InputId::General(general));
    CaveatFacts {
        dependence: share(General::Samenhang),
        is_own_dependence: is_own(General::Samenhang),
        no_effect: share(General::KansGeenEffect),
        is_own_no_effect: is_own(General::KansGeenEffect),
    }
}

/// Returns the buttons that choose the figure whose distribution is shown.
fn figure_choices(ctx: &PageContext) -> Html {
    let words = ctx.text().uncertainty();
    let choices = SimulatedFigure::ALL.map(|figure| {
        let attributes = attributes! {
            "type" => "button",
            "class" => "choice",
            "aria-pressed" => if figure == ctx.distribution() { "true" } else { "false" },
        };
        let choose = ctx.on_press(ViewAction::ChooseDistribution(figure));
        let name = span("", (words.figure)(figure, ctx.workspace.inputs.perspective));
        with_listeners("button", attributes, [choose], vec![name])
    });
    let attributes = attributes! { "class" => "choices", "role" => "group", "aria-label" => words.figures };
    element("div", attributes, choices.into())
}

/// Returns the acceptability curve, with a slider on its axis that sets the
/// drempel: the worth of the effects that are not counted.
fn curve_with_slider(
    ctx: &PageContext,
    results: &Rc<SimulationSummary>,
    idle_results: &Rc<SimulationSummary>,
) -> Html {
    let chart = acceptability_chart(ctx, results);
    let end = chart::acceptability::slider_end(&results.curve, &curve_facts(ctx, results));
    let (hotspots, table) = hotspots_and_table(ctx, chart.id, idle_results, acceptability_chart);
    let drawing = named_drawing(&chart, chart.id, hotspots.buttons);
    let with_slider = div("on-chart", vec![drawing, drempel_slider(ctx, end)]);
    framed(ctx, (&chart).into(), vec![with_slider, hotspots.explanation], table)
}

/// Returns the slider of the drempel, from zero to the end of the chart's axis.
fn drempel_slider(ctx: &PageContext, end: f64) -> Html {
    let drempel = ctx.workspace.inputs.general(General::Drempel);
    let words = inputs::field::label_and_unit(ctx, DREMPEL);
    let shown = ctx.text().notation.field(drempel, State::input_style(DREMPEL));
    let attributes = attributes! {
        "type" => "range",
        "min" => "0",
        "max" => digits::format(end),
        "step" => digits::format(step(0.0, end, DREMPEL.definition().unit)),
        "aria-label" => (ctx.text().page.slider)(words.label),
        "aria-valuetext" => format!("{shown} {}", words.unit),
    };
    let listeners = ctx.slider_listeners(FieldId::Input(DREMPEL), |position| value_at(DREMPEL, position));
    div("slider on-axis", vec![input(attributes, digits::format(drempel), listeners)])
}

/// Returns the chart that ranks inputs by how useful it is to measure them.
/// Where no measurement can change the conclusion, a sentence proposes to set
/// the drempel to the worth at which the chance is 50%.
fn ranking_card(ctx: &PageContext, results: &Rc<SimulationSummary>) -> Html {
    let words = ctx.text().uncertainty();
    let drempel = ctx.workspace.inputs.general(General::Drempel);
    let mut content = vec![card(ctx, results, results, ranking_chart)];
    // Without such a drempel the chance depends on whether there is an effect at all, which
    // the curve says.
    let even_drempel = results.drempels[0].map(f64::ceil);
    let is_settled = !results.can_change_decision() && !results.information_values.is_empty();
    if let Some(even_drempel) = even_drempel.filter(|_| is_settled) {
        if even_drempel > 0.0 && even_drempel != drempel {
            let name =
                format!("{}.{}", chart::acceptability::DREMPEL, chart::acceptability::MARKED_CHANCES[0].1);
            let figures = [(name, euro(even_drempel))];
            let set = EditingAction::Slide(FieldId::Input(DREMPEL), even_drempel);
            let set_to = sentence_text((words.propose_drempel_button)(even_drempel));
            let set = figure_button("button", ctx.press(set), set_to);
            content.extend([
                explain::sentence::paragraph(
                    ctx,
                    "voorstel",
                    &(words.propose_drempel)(even_drempel, ctx.workspace.inputs.perspective),
                    &figures,
                ),
                div("buttons", vec![set]),
            ]);
        } else if even_drempel <= 0.0 {
            content.push(p("", words.no_drempel_needed));
        }
    }
    div("card", content)
}
