//! The view of sources and method.

pub mod state;
pub mod view;
