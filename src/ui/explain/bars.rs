//! The parts of a picture that open an explanation: buttons over what is drawn.
//! One of a picture is reached with the Tab key; arrows lead to the others.

use super::super::element::element;
use super::super::own;
use super::super::state::State;
use super::{PANEL, figure_id, panel};
use crate::chart::touch::Area;
use crate::chart::{Chart, Touch, number, touches};
use yew::prelude::*;

/// The class of such a button.
pub const PART: &str = "touch";

/// The place of an explanation under a picture: that of the table below it has
/// the picture's own name.
fn place(chart: &Chart) -> String {
    format!("beeld-{}", chart.id)
}

/// The buttons over a picture, and the explanation that one of them opened.
pub fn over(state: &State, chart: &Chart) -> [Html; 2] {
    let own = |place| own::label(state, place);
    let all = touches(chart, &state.outcome, state.text(), &own);
    if all.is_empty() {
        return Default::default();
    }
    let place = place(chart);
    let parts = all.iter().enumerate().map(|(nth, touch)| part(state, &place, touch, nth == 0)).collect();
    let values = vec![Some("group".into()), Some(state.text().explain().parts.into())];
    let buttons = element("g", &["role", "aria-label"], values, parts);
    let open = state.explained.as_ref().is_some_and(|explained| explained.place == place);
    [buttons, if open { panel(state) } else { Html::default() }]
}

fn area((x, y, width, height): Area) -> [Option<AttrValue>; 4] {
    [x, y, width, height].map(|length| Some(number(length).into()))
}

/// One part. What is drawn belongs to it for the mouse; its words are the
/// button, large enough to be hit.
fn part(state: &State, place: &str, touch: &Touch, by_tab: bool) -> Html {
    let name = touch.figure.name(&state.outcome);
    let open = |explained: &super::Explained| explained.place == place && explained.trail[0] == name;
    let open = state.explained.as_ref().is_some_and(open);
    let drawn = touch.drawn.map_or_else(Html::default, |drawn| {
        element("rect", &["x", "y", "width", "height"], area(drawn).into(), vec![])
    });
    let mut values = vec![
        Some(PART.into()),
        Some("button".into()),
        Some(figure_id(place, &name).into()),
        Some(if by_tab { "0" } else { "-1" }.into()),
        Some(format!("{}{}", touch.name, state.text().page.opens).into()),
        Some(if open { "true" } else { "false" }.into()),
        open.then_some(PANEL.into()),
    ];
    values.extend(area(touch.area));
    let keys = &[
        "class",
        "role",
        "id",
        "tabindex",
        "aria-label",
        "aria-expanded",
        "aria-controls",
        "x",
        "y",
        "width",
        "height",
    ];
    let button = element("rect", keys, values, vec![]);
    let command = vec![Some("part".into()), Some(format!("explain {place} {name}").into())];
    element("g", &["class", "data-do"], command, vec![drawn, button])
}
