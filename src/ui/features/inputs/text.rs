//! Texts of the groups of inputs and of a savings line in them.

mod nl;

use crate::text::feature_text;

/// Texts of the groups of inputs and of a savings line in them. A field without a comment is a
/// label or an explanation whose name says what it is for.
#[allow(missing_docs)]
pub struct InputsText {
    pub uncertainty_intro: &'static str,
    pub savings_intro: &'static str,
    pub financing_intro: &'static str,
    pub perspective_hint: &'static str,
    pub corrections: &'static str,
    pub corrections_intro: &'static str,
    pub who_saves: &'static str,
    pub remainder_share: fn(share: &str) -> String,
    pub is_pm: &'static str,
}

feature_text! {
    /// Returns the texts of the groups of inputs and of a savings line in them.
    inputs: InputsText = nl::INPUTS;
}
