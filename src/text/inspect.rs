//! The words that explain figures which are no part of an outcome: where one
//! input breaks even, and what the simulation and the swings say.

use crate::model::Unit;
use crate::uncertainty::Figure;

/// A figure of all draws together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// The share of draws at or above zero.
    Chance,
    /// The share of draws below the figure without uncertainty.
    BelowPoint,
    /// The mean.
    Mean,
    /// The standard deviation.
    Deviation,
    /// What so many percent of the draws lie below.
    Quantile(u32),
    /// What lies between P5 and P95.
    Middle,
    /// The share of draws in one part of the histogram.
    Part,
}

/// Words and sentences. A field's words are its own documentation.
#[allow(missing_docs)]
pub struct InspectText {
    /// Break-even of one input.
    pub turning: fn(name: &str) -> String,
    pub turning_formula: fn(from_zero: bool) -> &'static str,
    /// What one more of it does, by what it counts.
    pub one_more: fn(Unit) -> &'static str,
    /// It is even now.
    pub turned: &'static str,
    /// Why it begins at zero.
    pub from_zero: &'static str,
    /// It is about a full-effect year, all else unchanged.
    pub turning_note: &'static str,
    /// Costs and savings as they would be at that value.
    pub check: &'static str,
    /// How a figure of the draws is made.
    pub how: &'static str,
    pub drawn: fn(Drawn, Figure) -> &'static str,
    pub drawn_name: fn(Drawn, Figure) -> String,
    /// So many of all draws.
    pub counted: fn(count: f64, draws: u32, share: &str) -> String,
    /// How draws are made: how many, from what number on, of how many inputs.
    pub draws: fn(draws: u32, seed: u64, inputs: usize) -> String,
    /// They tell of the ranges, and no more.
    pub honest: &'static str,
    pub draws_term: &'static str,
    pub seed_term: &'static str,
    /// The chance at one worth per visitor.
    pub curve_name: fn(drempel: &str) -> String,
    pub curve: &'static str,
    /// One input at an end of its range.
    pub swing_name: fn(figure: &str, input: &str, value: &str) -> String,
    pub swing_note: fn(input: &str, value: &str, now: &str) -> String,
    /// What knowing one input is worth.
    pub worth_name: fn(&str) -> String,
    pub worth: fn(drempel: &str) -> String,
    pub worth_note: &'static str,
    /// The part of the spread that one input explains.
    pub share_name: fn(&str) -> String,
    pub share: &'static str,
    pub share_note: &'static str,
    /// What a change does to a figure.
    pub effect_name: fn(figure: &str, change: &str) -> String,
    pub effect: &'static str,
    pub effect_without: &'static str,
    pub effect_note: &'static str,
}
