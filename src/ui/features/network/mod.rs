//! The network of initiatives: so many of each scenario, what they offer together, and their
//! totals.

pub(crate) mod national;
mod region;
pub(crate) mod results;
pub mod state;
mod text;
pub mod view;
