//! Starts the page, nothing else.

use rekenmodel::platform;
use rekenmodel::ui::{App, AppProps};

fn main() {
    let root = platform::window()
        .and_then(|window| window.document())
        .and_then(|page| page.get_element_by_id("app"));
    if let Some(root) = root {
        let props = AppProps { shell: false, contact: platform::contact().into() };
        yew::Renderer::<App>::with_root_and_props(root, props).render();
    }
}
