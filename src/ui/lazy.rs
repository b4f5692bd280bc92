//! Lazy features: parts of the program in files of their own, which are loaded
//! when they are first shown, or when the browser has nothing else to do.
//!
//! # Design
//! A feature has one boundary: the function under `#[wasm_split]` that returns
//! its functions. Whatever only these use is cut out of the first file by the
//! build (`xtask/src/split.rs`). Nothing below the page knows of it. Features
//! of one split name share a file; each further name was measured to make
//! shared files besides its own (docs/decisions).

pub mod loader;

use crate::chart::Chart;
use crate::evidence::user_sources::UserSources;
use crate::model::{InputId, Shape};
use crate::platform::EventListener;
use crate::scenario::Scenario;
use crate::scenario::changes::Change;
use crate::ui::commands::{Command, run_feature_command};
use crate::ui::components::deferred_block::Draw;
use crate::ui::components::element::p;
use crate::ui::components::lazy_block::lazy_block;
use crate::ui::context::PageContext;
use crate::ui::features;
use crate::ui::features::building_blocks::state::BuildingBlockAction;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::charts::view::Openable;
use crate::ui::features::financing::state::FinancingAction;
use crate::ui::features::network::state::NetworkAction;
use crate::ui::features::own_lines::state::OwnLineAction;
use crate::ui::features::scenarios::state::ScenarioAction;
use crate::ui::features::{
    building_blocks, centre, certainty, changes, charts, compare, explain, financing, own_lines, scenarios,
    share, sources, storage,
};
use crate::ui::lazy::loader::{Lazy, LoadResult, LoadState};
use crate::ui::simulation_client;
use crate::ui::state::{
    Action, FieldId, FocusRequest, Notice, SharedState, SimulationAction, State, StorageAction,
};
use std::rc::Rc;
use wasm_split_helpers::wasm_split;
use yew::prelude::*;

/// A view that is loaded lazily.
pub struct LazyView {
    /// Draws the view.
    pub draw: Draw,
}

/// Explanations of figures, of fields and of the parts of charts.
pub struct Explanations {
    /// Returns the explanation that is open.
    pub panel: fn(&PageContext) -> Html,
    /// Returns what opens at a chart of the outcome.
    pub openable: fn(&PageContext, &Chart) -> Openable,
    /// Returns meaning and sources of an input.
    pub help: fn(&PageContext, InputId) -> Html,
    /// Listens to the keys of figures and of their explanation.
    pub listen: fn(UseReducerDispatcher<SharedState>) -> Option<EventListener>,
}

/// Reducers of the features whose controls are loaded lazily.
pub struct Reducers {
    /// Returns where the focus goes after an action.
    pub focus_after: fn(&State, &Action) -> Option<FocusRequest>,
    /// Undoes one difference from the preset.
    pub revert: fn(&mut State, Change),
    /// Sets an input to the value at which the saldo is zero.
    pub set_to_break_even: fn(&mut State, InputId),
    /// Sets an input to the value that the goal seek found.
    pub apply_goal: fn(&mut State),
    /// Marks an input as the user's own figure.
    pub set_user_source: fn(&mut State, InputId, Option<String>, bool),
    /// Reads which figures of a scenario are the user's own.
    pub user_sources: fn(&Scenario) -> UserSources,
    /// Sets the shape of an input's range.
    pub set_shape: fn(&mut State, InputId, Shape),
    /// Sets the range of an input to the default one.
    pub reset_range: fn(&mut State, InputId),
    /// Shows results without uncertainty, or with it.
    pub set_deterministic_only: fn(&mut State, bool),
    /// Changes the user's own lines.
    pub own_line: fn(&mut State, OwnLineAction),
    /// Changes the list of scenarios.
    pub scenario: fn(&mut State, ScenarioAction),
    /// Changes the dekkingsplan.
    pub financing: fn(&mut State, FinancingAction),
    /// Changes the network of initiatives.
    pub network: fn(&mut State, NetworkAction),
    /// Changes the bouwstenen that the initiative offers.
    pub building_block: fn(&mut State, BuildingBlockAction),
    /// Reads the file of sources; none where it could not be fetched.
    pub read_sources: fn(&mut State, Option<String>),
    /// Takes in an answer of the simulation.
    pub simulation: fn(&mut State, SimulationAction),
    /// Takes in the text of a field that is no input's.
    pub type_text: fn(&mut State, FieldId, String),
    /// Takes in the value of a slider that is no input's.
    pub slide: fn(&mut State, Setting, f64),
    /// Accepts numbers of people that were refused and fit now.
    pub retry_people: fn(&mut State),
}

/// Reading and saving of scenarios: links, files and the browser's storage.
pub struct Storage {
    /// Returns the state that a page begins with.
    pub initial_state: fn(&str) -> State,
    /// Reads the text of a file.
    pub open_file: fn(&mut State, &str),
    /// Reads the scenario of an address.
    pub open_link: fn(&mut State, &str),
    /// Takes in what the browser's storage holds.
    pub reduce: fn(&mut State, StorageAction),
    /// Returns what the notice says of links, files and scenarios.
    pub notice: fn(&PageContext, &Notice) -> Html,
    /// Returns what stands before the address on paper, of several scenarios.
    pub printed_from: fn(&State) -> String,
    /// Saves the scenarios.
    pub save: fn(&State, &UseReducerDispatcher<SharedState>),
    /// Listens to what other windows save.
    pub listen: fn(UseReducerDispatcher<SharedState>) -> Option<EventListener>,
}

/// Questions to the simulation and its answers.
pub struct Simulation {
    /// Asks for what the view that is shown has no answer to.
    pub ask: fn(&PageContext),
    /// Listens to answers.
    pub listen: fn(UseReducerDispatcher<SharedState>) -> Option<EventListener>,
}

/// Commands to the browser.
pub struct Commands {
    /// Runs a command of a lazy feature.
    pub run: fn(&Rc<State>, UseReducerDispatcher<SharedState>, Command),
}

/// What the first part of the page calls of the lazy features, by what it is
/// for.
pub struct Services {
    /// Explanations of figures.
    pub explanations: Explanations,
    /// Reducers of features.
    pub reducers: Reducers,
    /// Reading and saving of scenarios.
    pub storage: Storage,
    /// Questions to the simulation.
    pub simulation: Simulation,
    /// Commands to the browser.
    pub commands: Commands,
}

/// Defines lazy features: the split name, the function that returns the
/// feature's functions, and the feature itself.
macro_rules! lazy_features {
    ($($(#[$doc:meta])* $feature:ident: $type:ty = $split:ident $load:ident $functions:expr;)*) => {$(
        #[wasm_split($split, fallible)]
        fn $load() -> LoadResult<$type> {
            Ok(&$functions)
        }

        $(#[$doc])*
        pub static $feature: Lazy<$type> = Lazy::new(|| Box::pin($load()));
    )*};
}

lazy_features! {
    /// Results below the main picture of the centre.
    RESULTS: LazyView = features load_results LazyView { draw: |ctx, _| centre::results::view(ctx) };
    /// The user's own lines, to change.
    OWN_LINES: LazyView = features load_own_lines LazyView { draw: |ctx, _| own_lines::view::all(ctx) };
    /// The dekkingsplan, to change.
    FINANCING: LazyView = features load_financing LazyView { draw: |ctx, _| financing::editor::editor(ctx) };
    /// The list of everything that differs from the preset.
    CHANGES: LazyView = features load_changes LazyView { draw: |ctx, _| changes::view::body(ctx, false) };
    /// The strip of scenarios.
    SCENARIOS: LazyView = features load_scenarios LazyView { draw: |ctx, _| scenarios::view::block(ctx) };
    /// What the first part of the page calls of the lazy features.
    SERVICES: Services = features load_services Services {
        explanations: Explanations {
        panel: explain::panel,
        openable: charts::outcome::openable,
        help: sources::view::of_field,
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
        own_line: State::reduce_own_line,
        scenario: State::reduce_scenario,
        financing: State::reduce_financing,
        network: State::reduce_network,
        building_block: State::reduce_building_block,
        read_sources: State::read_sources,
        simulation: State::reduce_simulation,
        type_text: State::type_feature_text,
        slide: State::slide_range,
        retry_people: |state| state.retry_people(None),
    },
        storage: Storage {
        initial_state: storage::persistence::initial_state,
        open_file: State::open_file,
        open_link: State::open_link,
        reduce: State::reduce_storage,
        notice: storage::messages::notice,
        printed_from: scenarios::view::printed_from,
        save: storage::persistence::save,
        listen: storage::persistence::listen,
    },
        simulation: Simulation {
        ask: simulation_client::ask,
        listen: simulation_client::listen,
    },
        commands: Commands { run: run_feature_command },
    };
    /// Simulation, sensitivity and ranges.
    CERTAINTY: LazyView = features load_certainty LazyView { draw: |ctx, _| certainty::view::view(ctx) };
    /// Scenarios beside each other, and their network.
    COMPARE: LazyView = features load_compare LazyView { draw: |ctx, _| compare::view::view(ctx) };
    /// Sources and method.
    SOURCES: LazyView = features load_sources LazyView { draw: |ctx, _| sources::view::view(ctx) };
    /// Link, embed, print and files.
    SHARE: LazyView = features load_share LazyView { draw: |ctx, _| share::view::view(ctx) };
    /// Bouwstenen and participatieladder.
    BUILDING_BLOCKS: LazyView = features load_building_blocks LazyView {
        draw: |ctx, _| building_blocks::view::view(ctx),
    };
}

/// Returns a lazy view, or a placeholder until it and the services that its
/// controls call are loaded; loads both.
pub fn view(ctx: &PageContext, feature: &'static Lazy<LazyView>) -> Html {
    let words = ctx.text().page;
    lazy_block(&SERVICES, words, |_| lazy_block(feature, words, |loaded| (loaded.draw)(ctx, 0)))
}

/// Returns a lazy view in a closed group: it does not load it, since the touch
/// that opens the group loads everything.
pub fn closed_view(ctx: &PageContext, feature: &'static Lazy<LazyView>) -> Html {
    match SERVICES.state() {
        LoadState::NotLoaded => p("waiting", ctx.text().page.loading),
        LoadState::Loading | LoadState::Loaded | LoadState::Failed => view(ctx, feature),
    }
}

/// Calls a reducer of a feature. Its controls are drawn by lazy features of the
/// same file, so it is loaded whenever they are pressed.
pub fn reduce(call: impl FnOnce(&'static Reducers)) {
    if let Some(services) = SERVICES.get() {
        call(&services.reducers);
    }
}

/// Loads everything that the page may need, so that it is there when it is
/// asked for; returns whether that worked.
pub async fn load_all() -> bool {
    let views = [
        &RESULTS,
        &OWN_LINES,
        &FINANCING,
        &CHANGES,
        &SCENARIOS,
        &CERTAINTY,
        &COMPARE,
        &SOURCES,
        &SHARE,
        &BUILDING_BLOCKS,
    ];
    // After a failure the others are left alone: whatever shows one of them
    // offers to try again.
    if SERVICES.load().await.is_err() {
        return false;
    }
    for view in views {
        if view.load().await.is_err() {
            return false;
        }
    }
    true
}
