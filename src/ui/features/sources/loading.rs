//! Fetches the file of sources, and says so while it is loaded, is missing or has mistakes.

use crate::platform::{self, FetchProblem};
use crate::text::page::LoadingProblem;
use crate::ui::components::element::{attributes, button, classed, div, element, p};
use crate::ui::components::figure::{name_in, sentence_in};
use crate::ui::context::PageContext;
use crate::ui::features::sources::state::{SourcesAction, SourcesFile};
use crate::ui::lazy::SERVICES;
use crate::ui::state::{SharedState, State};
use yew::prelude::*;

/// The name of the file, in the folder of the page.
const FILE: &str = "bronnen.json";

/// Fetches the file of sources.
pub fn fetch(dispatcher: UseReducerDispatcher<SharedState>) {
    yew::platform::spawn_local(async move {
        let text = platform::fetch_text(FILE).await;
        // The code that reads the file is loaded lazily. If that fails, the page offers
        // to try again, and the file is read after that.
        let _ = SERVICES.load().await;
        SERVICES.when_loaded(move |_| dispatcher.dispatch(SourcesAction::Receive(text).into()));
    });
}

/// Draws the notice that the file is being loaded, is missing or has mistakes;
/// empty once it is loaded.
pub fn notice(ctx: &PageContext) -> Html {
    let words = ctx.text().sources();
    let retry = || div("buttons", vec![retry_button(ctx, "button")]);
    let content = match &ctx.view.sources.file {
        SourcesFile::Loaded(_) => vec![],
        SourcesFile::NotLoaded => vec![p("small", words.loading)],
        SourcesFile::Missing(why) => {
            let message = name_in("p", "", missing(ctx, *why));
            vec![div("notice is-problem", vec![message, retry()])]
        }
        SourcesFile::Broken(issues) => {
            let item = |issue| sentence_in("li", "", (ctx.text().issue)(issue));
            let items = classed("ul", "", issues.iter().take(10).map(item).collect());
            vec![div("notice is-problem", vec![p("", words.broken), items, retry()])]
        }
    };
    element("div", attributes! { "role" => "status" }, content)
}

/// Returns the message that the file could not be fetched, and why.
pub fn missing(state: &State, why: FetchProblem) -> String {
    let (page, words) = (state.text().page, state.text().sources());
    (words.missing)(match why {
        FetchProblem::NotFound => words.not_found,
        FetchProblem::Disk => (page.loading_problem)(LoadingProblem::Disk),
        FetchProblem::Offline => (page.loading_problem)(LoadingProblem::Offline),
        FetchProblem::Server => (page.loading_problem)(LoadingProblem::Server),
        FetchProblem::Connection => (page.loading_problem)(LoadingProblem::Connection),
    })
}

/// Draws the button that fetches the file once more.
pub fn retry_button(ctx: &PageContext, class: &'static str) -> Html {
    button(class, ctx.press(SourcesAction::Retry), ctx.text().sources().try_again)
}
