//! The evidence grade of the headline and of each line: how strong the evidence
//! behind them is.

pub mod view;
