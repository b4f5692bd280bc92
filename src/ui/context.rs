//! The context that every view gets: the state to show, and the callback for the
//! messages of its controls.

use crate::ui::commands::Command;
use crate::ui::components::element::{on_click, on_input, on_leave, on_release};
use crate::ui::state::{Action, EditingAction, FieldId, State};
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::Listener;

/// A message of a control: an action on the state, or a command to the browser.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// Changes the state.
    Act(Action),
    /// Asks the browser to do something.
    Run(Command),
}

impl<T: Into<Action>> From<T> for Message {
    fn from(action: T) -> Message {
        Message::Act(action.into())
    }
}

impl From<Command> for Message {
    fn from(command: Command) -> Message {
        Message::Run(command)
    }
}

/// The state that a view shows, and the callback that takes the messages of its
/// controls. The callback is the same as long as the page is open, so contexts are
/// equal if their states are.
#[derive(Clone, PartialEq)]
pub struct PageContext {
    state: Rc<State>,
    send: Callback<Message>,
}

impl Deref for PageContext {
    type Target = State;

    fn deref(&self) -> &State {
        &self.state
    }
}

impl PageContext {
    /// Returns the context of a page with this state.
    pub fn new(state: Rc<State>, send: Callback<Message>) -> PageContext {
        PageContext { state, send }
    }

    /// Returns a context whose controls do nothing, for the static shell and
    /// for tests.
    pub fn inert(state: State) -> PageContext {
        PageContext { state: Rc::new(state), send: Callback::noop() }
    }

    /// Returns a context with another state and the callback of this one.
    pub fn with_state(&self, state: State) -> PageContext {
        PageContext { state: Rc::new(state), send: self.send.clone() }
    }

    /// Returns the state, shared.
    pub fn state(&self) -> Rc<State> {
        self.state.clone()
    }

    /// Returns the callback that takes messages.
    pub fn sender(&self) -> Callback<Message> {
        self.send.clone()
    }

    /// Returns a callback for a button or a link: it sends a message when that is
    /// pressed, and prevents what the browser would do by itself.
    pub fn press(&self, message: impl Into<Message>) -> Callback<MouseEvent> {
        let (send, message) = (self.send.clone(), message.into());
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            send.emit(message.clone());
        })
    }

    /// Returns a listener for an element that sends a message when it is pressed;
    /// see [`PageContext::press`].
    pub fn on_press(&self, message: impl Into<Message>) -> Rc<dyn Listener> {
        on_click(self.press(message))
    }

    /// Returns the listeners of a text field.
    pub fn text_listeners(&self, field: FieldId) -> [Rc<dyn Listener>; 3] {
        text_listeners(&self.send, field)
    }

    /// Returns the listeners of a slider, whose position `value_at` turns into
    /// a value.
    pub fn slider_listeners(
        &self,
        field: FieldId,
        value_at: impl Fn(f64) -> f64 + 'static,
    ) -> [Rc<dyn Listener>; 2] {
        slider_listeners(&self.send, field, value_at)
    }
}

/// Returns the listeners of a text field: its text applies at once, and is
/// tidied when the field is left or Enter is pressed.
pub fn text_listeners(send: &Callback<Message>, field: FieldId) -> [Rc<dyn Listener>; 3] {
    let (typed, left) = (send.clone(), send.clone());
    let [left, enter] = on_leave(move || left.emit(EditingAction::Leave(field).into()));
    [on_input(move |text| typed.emit(EditingAction::Type(field, text).into())), left, enter]
}

/// Returns the listeners of a slider.
pub fn slider_listeners(
    send: &Callback<Message>,
    field: FieldId,
    value_at: impl Fn(f64) -> f64 + 'static,
) -> [Rc<dyn Listener>; 2] {
    let (moved, released) = (send.clone(), send.clone());
    let slide = move |position: String| {
        // The browser only gives finite numbers here.
        if let Some(position) = crate::number::digits::parse(&position) {
            moved.emit(EditingAction::Slide(field, value_at(position)).into());
        }
    };
    [on_input(slide), on_release(move || released.emit(EditingAction::Leave(field).into()))]
}
