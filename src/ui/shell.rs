//! The static shell in index.html, which is shown until the program draws: takes
//! over its results until the program's own ones are loaded.

use crate::platform::{self, Node};
use crate::ui::context::PageContext;
use crate::ui::features::worksheet::results::RESULTS;
use std::cell::RefCell;
use yew::prelude::*;

thread_local! {
    static STATIC_RESULTS: RefCell<Option<Node>> = const { RefCell::new(None) };
}

/// Saves the results of the shell, before the program removes the shell from the
/// document.
pub fn save_static_results() {
    STATIC_RESULTS.set(platform::node(RESULTS));
}

/// Returns the saved results of the shell, to be shown while the program's own ones
/// are being loaded. `None` once a figure has changed, which makes them untrue.
pub fn static_results(ctx: &PageContext) -> Option<Html> {
    let saved = STATIC_RESULTS.with_borrow(Clone::clone).filter(|_| ctx.workspace.revision == 0);
    saved.map(Html::VRef)
}
