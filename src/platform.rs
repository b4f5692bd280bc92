//! Access to the browser: address, storage, focus, files, timers. Other modules do not use
//! the window; `tests/architecture` lists the exceptions. In a native build (tests, the
//! static shell) there is no browser: functions that use the window then have no effect, and
//! return `None`, an empty text or another value for that case.

mod keys;
pub mod storage;
mod visibility;

pub use crate::platform::keys::figure_keys;
pub use crate::platform::visibility::is_near_viewport;
pub use gloo::events::EventListener;
pub use web_sys::Node;

use gloo::file::{Blob, ObjectUrl};
use gloo::render::{AnimationFrame, request_animation_frame};
use std::cell::Cell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement, Response, ScrollBehavior,
    ScrollIntoViewOptions, Window,
};

/// Returns the window; `None` in a native build.
pub fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

fn element(id: &str) -> Option<Element> {
    window()?.document()?.get_element_by_id(id)
}

/// Returns the part of the address behind `#`, with that sign; empty where there is none.
pub fn fragment() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Replaces the part of the address behind `#`, without adding an entry to the browser's
/// history. The entry gets the state `true`, by which [`is_own_address`] recognises it.
pub fn set_fragment(fragment: &str) {
    let Some(history) = window().and_then(|window| window.history().ok()) else { return };
    // A sandboxed frame can forbid this; the page works without it.
    let _ = history.replace_state_with_url(&JsValue::TRUE, "", Some(&format!("#{fragment}")));
}

/// Returns whether the address was made by [`set_fragment`]: the user then went back or
/// forward in the history, and did not open a link.
pub fn is_own_address() -> bool {
    let history = window().and_then(|window| window.history().ok());
    let state = history.and_then(|history| js_sys::Reflect::get(&history, &"state".into()).ok());
    state.is_some_and(|state| state.is_truthy())
}

/// Stores the fragment of the current scenario in an attribute of the document. If the
/// program fails, `start.js` restores the user's figures from it.
pub fn store_fragment_in_document(fragment: &str) {
    let root = window().and_then(|window| window.document()).and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = root.set_attribute("data-link", fragment);
    }
}

thread_local! {
    /// The address of the page before `#`. It never changes, and reading it from the
    /// browser is slow, so it is read once.
    static PAGE_ADDRESS: String = {
        let address = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
        address.split('#').next().unwrap_or_default().to_owned()
    };
}

/// Returns the address of the page with this fragment.
pub fn address_with_fragment(fragment: &str) -> String {
    PAGE_ADDRESS.with(|address| format!("{address}#{fragment}"))
}

/// Opens the page again without a scenario in its address. The browser's back button
/// returns to the scenario.
pub fn open_without_fragment() {
    if let Some(window) = window() {
        let plain = address_with_fragment("");
        let plain = plain.trim_end_matches('#').into();
        let _ = js_sys::Reflect::set(&window.location(), &"href".into(), &plain);
    }
}

/// Dispatches an event with this name on the window, for the scripts of the page.
pub fn dispatch_event(name: &str) {
    let Some(window) = window() else { return };
    if let Ok(event) = web_sys::Event::new(name) {
        let _ = window.dispatch_event(&event);
    }
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = window().and_then(|window| window.document()) {
        // Setting an equal title would still cost the browser time.
        if document.title() != title {
            document.set_title(title);
        }
    }
}

/// Prints the page.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Returns the node with this id; `None` where there is none.
pub fn node(id: &str) -> Option<Node> {
    element(id).map(Into::into)
}

/// Returns whether there is an element with this id.
pub fn has_element(id: &str) -> bool {
    element(id).is_some()
}

/// Opens all `<details>` around an element, scrolls to it and gives it the focus. With
/// `instant` the page jumps instead of scrolling smoothly: during a smooth scroll,
/// content that is loaded above the element would push it out of view.
pub fn reveal(id: &str, instant: bool) {
    let Some(found) = element(id) else { return };
    let mut ancestor = found.parent_element();
    while let Some(parent) = ancestor {
        if parent.tag_name() == "DETAILS" {
            let _ = parent.set_attribute("open", "");
        }
        ancestor = parent.parent_element();
    }
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(if instant { ScrollBehavior::Instant } else { ScrollBehavior::Auto });
    found.scroll_into_view_with_scroll_into_view_options(&options);
    if let Some(found) = found.dyn_ref::<HtmlElement>() {
        let _ = found.focus();
    }
}

/// Gives an element the focus; the browser scrolls no further than needed.
pub fn focus(id: &str) {
    if let Some(found) = element(id) {
        // The method also exists on SVG elements, such as the hotspots of a chart.
        let _ = found.unchecked_into::<HtmlElement>().focus();
    }
}

/// Copies the text of the text area with this id to the clipboard. Where the browser does
/// not allow that, selects the text, so that the user can copy it. Calls `done` with the
/// id and whether the text was copied.
pub fn copy_field(id: &str, done: impl Fn(String, bool) + 'static) {
    let field = element(id).and_then(|found| found.dyn_into::<HtmlTextAreaElement>().ok());
    let (Some(window), Some(field)) = (window(), field) else { return };
    let navigator = window.navigator();
    // On pages without HTTPS there is no clipboard, although its type is not optional.
    let has_clipboard =
        js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|found| found.is_object());
    let promise = has_clipboard.then(|| navigator.clipboard().write_text(&field.value()));
    let id = id.to_owned();
    yew::platform::spawn_local(async move {
        let copied = match promise {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        };
        if !copied {
            let _ = field.focus();
            field.select();
        }
        done(id, copied);
    });
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

/// Downloads a text as a file with this name and MIME type.
pub fn download(name: &str, mime_type: &str, text: &str) {
    // This fails only without a document, where there is nobody to download it.
    let _ = download_blob(name, Blob::new_with_options(text, Some(mime_type)));
}

/// Downloads a blob as a file with this name.
///
/// # Errors
/// The error that the browser threw.
pub fn download_blob(name: &str, file: Blob) -> Result<(), JsValue> {
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let url = ObjectUrl::from(file);
    let link: HtmlElement = document.create_element("a")?.unchecked_into();
    link.set_attribute("href", &url)?;
    link.set_attribute("download", name)?;
    link.click();
    // The browser reads the blob after the click, so its address must exist a while longer.
    after_delay(10_000, move || drop(url));
    Ok(())
}

/// Returns the contact details from `contact.json`, a file of the organisation that hosts
/// the page; empty where it has none. `start.js` reads the file before the program starts.
pub fn contact() -> String {
    let root = window().and_then(|window| window.document()).and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("data-contact")).unwrap_or_default()
}

/// Returns the day on which the site was built, such as `2026-11-30`; empty in a native
/// build. The build writes it into index.html.
pub fn build_date() -> String {
    let document = window().and_then(|window| window.document());
    let meta = document.and_then(|document| document.query_selector("meta[name=build-date]").ok()?);
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

/// An input element of type `file`.
pub type FileField = HtmlInputElement;

/// Calls a function after this number of milliseconds.
pub fn after_delay(milliseconds: u32, call: impl FnOnce() + 'static) {
    gloo::timers::callback::Timeout::new(milliseconds, call).forget();
}

/// Calls a function when the browser is idle; never in a browser without idle callbacks.
pub fn when_idle(call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    if let Some(window) = window() {
        let _ = window.request_idle_callback(call.unchecked_ref());
    }
}

/// Calls a function after the next frame was drawn. A hidden page draws no frames until it
/// is visible again.
pub fn after_frame(call: impl FnOnce() + 'static) {
    thread_local! {
        static FRAME: Cell<Option<AnimationFrame>> = const { Cell::new(None) };
    }
    FRAME.set(Some(request_animation_frame(move |_| after_delay(0, call))));
}

/// Returns the file field from which an event comes; `None` for another element.
pub fn file_field(event: &web_sys::Event) -> Option<FileField> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    (input.type_() == "file").then_some(input)
}

/// Fetches the text of a file by its address relative to the page; `None` where it cannot
/// be fetched.
pub async fn fetch_text(address: &str) -> Option<String> {
    let response = JsFuture::from(window()?.fetch_with_str(address)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// Returns the text of the file that the user chose in a file field, and clears the field;
/// `None` where no file was chosen.
pub async fn chosen_file(input: &HtmlInputElement) -> Option<String> {
    let file = input.files()?.get(0)?;
    let text = JsFuture::from(file.text()).await.ok()?.as_string();
    // With an empty field, choosing the same file again is a change event too.
    input.set_value("");
    text
}
