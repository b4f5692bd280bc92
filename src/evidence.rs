//! Evidence behind the figures: its grade, and the user's own sources.

pub mod grade;
pub mod user_sources;
