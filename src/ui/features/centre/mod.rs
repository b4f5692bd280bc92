//! The view of one's own centre: the inputs and what follows from them.

pub(crate) mod field;
pub(crate) mod headline;
pub(crate) mod inputs;
pub(crate) mod results;
pub(crate) mod savings_line;
