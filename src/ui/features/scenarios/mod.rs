//! The list of scenarios: showing, adding, copying, removing and importing.

pub(crate) mod incoming;
pub(crate) mod labels;
pub(crate) mod messages;
pub mod state;
pub(crate) mod text;
pub mod view;
