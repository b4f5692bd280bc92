//! The two ledgers side by side, never added up; and the years.

use crate::chart::aggregates::{Aggregate, FigureTarget};
use crate::model::outcome::Ledger;
use crate::model::years::{Payback, YearResult};
use crate::model::{Euro, Party};
use crate::ui::components::element::{classed, div, heading, row, row_name, section, table, term, text};
use crate::ui::features::explain;
use crate::ui::features::explain::place;
use crate::ui::features::explain::sentence::{Stated, euros, paragraph};
use crate::ui::features::financing;
use crate::ui::state::State;
use yew::prelude::*;

/// A cell with a figure that can be opened; the first of a table by Tab.
fn cell(state: &State, place: &'static str, name: &str, first: bool, shown: String) -> Html {
    let figure = explain::figure(state, place, name, first, text(shown));
    classed("td", "number", vec![figure])
}

/// Ledger 1 per party, ledger 2 for society, and why they differ.
pub fn ledgers(state: &State) -> Html {
    let words = state.text();
    let page = words.page;
    let outcome = &state.outcome;
    let line = |name: &'static str, of: String, first: bool, ledger: &Ledger| {
        let figures = [("costs", ledger.costs), ("savings", ledger.savings), ("net", ledger.net)];
        let mut cells = vec![row_name(vec![text(name)])];
        cells.extend(figures.into_iter().enumerate().map(|(column, (part, amount))| {
            let shown = words.notation.euro(amount.euros());
            cell(state, place::LEDGERS, &format!("{of}.{part}"), first && column == 0, shown)
        }));
        row(cells)
    };
    let parties = Party::ALL.map(|party| {
        let of = format!("parties.{}", party.id());
        let name = (words.sentences.party_short)(party);
        line(name, of, party == Party::ALL[0], outcome.parties.get(party))
    });
    let head = [page.party, page.pays, page.saves, page.saldo];
    let ledger = |title: &'static str, rows: Vec<Html>| {
        div("", vec![heading("h4", "", title), table(title, &head, 1, rows)])
    };
    let society = line(page.society, "society".to_owned(), true, &outcome.society);
    let mut parties = Vec::from(parties);
    parties.push(financing::results::ledger_rows(state));
    let both = vec![ledger(page.ledger_cash, parties), ledger(page.ledger_society, vec![society])];
    section(
        "card",
        "rekeningen",
        vec![
            heading("h3", "rekeningen", page.ledgers),
            if !state.inputs.plan.is_empty() {
                financing::results::bridge(state)
            } else {
                paragraph(state, "rekeningen-zin", &(words.sentences.bridge)(outcome), &bridged(state))
            },
            div("side-by-side", both),
            explain::under(state, place::LEDGERS),
        ],
    )
}

/// The figures of the sentence on why the two ledgers differ.
pub fn bridged(state: &State) -> [Stated; 2] {
    let net: Euro = Party::ALL.map(|party| state.outcome.parties.get(party).net).into_iter().sum();
    [
        euros(state, "total.not_cashable", state.outcome.total.not_cashable.euros()),
        (
            FigureTarget::Aggregate(Aggregate::Net).name(&state.outcome),
            state.text().notation.euro(net.euros()),
        ),
    ]
}

/// The years, all parties together.
pub fn years(state: &State) -> Html {
    let words = state.text();
    let page = words.page;
    let outcome = &state.outcome;
    let euro = |amount: Euro| words.notation.euro(amount.euros());
    let line = |year: &YearResult| {
        let figures = [
            ("ramp", words.notation.percent(year.ramp.fraction())),
            ("costs", euro(year.costs)),
            ("savings", euro(year.savings)),
            ("net", euro(year.net)),
            ("cumulative", euro(year.cumulative)),
            ("present", euro(year.present)),
        ];
        let mut cells = vec![row_name(vec![text(year.year.to_string())])];
        cells.extend(figures.into_iter().map(|(part, shown)| {
            let first = year.year == 1 && part == "ramp";
            cell(state, place::YEARS, &format!("years.{}.{part}", year.year), first, shown)
        }));
        row(cells)
    };
    let rows = outcome.years.iter().map(line).collect();
    let payback = match outcome.payback_year {
        Payback::Year(year) => (page.payback_year)(&year.to_string()),
        Payback::NotWithinHorizon => page.payback_never.to_owned(),
    };
    let in_all = [(page.npv, "npv", euro(outcome.npv)), (page.payback, "payback_year", payback)];
    let in_all = in_all.map(|(name, path, shown)| {
        term("", name, explain::figure(state, place::YEARS, path, true, text(shown)))
    });
    let head = [page.year, page.effect, page.costs, page.savings, page.saldo, page.cumulative, page.present];
    section(
        "card",
        "jaren",
        vec![
            heading("h3", "jaren", page.years),
            paragraph(
                state,
                "jaren-zin",
                &(words.sentences.cumulative)(outcome),
                &[("npv".to_owned(), euro(outcome.npv))],
            ),
            table(page.years, &head, 1, rows),
            classed("dl", "facts", in_all.into()),
            explain::under(state, place::YEARS),
        ],
    )
}
