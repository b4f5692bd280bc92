//! Texts of the first part of the comparison: one's own centre counted in three ways.

mod nl;

use crate::answer::AnswerFigures;
use crate::answer::count_points::{CountPoints, Unchanged};
use crate::model::{LineField, Perspective};
use crate::scenario::counts::CountMethod;
use crate::text::feature_text;

/// Texts of one's own centre counted in three ways.
#[allow(missing_docs)]
pub struct CountsText {
    /// Heading, with the name of the scenario that is counted.
    pub title: fn(scenario: &str) -> String,
    /// The finding: the difference in each count.
    pub finding: fn(&CountPoints) -> String,
    /// Why a count gives the same figures.
    pub unchanged: fn(CountMethod, Unchanged) -> &'static str,
    /// What is left where the count without effect does not come to zero; empty where nothing is.
    pub kept: fn(without_effect: &AnswerFigures) -> &'static str,
    /// Names of one's own figures and of each count, in the picture.
    pub as_filled_in: &'static str,
    pub counted: fn(CountMethod) -> &'static str,
    /// Title of the picture, which states the finding.
    pub picture: fn(&CountPoints) -> String,
    /// Whose figures the picture has, and what is the same in each count.
    pub picture_sentence: fn(Perspective) -> String,
    pub no_chance: &'static str,
    pub to_chances: &'static str,
    // What the cautious count takes off.
    pub taken_off: &'static str,
    pub taken_off_total: fn(amount: f64) -> String,
    pub taken_off_line: fn(line: &str, amount: f64) -> String,
    /// What a line's corrections suppose.
    pub corrections: fn(&[(LineField, f64)]) -> String,
    pub assumptions: &'static str,
    // The cautious count as a scenario.
    pub add: &'static str,
    pub add_hint: &'static str,
    pub already_added: fn(scenario: &str) -> String,
    /// Name of the scenario of a count.
    pub scenario_name: fn(scenario: &str, CountMethod) -> String,
    /// Warning about a scenario in which a doubt is entered twice.
    pub doubt_in: fn(scenario: &str, warning: &str) -> String,
    /// Line below the picture in saved files.
    pub description: fn(scenario: &str) -> String,
}

feature_text! {
    /// Returns the texts of one's own centre counted in three ways.
    counts: CountsText = nl::COUNTS;
}
