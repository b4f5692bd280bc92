//! Parts of the page that are drawn by themselves.
//!
//! A change of a figure is on the screen within a frame where it was made:
//! headline, main picture and the fields around it. What stands further down
//! or in a closed group follows in the frames after that, a few parts at a
//! time, so that typing and dragging never wait for it. It always follows with
//! the newest figures, however many changes it has missed.

use crate::platform;
use crate::ui::features::centre;
use crate::ui::features::centre::field::FieldProps;
use crate::ui::state::State;
use std::cell::RefCell;
use std::rc::Rc;
use yew::html::Scope;
use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

/// How many parts follow in one task of the browser.
const AT_ONCE: usize = 4;

/// One component for all of them: each kind more is kilobytes of program.
pub struct Part {
    waiting: bool,
}

/// What a part shows.
#[derive(PartialEq)]
#[allow(clippy::large_enum_variant, reason = "most parts are fields; on 64 bits only")]
pub enum PartProps {
    /// One input; equal props are not drawn again.
    Field(FieldProps),
    /// Something made from the whole state.
    Block(Block),
}

/// Whether two states are the same to a part.
type Same = fn(&State, &State) -> bool;

/// A part that is made from the whole state.
pub struct Block {
    state: Rc<State>,
    view: fn(&State, usize) -> Html,
    place: usize,
    now: bool,
    same: Same,
}

/// The functions are always those of the part's place in the page.
impl PartialEq for Block {
    fn eq(&self, other: &Block) -> bool {
        self.place == other.place && self.now == other.now && (self.same)(&self.state, &other.state)
    }
}

impl Properties for PartProps {
    type Builder = ();

    fn builder() {}
}

impl Component for Part {
    type Message = ();
    type Properties = PartProps;

    fn create(_: &Context<Part>) -> Part {
        Part { waiting: false }
    }

    fn changed(&mut self, context: &Context<Part>, before: &PartProps) -> bool {
        let now = match (context.props(), before) {
            (PartProps::Block(new), PartProps::Block(old)) => {
                // Only typing and dragging are in a hurry: what opens or arrives is
                // no change of a figure, and after a button the focus goes on.
                let same = new.state.changed == old.state.changed;
                new.now || new.place != old.place || same || !new.state.is_typing()
            }
            _ => true,
        };
        if !now && !self.waiting {
            follow(context.link().clone());
        }
        self.waiting = !now;
        now
    }

    fn update(&mut self, _: &Context<Part>, (): ()) -> bool {
        std::mem::take(&mut self.waiting)
    }

    fn view(&self, context: &Context<Part>) -> Html {
        match context.props() {
            PartProps::Field(props) => centre::field::view(props),
            PartProps::Block(block) => (block.view)(&block.state, block.place),
        }
    }
}

fn part(props: PartProps, key: Option<Key>) -> Html {
    VComp::new::<Part>(Rc::new(props), key).into()
}

/// An input as a part of its own.
pub fn of_field(props: FieldProps) -> Html {
    part(PartProps::Field(props), None)
}

/// A part that is made from the whole state, by this function and for this
/// place among its likes; at once where that is asked, or else soon after.
pub fn block(state: &State, now: bool, place: usize, view: fn(&State, usize) -> Html) -> Html {
    if state.is_shell() { view(state, place) } else { made(state, (now, State::eq), place, None, view) }
}

/// A part soon after, that stays as it is when an answer of the simulation
/// comes in.
pub fn deaf(state: &State, view: fn(&State, usize) -> Html) -> Html {
    following(state, State::is_unheard, view)
}

/// A part soon after, of which few changes make another one.
pub fn following(state: &State, same: Same, view: fn(&State, usize) -> Html) -> Html {
    if state.is_shell() { view(state, 0) } else { made(state, (false, same), 0, None, view) }
}

/// The same among others that come, go and change places.
pub fn keyed(state: &State, now: bool, place: usize, key: &str, view: fn(&State, usize) -> Html) -> Html {
    made(state, (now, State::eq), place, Some(key.into()), view)
}

fn made(
    state: &State,
    (now, same): (bool, Same),
    place: usize,
    key: Option<Key>,
    view: fn(&State, usize) -> Html,
) -> Html {
    part(PartProps::Block(Block { state: state.shared(), view, place, now, same }), key)
}

thread_local! {
    static WAITING: RefCell<Vec<Scope<Part>>> = const { RefCell::new(Vec::new()) };
}

/// Draws this part once the frame that is being made is on the screen.
fn follow(part: Scope<Part>) {
    let first = WAITING.with_borrow_mut(|waiting| {
        waiting.push(part);
        waiting.len() == 1
    });
    if first {
        platform::after_frame(some);
    }
}

fn some() {
    let parts =
        WAITING.with_borrow_mut(|waiting| waiting.drain(..waiting.len().min(AT_ONCE)).collect::<Vec<_>>());
    parts.into_iter().for_each(|part| part.send_message(()));
    // Asked again only when nothing waits: those that wait follow from here.
    if WAITING.with_borrow(|waiting| !waiting.is_empty()) {
        platform::after(0, some);
    }
}
