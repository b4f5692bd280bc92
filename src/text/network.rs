//! The words of a network of initiatives. Nothing here says that a network is
//! more certain than what it is made of.

/// Facts that the sentences of a network are made from; amounts in euros a year.
pub struct NetworkFacts<'a> {
    /// Number of initiatives of each scenario, with its name.
    pub members: &'a [(u32, String)],
    /// Number of initiatives in all.
    pub initiatives: u32,
    /// People who use one, each counted for each initiative.
    pub visitors: f64,
    /// Costs of all.
    pub costs: f64,
    /// Figured savings of all.
    pub savings: f64,
    /// Price year of the amounts.
    pub year: i32,
}

/// Words and sentences. A field's words are its own documentation.
#[allow(missing_docs)]
pub struct NetworkText {
    pub title: &'static str,
    pub intro: &'static str,
    pub kept: &'static str,
    pub save: &'static str,
    // The brochure's national case.
    pub example: &'static str,
    pub example_hint: &'static str,
    pub national: &'static str,
    pub national_said: &'static str,
    pub national_ways: [&'static str; 2],
    pub national_head: [&'static str; 4],
    // Its numbers.
    pub count: fn(&str) -> String,
    pub count_unit: &'static str,
    pub inhabitants: &'static str,
    pub inhabitants_unit: &'static str,
    pub together: &'static str,
    /// Each by itself, and all at once.
    pub ways: [&'static str; 2],
    pub meanings: [&'static str; 2],
    // What it comes to.
    pub nothing: &'static str,
    pub stale: &'static str,
    pub summary: fn(&NetworkFacts) -> String,
    /// A part of the inhabitants; a small one is not nothing.
    pub share: fn(f64) -> String,
    /// The reach among so many inhabitants.
    pub reach: fn(visitors: f64, inhabitants: f64) -> String,
    pub too_many: &'static str,
    pub picture_title: fn(&NetworkFacts) -> String,
    pub picture: fn(&NetworkFacts) -> String,
    pub picture_head: [&'static str; 4],
    pub whole: &'static str,
    pub part: fn(u32, &str) -> String,
    pub about: fn(&NetworkFacts) -> String,
    // All figures.
    pub table: &'static str,
    pub table_head: [&'static str; 2],
    pub initiatives: &'static str,
    pub visitors: &'static str,
    pub fte: &'static str,
    pub volunteers: &'static str,
    pub npv: fn(years: usize) -> String,
    pub reached: &'static str,
    pub chance: &'static str,
    pub spread: &'static str,
    pub low_to_high: fn(low: &str, high: &str) -> String,
    pub double: &'static str,
    pub staff: &'static str,
    pub prices: fn(i32) -> String,
    /// Way in which the chance is made, for one initiative.
    pub made_alone: fn(draws: u32) -> String,
    /// Sentences on how the chance of more than one is made: each by itself, and
    /// all at once.
    pub made: [fn(draws: u32) -> String; 2],
    /// The mean of the draws lies below the saldo without uncertainty.
    pub below: fn(mean: f64, net: f64) -> String,
    // Who pays, and over the years.
    pub ledgers: &'static str,
    pub npv_head: &'static str,
    pub apart: &'static str,
    pub not_cashable: fn(f64) -> String,
    pub uncovered: fn(f64) -> String,
    pub surplus: fn(f64) -> String,
    pub years: &'static str,
    /// The last one only where there is a dekkingsplan.
    pub years_head: [&'static str; 5],
    pub shortened: fn(usize) -> String,
}
