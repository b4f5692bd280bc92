//! Texts of the comparison of scenarios. A saldo contains only effects with a figure, and
//! no text says that one scenario is more likely than another.

use crate::compare::ComparedFigure;
use crate::model::Perspective;

/// Name and figures of one scenario in a chart, in euros a year.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioFigures {
    /// Name of the scenario.
    pub name: String,
    /// Costs of a full-effect year.
    pub costs: f64,
    /// Counted savings of a full-effect year.
    pub savings: f64,
    /// Savings less costs.
    pub net: f64,
}

/// Facts about one figure of every scenario, for the title and description of a chart.
pub struct ComparedFigureFacts<'a> {
    /// The name of the figure.
    pub measure: &'a str,
    /// Name and written value of the scenarios with the highest and the lowest value;
    /// `None` where all are equal or no scenario has a value.
    pub extremes: Option<[(&'a str, &'a str); 2]>,
    /// Name and written value of the reference scenario.
    pub reference: (&'a str, &'a str),
}

/// Facts about why two saldi differ, for the title and description of a chart; amounts in
/// whole euros.
pub struct DifferenceFacts<'a> {
    /// Name and saldo of the reference scenario.
    pub from: (&'a str, f64),
    /// Name and saldo of the other scenario.
    pub to: (&'a str, f64),
    /// Name and amount of the largest contribution; `None` where there is none.
    pub first: Option<(&'a str, f64)>,
    /// Number of contributions.
    pub count: usize,
}

/// Texts of the comparison of scenarios.
#[allow(missing_docs)]
pub struct CompareText {
    pub title: &'static str,
    pub intro: &'static str,
    pub only_one: &'static str,
    pub only_one_hint: &'static str,
    pub stale: &'static str,
    /// Warning that the scenarios have several price years.
    pub prices: fn(years: &str) -> String,
    pub charts: &'static str,
    pub costs: &'static str,
    pub savings: &'static str,
    /// Name of savings less costs, which may be below zero.
    pub net: &'static str,
    /// Name of a difference between costs and savings, and of a surplus.
    pub gap: &'static str,
    pub surplus: &'static str,
    pub reference: &'static str,
    pub scenario_bars_title: fn(&[ScenarioFigures]) -> String,
    pub scenario_bars: fn(&[ScenarioFigures], reference: usize, Perspective) -> String,
    pub scenario_bars_head: [&'static str; 5],
    pub measure: fn(ComparedFigure) -> &'static str,
    pub chance: &'static str,
    pub choose_measure: &'static str,
    pub measure_title: fn(&ComparedFigureFacts) -> String,
    pub measure_sentence: fn(&ComparedFigureFacts) -> String,
    pub measure_head: fn(measure: &str) -> [String; 3],
    // The table of all figures.
    /// Name of the table within the card of the figures.
    pub figures_table: &'static str,
    pub table: &'static str,
    pub table_hint: &'static str,
    pub figure: &'static str,
    pub payback: fn(Option<u32>, horizon: usize) -> String,
    /// Difference between two payback years.
    pub payback_difference: fn(years: f64) -> String,
    pub percentage_points: fn(points: &str) -> String,
    pub price_year: &'static str,
    pub changes: &'static str,
    /// Number of changes from a preset.
    pub change_count: fn(count: usize, preset: &str) -> String,
    pub waiting: &'static str,
    /// Chance of a scenario where the simulation does not work.
    pub failed: &'static str,
    pub no_value: &'static str,
    pub no_difference: &'static str,
    /// In the place of a difference between amounts in the prices of two years.
    pub other_prices: &'static str,
    pub chance_note: fn(draws: u32) -> String,
    // Why the saldi differ.
    pub why: &'static str,
    pub choose_why: &'static str,
    pub why_title: fn(&DifferenceFacts) -> String,
    pub why_sentence: fn(&DifferenceFacts) -> String,
    pub why_head: fn(from: &str, to: &str) -> [String; 4],
    pub saldo_of: fn(scenario: &str) -> String,
    pub together: &'static str,
    /// Name of the row that merges several small differences, with their number.
    pub others: fn(count: usize) -> String,
    /// Whose saldo the difference is about, and the price year of both saldi.
    pub which_saldo: fn(perspective: &str, price_year: i32) -> String,
    /// Text before the list of differences that do not change the saldo.
    pub without_effect: &'static str,
    pub no_saldo_difference: &'static str,
    pub basis: &'static str,
    /// Whether a line counts, as a thing in which scenarios differ.
    pub line_counted: fn(line: &str) -> String,
    pub is_counted: &'static str,
    /// Value of an own line that one of the scenarios does not have.
    pub line_absent: &'static str,
    /// Description of the comparison below its charts in saved files.
    pub description: fn(reference: &str, others: &str) -> String,
}
