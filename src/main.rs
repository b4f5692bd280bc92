//! Starts the page, nothing else. `static/start.js` calls what stands here.

use rekenmodel::platform;
use rekenmodel::ui::{App, AppProps, lazy};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Nothing: the page begins when [`start`] is called.
fn main() {}

/// Loads what the first view does without; returns whether that worked.
#[wasm_bindgen]
pub async fn load() -> bool {
    lazy::load().await
}

/// Begins the page. Where there are `figures`, in the address or kept by the
/// browser, what reads them is loaded first.
///
/// # Errors
/// What reads the figures cannot be loaded.
#[wasm_bindgen]
pub async fn start(figures: bool) -> Result<(), JsValue> {
    if figures && !lazy::load().await {
        return Err(JsValue::UNDEFINED);
    }
    let root = platform::window()
        .and_then(|window| window.document())
        .and_then(|page| page.get_element_by_id("app"));
    if let Some(root) = root {
        lazy::keep_shell();
        let props = AppProps { shell: false, contact: platform::contact().into() };
        yew::Renderer::<App>::with_root_and_props(root, props).render();
    }
    Ok(())
}
