//! The context that every view gets: the state to show, and the callback for the
//! messages of its controls.

use crate::ui::commands::Command;
use crate::ui::components::element::{on_click, slider_listeners, text_listeners};
use crate::ui::components::field::FieldEvent;
use crate::ui::features::sources::state::SourcesAction;
use crate::ui::state::{Action, EditingAction, FieldId, State, WorkspaceAction};
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
/// equal if no action was applied and no lazy feature was loaded in between.
#[derive(Clone, PartialEq)]
pub struct PageContext {
    state: Rc<State>,
    send: Callback<Message>,
    /// How often a lazy feature was loaded, failed to load or began to be tried again.
    load_count: u32,
}

impl Deref for PageContext {
    type Target = State;

    fn deref(&self) -> &State {
        &self.state
    }
}

impl PageContext {
    /// Returns the context of a page with this state.
    pub fn new(state: Rc<State>, send: Callback<Message>, load_count: u32) -> PageContext {
        PageContext { state, send, load_count }
    }

    /// Returns a context whose controls do nothing, for the static shell and
    /// for tests.
    pub fn inert(state: State) -> PageContext {
        PageContext { state: Rc::new(state), send: Callback::noop(), load_count: 0 }
    }

    /// Returns a context with another state and the callback of this one.
    pub fn with_state(&self, state: State) -> PageContext {
        PageContext { state: Rc::new(state), ..self.clone() }
    }

    /// Returns whether nothing but results of the simulation changed between these
    /// two contexts of one page.
    pub fn same_except_simulation(&self, other: &PageContext) -> bool {
        let other_actions = |state: &State| state.revision - state.simulation_revision;
        self.load_count == other.load_count && other_actions(self) == other_actions(other)
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

    /// Returns the listeners of a text field: they apply its text at each change,
    /// and end the change when the field is left or Enter is pressed.
    pub fn text_listeners(&self, field: FieldId) -> [Rc<dyn Listener>; 3] {
        let send = self.send.clone();
        let typed = Callback::from(move |text| send.emit(EditingAction::Type(field, text).into()));
        text_listeners(typed, self.leave(field))
    }

    /// Returns the listeners of a slider: they apply the value that `value_at`
    /// returns for its position, and end the change when it is released or left.
    pub fn slider_listeners(
        &self,
        field: FieldId,
        value_at: impl Fn(f64) -> f64 + 'static,
    ) -> [Rc<dyn Listener>; 4] {
        let send = self.send.clone();
        let moved = move |position| send.emit(EditingAction::Slide(field, value_at(position)).into());
        slider_listeners(moved.into(), self.leave(field))
    }

    /// Returns a callback that ends the change of a field.
    fn leave(&self, field: FieldId) -> Callback<()> {
        let send = self.send.clone();
        Callback::from(move |()| send.emit(EditingAction::Leave(field).into()))
    }
}

/// The component of an input's field does not know actions; this translates its
/// events.
impl From<FieldEvent> for Action {
    fn from(event: FieldEvent) -> Action {
        match event {
            FieldEvent::Type(id, text) => EditingAction::Type(FieldId::Input(id), text).into(),
            FieldEvent::Slide(id, value) => EditingAction::Slide(FieldId::Input(id), value).into(),
            FieldEvent::Leave(id) => EditingAction::Leave(FieldId::Input(id)).into(),
            FieldEvent::Reset(id) => WorkspaceAction::Reset(id).into(),
            FieldEvent::OpenHelp(id) => SourcesAction::Open(id).into(),
        }
    }
}
