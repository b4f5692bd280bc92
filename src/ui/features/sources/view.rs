//! The view of sources and method: who says so, what speaks against it, the origin of every
//! figure, and the background. Its texts are read from the file `static/bronnen.json`.

use crate::sources::Sources;
use crate::ui::commands::Command;
use crate::ui::components::element::{attributes, classed, div, element, heading, p, row, row_name, table};
use crate::ui::components::figure::{figure_button, figure_in, name_in, name_text};
use crate::ui::context::PageContext;
use crate::ui::features::sources::background::{self, BACKGROUND};
use crate::ui::features::sources::card::{card, publication};
use crate::ui::features::sources::inputs::{self, INPUTS};
use crate::ui::features::sources::loading::notice;
use crate::ui::features::sources::state::SourcesFile;
use crate::ui::features::sources::studies::{self, OBJECTIONS, STUDIES};
use crate::ui::state::State;
use yew::prelude::*;

/// The id of the card with figures to compare with.
const FIGURES: &str = "cijfers";

/// Draws the view of sources. What speaks against the figures comes first.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().sources();
    let mut content = vec![heading("h1", "", words.title), p("sources-answer", words.answer), notice(ctx)];
    if let SourcesFile::Loaded(sources) = &ctx.view.sources.file {
        content.extend([
            contents(ctx, sources),
            studies::studies(ctx, sources),
            studies::objections(ctx, sources),
        ]);
        content.extend(chapters(sources));
        content.extend([figures(ctx, sources), background::background(ctx, sources)]);
    }
    content.push(inputs::inputs(ctx));
    div("sources", content)
}

/// Returns the id of the chapter at this index.
fn chapter_id(index: usize) -> String {
    format!("deel-{index}")
}

/// Draws a card for each chapter of the file.
fn chapters(sources: &Sources) -> impl Iterator<Item = Html> {
    sources.chapters.iter().enumerate().map(|(index, chapter)| {
        let points = chapter.points.iter().map(|point| name_in("li", "", point.clone()));
        let points = classed("ul", "", points.collect());
        card(chapter_id(index), chapter.title.clone().into(), vec![points])
    })
}

/// Draws the card with figures to compare with.
fn figures(state: &State, sources: &Sources) -> Html {
    let words = state.text().sources();
    let rows = sources.figures.iter().map(|figure| {
        row(vec![
            row_name(vec![name_text(figure.subject.clone())]),
            figure_in("td", "", figure.value.clone()),
            figure_in("td", "", figure.year.clone()),
            classed("td", "", publication(state, &sources.publications[figure.publication])),
            name_in("td", "", (state.text().status)(figure.status)),
        ])
    });
    let figures = table(words.figures_table, &words.columns, words.columns.len(), rows.collect());
    card(FIGURES.into(), words.figures.into(), vec![p("", words.figures_intro), figures])
}

/// Draws the table of contents, with a button to each card of this view.
fn contents(ctx: &PageContext, sources: &Sources) -> Html {
    let words = ctx.text().sources();
    let chapters = sources.chapters.iter().enumerate();
    let mut cards: Vec<(String, AttrValue)> =
        vec![(STUDIES.to_owned(), words.studies.into()), (OBJECTIONS.to_owned(), words.objections.into())];
    cards.extend(chapters.map(|(index, chapter)| (chapter_id(index), chapter.title.clone().into())));
    cards.extend([
        (FIGURES.to_owned(), words.figures.into()),
        (BACKGROUND.to_owned(), words.background.into()),
        (INPUTS.to_owned(), words.inputs.into()),
    ]);
    let item = |(id, title): (String, AttrValue)| {
        classed("li", "", vec![figure_button("plain", ctx.press(Command::Reveal(id)), name_text(title))])
    };
    let list = classed("ul", "", cards.into_iter().map(item).collect());
    element("nav", attributes! { "class" => "contents", "aria-label" => words.contents }, vec![list])
}
