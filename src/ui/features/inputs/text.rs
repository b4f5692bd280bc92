//! Texts of the groups of inputs and of a savings line in them.

mod nl;

use crate::text::feature_text;

/// Texts of the groups of inputs and of a savings line in them. A field without a comment is a
/// label or an explanation whose name says what it is for.
#[allow(missing_docs)]
pub struct InputsText {
    pub to_results: &'static str,
    pub presets: &'static str,
    pub reset_all: &'static str,
    pub from_brochure: &'static str,
    pub scale_savings: fn(factor: &str) -> String,
    pub group_initiative: &'static str,
    pub group_costs: &'static str,
    pub group_savings: &'static str,
    pub group_financing: &'static str,
    pub group_time: &'static str,
    pub group_weighing: &'static str,
    pub group_own: &'static str,
    pub group_uncertainty: &'static str,
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
