//! The value that one input has to have for a goal: how it is calculated, with
//! the numbers filled in.

use crate::explain::ValueUnit;
use crate::model::BreakEvenValue;
use crate::model::evaluate;
use crate::model::goal::{Goal, GoalResult, linear_solution, seek};
use crate::text::explain::{bracketed, shown};
use crate::ui::commands::Command;
use crate::ui::features::centre::field::field_id;
use crate::ui::features::explain::break_even::measure;
use crate::ui::features::explain::panel::{ExplanationView, with_naming};
use crate::ui::features::explain::terms::{TermLink, TermView, entered};
use crate::ui::features::worksheet::goal::field_name;
use crate::ui::state::State;
use yew::AttrValue;

/// The prefix of the value that an input has to have for the goal; the input's
/// name follows.
pub const KIND: &str = "doel";

/// Explains the value of the input with this name, while it is the one that
/// the goal seek may change.
pub fn explain(state: &State, input: &str) -> Option<ExplanationView> {
    let id = state.scenario().input(input)?;
    let question = state.goal_question();
    let goal = state.typed_goal(&question).goal.ok().filter(|_| question.id == id)?;
    let GoalResult::Found(found) = seek(&state.workspace.inputs, id, goal) else { return None };
    let BreakEvenValue::At(at) = found.at else { return None };
    let (all, words, labels) = (state.text(), state.text().explain_extra(), state.text().explain());
    let of = |value| shown(all.notation, value, measure(id));
    let euro = |value| shown(all.notation, value, ValueUnit::Euro);
    let behind = |value: f64| bracketed(value, euro(value));
    let now = state.workspace.inputs.get(id);
    let mut there = (*state.workspace.inputs).clone();
    there.set(id, at);
    let [before, after] = [&*state.workspace.inputs, &there].map(|inputs| {
        let outcome = evaluate(inputs);
        (outcome.total.savings.euros(), outcome.costs.net.euros())
    });
    let is_coverage = matches!(goal, Goal::Coverage(_));
    let (wish, short, check) = match goal {
        Goal::Coverage(part) => {
            let part = shown(all.notation, part, ValueUnit::Share);
            let short = format!("{part} × {} − {}", euro(before.1), euro(before.0));
            let check = format!("{} ÷ {} = {part}", euro(after.0), euro(after.1));
            (part, short, check)
        }
        Goal::Saldo(saldo) => {
            let saldo = saldo.euros();
            let short = format!("{} − {}", euro(saldo), behind(before.0 - before.1));
            let check = format!("{} − {} = {}", euro(after.0), euro(after.1), euro(saldo));
            (euro(saldo), short, check)
        }
    };
    let mut lines = Vec::new();
    let mut terms = vec![entered(state, id, of(now))];
    let mut notes: Vec<AttrValue> = Vec::new();
    match linear_solution(&state.workspace.inputs, id, goal, at) {
        Some(way) => {
            let (gap, one) = (way.gap.euros(), way.per_unit.euros());
            lines.push((labels.formula, words.goal_formula.to_owned()));
            let filled = format!("{} + {} ÷ {} = {}", of(way.from), behind(gap), behind(one), of(at));
            lines.push((labels.formula_with_numbers, filled));
            terms.push(TermView::plain(
                (words.goal_shortfall)(is_coverage).to_owned(),
                format!("{short} = {}", euro(gap)),
            ));
            terms.push(TermView::plain((words.goal_per_unit)(is_coverage).to_owned(), euro(one)));
        }
        None => notes.push(words.goal_met.into()),
    }
    lines.push(((words.goal_check)(is_coverage), check));
    let field = all.goal().fields[question.kind as usize];
    let reveal = Command::Reveal(field_id(&field_name(question.kind)));
    let link = TermLink::new(reveal, (labels.to_field)(field));
    terms.push(TermView::with_link(all.goal().goal.to_owned(), wish, link));
    notes.push(words.break_even_note.into());
    let name = (words.goal_value)(&with_naming(state, |naming| naming.input(id)));
    Some(ExplanationView { name, value: of(at), lines, notes, terms })
}
