//! The block of the page that shows a lazy feature, or a placeholder for it.

use crate::platform;
use crate::text::page::{LoadingProblem, PageText};
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
            waiting(words)
        }
    }
}

/// Returns the placeholder of a feature that is being loaded. On paper it says that the
/// feature was not loaded.
pub fn waiting(words: &PageText) -> Html {
    div("waiting", vec![p("on-screen", words.loading), p("paper", words.not_printed)])
}

/// Returns the paragraph about a feature that could not be loaded: that it is being
/// loaded again, or that it failed. Screen readers announce each change of it.
pub fn failure_message<F: Sync>(feature: &'static Lazy<F>, words: &PageText) -> Html {
    if feature.state() == LoadState::Retrying {
        name_in("p", "", words.loading)
    } else {
        name_in("p", "", (words.loading_failed)(loading_problem()))
    }
}

/// Returns why a file could not be loaded last.
pub fn loading_problem() -> LoadingProblem {
    LoadingProblem::from_id(&platform::loading_problem())
}

/// Returns the button that loads a feature again after that failed. Once it is loaded,
/// the button is gone: the focus goes to the content of the page. Where its file is gone
/// from the server, the button loads the whole page again, with the user's figures.
pub fn retry_button<F: Sync>(feature: &'static Lazy<F>, words: &PageText) -> Html {
    if loading_problem().needs_reload() && feature.state() != LoadState::Retrying {
        return reload_button(words);
    }
    let retry = Callback::from(move |_: MouseEvent| {
        feature.then(|loaded| {
            if loaded.is_ok() {
                platform::focus(CONTENT);
            }
        });
    });
    button("button", retry, words.start_again)
}

/// Returns the button that loads the whole page again, with the user's figures;
/// `start.js` does that.
pub fn reload_button(words: &PageText) -> Html {
    let reload = Callback::from(|_: MouseEvent| platform::dispatch_event("rekenmodel-reload"));
    button("button", reload, words.reload)
}
