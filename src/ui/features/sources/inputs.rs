//! Every input with its source: in the view of sources, and in the explanation of its field.

use crate::model::{General, InputId, Line};
use crate::sources::{InputSource, Sources};
use crate::ui::components::element::{classed, details, div, heading, p, span, text_in};
use crate::ui::components::figure::{name_in, name_text, sentence_in, space};
use crate::ui::context::PageContext;
use crate::ui::features::inputs::field::{label_and_unit, plausible_text, range_end_text, value_text};
use crate::ui::features::inputs::groups;
use crate::ui::features::sources::card::{card, labelled, publication};
use crate::ui::features::sources::loading::{missing, retry_button};
use crate::ui::features::sources::state::SourcesFile;
use crate::ui::features::{evidence, own_lines};
use crate::ui::state::State;
use yew::prelude::*;

/// The id of the card with all inputs.
pub const INPUTS: &str = "invoerbronnen";

/// Draws the card with all inputs, in groups that open.
pub fn inputs(state: &State) -> Html {
    let words = state.text().sources();
    let mut content = vec![p("", words.inputs_intro)];
    content.extend(general_groups(state));
    content.extend(Line::ALL.map(|line| {
        let name = (state.text().line)(line).label;
        group(state, name, InputId::of_line(line).collect())
    }));
    card(INPUTS.into(), words.inputs.into(), content)
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

/// Draws the groups of the inputs that belong to no line.
fn general_groups(state: &State) -> Vec<Html> {
    let names = state.text().inputs();
    let groups: [(&'static str, &[General]); 6] = [
        (names.group_initiative, &groups::INITIATIVE),
        (names.group_costs, &groups::COSTS),
        (names.group_financing, &groups::FINANCING),
        (names.group_time, &groups::TIME),
        (names.group_weighing, &[General::Drempel]),
        (names.group_uncertainty, &groups::UNCERTAINTY),
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
pub fn input_item(state: &State, id: InputId) -> Html {
    let all = state.text();
    let input = label_and_unit(state, id);
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
