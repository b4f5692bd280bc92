//! Parts that several cards of the view of sources have.

use crate::sources::Publication;
use crate::ui::components::element::{attributes, classed, element, text_in};
use crate::ui::components::figure::{name_text, space};
use crate::ui::state::State;
use yew::prelude::*;

/// Draws a card with its heading, to which the table of contents leads.
pub fn card(id: String, title: AttrValue, mut content: Vec<Html>) -> Html {
    let heading_id: AttrValue = format!("{id}-titel").into();
    content.insert(0, element("h2", attributes! { "id" => heading_id.clone() }, vec![name_text(title)]));
    let section =
        attributes! { "class" => "card", "id" => id, "aria-labelledby" => heading_id, "tabindex" => "-1" };
    element("section", section, content)
}

/// Draws a publication: its title, as a link where it has one, its author and
/// year, and which part of it was read.
pub fn publication(state: &State, publication: &Publication) -> Vec<Html> {
    let title = name_text(format!("‘{}’", publication.title));
    let title = match &publication.link {
        None => title,
        Some(link) => {
            let attributes = attributes! {
                "href" => link.clone(),
                "target" => "_blank",
                "rel" => "noopener noreferrer",
                "class" => "publication",
            };
            element("a", attributes, vec![title])
        }
    };
    let read =
        (state.text().sources().provenance)(&publication.author, &publication.year, &publication.extent_read);
    vec![title, name_text(format!(" {read}"))]
}

/// Draws a paragraph that begins with a label.
pub fn labelled(label: &'static str, mut content: Vec<Html>) -> Html {
    let mut all = vec![text_in("strong", "", label), space()];
    all.append(&mut content);
    classed("p", "", all)
}
