//! Access to the browser: address, storage, focus, files, timers. Other modules do not use
//! the window; `tests/architecture` lists the exceptions. In a native build (tests, the
//! static shell) there is no browser: functions that use the window then have no effect, and
//! return `None`, an empty text or another value for that case.

mod clipboard;
mod focus;
mod keys;
pub mod storage;
mod visibility;

pub use crate::platform::clipboard::{can_share, copy_field, copy_text, share_field};
pub use crate::platform::focus::{remember_focus, restore_focus};
pub use crate::platform::keys::figure_keys;
pub use crate::platform::visibility::{forget_removed, is_near_viewport, keep_in_view};
pub use gloo::events::EventListener;
pub use web_sys::Node;

use gloo::file::{Blob, ObjectUrl};
use gloo::render::{AnimationFrame, request_animation_frame};
use std::cell::Cell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, FocusOptions, HtmlElement, HtmlInputElement, Response, ScrollBehavior, ScrollIntoViewOptions,
    Window,
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

/// State of an entry of the browser's history whose scenario was in the storage.
const SAVED: &str = "saved";

/// Replaces the part of the address behind `#`, without adding an entry to the browser's
/// history. The entry gets a state, by which [`is_own_address`] recognises it, and
/// [`is_saved_address`] whether the scenario was in the storage too.
pub fn set_fragment(fragment: &str) {
    let Some(history) = window().and_then(|window| window.history().ok()) else { return };
    let state = if is_marked_as_saved() { JsValue::from(SAVED) } else { JsValue::TRUE };
    // A sandboxed frame can forbid this; the page works without it.
    let _ = history.replace_state_with_url(&state, "", Some(&format!("#{fragment}")));
}

/// Adds an entry to the browser's history with this behind `#`.
pub fn push_fragment(fragment: &str) {
    if let Some(window) = window() {
        // A sandboxed frame can forbid this; the page works without it.
        let _ = window.location().set_hash(fragment);
    }
}

/// Returns whether the address was made by [`set_fragment`]: the user then went back or
/// forward in the history, and did not open a link.
pub fn is_own_address() -> bool {
    history_state().is_some_and(|state| state.is_truthy())
}

/// Returns whether the address was made by [`set_fragment`] while its scenario was in the
/// storage, which may have a newer version of it by now.
pub fn is_saved_address() -> bool {
    history_state().and_then(|state| state.as_string()).is_some_and(|state| state == SAVED)
}

/// Records that the scenario of the address is in the storage by now, where this page wrote the
/// address before that was so.
pub fn mark_address_as_saved() {
    let history = window().and_then(|window| window.history().ok());
    if let Some(history) = history.filter(|_| is_own_address() && !is_saved_address()) {
        let _ = history.replace_state(&SAVED.into(), "");
    }
}

fn history_state() -> Option<JsValue> {
    let history = window().and_then(|window| window.history().ok())?;
    js_sys::Reflect::get(&history, &"state".into()).ok()
}

/// Records in an attribute of the document whether the user's figures are in the browser's
/// storage. If the program fails, `start.js` says so from it.
pub fn mark_as_saved(is_saved: bool) {
    let Some(root) = root() else { return };
    let _ = if is_saved { root.set_attribute("data-saved", "") } else { root.remove_attribute("data-saved") };
}

fn is_marked_as_saved() -> bool {
    root().is_some_and(|root| root.has_attribute("data-saved"))
}

/// Returns the `<html>` element.
fn root() -> Option<Element> {
    window()?.document()?.document_element()
}

/// Returns an id that no other window has; empty in a native build.
pub fn random_id() -> String {
    let number = || (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    window().map(|_| format!("{:08x}", number())).unwrap_or_default()
}

/// Returns the calendar year by the clock of the device; 0 in a native build.
pub fn current_year() -> i32 {
    window().map_or(0, |_| js_sys::Date::new_0().get_full_year() as i32)
}

/// Returns the time by the clock of the device, in milliseconds; 0 in a native build.
pub fn now() -> f64 {
    window().map_or(0.0, |_| js_sys::Date::now())
}

/// Calls a function when the page is left or hidden, which may be the last time that its
/// program runs: a phone ends hidden pages without a word.
pub fn when_leaving(leave: impl Fn() + 'static) -> Vec<EventListener> {
    let Some(window) = window() else { return Vec::new() };
    let leave = std::rc::Rc::new(leave);
    let at_end = leave.clone();
    let at_end = EventListener::new(&window, "pagehide", move |_| at_end());
    let hidden = window.document().map(|document| {
        EventListener::new(&document, "visibilitychange", move |_| {
            if is_hidden() {
                leave();
            }
        })
    });
    [Some(at_end), hidden].into_iter().flatten().collect()
}

/// Calls a function when the page is seen again: its window was hidden, or the browser
/// brings it back from its history.
pub fn when_returning(come_back: impl Fn() + 'static) -> Vec<EventListener> {
    let Some(window) = window() else { return Vec::new() };
    let come_back = std::rc::Rc::new(come_back);
    let shown = come_back.clone();
    let shown = EventListener::new(&window, "pageshow", move |_| shown());
    let visible = window.document().map(|document| {
        EventListener::new(&document, "visibilitychange", move |_| {
            if !is_hidden() {
                come_back();
            }
        })
    });
    [Some(shown), visible].into_iter().flatten().collect()
}

fn is_hidden() -> bool {
    let document = window().and_then(|window| window.document());
    let state = document.and_then(|document| js_sys::Reflect::get(&document, &"visibilityState".into()).ok());
    state.and_then(|state| state.as_string()).is_some_and(|state| state == "hidden")
}

/// Stores the fragment of the current scenario in an attribute of the document. If the
/// program fails, `start.js` restores the user's figures from it.
pub fn store_fragment_in_document(fragment: &str) {
    if let Some(root) = root() {
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

/// Returns whether the page shows a placeholder of something that is being loaded.
pub fn is_any_loading() -> bool {
    let document = window().and_then(|window| window.document());
    document.is_some_and(|document| matches!(document.query_selector(".waiting"), Ok(Some(_))))
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
        // The focus scrolls by itself: a section that is higher than the window to its end.
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = found.focus_with_options(&options);
    }
}

/// Returns the element that has the focus; the page's body where none has.
pub fn focused_element() -> Option<Element> {
    window()?.document()?.active_element()
}

/// Gives an element the focus; the browser scrolls no further than needed.
pub fn focus(id: &str) {
    if let Some(found) = element(id) {
        // The method also exists on SVG elements, such as the hotspots of a chart.
        let _ = found.unchecked_into::<HtmlElement>().focus();
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
    root().and_then(|root| root.get_attribute("data-contact")).unwrap_or_default()
}

/// Returns the word for why a file could not be loaded last, which `start.js` stores in an
/// attribute of the document; empty if all could.
pub fn loading_problem() -> String {
    let root = window().and_then(|window| window.document()).and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("data-loading-problem")).unwrap_or_default()
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

/// Reasons why a file that the owner of the host may edit cannot be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchProblem {
    /// The page was opened from a disk.
    Disk,
    /// The browser has no connection.
    Offline,
    /// The file is not on the server.
    NotFound,
    /// The server answers with an error.
    Server,
    /// The server cannot be reached, or the connection broke off.
    Connection,
}

/// Fetches the text of a file by its address relative to the page.
///
/// # Errors
/// Why the file cannot be fetched.
pub async fn fetch_text(address: &str) -> Result<String, FetchProblem> {
    let window = window().ok_or(FetchProblem::Connection)?;
    if window.location().protocol().is_ok_and(|protocol| protocol == "file:") {
        return Err(FetchProblem::Disk);
    }
    let is_online = window.navigator().on_line();
    let unreachable = |_| if is_online { FetchProblem::Connection } else { FetchProblem::Offline };
    let response = JsFuture::from(window.fetch_with_str(address)).await.map_err(unreachable)?;
    let response: Response = response.unchecked_into();
    match response.status() {
        404 | 410 => return Err(FetchProblem::NotFound),
        _ if response.ok() => {}
        _ => return Err(FetchProblem::Server),
    }
    let text = JsFuture::from(response.text().map_err(unreachable)?).await.map_err(unreachable)?;
    text.as_string().ok_or(FetchProblem::Connection)
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
