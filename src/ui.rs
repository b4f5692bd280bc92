//! The page, in Yew: one state in slices, one reducer, and features that show
//! it.

#![deny(clippy::wildcard_enum_match_arm)]

mod app;
pub mod blocks;
pub mod commands;
pub mod components;
pub mod context;
pub mod controls;
pub mod features;
mod header_footer;
pub mod lazy;
mod notice;
mod printed_address;
pub mod routes;
pub mod shell;
mod simulation_client;
pub mod state;

pub use app::{App, AppProps};
