//! The fields of all inputs: one field, a savings line, and the groups that can be unfolded.

pub mod field;
pub mod groups;
pub mod savings_line;
pub mod slider;
mod text;
