//! The block of the page that shows a lazy feature, or a placeholder for it.

use crate::platform;
use crate::text::page::PageText;
use crate::ui::commands::CONTENT;
use crate::ui::components::element::{attributes, button, div, element, p};
use crate::ui::components::figure::name_in;
use crate::ui::lazy::loader::{Lazy, LoadState};
use yew::prelude::*;

/// Returns a lazy feature as `draw` draws it with the feature's functions. While it
/// is not loaded, loads it and returns a placeholder; if loading failed, returns a
/// notice with a button to try again, which stays, with the focus on it, meanwhile.
pub fn lazy_block<F: Sync>(
    feature: &'static Lazy<F>,
    words: &PageText,
    draw: impl FnOnce(&'static F) -> Html,
) -> Html {
    if let Some(loaded) = feature.get() {
        return draw(loaded);
    }
    match feature.state() {
        LoadState::Failed | LoadState::Retrying => {
            let attributes = attributes! { "class" => "notice is-problem", "role" => "alert" };
            let buttons = div("buttons", vec![retry_button(feature, words)]);
            element("div", attributes, vec![failure_message(feature, words), buttons])
        }
        state @ (LoadState::NotLoaded | LoadState::Loading | LoadState::Loaded) => {
            if state == LoadState::NotLoaded {
                feature.then(|_| ());
            }
            p("waiting", words.loading)
        }
    }
}

/// Returns the paragraph about a feature that could not be loaded: that it is being
/// loaded again, or that it failed. Screen readers announce each change of it.
pub fn failure_message<F: Sync>(feature: &'static Lazy<F>, words: &PageText) -> Html {
    let is_retrying = feature.state() == LoadState::Retrying;
    name_in("p", "", if is_retrying { words.loading } else { words.loading_failed })
}

/// Returns the button that loads a feature again after that failed. Once it is loaded,
/// the button is gone: the focus goes to the content of the page.
pub fn retry_button<F: Sync>(feature: &'static Lazy<F>, words: &PageText) -> Html {
    let retry = Callback::from(move |_: MouseEvent| {
        feature.then(|loaded| {
            if loaded.is_ok() {
                platform::focus(CONTENT);
            }
        });
    });
    button("button", retry, words.start_again)
}
