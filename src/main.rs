//! Starts the page, nothing else.
fn main() {
    yew::Renderer::<rekenmodel::ui::App>::new().render();
}
