//! Keeps the scenarios in the browser, on this device only: read when the page
//! begins, written when the figures have come to rest. An embedded page does
//! neither.
//!
//! Two windows keep the same text. Each hears what the other wrote and takes
//! it over; what a window missed is found out before it writes, and then both
//! stay beside each other.

pub use crate::ui::features::storage::messages::{said, status};

use crate::platform;
use crate::platform::storage;
use crate::scenario::link::Address;
use crate::scenario::workspace::NetworkComposition;
use crate::scenario::{link, stored_format};
use crate::ui::components::element::{button, classed, div, heading, p, section, text};
use crate::ui::features::scenarios::state::{Manage, Unkept};
use crate::ui::features::share;
use crate::ui::state::{State, View, Workspace};
use std::cell::RefCell;
use yew::prelude::*;

/// The name of what is kept; `start.js` looks for it too.
pub const NAME: &str = "rekenmodel";

/// Texts that could not be read are set aside under this name and a number.
const ASIDE: &str = "rekenmodel-beschadigd-";

/// The most texts that are set aside.
const MOST_ASIDE: usize = 9;

thread_local! {
    /// The text that the browser keeps, as far as this window knows.
    static KNOWN: RefCell<Option<String>> = const { RefCell::new(None) };
    /// The scenarios for which nothing needs to be written, as JSON.
    static SEEN: RefCell<String> = const { RefCell::new(String::new()) };
}

fn aside(number: usize) -> String {
    format!("{ASIDE}{number}")
}

/// The state to begin with: what an address says and what was kept.
pub fn begin(fragment: &str) -> State {
    let address = link::read(fragment);
    let mut state = State::at(&address);
    recall(&mut state, &address);
    state
}

/// Puts what was kept into the state that an address gave.
fn recall(state: &mut State, address: &Address) {
    let begun = state.workspace.clone();
    if state.view == View::Compact {
        state.know(|beside| beside.unkept = Some(Unkept::Embedded));
        return;
    }
    let Ok(text) = storage::kept(NAME) else {
        state.know(|beside| beside.unkept = Some(Unkept::Blocked));
        return;
    };
    let asides = (1..=MOST_ASIDE).filter(|number| matches!(storage::kept(&aside(*number)), Ok(Some(_))));
    let asides = asides.count();
    state.know(|beside| beside.asides = asides);
    KNOWN.set(text.clone());
    let Some(text) = text else { return SEEN.set(begun.to_json()) };
    let found = stored_format::read(&text);
    match &found {
        Ok(found) => SEEN.set(found.to_json()),
        Err(_) => {
            SEEN.set(begun.to_json());
            state.know(|beside| beside.damaged = Some(text));
        }
    }
    state.recall(address, found);
}

/// Takes in what other windows keep.
pub fn listen(page: UseReducerDispatcher<State>) {
    let listener = storage::when_changed(NAME, move |text| {
        let known = KNOWN.replace(text.clone());
        if known != text {
            page.dispatch(Manage::Elsewhere(text).into());
        }
    });
    if let Some(listener) = listener {
        listener.forget();
    }
}

/// Keeps the scenarios as they are, where they are not kept yet.
pub fn keep(state: &UseReducerHandle<State>) {
    let beside = state.beside();
    let can =
        !matches!(beside.unkept, Some(Unkept::Embedded | Unkept::Blocked | Unkept::Apart | Unkept::Newer));
    if !can || state.view == View::Compact {
        return;
    }
    let json = state.workspace.to_json();
    // What another window keeps is here as it is there.
    if beside.adopted != 0 && beside.adopted == state.changed {
        return SEEN.set(json);
    }
    if SEEN.with_borrow(|seen| *seen == json) {
        return;
    }
    let Ok(there) = storage::kept(NAME) else {
        return state.dispatch(Manage::Kept(Some(Unkept::Blocked)).into());
    };
    if KNOWN.with_borrow(|known| *known != there) || beside.unkept == Some(Unkept::Crowded) {
        // Another window wrote, and this one did not hear it.
        KNOWN.set(there.clone());
        if let Some(text) = there.filter(|text| stored_format::read(text).is_ok()) {
            return state.dispatch(Manage::Unite(text).into());
        }
    }
    if state.workspace.is_untouched() && beside.damaged.is_none() {
        // Nothing of the user's is nothing to keep.
        if KNOWN.take().is_some() {
            storage::forget(NAME);
        }
        return SEEN.set(json);
    }
    if let Some(text) = &beside.damaged {
        match set_aside(text) {
            Some(asides) => state.dispatch(Manage::SetAside(asides).into()),
            None => return state.dispatch(Manage::Kept(Some(Unkept::Full)).into()),
        }
    }
    let text = stored_format::write(&json);
    let done = storage::keep(NAME, &text);
    if done {
        KNOWN.set(Some(text));
        SEEN.set(json);
    }
    let unkept = (!done).then_some(Unkept::Full);
    if beside.unkept != unkept {
        state.dispatch(Manage::Kept(unkept).into());
    }
}

/// Keeps a text that could not be read under another name; gives how many
/// there are, or nothing where there was no room.
fn set_aside(text: &str) -> Option<usize> {
    for number in 1..=MOST_ASIDE {
        match storage::kept(&aside(number)).ok()? {
            Some(there) if there == text => return Some(number),
            Some(_) => {}
            None => return storage::keep(&aside(number), text).then_some(number),
        }
    }
    None
}

/// Forgets everything.
pub fn erase(state: &UseReducerHandle<State>) {
    storage::forget(NAME);
    (1..=MOST_ASIDE).for_each(|number| storage::forget(&aside(number)));
    KNOWN.set(None);
    SEEN.set(String::new());
    state.dispatch(Manage::Erased.into());
}

/// Offers every text that could not be read as a file.
pub fn save_asides(state: &State) {
    let kept = (1..=state.beside().asides).filter_map(|number| storage::kept(&aside(number)).ok().flatten());
    for (place, text) in state.beside().damaged.clone().into_iter().chain(kept).enumerate() {
        let name = (state.text().workspace.aside_file)(place + 1);
        platform::download(&name, "text/plain", &text);
    }
}

/// Offers all scenarios as one file.
pub fn save_all(state: &State) {
    let workspace = &state.workspace;
    let name = &workspace.scenarios[workspace.reference].name;
    platform::download(&share::view::file_name(name), "application/json", &workspace.to_json());
}

/// What is kept, as a card with the way to erase it.
pub fn card(state: &State) -> Html {
    let words = state.text().workspace;
    let status = classed("strong", "", vec![text(status(state))]);
    let mut content = vec![
        heading("h2", "deel-bewaard", words.kept),
        p("small", words.kept_hint),
        classed("p", "", vec![status]),
    ];
    content.extend(super::messages::asides(state));
    let mut buttons = vec![button("button", "kept-erase", words.erase)];
    if state.beside().unkept == Some(Unkept::Apart) {
        buttons.insert(0, button("button", "kept-rejoin", words.rejoin));
    }
    content.push(div("buttons", buttons));
    section("card", "deel-bewaard", content)
}

/// What is offered beside the file of one scenario.
pub fn save_button(workspace: &Workspace, state: &State) -> Html {
    let count = workspace.scenarios.len();
    let words = match count {
        1 if workspace.network == NetworkComposition::none(1) => return Html::default(),
        1 => state.text().network.save.to_owned(),
        _ => (state.text().workspace.save_all)(count),
    };
    button("button", "save-all", words)
}
