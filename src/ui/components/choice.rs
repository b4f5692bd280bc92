//! Lists to choose from, checkboxes, and text fields for names.

use crate::ui::components::element::{
    attributes, div, element, input, on_choice, on_tick, option, span, with_listeners,
};
use crate::ui::components::field::field_id;
use crate::ui::components::figure::name_in;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{Listener, VTag};

/// An option of a list. `M` is the type of the messages that lists send.
pub struct ChoiceOption<M> {
    /// The value of the option in the document.
    pub value: AttrValue,
    /// The text of the option.
    pub words: AttrValue,
    /// Whether the option is the chosen one.
    pub chosen: bool,
    /// The message that choosing the option sends.
    pub message: M,
}

impl<M> ChoiceOption<M> {
    /// Returns an option that sends this message.
    pub fn new(
        value: impl Into<AttrValue>,
        words: impl Into<AttrValue>,
        chosen: bool,
        message: impl Into<M>,
    ) -> ChoiceOption<M> {
        ChoiceOption { value: value.into(), words: words.into(), chosen, message: message.into() }
    }
}

/// Returns a list with its label. The `meaning` of the chosen option, if given, is
/// shown below the list.
pub fn choice<M: Clone + 'static>(
    send: Callback<M>,
    name: &str,
    label: &'static str,
    options: Vec<ChoiceOption<M>>,
    meaning: Option<&'static str>,
) -> Html {
    let id = field_id(name);
    let label_attributes = attributes! { "class" => "label", "for" => id.clone() };
    let mut content = vec![
        element("label", label_attributes, vec![span("", label)]),
        select(send, id, name.to_owned(), options),
    ];
    content.extend(meaning.map(|meaning| name_in("p", "note", meaning)));
    div("field", content)
}

/// Returns a list without a label.
pub fn select<M: Clone + 'static>(
    send: Callback<M>,
    id: String,
    name: String,
    options: Vec<ChoiceOption<M>>,
) -> Html {
    let items = options.iter().map(|item| option(item.value.clone(), item.words.clone(), item.chosen));
    let items = items.collect();
    let messages: Vec<M> = options.into_iter().map(|item| item.message).collect();
    let listener = on_choice(move |index| {
        if let Some(message) = messages.get(index) {
            send.emit(message.clone());
        }
    });
    with_listeners("select", attributes! { "id" => id, "name" => name }, [listener], items)
}

/// Returns a checkbox; `change` is called with whether it is ticked after it was
/// pressed.
pub fn checkbox(name: &str, ticked: bool, change: impl Fn(bool) + 'static) -> Html {
    let mut checkbox = VTag::new("input");
    checkbox.set_attributes(attributes! { "type" => "checkbox", "name" => name.to_owned() });
    checkbox.set_listeners([Some(on_tick(change))].into());
    checkbox.set_checked(ticked);
    checkbox.into()
}

/// Returns a text field for a name, with its label.
pub fn name_field(name: &str, label: &'static str, value: &str, listeners: [Rc<dyn Listener>; 3]) -> Html {
    let id = field_id(name);
    let label_attributes = attributes! { "class" => "label", "for" => id.clone() };
    let attributes = attributes! {
        "id" => id,
        "name" => name.to_owned(),
        "type" => "text",
        "class" => "wide",
        "maxlength" => "200",
        "autocomplete" => "off",
    };
    let content = vec![
        element("label", label_attributes, vec![span("", label)]),
        input(attributes, value.to_owned(), listeners),
    ];
    div("field", content)
}
