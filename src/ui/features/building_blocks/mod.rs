//! Bouwstenen that the initiative offers, and the participatieladder.

pub mod state;
pub mod view;
