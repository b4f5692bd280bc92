//! The compact view inside other web pages.

pub mod view;
