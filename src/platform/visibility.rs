//! Visibility of elements. While a slider moves, elements out of view need not be updated
//! in every frame; and what a person was led to stays in view while the page is still drawn.

use gloo::events::EventListener;
use js_sys::Array;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver,
    ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

struct WatchedElement {
    id: String,
    element: Element,
    /// Whether it was near the viewport at the last report of the browser.
    is_near: bool,
}

/// Elements whose visibility is watched.
#[derive(Default)]
struct Watch {
    observer: Option<IntersectionObserver>,
    watched: Vec<WatchedElement>,
}

thread_local! {
    static WATCH: RefCell<Watch> = RefCell::default();
}

/// Returns whether the element with this id is in the viewport, or at most a quarter of the
/// window outside it. The first call for an element starts watching it; the answer is
/// `true` until the browser reports, a frame later.
pub fn is_near_viewport(id: &str) -> bool {
    WATCH.with_borrow_mut(|watch| {
        let known = watch.watched.iter().find(|watched| watched.id == id && watched.element.is_connected());
        if let Some(watched) = known {
            return watched.is_near;
        }
        watch.watched.retain(|watched| watched.element.is_connected());
        if watch.observer.is_none() {
            watch.observer = observer();
        }
        if let (Some(observer), Some(element)) = (&watch.observer, crate::platform::element(id)) {
            observer.observe(&element);
            watch.watched.push(WatchedElement { id: id.to_owned(), element, is_near: true });
        }
        true
    })
}

/// Stops watching the elements that are no longer part of the page. Each would keep the whole
/// view alive that it was part of.
pub fn forget_removed() {
    WATCH.with_borrow_mut(|watch| watch.watched.retain(|watched| watched.element.is_connected()));
}

/// Makes the observer that records every change of visibility; `None` in a native build or
/// an old browser.
fn observer() -> Option<IntersectionObserver> {
    crate::platform::window()?;
    let record_changes = Closure::<dyn FnMut(Array)>::new(|entries: Array| {
        WATCH.with_borrow_mut(|watch| {
            for entry in entries {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                let target = entry.target();
                let found = watch.watched.iter_mut().find(|watched| watched.element == target);
                if let Some(watched) = found {
                    watched.is_near = entry.is_intersecting();
                }
            }
        });
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin("25%");
    IntersectionObserver::new_with_options(record_changes.into_js_value().unchecked_ref(), &options).ok()
}

/// Events by which a person scrolls or goes on to something else.
const GOING_ON: [&str; 4] = ["keydown", "pointerdown", "touchmove", "wheel"];

/// What keeps an element in view.
struct Keeping {
    observer: ResizeObserver,
    /// Called by the observer; holds the element.
    _scroll_back: Closure<dyn FnMut()>,
    /// Listeners to [`GOING_ON`].
    _listeners: Vec<EventListener>,
}

thread_local! {
    static KEEPING: RefCell<Option<Keeping>> = const { RefCell::new(None) };
}

/// Keeps the element with this id in view while the page around it changes its size: charts
/// above it that are still being drawn would push it away, and a browser's scroll anchoring
/// does not always prevent that. It ends when the person scrolls or presses anything.
pub fn keep_in_view(id: &str) {
    let window = crate::platform::window();
    let (Some(window), Some(kept)) = (window, crate::platform::element(id)) else { return };
    let Some(body) = window.document().and_then(|document| document.body()) else { return };
    let scroll_back = Closure::<dyn FnMut()>::new(move || {
        let options = ScrollIntoViewOptions::new();
        options.set_behavior(ScrollBehavior::Instant);
        // Scrolls only as far as needed: not at all while the element is in view.
        options.set_block(ScrollLogicalPosition::Nearest);
        kept.scroll_into_view_with_scroll_into_view_options(&options);
    });
    let Ok(observer) = ResizeObserver::new(scroll_back.as_ref().unchecked_ref()) else { return };
    observer.observe(&body);
    let listeners = GOING_ON.map(|name| EventListener::once(&window, name, |_| stop_keeping()));
    stop_keeping();
    KEEPING.set(Some(Keeping { observer, _scroll_back: scroll_back, _listeners: listeners.into() }));
}

/// Ends what [`keep_in_view`] began, and releases its element: it would keep the whole view alive
/// that it was once part of.
fn stop_keeping() {
    if let Some(keeping) = KEEPING.take() {
        keeping.observer.disconnect();
    }
}
