//! The analysis for whoever reckons: histogram, tornado, acceptability curve and value of
//! information, with their figures and controls.

use crate::chart;
use crate::model::{Euro, General, InputId};
use crate::number::digits;
use crate::text::uncertainty::CaveatFacts;
use crate::ui::components::element::{attributes, classed, div, element, input, p, span, with_listeners};
use crate::ui::components::figure::{figure_button, figure_text, sentence_in, sentence_text, term};
use crate::ui::components::slider::step;
use crate::ui::context::PageContext;
use crate::ui::features::certainty::charts::{
    DrawResults, acceptability_chart, curve_facts, distribution_chart, euro, ranking_chart,
};
use crate::ui::features::certainty::simulated_block::{
    BlockContent, block, distribution_block, idle_results, results_in_sight,
};
use crate::ui::features::certainty::state::IdleStage;
use crate::ui::features::certainty::view::{is_table_open, simulated_value};
use crate::ui::features::certainty::{measurement_advice, tornado_view};
use crate::ui::features::charts::hotspots::explanation;
use crate::ui::features::charts::view::{Hotspots, figure, framed, named_drawing};
use crate::ui::features::explain;
use crate::ui::features::explain::{anchor, simulation_figures};
use crate::ui::features::inputs;
use crate::ui::features::inputs::slider::value_at;
use crate::ui::state::{EditingAction, FieldId, State, ViewAction};
use crate::uncertainty::{SimulatedFigure, SimulationSummary, three_digits};
use std::rc::Rc;
use yew::prelude::*;

const DREMPEL: InputId = InputId::General(General::Drempel);

/// The id of the card with the chance that the costs are covered.
const CHANCE_CARD: &str = "kaart-kans";

/// The id of the card with the acceptability curve.
const WORTH_CARD: &str = "kaart-rest";

/// Returns the charts with their figures and controls; only the field of the drempel without
/// results. The charts that a slider changes are redrawn with every answer while they are in sight;
/// slower charts and texts to read are redrawn when the page is idle.
pub(super) fn view(ctx: &PageContext, results: Option<&Rc<SimulationSummary>>) -> Html {
    let drempel = div(
        "choose",
        vec![inputs::field::field(ctx, DREMPEL), p("small", ctx.text().uncertainty().curve_note)],
    );
    let Some(newest) = results else { return div("uncertain-pictures", vec![drempel]) };
    let [charts, details] = IdleStage::ALL.map(|stage| idle_results(ctx, stage, newest));
    let worth = results_in_sight(ctx, WORTH_CARD, newest);
    let worth = vec![block(ctx, worth, details, BlockContent::Live(curve_with_slider)), drempel];
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
        has_effects: has_effects(state),
    }
}

/// Returns whether any effect is counted: without one, no draw differs from those without effect.
pub(super) fn has_effects(state: &State) -> bool {
    state.workspace.outcome.savings.iter().any(|line| line.counted && line.gross != Euro::ZERO)
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
