//! The view of uncertainty: how likely it is that the costs are covered, what
//! that depends on, what the effects that are not counted must be worth, and
//! what to measure first.

use crate::chart;
use crate::model::{General, InputId};
use crate::number::digits;
use crate::ui::components::choice::checkbox;
use crate::ui::components::element::{
    attributes, button, classed, div, element, heading, input, p, section, term, text, with_listeners,
};
use crate::ui::components::slider::step;
use crate::ui::context::PageContext;
use crate::ui::features::centre;
use crate::ui::features::centre::slider::value_at;
use crate::ui::features::certainty::charts::{
    DrawResults, acceptability_chart, curve_facts, distribution_chart, euro, point, ranking_chart,
};
use crate::ui::features::certainty::distribution_strip::STRIP;
use crate::ui::features::certainty::ranges::POINT_ONLY;
use crate::ui::features::certainty::simulated_block::{
    BlockContent, block, distribution_block, idle_results, results_in_sight,
};
use crate::ui::features::certainty::state::{IdleStage, Refusal};
use crate::ui::features::certainty::{distribution_strip, measurement_advice, ranges, tornado_view};
use crate::ui::features::changes;
use crate::ui::features::charts::hotspots::explanation;
use crate::ui::features::charts::view::{Openable, figure, framed};
use crate::ui::features::explain;
use crate::ui::features::explain::{anchor, simulation_figures};
use crate::ui::state::{EditingAction, FieldId, State, ViewAction, WorkspaceAction};
use crate::uncertainty::{SimulatedFigure, SimulationSummary, three_digits};
use std::rc::Rc;
use yew::prelude::*;

const DREMPEL: InputId = InputId::General(General::Drempel);

/// The id of the card of how likely it is that the costs are covered.
const CHANCE_CARD: &str = "kaart-kans";

/// The id of the card of what the effects that are not counted must be worth.
const WORTH_CARD: &str = "kaart-rest";

/// Returns the whole view.
pub fn view(ctx: &PageContext) -> Html {
    let results = ctx.results();
    let strip = results.map(|newest| {
        let shown = results_in_sight(ctx, STRIP, newest);
        let idle = idle_results(ctx, IdleStage::Pictures, newest);
        distribution_block(ctx, shown, idle, BlockContent::Results(distribution_strip::view))
    });
    let changes = match results.map(|newest| idle_results(ctx, IdleStage::Details, newest)) {
        Some(idle) => block(ctx, idle, idle, BlockContent::Results(|ctx, _| changes::view::on_paper(ctx))),
        None => changes::view::on_paper(ctx),
    };
    let figures = match results {
        Some(newest) => pictures(ctx, newest),
        None => point_figures(ctx),
    };
    let content =
        vec![introduction(ctx), refusal(ctx), figures, ranges::view(ctx, strip.unwrap_or_default()), changes];
    div("uncertain", content)
}

/// Returns what this view is for, and the choice to leave out uncertainty.
fn introduction(ctx: &PageContext) -> Html {
    let words = ctx.text().uncertainty();
    let (simulation, deterministic_only) = (&ctx.simulation, ctx.deterministic_only());
    let tick = checkbox(ctx, POINT_ONLY, deterministic_only, |on| WorkspaceAction::SetPointOnly(on).into());
    let mut content = vec![
        heading("h1", "onzeker", words.title),
        p("reading", words.intro),
        classed("label", "check", vec![tick, text(words.deterministic_only)]),
    ];
    if deterministic_only {
        content.push(p("small", words.deterministic_hint));
    } else if simulation.results.is_none() && simulation.refused.is_none() {
        content.push(element("p", attributes! { "role" => "status" }, vec![text(words.waiting)]));
    }
    if ctx.editing.problems().next().is_some() || ctx.has_bad_setting() {
        content.push(p("stale", words.stale));
    }
    section("question", "onzeker", content)
}

/// Returns why there are no results, where that is so.
fn refusal(ctx: &PageContext) -> Html {
    let words = ctx.text().uncertainty();
    let words = match ctx.simulation.refused.filter(|_| !ctx.deterministic_only()) {
        Some((_, Refusal::Unsupported)) => words.refused,
        Some((_, Refusal::Failed)) => words.failed,
        None => return Html::default(),
    };
    element("div", attributes! { "class" => "notice", "role" => "status" }, vec![p("", words)])
}

/// Returns the four figures without uncertainty.
fn point_figures(ctx: &PageContext) -> Html {
    let words = ctx.text().uncertainty();
    let terms = SimulatedFigure::ALL.map(|figure| {
        let value = point(ctx, figure);
        let name = simulation_figures::point(figure).name(&ctx.workspace.outcome);
        let shown = simulated_value("", Some(value), euro(value));
        let opens = explain::figure(ctx, anchor::POINTS, &name, true, shown);
        term("figure", (words.figure)(figure), opens)
    });
    let list = classed("dl", "facts", terms.into());
    let explanation = explain::under(ctx, anchor::POINTS);
    section("card", "punt", vec![heading("h2", "punt", words.deterministic), list, explanation])
}

/// Returns a figure with its unrounded value, and its path in the results.
pub(super) fn simulated_value(path: &'static str, value: Option<f64>, shown: String) -> Html {
    let path = (!path.is_empty()).then_some(AttrValue::Static(path));
    let value = value.map(digits::written).unwrap_or_default();
    element("data", attributes! { "data-simulated" => path, "value" => value }, vec![text(shown)])
}

/// Returns the charts and what belongs to them. What moves with a slider and is
/// in sight is drawn with every answer; what takes longer, or is to be read at
/// leisure, when the page is idle.
fn pictures(ctx: &PageContext, newest: &Rc<SimulationSummary>) -> Html {
    let [pictures, details] = IdleStage::ALL.map(|stage| idle_results(ctx, stage, newest));
    let worth = vec![
        block(ctx, results_in_sight(ctx, WORTH_CARD, newest), details, BlockContent::Live(worth)),
        div(
            "choose",
            vec![centre::field::field(ctx, DREMPEL), p("small", ctx.text().uncertainty().curve_note)],
        ),
    ];
    let chance = results_in_sight(ctx, CHANCE_CARD, newest);
    let content = vec![
        distribution_block(ctx, chance, details, BlockContent::Live(chance_card)),
        card_with_id(WORTH_CARD, worth),
        block(ctx, pictures, pictures, BlockContent::Results(tornado_view::view)),
        block(ctx, details, details, BlockContent::Results(ranking_card)),
        block(ctx, details, details, BlockContent::Results(measurement_advice::view)),
    ];
    div("uncertain-pictures", content)
}

fn card_with_id(id: &'static str, content: Vec<Html>) -> Html {
    element("div", attributes! { "class" => "card", "id" => id }, content)
}

/// Returns a chart of these results, with what opens over it and its data.
pub(super) fn card(
    ctx: &PageContext,
    results: &SimulationSummary,
    idle_results: &Rc<SimulationSummary>,
    draw: DrawResults,
) -> Html {
    let chart = draw(ctx, results);
    figure(ctx, &chart, openable(ctx, chart.id, idle_results, draw))
}

/// Returns what opens at a chart. Hotspots and table show the results of the
/// idle page: a hundred of them would move with every answer.
fn openable(
    ctx: &PageContext,
    id: &str,
    idle_results: &Rc<SimulationSummary>,
    draw: DrawResults,
) -> Openable {
    let idle = |content| block(ctx, idle_results, idle_results, content);
    Openable {
        hotspots: idle(BlockContent::Hotspots(draw)),
        explanation: explanation(ctx, id),
        table: if is_table_open(ctx, id) { idle(BlockContent::Table(draw)) } else { Html::default() },
    }
}

/// Returns whether the table with this id was opened; it is not drawn before.
pub(super) fn is_table_open(state: &State, id: &str) -> bool {
    state.view.open_tables.iter().any(|opened| opened == id)
}

/// Returns the distribution of one figure, and how likely it is that the costs
/// are covered.
fn chance_card(
    ctx: &PageContext,
    results: &Rc<SimulationSummary>,
    idle_results: &Rc<SimulationSummary>,
) -> Html {
    let words = ctx.text().uncertainty();
    let figure = ctx.view.distribution;
    let spread = results.spread(figure);
    let [low, _, median, _, high] = spread.quantiles;
    let opens = |quantity: &str, value: Html| {
        explain::figure(ctx, anchor::CHANCES, &simulation_figures::name(quantity, figure), true, value)
    };
    let chance = simulated_value("chance", Some(spread.positive), (words.chance)(spread.positive));
    let below = spread.below_deterministic.map(|share| {
        let below = simulated_value("below_point", Some(share), (words.chance)(share));
        term("", words.below_deterministic, opens("onder", below))
    });
    let median = simulated_value("p50", Some(median), euro(three_digits(median)));
    let mut facts = vec![term("", (words.chance_name)(figure), opens("kans", chance))];
    facts.extend(below);
    facts.push(term("", words.middle, opens("p50", median)));
    facts.push(term("", words.between, opens("tussen", text((words.between_shown)(low, high)))));
    let content = vec![
        figure_choices(ctx),
        card(ctx, results, idle_results, distribution_chart),
        classed("dl", "facts", facts),
        explain::under(ctx, anchor::CHANCES),
        p("small", words.honest),
        p("small", (words.drawn)(results.draws)),
    ];
    card_with_id(CHANCE_CARD, content)
}

/// Returns the buttons that choose the figure whose distribution is shown.
fn figure_choices(ctx: &PageContext) -> Html {
    let words = ctx.text().uncertainty();
    let choices = SimulatedFigure::ALL.map(|figure| {
        let attributes = attributes! {
            "type" => "button",
            "class" => "choice",
            "aria-pressed" => if figure == ctx.view.distribution { "true" } else { "false" },
        };
        let choose = ctx.on_press(ViewAction::ChooseDistribution(figure));
        with_listeners("button", attributes, [choose], vec![text((words.figure)(figure))])
    });
    let attributes = attributes! { "class" => "choices", "role" => "group", "aria-label" => words.figures };
    element("div", attributes, choices.into())
}

/// Returns the chart of what the effects that are not counted must be worth,
/// with that worth as a slider on its axis.
fn worth(ctx: &PageContext, results: &Rc<SimulationSummary>, idle_results: &Rc<SimulationSummary>) -> Html {
    let chart = acceptability_chart(ctx, results);
    let end = chart::acceptability::end(&results.curve, &curve_facts(ctx, results));
    let on_axis = |drawing| div("on-chart", vec![drawing, worth_slider(ctx, end)]);
    framed(ctx, &chart, openable(ctx, chart.id, idle_results, acceptability_chart), on_axis)
}

/// Returns a slider as long as the axis that it lies on.
fn worth_slider(ctx: &PageContext, end: f64) -> Html {
    let drempel = ctx.workspace.inputs.general(General::Drempel);
    let words = centre::field::words(ctx, DREMPEL);
    let shown = ctx.text().notation.field(drempel, State::style(DREMPEL));
    let attributes = attributes! {
        "type" => "range",
        "min" => "0",
        "max" => digits::written(end),
        "step" => digits::written(step(0.0, end, DREMPEL.definition().unit)),
        "aria-label" => (ctx.text().page.slider)(words.label),
        "aria-valuetext" => format!("{shown} {}", words.unit),
    };
    let listeners = ctx.slider_listeners(FieldId::Input(DREMPEL), |position| value_at(DREMPEL, position));
    div("slider on-axis", vec![input(attributes, digits::written(drempel), listeners)])
}

/// Returns the chart of what to measure first. Where no measurement can change
/// the conclusion, it proposes the worth at which the chance is 50%.
fn ranking_card(ctx: &PageContext, results: &Rc<SimulationSummary>) -> Html {
    let words = ctx.text().uncertainty();
    let drempel = ctx.workspace.inputs.general(General::Drempel);
    let mut content = vec![card(ctx, results, results, ranking_chart)];
    let even = results.drempels[0].map_or(drempel, f64::ceil);
    if !results.can_change_decision() && !results.information_values.is_empty() {
        if even > 0.0 && even != drempel {
            let name = format!("{}.{}", chart::acceptability::DREMPEL, chart::acceptability::MARKED[0].1);
            let figures = [(name, euro(even))];
            let set = EditingAction::Slide(FieldId::Input(DREMPEL), even);
            content.extend([
                explain::sentence::paragraph(ctx, "voorstel", &(words.propose)(even), &figures),
                div("buttons", vec![button("button", ctx.press(set), (words.propose_button)(even))]),
            ]);
        } else if even <= 0.0 {
            content.push(p("", words.no_need));
        }
    }
    div("card", content)
}
