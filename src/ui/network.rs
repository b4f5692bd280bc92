//! A network: how many initiatives there are of each scenario, and what they
//! come to together. All of it is added up by [`crate::network`].

mod results;

use super::compare::{self, Entry};
use super::element::{button, div, element, heading, number, p, row, row_name, section, table, text};
use super::own::choice;
use super::plan::number_field;
use super::ranges::{Shown, shown};
use super::state::network::{NATIONAL, Networking, Number, is_national};
use super::state::ranges::Setting;
use super::state::{Action, State};
use crate::chart::{self, Chart};
use crate::model::{CostBasis, General, InputId, Inputs, Preset, evaluate};
use crate::network::{Member, Network, sum};
use crate::text::network::NetworkFacts;
use yew::prelude::*;

/// How the names of its fields begin.
const FIELD: &str = "netwerk.";
/// The name of the field of the inhabitants.
const INHABITANTS: &str = "netwerk.inwoners";
/// The list of how initiatives are lucky.
pub const TOGETHER: &str = "netwerk.samen";
/// People who use an initiative, as the brochure counts them in another place.
const PEOPLE: f64 = 30_000.0;

/// The number whose field has this name.
pub fn number_named(name: &str) -> Option<Number> {
    if name == INHABITANTS {
        return Some(Number::Inhabitants);
    }
    name.strip_prefix(FIELD)?.parse().ok().map(Number::Count)
}

/// The action of a choice of how initiatives are lucky.
pub fn chosen(value: &str) -> Action {
    Networking::Together(value == "ja").into()
}

/// The action of its button.
pub fn pressed(word: &str) -> Option<Action> {
    (word == "network-national").then(|| Networking::National.into())
}

/// A network with what its sentences say.
struct Made {
    network: Network,
    members: Vec<(u32, String)>,
}

impl Made {
    fn facts(&self) -> NetworkFacts<'_> {
        NetworkFacts {
            members: &self.members,
            initiatives: self.network.initiatives,
            visitors: self.network.visitors,
            costs: self.network.costs,
            savings: self.network.savings,
            year: self.network.year,
        }
    }
}

/// The scenarios of which there are initiatives, and how many.
fn there<'a>(state: &'a State, entries: &'a [Entry<'a>]) -> impl Iterator<Item = (u32, &'a Entry<'a>)> {
    let counts = state.workspace.network.counts.iter().copied();
    counts.zip(entries).filter(|(count, _)| *count > 0)
}

/// All of them added up; none where there is no initiative.
fn made(state: &State, entries: &[Entry]) -> Option<Made> {
    let member = |(count, entry): (u32, &'_ Entry)| (count, entry.label.clone());
    let members: Vec<Member> = there(state, entries)
        .map(|(count, entry)| Member { inputs: &entry.inputs, outcome: &entry.outcome, count })
        .collect();
    Some(Made { network: sum(&members)?, members: there(state, entries).map(member).collect() })
}

/// The picture of costs against savings.
pub fn chart(state: &State, entries: &[Entry]) -> Option<Chart> {
    let made = made(state, entries)?;
    Some(chart::network(&made.facts(), &made.network.parts, state.text()))
}

/// What a saved picture says of the figures.
pub fn about(state: &State, entries: &[Entry]) -> Option<String> {
    made(state, entries).map(|made| (state.text().network().about)(&made.facts()))
}

/// The parts of it, always as many, so that a field that is typed in stays
/// itself.
pub fn view(state: &State, entries: &[Entry]) -> [Html; 5] {
    let made = made(state, entries);
    let national = if is_national(&state.workspace) { national(state) } else { Html::default() };
    let asked = numbers(state, entries, made.as_ref());
    let Some(made) = made else {
        return [asked, national, Html::default(), Html::default(), Html::default()];
    };
    let picture = chart::network(&made.facts(), &made.network.parts, state.text());
    let picture = div("card", vec![compare::card(state, &picture)]);
    let pictures = div("uncertain-pictures", vec![picture, results::figures(state, entries, &made.network)]);
    [asked, national, pictures, results::ledgers(state, &made.network), results::years(state, &made.network)]
}

/// What is asked, and the answer in a sentence.
fn numbers(state: &State, entries: &[Entry], made: Option<&Made>) -> Html {
    let words = state.text().network();
    let network = &state.workspace.network;
    let mut fields: Vec<Html> = entries
        .iter()
        .enumerate()
        .map(|(place, entry)| {
            let shown = shown(state, Setting::Network(Number::Count(place)));
            let name = format!("{FIELD}{place}");
            number_field(&name, &(words.count)(&entry.label), words.count_unit, &shown)
        })
        .collect();
    let setting = Setting::Network(Number::Inhabitants);
    let none = network.inhabitants.is_none() && state.settings.get(&setting).is_none();
    let people =
        if none { Shown { text: "".into(), problem: None, note: None } } else { shown(state, setting) };
    fields.push(number_field(INHABITANTS, words.inhabitants, words.inhabitants_unit, &people));
    let together = network.together;
    let ways = [("nee", words.ways[0], !together), ("ja", words.ways[1], together)];
    let mut said = vec![text(made.map_or(words.nothing.to_owned(), |made| (words.summary)(&made.facts())))];
    let mut warning = Html::default();
    if let (Some(made), Some(people)) = (made, network.inhabitants) {
        said.push(text(" "));
        said.push(text((words.reach)(made.network.visitors, people)));
        if made.network.reach(people).is_some_and(|share| share > 1.0) {
            warning = p("note", words.too_many);
        }
    }
    let said =
        element("p", &["class", "aria-live"], vec![Some("network-said".into()), Some("polite".into())], said);
    let stale = if state.has_bad_number() { p("stale", words.stale) } else { Html::default() };
    let content = vec![
        heading("h2", "netwerk", words.title),
        p("reading", words.intro),
        div("buttons", vec![button("button", "network-national", words.example)]),
        p("small", words.example_hint),
        div("network-fields", fields),
        stale,
        said,
        warning,
        choice(TOGETHER, words.together, &ways, Some(words.meanings[usize::from(together)])),
        p("small", words.kept),
    ];
    section("card network", "netwerk", content)
}

/// The brochure's two ways of counting beside each other. Both are outcomes.
fn national(state: &State) -> Html {
    let words = state.text().network();
    let by_people = || {
        let mut inputs = Preset::Brochure.inputs();
        inputs.basis = CostBasis::Kengetal;
        inputs.set(InputId::General(General::Bezoekers), PEOPLE);
        inputs
    };
    let line = |(name, inputs, count): (&'static str, Inputs, u32)| {
        let outcome = evaluate(&inputs);
        let found = sum(&[Member { inputs: &inputs, outcome: &outcome, count }])?;
        let euro = |amount| number(state.text().notation.euro(amount));
        let people = number(state.text().notation.number(found.visitors, 0));
        let each = euro(found.costs / found.visitors);
        Some(row(vec![row_name(vec![text(name)]), people, each, euro(found.costs)]))
    };
    let [initiatives, people] = words.national_ways;
    let ways = [(initiatives, Preset::Brochure.inputs(), NATIONAL), (people, by_people(), 1)];
    let rows = ways.into_iter().filter_map(line).collect();
    let content = vec![
        heading("h3", "netwerk-landelijk", words.national),
        div("network-figures", vec![table(words.national, &words.national_head, 1, rows)]),
        p("", words.national_said),
    ];
    section("card", "netwerk-landelijk", content)
}
