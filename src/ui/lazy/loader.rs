//! Whether the rest of the program has come, and what waits for it.

use crate::platform;
use crate::ui::lazy::listen;
use crate::ui::state::{Action, State};
use std::cell::{Cell, RefCell};
use yew::prelude::*;

/// What waits for this.
type Waiting = Vec<Box<dyn FnOnce()>>;

thread_local! {
    static HERE: Cell<bool> = const { Cell::new(cfg!(not(target_arch = "wasm32"))) };
    static WAITING: RefCell<Waiting> = const { RefCell::new(Vec::new()) };
    static PAGE: RefCell<Option<UseReducerDispatcher<State>>> = const { RefCell::new(None) };
}

/// Whether it has come.
pub fn is_here() -> bool {
    HERE.get()
}

/// Whom [`arrived`] tells.
pub fn follow(page: UseReducerDispatcher<State>) {
    // For an address with figures it came before the page began.
    if is_here() {
        listen(page.clone());
    }
    PAGE.set(Some(page));
}

/// Does something once it has come, which is asked for; it may be at once.
/// Where it cannot come, that is said instead.
pub fn then(act: impl FnOnce() + 'static) {
    if is_here() {
        return act();
    }
    WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(act)));
    platform::tell("rekenmodel-later");
}

/// It has come, or it cannot: what waited for it is done, or not.
pub fn arrived(here: bool) {
    HERE.set(here);
    let waiting = WAITING.take();
    // Who only touched the page misses nothing.
    let missed = !waiting.is_empty();
    if here {
        if let Some(page) = PAGE.with_borrow(Clone::clone) {
            listen(page);
        }
        waiting.into_iter().for_each(|act| act());
    }
    let page = PAGE.with_borrow(Clone::clone);
    if let Some(page) = page.filter(|_| here || missed) {
        page.dispatch(if here { Action::Arrived } else { Action::Missing });
    }
}
