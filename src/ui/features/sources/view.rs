//! The view of sources and method: the origin of every figure, studies, objections
//! with answers, and open questions. Its texts are read from the file
//! `static/bronnen.json`. Also the explanation of a field, which shows the sources
//! of one input.

use crate::model::{General, InputId, Line};
use crate::platform::{self, FetchProblem};
use crate::sources::{InputSource, Objection, Publication, Sources, Study};
use crate::text::page::LoadingProblem;
use crate::ui::commands::Command;
use crate::ui::components::element::{
    attributes, button, classed, details, div, element, heading, p, row, row_name, span, table, text_in,
};
use crate::ui::components::figure::{figure_button, figure_in, name_in, name_text, sentence_in, space};
use crate::ui::context::PageContext;
use crate::ui::features::inputs::field::{plausible_text, range_end_text, value_text};
use crate::ui::features::sources::state::{SourcesAction, SourcesFile};
use crate::ui::features::{evidence, inputs, own_lines};
use crate::ui::lazy::SERVICES;
use crate::ui::state::{SharedState, State};
use yew::prelude::*;

/// The name of the file, in the folder of the page.
const FILE: &str = "bronnen.json";

/// Fetches the file of sources.
pub fn fetch(dispatcher: UseReducerDispatcher<SharedState>) {
    yew::platform::spawn_local(async move {
        let text = platform::fetch_text(FILE).await;
        // The code that reads the file is loaded lazily. If that fails, the page offers
        // to try again, and the file is read after that.
        let _ = SERVICES.load().await;
        SERVICES.when_loaded(move |_| dispatcher.dispatch(SourcesAction::Receive(text).into()));
    });
}

/// Draws the view of sources.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().sources();
    let mut content = vec![heading("h1", "", words.title), p("", words.intro), notice(ctx)];
    if let SourcesFile::Loaded(sources) = &ctx.view.sources.file {
        content.push(contents(ctx, sources));
        let chapters = sources.chapters.iter().enumerate().map(|(index, chapter)| {
            let points = chapter.points.iter().map(|point| name_in("li", "", point.clone()));
            let points = classed("ul", "", points.collect());
            card(chapter_id(index), chapter.title.clone().into(), vec![points])
        });
        content.extend(chapters);
        let studies = sources.studies.iter().map(|found| study(ctx, sources, found)).collect();
        let studies = vec![p("", words.studies_intro), classed("ul", "source-list", studies)];
        content.push(card("onderzoek".into(), words.studies.into(), studies));
        let objections = sources.objections.iter().flat_map(objection).collect();
        let objections = vec![classed("dl", "objections", objections)];
        content.push(card("kritiek".into(), words.objections.into(), objections));
        let rows = sources.figures.iter().map(|figure| {
            row(vec![
                row_name(vec![name_text(figure.subject.clone())]),
                figure_in("td", "", figure.value.clone()),
                figure_in("td", "", figure.year.clone()),
                classed("td", "", publication(ctx, &sources.publications[figure.publication])),
                name_in("td", "", (ctx.text().status)(figure.status)),
            ])
        });
        let figures = table(words.figures_table, &words.columns, words.columns.len(), rows.collect());
        let figures = vec![p("", words.figures_intro), figures];
        content.push(card("cijfers".into(), words.figures.into(), figures));
    }
    let mut groups = vec![p("", words.inputs_intro)];
    groups.extend(general_groups(ctx));
    groups.extend(Line::ALL.map(|line| {
        let name = (ctx.text().line)(line).label;
        group(ctx, name, InputId::of_line(line).collect())
    }));
    content.push(card("invoerbronnen".into(), words.inputs.into(), groups));
    div("sources", content)
}

/// Returns the id of the chapter at this index.
fn chapter_id(index: usize) -> String {
    format!("deel-{index}")
}

/// Draws the notice that the file is being loaded, is missing or has mistakes;
/// empty once it is loaded.
pub fn notice(ctx: &PageContext) -> Html {
    let words = ctx.text().sources();
    let retry = || div("buttons", vec![retry_button(ctx, "button")]);
    let content = match &ctx.view.sources.file {
        SourcesFile::Loaded(_) => vec![],
        SourcesFile::NotLoaded => vec![p("small", words.loading)],
        SourcesFile::Missing(why) => {
            let message = name_in("p", "", missing(ctx, *why));
            vec![div("notice is-problem", vec![message, retry()])]
        }
        SourcesFile::Broken(issues) => {
            let item = |issue| sentence_in("li", "", (ctx.text().issue)(issue));
            let items = classed("ul", "", issues.iter().take(10).map(item).collect());
            vec![div("notice is-problem", vec![p("", words.broken), items, retry()])]
        }
    };
    element("div", attributes! { "role" => "status" }, content)
}

/// Returns the message that the file could not be fetched, and why.
fn missing(state: &State, why: FetchProblem) -> String {
    let (page, words) = (state.text().page, state.text().sources());
    (words.missing)(match why {
        FetchProblem::NotFound => words.not_found,
        FetchProblem::Disk => (page.loading_problem)(LoadingProblem::Disk),
        FetchProblem::Offline => (page.loading_problem)(LoadingProblem::Offline),
        FetchProblem::Server => (page.loading_problem)(LoadingProblem::Server),
        FetchProblem::Connection => (page.loading_problem)(LoadingProblem::Connection),
    })
}

/// Draws the button that fetches the file once more.
fn retry_button(ctx: &PageContext, class: &'static str) -> Html {
    button(class, ctx.press(SourcesAction::Retry), ctx.text().sources().try_again)
}

/// Draws the table of contents, with a button to each card of this view.
fn contents(ctx: &PageContext, sources: &Sources) -> Html {
    let words = ctx.text().sources();
    let chapters = sources.chapters.iter().enumerate();
    let mut cards: Vec<(String, AttrValue)> =
        chapters.map(|(index, chapter)| (chapter_id(index), chapter.title.clone().into())).collect();
    cards.extend([
        ("onderzoek".to_owned(), words.studies.into()),
        ("kritiek".to_owned(), words.objections.into()),
        ("cijfers".to_owned(), words.figures.into()),
        ("invoerbronnen".to_owned(), words.inputs.into()),
    ]);
    let item = |(id, title): (String, AttrValue)| {
        classed("li", "", vec![figure_button("plain", ctx.press(Command::Reveal(id)), name_text(title))])
    };
    let list = classed("ul", "", cards.into_iter().map(item).collect());
    element("nav", attributes! { "class" => "contents", "aria-label" => words.contents }, vec![list])
}

/// Draws a card with its heading, to which the table of contents leads.
fn card(id: String, title: AttrValue, mut content: Vec<Html>) -> Html {
    let heading_id: AttrValue = format!("{id}-titel").into();
    content.insert(0, element("h2", attributes! { "id" => heading_id.clone() }, vec![name_text(title)]));
    let section =
        attributes! { "class" => "card", "id" => id, "aria-labelledby" => heading_id, "tabindex" => "-1" };
    element("section", section, content)
}

/// Draws a publication: its title, as a link where it has one, its author and
/// year, and which part of it was read.
fn publication(state: &State, publication: &Publication) -> Vec<Html> {
    let title = name_text(format!("‘{}’", publication.title));
    let title = match &publication.link {
        None => title,
        Some(link) => {
            let attributes = attributes! {
                "href" => link.clone(),
                "target" => "_blank",
                "rel" => "noopener noreferrer",
                "class" => "publication",
            };
            element("a", attributes, vec![title])
        }
    };
    let read =
        (state.text().sources().provenance)(&publication.author, &publication.year, &publication.extent_read);
    vec![title, name_text(format!(", {read}"))]
}

/// Draws a paragraph that begins with a label.
fn labelled(label: &'static str, mut content: Vec<Html>) -> Html {
    let mut all = vec![text_in("strong", "", label), space()];
    all.append(&mut content);
    classed("p", "", all)
}

/// Draws a study with its finding, a caveat, and its publication.
fn study(state: &State, sources: &Sources, study: &Study) -> Html {
    let words = state.text().sources();
    let head = vec![
        name_in("strong", "", study.subject.clone()),
        space(),
        span("tag", (words.direction)(study.direction)),
    ];
    let content = vec![
        classed("p", "", head),
        name_in("p", "", study.finding.clone()),
        labelled(words.caveat, vec![name_text(study.caveat.clone())]),
        classed("p", "small", publication(state, &sources.publications[study.publication])),
    ];
    classed("li", "", content)
}

/// Draws an objection with its answer.
fn objection(objection: &Objection) -> [Html; 2] {
    let item = |tag, words: &String| name_in(tag, "", words.clone());
    [item("dt", &objection.objection), item("dd", &objection.answer)]
}

/// Draws the file's entry on an input: the reason for its default, where to find a
/// local figure, and its publications.
fn input_source(state: &State, sources: &Sources, entry: &InputSource) -> Vec<Html> {
    let words = state.text().sources();
    let mut content = vec![
        labelled(words.reason, vec![name_text(entry.reason.clone())]),
        labelled(words.local_figure, vec![name_text(entry.local_figure.clone())]),
    ];
    let publications = entry
        .publications
        .iter()
        .map(|index| labelled(words.publication, publication(state, &sources.publications[*index])));
    content.extend(publications);
    content
}

/// Draws the explanation of a field: the meaning, the range and the source of its
/// input, and once the user opened it, the file's entry on the input.
pub fn field_help(ctx: &PageContext, id: InputId) -> Html {
    let (all, words) = (ctx.text(), ctx.text().sources());
    let help = match id {
        InputId::Own(index, field) => own_lines::view::help(ctx, index, field),
        InputId::General(_) | InputId::Line(..) => all.input_help(id),
    };
    let mut content = vec![p("", help.help)];
    let plausible = plausible_text(ctx, id);
    if let Some([low, high]) = &plausible {
        content.push(sentence_in("p", "", (all.sentences.plausible)(low, high)));
        // The simulation may draw from another range, which goes along with the value.
        let range = ctx.workspace.inputs.range(id);
        let drawn = [range.low, range.high].map(|end| range_end_text(ctx, id, end));
        if drawn != [low.as_str(), high.as_str()] {
            let [low, high] = &drawn;
            content.push(sentence_in("p", "", (all.sentences.range)(low, high)));
        }
    }
    content.push(labelled(all.results().source, vec![span("", help.source)]));
    if ctx.view.sources.opened.contains(&id) {
        let detail = match &ctx.view.sources.file {
            SourcesFile::NotLoaded => vec![name_in("p", "", words.loading)],
            SourcesFile::Loaded(sources) => {
                sources.for_input(id).map_or_else(Vec::new, |entry| input_source(ctx, sources, entry))
            }
            SourcesFile::Missing(why) => {
                vec![name_in("p", "", missing(ctx, *why)), retry_button(ctx, "plain")]
            }
            SourcesFile::Broken(_) => vec![name_in("p", "", words.broken)],
        };
        content.push(div("source-detail", detail));
    }
    content.push(evidence::view::user_source(ctx, id));
    div("why-content", content)
}

/// Draws the groups of the inputs that belong to no line.
fn general_groups(state: &State) -> Vec<Html> {
    let page = state.text().page;
    let groups: [(&'static str, &[General]); 6] = [
        (page.group_initiative, &inputs::groups::INITIATIVE),
        (page.group_costs, &inputs::groups::COSTS),
        (page.group_financing, &inputs::groups::FINANCING),
        (page.group_time, &inputs::groups::TIME),
        (page.group_weighing, &[General::Drempel]),
        (page.group_uncertainty, &inputs::groups::UNCERTAINTY),
    ];
    let ids = |list: &[General]| list.iter().map(|general| InputId::General(*general)).collect();
    groups.into_iter().map(|(name, list)| group(state, name, ids(list))).collect()
}

/// Draws the inputs of one group, which can be unfolded.
fn group(state: &State, name: &'static str, ids: Vec<InputId>) -> Html {
    let items = ids.into_iter().map(|id| input_item(state, id)).collect();
    let list = classed("ul", "source-list line-content", items);
    details("line", false, vec![heading("h3", "", name)], vec![list])
}

/// Draws one input: its default with its status, its plausible range, and the
/// file's entry on the input.
pub(crate) fn input_item(state: &State, id: InputId) -> Html {
    let all = state.text();
    let input = inputs::field::label_and_unit(state, id);
    let definition = id.definition();
    let range = plausible_text(state, id);
    let range = range.as_ref().map(|[low, high]| (low.as_str(), high.as_str()));
    let head = vec![
        text_in("strong", "", input.label),
        space(),
        span("unit", input.unit),
        space(),
        span("status", (all.status)(definition.status)),
    ];
    let default =
        (all.sources().default_value)(&value_text(state, id, state.workspace.preset_value(id)), range);
    let mut content = vec![classed("p", "", head), sentence_in("p", "", default)];
    let entry = match &state.view.sources.file {
        SourcesFile::Loaded(sources) => {
            sources.for_input(id).map(|entry| input_source(state, sources, entry))
        }
        SourcesFile::NotLoaded | SourcesFile::Missing(_) | SourcesFile::Broken(_) => None,
    };
    content.extend(
        entry.unwrap_or_else(|| {
            vec![labelled(all.results().source, vec![span("", all.input_help(id).source)])]
        }),
    );
    classed("li", "", content)
}
