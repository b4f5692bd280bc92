//! What is said once, above everything, until it is put away.

use crate::model::Issue;
use crate::scenario::link::LinkProblem;
use crate::ui::components::element::{button, classed, div, element, p, text};
use crate::ui::features::storage;
use crate::ui::lazy;
use crate::ui::state::{Notice, State};
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

/// What is said of what came in, and of all that comes later.
pub fn brought(state: &State) -> Html {
    let words = state.text().workspace;
    // Where scenarios are kept, a link that is no good shows these.
    let kept = usize::from(!state.workspace.is_untouched());
    let content = match &state.notice {
        Some(Notice::Link(LinkProblem::Damaged)) => vec![p("", words.link_damaged[kept])],
        Some(Notice::Link(LinkProblem::Newer)) => vec![p("", words.link_newer[kept])],
        Some(Notice::Link(LinkProblem::Invalid(found))) => {
            vec![p("", words.link_invalid[kept]), issues(state, found)]
        }
        Some(Notice::File(found)) => vec![p("", words.file_invalid), issues(state, found)],
        Some(Notice::Opened(name)) => vec![p("", (words.file_opened)(name))],
        Some(Notice::Anew) => vec![p("", words.anew)],
        Some(Notice::Told | Notice::Trouble) => storage::persistence::said(state),
        _ => vec![],
    };
    div("brought", content)
}

fn message(state: &State, notice: &Notice) -> Vec<Html> {
    let words = state.text();
    let page = words.page;
    match notice {
        Notice::Missing => vec![p("", page.part_missing)],
        Notice::Replaced(preset) => vec![p("", (page.replaced)((words.preset)(*preset).0))],
        Notice::Cleared => vec![p("", page.cleared)],
        Notice::Converted { amounts, from, to, factor } => {
            vec![p("", (words.sentences.converted)(*amounts, *from, *to, *factor))]
        }
        // Only what comes later says these.
        _ => vec![lazy::brought(state)],
    }
}

/// The first problems; a file of nonsense may have thousands.
pub(super) fn issues(state: &State, found: &[Issue]) -> Html {
    let words = state.text();
    let item = |issue: &Issue| classed("li", "", vec![text((words.issue)(issue))]);
    classed("ul", "", found.iter().take(10).map(item).collect())
}
