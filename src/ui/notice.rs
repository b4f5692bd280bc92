//! The notice above everything, until it is closed.

use crate::ui::components::element::{attributes, button, div, element, p};
use crate::ui::components::figure::sentence_in;
use crate::ui::components::lazy_block::lazy_block;
use crate::ui::context::PageContext;
use crate::ui::lazy::SERVICES;
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
    let page = words.page;
    match notice {
        Notice::PresetChosen(preset) => {
            vec![sentence_in("p", "", (page.changes_replaced)((words.preset)(*preset).0))]
        }
        Notice::Reset => vec![p("", page.changes_cleared)],
        Notice::Converted { amounts, from, to, factor } => {
            vec![sentence_in("p", "", (words.sentences.converted)(*amounts, *from, *to, *factor))]
        }
        Notice::LinkRefused(_)
        | Notice::FileRefused(_)
        | Notice::FileOpened(_)
        | Notice::StartedOver
        | Notice::Scenarios(_)
        | Notice::ScenarioProblem(_) => {
            vec![lazy_block(&SERVICES, page, |loaded| (loaded.storage.notice)(ctx, notice))]
        }
    }
}
