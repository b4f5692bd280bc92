//! Elements of HTML as small functions. In their parameters, `words` is the text
//! that a person reads.
//!
//! # Design
//! `html!` expands to all code that constructs an element, at each use; with
//! some three hundred uses that was a third of the first load. Functions
//! contain that code once. `html!` is used for components, and for elements that
//! occur once.
//!
//! No element has a text node that Yew holds, since a browser that translates the page
//! takes those away (see `figure.rs`): a text is the whole content of an element.
//!
//! Yew matches children without keys from the end: when a child appears or
//! disappears, those before it are recreated, and a text field among them loses its
//! focus. So each optional child has a fixed position, with `Html::default()` in
//! that position while it is absent.

use crate::number::digits;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::html::{onchange, onclick, onfocusin, onfocusout, oninput, onkeydown, ontoggle};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, VNode, VTag, VText};

/// Makes attributes of pairs, such as `"id" => id`. An attribute whose value is
/// `None` is left out.
macro_rules! attributes {
    ($($name:literal => $value:expr),* $(,)?) => {
        yew::virtual_dom::Attributes::Dynamic {
            keys: &[$($name),*],
            values: Box::new([$($crate::ui::components::element::attribute($value)),*]),
        }
    };
}
pub(crate) use attributes;

/// Converts a value to an attribute's value; `None` leaves the attribute out.
pub fn attribute(value: impl yew::html::IntoPropValue<Option<AttrValue>>) -> Option<AttributeOrProperty> {
    value.into_prop_value().map(AttributeOrProperty::Attribute)
}

/// Returns the property `textContent` that makes this text the whole content of an
/// element. Every text on the page is made by it. Natively there is no document: the text becomes a child instead.
pub fn whole_content(element: &mut VTag, words: AttrValue) -> Option<AttributeOrProperty> {
    if cfg!(target_arch = "wasm32") {
        return Some(AttributeOrProperty::Property(JsValue::from_str(&words)));
    }
    element.add_child(VText::new(words).into());
    None
}

/// Returns an element with a class whose whole content is a plain text; without a class
/// if it is empty. Like the other functions for plain text it takes no text that is made
/// while the page runs: that is a figure, a sentence or a name (`figure.rs`).
pub fn text_in(tag: &'static str, class: &'static str, words: &'static str) -> Html {
    let class = (!class.is_empty()).then_some(AttrValue::Static(class));
    let mut element = VTag::new(tag);
    let values = Box::new([attribute(class), whole_content(&mut element, words.into())]);
    element.set_attributes(Attributes::Dynamic { keys: &["class", "textContent"], values });
    element.into()
}

/// Returns an element with attributes (see [`attributes!`]) and children.
pub fn element(tag: &'static str, attributes: Attributes, children: Vec<Html>) -> Html {
    with_listeners(tag, attributes, [], children)
}

/// Returns an element that listens to events.
pub fn with_listeners<const N: usize>(
    tag: &'static str,
    attributes: Attributes,
    listeners: [Rc<dyn Listener>; N],
    children: Vec<Html>,
) -> Html {
    let mut element = VTag::new(tag);
    element.set_attributes(attributes);
    if N > 0 {
        element.set_listeners(listeners.map(Some).into());
    }
    element.add_children(children);
    element.into()
}

/// Returns an `<input>` with a value and listeners.
pub fn input<const N: usize>(
    attributes: Attributes,
    value: impl Into<AttrValue>,
    listeners: [Rc<dyn Listener>; N],
) -> Html {
    let mut element = VTag::new("input");
    element.set_attributes(attributes);
    element.set_listeners(listeners.map(Some).into());
    element.set_value(value.into());
    element.into()
}

/// Returns a listener to presses of a button, by mouse, finger or keyboard.
pub fn on_click(callback: Callback<MouseEvent>) -> Rc<dyn Listener> {
    Rc::new(onclick::Wrapper::new(callback))
}

/// Returns a listener to keys that are pressed in an element.
pub fn on_key(callback: Callback<KeyboardEvent>) -> Rc<dyn Listener> {
    Rc::new(onkeydown::Wrapper::new(callback))
}

/// Returns the listeners of a text field: `typed` gets the text at each change, and
/// `left` is called when the field is left or Enter is pressed in it.
pub fn text_listeners(typed: Callback<String>, left: Callback<()>) -> [Rc<dyn Listener>; 3] {
    let [focus, enter] = leave_listeners(left);
    [on_input(typed), focus, enter]
}

/// Returns a listener that selects the text of a field when it gets the focus, so that what is
/// typed replaces the text, also after a click or a tap. It waits until the browser has placed
/// the cursor, and does nothing if the text has changed by then.
pub fn on_focus_select() -> Rc<dyn Listener> {
    let select = |event: FocusEvent| {
        let Some(field) = input_of(&event) else { return };
        let text = field.value();
        Timeout::new(0, move || {
            if field.value() == text {
                field.select();
            }
        })
        .forget();
    };
    Rc::new(onfocusin::Wrapper::new(Callback::from(select)))
}

/// Returns the listeners that call `left` when a field or slider is left, or when Enter
/// is pressed in it.
fn leave_listeners(left: Callback<()>) -> [Rc<dyn Listener>; 2] {
    let entered = left.clone();
    let enter = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            entered.emit(());
        }
    };
    [
        Rc::new(onfocusout::Wrapper::new(Callback::from(move |_: FocusEvent| left.emit(())))),
        Rc::new(onkeydown::Wrapper::new(enter.into())),
    ]
}

/// Returns the listeners of a slider: `moved` gets its position at each change, and
/// `released` is called when the person lets go of it, leaves it or presses Enter. A
/// browser reports no release where a drag ends at the position at which it began.
pub fn slider_listeners(moved: Callback<f64>, released: Callback<()>) -> [Rc<dyn Listener>; 4] {
    let slide = move |position: String| {
        // A slider's position is always a finite number.
        if let Some(position) = digits::parse(&position) {
            moved.emit(position);
        }
    };
    let [focus, enter] = leave_listeners(released.clone());
    let change = onchange::Wrapper::new(Callback::from(move |_: Event| released.emit(())));
    [on_input(slide.into()), Rc::new(change), focus, enter]
}

/// Returns a listener that calls back with the text of an `<input>` whenever it
/// changes.
fn on_input(callback: Callback<String>) -> Rc<dyn Listener> {
    let read = move |event: InputEvent| {
        if let Some(field) = input_of(&event) {
            callback.emit(field.value());
        }
    };
    Rc::new(oninput::Wrapper::new(read.into()))
}

/// Returns a listener that calls back after a checkbox was pressed, with whether it
/// is ticked now.
pub fn on_tick(callback: impl Fn(bool) + 'static) -> Rc<dyn Listener> {
    let read = move |event: Event| {
        if let Some(field) = input_of(&event) {
            callback(field.checked());
        }
    };
    Rc::new(onchange::Wrapper::new(read.into()))
}

/// Returns a listener that calls back with the index of the option that was chosen
/// in a `<select>`.
pub fn on_choice(callback: impl Fn(usize) + 'static) -> Rc<dyn Listener> {
    let read = move |event: Event| {
        let list = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let chosen = list.and_then(|list| usize::try_from(list.selected_index()).ok());
        if let Some(chosen) = chosen {
            callback(chosen);
        }
    };
    Rc::new(onchange::Wrapper::new(read.into()))
}

/// Returns a listener that calls back when a `<details>` element is opened.
pub fn on_open(callback: impl Fn() + 'static) -> Rc<dyn Listener> {
    let read = move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|target| target.has_attribute("open")) {
            callback();
        }
    };
    Rc::new(ontoggle::Wrapper::new(read.into()))
}

/// Returns the `<input>` that an event comes from.
fn input_of(event: &web_sys::Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// Returns an element with a key. Among siblings with keys it is not recreated when
/// another one is added, removed or moved.
pub fn keyed(key: &str, content: Html) -> Html {
    let VNode::VTag(mut tag) = content else { return content };
    Rc::make_mut(&mut tag).key = Some(key.into());
    VNode::VTag(tag)
}

/// Returns an element with a class; without one if `class` is empty.
pub fn classed(tag: &'static str, class: impl Into<AttrValue>, children: Vec<Html>) -> Html {
    let class = class.into();
    if class.is_empty() {
        element(tag, attributes! {}, children)
    } else {
        element(tag, attributes! { "class" => class }, children)
    }
}

/// Returns a `<div>` with a class; without one if `class` is empty.
pub fn div(class: impl Into<AttrValue>, children: Vec<Html>) -> Html {
    classed("div", class, children)
}

/// Returns a paragraph of plain text.
pub fn p(class: &'static str, words: &'static str) -> Html {
    text_in("p", class, words)
}

/// Returns a `<span>` of plain text.
pub fn span(class: &'static str, words: &'static str) -> Html {
    text_in("span", class, words)
}

/// Returns a bulleted list of plain texts.
pub fn list(points: &[&'static str]) -> Html {
    classed("ul", "", points.iter().map(|point| text_in("li", "", point)).collect())
}

/// Returns a heading such as `h2`, with the id by which it names a section; without
/// one if `id` is empty.
pub fn heading(tag: &'static str, id: &'static str, words: &'static str) -> Html {
    let id = (!id.is_empty()).then_some(AttrValue::Static(id));
    let mut element = VTag::new(tag);
    let values = Box::new([attribute(id), whole_content(&mut element, words.into())]);
    element.set_attributes(Attributes::Dynamic { keys: &["id", "textContent"], values });
    element.into()
}

/// Returns a section that is named by the heading whose id is `heading`.
pub fn section(class: &'static str, heading: &'static str, children: Vec<Html>) -> Html {
    element("section", attributes! { "class" => class, "aria-labelledby" => heading }, children)
}

/// Returns a button with words on it.
pub fn button(class: &'static str, press: Callback<MouseEvent>, words: &'static str) -> Html {
    let attributes = attributes! { "type" => "button", "class" => class };
    with_listeners("button", attributes, [on_click(press)], vec![span("", words)])
}

/// Returns a button with words on it; it is disabled if `enabled` is false.
pub fn button_if(
    enabled: bool,
    class: &'static str,
    press: Callback<MouseEvent>,
    words: &'static str,
) -> Html {
    let attributes = attributes! { "type" => "button", "class" => class, "disabled" => disabled(!enabled) };
    with_listeners("button", attributes, [on_click(press)], vec![span("", words)])
}

/// Returns the value of the attribute `disabled`; `None` leaves it out.
pub fn disabled(on: bool) -> Option<AttrValue> {
    on.then_some(AttrValue::Static("disabled"))
}

/// Returns a button that shows an icon (see [`icon`]), with its name for screen
/// readers and as a tooltip; it is disabled if `enabled` is false.
pub fn icon_button(
    class: &'static str,
    press: Callback<MouseEvent>,
    name: impl Into<AttrValue>,
    enabled: bool,
    path: &'static str,
) -> Html {
    let name = name.into();
    let attributes = attributes! {
        "type" => "button",
        "class" => class,
        "aria-label" => name.clone(),
        "title" => name,
        "disabled" => disabled(!enabled),
    };
    with_listeners("button", attributes, [on_click(press)], vec![icon(path)])
}

/// Returns an icon: a path of SVG in a square of 24 by 24.
pub fn icon(path: &'static str) -> Html {
    let path = element("path", attributes! { "d" => path }, vec![]);
    element("svg", attributes! { "viewBox" => "0 0 24 24", "aria-hidden" => "true" }, vec![path])
}

/// Returns a `<details>` element; its content is in the document even while it is
/// closed.
pub fn details(class: &'static str, open: bool, summary: Vec<Html>, children: Vec<Html>) -> Html {
    let open = open.then_some(AttrValue::Static(""));
    let class = (!class.is_empty()).then_some(AttrValue::Static(class));
    let mut content = vec![classed("summary", "", summary)];
    content.extend(children);
    element("details", attributes! { "class" => class, "open" => open }, content)
}

/// Returns one option of a `<select>`. Its text may change, so it is set as a whole
/// (see `figure.rs`).
pub fn option(value: impl Into<AttrValue>, words: impl Into<AttrValue>, chosen: bool) -> Html {
    // As a property: the attribute has no effect once a person has chosen.
    let chosen = AttributeOrProperty::Property(JsValue::from_bool(chosen));
    let value = AttributeOrProperty::Attribute(value.into());
    let mut element = VTag::new("option");
    let content = whole_content(&mut element, words.into());
    let values = [Some(value), Some(chosen), content].into();
    element.set_attributes(Attributes::Dynamic { keys: &["value", "selected", "textContent"], values });
    element.into()
}

/// Returns the first cell of a table row, which is the row's heading.
pub fn row_name(children: Vec<Html>) -> Html {
    element("th", attributes! { "scope" => "row" }, children)
}

/// Returns a table row.
pub fn row(cells: Vec<Html>) -> Html {
    classed("tr", "", cells)
}

/// Returns a table, in a region that scrolls if the table is too wide. Columns from
/// index `first_number` on are aligned as numbers.
pub fn table(label: &'static str, head: &[&'static str], first_number: usize, rows: Vec<Html>) -> Html {
    let cell = |(column, words): (usize, &&'static str)| {
        let class = (column >= first_number).then_some(AttrValue::Static("number"));
        element("th", attributes! { "scope" => "col", "class" => class }, vec![span("", words)])
    };
    let head = row(head.iter().enumerate().map(cell).collect());
    let table = classed("table", "", vec![classed("thead", "", vec![head]), classed("tbody", "", rows)]);
    let attributes =
        attributes! { "class" => "table", "role" => "region", "aria-label" => label, "tabindex" => "0" };
    element("div", attributes, vec![table])
}

#[cfg(test)]
pub(crate) mod tests {
    use yew::prelude::*;

    #[derive(Properties, PartialEq)]
    struct Content {
        content: Html,
    }

    #[component]
    fn Rendered(props: &Content) -> Html {
        props.content.clone()
    }

    /// Renders content as the HTML of a document.
    pub(crate) fn rendered(content: Html) -> String {
        let renderer =
            yew::LocalServerRenderer::<Rendered>::with_props(Content { content }).hydratable(false);
        pollster::block_on(renderer.render())
    }
}
