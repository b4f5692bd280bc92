//! The view of certainty (`#zekerheid`): dots to count, what the outcome depends on, and for whoever
//! reckons the charts of the simulation, the sensitivity to each input, and the ranges.

pub(crate) mod analysis;
pub(crate) mod charts;
pub(crate) mod distribution_strip;
pub(crate) mod main_drivers;
pub(crate) mod measurement_advice;
pub mod overview;
pub(crate) mod range_slider;
pub(crate) mod ranges;
pub mod ranges_state;
pub(crate) mod simulated_block;
pub mod state;
#[cfg(test)]
pub(crate) mod tests;
pub mod text;
pub(crate) mod tornado_view;
pub mod view;
