//! The two ends of a range: what each of them is, and the case in which an
//! input is there.

use crate::explain::{ValueUnit, explain};
use crate::model::price::{BASE_YEAR, factor};
use crate::model::switching_value::plausible_range;
use crate::model::{InputId, Status, evaluate};
use crate::text::explain::{NameContext, shown};
use crate::ui::commands::RANGE;
use crate::ui::components::element::{button, span, text};
use crate::ui::features::centre::field::field_id;
use crate::ui::features::explain::break_even::measure;
use crate::ui::features::explain::panel::{Told, with_naming};
use crate::ui::features::explain::simulation_figures::point;
use crate::ui::features::explain::terms::{entered, item, plain};
use crate::ui::features::own_lines;
use crate::ui::state::{State, View};
use crate::uncertainty::{Figure, SimulationSummary};
use yew::prelude::*;

/// What the name of an end begins with: `grens.0.laag.bezoekers`.
pub const LIMIT: &str = "grens";
/// What the name of a figure of the case there begins with.
pub const CASE: &str = "uiterste";
/// What the name of an end begins with where nothing is drawn:
/// `aannemelijk.laag.bezoekers`.
pub const PLAUSIBLE: &str = "aannemelijk";

/// The name of an end of the range of an input, for one of the three lists.
pub fn limit(list: usize, high: bool, input: &str) -> String {
    name(LIMIT, list, high, input)
}

/// The name of the figure of that list with the input there.
pub fn case(list: usize, high: bool, input: &str) -> String {
    name(CASE, list, high, input)
}

fn name(kind: &str, list: usize, high: bool, input: &str) -> String {
    format!("{kind}.{list}.{}.{input}", side(high))
}

/// The name of an end of the range of an input as it was set.
pub fn plausible(high: bool, input: &str) -> String {
    format!("{PLAUSIBLE}.{}.{input}", side(high))
}

fn side(high: bool) -> &'static str {
    if high { "hoog" } else { "laag" }
}

/// What is said of that.
pub fn told_plausible(state: &State, about: &str) -> Option<Told> {
    let (end, input) = about.split_once('.')?;
    set(state, state.scenario().input(input)?, end == side(true), None)
}

/// What is said of either.
pub fn told(state: &State, simulated: &SimulationSummary, kind: &str, about: &str) -> Option<Told> {
    let mut parts = about.splitn(3, '.');
    let (list, end, input) = (parts.next()?.parse::<usize>().ok()?, parts.next()?, parts.next()?);
    let sensitivity_range = simulated
        .sensitivity_ranges
        .get(list)?
        .iter()
        .find(|sensitivity_range| sensitivity_range.id == input)?;
    let high = end == side(true);
    let (id, value) = (state.scenario().input(input)?, sensitivity_range.ends[usize::from(high)]);
    if kind == LIMIT { set(state, id, high, Some(value)) } else { at_end(state, list, id, value) }
}

/// An end is what was entered, or else what is plausible, in the scenario's
/// prices; where draws are made, a value that lies beyond it takes its place.
fn set(state: &State, id: InputId, high: bool, drawn: Option<f64>) -> Option<Told> {
    let (all, said, words) = (state.text(), state.text().explain, state.text().explain_extra);
    let uncertainty = all.uncertainty;
    let of = |value| shown(all.notation, value, measure(id));
    let pick = |(low, up): (f64, f64)| if high { up } else { low };
    let (own, now) = (state.has_own_range(id), state.inputs.get(id));
    let entered_end = pick(plausible_range(&state.inputs, id)?);
    let value = drawn.unwrap_or(entered_end);
    let is = if drawn.is_some() { (words.limit)(high) } else { (words.limit_plausible)(high) };
    let mut lines = vec![(words.how, is.to_owned())];
    let mut terms = Vec::new();
    let year = state.inputs.year();
    if !own && id.definition().unit.is_amount() && factor(year) != 1.0 {
        let first = of(pick(id.definition().plausible?));
        let times = shown(all.notation, factor(year), ValueUnit::Factor);
        lines.push((said.filled, format!("{first} × {times} = {}", of(entered_end))));
        terms.push(plain((words.limit_base)(BASE_YEAR), first));
        terms.push(plain((words.network_factor)(BASE_YEAR), times));
    }
    let name = with_naming(state, |naming| naming.input(id));
    terms.push(field(state, id, high, of(entered_end)));
    let beyond = value != entered_end;
    if beyond {
        lines.push((said.filled, (words.limit_beyond)(high, &of(entered_end), &of(now), &of(value))));
        terms.push(entered(state, id, of(now)));
    }
    let mut notes = vec![AttrValue::Static(if own { words.entered } else { words.limit_usual })];
    if beyond {
        notes.push(words.limit_beyond_note.into());
    }
    let title = if high { uncertainty.high_end } else { uncertainty.low_end };
    Some(Told { name: title(&format!("‘{name}’")), value: of(value), lines, notes, terms })
}

/// The end as it stands in the list of ranges, with the way to its field.
fn field(state: &State, id: InputId, high: bool, value: String) -> Html {
    let (all, said) = (state.text(), state.text().explain);
    let words = all.uncertainty;
    let name = with_naming(state, |naming| naming.input(id));
    let end = if high { words.high } else { words.low };
    let name = (said.of_line)(&(words.range_of)(&format!("‘{name}’")), end);
    let status = if state.has_own_range(id) { all.page.filled_in } else { (all.status)(Status::Proposal) };
    let end = if high { "high" } else { "low" };
    let field = field_id(&format!("ranges.{}.{end}", state.inputs.name(id)));
    // The list of ranges stands on one view only.
    let go = if state.view == View::Onzekerheid { "reveal" } else { RANGE };
    let way = button("plain", format!("{go} {field}"), (said.to_field)(&name));
    item(name, value, vec![span("status", status), text(" "), way], Html::default())
}

/// The case at an end of a range is one that the model calculates as any other.
fn at_end(state: &State, list: usize, id: InputId, value: f64) -> Option<Told> {
    let figure = point([Figure::Net, Figure::Npv, Figure::Gemeente][list]);
    let mut inputs = (*state.inputs).clone();
    inputs.set(id, value);
    let outcome = evaluate(&inputs);
    let explanation = explain(figure, &inputs, &outcome)?;
    let (text, said, words) = (state.text(), state.text().explain, state.text().explain_extra);
    let own = |place| own_lines::view::label(state, place);
    let naming = NameContext { text, inputs: &inputs, outcome: &outcome, own: &own };
    let result = naming.value(explanation.value, explanation.unit);
    let of = |value| shown(text.notation, value, measure(id));
    let (label, now) = (naming.input(id), state.inputs.get(id));
    let mut terms = vec![entered(state, id, of(now))];
    terms.extend(
        explanation
            .terms
            .iter()
            .map(|term| plain(naming.origin(term.origin), shown(text.notation, term.value, term.unit))),
    );
    Some(Told {
        name: (words.sensitivity_name)(&naming.figure(figure), &label, &of(value)),
        value: result.clone(),
        lines: vec![
            (said.formula, naming.in_words(&explanation)),
            (said.filled, format!("{} = {result}", naming.in_numbers(&explanation))),
        ],
        notes: vec![(words.sensitivity_note)(&label, &of(value), &of(now)).into()],
        terms,
    })
}
