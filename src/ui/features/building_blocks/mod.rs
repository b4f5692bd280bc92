//! Bouwstenen that the initiative offers, and the participatieladder.

mod ladder;
pub mod state;
pub mod view;
