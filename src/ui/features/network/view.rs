//! A network: how many initiatives there are of each scenario, and what they
//! come to together. All of it is added up by [`crate::network`].

use crate::chart;
use crate::chart::Chart;
use crate::model::{CostBasis, General, InputId, Inputs, Outcome, Preset, evaluate};
use crate::network::{Network, NetworkDistribution, NetworkMember, sum};
use crate::text::network::NetworkFacts;
use crate::ui::components::chart_view;
use crate::ui::components::element::{
    button, classed, div, element, heading, p, row, row_name, section, table, text,
};
use crate::ui::features::certainty::ranges::{Shown, shown};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::compare::view::Entry;
use crate::ui::features::explain;
use crate::ui::features::explain::national as national_sums;
use crate::ui::features::explain::sentence::Stated;
use crate::ui::features::financing::editor::number_field;
use crate::ui::features::network::state::{NATIONAL, Networking, Number, is_national};
use crate::ui::features::own_lines::view::choice;
use crate::ui::features::storage;
use crate::ui::state::{Action, State};
use yew::prelude::*;

/// How the names of its fields begin.
pub(crate) const FIELD: &str = "netwerk.";
/// The name of the field of the inhabitants.
pub(crate) const INHABITANTS: &str = "netwerk.inwoners";
/// The list of how initiatives are lucky.
pub const TOGETHER: &str = "netwerk.samen";
/// The block of the brochure's two ways of counting.
pub(crate) const NATIONAL_PLACE: &str = "netwerk-landelijk-uitleg";
/// The blocks of the sentence, and of what it says of the reach.
pub(crate) const SAID_PLACE: &str = "netwerk-zin";
pub(crate) const REACH_PLACE: &str = "netwerk-bereik";
/// People who use an initiative, as the brochure counts them in another place.
pub(crate) const PEOPLE: f64 = 30_000.0;

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
pub(crate) struct Made {
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

/// The name of the field of how many initiatives of a scenario there are.
pub(crate) fn count_field(place: usize) -> String {
    format!("{FIELD}{place}")
}

/// The scenarios of which there are initiatives, by their place, and how many.
pub(crate) fn placed<'a>(
    state: &'a State,
    entries: &'a [Entry<'a>],
) -> impl Iterator<Item = (usize, u32, &'a Entry<'a>)> {
    let counts = state.workspace.network.counts.iter().copied();
    let all = counts.zip(entries).enumerate().map(|(place, (count, entry))| (place, count, entry));
    all.filter(|(_, count, _)| *count > 0)
}

/// The same, to add up.
pub(crate) fn members<'a>(state: &'a State, entries: &'a [Entry<'a>]) -> Vec<NetworkMember<'a>> {
    let member = |(count, entry): (u32, &'a Entry<'a>)| NetworkMember {
        inputs: &entry.inputs,
        outcome: &entry.outcome,
        count,
    };
    there(state, entries).map(member).collect()
}

/// How the saldo of all is spread, and how that is made; none where it is not
/// known.
pub(crate) fn network_distribution(
    state: &State,
    entries: &[Entry],
) -> Option<(NetworkDistribution, String)> {
    let network = sum(&members(state, entries))?;
    Some((super::results::spread(state, entries, &network)??, super::results::how(state, &network)))
}

/// The scenarios of which there are initiatives, and how many.
pub(crate) fn there<'a>(
    state: &'a State,
    entries: &'a [Entry<'a>],
) -> impl Iterator<Item = (u32, &'a Entry<'a>)> {
    let counts = state.workspace.network.counts.iter().copied();
    counts.zip(entries).filter(|(count, _)| *count > 0)
}

/// All of them added up; none where there is no initiative.
pub(crate) fn made(state: &State, entries: &[Entry]) -> Option<Made> {
    let member = |(count, entry): (u32, &'_ Entry)| (count, entry.label.clone());
    Some(Made {
        network: sum(&members(state, entries))?,
        members: there(state, entries).map(member).collect(),
    })
}

/// The picture of costs against savings.
pub fn chart(state: &State, entries: &[Entry]) -> Option<Chart> {
    let made = made(state, entries)?;
    Some(chart::network(&made.facts(), &made.network.parts, state.text()))
}

/// What a saved picture says of the figures.
pub fn about(state: &State, entries: &[Entry]) -> Option<String> {
    made(state, entries).map(|made| (state.text().network.about)(&made.facts()))
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
    let picture = div("card", vec![chart_view::with_data(state, &picture)]);
    let pictures =
        div("uncertain-pictures", vec![picture, super::results::figures(state, entries, &made.network)]);
    [
        asked,
        national,
        pictures,
        super::results::ledgers(state, &made.network),
        super::results::years(state, &made.network),
    ]
}

/// What is asked, and the answer in a sentence.
pub(crate) fn numbers(state: &State, entries: &[Entry], made: Option<&Made>) -> Html {
    let words = state.text().network;
    let network = &state.workspace.network;
    let mut fields: Vec<Html> = entries
        .iter()
        .enumerate()
        .map(|(place, entry)| {
            let shown = shown(state, Setting::Network(Number::Count(place)));
            let name = count_field(place);
            number_field(&name, &(words.count)(&entry.label), words.count_unit, &shown)
        })
        .collect();
    let setting = Setting::Network(Number::Inhabitants);
    let none = network.inhabitants.is_none() && state.settings.get(&setting).is_none();
    let people =
        if none { Shown { text: "".into(), problem: None, note: None } } else { shown(state, setting) };
    fields.push(number_field(INHABITANTS, words.inhabitants, words.inhabitants_unit, &people));
    let together = network.correlated;
    let ways = [("nee", words.ways[0], !together), ("ja", words.ways[1], together)];
    let sum = made.map(|made| said_of(state, &made.network)).unwrap_or_default();
    let summary = made.map_or(words.nothing.to_owned(), |made| (words.summary)(&made.facts()));
    let mut said = explain::sentence::content(state, SAID_PLACE, &summary, &sum);
    let mut warning = Html::default();
    let mut share = Vec::new();
    if let (Some(made), Some(people)) = (made, network.inhabitants) {
        share = reach_of(state, &made.network, people);
        said.push(text(" "));
        let reach = (words.reach)(made.network.visitors, people);
        said.extend(explain::sentence::content(state, REACH_PLACE, &reach, &share));
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
        div("buttons", vec![button("button", "network-national", words.example), refused(state)]),
        p("small", words.example_hint),
        div("network-fields", fields),
        stale,
        said,
        explain::sentence::below(state, SAID_PLACE, &sum),
        explain::sentence::below(state, REACH_PLACE, &share),
        warning,
        choice(TOGETHER, words.together, &ways, Some(words.meanings[usize::from(together)])),
        p("small", words.kept),
    ];
    section("card network", "netwerk", content)
}

/// Why the national case did not come, in a place that screen readers follow.
pub(crate) fn refused(state: &State) -> Html {
    let content = if state.is_without_national() { storage::persistence::said(state) } else { vec![] };
    let values = vec![Some("problem".into()), Some("status".into())];
    element("div", &["class", "role"], values, content)
}

/// What the sentence on a network states.
pub(crate) fn said_of(state: &State, network: &Network) -> Vec<Stated> {
    let visitors = state.text().notation.number(network.visitors, 0);
    vec![
        explain::network_totals::stated(state, "costs.net", network.costs),
        (explain::network_totals::name("bezoekers"), visitors),
        explain::network_totals::stated(state, "total.savings", network.savings),
        explain::network_totals::stated(state, "total.net", network.net().round()),
    ]
}

/// What the sentence on its reach states.
pub(crate) fn reach_of(state: &State, network: &Network, people: f64) -> Vec<Stated> {
    let (words, notation) = (state.text().network, state.text().notation);
    let share = network.reach(people).map(|share| (words.share)(share)).unwrap_or_default();
    vec![
        (explain::network_totals::name("bezoekers"), notation.number(network.visitors, 0)),
        (explain::network_totals::name("bereik"), share),
    ]
}

/// The brochure's two ways of counting: how many of what, and what comes out.
pub(crate) fn national_ways() -> [(u32, Inputs, Outcome); 2] {
    let initiatives = Preset::Brochure.inputs();
    let mut people = initiatives.clone();
    people.basis = CostBasis::Kengetal;
    people.set(InputId::General(General::Bezoekers), PEOPLE);
    let made = |count, inputs: Inputs| (count, evaluate(&inputs), inputs);
    [made(NATIONAL, initiatives), made(1, people)].map(|(count, outcome, inputs)| (count, inputs, outcome))
}

/// The brochure's two ways of counting beside each other. Both are outcomes.
pub(crate) fn national(state: &State) -> Html {
    let words = state.text().network;
    let line = |(place, (count, inputs, outcome)): (usize, (u32, Inputs, Outcome))| {
        let found = sum(&[NetworkMember { inputs: &inputs, outcome: &outcome, count }])?;
        let cell = |column: usize, shown: String| {
            let name = format!("{}.{place}.{column}", national_sums::KIND);
            let first = place == 0 && column == 0;
            classed("td", "number", vec![explain::figure(state, NATIONAL_PLACE, &name, first, text(shown))])
        };
        let euro = |amount| state.text().notation.euro(amount);
        let people = cell(0, state.text().notation.number(found.visitors, 0));
        let each = cell(1, euro(found.costs / found.visitors));
        Some(row(vec![
            row_name(vec![text(words.national_ways[place])]),
            people,
            each,
            cell(2, euro(found.costs)),
        ]))
    };
    let rows = national_ways().into_iter().enumerate().filter_map(line).collect();
    let content = vec![
        heading("h3", "netwerk-landelijk", words.national),
        div("network-figures", vec![table(words.national, &words.national_head, 1, rows)]),
        explain::under(state, NATIONAL_PLACE),
        p("", words.national_said),
    ];
    section("card", "netwerk-landelijk", content)
}
