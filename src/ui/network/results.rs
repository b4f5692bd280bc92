//! What a network comes to: every figure, both ledgers, and the years.

use super::{Entry, there};
use crate::compare::Measure;
use crate::model::{CostBasis, Party};
use crate::network::{Ledger, Luck, Network, factor, luck};
use crate::number::digits;
use crate::ui::element::{classed, div, element, heading, number, p, row, row_name, section, table, text};
use crate::ui::state::State;
use crate::ui::state::scenarios::CHANCE_DRAWS;
use yew::prelude::*;

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
pub fn figures(state: &State, entries: &[Entry], network: &Network) -> Html {
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
        add(words.reached, Some(share), (words.share)(share));
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
    let below = known.filter(|luck| luck.mean.round() < network.net().round());
    notes.extend(below.map(|luck| p("small", (words.below)(luck.mean, network.net()))));
    let mut content = vec![heading("h3", "netwerk-cijfers", words.table)];
    content.push(div("network-figures", vec![table(words.table, &words.table_head, 1, rows)]));
    content.extend(notes);
    section("card", "netwerk-cijfers", content)
}

/// Both ledgers, apart.
pub fn ledgers(state: &State, network: &Network) -> Html {
    let all = state.text();
    let (words, rest) = (all.network(), all.rest());
    let line = |name: &'static str, ledger: &Ledger| {
        let amounts = [ledger.costs, ledger.savings, ledger.net(), ledger.npv];
        let cells = amounts.map(|amount| number(all.notation.euro(amount)));
        row([row_name(vec![text(name)])].into_iter().chain(cells).collect())
    };
    let head = |first| [first, rest.pays, rest.saves, rest.saldo, words.npv_head];
    let mut parties = Vec::from(Party::ALL.map(|party| line((all.party)(party), network.parties.get(party))));
    // As in the ledger of one: rows of their own, and nothing saved by nobody.
    let plan = all.plan();
    for (name, ledger) in [(plan.uncovered, &network.uncovered), (plan.surplus, &network.surplus)] {
        if *ledger != Ledger::default() {
            let amount = |amount| number(all.notation.euro(amount));
            let cells =
                [amount(ledger.costs), number(plan.nothing), amount(ledger.net()), amount(ledger.npv)];
            parties.push(row([row_name(vec![text(name)])].into_iter().chain(cells).collect()));
        }
    }
    let mut content = vec![
        heading("h3", "netwerk-partijen", words.ledgers),
        heading("h4", "", rest.ledger_cash),
        table(rest.ledger_cash, &head(rest.party), 1, parties),
    ];
    for (amount, said) in [
        (network.not_cashable, words.not_cashable),
        (network.uncovered.costs, words.uncovered),
        (-network.surplus.costs, words.surplus),
    ] {
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
pub fn years(state: &State, network: &Network) -> Html {
    let words = state.text().network();
    // Without a plan there is always somebody who pays.
    let columns = if network.planned { 4 } else { 3 };
    let line = |(place, year): (usize, &crate::network::Year)| {
        let amounts = [year.costs, year.savings, year.cumulative, year.uncovered];
        let cells =
            amounts.into_iter().take(columns).map(|amount| number(state.text().notation.euro(amount)));
        let name = digits::written((place + 1) as f64);
        row([row_name(vec![text(name)])].into_iter().chain(cells).collect())
    };
    let rows = network.years.iter().enumerate().map(line).collect();
    let mut content = vec![
        heading("h3", "netwerk-jaren", words.years),
        table(words.years, &words.years_head[..=columns], 1, rows),
    ];
    if network.shortened {
        content.push(p("small", (words.shortened)(network.years.len())));
    }
    section("card", "netwerk-jaren", content)
}
