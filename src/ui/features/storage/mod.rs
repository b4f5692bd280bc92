//! Saving the scenarios in the browser.

pub(crate) mod messages;
pub(crate) mod persistence;
pub mod state;
