//! Figures of cases that are not the one that is shown: how far all costs or
//! savings may be off, what the scenario began with, and the dekkingsplan
//! without one of its funders. Each is calculated as any other case is.

use crate::explain::{
    self, Account, Addend, Explanation, FigureId, LineFigure, Note, PlanFigure, Term, ValueUnit, YearFigure,
    sum,
};
use crate::model::{Inputs, Outcome, evaluate};
use crate::text::explain::{NameContext, bracketed, shown};
use crate::ui::features::explain::panel::{ExplanationView, with_naming};
use crate::ui::features::explain::terms::{TermView, further};
use crate::ui::features::{financing, own_lines};
use crate::ui::state::State;
use yew::AttrValue;

/// The prefix of how far off all costs, or all savings, may be:
/// `hoever.kosten`.
pub const KIND: &str = "hoever";
/// The prefix of what nobody pays without a funder: `zonder.2.1` in year 1,
/// `zonder.2.alle`.
pub const WITHOUT: &str = "zonder";
/// The prefix of how much of what is in nobody's budget would be worth the gap.
pub const WORTH: &str = "eenheden";
/// The prefix of a figure of the chosen preset: `begin.total.net`.
pub const BASE: &str = "begin";
/// The name of how far the saldo is from that of the preset: `begin.verschil`.
pub const BETWEEN: &str = "verschil";

/// Explains a figure of a case that is not shown.
pub fn explain(state: &State, kind: &str, about: &str) -> Option<ExplanationView> {
    match kind {
        KIND => explain_margin(state, about == "kosten"),
        WITHOUT => explain_without(state, about),
        WORTH => explain_worth(state, about),
        _ => explain_base(state, about),
    }
}

/// Returns how much lower or higher all costs, or how much lower all savings,
/// turn the conclusion; none where nothing can.
pub fn share(outcome: &Outcome, costs: bool) -> Option<f64> {
    let times = if costs { outcome.total.coverage } else { outcome.break_even.savings_factor };
    Some((1.0 - times.times()?).abs())
}

/// Explains how far all costs or all savings may be off.
fn explain_margin(state: &State, costs: bool) -> Option<ExplanationView> {
    let (words, all) = (state.text().explain_extra(), state.text());
    let figure = if costs { FigureId::Coverage } else { FigureId::SavingsFactor };
    let times = figure.value(&state.workspace.outcome).flatten()?;
    let of = |value| shown(all.notation, value, ValueUnit::Share);
    let name = with_naming(state, |naming| naming.figure(figure));
    let whole = all.explain().whole;
    let result = of(share(&state.workspace.outcome, costs)?);
    let (formula, filled) = if times < 1.0 {
        (format!("{whole} − {name}"), format!("{whole} − {}", of(times)))
    } else {
        (format!("{name} − {whole}"), format!("{} − {whole}", of(times)))
    };
    Some(ExplanationView {
        name: (words.common_change)(costs, times < 1.0).to_owned(),
        value: result.clone(),
        lines: vec![
            (all.explain().formula, formula),
            (all.explain().formula_with_numbers, format!("{filled} = {result}")),
        ],
        notes: vec![words.common_change_note.into()],
        terms: vec![further(state, figure, of(times))],
    })
}

/// Explains how much of a line would be worth the gap.
fn explain_worth(state: &State, line: &str) -> Option<ExplanationView> {
    let all = state.text();
    let gap = state.workspace.outcome.break_even.gap;
    let position = state.workspace.outcome.savings.iter().position(|saving| saving.id.name() == line)?;
    let price = state.workspace.outcome.savings[position].net_price;
    let count = shown(all.notation, gap.units_at(price)?.units(), ValueUnit::Number);
    let price_of = FigureId::Line(position, LineFigure::NetPrice);
    let named = |figure| with_naming(state, |naming| naming.figure(figure));
    let [gap, price] =
        [gap.euros(), price.euros()].map(|amount| shown(all.notation, amount, ValueUnit::Euro));
    let filled = format!("{gap} ÷ {price} = {count}");
    Some(ExplanationView {
        name: named(FigureId::Line(position, LineFigure::Needed)),
        value: count,
        lines: vec![
            (all.explain().formula, format!("{} ÷ {}", named(FigureId::Gap), named(price_of))),
            (all.explain().formula_with_numbers, filled),
        ],
        notes: vec![(all.explain().note)(Note::Welfare).into()],
        terms: vec![further(state, FigureId::Gap, gap), further(state, price_of, price)],
    })
}

/// Explains a figure of the preset that the scenario began with.
fn explain_base(state: &State, about: &str) -> Option<ExplanationView> {
    if about == BETWEEN {
        return Some(explain_all_changes(state));
    }
    let outcome = evaluate(&state.workspace.preset_inputs);
    let found = explain::explain(FigureId::read(about, &outcome)?, &state.workspace.preset_inputs, &outcome)?;
    let name = NameContext {
        text: state.text(),
        inputs: &state.workspace.preset_inputs,
        outcome: &outcome,
        own_name: &|_| String::new(),
    }
    .figure(found.figure?);
    let words = state.text().explain_extra();
    let begin = (state.text().preset)(state.scenario().base).0;
    Some(describe_case(
        state,
        &state.workspace.preset_inputs,
        &outcome,
        (words.in_preset)(&name, begin),
        &found,
        words.in_preset_note,
    ))
}

/// Explains what all changes together do to the saldo.
fn explain_all_changes(state: &State) -> ExplanationView {
    let (words, all) = (state.text().explain_extra(), state.text());
    let figure = FigureId::Saldo;
    let name = with_naming(state, |naming| naming.figure(figure));
    let first = (words.in_preset)(&name, (all.preset)(state.scenario().base).0);
    let (now, before) = (
        state.workspace.outcome.total.net.euros(),
        evaluate(&state.workspace.preset_inputs).total.net.euros(),
    );
    let of = |amount| shown(all.notation, amount, ValueUnit::Euro);
    let by = of(now - before);
    ExplanationView {
        name: words.all_changes.to_owned(),
        value: by.clone(),
        lines: vec![
            (all.explain().formula, format!("{name} − {first}")),
            (
                all.explain().formula_with_numbers,
                format!("{} − {} = {by}", of(now), bracketed(before, of(before))),
            ),
        ],
        notes: vec![words.in_preset_note.into()],
        terms: vec![further(state, figure, of(now)), TermView::plain(first, of(before))],
    }
}

/// Explains what nobody pays without a funder.
fn explain_without(state: &State, about: &str) -> Option<ExplanationView> {
    let (funder, when) = about.split_once('.')?;
    let funder = match funder {
        "geen" => None,
        position => {
            let count = state.workspace.inputs.plan.len();
            Some(position.parse().ok().filter(|position| *position < count)?)
        }
    };
    let mut inputs = (*state.workspace.inputs).clone();
    inputs.plan = financing::results::plan_without(state, funder);
    let outcome = evaluate(&inputs);
    let (words, plan) = (state.text().explain_extra(), state.text().financing());
    // With nobody left, nobody pays any of it.
    let year = |year: u32| match outcome.financing {
        Some(_) => FigureId::Plan(PlanFigure::Uncovered, Some(year)),
        None => FigureId::Year(Account::All, year, YearFigure::Costs),
    };
    let (found, column) = if when == "alle" {
        let all: Vec<Addend> = outcome.years.iter().map(|of| Addend::plus(year(of.year))).collect();
        (sum(&all, &inputs, &outcome), 2)
    } else {
        (explain::explain(year(1), &inputs, &outcome)?, 1)
    };
    let row = funder.map_or_else(
        || plan.nobody.to_owned(),
        |position| (words.without_funder)(&(plan.funder)(&state.workspace.inputs.plan, position)),
    );
    let name = format!("{row}: {}", plan.without_head[column]);
    Some(describe_case(state, &inputs, &outcome, name, &found, plan.without_note))
}

/// Describes a figure of another case: its terms lead no further.
fn describe_case(
    state: &State,
    inputs: &Inputs,
    outcome: &Outcome,
    name: String,
    found: &Explanation,
    note: &'static str,
) -> ExplanationView {
    let (text, labels) = (state.text(), state.text().explain());
    let own = |position| own_lines::view::label(state, position);
    let naming = NameContext { text, inputs, outcome, own_name: &own };
    let value = naming.value(found.value, found.unit);
    let terms = found.terms.iter();
    let term = |term: &Term| {
        TermView::plain(naming.origin(term.origin), shown(text.notation, term.value, term.unit))
    };
    ExplanationView {
        name,
        value: value.clone(),
        lines: vec![
            (labels.formula, naming.in_words(found)),
            (labels.formula_with_numbers, format!("{} = {value}", naming.in_numbers(found))),
        ],
        notes: vec![AttrValue::Static(note)],
        terms: terms.map(term).collect(),
    }
}
