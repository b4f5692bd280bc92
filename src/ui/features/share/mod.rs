//! The view to share a scenario: as a link, in other web pages, on paper, and as a
//! file.

pub mod state;
pub(crate) mod text;
pub mod view;
