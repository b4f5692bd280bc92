//! The words of the list of all that differs from the chosen starting point.

use crate::model::Euro;
use crate::scenario::changes::Effect;

/// Words and sentences. A field's words are its own documentation.
#[allow(missing_docs)]
pub struct ChangesText {
    /// Says what all of them do together to the saldo, and how many are for the
    /// better and for the worse.
    pub together: fn(ChangesTotal) -> String,
    /// A starting point that is itself not the brochure, with what it is.
    pub base: fn(name: &str, what: &str) -> String,
    /// One or two words: for the better, for the worse, or neither.
    pub verdict: fn(Effect) -> &'static str,
    /// Sentence about the effect of one change.
    pub effect: fn(Effect) -> String,
    /// Explanation of 'for the better'.
    pub note: &'static str,
    /// A value before and now, with its unit, which may be empty.
    pub from_to: fn(from: &str, to: &str, unit: &str) -> String,
    /// An own line, with its side and amount.
    pub own: fn(&str) -> String,
    /// The name of a changed range.
    pub range_of: fn(&str) -> String,
    /// A range, with the shape of its spread.
    pub range: fn(shape: &str, low: &str, high: &str) -> String,
    /// The button that puts this one back.
    pub put_back: fn(&str) -> String,
}

/// The saldo of the starting point and now, and how many changes are for the
/// better and for the worse.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChangesTotal {
    pub from: Euro,
    pub to: Euro,
    pub better: usize,
    pub worse: usize,
}
