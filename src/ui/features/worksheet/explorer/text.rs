//! Texts of the break-even explorer: the break-even value of one input, how far all
//! savings or costs may be off together, and the gap in natural units of each line.

mod nl;

use crate::model::switching_value::Plausibility;
use crate::model::{Outcome, Perspective};
use crate::text::feature_text;

/// Texts of the break-even explorer.
#[allow(missing_docs)]
pub struct ExplorerText {
    pub title: &'static str,
    /// What the card shows, and of whose saldo.
    pub intro: fn(Perspective) -> String,
    pub choose: &'static str,
    // Labels of the marks on the scale.
    pub now: &'static str,
    pub break_even: &'static str,
    pub range: &'static str,
    // Shown instead of a value where there is no break-even value or no known range.
    pub no_break_even: &'static str,
    pub range_unknown: &'static str,
    pub low_to_high: fn(low: &str, high: &str) -> String,
    /// Whether the input by itself can change the conclusion, in a sentence.
    pub switching_value: fn(&SwitchingFacts) -> String,
    /// Button that sets the input to the break-even value.
    pub fill_in: fn(value: &str) -> String,
    /// Says whether inputs can change the conclusion, each by itself; several follow as a list.
    pub switching_inputs: fn(names: &[String]) -> String,
    /// Remark about the inputs that are not in the list.
    pub unlisted: &'static str,
    // How far all savings, or all costs, may be off together.
    pub how_far_title: &'static str,
    pub how_far: fn(&Outcome, Perspective) -> String,
    // The gap in natural units, for each line that is p.m.: that of all payers for lines that
    // save money, and that of society for lines that are worth something to it.
    pub natural_units_title: &'static str,
    /// The caption of the table for all payers or for society.
    pub natural_units_caption: fn(Perspective) -> &'static str,
    /// The gap of all payers or of society, before a list of lines that could cover it;
    /// `has_list` is false where there is no such line.
    pub natural_units: fn(&Outcome, Perspective, visitors: f64, has_list: bool) -> String,
    pub natural_units_head: [&'static str; 2],
    pub natural_units_note: &'static str,
    /// Number of units of one line that would cover the gap, in total and per visitor.
    pub natural_units_row: fn(&NaturalFacts) -> String,
}

/// Facts about the switching value of one input, as the page writes it.
pub struct SwitchingFacts<'a> {
    /// The name of the input.
    pub name: &'a str,
    /// Whose saldo is zero at the break-even value.
    pub perspective: Perspective,
    /// Plausibility of the break-even value.
    pub plausibility: Plausibility,
    /// Break-even value with its unit; empty where there is none.
    pub at: &'a str,
    /// Break-even value divided by the current value; `None` where that ratio has no meaning,
    /// such as for a value of zero.
    pub times: Option<f64>,
    /// Whether the break-even value is more people than there are visitors.
    pub too_many: bool,
}

/// Kind of natural unit, which decides how the number per visitor is worded.
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

/// Facts about how many units of one line would cover the gap.
pub struct NaturalFacts<'a> {
    /// Kind of the unit.
    pub unit: NaturalUnit,
    /// Unit in the singular; may be empty.
    pub one: &'a str,
    /// Unit in the plural; may be empty.
    pub many: &'a str,
    /// Number of units.
    pub count: f64,
    /// Visitors a year.
    pub visitors: f64,
}

feature_text! {
    /// Returns the texts of the search for break-even.
    explorer: ExplorerText = nl::EXPLORER;
}
