//! What the first view does without: a lazy feature in a wasm file of its own,
//! loaded when it is needed or when there is nothing else to do.

pub mod loader;

use crate::chart::Chart;
use crate::evidence::user_sources::Marks;
use crate::model::{EuroPer, InputId, Part, Preset};
use crate::platform;
use crate::platform::FileField;
use crate::scenario::Scenario;
use crate::scenario::link;
use crate::ui::commands::Changed;
use crate::ui::components::deferred_block::block;
use crate::ui::components::element::{div, element, heading, p, text};
use crate::ui::components::lazy_block::{lazy_block, placeholder};
use crate::ui::features::explain::total::Total;
use crate::ui::features::scenarios::state::Manage;
use crate::ui::features::{
    building_blocks, centre, certainty, changes, compare, financing, own_lines, scenarios, share, sources,
    storage,
};
use crate::ui::lazy::loader::{Lazy, LoadResult, LoadState, subscribe};
use crate::ui::state::{Action, State, View};
use crate::ui::{commands, notice, simulation_client};
use std::cell::RefCell;
use wasm_split_helpers::wasm_split;
use yew::prelude::*;

/// Functions of everything that the first view does without.
struct Rest {
    /// A view of the menu that is not the first.
    other_view: fn(&State) -> Html,
    /// The state to begin with.
    begin: fn(&str) -> State,
    /// Another address with a scenario.
    follow_link: fn(&UseReducerDispatcher<State>, &str),
    /// Takes in what comes from outside the page.
    listen: fn(UseReducerDispatcher<State>),
    /// Asks for a simulation.
    simulate: fn(&State),
    /// Does what an action says that the first view does without.
    change: fn(&mut State, Action),
    /// What was done to a field that the first view does not know.
    read_change: fn(&State, Changed<'_>) -> Option<Action>,
    /// How sure a figure of an own line is.
    sureness: fn(&State, usize, Part) -> &'static str,
    /// Does what a button asks for.
    obey: fn(&UseReducerHandle<State>, &str),
    /// Opens a file.
    open_file: fn(FileField, UseReducerDispatcher<State>),
    /// What a link or a file turned out to be.
    brought: fn(&State) -> Html,
    /// What follows from the inputs, below the main picture.
    all_results: fn(&State) -> Html,
    /// Which figures are the user's own, read from what is kept with the scenario.
    read_marks: fn(&Scenario) -> Marks,
    /// The explanation of a field.
    explain: fn(&State, InputId) -> Html,
    /// The explanation of a figure.
    explained: fn(&State) -> Html,
    /// The headline's sentence, with figures that open.
    say: fn(&State) -> Vec<Html>,
    /// What the rest is worth, below its field.
    weigh: fn(&State) -> Html,
    /// What a change does to the saldo, at its field.
    tell_effect: fn(&State, InputId) -> Html,
    /// Numbers of people that did not fit may fit now.
    refit: fn(&mut State),
    /// Fetches the file of sources.
    fetch_sources: fn(UseReducerDispatcher<State>),
    /// The strip of scenarios.
    strip: fn(&State) -> Html,
    /// What stands before the address on paper, of one scenario of several.
    name_printed: fn(&State) -> String,
    /// Keeps the scenarios in the browser.
    write: fn(&UseReducerHandle<State>),
    /// The user's own lines.
    edit_own: fn(&State) -> Html,
    /// The dekkingsplan among the inputs.
    edit_plan: fn(&State) -> Html,
    /// What a plan leaves uncovered.
    warn: fn(&State) -> Html,
    /// What opens at a picture.
    picture_more: fn(&State, &Chart) -> [Html; 3],
    /// What a group of inputs or a line comes to, to open.
    sum: fn(&State, Total) -> Html,
    /// The list of what differs from the preset.
    list_changes: fn(&State, bool) -> Html,
}

static REST: Lazy<Rest> = Lazy::new(|| Box::pin(load_rest()));

/// Gives the functions. This one is the boundary: what only it uses stands in
/// the file that is loaded lazily.
#[wasm_split(rest, fallible)]
fn load_rest() -> LoadResult<Rest> {
    Ok(&Rest {
        other_view: shown,
        begin: storage::persistence::begin,
        follow_link: link_or_back,
        listen: listen_to_all,
        simulate: simulation_client::ask,
        change: State::act_rest,
        read_change: commands::changed,
        sureness: own_lines::view::status,
        obey: commands::obey,
        open_file: commands::open_file,
        brought: notice::brought,
        all_results: centre::results::view,
        read_marks: Scenario::marks,
        explain: sources::view::of_field,
        explained: crate::ui::features::explain::panel,
        say: crate::ui::features::explain::sentence::headline,
        weigh: crate::ui::features::worksheet::break_even::weighed,
        tell_effect: crate::ui::features::explain::effect::view,
        refit: refit_people,
        fetch_sources: sources::view::fetch,
        strip: scenarios::view::view,
        name_printed: scenarios::view::printed_from,
        write: storage::persistence::keep,
        edit_own: own_lines,
        edit_plan: financing::editor::editor,
        warn: financing::results::warning,
        picture_more: centre::results::more,
        sum: crate::ui::features::explain::total::view,
        list_changes: changes::view::body,
    })
}

/// Returns whether the functions can be called.
pub fn is_loaded() -> bool {
    REST.get().is_some()
}

/// Loads them; says whether that worked.
pub async fn load() -> bool {
    REST.load().await.is_ok()
}

/// Starts loading them, for a view that shows by itself where that fails.
pub fn request() {
    REST.then(|_| ());
}

thread_local! {
    static PAGE: RefCell<Option<UseReducerDispatcher<State>>> = const { RefCell::new(None) };
}

/// Does something once they are loaded, which may be at once. Where they cannot
/// be loaded, that is said above everything.
pub fn then(act: impl FnOnce() + 'static) {
    REST.then(move |result| match result {
        Ok(_) => act(),
        Err(_) => {
            if let Some(page) = PAGE.with_borrow(Clone::clone) {
                page.dispatch(Action::Missing);
            }
        }
    });
}

/// Draws the page anew whenever something is loaded or cannot be, and lets it
/// listen to what is outside once it can.
pub fn follow(page: UseReducerDispatcher<State>) {
    PAGE.set(Some(page.clone()));
    if let Some(rest) = REST.get() {
        (rest.listen)(page.clone());
    }
    subscribe(move |state| {
        if let (LoadState::Loaded, Some(rest)) = (state, REST.get()) {
            (rest.listen)(page.clone());
        }
        page.dispatch(Action::LoadStateChanged);
    });
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

/// A view other than the first one.
pub fn view(state: &State) -> Html {
    lazy_block(&REST, state.text().page, |rest| (rest.other_view)(state))
}

fn own_lines(state: &State) -> Html {
    div("own", own_lines::view::lines(state))
}

/// The user's own lines, to change.
pub fn own_group(state: &State) -> Html {
    lazy_block(&REST, state.text().page, |rest| (rest.edit_own)(state))
}

/// Returns what a function gives once it is loaded; before, something empty.
fn or_default<T: Default>(call: impl FnOnce(&'static Rest) -> T) -> T {
    REST.get().map(call).unwrap_or_default()
}

/// Returns the functions for what the shell shows as plain text.
fn interactive(state: &State) -> Option<&'static Rest> {
    REST.get().filter(|_| !state.is_shell())
}

/// Does what an action says that the first view does without.
pub fn act(state: &mut State, action: Action) {
    if let Some(rest) = REST.get() {
        (rest.change)(state, action);
    }
}

/// Asks for a simulation.
pub fn simulate(state: &State) {
    or_default(|rest| (rest.simulate)(state));
}

/// Does what a button asks for.
pub fn obey(state: &UseReducerHandle<State>, command: &str) {
    or_default(|rest| (rest.obey)(state, command));
}

/// Opens a file.
pub fn open_file(field: FileField, page: UseReducerDispatcher<State>) {
    or_default(|rest| (rest.open_file)(field, page));
}

/// Fetches the file of sources.
pub fn fetch_sources(page: UseReducerDispatcher<State>) {
    or_default(|rest| (rest.fetch_sources)(page));
}

/// What a link or a file turned out to be.
pub fn brought(state: &State) -> Html {
    or_default(|rest| (rest.brought)(state))
}

/// The explanation of the figure that was opened last.
pub fn explanation(state: &State) -> Html {
    or_default(|rest| (rest.explained)(state))
}

/// The headline's sentence; its figures open once this is loaded.
pub fn sentence(state: &State) -> Vec<Html> {
    match interactive(state) {
        Some(rest) => (rest.say)(state),
        None => vec![text(state.text().headline(&state.outcome, state.firm.grade))],
    }
}

/// What the rest is worth, below its field; the figures open once this is
/// loaded.
pub fn weighed(state: &State, drempel: EuroPer) -> Html {
    match interactive(state) {
        Some(rest) => (rest.weigh)(state),
        None => p("small", (state.text().sentences.drempel)(drempel, &state.outcome)),
    }
}

/// What a change does to the saldo, at its field; what it does opens once this
/// is loaded.
pub fn effect(state: &State, id: InputId) -> Html {
    match interactive(state) {
        Some(rest) => (rest.tell_effect)(state, id),
        None => p("effect", centre::field::effect(state, id)),
    }
}

/// Numbers of people that did not fit may fit now.
pub fn retry_people(state: &mut State) {
    or_default(|rest| (rest.refit)(state));
}

/// The action of what was done to a field that the first view does not know.
pub fn changed(state: &State, what: Changed<'_>) -> Option<Action> {
    or_default(|rest| (rest.read_change)(state, what))
}

/// How sure a figure of an own line is, in a word.
pub fn own_status(state: &State, place: usize, part: Part) -> &'static str {
    or_default(|rest| (rest.sureness)(state, place, part))
}

/// Which figures are the user's own. A scenario keeps something with it only
/// once this is loaded.
pub fn marks(scenario: &Scenario) -> Marks {
    match REST.get().filter(|_| scenario.meta.is_some()) {
        Some(rest) => (rest.read_marks)(scenario),
        None => Marks::new(),
    }
}

/// What follows from the inputs, below the main picture. Until this is loaded,
/// those of the shell stay where they are, as long as the figures are theirs.
pub fn results(state: &State) -> Html {
    if let Some(rest) = REST.get() {
        return (rest.all_results)(state);
    }
    let shell = SHELL.with_borrow(Clone::clone).filter(|_| state.changed == 0);
    shell.map_or_else(|| awaited(state), Html::VRef)
}

/// In the place of results that are not there yet: never those of other figures.
fn awaited(state: &State) -> Html {
    let page = state.text().page;
    let content = vec![heading("h2", "uitkomst-titel", page.results), placeholder(REST.state(), page)];
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
    match REST.get().filter(|_| shell || state.sourced.opened.contains(&id)) {
        Some(rest) => (rest.explain)(state, id),
        None => Html::default(),
    }
}

/// The dekkingsplan, to change.
pub fn plan(state: &State) -> Html {
    or_default(|rest| (rest.edit_plan)(state))
}

/// What a plan leaves uncovered; there is no plan before this is loaded.
pub fn plan_warning(state: &State) -> Html {
    match REST.get().filter(|_| state.outcome.financing.is_some()) {
        Some(rest) => (rest.warn)(state),
        None => Html::default(),
    }
}

/// What opens at a picture: its parts, what they opened, its data as a table.
pub fn chart_more(state: &State, chart: &Chart) -> [Html; 3] {
    or_default(|rest| (rest.picture_more)(state, chart))
}

/// What stands before the address on paper. There is more than one scenario
/// only once this is loaded.
pub fn printed_from(state: &State) -> AttrValue {
    match REST.get().filter(|_| state.workspace.scenarios.len() > 1) {
        Some(rest) => (rest.name_printed)(state).into(),
        None => state.text().page.printed_from.into(),
    }
}

/// What a group of inputs or a line comes to, to open.
pub fn total(state: &State, total: Total) -> Html {
    or_default(|rest| (rest.sum)(state, total))
}

/// The list of what differs from the preset; one sentence where nothing does.
pub fn changes(state: &State, jumps: bool) -> Html {
    if state.changes() == 0 && state.scenario().base == Preset::Brochure {
        return p("", (state.text().sentences.changed)(0));
    }
    lazy_block(&REST, state.text().page, |rest| (rest.list_changes)(state, jumps))
}

/// The state to begin with. The page of an address with a scenario, and that of
/// a browser that keeps some, starts only when this is loaded.
pub fn first_state() -> State {
    let fragment = platform::fragment();
    match REST.get() {
        Some(rest) => (rest.begin)(&fragment),
        None => State::at(&link::read_view(&fragment)),
    }
}

/// Keeps the scenarios in the browser.
pub fn keep(state: &UseReducerHandle<State>) {
    or_default(|rest| (rest.write)(state));
}

/// The strip of scenarios. A figure that is typed does not wait for it.
pub fn scenarios(state: &State) -> Html {
    if is_loaded() {
        block(state, false, 0, |state, _| or_default(|rest| (rest.strip)(state)))
    } else {
        Html::default()
    }
}

/// The address changed: a scenario in it is read once this is loaded.
pub fn go(page: &UseReducerDispatcher<State>) {
    let fragment = platform::fragment();
    let page = page.clone();
    if link::carries_scenario(&fragment) {
        then(move || or_default(|rest| (rest.follow_link)(&page, &fragment)));
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
