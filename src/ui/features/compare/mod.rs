//! The comparison of scenarios: charts, a table of all figures, and the
//! reasons why two saldi differ.

pub(crate) mod compared_scenario;
pub(crate) mod reasons;
pub(crate) mod table;
pub mod view;
