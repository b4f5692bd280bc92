//! The compact view (`#compact`), which other web pages embed.

pub mod view;
