//! Evidence behind the figures: how strong it is, and which figures are the
//! user's own.

pub mod grade;
pub mod user_sources;
