//! The list of everything that differs from the chosen preset.

pub(crate) mod text;
pub mod view;
