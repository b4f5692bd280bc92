//! The explanation that is open. What it says of a figure of the outcome comes
//! from [`crate::explain`]; a break-even of one input and what is simulated
//! are explained beside it.

use crate::chart::aggregates;
use crate::explain::{Explanation, FigureId, explain};
use crate::text::explain::{NameContext, shown};
use crate::ui::components::element::{button, classed, div, element, icon_button, p, text};
use crate::ui::features::explain::terms::origin;
use crate::ui::features::explain::{
    PANEL, break_even, chart_sums, comparison, goal_value, national, network_totals, range_bounds,
    simulation_figures, warning_figures, what_if,
};
use crate::ui::features::own_lines;
use crate::ui::state::State;
use yew::prelude::*;

const TITLE: &str = "uitleg-titel";
const CROSS: &str = "M6 6l12 12M18 6L6 18";

/// What is said of one figure.
pub struct Told {
    /// Its name.
    pub name: String,
    /// Its value, as it is shown.
    pub value: String,
    /// How it came about: what a line is, and the line.
    pub lines: Vec<(&'static str, String)>,
    /// What must be said besides.
    pub notes: Vec<AttrValue>,
    /// What it was made of: items of a list.
    pub terms: Vec<Html>,
}

/// What is said of the figure with this name, if there is one.
pub fn told(state: &State, name: &str) -> Option<Told> {
    if let Some(figure) = FigureId::read(name, &state.outcome) {
        let explanation = explain(figure, &state.inputs, &state.outcome)?;
        let name = with_naming(state, |naming| naming.figure(figure));
        return Some(of_explanation(state, name, &explanation));
    }
    let (kind, about) = name.split_once('.')?;
    match kind {
        goal_value::KIND => goal_value::told(state, about),
        break_even::KIND => break_even::told(state, about),
        break_even::TIMES => break_even::told_times(state, about),
        range_bounds::PLAUSIBLE => range_bounds::told_plausible(state, about),
        what_if::KIND | what_if::WITHOUT | what_if::WORTH | what_if::BASE => {
            what_if::told(state, kind, about)
        }
        aggregates::KIND | aggregates::ENTERED => chart_sums::told(state, kind, about),
        comparison::KIND | comparison::DIFFERENCE | comparison::WHY => comparison::told(state, kind, about),
        network_totals::KIND => network_totals::told(state, about),
        warning_figures::KIND => warning_figures::told(state, about),
        national::KIND => national::told(state, about),
        _ => simulation_figures::told(state, kind, about),
    }
}

/// Does something with the names of this scenario.
pub fn with_naming<T>(state: &State, act: impl FnOnce(&NameContext) -> T) -> T {
    let own = |place| own_lines::view::label(state, place);
    act(&NameContext { text: state.text(), inputs: &state.inputs, outcome: &state.outcome, own: &own })
}

/// What an explanation says of the figure that is called so.
pub fn of_explanation(state: &State, name: String, explanation: &Explanation) -> Told {
    let said = state.text().explain;
    with_naming(state, |naming| {
        let formula = naming.in_words(explanation);
        let lines = if formula.is_empty() {
            vec![]
        } else {
            vec![(said.formula, formula), (said.filled, with_result(naming, explanation))]
        };
        Told {
            name,
            value: naming.value(explanation.value, explanation.unit),
            lines,
            notes: explanation.notes.iter().map(|note| (said.note)(*note).into()).collect(),
            terms: explanation.terms.iter().map(|term| origin(state, term)).collect(),
        }
    })
}

/// The numbers filled in, and what they come to.
fn with_result(naming: &NameContext, explanation: &Explanation) -> String {
    let line = naming.in_numbers(explanation);
    match explanation.value {
        Some(value) => format!("{line} = {}", shown(naming.text.notation, value, explanation.unit)),
        None => line,
    }
}

/// The explanation of the figure that was opened last.
pub fn panel(state: &State) -> Html {
    let Some(explained) = &state.explained else { return Html::default() };
    let said = state.text().explain;
    let last = explained.trail.last();
    let Some(Told { name, value, lines, notes, terms }) = last.and_then(|name| told(state, name)) else {
        return Html::default();
    };
    let value = classed("strong", "", vec![text(value)]);
    let values = vec![Some(TITLE.into()), Some("explanation-title".into())];
    let title = element("p", &["id", "class"], values, vec![text(name), text(": "), value]);
    let close = icon_button("icon", "explain-close".into(), said.close.into(), true, CROSS);
    let mut content = vec![div("explanation-head", vec![title, close])];
    let before = explained.trail.len().checked_sub(2);
    let before = before.and_then(|place| told(state, &explained.trail[place]));
    content.push(
        before
            .map_or_else(Html::default, |before| button("plain", "explain-back", (said.back)(&before.name))),
    );
    if !lines.is_empty() {
        let line = |(label, line): (&'static str, String)| {
            [classed("dt", "", vec![text(label)]), classed("dd", "", vec![text(line)])]
        };
        content.push(classed("dl", "formula", lines.into_iter().flat_map(line).collect()));
    }
    content.extend(notes.into_iter().map(|note| p("", note)));
    if !terms.is_empty() {
        content.push(p("explanation-terms", said.terms));
        content.push(classed("ul", "terms", terms));
    }
    let values = [PANEL, "explanation", TITLE, "-1", "region"].map(|value| Some(value.into()));
    let keys = &["id", "class", "aria-labelledby", "tabindex", "role"];
    element("div", keys, values.into(), content)
}
