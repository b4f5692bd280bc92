//! The root component: holds the state, draws the view that is shown, and connects
//! the state to the address, other windows, the simulation and the focus.

use crate::model::Preset;
use crate::platform;
use crate::scenario::Scenario;
use crate::scenario::link::{self, LinkTooLong};
use crate::ui::blocks::memo_block;
use crate::ui::commands::{CONTENT, run_command};
use crate::ui::components::element::{attributes, div, element};
use crate::ui::context::{Message, PageContext};
use crate::ui::features::{centre, explain, sources};
use crate::ui::lazy::loader::{change_count, subscribe};
use crate::ui::lazy::{self, SCENARIOS, SERVICES};
use crate::ui::routes::Route;
use crate::ui::saving::{latest_state, save_now, use_saving};
use crate::ui::state::{Action, FocusRequest, SharedState, State, ViewAction, WorkspaceAction};
use crate::ui::{header_footer, notice};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// The milliseconds without a change after which the address is written: browsers
/// refuse pages that change it too often.
const ADDRESS_DELAY: u32 = 250;

/// Settings of the page that do not change while it is open.
#[derive(Properties, PartialEq, Default)]
pub struct AppProps {
    /// Whether the page is the static shell, rendered at build time: fields are
    /// plain text, and closed groups are left out.
    #[prop_or_default]
    pub shell: bool,
    /// The contact for questions, as the host of the site configured it; may be
    /// empty.
    #[prop_or_default]
    pub contact: AttrValue,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let handle = use_reducer_eq(|| {
        let mut state = initial_state();
        state.view.shell = props.shell;
        state.view.contact.clone_from(&props.contact);
        SharedState(Rc::new(state))
    });
    // What is loaded is no part of the state: the count has the page drawn again.
    let load_count = use_state_eq(change_count);
    let ctx = PageContext::new(handle.0.clone(), use_sender(&handle), *load_count);
    use_listeners(&handle, &load_count);
    use_simulation(&ctx);
    use_saving(&ctx, &handle);
    use_address(&ctx, &handle);
    use_sources(&ctx, &handle);
    use_focus(&ctx);
    match ctx.view.route {
        Route::Compact => lazy::view(&ctx, &lazy::COMPACT),
        Route::Centre
        | Route::Worksheet
        | Route::Uncertainty
        | Route::Compare
        | Route::Sources
        | Route::Share
        | Route::BuildingBlocks
        | Route::WhatIf => page(&ctx),
    }
}

/// Returns the page with header, footer and the view that is shown.
pub fn page(ctx: &PageContext) -> Html {
    let view = match ctx.view.route {
        Route::Centre => centre::view(ctx),
        Route::Worksheet | Route::Compact => lazy::view(ctx, &lazy::WORKSHEET),
        Route::WhatIf => lazy::view(ctx, &lazy::WHAT_IF),
        Route::Uncertainty => lazy::view(ctx, &lazy::UNCERTAINTY),
        Route::Compare => lazy::view(ctx, &lazy::COMPARE),
        Route::Sources => lazy::view(ctx, &lazy::SOURCES),
        Route::Share => lazy::view(ctx, &lazy::SHARE),
        Route::BuildingBlocks => lazy::view(ctx, &lazy::BUILDING_BLOCKS),
    };
    // The comparison shows the number of differences for each scenario itself.
    let differences = match ctx.view.route {
        Route::Centre | Route::WhatIf | Route::Worksheet | Route::Compact | Route::Compare => Html::default(),
        // Until it is loaded, neither is the view below it.
        Route::Uncertainty | Route::Sources | Route::Share | Route::BuildingBlocks => {
            lazy::DIFFERENCE_COUNT.get().map_or_else(Html::default, |loaded| (loaded.draw)(ctx))
        }
    };
    let content = vec![notice::view(ctx), scenario_strip(ctx), differences, view];
    let main = element("main", attributes! { "id" => CONTENT, "tabindex" => "-1" }, content);
    let class = format!("page view-{}", ctx.view.route.id());
    let header =
        memo_block(ctx, |a, b| header_footer::is_same_header(a, b), |ctx, _| header_footer::header(ctx));
    let footer = memo_block(ctx, |a, b| a.same_except_simulation(b), |ctx, _| header_footer::footer(ctx));
    div(class, vec![header, main, footer])
}

/// Returns the state that the page begins with. If the address or the browser's
/// storage holds scenarios, [`SERVICES`] is loaded before the page is drawn. So if it
/// is not loaded, there are no scenarios to read.
fn initial_state() -> State {
    let fragment = platform::fragment();
    match SERVICES.get() {
        Some(services) => (services.storage.initial_state)(&fragment),
        None => {
            let route = Route::from_fragment(&fragment).unwrap_or(Route::Centre);
            let mut state = State::new(route, Scenario::new(Preset::Brochure));
            state.unfold_for(&link::view(&fragment));
            state
        }
    }
}

/// Returns the strip of all scenarios, or nothing while there is only one.
fn scenario_strip(ctx: &PageContext) -> Html {
    if ctx.workspace.current.scenarios.len() == 1 {
        return Html::default();
    }
    lazy::view(ctx, &SCENARIOS)
}

/// Listens, as soon as [`SERVICES`] is loaded and as long as the page is open, to
/// other windows, to the simulation and to keys pressed on figures. It is called once
/// in the life of a page.
fn listen_once_loaded(dispatcher: UseReducerDispatcher<SharedState>) {
    SERVICES.when_loaded(move |services| {
        let listeners = [services.storage.listen, services.simulation.listen, services.explanations.listen]
            .map(|listen| listen(dispatcher.clone()));
        listeners.into_iter().flatten().for_each(EventListener::forget);
    });
}

/// Returns the callback that handles the messages of all controls. It is the same
/// at every rendering, so that props that hold it stay equal.
#[hook]
fn use_sender(handle: &UseReducerHandle<SharedState>) -> Callback<Message> {
    let latest = use_mut_ref(|| handle.0.clone());
    latest.borrow_mut().clone_from(&handle.0);
    let dispatcher = handle.dispatcher();
    let send = use_memo((), |()| {
        Callback::from(move |message| {
            let state = latest.borrow().clone();
            match message {
                // Its button is there before its code: what was pressed is done once it is loaded.
                Message::Act(action @ Action::Workspace(WorkspaceAction::Centre(_)))
                    if SERVICES.get().is_none() =>
                {
                    let dispatcher = dispatcher.clone();
                    let pressed = platform::focused_element();
                    SERVICES.then(move |loaded| match loaded {
                        // Who went on to a field meanwhile stays in it.
                        Ok(_) if platform::focused_element() != pressed => dispatcher.dispatch(action),
                        Ok(_) => {
                            remember_focus();
                            act(&state, &dispatcher, action);
                        }
                        Err(_) => dispatcher.dispatch(ViewAction::ReportLoadingFailure.into()),
                    });
                }
                Message::Act(action) => {
                    remember_focus();
                    act(&state, &dispatcher, action);
                }
                Message::Run(command) => run_command(&state, dispatcher.clone(), command),
            }
        })
    });
    (*send).clone()
}

/// Applies an action, and moves the focus if the button that was pressed is gone or has moved.
fn act(state: &State, dispatcher: &UseReducerDispatcher<SharedState>, action: Action) {
    let services = SERVICES.get();
    let focus = services.and_then(|services| (services.reducers.focus_after)(state, &action));
    dispatcher.dispatch(action);
    if let Some(request) = focus {
        dispatcher.dispatch(ViewAction::Focus(request).into());
    }
}

/// Remembers where the focus is, before an action that may remove that element. The code
/// for it is loaded lazily, as nearly all controls are that can disappear.
fn remember_focus() {
    if let Some(services) = SERVICES.get() {
        (services.focus.remember)();
    }
}

/// Listens to events that no element of the page gets: a changed address, undo and
/// redo by keyboard wherever the focus is, other windows, and the simulation. Keeps
/// `load_count` equal to [`change_count`], so that the page is drawn again.
#[hook]
fn use_listeners(handle: &UseReducerHandle<SharedState>, load_count: &UseStateHandle<u32>) {
    let dispatcher = handle.dispatcher();
    let load_count = load_count.setter();
    use_effect_with((), move |()| {
        let listeners = platform::window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            let keys = dispatcher.clone();
            let keys = EventListener::new_with_options(&window, "keydown", options, move |event| {
                let action = event.dyn_ref::<KeyboardEvent>().and_then(history_key);
                if let Some(action) = action {
                    event.prevent_default();
                    remember_focus();
                    keys.dispatch(action.into());
                }
            });
            let address = dispatcher.clone();
            let address = EventListener::new(&window, "hashchange", move |_| follow_address(&address));
            // A feature may have been loaded after the first rendering and before
            // this subscription.
            load_count.set(change_count());
            let loading = dispatcher.clone();
            subscribe(move || {
                load_count.set(change_count());
                if SERVICES.get().is_some() {
                    loading.dispatch(ViewAction::EndLoadingFailure.into());
                }
            });
            listen_once_loaded(dispatcher);
            [keys, address]
        });
        move || drop(listeners)
    });
}

/// Returns the action of the keys for undo and redo; `None` for other keys. They
/// replace the browser's own undo in text fields too, which knows nothing of the
/// texts that the page writes there.
fn history_key(event: &KeyboardEvent) -> Option<WorkspaceAction> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(WorkspaceAction::Undo),
        ("z", true) | ("y", false) => Some(WorkspaceAction::Redo),
        _ => None,
    }
}

/// Shows the view of an address that changed. Its scenario is opened only if the
/// address is a link from elsewhere: going back to an address that the page wrote
/// itself does not undo changes.
fn follow_address(dispatcher: &UseReducerDispatcher<SharedState>) {
    let fragment = platform::fragment();
    let route = Route::from_fragment(&fragment);
    if route.is_none() && !platform::is_own_address() {
        let dispatcher = dispatcher.clone();
        SERVICES.then(move |loaded| match loaded {
            Ok(_) => dispatcher.dispatch(WorkspaceAction::OpenLink(fragment).into()),
            Err(_) => {
                dispatcher.dispatch(ViewAction::ReportLoadingFailure.into());
                // The link is opened once a later attempt succeeds, if it is still the
                // address.
                SERVICES.when_loaded(move |_| {
                    if platform::fragment() == fragment {
                        follow_address(&dispatcher);
                    }
                });
            }
        });
    } else {
        let route = route.or_else(|| Route::from_id(&link::view(&fragment)));
        dispatcher.dispatch(ViewAction::FollowAddress(route.unwrap_or(Route::Centre)).into());
    }
}

/// Asks the simulation for the results that the view needs. This is no effect: it
/// runs before the page is drawn, so that a worker can simulate meanwhile.
#[hook]
fn use_simulation(ctx: &PageContext) {
    let asked = use_mut_ref(|| None);
    let Some(services) = SERVICES.get().filter(|_| platform::window().is_some()) else { return };
    let needed = Some((ctx.workspace.revision, ctx.view.route, ctx.simulation.refresh_count));
    if asked.replace(needed) != needed {
        (services.simulation.ask)(ctx);
    }
}

/// Writes the state to the address and the title. If the page is left first, the address is
/// written then, after the scenarios were saved.
#[hook]
fn use_address(ctx: &PageContext, handle: &UseReducerHandle<SharedState>) {
    let is_first_time = use_mut_ref(|| true);
    let address = use_mut_ref(WrittenAddress::default);
    let (last, left) = (handle.clone(), address.clone());
    use_effect_with((), move |()| {
        let leaving = platform::when_leaving(move || write_address(&last, &left));
        move || drop(leaving)
    });
    let state = ctx.state();
    let handle = handle.clone();
    use_effect_with(addressed(ctx), move |addressed| {
        let plain = link::write_plain(state.view.route.id(), &state.scenario().to_json());
        platform::store_fragment_in_document(&plain);
        platform::set_title(&header_footer::window_title(&state));
        // A page that was just opened keeps its address if it shows an unchanged
        // preset; otherwise the address may lack the scenario that is shown.
        let unchanged = state.workspace.changes().is_empty() && state.view.notice.is_none();
        let keep_address = is_first_time.replace(false) && unchanged;
        let shown = if keep_address { Some(*addressed) } else { address.borrow().shown };
        address.replace(WrittenAddress { shown, fragment: platform::fragment() });
        let timer = (!keep_address && platform::window().is_some()).then(|| {
            Timeout::new(ADDRESS_DELAY, move || {
                // The address says whether the storage has its scenario.
                save_now(&handle);
                write_address(&handle, &address);
            })
        });
        move || drop(timer)
    });
}

/// What a new address is written for: another revision of the scenarios, another view, or
/// another `refresh_count`.
type Addressed = (u32, Route, u32);

/// Returns what the address of this state is written for.
fn addressed(state: &State) -> Addressed {
    (state.workspace.revision, state.view.route, state.simulation.refresh_count)
}

/// The address as this page last wrote or saw it.
#[derive(Default)]
struct WrittenAddress {
    /// What the address shows; `None` if that is unknown.
    shown: Option<Addressed>,
    fragment: String,
}

/// Writes the newest state to the address, unless the address shows it. If the address was
/// changed meanwhile, its event is still to come, and the new fragment is written after it. A
/// link that was refused stays the address until the scenarios change.
///
/// The state is not that of the last effect: Yew may run the effects of a change a task later
/// than the change, and the page may be left in between.
fn write_address(handle: &UseReducerHandle<SharedState>, address: &RefCell<WrittenAddress>) {
    let state = latest_state(handle);
    let mut address = address.borrow_mut();
    let is_shown = address.shown == Some(addressed(&state));
    let is_refused_link = state.view.refused_link_revision == Some(state.workspace.revision);
    if !is_shown && !is_refused_link && platform::fragment() == address.fragment {
        platform::set_fragment(&address_fragment(&state));
        *address = WrittenAddress { shown: Some(addressed(&state)), fragment: platform::fragment() };
    }
}

/// Returns the fragment of the page's address: that of a link to the scenario which is
/// shown, or the view alone if a link would be too long. Before the code for short links
/// is loaded, it is the link in plain form.
fn address_fragment(state: &State) -> String {
    let view = state.view.route.id();
    let scenario = state.scenario().to_json();
    match SERVICES.get() {
        Some(services) => {
            (services.storage.write_link)(view, &scenario).unwrap_or_else(|LinkTooLong(_)| view.to_owned())
        }
        None => link::write_plain(view, &scenario),
    }
}

/// Fetches the file of sources when it is first needed.
#[hook]
fn use_sources(ctx: &PageContext, handle: &UseReducerHandle<SharedState>) {
    let dispatcher = handle.dispatcher();
    use_effect_with(ctx.wants_sources(), move |needed| {
        if *needed {
            sources::loading::fetch(dispatcher);
        }
    });
}

/// Moves the focus as the state requests, into an explanation that opens, and back
/// to its figure when it closes. As an effect, this happens after the page is drawn.
#[hook]
fn use_focus(ctx: &PageContext) {
    let last = use_mut_ref(|| (None, 0));
    use_effect_with((ctx.view.explained.clone(), ctx.view.focus.clone()), move |(explained, focus)| {
        let count = focus.as_ref().map_or(0, |(_, count)| *count);
        let (last_explained, last_count) = last.replace((explained.clone(), count));
        if let Some((request, _)) = focus.as_ref().filter(|_| last_count != count) {
            match request {
                FocusRequest::Element(id) => platform::focus(id),
                FocusRequest::Reveal(id) => {
                    platform::reveal(id, true);
                    if let Some(services) = SERVICES.get() {
                        (services.focus.keep_in_view)(id);
                    }
                }
            }
        }
        explain::move_focus(last_explained.as_ref(), explained.as_ref());
    });
    // After each drawing, since any of them can remove the element that has the focus.
    use_effect(|| {
        if let Some(services) = SERVICES.get() {
            (services.focus.restore)();
        }
    });
}
