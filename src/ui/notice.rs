//! What is said once, above everything, until it is put away.

use super::element::{button, classed, div, element, p, text};
use super::later;
use super::state::{Notice, State};
use crate::link::LinkProblem;
use crate::model::Issue;
use yew::prelude::*;

/// The notice, in a place that screen readers follow; empty without one.
pub fn view(state: &State) -> Html {
    let content = state.notice.as_ref().map(|notice| shown(state, notice));
    let values = vec![Some("notices".into()), Some("status".into())];
    element("div", &["class", "role"], values, content.into_iter().collect())
}

fn shown(state: &State, notice: &Notice) -> Html {
    let page = state.text().page;
    let undo = notice.can_be_undone() && state.can_undo();
    let mut buttons = vec![button("button", "dismiss", page.dismiss)];
    if undo {
        buttons.insert(0, button("button", "undo", page.undo_this));
    }
    let mut content = message(state, notice);
    content.push(div("buttons", buttons));
    div(if notice.can_be_undone() { "notice" } else { "notice is-problem" }, content)
}

/// What a link or a file turned out to be.
pub fn brought(state: &State) -> Html {
    let page = state.text().rest();
    let content = match &state.notice {
        Some(Notice::Link(LinkProblem::Damaged)) => vec![p("", page.link_damaged)],
        Some(Notice::Link(LinkProblem::Newer)) => vec![p("", page.link_newer)],
        Some(Notice::Link(LinkProblem::Invalid(found))) => {
            vec![p("", page.link_invalid), issues(state, found)]
        }
        Some(Notice::File(found)) => vec![p("", page.file_invalid), issues(state, found)],
        _ => vec![],
    };
    div("brought", content)
}

fn message(state: &State, notice: &Notice) -> Vec<Html> {
    let words = state.text();
    let page = words.page;
    match notice {
        Notice::Link(_) | Notice::File(_) => vec![later::brought(state)],
        Notice::Missing => vec![p("", page.part_missing)],
        Notice::Opened(name) => vec![p("", (page.file_opened)(name))],
        Notice::Replaced(preset) => vec![p("", (page.replaced)((words.preset)(*preset).0))],
        Notice::Cleared => vec![p("", page.cleared)],
        Notice::Anew => vec![p("", words.page.anew)],
        Notice::Converted { amounts, from, to, factor } => {
            vec![p("", (words.sentences.converted)(*amounts, *from, *to, *factor))]
        }
    }
}

/// The first problems; a file of nonsense may have thousands.
fn issues(state: &State, found: &[Issue]) -> Html {
    let words = state.text();
    let item = |issue: &Issue| classed("li", "", vec![text((words.issue)(issue))]);
    classed("ul", "", found.iter().take(10).map(item).collect())
}
