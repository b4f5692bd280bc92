//! Giving the scenario to others: link, embed, print, file.

use crate::platform;
use crate::scenario::link;
use crate::ui::components::element::{button, classed, div, element, heading, input, p, section, text};
use crate::ui::features::storage;
use crate::ui::state::{State, View};
use yew::prelude::*;

/// Links longer than this are cut by some messengers.
const LONG_LINK: usize = 2_000;

const LINK: &str = "deel-link-tekst";
const EMBED: &str = "deel-insluiten-tekst";

/// The view of sharing.
pub fn view(state: &State) -> Html {
    let page = state.text().share;
    let scenario = state.scenario();
    let address = platform::address(&link::fragment(View::Rekenen.id(), scenario));
    let compact = platform::address(&link::fragment(View::Compact.id(), scenario));
    let snippet = format!(
        r#"<iframe src="{compact}" title="{}" width="100%" height="640" loading="lazy"></iframe>"#,
        page.embed_title
    );
    let mut shared = vec![p("small", page.link_hint)];
    if address.len() > LONG_LINK {
        shared.push(p("note", page.link_long));
    }
    shared.extend(copy_field(state, LINK, page.link, address));
    let mut embedded = vec![p("small", page.embed_hint)];
    embedded.extend(copy_field(state, EMBED, page.embed, snippet));
    let values = ["scenario-naam", "scenario-naam", "wide", "text", "200", "off", "deel-naam"];
    let keys = &["id", "name", "class", "type", "maxlength", "autocomplete", "aria-labelledby"];
    let name = input(keys, values.map(|value| Some(value.into())).into(), scenario.name.clone());
    let values = vec![Some("file".into()), Some(".json,application/json".into())];
    let file = element("input", &["type", "accept"], values, vec![]);
    let open = classed("label", "button file", vec![text(page.open), file]);
    let cards = vec![
        card("deel-naam", page.name, vec![p("small", page.name_hint), name]),
        card("deel-link", page.link, shared),
        card("deel-insluiten", page.embed, embedded),
        card(
            "deel-print",
            page.print,
            vec![p("small", page.print_hint), div("buttons", vec![button("button", "print", page.print)])],
        ),
        card(
            "deel-bestand",
            page.file,
            vec![
                p("small", page.file_hint),
                div(
                    "buttons",
                    vec![
                        button("button", "save", page.save),
                        storage::persistence::save_button(&state.workspace, state),
                        open,
                    ],
                ),
            ],
        ),
        storage::persistence::card(state),
    ];
    div("share", vec![heading("h1", "", page.share), p("", page.share_intro), div("cards", cards)])
}

fn card(id: &'static str, title: &'static str, mut content: Vec<Html>) -> Html {
    content.insert(0, heading("h2", id, title));
    section("card", id, content)
}

/// A text that can be copied, with a button that does.
fn copy_field(state: &State, id: &'static str, name: &'static str, content: String) -> [Html; 2] {
    let page = state.text().share;
    let said = match state.said.as_ref().filter(|(field, _)| field == id) {
        None => "",
        Some((_, true)) => page.copied,
        Some((_, false)) => page.copy_by_hand,
    };
    let said = element(
        "span",
        &["role", "class"],
        vec![Some("status".into()), Some("small".into())],
        vec![text(said)],
    );
    [
        html! { <textarea {id} aria-label={name} readonly=true rows="3" spellcheck="false" value={content} /> },
        div("buttons", vec![button("button", format!("copy {id}"), page.copy), said]),
    ]
}

/// A file name that every system accepts.
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
