//! Texts of a network of initiatives. They never suggest that the outcome of a network is
//! more certain than that of its initiatives.

/// Facts that the sentences of a network are made from; amounts in euros a year.
pub struct NetworkFacts<'a> {
    /// Number of initiatives and name of each scenario of which there are any.
    pub members: &'a [(u32, String)],
    /// Number of initiatives in all.
    pub initiatives: u32,
    /// Visitors of all initiatives; somebody who visits two of them counts twice.
    pub visitors: f64,
    /// Costs of all initiatives.
    pub costs: f64,
    /// Counted savings of all initiatives.
    pub savings: f64,
    /// Price year of the amounts.
    pub year: i32,
}

/// Texts of the network view.
#[allow(missing_docs)]
pub struct NetworkText {
    pub title: &'static str,
    pub intro: &'static str,
    /// Where the numbers are kept; those that are not saved are only in the file.
    pub stored_hint: fn(is_saved: bool) -> &'static str,
    pub save: &'static str,
    // The brochure's national case.
    pub example: &'static str,
    pub example_hint: &'static str,
    /// Name of the table within the card of the two ways of counting.
    pub national_table: &'static str,
    pub national: &'static str,
    pub national_explanation: &'static str,
    pub national_methods: [&'static str; 2],
    pub national_head: [&'static str; 4],
    // The fields.
    pub count: fn(scenario: &str) -> String,
    pub count_unit: &'static str,
    pub inhabitants: &'static str,
    pub inhabitants_unit: &'static str,
    pub dependence: &'static str,
    /// Names of the two options: independent initiatives, and fully correlated ones.
    pub dependence_options: [&'static str; 2],
    /// Explanation of each option.
    pub dependence_meanings: [&'static str; 2],
    // The summary.
    pub no_initiatives: &'static str,
    pub stale: &'static str,
    pub summary: fn(&NetworkFacts) -> String,
    /// Share of the inhabitants; a very small share is not written as 0%.
    pub share: fn(share: f64) -> String,
    /// Sentence about the visitors as a share of the inhabitants.
    pub reach: fn(visitors: f64, inhabitants: f64) -> String,
    pub too_many: &'static str,
    pub chart_title: fn(&NetworkFacts) -> String,
    pub chart_sentence: fn(&NetworkFacts) -> String,
    pub chart_head: [&'static str; 4],
    pub whole_network: &'static str,
    /// Number of initiatives with the name of their scenario.
    pub member: fn(count: u32, scenario: &str) -> String,
    /// Description of the network below its charts in saved files.
    pub description: fn(&NetworkFacts) -> String,
    // The table of figures.
    /// Name of the table within the card of the figures.
    pub figures_table: &'static str,
    /// Name of the table within the card of the years.
    pub years_table: &'static str,
    pub table: &'static str,
    pub table_head: [&'static str; 2],
    pub initiatives: &'static str,
    pub visitors: &'static str,
    pub fte: &'static str,
    pub volunteers: &'static str,
    pub npv: fn(years: usize) -> String,
    pub reach_label: &'static str,
    pub chance: &'static str,
    pub range_90: &'static str,
    pub low_to_high: fn(low: &str, high: &str) -> String,
    pub visitors_note: &'static str,
    pub staff: &'static str,
    pub prices: fn(year: i32) -> String,
    /// How the chance is calculated for a network of one initiative.
    pub chance_method_single: fn(draws: u32) -> String,
    /// How the chance is calculated for several initiatives: independent, and fully
    /// correlated.
    pub chance_methods: [fn(draws: u32, may_have_no_effect: bool) -> String; 2],
    /// Remark where the mean of the draws is below the saldo without uncertainty;
    /// `may_have_no_effect` is whether some draws have no effect.
    pub mean_below_saldo: fn(mean: f64, net: f64, may_have_no_effect: bool) -> String,
    // Who pays, and over the years.
    pub ledgers: &'static str,
    pub npv_head: &'static str,
    /// Title of society's ledger.
    pub ledger_society: fn(counts_quality_of_life: bool) -> &'static str,
    pub ledgers_note: &'static str,
    pub not_cashable: fn(amount: f64) -> String,
    pub uncovered: fn(amount: f64) -> String,
    pub surplus: fn(amount: f64) -> String,
    pub years: &'static str,
    /// Columns of the table over the years; the last one is shown only where a scenario
    /// has a dekkingsplan.
    pub years_head: [&'static str; 5],
    /// Remark that the network covers only the years that all scenarios have.
    pub shortened: fn(years: usize) -> String,
}
