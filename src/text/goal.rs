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
    /// Says what was found.
    pub found: fn(&GoalFacts) -> String,
    /// No savings that could cover a part of the costs.
    pub no_savings: &'static str,
    /// The input has no effect under this cost basis.
    pub no_effect: fn(name: &str, now: CostBasis) -> String,
    /// The button that takes the other basis.
    pub switch: fn(CostBasis) -> &'static str,
    /// Says what else changes with that, and that the savings stay.
    pub switch_note: &'static str,
    pub savings_stay: &'static str,
    pub take: fn(&str) -> String,
    /// The value is what was found already.
    pub already: &'static str,
}

/// Facts about a goal search, as the page writes them.
pub struct GoalFacts<'a> {
    /// The name of the input.
    pub name: &'a str,
    /// Goal of the search.
    pub goal: Goal,
    /// Plausibility of the value.
    pub plausibility: Plausibility,
    /// Value with unit; empty where there is none.
    pub at: &'a str,
    /// Value now, with unit.
    pub now: &'a str,
    /// Plausible range; empty where none is known.
    pub range: &'a str,
    /// The values that it accepts.
    pub limits: &'a str,
}
