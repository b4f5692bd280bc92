//! Saves the scenarios in the browser's storage, on this device only. They are read
//! when the page begins, and written once the user pauses. An embedded page does
//! neither.
//!
//! # Design
//! All windows save to one text. The browser notifies each window when another one
//! has written, and the window adopts the new text. Before it writes, a window also
//! checks that the text is the one it knows. If it is not, the notification was
//! missed, and the scenarios of both windows are merged.
//!
//! A saved text that cannot be read is never overwritten: it is copied to another
//! name first, which is called its quarantine.
//!
//! Version 1 of the model saved under another name. Its text is read where this version
//! has saved nothing yet, and is never written to: the user's original stays, and a page
//! of version 1 that is still open cannot overwrite what this one saves.

use crate::platform;
use crate::platform::EventListener;
use crate::platform::storage;
use crate::scenario::link::Address;
use crate::scenario::stored_format;
use crate::scenario::workspace::NetworkComposition;
use crate::ui::commands::Command;
use crate::ui::components::element::{button, classed, div, heading, p, section};
use crate::ui::components::figure::{figure_button, name_text, sentence_in};
use crate::ui::context::PageContext;
use crate::ui::features::share;
use crate::ui::features::storage::messages;
use crate::ui::features::storage::state::StorageBlocker;
use crate::ui::routes::{Route, read_address};
use crate::ui::state::{SharedState, State, StorageAction};
use std::cell::RefCell;
use yew::prelude::*;

/// The name of the saved text; `start.js` looks for it too.
const NAME: &str = "rekenmodel-2";

/// The name under which version 1 of the model saved; `start.js` looks for it too.
const VERSION_1_NAME: &str = "rekenmodel";

/// The start of the name of each text in quarantine; its number follows.
const QUARANTINE: &str = "rekenmodel-beschadigd-";

/// The largest number of texts in quarantine.
const MAX_QUARANTINED: usize = 9;

thread_local! {
    /// The text that this window last wrote to the browser's storage or read from
    /// it.
    static STORED: RefCell<Option<String>> = const { RefCell::new(None) };
    /// The scenarios that are saved already or need no saving, as JSON.
    static SAVED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Returns the name of the text in quarantine with this number.
fn quarantine_name(number: usize) -> String {
    format!("{QUARANTINE}{number}")
}

/// Returns the state that a page begins with: the view and the scenario of its
/// address, and the saved scenarios.
pub fn initial_state(fragment: &str) -> State {
    let address = read_address(fragment);
    let mut state = State::from_address(&address);
    add_saved(&mut state, &address);
    state
}

/// Adds the saved scenarios to the state of a page that begins with this address.
fn add_saved(state: &mut State, address: &Address) {
    if state.view.route == Route::Compact {
        state.storage.blocker = Some(StorageBlocker::Embedded);
        return;
    }
    let Ok(text) = storage::read(NAME) else {
        state.storage.blocker = Some(StorageBlocker::Blocked);
        return;
    };
    let quarantined = (1..=MAX_QUARANTINED)
        .filter(|number| matches!(storage::read(&quarantine_name(*number)), Ok(Some(_))));
    state.storage.quarantined = quarantined.count();
    state.storage.has_version_1 = matches!(storage::read(VERSION_1_NAME), Ok(Some(_)));
    STORED.set(text.clone());
    let Some(text) = text else {
        SAVED.set(state.workspace.current.to_json());
        return add_version_1(state, address);
    };
    let saved = stored_format::read(&text);
    match &saved {
        Ok(saved) => SAVED.set(saved.to_json()),
        Err(_) => {
            SAVED.set(state.workspace.current.to_json());
            state.storage.damaged = Some(text);
        }
    }
    state.restore_saved(address, saved);
}

/// Adds the scenarios that version 1 of the model saved, if there are any. They are
/// saved again, as those of this version.
fn add_version_1(state: &mut State, address: &Address) {
    let Ok(Some(text)) = storage::read(VERSION_1_NAME) else { return };
    let saved = stored_format::read_any_version(&text).map(|(workspace, conversions)| {
        SAVED.set(String::new());
        // A link of version 1 may have brought the same changes.
        state.view.conversions.extend(conversions);
        state.view.conversions.sort_unstable();
        state.view.conversions.dedup();
        workspace
    });
    state.restore_saved(address, saved);
}

/// Adopts the scenarios that other windows save, for as long as the listener
/// exists.
pub fn listen(dispatcher: UseReducerDispatcher<SharedState>) -> Option<EventListener> {
    storage::when_changed(NAME, move |text| {
        let stored = STORED.replace(text.clone());
        if stored != text {
            dispatcher.dispatch(StorageAction::AdoptOtherWindow(text).into());
        }
    })
}

/// Saves the scenarios unless they are saved already or a blocker forbids it.
/// Reports to the state whether saving succeeded.
pub fn save(state: &State, dispatcher: &UseReducerDispatcher<SharedState>) {
    let report = |action: StorageAction| dispatcher.dispatch(action.into());
    let blocker = state.storage.blocker;
    let allowed = match blocker {
        Some(
            StorageBlocker::Embedded
            | StorageBlocker::Blocked
            | StorageBlocker::Apart
            | StorageBlocker::SavedByNewer,
        ) => false,
        Some(StorageBlocker::Full | StorageBlocker::Crowded) | None => true,
    };
    if !allowed || state.view.route == Route::Compact {
        return;
    }
    let json = state.workspace.current.to_json();
    // Scenarios that were adopted from another window are saved by that window.
    let adopted = state.storage.adopted_revision;
    if adopted != 0 && adopted == state.workspace.revision {
        return SAVED.set(json);
    }
    if SAVED.with_borrow(|saved| *saved == json) {
        return;
    }
    let Ok(stored) = storage::read(NAME) else {
        return report(StorageAction::SetBlocker(Some(StorageBlocker::Blocked)));
    };
    if STORED.with_borrow(|known| *known != stored) || blocker == Some(StorageBlocker::Crowded) {
        // Another window has written without this one being notified, or its
        // scenarios could not be merged before for lack of room.
        STORED.set(stored.clone());
        if let Some(text) = stored.filter(|text| stored_format::read(text).is_ok()) {
            return report(StorageAction::MergeOtherWindow(text));
        }
    }
    let has_version_1 = matches!(storage::read(VERSION_1_NAME), Ok(Some(_)));
    if state.workspace.current.is_untouched() && state.storage.damaged.is_none() && !has_version_1 {
        // A visit without changes leaves nothing in the storage, unless the next visit
        // would then show the scenarios of version 1 again.
        if STORED.take().is_some() {
            storage::remove(NAME);
        }
        return SAVED.set(json);
    }
    if let Some(text) = &state.storage.damaged {
        match move_to_quarantine(text) {
            Some(count) => report(StorageAction::SetQuarantined(count)),
            None => return report(StorageAction::SetBlocker(Some(StorageBlocker::Full))),
        }
    }
    let text = stored_format::write(&json);
    let written = storage::write(NAME, &text);
    if written {
        STORED.set(Some(text));
        SAVED.set(json);
    }
    let new_blocker = (!written).then_some(StorageBlocker::Full);
    if blocker != new_blocker {
        report(StorageAction::SetBlocker(new_blocker));
    }
}

/// Saves a text that could not be read under a name of its own. Returns the number
/// of texts in quarantine; `None` where there was no room.
fn move_to_quarantine(text: &str) -> Option<usize> {
    for number in 1..=MAX_QUARANTINED {
        match storage::read(&quarantine_name(number)).ok()? {
            Some(stored) if stored == text => return Some(number),
            Some(_) => {}
            None => return storage::write(&quarantine_name(number), text).then_some(number),
        }
    }
    None
}

/// Erases everything that the browser saved.
pub fn erase(dispatcher: &UseReducerDispatcher<SharedState>) {
    storage::remove(NAME);
    storage::remove(VERSION_1_NAME);
    (1..=MAX_QUARANTINED).for_each(|number| storage::remove(&quarantine_name(number)));
    STORED.set(None);
    SAVED.set(String::new());
    dispatcher.dispatch(StorageAction::Erase.into());
}

/// Downloads every saved text that could not be read, each as a file.
pub fn save_quarantined(state: &State) {
    let quarantined = (1..=state.storage.quarantined)
        .filter_map(|number| storage::read(&quarantine_name(number)).ok().flatten());
    for (index, text) in state.storage.damaged.clone().into_iter().chain(quarantined).enumerate() {
        let name = (state.text().workspace().quarantine_file)(index + 1);
        platform::download(&name, "text/plain", &text);
    }
}

/// Downloads the scenarios that version 1 of the model saved, as they are.
pub fn save_version_1(state: &State) {
    // The text is the version of the format, a checksum and the JSON.
    let text = storage::read(VERSION_1_NAME).ok().flatten();
    if let Some(json) = text.as_ref().and_then(|text| text.splitn(3, '.').nth(2)) {
        platform::download(state.text().workspace().version_1_file, "application/json", json);
    }
}

/// Downloads all scenarios as one file.
pub fn save_workspace(state: &State) {
    let workspace = &state.workspace.current;
    let name = &workspace.scenarios[workspace.reference].name;
    platform::download(&share::view::file_name(name), "application/json", &workspace.to_json());
}

/// Draws the card on whether scenarios are saved, with the button that erases
/// them.
pub fn card(ctx: &PageContext) -> Html {
    let words = ctx.text().workspace();
    let status = sentence_in("strong", "", messages::status(ctx));
    let mut content = vec![
        heading("h2", "deel-bewaard", words.storage_title),
        p("small", words.storage_hint),
        classed("p", "", vec![status]),
    ];
    content.extend(messages::quarantine(ctx));
    content.extend(messages::version_1(ctx));
    let mut buttons = vec![button("button", ctx.press(Command::EraseStorage), words.erase)];
    if ctx.storage.blocker == Some(StorageBlocker::Apart) {
        buttons.insert(0, messages::show_saved(ctx));
    }
    content.push(div("buttons", buttons));
    section("card", "deel-bewaard", content)
}

/// Draws the button that saves all scenarios as one file. Empty with a single
/// scenario and no network, where the file of that scenario holds everything.
pub fn save_workspace_button(ctx: &PageContext) -> Html {
    let workspace = &ctx.workspace.current;
    let words = match workspace.scenarios.len() {
        1 if workspace.network == NetworkComposition::empty(1) => return Html::default(),
        1 => ctx.text().network().save.to_owned(),
        count => (ctx.text().workspace().save_all)(count),
    };
    figure_button("button", ctx.press(Command::SaveWorkspace), name_text(words))
}
