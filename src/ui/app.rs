//! The whole page: the views, and what keeps them and the address together.

use super::element::{div, element};
use super::events::{self, Command};
use super::later;
use super::state::sourced::Sourcing;
use super::state::{Action, Notice, State, View};
use super::{changes, compact, explain, headline, inputs, notice, part, results, top};
use crate::link;
use crate::platform;
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
        let mut state = later::first_state();
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
        Some(field) => later::open_file(field, page_of.clone()),
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
    let content = if state.view == View::Compact { compact::view(&state) } else { page(&state) };
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
                headline::question(state),
                headline::figures(state),
                inputs::view(state, state.is_shell()),
                div("lead", vec![headline::story(state), results::main_picture(state)]),
                later::results(state),
            ],
        ),
        _ => later::view(state),
    };
    // Beside each other, each scenario says how far it is from its beginning.
    let elsewhere = match state.view {
        View::Rekenen | View::Vergelijken => Html::default(),
        _ => changes::line(state, "go"),
    };
    let main = vec![notice::view(state), later::scenarios(state), elsewhere, view];
    let main = element("main", &["id", "tabindex"], vec![Some("inhoud".into()), Some("-1".into())], main);
    let class = format!("page view-{}", state.view.id());
    let header = part::following(state, top::is_same, top::header);
    div(class, vec![header, main, part::deaf(state, top::footer)])
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
        // It is a part that comes later, and is drawn with that.
        Command::Reveal(id) => {
            let page = state.dispatcher();
            later::then(move || page.dispatch(Action::Aim(id, true)));
        }
        Command::Load => later::then(|| {}),
        Command::Other(command) => {
            let state = state.clone();
            later::then(move || later::obey(&state, &command));
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
        later::follow(page.clone());
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
                later::then(move || page.dispatch(Action::Sources(Sourcing::Opened(name))));
            });
            [keys, EventListener::new(&window, "hashchange", move |_| later::go(&page))]
                .into_iter()
                .chain(opened)
                .collect::<Vec<_>>()
        });
        move || drop(listeners)
    });
}

/// Asks for the rest of the program where the view is not the first, and for
/// what is to be simulated: before anything is drawn, so that a worker works
/// while the page draws.
#[hook]
fn use_question(state: &UseReducerHandle<State>) {
    let missing = matches!(state.notice, Some(Notice::Missing));
    let elsewhere = !matches!(state.view, View::Rekenen | View::Compact) && !missing;
    let asked = use_mut_ref(|| None);
    let now = Some((state.changed, state.view as u8, elsewhere, state.questions));
    if asked.replace(now) != now && elsewhere && platform::window().is_some() {
        let state = state.clone();
        later::then(move || later::simulate(&state));
    }
}

/// What follows the state: the address, the title, and the file of sources.
#[hook]
fn use_followers(state: &UseReducerHandle<State>) {
    let sources = state.wants_sources();
    let first = use_mut_ref(|| true);
    use_effect_with((state.changed, state.view as u8, state.questions, sources), {
        let state = state.clone();
        move |_| {
            let fragment = link::fragment(state.view.id(), state.scenario());
            platform::remember(&fragment);
            platform::set_title(&top::window_title(&state));
            // A page that was just opened keeps the address it came with,
            // except where that does not say what is shown.
            let keep = first.replace(false) && state.changes() == 0 && state.notice.is_none();
            if sources {
                let page = state.dispatcher();
                later::then(move || later::fetch_sources(page));
            }
            let before = platform::fragment();
            let timer = (!keep && platform::window().is_some()).then(|| {
                Timeout::new(SETTLED_MILLISECONDS, move || {
                    // Or else it was just changed, which this page is yet to
                    // hear of: it will come to rest after that.
                    if platform::fragment() == before {
                        platform::set_fragment(&fragment);
                        later::keep(&state);
                    }
                })
            });
            move || drop(timer)
        }
    });
}
