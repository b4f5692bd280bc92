//! Deferred blocks: blocks of the page that are drawn after the frame in which a
//! figure changed.
//!
//! # Design
//! After a change of a figure, the next frame shows it where a person looks: in the
//! headline, the main chart and the fields around the one that changed. Blocks
//! further down or in a closed group are drawn in later frames, [`BATCH`] blocks at
//! a time, so that typing and dragging never wait. A block always draws the newest
//! context, however many changes it missed. What this gains is measured in
//! docs/decisions/0016.

use crate::platform;
use std::cell::RefCell;
use std::marker::PhantomData;
use yew::prelude::*;

/// The number of blocks that are drawn in one task of the browser.
const BATCH: usize = 4;

/// A block of the page that is drawn independently of the page around it. `C` is the
/// context that it is drawn from.
pub struct DeferredBlock<C> {
    is_waiting: bool,
    context: PhantomData<C>,
}

/// Properties of a [`DeferredBlock`]. The functions are not compared, so each block
/// must get the same ones at every rendering.
#[derive(Properties)]
pub struct DeferredBlockProps<C: 'static> {
    /// The context that the block is drawn from.
    pub ctx: C,
    /// Draws the block, given its index.
    pub draw: fn(&C, usize) -> Html,
    /// The index among the blocks that are drawn by the same function.
    pub index: usize,
    /// Whether the block is always drawn in the frame of a change.
    pub immediate: bool,
    /// Returns whether the block looks the same for two contexts.
    pub is_same: fn(&C, &C) -> bool,
    /// Returns whether the block may be drawn later, given the new context and the
    /// one before.
    pub may_wait: fn(&C, &C) -> bool,
}

impl<C: 'static> PartialEq for DeferredBlockProps<C> {
    fn eq(&self, other: &DeferredBlockProps<C>) -> bool {
        self.index == other.index
            && self.immediate == other.immediate
            && (self.is_same)(&self.ctx, &other.ctx)
    }
}

impl<C: 'static> Component for DeferredBlock<C> {
    type Message = ();
    type Properties = DeferredBlockProps<C>;

    fn create(_: &Context<DeferredBlock<C>>) -> DeferredBlock<C> {
        DeferredBlock { is_waiting: false, context: PhantomData }
    }

    fn changed(&mut self, context: &Context<DeferredBlock<C>>, before: &DeferredBlockProps<C>) -> bool {
        let props = context.props();
        let draw_now =
            props.immediate || props.index != before.index || !(props.may_wait)(&props.ctx, &before.ctx);
        if !draw_now && !self.is_waiting {
            draw_after_frame(context.link().callback(|()| ()));
        }
        self.is_waiting = !draw_now;
        draw_now
    }

    /// Draws the block if it still waits: it may have been drawn at once meanwhile.
    fn update(&mut self, _: &Context<DeferredBlock<C>>, (): ()) -> bool {
        std::mem::take(&mut self.is_waiting)
    }

    fn view(&self, context: &Context<DeferredBlock<C>>) -> Html {
        let props = context.props();
        (props.draw)(&props.ctx, props.index)
    }
}

thread_local! {
    /// Callbacks that draw the blocks that wait, in the order in which they began to.
    static WAITING: RefCell<Vec<Callback<()>>> = const { RefCell::new(Vec::new()) };
}

/// Returns whether any block waits to be drawn.
pub fn is_any_waiting() -> bool {
    WAITING.with_borrow(|waiting| !waiting.is_empty())
}

/// Calls `draw` once the frame that is being made is on the screen.
fn draw_after_frame(draw: Callback<()>) {
    let is_first = WAITING.with_borrow_mut(|waiting| {
        waiting.push(draw);
        waiting.len() == 1
    });
    if is_first {
        platform::after_frame(draw_batch);
    }
}

/// Draws the first blocks that wait, and schedules the next batch.
fn draw_batch() {
    let batch =
        WAITING.with_borrow_mut(|waiting| waiting.drain(..waiting.len().min(BATCH)).collect::<Vec<_>>());
    batch.into_iter().for_each(|draw| draw.emit(()));
    // A block that begins to wait schedules a batch only if no other one waits.
    if WAITING.with_borrow(|waiting| !waiting.is_empty()) {
        platform::after_delay(0, draw_batch);
    }
}
