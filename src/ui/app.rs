//! The whole page: the views, and what keeps them and the address together.

use crate::platform;
use crate::scenario::link;
use crate::ui::components::deferred_block;
use crate::ui::components::element::{div, element};
use crate::ui::events;
use crate::ui::events::Command;
use crate::ui::features::sources::state::Sourcing;
use crate::ui::features::{centre, changes, embed, explain};
use crate::ui::lazy;
use crate::ui::state::{Action, State, View};
use crate::ui::{header_footer, notice};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// How long the figures must stand still before the address follows: browsers
/// refuse pages that change it too often.
const SETTLED_MILLISECONDS: u32 = 250;

/// What the page is made for.
#[derive(Properties, PartialEq, Default)]
pub struct AppProps {
    /// Rendered at build time, as text without a program: fields are shown as
    /// plain values, and closed groups are left out.
    #[prop_or_default]
    pub shell: bool,
    /// Whom to ask, as the host of the page wrote it.
    #[prop_or_default]
    pub contact: AttrValue,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer_eq(|| {
        let mut state = lazy::first_state();
        state.shell = props.shell;
        state.contact.clone_from(&props.contact);
        state
    });
    use_listeners(&state);
    use_question(&state);
    use_followers(&state);
    explain::use_focus(&state);
    let act = |read: fn(&State, &Event) -> Option<Action>| {
        let state = state.clone();
        move |event: &Event| {
            if let Some(action) = read(&state, event) {
                state.dispatch(action);
            }
        }
    };
    let (input, change, leave) = (act(events::on_input), act(events::on_change), act(events::on_leave));
    let page_of = state.dispatcher();
    let change = move |event: Event| match platform::file_field(&event) {
        Some(field) => lazy::open_file(field, page_of.clone()),
        None => change(&event),
    };
    let enter = leave.clone();
    let click = {
        let state = state.clone();
        move |event: MouseEvent| {
            if let Some(command) = events::on_click(&state, &event) {
                obey(&state, command);
            }
        }
    };
    let content = if state.view == View::Compact { embed::view::view(&state) } else { page(&state) };
    html! {
        <div oninput={move |event: InputEvent| input(&event)} onchange={change} onclick={click}
            onfocusout={move |event: FocusEvent| leave(&event)}
            onkeydown={move |event: KeyboardEvent| if event.key() == "Enter" { enter(&event) }}>
            { content }
        </div>
    }
}

/// The page around and with the view that is shown.
pub fn page(state: &State) -> Html {
    let view = match state.view {
        View::Rekenen | View::Compact => div(
            "work",
            vec![
                centre::headline::question(state),
                centre::headline::figures(state),
                centre::inputs::view(state, state.is_shell()),
                div("lead", vec![centre::headline::story(state), centre::results::main_picture(state)]),
                lazy::results(state),
            ],
        ),
        _ => lazy::view(state),
    };
    // Beside each other, each scenario says how far it is from its beginning.
    let elsewhere = match state.view {
        View::Rekenen | View::Vergelijken => Html::default(),
        _ => changes::view::line(state, "go"),
    };
    let main = vec![notice::view(state), lazy::scenarios(state), elsewhere, view];
    let main = element("main", &["id", "tabindex"], vec![Some("inhoud".into()), Some("-1".into())], main);
    let class = format!("page view-{}", state.view.id());
    let header = deferred_block::following(state, header_footer::is_same, header_footer::header);
    div(class, vec![header, main, deferred_block::deaf(state, header_footer::footer)])
}

/// Does what a button asks for.
fn obey(state: &UseReducerHandle<State>, command: Command) {
    match command {
        Command::Act(action) => state.dispatch(action),
        Command::Go(id) => go(state, id),
        Command::View(view) => {
            state.dispatch(Action::Show(view));
            state.dispatch(Action::Aim("inhoud".to_owned(), true));
        }
        Command::Reveal(id) if platform::is_there(&id) => platform::reveal(&id, false),
        // It is drawn by a feature that is not loaded yet.
        Command::Reveal(id) => {
            let page = state.dispatcher();
            lazy::then(move || page.dispatch(Action::Aim(id, true)));
        }
        Command::Load => lazy::request(),
        Command::Other(command) => {
            let state = state.clone();
            lazy::then(move || lazy::obey(&state, &command));
        }
    }
}

/// Goes to an element of the view with the fields.
pub fn go(state: &UseReducerHandle<State>, id: String) {
    state.dispatch(Action::Show(View::Rekenen));
    state.dispatch(Action::Aim(id, true));
}

/// Listens to what happens outside the page's own elements: another address,
/// undo and redo by keyboard wherever the focus is.
#[hook]
fn use_listeners(state: &UseReducerHandle<State>) {
    let page = state.dispatcher();
    use_effect_with((), move |()| {
        lazy::follow(page.clone());
        let listeners = platform::window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            let keys = page.clone();
            let keys = EventListener::new_with_options(&window, "keydown", options, move |event| {
                let action = event.dyn_ref::<KeyboardEvent>().and_then(events::on_key);
                if let Some(action) = action {
                    event.prevent_default();
                    keys.dispatch(action);
                }
            });
            let opened = page.clone();
            let opened = platform::when_opened("data-source", move |name| {
                let page = opened.clone();
                lazy::then(move || page.dispatch(Action::Sources(Sourcing::Opened(name))));
            });
            [keys, EventListener::new(&window, "hashchange", move |_| lazy::go(&page))]
                .into_iter()
                .chain(opened)
                .collect::<Vec<_>>()
        });
        move || drop(listeners)
    });
}

/// Asks for what draws the view where that is not the first, and for
/// what is to be simulated: before anything is drawn, so that a worker works
/// while the page draws.
#[hook]
fn use_question(state: &UseReducerHandle<State>) {
    let elsewhere = !matches!(state.view, View::Rekenen | View::Compact);
    let asked = use_mut_ref(|| None);
    let now = Some((state.changed, state.view as u8, state.questions, lazy::is_loaded()));
    if asked.replace(now) != now && elsewhere && platform::window().is_some() {
        if lazy::is_loaded() {
            lazy::simulate(state);
        } else {
            lazy::request();
        }
    }
}

/// What follows the state: the address, the title, and the file of sources.
#[hook]
fn use_followers(state: &UseReducerHandle<State>) {
    use_effect_with((state.wants_sources(), lazy::is_loaded()), {
        let page = state.dispatcher();
        move |(wants, loaded)| match (wants, loaded) {
            (true, true) => lazy::fetch_sources(page),
            (true, false) => lazy::request(),
            (false, _) => {}
        }
    });
    let first = use_mut_ref(|| true);
    use_effect_with((state.changed, state.view as u8, state.questions), {
        let state = state.clone();
        move |_| {
            let fragment = link::fragment(state.view.id(), state.scenario());
            platform::remember(&fragment);
            platform::set_title(&header_footer::window_title(&state));
            // A page that was just opened keeps the address it came with,
            // except where that does not say what is shown.
            let keep = first.replace(false) && state.changes() == 0 && state.notice.is_none();
            let before = platform::fragment();
            let timer = (!keep && platform::window().is_some()).then(|| {
                Timeout::new(SETTLED_MILLISECONDS, move || {
                    // Or else it was just changed, which this page is yet to
                    // hear of: it will come to rest after that.
                    if platform::fragment() == before {
                        platform::set_fragment(&fragment);
                        lazy::keep(&state);
                    }
                })
            });
            move || drop(timer)
        }
    });
}
