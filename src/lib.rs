//! A calculation model (rekenmodel) for zelfregie-initiatieven, which are peer-run centres
//! for people with a mental vulnerability: their costs compared with their estimated
//! savings. ARCHITECTURE.md lists the modules in reading order; here they are in
//! alphabetical order.

#![warn(missing_docs)]
#![cfg_attr(speed, feature(optimize_attribute))]
pub mod answer;
pub mod api;
pub mod building_blocks;
pub mod chart;
pub mod checks;
pub mod compare;
pub mod evidence;
pub mod explain;
pub mod helpers;
pub mod model;
pub mod network;
pub mod number;
pub mod participation_ladder;
#[cfg(feature = "page")]
pub mod platform;
pub mod scenario;
pub mod sources;
pub mod text;
#[cfg(feature = "page")]
pub mod ui;
pub mod uncertainty;
pub mod what_if;
