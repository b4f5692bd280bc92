//! Local storage of the browser, which stays on this device. A browser can forbid it (in a
//! sandboxed frame it throws an exception), or have no room left.
//!
//! Methods are called through `Reflect`, since `wasm-bindgen` would add a line for each method
//! of `Storage` to the script that every page loads first, while this code is loaded later.

use crate::platform::window;
use gloo::events::EventListener;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Error for a browser that does not allow local storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StorageBlocked;

/// The storage of this tab alone, which ends with it.
const TAB: &str = "sessionStorage";

/// The storage that all windows of this browser share.
const SHARED: &str = "localStorage";

/// Calls a method of a storage.
fn call(storage: &str, method: &str, arguments: &[&str]) -> Result<JsValue, StorageBlocked> {
    let call = || {
        let storage = Reflect::get(&JsValue::from(window()?), &storage.into()).ok()?;
        let method: Function = Reflect::get(&storage, &method.into()).ok()?.dyn_into().ok()?;
        let arguments: Array = arguments.iter().map(|argument| JsValue::from(*argument)).collect();
        Reflect::apply(&method, &storage, &arguments).ok()
    };
    call().ok_or(StorageBlocked)
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
    call(SHARED, "getItem", &[name]).map(|text| text.as_string())
}

/// Stores a text under this name; returns whether that worked.
pub fn write(name: &str, text: &str) -> bool {
    call(SHARED, "setItem", &[name, text]).is_ok()
}

/// Removes the text that is stored under this name.
pub fn remove(name: &str) {
    let _ = call(SHARED, "removeItem", &[name]);
}

/// Returns the text that this tab stores under this name; `None` where there is none, or
/// where the browser does not allow it.
pub fn read_of_tab(name: &str) -> Option<String> {
    call(TAB, "getItem", &[name]).ok()?.as_string()
}

/// Stores a text of this tab under this name, or removes it where `text` is `None`.
pub fn write_of_tab(name: &str, text: Option<&str>) {
    // Where the browser does not allow it, the page works without.
    let _ = match text {
        Some(text) => call(TAB, "setItem", &[name, text]),
        None => call(TAB, "removeItem", &[name]),
    };
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
