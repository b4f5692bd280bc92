//! Explains figures of cases other than the scenario that is shown: with other
//! costs or savings, with the values of the preset, and with a dekkingsplan that
//! lacks one of its funders. Each case is evaluated like the scenario itself.

use crate::explain::{
    self, Account, Addend, Explanation, FigureId, LineFigure, Note, PlanFigure, Term, ValueUnit, YearFigure,
    sum,
};
use crate::model::{Inputs, Outcome, evaluate};
use crate::text::explain::{NameContext, bracketed, shown};
use crate::ui::features::explain::panel::{ExplanationView, with_naming};
use crate::ui::features::explain::terms::{TermView, figure_term};
use crate::ui::features::{financing, own_lines};
use crate::ui::state::State;
use yew::AttrValue;

/// The kind of the margin of all costs or of all savings: the share by which they
/// may be off until the conclusion turns. `hoever.kosten`, `hoever.besparingen`.
pub const MARGIN: &str = "hoever";
/// The kind of the costs that are uncovered without one of the funders, by its
/// index: `zonder.2.1` in year 1, `zonder.2.alle` in all years, and
/// `zonder.geen.1` with all funders.
pub const WITHOUT_FUNDER: &str = "zonder";
/// The kind of the quantity of a line that would be worth the gap, for lines that
/// are in nobody's budget: `eenheden.kwaliteit-van-leven`.
pub const NATURAL_UNITS: &str = "eenheden";
/// The kind of a figure of the chosen preset: `begin.total.net`.
pub const PRESET: &str = "begin";
/// The subject of the difference between the saldo and the saldo of the preset:
/// `begin.verschil`.
pub const DIFFERENCE: &str = "verschil";

/// Explains a figure of a case that is not shown.
pub fn explain(state: &State, kind: &str, subject: &str) -> Option<ExplanationView> {
    match kind {
        MARGIN => explain_margin(state, subject == "kosten"),
        WITHOUT_FUNDER => explain_without_funder(state, subject),
        NATURAL_UNITS => explain_natural_units(state, subject),
        _ => explain_preset(state, subject),
    }
}

/// Returns the margin: the share of all costs (or else of all savings) by which
/// they must become lower or higher until savings equal costs. `None` where no
/// factor makes them equal.
pub fn margin(outcome: &Outcome, of_costs: bool) -> Option<f64> {
    let factor = if of_costs { outcome.total.coverage } else { outcome.break_even.savings_factor };
    Some((1.0 - factor.times()?).abs())
}

/// Explains the margin of all costs, or else of all savings.
fn explain_margin(state: &State, of_costs: bool) -> Option<ExplanationView> {
    let (words, all) = (state.text().explain_extra(), state.text());
    let figure = if of_costs { FigureId::Coverage } else { FigureId::SavingsFactor };
    let factor = figure.value(&state.workspace.outcome).flatten()?;
    let percent = |value| shown(all.notation, value, ValueUnit::Share);
    let name = with_naming(state, |naming| naming.figure(figure));
    let whole = all.explain().whole;
    let result = percent(margin(&state.workspace.outcome, of_costs)?);
    let (formula, filled) = if factor < 1.0 {
        (format!("{whole} − {name}"), format!("{whole} − {}", percent(factor)))
    } else {
        (format!("{name} − {whole}"), format!("{} − {whole}", percent(factor)))
    };
    Some(ExplanationView {
        name: (words.common_change)(of_costs, factor < 1.0).to_owned(),
        value: result.clone(),
        lines: vec![
            (all.explain().formula, formula),
            (all.explain().formula_with_numbers, format!("{filled} = {result}")),
        ],
        notes: vec![words.common_change_note.into()],
        terms: vec![figure_term(state, figure, percent(factor))],
    })
}

/// Explains the quantity of a line that would be worth the gap.
fn explain_natural_units(state: &State, line: &str) -> Option<ExplanationView> {
    let all = state.text();
    let gap = state.workspace.outcome.break_even.gap;
    let index = state.workspace.outcome.savings.iter().position(|saving| saving.id.name() == line)?;
    let price = state.workspace.outcome.savings[index].net_price;
    let count = shown(all.notation, gap.units_at(price)?.units(), ValueUnit::Number);
    let price_figure = FigureId::Line(index, LineFigure::NetPrice);
    let figure_name = |figure| with_naming(state, |naming| naming.figure(figure));
    let [gap, price] =
        [gap.euros(), price.euros()].map(|amount| shown(all.notation, amount, ValueUnit::Euro));
    let filled = format!("{gap} ÷ {price} = {count}");
    Some(ExplanationView {
        name: figure_name(FigureId::Line(index, LineFigure::Needed)),
        value: count,
        lines: vec![
            (
                all.explain().formula,
                format!("{} ÷ {}", figure_name(FigureId::Gap), figure_name(price_figure)),
            ),
            (all.explain().formula_with_numbers, filled),
        ],
        notes: vec![(all.explain().note)(Note::Welfare).into()],
        terms: vec![figure_term(state, FigureId::Gap, gap), figure_term(state, price_figure, price)],
    })
}

/// Explains a figure of the preset that the scenario began with.
fn explain_preset(state: &State, subject: &str) -> Option<ExplanationView> {
    if subject == DIFFERENCE {
        return Some(explain_all_changes(state));
    }
    let outcome = evaluate(&state.workspace.preset_inputs);
    let found =
        explain::explain(FigureId::read(subject, &outcome)?, &state.workspace.preset_inputs, &outcome)?;
    let name = NameContext {
        text: state.text(),
        inputs: &state.workspace.preset_inputs,
        outcome: &outcome,
        own_name: &|_| String::new(),
    }
    .figure(found.figure?);
    let words = state.text().explain_extra();
    let preset = (state.text().preset)(state.scenario().base).0;
    Some(describe_case(
        state,
        &state.workspace.preset_inputs,
        &outcome,
        (words.in_preset)(&name, preset),
        &found,
        words.in_preset_note,
    ))
}

/// Explains the effect of all changes together on the saldo.
fn explain_all_changes(state: &State) -> ExplanationView {
    let (words, all) = (state.text().explain_extra(), state.text());
    let figure = FigureId::Saldo;
    let name = with_naming(state, |naming| naming.figure(figure));
    let preset_name = (words.in_preset)(&name, (all.preset)(state.scenario().base).0);
    let (now, before) = (
        state.workspace.outcome.total.net.euros(),
        evaluate(&state.workspace.preset_inputs).total.net.euros(),
    );
    let euro = |amount| shown(all.notation, amount, ValueUnit::Euro);
    let difference = euro(now - before);
    let filled = format!("{} − {} = {difference}", euro(now), bracketed(before, euro(before)));
    ExplanationView {
        name: words.all_changes.to_owned(),
        value: difference,
        lines: vec![
            (all.explain().formula, format!("{name} − {preset_name}")),
            (all.explain().formula_with_numbers, filled),
        ],
        notes: vec![words.in_preset_note.into()],
        terms: vec![figure_term(state, figure, euro(now)), TermView::plain(preset_name, euro(before))],
    }
}

/// Explains the costs that are uncovered without one of the funders.
fn explain_without_funder(state: &State, subject: &str) -> Option<ExplanationView> {
    let (funder, when) = subject.split_once('.')?;
    let funder = match funder {
        "geen" => None,
        index => {
            let count = state.workspace.inputs.plan.len();
            Some(index.parse().ok().filter(|index| *index < count)?)
        }
    };
    let mut inputs = (*state.workspace.inputs).clone();
    inputs.plan = financing::results::plan_without(state, funder);
    let outcome = evaluate(&inputs);
    let (words, plan) = (state.text().explain_extra(), state.text().financing());
    // Without the only funder there is no plan left, so all costs are uncovered.
    let uncovered = |year: u32| match outcome.financing {
        Some(_) => FigureId::Plan(PlanFigure::Uncovered, Some(year)),
        None => FigureId::Year(Account::All, year, YearFigure::Costs),
    };
    let (found, column) = if when == "alle" {
        let addends: Vec<Addend> =
            outcome.years.iter().map(|year| Addend::plus(uncovered(year.year))).collect();
        (sum(&addends, &inputs, &outcome), 2)
    } else {
        (explain::explain(uncovered(1), &inputs, &outcome)?, 1)
    };
    let row = funder.map_or_else(
        || plan.nobody.to_owned(),
        |index| (words.without_funder)(&(plan.funder)(&state.workspace.inputs.plan, index)),
    );
    let name = format!("{row}: {}", plan.without_head[column]);
    Some(describe_case(state, &inputs, &outcome, name, &found, plan.without_note))
}

/// Puts the explanation of a figure of another case into words. Its terms have no
/// links, since those would lead to figures of the scenario that is shown.
fn describe_case(
    state: &State,
    inputs: &Inputs,
    outcome: &Outcome,
    name: String,
    found: &Explanation,
    note: &'static str,
) -> ExplanationView {
    let (text, labels) = (state.text(), state.text().explain());
    let own_label = |index| own_lines::view::label(state, index);
    let naming = NameContext { text, inputs, outcome, own_name: &own_label };
    let value = naming.value(found.value, found.unit);
    let terms = found.terms.iter();
    let term = |term: &Term| {
        TermView::plain(naming.origin(term.origin), shown(text.notation, term.value, term.unit))
    };
    ExplanationView {
        name,
        value: value.clone(),
        lines: vec![
            (labels.formula, naming.in_words(found)),
            (labels.formula_with_numbers, format!("{} = {value}", naming.in_numbers(found))),
        ],
        notes: vec![AttrValue::Static(note)],
        terms: terms.map(term).collect(),
    }
}
