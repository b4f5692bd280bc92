//! What the page does without at first: a second wasm file that comes when it
//! is needed, or when there is nothing else to do.
//!
//! The functions listed below, and what only they use, are cut out of the
//! page's program when the site is built (`xtask/src/split.rs`). `start.js`
//! brings them, and [`arrived`] says so. Natively everything is always there.

mod loader;

use crate::chart::Chart;
use crate::evidence::user_sources::UserSources;
use crate::model::{EuroPer, InputId, LineField, Preset};
use crate::platform;
use crate::platform::FileField;
use crate::scenario::Scenario;
use crate::scenario::link;
use crate::ui::commands::Changed;
use crate::ui::components::deferred_block::block;
use crate::ui::components::element::{button, div, element, heading, p, text};
use crate::ui::features::explain::total::Total;
use crate::ui::features::scenarios::state::Manage;
use crate::ui::features::{
    building_blocks, centre, certainty, changes, compare, financing, own_lines, scenarios, share, sources,
    storage,
};
pub use crate::ui::lazy::loader::{arrived, follow, is_here, then};
use crate::ui::state::{Action, Notice, State, View};
use crate::ui::{commands, notice, simulation_client};
use std::cell::RefCell;
use yew::prelude::*;

/// Makes functions of which only the call stays in the page's program.
///
/// A function gets a number of 32 digits, its name for the tool that cuts.
/// It may only be called when [`is_here`].
macro_rules! later {
    ($($(#[$doc:meta])* $number:literal $vis:vis $name:ident($($arg:ident: $type:ty),*) $(-> $out:ty)? = $body:path;)*) => {$(
        $(#[$doc])*
        $vis fn $name($($arg: $type),*) $(-> $out)? {
            #[cfg(target_arch = "wasm32")]
            {
                #[link(wasm_import_module = "__wasm_split_placeholder__")]
                unsafe extern "C" {
                    #[allow(improper_ctypes, reason = "both ends are this very function")]
                    #[link_name = concat!("__wasm_split_00later00_import_", $number)]
                    safe fn call($($arg: $type),*) $(-> $out)?;
                }
                #[allow(improper_ctypes_definitions, reason = "both ends are this very function")]
                #[unsafe(export_name = concat!("__wasm_split_00later00_export_", $number))]
                extern "C" fn body($($arg: $type),*) $(-> $out)? {
                    $body($($arg),*)
                }
                call($($arg),*)
            }
            #[cfg(not(target_arch = "wasm32"))]
            $body($($arg),*)
        }
    )*};
}

later! {
    /// A view of the menu that is not the first.
    "00000000000000000000000000000001"
    other_view(state: &State) -> Html = shown;
    /// The state to begin with.
    "00000000000000000000000000000002"
    begin(fragment: &str) -> State = storage::persistence::begin;
    /// Another address with a scenario.
    "000000000000000000000000000000c2"
    follow_link(page: &UseReducerDispatcher<State>, fragment: &str) = link_or_back;
    /// Takes in what comes from outside the page.
    "00000000000000000000000000000004"
    listen(page: UseReducerDispatcher<State>) = listen_to_all;
    /// Asks for a simulation.
    "00000000000000000000000000000005"
    pub simulate(state: &State) = simulation_client::ask;
    /// Does what an action says that the first view does without.
    "00000000000000000000000000000006"
    change(state: &mut State, action: Action) = State::act_rest;
    /// What was done to a field that the first view does not know.
    "00000000000000000000000000000003"
    read_change(state: &State, what: Changed<'_>) -> Option<Action> = commands::changed;
    /// How sure a figure of an own line is.
    "00000000000000000000000000000011"
    sureness(state: &State, place: usize, part: LineField) -> &'static str = own_lines::view::status;
    /// Does what a button asks for.
    "00000000000000000000000000000007"
    pub obey(state: &UseReducerHandle<State>, command: &str) = commands::obey;
    /// Opens a file.
    "00000000000000000000000000000008"
    pub open_file(field: FileField, page: UseReducerDispatcher<State>) = commands::open_file;
    /// What a link or a file turned out to be.
    "0000000000000000000000000000000c"
    pub brought(state: &State) -> Html = notice::brought;
    /// What follows from the inputs, below the main picture.
    "0000000000000000000000000000000d"
    all_results(state: &State) -> Html = centre::results::view;
    /// Which figures are the user's own, read from what is kept with the scenario.
    "00000000000000000000000000000013"
    read_marks(scenario: &Scenario) -> UserSources = Scenario::user_sources;
    /// The explanation of a field.
    "0000000000000000000000000000000e"
    explain(state: &State, id: InputId) -> Html = sources::view::of_field;
    /// The explanation of a figure.
    "00000000000000000000000000000010"
    explained(state: &State) -> Html = crate::ui::features::explain::panel;
    /// The headline's sentence, with figures that open.
    "00000000000000000000000000000018"
    say(state: &State) -> Vec<Html> = crate::ui::features::explain::sentence::headline;
    /// What the rest is worth, below its field.
    "0000000000000000000000000000001a"
    weigh(state: &State) -> Html = crate::ui::features::worksheet::break_even::weighed;
    /// What a change does to the saldo, at its field.
    "00000000000000000000000000000019"
    tell_effect(state: &State, id: InputId) -> Html = crate::ui::features::explain::effect::view;
    /// Numbers of people that did not fit may fit now.
    "00000000000000000000000000000012"
    refit(state: &mut State) = refit_people;
    /// Fetches the file of sources.
    "0000000000000000000000000000000f"
    pub fetch_sources(page: UseReducerDispatcher<State>) = sources::view::fetch;
    /// The strip of scenarios.
    "000000000000000000000000000000c1"
    strip(state: &State) -> Html = scenarios::view::view;
    /// What stands before the address on paper, of one scenario of several.
    "000000000000000000000000000000c4"
    name_printed(state: &State) -> String = scenarios::view::printed_from;
    /// Keeps the scenarios in the browser.
    "000000000000000000000000000000c3"
    write(state: &UseReducerHandle<State>) = storage::persistence::keep;
    /// The user's own lines.
    "00000000000000000000000000000009"
    edit_own(state: &State) -> Html = own_lines;
    /// The dekkingsplan among the inputs.
    "00000000000000000000000000000016"
    edit_plan(state: &State) -> Html = financing::editor::editor;
    /// What a plan leaves uncovered.
    "00000000000000000000000000000017"
    warn(state: &State) -> Html = financing::results::warning;
    /// What opens at a picture.
    "0000000000000000000000000000000a"
    picture_more(state: &State, chart: &Chart) -> [Html; 3] = centre::results::more;
    /// What a group of inputs or a line comes to, to open.
    "00000000000000000000000000000014"
    sum(state: &State, total: Total) -> Html = crate::ui::features::explain::total::view;
    /// The list of what differs from the preset.
    "0000000000000000000000000000000b"
    list_changes(state: &State, jumps: bool) -> Html = changes::view::body;
}

fn listen_to_all(page: UseReducerDispatcher<State>) {
    crate::ui::features::explain::listen(page.clone());
    storage::persistence::listen(page.clone());
    simulation_client::listen(page);
}

fn refit_people(state: &mut State) {
    state.retry_people(None);
}

fn shown(state: &State) -> Html {
    match state.view {
        View::Bouwstenen => building_blocks::view::view(state),
        View::Bronnen => sources::view::view(state),
        View::Delen => share::view::view(state),
        View::Vergelijken => compare::view::view(state),
        _ => certainty::view::view(state),
    }
}

thread_local! {
    static SHELL: RefCell<Option<platform::Part>> = const { RefCell::new(None) };
}

/// A view other than the first one; until it has come, that it is coming.
pub fn view(state: &State) -> Html {
    let page = state.text().page;
    if is_here() {
        other_view(state)
    } else if matches!(state.notice, Some(Notice::Missing)) {
        div("buttons", vec![button("button", "retry", page.start_again)])
    } else {
        p("waiting", page.waiting)
    }
}

fn own_lines(state: &State) -> Html {
    div("own", own_lines::view::lines(state))
}

/// The user's own lines, to change.
pub fn own_group(state: &State) -> Html {
    if is_here() { edit_own(state) } else { p("waiting", state.text().page.waiting) }
}

/// Does what an action says that the first view does without.
pub fn act(state: &mut State, action: Action) {
    if is_here() {
        change(state, action);
    }
}

/// The explanation of the figure that was opened last.
pub fn explanation(state: &State) -> Html {
    if is_here() { explained(state) } else { Html::default() }
}

/// The headline's sentence; its figures open once this has come.
pub fn sentence(state: &State) -> Vec<Html> {
    if is_here() && !state.is_shell() {
        say(state)
    } else {
        vec![text(state.text().headline(&state.outcome, state.firm.grade))]
    }
}

/// What the rest is worth, below its field; the figures open once this has come.
pub fn weighed(state: &State, drempel: EuroPer) -> Html {
    if is_here() && !state.is_shell() {
        weigh(state)
    } else {
        p("small", (state.text().sentences.drempel)(drempel, &state.outcome))
    }
}

/// What a change does to the saldo, at its field; what it does opens once this
/// has come.
pub fn effect(state: &State, id: InputId) -> Html {
    if is_here() && !state.is_shell() {
        tell_effect(state, id)
    } else {
        p("effect", centre::field::effect(state, id))
    }
}

/// Numbers of people that did not fit may fit now.
pub fn retry_people(state: &mut State) {
    if is_here() {
        refit(state);
    }
}

/// The action of what was done to a field that the first view does not know.
pub fn changed(state: &State, what: Changed<'_>) -> Option<Action> {
    if is_here() { read_change(state, what) } else { None }
}

/// How sure a figure of an own line is, in a word.
pub fn own_status(state: &State, place: usize, part: LineField) -> &'static str {
    if is_here() { sureness(state, place, part) } else { "" }
}

/// Which figures are the user's own. A scenario keeps something with it only
/// once this has come.
pub fn marks(scenario: &Scenario) -> UserSources {
    if is_here() && scenario.meta.is_some() { read_marks(scenario) } else { UserSources::new() }
}

/// What follows from the inputs, below the main picture. Until this has come,
/// those of the shell stay where they are, as long as the figures are theirs.
pub fn results(state: &State) -> Html {
    if is_here() {
        return all_results(state);
    }
    let shell = SHELL.with_borrow(Clone::clone).filter(|_| state.changed == 0);
    shell.map_or_else(|| awaited(state), Html::VRef)
}

/// In the place of results that are not there yet: never those of other figures.
fn awaited(state: &State) -> Html {
    let page = state.text().page;
    let content = vec![
        heading("h2", "uitkomst-titel", page.results),
        p("waiting", page.waiting),
        div("buttons", vec![button("button", "load-rest", page.start_again)]),
    ];
    let values = ["results", RESULTS, "uitkomst-titel", "-1"].map(|value| Some(value.into()));
    element("section", &["class", "id", "aria-labelledby", "tabindex"], values.into(), content)
}

/// The id of the results below the main picture.
pub const RESULTS: &str = "uitkomst";

/// Keeps the results of the shell, which the page would otherwise clear away.
pub fn keep_shell() {
    SHELL.set(platform::part(RESULTS));
}

/// The explanation of a field, once it is opened; in the shell, which no
/// program opens, at once.
pub fn why(state: &State, id: InputId, shell: bool) -> Html {
    if is_here() && (shell || state.sourced.opened.contains(&id)) {
        explain(state, id)
    } else {
        Html::default()
    }
}

/// The dekkingsplan, to change.
pub fn plan(state: &State) -> Html {
    if is_here() { edit_plan(state) } else { Html::default() }
}

/// What a plan leaves uncovered; there is no plan before this has come.
pub fn plan_warning(state: &State) -> Html {
    if state.outcome.financing.is_some() { warn(state) } else { Html::default() }
}

/// What opens at a picture: its parts, what they opened, its data as a table.
pub fn chart_more(state: &State, chart: &Chart) -> [Html; 3] {
    if is_here() { picture_more(state, chart) } else { Default::default() }
}

/// What stands before the address on paper. There is more than one scenario
/// only once this has come.
pub fn printed_from(state: &State) -> AttrValue {
    if is_here() && state.workspace.scenarios.len() > 1 {
        name_printed(state).into()
    } else {
        state.text().page.printed_from.into()
    }
}

/// What a group of inputs or a line comes to, to open.
pub fn total(state: &State, total: Total) -> Html {
    if is_here() { sum(state, total) } else { Html::default() }
}

/// The list of what differs from the preset; one sentence where nothing does.
pub fn changes(state: &State, jumps: bool) -> Html {
    let nothing = state.changes() == 0 && state.scenario().base == Preset::Brochure;
    if nothing {
        p("", (state.text().sentences.changed)(0))
    } else if is_here() {
        list_changes(state, jumps)
    } else {
        p("waiting", state.text().page.waiting)
    }
}

/// The state to begin with. `start.js` starts the page of an address with a
/// scenario, and that of a browser that keeps some, only when this has come.
pub fn first_state() -> State {
    let fragment = platform::fragment();
    if is_here() { begin(&fragment) } else { State::at(&link::read_view(&fragment)) }
}

/// Keeps the scenarios in the browser.
pub fn keep(state: &UseReducerHandle<State>) {
    if is_here() {
        write(state);
    }
}

/// The strip of scenarios. A figure that is typed does not wait for it.
pub fn scenarios(state: &State) -> Html {
    if is_here() { block(state, false, 0, |state, _| strip(state)) } else { Html::default() }
}

/// The address changed: a scenario in it is read once this has come.
pub fn go(page: &UseReducerDispatcher<State>) {
    let fragment = platform::fragment();
    let page = page.clone();
    if link::carries_scenario(&fragment) {
        then(move || follow_link(&page, &fragment));
    } else {
        page.dispatch(Action::Go(View::from_id(&link::read_view(&fragment).view)));
    }
}

/// A link was opened; or someone went back to another view, which takes no
/// figures back.
fn link_or_back(page: &UseReducerDispatcher<State>, fragment: &str) {
    page.dispatch(if platform::is_own_address() {
        Action::Go(View::from_id(&link::read_view(fragment).view))
    } else {
        Action::Scenarios(Manage::Link(fragment.to_owned()))
    });
}
