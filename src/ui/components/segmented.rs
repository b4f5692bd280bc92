//! A choice between a few options that are all visible: radio buttons that look like the
//! segments of one button. It is one stop of the Tab key, and the arrow keys choose.

use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{attributes, classed, on_tick};
use crate::ui::components::field::field_id;
use crate::ui::components::figure::name_text;
use yew::prelude::*;
use yew::virtual_dom::VTag;

/// Returns the choice. `name` is that of the radio buttons in the document, and `legend`
/// the `<legend>` that says what is chosen.
pub fn segmented<M: Clone + 'static>(
    send: &Callback<M>,
    name: &str,
    legend: Html,
    options: Vec<ChoiceOption<M>>,
) -> Html {
    let segments = options.into_iter().map(|option| segment(send.clone(), name, option)).collect();
    classed("fieldset", "segmented", vec![legend, classed("span", "segments", segments)])
}

/// Returns the id of the radio button of an option.
pub fn option_id(name: &str, value: &str) -> String {
    field_id(&format!("{name}.{value}"))
}

fn segment<M: Clone + 'static>(send: Callback<M>, name: &str, option: ChoiceOption<M>) -> Html {
    let ChoiceOption { value, words, chosen, message } = option;
    let mut radio = VTag::new("input");
    let id = option_id(name, &value);
    radio.set_attributes(
        attributes! { "type" => "radio", "id" => id, "name" => name.to_owned(), "value" => value },
    );
    radio.set_listeners([Some(on_tick(move |_| send.emit(message.clone())))].into());
    radio.set_checked(chosen);
    classed("label", "segment", vec![radio.into(), name_text(words)])
}
