//! The view of uncertainty (`#onzekerheid`): charts of the simulation, the sensitivity to each
//! input, and the ranges that the inputs are drawn from.

pub(crate) mod charts;
pub(crate) mod distribution_strip;
pub(crate) mod measurement_advice;
pub(crate) mod range_slider;
pub(crate) mod ranges;
pub mod ranges_state;
pub(crate) mod simulated_block;
pub mod state;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod tornado_view;
pub mod view;
