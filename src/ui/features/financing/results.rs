//! The results of the dekkingsplan: a card with the costs that are uncovered in
//! each year, with all funders and without one of them; and the rows, the warning
//! and the sentence that other cards show where there is a plan.

use crate::chart;
use crate::chart::Chart;
use crate::chart::aggregates::{Aggregate, FigureTarget};
use crate::explain::{FigureId, PlanFigure};
use crate::model::financing::{Financing, FinancingPlan, financing};
use crate::model::{Euro, Funder};
use crate::text::financing::{Finding, StatedAmount};
use crate::ui::commands::Command;
use crate::ui::components::element::{
    attributes, button, classed, div, element, heading, p, row, row_name, span, table,
};
use crate::ui::components::figure::{figure_in, figure_text, name_text, sentence_text, space};
use crate::ui::context::PageContext;
use crate::ui::features::charts;
use crate::ui::features::explain;
use crate::ui::features::explain::anchor;
use crate::ui::features::explain::sentence::{content, explanation, paragraph, stated_euros};
use crate::ui::features::financing::editor::EDITOR;
use crate::ui::features::financing::state::FinancingAction;
use crate::ui::features::worksheet::ledgers::bridge_figures;
use crate::ui::routes::Route;
use crate::ui::state::State;
use yew::prelude::*;

/// The id of the card.
pub const CARD: &str = "dekkingsplan";
/// The anchor of the table of figures by year.
const BY_YEAR: &str = "dekking";
/// The anchor of the sentences on the plan, on the card.
const FINDINGS: &str = "dekking-zinnen";
/// The anchor of the warning below the headline.
const HEADLINE_WARNING: &str = "dekking-tekort";
/// The anchor of the warning above the ledgers.
const LEDGER_WARNING: &str = "dekking-rekening";
/// The anchor of the table of uncovered costs without each of the funders.
const WITHOUT_FUNDER_TABLE: &str = "dekking-zonder";

/// Returns the whole card; where there is no plan, a button that makes one.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().financing();
    let mut content = vec![heading("h3", "dekkingsplan-titel", words.title)];
    let Some(found) = &ctx.workspace.outcome.financing else {
        content.extend([
            p("", words.invite),
            div("buttons", vec![button("button", ctx.press(FinancingAction::Begin), words.begin)]),
            p("small", words.begin_note),
        ]);
        return card("card optional-card is-empty", content);
    };
    let plan = &ctx.workspace.inputs.plan;
    let findings = (words.findings)(plan, found).into_iter();
    content.extend(
        findings.map(|finding| paragraph(ctx, FINDINGS, &finding.sentence, &stated_figures(ctx, &finding))),
    );
    let edit = ctx.press(Command::Reveal(EDITOR.to_owned()));
    content.extend([
        p("small", words.full_year),
        charts::view::with_own_table(ctx, &chart::financing(plan, found, ctx.text())),
        heading("h4", "", words.by_year),
        year_table(ctx, plan, found),
        explain::explanation_at(ctx, BY_YEAR),
        heading("h4", "", words.without_title),
        without_funder_table(ctx, plan, found),
        p("small", words.without_note),
        div("buttons", vec![button("button", edit, words.edit_plan)]),
    ]);
    card("card optional-card", content)
}

fn card(class: &'static str, content: Vec<Html>) -> Html {
    let attributes = attributes! {
        "class" => class,
        "id" => CARD,
        "tabindex" => "-1",
        "aria-labelledby" => "dekkingsplan-titel",
    };
    element("section", attributes, content)
}

/// Returns the chart of the plan over the years; `None` where there is no plan.
pub fn chart(state: &State) -> Option<Chart> {
    let found = state.workspace.outcome.financing.as_ref()?;
    Some(chart::financing(&state.workspace.inputs.plan, found, state.text()))
}

/// Returns the figures that a sentence about the plan states.
fn stated_figures(state: &State, finding: &Finding) -> Vec<explain::sentence::StatedFigure> {
    let outcome = &state.workspace.outcome;
    match finding.stated_amount {
        StatedAmount::NoAmount => vec![],
        StatedAmount::InYear(figure, year, amount) => {
            vec![stated_euros(state, &FigureId::Plan(figure, Some(year)).name(outcome), amount.euros())]
        }
        StatedAmount::UncoveredAllYears(amount) => {
            vec![stated_euros(
                state,
                &FigureTarget::Aggregate(Aggregate::UncoveredAllYears).name(outcome),
                amount.euros(),
            )]
        }
    }
}

/// Returns the table with a column for each year, and a row for each funder, for
/// their payments together, for the uncovered costs, for a surplus where there is one, and for the costs.
fn year_table(ctx: &PageContext, plan: &[Funder], found: &Financing) -> Html {
    let words = ctx.text().financing();
    let outcome = &ctx.workspace.outcome;
    let euro_cell = |name: &str, is_first: bool, amount: Euro| {
        let shown = figure_text(ctx.text().notation.euro(amount.euros()));
        classed("td", "number", vec![explain::figure_with_explanation(ctx, BY_YEAR, name, is_first, shown)])
    };
    let line = |name: String, figure: PlanFigure, amount: &dyn Fn(usize) -> Euro| {
        let cells = found.years.iter().enumerate().map(|(index, year)| {
            let name = FigureId::Plan(figure, Some(year.year)).name(outcome);
            let is_first = figure == PlanFigure::Funder(0) && year.year == 1;
            euro_cell(&name, is_first, amount(index))
        });
        row([row_name(vec![name_text(name)])].into_iter().chain(cells).collect())
    };
    let years = &found.years;
    let funders = (0..plan.len()).map(|index| {
        let name = (words.funder)(plan, index);
        line(name, PlanFigure::Funder(index), &|year| years[year].pays[index])
    });
    let mut rows: Vec<Html> = funders.collect();
    rows.push(line(words.paid.to_owned(), PlanFigure::Paid, &|year| years[year].paid));
    rows.push(line(words.uncovered.to_owned(), PlanFigure::Uncovered, &|year| years[year].uncovered));
    if years.iter().any(|year| year.surplus > Euro::ZERO) {
        rows.push(line(words.surplus.to_owned(), PlanFigure::Surplus, &|year| years[year].surplus));
    }
    let costs = years.iter().map(|year| euro_cell(&format!("years.{}.costs", year.year), false, year.costs));
    rows.push(row([row_name(vec![name_text(words.costs)])].into_iter().chain(costs).collect()));
    let column = |name: Html, class: Option<AttrValue>| {
        element("th", attributes! { "scope" => "col", "class" => class }, vec![name])
    };
    let mut head = vec![column(span("", words.funder_head), None)];
    head.extend(years.iter().map(|year| {
        column(sentence_text(format!("{} {}", words.year, year.year)), Some(AttrValue::Static("number")))
    }));
    let whole = vec![classed("thead", "", vec![row(head)]), classed("tbody", "", rows)];
    let region = attributes! {
        "class" => "table", "role" => "region", "aria-label" => words.by_year, "tabindex" => "0",
    };
    element("div", region, vec![classed("table", "", whole)])
}

/// Returns the plan without the funder at this index; the whole plan for
/// `None` or where there is no such funder.
pub fn plan_without(state: &State, index: Option<usize>) -> FinancingPlan {
    let mut others = state.workspace.inputs.plan.to_vec();
    if let Some(index) = index.filter(|index| *index < others.len()) {
        others.remove(index);
    }
    crate::model::FinancingPlan::new(others)
}

/// Returns the table of the costs that are uncovered in year 1 and in all years:
/// with all funders, and without each of them.
fn without_funder_table(ctx: &PageContext, plan: &[Funder], found: &Financing) -> Html {
    let words = ctx.text().financing();
    let euro = |amount: Euro| ctx.text().notation.euro(amount.euros());
    let line = |name: String, index: Option<usize>, found: &Financing| {
        let first = found.years.first().map_or(Euro::ZERO, |year| year.uncovered);
        let all: Euro = found.years.iter().map(|year| year.uncovered).sum();
        let funder = index.map_or_else(|| "geen".to_owned(), |index| index.to_string());
        let cell = |when: &str, amount: Euro| {
            let name = format!("{}.{funder}.{when}", explain::other_cases::WITHOUT_FUNDER);
            let is_tab_stop = index.is_none() && when == "1";
            let shown = figure_text(euro(amount));
            let figure =
                explain::figure_with_explanation(ctx, WITHOUT_FUNDER_TABLE, &name, is_tab_stop, shown);
            classed("td", "number", vec![figure])
        };
        row(vec![row_name(vec![name_text(name)]), cell("1", first), cell("alle", all)])
    };
    let mut rows = vec![line(words.nobody.to_owned(), None, found)];
    rows.extend((0..plan.len()).map(|index| {
        let mut others = plan.to_vec();
        others.remove(index);
        let financing = financing(&others, &ctx.workspace.outcome.costs, &ctx.workspace.outcome.years);
        line((words.funder)(plan, index), Some(index), &financing)
    }));
    let table = table(words.without_title, &words.without_head, 1, rows);
    div("", vec![table, explain::explanation_at(ctx, WITHOUT_FUNDER_TABLE)])
}

/// Returns the rows of the parties' ledger for uncovered costs and for a surplus,
/// which belong to no party; empty where there are none.
pub fn ledger_rows(ctx: &PageContext) -> Html {
    let words = ctx.text().financing();
    let outcome = &ctx.workspace.outcome;
    let Some(found) = &outcome.financing else { return Html::default() };
    let euro_cell = |name: &str, amount: Euro| {
        let shown = figure_text(ctx.text().notation.euro(amount.euros()));
        classed(
            "td",
            "number",
            vec![explain::figure_with_explanation(ctx, anchor::LEDGERS, name, false, shown)],
        )
    };
    // A surplus is what funders pay too much, so it counts as negative costs.
    let line = |(name, figure, net, amount, costs): (&'static str, PlanFigure, Aggregate, Euro, Euro)| {
        if amount <= Euro::ZERO {
            return Html::default();
        }
        row(vec![
            row_name(vec![name_text(name)]),
            euro_cell(&FigureId::Plan(figure, None).name(outcome), costs),
            figure_in("td", "number", words.empty_cell),
            euro_cell(&FigureTarget::Aggregate(net).name(outcome), -costs),
        ])
    };
    let rows = [
        (words.uncovered, PlanFigure::Uncovered, Aggregate::UncoveredSaldo, found.uncovered, found.uncovered),
        (words.surplus, PlanFigure::Surplus, Aggregate::SurplusSaldo, found.surplus, -found.surplus),
    ];
    rows.into_iter().map(line).collect()
}

/// Returns the sentence on why the ledgers differ for a scenario with a dekkingsplan,
/// a warning about uncovered costs, and a button to the card.
pub fn bridge(ctx: &PageContext) -> Html {
    let words = ctx.text().financing();
    let outcome = &ctx.workspace.outcome;
    let plan = outcome.financing.as_ref();
    let mut note = vec![sentence_text(words.full_year), space()];
    let mut warning_explanation = Html::default();
    if let Some(warning) = plan.and_then(|found| (words.warning)(found)) {
        let figures = stated_figures(ctx, &warning);
        note.extend(content(ctx, LEDGER_WARNING, &warning.sentence, &figures));
        note.push(space());
        warning_explanation = explanation(ctx, LEDGER_WARNING, &figures);
    }
    note.push(see_card(ctx));
    let [not_cashable, net] = bridge_figures(ctx);
    let mut figures = vec![not_cashable];
    // The sentence states uncovered costs or a surplus, whichever is there after
    // rounding to the euro.
    let amounts = plan
        .into_iter()
        .flat_map(|found| [(PlanFigure::Uncovered, found.uncovered), (PlanFigure::Surplus, found.surplus)]);
    figures.extend(amounts.filter(|(_, amount)| *amount > Euro::ZERO && !amount.rounds_to_zero()).map(
        |(figure, amount)| stated_euros(ctx, &FigureId::Plan(figure, None).name(outcome), amount.euros()),
    ));
    figures.push(net);
    let sentence = paragraph(ctx, "rekeningen-zin", &(words.bridge)(outcome), &figures);
    div("", vec![sentence, classed("p", "small", note), warning_explanation])
}

/// Returns the warning about uncovered costs for below the headline; empty where
/// the plan covers all costs or there is none.
pub fn warning(ctx: &PageContext) -> Html {
    let warning = ctx.text().financing().warning;
    let found = ctx.workspace.outcome.financing.as_ref();
    let Some(warning) = found.and_then(warning) else { return Html::default() };
    let figures = stated_figures(ctx, &warning);
    let mut sentence = content(ctx, HEADLINE_WARNING, &warning.sentence, &figures);
    // The compact view in other web pages has no such card.
    if ctx.view.route != Route::Compact {
        sentence.extend([space(), see_card(ctx)]);
    }
    let explanation = explanation(ctx, HEADLINE_WARNING, &figures);
    div("", vec![classed("p", "note", sentence), explanation])
}

/// Returns the button that leads to the card.
fn see_card(ctx: &PageContext) -> Html {
    button("plain", ctx.press(Command::Reveal(CARD.to_owned())), ctx.text().financing().see_plan)
}
