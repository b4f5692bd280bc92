//! The dekkingsplan: its editor, and what it comes to.

pub(crate) mod editor;
pub mod results;
pub mod state;
