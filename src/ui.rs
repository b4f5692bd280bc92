//! The page.
pub mod picture;
pub mod state;

use yew::prelude::*;
/// The whole page.
#[component]
pub fn App() -> Html {
    html! { <p>{ "Rekenmodel" }</p> }
}
