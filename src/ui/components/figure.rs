//! Figures and generated sentences, as elements that stay correct when the browser
//! translates the page.
//!
//! # Design
//! A browser that translates a page replaces text nodes by elements. Yew does not
//! notice: it would go on updating a text node that is no longer in the document, and
//! fail when it inserts an element before such a node. Two rules prevent both:
//!
//! - Every text is the only content of its element, and is set through `textContent`,
//!   which also replaces anything that a translator put there. The functions for plain
//!   text in `element.rs` take constants only; those here take what is made while the
//!   page runs.
//! - Figures and generated sentences are not translated (`translate="no"`), since a
//!   translator may change an amount, or translate a sentence in pieces that no
//!   longer fit together. Names may be translated ([`name_text`]). A space between
//!   elements belongs to one of their texts, or is a [`space`].
//!
//! Natively there is no document, and the text is an ordinary child.

use crate::ui::components::element::{
    attribute, attributes, classed, div, on_click, span, whole_content, with_listeners,
};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

/// Properties of a [`Figure`].
#[derive(Properties, PartialEq)]
pub struct FigureProps {
    /// The text of the element, which is its only content.
    pub text: AttrValue,
    /// The name of the HTML element, such as `span`.
    pub tag: &'static str,
    /// The class of the element; without one if empty.
    pub class: &'static str,
    /// Whether a browser may translate the text.
    pub translatable: bool,
}

/// An element whose only content is a text, which is set as a whole whenever it
/// changes.
pub struct Figure;

impl Component for Figure {
    type Message = ();
    type Properties = FigureProps;

    fn create(_: &Context<Figure>) -> Figure {
        Figure
    }

    fn view(&self, context: &Context<Figure>) -> Html {
        let FigureProps { text: words, tag, class, translatable } = context.props();
        let class = (!class.is_empty()).then_some(AttrValue::Static(class));
        let translate = (!translatable).then_some(AttrValue::Static("no"));
        let mut element = VTag::new(*tag);
        let content = whole_content(&mut element, words.clone());
        element.set_attributes(Attributes::Dynamic {
            keys: &["class", "translate", "textContent"],
            values: Box::new([attribute(class), attribute(translate), content]),
        });
        element.into()
    }
}

/// Returns a [`Figure`] with these properties.
fn figure(tag: &'static str, class: &'static str, translatable: bool, text: AttrValue) -> Html {
    html! { <Figure {text} {tag} {class} {translatable} /> }
}

/// Returns a `<span>` with a figure: an amount, a number, a percentage or a year.
pub fn figure_text(words: impl Into<AttrValue>) -> Html {
    figure("span", "", false, words.into())
}

/// Returns an element with a figure and a class; without a class if it is empty.
pub fn figure_in(tag: &'static str, class: &'static str, words: impl Into<AttrValue>) -> Html {
    figure(tag, class, false, words.into())
}

/// Makes attributes for [`figure_element`] of pairs, such as `"id" => id`.
macro_rules! figure_attributes {
    ($($name:literal => $value:expr),* $(,)?) => {
        $crate::ui::components::figure::FigureAttributes {
            keys: &[$($name,)* "translate", "textContent"],
            values: vec![$($crate::ui::components::element::attribute($value)),*],
        }
    };
}
pub(crate) use figure_attributes;

/// Attributes for [`figure_element`]; made by [`figure_attributes!`].
pub struct FigureAttributes {
    /// All names; the last two, `translate` and `textContent`, get their values from
    /// [`figure_element`].
    pub keys: &'static [&'static str],
    /// The values of all names except the last two.
    pub values: Vec<Option<AttributeOrProperty>>,
}

/// Returns an element with a figure or a sentence and with other attributes than a
/// class, such as a label in a drawing.
pub fn figure_element(tag: &'static str, attributes: FigureAttributes, words: impl Into<AttrValue>) -> Html {
    let (words, mut element) = (words.into(), VTag::new(tag));
    let FigureAttributes { keys, mut values } = attributes;
    values.push(attribute("no"));
    values.push(whole_content(&mut element, words));
    element.set_attributes(Attributes::Dynamic { keys, values: values.into() });
    element.into()
}

/// Returns a `<span>` with a sentence, or a piece of one, that is generated from
/// figures.
pub fn sentence_text(words: impl Into<AttrValue>) -> Html {
    figure("span", "", false, words.into())
}

/// Returns an element, such as a paragraph, with a generated sentence and a class;
/// without a class if it is empty.
pub fn sentence_in(tag: &'static str, class: &'static str, words: impl Into<AttrValue>) -> Html {
    figure(tag, class, false, words.into())
}

/// Returns a `<span>` with a name or a label, which a browser may translate. Use it
/// for names that can change or that have siblings.
pub fn name_text(words: impl Into<AttrValue>) -> Html {
    figure("span", "", true, words.into())
}

/// Returns an element with a name or a label, which a browser may translate, and a
/// class; without a class if it is empty.
pub fn name_in(tag: &'static str, class: &'static str, words: impl Into<AttrValue>) -> Html {
    figure(tag, class, true, words.into())
}

/// Returns one entry of a `<dl>`: a figure's name with its value.
pub fn term(class: &'static str, name: &'static str, value: Html) -> Html {
    div(class, vec![name_in("dt", "", name), classed("dd", "", vec![value])])
}

/// Returns a button whose content is a figure, a sentence or a name of this module.
pub fn figure_button(class: &'static str, press: Callback<MouseEvent>, content: Html) -> Html {
    let attributes = attributes! { "type" => "button", "class" => class };
    with_listeners("button", attributes, [on_click(press)], vec![content])
}

/// Returns a space between two elements of one line.
pub fn space() -> Html {
    span("", " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[component]
    fn Page() -> Html {
        let press = Callback::noop();
        div(
            "",
            vec![
                figure_text("€ 5"),
                space(),
                sentence_in("p", "small", "Het is € 5."),
                name_text("Kosten"),
                figure_button("plain", press, figure_in("strong", "", "51%")),
                figure_element("p", figure_attributes! { "id" => "a" }, "1"),
            ],
        )
    }

    #[test]
    fn every_text_has_an_element_and_only_names_are_translated() {
        let renderer = yew::LocalServerRenderer::<Page>::new().hydratable(false);
        let expected = "<div><span translate=\"no\">€ 5</span><span> </span>\
            <p class=\"small\" translate=\"no\">Het is € 5.</p><span>Kosten</span>\
            <button type=\"button\" class=\"plain\"><strong translate=\"no\">51%</strong></button>\
            <p id=\"a\" translate=\"no\">1</p></div>";
        assert_eq!(pollster::block_on(renderer.render()), expected);
    }
}
