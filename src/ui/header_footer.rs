//! The header, with the menu of views and undo, and the footer.

use crate::model::outcome::SCHEMA;
use crate::platform;
use crate::ui::commands::{CONTENT, Command};
use crate::ui::components::element::{
    attributes, button, classed, div, element, icon, icon_button, p, span, text,
};
use crate::ui::components::figure::{name_in, sentence_in, space};
use crate::ui::context::PageContext;
use crate::ui::lazy::SERVICES;
use crate::ui::printed_address::PrintedAddress;
use crate::ui::routes::Route;
use crate::ui::state::{State, WorkspaceAction};
use std::rc::Rc;
use yew::prelude::*;

const UNDO: &str = "M8 5 3 10l5 5M4 10h9a6 6 0 0 1 0 12h-2";
const REDO: &str = "m16 5 5 5-5 5M20 10h-9a6 6 0 0 0 0 12h2";

/// Returns the title of the window: the names of the scenario, the view and the
/// page, separated by dots; without the first if the scenario has no name.
pub fn window_title(state: &State) -> String {
    let page = state.text().page;
    let name = &state.scenario().name;
    let view = state.view.route.name(page);
    let mut title = String::new();
    for name in [Some(name.as_str()).filter(|name| !name.is_empty()), view].into_iter().flatten() {
        title.push_str(name);
        title.push_str(" · ");
    }
    title + page.title
}

/// Returns whether the header looks the same for both states.
pub fn is_same_header(a: &State, b: &State) -> bool {
    let shown = |state: &State| (state.view.route, state.workspace.can_undo(), state.workspace.can_redo());
    shown(a) == shown(b)
}

/// Returns the header.
pub fn header(ctx: &PageContext) -> Html {
    let (page, shell) = (ctx.text().page, ctx.is_shell());
    let link = |route: Route| {
        let name = route.name(page).unwrap_or_default();
        let current = (route == ctx.view.route).then_some(AttrValue::Static("page"));
        classed(
            "li",
            "",
            vec![element(
                "a",
                attributes! { "href" => format!("#{}", route.id()), "aria-current" => current },
                vec![text(name)],
            )],
        )
    };
    let views = Route::ALL.iter().copied().filter(|route| route.is_in_menu()).map(link).collect();
    let steps = [
        (WorkspaceAction::Undo, page.undo, ctx.workspace.can_undo(), UNDO),
        (WorkspaceAction::Redo, page.redo, ctx.workspace.can_redo(), REDO),
    ];
    let steps = steps.map(|(action, name, possible, path)| {
        icon_button("icon", ctx.press(action), name, possible && !shell, path)
    });
    let brand = vec![
        classed("span", "brand-mark", vec![icon("M3 21V10l9-7 9 7v11h-6v-7H9v7z")]),
        span("", page.short_title),
    ];
    let mut content = vec![
        classed("p", "brand", brand),
        element("nav", attributes! { "aria-label" => page.views }, vec![classed("ul", "", views)]),
        div("steps", steps.into()),
    ];
    if !shell {
        content.insert(0, button("skip", ctx.press(Command::Reveal(CONTENT.to_owned())), page.skip));
    }
    classed("header", "top", content)
}

/// Returns the footer.
pub fn footer(ctx: &PageContext) -> Html {
    let page = ctx.text().page;
    let contact =
        if ctx.view.contact.is_empty() { page.contact_default.into() } else { ctx.view.contact.clone() };
    let ask =
        vec![classed("strong", "", vec![text(page.contact)]), space(), name_in("span", "contact", contact)];
    // The build fills in this placeholder of index.html.
    let build_date = if ctx.is_shell() { "{{build_date}}".to_owned() } else { platform::build_date() };
    let mut content = vec![
        classed("p", "", ask),
        p("", page.privacy),
        p("", page.licence),
        sentence_in("p", "", (page.version)(SCHEMA, env!("CARGO_PKG_VERSION"), &build_date)),
        html! { <PrintedAddress words={printed_from(ctx)} json={Rc::from(ctx.scenario().to_json())} /> },
    ];
    if ctx.is_shell() {
        content
            .insert(0, classed("noscript", "", vec![p("without-script", ctx.text().shell().without_script)]));
    }
    classed("footer", "bottom", content)
}

/// Returns the words before the address on paper. For several scenarios the words
/// are those of a lazy feature, which is loaded because it added the scenarios.
fn printed_from(ctx: &PageContext) -> String {
    match SERVICES.get().filter(|_| ctx.workspace.current.scenarios.len() > 1) {
        Some(services) => (services.storage.printed_from)(ctx),
        None => ctx.text().page.printed_from.to_owned(),
    }
}
