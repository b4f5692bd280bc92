//! The view to share the scenario that is shown: a link, a snippet for other web
//! pages, print, and files.

use crate::platform;
use crate::scenario::link;
use crate::ui::commands::Command;
use crate::ui::components::element::{
    attributes, button, classed, div, heading, p, section, span, with_listeners,
};
use crate::ui::components::figure::{figure_attributes, figure_element};
use crate::ui::context::PageContext;
use crate::ui::features::{scenarios, storage};
use crate::ui::routes::Route;
use std::rc::Rc;
use yew::html::onchange;
use yew::prelude::*;

/// The length above which some messengers cut a link.
const LONG_LINK: usize = 2_000;

/// The id of the field with the link.
const LINK: &str = "deel-link-tekst";
/// The id of the field with the snippet for other web pages.
const EMBED: &str = "deel-insluiten-tekst";
/// The id of the field with the name of the scenario.
const NAME: &str = "scenario-naam";

/// Draws the view of sharing.
pub fn view(ctx: &PageContext) -> Html {
    let page = ctx.text().share();
    let scenario = ctx.scenario();
    let address = platform::address_with_fragment(&link::fragment(Route::Calculation.id(), scenario));
    let compact = platform::address_with_fragment(&link::fragment(Route::Compact.id(), scenario));
    let snippet = format!(
        r#"<iframe src="{compact}" title="{}" width="100%" height="640" loading="lazy"></iframe>"#,
        page.embed_title
    );
    let name = vec![p("small", page.name_hint), scenarios::view::name_input(ctx, NAME, Some("deel-naam"))];
    let mut shared = vec![p("small", page.link_hint)];
    if address.len() > LONG_LINK {
        shared.push(p("note", page.link_long));
    }
    shared.extend(copy_field(ctx, LINK, page.link, address));
    let mut embedded = vec![p("small", page.embed_hint)];
    embedded.extend(copy_field(ctx, EMBED, page.embed, snippet));
    let print = button("button", ctx.press(Command::Print), page.print);
    let files = vec![
        button("button", ctx.press(Command::SaveScenario), page.save),
        storage::persistence::save_workspace_button(ctx),
        open_button(ctx),
    ];
    let cards = vec![
        card("deel-naam", page.name, name),
        card("deel-link", page.link, shared),
        card("deel-insluiten", page.embed, embedded),
        card("deel-print", page.print, vec![p("small", page.print_hint), div("buttons", vec![print])]),
        card("deel-bestand", page.file, vec![p("small", page.file_hint), div("buttons", files)]),
        storage::persistence::card(ctx),
    ];
    div("share", vec![heading("h1", "", page.share), p("", page.share_intro), div("cards", cards)])
}

/// Draws one way to share, with its heading.
fn card(id: &'static str, title: &'static str, mut content: Vec<Html>) -> Html {
    content.insert(0, heading("h2", id, title));
    section("card", id, content)
}

/// Draws the field that opens a file, which looks like a button.
fn open_button(ctx: &PageContext) -> Html {
    let sender = ctx.sender();
    let open = Callback::from(move |event: Event| {
        if let Some(field) = platform::file_field(&event) {
            sender.emit(Command::OpenFile(field).into());
        }
    });
    let attributes = attributes! { "type" => "file", "accept" => ".json,application/json" };
    let field = with_listeners("input", attributes, [Rc::new(onchange::Wrapper::new(open))], vec![]);
    classed("label", "button file", vec![span("", ctx.text().share().open), field])
}

/// Draws a read-only text with a button that copies it, and the result of the last
/// press.
fn copy_field(ctx: &PageContext, id: &'static str, name: &'static str, content: String) -> [Html; 2] {
    let page = ctx.text().share();
    let status = match ctx.view.command_status.as_ref().filter(|(field, _)| field == id) {
        None => "",
        Some((_, true)) => page.copied,
        Some((_, false)) => page.copy_by_hand,
    };
    let status =
        figure_element("span", figure_attributes! { "role" => "status", "class" => "small" }, status);
    let copy = button("button", ctx.press(Command::CopyField(id.to_owned())), page.copy);
    [
        html! { <textarea {id} aria-label={name} readonly=true rows="3" spellcheck="false" value={content} /> },
        div("buttons", vec![copy, status]),
    ]
}

/// Returns a name for the file of a scenario with this name, in characters that
/// every operating system accepts.
pub fn file_name(name: &str) -> String {
    let plain = |c: char| !c.is_ascii_punctuation() && !c.is_control() && c != ' ';
    let safe: String = name.chars().map(|c| if plain(c) { c } else { '-' }).take(60).collect();
    let safe = safe.trim_matches('-').to_ascii_lowercase();
    if safe.is_empty() { "rekenmodel.json".to_owned() } else { format!("rekenmodel-{safe}.json") }
}

#[cfg(test)]
mod tests {
    use crate::ui::features::share::view::file_name;

    #[test]
    fn file_names_are_safe() {
        assert_eq!(file_name(""), "rekenmodel.json");
        assert_eq!(file_name("../Café 't Huis?"), "rekenmodel-café--t-huis.json");
    }
}
