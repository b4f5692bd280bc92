//! The compact view inside other web pages: the outcome, the inputs that matter
//! most, and a link to the whole page.

use crate::model::{General, InputId, Line, LineField};
use crate::platform;
use crate::scenario::link;
use crate::ui::components::element::attributes;
use crate::ui::components::element::{classed, element, span, text_in};
use crate::ui::context::PageContext;
use crate::ui::features::inputs::field::field;
use crate::ui::features::{changes, worksheet};
use crate::ui::notice;
use crate::ui::routes::Route;
use yew::prelude::*;

/// The inputs that have a field in the compact view.
pub const INPUTS: [InputId; 4] = [
    InputId::General(General::Bezoekers),
    InputId::General(General::Fte),
    InputId::Line(Line::Uitkeringen, LineField::Aantal),
    InputId::Line(Line::Dagbesteding, LineField::Aantal),
];

/// Returns the compact view.
pub fn view(ctx: &PageContext) -> Html {
    let page = ctx.text().page;
    let full = link::write_plain(Route::Centre.id(), &ctx.scenario().to_json());
    let full = platform::address_with_fragment(&full);
    let attributes = attributes! { "href" => full, "target" => "_blank", "rel" => "noopener" };
    let link = element("a", attributes, vec![span("", page.open_full)]);
    let inputs = INPUTS.into_iter().map(|id| field(ctx, id)).collect();
    classed(
        "main",
        "compact",
        vec![
            notice::view(ctx),
            worksheet::headline::question(ctx),
            worksheet::headline::figures(ctx),
            element("section", attributes! { "class" => "inputs", "aria-label" => page.inputs }, inputs),
            worksheet::headline::summary(ctx),
            text_in("h2", "hidden", page.results),
            worksheet::results::main_chart(ctx),
            changes::view::compact(ctx),
            classed("p", "", vec![link]),
        ],
    )
}
