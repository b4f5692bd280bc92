//! Lists to choose from, boxes to tick, and fields for names.

use crate::ui::components::element::{
    attributes, div, element, input, on_choice, on_tick, option, p, text, with_listeners,
};
use crate::ui::components::field::field_id;
use crate::ui::context::{Message, PageContext};
use crate::ui::state::FieldId;
use yew::prelude::*;
use yew::virtual_dom::VTag;

/// An option of a list.
pub struct ChoiceOption {
    /// The value of the option in the document.
    pub value: AttrValue,
    /// The words of the option.
    pub words: AttrValue,
    /// Whether the option is chosen.
    pub chosen: bool,
    /// What choosing the option sends.
    pub message: Message,
}

impl ChoiceOption {
    /// Returns an option that sends this message.
    pub fn new(
        value: impl Into<AttrValue>,
        words: impl Into<AttrValue>,
        chosen: bool,
        message: impl Into<Message>,
    ) -> ChoiceOption {
        ChoiceOption { value: value.into(), words: words.into(), chosen, message: message.into() }
    }
}

/// Returns a list with its label, and what the choice means where that is given.
pub fn choice(
    ctx: &PageContext,
    name: &str,
    label: &'static str,
    options: Vec<ChoiceOption>,
    meaning: Option<&'static str>,
) -> Html {
    let id = field_id(name);
    let label_of = attributes! { "class" => "label", "for" => id.clone() };
    let mut content =
        vec![element("label", label_of, vec![text(label)]), select(ctx, id, name.to_owned(), options)];
    content.extend(meaning.map(|meaning| p("note", meaning)));
    div("field", content)
}

/// Returns a list by itself.
pub fn select(ctx: &PageContext, id: String, name: String, options: Vec<ChoiceOption>) -> Html {
    let items = options.iter().map(|of| option(of.value.clone(), of.words.clone(), of.chosen)).collect();
    let messages: Vec<Message> = options.into_iter().map(|of| of.message).collect();
    let sender = ctx.sender();
    let chosen = on_choice(move |index| {
        if let Some(message) = messages.get(index) {
            sender.emit(message.clone());
        }
    });
    with_listeners("select", attributes! { "id" => id, "name" => name }, [chosen], items)
}

/// Returns a box to tick; `message` tells what is sent for ticked or not.
pub fn checkbox(
    ctx: &PageContext,
    name: &str,
    on: bool,
    message: impl Fn(bool) -> Message + 'static,
) -> Html {
    let sender = ctx.sender();
    let tick = on_tick(move |on| sender.emit(message(on)));
    let mut made = VTag::new("input");
    made.set_attributes(attributes! { "type" => "checkbox", "name" => name.to_owned() });
    made.set_listeners([Some(tick)].into());
    made.set_checked(on);
    made.into()
}

/// Returns a field with its label for a text that names something.
pub fn name_field(ctx: &PageContext, field: FieldId, name: &str, label: &'static str, value: &str) -> Html {
    let id = field_id(name);
    let label_of = attributes! { "class" => "label", "for" => id.clone() };
    let attributes = attributes! {
        "id" => id,
        "name" => name.to_owned(),
        "type" => "text",
        "class" => "wide",
        "maxlength" => "200",
        "autocomplete" => "off",
    };
    let content = vec![
        element("label", label_of, vec![text(label)]),
        input(attributes, value.to_owned(), ctx.text_listeners(field)),
    ];
    div("field", content)
}
