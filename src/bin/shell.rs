//! Build tool that inserts the static shell into `index.html` (from standard input to
//! standard output). The shell is the page as plain HTML with the results of the brochure
//! preset. It is shown before the program is loaded or without it, and has the layout of
//! the page, so that nothing moves when the program starts.

use rekenmodel::text::catalogue;
use rekenmodel::text::page::LoadingProblem;
use rekenmodel::ui::routes::{FORMER_IDS, Route};
use rekenmodel::ui::{App, AppProps};
use std::io::{Read, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    match write_page() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("shell: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Returns the names of all views in addresses, also those of earlier versions.
fn view_names() -> String {
    let names = Route::ALL.iter().map(|route| route.id()).chain(FORMER_IDS.map(|(name, _)| name));
    names.collect::<Vec<_>>().join(" ")
}

fn write_page() -> std::io::Result<()> {
    let mut page = String::new();
    std::io::stdin().read_to_string(&mut page)?;
    let props = || AppProps { shell: true, contact: "".into() };
    let renderer = yew::ServerRenderer::<App>::with_props(props).hydratable(false);
    let shell = pollster::block_on(renderer.render());
    let text = catalogue();
    let (page_text, shell_text) = (text.page, text.shell());
    // The messages that `start.js` shows when the program cannot start are attributes of the
    // page, so that they come from the catalogue too.
    let messages = [
        ("missing", shell_text.start_missing),
        ("brochure", shell_text.start_brochure),
        ("link", shell_text.start_link),
        ("failed", shell_text.start_failed),
        ("translated", shell_text.start_translated),
        ("untranslated", shell_text.start_untranslated),
        ("saved", shell_text.start_saved),
        ("in-link", shell_text.start_in_link),
        ("again", page_text.start_again),
        ("reload", page_text.reload),
        ("go-on", shell_text.start_go_on),
        ("over", shell_text.start_over),
        ("address", shell_text.start_address),
    ];
    let problems = LoadingProblem::ALL.map(|problem| (problem.id(), (page_text.loading_problem)(problem)));
    let attributes: String = messages
        .iter()
        .chain(&problems)
        .map(|(name, message)| format!(" data-{name}=\"{message}\""))
        .collect();
    let page = page
        .replace("<!-- shell -->", &shell)
        .replace("<!-- start -->", &format!("<div id=\"start-words\" hidden{attributes}></div>"))
        .replace("[[views]]", &view_names())
        .replace("[[not_started]]", shell_text.not_started)
        .replace("[[title]]", page_text.title)
        .replace("[[description]]", shell_text.description);
    std::io::stdout().write_all(page.as_bytes())
}
