//! Explains the share of one change in the difference between the saldi of two compared
//! scenarios. The share is a Shapley value: the mean of the effects of the change over
//! all orders in which the changes can be made.

use crate::chart::difference;
use crate::explain::{FigureId, ValueUnit};
use crate::text::explain::{bracketed, shown};
use crate::ui::features::compare;
use crate::ui::features::compare::compared_scenario::entries;
use crate::ui::features::explain::comparison::scenario_term;
use crate::ui::features::explain::panel::ExplanationView;
use crate::ui::features::explain::terms::TermView;
use crate::ui::state::State;

/// The kind of the share of one change in a difference: `waarom.0` by the index
/// of the step, or `waarom.rest` for the smallest steps, which share a row.
pub const KIND: &str = "waarom";

/// Explains the share of one change in the difference between two saldi, or the
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
    let index: usize = subject.parse().ok()?;
    let (step, share) = (explained.steps.get(index)?, explained.difference.shares.get(index)?);
    let [from, to] = explained.inputs;
    let [first, last] = crate::compare::first_and_last_effect(from, to, share.player);
    let labels = [explained.from, explained.to].map(|index| state.label(index));
    let net = FigureId::Saldo.name(&state.workspace.outcome);
    let terms = [(explained.from, explained.difference.from), (explained.to, explained.difference.to)];
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
        terms: terms
            .into_iter()
            .filter_map(|(index, value)| scenario_term(state, index, &net, euro(value)))
            .collect(),
    })
}
