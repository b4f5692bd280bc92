//! The view of sources and method, and the state of the file that it shows.

pub mod state;
pub(crate) mod text;
pub mod view;
