//! The dekkingsplan: editing it, and what it comes to.

pub(crate) mod editor;
pub(crate) mod results;
pub mod state;
