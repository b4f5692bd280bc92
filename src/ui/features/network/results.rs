//! What a network comes to: every figure, both ledgers, and the years.

use crate::compare::ComparedFigure;
use crate::model::{CostBasis, Party};
use crate::network::{Network, NetworkDistribution, NetworkLedger, factor, network_distribution};
use crate::number::digits;
use crate::ui::components::element::{
    classed, div, element, heading, number, p, row, row_name, section, table, text,
};
use crate::ui::features::compare::view::Entry;
use crate::ui::features::explain;
use crate::ui::features::network::view::there;
use crate::ui::features::scenarios::state::CHANCE_DRAWS;
use crate::ui::state::State;
use yew::prelude::*;

/// The block that its figures stand in, and those of ledgers and years.
const PLACES: [&str; 3] = ["netwerk-figuren", "netwerk-rekeningen", "netwerk-over-jaren"];

/// A figure of the network that opens.
fn opens(state: &State, place: &'static str, about: &str, first: bool, shown: Html) -> Html {
    explain::figure(state, place, &explain::network_totals::name(about), first, shown)
}

/// How the spread is made.
pub(crate) fn how(state: &State, network: &Network) -> String {
    let words = state.text().network;
    let how = if network.initiatives == 1 {
        words.made_alone
    } else {
        words.made[usize::from(state.workspace.network.correlated)]
    };
    how(CHANCE_DRAWS)
}

/// The spread of its saldo: not known yet, or known, or none.
pub(crate) fn spread(
    state: &State,
    entries: &[Entry],
    network: &Network,
) -> Option<Option<NetworkDistribution>> {
    if there(state, entries).any(|(_, entry)| entry.chance.is_none()) {
        return None;
    }
    let spreads = there(state, entries)
        .map(|(count, entry)| Some((count, factor(network.year, &entry.inputs), entry.spread?)));
    let spreads: Option<Vec<_>> = spreads.collect();
    Some(spreads.and_then(|spreads| network_distribution(&spreads, state.workspace.network.correlated)))
}

/// Every figure of the network.
pub fn figures(state: &State, entries: &[Entry], network: &Network) -> Html {
    let all = state.text();
    let (words, compare) = (all.network, all.compare);
    let mut rows = Vec::new();
    let mut add = |name: &str, about: &str, value: Option<f64>, known: bool, shown: String| {
        let value = value.map(digits::written).unwrap_or_default();
        let data = element("data", &["value"], vec![Some(value.into())], vec![text(shown)]);
        let first = rows.is_empty();
        let data = if known { opens(state, PLACES[0], about, first, data) } else { data };
        rows.push(row(vec![row_name(vec![text(name.to_owned())]), classed("td", "number", vec![data])]));
    };
    let count = |value: f64| all.notation.number(value, 2);
    for (name, about, value) in [
        (words.initiatives, "initiatieven", f64::from(network.initiatives)),
        (words.visitors, "bezoekers", network.visitors),
        (words.fte, "fte", network.fte),
        (words.volunteers, "vrijwilligers", network.volunteers),
    ] {
        add(name, about, Some(value), true, count(value));
    }
    let each = |amount: f64| amount / network.visitors;
    for (measure, about, value) in [
        (ComparedFigure::Costs, "costs.net", network.costs),
        (ComparedFigure::Savings, "total.savings", network.savings),
        (ComparedFigure::Net, "total.net", network.net()),
        (ComparedFigure::CostsPerVisitor, "costs.per_visitor", each(network.costs)),
        (ComparedFigure::NetPerVisitor, "total.net_per_visitor", each(network.net())),
    ] {
        add((compare.measure)(measure), about, Some(value), true, all.notation.euro(value));
    }
    let coverage = network.coverage();
    let shown = coverage.map_or(compare.none.to_owned(), |share| all.notation.percent(share));
    add((compare.measure)(ComparedFigure::Coverage), "total.coverage", coverage, true, shown);
    add(&(words.npv)(network.years.len()), "npv", Some(network.npv), true, all.notation.euro(network.npv));
    if let Some(share) = state.workspace.network.inhabitants.and_then(|people| network.reach(people)) {
        add(words.reached, "bereik", Some(share), true, (words.share)(share));
    }
    let found = spread(state, entries, network);
    let unknown = || if found.is_none() { compare.waiting } else { compare.none }.to_owned();
    let known = found.flatten();
    let chance = known.map(|network_distribution| network_distribution.positive);
    let is_known = known.is_some();
    let shown = chance.map_or_else(unknown, |chance| (all.uncertainty.chance)(chance));
    add(words.chance, "kans", chance, is_known, shown);
    let [low, high] = known.map_or([None, None], |network_distribution| network_distribution.ends.map(Some));
    let ends = low
        .zip(high)
        .map(|(low, high)| (words.low_to_high)(&all.notation.euro(low), &all.notation.euro(high)));
    add(words.spread, "spreiding", None, is_known, ends.unwrap_or_else(unknown));

    let mut notes = vec![p("small", words.double)];
    if there(state, entries).any(|(_, entry)| entry.inputs.basis == CostBasis::Kengetal) {
        notes.push(p("small", words.staff));
    }
    if there(state, entries).any(|(_, entry)| entry.inputs.year() != network.year) {
        notes.push(p("small", (words.prices)(network.year)));
    }
    notes.push(p("small", how(state, network)));
    let below =
        known.filter(|network_distribution| network_distribution.mean.round() < network.net().round());
    notes.extend(below.map(|network_distribution| {
        // Either can be below zero, and says so.
        let figures = [("gemiddelde", network_distribution.mean), ("total.net", network.net())];
        let figures =
            figures.map(|(about, amount)| (explain::network_totals::name(about), all.notation.euro(amount)));
        let said = (words.below)(network_distribution.mean, network.net());
        explain::sentence::styled(state, "small", "netwerk-lager", &said, &figures)
    }));
    let mut content = vec![heading("h3", "netwerk-cijfers", words.table)];
    content.push(div("network-figures", vec![table(words.table, &words.table_head, 1, rows)]));
    content.push(explain::under(state, PLACES[0]));
    content.extend(notes);
    section("card", "netwerk-cijfers", content)
}

/// Both ledgers, apart.
pub fn ledgers(state: &State, network: &Network) -> Html {
    let all = state.text();
    let (words, rest) = (all.network, all.page);
    let line = |name: &'static str, of: String, first: bool, ledger: &NetworkLedger| {
        let amounts = [
            ("costs", ledger.costs),
            ("savings", ledger.savings),
            ("net", ledger.net()),
            ("npv", ledger.npv),
        ];
        let cells = amounts.map(|(part, amount)| {
            let shown = text(all.notation.euro(amount));
            let first = first && part == "costs";
            let figure = opens(state, PLACES[1], &format!("{of}.{part}"), first, shown);
            classed("td", "number", vec![figure])
        });
        row([row_name(vec![text(name)])].into_iter().chain(cells).collect())
    };
    let head = |first| [first, rest.pays, rest.saves, rest.saldo, words.npv_head];
    let mut parties = Vec::from(Party::ALL.map(|party| {
        let of = format!("parties.{}", party.id());
        line((all.party)(party), of, party == Party::ALL[0], network.parties.get(party))
    }));
    // As in the ledger of one: rows of their own, and nothing saved by nobody.
    let plan = all.financing;
    let beside = [(plan.uncovered, &network.uncovered), (plan.surplus, &network.surplus)];
    for ((name, ledger), (of, _)) in beside.into_iter().zip(explain::network_totals::BESIDE) {
        if *ledger != NetworkLedger::default() {
            let amount = |part: &str, amount| {
                let shown = text(all.notation.euro(amount));
                let figure = opens(state, PLACES[1], &format!("{of}.{part}"), false, shown);
                classed("td", "number", vec![figure])
            };
            let cells = [
                amount("costs", ledger.costs),
                number(plan.nothing),
                amount("net", ledger.net()),
                amount("npv", ledger.npv),
            ];
            parties.push(row([row_name(vec![text(name)])].into_iter().chain(cells).collect()));
        }
    }
    let mut content = vec![
        heading("h3", "netwerk-partijen", words.ledgers),
        heading("h4", "", rest.ledger_cash),
        table(rest.ledger_cash, &head(rest.party), 1, parties),
    ];
    for (amount, about, said) in [
        (network.not_cashable, "total.not_cashable", words.not_cashable),
        (network.uncovered.costs, "ongedekt.costs", words.uncovered),
        (network.surplus.net(), "overschot.net", words.surplus),
    ] {
        if amount.round() > 0.0 {
            let figures = [explain::network_totals::stated(state, about, amount)];
            content.push(explain::sentence::styled(state, "small", "netwerk-noten", &said(amount), &figures));
        }
    }
    content.push(heading("h4", "", rest.ledger_society));
    let society = vec![line(rest.society, "society".to_owned(), true, &network.society)];
    content.push(table(rest.ledger_society, &head(rest.society), 1, society));
    content.push(explain::under(state, PLACES[1]));
    content.push(p("small", words.apart));
    section("card", "netwerk-partijen", content)
}

/// Year by year.
pub fn years(state: &State, network: &Network) -> Html {
    let words = state.text().network;
    // Without a plan there is always somebody who pays.
    let columns = if network.planned { 4 } else { 3 };
    let line = |(place, year): (usize, &crate::network::NetworkYear)| {
        let name = digits::written((place + 1) as f64);
        let amounts = [("costs", year.costs), ("savings", year.savings), ("cumulative", year.cumulative)];
        let cell = |(part, amount): (&str, f64)| {
            let shown = text(state.text().notation.euro(amount));
            let first = place == 0 && part == "costs";
            let figure = opens(state, PLACES[2], &format!("years.{name}.{part}"), first, shown);
            classed("td", "number", vec![figure])
        };
        let uncovered = network.planned.then_some(("uncovered", year.uncovered));
        let cells: Vec<Html> = amounts.into_iter().chain(uncovered).map(cell).collect();
        let name = row_name(vec![text(name.clone())]);
        row([name].into_iter().chain(cells).collect())
    };
    let rows = network.years.iter().enumerate().map(line).collect();
    let mut content = vec![
        heading("h3", "netwerk-jaren", words.years),
        table(words.years, &words.years_head[..=columns], 1, rows),
        explain::under(state, PLACES[2]),
    ];
    if network.shortened {
        content.push(p("small", (words.shortened)(network.years.len())));
    }
    section("card", "netwerk-jaren", content)
}
