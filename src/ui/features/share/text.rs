//! Texts of the view that shares the scenario: link, embedding, printing and file.

mod nl;

use crate::text::feature_text;

/// Texts of the view that shares the scenario.
#[allow(missing_docs)]
pub struct ShareText {
    pub name: &'static str,
    pub name_hint: &'static str,
    pub share: &'static str,
    pub share_intro: &'static str,
    pub link: &'static str,
    pub link_hint: &'static str,
    pub link_content: &'static str,
    pub this_scenario: &'static str,
    pub all_scenarios: fn(count: usize) -> String,
    pub link_long: &'static str,
    pub link_too_long: fn(length: usize, max: usize) -> String,
    pub copy: &'static str,
    pub share_natively: &'static str,
    pub copied: &'static str,
    pub copy_by_hand: &'static str,
    pub embed: &'static str,
    pub embed_hint: &'static str,
    pub embed_title: &'static str,
    pub print: &'static str,
    pub print_hint: &'static str,
    pub file: &'static str,
    pub file_hint: &'static str,
    pub save: &'static str,
    pub open: &'static str,
}

feature_text! {
    /// Returns the texts of the view that shares the scenario.
    share: ShareText = nl::SHARE;
}
