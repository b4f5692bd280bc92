//! What is said of keeping: in the notice above everything, and beside the list.

use crate::scenario::link::LinkProblem;
use crate::scenario::workspace::MOST;
use crate::ui::components::element::{button, div, p};
use crate::ui::features::scenarios::state::{Said, Told, Trouble, Unkept};
use crate::ui::notice;
use crate::ui::state::State;
use yew::prelude::*;

/// What the notice about scenarios says.
pub fn said(state: &State) -> Vec<Html> {
    match &state.beside().said {
        Some(Said::Told(what)) => told(state, what),
        Some(Said::Trouble(what)) => trouble(state, what),
        None => vec![],
    }
}

/// What is said of the list of scenarios.
fn told(state: &State, told: &Told) -> Vec<Html> {
    let words = state.text().workspace;
    vec![match told {
        Told::Back => p("", words.back),
        Told::Link(name) => p("", (words.linked)(name)),
        Told::Several(count) => p("", (words.several_opened)(*count)),
        Told::Removed(name) => p("", (words.removed)(name)),
        Told::Texts(name) => p("", (words.texts)(name)),
        Told::Elsewhere => p("", words.elsewhere),
        Told::United => p("", words.united),
        Told::Erased => p("", words.erased),
    }]
}

/// What is wrong with it.
fn trouble(state: &State, trouble: &Trouble) -> Vec<Html> {
    let words = state.text().workspace;
    let rejoin = || div("buttons", vec![button("button", "kept-rejoin", words.rejoin)]);
    match trouble {
        Trouble::Kept(problem) => {
            let mut content = match problem {
                LinkProblem::Damaged => vec![p("", words.kept_damaged)],
                LinkProblem::Newer => vec![p("", words.kept_newer)],
                LinkProblem::Invalid(found) => {
                    vec![p("", words.kept_invalid), notice::issues(state, found)]
                }
            };
            content.extend(asides(state));
            content
        }
        Trouble::NoRoom(all) | Trouble::NoNational(all) => vec![p("", (words.no_room)(*all, MOST))],
        Trouble::Apart => vec![p("", (words.apart)(MOST)), rejoin()],
        Trouble::Crowded(all) => vec![p("", (words.crowded)(*all, MOST))],
        Trouble::Full => vec![p("", words.no_space)],
        Trouble::Newer => vec![p("", words.newer_elsewhere)],
        Trouble::ErasedElsewhere => vec![p("", words.erased_elsewhere)],
    }
}

/// The way to texts that could not be read.
pub(crate) fn asides(state: &State) -> Vec<Html> {
    let words = state.text().workspace;
    if state.beside().damaged.is_none() && state.beside().asides == 0 {
        return vec![];
    }
    let save = button("button", "kept-asides", words.save_aside);
    vec![p("", words.aside_hint), div("buttons", vec![save])]
}

/// Whether something is kept, in a sentence.
pub fn status(state: &State) -> String {
    let words = state.text().workspace;
    match state.beside().unkept {
        Some(Unkept::Blocked | Unkept::Embedded) => words.kept_blocked.to_owned(),
        Some(Unkept::Full) => words.kept_full.to_owned(),
        Some(Unkept::Apart | Unkept::Crowded) => words.kept_apart.to_owned(),
        Some(Unkept::Newer) => words.newer_elsewhere.to_owned(),
        None if state.workspace.is_untouched() => words.kept_nothing.to_owned(),
        None => (words.kept_count)(state.workspace.scenarios.len()),
    }
}
