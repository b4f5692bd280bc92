//! Sources and method: where every figure comes from, and what is not known.

use super::element::{classed, div, heading, list, number, p, row, row_name, section, span, table, text};
use super::field::{with_sign, words};
use super::state::State;
use crate::model::{InputId, Line};
use yew::prelude::*;

/// The view of sources.
pub fn view(state: &State) -> Html {
    let page = state.text().page;
    let mut content = vec![heading("h1", "", page.sources), p("", page.sources_intro)];
    content.extend(
        page.sources_sections
            .iter()
            .map(|part| classed("section", "card", vec![heading("h2", "", part.title), list(part.points)])),
    );
    let head = [page.line, page.default_value, page.plausible, page.status, page.sources];
    let rows = InputId::fixed().map(|id| parameter(state, id)).collect();
    let every = vec![
        heading("h2", "bronnen-invoer", page.sources_parameters),
        table(page.sources_parameters, &head, head.len(), rows),
    ];
    content.push(section("card", "bronnen-invoer", every));
    div("sources", content)
}

/// One parameter with its default in the scenario's prices.
fn parameter(state: &State, id: InputId) -> Html {
    let all = state.text();
    let said = words(state, id);
    let definition = id.definition();
    let range = definition.plausible.map(|_| {
        let range = state.base.range(id);
        format!("{} – {}", with_sign(state, id, range.low), with_sign(state, id, range.high))
    });
    let of = |line: Line| format!("{}: ", (all.line)(line).label);
    let line = if let InputId::Line(line, _) = id { of(line) } else { String::new() };
    let cell = |words: &'static str| classed("td", "", vec![text(words)]);
    row(vec![
        row_name(vec![text(line), text(said.label), text(" "), span("small", said.unit)]),
        number(with_sign(state, id, state.base.get(id))),
        number(range.unwrap_or_else(|| all.page.nothing.to_owned())),
        cell((all.status)(definition.status)),
        cell(said.source),
    ])
}
