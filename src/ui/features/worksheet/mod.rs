//! The worksheet (`#rekenblad`): all inputs and all tables on one page, with which the user
//! can check and reverse the calculation.

pub(crate) mod break_even;
pub(crate) mod explorer;
pub(crate) mod goal;
pub mod goal_state;
pub mod headline;
pub(crate) mod ledgers;
mod natural_units;
pub mod results;

use crate::ui::components::element::div;
use crate::ui::context::PageContext;
use crate::ui::features::inputs::groups;
use yew::prelude::*;

/// Returns the whole view.
pub fn view(ctx: &PageContext) -> Html {
    div(
        "work",
        vec![
            headline::question(ctx),
            headline::figures(ctx),
            groups::view(ctx),
            div("lead", vec![headline::summary(ctx), results::main_chart(ctx)]),
            results::view(ctx),
        ],
    )
}
