//! What the browser keeps for this page, on this device only. A browser may
//! forbid it (in a sandboxed frame it throws), or have no room.

use super::window;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

/// The browser does not allow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocked;

fn storage() -> Result<Storage, Blocked> {
    window().ok_or(Blocked)?.local_storage().ok().flatten().ok_or(Blocked)
}

/// What is kept under this name.
///
/// # Errors
/// [`Blocked`]
pub fn kept(name: &str) -> Result<Option<String>, Blocked> {
    storage()?.get_item(name).map_err(|_| Blocked)
}

/// Keeps a text under this name; says whether that worked.
pub fn keep(name: &str, text: &str) -> bool {
    storage().is_ok_and(|storage| storage.set_item(name, text).is_ok())
}

/// Forgets what is kept under this name.
pub fn forget(name: &str) {
    if let Ok(storage) = storage() {
        let _ = storage.remove_item(name);
    }
}

/// Calls back when another window or tab keeps something else under this name,
/// or nothing any more.
pub fn when_changed(name: &'static str, changed: impl Fn(Option<String>) + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
        // Without a name everything was cleared.
        if event.key().is_none_or(|key| key == name) {
            changed(event.new_value());
        }
    }))
}
