//! The small view inside other pages: the outcome, the inputs that matter
//! most, and the way to everything.

use super::element::{classed, element, text};
use super::field::field;
use super::state::{State, View};
use super::{changes, headline, notice, results};
use crate::link;
use crate::model::{General, InputId, Line, Part};
use crate::platform;
use yew::prelude::*;

/// The inputs that have a field here.
pub const INPUTS: [InputId; 4] = [
    InputId::General(General::Bezoekers),
    InputId::General(General::Fte),
    InputId::Line(Line::Uitkeringen, Part::Aantal),
    InputId::Line(Line::Dagbesteding, Part::Aantal),
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
            headline::question(state),
            headline::figures(state),
            element("section", &["class", "aria-label"], values, inputs),
            headline::story(state),
            classed("h2", "hidden", vec![text(page.results)]),
            results::main_picture(state),
            changes::compact(state),
            classed("p", "", vec![link]),
        ],
    )
}
