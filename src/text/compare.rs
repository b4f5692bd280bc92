//! The words of scenarios beside each other. A saldo is of figured effects
//! only; nothing here says that one scenario is more likely than another.

use crate::compare::ComparedFigure;

/// One scenario in a picture: its name and its figures, in euros a year.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioFigures {
    /// Name of the scenario.
    pub name: String,
    /// Costs of a full-effect year.
    pub costs: f64,
    /// Figured savings of a full-effect year.
    pub savings: f64,
    /// Savings less costs.
    pub net: f64,
}

/// Facts that the sentence of a figure of every scenario is made from.
pub struct ComparedFigureFacts<'a> {
    /// The name of the figure.
    pub measure: &'a str,
    /// The scenarios with the highest and the lowest, and these, written out;
    /// none where all are the same or there are none.
    pub ends: Option<[(&'a str, &'a str); 2]>,
    /// The reference, and its figure.
    pub reference: (&'a str, &'a str),
}

/// Facts that the sentences of a difference are made from; amounts in whole euros.
pub struct DifferenceFacts<'a> {
    /// The reference and its saldo.
    pub from: (&'a str, f64),
    /// The other one and its saldo.
    pub to: (&'a str, f64),
    /// Difference that adds most, and its amount.
    pub first: Option<(&'a str, f64)>,
    /// Number of differences that add to it.
    pub count: usize,
}

/// Words and sentences. A field's words are its own documentation.
#[allow(missing_docs)]
pub struct CompareText {
    pub title: &'static str,
    pub intro: &'static str,
    pub alone: &'static str,
    pub alone_hint: &'static str,
    pub stale: &'static str,
    /// Amounts of several price years.
    pub prices: fn(years: &str) -> String,
    pub pictures: &'static str,
    pub costs: &'static str,
    pub savings: &'static str,
    pub reference: &'static str,
    pub scenario_bars_title: fn(&[ScenarioFigures]) -> String,
    pub scenario_bars: fn(&[ScenarioFigures], reference: usize) -> String,
    pub scenario_bars_head: [&'static str; 5],
    pub measure: fn(ComparedFigure) -> &'static str,
    pub chance: &'static str,
    pub choose_measure: &'static str,
    pub measure_title: fn(&ComparedFigureFacts) -> String,
    pub measure_sentence: fn(&ComparedFigureFacts) -> String,
    pub measure_head: fn(&str) -> [String; 3],
    // The table of all figures.
    pub table: &'static str,
    pub table_hint: &'static str,
    pub figure: &'static str,
    pub payback: fn(Option<u32>, horizon: usize) -> String,
    pub later: fn(years: f64) -> String,
    pub points: fn(&str) -> String,
    pub price_year: &'static str,
    pub changes: &'static str,
    pub waiting: &'static str,
    pub none: &'static str,
    pub no_difference: &'static str,
    pub drawn: fn(draws: u32) -> String,
    // Why they differ.
    pub why: &'static str,
    pub choose_why: &'static str,
    pub why_title: fn(&DifferenceFacts) -> String,
    pub why_sentence: fn(&DifferenceFacts) -> String,
    pub why_head: fn(from: &str, to: &str) -> [String; 4],
    pub saldo_of: fn(&str) -> String,
    pub together: &'static str,
    pub others: fn(usize) -> String,
    pub idle: fn(&[String]) -> String,
    pub same: &'static str,
    pub basis: &'static str,
    pub counts: fn(&str) -> String,
    pub yes: &'static str,
    pub absent: &'static str,
    pub about: fn(reference: &str, others: &str) -> String,
}
