//! The place of a part of the page that is loaded lazily.

use crate::text::page::PageText;
use crate::ui::components::element::{button, div, p};
use crate::ui::lazy::loader::{Lazy, LoadState};
use yew::prelude::*;

/// What a button asks for that loads a part again.
pub const LOAD: &str = "load-rest";

/// Shows a lazy feature by one of its functions; until it is loaded, a
/// placeholder.
pub fn lazy_block<F: Sync>(
    feature: &Lazy<F>,
    words: &PageText,
    view: impl FnOnce(&'static F) -> Html,
) -> Html {
    feature.get().map_or_else(|| placeholder(feature.state(), words), view)
}

/// Says that a part is being loaded, or that it could not be, with a button to
/// try again.
pub fn placeholder(state: LoadState, words: &PageText) -> Html {
    match state {
        LoadState::Failed => {
            let content = vec![
                p("", words.part_missing),
                div("buttons", vec![button("button", LOAD, words.start_again)]),
            ];
            div("notice is-problem", content)
        }
        LoadState::NotLoaded | LoadState::Loading | LoadState::Loaded => p("waiting", words.waiting),
    }
}
