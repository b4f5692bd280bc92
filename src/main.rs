//! Starts the page, nothing else. `static/start.js` calls what stands here.

use rekenmodel::platform;
use rekenmodel::ui::{App, AppProps, lazy};
use wasm_bindgen::prelude::wasm_bindgen;

/// Nothing: the page begins when [`start`] is called.
fn main() {}

/// The second part of the program has come, or it cannot.
#[wasm_bindgen]
pub fn arrived(here: bool) {
    lazy::arrived(here);
}

/// The page begins.
#[wasm_bindgen]
pub fn start() {
    let root = platform::window()
        .and_then(|window| window.document())
        .and_then(|page| page.get_element_by_id("app"));
    if let Some(root) = root {
        lazy::keep_shell();
        let props = AppProps { shell: false, contact: platform::contact().into() };
        yew::Renderer::<App>::with_root_and_props(root, props).render();
    }
}
