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
    /// Says what stands there where there is no such value or range.
    pub nowhere: &'static str,
    pub unknown: &'static str,
    pub low_to_high: fn(low: &str, high: &str) -> String,
    /// Tells whether this input alone can turn the conclusion.
    pub switching_value: fn(&SwitchingFacts) -> String,
    /// The button that fills in the value.
    pub fill_in: fn(&str) -> String,
    /// Says which inputs can do that each by itself.
    pub switching_inputs: fn(&[String]) -> String,
    /// Inputs that are not in the list.
    pub others: &'static str,
    /// Says how far all savings, or all costs, may be off together.
    pub how_far_title: &'static str,
    pub how_far: fn(&Outcome) -> String,
    /// Says what the rest must be worth, in natural units.
    pub natural_title: &'static str,
    /// Amount that is to be made up for; before a list of what could, where there
    /// is any.
    pub natural: fn(&Outcome, visitors: f64, listed: bool) -> String,
    pub natural_head: [&'static str; 2],
    pub natural_note: &'static str,
    /// The number in all, and what that is for each visitor.
    pub natural_row: fn(&NaturalFacts) -> String,
}

/// Facts about the switching value of one input, as the page writes it.
pub struct SwitchingFacts<'a> {
    /// The name of the input.
    pub name: &'a str,
    /// Plausibility of the value.
    pub plausibility: Plausibility,
    /// Value with unit; empty where there is none.
    pub at: &'a str,
    /// Factor between the two values; none where it says nothing.
    pub times: Option<f64>,
    /// Tells whether it would take more people than there are visitors.
    pub too_many: bool,
}

/// Meaning of a natural unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NaturalUnit {
    /// Years of a person.
    PersonYears,
    /// Hours of work.
    Hours,
    /// Years in full health.
    Qaly,
    /// Any other unit.
    Other,
}

/// Facts about how much of one line would close the gap.
pub struct NaturalFacts<'a> {
    /// Meaning of the unit.
    pub unit: NaturalUnit,
    /// Unit of the number, more of it; may be empty.
    pub many: &'a str,
    /// Number of units.
    pub count: f64,
    /// Visitors a year.
    pub visitors: f64,
}
