//! Starts the page, and nothing else. `static/start.js` calls the functions
//! here.

use rekenmodel::platform;
use rekenmodel::ui::{App, AppProps, lazy, shell};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Does nothing: the page begins when [`start`] is called.
fn main() {}

/// Loads everything that the page may need; returns whether that worked.
#[wasm_bindgen]
pub async fn load() -> bool {
    lazy::load_all().await
}

/// Draws the page in its place in the document. Where there are `figures`, in
/// the address or saved by the browser, what reads them is loaded first.
///
/// # Errors
/// What reads the figures cannot be loaded.
#[wasm_bindgen]
pub async fn start(figures: bool) -> Result<(), JsValue> {
    if figures && lazy::SERVICES.load().await.is_err() {
        return Err(JsValue::UNDEFINED);
    }
    let document = platform::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.get_element_by_id("app")) {
        // The results of the shell are the brochure's.
        if !figures {
            shell::keep();
        }
        let props = AppProps { shell: false, contact: platform::contact().into() };
        yew::Renderer::<App>::with_root_and_props(root, props).render();
    }
    Ok(())
}
