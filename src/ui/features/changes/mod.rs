//! The list of everything that differs from the chosen preset.

pub mod view;
