//! All that differs from the chosen starting point, with what it does.

use super::element::{classed, heading, p, section, text};
use super::field::{effect, with_sign, words};
use super::own;
use super::state::State;
use crate::model::InputId;
use yew::prelude::*;

/// All that differs; one sentence where nothing does.
pub fn view(state: &State) -> Html {
    let all = state.text();
    let (preset, _) = (all.preset)(state.scenario().base);
    let begin = format!("{}: {}. {}", all.page.presets, preset, (all.sentences.changed)(state.changes()));
    let mut content = vec![heading("h3", "veranderd", all.page.changes), p("", begin)];
    let items = items(state);
    if !items.is_empty() {
        content.push(classed("ul", "", items));
    }
    section("card changed", "veranderd", content)
}

fn items(state: &State) -> Vec<Html> {
    let all = state.text();
    let page = all.page;
    let item = |name: String, what: String| {
        classed("li", "", vec![classed("strong", "", vec![text(format!("{name}: "))]), text(what)])
    };
    let mut items = Vec::new();
    if state.inputs.basis != state.base.basis {
        items.push(item(page.basis.to_owned(), format!("{}.", (all.basis)(state.inputs.basis))));
    }
    for id in state.changed_inputs() {
        let label = words(state, id).label;
        let name = match id {
            InputId::Line(line, _) => format!("{}, {label}", (all.line)(line).label),
            _ => label.to_owned(),
        };
        let value = |value: f64| with_sign(state, id, value);
        let what = (page.changed_from)(&value(state.base.get(id)), &value(state.inputs.get(id)));
        items.push(item(name, format!("{what} {}", effect(state, id))));
    }
    for line in state.changed_lines() {
        let what = if state.inputs.line(line).counted { page.now_counts } else { page.now_pm };
        items.push(item((all.line)(line).label.to_owned(), what.to_owned()));
    }
    for (place, line) in state.inputs.own.iter().enumerate() {
        items.push(item(own::label(state, place), format!("{}.", own::total(state, line))));
    }
    items
}
