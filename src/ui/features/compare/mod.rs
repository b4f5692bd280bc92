//! The comparison of scenarios.

pub(crate) mod reasons;
pub(crate) mod table;
pub mod view;
