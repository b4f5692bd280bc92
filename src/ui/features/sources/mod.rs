//! The view of sources and method, and the state of the file that it shows.

pub mod state;
pub mod view;
