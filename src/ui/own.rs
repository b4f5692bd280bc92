//! The user's own cost and savings lines.

use super::element::{button, div, element, input, keyed, p, span, text};
use super::saving::{counted, fields, finer, frame};
use super::state::State;
use crate::model::inputs::{OwnLine, OwnSaving, OwnSide};
use crate::model::{InputId, Kind, Part};
use yew::prelude::*;

/// The name of an own line, or a stand-in while it has none.
pub fn label(state: &State, place: usize) -> String {
    let given = state.inputs.own.get(place).map(|line| line.label.trim()).unwrap_or_default();
    if given.is_empty() { state.text().page.own_nameless.to_owned() } else { given.to_owned() }
}

/// The id of the buttons that add a line; the focus goes there when the line
/// that had it is removed.
pub const ADD: &str = "eigen-toevoegen";

/// All own lines, and the way to add one.
pub fn lines(state: &State) -> Vec<Html> {
    let page = state.text().page;
    let mut all = vec![p("small", page.own_intro)];
    let lines = state.inputs.own.iter().enumerate();
    let lines = lines.map(|(place, own)| keyed(&own.id, line(state, place, own)));
    all.push(div("own-lines", lines.collect()));
    let add =
        vec![button("button", "add-cost", page.add_cost), button("button", "add-saving", page.add_saving)];
    let values = vec![Some("buttons".into()), Some(ADD.into()), Some("-1".into())];
    all.push(element("div", &["class", "id", "tabindex"], values, add));
    all
}

/// Which side an own line is on, and its amount.
pub fn total(state: &State, own: &OwnLine) -> String {
    let words = state.text();
    let page = words.page;
    let (side, amount) = match &own.side {
        OwnSide::Cost(cost) => (page.group_costs, words.notation.euro(cost.quantity * cost.amount)),
        OwnSide::Saving(saving) if !saving.inputs.counted => (page.group_savings, page.pm.to_owned()),
        OwnSide::Saving(_) => {
            let found = state.outcome.savings.iter().find(|saving| saving.id.name() == own.id);
            let net = found.map_or(0.0, |saving| saving.net.euros());
            (page.group_savings, words.notation.euro(net))
        }
    };
    format!("{side} · {amount}")
}

fn line(state: &State, place: usize, own: &OwnLine) -> Html {
    let page = state.text().page;
    let name = label(state, place);
    let id = |part: Part| InputId::Own(place, part);
    let has = |part: Part| own.has(part);
    let mut content = vec![name_field(&format!("{}.label", own.id), page.own_label, &own.label)];
    if let OwnSide::Saving(saving) = &own.side {
        content.extend(saving_head(state, own, saving));
    }
    content.extend(fields(state, &[Part::Aantal, Part::Bedrag], has, id));
    if let OwnSide::Saving(saving) = &own.side {
        content.extend(finer(state, &name, has, id, saving.inputs.parties().overig));
    }
    content.push(button("plain", format!("remove {}", own.id), (page.remove)(&name)));
    frame(&name, span("line-total", total(state, own)), true, content)
}

fn saving_head(state: &State, own: &OwnLine, saving: &OwnSaving) -> Vec<Html> {
    let words = state.text();
    let page = words.page;
    let chosen = saving.inputs.kind;
    let options = Kind::ALL.map(|kind| (kind.id(), (words.kind)(kind).0, kind == chosen));
    vec![
        name_field(&format!("{}.unit", own.id), page.own_unit, &saving.unit),
        choice(&format!("{}.kind", own.id), page.kind, &options, Some((words.kind)(chosen).1)),
        counted(state, &format!("{}.counted", own.id), saving.inputs.counted),
    ]
}

/// A list to choose from, with what the choice means.
pub fn choice(
    name: &str,
    label: &'static str,
    options: &[(&'static str, &'static str, bool)],
    meaning: Option<&'static str>,
) -> Html {
    let id = super::field::field_id(name);
    let option = |(value, words, chosen): &(&'static str, &'static str, bool)| {
        html! { <option value={*value} selected={*chosen}>{ *words }</option> }
    };
    let mut content = vec![
        element(
            "label",
            &["class", "for"],
            vec![Some("label".into()), Some(id.clone().into())],
            vec![text(label)],
        ),
        html! { <select {id} name={name.to_owned()}>{ for options.iter().map(option) }</select> },
    ];
    content.extend(meaning.map(|meaning| p("note", meaning)));
    div("field", content)
}

/// A text of an own line.
fn name_field(name: &str, label: &'static str, value: &str) -> Html {
    let id = super::field::field_id(name);
    let label_values = vec![Some("label".into()), Some(id.clone().into())];
    let values =
        [id.into(), name.to_owned().into(), "text".into(), "wide".into(), "200".into(), "off".into()];
    let keys = &["id", "name", "type", "class", "maxlength", "autocomplete"];
    let content = vec![
        element("label", &["class", "for"], label_values, vec![text(label)]),
        input(keys, values.map(Some).into(), value.to_owned()),
    ];
    div("field", content)
}
