//! Local storage of the browser, which stays on this device. A browser can forbid it (in a
//! sandboxed frame it throws an exception), or have no room left.
//!
//! Values are read and set through `Reflect` and not through methods of `Storage`, since
//! `wasm-bindgen` would add a line for each method to the script that every page loads
//! first, while this code is loaded later.

use crate::platform::window;
use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

/// Error for a browser that does not allow local storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StorageBlocked;

fn storage() -> Result<Storage, StorageBlocked> {
    let window = window().ok_or(StorageBlocked)?;
    let found = Reflect::get(&window, &"localStorage".into()).map_err(|_| StorageBlocked)?;
    if found.is_object() { Ok(found.unchecked_into()) } else { Err(StorageBlocked) }
}

/// Returns a text property of a JavaScript object; `None` where it is no text.
fn text_property(object: &JsValue, name: &str) -> Option<String> {
    Reflect::get(object, &name.into()).ok()?.as_string()
}

/// Returns the text that is stored under this name; `None` where there is none.
///
/// # Errors
/// [`StorageBlocked`] where the browser does not allow local storage.
pub fn read(name: &str) -> Result<Option<String>, StorageBlocked> {
    let storage = storage()?;
    Ok(text_property(&storage, name))
}

/// Stores a text under this name; returns whether that worked.
pub fn write(name: &str, text: &str) -> bool {
    storage().is_ok_and(|storage| Reflect::set(&storage, &name.into(), &text.into()).is_ok())
}

/// Removes the text that is stored under this name.
pub fn remove(name: &str) {
    if let Ok(storage) = storage() {
        let _ = storage.remove_item(name);
    }
}

/// Calls a function when another window or tab changes the text under this name, with the
/// new text, or `None` where it was removed. Returns `None` in a native build.
pub fn when_changed(name: &'static str, changed: impl Fn(Option<String>) + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "storage", move |event| {
        // An event without a key means that all storage was cleared.
        if text_property(event, "key").is_none_or(|key| key == name) {
            changed(text_property(event, "newValue"));
        }
    }))
}
