//! Sentences that are generated from figures.

use crate::evidence::grade::EvidenceGrade;
use crate::model::quantity::{Count, Euro, EuroPer, Share};
use crate::model::{Outcome, Party, Perspective};
use crate::number::Style;

/// Generated sentences that several views need, one function each.
pub struct Sentences {
    /// By how much a change raises or lowers the saldo, or that it has no effect.
    pub effect: fn(Euro) -> String,
    /// Offer to convert amounts to the new price year.
    pub price_offer: fn(amounts: usize, from: i32, to: i32) -> String,
    /// Button that accepts that offer.
    pub convert_prices: fn(to: i32, factor: f64) -> String,
    /// Notice that amounts were converted to another price year.
    pub converted: fn(amounts: usize, from: i32, to: i32, factor: f64) -> String,
    /// Low and high end of an input in the simulation of this scenario.
    pub range: fn(low: &str, high: &str) -> String,
    /// Range of an input that is plausible for an initiative of average size: the one outside
    /// which a warning is given.
    pub plausible: fn(low: &str, high: &str) -> String,
    /// The values that an input accepts, as text.
    pub limits: fn(low: &str, high: &str) -> String,
    /// Remark on how a number was read whose separators are those of another notation.
    pub read_as: fn(shown: &str) -> String,
    /// Question which number is meant by a text that can be read in two ways, with the way
    /// to type each; without the fraction where the field does not accept that one.
    pub unclear: fn(grouped: f64, fraction: Option<f64>, style: Style) -> String,
    /// The value that counts as long as the text of a field is refused.
    pub counts_instead: fn(shown: &str) -> String,
    /// Number of invalid inputs.
    pub problems: fn(count: usize) -> String,
    /// Number of values that differ from the preset.
    pub changed: fn(count: usize) -> String,
    /// Offer to scale the savings where the number of visitors changed under the key
    /// figure.
    pub scale_offer: fn(from: &str, to: &str) -> String,
}

/// Facts that the headline is made of.
pub struct HeadlineFacts<'a> {
    /// The outcome that the headline states.
    pub outcome: &'a Outcome,
    /// Whose costs, savings and gap it states.
    pub perspective: Perspective,
    /// Strength of the evidence, which decides how firmly it speaks.
    pub grade: EvidenceGrade,
    /// Whether the user filled in which share of every counted saving is cashable.
    pub knows_cashable: bool,
}

/// Sentences about the results on the worksheet, one function each.
pub struct ResultSentences {
    /// Sentences that state the outcome for one perspective, with the certainty that the
    /// evidence grade allows.
    pub headline: fn(&HeadlineFacts) -> String,
    /// Title of the chart of costs against savings, which states its finding.
    pub costs_vs_savings_title: fn(&Outcome) -> String,
    /// Description of the chart of costs against savings.
    pub costs_vs_savings: fn(&Outcome) -> String,
    /// Compares the drempel (the worth of all effects without a price, per visitor) with
    /// the gap per visitor of a perspective.
    pub drempel: fn(drempel: EuroPer, outcome: &Outcome, perspective: Perspective) -> String,
    /// Short name of a party, for charts and tables.
    pub party_short: fn(Party) -> &'static str,
    /// Title of the waterfall.
    pub waterfall_title: fn(&Outcome) -> String,
    /// Description of the waterfall.
    pub waterfall: fn(&Outcome) -> String,
    /// Title of the chart of the cumulative saldo.
    pub cumulative_title: fn(&Outcome) -> String,
    /// Description of the chart of the cumulative saldo.
    pub cumulative: fn(&Outcome) -> String,
    /// Title of the chart of who pays and who saves.
    pub parties_title: fn(&Outcome) -> String,
    /// Explains the bridge: why the saldi of the parties together differ from the saldo of
    /// all payers. It adds why society's ledger differs too: a transfer is no gain there.
    pub bridge: fn(&Outcome) -> String,
    /// Lists everything that the ledger of society leaves out.
    pub left_out: fn(&Outcome) -> String,
    /// Explains who keeps a saving on bijstand; `inhabitants` are those of the gemeente,
    /// zero where they are not given, and `followed` is the share that its budget follows.
    pub bijstand_budget: fn(inhabitants: f64, followed: Share) -> String,
    /// Remark at a table of which a shown sum differs from its shown parts by this many euros.
    pub rounded: fn(euros: f64) -> String,
    /// Number of units of a line that would cover the gap by itself.
    pub needed: fn(&BreakEvenFacts) -> String,
    /// Amount that the p.m. lines must be worth together in a perspective.
    pub pm: fn(&Outcome, Perspective) -> String,
}

/// Facts about the number of units of one line that would cover the gap.
pub struct BreakEvenFacts<'a> {
    /// Number of units; `None` where a unit is worth zero.
    pub needed: Option<Count>,
    /// Whether the line already counts, so that `needed` comes on top of `now`.
    pub counted: bool,
    /// Current number of units.
    pub now: Count,
    /// Natural unit, in the singular.
    pub one: &'a str,
    /// Natural unit, in the plural.
    pub many: &'a str,
    /// Whether the unit is a year of one person.
    pub per_person: bool,
    /// Visitors a year.
    pub visitors: Count,
}
