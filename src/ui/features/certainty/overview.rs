//! The first part of the view of certainty: a hundred possible outcomes as dots, what the outcome
//! depends on most, and the outcome at other chances that there is no effect.

use crate::answer::AnswerFigures;
use crate::chart::Chart;
use crate::chart::dot_plot::{DotPlot, WIDTHS};
use crate::model::{General, InputId};
use crate::number::rounding::rounded;
use crate::ui::commands::Command;
use crate::ui::components::element::{
    attributes, button, classed, div, element, heading, p, row, row_name, section, span, table, text_in,
};
use crate::ui::components::figure::{figure_text, name_text, sentence_in, sentence_text, space};
use crate::ui::context::PageContext;
use crate::ui::features::certainty::analysis::has_effects;
use crate::ui::features::certainty::charts::deterministic_value;
use crate::ui::features::certainty::main_drivers;
use crate::ui::features::certainty::text::DotFacts;
use crate::ui::features::charts::view::by_width;
use crate::ui::features::inputs::field::field_id;
use crate::ui::state::State;
use crate::uncertainty::{SimulationSummary, Spread};
use std::rc::Rc;
use yew::prelude::*;

/// Classes that show the drawing of each of [`WIDTHS`], by the width of the page.
const CLASSES: [&str; WIDTHS.len()] = ["dots-wide", "dots-middle", "dots-narrow"];

/// The chance that there is no effect that stands beside none and the one of the scenario, where
/// that is lower.
const HALF: f64 = 0.5;

/// Returns the finding, the dots, what the outcome depends on, and the outcome at other chances
/// that there is no effect.
pub fn view(ctx: &PageContext, results: &Rc<SimulationSummary>) -> Html {
    let words = ctx.text().certainty();
    let spread = results.spread(results.saldo);
    let perspective = ctx.workspace.inputs.perspective;
    let plot = dot_plot(ctx, results);
    let mut intro = words.intro.to_owned();
    let without = plot.dots.iter().filter(|dot| !dot.has_effect).count();
    if without > 0 && has_effects(ctx) {
        let is_own = ctx.workspace.is_changed(InputId::General(General::KansGeenEffect));
        intro = format!("{intro} {}", (words.no_effect)(without, is_own));
    }
    let title = attributes! { "id" => "onzeker" };
    let title = element("h1", title, vec![sentence_text((words.finding)(spread.positive, perspective))]);
    let head = vec![title, sentence_in("p", "reading", intro)];
    let picture = by_width(ctx, CLASSES, |index| plot.chart(index));
    let draw_count = sentence_in("p", "small", (words.draw_count)(results.draws));
    let content = vec![
        section("question", "onzeker", head),
        text_in("h2", "hidden", ctx.text().page.results),
        div("card", vec![picture, below_point(ctx, spread), draw_count]),
        main_drivers::view(ctx, results),
        without_effect(ctx, spread),
    ];
    div("certainty", content)
}

/// Returns the difference of a scenario as the answer says it: savings less costs, rounded.
fn shown_point(state: &State) -> f64 {
    0.0 - AnswerFigures::new(&state.workspace.outcome, &state.workspace.inputs).gap
}

/// Returns what the picture of the dots shows.
fn dot_plot(state: &State, results: &SimulationSummary) -> DotPlot {
    let words = state.text().certainty();
    let inputs = &state.workspace.inputs;
    let spread = results.spread(results.saldo);
    let [low, _, median, _, high] = spread.quantiles;
    let facts = DotFacts {
        perspective: inputs.perspective,
        quantiles: [low, median, high].map(rounded),
        is_certain: spread.is_certain(),
        year: inputs.year(),
    };
    DotPlot {
        title: (words.picture)(&facts),
        sentence: (words.picture_sentence)(&facts),
        dots: spread.dots(inputs.general(General::KansGeenEffect)),
        point: (deterministic_value(state, results.saldo), (words.point)(shown_point(state))),
        legend: words.legend,
        zero: words.zero,
        sides: (words.sides)(inputs.perspective),
        head: words.dots_head,
        interval: words.interval,
        text: state.text(),
    }
}

/// Draws the dots for the width at this index of [`WIDTHS`].
pub fn chart_at_width(state: &State, results: &SimulationSummary, index: usize) -> Chart {
    dot_plot(state, results).chart(index)
}

/// Draws the dots for a file.
pub(super) fn chart(state: &State, results: &SimulationSummary) -> Chart {
    chart_at_width(state, results, 0)
}

/// Says how often the outcome is lower than the figures that were filled in say.
fn below_point(ctx: &PageContext, spread: &Spread) -> Html {
    let words = ctx.text().certainty();
    // Where lines that are not estimated yet are drawn too, the two are not the same sum.
    spread.below_deterministic.map_or_else(Html::default, |share| {
        sentence_in("p", "", (words.below_point)(shown_point(ctx), share))
    })
}

/// Returns the outcome where there is always an effect, where there is none as often as is set, and
/// where there is none more often.
fn without_effect(ctx: &PageContext, spread: &Spread) -> Html {
    let words = ctx.text().certainty();
    let inputs = &ctx.workspace.inputs;
    let set = inputs.general(General::KansGeenEffect);
    let mut chances = vec![0.0, set, if set < HALF { HALF } else { 1.0 }];
    chances.dedup();
    let without = crate::model::evaluate(&inputs.without_effects()).saldo(inputs.perspective).euros();
    let rows = chances.into_iter().map(|chance| {
        let found = spread.at_no_effect_chance(set, chance, without);
        let cells = found.map_or_else(
            || [words.not_known.to_owned(), words.not_known.to_owned()],
            |found| [(words.mean)(rounded(found.mean)), (words.of_hundred)(found.positive)],
        );
        let cells = cells.map(|shown| classed("td", "number", vec![figure_text(shown)]));
        let name = row_name(vec![name_text((words.how_often)(chance, chance == set))]);
        row([name].into_iter().chain(cells).collect())
    });
    let head = (words.without_effect_head)(inputs.perspective);
    let mut content = vec![
        heading("h2", "zonder-effect", words.without_effect),
        p("", words.without_effect_intro),
        table(words.without_effect_table, &head, 1, rows.collect()),
    ];
    // Where draws without effect cover the costs too, or hardly any or all draws are without
    // effect, that limits nothing.
    let covered_without = spread.at_no_effect_chance(set, 1.0, without).map_or(0.0, |found| found.positive);
    if (0.005..=0.995).contains(&set) && covered_without < 0.005 && has_effects(ctx) {
        content.push(sentence_in("p", "small", (words.capped)(set)));
    }
    let field = Command::RevealInWorksheet(field_id(General::KansGeenEffect.id()));
    content.push(div("buttons", vec![button("plain", ctx.press(field), words.change_chance)]));
    section("card", "zonder-effect", content)
}

/// Returns the name of what the outcome depends on, with a remark behind it.
pub(super) fn name_with_remark(name: String, remark: &'static str) -> Html {
    let mut content = vec![name_text(name)];
    if !remark.is_empty() {
        content.extend([space(), classed("span", "small", vec![span("", remark)])]);
    }
    classed("strong", "", content)
}
