//! Hotspots: invisible buttons over those areas of a chart that represent a
//! figure, such as a bar with its label. Pressing one opens the explanation of
//! the figure. The Tab key stops at one hotspot of a chart; the arrow keys lead
//! to the others.

use crate::chart::hit_regions::Area;
use crate::chart::{Chart, HotspotTarget, Table, hit_regions, number};
use crate::ui::components::element::{attributes, element, on_key, with_listeners};
use crate::ui::context::PageContext;
use crate::ui::features::charts::view::Hotspots;
use crate::ui::features::explain::state::ExplainAction;
use crate::ui::features::explain::{PANEL, chart_cells, figure_id, is_open, panel};
use crate::ui::features::own_lines;
use crate::ui::state::State;
use yew::prelude::*;

/// The class of a hotspot.
pub const HOTSPOT: &str = "touch";

/// An area of a chart that opens an explanation.
struct HotspotButton {
    /// The name of the figure that it opens.
    figure: String,
    /// The name and value of the figure, as the chart writes them.
    label: String,
    /// The area of the button: the label of the shape, or shape and label.
    area: Area,
    /// The area of the shape, where it is apart from the label.
    shape: Option<Area>,
}

/// Returns the anchor of the explanations that hotspots of the chart with this
/// id open. The anchor of the chart's table is the id itself.
fn hotspot_anchor(id: &str) -> String {
    format!("beeld-{id}")
}

/// Returns the explanation that a hotspot of this chart opened; empty where none
/// did.
pub fn explanation(ctx: &PageContext, id: &str) -> Html {
    let anchor = hotspot_anchor(id);
    let open = ctx.view.explained.as_ref().is_some_and(|explained| explained.anchor == anchor);
    if open { panel(ctx) } else { Html::default() }
}

/// Returns the hotspots of a chart, and the explanation that one of them opened.
pub fn hotspots(ctx: &PageContext, chart: &Chart) -> Hotspots {
    Hotspots { buttons: buttons(ctx, chart), explanation: explanation(ctx, chart.id) }
}

/// Returns the hotspots of a chart as buttons.
pub fn buttons(ctx: &PageContext, chart: &Chart) -> Html {
    let own_label = |index| own_lines::view::label(ctx, index);
    let regions = hit_regions(chart, &ctx.workspace.outcome, ctx.text(), &own_label);
    let outcome_hotspots = regions.into_iter().map(|region| HotspotButton {
        figure: region.figure.name(&ctx.workspace.outcome),
        label: region.name,
        area: region.area,
        shape: region.shape,
    });
    let all: Vec<HotspotButton> = outcome_hotspots.chain(table_hotspots(ctx, chart)).collect();
    if all.is_empty() {
        return Html::default();
    }
    let anchor = hotspot_anchor(chart.id);
    let buttons = all.iter().enumerate().map(|(index, hotspot)| button(ctx, &anchor, hotspot, index == 0));
    let attributes = attributes! { "role" => "group", "aria-label" => ctx.text().explain().chart_hint };
    element("g", attributes, buttons.collect())
}

/// Returns the hotspots that the chart itself lists: those that show the figure of a cell
/// of its table, and those that name their figure. Empty for charts whose figures all come
/// from the outcome.
fn table_hotspots(state: &State, chart: &Chart) -> Vec<HotspotButton> {
    let Some(table) = chart.table.as_ref().filter(|_| !chart.hotspots.is_empty()) else { return Vec::new() };
    let names = chart_cells(state, chart.id);
    let hotspots = chart.hotspots.iter().filter_map(|hotspot| {
        let (figure, label) = match &hotspot.target {
            HotspotTarget::Other { explanation, label } => (explanation.clone(), label.clone()),
            HotspotTarget::Cell { row, column } => {
                // The names of figures leave out the first column, which names
                // the row.
                let figure = names.get(*row)?.get(column.checked_sub(1)?)?.clone()?;
                (figure, cell_label(table, *row, *column)?)
            }
        };
        Some(HotspotButton { figure, label, area: hotspot.area, shape: None })
    });
    hotspots.collect()
}

/// Returns the text of a cell, preceded by the name of its row and, where the
/// table has several columns of figures, of its column.
fn cell_label(table: &Table, row: usize, column: usize) -> Option<String> {
    let cells = table.rows.get(row)?;
    let (name, value) = (cells.first()?, cells.get(column)?);
    let head = table.head.get(column).filter(|_| cells.len() > 2);
    Some(head.map_or_else(|| format!("{name}: {value}"), |head| format!("{name}, {head}: {value}")))
}

/// Returns one hotspot: a button over the label, which is large enough to be
/// hit, and beneath it a rectangle over the shape that reacts to the mouse too.
fn button(ctx: &PageContext, anchor: &str, hotspot: &HotspotButton, is_tab_stop: bool) -> Html {
    let name = &hotspot.figure;
    let open = is_open(ctx, anchor, name);
    let shape = hotspot.shape.map_or_else(Html::default, |(x, y, width, height)| {
        let attributes = attributes! {
            "x" => number(x), "y" => number(y), "width" => number(width), "height" => number(height),
        };
        element("rect", attributes, vec![])
    });
    let (x, y, width, height) = hotspot.area;
    let attributes = attributes! {
        "class" => HOTSPOT,
        "role" => "button",
        "id" => figure_id(anchor, name),
        "tabindex" => if is_tab_stop { "0" } else { "-1" },
        "aria-label" => format!("{}{}", hotspot.label, ctx.text().page.explanation_hint),
        "aria-expanded" => if open { "true" } else { "false" },
        "aria-controls" => open.then_some(AttrValue::Static(PANEL)),
        "data-figure" => name.clone(),
        "x" => number(x),
        "y" => number(y),
        "width" => number(width),
        "height" => number(height),
    };
    let label = element("rect", attributes, vec![]);
    let open = ExplainAction::Open(anchor.to_owned(), name.clone());
    // The browser makes keys press a `<button>`, but not a shape.
    let (sender, pressed) = (ctx.sender(), open.clone());
    let key = on_key(Callback::from(move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            sender.emit(pressed.clone().into());
        }
    }));
    with_listeners("g", attributes! { "class" => "part" }, [ctx.on_press(open), key], vec![shape, label])
}
