//! The charts of the outcome without uncertainty, as cards.

use crate::answer::rounded_outcome;
use crate::chart::{self, Chart};
use crate::model::Outcome;
use crate::ui::blocks::deferred_block;
use crate::ui::components::element::div;
use crate::ui::context::PageContext;
use crate::ui::features::charts::table::{own_table, table_view};
use crate::ui::features::charts::view::{Hotspots, figure};
use crate::ui::features::own_lines;
use crate::ui::lazy::{Explanations, SERVICES};
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
    if state.view.shows_rounded_amounts() {
        Cow::Owned(rounded_outcome(&state.workspace.outcome))
    } else {
        Cow::Borrowed(&state.workspace.outcome)
    }
}

/// Draws the saldo over the years.
fn cumulative(state: &State) -> Chart {
    chart::cumulative(&shown_outcome(state), state.text())
}

/// Returns the card of the main chart. It follows what is typed in the same frame; its table,
/// which is in a closed group, shortly after.
pub fn main_card(ctx: &PageContext) -> Html {
    let table = deferred_block(ctx, 0, |ctx, _| loaded_table(ctx, &costs_vs_savings(ctx)));
    card(ctx, &costs_vs_savings(ctx), table)
}

/// Returns the card of the chart at this index of [`OTHER_CHARTS`].
pub fn other_card(ctx: &PageContext, index: usize) -> Html {
    let chart = OTHER_CHARTS[index](ctx);
    card(ctx, &chart, loaded_table(ctx, &chart))
}

fn card(ctx: &PageContext, chart: &Chart, table: Html) -> Html {
    div("card", vec![figure(ctx, chart, loaded_hotspots(ctx, chart), table)])
}

/// Returns the hotspots of a chart, whose code is loaded lazily; none until then.
pub fn loaded_hotspots(ctx: &PageContext, chart: &Chart) -> Hotspots {
    explanations(ctx).map(|loaded| (loaded.hotspots)(ctx, chart)).unwrap_or_default()
}

/// Returns the table of a chart, whose code is loaded lazily; empty until then.
pub fn loaded_table(ctx: &PageContext, chart: &Chart) -> Html {
    explanations(ctx).map(|loaded| (loaded.chart_table)(ctx, chart)).unwrap_or_default()
}

fn explanations(ctx: &PageContext) -> Option<&'static Explanations> {
    SERVICES.get().filter(|_| !ctx.is_shell()).map(|services| &services.explanations)
}

/// Returns the data of a chart as a table: its own, or else that of the chart of an outcome.
pub fn table(ctx: &PageContext, chart: &Chart) -> Html {
    if chart.table.is_some() {
        return own_table(ctx, chart);
    }
    let own_label = |index| own_lines::view::label(ctx, index);
    let data = chart::table(chart.id, &ctx.workspace.outcome, ctx.text(), &own_label);
    data.map(|data| table_view(ctx, chart.id, &data)).unwrap_or_default()
}
