//! Texts of the view of the user's own centre.

mod nl;

use crate::answer::AnswerFigures;
use crate::chart::answer_bars::AnswerBarsText;
use crate::evidence::grade::EvidenceGrade;
use crate::model::{InputId, Outcome, Perspective, Preset};
use crate::text::feature_text;

/// What the sentence of the answer depends on.
pub struct AnswerFacts<'a> {
    /// The outcome, exact.
    pub outcome: &'a Outcome,
    /// The figures that the sentence states.
    pub answer: &'a AnswerFigures,
    /// Whether nothing is the user's own: then it is about an average centre.
    pub is_example: bool,
    /// Whether the user filled in which savings are cash.
    pub knows_cashable: bool,
    /// The figures that the centre starts from; the brochure where the user changed an effect.
    pub preset: Preset,
}

/// Texts of the view of the user's own centre. A field without a comment is a label,
/// heading, button or remark whose name says what it is for.
#[allow(missing_docs)]
pub struct CentreText {
    pub title: &'static str,
    pub example_title: &'static str,
    pub name: &'static str,
    pub price_year: fn(year: i32, is_expected: bool, is_converted: bool) -> String,
    pub own_figures: fn(count: usize) -> String,
    pub about: &'static str,
    pub old_prices: fn(year: i32) -> String,
    pub this_years_prices: &'static str,
    pub begin: &'static str,
    pub see_example: &'static str,
    pub questions: &'static str,
    /// The question for an input; empty for one that is not asked.
    pub question: fn(InputId) -> &'static str,
    /// A hint on how to answer; empty for a question that needs none.
    pub hint: fn(InputId) -> &'static str,
    pub brochure: fn(value: &str, converted_to: Option<i32>) -> String,
    /// Note below the answer where the figures do not start from the brochure's.
    pub other_preset: fn(name: &str, description: &str) -> String,
    pub preset_for_visitors: fn(preset: &str, value: &str, visitors: &str) -> String,
    pub holds_here: &'static str,
    pub holds_here_for: fn(value: &str) -> String,
    pub certainty: fn(question: &str) -> String,
    pub sure: &'static str,
    pub estimate: &'static str,
    pub effect_note: &'static str,
    pub own_range: fn(low: &str, high: &str) -> String,
    pub range_of: fn(question: &str) -> String,
    pub between: &'static str,
    pub and: &'static str,
    pub replace_range: &'static str,
    pub keep_range: &'static str,
    pub in_proportion: fn(number: &str) -> String,
    pub leave_as_is: fn(number: &str) -> String,
    pub more: &'static str,
    pub more_costs: &'static str,
    pub other_savings: &'static str,
    pub who_pays: &'static str,
    pub time_and_prices: &'static str,
    pub all_sources: &'static str,
    // The answer.
    pub answer: &'static str,
    pub seen_from: &'static str,
    pub perspective_short: fn(Perspective) -> &'static str,
    pub sentence: fn(&AnswerFacts) -> String,
    /// Which figures of size are still those of an average centre, with this number of visitors,
    /// and which prices are the brochure's.
    pub partly_average: fn(figures: &[InputId], prices: &[InputId], visitors: &str) -> String,
    /// In which prices the answer is, and that it is rounded.
    pub rounded: fn(year: i32) -> String,
    pub hours_not_counted: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub copy_failed: &'static str,
    pub where_from: &'static str,
    pub bars: AnswerBarsText,
    pub picture_title: fn(&AnswerFacts) -> String,
    pub quantity: fn(people: f64, is_brochure: bool) -> String,
    pub gap_per_visitor: &'static str,
    pub surplus_per_visitor: &'static str,
    pub worth_per_visitor: &'static str,
    pub grade: fn(EvidenceGrade) -> &'static str,
    pub answered: fn(count: usize, all: usize) -> String,
    /// What a cautious count takes off in a perspective.
    pub cautious_note: fn(Perspective, has_others: bool) -> String,
    /// Question beside a number of people above the number of visitors.
    pub more_than_visitors: fn(visitors: &str) -> String,
    pub cautious_gap: &'static str,
    /// Name of a gap beside a surplus: there 'difference' would not say in which direction.
    pub cautious_deficit: &'static str,
    /// In the place of the grade where no effect is counted.
    pub no_effect: &'static str,
    pub cautious_surplus: &'static str,
    pub share: &'static str,
    pub bar_gap: &'static str,
    pub bar_surplus: &'static str,
    pub bar_open: &'static str,
    pub sections: &'static str,
}

/// Texts of the sections below the answer, which are loaded with them.
#[allow(missing_docs)]
pub struct CentreSectionsText {
    /// Year of the prices, behind a sentence that is read elsewhere.
    pub prices: fn(year: i32) -> String,
    pub what_if: &'static str,
    pub what_if_intro: &'static str,
    pub what_if_table: &'static str,
    pub what_if_head: [&'static str; 2],
    pub as_filled_in: &'static str,
    pub to_what_if: &'static str,
    pub who: &'static str,
    pub who_intro: &'static str,
    pub who_table: &'static str,
    pub who_head: [&'static str; 4],
    /// What stands before a threshold of zero.
    pub no_society_threshold: &'static str,
    pub society_threshold: &'static str,
    pub surplus: &'static str,
    /// Name of a difference beside a surplus.
    pub more_costs: &'static str,
    pub certain: &'static str,
    /// What a party's share of the savings of a line decides, inside a sentence.
    pub who_saves: fn(line: &str) -> String,
    /// A question inside a sentence.
    pub quoted: fn(question: &str) -> String,
    /// How sure the costs are, where no saving counts or all that count are supposed to be zero.
    pub only_costs: fn(EvidenceGrade, is_supposed: bool) -> String,
    pub certain_text: fn(grade: EvidenceGrade, weakest: &str) -> String,
    pub grades: &'static str,
    pub to_certainty: &'static str,
    pub when: &'static str,
    pub when_intro: &'static str,
    /// What the years come to for the gemeente or society, from their saldo; empty for all payers.
    pub when_of: fn(Perspective, years: u32, saldo: f64) -> String,
    pub to_worksheet: &'static str,
    /// Title and head of the list of answers on paper.
    pub answers: &'static str,
    pub answers_head: [&'static str; 3],
}

feature_text! {
    /// Returns the texts of the view of the user's own centre.
    centre: CentreText = nl::CENTRE;
    /// Returns the texts of the sections below the answer.
    centre_sections: CentreSectionsText = nl::sections::SECTIONS;
}
