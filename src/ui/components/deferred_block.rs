//! Deferred blocks: parts of the page that are drawn after the frame in which
//! a figure changed.
//!
//! # Design
//! A change of a figure is on the screen within a frame where it was made: the
//! answer, the main picture and the fields around it. What stands further down
//! or in a closed group follows in the frames after that, [`BATCH`] blocks at a
//! time, so that typing and dragging never wait. A block always draws the
//! newest state, however many changes it missed. What that gains is measured in
//! docs/decisions.

use crate::platform;
use crate::ui::context::PageContext;
use crate::ui::state::State;
use std::cell::RefCell;
use yew::html::Scope;
use yew::prelude::*;

/// The number of blocks that are drawn in one task of the browser.
const BATCH: usize = 4;

/// Draws a block, which may be one of several of its kind: the second argument
/// is its index.
pub type Draw = fn(&PageContext, usize) -> Html;

/// Compares two states by what a block shows of them.
pub type Same = fn(&State, &State) -> bool;

/// A part of the page that is drawn by itself.
pub struct DeferredBlock {
    waiting: bool,
}

/// What a block draws, and when.
#[derive(Properties)]
pub struct DeferredBlockProps {
    /// The page that the block is part of.
    pub ctx: PageContext,
    /// Draws the block; always the same function at one position of the page.
    pub draw: Draw,
    /// The index among blocks that are drawn by the same function.
    pub index: usize,
    /// Whether the block is drawn in the frame of the change.
    pub immediate: bool,
    /// Whether the block would show the same.
    pub same: Same,
}

impl PartialEq for DeferredBlockProps {
    fn eq(&self, other: &DeferredBlockProps) -> bool {
        self.index == other.index && self.immediate == other.immediate && (self.same)(&self.ctx, &other.ctx)
    }
}

impl Component for DeferredBlock {
    type Message = ();
    type Properties = DeferredBlockProps;

    fn create(_: &Context<DeferredBlock>) -> DeferredBlock {
        DeferredBlock { waiting: false }
    }

    fn changed(&mut self, context: &Context<DeferredBlock>, before: &DeferredBlockProps) -> bool {
        let props = context.props();
        // Only typing and dragging are in a hurry: what opens or arrives is no
        // change of a figure, and after a button the focus moves on.
        let figures_changed = props.ctx.workspace.revision != before.ctx.workspace.revision;
        let deferred = figures_changed && props.ctx.editing.active.is_some();
        let now = props.immediate || props.index != before.index || !deferred;
        if !now && !self.waiting {
            draw_after_frame(context.link().clone());
        }
        self.waiting = !now;
        now
    }

    fn update(&mut self, _: &Context<DeferredBlock>, (): ()) -> bool {
        std::mem::take(&mut self.waiting)
    }

    fn view(&self, context: &Context<DeferredBlock>) -> Html {
        let props = context.props();
        (props.draw)(&props.ctx, props.index)
    }
}

/// Returns a block that is drawn in the frame of the change where `immediate`
/// says so, or else soon after.
pub fn block(ctx: &PageContext, immediate: bool, index: usize, draw: Draw) -> Html {
    if ctx.is_shell() {
        return draw(ctx, index);
    }
    let same: Same = State::eq;
    html! { <DeferredBlock ctx={ctx.clone()} {draw} {index} {immediate} {same} /> }
}

/// Returns a block among siblings that come, go and change positions.
pub fn keyed_block(ctx: &PageContext, immediate: bool, index: usize, key: &str, draw: Draw) -> Html {
    let (key, same): (_, Same) = (key.to_owned(), State::eq);
    html! { <DeferredBlock {key} ctx={ctx.clone()} {draw} {index} {immediate} {same} /> }
}

/// Returns a block that is drawn again only when `same` finds a difference.
pub fn memo_block(ctx: &PageContext, same: Same, draw: Draw) -> Html {
    if ctx.is_shell() {
        return draw(ctx, 0);
    }
    html! { <DeferredBlock ctx={ctx.clone()} {draw} index={0} immediate={false} {same} /> }
}

thread_local! {
    static WAITING: RefCell<Vec<Scope<DeferredBlock>>> = const { RefCell::new(Vec::new()) };
}

/// Draws a block once the frame that is being made is on the screen.
fn draw_after_frame(block: Scope<DeferredBlock>) {
    let first = WAITING.with_borrow_mut(|waiting| {
        waiting.push(block);
        waiting.len() == 1
    });
    if first {
        platform::after_frame(flush_batch);
    }
}

fn flush_batch() {
    let blocks =
        WAITING.with_borrow_mut(|waiting| waiting.drain(..waiting.len().min(BATCH)).collect::<Vec<_>>());
    blocks.into_iter().for_each(|block| block.send_message(()));
    // Scheduled again only when no block waits: those that wait follow here.
    if WAITING.with_borrow(|waiting| !waiting.is_empty()) {
        platform::after_delay(0, flush_batch);
    }
}
