//! Warnings about implausible figures, shown as one card.

pub mod view;
