//! Figures of cases that are not the one that is shown: how far all may be
//! off, what it began with, and the dekkingsplan without one of its funders.
//! Each is calculated as any other case is.

use crate::explain::{
    Account, Addend, Explanation, FigureId, LineFigure, Note, PlanFigure, ValueUnit, YearFigure, explain, sum,
};
use crate::model::{Inputs, Outcome, evaluate};
use crate::text::explain::{NameContext, bracketed, shown};
use crate::ui::features::explain::panel::{Told, with_naming};
use crate::ui::features::explain::terms::{further, plain};
use crate::ui::features::{financing, own_lines};
use crate::ui::state::State;
use yew::prelude::*;

/// How far all costs, or all savings, may be off: `hoever.kosten`.
pub const KIND: &str = "hoever";
/// What nobody pays without a funder: `zonder.2.1` in year 1, `zonder.2.alle`.
pub const WITHOUT: &str = "zonder";
/// How much of what is in nobody's budget would be worth the gap.
pub const WORTH: &str = "eenheden";
/// A figure of the chosen beginning: `begin.total.net`.
pub const BASE: &str = "begin";
/// How far the saldo is from it: `begin.verschil`.
pub const BETWEEN: &str = "verschil";

/// What is said of such a figure.
pub fn told(state: &State, kind: &str, about: &str) -> Option<Told> {
    match kind {
        KIND => off(state, about == "kosten"),
        WITHOUT => without(state, about),
        WORTH => worth(state, about),
        _ => base(state, about),
    }
}

/// How much lower or higher all costs, or how much lower all savings, turn the
/// conclusion; none where nothing can.
pub fn share(outcome: &Outcome, costs: bool) -> Option<f64> {
    let times = if costs { outcome.total.coverage } else { outcome.break_even.savings_factor };
    Some((1.0 - times.times()?).abs())
}

fn off(state: &State, costs: bool) -> Option<Told> {
    let (words, all) = (state.text().explain_extra, state.text());
    let figure = if costs { FigureId::Coverage } else { FigureId::SavingsFactor };
    let times = figure.value(&state.outcome).flatten()?;
    let of = |value| shown(all.notation, value, ValueUnit::Share);
    let name = with_naming(state, |naming| naming.figure(figure));
    let whole = all.explain.whole;
    let result = of(share(&state.outcome, costs)?);
    let (formula, filled) = if times < 1.0 {
        (format!("{whole} − {name}"), format!("{whole} − {}", of(times)))
    } else {
        (format!("{name} − {whole}"), format!("{} − {whole}", of(times)))
    };
    Some(Told {
        name: (words.off)(costs, times < 1.0).to_owned(),
        value: result.clone(),
        lines: vec![(all.explain.formula, formula), (all.explain.filled, format!("{filled} = {result}"))],
        notes: vec![words.off_note.into()],
        terms: vec![further(state, figure, of(times))],
    })
}

fn worth(state: &State, line: &str) -> Option<Told> {
    let all = state.text();
    let gap = state.outcome.break_even.gap;
    let place = state.outcome.savings.iter().position(|saving| saving.id.name() == line)?;
    let price = state.outcome.savings[place].net_price;
    let count = shown(all.notation, gap.units_at(price)?.units(), ValueUnit::Number);
    let price_of = FigureId::Line(place, LineFigure::NetPrice);
    let named = |figure| with_naming(state, |naming| naming.figure(figure));
    let [gap, price] =
        [gap.euros(), price.euros()].map(|amount| shown(all.notation, amount, ValueUnit::Euro));
    let filled = format!("{gap} ÷ {price} = {count}");
    Some(Told {
        name: named(FigureId::Line(place, LineFigure::Needed)),
        value: count,
        lines: vec![
            (all.explain.formula, format!("{} ÷ {}", named(FigureId::Gap), named(price_of))),
            (all.explain.filled, filled),
        ],
        notes: vec![(all.explain.note)(Note::Welfare).into()],
        terms: vec![further(state, FigureId::Gap, gap), further(state, price_of, price)],
    })
}

fn base(state: &State, about: &str) -> Option<Told> {
    if about == BETWEEN {
        return Some(between(state));
    }
    let outcome = evaluate(&state.base);
    let found = explain(FigureId::read(about, &outcome)?, &state.base, &outcome)?;
    let name =
        NameContext { text: state.text(), inputs: &state.base, outcome: &outcome, own: &|_| String::new() }
            .figure(found.figure?);
    let words = state.text().explain_extra;
    let begin = (state.text().preset)(state.scenario().base).0;
    Some(of_case(state, &state.base, &outcome, (words.at_first)(&name, begin), &found, words.at_first_note))
}

/// What all changes together do to the saldo.
fn between(state: &State) -> Told {
    let (words, all) = (state.text().explain_extra, state.text());
    let figure = FigureId::Saldo;
    let name = with_naming(state, |naming| naming.figure(figure));
    let first = (words.at_first)(&name, (all.preset)(state.scenario().base).0);
    let (now, before) = (state.outcome.total.net.euros(), evaluate(&state.base).total.net.euros());
    let of = |amount| shown(all.notation, amount, ValueUnit::Euro);
    let by = of(now - before);
    Told {
        name: words.together.to_owned(),
        value: by.clone(),
        lines: vec![
            (all.explain.formula, format!("{name} − {first}")),
            (all.explain.filled, format!("{} − {} = {by}", of(now), bracketed(before, of(before)))),
        ],
        notes: vec![words.at_first_note.into()],
        terms: vec![further(state, figure, of(now)), plain(first, of(before))],
    }
}

fn without(state: &State, about: &str) -> Option<Told> {
    let (place, when) = about.split_once('.')?;
    let place = match place {
        "geen" => None,
        place => Some(place.parse().ok().filter(|place| *place < state.inputs.plan.len())?),
    };
    let mut inputs = (*state.inputs).clone();
    inputs.plan = financing::results::plan_without(state, place);
    let outcome = evaluate(&inputs);
    let (words, plan) = (state.text().explain_extra, state.text().financing);
    // With nobody left, nobody pays any of it.
    let year = |year: u32| match outcome.financing {
        Some(_) => FigureId::Plan(PlanFigure::Uncovered, Some(year)),
        None => FigureId::Year(Account::All, year, YearFigure::Costs),
    };
    let (found, column) = if when == "alle" {
        let all: Vec<Addend> = outcome.years.iter().map(|of| Addend::plus(year(of.year))).collect();
        (sum(&all, &inputs, &outcome), 2)
    } else {
        (explain(year(1), &inputs, &outcome)?, 1)
    };
    let row = place.map_or_else(
        || plan.nobody.to_owned(),
        |place| (words.without)(&(plan.funder)(&state.inputs.plan, place)),
    );
    let name = format!("{row}: {}", plan.without_head[column]);
    Some(of_case(state, &inputs, &outcome, name, &found, plan.without_note))
}

/// What is said of a figure of another case: its terms lead no further.
fn of_case(
    state: &State,
    inputs: &Inputs,
    outcome: &Outcome,
    name: String,
    found: &Explanation,
    note: &'static str,
) -> Told {
    let (text, said) = (state.text(), state.text().explain);
    let own = |place| own_lines::view::label(state, place);
    let naming = NameContext { text, inputs, outcome, own: &own };
    let value = naming.value(found.value, found.unit);
    let terms = found.terms.iter();
    let term = |term: &crate::explain::Term| {
        plain(naming.origin(term.origin), shown(text.notation, term.value, term.unit))
    };
    Told {
        name,
        value: value.clone(),
        lines: vec![
            (said.formula, naming.in_words(found)),
            (said.filled, format!("{} = {value}", naming.in_numbers(found))),
        ],
        notes: vec![AttrValue::Static(note)],
        terms: terms.map(term).collect(),
    }
}
