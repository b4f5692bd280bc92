//! Charts as cards: the drawing with its hotspots, its data as a table, and the
//! files that it can be saved as.

pub mod file;
pub mod hotspots;
pub mod outcome;
pub mod save;
pub mod table;
pub mod view;

pub use save::save;
