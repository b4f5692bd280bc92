//! The parts of a picture that open an explanation: buttons over what is drawn.
//! One of a picture is reached with the Tab key; arrows lead to the others.

use crate::chart::hit_regions::Area;
use crate::chart::{Chart, HotspotTarget, Table, hit_regions, number};
use crate::ui::components::element::element;
use crate::ui::features::explain::{PANEL, cells, figure_id, is_open, panel};
use crate::ui::features::own_lines;
use crate::ui::state::State;
use yew::prelude::*;

/// The class of such a button.
pub const PART: &str = "touch";

/// A part that opens.
struct Bar {
    /// What opens, by its name.
    figure: String,
    /// Its name and value, as the picture has them.
    name: String,
    /// Its words, or all of it.
    area: Area,
    /// What is drawn, where that stands apart.
    drawn: Option<Area>,
}

/// The place of an explanation under a picture: that of the table below it has
/// the picture's own name.
fn place(id: &str) -> String {
    format!("beeld-{id}")
}

/// The explanation that a button over this picture opened, if one did.
pub fn opened(state: &State, id: &str) -> Html {
    let open = state.explained.as_ref().is_some_and(|explained| explained.place == place(id));
    if open { panel(state) } else { Html::default() }
}

/// What opens at a picture: its parts, what they opened, its data.
pub fn with(state: &State, chart: &Chart, data: Html) -> [Html; 3] {
    [over(state, chart), opened(state, chart.id), data]
}

/// The buttons over a picture.
pub fn over(state: &State, chart: &Chart) -> Html {
    let own = |place| own_lines::view::label(state, place);
    let touched = hit_regions(chart, &state.outcome, state.text(), &own).into_iter().map(|touch| Bar {
        figure: touch.figure.name(&state.outcome),
        name: touch.name,
        area: touch.area,
        drawn: touch.drawn,
    });
    let all: Vec<Bar> = touched.chain(hotspots(state, chart)).collect();
    if all.is_empty() {
        return Html::default();
    }
    let place = place(chart.id);
    let parts = all.iter().enumerate().map(|(nth, bar)| part(state, &place, bar, nth == 0)).collect();
    let values = vec![Some("group".into()), Some(state.text().explain.parts.into())];
    element("g", &["role", "aria-label"], values, parts)
}

/// What stands for a cell of the table opens what that does.
fn hotspots(state: &State, chart: &Chart) -> Vec<Bar> {
    let Some(table) = chart.table.as_ref().filter(|_| !chart.hotspots.is_empty()) else { return Vec::new() };
    let names = cells(state, chart.id);
    let all = chart.hotspots.iter().filter_map(|hotspot| {
        let (figure, name) = match &hotspot.at {
            HotspotTarget::Sum(figure, name) => (figure.clone(), name.clone()),
            HotspotTarget::Cell(row, column) => {
                let figure = names.get(*row)?.get(column.checked_sub(1)?)?.clone()?;
                (figure, named(table, *row, *column)?)
            }
        };
        Some(Bar { figure, name, area: hotspot.area, drawn: None })
    });
    all.collect()
}

/// What a cell says, with the names of its row and, where there are several,
/// of its column.
fn named(table: &Table, row: usize, column: usize) -> Option<String> {
    let cells = table.rows.get(row)?;
    let (name, value) = (cells.first()?, cells.get(column)?);
    let head = table.head.get(column).filter(|_| cells.len() > 2);
    Some(head.map_or_else(|| format!("{name}: {value}"), |head| format!("{name}, {head}: {value}")))
}

fn area((x, y, width, height): Area) -> [Option<AttrValue>; 4] {
    [x, y, width, height].map(|length| Some(number(length).into()))
}

/// One part. What is drawn belongs to it for the mouse; its words are the
/// button, large enough to be hit.
fn part(state: &State, place: &str, bar: &Bar, by_tab: bool) -> Html {
    let name = &bar.figure;
    let open = is_open(state, place, name);
    let drawn = bar.drawn.map_or_else(Html::default, |drawn| {
        element("rect", &["x", "y", "width", "height"], area(drawn).into(), vec![])
    });
    let mut values = vec![
        Some(PART.into()),
        Some("button".into()),
        Some(figure_id(place, name).into()),
        Some(if by_tab { "0" } else { "-1" }.into()),
        Some(format!("{}{}", bar.name, state.text().page.opens).into()),
        Some(if open { "true" } else { "false" }.into()),
        open.then_some(PANEL.into()),
    ];
    values.extend(area(bar.area));
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
