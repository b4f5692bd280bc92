//! The page, in Yew: one state, one reducer, and functions that show it.

mod app;
mod break_even;
mod changes;
mod commands;
mod compact;
mod element;
mod events;
mod explain;
mod explorer;
mod field;
mod firmness;
mod guards;
mod headline;
mod inputs;
pub mod later;
mod ledgers;
mod notice;
mod offer;
mod own;
mod part;
pub mod picture;
mod ranges;
mod results;
mod saving;
mod share;
mod simulating;
mod slider;
mod sources;
pub mod state;
mod top;
pub mod uncertain;

pub use app::{App, AppProps};
