//! The sentences that are made from figures; a language fills in each one.

use crate::evidence::grade::EvidenceGrade;
use crate::model::quantity::{Count, Euro, EuroPer};
use crate::model::{Outcome, Party};

/// One function per generated sentence.
pub struct Sentences {
    /// Sentences that say what came out, as firmly as the evidence allows.
    pub headline: fn(&Outcome, EvidenceGrade) -> String,
    /// Title of the picture of costs against savings: its finding.
    pub costs_vs_savings_title: fn(&Outcome) -> String,
    /// Sentence below the picture of costs against savings.
    pub costs_vs_savings: fn(&Outcome) -> String,
    /// Tells whether what the rest is worth to the decider makes up for the gap.
    pub drempel: fn(drempel: EuroPer, outcome: &Outcome) -> String,
    /// Says how much the saldo moves by what was changed, or that it does not.
    pub effect: fn(Euro) -> String,
    /// That amounts were converted to another price year.
    pub converted: fn(amounts: usize, from: i32, to: i32, factor: f64) -> String,
    /// The plausible range of an input, as text.
    pub plausible: fn(low: &str, high: &str) -> String,
    /// The values that an input accepts, as text.
    pub limits: fn(low: &str, high: &str) -> String,
    /// A point was read as a comma.
    pub read_as: fn(shown: &str) -> String,
    /// Number of inputs that are not right.
    pub problems: fn(usize) -> String,
    /// Number of values that differ from the preset.
    pub changed: fn(usize) -> String,
    /// Savings stay as they are when visitors change under the key figure.
    pub scale_offer: fn(from: &str, to: &str) -> String,
    /// A ledger row for screen readers and tables: who it is.
    pub party_short: fn(Party) -> &'static str,
}

/// Sentences about the results below the main picture, one function each.
pub struct ResultSentences {
    /// Title of the waterfall.
    pub waterfall_title: fn(&Outcome) -> String,
    /// The waterfall in one sentence.
    pub waterfall: fn(&Outcome) -> String,
    /// Title of the cumulative picture.
    pub cumulative_title: fn(&Outcome) -> String,
    /// The cumulative picture in one sentence.
    pub cumulative: fn(&Outcome) -> String,
    /// Title of who pays and who saves.
    pub parties_title: fn(&Outcome) -> String,
    /// Says why the two ledgers differ.
    pub bridge: fn(&Outcome) -> String,
    /// Says what a line would have to bring by itself.
    pub needed: fn(&BreakEvenFacts) -> String,
    /// Says what the p.m. items must be worth.
    pub pm: fn(&Outcome) -> String,
}

/// Facts about the number that a line would need.
pub struct BreakEvenFacts<'a> {
    /// The number; none where a unit is worth nothing.
    pub needed: Option<Count>,
    /// Tells whether the line counts, so that the number comes on top.
    pub counted: bool,
    /// The number it has now.
    pub now: Count,
    /// Natural unit, in the plural.
    pub many: &'a str,
    /// Tells whether its unit is a year of a person.
    pub per_person: bool,
    /// Visitors a year.
    pub visitors: Count,
}
