//! Explains the break-even of one input, which is its value at which the savings of the
//! scenario's perspective equal the costs.

use crate::explain::{FigureId, ValueUnit};
use crate::model::break_even::{RequiredValue, break_even_value, linear_solution};
use crate::model::{InputId, Unit, evaluate};
use crate::text::explain::{bracketed, shown};
use crate::text::explain_extra::LineStart;
use crate::ui::features::changes::view::input_name;
use crate::ui::features::explain::panel::ExplanationView;
use crate::ui::features::explain::terms::{TermView, figure_term, input_term};
use crate::ui::state::State;
use yew::AttrValue;

/// The kind of the break-even of an input: `omslag.bezoekers`.
pub const KIND: &str = "omslag";
/// The kind of the ratio of the break-even to the present value:
/// `omslag-keer.bezoekers`.
pub const TIMES: &str = "omslag-keer";

/// Returns the unit in which explanations write a value of an input.
pub fn value_unit(id: InputId) -> ValueUnit {
    match id.definition().unit {
        Unit::Share => ValueUnit::Share,
        Unit::Euro | Unit::EuroPer => ValueUnit::Euro,
        Unit::Persons | Unit::Inhabitants | Unit::Fte | Unit::Years | Unit::Year | Unit::Count => {
            ValueUnit::Number
        }
    }
}

/// Explains the ratio of the break-even to the present value of the input with
/// this name.
pub fn explain_times(state: &State, input: &str) -> Option<ExplanationView> {
    let id = state.scenario().input(input)?;
    let (words, notation) = (state.text().explain_extra(), state.text().notation);
    let RequiredValue::At(at) = break_even_value(&state.workspace.inputs, id) else { return None };
    let now = state.workspace.inputs.get(id);
    let value_text = |value| shown(notation, value, value_unit(id));
    let times = shown(notation, at / now, ValueUnit::Number);
    let name = input_name(state, id);
    Some(ExplanationView {
        name: (words.break_even_times)(&name),
        value: times.clone(),
        lines: vec![
            (state.text().explain().formula, words.break_even_times_formula.to_owned()),
            (
                state.text().explain().formula_with_numbers,
                format!("{} ÷ {} = {times}", value_text(at), value_text(now)),
            ),
        ],
        notes: vec![],
        terms: vec![
            TermView::plain((words.break_even)(&name), value_text(at)),
            input_term(state, id, value_text(now)),
        ],
    })
}

/// Explains the break-even of the input with this name.
pub fn explain(state: &State, input: &str) -> Option<ExplanationView> {
    let id = state.scenario().input(input)?;
    let (words, notation) = (state.text().explain_extra(), state.text().notation);
    let RequiredValue::At(at) = break_even_value(&state.workspace.inputs, id) else { return None };
    let value_text = |value| shown(notation, value, value_unit(id));
    let euro = |value| shown(notation, value, ValueUnit::Euro);
    let now = state.workspace.inputs.get(id);
    let perspective = state.workspace.inputs.perspective;
    let mut notes: Vec<AttrValue> = Vec::new();
    let mut lines = Vec::new();
    let mut terms = vec![input_term(state, id, value_text(now))];
    if let Some(solution) = linear_solution(&state.workspace.inputs, id, at) {
        let start = match solution.from {
            from if from == now => LineStart::Now,
            0.0 => LineStart::Zero,
            _ => LineStart::Bend,
        };
        // The explanation states the effect of one more unit of the input; for a
        // share that is one percentage point.
        let is_share = value_unit(id) == ValueUnit::Share;
        let (units, unit) = if is_share { (100.0, " × 1%") } else { (1.0, "") };
        let [gap, per_unit] = [solution.gap.euros(), solution.per_unit.euros() / units].map(euro);
        let labels = state.text().explain();
        lines.push((labels.formula, (words.break_even_formula)(start).to_owned()));
        let divisor = bracketed(solution.per_unit.euros(), per_unit.clone());
        let filled = format!("{} + {gap} ÷ {divisor}{unit} = {}", value_text(solution.from), value_text(at));
        lines.push((labels.formula_with_numbers, filled));
        match start {
            LineStart::Now => terms.push(figure_term(state, FigureId::gap_of(perspective), gap)),
            LineStart::Zero => notes.push(words.from_zero.into()),
            LineStart::Bend => notes.push(words.from_bend.into()),
        }
        terms.push(TermView::plain((words.one_more)(id.definition().unit).to_owned(), per_unit));
    } else {
        notes.push((words.is_break_even)(perspective).into());
    }
    let mut changed = (*state.workspace.inputs).clone();
    changed.set(id, at);
    let outcome = evaluate(&changed);
    let costs = outcome.costs_of(perspective).euros();
    let costs = bracketed(costs, euro(costs));
    let [savings, saldo] =
        [outcome.savings_of(perspective), outcome.saldo(perspective)].map(|amount| euro(amount.euros()));
    lines.push((words.verification, format!("{savings} − {costs} = {saldo}")));
    notes.push(words.break_even_note.into());
    let name = (words.break_even)(&input_name(state, id));
    Some(ExplanationView { name, value: value_text(at), lines, notes, terms })
}
