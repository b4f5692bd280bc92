//! The top of the page: name, views, undo; and its bottom.

use crate::platform;
use crate::scenario::link;
use crate::ui::components::element::{button, classed, div, element, icon, icon_button, p, span, text};
use crate::ui::lazy;
use crate::ui::state::{State, View};
use yew::prelude::*;

const UNDO: &str = "M8 5 3 10l5 5M4 10h9a6 6 0 0 1 0 12h-2";
const REDO: &str = "m16 5 5 5-5 5M20 10h-9a6 6 0 0 0 0 12h2";

/// The title of the window: the scenario's name, the view, the page.
pub fn window_title(state: &State) -> String {
    let page = state.text().page;
    let name = &state.scenario().name;
    let view = View::MENU.iter().position(|view| *view == state.view).map(|place| page.view_names[place]);
    let view = view.or((state.view == View::Bouwstenen).then_some(page.offer));
    let mut title = String::new();
    for part in [Some(name.as_str()).filter(|name| !name.is_empty()), view].into_iter().flatten() {
        title.push_str(part);
        title.push_str(" · ");
    }
    title + page.title
}

/// Whether the top of the page says the same of both.
pub fn is_same(a: &State, b: &State) -> bool {
    (a.view, a.can_undo(), a.can_redo()) == (b.view, b.can_undo(), b.can_redo())
}

/// The top of the page.
pub fn header(state: &State, _: usize) -> Html {
    let (page, shell) = (state.text().page, state.is_shell());
    let link = |(view, name): (View, &'static str)| {
        let current = (view == state.view).then_some(AttrValue::Static("page"));
        let values = vec![Some(format!("#{}", view.id()).into()), current];
        classed("li", "", vec![element("a", &["href", "aria-current"], values, vec![text(name)])])
    };
    let views = View::MENU.into_iter().zip(page.view_names).map(link).collect();
    let steps = [("undo", page.undo, state.can_undo(), UNDO), ("redo", page.redo, state.can_redo(), REDO)];
    let steps = steps.map(|(command, name, possible, path)| {
        icon_button("icon", command.into(), name.into(), possible && !shell, path)
    });
    let brand = vec![
        classed("span", "brand-mark", vec![icon("M3 21V10l9-7 9 7v11h-6v-7H9v7z")]),
        span("", page.short_title),
    ];
    let mut content = vec![
        classed("p", "brand", brand),
        element("nav", &["aria-label"], vec![Some(page.views.into())], vec![classed("ul", "", views)]),
        div("steps", steps.into()),
    ];
    if !shell {
        content.insert(0, button("skip", "reveal inhoud", page.skip));
    }
    classed("header", "top", content)
}

/// The bottom of the page.
pub fn footer(state: &State, _: usize) -> Html {
    let page = state.text().page;
    let whom = if state.contact.is_empty() { page.contact_nobody.into() } else { state.contact.clone() };
    let ask = vec![
        classed("strong", "", vec![text(page.contact)]),
        text(" "),
        classed("span", "contact", vec![text(whom)]),
    ];
    let address = platform::address(&link::fragment(View::Rekenen.id(), state.scenario()));
    let mut content = vec![
        classed("p", "", ask),
        p("", page.privacy),
        p("", page.licence),
        // Only on paper: whoever holds it can get at the figures behind it.
        p("paper", format!("{} {address}", lazy::printed_from(state))),
    ];
    if state.is_shell() {
        content
            .insert(0, classed("noscript", "", vec![p("without-script", state.text().shell.without_script)]));
    }
    classed("footer", "bottom", content)
}
