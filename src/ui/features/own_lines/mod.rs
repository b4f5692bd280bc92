//! Cost and savings lines that the user adds.

pub mod state;
pub mod view;
