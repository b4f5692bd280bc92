//! The whole page: the views, and what keeps them and the address together.

use super::element::{div, element};
use super::events::{self, Command};
use super::state::{Action, State, View};
use super::{
    changes, compact, explain, headline, inputs, notice, offer, own, results, share, simulating, sources,
    top, uncertain,
};
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
    let shell = props.shell;
    let state = use_reducer_eq(|| {
        let mut state = State::at(&link::read(&platform::fragment()));
        state.shell = shell;
        state
    });
    let copied = use_state_eq(|| None::<(String, bool)>);
    use_address(&state);
    use_keys(&state);
    simulating::use_simulation(&state);
    sources::use_sources(&state);
    explain::use_explanations(&state);
    let act = |read: fn(&State, &Event) -> Option<Action>| {
        let state = state.clone();
        move |event: &Event| {
            if let Some(action) = read(&state, event) {
                state.dispatch(action);
            }
        }
    };
    let (input, change, leave) = (act(events::on_input), act(events::on_change), act(events::on_leave));
    let opened = state.dispatcher();
    let change = move |event: Event| match platform::file_field(&event) {
        Some(field) => {
            let opened = opened.clone();
            yew::platform::spawn_local(async move {
                if let Some(text) = platform::chosen_file(&field).await {
                    opened.dispatch(Action::Open(text));
                }
            });
        }
        None => change(&event),
    };
    let enter = leave.clone();
    let click = {
        let (state, copied) = (state.clone(), copied.clone());
        move |event: MouseEvent| {
            if let Some(command) = events::on_click(&state, &event) {
                obey(&state, &copied, command);
            }
        }
    };
    let content = if state.view == View::Compact {
        compact::view(&state, failed((*copied).as_ref()))
    } else {
        page(&state, props, (*copied).as_ref())
    };
    html! {
        <div oninput={move |event: InputEvent| input(&event)} onchange={change} onclick={click}
            onfocusout={move |event: FocusEvent| leave(&event)}
            onkeydown={move |event: KeyboardEvent| if event.key() == "Enter" { enter(&event) }}>
            { content }
        </div>
    }
}

fn page(state: &State, props: &AppProps, copied: Option<&(String, bool)>) -> Html {
    let shell = props.shell;
    let failed = failed(copied);
    let view = match state.view {
        View::Rekenen | View::Compact => div(
            "work",
            vec![
                headline::question(state),
                headline::figures(state),
                inputs::view(state, shell),
                div("lead", vec![headline::story(state), results::main_picture(state, failed)]),
                results::view(state, shell, failed),
            ],
        ),
        View::Onzekerheid => uncertain::view(state, failed),
        View::Bronnen => sources::view(state),
        View::Delen => share::view(state, copied),
        View::Bouwstenen => offer::view(state),
    };
    let elsewhere = if state.view == View::Rekenen { Html::default() } else { changes::line(state, "go") };
    let main = vec![notice::view(state), elsewhere, view];
    let main = element("main", &["id", "tabindex"], vec![Some("inhoud".into()), Some("-1".into())], main);
    let class = format!("page view-{}", state.view.id());
    div(class, vec![top::header(state, shell), main, top::footer(state, &props.contact, shell)])
}

/// What was asked of the browser last, where that did not work.
fn failed(copied: Option<&(String, bool)>) -> Option<&str> {
    copied.filter(|(_, done)| !done).map(|(id, _)| id.as_str())
}

/// Does what a button asks for.
fn obey(state: &UseReducerHandle<State>, copied: &UseStateHandle<Option<(String, bool)>>, command: Command) {
    match command {
        Command::Act(action @ Action::PutBack(_)) => {
            state.dispatch(action);
            Timeout::new(0, || platform::focus(changes::LIST)).forget();
        }
        Command::Act(action) => {
            let focus = own::focus_after(state, &action);
            state.dispatch(action);
            // The button that was pressed is gone, or stands elsewhere.
            if let Some((id, open)) = focus {
                let then = move || if open { platform::reveal(&id) } else { platform::focus(&id) };
                Timeout::new(0, then).forget();
            }
        }
        Command::Go(id) => {
            state.dispatch(Action::Show(View::Rekenen));
            // The view is drawn after this event.
            Timeout::new(50, move || platform::reveal(&id)).forget();
        }
        Command::View(view) => {
            state.dispatch(Action::Show(view));
            // The view is drawn after this event.
            Timeout::new(50, || platform::reveal("inhoud")).forget();
        }
        Command::Reveal(id) => platform::reveal(&id),
        Command::Save => {
            let scenario = state.scenario();
            platform::download(&share::file_name(&scenario.name), "application/json", &scenario.to_json());
        }
        Command::Copy(id) => {
            let copied = copied.clone();
            platform::copy(&id, move |id, done| copied.set(Some((id, done))));
        }
        Command::Picture(kind, id) => {
            copied.set(None);
            let copied = copied.clone();
            let picture = id.clone();
            results::save(state, kind, &picture, move || copied.set(Some((id, false))));
        }
        Command::Print => {
            state.dispatch(Action::Show(View::Rekenen));
            // The view is drawn after this event.
            Timeout::new(50, platform::print).forget();
        }
    }
}

/// Keeps the address the same as the state, both ways.
#[hook]
fn use_address(state: &UseReducerHandle<State>) {
    let dispatch = state.dispatcher();
    use_effect_with((), move |()| {
        let listener = platform::window().map(|window| {
            EventListener::new(&window, "hashchange", move |_| {
                dispatch.dispatch(Action::Go(Box::new(link::read(&platform::fragment()))));
            })
        });
        move || drop(listener)
    });
    let first = use_mut_ref(|| true);
    use_effect_with((state.view, state.workspace.clone()), {
        let state = state.clone();
        move |_| {
            let fragment = link::fragment(state.view.id(), state.scenario());
            platform::remember(&fragment);
            platform::set_title(&top::window_title(&state));
            // A page that was just opened keeps the address it came with,
            // except where that does not say what is shown.
            let keep = first.replace(false) && state.changes() == 0 && state.notice.is_none();
            let timer = (!keep && platform::window().is_some())
                .then(|| Timeout::new(SETTLED_MILLISECONDS, move || platform::set_fragment(&fragment)));
            move || drop(timer)
        }
    });
}

/// Undo and redo by keyboard, wherever the focus is.
#[hook]
fn use_keys(state: &UseReducerHandle<State>) {
    let dispatch = state.dispatcher();
    use_effect_with((), move |()| {
        let listener = platform::window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                let action = event.dyn_ref::<KeyboardEvent>().and_then(events::on_key);
                if let Some(action) = action {
                    event.prevent_default();
                    dispatch.dispatch(action);
                }
            })
        });
        move || drop(listener)
    });
}
