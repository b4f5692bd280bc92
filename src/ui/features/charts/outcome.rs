//! Charts of the outcome.

use crate::chart::{self, Chart};
use crate::ui::components::element::div;
use crate::ui::context::PageContext;
use crate::ui::features::charts::view::{Openable, figure};
use crate::ui::features::charts::{hotspots, table};
use crate::ui::features::own_lines;
use crate::ui::state::State;
use yew::prelude::*;

/// Draws a chart of the state.
pub type DrawChart = fn(&State) -> Chart;

/// The charts of the outcome: the main one first.
pub const CHARTS: [DrawChart; 4] = [costs_vs_savings, waterfall, parties, cumulative];

/// Draws costs against savings.
fn costs_vs_savings(state: &State) -> Chart {
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

/// Returns the card of the chart at this index of [`CHARTS`].
pub fn card(ctx: &PageContext, index: usize) -> Html {
    let chart = CHARTS[index](ctx);
    let openable = if ctx.is_shell() { Openable::default() } else { openable(ctx, &chart) };
    div("card", vec![figure(ctx, &chart, openable)])
}

/// Returns what opens at a chart of the outcome.
fn openable(ctx: &PageContext, chart: &Chart) -> Openable {
    let own = |place| own_lines::view::label(ctx, place);
    let data = chart::table(chart.id, &ctx.workspace.outcome, ctx.text(), &own);
    let table = data.map(|data| table::view(ctx, chart.id, &data)).unwrap_or_default();
    hotspots::openable(ctx, chart, table)
}
