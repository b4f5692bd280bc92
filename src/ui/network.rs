//! A network: how many initiatives there are of each scenario, and what they
//! come to together. All of it is added up by [`crate::network`].

use super::compare::{self, Entry};
use super::element::{
    button, classed, div, element, heading, number, p, row, row_name, section, table, text,
};
use super::own::choice;
use super::plan::number_field;
use super::ranges::{Shown, shown};
use super::state::network::{NATIONAL, Networking, Number, is_national};
use super::state::ranges::Setting;
use super::state::scenarios::CHANCE_DRAWS;
use super::state::{Action, State};
use crate::chart::{self, Chart};
use crate::compare::Measure;
use crate::model::{CostBasis, General, InputId, Inputs, Party, Preset, evaluate};
use crate::network::{Ledger, Luck, Member, Network, factor, luck, sum};
use crate::number::digits;
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
    let pictures = div("uncertain-pictures", vec![picture, figures(state, entries, &made.network)]);
    [asked, national, pictures, ledgers(state, &made.network), years(state, &made.network)]
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
        element("p", &["class", "aria-live"], vec![Some("reading".into()), Some("polite".into())], said);
    let stale = if state.has_bad_number() { p("stale", words.stale) } else { Html::default() };
    let content = vec![
        heading("h2", "netwerk", words.title),
        p("reading", words.intro),
        div("buttons", vec![button("button", "network-national", words.example)]),
        p("small", words.example_hint),
        div("network-fields", fields),
        choice(TOGETHER, words.together, &ways, Some(words.meanings[usize::from(together)])),
        stale,
        said,
        warning,
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
        table(words.national, &words.national_head, 1, rows),
        p("", words.national_said),
    ];
    section("card", "netwerk-landelijk", content)
}

/// The spread of its saldo: not known yet, or known, or none.
fn spread(state: &State, entries: &[Entry], network: &Network) -> Option<Option<Luck>> {
    if there(state, entries).any(|(_, entry)| entry.chance.is_none()) {
        return None;
    }
    let spreads = there(state, entries)
        .map(|(count, entry)| Some((count, factor(network.year, &entry.inputs), entry.spread?)));
    let spreads: Option<Vec<_>> = spreads.collect();
    Some(spreads.and_then(|spreads| luck(&spreads, state.workspace.network.together)))
}

/// Every figure of the network.
fn figures(state: &State, entries: &[Entry], network: &Network) -> Html {
    let all = state.text();
    let (words, compare) = (all.network(), all.compare());
    let mut rows = Vec::new();
    let mut add = |name: &str, value: Option<f64>, shown: String| {
        let value = value.map(digits::written).unwrap_or_default();
        let data = element("data", &["value"], vec![Some(value.into())], vec![text(shown)]);
        rows.push(row(vec![row_name(vec![text(name.to_owned())]), classed("td", "number", vec![data])]));
    };
    let count = |value: f64| all.notation.number(value, 2);
    for (name, value) in [
        (words.initiatives, f64::from(network.initiatives)),
        (words.visitors, network.visitors),
        (words.fte, network.fte),
        (words.volunteers, network.volunteers),
    ] {
        add(name, Some(value), count(value));
    }
    let each = |amount: f64| amount / network.visitors;
    for (measure, value) in [
        (Measure::Costs, network.costs),
        (Measure::Savings, network.savings),
        (Measure::Net, network.net()),
        (Measure::CostsPerVisitor, each(network.costs)),
        (Measure::NetPerVisitor, each(network.net())),
    ] {
        add((compare.measure)(measure), Some(value), all.notation.euro(value));
    }
    let coverage = network.coverage();
    let shown = coverage.map_or(compare.none.to_owned(), |share| all.notation.percent(share));
    add((compare.measure)(Measure::Coverage), coverage, shown);
    add(&(words.npv)(network.years.len()), Some(network.npv), all.notation.euro(network.npv));
    if let Some(share) = state.workspace.network.inhabitants.and_then(|people| network.reach(people)) {
        add(words.reached, Some(share), all.notation.percent(share));
    }
    let found = spread(state, entries, network);
    let unknown = || if found.is_none() { compare.waiting } else { compare.none }.to_owned();
    let known = found.flatten();
    let chance = known.map(|luck| luck.positive);
    add(words.chance, chance, chance.map_or_else(unknown, |chance| (all.uncertainty().chance)(chance)));
    let [low, high] = known.map_or([None, None], |luck| luck.ends.map(Some));
    let ends = low
        .zip(high)
        .map(|(low, high)| (words.low_to_high)(&all.notation.euro(low), &all.notation.euro(high)));
    add(words.spread, None, ends.unwrap_or_else(unknown));

    let mut notes = vec![p("small", words.double)];
    if there(state, entries).any(|(_, entry)| entry.inputs.basis == CostBasis::Kengetal) {
        notes.push(p("small", words.staff));
    }
    if there(state, entries).any(|(_, entry)| entry.inputs.year() != network.year) {
        notes.push(p("small", (words.prices)(network.year)));
    }
    let how = if network.initiatives == 1 {
        words.made_alone
    } else {
        words.made[usize::from(state.workspace.network.together)]
    };
    notes.push(p("small", how(CHANCE_DRAWS)));
    let mut content = vec![heading("h3", "netwerk-cijfers", words.table)];
    content.push(table(words.table, &words.table_head, 1, rows));
    content.extend(notes);
    section("card", "netwerk-cijfers", content)
}

/// Both ledgers, apart.
fn ledgers(state: &State, network: &Network) -> Html {
    let all = state.text();
    let (words, rest) = (all.network(), all.rest());
    let line = |name: &'static str, ledger: &Ledger| {
        let amounts = [ledger.costs, ledger.savings, ledger.net(), ledger.npv];
        let cells = amounts.map(|amount| number(all.notation.euro(amount)));
        row([row_name(vec![text(name)])].into_iter().chain(cells).collect())
    };
    let head = |first| [first, rest.pays, rest.saves, rest.saldo, words.npv_head];
    let parties = Party::ALL.map(|party| line((all.party)(party), network.parties.get(party)));
    let mut content = vec![
        heading("h3", "netwerk-partijen", words.ledgers),
        heading("h4", "", rest.ledger_cash),
        table(rest.ledger_cash, &head(rest.party), 1, parties.into()),
    ];
    for (amount, said) in [(network.uncovered, words.uncovered), (network.surplus, words.surplus)] {
        if amount.round() > 0.0 {
            content.push(p("small", said(amount)));
        }
    }
    content.push(heading("h4", "", rest.ledger_society));
    let society = vec![line(rest.society, &network.society)];
    content.push(table(rest.ledger_society, &head(rest.society), 1, society));
    content.push(p("small", words.apart));
    section("card", "netwerk-partijen", content)
}

/// Year by year.
fn years(state: &State, network: &Network) -> Html {
    let words = state.text().network();
    let line = |(place, year): (usize, &crate::network::Year)| {
        let amounts = [year.costs, year.savings, year.cumulative];
        let cells = amounts.map(|amount| number(state.text().notation.euro(amount)));
        let name = digits::written((place + 1) as f64);
        row([row_name(vec![text(name)])].into_iter().chain(cells).collect())
    };
    let rows = network.years.iter().enumerate().map(line).collect();
    let mut content =
        vec![heading("h3", "netwerk-jaren", words.years), table(words.years, &words.years_head, 1, rows)];
    if network.shortened {
        content.push(p("small", (words.shortened)(network.years.len())));
    }
    section("card", "netwerk-jaren", content)
}
