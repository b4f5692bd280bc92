//! The focus after an act that removes or disables the element that had it, such as the
//! button that resets a field. A browser then moves the focus to the top of the page, where
//! a person who uses the keyboard or a screen reader is lost.

use crate::platform::focused_element;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The elements that can get the focus instead.
const FOCUSABLE: &str = "input, select, textarea, button, summary, a[href]";

thread_local! {
    /// The element that had the focus at the last act, and the elements around it, from the
    /// inside out.
    static PATH: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
}

/// Remembers where the focus is, before an act that may remove that element.
pub fn remember_focus() {
    let path = std::iter::successors(focused_element(), |element| element.parent_element());
    PATH.set(path.take_while(|element| element.tag_name() != "BODY").collect());
}

/// Moves the focus to the nearest element that can have it, if the element that had it at
/// the last act is gone or disabled.
pub fn restore_focus() {
    let path = PATH.take();
    let Some(lost) = path.first() else { return };
    let has_moved = focused_element().is_some_and(|active| active != *lost && active.tag_name() != "BODY");
    if has_moved {
        return;
    }
    if lost.is_connected() && !is_disabled(lost) {
        // It may still disappear, when a block is drawn later.
        PATH.set(path);
        return;
    }
    let target = path[1..].iter().filter(|around| around.is_connected()).find_map(nearest_in);
    if let Some(target) = target {
        let _ = target.focus();
    }
}

/// Returns the first element within this one that can get the focus, or else the element
/// itself if it can; `None` if nothing can.
fn nearest_in(around: &Element) -> Option<HtmlElement> {
    let all = around.query_selector_all(FOCUSABLE).ok()?;
    let all = (0..all.length()).filter_map(|index| all.get(index)?.dyn_into::<HtmlElement>().ok());
    let is_usable = |found: &HtmlElement| {
        !is_disabled(found) && found.tab_index() >= 0 && found.get_client_rects().length() > 0
    };
    let first = { all }.find(is_usable);
    first.or_else(|| around.has_attribute("tabindex").then(|| around.clone().dyn_into().ok())?)
}

fn is_disabled(element: &Element) -> bool {
    element.matches(":disabled").unwrap_or(false)
}
