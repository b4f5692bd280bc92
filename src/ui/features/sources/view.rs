//! Sources and account: where every figure comes from, what research says,
//! what critics say, and what is not known. The words are those of the file
//! `static/bronnen.json`, which is fetched when it is first needed.

use crate::model::{General, InputId, Line};
use crate::platform;
use crate::sources::{InputSource, Objection, Publication, Sources, Study};
use crate::ui::components::element::{button, classed, details, div, element, heading, p, span, table, text};
use crate::ui::components::element::{row, row_name};
use crate::ui::features::centre::field::{with_sign, words};
use crate::ui::features::sources::state::{Loaded, Sourcing};
use crate::ui::features::{centre, evidence, own_lines};
use crate::ui::state::{Action, State};
use yew::prelude::*;

/// The file, beside the page.
const FILE: &str = "bronnen.json";

/// Fetches the file.
pub fn fetch(page: UseReducerDispatcher<State>) {
    yew::platform::spawn_local(async move {
        let text = platform::text_of(FILE).await;
        page.dispatch(Action::Sources(Sourcing::Came(text)));
    });
}

/// The view of sources.
pub fn view(state: &State) -> Html {
    let said = state.text().sources;
    let mut content = vec![heading("h1", "", said.title), p("", said.intro), notice(state)];
    if let Loaded::Here(sources) = &state.sourced.loaded {
        content.push(contents(state, sources));
        let chapters = sources.chapters.iter().enumerate().map(|(place, chapter)| {
            let points = chapter.points.iter().map(|point| classed("li", "", vec![text(point.clone())]));
            let points = classed("ul", "", points.collect());
            card(format!("deel-{place}"), chapter.title.clone().into(), vec![points])
        });
        content.extend(chapters);
        let studies = sources.studies.iter().map(|one| study(state, sources, one)).collect();
        let studies = vec![p("", said.studies_intro), classed("ul", "source-list", studies)];
        content.push(card("onderzoek".into(), said.studies.into(), studies));
        let objections = sources.objections.iter().flat_map(objection).collect();
        let objections = vec![classed("dl", "objections", objections)];
        content.push(card("kritiek".into(), said.objections.into(), objections));
        let rows = sources.figures.iter().map(|figure| {
            let cell = |content| classed("td", "", vec![content]);
            row(vec![
                row_name(vec![text(figure.what.clone())]),
                cell(text(figure.value.clone())),
                cell(text(figure.year.clone())),
                classed("td", "", publication(state, &sources.publications[figure.publication])),
                cell(text((state.text().status)(figure.status))),
            ])
        });
        let figures = table(said.figures, &said.columns, said.columns.len(), rows.collect());
        let figures = vec![p("", said.figures_intro), figures];
        content.push(card("cijfers".into(), said.figures.into(), figures));
    }
    let mut groups = vec![p("", said.inputs_intro)];
    groups.extend(general_groups(state));
    groups.extend(Line::ALL.map(|line| {
        let name = (state.text().line)(line).label;
        group(state, name, InputId::of_line(line).collect())
    }));
    content.push(card("invoerbronnen".into(), said.inputs.into(), groups));
    div("sources", content)
}

/// Said while the file is not there, and where it cannot be read.
fn notice(state: &State) -> Html {
    let said = state.text().sources;
    let again = || div("buttons", vec![button("button", "sources", said.again)]);
    let content = match &state.sourced.loaded {
        Loaded::Here(_) => vec![],
        Loaded::Not => vec![p("small", said.loading)],
        Loaded::Missing => vec![div("notice is-problem", vec![p("", said.missing), again()])],
        Loaded::Broken(issues) => {
            let item = |issue| classed("li", "", vec![text((state.text().issue)(issue))]);
            let items = classed("ul", "", issues.iter().take(10).map(item).collect());
            vec![div("notice is-problem", vec![p("", said.broken), items, again()])]
        }
    };
    element("div", &["role"], vec![Some("status".into())], content)
}

/// What stands on this page, with a way to each part.
fn contents(state: &State, sources: &Sources) -> Html {
    let said = state.text().sources;
    let chapters = sources.chapters.iter().enumerate();
    let mut parts: Vec<(String, AttrValue)> =
        chapters.map(|(place, chapter)| (format!("deel-{place}"), chapter.title.clone().into())).collect();
    parts.extend([
        ("onderzoek".to_owned(), said.studies.into()),
        ("kritiek".to_owned(), said.objections.into()),
        ("cijfers".to_owned(), said.figures.into()),
        ("invoerbronnen".to_owned(), said.inputs.into()),
    ]);
    let item = |(id, title): (String, AttrValue)| {
        classed("li", "", vec![button("plain", format!("reveal {id}"), title)])
    };
    let list = classed("ul", "", parts.into_iter().map(item).collect());
    element(
        "nav",
        &["class", "aria-label"],
        vec![Some("contents".into()), Some(said.contents.into())],
        vec![list],
    )
}

/// A part with its heading, which can be jumped to.
fn card(id: String, title: AttrValue, mut content: Vec<Html>) -> Html {
    let named: AttrValue = format!("{id}-titel").into();
    content.insert(0, element("h2", &["id"], vec![Some(named.clone())], vec![text(title)]));
    let values = vec![Some("card".into()), Some(id.into()), Some(named), Some("-1".into())];
    element("section", &["class", "id", "aria-labelledby", "tabindex"], values, content)
}

/// A publication: its title, as a link where there is one, and what was read.
fn publication(state: &State, of: &Publication) -> Vec<Html> {
    let title = text(format!("‘{}’", of.title));
    let title = match &of.link {
        None => title,
        Some(link) => {
            let values =
                [link.clone().into(), "_blank".into(), "noopener noreferrer".into(), "publication".into()];
            element("a", &["href", "target", "rel", "class"], values.map(Some).into(), vec![title])
        }
    };
    vec![title, text(", "), text((state.text().sources.read)(&of.by, &of.year, &of.read))]
}

fn labelled(label: &'static str, mut content: Vec<Html>) -> Html {
    let mut all = vec![classed("strong", "", vec![text(label)]), text(" ")];
    all.append(&mut content);
    classed("p", "", all)
}

fn study(state: &State, sources: &Sources, of: &Study) -> Html {
    let said = state.text().sources;
    let head = vec![
        classed("strong", "", vec![text(of.what.clone())]),
        text(" "),
        span("tag", (said.direction)(of.direction)),
    ];
    let content = vec![
        classed("p", "", head),
        p("", of.found.clone()),
        labelled(said.caveat, vec![text(of.caveat.clone())]),
        classed("p", "small", publication(state, &sources.publications[of.publication])),
    ];
    classed("li", "", content)
}

fn objection(of: &Objection) -> [Html; 2] {
    let part = |tag, words: &String| classed(tag, "", vec![text(words.clone())]);
    [part("dt", &of.objection), part("dd", &of.answer)]
}

/// What the file says of an input: why it begins there, what a local figure
/// is, and its publications.
fn said_of(state: &State, sources: &Sources, entry: &InputSource) -> Vec<Html> {
    let said = state.text().sources;
    let mut content = vec![
        labelled(said.why, vec![text(entry.why.clone())]),
        labelled(said.local, vec![text(entry.local.clone())]),
    ];
    let publications = entry
        .publications
        .iter()
        .map(|place| labelled(said.publication, publication(state, &sources.publications[*place])));
    content.extend(publications);
    content
}

/// The explanation of a field: meaning, range and source, and what the file
/// says once it is opened.
pub fn of_field(state: &State, id: InputId) -> Html {
    let (all, said) = (state.text(), state.text().sources);
    let help = match id {
        InputId::Own(place, part) => own_lines::view::help(state, place, part),
        _ => (all.input_help)(id),
    };
    let mut content = vec![p("", help.help)];
    if id.definition().plausible.is_some() {
        let range = state.inputs.range(id);
        let [low, high] = [range.low, range.high].map(|end| with_sign(state, id, end));
        content.push(p("", (all.sentences.plausible)(&low, &high)));
    }
    content.push(labelled(all.page.source, vec![text(help.source)]));
    if state.sourced.opened.contains(&id) {
        let detail = match &state.sourced.loaded {
            Loaded::Not => vec![p("", said.loading)],
            Loaded::Here(sources) => {
                sources.of(id).map_or_else(Vec::new, |entry| said_of(state, sources, entry))
            }
            Loaded::Missing => vec![p("", said.missing), button("plain", "sources", said.again)],
            Loaded::Broken(_) => vec![p("", said.broken)],
        };
        content.push(div("source-detail", detail));
    }
    content.push(evidence::view::mark(state, id));
    div("why-content", content)
}

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

/// The inputs of one group, in a part that opens.
fn group(state: &State, name: &'static str, ids: Vec<InputId>) -> Html {
    let items = ids.into_iter().map(|id| parameter(state, id)).collect();
    details(
        "line",
        false,
        vec![heading("h3", "", name)],
        vec![classed("ul", "source-list line-content", items)],
    )
}

/// One input: where it begins, how sure that is, and what the file says.
fn parameter(state: &State, id: InputId) -> Html {
    let all = state.text();
    let said = words(state, id);
    let definition = id.definition();
    let range = definition.plausible.map(|_| {
        let range = state.base.range(id);
        (with_sign(state, id, range.low), with_sign(state, id, range.high))
    });
    let range = range.as_ref().map(|(low, high)| (low.as_str(), high.as_str()));
    let head = vec![
        classed("strong", "", vec![text(said.label)]),
        text(" "),
        span("unit", said.unit),
        text(" "),
        span("status", (all.status)(definition.status)),
    ];
    let begins = (all.sources.begins)(&with_sign(state, id, state.base.get(id)), range);
    let mut content = vec![classed("p", "", head), p("", begins)];
    let entry = match &state.sourced.loaded {
        Loaded::Here(sources) => sources.of(id).map(|entry| said_of(state, sources, entry)),
        _ => None,
    };
    content.extend(
        entry.unwrap_or_else(|| vec![labelled(all.page.source, vec![text((all.input_help)(id).source)])]),
    );
    classed("li", "", content)
}
