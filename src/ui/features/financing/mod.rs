//! The dekkingsplan, which says who pays the costs and until when: its editor
//! among the inputs, and its results.

pub(crate) mod editor;
pub mod results;
pub mod state;
