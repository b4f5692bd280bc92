//! The explanation that is open. What it says of a figure of the outcome comes
//! from [`crate::explain`]; a break-even of one input and what is simulated
//! are explained beside it.

use super::super::element::{button, classed, div, element, icon_button, p, span, text};
use super::super::field::field_id;
use super::super::state::{State, View};
use super::super::{compact, own};
use super::{PANEL, beside, drawn, ends, guarded, how_far, national, summed, sums, turning, wanted};
use crate::chart::together;
use crate::explain::{Explanation, FigureId, Measure, Origin, Term, explain};
use crate::model::price::BASE_YEAR;
use crate::model::{InputId, Part};
use crate::text::explain::{Naming, shown};
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
        wanted::KIND => wanted::told(state, about),
        turning::KIND => turning::told(state, about),
        turning::TIMES => turning::told_times(state, about),
        ends::PLAUSIBLE => ends::told_plausible(state, about),
        how_far::KIND | how_far::WITHOUT | how_far::WORTH | how_far::BASE => {
            how_far::told(state, kind, about)
        }
        together::KIND | together::ENTERED => sums::told(state, kind, about),
        beside::KIND | beside::DIFFERENCE | beside::WHY => beside::told(state, kind, about),
        summed::KIND => summed::told(state, about),
        guarded::KIND => guarded::told(state, about),
        national::KIND => national::told(state, about),
        _ => drawn::told(state, kind, about),
    }
}

/// Does something with the names of this scenario.
pub fn with_naming<T>(state: &State, act: impl FnOnce(&Naming) -> T) -> T {
    let own = |place| own::label(state, place);
    act(&Naming { text: state.text(), inputs: &state.inputs, outcome: &state.outcome, own: &own })
}

/// What an explanation says of the figure that is called so.
pub fn of_explanation(state: &State, name: String, explanation: &Explanation) -> Told {
    let said = state.text().explain();
    with_naming(state, |naming| {
        let formula = naming.in_words(explanation);
        let lines = if formula.is_empty() {
            vec![]
        } else {
            vec![(said.formula, formula), (said.filled, with_result(naming, explanation))]
        };
        Told {
            name,
            value: naming.value(explanation.value, explanation.measure),
            lines,
            notes: explanation.notes.iter().map(|note| (said.note)(*note).into()).collect(),
            terms: explanation.terms.iter().map(|term| origin(state, term)).collect(),
        }
    })
}

/// The numbers filled in, and what they come to.
fn with_result(naming: &Naming, explanation: &Explanation) -> String {
    let line = naming.in_numbers(explanation);
    match explanation.value {
        Some(value) => format!("{line} = {}", shown(naming.text.notation, value, explanation.measure)),
        None => line,
    }
}

/// One value that a figure was made of.
fn origin(state: &State, term: &Term) -> Html {
    let value = shown(state.text().notation, term.value, term.measure);
    match term.origin {
        Origin::Figure(figure) => further(state, figure, value),
        Origin::Input(id) => entered(state, id, value),
        Origin::Funder(_) => promised(state, term, value),
    }
}

/// A value with its name, what more is said beside it, and below it.
pub fn item(name: String, value: String, more: Vec<Html>, below: Html) -> Html {
    let value = classed("strong", "term-value", vec![text(value)]);
    let mut top = vec![span("term-name", name), text(" "), value, text(" ")];
    top.extend(more);
    classed("li", "", vec![classed("p", "", top), below])
}

/// A value that leads no further.
pub fn plain(name: String, value: String) -> Html {
    item(name, value, vec![], Html::default())
}

/// Another figure, with the way to its own explanation.
pub fn further(state: &State, figure: FigureId, value: String) -> Html {
    let name = with_naming(state, |naming| naming.figure(figure));
    let figure = figure.name(&state.outcome);
    // Beside each other, scenarios say whose figure it is.
    let figure = match state.view {
        View::Vergelijken => format!("{}.{}.{figure}", beside::KIND, state.workspace.shown),
        _ => figure,
    };
    let command = format!("explain-further {figure}");
    let way = button("plain", command, (state.text().explain().to_figure)(&name));
    item(name, value, vec![way], Html::default())
}

/// How sure what was entered is. An own line has corrections without anyone
/// having typed them.
fn how_sure(state: &State, id: InputId) -> &'static str {
    let said = state.text().explain();
    let definition = id.definition();
    match id {
        InputId::Own(place, part) => match own::status(state, place, part) {
            "" if !matches!(part, Part::Aantal | Part::Bedrag)
                && state.inputs.get(id) == definition.default =>
            {
                said.usual
            }
            "" => said.own,
            ours => ours,
        },
        _ if state.is_changed(id) => said.own,
        _ => (state.text().status)(definition.status),
    }
}

/// What was entered: how sure that is, the way to its field, and its source.
pub fn entered(state: &State, id: InputId, value: String) -> Html {
    let said = state.text().explain();
    let name = with_naming(state, |naming| naming.input(id));
    let fixed = id.fixed_id().is_some();
    let mut more = vec![span("status", how_sure(state, id)), text(" ")];
    let shown_here = match state.view {
        View::Compact => compact::INPUTS.contains(&id),
        _ => true,
    };
    if shown_here {
        more.push(button("plain", to(state, &field_id(&state.inputs.name(id))), (said.to_field)(&name)));
    }
    let below = if fixed {
        let source = format!("{} {}", state.text().rest().source, state.text().help(id).source);
        let indexed = indexed(state, id).map(|line| p("small", line)).unwrap_or_default();
        [indexed, p("small", source)].into_iter().collect()
    } else {
        Html::default()
    };
    item(name, value, more, below)
}

/// How a default amount comes to be what it is in prices of a later year. The
/// presets change no amounts.
fn indexed(state: &State, id: InputId) -> Option<String> {
    let definition = id.definition();
    let (year, factor) = (state.inputs.year(), state.outcome.price_factor);
    let converted = definition.unit.is_amount() && !state.is_changed(id) && factor != 1.0;
    let notation = state.text().notation;
    let default = shown(notation, definition.default, Measure::Euro);
    let factor = shown(notation, factor, Measure::Factor);
    converted.then(|| (state.text().inspect().indexed)(&default, &factor, BASE_YEAR, year))
}

/// The command that leads to a field: on other views over the one with the
/// fields, and from the comparison over the scenario that it is about.
fn to(state: &State, field: &str) -> String {
    match state.view {
        View::Rekenen | View::Compact => format!("reveal {field}"),
        View::Vergelijken => format!("go-in {} {field}", state.workspace.shown),
        _ => format!("go {field}"),
    }
}

/// What a funder of the dekkingsplan pays, with the way to the plan.
fn promised(state: &State, term: &Term, value: String) -> Html {
    let said = state.text().explain();
    let name = with_naming(state, |naming| naming.origin(term.origin));
    let mut more = vec![span("status", said.own), text(" ")];
    if state.view != View::Compact {
        more.push(button("plain", to(state, super::super::plan::EDITOR), (said.to_field)(&name)));
    }
    item(name, value, more, Html::default())
}

/// The explanation of the figure that was opened last.
pub fn panel(state: &State) -> Html {
    let Some(explained) = &state.explained else { return Html::default() };
    let said = state.text().explain();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::Address;
    use crate::model::General;
    use crate::scenario::Scenario;

    #[test]
    fn a_default_in_other_prices_says_how_it_was_converted() {
        let said = |json: &str, id| {
            let scenario = Scenario::parse(json).unwrap();
            indexed(&State::at(&Address { view: "rekenen".into(), scenario: Some(Ok(scenario)) }), id)
        };
        let wage = InputId::General(General::LoonkostenPerFte);
        let converted = said(r#"{"base":"prijspeil-2025"}"#, wage).unwrap();
        assert!(converted.starts_with("€\u{a0}48.800 in prijzen van 2016 × 1,341148: "), "{converted}");
        assert!(converted.contains(" tot 2025"), "{converted}");
        // What was filled in, what is no amount, and what is in the prices it is known in.
        let own = r#"{"base":"prijspeil-2025","values":{"loonkosten-per-fte":60000}}"#;
        for (json, id) in
            [(own, wage), (r#"{"base":"prijspeil-2025"}"#, InputId::General(General::Fte)), ("{}", wage)]
        {
            assert_eq!(said(json, id), None, "{json}");
        }
    }

    /// Only what somebody can have typed is called so.
    #[test]
    fn what_an_own_line_begins_with_is_not_called_filled_in() {
        let scenario = Scenario::parse(
            r#"{"custom":[{"id":"c1","side":"saving","label":"x","quantity":1,"amount":900,"toerekening":0.8},
            {"id":"huisuitzetting","side":"saving","label":"x","quantity":2,"amount":8000,"autonoom":0.2}]}"#,
        );
        let state = State::at(&Address { view: String::new(), scenario: Some(Ok(scenario.unwrap())) });
        for (place, part, expected) in [
            (0, Part::Autonoom, "standaard voor een eigen post"),
            (0, Part::Gemeente, "standaard voor een eigen post"),
            (0, Part::Toerekening, "zelf ingevuld"),
            (0, Part::Aantal, "zelf ingevuld"),
            (1, Part::Autonoom, "aanname"),
            (1, Part::Bedrag, "zelf ingevuld"),
        ] {
            assert_eq!(how_sure(&state, InputId::Own(place, part)), expected, "{place} {part:?}");
        }
    }
}
