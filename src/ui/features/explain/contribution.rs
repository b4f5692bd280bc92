//! Explains the share of one change in the difference between the saldi of two compared
//! scenarios. The share is a Shapley value: the mean of the effects of the change over
//! all orders in which the changes can be made.

use crate::chart::difference;
use crate::explain::{self, FigureId, ValueUnit};
use crate::model::evaluate;
use crate::text::explain::{bracketed, shown};
use crate::ui::features::compare;
use crate::ui::features::compare::compared_scenario::entries;
use crate::ui::features::compare::reasons::ExplainedDifference;
use crate::ui::features::explain::other_cases::describe_case;
use crate::ui::features::explain::panel::{ExplanationView, with_naming};
use crate::ui::features::explain::state::ExplainAction;
use crate::ui::features::explain::terms::{TermLink, TermView};
use crate::ui::state::State;

/// The kind of the share of one change in a difference: `waarom.0` by the index
/// of the step, or `waarom.rest` for the smallest steps, which share a row.
pub const KIND: &str = "waarom";

/// The subject of the saldo of the reference scenario: `waarom.van`.
const FROM: &str = "van";
/// The subject of the saldo of the other scenario: `waarom.naar`.
const TO: &str = "naar";
/// The subject of the difference of both saldi: `waarom.samen`.
const DIFFERENCE: &str = "samen";
/// The subjects in the last row of the table: both saldi, and their difference.
pub const ENDS: [&str; 3] = [FROM, TO, DIFFERENCE];

/// Explains the share of one change in the difference between two saldi, one of these saldi or
/// the whole difference, or the
/// sum of the smallest shares, which have one row together.
pub fn explain(state: &State, subject: &str) -> Option<ExplanationView> {
    let (words, all) = (state.text().explain_extra(), state.text());
    let entries = entries(state);
    let explained = compare::reasons::explained_difference(state, &entries)?;
    let euro = |value: f64| shown(all.notation, value, ValueUnit::Euro);
    if subject == "rest" {
        let merged = &explained.steps[difference::merged_steps(explained.steps.len())];
        if merged.is_empty() {
            return None;
        }
        let total: f64 = merged.iter().map(|step| step.amount).sum();
        let filled: Vec<String> =
            merged.iter().map(|step| bracketed(step.amount, euro(step.amount))).collect();
        let names: Vec<&str> = merged.iter().map(|step| &*step.name).collect();
        return Some(ExplanationView {
            name: (all.compare().others)(merged.len()),
            value: euro(total),
            lines: vec![
                (all.explain().formula, names.join(" + ")),
                (all.explain().formula_with_numbers, format!("{} = {}", filled.join(" + "), euro(total))),
            ],
            notes: vec![words.merged_differences.into()],
            terms: merged.iter().map(|step| TermView::plain(step.name.clone(), euro(step.amount))).collect(),
        });
    }
    match subject {
        FROM | TO => return explain_saldo(state, &explained, subject),
        DIFFERENCE => return explain_difference(state, &explained),
        _ => {}
    }
    let index: usize = subject.parse().ok()?;
    let (step, share) = (explained.steps.get(index)?, explained.difference.shares.get(index)?);
    let [from, to] = explained.inputs;
    let [first, last] = crate::compare::first_and_last_effect(from, to, share.player);
    let labels = [explained.from, explained.to].map(|index| state.label(index));
    Some(ExplanationView {
        name: (words.contribution_name)(&step.name),
        value: euro(step.amount),
        lines: vec![
            (words.method, words.contribution.to_owned()),
            (
                all.explain().formula_with_numbers,
                (words.contribution_by_order)(&euro(first), &euro(last), &euro(share.amount)),
            ),
        ],
        notes: vec![
            (words.contribution_note)(&step.name, [&labels[0], &step.from], [&labels[1], &step.to]).into(),
            words.contribution_rounding.into(),
        ],
        terms: [FROM, TO].into_iter().filter_map(|end| saldo_term(state, &explained, end)).collect(),
    })
}

/// Explains the saldo of one of the two scenarios, as the difference is divided over it: that of
/// the reference's perspective, in the prices of the latest year of the two.
fn explain_saldo(state: &State, explained: &ExplainedDifference, end: &str) -> Option<ExplanationView> {
    let (index, second) = if end == FROM { (explained.from, 0) } else { (explained.to, 1) };
    let inputs = &crate::compare::in_latest_year(explained.inputs)[second];
    let outcome = evaluate(inputs);
    let perspective = explained.difference.perspective;
    let found = explain::explain(FigureId::saldo_of(perspective), inputs, &outcome)?;
    let all = state.text();
    let other = state.with_scenario_shown(index)?;
    let name = with_naming(&other, |naming| naming.figure(FigureId::saldo_of(perspective)));
    let name = (all.explain_extra().in_scenario)(&name, &state.label(index));
    let whose = (all.explain().perspective_name)(perspective);
    let note = (all.compare().which_saldo)(whose, explained.difference.price_year);
    Some(describe_case(&other, inputs, &outcome, name, &found, note))
}

/// Explains the difference of the two saldi.
fn explain_difference(state: &State, explained: &ExplainedDifference) -> Option<ExplanationView> {
    let (words, all) = (state.text().explain_extra(), state.text());
    let euro = |value: f64| shown(all.notation, value, ValueUnit::Euro);
    let [from, to] = [FROM, TO].map(|end| explain_saldo(state, explained, end));
    let (from, to) = (from?, to?);
    let difference = euro(explained.difference.to - explained.difference.from);
    let subtracted = bracketed(explained.difference.from, from.value);
    Some(ExplanationView {
        name: (words.difference)(&to.name, &state.label(explained.from)),
        lines: vec![
            (all.explain().formula, format!("{} − {}", to.name, from.name)),
            (all.explain().formula_with_numbers, format!("{} − {subtracted} = {difference}", to.value)),
        ],
        value: difference,
        notes: to.notes,
        terms: [TO, FROM].into_iter().filter_map(|end| saldo_term(state, explained, end)).collect(),
    })
}

/// Returns a term with the saldo of one of the two scenarios, and a link to its explanation.
fn saldo_term(state: &State, explained: &ExplainedDifference, end: &str) -> Option<TermView> {
    let view = explain_saldo(state, explained, end)?;
    let words = (state.text().explain().to_figure)(&view.name);
    let link = TermLink::new(ExplainAction::Follow(format!("{KIND}.{end}")), words);
    Some(TermView::with_link(view.name, view.value, link))
}
