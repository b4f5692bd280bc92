//! Figures that open an explanation, and the explanation itself, which stands
//! below the block of the figure.

pub mod break_even;
mod chart_sums;
pub mod comparison;
pub mod effect;
pub mod goal_value;
pub mod national;
pub mod network_totals;
mod network_uncertainty;
mod panel;
pub mod range_bounds;
pub mod sentence;
pub mod simulation_figures;
pub mod state;
mod terms;
pub mod total;
pub mod warning_figures;
pub mod what_if;

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
use crate::ui::lazy::SERVICES;
use crate::ui::lazy::lazy_block::lazy_block;
use crate::ui::state::{SharedState, State};
use yew::prelude::*;

/// The id of the explanation in the document; there is one at the most.
pub const PANEL: &str = "uitleg";

/// Anchors of explanations: the blocks that figures stand in, each with its
/// explanation below it.
pub mod anchor {
    /// The figures that stay in view.
    pub const HEADLINE: &str = "kop";
    /// The figures beside the headline.
    pub const FACTS: &str = "feiten";
    /// The two ledgers.
    pub const LEDGERS: &str = "rekeningen";
    /// The table of years.
    pub const YEARS: &str = "jaren";
    /// The table of when it is enough.
    pub const ENOUGH: &str = "genoeg";
    /// The search for break-even.
    pub const BREAK_EVEN: &str = "omslagpunten";
    /// The table of what the rest must be worth, in natural units.
    pub const NATURAL: &str = "eenheden";
    /// The chances of the simulation.
    pub const CHANCES: &str = "kansen";
    /// The list of all that differs.
    pub const CHANGES: &str = "wijzigingen";
    /// The figures without uncertainty.
    pub const POINTS: &str = "punten";
    /// The list of what moves no saldo.
    pub const APART: &str = "apart";
    /// The sentence below the headline.
    pub const SENTENCE: &str = "kopzin";
}

/// The class of a figure that opens.
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
/// closes an explanation, arrows lead from figure to figure in a table or a
/// picture.
pub fn listen(dispatcher: UseReducerDispatcher<SharedState>) -> Option<EventListener> {
    platform::figure_keys(PANEL, FIGURE, HOTSPOT, move || dispatcher.dispatch(ExplainAction::Close.into()))
}

/// Returns the id of a figure in the document.
pub fn figure_id(anchor: &str, name: &str) -> String {
    format!("cijfer-{anchor}-{}", name.replace('.', "-"))
}

/// Returns the names of the figures in the table of the picture with this id,
/// cell by cell after the name of the row.
pub fn cells(state: &State, id: &str) -> Vec<Vec<Option<String>>> {
    let outcome = &state.workspace.outcome;
    let names = |row: Vec<Option<FigureTarget>>| {
        row.into_iter().map(|opens| Some(opens?.name(outcome))).collect::<Vec<_>>()
    };
    let mut rows: Vec<_> = aggregates::cells(id, outcome).into_iter().map(names).collect();
    rows.extend(simulation_figures::chart_cells(state, id));
    rows.extend(comparison::chart_cells(state, id));
    if id == network::ID {
        rows.extend(network_totals::chart_cells(state));
    }
    rows
}

/// Returns a figure that opens its explanation. In a table only the first can
/// be reached with the Tab key; arrows lead to the others.
pub fn figure(ctx: &PageContext, anchor: &'static str, name: &str, by_tab: bool, content: Html) -> Html {
    if ctx.is_shell() {
        return content;
    }
    let opens = span("hidden", ctx.text().page.explanation_hint);
    figure_button(ctx, FIGURE, anchor, name, by_tab, vec![content, opens])
}

/// Returns the button that a figure is: its class, the block that it stands in,
/// what it opens, and whether the Tab key stops at it.
fn figure_button(
    ctx: &PageContext,
    class: &'static str,
    anchor: &str,
    name: &str,
    by_tab: bool,
    content: Vec<Html>,
) -> Html {
    let open = is_open(ctx, anchor, name);
    let attributes = attributes! {
        "type" => "button",
        "class" => class,
        "id" => figure_id(anchor, name),
        "data-figure" => name.to_owned(),
        "aria-expanded" => if open { "true" } else { "false" },
        "aria-controls" => open.then_some(AttrValue::Static(PANEL)),
        "tabindex" => (!by_tab).then_some(AttrValue::Static("-1")),
    };
    let open = ExplainAction::Open(anchor.to_owned(), name.to_owned());
    with_listeners("button", attributes, [ctx.on_press(open)], content)
}

/// Returns whether this figure of this block opened the explanation.
pub fn is_open(state: &State, anchor: &str, name: &str) -> bool {
    let opened = |explained: &Explained| explained.anchor == anchor && explained.breadcrumbs[0] == name;
    state.view.explained.as_ref().is_some_and(opened)
}

/// Returns the explanation that stands under this block, if one is open there.
pub fn under(ctx: &PageContext, anchor: &str) -> Html {
    match &ctx.view.explained {
        Some(explained) if explained.anchor == anchor => {
            lazy_block(&SERVICES, ctx.text().page, |loaded| (loaded.explanations.panel)(ctx))
        }
        Some(_) | None => Html::default(),
    }
}

/// Returns the explanation only where this figure opened it: of many blocks
/// with one anchor, it stands under the one with the figure.
pub fn under_figure(ctx: &PageContext, anchor: &str, name: &str) -> Html {
    if is_open(ctx, anchor, name) { under(ctx, anchor) } else { Html::default() }
}
