//! Charts of the outcome.

use crate::chart::{self, Chart};
use crate::ui::components::element::div;
use crate::ui::context::PageContext;
use crate::ui::features::charts::view::{Openable, figure};
use crate::ui::features::charts::{hotspots, table};
use crate::ui::features::own_lines;
use crate::ui::lazy::SERVICES;
use crate::ui::state::State;
use yew::prelude::*;

/// Draws a chart of the state.
pub type DrawChart = fn(&State) -> Chart;

/// The charts of the outcome besides the main one, which shows costs against
/// savings.
pub const OTHER_CHARTS: [DrawChart; 3] = [waterfall, parties, cumulative];

/// Draws costs against savings.
pub fn costs_vs_savings(state: &State) -> Chart {
    chart::costs_vs_savings(&state.workspace.outcome, state.text(), &|place| {
        own_lines::view::label(state, place)
    })
}

/// Draws the way from costs to saldo.
fn waterfall(state: &State) -> Chart {
    chart::waterfall(&state.workspace.outcome, state.text(), &|place| own_lines::view::label(state, place))
}

/// Draws who pays and who saves, with what a plan leaves uncovered.
fn parties(state: &State) -> Chart {
    let draw = if !state.workspace.inputs.plan.is_empty() {
        chart::parties::parties_with_plan
    } else {
        chart::parties
    };
    draw(&state.workspace.outcome, state.text())
}

/// Draws the saldo over the years.
fn cumulative(state: &State) -> Chart {
    chart::cumulative(&state.workspace.outcome, state.text())
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
    // The explanations of a chart's parts are loaded lazily.
    let explanations = SERVICES.get().filter(|_| !ctx.is_shell());
    let openable = explanations.map(|loaded| (loaded.explanations.openable)(ctx, chart)).unwrap_or_default();
    div("card", vec![figure(ctx, chart, openable)])
}

/// Returns what opens at a chart of the outcome.
pub fn openable(ctx: &PageContext, chart: &Chart) -> Openable {
    let own = |place| own_lines::view::label(ctx, place);
    let data = chart::table(chart.id, &ctx.workspace.outcome, ctx.text(), &own);
    let table = data.map(|data| table::view(ctx, chart.id, &data)).unwrap_or_default();
    hotspots::openable(ctx, chart, table)
}
