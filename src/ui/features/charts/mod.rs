//! Charts as cards, with their data, what opens over them, and their files.

pub mod file;
pub mod hotspots;
pub mod outcome;
pub mod save;
pub mod table;
pub mod view;

pub use save::save;
