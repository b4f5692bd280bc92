//! The evidence grade of the headline and of each line.

pub mod view;
