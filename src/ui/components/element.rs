//! The elements that the page is made of, as small functions.
//!
//! `html!` writes out its whole construction wherever it stands; with some
//! three hundred places that is a third of the program that everyone has to
//! load. What recurs is therefore made here, once; `html!` makes the rest.
//!
//! Yew pairs children without keys from the end: a part that comes or goes
//! makes those before it anew, and a text field would lose its focus. So every
//! part has its place, empty (`Html::default()`) where there is nothing.

use wasm_bindgen::JsValue;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VNode, VTag, VText};

/// Text.
pub fn text(words: impl Into<AttrValue>) -> Html {
    VText::new(words.into()).into()
}

/// An element with these attributes, each left out where it has no value.
pub fn element(
    tag: &'static str,
    keys: &'static [&'static str],
    values: Vec<Option<AttrValue>>,
    content: Vec<Html>,
) -> Html {
    let mut made = VTag::new(tag);
    if !keys.is_empty() {
        let values = values.into_iter().map(|value| value.map(AttributeOrProperty::Attribute)).collect();
        made.set_attributes(Attributes::Dynamic { keys, values });
    }
    made.add_children(content);
    made.into()
}

/// A field with this value, and these attributes.
pub fn input(
    keys: &'static [&'static str],
    values: Vec<Option<AttrValue>>,
    value: impl Into<AttrValue>,
) -> Html {
    let mut made = VTag::new("input");
    let values = values.into_iter().map(|value| value.map(AttributeOrProperty::Attribute)).collect();
    made.set_attributes(Attributes::Dynamic { keys, values });
    made.set_value(value.into());
    made.into()
}

/// The same element under a key: among others with keys it stays itself when
/// one of them comes or goes.
pub fn keyed(key: &str, content: Html) -> Html {
    match content {
        VNode::VTag(mut tag) => {
            std::rc::Rc::make_mut(&mut tag).key = Some(key.into());
            VNode::VTag(tag)
        }
        other => other,
    }
}

/// An element with a class, or without one where that is empty.
pub fn classed(tag: &'static str, class: impl Into<AttrValue>, content: Vec<Html>) -> Html {
    let class = class.into();
    if class.is_empty() {
        element(tag, &[], vec![], content)
    } else {
        element(tag, &["class"], vec![Some(class)], content)
    }
}

/// A block.
pub fn div(class: impl Into<AttrValue>, content: Vec<Html>) -> Html {
    classed("div", class, content)
}

/// A paragraph of plain text.
pub fn p(class: &'static str, words: impl Into<AttrValue>) -> Html {
    classed("p", class, vec![text(words)])
}

/// Inline text.
pub fn span(class: &'static str, words: impl Into<AttrValue>) -> Html {
    classed("span", class, vec![text(words)])
}

/// A list of plain texts.
pub fn list(points: &[&'static str]) -> Html {
    classed("ul", "", points.iter().map(|point| classed("li", "", vec![text(*point)])).collect())
}

/// A heading, with an id where a section is named by it.
pub fn heading(tag: &'static str, id: &'static str, words: impl Into<AttrValue>) -> Html {
    let id = (!id.is_empty()).then_some(AttrValue::Static(id));
    element(tag, &["id"], vec![id], vec![text(words)])
}

/// A section that is named by the heading with this id.
pub fn section(class: &'static str, heading: &'static str, content: Vec<Html>) -> Html {
    let values = vec![Some(class.into()), Some(heading.into())];
    element("section", &["class", "aria-labelledby"], values, content)
}

/// A button, and what it asks for; see [`crate::ui::events::Command::read`].
pub fn button(class: &'static str, command: impl Into<AttrValue>, words: impl Into<AttrValue>) -> Html {
    let values = vec![Some("button".into()), Some(class.into()), Some(command.into())];
    element("button", &["type", "class", "data-do"], values, vec![text(words)])
}

/// A button that shows a drawing, with its name for those who do not see it.
pub fn icon_button(
    class: &'static str,
    command: AttrValue,
    name: AttrValue,
    possible: bool,
    path: &'static str,
) -> Html {
    let disabled = (!possible).then_some(AttrValue::Static("disabled"));
    let values = vec![
        Some("button".into()),
        Some(class.into()),
        Some(command),
        Some(name.clone()),
        Some(name),
        disabled,
    ];
    element(
        "button",
        &["type", "class", "data-do", "aria-label", "title", "disabled"],
        values,
        vec![icon(path)],
    )
}

/// A drawing of one line on a field of 24 by 24.
pub fn icon(path: &'static str) -> Html {
    let path = element("path", &["d"], vec![Some(path.into())], vec![]);
    element(
        "svg",
        &["viewBox", "aria-hidden"],
        vec![Some("0 0 24 24".into()), Some("true".into())],
        vec![path],
    )
}

/// A part that opens; its content is in the document while it is closed.
pub fn details(class: &'static str, open: bool, summary: Vec<Html>, content: Vec<Html>) -> Html {
    let open = open.then_some(AttrValue::Static(""));
    let class = (!class.is_empty()).then_some(AttrValue::Static(class));
    let mut all = vec![classed("summary", "", summary)];
    all.extend(content);
    element("details", &["class", "open"], vec![class, open], all)
}

/// One term of a list of figures.
pub fn term(class: &'static str, name: &'static str, value: Html) -> Html {
    div(class, vec![classed("dt", "", vec![text(name)]), classed("dd", "", vec![value])])
}

/// One choice of a list.
pub fn option(value: impl Into<AttrValue>, words: impl Into<AttrValue>, chosen: bool) -> Html {
    // As a property: an attribute says nothing once someone has chosen.
    let chosen = AttributeOrProperty::Property(JsValue::from_bool(chosen));
    let value = AttributeOrProperty::Attribute(value.into());
    let mut made = VTag::new("option");
    let values = [Some(value), Some(chosen)].into();
    made.set_attributes(Attributes::Dynamic { keys: &["value", "selected"], values });
    made.add_child(text(words));
    made.into()
}

/// A cell of a table with a number.
pub fn number(words: impl Into<AttrValue>) -> Html {
    classed("td", "number", vec![text(words)])
}

/// The first cell of a row, which names it.
pub fn row_name(content: Vec<Html>) -> Html {
    element("th", &["scope"], vec![Some("row".into())], content)
}

/// A row of a table.
pub fn row(cells: Vec<Html>) -> Html {
    classed("tr", "", cells)
}

/// A table in a region that scrolls by itself where it is too wide. Columns
/// from `numbers` on hold numbers.
pub fn table(label: &'static str, head: &[&'static str], numbers: usize, rows: Vec<Html>) -> Html {
    let cell = |(place, words): (usize, &&'static str)| {
        let class = (place >= numbers).then_some(AttrValue::Static("number"));
        element("th", &["scope", "class"], vec![Some("col".into()), class], vec![text(*words)])
    };
    let head = row(head.iter().enumerate().map(cell).collect());
    let table = classed("table", "", vec![classed("thead", "", vec![head]), classed("tbody", "", rows)]);
    let values = vec![Some("table".into()), Some("region".into()), Some(label.into()), Some("0".into())];
    element("div", &["class", "role", "aria-label", "tabindex"], values, vec![table])
}
