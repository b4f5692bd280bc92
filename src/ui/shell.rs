//! The static shell: what index.html shows before the program draws.

use crate::platform::{self, Node};
use crate::ui::context::PageContext;
use crate::ui::features::centre::results::RESULTS;
use std::cell::RefCell;
use yew::prelude::*;

thread_local! {
    static STATIC_RESULTS: RefCell<Option<Node>> = const { RefCell::new(None) };
}

/// Keeps the results of the shell, which the page would otherwise clear away.
pub fn keep() {
    STATIC_RESULTS.set(platform::node(RESULTS));
}

/// Returns the results of the shell as long as the figures are theirs: nothing
/// moves while the program's own results are being loaded.
pub fn results(ctx: &PageContext) -> Option<Html> {
    let kept = STATIC_RESULTS.with_borrow(Clone::clone).filter(|_| ctx.workspace.revision == 0);
    kept.map(Html::VRef)
}
