//! The two ends of a range: what each of them is, and the figures of the case
//! in which an input has that value.

use crate::explain::{self, ValueUnit};
use crate::model::price::{BASE_YEAR, factor};
use crate::model::switching_value::plausible_range;
use crate::model::uncertain_inputs::with_drawn_lines;
use crate::model::{InputId, Status, evaluate};
use crate::text::explain::{NameContext, shown};
use crate::ui::commands::Command;
use crate::ui::features::centre::field::field_id;
use crate::ui::features::explain::break_even::measure;
use crate::ui::features::explain::panel::{ExplanationView, with_naming};
use crate::ui::features::explain::simulation_figures::point;
use crate::ui::features::explain::terms::{TermLink, TermView, entered};
use crate::ui::features::own_lines;
use crate::ui::routes::Route;
use crate::ui::state::State;
use crate::uncertainty::{SimulatedFigure, SimulationSummary};
use yew::AttrValue;

/// The prefix of an end that was drawn from: `grens.0.laag.bezoekers`.
pub const LIMIT: &str = "grens";
/// The prefix of a figure of the case at an end.
pub const CASE: &str = "uiterste";
/// The prefix of an end as it was set:
/// `aannemelijk.laag.bezoekers`.
pub const PLAUSIBLE: &str = "aannemelijk";

/// Returns the name of an end of the range of an input, for one of the three
/// lists.
pub fn limit(list: usize, high: bool, input: &str) -> String {
    name(LIMIT, list, high, input)
}

/// Returns the name of the figure of a list with an input at an end.
pub fn case(list: usize, high: bool, input: &str) -> String {
    name(CASE, list, high, input)
}

fn name(kind: &str, list: usize, high: bool, input: &str) -> String {
    format!("{kind}.{list}.{}.{input}", side(high))
}

/// Returns the name of an end of the range of an input as it was set.
pub fn plausible(high: bool, input: &str) -> String {
    format!("{PLAUSIBLE}.{}.{input}", side(high))
}

fn side(high: bool) -> &'static str {
    if high { "hoog" } else { "laag" }
}

/// Explains an end of a range as it was set.
pub fn explain_plausible(state: &State, about: &str) -> Option<ExplanationView> {
    let (end, input) = about.split_once('.')?;
    explain_end(state, state.scenario().input(input)?, end == side(true), None)
}

/// Explains an end of a range that was drawn from, or the figure of the case
/// there.
pub fn explain(
    state: &State,
    simulated: &SimulationSummary,
    kind: &str,
    about: &str,
) -> Option<ExplanationView> {
    let mut parts = about.splitn(3, '.');
    let (list, end, input) = (parts.next()?.parse::<usize>().ok()?, parts.next()?, parts.next()?);
    let sensitivity_range = simulated
        .sensitivity_ranges
        .get(list)?
        .iter()
        .find(|sensitivity_range| sensitivity_range.id == input)?;
    let high = end == side(true);
    let (id, value) = (state.scenario().input(input)?, sensitivity_range.ends[usize::from(high)]);
    if kind == LIMIT {
        explain_end(state, id, high, Some(value))
    } else {
        explain_case(state, list, id, value)
    }
}

/// Explains an end: it is what was entered, or else what is plausible, in the
/// scenario's prices; where draws are made, a value that lies beyond it takes
/// its place.
fn explain_end(state: &State, id: InputId, high: bool, drawn: Option<f64>) -> Option<ExplanationView> {
    let (all, labels, words) = (state.text(), state.text().explain(), state.text().explain_extra());
    let uncertainty = all.uncertainty();
    let of = |value| shown(all.notation, value, measure(id));
    let pick = |(low, up): (f64, f64)| if high { up } else { low };
    let (own, now) = (state.has_own_range(id), state.workspace.inputs.get(id));
    let entered_end = pick(plausible_range(&state.workspace.inputs, id)?);
    let value = drawn.unwrap_or(entered_end);
    let is = if drawn.is_some() { (words.limit)(high) } else { (words.limit_plausible)(high) };
    let mut lines = vec![(words.how, is.to_owned())];
    let mut terms = Vec::new();
    let year = state.workspace.inputs.year();
    if !own && id.definition().unit.is_amount() && factor(year) != 1.0 {
        let first = of(pick(id.definition().plausible?));
        let times = shown(all.notation, factor(year), ValueUnit::Factor);
        lines.push((labels.filled, format!("{first} × {times} = {}", of(entered_end))));
        terms.push(TermView::plain((words.limit_base)(BASE_YEAR), first));
        terms.push(TermView::plain((words.network_factor)(BASE_YEAR), times));
    }
    let name = with_naming(state, |naming| naming.input(id));
    terms.push(entered_end_term(state, id, high, of(entered_end)));
    let beyond = value != entered_end;
    if beyond {
        lines.push((labels.filled, (words.limit_beyond)(high, &of(entered_end), &of(now), &of(value))));
        terms.push(entered(state, id, of(now)));
    }
    let mut notes = vec![AttrValue::Static(if own { words.entered } else { words.limit_usual })];
    if beyond {
        notes.push(words.limit_beyond_note.into());
    }
    let title = if high { uncertainty.high_end } else { uncertainty.low_end };
    Some(ExplanationView { name: title(&format!("‘{name}’")), value: of(value), lines, notes, terms })
}

/// Describes the end as it stands in the list of ranges, with a link to its
/// field.
fn entered_end_term(state: &State, id: InputId, high: bool, value: String) -> TermView {
    let (all, labels) = (state.text(), state.text().explain());
    let words = all.uncertainty();
    let name = with_naming(state, |naming| naming.input(id));
    let end = if high { words.high } else { words.low };
    let name = (labels.of_line)(&(words.range_of)(&format!("‘{name}’")), end);
    let status = if state.has_own_range(id) { all.page.filled_in } else { (all.status)(Status::Proposal) };
    let end = if high { "high" } else { "low" };
    let field = field_id(&format!("ranges.{}.{end}", state.workspace.inputs.name(id)));
    // The list of ranges stands on one view only.
    let reveal = match state.view.route {
        Route::Certainty => Command::Reveal(field),
        Route::Centre
        | Route::Compare
        | Route::Sources
        | Route::Share
        | Route::BuildingBlocks
        | Route::Embed => Command::RevealRange(field),
    };
    let link = Some(TermLink::new(reveal, (labels.to_field)(&name)));
    TermView::Value { name, value, status, link, remark: None, source: None }
}

/// Explains the figure of a list in the case at an end of a range, which the
/// model calculates as any other.
fn explain_case(state: &State, list: usize, id: InputId, value: f64) -> Option<ExplanationView> {
    let figure = point(*SimulatedFigure::ALL.get(list)?);
    let mut inputs = with_drawn_lines(&state.workspace.inputs, state.scenario().simulation.pm).into_owned();
    inputs.set(id, value);
    let outcome = evaluate(&inputs);
    let explanation = explain::explain(figure, &inputs, &outcome)?;
    let (text, labels, words) = (state.text(), state.text().explain(), state.text().explain_extra());
    let own = |position| own_lines::view::label(state, position);
    let naming = NameContext { text, inputs: &inputs, outcome: &outcome, own: &own };
    let result = naming.value(explanation.value, explanation.unit);
    let of = |value| shown(text.notation, value, measure(id));
    let (label, now) = (naming.input(id), state.workspace.inputs.get(id));
    let mut terms = vec![entered(state, id, of(now))];
    terms.extend(explanation.terms.iter().map(|term| {
        TermView::plain(naming.origin(term.origin), shown(text.notation, term.value, term.unit))
    }));
    Some(ExplanationView {
        name: (words.sensitivity_name)(&naming.figure(figure), &label, &of(value)),
        value: result.clone(),
        lines: vec![
            (labels.formula, naming.in_words(&explanation)),
            (labels.filled, format!("{} = {result}", naming.in_numbers(&explanation))),
        ],
        notes: vec![(words.sensitivity_note)(&label, &of(value), &of(now)).into()],
        terms,
    })
}
