//! A chart as a card: title and sentence, the drawing, the same data as a table,
//! and ways to save it.

use crate::chart::Chart;
use crate::ui::commands::Command;
use crate::ui::components::chart_drawing::drawing;
use crate::ui::components::element::{attributes, classed, div, on_open, text, with_listeners};
use crate::ui::components::figure::{figure_attributes, figure_element};
use crate::ui::context::PageContext;
use crate::ui::features::charts::file::FileKind;
use crate::ui::features::charts::{hotspots, table};
use crate::ui::state::ViewAction;
use yew::prelude::*;

/// What opens at a chart.
#[derive(Default)]
pub struct Openable {
    /// Buttons over the drawing.
    pub hotspots: Html,
    /// The explanation that such a button opened.
    pub explanation: Html,
    /// The data as a table.
    pub table: Html,
}

/// Returns a chart with its own data and with what opens over it.
pub fn with_data(ctx: &PageContext, chart: &Chart) -> Html {
    figure(ctx, chart, hotspots::openable(ctx, chart, table::of_chart(ctx, chart)))
}

/// Returns a chart as a card. In the static shell there is nothing to press.
pub fn figure(ctx: &PageContext, chart: &Chart, openable: Openable) -> Html {
    framed(ctx, chart, openable, |drawing| drawing)
}

/// Returns a chart as a card, with more around the drawing.
pub fn framed(
    ctx: &PageContext,
    chart: &Chart,
    openable: Openable,
    around: impl FnOnce(Html) -> Html,
) -> Html {
    let words = ctx.text().charts;
    let title: AttrValue = format!("grafiek-{}-titel", chart.id).into();
    let sentence: AttrValue = format!("grafiek-{}-uitleg", chart.id).into();
    let caption = vec![
        figure_element("h3", figure_attributes! { "id" => title.clone() }, chart.title.clone()),
        figure_element(
            "p",
            figure_attributes! { "id" => sentence.clone(), "class" => "chart-sentence" },
            chart.sentence.clone(),
        ),
    ];
    let drawing = around(drawing(chart, title, sentence, openable.hotspots));
    let mut content = vec![classed("figcaption", "", caption), drawing, openable.explanation];
    // Takes its room where there is nothing to press as well, so that nothing
    // moves when there is.
    let mut more = vec![];
    if !ctx.is_shell() {
        let files = [(FileKind::Png, "PNG", words.save_png), (FileKind::Svg, "SVG", words.save_svg)];
        let files = files.map(|(kind, name, label)| {
            let attributes = attributes! {
                "type" => "button",
                "class" => "chart-save",
                "aria-label" => format!("{label}: {}", chart.title),
            };
            let save = ctx.on_press(Command::SaveChart(chart.id, kind));
            with_listeners("button", attributes, [save], vec![text(name)])
        });
        let failed = if ctx.view.has_command_failed(chart.id) { words.failed } else { "" };
        let status = figure_attributes! { "class" => "chart-failed", "role" => "status" };
        more = vec![
            as_table(ctx, chart.id, words.as_table, openable.table),
            div("chart-files", files.into()),
            figure_element("p", status, failed),
        ];
    }
    content.push(div("chart-more", more));
    classed("figure", "chart", content)
}

/// Returns the table in a part that opens; opening it draws it where it was
/// left out until then.
fn as_table(ctx: &PageContext, id: &'static str, words: &'static str, table: Html) -> Html {
    let summary = classed("summary", "", vec![text(words)]);
    let sender = ctx.sender();
    let opened = on_open(move || sender.emit(ViewAction::OpenTable(id.to_owned()).into()));
    with_listeners("details", attributes! {}, [opened], vec![summary, table])
}
