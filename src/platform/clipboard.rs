//! The clipboard, and the programs of the device to share a link with.

use crate::platform::{element, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

/// Copies the text of the text area with this id to the clipboard. Where the browser does
/// not allow that, selects the text, so that the user can copy it. Calls `done` with the
/// id and whether the text was copied.
pub fn copy_field(id: &str, done: impl Fn(String, bool) + 'static) {
    let field = element(id).and_then(|found| found.dyn_into::<HtmlTextAreaElement>().ok());
    let Some(field) = field else { return };
    let (id, text) = (id.to_owned(), field.value());
    copy_text(&text, move |copied| {
        if !copied {
            let _ = field.focus();
            field.select();
        }
        done(id.clone(), copied);
    });
}

/// Copies a text to the clipboard. Calls `done` with whether the browser allowed that.
pub fn copy_text(text: &str, done: impl Fn(bool) + 'static) {
    let promise = write_to_clipboard(text);
    yew::platform::spawn_local(async move {
        done(match promise {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        });
    });
}

/// Begins to write a text to the clipboard; `None` where there is none, as on pages without
/// HTTPS, although its type is not optional.
fn write_to_clipboard(text: &str) -> Option<js_sys::Promise> {
    let navigator = window()?.navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into());
    clipboard.is_ok_and(|found| found.is_object()).then(|| navigator.clipboard().write_text(text))
}

/// Returns whether the device can offer programs to share a link with.
pub fn can_share() -> bool {
    share_function().is_some()
}

/// Returns the method `navigator.share`, which only some devices have, with its object.
fn share_function() -> Option<(js_sys::Function, JsValue)> {
    let navigator: JsValue = window()?.navigator().into();
    let found = js_sys::Reflect::get(&navigator, &"share".into()).ok()?;
    Some((found.dyn_into().ok()?, navigator))
}

/// Has the device offer programs to share the link in the text field with this id. What
/// happens there is shown by the device; a person can also copy the link.
pub fn share_field(id: &str, title: &str) {
    let field = element(id).and_then(|found| found.dyn_into::<HtmlTextAreaElement>().ok());
    let (Some((share, navigator)), Some(field)) = (share_function(), field) else { return };
    let data = js_sys::Object::new();
    for (key, value) in [("title", title), ("url", &field.value())] {
        let _ = js_sys::Reflect::set(&data, &key.into(), &value.into());
    }
    if let Ok(promise) = share.call1(&navigator, &data) {
        yew::platform::spawn_local(async move {
            // It is rejected too where a person closes the list without a choice.
            let _ = JsFuture::from(js_sys::Promise::resolve(&promise)).await;
        });
    }
}
