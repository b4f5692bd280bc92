//! Texts of the helpers and of the reference prices.

mod nl;

use crate::helpers::{ExitKind, NumberQuestion, PurchaseForm};
use crate::model::InputId;
use crate::text::feature_text;

/// Texts about a question of a helper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HelperQuestionText {
    /// The question as asked.
    pub question: &'static str,
    /// Unit behind the field.
    pub unit: &'static str,
    /// Hint on how to answer; empty for a question that needs none.
    pub hint: &'static str,
}

/// Texts of the helpers and of the reference prices. In a product, `about` says that its result
/// is rounded.
#[allow(missing_docs)]
pub struct HelpersText {
    pub open: &'static str,
    pub close: &'static str,
    /// What the helper is about, after the name of a button.
    pub about: fn(field: &str) -> String,
    pub number: fn(NumberQuestion) -> HelperQuestionText,
    pub exit_kind: &'static str,
    pub exit_kinds: fn(ExitKind) -> &'static str,
    /// The share that leaves a benefit in the whole country.
    pub national: fn(ExitKind, share: &str) -> String,
    pub purchase: &'static str,
    pub purchases: fn(PurchaseForm) -> &'static str,
    pub unknown: &'static str,
    pub result: &'static str,
    // What comes out, as a product.
    pub people_of_year: fn(years_ago: usize, people: &str) -> String,
    pub people: fn(parts: &[String], people: &str) -> String,
    pub anyway: &'static str,
    pub place: fn(&PlaceProduct) -> String,
    pub wage_cost: fn(salary: &str, surcharge: &str, cost: &str, about: bool) -> String,
    pub per_dagdeel: &'static str,
    pub fixed_sum: &'static str,
    pub groups: fn(people: &str, group: &str, share: &str) -> String,
    // What is filled in, or why nothing is.
    pub value: fn(InputId, value: &str) -> String,
    pub values: fn(&[String]) -> String,
    pub fills_in: fn(values: &str) -> String,
    pub is_filled_in: fn(values: &str) -> String,
    pub fill_in: &'static str,
    pub is_open: &'static str,
    pub is_refused: &'static str,
    pub is_unknown: fn(brochure: &str) -> String,
    pub no_people: &'static str,
    // Reference prices.
    pub price: fn(subject: &str, amount: &str) -> String,
    pub prices_between: fn(low: &str, high: &str) -> String,
    /// The year of the prices, before the source.
    pub prices_of: fn(year: i32) -> String,
    /// What a reference price is for, by its name.
    pub subject: fn(price: &str) -> &'static str,
    /// Source of a reference price with its year, by the name of the publication.
    pub source: fn(publication: &str, year: i32) -> String,
}

/// The product of the price of a place of dagbesteding, as written.
pub struct PlaceProduct<'a> {
    /// Dagdelen a week.
    pub dagdelen: &'a str,
    /// Weeks a year.
    pub weeks: &'a str,
    /// Price of a dagdeel.
    pub price: &'a str,
    /// Own contribution a month; `None` where it is zero.
    pub own: Option<&'a str>,
    /// The price of a place.
    pub result: &'a str,
    /// Whether the result is rounded.
    pub about: bool,
}

feature_text! {
    /// Returns the texts of the helpers and of the reference prices.
    helpers: HelpersText = nl::HELPERS;
}
