//! The table of every compared figure of every scenario, with the difference
//! from the reference scenario. In this file a *figure* is a [`ComparedFigure`] of the
//! outcome, and a *measure* is an `Option` of one: `None` is the chance that the costs
//! are covered, which the simulation gives.

use crate::compare::ComparedFigure;
use crate::model::years::Payback;
use crate::number::digits;
use crate::text::Text;
use crate::ui::components::element::{attributes, classed, div, element, row, row_name, span, text_in};
use crate::ui::components::figure::{figure_attributes, figure_element, figure_in, figure_text, name_text};
use crate::ui::context::PageContext;
use crate::ui::features::compare::compared_scenario::ComparedScenario;
use crate::ui::features::explain;
use crate::ui::state::State;
use yew::prelude::*;

/// The anchor of the explanations of figures in the table.
const TABLE: &str = "vergelijk-tabel";

/// One measure of one scenario.
pub struct ComparisonCell {
    /// The measure, unrounded; `None` where the scenario does not have it.
    pub value: Option<f64>,
    /// The measure in words.
    pub shown: String,
    /// The difference from the reference scenario; empty for that scenario itself.
    pub difference: String,
}

/// A way to write a measure, and the difference between two values of it.
enum FigureStyle {
    /// For amounts in euros.
    Amount,
    /// For shares, as percentages.
    Share,
    /// For years of the horizon.
    Year,
}

/// Returns how a measure is written.
fn style(measure: Option<ComparedFigure>) -> FigureStyle {
    match measure {
        Some(ComparedFigure::Payback) => FigureStyle::Year,
        Some(ComparedFigure::Coverage) | None => FigureStyle::Share,
        Some(
            ComparedFigure::Costs
            | ComparedFigure::Savings
            | ComparedFigure::Net
            | ComparedFigure::CostsPerVisitor
            | ComparedFigure::NetPerVisitor
            | ComparedFigure::Party(_)
            | ComparedFigure::Society
            | ComparedFigure::Npv
            | ComparedFigure::Uncovered
            | ComparedFigure::UncoveredAllYears,
        ) => FigureStyle::Amount,
    }
}

/// Returns the figures to list for these scenarios, with their index in
/// [`ComparedFigure::ALL`]. Figures of a dekkingsplan are only listed where a
/// scenario has one, or where the user chose that figure.
pub fn listed_figures(
    entries: &[ComparedScenario],
    chosen: Option<ComparedFigure>,
) -> impl Iterator<Item = (usize, ComparedFigure)> {
    let planned = entries.iter().any(|entry| !entry.inputs.plan.is_empty());
    ComparedFigure::ALL
        .into_iter()
        .enumerate()
        .filter(move |(_, figure)| planned || !figure.needs_plan() || chosen == Some(*figure))
}

/// Returns a measure of a scenario, with its difference from the reference scenario.
pub fn cell(
    state: &State,
    measure: Option<ComparedFigure>,
    entry: &ComparedScenario,
    reference: &ComparedScenario,
) -> ComparisonCell {
    let all = state.text();
    let words = all.compare();
    let value_in = |entry: &ComparedScenario| match measure {
        Some(figure) => figure.value(&entry.outcome),
        None => entry.chance.flatten(),
    };
    let value = value_in(entry);
    let shown = match (style(measure), value) {
        (FigureStyle::Year, _) => payback(all, entry),
        (FigureStyle::Share, Some(chance)) if measure.is_none() => (all.uncertainty().chance)(chance),
        (FigureStyle::Share, Some(share)) => all.notation.percent(share),
        (FigureStyle::Amount, Some(amount)) => all.notation.euro(amount),
        (FigureStyle::Share, None) if measure.is_none() && entry.chance.is_none() => {
            if state.simulation.no_results.is_some() { words.failed } else { words.waiting }.to_owned()
        }
        (FigureStyle::Share | FigureStyle::Amount, None) => words.no_value.to_owned(),
    };
    let difference = match (value, value_in(reference)) {
        (Some(_), Some(_)) if !has_difference(measure, entry, reference) => words.other_prices.to_owned(),
        (Some(value), Some(reference_value)) if !std::ptr::eq(entry, reference) => {
            difference(all, style(measure), value - reference_value)
        }
        (Some(_) | None, Some(_) | None) => String::new(),
    };
    ComparisonCell { value, shown, difference }
}

/// Returns whether the difference between two scenarios says something: amounts in the prices of
/// two years differ by those.
fn has_difference(
    measure: Option<ComparedFigure>,
    entry: &ComparedScenario,
    reference: &ComparedScenario,
) -> bool {
    !matches!(style(measure), FigureStyle::Amount) || entry.inputs.year() == reference.inputs.year()
}

/// Returns the year in which costs are paid back, in words.
fn payback(all: &Text, entry: &ComparedScenario) -> String {
    let year = match entry.outcome.payback_year {
        Payback::Year(year) => Some(year),
        Payback::NotWithinHorizon => None,
    };
    (all.compare().payback)(year, entry.outcome.years.len())
}

/// Returns a difference with its sign; a difference that rounds to zero is
/// written as a word.
fn difference(all: &Text, style: FigureStyle, difference: f64) -> String {
    let words = all.compare();
    let no_difference = || words.no_difference.to_owned();
    match style {
        FigureStyle::Year if difference == 0.0 => no_difference(),
        FigureStyle::Year => (words.payback_difference)(difference),
        FigureStyle::Amount => {
            let shown = all.notation.euro(difference);
            match difference.round() {
                0.0 => no_difference(),
                size if size > 0.0 => shown.replacen('\u{a0}', "\u{a0}+", 1),
                _ => shown,
            }
        }
        FigureStyle::Share => {
            // Percentage points, rounded to one decimal.
            let points = (difference * 1000.0).round() / 10.0;
            let shown = all.notation.number(points, 1);
            if points == 0.0 {
                no_difference()
            } else if points > 0.0 {
                (words.percentage_points)(&format!("+{shown}"))
            } else {
                (words.percentage_points)(&shown)
            }
        }
    }
}

/// Draws the whole table. Where it is too wide, it scrolls in a region of its
/// own, in which the column with the names of the figures stays in view.
pub fn view(ctx: &PageContext, entries: &[ComparedScenario]) -> Html {
    let all = ctx.text();
    let words = all.compare();
    let workspace = &ctx.workspace.current;
    let mut head = vec![element("th", attributes! { "scope" => "col" }, vec![span("", words.figure)])];
    head.extend(entries.iter().enumerate().map(|(index, entry)| {
        let mut name = vec![name_text(entry.label.clone())];
        if index == workspace.reference {
            name.push(text_in("span", "tag", words.reference));
        }
        element("th", attributes! { "scope" => "col", "class" => "number" }, name)
    }));
    let mut rows = Vec::new();
    let measures = listed_figures(entries, None).map(|(_, figure)| Some(figure));
    for measure in measures.chain([None]) {
        let name = measure.map_or(words.chance, |figure| (words.measure)(figure));
        let mut cells = vec![row_name(vec![name_text(name)])];
        cells.extend((0..entries.len()).map(|index| figure_cell(ctx, entries, index, measure)));
        rows.push(row(cells));
    }
    let text_row = |name: &'static str, shown: &dyn Fn(&ComparedScenario) -> String| {
        let mut cells = vec![row_name(vec![name_text(name)])];
        cells.extend(entries.iter().map(|entry| figure_in("td", "number", shown(entry))));
        row(cells)
    };
    rows.push(text_row(words.price_year, &|entry| entry.inputs.year().to_string()));
    rows.push(text_row(words.changes, &|entry| {
        (words.change_count)(entry.changes, (all.preset)(entry.scenario.base).0)
    }));
    let table = classed("table", "", vec![classed("thead", "", vec![row(head)]), classed("tbody", "", rows)]);
    let region = attributes! {
        "class" => "table compare-table",
        "role" => "region",
        "aria-label" => words.figures_table,
        "tabindex" => "0",
    };
    div("", vec![element("div", region, vec![table]), explain::explanation_at(ctx, TABLE)])
}

/// Draws a measure of the scenario at this index, with its difference from
/// the reference scenario below it. Pressing either opens its explanation, if it has one.
fn figure_cell(
    ctx: &PageContext,
    entries: &[ComparedScenario],
    index: usize,
    measure: Option<ComparedFigure>,
) -> Html {
    let reference = ctx.workspace.current.reference;
    let figure = cell(ctx, measure, &entries[index], &entries[reference]);
    let is_explained = has_difference(measure, &entries[index], &entries[reference]);
    let value = figure.value.map(digits::format).unwrap_or_default();
    let data = figure_element("data", figure_attributes! { "value" => value }, figure.shown);
    // The Tab key stops only at the first figure of a table.
    let is_tab_stop = index == 0 && measure == Some(ComparedFigure::ALL[0]);
    let has_explanation = explain::comparison::has_explanation(ctx, index, measure);
    let data = if has_explanation {
        explain::figure_with_explanation(
            ctx,
            TABLE,
            &explain::comparison::name(ctx, index, measure),
            is_tab_stop,
            data,
        )
    } else {
        data
    };
    let difference = if figure.difference.is_empty() {
        Html::default()
    } else if is_explained && has_explanation && explain::comparison::has_explanation(ctx, reference, measure)
    {
        let name = explain::comparison::difference_name(ctx, index, measure);
        explain::figure_with_explanation(ctx, TABLE, &name, false, figure_text(figure.difference))
    } else {
        figure_text(figure.difference)
    };
    classed("td", "number", vec![data, div("small", vec![difference])])
}
