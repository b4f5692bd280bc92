//! What the browser keeps for this page, on this device only. A browser may
//! forbid it (in a sandboxed frame it throws), or have no room.
//!
//! Things are read and set by name: a method of its own would put a line into
//! the script that everyone loads, and this part comes later.

use crate::platform::window;
use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

/// The browser does not allow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocked;

fn storage() -> Result<Storage, Blocked> {
    let window = window().ok_or(Blocked)?;
    let found = Reflect::get(&window, &"localStorage".into()).map_err(|_| Blocked)?;
    if found.is_object() { Ok(found.unchecked_into()) } else { Err(Blocked) }
}

fn text(of: &JsValue, name: &str) -> Option<String> {
    Reflect::get(of, &name.into()).ok()?.as_string()
}

/// What is kept under this name.
///
/// # Errors
/// [`Blocked`]
pub fn kept(name: &str) -> Result<Option<String>, Blocked> {
    let storage = storage()?;
    Ok(text(&storage, name))
}

/// Keeps a text under this name; says whether that worked.
pub fn keep(name: &str, text: &str) -> bool {
    storage().is_ok_and(|storage| Reflect::set(&storage, &name.into(), &text.into()).is_ok())
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
        // Without a name everything was cleared.
        if text(event, "key").is_none_or(|key| key == name) {
            changed(text(event, "newValue"));
        }
    }))
}
