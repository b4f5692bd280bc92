//! Results of a network: every figure, both ledgers, and the years.

use crate::compare::ComparedFigure;
use crate::model::{CostBasis, General, Party};
use crate::network::{
    Network, NetworkDistribution, NetworkLedger, NetworkSpread, factor, network_distribution,
};
use crate::number::digits;
use crate::ui::components::element::{
    attributes, classed, div, element, heading, number, p, row, row_name, section, table, text,
};
use crate::ui::context::PageContext;
use crate::ui::features::compare::view::ComparedScenario;
use crate::ui::features::explain;
use crate::ui::features::network::view::counted;
use crate::ui::features::scenarios::state::SPREAD_DRAWS;
use crate::ui::state::State;
use yew::prelude::*;

/// The anchor of explanations of the figures.
const FIGURES: &str = "netwerk-figuren";
/// The anchor of explanations of both ledgers.
const LEDGERS: &str = "netwerk-rekeningen";
/// The anchor of explanations of the years.
const YEARS: &str = "netwerk-over-jaren";

/// Draws a figure of the network that opens.
fn figure(ctx: &PageContext, anchor: &'static str, about: &str, by_tab: bool, shown: Html) -> Html {
    explain::figure(ctx, anchor, &explain::network_totals::name(about), by_tab, shown)
}

/// Draws the cell of an amount of the network that opens.
fn amount_cell(ctx: &PageContext, anchor: &'static str, about: &str, by_tab: bool, amount: f64) -> Html {
    let shown = text(ctx.text().notation.euro(amount));
    classed("td", "number", vec![figure(ctx, anchor, about, by_tab, shown)])
}

/// Returns how the spread was simulated, in a sentence.
pub(super) fn simulation_method(state: &State, network: &Network) -> String {
    let words = state.text().network();
    let method = if network.initiatives == 1 {
        words.made_alone
    } else {
        words.made[usize::from(state.workspace.current.network.correlated)]
    };
    method(SPREAD_DRAWS)
}

/// Returns the spread of the network's saldo: not known yet, or known, or none.
pub(super) fn spread(
    state: &State,
    entries: &[ComparedScenario],
    network: &Network,
) -> Option<Option<NetworkDistribution>> {
    if counted(state, entries).any(|(_, entry)| entry.chance.is_none()) {
        return None;
    }
    let spreads = counted(state, entries).map(|(count, entry)| {
        let (factor, no_effect) =
            (factor(network.year, &entry.inputs), entry.inputs.general(General::KansGeenEffect));
        Some(NetworkSpread { count, factor, spread: entry.spread?, no_effect })
    });
    let spreads: Option<Vec<_>> = spreads.collect();
    Some(
        spreads
            .and_then(|spreads| network_distribution(&spreads, state.workspace.current.network.correlated)),
    )
}

/// Draws every figure of the network.
pub fn figures(ctx: &PageContext, entries: &[ComparedScenario], network: &Network) -> Html {
    let all = ctx.text();
    let (words, compare) = (all.network(), all.compare());
    let mut rows = Vec::new();
    let mut add = |name: &str, about: &str, value: Option<f64>, known: bool, shown: String| {
        let value = value.map(digits::written).unwrap_or_default();
        let data = element("data", attributes! { "value" => value }, vec![text(shown)]);
        let by_tab = rows.is_empty();
        let data = if known { figure(ctx, FIGURES, about, by_tab, data) } else { data };
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
    if let Some(share) = ctx.workspace.current.network.inhabitants.and_then(|people| network.reach(people)) {
        add(words.reached, "bereik", Some(share), true, (words.share)(share));
    }
    let answer = spread(ctx, entries, network);
    let unknown = || if answer.is_none() { compare.waiting } else { compare.none }.to_owned();
    let spread = answer.flatten();
    let chance = spread.map(|network_distribution| network_distribution.positive);
    let known = spread.is_some();
    let shown = chance.map_or_else(unknown, |chance| (all.uncertainty().chance)(chance));
    add(words.chance, "kans", chance, known, shown);
    let [low, high] = spread.map_or([None, None], |network_distribution| network_distribution.ends.map(Some));
    let ends = low
        .zip(high)
        .map(|(low, high)| (words.low_to_high)(&all.notation.euro(low), &all.notation.euro(high)));
    add(words.spread, "spreiding", None, known, ends.unwrap_or_else(unknown));

    let mut notes = vec![p("small", words.double)];
    if counted(ctx, entries).any(|(_, entry)| entry.inputs.basis == CostBasis::Kengetal) {
        notes.push(p("small", words.staff));
    }
    if counted(ctx, entries).any(|(_, entry)| entry.inputs.year() != network.year) {
        notes.push(p("small", (words.prices)(network.year)));
    }
    notes.push(p("small", simulation_method(ctx, network)));
    let below =
        spread.filter(|network_distribution| network_distribution.mean.round() < network.net().round());
    notes.extend(below.map(|network_distribution| {
        // Either can be below zero, and says so.
        let figures = [("gemiddelde", network_distribution.mean), ("total.net", network.net())];
        let figures =
            figures.map(|(about, amount)| (explain::network_totals::name(about), all.notation.euro(amount)));
        let sentence = (words.below)(network_distribution.mean, network.net());
        explain::sentence::styled(ctx, "small", "netwerk-lager", &sentence, &figures)
    }));
    let mut content = vec![heading("h3", "netwerk-cijfers", words.table)];
    content.push(div("network-figures", vec![table(words.table, &words.table_head, 1, rows)]));
    content.push(explain::under(ctx, FIGURES));
    content.extend(notes);
    section("card", "netwerk-cijfers", content)
}

/// Draws both ledgers, apart.
pub fn ledgers(ctx: &PageContext, network: &Network) -> Html {
    let all = ctx.text();
    let (words, rest) = (all.network(), all.page);
    let line = |name: &'static str, of: String, first: bool, ledger: &NetworkLedger| {
        let amounts = [
            ("costs", ledger.costs),
            ("savings", ledger.savings),
            ("net", ledger.net()),
            ("npv", ledger.npv),
        ];
        let cells = amounts.map(|(part, amount)| {
            amount_cell(ctx, LEDGERS, &format!("{of}.{part}"), first && part == "costs", amount)
        });
        row([row_name(vec![text(name)])].into_iter().chain(cells).collect())
    };
    let head = |first| [first, rest.pays, rest.saves, rest.saldo, words.npv_head];
    let mut parties = Vec::from(Party::ALL.map(|party| {
        let of = format!("parties.{}", party.id());
        line((all.party)(party), of, party == Party::ALL[0], network.parties.get(party))
    }));
    // As in the ledger of one scenario: rows of their own, without savings.
    let plan = all.financing();
    let unshared = [(plan.uncovered, &network.uncovered), (plan.surplus, &network.surplus)];
    for ((name, ledger), (of, _)) in unshared.into_iter().zip(explain::network_totals::BESIDE) {
        if *ledger != NetworkLedger::default() {
            let cell = |part: &str, amount| amount_cell(ctx, LEDGERS, &format!("{of}.{part}"), false, amount);
            parties.push(row(vec![
                row_name(vec![text(name)]),
                cell("costs", ledger.costs),
                number(plan.nothing),
                cell("net", ledger.net()),
                cell("npv", ledger.npv),
            ]));
        }
    }
    let mut content = vec![
        heading("h3", "netwerk-partijen", words.ledgers),
        heading("h4", "", rest.ledger_cash),
        table(rest.ledger_cash, &head(rest.party), 1, parties),
    ];
    for (amount, about, sentence) in [
        (network.not_cashable, "total.not_cashable", words.not_cashable),
        (network.uncovered.costs, "ongedekt.costs", words.uncovered),
        (network.surplus.net(), "overschot.net", words.surplus),
    ] {
        if amount.round() > 0.0 {
            let figures = [explain::network_totals::stated(ctx, about, amount)];
            let sentence = sentence(amount);
            content.push(explain::sentence::styled(ctx, "small", "netwerk-noten", &sentence, &figures));
        }
    }
    content.push(heading("h4", "", rest.ledger_society));
    let society = vec![line(rest.society, "society".to_owned(), true, &network.society)];
    content.push(table(rest.ledger_society, &head(rest.society), 1, society));
    content.push(explain::under(ctx, LEDGERS));
    content.push(p("small", words.apart));
    section("card", "netwerk-partijen", content)
}

/// Draws costs and savings year by year.
pub fn years(ctx: &PageContext, network: &Network) -> Html {
    let words = ctx.text().network();
    // Without a plan there is always somebody who pays.
    let columns = if network.planned { 4 } else { 3 };
    let line = |(index, year): (usize, &crate::network::NetworkYear)| {
        let name = digits::written((index + 1) as f64);
        let amounts = [("costs", year.costs), ("savings", year.savings), ("cumulative", year.cumulative)];
        let uncovered = network.planned.then_some(("uncovered", year.uncovered));
        let mut cells = vec![row_name(vec![text(name.clone())])];
        cells.extend(amounts.into_iter().chain(uncovered).map(|(part, amount)| {
            let by_tab = index == 0 && part == "costs";
            amount_cell(ctx, YEARS, &format!("years.{name}.{part}"), by_tab, amount)
        }));
        row(cells)
    };
    let rows = network.years.iter().enumerate().map(line).collect();
    let mut content = vec![
        heading("h3", "netwerk-jaren", words.years),
        table(words.years, &words.years_head[..=columns], 1, rows),
        explain::under(ctx, YEARS),
    ];
    if network.shortened {
        content.push(p("small", (words.shortened)(network.years.len())));
    }
    section("card", "netwerk-jaren", content)
}
