//! Writes the static shell into index.html (standard input to standard
//! output). The shell is the page as plain HTML, shown before its program is loaded or
//! without it, with the results of the brochure preset, so that nothing moves when the
//! program takes over.

use rekenmodel::text::catalogue;
use rekenmodel::ui::{App, AppProps};
use std::io::{Read, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    match write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("shell: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write() -> std::io::Result<()> {
    let mut page = String::new();
    std::io::stdin().read_to_string(&mut page)?;
    let props = || AppProps { shell: true, contact: "".into() };
    let renderer = yew::ServerRenderer::<App>::with_props(props).hydratable(false);
    let shell = pollster::block_on(renderer.render());
    let text = catalogue();
    let (words, shell_words) = (text.page, text.shell());
    // The messages that `start.js` shows when the program cannot start are put in the
    // page as attributes, so that they come from the catalogue too.
    let said = [
        ("missing", shell_words.start_missing),
        ("brochure", shell_words.start_brochure),
        ("link", shell_words.start_link),
        ("failed", shell_words.start_failed),
        ("again", words.start_again),
        ("go-on", shell_words.start_go_on),
        ("over", shell_words.start_over),
        ("address", shell_words.start_address),
    ];
    let said: String = said.iter().map(|(name, words)| format!(" data-{name}=\"{words}\"")).collect();
    let page = page
        .replace("<!-- shell -->", &shell)
        .replace("<!-- start -->", &format!("<div id=\"start-words\" hidden{said}></div>"))
        .replace("[[title]]", words.title)
        .replace("[[description]]", shell_words.description);
    std::io::stdout().write_all(page.as_bytes())
}
