//! The notice above the page's content, which is shown until it is closed.

use crate::ui::components::element::{attributes, button, div, element};
use crate::ui::components::figure::{name_in, sentence_in};
use crate::ui::context::PageContext;
use crate::ui::lazy::SERVICES;
use crate::ui::lazy::lazy_block::{failure_message, lazy_block, retry_button};
use crate::ui::state::{Notice, ViewAction, WorkspaceAction};
use yew::prelude::*;

/// Returns the element of the notice, whose changes screen readers announce; it is
/// empty while there is no notice.
pub fn view(ctx: &PageContext) -> Html {
    let mut content: Vec<Html> =
        ctx.view.notice.as_ref().map(|notice| notice_box(ctx, notice)).into_iter().collect();
    if !ctx.view.conversions.is_empty() {
        content.push(conversions_box(ctx));
    }
    // Nothing is saved, and so nothing can fail to be saved, before this is loaded.
    if let Some(services) = SERVICES.get() {
        content.push((services.storage.warning)(ctx));
    }
    element("div", attributes! { "class" => "notices", "role" => "status" }, content)
}

/// Returns the notice about scenarios of version 1 of the model, with a button to close
/// it.
fn conversions_box(ctx: &PageContext) -> Html {
    let page = ctx.text().page;
    let close = button("button", ctx.press(ViewAction::CloseConversions), page.dismiss);
    let content = lazy_block(&SERVICES, page, |loaded| (loaded.storage.conversions)(ctx));
    div("notice", vec![content, div("buttons", vec![close])])
}

/// Returns a notice with its buttons: to undo the step that it is about or to load
/// again, and to close it.
fn notice_box(ctx: &PageContext, notice: &Notice) -> Html {
    let page = ctx.text().page;
    let mut buttons = vec![button("button", ctx.press(ViewAction::CloseNotice), page.dismiss)];
    if notice.can_be_undone() && ctx.workspace.can_undo() {
        buttons.insert(0, button("button", ctx.press(WorkspaceAction::Undo), page.undo_this));
    }
    if *notice == Notice::LoadingFailed {
        buttons.insert(0, retry_button(&SERVICES, page));
    }
    let mut content = notice_message(ctx, notice);
    content.push(div("buttons", buttons));
    div(if notice.can_be_undone() { "notice" } else { "notice is-problem" }, content)
}

/// Returns the message of a notice. Those of lazy features are loaded with them.
fn notice_message(ctx: &PageContext, notice: &Notice) -> Vec<Html> {
    let words = ctx.text();
    let page = words.page;
    match notice {
        Notice::PresetChosen(preset) => {
            vec![sentence_in("p", "", (page.changes_replaced)((words.preset)(*preset).0))]
        }
        Notice::PresetBeneath(preset) => {
            vec![sentence_in("p", "", (page.own_figures_stay)((words.preset)(*preset).0))]
        }
        Notice::Reset => vec![name_in("p", "", page.changes_cleared)],
        Notice::LoadingFailed => vec![failure_message(&SERVICES, page)],
        Notice::Converted { amounts, from, to, factor } => {
            vec![sentence_in("p", "", (words.sentences.converted)(*amounts, *from, *to, *factor))]
        }
        Notice::LinkRefused(_)
        | Notice::FileRefused(_)
        | Notice::BeyondLimits(_)
        | Notice::FileOpened(_)
        | Notice::StartedOver
        | Notice::Scenarios(_)
        | Notice::ScenarioProblem(_) => {
            vec![lazy_block(&SERVICES, page, |loaded| (loaded.storage.notice)(ctx, notice))]
        }
    }
}
