//! The values that a figure was made of: items of a list, each with where it
//! comes from and the way there.

use crate::explain::{FigureId, Origin, Term, ValueUnit};
use crate::model::price::BASE_YEAR;
use crate::model::{InputId, LineField};
use crate::text::explain::shown;
use crate::ui::components::element::{button, classed, p, span, text};
use crate::ui::features::centre;
use crate::ui::features::centre::field::field_id;
use crate::ui::features::explain::comparison;
use crate::ui::features::explain::panel::with_naming;
use crate::ui::features::{embed, own_lines};
use crate::ui::state::{State, View};
use yew::prelude::*;

/// One value that a figure was made of.
pub fn origin(state: &State, term: &Term) -> Html {
    let value = shown(state.text().notation, term.value, term.unit);
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
        View::Vergelijken => format!("{}.{}.{figure}", comparison::KIND, state.workspace.shown),
        _ => figure,
    };
    let command = format!("explain-further {figure}");
    let way = button("plain", command, (state.text().explain.to_figure)(&name));
    item(name, value, vec![way], Html::default())
}

/// How sure what was entered is. An own line has corrections without anyone
/// having typed them.
fn how_sure(state: &State, id: InputId) -> &'static str {
    let said = state.text().explain;
    let definition = id.definition();
    match id {
        InputId::Own(place, part) => match own_lines::view::status(state, place, part) {
            "" if !matches!(part, LineField::Aantal | LineField::Bedrag)
                && state.inputs.get(id) == definition.default =>
            {
                said.usual
            }
            "" => state.text().page.filled_in,
            ours => ours,
        },
        _ => centre::field::how_sure(state, id),
    }
}

/// What was entered: how sure that is, the way to its field, and its source.
pub fn entered(state: &State, id: InputId, value: String) -> Html {
    let said = state.text().explain;
    let name = with_naming(state, |naming| naming.input(id));
    let fixed = id.fixed_id().is_some();
    let mut more = vec![span("status", how_sure(state, id)), text(" ")];
    let shown_here = match state.view {
        View::Compact => embed::view::INPUTS.contains(&id),
        _ => true,
    };
    if shown_here {
        more.push(button("plain", to(state, &field_id(&state.inputs.name(id))), (said.to_field)(&name)));
    }
    let below = if fixed {
        let source = format!("{} {}", state.text().page.source, (state.text().input_help)(id).source);
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
    let default = shown(notation, definition.default, ValueUnit::Euro);
    let factor = shown(notation, factor, ValueUnit::Factor);
    converted.then(|| (state.text().explain_extra.indexed)(&default, &factor, BASE_YEAR, year))
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
    let said = state.text().explain;
    let name = with_naming(state, |naming| naming.origin(term.origin));
    let mut more = vec![span("status", state.text().page.filled_in), text(" ")];
    if state.view != View::Compact {
        more.push(button(
            "plain",
            to(state, crate::ui::features::financing::editor::EDITOR),
            (said.to_field)(&name),
        ));
    }
    item(name, value, more, Html::default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::General;
    use crate::scenario::Scenario;
    use crate::scenario::link::Address;

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
            (0, LineField::Autonoom, "standaard voor een eigen post"),
            (0, LineField::Gemeente, "standaard voor een eigen post"),
            (0, LineField::Toerekening, "zelf ingevuld"),
            (0, LineField::Aantal, "zelf ingevuld"),
            (1, LineField::Autonoom, "aanname"),
            (1, LineField::Bedrag, "zelf ingevuld"),
        ] {
            assert_eq!(how_sure(&state, InputId::Own(place, part)), expected, "{place} {part:?}");
        }
    }
}
