//! The view that gives a scenario to others: link, embed, print, file.

pub mod view;
