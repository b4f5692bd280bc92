//! The words of the search for break-even: one input at a time, all together,
//! and what is left in natural units.

use crate::model::Outcome;
use crate::model::switching_value::Plausibility;

/// Words and sentences. A field's words are its own documentation.
#[allow(missing_docs)]
pub struct ExplorerText {
    pub title: &'static str,
    pub intro: &'static str,
    pub choose: &'static str,
    /// The marks on the scale: the value now, break-even, the plausible range.
    pub now: &'static str,
    pub at: &'static str,
    pub range: &'static str,
    /// What stands there where there is no such value or range.
    pub nowhere: &'static str,
    pub unknown: &'static str,
    pub low_to_high: fn(low: &str, high: &str) -> String,
    /// Whether this input alone can turn the conclusion.
    pub switching_value: fn(&SwitchingFacts) -> String,
    /// The button that fills in the value.
    pub fill_in: fn(&str) -> String,
    /// Which inputs can do that each by itself.
    pub switching_inputs: fn(&[String]) -> String,
    /// Inputs that are not in the list.
    pub others: &'static str,
    /// How far all savings, or all costs, may be off together.
    pub how_far_title: &'static str,
    pub how_far: fn(&Outcome) -> String,
    /// What the rest must be worth, in natural units.
    pub natural_title: &'static str,
    /// What is to be made up for; before a list of what could, where there is any.
    pub natural: fn(&Outcome, visitors: f64, listed: bool) -> String,
    pub natural_head: [&'static str; 2],
    pub natural_note: &'static str,
    /// The number in all, and what that is for each visitor.
    pub natural_row: fn(&NaturalFacts) -> String,
}

/// What is known of the break-even of one input, as the page writes it.
pub struct SwitchingFacts<'a> {
    /// The name of the input.
    pub name: &'a str,
    /// How far away it is.
    pub plausibility: Plausibility,
    /// Its value with unit; empty where there is none.
    pub at: &'a str,
    /// How many times the value now; none where that says nothing.
    pub times: Option<f64>,
    /// Whether it would take more people than there are visitors.
    pub too_many: bool,
}

/// What a natural unit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NaturalUnit {
    /// Years of a person.
    PersonYears,
    /// Hours.
    Hours,
    /// Years in full health.
    Qaly,
    /// Something else.
    Other,
}

/// How much of one line would make up for the gap.
pub struct NaturalFacts<'a> {
    /// What it counts.
    pub unit: NaturalUnit,
    /// Its unit, more of it; may be empty.
    pub many: &'a str,
    /// How many.
    pub count: f64,
    /// Visitors a year.
    pub visitors: f64,
}
