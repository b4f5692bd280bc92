//! The two ledgers side by side, never added up; and the years.

use super::element::{div, heading, number, p, row, row_name, section, table, text};
use super::state::State;
use crate::model::outcome::Ledger;
use crate::model::{Euro, Party};
use yew::prelude::*;

/// A cell with an amount.
fn cell(state: &State, amount: Euro) -> Html {
    number(state.text().notation.euro(amount.euros()))
}

/// Ledger 1 per party, ledger 2 for society, and why they differ.
pub fn ledgers(state: &State) -> Html {
    let words = state.text();
    let page = words.page;
    let outcome = &state.outcome;
    let line = |name: &'static str, ledger: &Ledger| {
        let amounts = [ledger.costs, ledger.savings, ledger.net].map(|amount| cell(state, amount));
        let [pays, saves, net] = amounts;
        row(vec![row_name(vec![text(name)]), pays, saves, net])
    };
    let parties =
        Party::ALL.map(|party| line((words.sentences.party_short)(party), outcome.parties.get(party)));
    let head = [page.party, page.pays, page.saves, page.saldo];
    let ledger = |title: &'static str, rows: Vec<Html>| {
        div("", vec![heading("h4", "", title), table(title, &head, 1, rows)])
    };
    let both = vec![
        ledger(page.ledger_cash, parties.into()),
        ledger(page.ledger_society, vec![line(page.society, &outcome.society)]),
    ];
    section(
        "card",
        "rekeningen",
        vec![
            heading("h3", "rekeningen", page.ledgers),
            p("", (words.sentences.bridge)(outcome)),
            div("side-by-side", both),
        ],
    )
}

/// The years, all parties together.
pub fn years(state: &State) -> Html {
    let words = state.text();
    let page = words.page;
    let outcome = &state.outcome;
    let rows = outcome.years.iter().map(|year| {
        let mut cells = vec![
            row_name(vec![text(year.year.to_string())]),
            number(words.notation.percent(year.ramp.fraction())),
        ];
        let amounts = [year.costs, year.savings, year.net, year.cumulative, year.present];
        cells.extend(amounts.map(|amount| cell(state, amount)));
        row(cells)
    });
    let head = [page.year, page.effect, page.costs, page.savings, page.saldo, page.cumulative, page.present];
    section(
        "card",
        "jaren",
        vec![
            heading("h3", "jaren", page.years),
            p("", (words.sentences.cumulative)(outcome)),
            table(page.years, &head, 1, rows.collect()),
        ],
    )
}
