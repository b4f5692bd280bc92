//! Figures that can be opened. What opens below the block that they stand in
//! comes later, from [`panel`].
pub mod state;

pub mod break_even;
pub mod chart_hotspots;
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
mod terms;
pub mod total;
pub mod warning_figures;
pub mod what_if;

use crate::chart::aggregates;
use crate::chart::aggregates::FigureTarget;
use crate::chart::network;
use crate::platform;
use crate::ui::components::element::{element, span};
pub use crate::ui::features::explain::panel::{panel, told};
use crate::ui::features::explain::state::{Explained, Explaining};
use crate::ui::lazy;
use crate::ui::state::{Action, State};
use yew::prelude::*;

/// The id of the explanation in the document; there is one at the most.
const PANEL: &str = "uitleg";

/// The blocks that figures stand in, each with its explanation below it.
pub mod place {
    /// The figures that stay in view.
    pub const HEADLINE: &str = "kop";
    /// The figures beside the headline.
    pub const FACTS: &str = "feiten";
    /// The two ledgers.
    pub const LEDGERS: &str = "rekeningen";
    /// The years.
    pub const YEARS: &str = "jaren";
    /// When it is enough.
    pub const ENOUGH: &str = "genoeg";
    /// The search for break-even.
    pub const TURNING: &str = "omslagpunten";
    /// What the rest must be worth, in natural units.
    pub const NATURAL: &str = "eenheden";
    /// The chances.
    pub const CHANCES: &str = "kansen";
    /// All that differs.
    pub const CHANGES: &str = "wijzigingen";
    /// The figures without uncertainty.
    pub const POINTS: &str = "punten";
    /// What moves no saldo.
    pub const APART: &str = "apart";
    /// The headline's sentence.
    pub const SENTENCE: &str = "kopzin";
}

/// The focus goes where the state says, into an explanation that opens, and
/// back to its figure when it closes: right after all of that is drawn, so that
/// no key comes in between.
#[hook]
pub fn use_focus(state: &UseReducerHandle<State>) {
    let before = use_mut_ref(|| (None::<Explained>, 0));
    use_effect_with((state.explained.clone(), state.aim.clone()), move |(now, aim)| {
        let (before, aims) = before.replace((now.clone(), aim.count));
        if aims != aim.count {
            if aim.open { platform::reveal(&aim.id, true) } else { platform::focus(&aim.id) }
        }
        match (before, now) {
            (before, Some(_)) if before != *now => platform::focus(PANEL),
            (Some(before), None) => platform::focus(&figure_id(&before.place, &before.trail[0])),
            _ => {}
        }
    });
}

/// Escape closes an explanation, arrows go from figure to figure in a table or
/// a picture, and a part of a picture is pressed as a button is, as long as
/// the page is there.
pub fn listen(page: UseReducerDispatcher<State>) {
    let key = move |pressed: Option<String>| {
        let what = match &pressed {
            None => Explaining::Close,
            Some(command) => match command.splitn(3, ' ').collect::<Vec<_>>()[..] {
                [_, place, figure] => Explaining::Open(place.to_owned(), figure.to_owned()),
                _ => return,
            },
        };
        page.dispatch(Action::Explain(what));
    };
    if let Some(listener) = platform::figure_keys(PANEL, FIGURE, chart_hotspots::PART, key) {
        listener.forget();
    }
}

/// The class of a figure that can be opened.
const FIGURE: &str = "figure-button";

fn figure_id(place: &str, name: &str) -> String {
    format!("cijfer-{place}-{}", name.replace('.', "-"))
}

/// The names of the figures in the table of this picture, cell by cell after
/// the name of the row.
pub fn cells(state: &State, id: &str) -> Vec<Vec<Option<String>>> {
    let named = |row: Vec<Option<FigureTarget>>| {
        row.into_iter().map(|opens| Some(opens?.name(&state.outcome))).collect::<Vec<_>>()
    };
    let mut rows: Vec<_> = aggregates::cells(id, &state.outcome).into_iter().map(named).collect();
    rows.extend(simulation_figures::charted(state, id));
    rows.extend(comparison::charted(state, id));
    if id == network::ID {
        rows.extend(network_totals::charted(state));
    }
    rows
}

/// A figure that opens its explanation. In a table only the first can be
/// reached with the Tab key; arrows lead to the others.
pub fn figure(state: &State, place: &'static str, name: &str, by_tab: bool, content: Html) -> Html {
    if state.is_shell() {
        return content;
    }
    let opens = span("hidden", state.text().page.opens);
    opener(state, FIGURE, place, name, by_tab, vec![content, opens])
}

/// The button that a figure is: its class, the block that it stands in, what
/// it opens, and whether the Tab key stops at it.
fn opener(
    state: &State,
    class: &'static str,
    place: &str,
    name: &str,
    by_tab: bool,
    content: Vec<Html>,
) -> Html {
    let open = is_open(state, place, name);
    let values = vec![
        Some("button".into()),
        Some(class.into()),
        Some(figure_id(place, name).into()),
        Some(format!("explain {place} {name}").into()),
        Some(if open { "true" } else { "false" }.into()),
        open.then_some(PANEL.into()),
        (!by_tab).then_some("-1".into()),
    ];
    let keys = &["type", "class", "id", "data-do", "aria-expanded", "aria-controls", "tabindex"];
    element("button", keys, values, content)
}

/// Whether a figure of this block opened what is shown.
fn is_open(state: &State, place: &str, name: &str) -> bool {
    let opened = |explained: &Explained| explained.place == place && explained.trail[0] == name;
    state.explained.as_ref().is_some_and(opened)
}

/// The explanation that stands under this block, if one is open there.
pub fn under(state: &State, place: &str) -> Html {
    match &state.explained {
        Some(explained) if explained.place == place => lazy::explanation(state),
        _ => Html::default(),
    }
}

/// The same only where this figure opened it: of many blocks with one place, it
/// stands under the one with the figure.
pub fn under_figure(state: &State, place: &str, name: &str) -> Html {
    if is_open(state, place, name) { under(state, place) } else { Html::default() }
}
