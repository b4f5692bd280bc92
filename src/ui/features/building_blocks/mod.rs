//! Bouwstenen that the initiative offers, and the participatieladder.

mod ladder;
pub mod state;
pub(crate) mod text;
pub mod view;
