//! Draws that inputs have in common: whether the effects of a draw are tied, the
//! uniforms that they then share, and whether there is any effect at all.
//!
//! # Design
//! Each of these has a stream of its own. An input that can be tied always draws
//! from its own stream as well, so tying changes no draw of any other input. The
//! words of a common stream replace the input's own words before the table of
//! quantiles, so every input keeps its distribution.

use crate::model::parameter::LineField;
use crate::model::simulation::lanes::{F32x4, U32x4};
use crate::model::simulation::rng::Rng;

/// Uniform that effects share in the draws in which they are tied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommonUniform {
    /// Uniform U, of all quantities.
    Quantity,
    /// Uniform V, of all attributions.
    Attribution,
    /// 1 − V, of deadweight and displacement: high where attribution is low.
    MirroredAttribution,
}

impl CommonUniform {
    /// Returns the uniform that a property of a savings line shares, where it does.
    pub fn of(field: LineField) -> Option<CommonUniform> {
        match field {
            LineField::Aantal => Some(CommonUniform::Quantity),
            LineField::Toerekening => Some(CommonUniform::Attribution),
            LineField::Autonoom | LineField::Verdringing => Some(CommonUniform::MirroredAttribution),
            _ => None,
        }
    }
}

/// Tie of an input to a common uniform.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tie {
    /// Uniform that it shares.
    pub uniform: CommonUniform,
    /// Chance that it does, above zero.
    pub chance: f64,
}

/// Words for some draws of a tied input.
#[derive(Clone, Copy)]
pub struct TiedWords<'a> {
    /// All bits where the input keeps its own word, else none.
    pub own: &'a [[u32; 4]],
    /// The common word where it takes that, else zero.
    pub common: &'a [[u32; 4]],
}

/// Streams of the common uniforms, and of whether they are taken.
pub struct CommonDraws {
    chance: f64,
    tied: Rng,
    uniforms: [Rng; 2],
    own: Vec<[u32; 4]>,
    common: [Vec<[u32; 4]>; 3],
}

// No id of an input has an asterisk.
const TIED: &str = "*samenhang";
const UNIFORMS: [&str; 2] = ["*aantal", "*toerekening"];
const NO_EFFECT: &str = "*kans-geen-effect";

impl CommonDraws {
    /// Makes the streams for so many quads at a time, an even number; none where no
    /// input is tied.
    pub fn new(ties: impl Iterator<Item = Tie>, seed: u64, quads: usize) -> Option<CommonDraws> {
        let chance = ties.map(|tie| tie.chance).reduce(f64::max)?;
        let words = || vec![[0; 4]; quads];
        Some(CommonDraws {
            chance,
            tied: Rng::new(TIED, seed),
            uniforms: UNIFORMS.map(|name| Rng::new(name, seed)),
            own: words(),
            common: [words(), words(), words()],
        })
    }

    /// Draws the next words, for so many quads.
    #[cfg_attr(speed, optimize(speed))]
    pub fn fill(&mut self, quads: usize) {
        let (own, threshold) = (&mut self.own[..quads], threshold(self.chance));
        let always = self.chance >= 1.0;
        self.tied.for_each_word(quads, |quad, word| {
            let keeps = word.to_f32().at_least(F32x4::splat(threshold));
            own[quad] = if always { [0; 4] } else { keeps.array() };
        });
        let all = U32x4::splat(u32::MAX);
        let [quantity, attribution, mirrored] = &mut self.common;
        let [for_quantity, for_attribution] = &mut self.uniforms;
        for_quantity.for_each_word(quads, |quad, word| {
            quantity[quad] = (word & (U32x4::new(own[quad]) ^ all)).array();
        });
        for_attribution.for_each_word(quads, |quad, word| {
            let tied = U32x4::new(own[quad]) ^ all;
            attribution[quad] = (word & tied).array();
            // The complement of a word mirrors its uniform, and every table is
            // symmetric about the middle.
            mirrored[quad] = ((word ^ all) & tied).array();
        });
    }

    /// Returns the words of the last draws for an input with a tie.
    pub fn words(&self, tie: Tie) -> TiedWords<'_> {
        TiedWords { own: &self.own, common: &self.common[tie.uniform as usize] }
    }
}

/// Stream of whether there is an effect.
pub struct EffectDraws {
    chance: f64,
    rng: Rng,
}

impl EffectDraws {
    /// Makes the stream for this chance that there is no effect.
    pub fn new(no_effect_chance: f64, seed: u64) -> EffectDraws {
        EffectDraws { chance: no_effect_chance, rng: Rng::new(NO_EFFECT, seed) }
    }

    /// Draws the next ones: below zero where there is no effect. An even number of
    /// quads.
    #[cfg_attr(speed, optimize(speed))]
    pub fn fill(&mut self, effect: &mut [[f32; 4]]) {
        if self.chance <= 0.0 || self.chance >= 1.0 {
            effect.fill([if self.chance <= 0.0 { 0.0 } else { -1.0 }; 4]);
            return;
        }
        let threshold = F32x4::splat(threshold(self.chance));
        self.rng.for_each_word(effect.len(), |quad, word| {
            effect[quad] = (word.to_f32() - threshold).array();
        });
    }
}

/// Returns the number that a word, as a float with sign, lies below with this chance.
fn threshold(chance: f64) -> f32 {
    const WORDS: f64 = 4_294_967_296.0;
    (WORDS * (chance - 0.5)) as f32
}

#[cfg(test)]
mod tests;
