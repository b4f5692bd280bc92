//! The notice above everything, until it is closed.

use crate::model::Issue;
use crate::scenario::link::LinkProblem;
use crate::ui::components::element::{attributes, button, classed, div, element, p};
use crate::ui::components::figure::sentence_in;
use crate::ui::context::PageContext;
use crate::ui::features::storage::messages;
use crate::ui::state::{Notice, ViewAction, WorkspaceAction};
use yew::prelude::*;

/// Returns the notice in a place that screen readers follow; empty without one.
pub fn view(ctx: &PageContext) -> Html {
    let content = ctx.view.notice.as_ref().map(|notice| shown(ctx, notice));
    element("div", attributes! { "class" => "notices", "role" => "status" }, content.into_iter().collect())
}

fn shown(ctx: &PageContext, notice: &Notice) -> Html {
    let page = ctx.text().page;
    let mut buttons = vec![button("button", ctx.press(ViewAction::CloseNotice), page.dismiss)];
    if notice.can_be_undone() && ctx.workspace.can_undo() {
        buttons.insert(0, button("button", ctx.press(WorkspaceAction::Undo), page.undo_this));
    }
    let mut content = message(ctx, notice);
    content.push(div("buttons", buttons));
    div(if notice.can_be_undone() { "notice" } else { "notice is-problem" }, content)
}

fn message(ctx: &PageContext, notice: &Notice) -> Vec<Html> {
    let words = ctx.text();
    let (page, scenarios) = (words.page, words.workspace());
    // Where scenarios are saved, a link that is not usable shows these.
    let saved = usize::from(!ctx.workspace.current.is_untouched());
    match notice {
        Notice::LinkRefused(LinkProblem::Damaged) => vec![p("", scenarios.link_damaged[saved])],
        Notice::LinkRefused(LinkProblem::Newer) => vec![p("", scenarios.link_newer[saved])],
        Notice::LinkRefused(LinkProblem::Invalid(found)) => {
            vec![p("", scenarios.link_invalid[saved]), issues(ctx, found)]
        }
        Notice::FileRefused(found) => vec![p("", scenarios.file_invalid), issues(ctx, found)],
        Notice::FileOpened(name) => vec![sentence_in("p", "", (scenarios.file_opened)(name))],
        Notice::PresetChosen(preset) => {
            vec![sentence_in("p", "", (page.replaced)((words.preset)(*preset).0))]
        }
        Notice::Reset => vec![p("", page.cleared)],
        Notice::StartedOver => vec![p("", scenarios.anew)],
        Notice::Scenarios(message) => vec![messages::message(ctx, message)],
        Notice::ScenarioProblem(problem) => messages::problem(ctx, problem),
        Notice::Converted { amounts, from, to, factor } => {
            vec![sentence_in("p", "", (words.sentences.converted)(*amounts, *from, *to, *factor))]
        }
    }
}

/// Returns the first problems; a file of nonsense may have thousands.
pub(super) fn issues(ctx: &PageContext, found: &[Issue]) -> Html {
    let words = ctx.text();
    let item = |issue: &Issue| sentence_in("li", "", (words.issue)(issue));
    classed("ul", "", found.iter().take(10).map(item).collect())
}
