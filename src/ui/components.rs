//! Components of the page that know nothing of its state.

pub mod chart_view;
pub(crate) mod deferred_block;
pub(crate) mod element;
pub(crate) mod lazy_block;
pub(crate) mod slider;
