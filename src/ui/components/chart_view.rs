//! A chart on the page: title and sentence, the picture, the same data as a
//! table, and a way to take it along.

mod file;

use crate::chart::{Chart, Label, Mark, Picture, Table, number};
pub use crate::ui::components::chart_view::file::{Kind, save};
use crate::ui::components::element::{classed, div, element, text};
use crate::ui::features::explain;
use crate::ui::state::State;
use yew::prelude::*;

/// The attribute that says whose data a part holds.
pub const TABLE: &str = "data-table";

/// A chart as a card. In the shell, the static page that is there before the
/// program, there is nothing to press. `failed` tells that its file could not
/// be made; `more` is what opens: its parts, what they opened, and [`table`].
pub fn figure(state: &State, chart: &Chart, failed: bool, more: [Html; 3]) -> Html {
    framed(state, chart, failed, more, |drawing| drawing)
}

/// The same with more around the drawing itself.
pub fn framed(
    state: &State,
    chart: &Chart,
    failed: bool,
    more: [Html; 3],
    around: impl FnOnce(Html) -> Html,
) -> Html {
    let [parts, opened, data] = more;
    let (words, shell) = (state.text().charts, state.is_shell());
    let title: AttrValue = format!("grafiek-{}-titel", chart.id).into();
    let sentence: AttrValue = format!("grafiek-{}-uitleg", chart.id).into();
    let caption = vec![
        element("h3", &["id"], vec![Some(title.clone())], vec![text(chart.title.clone())]),
        element(
            "p",
            &["id", "class"],
            vec![Some(sentence.clone()), Some("chart-sentence".into())],
            vec![text(chart.sentence.clone())],
        ),
    ];
    let drawing = around(drawing(chart, title, sentence, parts));
    let mut content = vec![classed("figcaption", "", caption), drawing, opened];
    // Where there is nothing to press it takes its room all the same, so that
    // nothing moves when there is.
    let mut more = vec![];
    if !shell {
        let files = [(Kind::Png, "PNG", words.save_png), (Kind::Svg, "SVG", words.save_svg)];
        let files = files.map(|(kind, name, label)| {
            let values = [
                "button".into(),
                "chart-save".into(),
                format!("{label}: {}", chart.title).into(),
                format!("{} {}", kind.id(), chart.id).into(),
            ];
            let keys = &["type", "class", "aria-label", "data-do"];
            element("button", keys, values.map(Some).into(), vec![text(name)])
        });
        let status = vec![Some("chart-failed".into()), Some("status".into())];
        let said = vec![text(if failed { words.failed } else { "" })];
        more = vec![
            as_table(chart.id, words.as_table, data),
            div("chart-files", files.into()),
            element("p", &["class", "role"], status, said),
        ];
    }
    content.push(div("chart-more", more));
    classed("figure", "chart", content)
}

/// The same with its own data, and with what opens over it.
pub fn with_data(state: &State, chart: &Chart) -> Html {
    let failed = state.has_failed(chart.id);
    figure(state, chart, failed, explain::chart_hotspots::with(state, chart, data(state, chart)))
}

/// The data that a picture has of its own.
pub fn data(state: &State, chart: &Chart) -> Html {
    chart.table.as_ref().map(|found| table(state, chart.id, found)).unwrap_or_default()
}

/// The data of a picture, in a part that opens and says whose they are.
fn as_table(id: &'static str, words: &'static str, data: Html) -> Html {
    let summary = classed("summary", "", vec![text(words)]);
    element("details", &[TABLE], vec![Some(id.into())], vec![summary, data])
}

/// The picture by itself, with what can be pressed over it.
fn drawing(chart: &Chart, title: AttrValue, sentence: AttrValue, parts: Html) -> Html {
    let picture = &chart.picture;
    let frame = format!("0 0 {} {}", number(picture.width), number(picture.height));
    // What is an image has nothing inside that can be pressed, so the image is
    // a part of the drawing.
    let values = ["img".into(), title, sentence];
    let marks = element(
        "g",
        &["role", "aria-labelledby", "aria-describedby"],
        values.map(Some).into(),
        drawn(picture),
    );
    let values = ["chart-picture".into(), frame.into()];
    element("svg", &["class", "viewBox"], values.map(Some).into(), vec![marks, parts])
}

fn drawn(picture: &Picture) -> Vec<Html> {
    picture.marks.iter().map(mark).collect()
}

/// A picture beside words that say all that it shows.
pub fn bare(picture: &Picture) -> Html {
    let frame = format!("0 0 {} {}", number(picture.width), number(picture.height));
    let values = ["chart-picture".into(), "true".into(), frame.into()];
    element("svg", &["class", "aria-hidden", "viewBox"], values.map(Some).into(), drawn(picture))
}

fn mark(mark: &Mark) -> Html {
    let length = |value: f64| Some(AttrValue::from(number(value)));
    match mark {
        Mark::Rect { x, y, width, height, style } => {
            let mut values = vec![Some(style.class().into())];
            values.extend([*x, *y, *width, *height].map(length));
            element("rect", &["class", "x", "y", "width", "height"], values, vec![])
        }
        Mark::Path { d, style } => {
            element("path", &["class", "d"], vec![Some(style.class().into()), Some(d.clone().into())], vec![])
        }
        Mark::Text(Label { x, y, anchor, size, bold, text: words, style }) => {
            let values = vec![
                Some(style.class().into()),
                length(*x),
                length(*y),
                Some(anchor.name().into()),
                length(*size),
                bold.then_some("600".into()),
            ];
            let keys = &["class", "x", "y", "text-anchor", "font-size", "font-weight"];
            element("text", keys, values, vec![text(words.clone())])
        }
    }
}

/// A picture's data. What may be too wide for a small screen scrolls in a
/// region of its own, which the keyboard can reach.
pub fn table(state: &State, id: &'static str, table: &Table) -> Html {
    let figures = explain::cells(state, id);
    let mut by_tab = true;
    // A figure opens its explanation.
    let mut open = |row: usize, column: usize, words: &String| {
        let name = figures.get(row)?.get(column)?.as_ref()?;
        let first = std::mem::take(&mut by_tab);
        Some(explain::figure(state, id, name, first, text(words.clone())))
    };
    let cell = |scope: &'static str, words: &String| {
        let scope = vec![(!scope.is_empty()).then_some(scope.into())];
        element(if scope[0].is_some() { "th" } else { "td" }, &["scope"], scope, vec![text(words.clone())])
    };
    let head = classed("tr", "", table.head.iter().map(|name| cell("col", name)).collect());
    let mut rows = Vec::with_capacity(table.rows.len());
    for (place, row) in table.rows.iter().enumerate() {
        let mut cells = Vec::with_capacity(row.len());
        for (column, words) in row.iter().enumerate() {
            let opens = column.checked_sub(1).and_then(|column| open(place, column, words));
            cells.push(match opens {
                Some(figure) => classed("td", "", vec![figure]),
                None => cell(if column == 0 { "row" } else { "" }, words),
            });
        }
        rows.push(classed("tr", "", cells));
    }
    let content = vec![
        classed("caption", "", vec![text(table.caption.clone())]),
        classed("thead", "", vec![head]),
        classed("tbody", "", rows),
    ];
    let values = ["chart-table".into(), "region".into(), "0".into(), table.caption.clone().into()];
    let keys = &["class", "role", "tabindex", "aria-label"];
    let scrolls = element("div", keys, values.map(Some).into(), vec![classed("table", "", content)]);
    div("chart-data", vec![scrolls, explain::under(state, id)])
}
