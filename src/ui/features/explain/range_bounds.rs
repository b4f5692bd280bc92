//! Explains the ends of ranges, and the figures of the case in which one input is
//! at an end of its range.
//!
//! There are four lists of such cases, by their index in
//! `SimulationSummary::sensitivity_ranges`: one of each figure of
//! [`SimulatedFigure::ALL`].

use crate::explain::{self, ValueUnit};
use crate::model::inputs::{AVERAGE_VISITORS, HIGHEST_FEE, counts_from_zero};
use crate::model::price::BASE_YEAR;
use crate::model::switching_value::unwidened_range;
use crate::model::uncertain_inputs::with_drawn_lines;
use crate::model::{General, InputId, Status, Unit, evaluate};
use crate::text::explain::{NameContext, shown};
use crate::ui::commands::Command;
use crate::ui::features::explain::break_even::value_unit;
use crate::ui::features::explain::panel::{ExplanationView, with_naming};
use crate::ui::features::explain::simulation_figures::outcome_figure;
use crate::ui::features::explain::terms::{TermLink, TermView, input_term};
use crate::ui::features::inputs::field::field_id;
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
/// default one, which goes along with the value of the input. `drawn` is the end that the draws are
/// from; it is the value of the input where that lies outside the range.
fn explain_end(state: &State, id: InputId, high: bool, drawn: Option<f64>) -> Option<ExplanationView> {
    let (all, labels, words) = (state.text(), state.text().explain(), state.text().explain_extra());
    let uncertainty = all.uncertainty();
    let value_text = |value| shown(all.notation, value, value_unit(id));
    let pick = |(low, up): (f64, f64)| if high { up } else { low };
    let (own, now) = (state.has_own_range(id), state.workspace.inputs.get(id));
    let entered_end = pick(unwidened_range(&state.workspace.inputs, id)?);
    let value = drawn.unwrap_or(entered_end);
    let meaning = if drawn.is_some() { (words.range_end)(high) } else { (words.plausible_end)(high) };
    let mut lines = vec![(words.method, meaning.to_owned())];
    let mut terms = Vec::new();
    let (mut notes, mut has_value_term) = (Vec::new(), false);
    if !own {
        let derivation = derive_default_end(state, id, high, entered_end)?;
        lines.extend(derivation.lines.into_iter().map(|line| (labels.formula_with_numbers, line)));
        terms.extend(derivation.terms);
        notes.extend(derivation.note);
        has_value_term = derivation.has_value_term;
    }
    let name = with_naming(state, |naming| naming.input(id));
    terms.push(end_term(state, id, high, value_text(entered_end)));
    let is_widened = value != entered_end;
    if is_widened {
        let [entered_end, now, value] = [entered_end, now, value].map(value_text);
        lines.push((labels.formula_with_numbers, (words.extended_end)(high, &entered_end, &now, &value)));
        if !has_value_term {
            terms.push(input_term(state, id, now));
        }
    }
    notes.push(AttrValue::Static(if own { words.entered } else { words.default_range_note }));
    if is_widened {
        notes.push(words.extended_end_note.into());
    }
    let title = if high { uncertainty.high_end } else { uncertainty.low_end };
    Some(ExplanationView {
        name: title(&format!("‘{name}’")), value: value_text(value), lines, notes, terms
    })
}

/// Derivation of an end of a default range.
#[derive(Default)]
struct Derivation {
    /// Formulas with numbers, one after the other; none where the end is the table's.
    lines: Vec<String>,
    /// Numbers in the formulas.
    terms: Vec<TermView>,
    /// Whether the value of the input is one of the terms.
    has_value_term: bool,
    /// Remark on a limit that the end does not pass.
    note: Option<AttrValue>,
}

/// Derives an end of the default range of an input from the table: in the scenario's
/// prices, times its value ÷ its default. The range of a share stays as it is.
fn derive_default_end(state: &State, id: InputId, high: bool, end: f64) -> Option<Derivation> {
    let (all, words) = (state.text(), state.text().explain_extra());
    let (inputs, definition) = (&state.workspace.inputs, id.definition());
    let (table, now) = (definition.plausible?, inputs.get(id));
    let mut derivation = Derivation::default();
    if definition.unit == Unit::Share {
        return Some(derivation);
    }
    let value_text = |value| shown(all.notation, value, value_unit(id));
    let now_term = || input_term(state, id, value_text(now));
    if counts_from_zero(inputs, id) {
        if end != 0.0 {
            derivation.lines.push(format!("2 × {} = {}", value_text(now), value_text(end)));
            derivation.terms.push(now_term());
            derivation.has_value_term = true;
        }
        return Some(derivation);
    }
    let factor = definition.price_factor(inputs.prices());
    let default = definition.default * factor;
    // Below zero the ends change places.
    let is_upper = high != (default != 0.0 && now / default < 0.0);
    let base_end = if is_upper { table.1 } else { table.0 };
    let end_in_prices = base_end * factor;
    if factor != 1.0 {
        let [base_end, end_in_prices] = [base_end, end_in_prices].map(value_text);
        let factor = shown(all.notation, factor, ValueUnit::Factor);
        derivation.lines.push(format!("{base_end} × {factor} = {end_in_prices}"));
        derivation.terms.push(TermView::plain((words.plausible_in_prices_of)(BASE_YEAR), base_end));
        derivation.terms.push(TermView::plain((words.network_factor)(BASE_YEAR), factor));
    }
    let (multiplier, divisor, name, term) = if default == 0.0 {
        let visitors = InputId::General(General::Bezoekers);
        let value = inputs.get(visitors);
        let term = input_term(state, visitors, shown(all.notation, value, value_unit(visitors)));
        (value, AVERAGE_VISITORS, words.average_visitors, term)
    } else {
        (now, default, words.default_value, now_term())
    };
    let product = end_in_prices * multiplier / divisor;
    if multiplier != divisor {
        let unit = value_unit(if default == 0.0 { InputId::General(General::Bezoekers) } else { id });
        let shown_in_unit = |value| shown(all.notation, value, unit);
        let [end_in_prices, product] = [end_in_prices, product].map(value_text);
        let [multiplier, divisor] = [multiplier, divisor].map(shown_in_unit);
        derivation.lines.push(format!("{end_in_prices} × {multiplier} ÷ {divisor} = {product}"));
        if factor == 1.0 {
            derivation.terms.push(TermView::plain(words.plausible_by_default.to_owned(), end_in_prices));
        }
        derivation.has_value_term = default != 0.0;
        derivation.terms.extend([term, TermView::plain(name.to_owned(), divisor)]);
    }
    // A fee has a highest end, and an end is never on the other side of the value.
    if (product - end).abs() > 1e-9 * end.abs().max(1.0) {
        let [product_text, end_text] = [product, end].map(value_text);
        derivation.lines.push((words.extended_end)(end > product, &product_text, &end_text, &end_text));
    }
    if id == InputId::General(General::VergoedingPerVrijwilliger) && high {
        let highest = value_text(HIGHEST_FEE * factor);
        derivation.note = Some((words.highest_fee_note)(&highest).into());
    }
    Some(derivation)
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
        Route::Centre
        | Route::WhatIf
        | Route::Worksheet
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
    let figure = outcome_figure(*SimulatedFigure::ALL.get(list)?, state.workspace.inputs.perspective);
    let mut inputs = with_drawn_lines(&state.workspace.inputs, state.scenario().simulation.pm).into_owned();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Line, LineField};
    use crate::scenario::Scenario;
    use crate::scenario::link::Address;

    /// Returns the formulas with numbers of the explanation of an end of a range.
    fn formulas(scenario: &str, subject: &str) -> Vec<String> {
        let scenario = Scenario::parse(scenario).unwrap();
        let state = State::from_address(&Address::of_scenario("", scenario));
        let view = explain_plausible(&state, subject).unwrap();
        view.lines.into_iter().skip(1).map(|(_, line)| line.replace('\u{a0}', " ")).collect()
    }

    /// By hand: the range of the table (€ 40,000 to € 58,000 for € 48,000) twice as large for
    /// twice the value; in prices of 2017, which are 1.4% higher.
    #[test]
    fn a_default_end_goes_along_with_the_value() {
        assert_eq!(formulas("{}", "laag.huisvesting"), Vec::<String>::new());
        let twice = r#"{"values":{"huisvesting":96000}}"#;
        assert_eq!(formulas(twice, "laag.huisvesting"), ["€ 40.000 × € 96.000 ÷ € 48.000 = € 80.000"]);
        let year = r#"{"values":{"prijspeil":2017,"huisvesting":97344}}"#;
        assert_eq!(
            formulas(year, "hoog.huisvesting"),
            ["€ 58.000 × 1,014 = € 58.812", "€ 58.812 × € 97.344 ÷ € 48.672 = € 117.624"]
        );
        // The default itself only follows the prices.
        assert_eq!(
            formulas(r#"{"values":{"prijspeil":2017}}"#, "laag.huisvesting"),
            ["€ 40.000 × 1,014 = € 40.560"]
        );
    }

    /// By hand: a share keeps its range; harm turns it; a line without a default number has
    /// up to twice its value; a fee stops at the tax-free maximum.
    #[test]
    fn ends_that_follow_another_rule() {
        let share = r#"{"values":{"dagbesteding.verzilverbaar":0.6}}"#;
        assert_eq!(formulas(share, "laag.dagbesteding.verzilverbaar"), Vec::<String>::new());
        let harm = r#"{"values":{"dagbesteding.aantal":-8}}"#;
        assert_eq!(formulas(harm, "laag.dagbesteding.aantal"), ["20 × −8 ÷ 16 = −10"]);
        let counted = r#"{"values":{"zorggebruik.aantal":3},"counted":{"zorggebruik":true}}"#;
        assert_eq!(formulas(counted, "hoog.zorggebruik.aantal"), ["2 × 3 = 6"]);
        assert_eq!(formulas(counted, "laag.zorggebruik.aantal"), Vec::<String>::new());
        let fee = r#"{"values":{"vergoeding-per-vrijwilliger":1000}}"#;
        let formulas = formulas(fee, "hoog.vergoeding-per-vrijwilliger");
        let highest = "de laagste van € 2.000 en € 1.500 = € 1.500";
        assert_eq!(formulas, ["€ 600 × € 1.000 ÷ € 300 = € 2.000", highest]);
    }

    #[test]
    fn the_value_of_a_qaly_follows_no_prices() {
        let id = InputId::Line(Line::KwaliteitVanLeven, LineField::Bedrag);
        assert!(!id.definition().indexed);
        let scenario = r#"{"values":{"prijspeil":2025},"counted":{"kwaliteit-van-leven":true}}"#;
        assert_eq!(formulas(scenario, "laag.kwaliteit-van-leven.bedrag"), Vec::<String>::new());
    }
}
