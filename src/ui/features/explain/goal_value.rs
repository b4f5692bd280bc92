//! What one input has to be for a goal: the way there, with the numbers filled
//! in.

use crate::explain::ValueUnit;
use crate::model::BreakEvenValue;
use crate::model::evaluate;
use crate::model::goal::{Goal, GoalResult, linear_solution, seek};
use crate::text::explain::{bracketed, shown};
use crate::ui::components::element::{button, text};
use crate::ui::features::centre::field::field_id;
use crate::ui::features::explain::break_even::measure;
use crate::ui::features::explain::panel::{Told, with_naming};
use crate::ui::features::explain::terms::{entered, item, plain};
use crate::ui::features::worksheet::goal::FIELD;
use crate::ui::state::State;
use yew::prelude::*;

/// What the name of such a figure begins with; the input's name follows.
pub const KIND: &str = "doel";

/// What is said of the value of the input with this name, while it is the one
/// that may change.
pub fn told(state: &State, input: &str) -> Option<Told> {
    let id = state.scenario().input(input)?;
    let asked = state.asked();
    let goal = state.wanted(&asked).goal.ok().filter(|_| asked.id == id)?;
    let GoalResult::Found(found) = seek(&state.inputs, id, goal) else { return None };
    let BreakEvenValue::At(at) = found.at else { return None };
    let (all, words, said) = (state.text(), state.text().explain_extra, state.text().explain);
    let of = |value| shown(all.notation, value, measure(id));
    let euro = |value| shown(all.notation, value, ValueUnit::Euro);
    let behind = |value: f64| bracketed(value, euro(value));
    let now = state.inputs.get(id);
    let mut there = (*state.inputs).clone();
    there.set(id, at);
    let [before, after] = [&*state.inputs, &there].map(|inputs| {
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
    match linear_solution(&state.inputs, id, goal, at) {
        Some(way) => {
            let (gap, one) = (way.gap.euros(), way.per_unit.euros());
            lines.push((said.formula, words.goal_formula.to_owned()));
            let filled = format!("{} + {} ÷ {} = {}", of(way.from), behind(gap), behind(one), of(at));
            lines.push((said.filled, filled));
            terms.push(plain(
                (words.goal_shortfall)(is_coverage).to_owned(),
                format!("{short} = {}", euro(gap)),
            ));
            terms.push(plain((words.goal_per_unit)(is_coverage).to_owned(), euro(one)));
        }
        None => notes.push(words.goal_met.into()),
    }
    lines.push(((words.goal_check)(is_coverage), check));
    let place = asked.kind as usize;
    let field = all.goal.fields[place];
    let way = format!("reveal {}", field_id(&format!("{FIELD}{}", asked.kind.id())));
    terms.push(item(
        all.goal.kind.to_owned(),
        wish,
        vec![button("plain", way, (said.to_field)(field)), text(" ")],
        Html::default(),
    ));
    notes.push(words.break_even_note.into());
    let name = (words.goal_value)(&with_naming(state, |naming| naming.input(id)));
    Some(Told { name, value: of(at), lines, notes, terms })
}
