//! The single words and fixed sentences of the page, by where they stand.

use crate::evidence::grade::EvidenceGrade;

/// Single words and fixed sentences of the page. A field's words are its own
/// documentation; its name says where it stands.
#[allow(missing_docs)]
pub struct PageText {
    // Top and bottom.
    pub title: &'static str,
    pub short_title: &'static str,
    pub skip: &'static str,
    pub views: &'static str,
    pub view_names: [&'static str; 5],
    pub undo: &'static str,
    pub redo: &'static str,
    pub intro: &'static str,
    pub intro_reading: &'static str,
    pub own_reading: fn(&str) -> String,
    pub to_results: &'static str,
    pub contact: &'static str,
    pub contact_nobody: &'static str,
    pub licence: &'static str,
    pub privacy: &'static str,
    // Said by `start.js`, where the program cannot.
    /// The rest of the program is being loaded.
    pub waiting: &'static str,
    /// The rest of the program cannot be loaded.
    pub part_missing: &'static str,
    pub start_again: &'static str,
    // Starting points and what was changed.
    pub presets: &'static str,
    pub reset_all: &'static str,
    pub from_brochure: &'static str,
    // The headline.
    pub headline: &'static str,
    pub costs: &'static str,
    pub savings: &'static str,
    pub gap: &'static str,
    pub surplus: &'static str,
    pub pm_worth: &'static str,
    pub stale: &'static str,
    pub costs_per_visitor: &'static str,
    pub gap_per_visitor: &'static str,
    pub coverage: &'static str,
    pub net: &'static str,
    pub not_cashable: &'static str,
    pub gemeente_net: &'static str,
    pub society_net: &'static str,
    pub npv: &'static str,
    pub no_figure: &'static str,
    pub facts_note: fn(i32) -> String,
    /// Number of differences from the starting point of this name.
    pub differs: fn(usize, &str) -> String,
    /// The way to the list of them.
    pub differs_see: &'static str,
    /// Sentence below the headline about the strength of the evidence.
    pub evidence_line: fn(EvidenceGrade) -> String,
    /// A state of evidence, in one or two words.
    pub evidence_grade: fn(EvidenceGrade) -> &'static str,
    /// Stands before the weakest input that matters.
    pub evidence_weakest: &'static str,
    /// The way to why.
    pub evidence_see: &'static str,
    // Inputs.
    /// The figure is the user's own.
    pub own_figure: &'static str,
    /// Word for a value that differs from where it began.
    pub filled_in: &'static str,
    /// Place where an own figure comes from; that may be empty.
    pub own_figure_from: fn(&str) -> String,
    pub inputs: &'static str,
    pub group_initiative: &'static str,
    pub group_costs: &'static str,
    pub group_savings: &'static str,
    pub group_financing: &'static str,
    pub group_time: &'static str,
    pub group_weighing: &'static str,
    pub group_own: &'static str,
    pub savings_intro: &'static str,
    pub financing_intro: &'static str,
    pub basis: &'static str,
    pub slider: fn(&str) -> String,
    pub reset: fn(&str, &str) -> String,
    pub explain: &'static str,
    pub explain_of: fn(&str) -> String,
    pub inactive: &'static str,
    pub counts: &'static str,
    pub is_pm: &'static str,
    pub pm: &'static str,
    pub corrections: &'static str,
    pub corrections_intro: &'static str,
    pub who_saves: &'static str,
    pub rest_share: fn(&str) -> String,
    pub scale_savings: fn(&str) -> String,
    pub own_nameless: &'static str,
    // Results.
    pub results: &'static str,
    /// Stands behind a figure that opens its explanation, for who hears the page.
    pub opens: &'static str,
    pub offer: &'static str,
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
    // Notices.
    pub dismiss: &'static str,
    pub replaced: fn(&str) -> String,
    pub cleared: &'static str,
    pub undo_this: &'static str,
    // Elsewhere.
    pub open_full: &'static str,
    pub printed_from: &'static str,
}
