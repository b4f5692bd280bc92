//! Explains the answer of the goal seek: the value that one input must have for
//! the goal to be met.

use crate::explain::ValueUnit;
use crate::model::RequiredValue;
use crate::model::evaluate;
use crate::model::goal::{Goal, GoalResult, linear_solution, seek};
use crate::text::explain::{bracketed, shown};
use crate::ui::commands::Command;
use crate::ui::features::explain::break_even::value_unit;
use crate::ui::features::explain::panel::{ExplanationView, with_naming};
use crate::ui::features::explain::terms::{TermLink, TermView, input_term};
use crate::ui::features::inputs::field::field_id;
use crate::ui::features::worksheet::goal::field_name;
use crate::ui::state::State;
use yew::AttrValue;

/// The kind of the value that an input must have for the goal: `doel.fte`.
pub const KIND: &str = "doel";

/// Explains the value that the goal seek found for the input with this name;
/// `None` where the goal seek changes another input or found no value.
pub fn explain(state: &State, input: &str) -> Option<ExplanationView> {
    let id = state.scenario().input(input)?;
    let question = state.goal_question();
    let goal = state.typed_goal(&question).goal.ok().filter(|_| question.id == id)?;
    let GoalResult::Searched(found) = seek(&state.workspace.inputs, id, goal) else { return None };
    let RequiredValue::At(at) = found.required else { return None };
    let (all, words, labels) = (state.text(), state.text().explain_extra(), state.text().explain());
    let value_text = |value| shown(all.notation, value, value_unit(id));
    let euro = |value| shown(all.notation, value, ValueUnit::Euro);
    let bracketed_euro = |value: f64| bracketed(value, euro(value));
    let now = state.workspace.inputs.get(id);
    let mut changed = (*state.workspace.inputs).clone();
    changed.set(id, at);
    let [(savings_now, costs_now), (savings_then, costs_then)] =
        [&*state.workspace.inputs, &changed].map(|inputs| {
            let outcome = evaluate(inputs);
            (outcome.total.savings.euros(), outcome.costs.net.euros())
        });
    let is_coverage = matches!(goal, Goal::Coverage(_));
    let (goal_text, shortfall, check) = match goal {
        Goal::Coverage(share) => {
            let share = shown(all.notation, share, ValueUnit::Share);
            let shortfall = format!("{share} × {} − {}", euro(costs_now), euro(savings_now));
            let check = format!("{} ÷ {} = {share}", euro(savings_then), euro(costs_then));
            (share, shortfall, check)
        }
        Goal::Saldo(saldo) => {
            let saldo = saldo.euros();
            let shortfall = format!("{} − {}", euro(saldo), bracketed_euro(savings_now - costs_now));
            let check = format!("{} − {} = {}", euro(savings_then), euro(costs_then), euro(saldo));
            (euro(saldo), shortfall, check)
        }
    };
    let mut lines = Vec::new();
    let mut terms = vec![input_term(state, id, value_text(now))];
    let mut notes: Vec<AttrValue> = Vec::new();
    match linear_solution(&state.workspace.inputs, id, goal, at) {
        Some(solution) => {
            let (gap, per_unit) = (solution.gap.euros(), solution.per_unit.euros());
            lines.push((labels.formula, words.goal_formula.to_owned()));
            let filled = format!(
                "{} + {} ÷ {} = {}",
                value_text(solution.from),
                bracketed_euro(gap),
                bracketed_euro(per_unit),
                value_text(at)
            );
            lines.push((labels.formula_with_numbers, filled));
            terms.push(TermView::plain(
                (words.goal_shortfall)(is_coverage).to_owned(),
                format!("{shortfall} = {}", euro(gap)),
            ));
            terms.push(TermView::plain((words.goal_per_unit)(is_coverage).to_owned(), euro(per_unit)));
        }
        None => notes.push(words.goal_met.into()),
    }
    lines.push(((words.goal_check)(is_coverage), check));
    let field = all.goal().fields[question.kind as usize];
    let reveal = Command::Reveal(field_id(&field_name(question.kind)));
    let link = TermLink::new(reveal, (labels.to_field)(field));
    terms.push(TermView::with_link(all.goal().goal.to_owned(), goal_text, link));
    notes.push(words.break_even_note.into());
    let name = (words.goal_value)(&with_naming(state, |naming| naming.input(id)));
    Some(ExplanationView { name, value: value_text(at), lines, notes, terms })
}
