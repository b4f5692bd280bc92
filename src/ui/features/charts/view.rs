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
use crate::ui::features::charts::hotspots::hotspots;
use crate::ui::features::charts::outcome::{loaded_table, table};
use crate::ui::lazy::lazy_block::loading_problem;
use crate::ui::state::ViewAction;
use yew::prelude::*;

/// What makes the drawing of a chart interactive; empty where it is not loaded yet.
#[derive(Default)]
pub struct Hotspots {
    /// Buttons over areas of the drawing.
    pub buttons: Html,
    /// The explanation that such a button opened.
    pub explanation: Html,
}

/// What is read of a chart before its drawing.
pub struct Caption {
    /// The id of the chart.
    pub id: &'static str,
    /// Its title, which states the finding.
    pub title: String,
    /// The sentence below the title.
    pub sentence: String,
}

impl From<&Chart> for Caption {
    fn from(chart: &Chart) -> Caption {
        Caption { id: chart.id, title: chart.title.clone(), sentence: chart.sentence.clone() }
    }
}

/// Returns a chart that has a table of its own, with that table and hotspots.
pub fn with_own_table(ctx: &PageContext, chart: &Chart) -> Html {
    figure(ctx, chart, hotspots(ctx, chart), table(ctx, chart))
}

/// Returns a chart as a `<figure>`. In the static shell it has no buttons.
pub fn figure(ctx: &PageContext, chart: &Chart, hotspots: Hotspots, table: Html) -> Html {
    let drawing = named_drawing(chart, chart.id, hotspots.buttons);
    framed(ctx, chart.into(), vec![drawing, hotspots.explanation], table)
}

/// Returns the id of the title of the chart with this id.
fn title_id(chart: &str) -> AttrValue {
    format!("grafiek-{chart}-titel").into()
}

/// Returns the id of the sentence of the chart with this id.
fn sentence_id(chart: &str) -> AttrValue {
    format!("grafiek-{chart}-uitleg").into()
}

/// Returns the drawing of a chart with its hotspots. To a screen reader it has the title and
/// the sentence of the chart with the id `named_by`: itself, or the one that it is a narrower
/// drawing of.
pub fn named_drawing(chart: &Chart, named_by: &str, buttons: Html) -> Html {
    drawing(chart, title_id(named_by), sentence_id(named_by), buttons)
}

/// Returns a chart that is drawn for several widths, from wide to narrow, each with the class in
/// which the style sheet shows it. They are one picture to a screen reader, with the title, the
/// sentence and the table of the widest.
pub fn by_width<const WIDTHS: usize>(
    ctx: &PageContext,
    classes: [&'static str; WIDTHS],
    at_width: impl Fn(usize) -> Chart,
) -> Html {
    let wide = at_width(0);
    let drawings = classes
        .into_iter()
        .enumerate()
        .map(|(index, class)| div(class, vec![named_drawing(&at_width(index), wide.id, Html::default())]));
    let drawings = div("", drawings.collect());
    framed(ctx, (&wide).into(), vec![drawings], loaded_table(ctx, &wide))
}

/// Returns the `<figure>` of a chart around its `drawing`, which may be inside other elements,
/// such as a slider on its axis.
pub fn framed(ctx: &PageContext, chart: Caption, drawing: Vec<Html>, table: Html) -> Html {
    let words = ctx.text().charts;
    let Caption { id, title, sentence } = chart;
    let about = figure_attributes! { "id" => sentence_id(id), "class" => "chart-sentence" };
    let caption = vec![
        figure_element("h3", figure_attributes! { "id" => title_id(id) }, title.clone()),
        figure_element("p", about, sentence),
    ];
    let mut content = vec![classed("figcaption", "", caption)];
    content.extend(drawing);
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
                "aria-label" => format!("{label}: {title}"),
            };
            let save = ctx.on_press(Command::SaveChart(id, kind));
            with_listeners("button", attributes, [save], vec![span("", name)])
        });
        let failed = match (ctx.view.has_command_failed(id), ctx.view.loading_failed) {
            (false, _) => String::new(),
            (true, false) => words.failed.to_owned(),
            (true, true) => (ctx.text().page.loading_failed)(loading_problem()),
        };
        let status = attributes! { "class" => "chart-failed", "role" => "status" };
        let failed = (!failed.is_empty()).then(|| name_text(failed));
        controls = vec![
            table_details(ctx, id, words.as_table, table),
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
