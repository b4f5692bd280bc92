//! Texts of the list of all changes from the chosen preset.

mod nl;

use crate::model::Euro;
use crate::scenario::changes::Effect;
use crate::text::feature_text;

/// Texts of the list of changes.
#[allow(missing_docs)]
pub struct ChangesText {
    /// Number of differences from the preset with this name.
    pub difference_count: fn(count: usize, preset: &str) -> String,
    /// Link to the list of differences.
    pub see_differences: &'static str,
    /// Remark, where another perspective is chosen, on whom the effects are about.
    pub for_payers: &'static str,
    /// Effect of all changes together on the saldo, and how many improve and worsen it.
    pub total_effect: fn(ChangesTotal) -> String,
    /// Remark where the preset is not the brochure, with its name and description.
    pub other_base: fn(name: &str, description: &str) -> String,
    /// Effect of one change in one or two words, such as 'gunstiger'.
    pub verdict: fn(Effect) -> &'static str,
    /// Effect of one change in a sentence.
    pub effect: fn(Effect) -> String,
    /// Explains the word 'gunstiger' in `verdict`.
    pub note: &'static str,
    /// Value in the preset and now; `unit` may be empty.
    pub from_to: fn(from: &str, to: &str, unit: &str) -> String,
    /// Description of an own line, with its total.
    pub own_line: fn(total: &str) -> String,
    /// Name of the changed range of an input.
    pub range_of: fn(input: &str) -> String,
    /// Range with the shape of its distribution; `low` is empty for a fixed input.
    pub range: fn(shape: &str, low: &str, high: &str) -> String,
    /// Button that undoes one change.
    pub revert: fn(name: &str) -> String,
}

/// The saldo of the preset (`from`) and now (`to`), and how many changes improve and
/// worsen the outcome.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChangesTotal {
    pub from: Euro,
    pub to: Euro,
    pub better: usize,
    pub worse: usize,
}

feature_text! {
    /// Returns the texts of the list of changes.
    changes: ChangesText = nl::CHANGES;
}
