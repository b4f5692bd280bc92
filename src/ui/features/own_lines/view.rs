//! The user's own cost and savings lines.

use crate::evidence::grade::{EvidenceSubject, own_line};
use crate::model::inputs::{OwnLine, OwnSaving, OwnSide};
use crate::model::savings::SavingId;
use crate::model::{InputId, LineField, Outcome, SavingKind, Status};
use crate::scenario::examples::{EXAMPLES, Example, is_example_value};
use crate::text::{HelpText, Text};
use crate::ui::components::deferred_block;
use crate::ui::components::element;
use crate::ui::components::element::{button, classed, div, element, heading, icon, input, p, span, text};
use crate::ui::features::centre::field::field_id;
use crate::ui::features::centre::savings_line::{counted, fields, finer};
use crate::ui::features::explain;
use crate::ui::state::{Action, State};
use yew::prelude::*;

/// The name of an own line, or a stand-in while it has none.
pub fn label(state: &State, place: usize) -> String {
    let given = state.inputs.own.get(place).map(|line| line.label.trim()).unwrap_or_default();
    if given.is_empty() { state.text().page.own_nameless.to_owned() } else { given.to_owned() }
}

/// The id of the buttons that add a line; the focus goes there when the last
/// line is removed.
const ADD: &str = "eigen-toevoegen";

pub const UP: &str = "M12 19V5M6 11l6-6 6 6";
pub const DOWN: &str = "M12 5v14M6 13l6 6 6-6";

/// What is said of a figure of an own line once it is asked for. Those of an
/// example are ours for as long as they are as we wrote them.
pub fn help(state: &State, place: usize, part: LineField) -> HelpText {
    let all = state.text();
    let mut said = (all.input_help)(InputId::Own(place, part));
    let line = state.inputs.own.get(place);
    if part == LineField::Bedrag && line.is_some_and(|line| matches!(line.side, OwnSide::Cost(_))) {
        said = HelpText { help: all.own_lines.cost_amount, source: all.own_lines.cost_amount_source };
    }
    if line.is_some_and(|line| is_example_value(line, part, state.inputs.year())) {
        said.source = all.own_lines.example_source;
    }
    said
}

/// How sure a figure of an own line is: nothing is said of the user's own.
pub fn status(state: &State, place: usize, part: LineField) -> &'static str {
    let ours =
        state.inputs.own.get(place).is_some_and(|line| is_example_value(line, part, state.inputs.year()));
    if ours { (state.text().status)(Status::Proposal) } else { "" }
}

/// Where the focus goes after an action on own lines; `true` where what is
/// around it must open.
pub fn focus_after(state: &State, action: &Action) -> Option<(String, bool)> {
    let own = &state.inputs.own;
    let name = |stem: &str| (field_id(&format!("{}.label", state.free_id(stem))), true);
    Some(match action {
        Action::AddCost | Action::AddSaving => name("c"),
        Action::Duplicate(_) => name("c"),
        Action::AddExample(place) => name(EXAMPLES.get(*place)?.id),
        Action::Remove(place) => {
            let next = own.get(place + 1).or_else(|| own.get(place.checked_sub(1)?));
            (next.map_or_else(|| ADD.to_owned(), |line| summary_id(&line.id)), false)
        }
        // A button that can go no further cannot have the focus.
        Action::Move(place, true) => {
            (tool_id(if *place == 1 { "down" } else { "up" }, &own[*place].id), false)
        }
        Action::Move(place, false) => {
            let last = place + 2 >= own.len();
            (tool_id(if last { "up" } else { "down" }, &own[*place].id), false)
        }
        _ => return None,
    })
}

fn summary_id(line: &str) -> String {
    format!("post-{line}")
}

/// The id of a button that moves something.
pub fn tool_id(word: &str, line: &str) -> String {
    format!("{word}-{line}")
}

/// All own lines, and the ways to add one.
pub fn lines(state: &State) -> Vec<Html> {
    let (page, words) = (state.text().page, state.text().own_lines);
    let own = &state.inputs.own;
    let lines = own.iter().enumerate();
    let lines =
        lines.map(|(place, own)| deferred_block::keyed(state, state.edits_own(place), place, &own.id, line));
    let lines = lines.collect();
    let add =
        vec![button("button", "add-cost", page.add_cost), button("button", "add-saving", page.add_saving)];
    let values = vec![Some("buttons".into()), Some(ADD.into()), Some("-1".into())];
    let example = |(example, (name, _)): (&Example, &(&'static str, &'static str))| {
        button("button", format!("example {}", example.id), *name)
    };
    let examples = EXAMPLES.iter().zip(&words.examples).map(example).collect();
    vec![
        p("small", words.intro),
        if own.is_empty() { p("nothing-yet", words.empty) } else { Html::default() },
        div("own-lines", lines),
        element("div", &["class", "id", "tabindex"], values, add),
        div(
            "own-examples",
            vec![
                classed(
                    "fieldset",
                    "",
                    vec![
                        classed("legend", "small", vec![text(words.examples_title)]),
                        div("buttons", examples),
                    ],
                ),
                p("small", words.examples_note),
            ],
        ),
    ]
}

/// The buttons that move, copy and remove a line.
fn tools(state: &State, place: usize, id: &str, name: &str) -> Html {
    let words = state.text().own_lines;
    let many = state.inputs.own.len();
    let content = vec![
        step("up", id, (words.up)(name, place + 1, many), place > 0, UP),
        step("down", id, (words.down)(name, place + 1, many), place + 1 < many, DOWN),
        button("plain", format!("duplicate {id}"), (words.duplicate)(name)),
        button("plain", format!("remove {id}"), (state.text().page.remove)(name)),
    ];
    div("own-tools", content)
}

/// A button that moves something a place, where that is possible.
pub fn step(word: &'static str, about: &str, label: String, possible: bool, path: &'static str) -> Html {
    let values = vec![
        Some("button".into()),
        Some("icon".into()),
        Some(tool_id(word, about).into()),
        Some(format!("{word} {about}").into()),
        Some(label.clone().into()),
        Some(label.into()),
        (!possible).then_some("disabled".into()),
    ];
    let keys = &["type", "class", "id", "data-do", "aria-label", "title", "disabled"];
    element("button", keys, values, vec![icon(path)])
}

/// Which side an own line is on, and its amount.
pub fn total(state: &State, own: &OwnLine) -> String {
    total_in(state.text(), &state.outcome, own)
}

/// The same of a line of another scenario, with its outcome.
pub fn total_in(words: &Text, outcome: &Outcome, own: &OwnLine) -> String {
    let page = words.page;
    let (side, amount) = match &own.side {
        OwnSide::Cost(cost) => (page.group_costs, words.notation.euro(cost.quantity * cost.amount)),
        OwnSide::Saving(saving) if !saving.inputs.counted => (page.group_savings, page.pm.to_owned()),
        OwnSide::Saving(_) => {
            let found = outcome.savings.iter().find(|saving| saving.id.name() == own.id);
            let net = found.map_or(0.0, |saving| saving.net.euros());
            (page.group_savings, words.notation.euro(net))
        }
    };
    format!("{side} · {amount}")
}

/// How firm a line is: where it counts as a saving, what matters in it.
fn firm(state: &State, place: usize, own: &OwnLine) -> String {
    let of = EvidenceSubject::Saving(SavingId::Own(place, own.id.clone()));
    let found = state.firm.lines.iter().find(|line| line.of == of);
    let grade = found.map_or_else(|| own_line(&state.inputs, &state.marks, place), |line| line.grade);
    (state.text().own_lines.firm)((state.text().page.evidence_grade)(grade))
}

fn line(state: &State, place: usize) -> Html {
    let own = &state.inputs.own[place];
    let page = state.text().page;
    let name = label(state, place);
    let id = |part: LineField| InputId::Own(place, part);
    let has = |part: LineField| own.has(part);
    let mut content = vec![
        explain::total::own(state, own),
        p("small own-firm", firm(state, place, own)),
        name_field(&format!("{}.label", own.id), page.own_label, &own.label),
    ];
    if let OwnSide::Saving(saving) = &own.side {
        content.extend(saving_head(state, own, saving));
    }
    content.extend(fields(state, &[LineField::Aantal, LineField::Bedrag], has, id));
    if let OwnSide::Saving(saving) = &own.side {
        content.extend(finer(state, &name, has, id, saving.inputs.parties().overig));
    }
    content.push(tools(state, place, &own.id, &name));
    let mut inside = vec![classed("legend", "hidden", vec![text(name.clone())])];
    inside.extend(content);
    let summary = vec![heading("h4", "", name), span("line-total", total(state, own))];
    let summary = element("summary", &["id"], vec![Some(summary_id(&own.id).into())], summary);
    classed("details", "line", vec![summary, classed("fieldset", "line-content", inside)])
}

fn saving_head(state: &State, own: &OwnLine, saving: &OwnSaving) -> Vec<Html> {
    let words = state.text();
    let page = words.page;
    let chosen = saving.inputs.kind;
    let options = SavingKind::ALL.map(|kind| (kind.id(), (words.kind)(kind).0, kind == chosen));
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
    let id = field_id(name);
    let options =
        options.iter().map(|(value, words, chosen)| element::option(*value, *words, *chosen)).collect();
    let values = vec![Some(id.clone().into()), Some(name.to_owned().into())];
    let mut content = vec![
        element(
            "label",
            &["class", "for"],
            vec![Some("label".into()), Some(id.clone().into())],
            vec![text(label)],
        ),
        element("select", &["id", "name"], values, options),
    ];
    content.extend(meaning.map(|meaning| p("note", meaning)));
    div("field", content)
}

/// A text that says how something is called.
pub fn name_field(name: &str, label: &'static str, value: &str) -> Html {
    let id = field_id(name);
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
