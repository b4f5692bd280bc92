//! Blocks of the page that are drawn by themselves from the page's state, and that
//! wait while a person is typing or dragging; see
//! `src/ui/components/deferred_block.rs`.

use crate::ui::components::deferred_block::{DeferredBlock, DeferredBlockProps};
use crate::ui::context::PageContext;
use crate::ui::state::ChangeOrigin;
use yew::prelude::*;

/// A function that draws a block. If it draws several, the second argument is the
/// block's index.
pub type Draw = fn(&PageContext, usize) -> Html;

/// A function that returns whether a block looks the same for two states.
pub type IsSame = fn(&PageContext, &PageContext) -> bool;

/// Returns a block that is drawn again after every action and loading: in the frame of the
/// change if `immediate` is true, and soon after it otherwise.
pub fn block(ctx: &PageContext, immediate: bool, index: usize, draw: Draw) -> Html {
    if ctx.is_shell() {
        return draw(ctx, index);
    }
    let props = properties(ctx, immediate, index, PartialEq::eq, draw);
    html! { <DeferredBlock<PageContext> ..props /> }
}

/// Returns a block that is drawn again soon after every action, and not in the frame of
/// the change; see [`block`].
pub fn deferred_block(ctx: &PageContext, index: usize, draw: Draw) -> Html {
    block(ctx, false, index, draw)
}

/// Returns a [`block`] with a key, for one of several siblings that are added,
/// removed or moved.
pub fn keyed_block(ctx: &PageContext, immediate: bool, index: usize, key: &str, draw: Draw) -> Html {
    let key = key.to_owned();
    let props = properties(ctx, immediate, index, PartialEq::eq, draw);
    html! { <DeferredBlock<PageContext> {key} ..props /> }
}

/// Returns a block that is drawn again only if `is_same` finds a difference.
pub fn memo_block(ctx: &PageContext, is_same: IsSame, draw: Draw) -> Html {
    if ctx.is_shell() {
        return draw(ctx, 0);
    }
    let props = properties(ctx, false, 0, is_same, draw);
    html! { <DeferredBlock<PageContext> ..props /> }
}

fn properties(
    ctx: &PageContext,
    immediate: bool,
    index: usize,
    is_same: IsSame,
    draw: Draw,
) -> DeferredBlockProps<PageContext> {
    DeferredBlockProps { ctx: ctx.clone(), draw, index, immediate, is_same, may_wait }
}

/// Returns whether a block may be drawn after the frame of a change. Only changes of
/// figures by typing or dragging allow it, since these follow each other fast. All
/// others are drawn at once: something that is opened or loaded is no change of
/// figures, and after a button the focus may move into the block.
fn may_wait(ctx: &PageContext, before: &PageContext) -> bool {
    let figures_changed = ctx.workspace.revision != before.workspace.revision;
    figures_changed && is_changed_by_hand(ctx.editing.open_step)
}

/// Returns whether a person types or drags. Scenarios of another window are drawn at
/// once: a button of a list names its entry by index, which may be another entry now.
fn is_changed_by_hand(source: Option<ChangeOrigin>) -> bool {
    match source {
        Some(ChangeOrigin::Field(_)) => true,
        Some(ChangeOrigin::OtherWindow) | None => false,
    }
}
