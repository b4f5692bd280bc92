//! Visibility of elements. While a slider moves, elements out of view need not be updated
//! in every frame.

use js_sys::Array;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

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
