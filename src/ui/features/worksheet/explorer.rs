//! The search for break-even: of any one input, of all savings or costs
//! together, and of what is p.m. in natural units.

use crate::chart::aggregates::INPUT_KIND;
use crate::chart::number as coordinate;
use crate::model::break_even::BreakEvenValue;
use crate::model::inputs::{OwnSide, value_problem};
use crate::model::savings::{Saving, SavingId};
use crate::model::switching_value::{SwitchingValue, saldo_inputs, switching_inputs, switching_value};
use crate::model::{General, InputId, Line, LineField, Unit};
use crate::text::explorer::{NaturalFacts, NaturalUnit, SwitchingFacts};
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{
    attributes, classed, div, element, heading, p, row, row_name, section, span, table, text,
};
use crate::ui::components::figure::{
    figure_attributes, figure_button, figure_element, figure_text, name_text, sentence_in, sentence_text,
    space,
};
use crate::ui::context::PageContext;
use crate::ui::controls::choice;
use crate::ui::features::centre::field::words;
use crate::ui::features::changes::view::name;
use crate::ui::features::explain;
use crate::ui::features::explain::anchor;
use crate::ui::features::explain::sentence::{euros, paragraph};
use crate::ui::features::own_lines;
use crate::ui::state::{State, ViewAction, WorkspaceAction};
use yew::prelude::*;

/// The name of the list of inputs.
const INPUT_LIST: &str = "omslagpunt";
/// The anchor of the sentence on what a break-even means.
const SENTENCE: &str = "omslag-zin";

/// Returns the whole card.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().explorer();
    let all = saldo_inputs(&ctx.workspace.inputs);
    let chosen = ctx.view.break_even_input;
    let Some(id) = all.iter().copied().find(|id| *id == chosen).or(all.first().copied()) else {
        return Html::default();
    };
    let mut content =
        vec![heading("h3", "omslag", words.title), p("small", words.intro), input_list(ctx, &all, id)];
    content.push(one(ctx, &switching_value(&ctx.workspace.inputs, id)));
    let names: Vec<String> =
        switching_inputs(&ctx.workspace.inputs).into_iter().map(|id| name(ctx, id)).collect();
    content.extend([
        sentence_in("p", "", (words.switching_inputs)(&names)),
        p("small", words.unlisted),
        heading("h4", "", words.how_far_title),
        margins(ctx),
    ]);
    content.extend(natural(ctx));
    content.push(p("small", ctx.text().page.break_even_note));
    section("card explorer", "omslag", content)
}

/// Returns how far all savings or all costs may be off.
fn margins(ctx: &PageContext) -> Html {
    let notation = ctx.text().notation;
    let outcome = &ctx.workspace.outcome;
    let part = |costs: bool| {
        let name = format!("{}.{}", explain::what_if::KIND, if costs { "kosten" } else { "besparingen" });
        let share = explain::what_if::share(outcome, costs);
        (name, share.map_or_else(String::new, |share| notation.percent(share)))
    };
    let times = outcome.break_even.savings_factor.times();
    let times = times.map_or_else(String::new, |times| notation.number(times, 1));
    let savings = if outcome.break_even.gap.euros() > 0.0 {
        ("break_even.savings_factor".to_owned(), times)
    } else {
        part(false)
    };
    paragraph(ctx, "hoe-ver", &(ctx.text().explorer().how_far)(outcome), &[savings, part(true)])
}

/// Returns the list of inputs that can move the outcome; in the shell, which has
/// no lists, the one that is chosen.
fn input_list(ctx: &PageContext, all: &[InputId], chosen: InputId) -> Html {
    let label = ctx.text().explorer().choose;
    if ctx.is_shell() {
        let value = classed("span", "value wide", vec![text(name(ctx, chosen))]);
        return div("field", vec![span("label", label), value]);
    }
    let options = all.iter().map(|id| {
        let action = ViewAction::ChooseBreakEven(*id);
        ChoiceOption::new(ctx.workspace.inputs.name(*id), name(ctx, *id), *id == chosen, action)
    });
    choice(ctx, INPUT_LIST, label, options.collect(), None)
}

/// Returns a value of an input, in as many digits as say something.
fn shown(state: &State, id: InputId, value: f64) -> String {
    let notation = state.text().notation;
    match id.definition().unit {
        Unit::Share => format!("{}%", notation.number(value * 100.0, 1)),
        Unit::Euro | Unit::EuroPer => notation.euro(value),
        Unit::Persons | Unit::Fte | Unit::Years | Unit::Year | Unit::Count => notation.number(value, 2),
    }
}

/// Returns a value of an input with what it counts; amounts and shares say that
/// themselves.
pub fn with_unit(state: &State, id: InputId, value: f64) -> String {
    let number = shown(state, id, value);
    match id.definition().unit {
        Unit::Share | Unit::Euro | Unit::EuroPer => number,
        Unit::Persons | Unit::Fte | Unit::Years | Unit::Year | Unit::Count => {
            format!("{number} {}", words(state, id).unit)
        }
    }
}

/// Returns one input: its scale, the figures on it, and what they mean.
fn one(ctx: &PageContext, of: &SwitchingValue) -> Html {
    let words = ctx.text().explorer();
    let at = match of.at {
        BreakEvenValue::At(value) => Some(value),
        BreakEvenValue::NotWithinLimits | BreakEvenValue::NoEffect => None,
    };
    let shown_at = at.map(|at| with_unit(ctx, of.id, at));
    let visitors = ctx.workspace.inputs.general(General::Bezoekers);
    let name = name(ctx, of.id);
    let facts = SwitchingFacts {
        name: &name,
        plausibility: of.plausibility,
        at: shown_at.as_deref().unwrap_or_default(),
        times: at.map(|at| at / of.value).filter(|times| times.is_finite() && *times >= 1.05),
        too_many: is_people(of.id) && at.is_some_and(|at| at > visitors),
    };
    let figure = |class: &'static str, name: &'static str, value: Vec<Html>| {
        div(class, vec![classed("dt", "", vec![text(name)]), classed("dd", "", value)])
    };
    let input = ctx.workspace.inputs.name(of.id);
    let opens = |kind: &str, shown: String| {
        let name = format!("{kind}.{input}");
        explain::figure(ctx, anchor::BREAK_EVEN, &name, true, figure_text(shown))
    };
    let break_even = match &shown_at {
        Some(at) => opens(explain::break_even::KIND, at.clone()),
        None => sentence_text(words.no_break_even),
    };
    let range = match of.range {
        Some((low, high)) => {
            let [low, high] = [low, high].map(|end| shown(ctx, of.id, end));
            let sentence = (words.low_to_high)(&low, &high);
            let ends = [
                (explain::range_bounds::plausible(false, &input), low),
                (explain::range_bounds::plausible(true, &input), high),
            ];
            explain::sentence::content(ctx, anchor::BREAK_EVEN, &sentence, &ends)
        }
        None => vec![sentence_text(words.range_unknown)],
    };
    let figures = vec![
        figure("mark-now", words.now, vec![opens(INPUT_KIND, with_unit(ctx, of.id, of.value))]),
        figure("mark-flip", words.break_even, vec![break_even]),
        figure("mark-range", words.range, range),
    ];
    let times = facts.times.map(|times| ctx.text().notation.number(times, 1));
    let stated = [
        (format!("{}.{input}", explain::break_even::KIND), facts.at.to_owned()),
        (format!("{}.{input}", explain::break_even::TIMES), times.unwrap_or_default()),
    ];
    let sentence = explain::sentence::content(ctx, SENTENCE, &(words.switching_value)(&facts), &stated);
    let usable = at.filter(|at| *at != of.value && value_problem(of.id, *at).is_none());
    let fill = usable.filter(|_| !ctx.is_shell()).map(|at| {
        let press = ctx.press(WorkspaceAction::SetToBreakEven(of.id));
        figure_button("button", press, sentence_text((words.fill_in)(&with_unit(ctx, of.id, at))))
    });
    div(
        "flip",
        vec![
            scale(ctx, of, at),
            classed("dl", "facts", figures),
            explain::under(ctx, anchor::BREAK_EVEN),
            element("p", attributes! { "aria-live" => "polite" }, sentence),
            explain::sentence::below(ctx, SENTENCE, &stated),
            div("buttons", fill.into_iter().collect()),
        ],
    )
}

fn is_people(id: InputId) -> bool {
    matches!(id, InputId::Line(line, LineField::Aantal) if line.definition().per_person)
}

/// Draws where value, range and break-even lie; the figures below it say the
/// same.
fn scale(ctx: &PageContext, of: &SwitchingValue, at: Option<f64>) -> Html {
    const WIDTH: f64 = 320.0;
    const SIDE: f64 = 12.0;
    let mut ends: Vec<f64> = vec![of.value];
    ends.extend(at);
    ends.extend(of.range.iter().flat_map(|(low, high)| [*low, *high]));
    let low = ends.iter().copied().fold(of.value, f64::min);
    let high = ends.iter().copied().fold(of.value, f64::max);
    let span = if high > low { high - low } else { 1.0 };
    let x = |value: f64| SIDE + (value - low) / span * (WIDTH - 2.0 * SIDE);
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
    let mut marks = vec![rect("scale-track", x(low), x(high), "14", "4")];
    marks.extend(of.range.map(|(from, to)| rect("scale-range", x(from), x(to), "9", "14")));
    let now =
        attributes! { "class" => "scale-now", "cx" => coordinate(x(of.value)), "cy" => "16", "r" => "6" };
    marks.push(element("circle", now, vec![]));
    marks.extend(at.map(|at| {
        let path = format!("M{} 7l8 9-8 9-8-9z", coordinate(x(at)));
        element("path", attributes! { "class" => "scale-flip", "d" => path }, vec![])
    }));
    let end = |value: f64, x: f64, text_anchor: &'static str| {
        let attributes = figure_attributes! {
            "class" => "scale-end", "x" => coordinate(x), "y" => "42", "text-anchor" => text_anchor,
        };
        figure_element("text", attributes, shown(ctx, of.id, value))
    };
    if high > low {
        marks.extend([end(low, 2.0, "start"), end(high, WIDTH - 2.0, "end")]);
    }
    let frame = attributes! { "class" => "scale", "viewBox" => "0 0 320 46", "aria-hidden" => "true" };
    element("svg", frame, marks)
}

/// Returns what one p.m. line would have to bring by itself, in its own units.
fn natural(ctx: &PageContext) -> Vec<Html> {
    let words = ctx.text().explorer();
    let visitors = ctx.workspace.inputs.general(General::Bezoekers);
    let gap = ctx.workspace.outcome.break_even.gap;
    let mut rows = Vec::new();
    for saving in ctx.workspace.outcome.savings.iter().filter(|saving| !saving.counted && gap.euros() >= 0.5)
    {
        let Some(count) = gap.units_at(saving.net_price) else { continue };
        let (unit, many) = unit(ctx, saving);
        let facts = NaturalFacts { unit, many, count: count.units(), visitors };
        let label = ctx.text().saving_label(&saving.id, |position| own_lines::view::label(ctx, position));
        let price = ctx.text().notation.euro(saving.net_price.euros());
        let id = saving.id.name();
        let open = |figure: String, first, shown: String| {
            explain::figure(ctx, anchor::NATURAL, &figure, first, sentence_text(shown))
        };
        let price = open(format!("savings.{id}.net_price"), rows.is_empty(), price);
        let price = classed("span", "small", vec![sentence_text("× "), price]);
        let name = row_name(vec![name_text(label), space(), price]);
        let sentence = (words.natural_units_row)(&facts);
        // What is in nobody's budget closes no gap, and is no figure of break-even.
        let closes_gap = ctx.workspace.outcome.break_even.per_line.iter().any(|line| line.id == saving.id);
        let kind = if closes_gap { "break_even.per_line" } else { explain::what_if::WORTH };
        let needed = open(format!("{kind}.{id}"), false, sentence);
        rows.push(row(vec![name, classed("td", "", vec![needed])]));
    }
    let mut content =
        vec![heading("h4", "", words.natural_units_title), natural_sentence(ctx, visitors, !rows.is_empty())];
    if !rows.is_empty() {
        content.push(table(words.natural_units_title, &words.natural_units_head, 2, rows));
        content.push(explain::under(ctx, anchor::NATURAL));
        content.push(p("small", words.natural_units_note));
    }
    content
}

/// Returns what is to be made up for, in all and by each visitor.
fn natural_sentence(ctx: &PageContext, visitors: f64, listed: bool) -> Html {
    let gap = &ctx.workspace.outcome.break_even;
    let figures = [
        euros(ctx, "break_even.gap", gap.gap.euros()),
        euros(ctx, "break_even.gap_per_visitor", gap.gap_per_visitor.euros()),
        (format!("{INPUT_KIND}.{}", General::Bezoekers.id()), ctx.text().notation.number(visitors, 0)),
    ];
    let sentence = (ctx.text().explorer().natural_units)(&ctx.workspace.outcome, visitors, listed);
    paragraph(ctx, "eenheden-zin", &sentence, &figures)
}

/// Returns the natural unit of a saving, and its name for several.
fn unit<'a>(state: &'a State, saving: &Saving) -> (NaturalUnit, &'a str) {
    match &saving.id {
        SavingId::Fixed(line) => {
            let unit = match line {
                Line::BetaaldWerk | Line::Vrijwilligerswerk => NaturalUnit::Hours,
                Line::KwaliteitVanLeven => NaturalUnit::Qaly,
                Line::Uitkeringen | Line::Dagbesteding | Line::Zorggebruik | Line::Overlast => {
                    if line.definition().per_person { NaturalUnit::PersonYears } else { NaturalUnit::Other }
                }
            };
            (unit, (state.text().line)(*line).many)
        }
        SavingId::Own(position, _) => match &state.workspace.inputs.own[*position].side {
            OwnSide::Saving(own) => (NaturalUnit::Other, own.unit.as_str()),
            OwnSide::Cost(_) => (NaturalUnit::Other, ""),
        },
    }
}
