//! Keyboard control of figures and their explanations.

use crate::platform::window;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Listens to the keys on figures and in the explanation panel: Escape closes the panel,
/// and the arrow keys move the focus from one figure of a table, or one hotspot of a
/// chart, to the next. `panel` is an id; `figure` and `hotspot` are CSS classes. Returns
/// `None` in a native build.
pub fn figure_keys(
    panel: &'static str,
    figure: &'static str,
    hotspot: &'static str,
    close: impl Fn() + 'static,
) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let inside = format!("#{panel}, .{figure}, .{hotspot}");
    let in_table = format!("td .{figure}");
    let in_chart = format!("svg .{hotspot}");
    let window = window()?.into();
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        let within = |selector: &str| target.closest(selector).ok().flatten();
        let matches = |selector: &str| target.matches(selector).unwrap_or_default();
        let key = pressed.key();
        if key == "Escape" {
            if within(&inside).is_some() {
                close();
            }
            return;
        }
        let next = if matches(&in_table) {
            within("td").and_then(|cell| next_cell(&cell, &key, figure))
        } else if matches(&in_chart) {
            within("svg").and_then(|chart| next_hotspot(&chart, &target, &key, hotspot))
        } else {
            None
        };
        if let Some(next) = next {
            event.prevent_default();
            let _ = next.focus();
        }
    }))
}

/// Returns the hotspot of a chart that a key leads to: the previous or next one for an
/// arrow, the first or last one for Home and End.
fn next_hotspot(chart: &Element, from: &Element, key: &str, hotspot: &str) -> Option<HtmlElement> {
    let all = chart.get_elements_by_class_name(hotspot);
    let last = all.length().checked_sub(1)?;
    let index = (0..=last).find(|index| all.item(*index).as_ref() == Some(from))?;
    let next = match key {
        "ArrowLeft" | "ArrowUp" => index.checked_sub(1)?,
        "ArrowRight" | "ArrowDown" => index + 1,
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    // The method `focus` also exists on SVG elements.
    all.item(next).map(JsCast::unchecked_into)
}

/// Returns the nearest figure of a table in the direction of an arrow key.
fn next_cell(cell: &Element, key: &str, figure: &str) -> Option<HtmlElement> {
    let column =
        std::iter::successors(cell.previous_element_sibling(), Element::previous_element_sibling).count();
    let same_column = |row: &Element| {
        let first = row.first_element_child();
        std::iter::successors(first, Element::next_element_sibling).nth(column)
    };
    let row = cell.parent_element()?;
    let mut next = match key {
        "ArrowLeft" => cell.previous_element_sibling(),
        "ArrowRight" => cell.next_element_sibling(),
        "ArrowUp" => row.previous_element_sibling().as_ref().and_then(same_column),
        "ArrowDown" => row.next_element_sibling().as_ref().and_then(same_column),
        _ => None,
    };
    while let Some(cell) = next {
        let found = cell.get_elements_by_class_name(figure).item(0);
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
