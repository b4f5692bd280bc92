//! Elements of HTML as small functions.
//!
//! # Design
//! `html!` writes out its whole construction wherever it stands, and with some
//! three hundred places that was a third of the program that everyone loads.
//! What recurs is made here once; `html!` is for the rest.
//!
//! Yew pairs children without keys from the end: a child that comes or goes
//! would recreate those before it, and a text field would lose its focus. So
//! every optional child keeps its position, with `Html::default()` where there
//! is nothing.

use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::html::{onchange, onclick, onfocusout, oninput, onkeydown, ontoggle};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, VNode, VTag, VText};

/// Pairs attribute names with values; an attribute whose value is `None` is
/// left out.
macro_rules! attributes {
    ($($name:literal => $value:expr),* $(,)?) => {
        yew::virtual_dom::Attributes::Dynamic {
            keys: &[$($name),*],
            values: Box::new([$($crate::ui::components::element::attribute($value)),*]),
        }
    };
}
pub(crate) use attributes;

/// Converts a value to that of an attribute; `None` leaves the attribute out.
pub fn attribute(value: impl yew::html::IntoPropValue<Option<AttrValue>>) -> Option<AttributeOrProperty> {
    value.into_prop_value().map(AttributeOrProperty::Attribute)
}

/// Returns a text node.
pub fn text(words: impl Into<AttrValue>) -> Html {
    VText::new(words.into()).into()
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
    let mut made = VTag::new(tag);
    made.set_attributes(attributes);
    if N > 0 {
        made.set_listeners(listeners.map(Some).into());
    }
    made.add_children(children);
    made.into()
}

/// Returns an `<input>` with a value and listeners.
pub fn input<const N: usize>(
    attributes: Attributes,
    value: impl Into<AttrValue>,
    listeners: [Rc<dyn Listener>; N],
) -> Html {
    let mut made = VTag::new("input");
    made.set_attributes(attributes);
    made.set_listeners(listeners.map(Some).into());
    made.set_value(value.into());
    made.into()
}

/// Listens to presses of the mouse, a finger or the keyboard on a button.
pub fn on_click(callback: Callback<MouseEvent>) -> Rc<dyn Listener> {
    Rc::new(onclick::Wrapper::new(callback))
}

/// Listens to keys.
pub fn on_key(callback: Callback<KeyboardEvent>) -> Rc<dyn Listener> {
    Rc::new(onkeydown::Wrapper::new(callback))
}

/// Calls back with the text of a field whenever it changes.
pub fn on_input(callback: impl Fn(String) + 'static) -> Rc<dyn Listener> {
    let read = move |event: InputEvent| {
        if let Some(field) = field_of(&event) {
            callback(field.value());
        }
    };
    Rc::new(oninput::Wrapper::new(read.into()))
}

/// Calls back when a field is left, or Enter is pressed in it.
pub fn on_leave(callback: impl Fn() + Clone + 'static) -> [Rc<dyn Listener>; 2] {
    let left = callback.clone();
    let enter = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            callback();
        }
    };
    [
        Rc::new(onfocusout::Wrapper::new(Callback::from(move |_: FocusEvent| left()))),
        Rc::new(onkeydown::Wrapper::new(enter.into())),
    ]
}

/// Calls back when a slider is released.
pub fn on_release(callback: impl Fn() + 'static) -> Rc<dyn Listener> {
    Rc::new(onchange::Wrapper::new(Callback::from(move |_: Event| callback())))
}

/// Calls back with whether a box is ticked, after it was pressed.
pub fn on_tick(callback: impl Fn(bool) + 'static) -> Rc<dyn Listener> {
    let read = move |event: Event| {
        if let Some(field) = field_of(&event) {
            callback(field.checked());
        }
    };
    Rc::new(onchange::Wrapper::new(read.into()))
}

/// Calls back with the index of the option that was chosen in a list.
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

/// Calls back when a `<details>` element is opened.
pub fn on_open(callback: impl Fn() + 'static) -> Rc<dyn Listener> {
    let read = move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|target| target.has_attribute("open")) {
            callback();
        }
    };
    Rc::new(ontoggle::Wrapper::new(read.into()))
}

fn field_of(event: &web_sys::Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// Returns the same element under a key: among siblings with keys it stays
/// itself when one of them comes or goes.
pub fn keyed(key: &str, content: Html) -> Html {
    let VNode::VTag(mut tag) = content else { return content };
    Rc::make_mut(&mut tag).key = Some(key.into());
    VNode::VTag(tag)
}

/// Returns an element with a class, or without one where that is empty.
pub fn classed(tag: &'static str, class: impl Into<AttrValue>, children: Vec<Html>) -> Html {
    let class = class.into();
    if class.is_empty() {
        element(tag, attributes! {}, children)
    } else {
        element(tag, attributes! { "class" => class }, children)
    }
}

/// Returns a `<div>`.
pub fn div(class: impl Into<AttrValue>, children: Vec<Html>) -> Html {
    classed("div", class, children)
}

/// Returns a paragraph of plain text.
pub fn p(class: &'static str, words: impl Into<AttrValue>) -> Html {
    classed("p", class, vec![text(words)])
}

/// Returns inline text.
pub fn span(class: &'static str, words: impl Into<AttrValue>) -> Html {
    classed("span", class, vec![text(words)])
}

/// Returns a list of plain texts.
pub fn list(points: &[&'static str]) -> Html {
    classed("ul", "", points.iter().map(|point| classed("li", "", vec![text(*point)])).collect())
}

/// Returns a heading, with an id where a section is named by it.
pub fn heading(tag: &'static str, id: &'static str, words: impl Into<AttrValue>) -> Html {
    let id = (!id.is_empty()).then_some(AttrValue::Static(id));
    element(tag, attributes! { "id" => id }, vec![text(words)])
}

/// Returns a section that is named by the heading with this id.
pub fn section(class: &'static str, heading: &'static str, children: Vec<Html>) -> Html {
    element("section", attributes! { "class" => class, "aria-labelledby" => heading }, children)
}

/// Returns a button with words on it.
pub fn button(class: &'static str, press: Callback<MouseEvent>, words: impl Into<AttrValue>) -> Html {
    let attributes = attributes! { "type" => "button", "class" => class };
    with_listeners("button", attributes, [on_click(press)], vec![text(words)])
}

/// Returns a button that cannot be pressed where `possible` is false.
pub fn button_if(
    possible: bool,
    class: &'static str,
    press: Callback<MouseEvent>,
    words: impl Into<AttrValue>,
) -> Html {
    let attributes = attributes! { "type" => "button", "class" => class, "disabled" => disabled(!possible) };
    with_listeners("button", attributes, [on_click(press)], vec![text(words)])
}

/// Returns the value of an attribute such as `disabled`, which is there or not.
pub fn disabled(on: bool) -> Option<AttrValue> {
    on.then_some(AttrValue::Static("disabled"))
}

/// Returns a button that shows an icon, with its name for those who do not see
/// it; it cannot be pressed where `possible` is false.
pub fn icon_button(
    class: &'static str,
    press: Callback<MouseEvent>,
    name: impl Into<AttrValue>,
    possible: bool,
    path: &'static str,
) -> Html {
    let name = name.into();
    let attributes = attributes! {
        "type" => "button",
        "class" => class,
        "aria-label" => name.clone(),
        "title" => name,
        "disabled" => disabled(!possible),
    };
    with_listeners("button", attributes, [on_click(press)], vec![icon(path)])
}

/// Returns a drawing of one line in a square of 24 by 24.
pub fn icon(path: &'static str) -> Html {
    let path = element("path", attributes! { "d" => path }, vec![]);
    element("svg", attributes! { "viewBox" => "0 0 24 24", "aria-hidden" => "true" }, vec![path])
}

/// Returns a `<details>` element; its content is in the document while closed.
pub fn details(class: &'static str, open: bool, summary: Vec<Html>, children: Vec<Html>) -> Html {
    let open = open.then_some(AttrValue::Static(""));
    let class = (!class.is_empty()).then_some(AttrValue::Static(class));
    let mut all = vec![classed("summary", "", summary)];
    all.extend(children);
    element("details", attributes! { "class" => class, "open" => open }, all)
}

/// Returns one term of a list of figures, with its value.
pub fn term(class: &'static str, name: &'static str, value: Html) -> Html {
    div(class, vec![classed("dt", "", vec![text(name)]), classed("dd", "", vec![value])])
}

/// Returns one option of a list to choose from.
pub fn option(value: impl Into<AttrValue>, words: impl Into<AttrValue>, chosen: bool) -> Html {
    // As a property: the attribute says nothing once a person has chosen.
    let chosen = AttributeOrProperty::Property(JsValue::from_bool(chosen));
    let value = AttributeOrProperty::Attribute(value.into());
    let mut made = VTag::new("option");
    let values = [Some(value), Some(chosen)].into();
    made.set_attributes(Attributes::Dynamic { keys: &["value", "selected"], values });
    made.add_child(text(words));
    made.into()
}

/// Returns a table cell with a number.
pub fn number(words: impl Into<AttrValue>) -> Html {
    classed("td", "number", vec![text(words)])
}

/// Returns the first cell of a row, which names it.
pub fn row_name(children: Vec<Html>) -> Html {
    element("th", attributes! { "scope" => "row" }, children)
}

/// Returns a table row.
pub fn row(cells: Vec<Html>) -> Html {
    classed("tr", "", cells)
}

/// Returns a table in a region that scrolls by itself where it is too wide.
/// Columns from index `numbers` on hold numbers.
pub fn table(label: &'static str, head: &[&'static str], numbers: usize, rows: Vec<Html>) -> Html {
    let cell = |(place, words): (usize, &&'static str)| {
        let class = (place >= numbers).then_some(AttrValue::Static("number"));
        element("th", attributes! { "scope" => "col", "class" => class }, vec![text(*words)])
    };
    let head = row(head.iter().enumerate().map(cell).collect());
    let table = classed("table", "", vec![classed("thead", "", vec![head]), classed("tbody", "", rows)]);
    let attributes =
        attributes! { "class" => "table", "role" => "region", "aria-label" => label, "tabindex" => "0" };
    element("div", attributes, vec![table])
}
