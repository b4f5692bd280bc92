//! The words of the search for what the initiative may cost.

use crate::model::CostBasis;
use crate::model::goal::Goal;
use crate::model::switching_value::Plausibility;

/// Words and sentences. A field's words are its own documentation.
#[allow(missing_docs)]
pub struct GoalText {
    pub title: &'static str,
    pub intro: &'static str,
    /// The input that may change.
    pub what: &'static str,
    /// The goal, and the two that there are.
    pub kind: &'static str,
    pub kinds: [&'static str; 2],
    /// The field of each goal, with its unit.
    pub fields: [&'static str; 2],
    pub units: [&'static str; 2],
    /// What was found.
    pub found: fn(&GoalFacts) -> String,
    /// There are no savings that could cover a part of the costs.
    pub no_savings: &'static str,
    /// The input has no effect under this cost basis.
    pub no_effect: fn(name: &str, now: CostBasis) -> String,
    /// The button that takes the other basis.
    pub switch: fn(CostBasis) -> &'static str,
    /// What else changes with that, and that the savings stay.
    pub switch_note: &'static str,
    pub savings_stay: &'static str,
    pub take: fn(&str) -> String,
    /// The value is what was found already.
    pub already: &'static str,
}

/// What was found, as the page writes it.
pub struct GoalFacts<'a> {
    /// The name of the input.
    pub name: &'a str,
    /// What is wanted.
    pub goal: Goal,
    /// How far away it is.
    pub plausibility: Plausibility,
    /// Its value with unit; empty where there is none.
    pub at: &'a str,
    /// Its value now, with unit.
    pub now: &'a str,
    /// Its plausible range; empty where none is known.
    pub range: &'a str,
    /// The values that it accepts.
    pub limits: &'a str,
}
