//! The words inside pictures and around them.

use crate::model::Outcome;

/// Words and short sentences that the pictures need.
pub struct ChartText {
    /// A million, then each a thousand times as much.
    pub large: [&'static str; 5],
    /// Name of the costs.
    pub costs: &'static str,
    /// Costs, with what lines cost instead of save.
    pub costs_and_harm: &'static str,
    /// Name of the figured savings.
    pub savings: &'static str,
    /// Own income with figured savings.
    pub income_and_savings: &'static str,
    /// Name of own income.
    pub income: &'static str,
    /// Name of the gap between costs and savings.
    pub gap: &'static str,
    /// Name of what is saved beyond the costs.
    pub surplus: &'static str,
    /// Known, not estimated.
    pub pm: &'static str,
    /// Number of lines that are p.m., in words.
    pub pm_lines: fn(usize) -> String,
    /// Name of lines that are merged, with their number.
    pub others: fn(usize) -> String,
    /// The name of a line that costs instead of saves.
    pub harm: fn(&str) -> String,
    /// An own line that has no name yet.
    pub nameless: &'static str,
    /// Says why own income or harm stand where they stand; empty where neither is.
    pub costs_vs_savings_note: fn(&Outcome) -> String,
    /// Opens the table.
    pub as_table: &'static str,
    /// Saves a picture as PNG: the whole name of the button.
    pub save_png: &'static str,
    /// Saves a picture as SVG.
    pub save_svg: &'static str,
    /// The picture could not be made.
    pub failed: &'static str,
    /// The end of the council term.
    pub term_end: &'static str,
    /// A year of the horizon.
    pub year: &'static str,
    /// Costs made once.
    pub start_up: &'static str,
    /// Says what a party pays, before an amount.
    pub pays: &'static str,
    /// Says what a party saves, before an amount.
    pub saves: &'static str,
    /// A party gets more than it pays, before an amount.
    pub receives: &'static str,
    /// A party has extra costs, before an amount.
    pub extra: &'static str,
    /// Parties that neither pay nor save.
    pub neither: &'static str,
    /// Savings less costs.
    pub saldo: &'static str,
    /// The sum of the lines above.
    pub total: &'static str,
    /// Name of all parties together.
    pub together: &'static str,
    /// Says who pays and who saves, in one sentence.
    pub parties: fn(&Outcome) -> String,
    /// Columns of the table of costs against savings.
    pub costs_vs_savings_head: [&'static str; 3],
    /// Columns of the table of the waterfall.
    pub waterfall_head: [&'static str; 3],
    /// Columns of the table over the years.
    pub cumulative_head: [&'static str; 5],
    /// Columns of the table of the parties.
    pub parties_head: [&'static str; 4],
    /// Place where the figures come from.
    pub source: &'static str,
    /// Says when it was made: year, month (1 to 12), day.
    pub made: fn(u32, u32, u32) -> String,
    /// Stands before the address.
    pub link: &'static str,
}
