//! The panel with the explanation that is open. The explanation of a figure of
//! the outcome comes from [`crate::explain`]; for other figures, this module
//! calls the sibling module that explains figures of their kind.

use crate::chart::aggregates;
use crate::explain::{Explanation, FigureId, explain};
use crate::text::explain::{NameContext, shown};
use crate::ui::components::element::{attributes, classed, div, element, icon_button, keyed, p, text_in};
use crate::ui::components::figure::{figure_button, figure_in, name_text, sentence_in, sentence_text};
use crate::ui::context::PageContext;
use crate::ui::features::explain::state::ExplainAction;
use crate::ui::features::explain::terms::{TermView, describe_term, term_item};
use crate::ui::features::explain::{
    PANEL, break_even, chart_sums, comparison, contribution, goal_value, national, network_totals,
    other_cases, range_bounds, rounded, simulation_figures, warning_figures,
};
use crate::ui::features::own_lines;
use crate::ui::state::State;
use yew::prelude::*;

const TITLE: &str = "uitleg-titel";
const CLOSE_ICON: &str = "M6 6l12 12M18 6L6 18";

/// The explanation of one figure, in words.
pub struct ExplanationView {
    /// The name of the figure.
    pub name: String,
    /// The value of the figure, as it is shown.
    pub value: String,
    /// Lines on how the figure is calculated, each with its label: the formula in
    /// words, and the formula with its numbers filled in.
    pub lines: Vec<(&'static str, String)>,
    /// Sentences below these lines, such as caveats.
    pub notes: Vec<AttrValue>,
    /// The values that the figure is calculated from.
    pub terms: Vec<TermView>,
}

/// Explains the figure with this name; `None` where there is none.
pub fn explain_figure(state: &State, name: &str) -> Option<ExplanationView> {
    if let Some(figure) = FigureId::read(name, &state.workspace.outcome) {
        let explanation = explain(figure, &state.workspace.inputs, &state.workspace.outcome)?;
        let name = with_naming(state, |naming| naming.figure(figure));
        let mut view = describe(state, name, &explanation);
        view.notes.extend(rounded::note(state, figure).map(AttrValue::from));
        return Some(view);
    }
    let (kind, subject) = name.split_once('.')?;
    match kind {
        goal_value::KIND => goal_value::explain(state, subject),
        break_even::KIND => break_even::explain(state, subject),
        break_even::TIMES => break_even::explain_times(state, subject),
        range_bounds::PLAUSIBLE => range_bounds::explain_plausible(state, subject),
        other_cases::MARGIN
        | other_cases::WITHOUT_FUNDER
        | other_cases::NATURAL_UNITS
        | other_cases::PRESET => other_cases::explain(state, kind, subject),
        aggregates::AGGREGATE_KIND | aggregates::INPUT_KIND => chart_sums::explain(state, kind, subject),
        comparison::IN_SCENARIO | comparison::DIFFERENCE => comparison::explain(state, kind, subject),
        contribution::KIND => contribution::explain(state, subject),
        network_totals::KIND => network_totals::explain(state, subject),
        warning_figures::KIND => warning_figures::explain(state, subject),
        national::KIND => national::explain(state, subject),
        _ => simulation_figures::explain(state, kind, subject),
    }
}

/// Calls a function with the context that names the figures and inputs of the
/// scenario that is shown.
pub fn with_naming<T>(state: &State, call: impl FnOnce(&NameContext) -> T) -> T {
    let own_label = |index| own_lines::view::label(state, index);
    call(&NameContext {
        text: state.text(),
        inputs: &state.workspace.inputs,
        outcome: &state.workspace.outcome,
        own_name: &own_label,
    })
}

/// Puts an explanation of a figure into words; `name` is the name of the figure on screen.
pub fn describe(state: &State, name: String, explanation: &Explanation) -> ExplanationView {
    let words = state.text().explain();
    with_naming(state, |naming| {
        let formula = naming.in_words(explanation);
        let lines = if formula.is_empty() {
            vec![]
        } else {
            vec![(words.formula, formula), (words.formula_with_numbers, with_result(naming, explanation))]
        };
        ExplanationView {
            name,
            value: naming.value(explanation.value, explanation.unit),
            lines,
            notes: explanation.notes.iter().map(|note| (words.note)(*note).into()).collect(),
            terms: explanation.shown_terms().iter().map(|term| describe_term(state, term)).collect(),
        }
    })
}

/// Returns the formula with its numbers filled in, followed by its result.
fn with_result(naming: &NameContext, explanation: &Explanation) -> String {
    let line = naming.in_numbers(explanation);
    match explanation.value {
        Some(value) => format!("{line} = {}", shown(naming.text.notation, value, explanation.unit)),
        None => line,
    }
}

/// Returns the panel with the explanation of the last figure of the breadcrumbs;
/// empty where no explanation is open.
pub fn panel(ctx: &PageContext) -> Html {
    let Some(explained) = &ctx.view.explained else { return Html::default() };
    let words = ctx.text().explain();
    let last = explained.breadcrumbs.last();
    let Some(view) = last.and_then(|name| explain_figure(ctx, name)) else { return Html::default() };
    let title = element(
        "p",
        attributes! { "id" => TITLE, "class" => "explanation-title" },
        vec![sentence_text(format!("{}: ", view.name)), figure_in("strong", "", view.value)],
    );
    let close = icon_button("icon", ctx.press(ExplainAction::Close), words.close, true, CLOSE_ICON);
    let mut content = vec![div("explanation-head", vec![title, close])];
    let before = explained.breadcrumbs.len().checked_sub(2);
    let before = before.and_then(|index| explain_figure(ctx, &explained.breadcrumbs[index]));
    content.push(before.map_or_else(Html::default, |before| {
        figure_button("plain", ctx.press(ExplainAction::Back), name_text((words.back)(&before.name)))
    }));
    if !view.lines.is_empty() {
        let line = |(label, line): (&'static str, String)| {
            let label = keyed(label, text_in("dt", "", label));
            [label, sentence_in("dd", "", line)]
        };
        content.push(classed("dl", "formula", view.lines.into_iter().flat_map(line).collect()));
    }
    content.extend(view.notes.into_iter().map(|note| sentence_in("p", "", note)));
    if !view.terms.is_empty() {
        content.push(keyed("terms", p("explanation-terms", words.terms)));
        let terms = view.terms.into_iter().map(|term| term_item(ctx, term)).collect();
        content.push(classed("ul", "terms", terms));
    }
    let attributes = attributes! {
        "id" => PANEL,
        "class" => "explanation",
        "aria-labelledby" => TITLE,
        "tabindex" => "-1",
        "role" => "region",
    };
    element("div", attributes, content)
}
