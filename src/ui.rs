//! The page, in Yew: one state, one reducer, and functions that show it.
pub mod components;
pub mod features;
pub(crate) mod routes;

mod app;
mod commands;
mod events;
mod header_footer;
pub mod lazy;
mod notice;
mod simulation_client;
pub mod state;

pub use crate::ui::app::{App, AppProps};
