//! The views of the page.

/// A view of the page; each has its own address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Inputs and results.
    Rekenen,
    /// What is uncertain, and how much.
    Onzekerheid,
    /// Scenarios beside each other.
    Vergelijken,
    /// Sources and method.
    Bronnen,
    /// Link, embed, print and files.
    Delen,
    /// What the initiative offers, and where its visitors stand.
    Bouwstenen,
    /// The small view inside other pages.
    Compact,
}

impl View {
    /// The views that the menu shows.
    pub const MENU: [View; 5] =
        [View::Rekenen, View::Onzekerheid, View::Vergelijken, View::Bronnen, View::Delen];

    /// The name in the address.
    pub fn id(self) -> &'static str {
        match self {
            View::Rekenen => "rekenen",
            View::Onzekerheid => "onzekerheid",
            View::Vergelijken => "vergelijken",
            View::Bronnen => "bronnen",
            View::Delen => "delen",
            View::Bouwstenen => "bouwstenen",
            View::Compact => "compact",
        }
    }

    /// The view with this name; the first one for any other.
    pub fn from_id(id: &str) -> View {
        let others = [View::Bouwstenen, View::Compact];
        View::MENU.into_iter().chain(others).find(|view| view.id() == id).unwrap_or(View::Rekenen)
    }
}
