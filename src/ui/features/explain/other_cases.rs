//! Explains figures of cases other than the scenario that is shown: with other
//! costs or savings, with the values of the preset, and with a dekkingsplan that
//! lacks one of its funders. Each case is evaluated like the scenario itself.

use crate::explain::{
    self, Account, Addend, Explanation, FigureId, LineFigure, Note, PlanFigure, Term, ValueUnit, YearFigure,
    sum,
};
use crate::model::break_even::Ratio;
use crate::model::{Inputs, Outcome, Perspective, SavingKind, evaluate};
use crate::text::explain::{NameContext, bracketed, shown};
use crate::ui::features::explain::panel::{ExplanationView, with_naming};
use crate::ui::features::explain::terms::{TermView, figure_term};
use crate::ui::features::{financing, own_lines};
use crate::ui::state::State;
use yew::AttrValue;

/// The kind of a [`Margin`]: `hoever.kosten`.
pub const MARGIN: &str = "hoever";
/// The kind of the costs that are uncovered without one of the funders, by its
/// index: `zonder.2.1` in year 1, `zonder.2.alle` in all years, and
/// `zonder.geen.1` with all funders.
pub const WITHOUT_FUNDER: &str = "zonder";
/// The kind of the quantity of a line that would be worth the gap of all payers or of
/// society; see [`natural_units_name`].
pub const NATURAL_UNITS: &str = "eenheden";
/// The kind of a figure of the chosen preset: `begin.total.net`.
pub const PRESET: &str = "begin";
/// The subject of the difference between the saldo and the saldo of the preset:
/// `begin.verschil`.
pub const DIFFERENCE: &str = "verschil";

/// Explains a figure of a case that is not shown.
pub fn explain(state: &State, kind: &str, subject: &str) -> Option<ExplanationView> {
    match kind {
        MARGIN => explain_margin(state, subject),
        WITHOUT_FUNDER => explain_without_funder(state, subject),
        NATURAL_UNITS => explain_natural_units(state, subject),
        _ => explain_preset(state, subject),
    }
}

/// How far all costs or all savings of a perspective may be off together until the conclusion
/// turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Margin {
    /// Share by which all costs must become lower or higher.
    Costs,
    /// Share by which all savings must become lower or higher.
    Savings,
    /// Factor by which all savings must grow.
    SavingsFactor,
}

impl Margin {
    const ALL: [Margin; 3] = [Margin::Costs, Margin::Savings, Margin::SavingsFactor];

    fn id(self) -> &'static str {
        match self {
            Margin::Costs => "kosten",
            Margin::Savings => "besparingen",
            Margin::SavingsFactor => "keer",
        }
    }

    /// Returns the name of the figure: `hoever.kosten`.
    pub fn name(self) -> String {
        format!("{MARGIN}.{}", self.id())
    }

    /// Returns its value; `None` where no factor makes costs and savings equal.
    pub fn value(self, outcome: &Outcome, perspective: Perspective) -> Option<f64> {
        let factor = self.factor(outcome, perspective)?;
        Some(if self == Margin::SavingsFactor { factor } else { (1.0 - factor).abs() })
    }

    /// Returns the factor by which all costs, or all savings, would be equal to the others.
    fn factor(self, outcome: &Outcome, perspective: Perspective) -> Option<f64> {
        let (costs, savings) = (outcome.costs_of(perspective), outcome.savings_of(perspective));
        match self {
            Margin::Costs => Ratio::savings_per_costs(savings, costs),
            Margin::Savings | Margin::SavingsFactor => Ratio::costs_per_savings(costs, savings),
        }
        .times()
    }
}

/// Explains how far all costs, or else all savings, may be off.
fn explain_margin(state: &State, margin: &str) -> Option<ExplanationView> {
    let margin = Margin::ALL.into_iter().find(|known| known.id() == margin)?;
    let (words, all, outcome) = (state.text().explain_extra(), state.text(), &state.workspace.outcome);
    let perspective = state.workspace.inputs.perspective;
    let (costs, savings) = (FigureId::costs_of(perspective), FigureId::savings_of(perspective));
    let (top, bottom) = if margin == Margin::Costs { (savings, costs) } else { (costs, savings) };
    let [amounts, names] = [false, true].map(|is_name| {
        [top, bottom].map(|figure| {
            let amount = figure.value(outcome).flatten().unwrap_or_default();
            let shown = shown(all.notation, amount, ValueUnit::Euro);
            if is_name { with_naming(state, |naming| naming.figure(figure)) } else { shown }
        })
    });
    let factor = margin.factor(outcome, perspective)?;
    let is_factor = margin == Margin::SavingsFactor;
    let formula = |[top, bottom]: &[String; 2]| {
        let (ratio, whole) = (format!("{top} ÷ {bottom}"), all.explain().whole);
        match factor < 1.0 {
            _ if is_factor => ratio,
            true => format!("{whole} − {ratio}"),
            false => format!("{ratio} − {whole}"),
        }
    };
    let unit = if is_factor { ValueUnit::Number } else { ValueUnit::Share };
    let result = shown(all.notation, margin.value(outcome, perspective)?, unit);
    let name = if is_factor {
        (words.savings_factor)(perspective)
    } else {
        (words.common_change)(margin == Margin::Costs, factor < 1.0, perspective)
    };
    let terms = [top, bottom].into_iter().zip(&amounts);
    Some(ExplanationView {
        name,
        value: result.clone(),
        lines: vec![
            (all.explain().formula, formula(&names)),
            (all.explain().formula_with_numbers, format!("{} = {result}", formula(&amounts))),
        ],
        notes: vec![(words.common_change_note)(perspective).into()],
        terms: terms.map(|(figure, amount)| figure_term(state, figure, amount.clone())).collect(),
    })
}

/// Returns the name of the quantity of a line that would be worth the gap of all payers or of
/// society: `eenheden.samenleving.kwaliteit-van-leven`.
pub fn natural_units_name(perspective: Perspective, line: &str) -> String {
    format!("{NATURAL_UNITS}.{}.{line}", perspective.id())
}

/// Explains the quantity of a line that would be worth the gap of a perspective.
fn explain_natural_units(state: &State, subject: &str) -> Option<ExplanationView> {
    let (perspective, line) = subject.split_once('.')?;
    let (perspective, gap_figure) =
        [(Perspective::Partijen, FigureId::Gap), (Perspective::Samenleving, FigureId::SocietyThreshold)]
            .into_iter()
            .find(|(known, _)| known.id() == perspective)?;
    let (all, outcome) = (state.text(), &state.workspace.outcome);
    let gap = outcome.break_even.gap_of(perspective).gap;
    let index = outcome.savings.iter().position(|saving| saving.id.name() == line)?;
    let saving = &outcome.savings[index];
    let count = shown(all.notation, gap.units_at(saving.net_price)?.units(), ValueUnit::Number);
    let price_figure = FigureId::Line(index, LineFigure::NetPrice);
    let figure_name = |figure| with_naming(state, |naming| naming.figure(figure));
    let [gap, price] =
        [gap.euros(), saving.net_price.euros()].map(|amount| shown(all.notation, amount, ValueUnit::Euro));
    let filled = format!("{gap} ÷ {price} = {count}");
    let label = all.saving_label(&saving.id, |index| own_lines::view::label(state, index));
    let is_welfare = saving.kind == SavingKind::Welvaart;
    let notes = [Note::TotalNeeded].into_iter().chain(is_welfare.then_some(Note::Welfare));
    Some(ExplanationView {
        name: (all.explain().of_line)(&label, (all.explain().needed)(perspective)),
        value: count,
        lines: vec![
            (all.explain().formula, format!("{} ÷ {}", figure_name(gap_figure), figure_name(price_figure))),
            (all.explain().formula_with_numbers, filled),
        ],
        notes: notes.map(|note| (all.explain().note)(note).into()).collect(),
        terms: vec![figure_term(state, gap_figure, gap), figure_term(state, price_figure, price)],
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
pub(super) fn describe_case(
    state: &State,
    inputs: &Inputs,
    outcome: &Outcome,
    name: String,
    found: &Explanation,
    note: impl Into<AttrValue>,
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
        notes: vec![note.into()],
        terms: terms.map(term).collect(),
    }
}
