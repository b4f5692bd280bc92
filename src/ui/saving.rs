//! When the scenarios are saved: while they change, and when the page is left.
//!
//! # Design
//! A change starts a timer, which later changes do not start again: changes that go on for long
//! are saved meanwhile too. A page that is left or hidden saves at once. What is saved, and how
//! the changes of other windows are merged, is in `features::storage`.

use crate::platform;
use crate::ui::context::PageContext;
use crate::ui::lazy::loader::LoadState;
use crate::ui::lazy::{SERVICES, Services};
use crate::ui::state::{SharedState, State, ViewAction};
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// The milliseconds from a change until it is saved.
const SAVE_DELAY: u32 = 300;

/// The milliseconds after which saving is tried again where it failed.
const RETRY_DELAY: u32 = 3_000;

/// Whether a timer of the next save runs.
type PendingSave = Rc<Cell<bool>>;

/// Saves the scenarios while they change, and when the page is left or hidden. A page that
/// comes back takes over what other windows saved meanwhile.
#[hook]
pub fn use_saving(ctx: &PageContext, handle: &UseReducerHandle<SharedState>) {
    let pending: PendingSave = (*use_memo((), |()| Rc::new(Cell::new(false)))).clone();
    let is_first_time = use_mut_ref(|| true);
    let latest = handle.clone();
    use_effect_with(ctx.revision - ctx.simulation_revision, move |_| {
        let state = latest_state(&latest);
        // Saving marks it again, after it was read back.
        if !state.storage.versions.is_settled(&state.workspace.current) {
            platform::mark_as_saved(false);
        }
        // A page that was just opened with an unchanged preset has nothing to save.
        let unchanged = state.workspace.changes().is_empty() && state.view.notice.is_none();
        if platform::window().is_some() && !(is_first_time.replace(false) && unchanged) {
            save_after(SAVE_DELAY, pending, latest);
        }
    });
    let latest = handle.clone();
    use_effect_with((), move |()| {
        let last = latest.clone();
        let leaving = platform::when_leaving(move || {
            save_now(&last);
        });
        let returning = platform::when_returning(move || {
            save_now(&latest);
        });
        move || drop((leaving, returning))
    });
}

/// Returns the state with all actions that were dispatched, also those that are not drawn yet.
pub fn latest_state(handle: &UseReducerHandle<SharedState>) -> Rc<State> {
    // A handle keeps each state that it returned, so that is a copy that is dropped.
    handle.clone().0.clone()
}

/// Saves after this number of milliseconds, unless that is to happen already.
fn save_after(delay: u32, pending: PendingSave, handle: UseReducerHandle<SharedState>) {
    if !pending.replace(true) {
        platform::after_delay(delay, move || {
            pending.set(false);
            save(pending, handle);
        });
    }
}

/// Saves in the browser's storage; tries it again later where that fails. If the function for
/// it cannot be loaded, the page says so once; after a later attempt that succeeds, this is
/// called again.
fn save(pending: PendingSave, handle: UseReducerHandle<SharedState>) {
    if latest_state(&handle).view.loading_failed && SERVICES.state() == LoadState::Failed {
        return;
    }
    SERVICES.then(move |loaded| {
        if loaded.is_err() {
            return handle.dispatch(ViewAction::ReportLoadingFailure.into());
        }
        if save_now(&handle) {
            save_after(RETRY_DELAY, pending, handle);
        }
    });
}

/// Saves in the browser's storage, if the function for it is loaded. Returns whether that is to
/// be tried again later.
pub fn save_now(handle: &UseReducerHandle<SharedState>) -> bool {
    let save = |services: &Services| (services.storage.save)(&|| latest_state(handle), &handle.dispatcher());
    SERVICES.get().is_some_and(save)
}
