//! The value at which one input breaks even: how it is calculated, with the
//! numbers filled in.

use crate::explain::{FigureId, ValueUnit};
use crate::model::break_even::{BreakEvenValue, break_even_value, linear_solution};
use crate::model::{InputId, Unit, evaluate};
use crate::text::explain::{bracketed, shown};
use crate::ui::features::changes::view::name;
use crate::ui::features::explain::panel::ExplanationView;
use crate::ui::features::explain::terms::{TermView, entered, further};
use crate::ui::state::State;
use yew::AttrValue;

/// The prefix of the break-even of an input; the input's name follows.
pub const KIND: &str = "omslag";
/// The prefix of how many times the present value the break-even is.
pub const TIMES: &str = "omslag-keer";

/// Returns what a value of an input counts.
pub fn measure(id: InputId) -> ValueUnit {
    match id.definition().unit {
        Unit::Share => ValueUnit::Share,
        Unit::Euro | Unit::EuroPer => ValueUnit::Euro,
        Unit::Persons | Unit::Fte | Unit::Years | Unit::Year | Unit::Count => ValueUnit::Number,
    }
}

/// Explains how many times the present value the break-even of the input with
/// this name is.
pub fn explain_times(state: &State, input: &str) -> Option<ExplanationView> {
    let id = state.scenario().input(input)?;
    let (words, notation) = (state.text().explain_extra(), state.text().notation);
    let BreakEvenValue::At(at) = break_even_value(&state.workspace.inputs, id) else { return None };
    let now = state.workspace.inputs.get(id);
    let of = |value| shown(notation, value, measure(id));
    let times = shown(notation, at / now, ValueUnit::Number);
    let name = name(state, id);
    Some(ExplanationView {
        name: (words.break_even_times)(&name),
        value: times.clone(),
        lines: vec![
            (state.text().explain().formula, words.break_even_times_formula.to_owned()),
            (state.text().explain().formula_with_numbers, format!("{} ÷ {} = {times}", of(at), of(now))),
        ],
        notes: vec![],
        terms: vec![TermView::plain((words.break_even)(&name), of(at)), entered(state, id, of(now))],
    })
}

/// Explains the break-even of the input with this name.
pub fn explain(state: &State, input: &str) -> Option<ExplanationView> {
    let id = state.scenario().input(input)?;
    let (words, notation) = (state.text().explain_extra(), state.text().notation);
    let BreakEvenValue::At(at) = break_even_value(&state.workspace.inputs, id) else { return None };
    let (of, euro) =
        (|value| shown(notation, value, measure(id)), |value| shown(notation, value, ValueUnit::Euro));
    let now = state.workspace.inputs.get(id);
    let mut notes: Vec<AttrValue> = Vec::new();
    let mut lines = Vec::new();
    let mut terms = vec![entered(state, id, of(now))];
    if let Some(way) = linear_solution(&state.workspace.inputs, id, at) {
        let from_zero = way.from != now;
        // One more of a share is one percentage point.
        let parts = if measure(id) == ValueUnit::Share { 100.0 } else { 1.0 };
        let [gap, one] = [way.gap.euros(), way.per_unit.euros() / parts].map(euro);
        let labels = state.text().explain();
        lines.push((labels.formula, (words.break_even_formula)(from_zero).to_owned()));
        let divisor = bracketed(way.per_unit.euros(), one.clone());
        lines.push((
            labels.formula_with_numbers,
            format!("{} + {gap} ÷ {divisor} = {}", of(way.from), of(at)),
        ));
        if from_zero {
            notes.push(words.from_zero.into());
        } else {
            terms.push(further(state, FigureId::Gap, gap));
        }
        terms.push(TermView::plain((words.one_more)(id.definition().unit).to_owned(), one));
    } else {
        notes.push(words.is_break_even.into());
    }
    let mut there = (*state.workspace.inputs).clone();
    there.set(id, at);
    let outcome = evaluate(&there);
    let [savings, costs] = [outcome.total.savings, outcome.costs.net].map(|amount| euro(amount.euros()));
    // To the cent it is nothing; a remainder of rounding would only confuse.
    lines.push((words.verification, format!("{savings} − {costs} = {}", euro(0.0))));
    notes.push(words.break_even_note.into());
    Some(ExplanationView { name: (words.break_even)(&name(state, id)), value: of(at), lines, notes, terms })
}
