//! Figures that open an explanation when they are pressed, and the explanation
//! itself, which is shown below the block that the figure is in.
//!
//! # Design
//! Every figure that can be explained has a name. A figure of the outcome is named
//! by its path: `total.net`. Other names begin with a kind, and a subject follows:
//! `omslag.bezoekers` is the break-even of the visitors. Each kind has a module
//! here that reads the subject and explains the figure; `panel` chooses the module.
//! State and links between explanations hold names only.
//!
//! An *anchor* is the id of a block of figures that share one place for their
//! explanation.

pub mod break_even;
mod chart_sums;
pub mod comparison;
mod contribution;
pub mod effect;
pub mod goal_value;
pub mod national;
mod network_ratios;
pub mod network_totals;
mod network_uncertainty;
pub mod other_cases;
mod panel;
pub mod range_bounds;
mod rounded;
pub mod sentence;
pub mod simulation_figures;
pub mod state;
mod terms;
#[cfg(test)]
mod tests;
pub mod total;
pub mod warning_figures;

use crate::chart::aggregates;
use crate::chart::aggregates::FigureTarget;
use crate::chart::network;
use crate::platform;
use crate::platform::EventListener;
use crate::ui::components::element::{attributes, span, with_listeners};
use crate::ui::context::PageContext;
use crate::ui::features::charts::hotspots::HOTSPOT;
pub use crate::ui::features::explain::panel::{ExplanationView, explain_figure, panel};
use crate::ui::features::explain::state::{ExplainAction, Explained};
pub use crate::ui::features::explain::terms::TermView;
use crate::ui::lazy::SERVICES;
use crate::ui::lazy::lazy_block::lazy_block;
use crate::ui::state::{SharedState, State};
use yew::prelude::*;

/// The id of the explanation in the document; at most one is open.
pub const PANEL: &str = "uitleg";

/// Anchors of blocks of figures that have their explanation below them.
pub mod anchor {
    /// The four headline figures that stay in view.
    pub const HEADLINE: &str = "kop";
    /// The further figures below the headline's sentence.
    pub const FACTS: &str = "feiten";
    /// The ledgers of the parties and of society.
    pub const LEDGERS: &str = "rekeningen";
    /// The table of years.
    pub const YEARS: &str = "jaren";
    /// The table of the quantity at which each line covers the costs.
    pub const ENOUGH: &str = "genoeg";
    /// The break-even of one input.
    pub const BREAK_EVEN: &str = "omslagpunten";
    /// The table of lines that are not counted and save money, in natural units.
    pub const NATURAL: &str = "eenheden";
    /// The table of lines that are not counted and are worth something to society.
    pub const NATURAL_FOR_SOCIETY: &str = "eenheden-samenleving";
    /// The chances of the simulation.
    pub const CHANCES: &str = "kansen";
    /// The list of changes from the preset.
    pub const CHANGES: &str = "wijzigingen";
    /// The simulated figures without uncertainty.
    pub const POINTS: &str = "punten";
    /// The sensitivity of the net present value and of the gemeente's saldo.
    pub const OTHER_SENSITIVITIES: &str = "apart";
    /// The headline's sentence.
    pub const SENTENCE: &str = "kopzin";
}

/// The class of a figure that opens its explanation.
const FIGURE: &str = "figure-button";

/// Moves the focus into an explanation that opens or changes, and back to its
/// figure when it closes.
pub fn move_focus(before: Option<&Explained>, now: Option<&Explained>) {
    match (before, now) {
        (Some(before), None) => platform::focus(&figure_id(&before.anchor, &before.breadcrumbs[0])),
        (before, Some(_)) if before != now => platform::focus(PANEL),
        (None | Some(_), _) => {}
    }
}

/// Listens to the keys of figures for as long as the listener exists: Escape
/// closes an explanation, arrow keys move from figure to figure in a table or a
/// chart.
pub fn listen(dispatcher: UseReducerDispatcher<SharedState>) -> Option<EventListener> {
    platform::figure_keys(PANEL, FIGURE, HOTSPOT, move || dispatcher.dispatch(ExplainAction::Close.into()))
}

/// Returns the id in the document of the figure with this name.
pub fn figure_id(anchor: &str, name: &str) -> String {
    format!("cijfer-{anchor}-{}", name.replace('.', "-"))
}

/// Returns the names of the figures in the table of the chart with this id, row
/// by row. A row leaves out the first column, which holds its name; a cell is
/// `None` where it has no explanation.
pub fn chart_cells(state: &State, id: &str) -> Vec<Vec<Option<String>>> {
    let outcome = &state.workspace.outcome;
    let names = |row: Vec<Option<FigureTarget>>| {
        row.into_iter().map(|target| Some(target?.name(outcome))).collect::<Vec<_>>()
    };
    let mut rows: Vec<_> = aggregates::cells(id, outcome).into_iter().map(names).collect();
    rows.extend(simulation_figures::chart_cells(state, id));
    rows.extend(comparison::chart_cells(state, id));
    if id == network::ID {
        rows.extend(network_totals::chart_cells(state));
    }
    rows
}

/// Returns a button with the figure as its content, which opens the explanation
/// of the figure with this name at this anchor. The Tab key stops at it only
/// where `is_tab_stop` is set: in a table that is the first figure, from which
/// arrow keys lead to the others.
pub fn figure_with_explanation(
    ctx: &PageContext,
    anchor: &'static str,
    name: &str,
    is_tab_stop: bool,
    content: Html,
) -> Html {
    if ctx.is_shell() {
        return content;
    }
    let hint = span("hidden", ctx.text().page.explanation_hint);
    figure_button(ctx, FIGURE, anchor, name, is_tab_stop, vec![content, hint])
}

/// Returns the button of [`figure_with_explanation`] with a class and content of
/// the caller's choice.
fn figure_button(
    ctx: &PageContext,
    class: &'static str,
    anchor: &str,
    name: &str,
    is_tab_stop: bool,
    content: Vec<Html>,
) -> Html {
    let open = is_open(ctx, anchor, name);
    let attributes = attributes! {
        "type" => "button",
        "class" => class,
        "id" => figure_id(anchor, name),
        "data-figure" => name.to_owned(),
        "aria-expanded" => if open { "true" } else { "false" },
        // Until the explanation is loaded, its element is not in the document.
        "aria-controls" => (open && SERVICES.get().is_some()).then_some(AttrValue::Static(PANEL)),
        "tabindex" => (!is_tab_stop).then_some(AttrValue::Static("-1")),
    };
    let open = ExplainAction::Open(anchor.to_owned(), name.to_owned());
    with_listeners("button", attributes, [ctx.on_press(open)], content)
}

/// Returns whether the figure with this name opened the explanation at this
/// anchor.
pub fn is_open(state: &State, anchor: &str, name: &str) -> bool {
    let opened = |explained: &Explained| explained.anchor == anchor && explained.breadcrumbs[0] == name;
    state.view.explained.as_ref().is_some_and(opened)
}

/// Returns the explanation at this anchor; empty where none is open there.
pub fn explanation_at(ctx: &PageContext, anchor: &str) -> Html {
    match &ctx.view.explained {
        Some(explained) if explained.anchor == anchor => {
            lazy_block(&SERVICES, ctx.text().page, |loaded| (loaded.explanations.panel)(ctx))
        }
        Some(_) | None => Html::default(),
    }
}

/// Returns the explanation at this anchor if the figure with this name opened it;
/// otherwise empty. For anchors that many blocks share, where only the block with
/// the figure shows the explanation.
pub fn explanation_at_figure(ctx: &PageContext, anchor: &str, name: &str) -> Html {
    if is_open(ctx, anchor, name) { explanation_at(ctx, anchor) } else { Html::default() }
}
