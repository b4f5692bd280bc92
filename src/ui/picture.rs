//! A chart on the page: title and sentence, the picture, the same data as a
//! table, and a way to take it along.

mod save;

use crate::chart::{Chart, Label, Mark, Picture, Table, number};
use crate::text::Language;
use save::{Kind, save};
use std::rc::Rc;
use yew::prelude::*;

/// What a [`ChartCard`] shows.
#[derive(Properties)]
pub struct ChartCardProps {
    /// The chart; one that is equal costs nothing.
    pub chart: Rc<Chart>,
    /// The address of the figures, for in the file.
    pub link: AttrValue,
    /// What else the file says of the figures: scenario, price year.
    #[prop_or_default]
    pub about: AttrValue,
    /// Whether this is the static page that is there before the program:
    /// nothing to press then.
    #[prop_or_default]
    pub shell: bool,
    /// The language of the buttons.
    #[prop_or(Language::Nl)]
    pub language: Language,
}

impl PartialEq for ChartCardProps {
    fn eq(&self, other: &Self) -> bool {
        same(&self.chart, &other.chart)
            && self.link == other.link
            && self.about == other.about
            && self.shell == other.shell
            && self.language == other.language
    }
}

fn same(one: &Rc<Chart>, other: &Rc<Chart>) -> bool {
    Rc::ptr_eq(one, other) || one == other
}

/// A chart as a card.
#[component]
pub fn ChartCard(props: &ChartCardProps) -> Html {
    let words = props.language.text().charts;
    let open = use_state_eq(|| false);
    let failed = use_state_eq(|| false);
    let chart = &props.chart;
    let title = format!("grafiek-{}-titel", chart.id);
    let sentence = format!("grafiek-{}-uitleg", chart.id);
    // The same for both kinds of file.
    let button = |kind: Kind, name: &'static str, label: &'static str| {
        let (props, failed) = (props.clone_for_saving(), failed.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            failed.set(false);
            let failed = failed.clone();
            save(&props.0, &props.1, words, kind, Callback::from(move |()| failed.set(true)));
        });
        let label = format!("{label}: {}", chart.title);
        html! { <button type="button" class="chart-save" aria-label={label} {onclick}>{ name }</button> }
    };
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            let details = event.target_dyn_into::<web_sys::Element>();
            open.set(details.is_some_and(|details| details.has_attribute("open")));
        })
    };
    html! {
        <figure class="chart">
            <figcaption>
                <h3 id={title.clone()}>{ &chart.title }</h3>
                <p id={sentence.clone()} class="chart-sentence">{ &chart.sentence }</p>
            </figcaption>
            <Drawing chart={chart.clone()} {title} {sentence} />
            if !props.shell {
                <div class="chart-more">
                    <details {ontoggle}>
                        <summary>{ words.as_table }</summary>
                        if *open { { table(&chart.table) } }
                    </details>
                    <div class="chart-files">
                        { button(Kind::Png, "PNG", words.save_png) }
                        { button(Kind::Svg, "SVG", words.save_svg) }
                    </div>
                    <p class="chart-failed" role="status">{ if *failed { words.failed } else { "" } }</p>
                </div>
            }
        </figure>
    }
}

impl ChartCardProps {
    /// What a file needs: the chart, and the lines about its figures.
    fn clone_for_saving(&self) -> (Rc<Chart>, [AttrValue; 2]) {
        (self.chart.clone(), [self.about.clone(), self.link.clone()])
    }
}

#[derive(Properties)]
struct DrawingProps {
    chart: Rc<Chart>,
    title: String,
    sentence: String,
}

impl PartialEq for DrawingProps {
    fn eq(&self, other: &Self) -> bool {
        // The ids follow from the chart.
        same(&self.chart, &other.chart)
    }
}

/// The picture by itself, drawn again only when it changed.
#[component]
fn Drawing(props: &DrawingProps) -> Html {
    let Picture { width, height, marks } = &props.chart.picture;
    html! {
        <svg class="chart-picture" role="img" viewBox={format!("0 0 {width} {height}")}
            aria-labelledby={props.title.clone()} aria-describedby={props.sentence.clone()}>
            <g aria-hidden="true">{ for marks.iter().map(mark) }</g>
        </svg>
    }
}

fn mark(mark: &Mark) -> Html {
    match mark {
        Mark::Rect { x, y, width, height, ink } => html! {
            <rect class={ink.class()} x={number(*x)} y={number(*y)} width={number(*width)} height={number(*height)} />
        },
        Mark::Path { d, ink } => html! { <path class={ink.class()} d={d.clone()} /> },
        Mark::Text(Label { x, y, anchor, size, bold, text, ink }) => html! {
            <text class={ink.class()} x={number(*x)} y={number(*y)} text-anchor={anchor.name()}
                font-size={number(*size)} font-weight={bold.then_some("600")}>{ text }</text>
        },
    }
}

/// A picture's data. What may be too wide for a small screen scrolls in a
/// region of its own, which the keyboard can reach.
fn table(table: &Table) -> Html {
    let content = html! {
        <table>
            <caption>{ &table.caption }</caption>
            <thead><tr>{ for table.head.iter().map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
            <tbody>{ for table.rows.iter().map(|row| row_of(row)) }</tbody>
        </table>
    };
    html! {
        <div class="chart-table" role="region" tabindex="0" aria-label={table.caption.clone()}>{ content }</div>
    }
}

fn row_of(row: &[String]) -> Html {
    let (name, cells) = row.split_first().expect("a row has a name");
    html! {
        <tr><th scope="row">{ name }</th>{ for cells.iter().map(|cell| html! { <td>{ cell }</td> }) }</tr>
    }
}
