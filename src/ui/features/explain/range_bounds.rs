//! Explains the ends of ranges, and the figures of the case in which one input is
//! at an end of its range.
//!
//! There are three lists of such cases, by their index in
//! `SimulationSummary::sensitivity_ranges`: of the saldo (0), the net present
//! value (1) and the saldo of the gemeente (2).

use crate::explain::{self, ValueUnit};
use crate::model::price::{BASE_YEAR, factor};
use crate::model::switching_value::plausible_range;
use crate::model::{InputId, Status, evaluate};
use crate::text::explain::{NameContext, shown};
use crate::ui::commands::Command;
use crate::ui::features::centre::field::field_id;
use crate::ui::features::explain::break_even::value_unit;
use crate::ui::features::explain::panel::{ExplanationView, with_naming};
use crate::ui::features::explain::simulation_figures::outcome_figure;
use crate::ui::features::explain::terms::{TermLink, TermView, input_term};
use crate::ui::features::own_lines;
use crate::ui::routes::Route;
use crate::ui::state::State;
use crate::uncertainty::{SimulatedFigure, SimulationSummary};
use yew::AttrValue;

/// The kind of an end of the range that the draws are from, which includes the
/// value of the input: `grens.0.laag.bezoekers`.
pub const LIMIT: &str = "grens";
/// The kind of the figure of a list in the case at an end:
/// `uiterste.0.laag.bezoekers`.
pub const CASE: &str = "uiterste";
/// The kind of an end of the range before the value of the input widens it:
/// `aannemelijk.laag.bezoekers`.
pub const PLAUSIBLE: &str = "aannemelijk";

/// Returns the name of an end of the range of an input in a list.
pub fn limit_name(list: usize, high: bool, input: &str) -> String {
    name_in_list(LIMIT, list, high, input)
}

/// Returns the name of the figure of a list with an input at an end.
pub fn case_name(list: usize, high: bool, input: &str) -> String {
    name_in_list(CASE, list, high, input)
}

fn name_in_list(kind: &str, list: usize, high: bool, input: &str) -> String {
    format!("{kind}.{list}.{}.{input}", end_id(high))
}

/// Returns the name of an end of the range of an input before the value widens
/// it.
pub fn plausible_name(high: bool, input: &str) -> String {
    format!("{PLAUSIBLE}.{}.{input}", end_id(high))
}

fn end_id(high: bool) -> &'static str {
    if high { "hoog" } else { "laag" }
}

/// Explains an end of a range before the value of the input widens it.
pub fn explain_plausible(state: &State, subject: &str) -> Option<ExplanationView> {
    let (end, input) = subject.split_once('.')?;
    explain_end(state, state.scenario().input(input)?, end == end_id(true), None)
}

/// Explains an end of the range that the draws are from, or the figure in the
/// case at that end.
pub fn explain(
    state: &State,
    simulated: &SimulationSummary,
    kind: &str,
    subject: &str,
) -> Option<ExplanationView> {
    let mut parts = subject.splitn(3, '.');
    let (list, end, input) = (parts.next()?.parse::<usize>().ok()?, parts.next()?, parts.next()?);
    let sensitivity_range = simulated
        .sensitivity_ranges
        .get(list)?
        .iter()
        .find(|sensitivity_range| sensitivity_range.id == input)?;
    let high = end == end_id(true);
    let (id, value) = (state.scenario().input(input)?, sensitivity_range.ends[usize::from(high)]);
    if kind == LIMIT {
        explain_end(state, id, high, Some(value))
    } else {
        explain_case(state, list, id, value)
    }
}

/// Explains an end of a range: it is the one that the user entered, or else the
/// plausible one in the scenario's prices. `drawn` is the end that the draws are
/// from; it is the value of the input where that lies outside the range.
fn explain_end(state: &State, id: InputId, high: bool, drawn: Option<f64>) -> Option<ExplanationView> {
    let (all, labels, words) = (state.text(), state.text().explain(), state.text().explain_extra());
    let uncertainty = all.uncertainty();
    let value_text = |value| shown(all.notation, value, value_unit(id));
    let pick = |(low, up): (f64, f64)| if high { up } else { low };
    let (own, now) = (state.has_own_range(id), state.workspace.inputs.get(id));
    let entered_end = pick(plausible_range(&state.workspace.inputs, id)?);
    let value = drawn.unwrap_or(entered_end);
    let meaning = if drawn.is_some() { (words.range_end)(high) } else { (words.plausible_end)(high) };
    let mut lines = vec![(words.method, meaning.to_owned())];
    let mut terms = Vec::new();
    let year = state.workspace.inputs.year();
    if !own && id.definition().unit.is_amount() && factor(year) != 1.0 {
        let base_end = value_text(pick(id.definition().plausible?));
        let factor = shown(all.notation, factor(year), ValueUnit::Factor);
        lines.push((
            labels.formula_with_numbers,
            format!("{base_end} × {factor} = {}", value_text(entered_end)),
        ));
        terms.push(TermView::plain((words.plausible_in_prices_of)(BASE_YEAR), base_end));
        terms.push(TermView::plain((words.network_factor)(BASE_YEAR), factor));
    }
    let name = with_naming(state, |naming| naming.input(id));
    terms.push(end_term(state, id, high, value_text(entered_end)));
    let is_widened = value != entered_end;
    if is_widened {
        let [entered_end, now, value] = [entered_end, now, value].map(value_text);
        lines.push((labels.formula_with_numbers, (words.extended_end)(high, &entered_end, &now, &value)));
        terms.push(input_term(state, id, now));
    }
    let mut notes = vec![AttrValue::Static(if own { words.entered } else { words.default_range_note })];
    if is_widened {
        notes.push(words.extended_end_note.into());
    }
    let title = if high { uncertainty.high_end } else { uncertainty.low_end };
    Some(ExplanationView {
        name: title(&format!("‘{name}’")), value: value_text(value), lines, notes, terms
    })
}

/// Returns a term with an end as the list of ranges shows it, and a link to its
/// field.
fn end_term(state: &State, id: InputId, high: bool, value: String) -> TermView {
    let (all, labels) = (state.text(), state.text().explain());
    let words = all.uncertainty();
    let name = with_naming(state, |naming| naming.input(id));
    let end = if high { words.high } else { words.low };
    let name = (labels.of_line)(&(words.range_of)(&format!("‘{name}’")), end);
    let status = if state.has_own_range(id) { all.page.filled_in } else { (all.status)(Status::Proposal) };
    let end = if high { "high" } else { "low" };
    let field = field_id(&format!("ranges.{}.{end}", state.workspace.inputs.name(id)));
    // Only the view of uncertainty has the list of ranges.
    let reveal = match state.view.route {
        Route::Uncertainty => Command::Reveal(field),
        Route::Calculation
        | Route::Compare
        | Route::Sources
        | Route::Share
        | Route::BuildingBlocks
        | Route::Compact => Command::RevealRange(field),
    };
    let link = Some(TermLink::new(reveal, (labels.to_field)(&name)));
    TermView::Value { name, value, status, link, remark: None, source: None }
}

/// Explains the figure of a list in the case that one input has another value.
/// The figure is evaluated with the changed inputs.
fn explain_case(state: &State, list: usize, id: InputId, value: f64) -> Option<ExplanationView> {
    let figure =
        outcome_figure([SimulatedFigure::Net, SimulatedFigure::Npv, SimulatedFigure::Gemeente][list]);
    let mut inputs = (*state.workspace.inputs).clone();
    inputs.set(id, value);
    let outcome = evaluate(&inputs);
    let explanation = explain::explain(figure, &inputs, &outcome)?;
    let (text, labels, words) = (state.text(), state.text().explain(), state.text().explain_extra());
    let own_label = |index| own_lines::view::label(state, index);
    let naming = NameContext { text, inputs: &inputs, outcome: &outcome, own_name: &own_label };
    let result = naming.value(explanation.value, explanation.unit);
    let value_text = |value| shown(text.notation, value, value_unit(id));
    let (label, now) = (naming.input(id), state.workspace.inputs.get(id));
    let mut terms = vec![input_term(state, id, value_text(now))];
    terms.extend(explanation.terms.iter().map(|term| {
        TermView::plain(naming.origin(term.origin), shown(text.notation, term.value, term.unit))
    }));
    Some(ExplanationView {
        name: (words.sensitivity_name)(&naming.figure(figure), &label, &value_text(value)),
        value: result.clone(),
        lines: vec![
            (labels.formula, naming.in_words(&explanation)),
            (labels.formula_with_numbers, format!("{} = {result}", naming.in_numbers(&explanation))),
        ],
        notes: vec![(words.sensitivity_note)(&label, &value_text(value), &value_text(now)).into()],
        terms,
    })
}
