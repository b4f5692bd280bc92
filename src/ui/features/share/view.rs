//! The view to share the scenario that is shown: a link, a snippet for other web
//! pages, print, and files.

use crate::platform;
use crate::scenario::link::{self, LinkTooLong};
use crate::scenario::workspace::NetworkComposition;
use crate::ui::commands::Command;
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{
    attributes, button, classed, div, heading, p, section, span, with_listeners,
};
use crate::ui::components::figure::{figure_attributes, figure_element, sentence_in};
use crate::ui::context::PageContext;
use crate::ui::controls::choice;
use crate::ui::features::share::state::LinkContent;
use crate::ui::features::{scenarios, storage};
use crate::ui::routes::Route;
use crate::ui::state::ViewAction;
use std::rc::Rc;
use yew::html::onchange;
use yew::prelude::*;

/// The number of characters above which some messengers cut off a link.
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
    let json = ctx.scenario().to_json();
    let address = |view: Route, json: &str| {
        link::write(view.id(), json).map(|fragment| platform::address_with_fragment(&fragment))
    };
    let name = vec![p("small", page.name_hint), scenarios::view::name_input(ctx, NAME, Some("deel-naam"))];
    let mut shared = vec![p("small", page.link_hint)];
    shared.extend(content_choice(ctx));
    let shared_json = match link_content(ctx) {
        LinkContent::Shown => json.clone(),
        LinkContent::All => ctx.workspace.current.to_json(),
    };
    match address(Route::Centre, &shared_json) {
        Ok(link) => {
            if link.len() > LONG_LINK {
                shared.push(p("note", page.link_long));
            }
            shared.extend(copy_field(ctx, LINK, page.link, link));
        }
        Err(problem) => shared.push(too_long(ctx, problem)),
    }
    let mut embedded = vec![p("small", page.embed_hint)];
    match address(Route::Compact, &json) {
        Ok(link) => embedded.extend(copy_field(ctx, EMBED, page.embed, embed_snippet(ctx, &link))),
        Err(problem) => embedded.push(too_long(ctx, problem)),
    }
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

/// Returns the line of HTML that shows the compact view in another web page.
fn embed_snippet(ctx: &PageContext, link: &str) -> String {
    let title = ctx.text().share().embed_title;
    format!(r#"<iframe src="{link}" title="{title}" width="100%" height="640" loading="lazy"></iframe>"#)
}

/// Returns whether a link to all scenarios would hold more than one to the scenario that
/// is shown.
fn has_more_than_shown(ctx: &PageContext) -> bool {
    let workspace = &ctx.workspace.current;
    workspace.scenarios.len() > 1 || workspace.network != NetworkComposition::empty(1)
}

/// Returns what the link holds.
fn link_content(ctx: &PageContext) -> LinkContent {
    if has_more_than_shown(ctx) { ctx.view.link_content } else { LinkContent::Shown }
}

/// Draws the choice of what the link holds; `None` where there is no choice.
fn content_choice(ctx: &PageContext) -> Option<Html> {
    let page = ctx.text().share();
    let all = (page.all_scenarios)(ctx.workspace.current.scenarios.len());
    let option = |value: &'static str, words: AttrValue, content: LinkContent| {
        ChoiceOption::new(
            value,
            words,
            ctx.view.link_content == content,
            ViewAction::ChooseLinkContent(content),
        )
    };
    let options = vec![
        option("dit", page.this_scenario.into(), LinkContent::Shown),
        option("alles", all.into(), LinkContent::All),
    ];
    has_more_than_shown(ctx).then(|| choice(ctx, "deel-inhoud", page.link_content, options, None))
}

/// Draws the message that scenarios do not fit in a link, so that they go by file.
fn too_long(ctx: &PageContext, LinkTooLong(length): LinkTooLong) -> Html {
    sentence_in("p", "note", (ctx.text().share().link_too_long)(length, link::MAX_LENGTH))
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
    let mut buttons = vec![button("button", ctx.press(Command::CopyField(id.to_owned())), page.copy)];
    if id == LINK && platform::can_share() {
        buttons.push(button("button", ctx.press(Command::ShareField(id.to_owned())), page.share_natively));
    }
    buttons.push(status);
    [
        html! { <textarea {id} aria-label={name} readonly=true rows="3" spellcheck="false" value={content} /> },
        div("buttons", buttons),
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
