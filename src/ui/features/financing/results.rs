//! What the dekkingsplan comes to, among the results: what is short and why,
//! year by year, and what it means that a funder leaves.

use crate::chart;
use crate::chart::Chart;
use crate::chart::aggregates::{Aggregate, FigureTarget};
use crate::explain::{FigureId, PlanFigure};
use crate::model::financing::{Financing, FinancingPlan, financing};
use crate::model::{Euro, Funder};
use crate::text::financing::{Finding, StatedAmount};
use crate::ui::components::chart_view;
use crate::ui::components::element::{
    button, classed, div, element, heading, number, p, row, row_name, table, text,
};
use crate::ui::features::explain;
use crate::ui::features::explain::sentence::{below, paragraph};
use crate::ui::features::financing::editor::EDITOR;
use crate::ui::state::{State, View};
use yew::prelude::*;

/// The id of the card.
pub const CARD: &str = "dekkingsplan";
/// The block that its figures stand in.
const PLACE: &str = "dekking";
/// What it comes to, in sentences.
const FOUND_PLACE: &str = "dekking-zinnen";
/// What is short, beside the headline and under the ledgers.
const SHORT_PLACES: [&str; 2] = ["dekking-tekort", "dekking-rekening"];
/// The block of what is uncovered without each of them.
const LEFT_PLACE: &str = "dekking-zonder";

/// The whole card; the way to a plan where there is none.
pub fn view(state: &State) -> Html {
    let words = state.text().financing;
    let mut content = vec![heading("h3", "dekkingsplan-titel", words.title)];
    let Some(found) = &state.outcome.financing else {
        content.extend([
            p("", words.invite),
            div("buttons", vec![button("button", "plan-begin", words.begin)]),
            p("small", words.begin_note),
        ]);
        return card("card offer-card is-empty", content);
    };
    let plan = &state.inputs.plan;
    content.extend(
        (words.findings)(plan, found)
            .into_iter()
            .map(|found| paragraph(state, FOUND_PLACE, &found.said, &stated(state, &found))),
    );
    content.push(p("small", words.full_year));
    content.push(chart_view::with_data(state, &chart::financing(plan, found, state.text())));
    content.push(heading("h4", "", words.by_year));
    content.push(by_year(state, plan, found));
    content.push(explain::under(state, PLACE));
    content.push(heading("h4", "", words.without_title));
    content.push(without(state, plan, found));
    content.push(p("small", words.without_note));
    content.push(div("buttons", vec![button("button", format!("reveal {EDITOR}"), words.edit)]));
    card("card offer-card", content)
}

fn card(class: &'static str, content: Vec<Html>) -> Html {
    let values = [class, CARD, "-1", "dekkingsplan-titel"].map(|value| Some(value.into()));
    element("section", &["class", "id", "tabindex", "aria-labelledby"], values.into(), content)
}

/// The picture over the years, where there is a plan.
pub fn chart(state: &State) -> Option<Chart> {
    let found = state.outcome.financing.as_ref()?;
    Some(chart::financing(&state.inputs.plan, found, state.text()))
}

/// What a sentence about a plan states.
fn stated(state: &State, found: &Finding) -> Vec<explain::sentence::Stated> {
    let outcome = &state.outcome;
    match found.states {
        StatedAmount::Nothing => vec![],
        StatedAmount::InYear(part, year, amount) => {
            vec![explain::sentence::euros(
                state,
                &FigureId::Plan(part, Some(year)).name(outcome),
                amount.euros(),
            )]
        }
        StatedAmount::InAll(amount) => {
            vec![explain::sentence::euros(
                state,
                &FigureTarget::Aggregate(Aggregate::UncoveredInAll).name(outcome),
                amount.euros(),
            )]
        }
    }
}

/// A row for each funder and for what is left, a column for each year.
fn by_year(state: &State, plan: &[Funder], found: &Financing) -> Html {
    let words = state.text().financing;
    let cell = |part: PlanFigure, year: u32, amount: Euro| {
        let name = FigureId::Plan(part, Some(year)).name(&state.outcome);
        let shown = text(state.text().notation.euro(amount.euros()));
        let first = part == PlanFigure::Funder(0) && year == 1;
        classed("td", "number", vec![explain::figure(state, PLACE, &name, first, shown)])
    };
    let line = |name: String, part: PlanFigure, amount: &dyn Fn(usize) -> Euro| {
        let cells = found.years.iter().enumerate().map(|(place, year)| cell(part, year.year, amount(place)));
        row([row_name(vec![text(name)])].into_iter().chain(cells).collect())
    };
    let years = &found.years;
    let mut rows: Vec<Html> = (0..plan.len())
        .map(|place| {
            let name = (words.funder)(plan, place);
            line(name, PlanFigure::Funder(place), &|year| years[year].funders[place])
        })
        .collect();
    rows.push(line(words.paid.to_owned(), PlanFigure::Paid, &|year| years[year].paid));
    rows.push(line(words.uncovered.to_owned(), PlanFigure::Uncovered, &|year| years[year].uncovered));
    if years.iter().any(|year| year.surplus > Euro::ZERO) {
        rows.push(line(words.surplus.to_owned(), PlanFigure::Surplus, &|year| years[year].surplus));
    }
    let costs = years.iter().map(|year| {
        let name = format!("years.{}.costs", year.year);
        let shown = text(state.text().notation.euro(year.costs.euros()));
        classed("td", "number", vec![explain::figure(state, PLACE, &name, false, shown)])
    });
    rows.push(row([row_name(vec![text(words.costs)])].into_iter().chain(costs).collect()));
    let column = |name: String, class: &'static str| {
        let class = (!class.is_empty()).then_some(class.into());
        element("th", &["scope", "class"], vec![Some("col".into()), class], vec![text(name)])
    };
    let mut head = vec![column(words.who.to_owned(), "")];
    head.extend(years.iter().map(|year| column(format!("{} {}", words.year, year.year), "number")));
    let whole = vec![classed("thead", "", vec![row(head)]), classed("tbody", "", rows)];
    let values = ["table", "region", words.by_year, "0"].map(|value| Some(value.into()));
    let keys = &["class", "role", "aria-label", "tabindex"];
    element("div", keys, values.into(), vec![classed("table", "", whole)])
}

/// The plan without the funder at this place.
pub fn plan_without(state: &State, place: Option<usize>) -> FinancingPlan {
    let mut others = state.inputs.plan.to_vec();
    if let Some(place) = place.filter(|place| *place < others.len()) {
        others.remove(place);
    }
    crate::model::FinancingPlan::new(others)
}

/// What is uncovered without each of them.
fn without(state: &State, plan: &[Funder], found: &Financing) -> Html {
    let words = state.text().financing;
    let euro = |amount: Euro| state.text().notation.euro(amount.euros());
    let line = |name: String, place: Option<usize>, found: &Financing| {
        let first = found.years.first().map_or(Euro::ZERO, |year| year.uncovered);
        let all: Euro = found.years.iter().map(|year| year.uncovered).sum();
        let of = place.map_or_else(|| "geen".to_owned(), |place| place.to_string());
        let cell = |when: &str, amount: Euro| {
            let name = format!("{}.{of}.{when}", explain::what_if::WITHOUT);
            let by_tab = place.is_none() && when == "1";
            let figure = explain::figure(state, LEFT_PLACE, &name, by_tab, text(euro(amount)));
            classed("td", "number", vec![figure])
        };
        row(vec![row_name(vec![text(name)]), cell("1", first), cell("alle", all)])
    };
    let mut rows = vec![line(words.nobody.to_owned(), None, found)];
    rows.extend((0..plan.len()).map(|place| {
        let mut others = plan.to_vec();
        others.remove(place);
        let left = financing(&others, &state.outcome.costs, &state.outcome.years);
        line((words.funder)(plan, place), Some(place), &left)
    }));
    let table = table(words.without_title, &words.without_head, 1, rows);
    div("", vec![table, explain::under(state, LEFT_PLACE)])
}

/// The rows of a ledger that are no party's; empty where there are none.
pub fn ledger_rows(state: &State) -> Html {
    let words = state.text().financing;
    let Some(found) = &state.outcome.financing else { return Html::default() };
    let euro = |amount: Euro| state.text().notation.euro(amount.euros());
    let line = |(name, part, amount, pays): (&'static str, PlanFigure, Euro, Euro)| {
        if amount <= Euro::ZERO {
            return Html::default();
        }
        let path = FigureId::Plan(part, None).name(&state.outcome);
        let group = if part == PlanFigure::Uncovered { Aggregate::Uncovered } else { Aggregate::Surplus };
        let saldo = FigureTarget::Aggregate(group).name(&state.outcome);
        let saldo = explain::figure(state, explain::place::LEDGERS, &saldo, false, text(euro(-pays)));
        let pays_cell = explain::figure(state, explain::place::LEDGERS, &path, false, text(euro(pays)));
        row(vec![
            row_name(vec![text(name)]),
            classed("td", "number", vec![pays_cell]),
            number(words.nothing),
            classed("td", "number", vec![saldo]),
        ])
    };
    let rows = [
        (words.uncovered, PlanFigure::Uncovered, found.uncovered, found.uncovered),
        (words.surplus, PlanFigure::Surplus, found.surplus, -found.surplus),
    ];
    rows.into_iter().map(line).collect()
}

/// Why the two ledgers differ, with what nobody pays, and the way to the plan.
pub fn bridge(state: &State) -> Html {
    let words = state.text().financing;
    let see = button("plain", format!("reveal {CARD}"), words.see);
    let mut note = vec![text(words.full_year), text(" ")];
    let plan = state.outcome.financing.as_ref();
    let mut opened = Html::default();
    if let Some(short) = plan.and_then(|found| (words.warning)(found)) {
        let figures = stated(state, &short);
        note.extend(explain::sentence::content(state, SHORT_PLACES[1], &short.said, &figures));
        note.push(text(" "));
        opened = below(state, SHORT_PLACES[1], &figures);
    }
    note.push(see);
    let [not_cashable, net] = crate::ui::features::worksheet::ledgers::bridged(state);
    let mut figures = vec![not_cashable];
    // One of the two is said, where there is either to the euro.
    for (part, amount) in plan
        .into_iter()
        .flat_map(|found| [(PlanFigure::Uncovered, found.uncovered), (PlanFigure::Surplus, found.surplus)])
    {
        if amount.euros() >= 0.5 {
            figures.push(explain::sentence::euros(
                state,
                &FigureId::Plan(part, None).name(&state.outcome),
                amount.euros(),
            ));
        }
    }
    figures.push(net);
    let said = paragraph(state, "rekeningen-zin", &(words.bridge)(&state.outcome), &figures);
    div("", vec![said, classed("p", "small", note), opened])
}

/// Beside the headline: what the plan leaves uncovered.
pub fn warning(state: &State) -> Html {
    let words = state.text().financing;
    let said = state.outcome.financing.as_ref().and_then(|found| (words.warning)(found));
    said.map_or_else(Html::default, |said| {
        let figures = stated(state, &said);
        let mut content = explain::sentence::content(state, SHORT_PLACES[0], &said.said, &figures);
        // Inside other pages there is no card to go to.
        if state.view != View::Compact {
            content.extend([text(" "), button("plain", format!("reveal {CARD}"), words.see)]);
        }
        let opened = below(state, SHORT_PLACES[0], &figures);
        div("", vec![classed("p", "note", content), opened])
    })
}
