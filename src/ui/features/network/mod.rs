//! The network of initiatives: so many of each scenario, and their totals.

pub(crate) mod national;
pub(crate) mod results;
pub mod state;
pub mod view;
