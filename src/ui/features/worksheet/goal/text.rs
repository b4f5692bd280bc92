//! Texts of goal seeking: which value of one input meets a goal, such as what the
//! initiative may cost.

mod nl;

use crate::model::CostBasis;
use crate::model::goal::Goal;
use crate::model::switching_value::Plausibility;
use crate::text::feature_text;

/// Texts of goal seeking.
#[allow(missing_docs)]
pub struct GoalText {
    pub title: &'static str,
    pub intro: &'static str,
    /// Remark, where another perspective is chosen, on whom the goal is about.
    pub for_payers: &'static str,
    /// Label of the choice of the input that may change.
    pub input_choice: &'static str,
    /// Label of the choice of the goal.
    pub goal: &'static str,
    /// Names of the two goals: a coverage, or a saldo.
    pub goals: [&'static str; 2],
    /// Label of the field of each goal.
    pub fields: [&'static str; 2],
    /// Unit of the field of each goal.
    pub units: [&'static str; 2],
    /// Sentence about the value that was found.
    pub found: fn(&GoalFacts) -> String,
    /// Shown where there are no savings that could cover a share of the costs.
    pub no_savings: &'static str,
    /// Remark that an input has no effect under the current cost basis.
    pub no_effect: fn(name: &str, current: CostBasis) -> String,
    /// Button that switches to this cost basis.
    pub switch: fn(CostBasis) -> &'static str,
    /// Remark that switching changes the current costs too.
    pub switch_note: &'static str,
    /// Remark that the savings are assumed to stay the same.
    pub savings_stay: &'static str,
    /// Button that sets the input to the value that was found.
    pub apply_value: fn(value: &str) -> String,
    /// Shown where the input already has that value.
    pub already_applied: &'static str,
}

/// Facts about a goal search, as the page writes them.
pub struct GoalFacts<'a> {
    /// The name of the input.
    pub name: &'a str,
    /// Goal of the search.
    pub goal: Goal,
    /// Plausibility of the value that was found.
    pub plausibility: Plausibility,
    /// Value that was found, with its unit; empty where there is none.
    pub at: &'a str,
    /// Current value of the input, with its unit.
    pub now: &'a str,
    /// Plausible range; empty where none is known.
    pub range: &'a str,
    /// Range of values that the input accepts.
    pub limits: &'a str,
}

feature_text! {
    /// Returns the texts of goal seeking: which value of an input meets a goal.
    goal: GoalText = nl::GOAL;
}
