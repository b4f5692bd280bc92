//! Starts the page, and nothing else. `static/start.js` calls [`start`].

use rekenmodel::platform;
use rekenmodel::ui::{App, AppProps};
use wasm_bindgen::prelude::wasm_bindgen;

/// Does nothing: the page begins when [`start`] is called.
fn main() {}

/// Draws the page in its place in the document.
#[wasm_bindgen]
pub fn start() {
    let document = platform::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.get_element_by_id("app")) {
        let props = AppProps { shell: false, contact: platform::contact().into() };
        yew::Renderer::<App>::with_root_and_props(root, props).render();
    }
}
