//! The whole page: its views, and what keeps them and the address together.

use crate::model::Preset;
use crate::platform;
use crate::scenario::{Scenario, link};
use crate::ui::commands::{CONTENT, run_command};
use crate::ui::components::deferred_block::memo_block;
use crate::ui::components::element::{attributes, div, element};
use crate::ui::context::{Message, PageContext};
use crate::ui::features::{centre, changes, embed, explain, sources};
use crate::ui::lazy::loader::subscribe;
use crate::ui::lazy::{self, SCENARIOS, SERVICES};
use crate::ui::routes::Route;
use crate::ui::state::{FocusRequest, SharedState, State, ViewAction, WorkspaceAction};
use crate::ui::{header_footer, notice};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// The milliseconds that figures must stand still before the address follows:
/// browsers refuse pages that change it too often.
const ADDRESS_DELAY: u32 = 250;

/// What the page is made for.
#[derive(Properties, PartialEq, Default)]
pub struct AppProps {
    /// Whether the page is rendered at build time, as text without a program:
    /// fields are plain values, and closed groups are left out.
    #[prop_or_default]
    pub shell: bool,
    /// Whom to ask, as the host of the page wrote it.
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
    let ctx = PageContext::new(handle.0.clone(), use_sender(&handle));
    use_listeners(&handle);
    use_simulation(&ctx);
    use_address(&ctx, &handle);
    use_sources(&ctx, &handle);
    use_focus(&ctx);
    match ctx.view.route {
        Route::Embed => embed::view::view(&ctx),
        Route::Centre
        | Route::Certainty
        | Route::Compare
        | Route::Sources
        | Route::Share
        | Route::BuildingBlocks => page(&ctx),
    }
}

/// The page around and with the view that is shown.
pub fn page(ctx: &PageContext) -> Html {
    let view = match ctx.view.route {
        Route::Centre | Route::Embed => centre::view(ctx),
        Route::Certainty => lazy::view(ctx, &lazy::CERTAINTY),
        Route::Compare => lazy::view(ctx, &lazy::COMPARE),
        Route::Sources => lazy::view(ctx, &lazy::SOURCES),
        Route::Share => lazy::view(ctx, &lazy::SHARE),
        Route::BuildingBlocks => lazy::view(ctx, &lazy::BUILDING_BLOCKS),
    };
    // In the comparison each scenario says how far it is from its preset.
    let differences = match ctx.view.route {
        Route::Centre | Route::Embed | Route::Compare => Html::default(),
        Route::Certainty | Route::Sources | Route::Share | Route::BuildingBlocks => {
            changes::view::line_elsewhere(ctx)
        }
    };
    let content = vec![notice::view(ctx), scenario_strip(ctx), differences, view];
    let main = element("main", attributes! { "id" => CONTENT, "tabindex" => "-1" }, content);
    let class = format!("page view-{}", ctx.view.route.id());
    let header = memo_block(ctx, header_footer::is_same_header, |ctx, _| header_footer::header(ctx));
    let footer = memo_block(ctx, State::same_except_simulation, |ctx, _| header_footer::footer(ctx));
    div(class, vec![header, main, footer])
}

/// Returns the state that the page begins with. Where the address or the
/// browser holds scenarios, [`SERVICES`] were loaded before.
///
/// [`SERVICES`]: crate::ui::lazy::SERVICES
fn initial_state() -> State {
    let fragment = platform::fragment();
    match SERVICES.get() {
        Some(services) => (services.storage.initial_state)(&fragment),
        None => {
            let route = Route::from_id(&link::read_view(&fragment).view);
            State::new(route, Scenario::new(Preset::Brochure))
        }
    }
}

/// Returns the strip of scenarios, where there is more than one.
fn scenario_strip(ctx: &PageContext) -> Html {
    if ctx.workspace.current.scenarios.len() == 1 {
        return Html::default();
    }
    lazy::view(ctx, &SCENARIOS)
}

/// Listens to other windows, to the simulation and to the keys of figures as
/// long as the page lives, once what takes them in is loaded.
fn listen_once_loaded(dispatcher: UseReducerDispatcher<SharedState>) {
    SERVICES.when_loaded(move |services| {
        let listeners = [services.storage.listen, services.simulation.listen, services.explanations.listen]
            .map(|listen| listen(dispatcher.clone()));
        listeners.into_iter().flatten().for_each(EventListener::forget);
    });
}

/// Returns the callback that takes the messages of all controls; it stays one
/// and the same.
#[hook]
fn use_sender(handle: &UseReducerHandle<SharedState>) -> Callback<Message> {
    let latest = use_mut_ref(|| handle.0.clone());
    latest.borrow_mut().clone_from(&handle.0);
    let dispatcher = handle.dispatcher();
    let send = use_memo((), |()| {
        Callback::from(move |message| {
            let state = latest.borrow().clone();
            match message {
                Message::Act(action) => {
                    let services = SERVICES.get();
                    let focus =
                        services.and_then(|services| (services.reducers.focus_after)(&state, &action));
                    dispatcher.dispatch(action);
                    // The button that was pressed is gone, or stands elsewhere.
                    if let Some(request) = focus {
                        dispatcher.dispatch(ViewAction::Focus(request).into());
                    }
                }
                Message::Run(command) => run_command(&state, dispatcher.clone(), command),
            }
        })
    });
    (*send).clone()
}

/// Listens to what happens outside the elements of the page: another address,
/// undo and redo by keyboard wherever the focus is, other windows, and the
/// simulation.
#[hook]
fn use_listeners(handle: &UseReducerHandle<SharedState>) {
    let dispatcher = handle.dispatcher();
    use_effect_with((), move |()| {
        let listeners = platform::window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            let keys = dispatcher.clone();
            let keys = EventListener::new_with_options(&window, "keydown", options, move |event| {
                let action = event.dyn_ref::<KeyboardEvent>().and_then(history_key);
                if let Some(action) = action {
                    event.prevent_default();
                    keys.dispatch(action.into());
                }
            });
            let address = dispatcher.clone();
            let address = EventListener::new(&window, "hashchange", move |_| follow_address(&address));
            let loading = dispatcher.clone();
            subscribe(move |_| loading.dispatch(ViewAction::UpdateLoading.into()));
            // What was loaded between the first draw and now told nobody.
            if SERVICES.get().is_some() {
                dispatcher.dispatch(ViewAction::UpdateLoading.into());
            }
            listen_once_loaded(dispatcher);
            [keys, address]
        });
        move || drop(listeners)
    });
}

/// Reads the keys of undo and redo, which hold in text fields as well: what a
/// browser has of its own knows nothing of the texts that the page sets there.
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

/// Follows an address that changed. Going back to an address that the page
/// made itself shows its view, and takes no figures back; a link does.
fn follow_address(dispatcher: &UseReducerDispatcher<SharedState>) {
    let fragment = platform::fragment();
    let is_link = link::carries_scenario(&fragment) && !platform::is_own_address();
    if is_link {
        let dispatcher = dispatcher.clone();
        SERVICES.then(move |_| dispatcher.dispatch(WorkspaceAction::OpenLink(fragment).into()));
    } else {
        let route = Route::from_id(&link::read_view(&fragment).view);
        dispatcher.dispatch(ViewAction::FollowAddress(route).into());
    }
}

/// Asks for what is to be simulated: before anything is drawn, so that a worker
/// works while the page draws.
#[hook]
fn use_simulation(ctx: &PageContext) {
    let asked = use_mut_ref(|| None);
    let Some(services) = SERVICES.get().filter(|_| platform::window().is_some()) else { return };
    let now = Some((ctx.workspace.revision, ctx.view.route, ctx.simulation.questions));
    if asked.replace(now) != now {
        (services.simulation.ask)(ctx);
    }
}

/// Keeps the address, the title and the browser's storage with the state.
#[hook]
fn use_address(ctx: &PageContext, handle: &UseReducerHandle<SharedState>) {
    let first = use_mut_ref(|| true);
    let dispatcher = handle.dispatcher();
    let state = ctx.state();
    use_effect_with((ctx.workspace.revision, ctx.view.route, ctx.simulation.questions), move |_| {
        let fragment = link::fragment(state.view.route.id(), state.scenario());
        platform::store_fragment_in_document(&fragment);
        platform::set_title(&header_footer::window_title(&state));
        // A page that was just opened keeps the address it came with, except
        // where that does not say what is shown.
        let unchanged = state.workspace.changes().is_empty() && state.view.notice.is_none();
        let keep = first.replace(false) && unchanged;
        let before = platform::fragment();
        let timer = (!keep && platform::window().is_some()).then(|| {
            Timeout::new(ADDRESS_DELAY, move || {
                // Otherwise it was just changed, and the page is yet to hear of
                // it: it will come to rest after that.
                if platform::fragment() == before {
                    platform::set_fragment(&fragment);
                    SERVICES.then(move |loaded| {
                        if let Ok(services) = loaded {
                            (services.storage.save)(&state, &dispatcher);
                        }
                    });
                }
            })
        });
        move || drop(timer)
    });
}

/// Fetches the file of sources once it is needed.
#[hook]
fn use_sources(ctx: &PageContext, handle: &UseReducerHandle<SharedState>) {
    let dispatcher = handle.dispatcher();
    use_effect_with(ctx.wants_sources(), move |wanted| {
        if *wanted {
            sources::view::fetch(dispatcher);
        }
    });
}

/// Moves the focus where the state says, into an explanation that opens, and
/// back to its figure when it closes: right after all of that is drawn, so that
/// no key comes in between.
#[hook]
fn use_focus(ctx: &PageContext) {
    let before = use_mut_ref(|| (None, 0));
    use_effect_with((ctx.view.explained.clone(), ctx.view.focus.clone()), move |(now, focus)| {
        let count = focus.as_ref().map_or(0, |(_, count)| *count);
        let (explained, counted) = before.replace((now.clone(), count));
        if let Some((request, _)) = focus.as_ref().filter(|_| counted != count) {
            match request {
                FocusRequest::Element(id) => platform::focus(id),
                FocusRequest::Reveal(id) => platform::reveal(id, true),
            }
        }
        explain::move_focus(explained.as_ref(), now.as_ref());
    });
}
