//! The calculation view (`#rekenen`), with which the page starts: the inputs of the
//! user's own initiative, and its outcome.

pub mod field;
pub mod headline;
pub mod inputs;
pub mod results;
pub mod savings_line;
pub mod slider;

use crate::ui::components::element::div;
use crate::ui::context::PageContext;
use yew::prelude::*;

/// Returns the whole view.
pub fn view(ctx: &PageContext) -> Html {
    div(
        "work",
        vec![
            headline::question(ctx),
            headline::figures(ctx),
            inputs::view(ctx),
            div("lead", vec![headline::summary(ctx), results::main_chart(ctx)]),
            results::results_or_placeholder(ctx),
        ],
    )
}
