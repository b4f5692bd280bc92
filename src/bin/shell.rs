//! Writes the static shell into index.html (standard input to standard output).
fn main() {
    let html =
        pollster::block_on(yew::ServerRenderer::<rekenmodel::ui::App>::new().hydratable(false).render());
    let page = std::io::read_to_string(std::io::stdin()).expect("index.html on standard input");
    print!("{}", page.replace("<!-- shell -->", &html));
}
