//! The user's own lines among the inputs, with the buttons that add, move, copy
//! and remove them.

use crate::evidence::grade::{EvidenceSubject, own_line};
use crate::model::inputs::{OwnLine, OwnSaving, OwnSide};
use crate::model::savings::SavingId;
use crate::model::{InputId, LineField, Outcome, SavingKind, Status};
use crate::scenario::MAX_OWN_LINES;
use crate::scenario::examples::{EXAMPLES, is_example_value};
use crate::text::{HelpText, Text};
use crate::ui::blocks::keyed_block;
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{
    attributes, button_if, classed, disabled, div, element, icon, p, text_in, with_listeners,
};
use crate::ui::components::figure::{figure_button, figure_in, name_in, name_text, sentence_in};
use crate::ui::context::{Message, PageContext};
use crate::ui::controls::{choice, name_field};
use crate::ui::features::explain;
use crate::ui::features::inputs::field::field_id;
use crate::ui::features::inputs::savings_line::{corrections_and_parties, counted_checkbox, fields};
use crate::ui::features::own_lines::state::OwnLineAction;
use crate::ui::state::{FieldId, FocusRequest, State};
use yew::prelude::*;

/// Returns the name of the own line at this index, or a placeholder while it
/// has none.
pub fn label(state: &State, index: usize) -> String {
    let label = state.workspace.inputs.own.get(index).map(|line| line.label.trim()).unwrap_or_default();
    if label.is_empty() { state.text().page.own_nameless.to_owned() } else { label.to_owned() }
}

/// The id of the element with the buttons that add a line; it gets the focus when
/// the last line is removed.
const ADD: &str = "eigen-toevoegen";

/// The path of the icon of an arrow up.
const UP_ICON: &str = "M12 19V5M6 11l6-6 6 6";
/// The path of the icon of an arrow down.
const DOWN_ICON: &str = "M12 5v14M6 13l6 6 6-6";

/// Returns the meaning and the source of a figure of an own line. The source of
/// an example's figures is named as long as the user did not change them.
pub fn help(state: &State, index: usize, field: LineField) -> HelpText {
    let all = state.text();
    let mut help = all.input_help(InputId::Own(index, field));
    let line = state.workspace.inputs.own.get(index);
    if field == LineField::Bedrag && line.is_some_and(|line| matches!(line.side, OwnSide::Cost(_))) {
        help = HelpText { help: all.own_lines().cost_amount, source: all.own_lines().cost_amount_source };
    }
    if line.is_some_and(|line| is_example_value(line, field, state.workspace.inputs.prices())) {
        help.source = all.own_lines().example_source;
    }
    help
}

/// Returns the word for the status of a figure of an own line: 'aanname' for
/// figures of an example, empty for those that the user entered.
pub fn status(state: &State, index: usize, field: LineField) -> &'static str {
    let prices = state.workspace.inputs.prices();
    let line = state.workspace.inputs.own.get(index);
    let is_of_example = line.is_some_and(|line| is_example_value(line, field, prices));
    if is_of_example { (state.text().status)(Status::Proposal) } else { "" }
}

/// Returns where the focus goes after an action on own lines; `state` is the state before
/// the action.
pub fn focus_after(state: &State, action: &OwnLineAction) -> Option<FocusRequest> {
    let own = &state.workspace.inputs.own;
    let name_field = |stem: &str| FocusRequest::Reveal(field_id(&format!("{}.label", state.free_id(stem))));
    let move_button = |direction: &str, index: usize| {
        Some(FocusRequest::Element(move_button_id(direction, &own.get(index)?.id)))
    };
    match *action {
        OwnLineAction::AddCost | OwnLineAction::AddSaving | OwnLineAction::Duplicate(_) => {
            Some(name_field("c"))
        }
        OwnLineAction::AddExample(index) => Some(name_field(EXAMPLES.get(index)?.id)),
        OwnLineAction::Remove(index) => {
            let next = own.get(index + 1).or_else(|| own.get(index.checked_sub(1)?));
            let id = next.map_or_else(|| ADD.to_owned(), |line| summary_id(&line.id));
            Some(FocusRequest::Element(id))
        }
        // On the first and the last line one of the buttons is disabled, so the
        // other one gets the focus.
        OwnLineAction::MoveUp(index) => move_button(if index == 1 { "down" } else { "up" }, index),
        OwnLineAction::MoveDown(index) => {
            let becomes_last = index + 2 >= own.len();
            move_button(if becomes_last { "up" } else { "down" }, index)
        }
        OwnLineAction::SetKind(..) | OwnLineAction::SetCounted(..) => None,
    }
}

fn summary_id(line: &str) -> String {
    format!("post-{line}")
}

/// Returns the id of a button that moves an item; see [`move_button`].
pub fn move_button_id(direction: &str, item: &str) -> String {
    format!("{direction}-{item}")
}

/// Returns all own lines, and the buttons that add one.
pub fn view(ctx: &PageContext) -> Html {
    let (results, words) = (ctx.text().results(), ctx.text().own_lines());
    let own = &ctx.workspace.inputs.own;
    let lines = own.iter().enumerate().map(|(index, own)| {
        keyed_block(ctx, ctx.editing.is_changing_own_line(index), index, &own.id, line_details)
    });
    let lines = lines.collect();
    let has_room = own.len() < MAX_OWN_LINES;
    let add_button = |action, words| button_if(has_room, "button", ctx.press(action), words);
    let mut add = vec![
        add_button(OwnLineAction::AddCost, results.add_cost),
        add_button(OwnLineAction::AddSaving, results.add_saving),
    ];
    if !has_room {
        add.push(p("note", words.full));
    }
    let example = |(index, (name, _)): (usize, &(&'static str, &'static str))| {
        add_button(OwnLineAction::AddExample(index), name)
    };
    let examples = words.examples.iter().enumerate().map(example).collect();
    let examples = vec![text_in("legend", "small", words.examples_title), div("buttons", examples)];
    let content = vec![
        p("small", words.intro),
        if own.is_empty() { p("nothing-yet", words.empty) } else { Html::default() },
        div("own-lines", lines),
        element("div", attributes! { "class" => "buttons", "id" => ADD, "tabindex" => "-1" }, add),
        div("own-examples", vec![classed("fieldset", "", examples), p("small", words.examples_note)]),
    ];
    div("own", content)
}

/// Returns the buttons that move, copy and remove a line.
fn line_buttons(ctx: &PageContext, index: usize, id: &str, name: &str) -> Html {
    let words = ctx.text().own_lines();
    let count = ctx.workspace.inputs.own.len();
    let tool = |action, words: String| figure_button("plain", ctx.press(action), name_text(words));
    let (up, down) = (OwnLineAction::MoveUp(index), OwnLineAction::MoveDown(index));
    let mut content = vec![
        move_button(ctx, "up", id, (words.up)(name, index + 1, count), index > 0, up),
        move_button(ctx, "down", id, (words.down)(name, index + 1, count), index + 1 < count, down),
    ];
    if count < MAX_OWN_LINES {
        content.push(tool(OwnLineAction::Duplicate(index), (words.duplicate)(name)));
    }
    content.push(tool(OwnLineAction::Remove(index), (ctx.text().results().remove)(name)));
    div("own-tools", content)
}

/// Returns a button that moves an item of a list one row up or down; it is
/// disabled where that is not `possible`. Its id is `direction`, which ends in
/// `up` or `down`, followed by the id of the item.
pub fn move_button(
    ctx: &PageContext,
    direction: &str,
    item: &str,
    label: String,
    possible: bool,
    message: impl Into<Message>,
) -> Html {
    let path = if direction.ends_with("up") { UP_ICON } else { DOWN_ICON };
    let attributes = attributes! {
        "type" => "button",
        "class" => "icon",
        "id" => move_button_id(direction, item),
        "aria-label" => label.clone(),
        "title" => label,
        "disabled" => disabled(!possible),
    };
    with_listeners("button", attributes, [ctx.on_press(message)], vec![icon(path)])
}

/// Returns the side of an own line of the scenario that is shown, costs or
/// savings, and its amount or 'p.m.', in words.
pub fn side_and_amount(state: &State, own: &OwnLine) -> String {
    side_and_amount_in(state.text(), &state.workspace.outcome, own)
}

/// Returns the side and the amount of an own line of the scenario with this
/// outcome; see [`side_and_amount`].
pub fn side_and_amount_in(words: &Text, outcome: &Outcome, own: &OwnLine) -> String {
    let page = words.page;
    let (side, amount) = match &own.side {
        OwnSide::Cost(cost) => (words.inputs().group_costs, words.notation.euro(cost.quantity * cost.amount)),
        OwnSide::Saving(saving) if !saving.inputs.counted => {
            (words.inputs().group_savings, page.pm.to_owned())
        }
        OwnSide::Saving(_) => {
            let found = outcome.savings.iter().find(|saving| saving.id.name() == own.id);
            let net = found.map_or(0.0, |saving| saving.net.euros());
            (words.inputs().group_savings, words.notation.euro(net))
        }
    };
    format!("{side} · {amount}")
}

/// Returns the evidence grade of a line, in words.
fn grade_sentence(state: &State, index: usize, own: &OwnLine) -> String {
    let subject = EvidenceSubject::Saving(SavingId::Own(index, own.id.clone()));
    let found = state.workspace.evidence.lines.iter().find(|line| line.subject == subject);
    let grade = found.map_or_else(
        || own_line(&state.workspace.inputs, &state.workspace.user_sources, index),
        |line| line.grade,
    );
    (state.text().own_lines().evidence_grade)((state.text().evidence().evidence_grade)(grade))
}

/// Returns the own line at this index, which can be unfolded to its fields.
fn line_details(ctx: &PageContext, index: usize) -> Html {
    let own = &ctx.workspace.inputs.own[index];
    let name = label(ctx, index);
    let id = |field: LineField| InputId::Own(index, field);
    let has = |field: LineField| own.has(field);
    let label_field = {
        let (field, name) = (FieldId::OwnLabel(index), format!("{}.label", own.id));
        name_field(ctx, field, &name, ctx.text().results().own_label, &own.label)
    };
    let mut content = vec![
        name_in("legend", "hidden", name.clone()),
        explain::total::own_line_total(ctx, own),
        sentence_in("p", "small line-grade", grade_sentence(ctx, index, own)),
        label_field,
    ];
    if let OwnSide::Saving(saving) = &own.side {
        content.extend(saving_choices(ctx, index, own, saving));
    }
    content.extend(fields(ctx, &[LineField::Aantal, LineField::Bedrag], has, id));
    if let OwnSide::Saving(saving) = &own.side {
        content.extend(corrections_and_parties(ctx, &name, has, id, saving.inputs.parties().overig));
    }
    content.push(line_buttons(ctx, index, &own.id, &name));
    let total = figure_in("span", "line-total", side_and_amount(ctx, own));
    let summary = vec![figure_in("h4", "", name), total];
    let summary = element("summary", attributes! { "id" => summary_id(&own.id) }, summary);
    classed("details", "line", vec![summary, classed("fieldset", "line-content", content)])
}

/// Returns the unit, the kind and the checkbox that only savings lines have.
fn saving_choices(ctx: &PageContext, index: usize, own: &OwnLine, saving: &OwnSaving) -> Vec<Html> {
    let words = ctx.text();
    let results = words.results();
    let chosen = saving.inputs.kind;
    let options = SavingKind::ALL.into_iter().map(|kind| {
        let action = OwnLineAction::SetKind(index, kind);
        ChoiceOption::new(kind.id(), (words.kind)(kind).0, kind == chosen, action)
    });
    vec![
        name_field(ctx, FieldId::OwnUnit(index), &format!("{}.unit", own.id), results.own_unit, &saving.unit),
        choice(
            ctx,
            &format!("{}.kind", own.id),
            results.kind,
            options.collect(),
            Some((words.kind)(chosen).1),
        ),
        counted_checkbox(ctx, &format!("{}.counted", own.id), saving.inputs.counted, move |on| {
            OwnLineAction::SetCounted(index, on).into()
        }),
    ]
}
