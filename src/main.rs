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

/// Draws the page in its place in the document. `has_scenarios` says whether the
/// address or the browser's storage holds scenarios of the user; if so, the code that
/// reads them is loaded first.
///
/// # Errors
/// The code that reads the scenarios cannot be loaded.
#[wasm_bindgen]
pub async fn start(has_scenarios: bool) -> Result<(), JsValue> {
    if has_scenarios && lazy::SERVICES.load().await.is_err() {
        return Err(JsValue::UNDEFINED);
    }
    let document = platform::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.get_element_by_id("app")) {
        // The shell shows the results of the brochure, so keep them until the page has its own.
        if !has_scenarios {
            shell::save_static_results();
        }
        let props = AppProps { shell: false, contact: platform::contact().into() };
        yew::Renderer::<App>::with_root_and_props(root, props).render();
    }
    Ok(())
}
