//! The only place that touches the browser. Run natively (tests, the static
//! shell) there is none: nothing happens, and what is asked for is empty.

mod keys;
pub mod storage;
mod visibility;

pub use crate::platform::keys::figure_keys;
pub use crate::platform::visibility::is_in_sight;
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

/// The window, when there is a browser.
pub fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

fn element(id: &str) -> Option<Element> {
    window()?.document()?.get_element_by_id(id)
}

/// The part of the address behind `#`.
pub fn fragment() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Puts this behind `#`, without a new step in the browser's history. The
/// address is also kept in the document at once: `start.js` brings the user's
/// figures back from there if the program should fail.
pub fn set_fragment(fragment: &str) {
    let Some(history) = window().and_then(|window| window.history().ok()) else { return };
    // Refused where an embedder's sandbox forbids it; the page works without.
    let _ = history.replace_state_with_url(&JsValue::TRUE, "", Some(&format!("#{fragment}")));
}

/// Whether the address is one that [`set_fragment`] made: someone went back to
/// it or forward, and did not open a link.
pub fn is_own_address() -> bool {
    let history = window().and_then(|window| window.history().ok());
    let state = history.and_then(|history| js_sys::Reflect::get(&history, &"state".into()).ok());
    state.is_some_and(|state| state.is_truthy())
}

/// Keeps the address of the figures in the document.
pub fn remember(fragment: &str) {
    let root = window().and_then(|window| window.document()).and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = root.set_attribute("data-link", fragment);
    }
}

thread_local! {
    /// The page's own address before `#`, which stays what it is; asking takes
    /// as long as drawing what it stands in.
    static HERE: String = {
        let here = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
        here.split('#').next().unwrap_or_default().to_owned()
    };
}

/// The page's own address with another part behind `#`.
pub fn address(fragment: &str) -> String {
    HERE.with(|here| format!("{here}#{fragment}"))
}

/// Opens the page anew, without figures in its address; the browser's way back
/// leads to those that were.
pub fn leave_figures() {
    if let Some(window) = window() {
        let plain = address("");
        let plain = plain.trim_end_matches('#').into();
        let _ = js_sys::Reflect::set(&window.location(), &"href".into(), &plain);
    }
}

/// Tells the scripts of the page something.
pub fn tell(what: &str) {
    if let (Some(window), Ok(event)) = (window(), web_sys::Event::new(what)) {
        let _ = window.dispatch_event(&event);
    }
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = window().and_then(|window| window.document()) {
        // Where it is the same, the browser would still make it anew.
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

/// Returns the node with this id.
pub fn node(id: &str) -> Option<Node> {
    element(id).map(Into::into)
}

/// Whether there is an element with this id.
pub fn is_there(id: &str) -> bool {
    element(id).is_some()
}

/// Opens every closed group around an element, and gives it the focus. The page
/// moves there at once where `at_once` says so: while it glides, what comes in
/// above would push the element away again.
pub fn reveal(id: &str, at_once: bool) {
    let Some(found) = element(id) else { return };
    let mut around = found.parent_element();
    while let Some(parent) = around {
        if parent.tag_name() == "DETAILS" {
            let _ = parent.set_attribute("open", "");
        }
        around = parent.parent_element();
    }
    let how = ScrollIntoViewOptions::new();
    how.set_behavior(if at_once { ScrollBehavior::Instant } else { ScrollBehavior::Auto });
    found.scroll_into_view_with_scroll_into_view_options(&how);
    if let Some(found) = found.dyn_ref::<HtmlElement>() {
        let _ = found.focus();
    }
}

/// Gives an element the focus, and moves the page no further than needed.
pub fn focus(id: &str) {
    if let Some(found) = element(id) {
        // Shapes can have the focus as elements of HTML can.
        let _ = found.unchecked_into::<HtmlElement>().focus();
    }
}

/// Copies the text of the field with this id; where the browser does not allow
/// it, selects that text so that the user can. Says whether it was copied.
pub fn copy(id: &str, done: impl Fn(String, bool) + 'static) {
    let field = element(id).and_then(|found| found.dyn_into::<HtmlTextAreaElement>().ok());
    let (Some(window), Some(field)) = (window(), field) else { return };
    let navigator = window.navigator();
    // Absent on pages that are not secure, whatever the types say.
    let present = js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|found| found.is_object());
    let promise = present.then(|| navigator.clipboard().write_text(&field.value()));
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

/// Offers text as a file to save.
pub fn download(name: &str, kind: &str, text: &str) {
    // Without a place for files there is nothing to offer either.
    let _ = offer(name, Blob::new_with_options(text, Some(kind)));
}

/// Offers a file to save.
///
/// # Errors
/// What the browser threw.
pub fn offer(name: &str, file: Blob) -> Result<(), JsValue> {
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let url = ObjectUrl::from(file);
    let link: HtmlElement = document.create_element("a")?.unchecked_into();
    link.set_attribute("href", &url)?;
    link.set_attribute("download", name)?;
    link.click();
    // The browser reads the file after the click; its address must live on.
    after(10_000, move || drop(url));
    Ok(())
}

/// Whom to ask, as whoever hosts the page wrote in `contact.json`; `start.js`
/// has read it before the program begins.
pub fn contact() -> String {
    let root = window().and_then(|window| window.document()).and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("data-contact")).unwrap_or_default()
}

/// A field that files are chosen in.
pub type FileField = HtmlInputElement;

/// Does something after so many milliseconds.
pub fn after(milliseconds: u32, act: impl FnOnce() + 'static) {
    gloo::timers::callback::Timeout::new(milliseconds, act).forget();
}

/// Does something when there is nothing else to do; not at all where a browser
/// cannot tell.
pub fn when_idle(act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    if let Some(window) = window() {
        let _ = window.request_idle_callback(act.unchecked_ref());
    }
}

/// Does something once the next frame is on the screen; a page that nobody sees
/// makes none until it is seen again.
pub fn after_frame(act: impl FnOnce() + 'static) {
    thread_local! {
        static FRAME: Cell<Option<AnimationFrame>> = const { Cell::new(None) };
    }
    FRAME.set(Some(request_animation_frame(move |_| after(0, act))));
}

/// The file field that an event comes from, if it does.
pub fn file_field(event: &web_sys::Event) -> Option<FileField> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    (input.type_() == "file").then_some(input)
}

/// The text of a file beside the page; none where it cannot be fetched.
pub async fn text_of(address: &str) -> Option<String> {
    let answer = JsFuture::from(window()?.fetch_with_str(address)).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}

/// The text of the file that was chosen in a file field.
pub async fn chosen_file(input: &HtmlInputElement) -> Option<String> {
    let file = input.files()?.get(0)?;
    let text = JsFuture::from(file.text()).await.ok()?.as_string();
    // Chosen again after a change, the same file must be noticed too.
    input.set_value("");
    text
}
