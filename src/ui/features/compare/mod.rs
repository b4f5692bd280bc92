//! The comparison: one's own centre counted in three ways, charts of all scenarios, a table of
//! all figures, and the reasons why two saldi differ.

pub(crate) mod compared_scenario;
pub mod counts;
pub(crate) mod reasons;
pub(crate) mod table;
mod text;
pub mod view;
