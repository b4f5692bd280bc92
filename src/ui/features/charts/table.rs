//! The data of a chart as a table, in which pressing a figure opens its
//! explanation.

use crate::chart::{Chart, Table};
use crate::ui::components::element::{attributes, classed, div, element};
use crate::ui::components::figure::{figure_attributes, figure_element, figure_in, figure_text};
use crate::ui::context::PageContext;
use crate::ui::features::explain;
use yew::prelude::*;

/// Returns the table that is part of a chart; empty where the chart has none.
pub fn own_table(ctx: &PageContext, chart: &Chart) -> Html {
    chart.table.as_ref().map(|table| table_view(ctx, chart.id, table)).unwrap_or_default()
}

/// Returns this table of the chart with this id. A table may be too wide for a
/// small screen, so it scrolls in a region of its own, which the keyboard can
/// reach.
pub fn table_view(ctx: &PageContext, id: &'static str, table: &Table) -> Html {
    let figures = explain::chart_cells(ctx, id);
    let mut is_tab_stop = true;
    let mut figure_button = |row: usize, column: usize, words: &String| {
        let name = figures.get(row)?.get(column)?.as_ref()?;
        let is_first = std::mem::take(&mut is_tab_stop);
        Some(explain::figure_with_explanation(ctx, id, name, is_first, figure_text(words.clone())))
    };
    let heading = |scope: &'static str, words: &String| {
        figure_element("th", figure_attributes! { "scope" => scope }, words.clone())
    };
    let head = classed("tr", "", table.head.iter().map(|name| heading("col", name)).collect());
    let mut rows = Vec::with_capacity(table.rows.len());
    for (index, row) in table.rows.iter().enumerate() {
        let mut cells = Vec::with_capacity(row.len());
        for (column, words) in row.iter().enumerate() {
            cells.push(match column.checked_sub(1) {
                None => heading("row", words),
                Some(column) => {
                    let figure = figure_button(index, column, words);
                    classed("td", "", vec![figure.unwrap_or_else(|| figure_text(words.clone()))])
                }
            });
        }
        rows.push(classed("tr", "", cells));
    }
    let content = vec![
        figure_in("caption", "", table.caption.clone()),
        classed("thead", "", vec![head]),
        classed("tbody", "", rows),
    ];
    let region = attributes! {
        "class" => "chart-table",
        "role" => "region",
        "tabindex" => "0",
        "aria-label" => table.caption.clone(),
    };
    let region = element("div", region, vec![classed("table", "", content)]);
    div("chart-data", vec![region, explain::explanation_at(ctx, id)])
}
