//! Cards with which the user can check and reverse the calculation: ledgers,
//! years, break-even, and goal seek.

pub(crate) mod break_even;
pub(crate) mod explorer;
pub(crate) mod goal;
pub mod goal_state;
pub(crate) mod ledgers;
mod natural_units;
