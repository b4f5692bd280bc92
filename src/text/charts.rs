//! Texts inside charts and around them.

use crate::model::Outcome;

/// Texts inside the main chart, and around all charts.
pub struct ChartText {
    /// Words for a million and for each next thousandfold, up to a trillion (10¹⁸).
    pub large: [&'static str; 5],
    /// Name of the costs.
    pub costs: &'static str,
    /// Name of costs including harm (savings lines that cost money instead).
    pub costs_and_harm: &'static str,
    /// Name of the counted savings.
    pub savings: &'static str,
    /// Name of own income and counted savings together.
    pub income_and_savings: &'static str,
    /// Name of own income.
    pub income: &'static str,
    /// Name of the gap between costs and savings.
    pub gap: &'static str,
    /// Name of a saldo above zero: savings beyond the costs.
    pub positive_saldo: &'static str,
    /// Abbreviation 'p.m.', for effects that are known and not estimated.
    pub pm: &'static str,
    /// Number of lines that are p.m., in words.
    pub pm_lines: fn(count: usize) -> String,
    /// Name of lines that are merged, with their number.
    pub others: fn(count: usize) -> String,
    /// Name of a savings line that costs money instead.
    pub harm: fn(line: &str) -> String,
    /// Name of an own line to which the user gave no name.
    pub nameless: &'static str,
    /// Explains the position of own income and harm in the chart of costs against savings;
    /// empty where there is neither.
    pub costs_vs_savings_note: fn(&Outcome) -> String,
    /// Button that shows the table.
    pub as_table: &'static str,
    /// Label of the button that saves a chart for a slide.
    pub slide: &'static str,
    /// Accessible name of the button that saves a chart for a slide.
    pub save_slide: &'static str,
    /// Accessible name of the button that saves a chart as PNG.
    pub save_png: &'static str,
    /// Button that saves the chart as SVG.
    pub save_svg: &'static str,
    /// Error message where the file could not be made.
    pub failed: &'static str,
}

/// Texts inside the other charts of the results, in tables of charts, and in saved files.
pub struct ResultChartText {
    /// Label of the end of the council term.
    pub term_end: &'static str,
    /// Label of the years of the horizon.
    pub year: &'static str,
    /// Label of the start-up costs.
    pub start_up: &'static str,
    /// Word before the amount that a party pays.
    pub pays: &'static str,
    /// Word before the amount that a party saves.
    pub saves: &'static str,
    /// Word before the amount that a party receives, where its costs are negative.
    pub receives: &'static str,
    /// Words before the amount of extra costs, where the savings of a party are negative.
    pub extra: &'static str,
    /// Remark below the names of parties that neither pay nor save.
    pub neither: &'static str,
    /// Name of savings less costs.
    pub saldo: &'static str,
    /// Name of a row with the sum of the rows above.
    pub total: &'static str,
    /// Name of all parties together.
    pub together: &'static str,
    /// Description of the chart of who pays and who saves.
    pub parties: fn(&Outcome) -> String,
    /// Columns of the table of costs against savings.
    pub costs_vs_savings_head: [&'static str; 3],
    /// Columns of the table of the waterfall.
    pub waterfall_head: [&'static str; 3],
    /// Columns of the table over the years.
    pub cumulative_head: [&'static str; 5],
    /// Columns of the table of the parties.
    pub parties_head: [&'static str; 4],
    /// Source of the figures, for the footer of a saved chart.
    pub source: &'static str,
    /// Date on which a file was saved; the month is 1 to 12.
    pub made: fn(year: u32, month: u32, day: u32) -> String,
    /// Label before the link in a saved chart.
    pub link: &'static str,
}
