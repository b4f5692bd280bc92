//! The keys that figures and their explanation know.

use crate::platform::window;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Listens to the keys that figures and their explanation know: Escape in
/// either closes it (`act` is given nothing), arrows lead from one figure of a
/// table, or one part of a picture, to the next. Such a part is no button of
/// the browser's own: Enter and Space press it (`act` is given its `data-do`).
pub fn figure_keys(
    panel: &'static str,
    class: &'static str,
    part: &'static str,
    act: impl Fn(Option<String>) + 'static,
) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let inside = format!("#{panel}, .{class}, .{part}");
    let figure = format!("td .{class}");
    let part_of = format!("svg .{part}");
    let window = window()?.into();
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        let within = |selector: &str| target.closest(selector).ok().flatten();
        let is = |selector: &str| target.matches(selector).unwrap_or_default();
        let key = pressed.key();
        let next = if key == "Escape" {
            if within(&inside).is_some() {
                act(None);
            }
            return;
        } else if is(&figure) {
            within("td").and_then(|cell| neighbour(&cell, &key, class))
        } else if !is(&part_of) {
            return;
        } else if key == "Enter" || key == " " {
            event.prevent_default();
            return act(within("[data-do]").and_then(|part| part.get_attribute("data-do")));
        } else {
            within("svg").and_then(|picture| beside(&picture, &target, &key, part))
        };
        if let Some(next) = next {
            event.prevent_default();
            let _ = next.focus();
        }
    }))
}

/// The part of a picture before or after this one; the first or the last.
fn beside(picture: &Element, from: &Element, key: &str, part: &str) -> Option<HtmlElement> {
    let parts = picture.get_elements_by_class_name(part);
    let last = parts.length().checked_sub(1)?;
    let place = (0..=last).find(|place| parts.item(*place).as_ref() == Some(from))?;
    let place = match key {
        "ArrowLeft" | "ArrowUp" => place.checked_sub(1)?,
        "ArrowRight" | "ArrowDown" => place + 1,
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    // Shapes can have the focus as elements of HTML can.
    parts.item(place).map(JsCast::unchecked_into)
}

/// The nearest figure in the direction of an arrow key.
fn neighbour(cell: &Element, key: &str, class: &str) -> Option<HtmlElement> {
    let place =
        std::iter::successors(cell.previous_element_sibling(), Element::previous_element_sibling).count();
    let below = |row: &Element| {
        let first = row.first_element_child();
        std::iter::successors(first, Element::next_element_sibling).nth(place)
    };
    let row = cell.parent_element()?;
    let mut next = match key {
        "ArrowLeft" => cell.previous_element_sibling(),
        "ArrowRight" => cell.next_element_sibling(),
        "ArrowUp" => row.previous_element_sibling().as_ref().and_then(below),
        "ArrowDown" => row.next_element_sibling().as_ref().and_then(below),
        _ => None,
    };
    while let Some(cell) = next {
        let found = cell.get_elements_by_class_name(class).item(0);
        if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            return Some(found);
        }
        next = match key {
            "ArrowLeft" => cell.previous_element_sibling(),
            "ArrowRight" => cell.next_element_sibling(),
            _ => None,
        };
    }
    None
}
