//! Texts of the results on the worksheet and of the user's own lines, as far as
//! several features show them.

use crate::model::Perspective;

/// Whose figures a scenario has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureOrigin {
    /// Those of the preset, unchanged.
    Preset,
    /// Those of the preset, with other choices, such as the price year.
    OtherChoices,
    /// The user's own, at least in part.
    Own,
}

/// Texts of the results on the worksheet and of the user's own lines. A field
/// without a comment is a label, heading or button whose name says what it is for.
#[allow(missing_docs)]
pub struct ResultText {
    // The introduction, the headline and the main figures.
    pub intro: &'static str,
    pub intro_brochure: &'static str,
    pub intro_scenario: fn(preset: &str, FigureOrigin) -> String,
    pub headline: &'static str,
    pub costs: &'static str,
    pub savings: &'static str,
    pub gap: &'static str,
    /// Name of a saldo above zero: savings beyond the costs.
    pub positive_saldo: &'static str,
    /// Names of both where another perspective than that of all payers is chosen.
    pub gap_of_payers: &'static str,
    pub positive_saldo_of_payers: &'static str,
    pub pm_worth: &'static str,
    pub costs_per_visitor: &'static str,
    pub gap_per_visitor: &'static str,
    /// Name of a saldo per visitor above zero.
    pub positive_saldo_per_visitor: &'static str,
    pub coverage: &'static str,
    pub net: &'static str,
    pub not_cashable: &'static str,
    pub gemeente_net: &'static str,
    pub society_net: &'static str,
    pub society_threshold: &'static str,
    pub npv: &'static str,
    /// Its name where another perspective than that of all payers is chosen.
    pub npv_of_payers: &'static str,
    pub no_value: &'static str,
    pub facts_note: fn(price_year: i32) -> String,
    /// The figures other than the headline are about all payers together.
    pub others_for_payers: &'static str,
    // The ledgers of the parties and of society, and the years.
    pub ledgers: &'static str,
    pub ledger_cash: &'static str,
    /// Title of society's ledger; quality of life counts in it or has no figure.
    pub ledger_society: fn(counts_quality_of_life: bool) -> &'static str,
    pub society: &'static str,
    pub party: &'static str,
    pub pays: &'static str,
    pub saves: &'static str,
    pub saldo: &'static str,
    pub years: &'static str,
    /// Name of the table of years, within the card of that name.
    pub years_table: &'static str,
    pub year: &'static str,
    pub effect: &'static str,
    pub cumulative: &'static str,
    pub present: &'static str,
    pub payback: &'static str,
    pub payback_year: fn(year: &str) -> String,
    pub payback_never: &'static str,
    // Break-even.
    pub break_even: &'static str,
    /// Name of the table of break-even quantities.
    pub break_even_table: &'static str,
    pub break_even_note: &'static str,
    /// Whose costs and savings the card on break-even compares.
    pub break_even_of: fn(Perspective) -> String,
    pub savings_factor: fn(times: &str, Perspective) -> String,
    pub line: &'static str,
    pub needed_alone: &'static str,
    pub value_of_one_more: &'static str,
    // Changes, warnings, method and sources.
    pub changes: &'static str,
    pub now_counts: &'static str,
    pub now_pm: &'static str,
    pub warnings_title: &'static str,
    pub method: &'static str,
    pub method_points: &'static [&'static str],
    pub price_year: fn(year: i32) -> String,
    pub source: &'static str,
    pub to_inputs: &'static str,
    // The user's own lines.
    pub add_cost: &'static str,
    pub add_saving: &'static str,
    pub remove: fn(label: &str) -> String,
    pub own_label: &'static str,
    pub own_unit: &'static str,
    pub kind: &'static str,
}
