//! Warnings that block nothing: one calm card, closed until it is asked for.

use crate::checks::{Warning, plausibility_checks};
use crate::model::InputId;
use crate::ui::commands::Command;
use crate::ui::components::element::{classed, details, div, heading};
use crate::ui::components::figure::{figure_button, name_in, name_text, sentence_in, space};
use crate::ui::context::PageContext;
use crate::ui::features::centre::field::field_id;
use crate::ui::features::changes::view::name;
use crate::ui::features::explain;
use crate::ui::features::financing::editor::EDITOR;
use crate::ui::features::own_lines;
use crate::ui::state::State;
use yew::prelude::*;

/// Returns all warnings, each with the fields to look at.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().checks();
    let found = plausibility_checks(&ctx.workspace.inputs, &ctx.workspace.outcome);
    let doubts = found.iter().filter(|guard| guard.is_probable_error()).count();
    let count = sentence_in("span", "group-total", (words.count)(found.len(), doubts));
    let summary = vec![heading("h3", "", ctx.text().page.warnings_title), count];
    let intro = sentence_in("p", "small", if found.is_empty() { words.none } else { words.intro });
    let items = found.iter().map(|guard| item(ctx, guard)).collect();
    let content = vec![intro, classed("ul", "guard-list", items)];
    details("group guards", false, summary, vec![div("group-content", content)])
}

fn item(ctx: &PageContext, guard: &Warning) -> Html {
    let words = ctx.text().checks();
    let mut lines: Vec<String> = Vec::new();
    for line in guard.inputs.iter().filter_map(|id| line_of(ctx, *id)) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    let (title, sentence) = (words.warning)(&guard.kind, &(words.list)(&lines));
    let anchor = anchor_of(ctx, title, guard);
    let figures = explain::warning_figures::stated_figures(ctx, guard);
    let sentence = explain::sentence::paragraph(ctx, &anchor, &sentence, &figures);
    let mut head = vec![sentence_in("strong", "", title)];
    if guard.is_probable_error() {
        head.extend([space(), name_in("span", "tag", words.probable_error)]);
    }
    let link = |id: String, name: String| {
        let name = name_text(name);
        // Without a program no button leads to a field.
        if ctx.is_shell() { name } else { figure_button("plain", ctx.press(Command::Reveal(id)), name) }
    };
    let mut look = vec![name_in("span", "small", words.look_at)];
    if guard.inputs.is_empty() {
        look.extend([space(), link(EDITOR.to_owned(), ctx.text().financing().title.to_owned())]);
    }
    for id in &guard.inputs {
        look.extend([space(), link(field_id(&ctx.workspace.inputs.name(*id)), name(ctx, *id))]);
    }
    classed("li", "", vec![div("", head), sentence, classed("p", "guard-look", look)])
}

/// Returns the anchor of a warning: some state the same figure, and some are
/// there for more than one line.
fn anchor_of(state: &State, title: &str, guard: &Warning) -> String {
    let about = guard.inputs.first().map(|id| state.workspace.inputs.name(*id)).unwrap_or_default();
    let title: Vec<&str> = title.split_whitespace().collect();
    format!("{}-{about}", title.join("-"))
}

/// Returns the name of the line that an input is of, if of any.
fn line_of(state: &State, id: InputId) -> Option<String> {
    let name = match id {
        InputId::General(_) => return None,
        InputId::Line(line, _) => (state.text().line)(line).label.to_owned(),
        InputId::Own(position, _) => own_lines::view::label(state, position),
    };
    Some((state.text().checks().line)(&name))
}
