//! The charts of the outcome without uncertainty, as cards.

use crate::answer::rounded_outcome;
use crate::chart::{self, Chart};
use crate::model::Outcome;
use crate::ui::components::element::div;
use crate::ui::context::PageContext;
use crate::ui::features::charts::view::{ChartExtras, figure};
use crate::ui::features::charts::{hotspots, table};
use crate::ui::features::own_lines;
use crate::ui::lazy::SERVICES;
use crate::ui::routes::Route;
use crate::ui::state::State;
use std::borrow::Cow;
use yew::prelude::*;

/// Draws a chart of the state.
pub type DrawChart = fn(&State) -> Chart;

/// The charts of the outcome besides the main one, which shows costs against
/// savings.
pub const OTHER_CHARTS: [DrawChart; 3] = [waterfall, parties, cumulative];

/// Index of the chart of the parties among [`OTHER_CHARTS`].
pub const PARTIES: usize = 1;
/// Index of the chart of the years among [`OTHER_CHARTS`].
pub const YEARS: usize = 2;

/// Draws costs against savings.
pub fn costs_vs_savings(state: &State) -> Chart {
    let own_label = |index| own_lines::view::label(state, index);
    chart::costs_vs_savings(&state.workspace.outcome, state.text(), &own_label)
}

/// Draws the waterfall from the costs, over each saving, to the saldo.
fn waterfall(state: &State) -> Chart {
    let own_label = |index| own_lines::view::label(state, index);
    chart::waterfall(&state.workspace.outcome, state.text(), &own_label)
}

/// Draws costs and savings of each party, and the costs that a dekkingsplan
/// leaves uncovered.
fn parties(state: &State) -> Chart {
    let draw = if !state.workspace.inputs.plan.is_empty() {
        chart::parties::parties_with_plan
    } else {
        chart::parties
    };
    draw(&shown_outcome(state), state.text())
}

/// Returns the outcome with the amounts that the view shows: on 'Uw centrum' those of the parties
/// and the years are rounded as the answer is, on the page and in saved files.
fn shown_outcome(state: &State) -> Cow<'_, Outcome> {
    match state.view.route {
        Route::Centre => Cow::Owned(rounded_outcome(&state.workspace.outcome)),
        Route::Uncertainty
        | Route::Compare
        | Route::Worksheet
        | Route::Sources
        | Route::Share
        | Route::BuildingBlocks
        | Route::Compact => Cow::Borrowed(&state.workspace.outcome),
    }
}

/// Draws the saldo over the years.
fn cumulative(state: &State) -> Chart {
    chart::cumulative(&shown_outcome(state), state.text())
}

/// Returns the card of the main chart.
pub fn main_card(ctx: &PageContext) -> Html {
    card(ctx, &costs_vs_savings(ctx))
}

/// Returns the card of the chart at this index of [`OTHER_CHARTS`].
pub fn other_card(ctx: &PageContext, index: usize) -> Html {
    card(ctx, &OTHER_CHARTS[index](ctx))
}

fn card(ctx: &PageContext, chart: &Chart) -> Html {
    // Hotspots and table are loaded lazily; until then the card has none.
    let explanations = SERVICES.get().filter(|_| !ctx.is_shell());
    let extras = explanations.map(|loaded| (loaded.explanations.chart_extras)(ctx, chart));
    div("card", vec![figure(ctx, chart, extras.unwrap_or_default())])
}

/// Returns the hotspots, the explanation and the table of a chart: its own table, or else that
/// of the chart of an outcome.
pub fn chart_extras(ctx: &PageContext, chart: &Chart) -> ChartExtras {
    if chart.table.is_some() {
        return hotspots::chart_extras(ctx, chart, table::own_table(ctx, chart));
    }
    let own_label = |index| own_lines::view::label(ctx, index);
    let data = chart::table(chart.id, &ctx.workspace.outcome, ctx.text(), &own_label);
    let table = data.map(|data| table::view(ctx, chart.id, &data)).unwrap_or_default();
    hotspots::chart_extras(ctx, chart, table)
}
