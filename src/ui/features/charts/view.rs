//! A chart as a card: title and sentence, the drawing, its data as a table, and
//! buttons that save it as a file.

use crate::chart::Chart;
use crate::ui::commands::Command;
use crate::ui::components::chart_drawing::drawing;
use crate::ui::components::element::{
    attributes, classed, div, element, on_open, span, text_in, with_listeners,
};
use crate::ui::components::figure::{figure_attributes, figure_element, name_text};
use crate::ui::context::PageContext;
use crate::ui::features::charts::file::FileKind;
use crate::ui::features::charts::outcome::chart_extras;
use crate::ui::lazy::lazy_block::loading_problem;
use crate::ui::state::ViewAction;
use yew::prelude::*;

/// The interactive additions to the drawing of a chart; empty ones where they
/// are not loaded yet.
#[derive(Default)]
pub struct ChartExtras {
    /// Buttons over areas of the drawing.
    pub hotspots: Html,
    /// The explanation that such a button opened.
    pub explanation: Html,
    /// The data as a table.
    pub table: Html,
}

/// Returns a chart that has a table of its own, with that table and hotspots.
pub fn with_own_table(ctx: &PageContext, chart: &Chart) -> Html {
    figure(ctx, chart, chart_extras(ctx, chart))
}

/// Returns a chart as a `<figure>`. In the static shell it has no buttons.
pub fn figure(ctx: &PageContext, chart: &Chart, extras: ChartExtras) -> Html {
    framed(ctx, chart, extras, |drawing| drawing)
}

/// Returns a chart as a `<figure>` whose drawing `frame` puts inside other
/// elements, such as a slider on its axis.
pub fn framed(
    ctx: &PageContext,
    chart: &Chart,
    extras: ChartExtras,
    frame: impl FnOnce(Html) -> Html,
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
    let drawing = frame(drawing(chart, title, sentence, extras.hotspots));
    let mut content = vec![classed("figcaption", "", caption), drawing, extras.explanation];
    // The element that holds the table and the buttons is in the static shell
    // too, so that the page does not shift when it gets them.
    let mut controls = vec![];
    if !ctx.is_shell() {
        let files = [
            (FileKind::Slide, words.slide, words.save_slide),
            (FileKind::Png, "PNG", words.save_png),
            (FileKind::Svg, "SVG", words.save_svg),
        ];
        let files = files.map(|(kind, name, label)| {
            let attributes = attributes! {
                "type" => "button",
                "class" => "chart-save",
                "aria-label" => format!("{label}: {}", chart.title),
            };
            let save = ctx.on_press(Command::SaveChart(chart.id, kind));
            with_listeners("button", attributes, [save], vec![span("", name)])
        });
        let failed = match (ctx.view.has_command_failed(chart.id), ctx.view.loading_failed) {
            (false, _) => String::new(),
            (true, false) => words.failed.to_owned(),
            (true, true) => (ctx.text().page.loading_failed)(loading_problem()),
        };
        let status = attributes! { "class" => "chart-failed", "role" => "status" };
        let failed = (!failed.is_empty()).then(|| name_text(failed));
        controls = vec![
            table_details(ctx, chart.id, words.as_table, extras.table),
            div("chart-files", files.into()),
            element("p", status, failed.into_iter().collect()),
        ];
    }
    content.push(div("chart-more", controls));
    classed("figure", "chart", content)
}

/// Returns the table in a group that can be unfolded. An empty table is drawn
/// once its group is unfolded.
fn table_details(ctx: &PageContext, id: &'static str, words: &'static str, table: Html) -> Html {
    let summary = text_in("summary", "", words);
    let sender = ctx.sender();
    let opened = on_open(move || sender.emit(ViewAction::OpenTable(id.to_owned()).into()));
    with_listeners("details", attributes! {}, [opened], vec![summary, table])
}
