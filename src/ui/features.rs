//! The features of the page, one folder each: its view, its state, its words.
pub(crate) mod building_blocks;
pub(crate) mod centre;
pub mod certainty;
pub(crate) mod changes;
pub(crate) mod checks;
pub(crate) mod compare;
pub(crate) mod embed;
pub(crate) mod evidence;
pub mod explain;
pub(crate) mod financing;
pub mod network;
pub(crate) mod own_lines;
pub mod scenarios;
pub(crate) mod share;
pub(crate) mod sources;
pub(crate) mod storage;
pub mod worksheet;
