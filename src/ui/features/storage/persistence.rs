//! Saves the scenarios in the browser's storage, on this device only. They are read
//! when the page begins, and written while they change (`src/ui/saving.rs` says when). An
//! embedded page does neither.
//!
//! # Design
//! All windows save to one text. The browser notifies each window when another one
//! has written, and the window merges the changes (`versions` says how). Before it writes, a
//! window also reads the text, since a notification can be missed. After it wrote, it reads the
//! text back: only then the scenarios are called saved.
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
use crate::scenario::workspace::{NetworkComposition, ScenarioFile, Workspace};
use crate::ui::commands::Command;
use crate::ui::components::element::{button, classed, div, heading, p, section};
use crate::ui::components::figure::{figure_button, name_text, sentence_in};
use crate::ui::context::PageContext;
use crate::ui::features::share;
use crate::ui::features::storage::state::StorageBlocker;
use crate::ui::features::storage::versions::StoredVersions;
use crate::ui::features::storage::{drafts, messages};
use crate::ui::routes::{Route, read_address};
use crate::ui::state::{SharedState, State, StorageAction};
use std::rc::Rc;
use yew::prelude::*;

/// The name of the saved text; `start.js` looks for it too.
const NAME: &str = "rekenmodel-2";

/// The name under which version 1 of the model saved; `start.js` looks for it too.
const VERSION_1_NAME: &str = "rekenmodel";

/// The start of the name of each text in quarantine; its number follows.
const QUARANTINE: &str = "rekenmodel-beschadigd-";

/// The largest number of texts in quarantine.
const MAX_QUARANTINED: usize = 9;

/// Returns the name of the text in quarantine with this number.
fn quarantine_name(number: usize) -> String {
    format!("{QUARANTINE}{number}")
}

/// Returns the state that a page begins with: the view and the scenario of its
/// address, the saved scenarios, and the refused texts of its fields.
pub fn initial_state(fragment: &str) -> State {
    let mut address = read_address(fragment);
    let mut state = State::from_address(&address);
    add_saved(&mut state, &mut address);
    if state.view.route != Route::Compact {
        drafts::restore(&mut state);
    }
    state
}

/// Adds the saved scenarios to the state of a page that begins with this address.
fn add_saved(state: &mut State, address: &mut Address) {
    if state.view.route == Route::Compact {
        state.storage.blocker = Some(StorageBlocker::Embedded);
        return;
    }
    let window = platform::random_id();
    let shown = state.workspace.current.clone();
    state.storage.versions = Rc::new(StoredVersions::unstored(window.clone(), None, &shown));
    let Ok(text) = storage::read(NAME) else {
        state.storage.blocker = Some(StorageBlocker::Blocked);
        return;
    };
    let quarantined = (1..=MAX_QUARANTINED)
        .filter(|number| matches!(storage::read(&quarantine_name(*number)), Ok(Some(_))));
    state.storage.quarantined = quarantined.count();
    state.storage.has_version_1 = matches!(storage::read(VERSION_1_NAME), Ok(Some(_)));
    let Some(text) = text else { return add_version_1(state, address) };
    let saved = match stored_format::read(&text) {
        Ok(stored) => {
            let workspace = stored.workspace.clone();
            state.storage.versions = Rc::new(StoredVersions::stored(window, &text, stored));
            if platform::is_saved_address() {
                follow_saved(address, &workspace);
            }
            Ok(workspace)
        }
        Err(problem) => {
            state.storage.versions = Rc::new(StoredVersions::unstored(window, Some(&text), &shown));
            state.storage.damaged = Some(text);
            Err(problem)
        }
    };
    state.restore_saved(address, saved);
}

/// Replaces the scenario of an address that this page wrote when everything was saved by its
/// saved version, which may be newer: a page that is left cannot always write its address.
fn follow_saved(address: &mut Address, saved: &Workspace) {
    let Some(Ok(ScenarioFile::One(scenario))) = &address.content else { return };
    if saved.index_of(scenario).is_none() {
        let mut same_name = saved.scenarios.iter().filter(|one| one.name == scenario.name);
        let newer = match (same_name.next(), same_name.next()) {
            (Some(only), None) => only,
            _ => &saved.scenarios[saved.shown],
        };
        address.content = Some(Ok(ScenarioFile::One(newer.clone())));
    }
}

/// Adds the scenarios that version 1 of the model saved, if there are any. They are
/// saved again, as those of this version.
fn add_version_1(state: &mut State, address: &Address) {
    let Ok(Some(text)) = storage::read(VERSION_1_NAME) else { return };
    let saved = stored_format::read_any_version(&text).map(|(stored, conversions)| {
        state.storage.versions_mut().unsettle();
        // A link of version 1 may have brought the same changes.
        state.view.conversions.extend(conversions);
        state.view.conversions.sort_unstable();
        state.view.conversions.dedup();
        stored.workspace
    });
    state.restore_saved(address, saved);
}

/// Merges what other windows save, for as long as the listener exists.
pub fn listen(dispatcher: UseReducerDispatcher<SharedState>) -> Option<EventListener> {
    dispatcher.dispatch(StorageAction::Begin(platform::random_id()).into());
    storage::when_changed(NAME, move |text| dispatcher.dispatch(StorageAction::Receive(text).into()))
}

/// Saves the scenarios unless they are saved already or a blocker forbids it, and the refused
/// texts in the fields. Reports to the state whether saving succeeded. `latest` returns the
/// state with all actions that were dispatched. Returns whether saving failed in a way that may
/// pass.
pub fn save(latest: &dyn Fn() -> Rc<State>, dispatcher: &UseReducerDispatcher<SharedState>) -> bool {
    if latest().view.route != Route::Compact {
        drafts::save(&latest());
    }
    save_scenarios(latest, &|action| dispatcher.dispatch(action.into()));
    let state = latest();
    let workspace = &state.workspace.current;
    let are_stored = state.storage.versions.are_stored(workspace);
    platform::mark_as_saved(are_stored);
    if are_stored {
        // A reload before the address is written again takes the newer version of the storage.
        platform::mark_address_as_saved();
    }
    let failed = matches!(state.storage.blocker, Some(StorageBlocker::Full | StorageBlocker::Blocked));
    failed && state.storage.versions.need_saving(workspace)
}

fn save_scenarios(latest: &dyn Fn() -> Rc<State>, report: &dyn Fn(StorageAction)) {
    if !latest().may_save() {
        return;
    }
    let set_blocker = |blocker: Option<StorageBlocker>| {
        if latest().storage.blocker != blocker {
            report(StorageAction::SetBlocker(blocker));
        }
    };
    let Ok(stored) = storage::read(NAME) else { return set_blocker(Some(StorageBlocker::Blocked)) };
    if !latest().storage.versions.is_known(stored.as_deref()) {
        // Another window has written without this one being notified. A text that was removed
        // without a notification is written again.
        if stored.is_some() {
            report(StorageAction::Receive(stored));
        }
        if !latest().may_save() || latest().storage.blocker == Some(StorageBlocker::Crowded) {
            return;
        }
    }
    let state = latest();
    let workspace = &state.workspace.current;
    if !state.storage.versions.need_saving(workspace) {
        return set_blocker(None);
    }
    let has_version_1 = matches!(storage::read(VERSION_1_NAME), Ok(Some(_)));
    if workspace.is_untouched() && state.storage.damaged.is_none() && !has_version_1 {
        // A visit without changes leaves nothing in the storage, unless the next visit
        // would then show the scenarios of version 1 again.
        storage::remove(NAME);
        report(StorageAction::Forget);
        return set_blocker(None);
    }
    if let Some(text) = &state.storage.damaged {
        match move_to_quarantine(text) {
            Some(count) => report(StorageAction::SetQuarantined(count)),
            None => return set_blocker(Some(StorageBlocker::Full)),
        }
    }
    let next = latest().storage.versions.next(workspace, platform::now());
    let is_written = storage::write(NAME, next.text())
        && storage::read(NAME).is_ok_and(|text| text.as_deref() == Some(next.text()));
    if is_written {
        report(StorageAction::RecordSaved(next));
    }
    set_blocker((!is_written).then_some(StorageBlocker::Full));
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
    drafts::erase();
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
    let mut content = vec![heading("h2", "deel-bewaard", words.storage_title)];
    if ctx.saves_changes() {
        content.push(p("small", words.storage_hint));
    }
    content.push(classed("p", "", vec![status]));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Preset;
    use crate::scenario::Scenario;
    use crate::ui::components::element::tests::rendered;
    use crate::ui::features::network;

    #[test]
    fn nothing_says_that_changes_are_saved_where_they_are_not() {
        let blockers = [
            None,
            Some(StorageBlocker::Blocked),
            Some(StorageBlocker::Full),
            Some(StorageBlocker::Apart),
            Some(StorageBlocker::Crowded),
            Some(StorageBlocker::SavedByNewer),
        ];
        for blocker in blockers {
            let mut state = State::new(Route::Share, Scenario::new(Preset::Brochure));
            state.storage.blocker = blocker;
            let ctx = PageContext::inert(state);
            let saves = blocker.is_none();
            assert_eq!(rendered(card(&ctx)).contains("bewaart deze browser vanzelf"), saves, "{blocker:?}");
            let network = network::view::view(&ctx, &[]).map(rendered).concat();
            assert_eq!(network.contains("blijven bewaard in deze browser"), saves, "{blocker:?}");
            assert!(network.contains("gaan mee in het bestand"), "{blocker:?}");
        }
    }
}
