//! The results of the network: a table of its figures, both ledgers, and costs and
//! savings by year. In this file the *subject* of a figure is its name without the kind,
//! as in [`explain::network_totals`].

use crate::compare::ComparedFigure;
use crate::model::{CostBasis, General, Party};
use crate::network::{
    MemberSpread, Network, NetworkDistribution, NetworkLedger, network_distribution, price_conversion,
};
use crate::number::digits;
use crate::ui::components::element::{classed, div, heading, p, row, row_name, section, table};
use crate::ui::components::figure::{
    figure_attributes, figure_element, figure_in, figure_text, name_text, sentence_in,
};
use crate::ui::context::PageContext;
use crate::ui::features::compare::compared_scenario::ComparedScenario;
use crate::ui::features::explain;
use crate::ui::features::network::view::counted_members;
use crate::ui::features::scenarios::state::SPREAD_DRAWS;
use crate::ui::state::State;
use yew::prelude::*;

/// The anchor of explanations of the table of figures.
const FIGURES: &str = "netwerk-figuren";
/// The anchor of explanations of both ledgers.
const LEDGERS: &str = "netwerk-rekeningen";
/// The anchor of explanations of the years.
const YEARS: &str = "netwerk-over-jaren";

/// Draws a figure of the network that opens its explanation.
fn figure(ctx: &PageContext, anchor: &'static str, subject: &str, is_tab_stop: bool, shown: Html) -> Html {
    explain::figure_with_explanation(ctx, anchor, &explain::network_totals::name(subject), is_tab_stop, shown)
}

/// Draws the table cell of an amount of the network that opens its explanation.
fn amount_cell(
    ctx: &PageContext,
    anchor: &'static str,
    subject: &str,
    is_tab_stop: bool,
    amount: f64,
) -> Html {
    let shown = figure_text(ctx.text().notation.euro(amount));
    classed("td", "number", vec![figure(ctx, anchor, subject, is_tab_stop, shown)])
}

/// Returns a sentence on how the distribution of the saldo was simulated.
pub(super) fn simulation_method(state: &State, entries: &[ComparedScenario], network: &Network) -> String {
    let words = state.text().network();
    if network.initiatives == 1 {
        (words.chance_method_single)(SPREAD_DRAWS)
    } else {
        let method = words.chance_methods[usize::from(state.workspace.current.network.correlated)];
        method(SPREAD_DRAWS, may_have_no_effect(state, entries))
    }
}

/// Returns whether some draws of a scenario of the network have no effect.
fn may_have_no_effect(state: &State, entries: &[ComparedScenario]) -> bool {
    counted_members(state, entries).any(|(_, entry)| entry.inputs.general(General::KansGeenEffect) > 0.0)
}

/// Returns the distribution of the network's saldo: `None` until the simulation
/// has answered for every scenario of the network, `Some(None)` where it could not
/// simulate one of them.
pub(super) fn distribution(
    state: &State,
    entries: &[ComparedScenario],
    network: &Network,
) -> Option<Option<NetworkDistribution>> {
    if counted_members(state, entries).any(|(_, entry)| entry.chance.is_none()) {
        return None;
    }
    let spreads = counted_members(state, entries).map(|(count, entry)| {
        let price_conversion = price_conversion(network.year, &entry.inputs);
        let no_effect_chance = entry.inputs.general(General::KansGeenEffect);
        Some(MemberSpread { count, price_conversion, spread: entry.spread?, no_effect_chance })
    });
    let spreads: Option<Vec<_>> = spreads.collect();
    Some(
        spreads
            .and_then(|spreads| network_distribution(&spreads, state.workspace.current.network.correlated)),
    )
}

/// Draws the table of the network's figures, with notes.
pub fn figures(ctx: &PageContext, entries: &[ComparedScenario], network: &Network) -> Html {
    let all = ctx.text();
    let (words, compare) = (all.network(), all.compare());
    let mut rows = Vec::new();
    let mut add = |name: &str, subject: &str, value: Option<f64>, has_explanation: bool, shown: String| {
        let value = value.map(digits::format).unwrap_or_default();
        let data = figure_element("data", figure_attributes! { "value" => value }, shown);
        let is_tab_stop = rows.is_empty();
        let data = if has_explanation { figure(ctx, FIGURES, subject, is_tab_stop, data) } else { data };
        rows.push(row(vec![row_name(vec![name_text(name.to_owned())]), classed("td", "number", vec![data])]));
    };
    let count = |value: f64| all.notation.number(value, 2);
    for (name, subject, value) in [
        (words.initiatives, "initiatieven", f64::from(network.initiatives)),
        (words.visitors, "bezoekers", network.visitors),
        (words.fte, "fte", network.fte),
        (words.volunteers, "vrijwilligers", network.volunteers),
    ] {
        add(name, subject, Some(value), true, count(value));
    }
    let per_visitor = |amount: f64| amount / network.visitors;
    for (compared, subject, value) in [
        (ComparedFigure::Costs, "costs.net", network.costs),
        (ComparedFigure::Savings, "total.savings", network.savings),
        (ComparedFigure::Net, "total.net", network.net()),
        (ComparedFigure::CostsPerVisitor, "costs.per_visitor", per_visitor(network.costs)),
        (ComparedFigure::NetPerVisitor, "total.net_per_visitor", per_visitor(network.net())),
    ] {
        add((compare.measure)(compared), subject, Some(value), true, all.notation.euro(value));
    }
    let coverage = network.coverage();
    let shown = coverage.map_or(compare.no_value.to_owned(), |share| all.notation.percent(share));
    add((compare.measure)(ComparedFigure::Coverage), "total.coverage", coverage, true, shown);
    add(&(words.npv)(network.years.len()), "npv", Some(network.npv), true, all.notation.euro(network.npv));
    if let Some(share) = ctx.workspace.current.network.inhabitants.and_then(|people| network.reach(people)) {
        add(words.reach_label, "bereik", Some(share), true, (words.share)(share));
    }
    let answer = distribution(ctx, entries, network);
    let unknown = || if answer.is_none() { compare.waiting } else { compare.no_value }.to_owned();
    let distribution = answer.flatten();
    let is_known = distribution.is_some();
    let chance = distribution.map(|distribution| distribution.positive);
    let shown = chance.map_or_else(unknown, |chance| (all.uncertainty().chance)(chance));
    add(words.chance, "kans", chance, is_known, shown);
    let ends = distribution.map(|distribution| distribution.ends.map(|end| all.notation.euro(end)));
    let ends = ends.map(|[low, high]| (words.low_to_high)(&low, &high));
    add(words.range_90, "spreiding", None, is_known, ends.unwrap_or_else(unknown));

    let mut notes = vec![p("small", words.visitors_note)];
    if counted_members(ctx, entries).any(|(_, entry)| entry.inputs.basis == CostBasis::Kengetal) {
        notes.push(p("small", words.staff));
    }
    if counted_members(ctx, entries).any(|(_, entry)| entry.inputs.year() != network.year) {
        notes.push(sentence_in("p", "small", (words.prices)(network.year)));
    }
    notes.push(sentence_in("p", "small", simulation_method(ctx, entries, network)));
    let lower_mean = distribution
        .map(|distribution| distribution.mean)
        .filter(|mean| mean.round() < network.net().round());
    notes.extend(lower_mean.map(|mean| {
        // The sentence writes the sign of both figures.
        let figures = [("gemiddelde", mean), ("total.net", network.net())]
            .map(|(subject, amount)| (explain::network_totals::name(subject), all.notation.euro(amount)));
        let sentence = (words.mean_below_saldo)(mean, network.net(), may_have_no_effect(ctx, entries));
        explain::sentence::classed_paragraph(ctx, "small", "netwerk-lager", &sentence, &figures)
    }));
    let mut content = vec![heading("h3", "netwerk-cijfers", words.table)];
    content.push(div("network-figures", vec![table(words.figures_table, &words.table_head, 1, rows)]));
    content.push(explain::explanation_at(ctx, FIGURES));
    content.extend(notes);
    section("card", "netwerk-cijfers", content)
}

/// Draws the ledgers of the parties and of society, which are never added up.
pub fn ledgers(ctx: &PageContext, network: &Network) -> Html {
    let all = ctx.text();
    let (words, results) = (all.network(), all.results());
    let line = |name: &'static str, path: String, is_first: bool, ledger: &NetworkLedger| {
        let amounts = [
            ("costs", ledger.costs),
            ("savings", ledger.savings),
            ("net", ledger.net()),
            ("npv", ledger.npv),
        ];
        let cells = amounts.map(|(column, amount)| {
            amount_cell(ctx, LEDGERS, &format!("{path}.{column}"), is_first && column == "costs", amount)
        });
        row([row_name(vec![name_text(name)])].into_iter().chain(cells).collect())
    };
    let head = |row_names| [row_names, results.pays, results.saves, all.compare().net, words.npv_head];
    let mut parties = Vec::from(Party::ALL.map(|party| {
        let path = format!("parties.{}", party.id());
        line((all.party)(party), path, party == Party::ALL[0], network.parties.get(party))
    }));
    // Uncovered costs and a surplus have rows without savings, as in the ledger of
    // one scenario.
    let plan = all.financing();
    let outside_parties = [(plan.uncovered, &network.uncovered), (plan.surplus, &network.surplus)];
    let paths = explain::network_totals::ROWS_OUTSIDE_PARTIES.map(|(path, _)| path);
    for ((name, ledger), path) in outside_parties.into_iter().zip(paths) {
        if *ledger != NetworkLedger::default() {
            let cell =
                |column: &str, amount| amount_cell(ctx, LEDGERS, &format!("{path}.{column}"), false, amount);
            parties.push(row(vec![
                row_name(vec![name_text(name)]),
                cell("costs", ledger.costs),
                figure_in("td", "number", plan.empty_cell),
                cell("net", ledger.net()),
                cell("npv", ledger.npv),
            ]));
        }
    }
    let mut content = vec![
        heading("h3", "netwerk-partijen", words.ledgers),
        heading("h4", "", results.ledger_cash),
        table(results.ledger_cash, &head(results.party), 1, parties),
    ];
    for (amount, subject, sentence) in [
        (network.not_cashable, "total.not_cashable", words.not_cashable),
        (network.uncovered.costs, "ongedekt.costs", words.uncovered),
        (network.surplus.net(), "overschot.net", words.surplus),
    ] {
        if amount.round() > 0.0 {
            let figures = [explain::network_totals::stated(ctx, subject, amount)];
            let note = &sentence(amount);
            content.push(explain::sentence::classed_paragraph(ctx, "small", "netwerk-noten", note, &figures));
        }
    }
    let title = (words.ledger_society)(network.counts_quality_of_life);
    content.push(heading("h4", "", title));
    let society = vec![line(results.society, "society".to_owned(), true, &network.society)];
    content.push(table(title, &head(results.society), 1, society));
    content.push(explain::explanation_at(ctx, LEDGERS));
    content.push(p("small", words.ledgers_note));
    section("card", "netwerk-partijen", content)
}

/// Draws costs and savings year by year.
pub fn years(ctx: &PageContext, network: &Network) -> Html {
    let words = ctx.text().network();
    // Without a dekkingsplan no costs are uncovered.
    let columns = if network.has_plan { 4 } else { 3 };
    let line = |(index, year): (usize, &crate::network::NetworkYear)| {
        let name = digits::format((index + 1) as f64);
        let amounts = [("costs", year.costs), ("savings", year.savings), ("cumulative", year.cumulative)];
        let uncovered = network.has_plan.then_some(("uncovered", year.uncovered));
        let mut cells = vec![row_name(vec![figure_text(name.clone())])];
        cells.extend(amounts.into_iter().chain(uncovered).map(|(column, amount)| {
            let is_tab_stop = index == 0 && column == "costs";
            amount_cell(ctx, YEARS, &format!("years.{name}.{column}"), is_tab_stop, amount)
        }));
        row(cells)
    };
    let rows = network.years.iter().enumerate().map(line).collect();
    let mut content = vec![
        heading("h3", "netwerk-jaren", words.years),
        table(words.years_table, &words.years_head[..=columns], 1, rows),
        explain::explanation_at(ctx, YEARS),
    ];
    if network.is_shortened {
        content.push(sentence_in("p", "small", (words.shortened)(network.years.len())));
    }
    section("card", "netwerk-jaren", content)
}
