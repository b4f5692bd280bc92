//! Plausibility warnings, shown as one card.

pub mod view;
