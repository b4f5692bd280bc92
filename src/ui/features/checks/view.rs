//! The card with warnings about implausible figures. It is folded up at first,
//! and the warnings block nothing.

use crate::checks::{Warning, plausibility_checks};
use crate::model::InputId;
use crate::ui::commands::Command;
use crate::ui::components::element::{classed, details, div, heading};
use crate::ui::components::figure::{figure_button, name_in, name_text, sentence_in, space};
use crate::ui::context::PageContext;
use crate::ui::features::centre::field::field_id;
use crate::ui::features::changes::view::input_name;
use crate::ui::features::explain;
use crate::ui::features::financing::editor::EDITOR;
use crate::ui::features::own_lines;
use crate::ui::state::State;
use yew::prelude::*;

/// Returns the card with all warnings, each with links to the fields that it is
/// about.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().checks();
    let found = plausibility_checks(&ctx.workspace.inputs, &ctx.workspace.outcome);
    let errors = found.iter().filter(|warning| warning.is_probable_error()).count();
    let count = sentence_in("span", "group-total", (words.count)(found.len(), errors));
    let summary = vec![heading("h3", "", ctx.text().results().warnings_title), count];
    let intro = sentence_in("p", "small", if found.is_empty() { words.none } else { words.intro });
    let items = found.iter().map(|warning| item(ctx, warning)).collect();
    let content = vec![intro, classed("ul", "check-list", items)];
    details("group checks", false, summary, vec![div("group-content", content)])
}

fn item(ctx: &PageContext, warning: &Warning) -> Html {
    let words = ctx.text().checks();
    let mut lines: Vec<String> = Vec::new();
    for line in warning.inputs.iter().filter_map(|id| line_label(ctx, *id)) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    let (title, sentence) = (words.warning)(&warning.kind, &(words.list)(&lines));
    let anchor = warning_anchor(ctx, title, warning);
    let figures = explain::warning_figures::stated_figures(ctx, warning);
    let sentence = explain::sentence::paragraph(ctx, &anchor, &sentence, &figures);
    let mut head = vec![sentence_in("strong", "", title)];
    if warning.is_probable_error() {
        head.extend([space(), name_in("span", "tag", words.probable_error)]);
    }
    let link = |id: String, name: String| {
        let name = name_text(name);
        // In the static shell, without the program, buttons would do nothing.
        if ctx.is_shell() { name } else { figure_button("plain", ctx.press(Command::Reveal(id)), name) }
    };
    let mut links = vec![name_in("span", "small", words.look_at)];
    if warning.inputs.is_empty() {
        links.extend([space(), link(EDITOR.to_owned(), ctx.text().financing().title.to_owned())]);
    }
    for id in &warning.inputs {
        links.extend([space(), link(field_id(&ctx.workspace.inputs.name(*id)), input_name(ctx, *id))]);
    }
    classed("li", "", vec![div("", head), sentence, classed("p", "check-links", links)])
}

/// Returns the anchor of the explanations that a warning opens. It is made of the
/// title and the first input, since several warnings can state the same figure,
/// and one kind of warning can be given for several lines.
fn warning_anchor(state: &State, title: &str, warning: &Warning) -> String {
    let input = warning.inputs.first().map(|id| state.workspace.inputs.name(*id)).unwrap_or_default();
    let title: Vec<&str> = title.split_whitespace().collect();
    format!("{}-{input}", title.join("-"))
}

/// Returns the phrase for the savings line or own line that an input belongs to;
/// `None` for general inputs.
fn line_label(state: &State, id: InputId) -> Option<String> {
    let name = match id {
        InputId::General(_) => return None,
        InputId::Line(line, _) => (state.text().line)(line).label.to_owned(),
        InputId::Own(index, _) => own_lines::view::label(state, index),
    };
    Some((state.text().checks().line)(&name))
}
