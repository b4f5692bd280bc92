//! Texts of the first part of the view of certainty, for who wants to count and not to calculate.
//! Those of the analysis are in `text::uncertainty`.

mod nl;

use crate::model::Perspective;
use crate::text::feature_text;

/// Facts for the sentences about the dots; amounts are savings less costs, rounded, in euros.
pub struct DotFacts {
    /// Whose outcome it is.
    pub perspective: Perspective,
    /// Amounts that 5%, half and 95% of the draws lie below.
    pub quantiles: [f64; 3],
    /// Whether all draws are one value.
    pub is_certain: bool,
    /// Year of the prices.
    pub year: i32,
}

/// Texts of the first part of the view.
#[allow(missing_docs)]
pub struct CertaintyText {
    /// The finding: how often savings are at least as large as costs.
    pub finding: fn(share: f64, Perspective) -> String,
    pub intro: &'static str,
    /// How many dots are without effect, and who chose that.
    pub no_effect: fn(dots: usize, is_own: bool) -> String,
    /// Title of the picture.
    pub picture: fn(&DotFacts) -> String,
    /// Sentence below the title of the picture.
    pub picture_sentence: fn(&DotFacts) -> String,
    /// Names of the dots below zero, at or above it, and without effect, with their number.
    pub legend: [fn(usize) -> String; 3],
    /// Label of the outcome at the figures that were filled in.
    pub point: fn(net: f64) -> String,
    /// Words on the axis: at zero, and on both sides of it.
    pub zero: &'static str,
    pub sides: fn(Perspective) -> [&'static str; 2],
    pub dots_head: [&'static str; 3],
    pub interval: fn(&str, &str) -> String,
    /// How often the outcome is lower than the figures that were filled in say.
    pub below_point: fn(net: f64, share: f64) -> String,
    pub draw_count: fn(draws: u32) -> String,
    pub depends_on: &'static str,
    pub depends_intro: &'static str,
    /// Whether there is any effect, as the name of what the outcome depends on.
    pub whether_it_works: &'static str,
    pub assumption: &'static str,
    /// How far the outcome moves.
    pub swing: fn(amount: f64) -> String,
    pub find_out: &'static str,
    pub nothing_uncertain: &'static str,
    pub without_effect: &'static str,
    pub without_effect_table: &'static str,
    pub without_effect_intro: &'static str,
    pub without_effect_head: fn(Perspective) -> [&'static str; 3],
    /// How often there is no effect; `is_set` where the scenario has this chance.
    pub how_often: fn(chance: f64, is_set: bool) -> String,
    pub mean: fn(net: f64) -> String,
    /// A chance as a number of a hundred draws.
    pub of_hundred: fn(share: f64) -> String,
    pub not_known: &'static str,
    /// The highest chance that is possible at a chance that there is no effect.
    pub capped: fn(no_effect: f64) -> String,
    pub change_chance: &'static str,
    pub for_analysts: &'static str,
}

feature_text! {
    /// Returns the texts of the first part of the view of certainty.
    certainty: CertaintyText = nl::CERTAINTY;
}
