//! The ten bouwstenen (building blocks) of the brochure: which of them an initiative offers,
//! and on which of them each saving depends. They are stored in the scenario's `meta`; no
//! amount depends on them.
//!
//! That a saving depends on certain blocks is our own assumption: the brochure lists the
//! blocks and the savings, and does not connect them.

pub mod region;

use crate::model::{Inputs, Line};
use crate::scenario::meta::{self, MetaMember};
// The variants are used often in the tables below.
use BuildingBlock as B;

/// The member of `meta` that contains the building blocks.
const MEMBER: MetaMember = MetaMember::Bouwstenen;

/// Ring of a building block: how far it is from the initiative itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ring {
    /// Core, in every initiative.
    Kern,
    /// Region, around every initiative.
    Regio,
    /// Context, the world around the region.
    Context,
}

impl Ring {
    /// List of all rings, from the middle outwards.
    pub const ALL: [Ring; 3] = [Ring::Kern, Ring::Regio, Ring::Context];
}

/// A building block (bouwsteen) of the brochure: a kind of activity.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuildingBlock {
    SocialeParticipatie,
    MaatschappelijkeParticipatie,
    Empowerment,
    Informatie,
    IndividueleOndersteuning,
    Ervaringsdeskundigheid,
    Beleidsparticipatie,
    Kwartiermaken,
    Deskundigheid,
    Naasten,
}

impl BuildingBlock {
    /// List of all ten, from the middle ring outwards.
    pub const ALL: [BuildingBlock; 10] = [
        B::SocialeParticipatie,
        B::MaatschappelijkeParticipatie,
        B::Empowerment,
        B::Informatie,
        B::IndividueleOndersteuning,
        B::Ervaringsdeskundigheid,
        B::Beleidsparticipatie,
        B::Kwartiermaken,
        B::Deskundigheid,
        B::Naasten,
    ];

    /// Returns the id in files and links.
    pub fn id(self) -> &'static str {
        match self {
            B::SocialeParticipatie => "sociale-participatie",
            B::MaatschappelijkeParticipatie => "maatschappelijke-participatie",
            B::Empowerment => "empowerment-en-herstel",
            B::Informatie => "informatie",
            B::IndividueleOndersteuning => "individuele-ondersteuning",
            B::Ervaringsdeskundigheid => "ervaringsdeskundigheid",
            B::Beleidsparticipatie => "beleidsparticipatie",
            B::Kwartiermaken => "kwartiermaken",
            B::Deskundigheid => "deskundigheidsbevordering",
            B::Naasten => "naasten",
        }
    }

    /// Returns the block with this id; `None` for an unknown id.
    pub fn from_id(id: &str) -> Option<BuildingBlock> {
        BuildingBlock::ALL.into_iter().find(|block| block.id() == id)
    }

    /// Returns the ring of the block.
    pub fn ring(self) -> Ring {
        match self {
            B::SocialeParticipatie | B::MaatschappelijkeParticipatie | B::Empowerment => Ring::Kern,
            B::Informatie | B::IndividueleOndersteuning | B::Ervaringsdeskundigheid => Ring::Regio,
            B::Beleidsparticipatie | B::Kwartiermaken | B::Deskundigheid | B::Naasten => Ring::Context,
        }
    }
}

/// To what extent an initiative offers a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Offers the block.
    Aanwezig,
    /// Offers a part of the block.
    Deels,
    /// Does not offer the block.
    Mist,
}

impl Presence {
    /// List of all variants.
    pub const ALL: [Presence; 3] = [Presence::Aanwezig, Presence::Deels, Presence::Mist];

    /// Returns the id in files and links.
    pub fn id(self) -> &'static str {
        match self {
            Presence::Aanwezig => "aanwezig",
            Presence::Deels => "deels",
            Presence::Mist => "mist",
        }
    }

    /// Returns the presence with this id; `None` for an unknown id.
    pub fn from_id(id: &str) -> Option<Presence> {
        Presence::ALL.into_iter().find(|presence| presence.id() == id)
    }
}

/// Presence of each building block; `None` where it was not filled in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BuildingBlocks([Option<Presence>; BuildingBlock::ALL.len()]);

/// Number of building blocks by presence. `all` includes those not filled in.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BlockCounts {
    pub all: usize,
    pub present: usize,
    pub partly: usize,
    pub missing: usize,
}

impl BlockCounts {
    /// Returns the number of blocks that were not filled in.
    pub fn not_filled_in(self) -> usize {
        self.all - self.present - self.partly - self.missing
    }
}

impl BuildingBlocks {
    /// Reads the blocks from `meta`; an unknown value counts as not filled in.
    pub fn read(meta: Option<&str>) -> BuildingBlocks {
        let mut blocks = BuildingBlocks::default();
        for (key, value) in MEMBER.read(meta).map(meta::members).unwrap_or_default() {
            let presence = meta::text(value).and_then(|value| Presence::from_id(&value));
            if let Some(block) = BuildingBlock::from_id(&key) {
                blocks.0[block as usize] = presence;
            }
        }
        blocks
    }

    /// Returns the presence of this block; `None` where it was not filled in.
    pub fn get(&self, block: BuildingBlock) -> Option<Presence> {
        self.0[block as usize]
    }

    /// Returns whether anything was filled in.
    pub fn is_filled(&self) -> bool {
        self.0.iter().any(Option::is_some)
    }

    /// Counts the blocks of a ring by presence; all blocks where `ring` is `None`.
    pub fn counts(&self, ring: Option<Ring>) -> BlockCounts {
        let mut counts = BlockCounts::default();
        for block in
            BuildingBlock::ALL.into_iter().filter(|block| ring.is_none_or(|ring| block.ring() == ring))
        {
            counts.all += 1;
            match self.get(block) {
                Some(Presence::Aanwezig) => counts.present += 1,
                Some(Presence::Deels) => counts.partly += 1,
                Some(Presence::Mist) => counts.missing += 1,
                None => {}
            }
        }
        counts
    }

    /// Returns the fixed lines that count while a block that they depend on is missing.
    pub fn unsupported(&self, inputs: &Inputs) -> Vec<UnsupportedLine> {
        let mut found = Vec::new();
        for line in Line::ALL.into_iter().filter(|line| inputs.line(*line).counted) {
            let required = required_blocks(line);
            let is_missing = |block: &BuildingBlock| self.get(*block) == Some(Presence::Mist);
            let missing: Vec<BuildingBlock> = required.iter().copied().filter(is_missing).collect();
            if !missing.is_empty() {
                found.push(UnsupportedLine { line, all_missing: missing.len() == required.len(), missing });
            }
        }
        found
    }
}

/// A line that counts while blocks that it depends on are missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsupportedLine {
    /// Savings line that counts.
    pub line: Line,
    /// The missing blocks that the line depends on; never empty.
    pub missing: Vec<BuildingBlock>,
    /// Whether every block that the line depends on is missing.
    pub all_missing: bool,
}

/// Returns `meta` with the presence of this block changed, or removed for a presence of
/// `None`. Returns `None` where `meta` is then empty.
pub fn set_in_meta(meta: Option<&str>, block: BuildingBlock, presence: Option<Presence>) -> Option<String> {
    let old = MEMBER.read(meta).filter(|old| old.starts_with('{'));
    let value = presence.map(|presence| meta::quote(presence.id()));
    let new = meta::set_member(old, block.id(), value.as_deref());
    MEMBER.write(meta, new.as_deref())
}

/// Returns the blocks that a saving depends on. This is our own assumption, and the page
/// says so.
pub fn required_blocks(line: Line) -> &'static [BuildingBlock] {
    match line {
        Line::Uitkeringen => &[B::MaatschappelijkeParticipatie, B::Empowerment, B::IndividueleOndersteuning],
        Line::Dagbesteding => &[B::SocialeParticipatie, B::MaatschappelijkeParticipatie],
        Line::Zorggebruik => &[B::Empowerment, B::IndividueleOndersteuning, B::Naasten],
        Line::Overlast => &[B::SocialeParticipatie, B::IndividueleOndersteuning, B::Kwartiermaken],
        Line::BetaaldWerk => &[B::MaatschappelijkeParticipatie, B::Ervaringsdeskundigheid],
        Line::Vrijwilligerswerk => &[B::MaatschappelijkeParticipatie, B::Kwartiermaken],
        Line::KwaliteitVanLeven => &[B::SocialeParticipatie, B::Empowerment, B::Naasten],
    }
}

#[cfg(test)]
mod tests;
