//! Components of the page that know nothing of its state.

pub mod chart_drawing;
pub mod choice;
pub mod deferred_block;
pub mod element;
pub mod field;
pub mod figure;
pub mod lazy_block;
pub mod slider;
