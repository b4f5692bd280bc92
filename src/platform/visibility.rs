//! Visibility of elements: what is out of sight need not follow a slider in
//! every frame, since nobody sees it.

use js_sys::Array;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Elements whose visibility is watched.
#[derive(Default)]
struct Watch {
    observer: Option<IntersectionObserver>,
    /// The elements by their ids, and whether they were in sight when the browser
    /// last said so.
    watched: Vec<(String, Element, bool)>,
}

thread_local! {
    static WATCH: RefCell<Watch> = RefCell::default();
}

/// Returns whether the element with this id is in sight, or nearly so: within a
/// quarter of the window. It is until the browser has said that it is not, which
/// takes it a frame from the first time that this is asked.
pub fn is_in_sight(id: &str) -> bool {
    WATCH.with_borrow_mut(|watch| {
        let known = watch.watched.iter().find(|(of, element, _)| of == id && element.is_connected());
        if let Some((_, _, seen)) = known {
            return *seen;
        }
        watch.watched.retain(|(_, element, _)| element.is_connected());
        if watch.observer.is_none() {
            watch.observer = observer();
        }
        if let (Some(observer), Some(element)) = (&watch.observer, crate::platform::element(id)) {
            observer.observe(&element);
            watch.watched.push((id.to_owned(), element, true));
        }
        true
    })
}

/// Returns what follows every change; none where there is no browser, or an old
/// one.
fn observer() -> Option<IntersectionObserver> {
    crate::platform::window()?;
    let heard = Closure::<dyn FnMut(Array)>::new(|entries: Array| {
        WATCH.with_borrow_mut(|watch| {
            for entry in entries {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                let target = entry.target();
                let found = watch.watched.iter_mut().find(|(_, element, _)| *element == target);
                if let Some((_, _, seen)) = found {
                    *seen = entry.is_intersecting();
                }
            }
        });
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin("25%");
    IntersectionObserver::new_with_options(heard.into_js_value().unchecked_ref(), &options).ok()
}
