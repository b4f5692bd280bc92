//! Sources and method: where every figure comes from, what research says, what
//! critics say, and what is not known. The words are those of the file
//! `static/bronnen.json`, which is fetched when it is first needed.

use crate::model::{General, InputId, Line};
use crate::platform;
use crate::sources::{InputSource, Objection, Publication, Sources, Study};
use crate::ui::commands::Command;
use crate::ui::components::element::{
    attributes, button, classed, details, div, element, heading, p, row, row_name, span, table, text,
};
use crate::ui::context::PageContext;
use crate::ui::features::centre::field::with_sign;
use crate::ui::features::sources::state::{SourcesAction, SourcesFile};
use crate::ui::features::{centre, evidence, own_lines};
use crate::ui::lazy::SERVICES;
use crate::ui::state::{SharedState, State};
use yew::prelude::*;

/// The name of the file, which lies beside the page.
const FILE: &str = "bronnen.json";

/// Fetches the file of sources.
pub fn fetch(dispatcher: UseReducerDispatcher<SharedState>) {
    yew::platform::spawn_local(async move {
        let text = platform::fetch_text(FILE).await;
        // What reads the file is loaded lazily.
        let readable = SERVICES.load().await.is_ok();
        dispatcher.dispatch(SourcesAction::Receive(text.filter(|_| readable)).into());
    });
}

/// Draws the view of sources.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().sources();
    let mut content = vec![heading("h1", "", words.title), p("", words.intro), notice(ctx)];
    if let SourcesFile::Loaded(sources) = &ctx.view.sources.file {
        content.push(contents(ctx, sources));
        let chapters = sources.chapters.iter().enumerate().map(|(index, chapter)| {
            let points = chapter.points.iter().map(|point| classed("li", "", vec![text(point.clone())]));
            let points = classed("ul", "", points.collect());
            card(chapter_id(index), chapter.title.clone().into(), vec![points])
        });
        content.extend(chapters);
        let studies = sources.studies.iter().map(|one| study(ctx, sources, one)).collect();
        let studies = vec![p("", words.studies_intro), classed("ul", "source-list", studies)];
        content.push(card("onderzoek".into(), words.studies.into(), studies));
        let objections = sources.objections.iter().flat_map(objection).collect();
        let objections = vec![classed("dl", "objections", objections)];
        content.push(card("kritiek".into(), words.objections.into(), objections));
        let rows = sources.figures.iter().map(|figure| {
            let cell = |content| classed("td", "", vec![content]);
            row(vec![
                row_name(vec![text(figure.subject.clone())]),
                cell(text(figure.value.clone())),
                cell(text(figure.year.clone())),
                classed("td", "", publication(ctx, &sources.publications[figure.publication])),
                cell(text((ctx.text().status)(figure.status))),
            ])
        });
        let figures = table(words.figures, &words.columns, words.columns.len(), rows.collect());
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

/// Draws what is said while the file is not there, and where it cannot be read.
fn notice(ctx: &PageContext) -> Html {
    let words = ctx.text().sources();
    let retry = || div("buttons", vec![retry_button(ctx, "button")]);
    let content = match &ctx.view.sources.file {
        SourcesFile::Loaded(_) => vec![],
        SourcesFile::NotLoaded => vec![p("small", words.loading)],
        SourcesFile::Missing => vec![div("notice is-problem", vec![p("", words.missing), retry()])],
        SourcesFile::Broken(issues) => {
            let item = |issue| classed("li", "", vec![text((ctx.text().issue)(issue))]);
            let items = classed("ul", "", issues.iter().take(10).map(item).collect());
            vec![div("notice is-problem", vec![p("", words.broken), items, retry()])]
        }
    };
    element("div", attributes! { "role" => "status" }, content)
}

/// Draws the button that fetches the file once more.
fn retry_button(ctx: &PageContext, class: &'static str) -> Html {
    button(class, ctx.press(SourcesAction::Retry), ctx.text().sources().try_again)
}

/// Draws the list of what stands in this view, with a way to each part.
fn contents(ctx: &PageContext, sources: &Sources) -> Html {
    let words = ctx.text().sources();
    let chapters = sources.chapters.iter().enumerate();
    let mut parts: Vec<(String, AttrValue)> =
        chapters.map(|(index, chapter)| (chapter_id(index), chapter.title.clone().into())).collect();
    parts.extend([
        ("onderzoek".to_owned(), words.studies.into()),
        ("kritiek".to_owned(), words.objections.into()),
        ("cijfers".to_owned(), words.figures.into()),
        ("invoerbronnen".to_owned(), words.inputs.into()),
    ]);
    let item = |(id, title): (String, AttrValue)| {
        classed("li", "", vec![button("plain", ctx.press(Command::Reveal(id)), title)])
    };
    let list = classed("ul", "", parts.into_iter().map(item).collect());
    element("nav", attributes! { "class" => "contents", "aria-label" => words.contents }, vec![list])
}

/// Draws a part with its heading, which can be jumped to.
fn card(id: String, title: AttrValue, mut content: Vec<Html>) -> Html {
    let heading_id: AttrValue = format!("{id}-titel").into();
    content.insert(0, element("h2", attributes! { "id" => heading_id.clone() }, vec![text(title)]));
    let section =
        attributes! { "class" => "card", "id" => id, "aria-labelledby" => heading_id, "tabindex" => "-1" };
    element("section", section, content)
}

/// Draws a publication: its title, as a link where there is one, and what was
/// read of it.
fn publication(state: &State, publication: &Publication) -> Vec<Html> {
    let title = text(format!("‘{}’", publication.title));
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
    vec![title, text(", "), text(read)]
}

/// Draws a paragraph that begins with a label.
fn labelled(label: &'static str, mut content: Vec<Html>) -> Html {
    let mut all = vec![classed("strong", "", vec![text(label)]), text(" ")];
    all.append(&mut content);
    classed("p", "", all)
}

/// Draws a study with what it found.
fn study(state: &State, sources: &Sources, study: &Study) -> Html {
    let words = state.text().sources();
    let head = vec![
        classed("strong", "", vec![text(study.subject.clone())]),
        text(" "),
        span("tag", (words.direction)(study.direction)),
    ];
    let content = vec![
        classed("p", "", head),
        p("", study.finding.clone()),
        labelled(words.caveat, vec![text(study.caveat.clone())]),
        classed("p", "small", publication(state, &sources.publications[study.publication])),
    ];
    classed("li", "", content)
}

/// Draws an objection with its answer.
fn objection(objection: &Objection) -> [Html; 2] {
    let part = |tag, words: &String| classed(tag, "", vec![text(words.clone())]);
    [part("dt", &objection.objection), part("dd", &objection.answer)]
}

/// Draws what the file says of an input: why it begins there, what a local
/// figure is, and its publications.
fn explained_entry(state: &State, sources: &Sources, entry: &InputSource) -> Vec<Html> {
    let words = state.text().sources();
    let mut content = vec![
        labelled(words.reason, vec![text(entry.reason.clone())]),
        labelled(words.local_figure, vec![text(entry.local_figure.clone())]),
    ];
    let publications = entry
        .publications
        .iter()
        .map(|index| labelled(words.publication, publication(state, &sources.publications[*index])));
    content.extend(publications);
    content
}

/// Draws the explanation of a field: meaning, range and source, and what the
/// file says once it is opened.
pub fn of_field(ctx: &PageContext, id: InputId) -> Html {
    let (all, words) = (ctx.text(), ctx.text().sources());
    let help = match id {
        InputId::Own(position, part) => own_lines::view::help(ctx, position, part),
        InputId::General(_) | InputId::Line(..) => all.input_help(id),
    };
    let mut content = vec![p("", help.help)];
    if id.definition().plausible.is_some() {
        let range = ctx.workspace.inputs.range(id);
        let [low, high] = [range.low, range.high].map(|end| with_sign(ctx, id, end));
        content.push(p("", (all.sentences.plausible)(&low, &high)));
    }
    content.push(labelled(all.page.source, vec![text(help.source)]));
    if ctx.view.sources.opened.contains(&id) {
        let detail = match &ctx.view.sources.file {
            SourcesFile::NotLoaded => vec![p("", words.loading)],
            SourcesFile::Loaded(sources) => {
                sources.for_input(id).map_or_else(Vec::new, |entry| explained_entry(ctx, sources, entry))
            }
            SourcesFile::Missing => vec![p("", words.missing), retry_button(ctx, "plain")],
            SourcesFile::Broken(_) => vec![p("", words.broken)],
        };
        content.push(div("source-detail", detail));
    }
    content.push(evidence::view::user_source(ctx, id));
    div("why-content", content)
}

/// Draws the groups of the inputs that belong to no line.
fn general_groups(state: &State) -> Vec<Html> {
    let page = state.text().page;
    let groups: [(&'static str, &[General]); 5] = [
        (page.group_initiative, &centre::inputs::INITIATIVE),
        (page.group_costs, &centre::inputs::COSTS),
        (page.group_financing, &centre::inputs::FINANCING),
        (page.group_time, &centre::inputs::TIME),
        (page.group_weighing, &[General::Drempel]),
    ];
    let ids = |list: &[General]| list.iter().map(|general| InputId::General(*general)).collect();
    groups.into_iter().map(|(name, list)| group(state, name, ids(list))).collect()
}

/// Draws the inputs of one group, in a part that opens.
fn group(state: &State, name: &'static str, ids: Vec<InputId>) -> Html {
    let items = ids.into_iter().map(|id| parameter(state, id)).collect();
    let list = classed("ul", "source-list line-content", items);
    details("line", false, vec![heading("h3", "", name)], vec![list])
}

/// Draws one input: where it begins, how sure that is, and what the file says.
fn parameter(state: &State, id: InputId) -> Html {
    let all = state.text();
    let input = centre::field::words(state, id);
    let definition = id.definition();
    let range = definition.plausible.map(|_| {
        let range = state.workspace.preset_inputs.range(id);
        (with_sign(state, id, range.low), with_sign(state, id, range.high))
    });
    let range = range.as_ref().map(|(low, high)| (low.as_str(), high.as_str()));
    let head = vec![
        classed("strong", "", vec![text(input.label)]),
        text(" "),
        span("unit", input.unit),
        text(" "),
        span("status", (all.status)(definition.status)),
    ];
    let begins =
        (all.sources().default_value)(&with_sign(state, id, state.workspace.preset_inputs.get(id)), range);
    let mut content = vec![classed("p", "", head), p("", begins)];
    let entry = match &state.view.sources.file {
        SourcesFile::Loaded(sources) => {
            sources.for_input(id).map(|entry| explained_entry(state, sources, entry))
        }
        SourcesFile::NotLoaded | SourcesFile::Missing | SourcesFile::Broken(_) => None,
    };
    content.extend(
        entry.unwrap_or_else(|| vec![labelled(all.page.source, vec![text(all.input_help(id).source)])]),
    );
    classed("li", "", content)
}
