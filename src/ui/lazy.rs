//! Lazy features: code that is not in the page's first wasm file. It is loaded when
//! it is first shown, or when the browser has nothing else to do.
//!
//! # Design
//! A feature has one boundary: the function under `#[wasm_split]` that returns a
//! struct of function pointers. Code that is reached only through these pointers is
//! moved to another file by the build (`xtask/src/split.rs`). Outside this file
//! only what docs/decisions/0018 lists is written with it in mind: the texts of a
//! feature in `src/text.rs`; in the state, actions that are passed on, the user's own
//! figures, and that loading failed. Features with one split name share a file. All
//! features have the same name, since with several names the build also makes a file
//! for each combination of them that shares code.

pub mod lazy_block;
pub mod loader;

use crate::chart::Chart;
use crate::evidence::user_sources::UserSources;
use crate::model::{InputId, Shape};
use crate::platform::{self, EventListener};
use crate::scenario::Scenario;
use crate::scenario::changes::Change;
use crate::scenario::link::{self, LinkTooLong};
use crate::ui::commands::{Command, run_feature_command};
use crate::ui::context::PageContext;
use crate::ui::features;
use crate::ui::features::building_blocks::state::BuildingBlockAction;
use crate::ui::features::centre::state::CentreAction;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::charts::view::Hotspots;
use crate::ui::features::financing::state::FinancingAction;
use crate::ui::features::helpers::state::HelperAction;
use crate::ui::features::inputs::groups;
use crate::ui::features::network::state::NetworkAction;
use crate::ui::features::own_lines::state::OwnLineAction;
use crate::ui::features::scenarios::state::ScenarioAction;
use crate::ui::features::what_if::state::{WhatIfAction, WhatIfChange};
use crate::ui::features::{
    building_blocks, centre, certainty, changes, charts, compare, embed, explain, financing, helpers,
    own_lines, scenarios, share, sources, storage, what_if, worksheet,
};
use crate::ui::lazy::lazy_block::{lazy_block, waiting};
use crate::ui::lazy::loader::{Lazy, LoadResult, LoadState};
use crate::ui::simulation_client;
use crate::ui::state::{
    Action, FieldId, FocusRequest, Notice, SharedState, SimulationAction, State, StorageAction,
};
use std::rc::Rc;
use wasm_split_helpers::wasm_split;
use yew::prelude::*;

/// The function of a view that is loaded lazily.
pub struct LazyView {
    /// Draws the view.
    pub draw: fn(&PageContext) -> Html,
}

/// Functions for explanations of figures, of fields and of the marks in charts, and for help
/// with a field.
pub struct Explanations {
    /// Draws the explanation that is open.
    pub panel: fn(&PageContext) -> Html,
    /// Returns the buttons over a chart of the outcome that open explanations, and
    /// the explanation that is open.
    pub hotspots: fn(&PageContext, &Chart) -> Hotspots,
    /// Returns the data of a chart of the outcome as a table.
    pub chart_table: fn(&PageContext, &Chart) -> Html,
    /// Draws the meaning and the sources of an input.
    pub help: fn(&PageContext, InputId) -> Html,
    /// Draws the helper and the reference prices of an input.
    pub helper: fn(&PageContext, InputId) -> Html,
    /// Listens to keys that are pressed on figures and in their explanation.
    pub listen: fn(UseReducerDispatcher<SharedState>) -> Option<EventListener>,
}

/// Reducers of the features whose controls are loaded lazily.
pub struct Reducers {
    /// Returns where the focus moves after an action; `None` if it stays.
    pub focus_after: fn(&State, &Action) -> Option<FocusRequest>,
    /// Undoes one difference from the preset.
    pub revert: fn(&mut State, Change),
    /// Sets an input to the value at which the saldo is zero.
    pub set_to_break_even: fn(&mut State, InputId),
    /// Sets an input to the value that the goal seek found.
    pub apply_goal: fn(&mut State),
    /// Marks an input's value as the user's own figure, or removes the mark; see
    /// [`State::set_user_source`].
    pub set_user_source: fn(&mut State, InputId, Option<String>, bool),
    /// Reads which figures of a scenario are the user's own.
    pub user_sources: fn(&Scenario) -> UserSources,
    /// Sets the shape of an input's range.
    pub set_shape: fn(&mut State, InputId, Shape),
    /// Sets the range of an input to its default.
    pub reset_range: fn(&mut State, InputId),
    /// Shows results without uncertainty (true), or with it (false).
    pub set_deterministic_only: fn(&mut State, bool),
    /// Changes an answer to a question about the user's own centre.
    pub centre: fn(&mut State, CentreAction),
    /// Changes the user's own lines.
    pub own_line: fn(&mut State, OwnLineAction),
    /// Changes the list of scenarios.
    pub scenario: fn(&mut State, ScenarioAction),
    /// Changes the dekkingsplan.
    pub financing: fn(&mut State, FinancingAction),
    /// Changes the network of initiatives.
    pub network: fn(&mut State, NetworkAction),
    /// Answers a question of a helper, or fills in a value.
    pub helper: fn(&mut State, HelperAction),
    /// Changes which bouwstenen the initiative offers.
    pub building_block: fn(&mut State, BuildingBlockAction),
    /// Changes which question is shown, and what is set in it.
    pub what_if: fn(&mut State, WhatIfAction),
    /// Keeps the case of a question.
    pub apply_what_if: fn(&mut State, WhatIfChange),
    /// Reads the text of the file of sources.
    pub read_sources: fn(&mut State, &str),
    /// Applies an answer of the simulation.
    pub simulation: fn(&mut State, SimulationAction),
    /// Applies the text of a field that does not belong to an input.
    pub type_text: fn(&mut State, FieldId, String),
    /// Applies the value of a slider that does not belong to an input.
    pub slide: fn(&mut State, Setting, f64),
    /// Tries refused numbers of people on the participatieladder again.
    pub retry_people: fn(&mut State),
}

/// Functions that read and save scenarios: links, files and the browser's storage.
pub struct Storage {
    /// Returns the state that a page begins with, given its address after the `#`.
    pub initial_state: fn(&str) -> State,
    /// Writes a short link, given the view and the JSON of a file.
    pub write_link: fn(&str, &str) -> Result<String, LinkTooLong>,
    /// Opens a file, given its text.
    pub open_file: fn(&mut State, &str),
    /// Opens the scenario in an address, given the address after the `#`.
    pub open_link: fn(&mut State, &str),
    /// Applies news of the browser's storage.
    pub reduce: fn(&mut State, StorageAction),
    /// Draws the message of a notice about links, files or scenarios.
    pub notice: fn(&PageContext, &Notice) -> Html,
    /// Draws the message about scenarios of version 1 of the model.
    pub conversions: fn(&PageContext) -> Html,
    /// Returns the words before the address on paper, for several scenarios.
    pub printed_from: fn(&State) -> String,
    /// Saves the scenarios in the browser's storage, given the latest state; returns whether
    /// that is to be tried again later.
    pub save: fn(&dyn Fn() -> Rc<State>, &UseReducerDispatcher<SharedState>) -> bool,
    /// Draws the warning that scenarios are not saved; empty while they are.
    pub warning: fn(&PageContext) -> Html,
    /// Listens to changes of the storage by other windows.
    pub listen: fn(UseReducerDispatcher<SharedState>) -> Option<EventListener>,
}

/// Functions that ask the simulation and receive its answers.
pub struct Simulation {
    /// Sends the question whose answer the view that is shown lacks, if any.
    pub ask: fn(&PageContext),
    /// Listens to answers of the simulation.
    pub listen: fn(UseReducerDispatcher<SharedState>) -> Option<EventListener>,
}

/// Functions that keep the focus near where it was, if its element disappears, and in view.
pub struct Focus {
    /// Remembers where the focus is, before an action.
    pub remember: fn(),
    /// Moves the focus, after the page is drawn, and forgets what the drawing removed.
    pub restore: fn(),
    /// Keeps the element with this id in view while the page is still being drawn.
    pub keep_in_view: fn(&str),
}

/// The function for commands to the browser.
pub struct Commands {
    /// Runs any command.
    pub run: fn(&Rc<State>, UseReducerDispatcher<SharedState>, Command),
}

/// The functions of lazy features that the code of the first load calls, grouped by
/// purpose.
pub struct Services {
    /// Explanations of figures.
    pub explanations: Explanations,
    /// Reducers of the features.
    pub reducers: Reducers,
    /// Reading and saving of scenarios.
    pub storage: Storage,
    /// Questions to the simulation.
    pub simulation: Simulation,
    /// Where the focus goes when its element disappears.
    pub focus: Focus,
    /// Commands to the browser.
    pub commands: Commands,
}

/// Defines a lazy feature. A row gives, in this order: the static and its type, the
/// loading function, and the struct of functions. All features have the split name
/// `features`, so that they share a file.
macro_rules! lazy_feature {
    ($(#[$doc:meta])* $feature:ident: $type:ty = $load:ident, $functions:expr) => {
        #[wasm_split(features, fallible)]
        fn $load() -> LoadResult<$type> {
            Ok(&$functions)
        }

        $(#[$doc])*
        pub static $feature: Lazy<$type> = Lazy::new(|| Box::pin($load()));
    };
}

/// Defines all lazy views, and the list of them. A row gives the static, the loading
/// function, and the function that draws the view.
macro_rules! lazy_views {
    ($($(#[$doc:meta])* $view:ident = $load:ident, $draw:expr;)*) => {
        $(lazy_feature! { $(#[$doc])* $view: LazyView = $load, LazyView { draw: $draw } })*

        /// All lazy views.
        static VIEWS: &[&Lazy<LazyView>] = &[$(&$view),*];
    };
}

lazy_views! {
    /// The worksheet: all inputs and all tables.
    WORKSHEET = load_worksheet, worksheet::view;
    /// The compact view inside other web pages.
    COMPACT = load_compact, embed::view::view;
    /// The sections below the answer about the user's own centre.
    CENTRE_SECTIONS = load_centre_sections, centre::sections::view;
    /// The costs that 'Uw centrum' does not ask.
    MORE_COSTS = load_more_costs, groups::more_costs;
    /// The savings that 'Uw centrum' does not ask.
    OTHER_SAVINGS = load_other_savings, groups::other_savings;
    /// The inputs on who pays.
    PAYERS = load_payers, groups::payers;
    /// Time, prices, doubt and presets.
    TIME_AND_PRICES = load_time_and_prices, groups::time_and_prices;
    /// The editor of the user's own lines.
    OWN_LINES = load_own_lines, own_lines::view::view;
    /// The editor of the dekkingsplan.
    FINANCING = load_financing, financing::editor::editor;
    /// The number of differences from the preset, with a link to their list.
    DIFFERENCE_COUNT = load_difference_count, changes::view::count_with_link_to_worksheet;
    /// The list of all differences from the preset.
    CHANGES = load_changes, |ctx| changes::view::list(ctx, false);
    /// The strip of scenarios.
    SCENARIOS = load_scenarios, scenarios::view::block;
    /// The view of uncertainty: simulation, sensitivity and ranges.
    UNCERTAINTY = load_uncertainty, certainty::view::view;
    /// The questions of a critical councillor.
    WHAT_IF = load_what_if, what_if::view::view;
    /// The comparison of scenarios, and their network.
    COMPARE = load_compare, compare::view::view;
    /// The view of sources and method.
    SOURCES = load_sources, sources::view::view;
    /// The view to share a scenario: link, embed, print and files.
    SHARE = load_share, share::view::view;
    /// The view of bouwstenen and participatieladder.
    BUILDING_BLOCKS = load_building_blocks, building_blocks::view::view;
}

lazy_feature! {
    /// The functions of lazy features that the code of the first load calls.
    SERVICES: Services = load_services, Services {
        explanations: Explanations {
            panel: explain::panel,
            hotspots: charts::hotspots::hotspots,
            chart_table: charts::outcome::table,
            help: sources::inputs::field_help,
            helper: helpers::view::view,
            listen: explain::listen,
        },
        reducers: Reducers {
            focus_after: features::focus_after,
            revert: State::revert,
            set_to_break_even: State::set_to_break_even,
            apply_goal: State::apply_goal,
            set_user_source: State::set_user_source,
            user_sources: Scenario::user_sources,
            set_shape: State::set_shape,
            reset_range: State::reset_range,
            set_deterministic_only: State::set_deterministic_only,
            centre: State::reduce_centre,
            own_line: State::reduce_own_line,
            scenario: State::reduce_scenario,
            financing: State::reduce_financing,
            network: State::reduce_network,
            helper: State::reduce_helper,
            building_block: State::reduce_building_block,
            what_if: State::reduce_what_if,
            apply_what_if: State::apply_what_if,
            read_sources: State::read_sources,
            simulation: State::reduce_simulation,
            type_text: State::type_feature_text,
            slide: State::slide_range,
            retry_people: |state| state.retry_people(None),
        },
        storage: Storage {
            initial_state: storage::persistence::initial_state,
            write_link: link::write,
            open_file: State::open_file,
            open_link: State::open_link,
            reduce: State::reduce_storage,
            notice: storage::messages::notice,
            conversions: storage::messages::conversions,
            printed_from: scenarios::view::printed_from,
            save: storage::persistence::save,
            warning: storage::messages::warning,
            listen: storage::persistence::listen,
        },
        simulation: Simulation {
            ask: simulation_client::ask,
            listen: simulation_client::listen,
        },
        focus: Focus {
            remember: platform::remember_focus,
            restore: || {
                platform::restore_focus();
                platform::forget_removed();
            },
            keep_in_view: platform::keep_in_view,
        },
        commands: Commands { run: run_feature_command },
    }
}

/// Returns a lazy view. Until the view and [`SERVICES`], which its controls call,
/// are loaded, loads them and returns a placeholder.
pub fn view(ctx: &PageContext, feature: &'static Lazy<LazyView>) -> Html {
    let words = ctx.text().page;
    lazy_block(&SERVICES, words, |_| lazy_block(feature, words, |loaded| (loaded.draw)(ctx)))
}

/// Returns a lazy view inside a closed group, or a placeholder while no code has
/// asked for lazy features. Unlike [`view`] it does not load them: `start.js` does that
/// at the first use of the page (a touch, a key, the wheel, a scroll or the focus),
/// before a person can have opened the group, or after some seconds.
pub fn closed_view(ctx: &PageContext, feature: &'static Lazy<LazyView>) -> Html {
    match SERVICES.state() {
        LoadState::NotLoaded => waiting(ctx.text().page),
        LoadState::Loading | LoadState::Retrying | LoadState::Loaded | LoadState::Failed => {
            view(ctx, feature)
        }
    }
}

/// Calls a reducer of a lazy feature, or drops the action while the feature is not
/// loaded. Nearly all controls for these actions are in the same file, so that it is
/// loaded when they are pressed. Code of the first file that sends one, such as that
/// which opens a link, loads [`SERVICES`] first, and reports a failure.
pub fn reduce(call: impl FnOnce(&'static Reducers)) {
    if let Some(services) = SERVICES.get() {
        call(&services.reducers);
    }
}

/// Loads all lazy features; returns whether that succeeded.
pub async fn load_all() -> bool {
    // After a failure the others are not tried: a block that shows one of them
    // offers a button to try again.
    if SERVICES.load().await.is_err() {
        return false;
    }
    for view in VIEWS {
        if view.load().await.is_err() {
            return false;
        }
    }
    true
}

/// Returns whether all lazy features are loaded.
fn are_all_loaded() -> bool {
    SERVICES.get().is_some() && VIEWS.iter().all(|view| view.get().is_some())
}

/// Calls `act` once all lazy features are loaded, and says whether they could be: at
/// once if they are already loaded, and otherwise later.
pub fn once_all_loaded(act: Box<dyn FnOnce(bool)>) {
    if are_all_loaded() {
        act(true);
    } else {
        yew::platform::spawn_local(async move { act(load_all().await) });
    }
}
