//! Saving the scenarios in the browser's storage: when it is read and written, and
//! the messages about it.

pub(crate) mod drafts;
pub(crate) mod messages;
pub(crate) mod persistence;
pub mod state;
pub mod versions;
