//! The words of 'Uw centrum', 'Wat als?', the first part of 'Zekerheid' and 'Vergelijken': short sentences,
//! and none of the words that people do not use.
//! The rules are in docs/words.md. Warnings and the groups of other inputs are left out, and so are
//! charts, but for those of 'Vergelijken': they are shared with the worksheet, where the words of
//! the field may stand.

#[path = "common/words.rs"]
mod words;

use rekenmodel::api::ScenarioSimulator;
use rekenmodel::scenario::Scenario;
use rekenmodel::scenario::link::Address;
use rekenmodel::text::catalogue;
use rekenmodel::ui::context::PageContext;
use rekenmodel::ui::features::centre::questions::QUESTIONS;
use rekenmodel::ui::features::centre::{answer, questions, sections};
use rekenmodel::ui::features::certainty::overview;
use rekenmodel::ui::features::certainty::ranges_state::Setting;
use rekenmodel::ui::features::network::state::NetworkField;
use rekenmodel::ui::features::scenarios::state::ScenarioAction;
use rekenmodel::ui::features::{compare, what_if};
use rekenmodel::ui::routes::Route;
use rekenmodel::ui::state::{EditingAction, FieldId, SimulationAction, State};
use rekenmodel::uncertainty::SimulationSummary;
use rekenmodel::what_if::WhatIfQuestion;
use std::rc::Rc;
use words::{assert_short, sentences, without_dots_in_numbers};
use yew::prelude::*;

/// Words that have another one beside them in docs/words.md, or that only the field uses.
const AVOIDED: [&str; 24] = [
    "becijferd",
    "p.m.",
    "iedereen samen",
    "alle partijen",
    "afweging",
    "drempel",
    "saldo",
    "netto contante waarde",
    "legt per saldo",
    "afwijking",
    "voorzet",
    "persoonsjaren",
    "cliëntjaren",
    "onderbouwing",
    "toerekening",
    "autonoom",
    "omslagpunt",
    "omslaan",
    "trekkingen",
    "discontovoet",
    "prijspeil",
    "ingroei",
    "ongedekt",
    "kengetal",
];

const SCENARIOS: [&str; 6] = [
    "{}",
    r#"{"name":"De Brug","values":{"bezoekers":320,"fte":2.4,"huisvesting":36500,"prijspeil":2026},"meta":{"bouwstenen":{"informatie":"aanwezig","naasten":"mist"}}}"#,
    r#"{"values":{"perspectief":"gemeente","financiering.gemeente":0.5,"dagbesteding.aantal":40}}"#,
    r#"{"values":{"perspectief":"samenleving"},"ranges":{"fte":{"low":2,"high":5}}}"#,
    r#"{"values":{"dagbesteding.aantal":-4,"eigen-inkomsten":20000}}"#,
    r#"{"values":{"uitkeringen.aantal":0,"dagbesteding.aantal":0,"dagbesteding.verzilverbaar":0.5}}"#,
];

#[derive(Properties, PartialEq)]
struct WordsProps {
    ctx: PageContext,
}

#[component]
fn Words(WordsProps { ctx }: &WordsProps) -> Html {
    if ctx.view.route == Route::WhatIf {
        return what_if::view::view(ctx);
    }
    if ctx.view.route == Route::Compare {
        return compare::view::view(ctx);
    }
    if let Some(results) = ctx.results() {
        return overview::view(ctx, results);
    }
    [questions::heading(ctx), answer::view(ctx), sections::view(ctx)].into_iter().collect()
}

/// Returns the texts of 'Uw centrum', of each question of 'Wat als?', of the first part of
/// 'Zekerheid', and of 'Vergelijken'.
fn texts(json: &str) -> Vec<String> {
    let state = |view: &str| State::from_address(&Address::of_scenario(view, Scenario::parse(json).unwrap()));
    let mut texts = texts_of_state(state(Route::Centre.id()));
    for question in WhatIfQuestion::ALL {
        let mut asked = state(Route::WhatIf.id());
        asked.view.what_if.question = question;
        texts.extend(texts_of_state(asked));
    }
    let mut simulated = state(Route::Uncertainty.id());
    let packed = ScenarioSimulator::default().simulate_packed(json, 1000).unwrap();
    let results = SimulationSummary::unpack(1, &packed.numbers, &packed.names).unwrap();
    simulated.apply(SimulationAction::Receive(Rc::new(results)).into());
    texts.extend(texts_of_state(simulated));
    let mut compared = state(Route::Compare.id());
    texts.extend(texts_of_state(compared.clone()));
    compared.apply(ScenarioAction::AddCautiousCount.into());
    for (index, count) in [(0, "3"), (1, "1")] {
        let field = FieldId::Setting(Setting::Network(NetworkField::Count(index)));
        compared.apply(EditingAction::Type(field, count.to_owned()).into());
    }
    texts.extend(texts_of_state(compared));
    texts
}

/// Returns the texts of the page's elements, without charts.
fn texts_of_state(state: State) -> Vec<String> {
    let props = WordsProps { ctx: PageContext::inert(state) };
    let html =
        pollster::block_on(yew::LocalServerRenderer::<Words>::with_props(props).hydratable(false).render());
    if html.contains("class=\"card counts\"") {
        return texts_of(&html);
    }
    let html = without(&html, "<details class=\"group checks\"", "</details>");
    let mut texts = Vec::new();
    let mut parts = html.split("<figure");
    texts.extend(parts.next().into_iter().flat_map(texts_of));
    for part in parts {
        texts.extend(part.split_once("</figure>").map(|(_, after)| after).into_iter().flat_map(texts_of));
    }
    texts
}

/// Returns the page without the first part that begins and ends with these.
fn without(html: &str, begin: &str, end: &str) -> String {
    match html.split_once(begin) {
        Some((before, rest)) => before.to_owned() + rest.split_once(end).map_or("", |(_, after)| after),
        None => html.to_owned(),
    }
}

/// Returns the texts between tags. Pieces of one sentence, between which figures are buttons,
/// are joined.
fn texts_of(html: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.trim_start_matches('/').split_whitespace().next().unwrap_or_default();
        if matches!(
            name,
            "p" | "div" | "h1" | "h2" | "h3" | "td" | "th" | "li" | "label" | "strong" | "tr" | "a"
        ) {
            texts.push(String::new());
        }
        if let Some(last) = texts.last_mut() {
            last.push_str(text);
        }
    }
    texts.into_iter().map(|text| text.replace("&#x27;", "'")).filter(|text| !text.trim().is_empty()).collect()
}

fn all_texts() -> Vec<String> {
    let words = catalogue().centre();
    let questions = QUESTIONS.into_iter().flat_map(|id| [(words.question)(id), (words.hint)(id)]);
    let fixed =
        questions.map(str::to_owned).chain([words.effect_note.to_owned(), (words.own_range)("2", "4")]);
    SCENARIOS.into_iter().flat_map(texts).chain(fixed).map(|text| without_dots_in_numbers(&text)).collect()
}

#[test]
fn sentences_are_short() {
    let texts = all_texts();
    let all: Vec<&str> = texts.iter().flat_map(|text| sentences(text)).collect();
    assert_short(&all);
}

#[test]
fn no_word_is_used_that_people_do_not_use() {
    for text in all_texts() {
        let lower = text.to_lowercase();
        for word in AVOIDED {
            assert!(!lower.contains(word), "'{word}' in: {text}");
        }
    }
}
