//! Controls that send messages of the page: the components of
//! `src/ui/components/choice.rs`, with the callback of the page's context.

use crate::ui::components::choice::{self, ChoiceOption};
use crate::ui::context::{Message, PageContext};
use crate::ui::state::FieldId;
use yew::prelude::*;

/// Returns a list with its label. The `meaning` of the chosen option, if given, is
/// shown below the list.
pub fn choice(
    ctx: &PageContext,
    name: &str,
    label: &'static str,
    options: Vec<ChoiceOption<Message>>,
    meaning: Option<&'static str>,
) -> Html {
    choice::choice(ctx.sender(), name, label, options, meaning)
}

/// Returns a list without a label.
pub fn select(ctx: &PageContext, id: String, name: String, options: Vec<ChoiceOption<Message>>) -> Html {
    choice::select(ctx.sender(), id, name, options)
}

/// Returns a checkbox. After it was pressed, it sends the message that `message`
/// returns for ticked (true) or not.
pub fn checkbox(
    ctx: &PageContext,
    name: &str,
    ticked: bool,
    message: impl Fn(bool) -> Message + 'static,
) -> Html {
    let send = ctx.sender();
    choice::checkbox(name, ticked, move |ticked| send.emit(message(ticked)))
}

/// Returns a text field for a name, with its label.
pub fn name_field(ctx: &PageContext, field: FieldId, name: &str, label: &'static str, value: &str) -> Html {
    choice::name_field(name, label, value, ctx.text_listeners(field))
}
