//! A network of initiatives: how many of each scenario, and their totals.

pub(crate) mod results;
pub mod state;
pub mod view;
