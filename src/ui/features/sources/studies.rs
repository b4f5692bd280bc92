//! What studies found, what speaks against savings first, and what critics say.

use crate::sources::{Direction, Objection, Sources, Study};
use crate::ui::components::element::{classed, heading, p};
use crate::ui::components::figure::{name_in, name_text, sentence_in};
use crate::ui::features::sources::card::{card, labelled, publication};
use crate::ui::state::State;
use yew::prelude::*;

/// The id of the card with the studies.
pub const STUDIES: &str = "onderzoek";
/// The id of the card with the objections.
pub const OBJECTIONS: &str = "kritiek";

/// The order of the studies: those that give no reason to expect savings come first.
const ORDER: [Direction; Direction::ALL.len()] = [
    Direction::NoDifference,
    Direction::Adverse,
    Direction::Mixed,
    Direction::Favourable,
    Direction::Descriptive,
];

/// Draws the card with all studies, by direction.
pub fn studies(state: &State, sources: &Sources) -> Html {
    let words = state.text().sources();
    let of = |direction| sources.studies.iter().filter(move |study| study.direction == direction);
    let counts = ORDER.map(|direction| (direction, of(direction).count()));
    let mut content = vec![
        p("", words.studies_intro),
        sentence_in("p", "", (words.tally)(sources.studies.len(), &counts)),
        p("small", words.studies_terms),
    ];
    for (direction, _) in counts.into_iter().filter(|(_, count)| *count > 0) {
        let items = of(direction).map(|found| study(state, sources, found)).collect();
        content.push(heading("h3", "", (words.direction_title)(direction)));
        content.push(classed("ul", "source-list", items));
    }
    card(STUDIES.into(), words.studies.into(), content)
}

/// Draws the card with the objections of critics, and the answers.
pub fn objections(state: &State, sources: &Sources) -> Html {
    let items = sources.objections.iter().flat_map(objection).collect();
    let list = classed("dl", "objections", items);
    card(OBJECTIONS.into(), state.text().sources().objections.into(), vec![list])
}

/// Draws a study with its finding, a caveat, and its publication.
fn study(state: &State, sources: &Sources, study: &Study) -> Html {
    let words = state.text().sources();
    let head = vec![name_in("strong", "", study.subject.clone())];
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
