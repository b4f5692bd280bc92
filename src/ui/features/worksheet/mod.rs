//! Tables and searches for those who want to check every figure.

pub(crate) mod break_even;
pub(crate) mod explorer;
pub(crate) mod goal;
pub mod goal_state;
pub(crate) mod ledgers;
