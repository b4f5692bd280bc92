//! Blocks of the page, each drawn from the page's state separately from the rest. They
//! may wait while a person is typing or dragging; see
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

/// Returns a block that is drawn again after every action, and when a lazy feature has
/// been loaded: always in the frame of the change if `immediate` is true. Otherwise it is
/// drawn shortly after that frame while a person types or drags, and in that frame in all
/// other cases (see `may_wait`).
pub fn block(ctx: &PageContext, immediate: bool, index: usize, draw: Draw) -> Html {
    if ctx.is_shell() {
        return draw(ctx, index);
    }
    let props = properties(ctx, immediate, index, PartialEq::eq, draw);
    html! { <DeferredBlock<PageContext> ..props /> }
}

/// Returns a [`block`] that may be drawn shortly after the frame of a change while a
/// person types or drags.
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

/// Returns whether the undo step that is still extended comes from a person who types or
/// drags. Scenarios that another window changed are drawn at once: a button in a list
/// identifies its entry by index, so a button from before the change would act on another
/// entry.
fn is_changed_by_hand(origin: Option<ChangeOrigin>) -> bool {
    match origin {
        Some(ChangeOrigin::Field(_)) => true,
        Some(ChangeOrigin::OtherWindow) | None => false,
    }
}
