//! Writes the static shell into index.html (standard input to standard
//! output): the page as it stands before and without its program, with the
//! brochure's case, so that nothing jumps when the program takes over.

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
    std::io::stdout().write_all(page.replace("<!-- shell -->", &shell).as_bytes())
}
