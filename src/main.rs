//! Entry point of the page: `static/start.js` calls the exported functions of this module.

use rekenmodel::platform;
use rekenmodel::ui::{App, AppProps, lazy, shell};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Does nothing: the page starts when JavaScript calls [`start`].
fn main() {}

/// Loads all lazily loaded code of the page; returns whether that worked.
#[wasm_bindgen]
pub async fn load() -> bool {
    lazy::load_all().await
}

/// Draws the page in the element `app` of the document. `has_scenarios` is whether the
/// address or the browser's storage contains scenarios of the user; if so, the code that
/// reads them is loaded first.
///
/// # Errors
/// `undefined` where the code that reads the scenarios cannot be loaded.
#[wasm_bindgen]
pub async fn start(has_scenarios: bool) -> Result<(), JsValue> {
    if has_scenarios && lazy::SERVICES.load().await.is_err() {
        return Err(JsValue::UNDEFINED);
    }
    let document = platform::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.get_element_by_id("app")) {
        // Without scenarios the page shows the brochure, as the shell does. Its results stay
        // visible until the page has calculated them.
        if !has_scenarios {
            shell::save_static_results();
        }
        let props = AppProps { shell: false, contact: platform::contact().into() };
        yew::Renderer::<App>::with_root_and_props(root, props).render();
    }
    Ok(())
}
