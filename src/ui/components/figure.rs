//! Figures and generated sentences: elements whose whole content is set.
//!
//! # Design
//! A browser that translates a page takes text nodes out of the document and
//! puts elements in their place. Yew keeps hold of the node that it made: it
//! would go on changing a text that nobody sees, and it fails where it inserts
//! an element before a node that is gone. Three rules keep the page going, and
//! its figures right:
//!
//! - A text that can change is the only content of an element of its own, and is
//!   set through `textContent`: whatever a translator put there makes way.
//! - Figures and generated sentences are not translated (`translate="no"`): a
//!   translator that rewrites an amount, or that translates halves of a sentence
//!   around it, would make it say something else. Names are
//!   ([`name_text`]); they are set again when they change.
//! - A text never stands bare beside elements that come and go. Spaces belong to
//!   the text beside them, or to a [`space`].
//!
//! Natively there is no document: the text is an ordinary child there.

use crate::ui::components::element::{attribute, attributes, on_click, span, text, with_listeners};
use wasm_bindgen::JsValue;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

/// What an element with a text of its own shows.
#[derive(Properties, PartialEq)]
pub struct FigureProps {
    /// The whole content.
    pub text: AttrValue,
    /// The name of the element.
    pub tag: &'static str,
    /// The class of the element; empty for none.
    pub class: &'static str,
    /// Whether a browser may translate the text.
    pub translatable: bool,
}

/// A figure: an element whose whole content is set whenever it changes.
pub struct Figure;

/// A generated sentence, which is shown as a [`Figure`] is.
pub type Sentence = Figure;

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
        if cfg!(target_arch = "wasm32") {
            let content = AttributeOrProperty::Property(JsValue::from_str(words));
            element.set_attributes(Attributes::Dynamic {
                keys: &["class", "translate", "textContent"],
                values: Box::new([attribute(class), attribute(translate), Some(content)]),
            });
        } else {
            element.set_attributes(attributes! { "class" => class, "translate" => translate });
            element.add_child(text(words.clone()));
        }
        element.into()
    }
}

fn whole(tag: &'static str, class: &'static str, translatable: bool, text: AttrValue) -> Html {
    html! { <Figure {text} {tag} {class} {translatable} /> }
}

/// Returns a figure: an amount, a number, a percentage or a year.
pub fn figure_text(words: impl Into<AttrValue>) -> Html {
    whole("span", "", false, words.into())
}

/// Returns a figure that is an element of this kind, with a class or none.
pub fn figure_in(tag: &'static str, class: &'static str, words: impl Into<AttrValue>) -> Html {
    whole(tag, class, false, words.into())
}

/// Pairs attribute names with values, for [`figure_element`].
macro_rules! figure_attributes {
    ($($name:literal => $value:expr),* $(,)?) => {
        $crate::ui::components::figure::FigureAttributes {
            keys: &[$($name,)* "translate", "textContent"],
            values: vec![$($crate::ui::components::element::attribute($value)),*],
        }
    };
}
pub(crate) use figure_attributes;

/// Attributes of an element that is a figure; see [`figure_attributes!`].
pub struct FigureAttributes {
    /// The names, with those that [`figure_element`] sets at the end.
    pub keys: &'static [&'static str],
    /// The values of all names but the last two.
    pub values: Vec<Option<AttributeOrProperty>>,
}

/// Returns a figure or a sentence that is an element with attributes of its own,
/// such as a label in a drawing.
pub fn figure_element(tag: &'static str, attributes: FigureAttributes, words: impl Into<AttrValue>) -> Html {
    let (words, mut element) = (words.into(), VTag::new(tag));
    let FigureAttributes { keys, mut values } = attributes;
    values.push(attribute("no"));
    if cfg!(target_arch = "wasm32") {
        values.push(Some(AttributeOrProperty::Property(JsValue::from_str(&words))));
    } else {
        values.push(None);
        element.add_child(text(words));
    }
    element.set_attributes(Attributes::Dynamic { keys, values: values.into() });
    element.into()
}

/// Returns a sentence, or a part of one, that is generated from figures.
pub fn sentence_text(words: impl Into<AttrValue>) -> Html {
    whole("span", "", false, words.into())
}

/// Returns a generated sentence as an element of this kind, such as a
/// paragraph, with a class or none.
pub fn sentence_in(tag: &'static str, class: &'static str, words: impl Into<AttrValue>) -> Html {
    whole(tag, class, false, words.into())
}

/// Returns a name or a label that can change or that stands beside others; a
/// browser may translate it.
pub fn name_text(words: impl Into<AttrValue>) -> Html {
    whole("span", "", true, words.into())
}

/// Returns a name or a label as an element of this kind.
pub fn name_in(tag: &'static str, class: &'static str, words: impl Into<AttrValue>) -> Html {
    whole(tag, class, true, words.into())
}

/// Returns a button that shows a figure, a sentence or a name that can change.
pub fn figure_button(class: &'static str, press: Callback<MouseEvent>, content: Html) -> Html {
    let attributes = attributes! { "type" => "button", "class" => class };
    with_listeners("button", attributes, [on_click(press)], vec![content])
}

/// Returns a space between two elements of a line.
pub fn space() -> Html {
    span("", " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::components::element::div;

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
