//! Texts of the bouwstenen of a region, and of what all initiatives of a network share.

mod nl;

use crate::building_blocks::region::RegionBlock;
use crate::text::feature_text;

/// Texts of what the initiatives of a network offer together.
#[allow(missing_docs)]
pub struct RegionText {
    pub title: &'static str,
    /// How many blocks the initiatives offer together.
    pub finding: fn(initiatives: u32, &[RegionBlock]) -> String,
    pub nothing_filled_in: &'static str,
    pub fill_in: &'static str,
    pub fill_in_hint: &'static str,
    // Lists of blocks by what the region has of them.
    pub missing: &'static str,
    pub several: &'static str,
    pub partly: &'static str,
    pub unknown: &'static str,
    pub none_known: &'static str,
    /// Names joined to a list.
    pub list: fn(&[String]) -> String,
    /// Name of a block with the number of initiatives that offer it.
    pub times: fn(block: &str, count: u32) -> String,
    pub several_note: &'static str,
    pub table: &'static str,
    pub block: &'static str,
    pub region: &'static str,
    /// What the region has of a block, in a cell of the table.
    pub status: fn(&RegionBlock) -> String,
    pub note: &'static str,
    /// Sentence that the chance of no effect is one for all initiatives; `low` and `high` are the
    /// lowest and the highest chance of a member.
    pub shared_chance: fn(low: f64, high: f64) -> String,
}

feature_text! {
    /// Returns the texts of what the initiatives of a network offer together.
    region: RegionText = nl::REGION;
}
