//! The block of the page that shows a lazy feature, or a placeholder for it.

use crate::text::page::PageText;
use crate::ui::components::element::{button, div, p};
use crate::ui::lazy::loader::{Lazy, LoadState};
use yew::prelude::*;

/// Returns a lazy feature as `draw` draws it with the feature's functions. While it
/// is not loaded, loads it and returns a placeholder; if loading failed, returns a
/// notice with a button to try again.
pub fn lazy_block<F: Sync>(
    feature: &'static Lazy<F>,
    words: &PageText,
    draw: impl FnOnce(&'static F) -> Html,
) -> Html {
    if let Some(loaded) = feature.get() {
        return draw(loaded);
    }
    match feature.state() {
        LoadState::Failed => {
            let retry = Callback::from(move |_: MouseEvent| feature.then(|_| ()));
            let retry = button("button", retry, words.start_again);
            div("notice is-problem", vec![p("", words.loading_failed), div("buttons", vec![retry])])
        }
        LoadState::NotLoaded | LoadState::Loading | LoadState::Loaded => {
            if feature.state() == LoadState::NotLoaded {
                feature.then(|_| ());
            }
            p("waiting", words.loading)
        }
    }
}
