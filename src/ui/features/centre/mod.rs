//! The view of one's own centre: the inputs and what follows from them.

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
            div("lead", vec![headline::story(ctx), results::main_picture(ctx)]),
            results::place(ctx),
        ],
    )
}
