//! Rekenmodel for zelfregie-initiatieven.
pub mod model;
#[cfg(feature = "page")]
pub mod ui;
