//! Texts of the bouwstenen (building blocks) and of the participatieladder.

mod nl;

use crate::building_blocks::{BlockCounts, BuildingBlock, Presence, Ring};
use crate::participation_ladder::{LadderShift, MeasuringPoint};
use crate::text::feature_text;

/// Texts of the bouwstenen and of the participatieladder.
#[allow(missing_docs)]
pub struct BuildingBlocksText {
    pub intro: &'static str,
    // Links to the view: for an empty form, and for one that is filled in.
    pub fill_in: &'static str,
    pub change: &'static str,
    pub invite: &'static str,
    pub to_figures: &'static str,
    /// Heading of the building blocks.
    pub blocks: &'static str,
    pub blocks_intro: &'static str,
    pub block: fn(BuildingBlock) -> &'static str,
    /// Examples of activities in a building block.
    pub activities: fn(BuildingBlock) -> &'static str,
    pub ring: fn(Ring) -> &'static str,
    pub presence: fn(Option<Presence>) -> &'static str,
    /// Sentence about how many of all blocks are present.
    pub block_counts: fn(BlockCounts) -> String,
    /// Number of blocks of one ring by presence.
    pub ring_counts: fn(BlockCounts) -> String,
    pub lines: &'static str,
    pub lines_table: &'static str,
    pub lines_note: &'static str,
    pub required_blocks: &'static str,
    /// Warning about a line that counts while blocks that it depends on are missing: some
    /// of them, or all.
    pub unsupported: fn(line: &str, missing: &str, all: bool) -> String,
    pub supported: &'static str,
    /// Heading of the ladder.
    /// Name of the table within the card of the ladder.
    pub ladder_table: &'static str,
    pub ladder: &'static str,
    pub ladder_intro: &'static str,
    pub steps: [&'static str; 6],
    pub measuring_point: fn(MeasuringPoint) -> &'static str,
    pub step: &'static str,
    pub difference: &'static str,
    pub not_filled_in: &'static str,
    pub empty_cell: &'static str,
    /// Sum of a column, and how many of the visitors are not in it.
    pub column: fn(MeasuringPoint, sum: &str, visitors: &str, not_filled_in: &str) -> String,
    pub column_too_many: fn(MeasuringPoint, sum: &str, visitors: &str) -> String,
    /// Error message for a number of people that is not whole or too large.
    pub not_whole: fn(max: &str) -> String,
    /// Error message for a number that makes the sum larger than the number of visitors;
    /// `room` is the largest number that fits.
    pub too_many: fn(MeasuringPoint, sum: &str, visitors: &str, room: &str) -> String,
    /// Sentence about the difference between the two columns.
    pub finding: fn(&LadderShift) -> String,
    pub no_finding: &'static str,
    /// Remark about what the difference does not show.
    pub totals_only: fn(&LadderShift) -> String,
    pub people_not_money: &'static str,
}

feature_text! {
    /// Returns the texts of the bouwstenen and the participatieladder.
    building_blocks: BuildingBlocksText = nl::BUILDING_BLOCKS;
}
