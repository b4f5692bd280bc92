//! 'Uw centrum' (`#centrum`), the first view: seven questions about the user's own centre,
//! and one answer that stays in view.

pub mod answer;
pub mod picture;
pub mod questions;
pub mod sections;
pub mod state;
pub mod text;

use crate::ui::components::element::{attributes, div, element, heading, list, section};
use crate::ui::context::PageContext;
use crate::ui::features::worksheet::results::RESULTS;
use crate::ui::lazy::{self, CENTRE_SECTIONS};
use crate::ui::shell;
use yew::prelude::*;

/// Returns the whole view. The answer comes first in the document, so that it is first on a
/// phone and for a screen reader; on a wide screen it is on the right.
pub fn view(ctx: &PageContext) -> Html {
    let panes = vec![questions::heading(ctx), answer::view(ctx), questions::view(ctx)];
    let mut content = vec![div("centre-panes", panes), sections(ctx), answer::bottom_bar(ctx)];
    if ctx.is_shell() {
        // The worksheet has the method; without the program nobody can go there.
        let results = ctx.text().results();
        let method = vec![heading("h2", "methode", results.method), list(results.method_points)];
        content.push(section("method", "methode", method));
    }
    div("centre", content)
}

/// Returns the sections below the answer. Until they are loaded, they are those of the static
/// page, or a placeholder.
fn sections(ctx: &PageContext) -> Html {
    if CENTRE_SECTIONS.get().is_some() {
        return lazy::view(ctx, &CENTRE_SECTIONS);
    }
    shell::static_results(ctx).unwrap_or_else(|| {
        let content =
            vec![sections::sections_heading(ctx.text().centre()), lazy::view(ctx, &CENTRE_SECTIONS)];
        named_section("centre-sections", RESULTS, "secties-titel", content)
    })
}

/// Returns a section that a heading with this id names, and that can be revealed.
fn named_section(class: &'static str, id: &'static str, heading: &'static str, content: Vec<Html>) -> Html {
    let attributes = attributes! {
        "class" => class, "id" => id, "aria-labelledby" => heading, "tabindex" => "-1",
    };
    element("section", attributes, content)
}
