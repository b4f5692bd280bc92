//! Rekenmodel for zelfregie-initiatieven: what a peer-run initiative costs,
//! held against what it is estimated to save. In reading order:

#![warn(missing_docs)]
#![cfg_attr(speed, feature(optimize_attribute))]

pub mod blocks;
pub mod chart;
pub mod compare;
pub mod explain;
pub mod firmness;
pub mod guards;
pub mod ladder;
#[cfg(feature = "page")]
pub mod link;
pub mod model;
pub mod network;
pub mod number;
#[cfg(feature = "page")]
pub mod platform;
pub mod public;
pub mod scenario;
pub mod sources;
pub mod text;
#[cfg(feature = "page")]
pub mod ui;
pub mod uncertainty;
