//! The user's own lines: costs and savings that are added to the fixed ones.

pub mod state;
pub(crate) mod text;
pub mod view;
