//! The user's own cost and savings lines.

use crate::evidence::grade::{EvidenceSubject, own_line};
use crate::model::inputs::{OwnLine, OwnSaving, OwnSide};
use crate::model::savings::SavingId;
use crate::model::{InputId, LineField, Outcome, SavingKind, Status};
use crate::scenario::examples::{EXAMPLES, is_example_value};
use crate::text::{HelpText, Text};
use crate::ui::blocks::keyed_block;
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{
    attributes, button, classed, disabled, div, element, icon, p, text, with_listeners,
};
use crate::ui::components::figure::{figure_in, sentence_in};
use crate::ui::context::{Message, PageContext};
use crate::ui::controls::{choice, name_field};
use crate::ui::features::centre::field::field_id;
use crate::ui::features::centre::savings_line::{counted, fields, finer};
use crate::ui::features::explain;
use crate::ui::features::own_lines::state::OwnLineAction;
use crate::ui::state::{FieldId, FocusRequest, State};
use yew::prelude::*;

/// Returns the name of an own line, or a stand-in while it has none.
pub fn label(state: &State, place: usize) -> String {
    let given = state.workspace.inputs.own.get(place).map(|line| line.label.trim()).unwrap_or_default();
    if given.is_empty() { state.text().page.own_nameless.to_owned() } else { given.to_owned() }
}

/// The id of the buttons that add a line; the focus goes there when the last
/// line is removed.
const ADD: &str = "eigen-toevoegen";

const UP: &str = "M12 19V5M6 11l6-6 6 6";
const DOWN: &str = "M12 5v14M6 13l6 6 6-6";

/// Returns meaning and source of a figure of an own line. The figures of an
/// example are ours as long as they are unchanged.
pub fn help(state: &State, place: usize, part: LineField) -> HelpText {
    let all = state.text();
    let mut said = all.input_help(InputId::Own(place, part));
    let line = state.workspace.inputs.own.get(place);
    if part == LineField::Bedrag && line.is_some_and(|line| matches!(line.side, OwnSide::Cost(_))) {
        said = HelpText { help: all.own_lines().cost_amount, source: all.own_lines().cost_amount_source };
    }
    if line.is_some_and(|line| is_example_value(line, part, state.workspace.inputs.year())) {
        said.source = all.own_lines().example_source;
    }
    said
}

/// Returns how sure a figure of an own line is; empty for the user's own.
pub fn status(state: &State, place: usize, part: LineField) -> &'static str {
    let ours = state
        .workspace
        .inputs
        .own
        .get(place)
        .is_some_and(|line| is_example_value(line, part, state.workspace.inputs.year()));
    if ours { (state.text().status)(Status::Proposal) } else { "" }
}

/// Returns where the focus goes after an action on own lines.
pub fn focus_after(state: &State, action: &OwnLineAction) -> Option<FocusRequest> {
    let own = &state.workspace.inputs.own;
    let name = |stem: &str| FocusRequest::Reveal(field_id(&format!("{}.label", state.free_id(stem))));
    // A button that can go no further cannot have the focus.
    let tool =
        |word: &str, position: usize| Some(FocusRequest::Element(tool_id(word, &own.get(position)?.id)));
    match *action {
        OwnLineAction::AddCost | OwnLineAction::AddSaving | OwnLineAction::Duplicate(_) => Some(name("c")),
        OwnLineAction::AddExample(index) => Some(name(EXAMPLES.get(index)?.id)),
        OwnLineAction::Remove(position) => {
            let next = own.get(position + 1).or_else(|| own.get(position.checked_sub(1)?));
            let id = next.map_or_else(|| ADD.to_owned(), |line| summary_id(&line.id));
            Some(FocusRequest::Element(id))
        }
        OwnLineAction::MoveUp(position) => tool(if position == 1 { "down" } else { "up" }, position),
        OwnLineAction::MoveDown(position) => {
            let last = position + 2 >= own.len();
            tool(if last { "up" } else { "down" }, position)
        }
        OwnLineAction::SetKind(..) | OwnLineAction::SetCounted(..) => None,
    }
}

fn summary_id(line: &str) -> String {
    format!("post-{line}")
}

/// Returns the id of a button that moves something.
pub fn tool_id(word: &str, line: &str) -> String {
    format!("{word}-{line}")
}

/// Returns all own lines, and the ways to add one.
pub fn all(ctx: &PageContext) -> Html {
    let (page, words) = (ctx.text().page, ctx.text().own_lines());
    let own = &ctx.workspace.inputs.own;
    let lines = own.iter().enumerate().map(|(position, own)| {
        keyed_block(ctx, ctx.editing.is_changing_own_line(position), position, &own.id, line)
    });
    let lines = lines.collect();
    let add = vec![
        button("button", ctx.press(OwnLineAction::AddCost), page.add_cost),
        button("button", ctx.press(OwnLineAction::AddSaving), page.add_saving),
    ];
    let example = |(index, (name, _)): (usize, &(&'static str, &'static str))| {
        button("button", ctx.press(OwnLineAction::AddExample(index)), *name)
    };
    let examples = words.examples.iter().enumerate().map(example).collect();
    let examples =
        vec![classed("legend", "small", vec![text(words.examples_title)]), div("buttons", examples)];
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
fn tools(ctx: &PageContext, position: usize, id: &str, name: &str) -> Html {
    let words = ctx.text().own_lines();
    let count = ctx.workspace.inputs.own.len();
    let (up, down) = (OwnLineAction::MoveUp(position), OwnLineAction::MoveDown(position));
    let content = vec![
        step(ctx, "up", id, (words.up)(name, position + 1, count), position > 0, up),
        step(ctx, "down", id, (words.down)(name, position + 1, count), position + 1 < count, down),
        button("plain", ctx.press(OwnLineAction::Duplicate(position)), (words.duplicate)(name)),
        button("plain", ctx.press(OwnLineAction::Remove(position)), (ctx.text().page.remove)(name)),
    ];
    div("own-tools", content)
}

/// Returns a button that moves something one position, where that is possible.
/// Its id is made of `word`, which ends in `up` or `down`, and of what it moves.
pub fn step(
    ctx: &PageContext,
    word: &str,
    about: &str,
    label: String,
    possible: bool,
    message: impl Into<Message>,
) -> Html {
    let path = if word.ends_with("up") { UP } else { DOWN };
    let attributes = attributes! {
        "type" => "button",
        "class" => "icon",
        "id" => tool_id(word, about),
        "aria-label" => label.clone(),
        "title" => label,
        "disabled" => disabled(!possible),
    };
    with_listeners("button", attributes, [ctx.on_press(message)], vec![icon(path)])
}

/// Returns which side an own line is on, and its amount.
pub fn total(state: &State, own: &OwnLine) -> String {
    total_in(state.text(), &state.workspace.outcome, own)
}

/// Returns the side and the amount of an own line of any scenario.
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

/// Returns the evidence grade of a line, in words.
fn firm(state: &State, place: usize, own: &OwnLine) -> String {
    let of = EvidenceSubject::Saving(SavingId::Own(place, own.id.clone()));
    let found = state.workspace.evidence.lines.iter().find(|line| line.subject == of);
    let grade = found.map_or_else(
        || own_line(&state.workspace.inputs, &state.workspace.user_sources, place),
        |line| line.grade,
    );
    (state.text().own_lines().evidence_grade)((state.text().page.evidence_grade)(grade))
}

fn line(ctx: &PageContext, place: usize) -> Html {
    let own = &ctx.workspace.inputs.own[place];
    let page = ctx.text().page;
    let name = label(ctx, place);
    let id = |part: LineField| InputId::Own(place, part);
    let has = |part: LineField| own.has(part);
    let mut content = vec![
        explain::total::own(ctx, own),
        sentence_in("p", "small own-firm", firm(ctx, place, own)),
        name_field(ctx, FieldId::OwnLabel(place), &format!("{}.label", own.id), page.own_label, &own.label),
    ];
    if let OwnSide::Saving(saving) = &own.side {
        content.extend(saving_head(ctx, place, own, saving));
    }
    content.extend(fields(ctx, &[LineField::Aantal, LineField::Bedrag], has, id));
    if let OwnSide::Saving(saving) = &own.side {
        content.extend(finer(ctx, &name, has, id, saving.inputs.parties().overig));
    }
    content.push(tools(ctx, place, &own.id, &name));
    let mut inside = vec![classed("legend", "hidden", vec![text(name.clone())])];
    inside.extend(content);
    let summary = vec![figure_in("h4", "", name), figure_in("span", "line-total", total(ctx, own))];
    let summary = element("summary", attributes! { "id" => summary_id(&own.id) }, summary);
    classed("details", "line", vec![summary, classed("fieldset", "line-content", inside)])
}

fn saving_head(ctx: &PageContext, position: usize, own: &OwnLine, saving: &OwnSaving) -> Vec<Html> {
    let words = ctx.text();
    let page = words.page;
    let chosen = saving.inputs.kind;
    let options = SavingKind::ALL.into_iter().map(|kind| {
        let action = OwnLineAction::SetKind(position, kind);
        ChoiceOption::new(kind.id(), (words.kind)(kind).0, kind == chosen, action)
    });
    vec![
        name_field(ctx, FieldId::OwnUnit(position), &format!("{}.unit", own.id), page.own_unit, &saving.unit),
        choice(ctx, &format!("{}.kind", own.id), page.kind, options.collect(), Some((words.kind)(chosen).1)),
        counted(ctx, &format!("{}.counted", own.id), saving.inputs.counted, move |on| {
            OwnLineAction::SetCounted(position, on).into()
        }),
    ]
}
