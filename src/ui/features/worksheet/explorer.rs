//! The search for break-even: of any one input, of all savings or costs
//! together, and of what is p.m. in natural units.

use crate::chart::aggregates::ENTERED;
use crate::chart::number as coordinate;
use crate::model::break_even::BreakEvenValue;
use crate::model::inputs::{OwnSide, value_problem};
use crate::model::savings::{Saving, SavingId};
use crate::model::switching_value::{SwitchingValue, saldo_inputs, switching_inputs, switching_value};
use crate::model::{General, InputId, Line, LineField, Unit};
use crate::text::explorer::{NaturalFacts, NaturalUnit, SwitchingFacts};
use crate::ui::components::element::{
    button, classed, div, element, heading, option, p, row, row_name, section, span, table, text,
};
use crate::ui::features::centre::field::{field_id, words};
use crate::ui::features::changes::view::name;
use crate::ui::features::explain;
use crate::ui::features::explain::place;
use crate::ui::features::explain::sentence::{euros, paragraph};
use crate::ui::features::own_lines;
use crate::ui::state::State;
use yew::prelude::*;

/// The name of the list of inputs.
pub const CHOICE: &str = "omslagpunt";
/// The block of what a break-even means.
const SAID: &str = "omslag-zin";

/// The whole card.
pub fn view(state: &State) -> Html {
    let words = state.text().explorer;
    let all = saldo_inputs(&state.inputs);
    let Some(id) = all.iter().copied().find(|id| *id == state.explored).or(all.first().copied()) else {
        return Html::default();
    };
    let mut content =
        vec![heading("h3", "omslag", words.title), p("small", words.intro), choice(state, &all, id)];
    content.push(one(state, &switching_value(&state.inputs, id)));
    let names: Vec<String> = switching_inputs(&state.inputs).into_iter().map(|id| name(state, id)).collect();
    content.extend([
        p("", (words.switching_inputs)(&names)),
        p("small", words.others),
        heading("h4", "", words.how_far_title),
        how_far(state),
    ]);
    content.extend(natural(state));
    content.push(p("small", state.text().page.break_even_note));
    section("card explorer", "omslag", content)
}

/// How far all savings or all costs may be off.
fn how_far(state: &State) -> Html {
    let notation = state.text().notation;
    let part = |costs: bool| {
        let name = format!("{}.{}", explain::what_if::KIND, if costs { "kosten" } else { "besparingen" });
        let share = explain::what_if::share(&state.outcome, costs);
        (name, share.map_or_else(String::new, |share| notation.percent(share)))
    };
    let times = state.outcome.break_even.savings_factor.times();
    let times = times.map_or_else(String::new, |times| notation.number(times, 1));
    let savings = if state.outcome.break_even.gap.euros() > 0.0 {
        ("break_even.savings_factor".to_owned(), times)
    } else {
        part(false)
    };
    paragraph(state, "hoe-ver", &(state.text().explorer.how_far)(&state.outcome), &[savings, part(true)])
}

fn choice(state: &State, all: &[InputId], chosen: InputId) -> Html {
    if state.is_shell() {
        let value = classed("span", "value wide", vec![text(name(state, chosen))]);
        return div("field", vec![span("label", state.text().explorer.choose), value]);
    }
    let id = field_id(CHOICE);
    let options = all.iter().map(|of| option(state.inputs.name(*of), name(state, *of), *of == chosen));
    let label = vec![Some("label".into()), Some(id.clone().into())];
    let label = element("label", &["class", "for"], label, vec![text(state.text().explorer.choose)]);
    let list = vec![Some(id.into()), Some(CHOICE.into())];
    div("field", vec![label, element("select", &["id", "name"], list, options.collect())])
}

/// A value of an input, in as many digits as say something.
fn shown(state: &State, id: InputId, value: f64) -> String {
    let notation = state.text().notation;
    match id.definition().unit {
        Unit::Share => format!("{}%", notation.number(value * 100.0, 1)),
        Unit::Euro | Unit::EuroPer => notation.euro(value),
        _ => notation.number(value, 2),
    }
}

/// The same with what it counts; amounts and shares say that themselves.
pub fn with_unit(state: &State, id: InputId, value: f64) -> String {
    let number = shown(state, id, value);
    match id.definition().unit {
        Unit::Share | Unit::Euro | Unit::EuroPer => number,
        _ => format!("{number} {}", words(state, id).unit),
    }
}

/// One input: its scale, the figures on it, and what they mean.
fn one(state: &State, of: &SwitchingValue) -> Html {
    let words = state.text().explorer;
    let at = match of.at {
        BreakEvenValue::At(value) => Some(value),
        BreakEvenValue::NotWithinLimits | BreakEvenValue::NoEffect => None,
    };
    let shown_at = at.map(|at| with_unit(state, of.id, at));
    let visitors = state.inputs.general(General::Bezoekers);
    let name = name(state, of.id);
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
    let input = state.inputs.name(of.id);
    let opens = |kind: &str, shown: String| {
        explain::figure(state, place::TURNING, &format!("{kind}.{input}"), true, text(shown))
    };
    let turning = match &shown_at {
        Some(at) => opens(explain::break_even::KIND, at.clone()),
        None => text(words.nowhere),
    };
    let range = match of.range {
        Some((low, high)) => {
            let [low, high] = [low, high].map(|end| shown(state, of.id, end));
            let said = (words.low_to_high)(&low, &high);
            let ends = [
                (explain::range_bounds::plausible(false, &input), low),
                (explain::range_bounds::plausible(true, &input), high),
            ];
            explain::sentence::content(state, place::TURNING, &said, &ends)
        }
        None => vec![text(words.unknown)],
    };
    let figures = vec![
        figure("mark-now", words.now, vec![opens(ENTERED, with_unit(state, of.id, of.value))]),
        figure("mark-flip", words.at, vec![turning]),
        figure("mark-range", words.range, range),
    ];
    let times = facts.times.map(|times| state.text().notation.number(times, 1));
    let stated = [
        (format!("{}.{input}", explain::break_even::KIND), facts.at.to_owned()),
        (format!("{}.{input}", explain::break_even::TIMES), times.unwrap_or_default()),
    ];
    let said = explain::sentence::content(state, SAID, &(words.switching_value)(&facts), &stated);
    let fill = at
        .filter(|at| !state.is_shell() && *at != of.value && value_problem(of.id, *at).is_none())
        .map(|at| {
            let command = format!("break-even {}", state.inputs.name(of.id));
            button("button", command, (words.fill_in)(&with_unit(state, of.id, at)))
        });
    div(
        "flip",
        vec![
            scale(state, of, at),
            classed("dl", "facts", figures),
            explain::under(state, place::TURNING),
            element("p", &["aria-live"], vec![Some("polite".into())], said),
            explain::sentence::below(state, SAID, &stated),
            div("buttons", fill.into_iter().collect()),
        ],
    )
}

fn is_people(id: InputId) -> bool {
    matches!(id, InputId::Line(line, LineField::Aantal) if line.definition().per_person)
}

/// Where value, range and break-even lie; the figures below it say the same.
fn scale(state: &State, of: &SwitchingValue, at: Option<f64>) -> Html {
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
        let values =
            [class.into(), coordinate(from), y.into(), coordinate((to - from).max(2.0)), height.into()];
        let values = values.map(|value: String| Some(AttrValue::from(value))).into();
        element("rect", &["class", "x", "y", "width", "height"], values, vec![])
    };
    let mut marks = vec![rect("scale-track", x(low), x(high), "14", "4")];
    marks.extend(of.range.map(|(from, to)| rect("scale-range", x(from), x(to), "9", "14")));
    let now = ["scale-now".to_owned(), coordinate(x(of.value)), "16".to_owned(), "6".to_owned()];
    let now = now.map(|value| Some(AttrValue::from(value))).into();
    marks.push(element("circle", &["class", "cx", "cy", "r"], now, vec![]));
    marks.extend(at.map(|at| {
        let path = format!("M{} 7l8 9-8 9-8-9z", coordinate(x(at)));
        element("path", &["class", "d"], vec![Some("scale-flip".into()), Some(path.into())], vec![])
    }));
    let end = |value: f64, place: f64, anchor: &'static str| {
        let values = vec![
            Some("scale-end".into()),
            Some(coordinate(place).into()),
            Some("42".into()),
            Some(anchor.into()),
        ];
        element("text", &["class", "x", "y", "text-anchor"], values, vec![text(shown(state, of.id, value))])
    };
    if high > low {
        marks.extend([end(low, 2.0, "start"), end(high, WIDTH - 2.0, "end")]);
    }
    let values = ["scale", "0 0 320 46", "true"].map(|value| Some(value.into()));
    element("svg", &["class", "viewBox", "aria-hidden"], values.into(), marks)
}

/// What one p.m. line would have to bring by itself, in its own units.
fn natural(state: &State) -> Vec<Html> {
    let words = state.text().explorer;
    let visitors = state.inputs.general(General::Bezoekers);
    let gap = state.outcome.break_even.gap;
    let mut rows = Vec::new();
    for saving in state.outcome.savings.iter().filter(|saving| !saving.counted && gap.euros() >= 0.5) {
        let Some(count) = gap.units_at(saving.net_price) else { continue };
        let (unit, many) = unit(state, saving);
        let facts = NaturalFacts { unit, many, count: count.units(), visitors };
        let label = state.text().saving_label(&saving.id, |place| own_lines::view::label(state, place));
        let price = state.text().notation.euro(saving.net_price.euros());
        let id = saving.id.name();
        let open = |figure: String, first, shown: String| {
            explain::figure(state, place::NATURAL, &figure, first, text(shown))
        };
        let price = open(format!("savings.{id}.net_price"), rows.is_empty(), price);
        let price = classed("span", "small", vec![text("× "), price]);
        let name = row_name(vec![text(label), text(" "), price]);
        let said = (words.natural_row)(&facts);
        // What is in nobody's budget closes no gap, and is no figure of break-even.
        let needed = state.outcome.break_even.per_line.iter().any(|line| line.id == saving.id);
        let kind = if needed { "break_even.per_line" } else { explain::what_if::WORTH };
        let said = open(format!("{kind}.{id}"), false, said);
        rows.push(row(vec![name, classed("td", "", vec![said])]));
    }
    let mut content =
        vec![heading("h4", "", words.natural_title), natural_said(state, visitors, !rows.is_empty())];
    if !rows.is_empty() {
        content.push(table(words.natural_title, &words.natural_head, 2, rows));
        content.push(explain::under(state, place::NATURAL));
        content.push(p("small", words.natural_note));
    }
    content
}

/// What is to be made up for, in all and by each visitor.
fn natural_said(state: &State, visitors: f64, listed: bool) -> Html {
    let gap = &state.outcome.break_even;
    let figures = [
        euros(state, "break_even.gap", gap.gap.euros()),
        euros(state, "break_even.gap_per_visitor", gap.gap_per_visitor.euros()),
        (format!("{ENTERED}.{}", General::Bezoekers.id()), state.text().notation.number(visitors, 0)),
    ];
    let said = (state.text().explorer.natural)(&state.outcome, visitors, listed);
    paragraph(state, "eenheden-zin", &said, &figures)
}

fn unit<'a>(state: &'a State, saving: &Saving) -> (NaturalUnit, &'a str) {
    match &saving.id {
        SavingId::Fixed(line) => {
            let unit = match line {
                Line::BetaaldWerk | Line::Vrijwilligerswerk => NaturalUnit::Hours,
                Line::KwaliteitVanLeven => NaturalUnit::Qaly,
                _ if line.definition().per_person => NaturalUnit::PersonYears,
                _ => NaturalUnit::Other,
            };
            (unit, (state.text().line)(*line).many)
        }
        SavingId::Own(place, _) => match &state.inputs.own[*place].side {
            OwnSide::Saving(own) => (NaturalUnit::Other, own.unit.as_str()),
            OwnSide::Cost(_) => (NaturalUnit::Other, ""),
        },
    }
}
