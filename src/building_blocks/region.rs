//! The bouwstenen of a region: how many of its initiatives offer each, offer a part of it, or do
//! not offer it. Of an initiative that did not fill in a block nothing is known, so a block is
//! missing only where every initiative filled in that it does not offer it.
//!
//! ```
//! use rekenmodel::building_blocks::region::{RegionStatus, region_blocks};
//! use rekenmodel::building_blocks::{BuildingBlock, BuildingBlocks};
//!
//! let one = BuildingBlocks::read(Some(r#"{"bouwstenen":{"informatie":"aanwezig","naasten":"mist"}}"#));
//! let region = region_blocks(&[(1, one), (2, BuildingBlocks::default())]);
//! assert_eq!(region[BuildingBlock::Informatie as usize].status(), RegionStatus::Once);
//! // Two initiatives did not say whether they support relatives.
//! assert_eq!(region[BuildingBlock::Naasten as usize].status(), RegionStatus::Unknown);
//! ```

use crate::building_blocks::{BuildingBlock, BuildingBlocks, Presence};

/// Number of initiatives of a region by what they offer of one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionBlock {
    /// Block that is counted.
    pub block: BuildingBlock,
    /// Initiatives that offer it.
    pub present: u32,
    /// Initiatives that offer a part of it.
    pub partly: u32,
    /// Initiatives that do not offer it.
    pub missing: u32,
    /// Initiatives that did not fill it in.
    pub not_filled_in: u32,
}

/// What a region has of one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegionStatus {
    /// Several initiatives offer it.
    Several,
    /// One initiative offers it.
    Once,
    /// No initiative offers it whole, and at least one offers a part of it.
    Partly,
    /// No initiative offers it, and all of them said so.
    Missing,
    /// No initiative is known to offer any of it, and not all of them filled it in.
    Unknown,
}

impl RegionBlock {
    /// Returns what the region has of the block.
    pub fn status(&self) -> RegionStatus {
        match self {
            RegionBlock { present: 2.., .. } => RegionStatus::Several,
            RegionBlock { present: 1, .. } => RegionStatus::Once,
            RegionBlock { partly: 1.., .. } => RegionStatus::Partly,
            RegionBlock { not_filled_in: 0, .. } => RegionStatus::Missing,
            RegionBlock { .. } => RegionStatus::Unknown,
        }
    }
}

/// Counts the initiatives of a region for each block. A member is a number of initiatives that
/// offer the same blocks.
pub fn region_blocks(members: &[(u32, BuildingBlocks)]) -> [RegionBlock; BuildingBlock::ALL.len()] {
    BuildingBlock::ALL.map(|block| {
        let count = |presence: Option<Presence>| {
            let having = members.iter().filter(|(_, blocks)| blocks.get(block) == presence);
            having.map(|(count, _)| count).sum()
        };
        RegionBlock {
            block,
            present: count(Some(Presence::Aanwezig)),
            partly: count(Some(Presence::Deels)),
            missing: count(Some(Presence::Mist)),
            not_filled_in: count(None),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns what a region has of one block, of which each initiative fills in one of these.
    fn status(members: &[(u32, &str)]) -> RegionStatus {
        let read = |(count, presence): &(u32, &str)| {
            (*count, BuildingBlocks::read(Some(&format!(r#"{{"bouwstenen":{{"naasten":"{presence}"}}}}"#))))
        };
        let members: Vec<_> = members.iter().map(read).collect();
        region_blocks(&members)[BuildingBlock::Naasten as usize].status()
    }

    #[test]
    fn a_block_is_missing_only_where_every_initiative_says_so() {
        assert_eq!(status(&[(1, "mist"), (3, "mist")]), RegionStatus::Missing);
        assert_eq!(status(&[(1, "mist"), (1, "")]), RegionStatus::Unknown);
        assert_eq!(status(&[(1, "")]), RegionStatus::Unknown);
        assert_eq!(status(&[(1, "deels"), (1, "mist"), (1, "")]), RegionStatus::Partly);
    }

    #[test]
    fn initiatives_that_offer_a_block_are_counted() {
        assert_eq!(status(&[(1, "aanwezig"), (4, "deels"), (1, "")]), RegionStatus::Once);
        assert_eq!(status(&[(2, "aanwezig")]), RegionStatus::Several);
        assert_eq!(status(&[(1, "aanwezig"), (1, "aanwezig"), (1, "mist")]), RegionStatus::Several);
    }
}
