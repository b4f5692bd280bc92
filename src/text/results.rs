//! What is only said by the part of the program that comes later: the words
//! are reached by a function, [`crate::text::Text::rest`], so that they come with it.

use crate::model::Outcome;
use crate::text::charts::ChartText;
use crate::text::page::PageText;
use crate::text::sentences::NeededFacts;
use std::ops::Deref;

/// Words and sentences; those of the first part are among them. A field's words
/// are its own documentation.
#[allow(missing_docs)]
pub struct RestText {
    /// The words of the first part.
    pub first: &'static PageText,
    pub sentences: RestSentences,
    pub charts: RestChartText,
    pub to_inputs: &'static str,
    pub price_year: fn(i32) -> String,
    pub source: &'static str,
    pub add_cost: &'static str,
    pub add_saving: &'static str,
    pub remove: fn(&str) -> String,
    pub own_label: &'static str,
    pub own_unit: &'static str,
    pub kind: &'static str,
    pub ledgers: &'static str,
    pub ledger_cash: &'static str,
    pub ledger_society: &'static str,
    pub society: &'static str,
    pub party: &'static str,
    pub pays: &'static str,
    pub saves: &'static str,
    pub saldo: &'static str,
    pub years: &'static str,
    pub year: &'static str,
    pub effect: &'static str,
    pub cumulative: &'static str,
    pub present: &'static str,
    pub break_even: &'static str,
    pub payback: &'static str,
    pub payback_year: fn(&str) -> String,
    pub payback_never: &'static str,
    pub break_even_note: &'static str,
    pub changes: &'static str,
    pub guards: &'static str,
    pub now_counts: &'static str,
    pub now_pm: &'static str,
    pub savings_factor: fn(&str) -> String,
    pub line: &'static str,
    pub needed: &'static str,
    pub worth: &'static str,
    pub method: &'static str,
    pub method_points: &'static [&'static str],
}

impl Deref for RestText {
    type Target = PageText;

    fn deref(&self) -> &PageText {
        self.first
    }
}

/// One function per generated sentence.
pub struct RestSentences {
    /// Title of the waterfall.
    pub waterfall_title: fn(&Outcome) -> String,
    /// The waterfall in one sentence.
    pub waterfall: fn(&Outcome) -> String,
    /// Title of the cumulative picture.
    pub cumulative_title: fn(&Outcome) -> String,
    /// The cumulative picture in one sentence.
    pub cumulative: fn(&Outcome) -> String,
    /// Title of who pays and who saves.
    pub parties_title: fn(&Outcome) -> String,
    /// Why the two ledgers differ.
    pub bridge: fn(&Outcome) -> String,
    /// What a line would have to bring by itself.
    pub needed: fn(&NeededFacts) -> String,
    /// What the p.m. items must be worth.
    pub pm: fn(&Outcome) -> String,
}

/// The words inside the pictures below the main one, in tables and in files;
/// those of the main picture are among them.
pub struct RestChartText {
    /// The words of the main picture.
    pub first: &'static ChartText,
    /// The end of the council term.
    pub term_end: &'static str,
    /// A year of the horizon.
    pub year: &'static str,
    /// Costs made once.
    pub start_up: &'static str,
    /// What a party pays, before an amount.
    pub pays: &'static str,
    /// What a party saves, before an amount.
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
    /// All parties together.
    pub together: &'static str,
    /// Who pays and who saves, in one sentence.
    pub parties: fn(&Outcome) -> String,
    /// Columns of the table of costs against savings.
    pub against_head: [&'static str; 3],
    /// Columns of the table of the waterfall.
    pub waterfall_head: [&'static str; 3],
    /// Columns of the table over the years.
    pub cumulative_head: [&'static str; 5],
    /// Columns of the table of the parties.
    pub parties_head: [&'static str; 4],
    /// Where the figures come from.
    pub source: &'static str,
    /// When it was made: year, month (1 to 12), day.
    pub made: fn(u32, u32, u32) -> String,
    /// Before the address.
    pub link: &'static str,
}

impl Deref for RestChartText {
    type Target = ChartText;

    fn deref(&self) -> &ChartText {
        self.first
    }
}
