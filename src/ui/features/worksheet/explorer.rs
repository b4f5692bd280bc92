//! The card to explore break-even: the break-even of an input that the user
//! chooses, the margins of all savings and all costs, and the quantity of each p.m.
//! line that would be worth the gap, in natural units such as hours or QALYs.

pub(crate) mod text;

use crate::chart::aggregates::INPUT_KIND;
use crate::chart::number as coordinate;
use crate::model::break_even::RequiredValue;
use crate::model::inputs::value_problem;
use crate::model::switching_value::{InputSolution, saldo_inputs, switching_inputs, switching_value};
use crate::model::{General, InputId, LineField, Unit};
use crate::number::round_up;
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{attributes, classed, div, element, heading, p, section, span};
use crate::ui::components::figure::{
    figure_attributes, figure_button, figure_element, figure_text, name_in, sentence_in, sentence_text,
};
use crate::ui::context::PageContext;
use crate::ui::controls::choice;
use crate::ui::features::changes::view::input_name;
use crate::ui::features::explain;
use crate::ui::features::explain::anchor;
use crate::ui::features::explain::other_cases::Margin;
use crate::ui::features::explain::sentence::paragraph;
use crate::ui::features::inputs::field::label_and_unit;
use crate::ui::features::worksheet::explorer::text::SwitchingFacts;
use crate::ui::features::worksheet::natural_units;
use crate::ui::state::{State, ViewAction, WorkspaceAction};
use yew::prelude::*;

/// The name of the list of inputs.
const INPUT_LIST: &str = "omslagpunt";
/// The anchor of the sentence on the break-even of the chosen input.
const SENTENCE: &str = "omslag-zin";

/// Returns the whole card; empty where no input moves the saldo.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().explorer();
    let perspective = ctx.workspace.inputs.perspective;
    let all = saldo_inputs(&ctx.workspace.inputs);
    let chosen = ctx.view.break_even_input;
    let Some(id) = all.iter().copied().find(|id| *id == chosen).or(all.first().copied()) else {
        return Html::default();
    };
    let mut content = vec![
        heading("h3", "omslag", words.title),
        sentence_in("p", "small", (words.intro)(perspective)),
        input_list(ctx, &all, id),
    ];
    content.push(break_even_of_input(ctx, &switching_value(&ctx.workspace.inputs, id)));
    let names: Vec<String> =
        switching_inputs(&ctx.workspace.inputs).into_iter().map(|id| input_name(ctx, id)).collect();
    content.extend([
        sentence_in("p", "", (words.switching_inputs)(&names)),
        // One is named in the sentence; several would make it too long to read.
        if names.len() > 1 {
            classed("ul", "", names.iter().map(|name| name_in("li", "", name.clone())).collect())
        } else {
            Html::default()
        },
        p("small", words.unlisted),
        heading("h4", "", words.how_far_title),
        margins(ctx),
    ]);
    content.extend(natural_units::view(ctx));
    content.push(p("small", ctx.text().results().break_even_note));
    section("card explorer", "omslag", content)
}

/// Returns the sentence on the margins of all savings and of all costs: how far
/// they may be off until the conclusion turns.
fn margins(ctx: &PageContext) -> Html {
    let notation = ctx.text().notation;
    let (outcome, perspective) = (&ctx.workspace.outcome, ctx.workspace.inputs.perspective);
    let stated = |margin: Margin| {
        let shown = margin.value(outcome, perspective).map_or_else(String::new, |value| match margin {
            Margin::Costs | Margin::Savings => notation.percent(value),
            Margin::SavingsFactor => notation.number(round_up(value, 2), 2),
        });
        (margin.name(), shown)
    };
    // With a gap, the sentence states how many times as large savings must be.
    let has_gap = outcome.break_even.gap_of(perspective).gap.euros() > 0.0;
    let savings = if has_gap { Margin::SavingsFactor } else { Margin::Savings };
    let sentence = (ctx.text().explorer().how_far)(outcome, perspective);
    paragraph(ctx, "hoe-ver", &sentence, &[savings, Margin::Costs].map(stated))
}

/// Returns the list from which an input is chosen; in the static shell, which has
/// no lists, the label of the chosen one.
fn input_list(ctx: &PageContext, all: &[InputId], chosen: InputId) -> Html {
    let label = ctx.text().explorer().choose;
    if ctx.is_shell() {
        let value = name_in("span", "value wide", input_name(ctx, chosen));
        return div("field", vec![span("label", label), value]);
    }
    let options = all.iter().map(|id| {
        let action = ViewAction::ChooseBreakEven(*id);
        ChoiceOption::new(ctx.workspace.inputs.name(*id), input_name(ctx, *id), *id == chosen, action)
    });
    choice(ctx, INPUT_LIST, label, options.collect(), None)
}

/// Rounds a value of an input to the decimals that `shown` writes, so that a button that
/// fills in the value stores what it says.
pub fn rounded_as_shown(id: InputId, value: f64) -> f64 {
    let scale = match id.definition().unit {
        Unit::Share => 1_000.0,
        Unit::Euro | Unit::EuroPer => 1.0,
        Unit::Persons | Unit::Inhabitants | Unit::Fte | Unit::Years | Unit::Year | Unit::Count => 100.0,
    };
    (value * scale).round() / scale
}

/// Writes a value of an input, with at most two decimals.
pub fn shown(state: &State, id: InputId, value: f64) -> String {
    let notation = state.text().notation;
    match id.definition().unit {
        Unit::Share => format!("{}%", notation.number(value * 100.0, 1)),
        Unit::Euro | Unit::EuroPer => notation.euro(value),
        Unit::Inhabitants => notation.number(value, 0),
        Unit::Persons | Unit::Fte | Unit::Years | Unit::Year | Unit::Count => notation.number(value, 2),
    }
}

/// Writes a value of an input with its unit; amounts and shares have a sign
/// instead.
pub fn with_unit(state: &State, id: InputId, value: f64) -> String {
    let number = shown(state, id, value);
    match id.definition().unit {
        Unit::Share | Unit::Euro | Unit::EuroPer => number,
        Unit::Persons | Unit::Inhabitants | Unit::Fte | Unit::Years | Unit::Year | Unit::Count => {
            format!("{number} {}", label_and_unit(state, id).unit)
        }
    }
}

/// Returns the break-even of the chosen input: a scale, the figures on it, a
/// sentence, and a button that fills in the value.
fn break_even_of_input(ctx: &PageContext, switching: &InputSolution) -> Html {
    let words = ctx.text().explorer();
    let id = switching.id;
    let at = match switching.required {
        RequiredValue::At(value) => Some(value),
        RequiredValue::NotWithinLimits | RequiredValue::NoEffect => None,
    };
    let shown_at = at.map(|at| with_unit(ctx, id, at));
    let visitors = ctx.workspace.inputs.general(General::Bezoekers);
    let name = input_name(ctx, id);
    let facts = SwitchingFacts {
        name: &name,
        perspective: ctx.workspace.inputs.perspective,
        plausibility: switching.plausibility,
        at: shown_at.as_deref().unwrap_or_default(),
        times: at.map(|at| at / switching.value).filter(|times| times.is_finite() && *times >= 1.05),
        too_many: counts_people(id) && at.is_some_and(|at| at > visitors),
    };
    let figure = |class: &'static str, name: &'static str, value: Vec<Html>| {
        div(class, vec![name_in("dt", "", name), classed("dd", "", value)])
    };
    let input = ctx.workspace.inputs.name(id);
    let button = |kind: &str, shown: String| {
        let name = format!("{kind}.{input}");
        explain::figure_with_explanation(ctx, anchor::BREAK_EVEN, &name, true, figure_text(shown))
    };
    let break_even = match &shown_at {
        Some(at) => button(explain::break_even::KIND, at.clone()),
        None => sentence_text(words.no_break_even),
    };
    let range = match switching.range {
        Some((low, high)) => {
            let [low, high] = [low, high].map(|end| shown(ctx, id, end));
            let sentence = (words.low_to_high)(&low, &high);
            let ends = [
                (explain::range_bounds::plausible_name(false, &input), low),
                (explain::range_bounds::plausible_name(true, &input), high),
            ];
            explain::sentence::content(ctx, anchor::BREAK_EVEN, &sentence, &ends)
        }
        None => vec![sentence_text(words.range_unknown)],
    };
    let figures = vec![
        figure("mark-now", words.now, vec![button(INPUT_KIND, with_unit(ctx, id, switching.value))]),
        figure("mark-switch", words.break_even, vec![break_even]),
        figure("mark-range", words.range, range),
    ];
    let times = facts.times.map(|times| ctx.text().notation.number(times, 1));
    let stated = [
        (format!("{}.{input}", explain::break_even::KIND), facts.at.to_owned()),
        (format!("{}.{input}", explain::break_even::TIMES), times.unwrap_or_default()),
    ];
    let sentence = explain::sentence::content(ctx, SENTENCE, &(words.switching_value)(&facts), &stated);
    let new_value = at.map(|at| rounded_as_shown(id, at));
    let new_value = new_value.filter(|at| *at != switching.value && value_problem(id, *at).is_none());
    let fill_in = new_value.filter(|_| !ctx.is_shell()).map(|at| {
        let press = ctx.press(WorkspaceAction::SetToBreakEven(id));
        figure_button("button", press, sentence_text((words.fill_in)(&with_unit(ctx, id, at))))
    });
    div(
        "switching",
        vec![
            scale(ctx, switching, at),
            classed("dl", "facts", figures),
            explain::explanation_at(ctx, anchor::BREAK_EVEN),
            element("p", attributes! { "aria-live" => "polite" }, sentence),
            explain::sentence::explanation(ctx, SENTENCE, &stated),
            div("buttons", fill_in.into_iter().collect()),
        ],
    )
}

/// Returns whether an input is a number of people, of whom there cannot be more
/// than visitors.
fn counts_people(id: InputId) -> bool {
    matches!(id, InputId::Line(line, LineField::Aantal) if line.definition().per_person)
}

/// Draws a horizontal scale on which the present value is a circle, the plausible
/// range a bar, and the break-even a diamond. It is hidden from screen readers,
/// since the figures below it state the same.
fn scale(ctx: &PageContext, switching: &InputSolution, at: Option<f64>) -> Html {
    const WIDTH: f64 = 320.0;
    const MARGIN: f64 = 12.0;
    let mut values: Vec<f64> = vec![switching.value];
    values.extend(at);
    values.extend(switching.range.iter().flat_map(|(low, high)| [*low, *high]));
    let low = values.iter().copied().fold(switching.value, f64::min);
    let high = values.iter().copied().fold(switching.value, f64::max);
    let span = if high > low { high - low } else { 1.0 };
    let x = |value: f64| MARGIN + (value - low) / span * (WIDTH - 2.0 * MARGIN);
    let rect = |class: &'static str, from: f64, to: f64, y: &'static str, height: &'static str| {
        let attributes = attributes! {
            "class" => class,
            "x" => coordinate(from),
            "y" => y,
            "width" => coordinate((to - from).max(2.0)),
            "height" => height,
        };
        element("rect", attributes, vec![])
    };
    let mut shapes = vec![rect("scale-track", x(low), x(high), "14", "4")];
    shapes.extend(switching.range.map(|(from, to)| rect("scale-range", x(from), x(to), "9", "14")));
    let now = attributes! {
        "class" => "scale-now", "cx" => coordinate(x(switching.value)), "cy" => "16", "r" => "6",
    };
    shapes.push(element("circle", now, vec![]));
    shapes.extend(at.map(|at| {
        let path = format!("M{} 7l8 9-8 9-8-9z", coordinate(x(at)));
        element("path", attributes! { "class" => "scale-switch", "d" => path }, vec![])
    }));
    let end = |value: f64, x: f64, text_anchor: &'static str| {
        let attributes = figure_attributes! {
            "class" => "scale-end", "x" => coordinate(x), "y" => "42", "text-anchor" => text_anchor,
        };
        figure_element("text", attributes, shown(ctx, switching.id, value))
    };
    if high > low {
        shapes.extend([end(low, 2.0, "start"), end(high, WIDTH - 2.0, "end")]);
    }
    let frame = attributes! { "class" => "scale", "viewBox" => "0 0 320 46", "aria-hidden" => "true" };
    element("svg", frame, shapes)
}
