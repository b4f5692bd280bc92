//! Two cards: the ledgers of the parties and of society, side by side and never
//! added up; and the table of years.

use crate::chart::aggregates::{Aggregate, FigureTarget};
use crate::model::outcome::{Ledger, Outcome};
use crate::model::years::{Payback, YearResult};
use crate::model::{Euro, General, Line, Party};
use crate::number::rounding_difference;
use crate::ui::components::element::{classed, div, heading, row, row_name, section, table};
use crate::ui::components::figure::{figure_text, name_text, sentence_in, term};
use crate::ui::context::PageContext;
use crate::ui::features::explain;
use crate::ui::features::explain::anchor;
use crate::ui::features::explain::sentence::{StatedFigure, paragraph, stated_euros};
use crate::ui::features::financing;
use crate::ui::state::State;
use yew::prelude::*;

/// Returns a table cell with a figure that opens its explanation. The Tab key stops
/// only at the first figure of a table.
fn cell(ctx: &PageContext, anchor: &'static str, name: &str, is_first: bool, shown: String) -> Html {
    let figure = explain::figure_with_explanation(ctx, anchor, name, is_first, figure_text(shown));
    classed("td", "number", vec![figure])
}

/// Returns the card with the ledgers of the parties and of society, and a sentence on
/// why they differ.
pub fn ledgers(ctx: &PageContext) -> Html {
    let words = ctx.text();
    let results = words.results();
    let outcome = &ctx.workspace.outcome;
    let line = |name: &'static str, path: String, is_first: bool, ledger: &Ledger| {
        let figures = [("costs", ledger.costs), ("savings", ledger.savings), ("net", ledger.net)];
        let mut cells = vec![row_name(vec![name_text(name)])];
        cells.extend(figures.into_iter().map(|(column, amount)| {
            let shown = words.notation.euro(amount.euros());
            cell(ctx, anchor::LEDGERS, &format!("{path}.{column}"), is_first && column == "costs", shown)
        }));
        row(cells)
    };
    let parties = Party::ALL.map(|party| {
        let path = format!("parties.{}", party.id());
        let name = (words.result_sentences().party_short)(party);
        line(name, path, party == Party::ALL[0], outcome.parties.get(party))
    });
    let head = [results.party, results.pays, results.saves, results.saldo];
    let ledger = |title: &'static str, rows: Vec<Html>| {
        div("", vec![heading("h4", "", title), table(title, &head, 1, rows)])
    };
    let society = line(results.society, "society".to_owned(), true, &outcome.society);
    let mut parties = Vec::from(parties);
    parties.push(financing::results::ledger_rows(ctx));
    let counts_quality_of_life = outcome.savings[Line::KwaliteitVanLeven as usize].counted;
    let title = (results.ledger_society)(counts_quality_of_life);
    let both = vec![ledger(results.ledger_cash, parties), ledger(title, vec![society])];
    // The sentence that leads from one ledger's saldo to the other's.
    let bridge = if !ctx.workspace.inputs.plan.is_empty() {
        financing::results::bridge(ctx)
    } else {
        paragraph(ctx, "rekeningen-zin", &(words.result_sentences().bridge)(outcome), &bridge_figures(ctx))
    };
    let bijstand = &outcome.savings[Line::Uitkeringen as usize];
    let saves_bijstand = bijstand.counted && bijstand.net != Euro::ZERO;
    let inhabitants = ctx.workspace.inputs.general(General::InwonersGemeente);
    let bijstand_budget = (words.result_sentences().bijstand_budget)(inhabitants, outcome.followed_share);
    section(
        "card",
        "rekeningen",
        vec![
            heading("h3", "rekeningen", results.ledgers),
            bridge,
            div("side-by-side", both),
            rounding_remark(ctx, rounding_difference_of_ledgers(outcome)),
            sentence_in("p", "small", (words.result_sentences().left_out)(outcome)),
            if saves_bijstand { sentence_in("p", "small", bijstand_budget) } else { Html::default() },
            explain::explanation_at(ctx, anchor::LEDGERS),
        ],
    )
}

/// Returns the figures that the sentence on why the ledgers differ states.
pub fn bridge_figures(state: &State) -> [StatedFigure; 2] {
    let outcome = &state.workspace.outcome;
    let net: Euro = Party::ALL.map(|party| outcome.parties.get(party).net).into_iter().sum();
    [
        stated_euros(state, "total.not_cashable", outcome.total.not_cashable.euros()),
        (
            FigureTarget::Aggregate(Aggregate::PartySaldi).name(outcome),
            state.text().notation.euro(net.euros()),
        ),
    ]
}

/// Returns the largest number of euros by which a sum in the table of years differs from its
/// parts, as both are shown.
fn rounding_difference_of_years(outcome: &Outcome) -> f64 {
    let years = &outcome.years;
    let present: Vec<f64> = years.iter().map(|year| year.present.euros()).collect();
    let mut largest = rounding_difference(&present, outcome.npv.euros());
    let mut before = Euro::ZERO;
    for year in years {
        let saldo = [year.savings.euros(), -year.costs.euros()];
        let cumulative = [before.euros(), year.net.euros()];
        largest = largest
            .max(rounding_difference(&saldo, year.net.euros()))
            .max(rounding_difference(&cumulative, year.cumulative.euros()));
        before = year.cumulative;
    }
    largest
}

/// Returns the largest number of euros by which a saldo in the ledgers differs from its costs
/// and savings, as all are shown.
fn rounding_difference_of_ledgers(outcome: &Outcome) -> f64 {
    let parties = Party::ALL.into_iter().map(|party| outcome.parties.get(party));
    let difference = |ledger: &Ledger| {
        rounding_difference(&[ledger.savings.euros(), -ledger.costs.euros()], ledger.net.euros())
    };
    parties.chain([&outcome.society]).map(difference).fold(0.0, f64::max)
}

/// Returns the remark that sums differ from their parts by this many euros; empty where they
/// do not.
fn rounding_remark(state: &State, euros: f64) -> Html {
    if euros == 0.0 {
        return Html::default();
    }
    sentence_in("p", "small", (state.text().result_sentences().rounded)(euros))
}

/// Returns the card with the table of years, for all parties together.
pub fn years(ctx: &PageContext) -> Html {
    let words = ctx.text();
    let results = words.results();
    let outcome = &ctx.workspace.outcome;
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
        let mut cells = vec![row_name(vec![figure_text(year.year.to_string())])];
        cells.extend(figures.into_iter().map(|(column, shown)| {
            let is_first = year.year == 1 && column == "ramp";
            cell(ctx, anchor::YEARS, &format!("years.{}.{column}", year.year), is_first, shown)
        }));
        row(cells)
    };
    let rows = outcome.years.iter().map(line).collect();
    let payback = match outcome.payback_year {
        Payback::Year(year) => (results.payback_year)(&year.to_string()),
        Payback::NotWithinHorizon => results.payback_never.to_owned(),
    };
    let totals = [(results.npv, "npv", euro(outcome.npv)), (results.payback, "payback_year", payback)];
    let totals = totals.map(|(name, path, shown)| {
        term("", name, explain::figure_with_explanation(ctx, anchor::YEARS, path, true, figure_text(shown)))
    });
    let head = [
        results.year,
        results.effect,
        results.costs,
        results.savings,
        results.saldo,
        results.cumulative,
        results.present,
    ];
    let npv = [("npv".to_owned(), euro(outcome.npv))];
    section(
        "card",
        "jaren",
        vec![
            heading("h3", "jaren", results.years),
            paragraph(ctx, "jaren-zin", &(words.result_sentences().cumulative)(outcome), &npv),
            table(results.years_table, &head, 1, rows),
            rounding_remark(ctx, rounding_difference_of_years(outcome)),
            classed("dl", "facts", totals.into()),
            explain::explanation_at(ctx, anchor::YEARS),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;
    use crate::ui::components::element::tests::rendered;
    use crate::ui::routes::Route;

    fn years_of(scenario: &str) -> String {
        let state = State::new(Route::Worksheet, Scenario::parse(scenario).unwrap());
        rendered(years(&PageContext::inert(state))).replace('\u{a0}', " ")
    }

    /// The rows as shown: −191.998 − 124.060 − 80.014 − 77.834 = −473.906, and not −473.905.
    #[test]
    fn a_sum_that_differs_from_its_rows_is_remarked_on() {
        let remark = "Afgerond op hele euro’s; een som kan € 1 schelen.";
        let new = r#"{"values":{"bezoekers":120,"fte":2,"prijspeil":2027,"fase":"nieuw"}}"#;
        let html = years_of(new);
        assert!(html.contains(remark) && html.contains("€ −473.905") && html.contains("€ −77.834"), "{html}");
        let brochure = years_of(r#"{"values":{"discontovoet":0}}"#);
        assert!(brochure.contains("€ −584.000") && !brochure.contains("Afgerond"), "{brochure}");
    }
}
