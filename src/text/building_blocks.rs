//! The words of the bouwstenen and the participatieladder.

use crate::building_blocks::{BlockCounts, BuildingBlock, Presence, Ring};
use crate::participation_ladder::{LadderShift, MeasuringPoint};

/// Words and sentences. A field's words are its own documentation.
#[allow(missing_docs)]
pub struct BuildingBlocksText {
    pub intro: &'static str,
    /// The way to the view, where nothing was filled in and where something was.
    pub fill_in: &'static str,
    pub change: &'static str,
    pub invite: &'static str,
    pub to_figures: &'static str,
    /// Heading of the building blocks.
    pub blocks: &'static str,
    pub blocks_intro: &'static str,
    pub block: fn(BuildingBlock) -> &'static str,
    /// Says what is done in it, by examples.
    pub doing: fn(BuildingBlock) -> &'static str,
    pub ring: fn(Ring) -> &'static str,
    pub presence: fn(Option<Presence>) -> &'static str,
    /// Says what the money buys: how many of all blocks.
    pub offers: fn(BlockCounts) -> String,
    pub of_ring: fn(BlockCounts) -> String,
    pub lines: &'static str,
    pub lines_note: &'static str,
    pub rests_on: &'static str,
    /// A line that counts on blocks that are missing.
    pub unsupported: fn(line: &str, missing: &str, all: bool) -> String,
    pub supported: &'static str,
    /// Heading of the ladder.
    pub ladder: &'static str,
    pub ladder_intro: &'static str,
    pub steps: [&'static str; 6],
    pub when: fn(MeasuringPoint) -> &'static str,
    pub step: &'static str,
    pub difference: &'static str,
    pub rest: &'static str,
    pub nothing: &'static str,
    /// Says how many people a column holds, of how many visitors.
    pub column: fn(MeasuringPoint, sum: &str, visitors: &str, rest: &str) -> String,
    pub column_too_many: fn(MeasuringPoint, sum: &str, visitors: &str) -> String,
    pub not_whole: fn(most: &str) -> String,
    pub too_many: fn(MeasuringPoint, sum: &str, visitors: &str, room: &str) -> String,
    /// The finding, and what it does not tell.
    pub finding: fn(&LadderShift) -> String,
    pub no_finding: &'static str,
    pub totals_only: fn(&LadderShift) -> String,
    pub no_money: &'static str,
}
