//! The small view inside other pages: the outcome, the inputs that matter
//! most, and the way to everything.

use crate::model::{General, InputId, Line, LineField};
use crate::platform;
use crate::scenario::link;
use crate::ui::components::element::{classed, element, text};
use crate::ui::features::centre::field::field;
use crate::ui::features::{centre, changes};
use crate::ui::notice;
use crate::ui::state::{State, View};
use yew::prelude::*;

/// The inputs that have a field here.
pub const INPUTS: [InputId; 4] = [
    InputId::General(General::Bezoekers),
    InputId::General(General::Fte),
    InputId::Line(Line::Uitkeringen, LineField::Aantal),
    InputId::Line(Line::Dagbesteding, LineField::Aantal),
];

/// The small view.
pub fn view(state: &State) -> Html {
    let page = state.text().page;
    let full = platform::address(&link::fragment(View::Rekenen.id(), state.scenario()));
    let link = vec![Some(full.into()), Some("_blank".into()), Some("noopener".into())];
    let link = element("a", &["href", "target", "rel"], link, vec![text(page.open_full)]);
    let inputs = INPUTS.into_iter().map(|id| field(state, false, id)).collect();
    let values = vec![Some("inputs".into()), Some(page.inputs.into())];
    classed(
        "main",
        "compact",
        vec![
            notice::view(state),
            centre::headline::question(state),
            centre::headline::figures(state),
            element("section", &["class", "aria-label"], values, inputs),
            centre::headline::story(state),
            classed("h2", "hidden", vec![text(page.results)]),
            centre::results::main_picture(state),
            changes::view::compact(state),
            classed("p", "", vec![link]),
        ],
    )
}
