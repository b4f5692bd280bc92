//! Hotspots: buttons over the parts of a chart that stand for a figure, which
//! open its explanation. One of a chart is reached with the Tab key; arrows
//! lead to the others.

use crate::chart::hit_regions::Area;
use crate::chart::{Chart, HotspotTarget, Table, hit_regions, number};
use crate::ui::components::element::{attributes, element, on_key, with_listeners};
use crate::ui::context::PageContext;
use crate::ui::features::charts::view::Openable;
use crate::ui::features::explain::state::ExplainAction;
use crate::ui::features::explain::{PANEL, cells, figure_id, is_open, panel};
use crate::ui::features::own_lines;
use crate::ui::state::State;
use yew::prelude::*;

/// The class of a hotspot.
pub const HOTSPOT: &str = "touch";

/// A part of a chart that opens an explanation.
struct HotspotButton {
    /// The name of the figure that it opens.
    figure: String,
    /// The name and value of the figure, as the chart has them.
    label: String,
    /// The words of the part, or all of it.
    area: Area,
    /// What is drawn, where that stands apart from the words.
    drawn: Option<Area>,
}

/// Returns the anchor of an explanation under a chart; that of the table below
/// it has the chart's own id.
fn anchor(id: &str) -> String {
    format!("beeld-{id}")
}

/// Returns the explanation that a hotspot of this chart opened, if one did.
pub fn explanation(ctx: &PageContext, id: &str) -> Html {
    let open = ctx.view.explained.as_ref().is_some_and(|explained| explained.anchor == anchor(id));
    if open { panel(ctx) } else { Html::default() }
}

/// Returns what opens at a chart with this table.
pub fn openable(ctx: &PageContext, chart: &Chart, table: Html) -> Openable {
    Openable { hotspots: view(ctx, chart), explanation: explanation(ctx, chart.id), table }
}

/// Returns the hotspots of a chart.
pub fn view(ctx: &PageContext, chart: &Chart) -> Html {
    let own = |place| own_lines::view::label(ctx, place);
    let touched =
        hit_regions(chart, &ctx.workspace.outcome, ctx.text(), &own).into_iter().map(|touch| HotspotButton {
            figure: touch.figure.name(&ctx.workspace.outcome),
            label: touch.name,
            area: touch.area,
            drawn: touch.shape,
        });
    let all: Vec<HotspotButton> = touched.chain(of_table(ctx, chart)).collect();
    if all.is_empty() {
        return Html::default();
    }
    let anchor = anchor(chart.id);
    let parts = all.iter().enumerate().map(|(nth, hotspot)| part(ctx, &anchor, hotspot, nth == 0)).collect();
    element("g", attributes! { "role" => "group", "aria-label" => ctx.text().explain().chart_hint }, parts)
}

/// Returns hotspots that stand for a cell of the chart's table, and open what
/// that opens.
fn of_table(state: &State, chart: &Chart) -> Vec<HotspotButton> {
    let Some(table) = chart.table.as_ref().filter(|_| !chart.hotspots.is_empty()) else { return Vec::new() };
    let names = cells(state, chart.id);
    let all = chart.hotspots.iter().filter_map(|hotspot| {
        let (figure, name) = match &hotspot.target {
            HotspotTarget::Other { explanation, label } => (explanation.clone(), label.clone()),
            HotspotTarget::Cell(row, column) => {
                let figure = names.get(*row)?.get(column.checked_sub(1)?)?.clone()?;
                (figure, named(table, *row, *column)?)
            }
        };
        Some(HotspotButton { figure, label: name, area: hotspot.area, drawn: None })
    });
    all.collect()
}

/// Returns what a cell says, with the names of its row and, where there are several,
/// of its column.
fn named(table: &Table, row: usize, column: usize) -> Option<String> {
    let cells = table.rows.get(row)?;
    let (name, value) = (cells.first()?, cells.get(column)?);
    let head = table.head.get(column).filter(|_| cells.len() > 2);
    Some(head.map_or_else(|| format!("{name}: {value}"), |head| format!("{name}, {head}: {value}")))
}

/// Returns one hotspot. What is drawn belongs to it for the mouse; its words
/// are the button, large enough to be hit.
fn part(ctx: &PageContext, anchor: &str, hotspot: &HotspotButton, by_tab: bool) -> Html {
    let name = &hotspot.figure;
    let open = is_open(ctx, anchor, name);
    let drawn = hotspot.drawn.map_or_else(Html::default, |(x, y, width, height)| {
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
        "tabindex" => if by_tab { "0" } else { "-1" },
        "aria-label" => format!("{}{}", hotspot.label, ctx.text().page.explanation_hint),
        "aria-expanded" => if open { "true" } else { "false" },
        "aria-controls" => open.then_some(AttrValue::Static(PANEL)),
        "data-figure" => name.clone(),
        "x" => number(x),
        "y" => number(y),
        "width" => number(width),
        "height" => number(height),
    };
    let button = element("rect", attributes, vec![]);
    let open = ExplainAction::Open(anchor.to_owned(), name.clone());
    // A shape is no button of the browser's own.
    let (sender, pressed) = (ctx.sender(), open.clone());
    let key = on_key(Callback::from(move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            sender.emit(pressed.clone().into());
        }
    }));
    with_listeners("g", attributes! { "class" => "part" }, [ctx.on_press(open), key], vec![drawn, button])
}
